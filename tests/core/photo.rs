//! A photo is chosen from a file, shown by the page, and taken back like everything else.

use std::sync::Arc;

use rappel_core::commands::*;
use rappel_core::{Error, Result};
use rappel_tests::{Chooses, Desk};

/// The smallest PNG file: one transparent dot.
pub(crate) const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\rIDATx\x9cc\xf8\xcf\xc0\0\0\0\x03\0\x01\x5b\x18\xd4\x8e\0\0\0\0IEND\xaeB`\x82";

pub(crate) fn choose(desk: &Desk, contact: ContactId, bytes: &[u8]) -> Result<bool> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("chosen");
    std::fs::write(&file, bytes).unwrap();
    desk.app.set_desktop(Arc::new(Chooses::new(Some(file))));
    choose_photo(&desk.app, ContactRef { contact })
}

fn shown(desk: &Desk, contact: ContactId) -> (bool, Option<String>) {
    let it = ContactRef { contact };
    (get_person(&desk.app, it).unwrap().photo, get_photo(&desk.app, it).unwrap())
}

#[test]
fn a_chosen_photo_is_shown_and_can_be_taken_back() {
    let desk = Desk::new();
    let anna = desk.add("Anna");
    assert_eq!(shown(&desk, anna), (false, None));
    assert!(choose(&desk, anna, PNG).unwrap());
    let (there, first) = shown(&desk, anna);
    assert!(there && first.as_ref().unwrap().starts_with("data:image/png;base64,iVBORw0KGgo"), "{first:?}");

    remove_photo(&desk.app, ContactRef { contact: anna }).unwrap();
    assert_eq!(shown(&desk, anna), (false, None));
    undo(&desk.app, Undo { step: None }).unwrap();
    assert_eq!(shown(&desk, anna), (true, first));
}

#[test]
fn a_file_that_is_no_photo_is_refused_and_the_old_one_stays() {
    let desk = Desk::new();
    let anna = desk.add("Anna");
    choose(&desk, anna, PNG).unwrap();
    let refused = choose(&desk, anna, b"<svg onload=alert(1)>").unwrap_err();
    assert!(matches!(refused, Error::Refused { code: "not_a_photo", .. }), "{refused:?}");
    let refused = choose(&desk, anna, &[0xff; 6 * 1024 * 1024]).unwrap_err();
    assert!(matches!(refused, Error::Refused { code: "photo_too_large", .. }), "{refused:?}");
    assert!(shown(&desk, anna).0);
}

//! A start on a folder that another program still holds.

use std::time::Duration;

use rappel_core::commands::add_contact;
use rappel_core::{Error, folder};
use rappel_tests::draft;

use crate::backup::{open, people};

#[test]
fn a_start_waits_for_a_program_that_still_ends_and_says_so_when_it_does_not() {
    let there = tempfile::tempdir().unwrap();
    let app = open(there.path()).unwrap();
    add_contact(&app, draft("Anna")).unwrap();
    let again = || folder::once_free(Duration::from_millis(200), || open(there.path()));
    assert!(matches!(again(), Err(error) if error.code() == "in_use"));
    let ends = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(300));
        drop(app);
    });
    let started = folder::once_free(folder::ENDS_WITHIN, || open(there.path())).unwrap();
    assert_eq!(people(&started), ["Anna"]);
    ends.join().unwrap();
    // Nothing else is waited for.
    let start = std::time::Instant::now();
    let failed: Result<(), _> = folder::once_free(folder::ENDS_WITHIN, || Err(Error::refused("newer")));
    assert_eq!(failed.unwrap_err().code(), "newer");
    assert!(start.elapsed() < Duration::from_secs(1));
}

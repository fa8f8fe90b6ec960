//! Labels as another program reads them from the PDF: each inside its box, from the start position on, sheet after sheet.

use std::time::{Duration, Instant};

use pdf_extract::{Document, MediaBox, OutputDev, OutputError, Transform, output_doc};
use rappel_core::commands::*;
use rappel_domain::card::CardState;
use rappel_domain::label::Sheet;
use rappel_domain::process::Permission;
use rappel_tests::Desk;

use crate::cards::born;
use crate::export::save_to;

/// A letter on a sheet, in points from the upper left corner.
#[derive(Debug, Clone)]
struct Letter {
    sheet: u32,
    x: f64,
    baseline: f64,
    width: f64,
    size: f64,
    text: String,
}

#[derive(Default)]
struct Reader {
    sheet: u32,
    height: f64,
    letters: Vec<Letter>,
}

type Read = Result<(), OutputError>;

impl OutputDev for Reader {
    fn begin_page(&mut self, page: u32, media: &MediaBox, _: Option<(f64, f64, f64, f64)>) -> Read {
        (self.sheet, self.height) = (page - 1, media.ury - media.lly);
        assert!((media.urx - 595.28).abs() < 0.1 && (media.ury - 841.89).abs() < 0.1, "A4");
        Ok(())
    }
    fn end_page(&mut self) -> Read {
        Ok(())
    }
    fn output_character(&mut self, at: &Transform, width: f64, _: f64, font_size: f64, text: &str) -> Read {
        let size = font_size * at.m22.abs();
        let letter = Letter {
            sheet: self.sheet,
            x: at.m31,
            baseline: self.height - at.m32,
            width: width * size,
            size,
            text: text.to_owned(),
        };
        self.letters.push(letter);
        Ok(())
    }
    fn begin_word(&mut self) -> Read {
        Ok(())
    }
    fn end_word(&mut self) -> Read {
        Ok(())
    }
    fn end_line(&mut self) -> Read {
        Ok(())
    }
}

fn read(pdf: &[u8]) -> Vec<Letter> {
    let mut reader = Reader::default();
    output_doc(&Document::load_mem(pdf).unwrap(), &mut reader).unwrap();
    reader.letters
}

/// The words of each label, which must not leave it: by sheet and position.
fn labels(pdf: &[u8], sheet: Sheet) -> std::collections::BTreeMap<(u32, u32), String> {
    let layout = sheet.layout();
    let points = |hundredths: u32| f64::from(hundredths) * 72.0 / 2540.0;
    let mut found = std::collections::BTreeMap::<_, String>::new();
    for letter in read(pdf) {
        let mut positions = 0..layout.per_sheet();
        let inside = positions.find(|at| {
            let area = layout.label(*at);
            let (left, top) = (points(area.x), points(area.y));
            letter.x >= left
                && letter.x + letter.width <= left + points(area.width)
                && letter.baseline - letter.size >= top
                && letter.baseline + letter.size * 0.25 <= top + points(area.height)
        });
        let position = inside.unwrap_or_else(|| panic!("no label holds {letter:?}"));
        found.entry((letter.sheet, position)).or_default().push_str(&letter.text);
    }
    found
}

fn print(desk: &Desk, whose: LabelsFor, sheet: Sheet, start: u32) -> Vec<u8> {
    let path = save_to(desk, "labels.pdf");
    export_labels(&desk.app, Labels { whose, sheet, start }).unwrap().unwrap();
    std::fs::read(path).unwrap()
}

#[test]
fn every_label_lies_in_its_box_from_the_start_position_on_and_the_second_sheet_begins_at_its_first() {
    let desk = Desk::new();
    let names: Vec<_> = (0..30).map(|n| format!("Ann{n:02} de Łódź-Ελένη")).collect();
    for name in &names {
        born(&desk, name, 12, 4, None);
    }
    for sheet in Sheet::ALL {
        let per_sheet = sheet.layout().per_sheet();
        let found = labels(&print(&desk, LabelsFor::ToSend { weeks: 2 }, sheet, 5), sheet);
        assert_eq!(found.len(), 30);
        let places: Vec<_> = (5..35).map(|at| (at / per_sheet, at % per_sheet)).collect();
        assert_eq!(found.keys().copied().collect::<Vec<_>>(), places, "{sheet:?}");
        assert!(found[&(0, 5)].contains("Ann00 de Łódź-Ελένη"), "{:?}", found[&(0, 5)]);
        assert!(found[&(1, 0)].starts_with(&names[per_sheet as usize - 5]), "{:?}", found[&(1, 0)]);
        assert!(found[&(1, 0)].ends_with("Dijk 12801 AB  Gouda"), "{:?}", found[&(1, 0)]);
    }
}

#[test]
fn no_word_leaves_its_label_however_long() {
    let desk = Desk::new();
    let mut it = rappel_tests::draft("x");
    it.name.given = "W".repeat(250);
    it.name.family = "Wilhelmina ".repeat(40).trim().to_owned();
    it.birthday = Some(rappel_domain::birthday::Birthday::new(12, 4, None).unwrap());
    it.addresses = vec![rappel_domain::contact::PostalAddress {
        street: (0..40).map(|n| format!("Flat {n}\n")).collect::<String>().trim().to_owned(),
        postal_code: "SW1A 1AA".to_owned(),
        town: "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch".to_owned(),
        country: "United Kingdom".to_owned(),
        ..Default::default()
    }];
    let contact = add_contact(&desk.app, it).unwrap();
    for sheet in Sheet::ALL {
        let pdf = print(&desk, LabelsFor::Chosen { contacts: vec![contact] }, sheet, 0);
        let found = labels(&pdf, sheet);
        assert_eq!(found.len(), 1, "on one label and no other");
        assert!(found[&(0, 0)].ends_with("SW1A 1AAUNITED KINGDOM"), "{}", found[&(0, 0)]);
    }
}

#[test]
fn five_hundred_labels_take_a_moment() {
    let desk = Desk::new();
    let contacts: Vec<_> = (0..500).map(|n| born(&desk, &format!("Person van der Berg {n}"), 12, 4, None)).collect();
    let start = Instant::now();
    let pdf = print(&desk, LabelsFor::Chosen { contacts }, Sheet::L7160, 0);
    let took = start.elapsed();
    println!("500 labels: {took:?}, {} bytes", pdf.len());
    assert!(took < Duration::from_secs(10), "{took:?}");
    assert!(pdf.len() < 300_000, "only the letters in use are in it: {} bytes", pdf.len());
    assert_eq!(labels(&pdf, Sheet::L7160).len(), 500);
}

#[test]
fn the_preview_stands_where_the_print_does_and_tells_who_gets_none() {
    let desk = Desk::new();
    let (anna, wang) = (born(&desk, "Anna 🎂", 12, 4, None), born(&desk, "王芳", 12, 3, None));
    let without = desk.add("Bram");
    let refused = born(&desk, "Refused", 12, 4, None);
    let to = Move::Declined { permission: Permission::Refused, ask_again: None, reason: String::new() };
    move_contact(&desk.app, MoveContact { contact: refused, to }).unwrap();
    let whose = LabelsFor::Chosen { contacts: vec![without, anna, anna, wang, refused, ContactId(9999)] };
    let input = Labels { whose: whose.clone(), sheet: Sheet::L7160, start: 20 };
    let preview = preview_labels(&desk.app, input).unwrap();
    assert_eq!((preview.count, preview.sheets, preview.without_address, preview.left_out), (2, 2, 1, 1));
    assert_eq!(preview.unprintable, ["王芳"]);
    assert_eq!(preview.first.len(), 1, "the last label of the first sheet");
    assert_eq!((preview.first[0].position, preview.first[0].lines[0].text.as_str()), (20, "王芳"), "who is due first");
    let pdf = print(&desk, whose, Sheet::L7160, 20);
    let first: Vec<_> = read(&pdf).into_iter().filter(|it| it.sheet == 0).collect();
    let second: String = read(&pdf).into_iter().filter(|it| it.sheet == 1).map(|it| it.text).collect();
    assert!(second.starts_with("AnnaDijk 1"), "a sign that the typeface lacks is left out: {second}");
    let points = |hundredths: u32| f64::from(hundredths) * 72.0 / 2540.0;
    assert!((first[0].x - points(preview.first[0].x)).abs() < 0.1);
    assert!((first[0].baseline - points(preview.first[0].lines[0].baseline)).abs() < 0.1);
    assert!((first[0].size - points(preview.first[0].size)).abs() < 0.1);
}

#[test]
fn labels_of_all_to_send_leave_out_what_is_posted_or_too_late() {
    let desk = Desk::new();
    let posted = born(&desk, "Posted", 12, 4, None);
    let written = born(&desk, "Written", 12, 3, None);
    born(&desk, "Too late", 11, 24, None);
    born(&desk, "To write", 12, 8, None);
    for (contact, state) in [(posted, CardState::Posted), (written, CardState::Written)] {
        set_card(&desk.app, SetCard { contact, year: 2026, state, words: None }).unwrap();
    }
    let found = labels(&print(&desk, LabelsFor::ToSend { weeks: 4 }, Sheet::Full3x8, 0), Sheet::Full3x8);
    let words: Vec<_> = found.values().map(|it| it.split("Dijk").next().unwrap()).collect();
    assert_eq!(words, ["Written", "To write"]);
}

#[test]
fn only_the_labels_that_were_written_are_opened_and_nobody_is_no_file() {
    let desk = Desk::new();
    assert_eq!(open_labels(&desk.app, ()).unwrap_err().code(), "file_missing");
    let input = Labels { whose: LabelsFor::ToSend { weeks: 8 }, sheet: Sheet::L7163, start: 0 };
    assert_eq!(export_labels(&desk.app, input.clone()).unwrap_err().code(), "labels_nobody");
    born(&desk, "Anna", 12, 4, None);
    let path = save_to(&desk, "labels");
    let written = export_labels(&desk.app, input.clone()).unwrap().unwrap();
    assert_eq!((written.file.as_str(), written.count), ("labels.pdf", 1), "it gets its ending");
    open_labels(&desk.app, ()).unwrap();
    std::fs::remove_file(path.with_extension("pdf")).unwrap();
    assert_eq!(open_labels(&desk.app, ()).unwrap_err().code(), "file_missing");
    save_to(&desk, "gone/labels.pdf");
    assert_eq!(export_labels(&desk.app, input.clone()).unwrap_err().code(), "export_folder_missing");
    desk.app.set_desktop(std::sync::Arc::new(rappel_tests::Chooses::new(None)));
    assert_eq!(export_labels(&desk.app, input).unwrap(), None);
}

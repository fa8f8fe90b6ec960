//! Export: what a file holds, that it is there whole or not at all, and that nothing in it runs.

use std::path::PathBuf;
use std::sync::Arc;

use rappel_core::Error;
use rappel_core::commands::*;
use rappel_core::event::Event;
use rappel_domain::birthday::Birthday;
use rappel_domain::contact::{CustomValue, Labelled, PostalAddress};
use rappel_domain::conversation::Ending;
use rappel_domain::follow_up::{Due, FollowUpDraft, Repeat, Unit};
use rappel_domain::process::Permission;
use rappel_domain::sale::{Money, SaleDraft};
use rappel_tests::{Chooses, Desk, day, talk};

/// Where exports of this desk go from now on.
pub(crate) fn save_to(desk: &Desk, name: &str) -> PathBuf {
    let path = desk.folder().join(name);
    desk.app.set_desktop(Arc::new(Chooses::new(Some(path.clone()))));
    path
}

pub(crate) fn export(desk: &Desk, whom: Whom, format: PeopleFormat) -> String {
    let path = save_to(desk, if format == PeopleFormat::Csv { "out.csv" } else { "out.vcf" });
    export_people(&desk.app, ExportPeople { whom, format }).unwrap().unwrap();
    std::fs::read_to_string(path).unwrap()
}

fn labelled(label: &str, value: &str) -> Vec<Labelled> {
    vec![Labelled { label: label.to_owned(), value: value.to_owned() }]
}

fn sanne(desk: &Desk) -> ContactId {
    let mut draft = rappel_tests::draft("Sanne de Boer");
    draft.emails = labelled("work", "sanne@example.org");
    draft.phones = labelled("mobile", "+31 6 12345678");
    draft.company = "Boer; Zonen, \"& co\"".to_owned();
    draft.birthday = Some(Birthday::new(2, 29, None).unwrap());
    draft.addresses = vec![PostalAddress {
        street: "Dijk 1\nachterom".to_owned(),
        town: "Gouda".to_owned(),
        ..PostalAddress::default()
    }];
    draft.note = "=HYPERLINK(\"http://x\")\n<script>alert(1)</script>".to_owned();
    draft.custom = vec![CustomValue { name: "Hobby".to_owned(), value: "@home".to_owned() }];
    add_contact(&desk.app, draft).unwrap()
}

#[test]
fn a_table_opens_in_a_spreadsheet_and_nothing_in_it_runs() {
    let desk = Desk::new();
    sanne(&desk);
    let table = export(&desk, Whom::All, PeopleFormat::Csv);
    assert!(table.starts_with("\u{feff}\"Rappel export 1\";\"Prefix\";\"Given name\""), "{table}");
    let mut reader =
        csv::ReaderBuilder::new().delimiter(b';').from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    let head = reader.headers().unwrap().clone();
    let row = reader.records().next().unwrap().unwrap();
    let cell = |name: &str| row[head.iter().position(|it| it == name).unwrap_or_else(|| panic!("{name}"))].to_owned();
    assert_eq!(cell("Phone 1"), "'+31 6 12345678");
    assert_eq!(cell("Note"), "'=HYPERLINK(\"http://x\")\n<script>alert(1)</script>");
    assert_eq!(cell("Field: Hobby"), "'@home");
    assert_eq!(cell("Birthday"), "'--02-29");
    assert_eq!(cell("Company"), "Boer; Zonen, \"& co\"");
    assert!(row.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r'])), "{row:?}");
    assert!(!table.replace("\r\n", "").contains('\r') && table.ends_with("\r\n"));
}

#[test]
fn only_those_in_the_list_or_chosen_go_out_and_nobody_from_the_trash() {
    let desk = Desk::new();
    let (anna, bram, cas) = (desk.add("Anna"), desk.add("Bram"), desk.add("Cas"));
    trash_contact(&desk.app, ContactRef { contact: cas }).unwrap();
    let all = export(&desk, Whom::All, PeopleFormat::Vcard);
    assert!(all.contains("FN:Anna\r\n") && all.contains("FN:Bram\r\n") && !all.contains("Cas"));
    let query = PeopleQuery { search: "bram".to_owned(), ..PeopleQuery::default() };
    let listed = export(&desk, Whom::Listed { query }, PeopleFormat::Vcard);
    assert!(!listed.contains("Anna") && listed.contains("Bram"));
    let chosen = export(&desk, Whom::Chosen { contacts: vec![anna] }, PeopleFormat::Csv);
    assert_eq!(chosen.lines().count(), 2);
    let _ = bram;
    let nobody = Whom::Chosen { contacts: Vec::new() };
    let refused = export_people(&desk.app, ExportPeople { whom: nobody, format: PeopleFormat::Csv }).unwrap_err();
    assert_eq!(refused.code(), "export_nobody");
}

#[test]
fn a_stopped_export_leaves_nothing_and_who_thinks_better_of_it_gets_no_file() {
    let desk = Desk::new();
    for n in 0..300 {
        desk.add(&format!("Person {n}"));
    }
    let path = save_to(&desk, "out.csv");
    std::fs::write(&path, "old").unwrap();
    let before = std::fs::read_dir(desk.folder()).unwrap().count();
    let app = Arc::downgrade(&desk.app);
    desk.app.listen(Box::new(move |event| {
        if let (Event::ExportProgress { .. }, Some(app)) = (event, app.upgrade()) {
            cancel_export(&app, ()).unwrap();
        }
    }));
    let stopped = export_people(&desk.app, ExportPeople { whom: Whom::All, format: PeopleFormat::Csv });
    assert_eq!(stopped.unwrap_err().code(), "export_stopped");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "old");
    assert_eq!(std::fs::read_dir(desk.folder()).unwrap().count(), before, "no half file beside it");
    desk.app.set_desktop(Arc::new(Chooses::new(None)));
    assert_eq!(export_people(&desk.app, ExportPeople { whom: Whom::All, format: PeopleFormat::Csv }).unwrap(), None);
}

#[test]
fn a_place_that_does_not_take_it_is_told_in_words() {
    let desk = Desk::new();
    desk.add("Anna");
    save_to(&desk, "gone/people.csv");
    let refused = export_people(&desk.app, ExportPeople { whom: Whom::All, format: PeopleFormat::Csv }).unwrap_err();
    assert!(matches!(refused, Error::Refused { code: "export_folder_missing", .. }), "{refused:?}");
    // A file without an ending gets one.
    let path = save_to(&desk, "people");
    let written =
        export_people(&desk.app, ExportPeople { whom: Whom::All, format: PeopleFormat::Csv }).unwrap().unwrap();
    assert_eq!((written.file.as_str(), written.count), ("people.csv", 1));
    assert!(path.with_extension("csv").exists() && !path.exists());
    // But no file is replaced that nobody was asked about.
    let again = export_people(&desk.app, ExportPeople { whom: Whom::All, format: PeopleFormat::Csv }).unwrap().unwrap();
    assert_eq!(again.file, "people");
}

#[test]
fn a_calendar_holds_birthdays_without_a_made_up_year_and_open_follow_ups_with_alarms() {
    let desk = Desk::new();
    let sanne = sanne(&desk);
    let mut draft = rappel_tests::draft("Bram Smit");
    draft.birthday = Some(Birthday::new(11, 23, Some(1980)).unwrap());
    let bram = add_contact(&desk.app, draft.clone()).unwrap();
    draft.name.given = "Refused".to_owned();
    let refused = add_contact(&desk.app, draft).unwrap();
    let no = Move::Declined { permission: Permission::Refused, ask_again: None, reason: String::new() };
    move_contact(&desk.app, MoveContact { contact: refused, to: no }).unwrap();
    let at = chrono::NaiveTime::from_hms_opt(10, 30, 0);
    let due = Due { on: day(2026, 12, 1), at };
    let repeat = Some(Repeat { every: 2, unit: Unit::Week });
    let timed = FollowUpDraft { what: "Call; about, the offer".to_owned(), due, minutes_before: 15, repeat };
    add_follow_up(&desk.app, AddFollowUp { contact: sanne, draft: timed }).unwrap();
    let done = desk.follow_up(bram, "done already", due);
    finish_follow_up(&desk.app, FinishFollowUp { follow_up: done, again: None, activate: false }).unwrap();
    desk.follow_up(bram, "", Due { on: day(2026, 12, 2), at: None });

    assert_eq!(get_calendar_contents(&desk.app, ()).unwrap(), CalendarContents { birthdays: 2, follow_ups: 2 });
    let path = save_to(&desk, "out.ics");
    let both = ExportCalendar { birthdays: true, follow_ups: true };
    assert_eq!(export_calendar(&desk.app, both).unwrap().unwrap().count, 4);
    let text = std::fs::read_to_string(&path).unwrap();
    for line in [
        "DTSTART;VALUE=DATE:20260228",
        "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1",
        "SUMMARY:Birthday of Sanne de Boer",
        "DTSTART;VALUE=DATE:19801123",
        "SUMMARY:Birthday of Bram Smit (1980)",
        "DTSTART:20261201T103000",
        "RRULE:FREQ=WEEKLY;INTERVAL=2",
        "SUMMARY:Sanne de Boer: Call\\; about\\, the offer",
        "TRIGGER:-PT15M",
        "SUMMARY:Bram Smit: Follow-up",
        "DTSTART;VALUE=DATE:20261202",
        "DTEND;VALUE=DATE:20261203",
        "TRIGGER:PT540M",
    ] {
        assert!(text.lines().any(|it| it == line), "{line} in {text}");
    }
    assert!(!text.contains("Refused") && !text.contains("done already"));
    assert!(text.lines().all(|line| line.len() <= 75) && !text.replace("\r\n", "").contains('\n'));
    // Another program's reader takes it.
    let read = calcard::icalendar::ICalendar::parse(&text).unwrap();
    let kind = |it: &calcard::icalendar::ICalendarComponent| it.component_type.as_str().to_owned();
    assert_eq!(read.components.iter().filter(|it| kind(it) == "VEVENT").count(), 4);
    assert_eq!(read.components.iter().filter(|it| kind(it) == "VALARM").count(), 2);

    let nothing = ExportCalendar { birthdays: false, follow_ups: false };
    assert_eq!(export_calendar(&desk.app, nothing).unwrap_err().code(), "export_nothing");
}

#[test]
fn one_persons_file_holds_everything_and_the_page_has_no_script() {
    let desk = Desk::new();
    let id = sanne(&desk);
    log_conversation(&desk.app, talk(id, "Said <b>this</b> & that\n? Does it fit", Ending::JustATalk)).unwrap();
    let sale = SaleDraft {
        what: "Course".to_owned(),
        amount: Money { minor: 12_550, currency: "EUR".to_owned() },
        on: day(2026, 11, 23),
    };
    log_conversation(&desk.app, talk(id, "Yes", Ending::Yes { sale })).unwrap();
    desk.follow_up(id, "Send the book", Due { on: day(2026, 12, 1), at: None });
    let path = save_to(&desk, "sanne.json");
    export_person(&desk.app, ExportPerson { contact: id, format: PersonFormat::Json }).unwrap().unwrap();
    let json: serde_json::Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    assert_eq!(json["contact"]["emails"][0]["value"], "sanne@example.org");
    assert_eq!(json["contact"]["birthday"]["year"], serde_json::Value::Null);
    assert_eq!(json["everything"]["conversations"][0]["said"], "Said <b>this</b> & that\n? Does it fit");
    assert_eq!(json["everything"]["questions"][0]["question"], "Does it fit");
    assert_eq!(json["everything"]["sales"][0]["amount"]["minor"], 12_550);
    assert_eq!(json["everything"]["follow_ups"][0]["what"], "Send the book");
    assert_eq!(json["everything"]["history"][0]["what"]["kind"], "added");

    let path = save_to(&desk, "sanne.html");
    export_person(&desk.app, ExportPerson { contact: id, format: PersonFormat::Html }).unwrap().unwrap();
    let page = std::fs::read_to_string(path).unwrap();
    assert!(page.contains("Said &lt;b&gt;this&lt;/b&gt; &amp; that") && page.contains("EUR 125.50"), "{page}");
    assert!(page.contains("02-29 (year unknown)") && page.contains("Send the book"), "{page}");
    assert!(!page.contains("<script") && !page.contains("http://x\"") && page.contains("default-src 'none'"));
}

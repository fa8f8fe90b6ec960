//! Importing where it can go wrong: what changed between the dry run and the import, and files that hold somebody twice.

use rappel_core::commands::*;
use rappel_core::event::Event;
use rappel_core::import::ProblemCode;
use rappel_domain::contact::{LIST_LIMIT, Labelled};
use rappel_domain::process::Permission;
use rappel_tests::{Chooses, Desk};

use crate::import::{as_found, count, file, inspect, people, try_out};

fn run(desk: &Desk, tried: &DryRun) -> ImportResult {
    run_import(&desk.app, RunImport { number: tried.number, duplicates: Decision::Skip, rows: Vec::new() }).unwrap()
}

fn refuse_contact(desk: &Desk, contact: ContactId) {
    let to = Move::Declined { permission: Permission::Refused, ask_again: None, reason: String::new() };
    move_contact(&desk.app, MoveContact { contact, to }).unwrap();
}

fn with_email(desk: &Desk, name: &str, email: &str) -> ContactId {
    let mut draft = rappel_tests::draft(name);
    draft.emails.push(Labelled { label: String::new(), value: email.to_owned() });
    add_contact(&desk.app, draft).unwrap()
}

#[test]
fn the_same_address_or_number_twice_in_one_file_is_a_duplicate() {
    let desk = Desk::new();
    let text = "Name,E-mail,Phone\nAnna Nowak,anna@example.org,\nA. Nowak,ANNA@example.org,\nBram,,0612345678\nB. Bos,,+31 6 12345678\n";
    let tried = try_out(&desk, &inspect(&desk, &file(&desk, "list.csv", text)));
    assert_eq!((count(&tried, RowOutcome::New), count(&tried, RowOutcome::Duplicate)), (2, 2));
    assert_eq!(run(&desk, &tried).added, 2);
}

#[test]
fn an_import_that_was_stopped_can_be_started_again() {
    let desk = Desk::new();
    let tried = try_out(&desk, &inspect(&desk, &file(&desk, "list.csv", "Name,E-mail\nAnna,anna@example.org\n")));
    cancel_import(&desk.app, ()).unwrap();
    let stopped =
        run_import(&desk.app, RunImport { number: tried.number, duplicates: Decision::Skip, rows: Vec::new() });
    assert_eq!(stopped.unwrap_err().code(), "cancelled");
    assert_eq!(run(&desk, &tried).added, 1);
}

#[test]
fn a_dry_run_tells_how_far_it_is_and_can_be_stopped() {
    let desk = Desk::new();
    let rows: String = (0..20_000).map(|n| format!("Person {n},p{n}@example.org\n")).collect();
    let seen = inspect(&desk, &file(&desk, "list.csv", &format!("Name,E-mail\n{rows}")));
    let (told, stopper) = (std::sync::mpsc::channel(), std::sync::Arc::downgrade(&desk.app));
    desk.app.listen(Box::new(move |event| {
        if let Event::Progress { done, of } = event {
            told.0.send((*done, *of)).unwrap();
            cancel_import(&stopper.upgrade().unwrap(), ()).unwrap();
        }
    }));
    let stopped = dry_run_import(&desk.app, as_found(&seen));
    assert_eq!(stopped.unwrap_err().code(), "cancelled");
    let (done, of) = told.1.recv().unwrap();
    assert!(done < of && of == 20_000, "{done} of {of}");
    assert_eq!(people(&desk), 0);
}

#[test]
fn rows_that_failed_are_saved_mended_and_come_in() {
    let desk = Desk::new();
    let long = "x".repeat(300_000);
    let text = format!("Name;E-mail\nAnna;anna@example.org\nBram;{long}\n\"Žofie \"\"Zo\"\" Kok\";{long}\n");
    let tried = try_out(&desk, &inspect(&desk, &file(&desk, "list.csv", &text)));
    assert_eq!(count(&tried, RowOutcome::Unreadable), 2);
    let only = Some(RowOutcome::Unreadable);
    let window = DryRunWindow { number: tried.number, only, from: 0, count: 9 };
    let unreadable = get_dry_run_rows(&desk.app, window).unwrap();
    assert!(unreadable[0].name.starts_with("Bram"), "who it is about: {:?}", unreadable[0]);
    let saved = desk.folder().join("mend.csv");
    desk.app.set_desktop(std::sync::Arc::new(Chooses::new(Some(saved.clone()))));
    let rows = SaveImportRows { number: tried.number, outcome: RowOutcome::Unreadable };
    let written = save_import_rows(&desk.app, rows).unwrap().unwrap();
    assert_eq!((written.file.as_str(), written.count), ("mend.csv", 2));
    assert_eq!(run(&desk, &tried).added, 1);

    let mended = std::fs::read_to_string(&saved).unwrap().replace(&long, "found@example.org");
    let mended = mended.replacen("found@", "bram@", 1);
    let again = try_out(&desk, &inspect(&desk, &file(&desk, "mended.csv", &mended)));
    assert_eq!((again.total, run(&desk, &again).added), (2, 2));
    assert_eq!(people(&desk), 3);
}

#[test]
fn cards_that_failed_are_saved_as_cards() {
    let desk = Desk::new();
    let card = |name: &str| format!("BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nEND:VCARD\n");
    let text = format!("{}lost\n{}", card("Anna"), card("Bram"));
    let tried = try_out(&desk, &inspect(&desk, &file(&desk, "cards.vcf", &text)));
    let saved = desk.folder().join("mend.vcf");
    desk.app.set_desktop(std::sync::Arc::new(Chooses::new(Some(saved.clone()))));
    let rows = |outcome| SaveImportRows { number: tried.number, outcome };
    save_import_rows(&desk.app, rows(RowOutcome::New)).unwrap().unwrap();
    let again = try_out(&desk, &inspect(&desk, &saved));
    assert_eq!((again.total, count(&again, RowOutcome::New)), (2, 2));
    assert_eq!(save_import_rows(&desk.app, rows(RowOutcome::Known)).unwrap_err().code(), "list_gone");
}

#[test]
fn who_refused_contact_is_blocked_from_the_trash_too() {
    let desk = Desk::new();
    let koen = with_email(&desk, "Koen Maes", "koen@example.org");
    refuse_contact(&desk, koen);
    trash_contact(&desk.app, ContactRef { contact: koen }).unwrap();
    let tried = try_out(&desk, &inspect(&desk, &file(&desk, "list.csv", "Name,E-mail\nKoen,koen@example.org\n")));
    assert_eq!(count(&tried, RowOutcome::Blocked), 1);
}

#[test]
fn what_changed_since_the_dry_run_counts() {
    let desk = Desk::new();
    let path =
        file(&desk, "list.csv", "Name,E-mail\nAnna,anna@example.org\nKoen,koen@example.org\nBram,bram@example.org\n");
    let tried = try_out(&desk, &inspect(&desk, &path));
    assert_eq!(count(&tried, RowOutcome::New), 3);
    with_email(&desk, "Anna", "anna@example.org");
    let koen = with_email(&desk, "Koen Maes", "koen@example.org");
    refuse_contact(&desk, koen);
    let result = run(&desk, &tried);
    assert_eq!(result.added, 1, "only Bram is new by now");
    assert_eq!(people(&desk), 3);
}

#[test]
fn a_row_with_as_many_tags_as_fit_is_said_and_does_not_stop_the_others() {
    let desk = Desk::new();
    let tags: Vec<_> = (0..LIST_LIMIT).map(|n| format!("t{n}")).collect();
    let text = format!("Name;Tags\nAnna;\"{}\"\nBram;one\n", tags.join(","));
    let seen = inspect(&desk, &file(&desk, "list.csv", &text));
    let tried = try_out(&desk, &seen);
    assert_eq!((count(&tried, RowOutcome::New), count(&tried, RowOutcome::Unreadable)), (1, 1), "{tried:?} {seen:?}");
    assert_eq!(run(&desk, &tried).added, 1);
}

#[test]
fn who_came_back_from_the_trash_after_an_undo_does_not_come_in_twice() {
    let desk = Desk::new();
    let path = file(&desk, "names.csv", "Name;Town\nJoost;Delft\n");
    let result = run(&desk, &try_out(&desk, &inspect(&desk, &path)));
    undo_import(&desk.app, UndoImport { batch: result.batch.unwrap(), worked_on_too: false }).unwrap();
    restore_contact(&desk.app, ContactRef { contact: ContactId(1) }).unwrap();
    assert_eq!(count(&try_out(&desk, &inspect(&desk, &path)), RowOutcome::Known), 1);
}

#[test]
fn birthdays_mapped_by_hand_are_asked_about_and_letters_that_are_lost_are_said() {
    let desk = Desk::new();
    let path = file(&desk, "list.csv", "Name,Iets\nZoë,03/04/1980\nBram,05/06/1981\n");
    let seen = inspect(&desk, &path);
    assert_eq!(seen.dates, DateOrder::DayFirst, "no column is a birthday yet");
    let inspected = |encoding: Option<&str>| InspectImport {
        file: seen.file.clone(),
        shape: None,
        encoding: encoding.map(str::to_owned),
    };
    let mut mapping = seen.mapping.clone();
    mapping.fields[1] = rappel_core::import::csv::Field::Birthday;
    let dates = get_import_dates(&desk.app, ImportDates { inspected: inspected(None), mapping }).unwrap();
    assert_eq!(dates, DateOrder::Ask { examples: vec!["03/04/1980".to_owned(), "05/06/1981".to_owned()] });
    assert!(!seen.lossy && !seen.guessed);
    std::fs::write(&path, b"Name\nZo\xeb\n").unwrap();
    assert!(inspect_import(&desk.app, inspected(None)).unwrap().guessed);
    assert!(inspect_import(&desk.app, inspected(Some("UTF-8"))).unwrap().lossy);
}

#[test]
fn a_file_that_is_none_or_gone_is_refused_with_its_own_words() {
    let desk = Desk::new();
    let look = |path| {
        let file = desk.app.keep_file(path);
        inspect_import(&desk.app, InspectImport { file, shape: None, encoding: None }).unwrap_err().code()
    };
    assert_eq!(look(desk.folder().to_owned()), "file_unreadable");
    assert_eq!(look(desk.folder().join("gone.csv")), "file_missing");
}

#[test]
fn the_result_says_why_rows_were_left_out_and_a_batch_is_taken_back_once() {
    let desk = Desk::new();
    save_source(&desk.app, SaveSource { id: None, name: "chamber LIST".to_owned(), cost: None, archived: false })
        .unwrap();
    let sources = || get_settings(&desk.app, ()).unwrap().sources.len();
    let before = sources();
    let text = "Name,E-mail,Birthday\nAnna,anna@example.org,\nA.,anna@example.org,\nBram,,someday\nBram,,someday\n";
    let result = run(&desk, &try_out(&desk, &inspect(&desk, &file(&desk, "list.csv", text))));
    assert_eq!((result.added, result.with_remarks), (2, 1));
    let why: Vec<_> = result.left_out.iter().map(|it| (it.outcome, it.count)).collect();
    assert_eq!(why, [(RowOutcome::Known, 1), (RowOutcome::Duplicate, 1)]);
    assert_eq!(sources(), before, "a name that is there makes no second source");
    assert_eq!(list_imports(&desk.app, ()).unwrap()[0].added, 2);
    let batch = result.batch.unwrap();
    undo_import(&desk.app, UndoImport { batch, worked_on_too: false }).unwrap();
    assert_eq!(
        undo_import(&desk.app, UndoImport { batch, worked_on_too: false }).unwrap_err().code(),
        "nothing_to_undo"
    );
}

#[test]
#[ignore = "takes long; for measuring"]
fn a_hundred_thousand_rows() {
    let desk = Desk::new();
    let text: String = (0..100_000)
        .map(|n| {
            format!(
                "Voornaam{n};de;Familie{n};p{n}@example.org;06{n:08};{}-{:02}-1980;Straat {n};1234 AB;Delft\n",
                n % 28 + 1,
                n % 12 + 1
            )
        })
        .collect();
    let path = file(
        &desk,
        "big.csv",
        &format!("Voornaam;Tussenvoegsel;Achternaam;E-mailadres;Telefoon;Geboortedatum;Straat;Postcode;Plaats\n{text}"),
    );
    let start = std::time::Instant::now();
    let seen = inspect(&desk, &path);
    println!("inspect {:?}", start.elapsed());
    let start = std::time::Instant::now();
    let tried = try_out(&desk, &seen);
    println!("dry run {:?} {:?}", start.elapsed(), tried.counts);
    let start = std::time::Instant::now();
    let result = run(&desk, &tried);
    println!("import {:?} {}", start.elapsed(), result.added);
    let start = std::time::Instant::now();
    let tried = try_out(&desk, &inspect(&desk, &path));
    println!("again {:?} {:?}", start.elapsed(), tried.counts);
    let start = std::time::Instant::now();
    undo_import(&desk.app, UndoImport { batch: result.batch.unwrap(), worked_on_too: false }).unwrap();
    println!("undo {:?}", start.elapsed());
}

#[test]
fn days_before_a_birthday_that_no_alarm_has_are_kept_in_the_note() {
    for offsets in ["[4000000000]", "[365]"] {
        let desk = Desk::new();
        let table = format!(
            "Rappel export 1,Display name,Birthday,Birthday alarms\n1,Anna Vos,1980-11-24,{offsets}\n2,Bram Smit,1980-11-24,\"[1, 7]\"\n"
        );
        let tried = try_out(&desk, &inspect(&desk, &file(&desk, "own.csv", &table)));
        let window = DryRunWindow { number: tried.number, only: None, from: 0, count: 10 };
        let rows = get_dry_run_rows(&desk.app, window).unwrap();
        let told: Vec<_> = rows.iter().map(|row| row.problems.iter().map(|it| it.code).collect::<Vec<_>>()).collect();
        assert_eq!(told, [vec![ProblemCode::KeptInNote], vec![]]);
        assert_eq!(run(&desk, &tried).added, 2);
        let person = |id| get_person(&desk.app, ContactRef { contact: ContactId(id) }).unwrap();
        assert_eq!(person(1).draft.note, format!("Birthday alarms: {offsets}"));
        assert_eq!(person(2).draft.note, "");
    }
}

//! A file tells more of people who are there: row by row they are skipped, filled or replaced, and the import is taken back without
//! what was changed by hand since.

use rappel_core::commands::*;
use rappel_core::import::csv::Field;
use rappel_domain::contact::Labelled;
use rappel_domain::conversation::Ending;
use rappel_tests::{Desk, at, day, talk};

use crate::import::{count, file, inspect, people, try_out};

fn with_email(desk: &Desk, name: &str, email: &str, company: &str) -> ContactId {
    let mut draft = rappel_tests::draft(name);
    draft.emails.push(Labelled { label: String::new(), value: email.to_owned() });
    draft.company = company.to_owned();
    add_contact(&desk.app, draft).unwrap()
}

fn rows(desk: &Desk, run: &DryRun) -> Vec<DryRunRow> {
    get_dry_run_rows(&desk.app, DryRunWindow { number: run.number, only: None, from: 0, count: 200 }).unwrap()
}

fn run(desk: &Desk, tried: &DryRun, duplicates: Decision, rows: Vec<RowDecision>) -> ImportResult {
    run_import(&desk.app, RunImport { number: tried.number, duplicates, rows }).unwrap()
}

fn draft(desk: &Desk, contact: ContactId) -> ContactDraft {
    get_person(&desk.app, ContactRef { contact }).unwrap().draft
}

fn list(desk: &Desk, list: PeopleList) -> Vec<ContactId> {
    let window = PeopleWindow { snapshot: list.snapshot, from: 0, count: 100 };
    get_people(&desk.app, window).unwrap().into_iter().map(|it| it.id).collect()
}

const LIST: &str = "Name,E-mail,Company,Phone,Note\n\
    Anna B. Vos,anna@example.org,Garage,06 12345678,from the list\n\
    Bram Smit,bram@example.org,Bakery,,\n\
    Carla Kok,carla@example.org,,,\n";

#[test]
fn the_dry_run_tells_which_fields_would_change_and_each_row_is_decided_about() {
    let desk = Desk::new();
    let anna = with_email(&desk, "Anna Vos", "anna@example.org", "Bakery");
    let bram = with_email(&desk, "Bram", "bram@example.org", "");
    let tried = try_out(&desk, &inspect(&desk, &file(&desk, "list.csv", LIST)));
    assert_eq!((count(&tried, RowOutcome::Duplicate), count(&tried, RowOutcome::New)), (2, 1));
    let shown = rows(&desk, &tried);
    let names = |changes: &[FieldChange]| changes.iter().map(|it| it.field.clone()).collect::<Vec<_>>();
    assert_eq!(names(&shown[0].fills), ["phone", "tag", "note"]);
    assert_eq!(names(&shown[0].replaces), ["name", "company", "phone", "tag", "note"]);
    assert_eq!(shown[0].replaces[1].from, ["Bakery"]);
    assert_eq!(shown[0].replaces[1].to, ["Garage"]);
    assert!(shown[2].fills.is_empty() && shown[2].replaces.is_empty());
    assert_eq!(draft(&desk, anna).company, "Bakery", "nothing is written by a dry run");

    let decisions =
        vec![RowDecision { row: 0, decision: Decision::Replace }, RowDecision { row: 2, decision: Decision::Skip }];
    let result = run(&desk, &tried, Decision::Fill, decisions);
    assert_eq!((result.added, result.updated), (0, 2));
    assert_eq!((result.left_out.len(), result.left_out[0].outcome), (1, RowOutcome::New));
    let (anna, bram) = (draft(&desk, anna), draft(&desk, bram));
    assert_eq!((anna.name.shown().as_str(), anna.company.as_str(), anna.phones.len()), ("Anna B. Vos", "Garage", 1));
    assert_eq!((bram.name.shown().as_str(), bram.company.as_str()), ("Bram", "Bakery"), "filled, not replaced");
    assert_eq!(people(&desk), 2);
    let again = try_out(&desk, &inspect(&desk, &file(&desk, "list.csv", LIST)));
    assert_eq!((count(&again, RowOutcome::Known), count(&again, RowOutcome::New)), (2, 1));
    let earlier = list_imports(&desk.app, ()).unwrap().remove(0);
    assert_eq!((earlier.added, earlier.updated), (0, 2));
}

#[test]
fn overwritten_values_come_back_months_later_but_not_over_what_was_changed_by_hand() {
    let mut desk = Desk::new();
    let anna = with_email(&desk, "Anna Vos", "anna@example.org", "Bakery");
    let bram = with_email(&desk, "Bram", "bram@example.org", "");
    let before = (draft(&desk, anna), draft(&desk, bram));
    let tried = try_out(&desk, &inspect(&desk, &file(&desk, "list.csv", LIST)));
    let batch = run(&desk, &tried, Decision::Replace, Vec::new()).batch.unwrap();
    let mut by_hand = draft(&desk, bram);
    by_hand.company = "Bakery & Sons".to_owned();
    update_contact(&desk.app, UpdateContact { contact: bram, draft: by_hand }).unwrap();
    desk.set_clock(at(day(2027, 5, 3), 9, 0));
    desk.restart();

    let preview = preview_undo_import(&desk.app, BatchRef { batch }).unwrap();
    assert_eq!((preview.trashed, preview.put_back, preview.worked_on.total), (1, 2, 0));
    assert_eq!(list(&desk, preview.changed_since), [bram]);
    let undone = undo_import(&desk.app, UndoImport { batch, worked_on_too: false }).unwrap();
    assert_eq!((undone.trashed, undone.put_back, people(&desk)), (1, 2, 2));
    assert_eq!(draft(&desk, anna), before.0);
    let bram_now = draft(&desk, bram);
    assert_eq!((bram_now.name, bram_now.company.as_str()), (before.1.name, "Bakery & Sons"));

    undo(&desk.app, Undo { step: None }).unwrap();
    assert_eq!(draft(&desk, anna).company, "Garage", "taking back is itself taken back");
    undo_import(&desk.app, UndoImport { batch, worked_on_too: false }).unwrap();
    let again = try_out(&desk, &inspect(&desk, &file(&desk, "list.csv", LIST)));
    assert_eq!(count(&again, RowOutcome::Duplicate), 2, "the same rows may change them again");
}

#[test]
fn those_worked_on_since_are_listed_and_go_only_when_asked_for() {
    let desk = Desk::new();
    let text: String = (0..5).map(|n| format!("Person {n},p{n}@example.org\n")).collect();
    let tried = try_out(&desk, &inspect(&desk, &file(&desk, "list.csv", &format!("Name,E-mail\n{text}"))));
    let batch = run(&desk, &tried, Decision::Skip, Vec::new()).batch.unwrap();
    let mine = with_email(&desk, "Mine", "mine@example.org", "");
    let of_batch = PeopleQuery { batch: Some(batch), ..PeopleQuery::default() };
    let shown = list(&desk, open_people(&desk.app, of_batch).unwrap());
    assert!(shown.len() == 5 && !shown.contains(&mine), "the people of this import: {shown:?}");
    log_conversation(&desk.app, talk(shown[2], "hello", Ending::JustATalk)).unwrap();

    let preview = preview_undo_import(&desk.app, BatchRef { batch }).unwrap();
    assert_eq!((preview.trashed, list(&desk, preview.worked_on)), (4, vec![shown[2]]));
    undo_import(&desk.app, UndoImport { batch, worked_on_too: false }).unwrap();
    assert_eq!(people(&desk), 2);
    undo(&desk.app, Undo { step: None }).unwrap();
    let undone = undo_import(&desk.app, UndoImport { batch, worked_on_too: true }).unwrap();
    assert_eq!((undone.trashed, undone.kept, people(&desk)), (5, 0, 1));
}

#[test]
fn a_source_that_was_made_for_an_import_goes_with_it_and_comes_again() {
    let desk = Desk::new();
    let sources =
        || get_filter_choices(&desk.app, ()).unwrap().sources.into_iter().map(|it| it.name).collect::<Vec<_>>();
    let before = sources();
    let path = file(&desk, "list.csv", "Name,E-mail\nAnna,anna@example.org\nBram,bram@example.org\n");
    let import = || {
        let tried = try_out(&desk, &inspect(&desk, &path));
        run(&desk, &tried, Decision::Skip, Vec::new()).batch.unwrap()
    };
    let batch = import();
    assert_eq!(sources().len(), before.len() + 1);
    undo_import(&desk.app, UndoImport { batch, worked_on_too: false }).unwrap();
    assert_eq!(sources(), before);
    let batch = import();
    assert!(sources().contains(&"Chamber list".to_owned()));
    // It stays where somebody still came from it.
    log_conversation(&desk.app, talk(ContactId(3), "hello", Ending::JustATalk)).unwrap();
    undo_import(&desk.app, UndoImport { batch, worked_on_too: false }).unwrap();
    assert!(sources().contains(&"Chamber list".to_owned()));
}

#[test]
fn another_mapping_of_the_same_file_finds_its_rows_and_so_do_those_remembered_before() {
    let desk = Desk::new();
    let path = file(&desk, "names.csv", "Naam;Iets\nAnna Nowak;x\nJoost;y\n");
    let mut seen = inspect(&desk, &path);
    run(&desk, &try_out(&desk, &seen), Decision::Skip, Vec::new());
    seen.mapping.fields[1] = Field::Note;
    assert_eq!(count(&try_out(&desk, &seen), RowOutcome::Known), 2);
    // A version before this one remembered what was read out of a row.
    let of_draft = |name: &str| {
        let mut draft = rappel_tests::draft(name);
        draft.note = "z".to_owned();
        rappel_core::import::row_hash(&draft)
    };
    let hash = of_draft("Eva Kok");
    desk.app
        .write(|write| {
            rappel_core::storage::batch::insert_row(write.db, rappel_domain::ids::BatchId(1), ContactId(1), 1, &hash)
        })
        .unwrap();
    let mut other = inspect(&desk, &file(&desk, "other.csv", "Naam;Iets\nEva Kok;z\n"));
    other.mapping.fields[1] = Field::Note;
    assert_eq!(count(&try_out(&desk, &other), RowOutcome::Known), 1);
}

#[test]
fn a_second_row_of_somebody_new_fills_what_the_first_left_empty() {
    let desk = Desk::new();
    let text = "Name,E-mail,Phone\nAnna Vos,anna@example.org,\nA. Vos,anna@example.org,0612345678\n";
    let tried = try_out(&desk, &inspect(&desk, &file(&desk, "list.csv", text)));
    let result = run(&desk, &tried, Decision::Fill, Vec::new());
    assert_eq!((result.added, people(&desk)), (1, 1));
    assert_eq!(draft(&desk, ContactId(1)).phones.len(), 1);
    let undone = undo_import(&desk.app, UndoImport { batch: result.batch.unwrap(), worked_on_too: false }).unwrap();
    assert_eq!((undone.trashed, undone.kept, people(&desk)), (1, 0, 0));
}

#[test]
fn a_photo_fills_and_goes_again() {
    let desk = Desk::new();
    let anna = with_email(&desk, "Anna Vos", "anna@example.org", "");
    let photo = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    let card = format!(
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Anna Vos\r\nN:Vos;Anna;;;\r\nEMAIL:anna@example.org\r\nPHOTO;ENCODING=b;TYPE=PNG:{photo}\r\nEND:VCARD\r\n"
    );
    let tried = try_out(&desk, &inspect(&desk, &file(&desk, "anna.vcf", &card)));
    let batch = run(&desk, &tried, Decision::Fill, Vec::new()).batch.unwrap();
    let has_photo = || get_person(&desk.app, ContactRef { contact: anna }).unwrap().photo;
    assert!(has_photo());
    undo_import(&desk.app, UndoImport { batch, worked_on_too: false }).unwrap();
    assert!(!has_photo());
}

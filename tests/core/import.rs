//! Importing: nothing is written before the dry run, nobody comes in twice, and what a row loses is said.

use std::path::{Path, PathBuf};

use rappel_core::commands::*;
use rappel_core::event::Event;
use rappel_domain::follow_up::Due;
use rappel_domain::process::{Permission, Place};
use rappel_domain::qualification::Answer;
use rappel_tests::{Desk, day};

fn fixtures() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/import");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| !path.file_name().unwrap().to_string_lossy().starts_with('.'))
        .collect();
    files.sort();
    assert!(files.len() > 10, "the fixtures are there");
    files
}

pub(crate) fn inspect(desk: &Desk, path: &Path) -> ImportInspection {
    let file = desk.app.keep_file(path.to_owned());
    inspect_import(&desk.app, InspectImport { file, shape: None, encoding: None }).unwrap()
}

/// What is asked for when all is left as it was found, with a source and a tag of its own.
pub(crate) fn as_found(it: &ImportInspection) -> DryRunImport {
    let (new_source, tags) = (Some("Chamber list".to_owned()), vec!["list".to_owned()]);
    DryRunImport { new_source, tags, ..rappel_tests::as_found(it) }
}

pub(crate) fn try_out(desk: &Desk, it: &ImportInspection) -> DryRun {
    dry_run_import(&desk.app, as_found(it)).unwrap()
}

pub(crate) fn count(run: &DryRun, outcome: RowOutcome) -> u32 {
    run.counts.iter().find(|it| it.outcome == outcome).map_or(0, |it| it.count)
}

pub(crate) fn file(desk: &Desk, name: &str, text: &str) -> PathBuf {
    let path = desk.folder().join(name);
    std::fs::write(&path, text).unwrap();
    path
}

pub(crate) fn people(desk: &Desk) -> u32 {
    open_people(&desk.app, PeopleQuery::default()).unwrap().total
}

#[test]
fn every_kind_of_file_comes_in_with_nobody_lost_in_silence() {
    for path in fixtures() {
        let desk = Desk::new();
        let seen = inspect(&desk, &path);
        let run = try_out(&desk, &seen);
        assert_eq!(people(&desk), 0, "{}: nothing is written by a dry run", path.display());
        assert_eq!(run.total, seen.rows);
        assert_eq!(run.counts.iter().map(|it| it.count).sum::<u32>(), run.total, "every row has an outcome");
        let rows =
            get_dry_run_rows(&desk.app, DryRunWindow { number: run.number, only: None, from: 0, count: 200 }).unwrap();
        for row in rows.iter().filter(|row| row.outcome == RowOutcome::Unreadable) {
            assert!(!row.problems.is_empty(), "{}: line {} says why", path.display(), row.line);
        }
        let result =
            run_import(&desk.app, RunImport { number: run.number, duplicates: Decision::Add, rows: Vec::new() })
                .unwrap();
        let left_out: u32 = result.left_out.iter().map(|it| it.count).sum();
        assert_eq!(result.added + left_out, run.total);
        assert_eq!(people(&desk), result.added, "{}", path.display());
    }
}

/// All that is derived, as text.
fn derived(desk: &Desk) -> Vec<String> {
    let mut found = Vec::new();
    desk.app
        .read(|db| {
            for table in ["contact_state", "contact_path", "contact_text", "alarm", "opportunity"] {
                let mut statement = db.prepare(&format!("SELECT * FROM {table} ORDER BY 1"))?;
                let columns = statement.column_count();
                let mut rows = statement.query([])?;
                while let Some(row) = rows.next()? {
                    let cells = (0..columns).map(|at| format!("{:?}", row.get_ref(at))).collect::<Vec<_>>();
                    found.push(format!("{table} {}", cells.join(" ")));
                }
            }
            Ok(())
        })
        .unwrap();
    found
}

/// Nothing changes when everybody is settled anew, and the indexes hold what their tables do.
fn stands_as_if_settled(desk: &Desk, what: &str) {
    let before = derived(desk);
    desk.app
        .write(|write| {
            for index in ["contact_search", "company_search"] {
                write.db.execute(&format!("INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)"), [])?;
            }
            write.touch_everyone();
            Ok(())
        })
        .unwrap();
    assert_eq!(derived(desk), before, "{what}");
}

#[test]
fn who_came_in_stands_as_if_settled_one_by_one() {
    let desk = Desk::new();
    for path in fixtures() {
        let run = try_out(&desk, &inspect(&desk, &path));
        let input = RunImport { number: run.number, duplicates: Decision::Fill, rows: Vec::new() };
        // Some files tell of the same people, with nothing new.
        let _ = run_import(&desk.app, input);
    }
    assert!(people(&desk) > 10, "the samples are there");
    stands_as_if_settled(&desk, "the samples");
    let list = open_people(&desk.app, PeopleQuery::default()).unwrap();
    let rows = get_people(&desk.app, PeopleWindow { snapshot: list.snapshot, from: 0, count: 200 }).unwrap();
    for row in rows {
        let search = PeopleQuery { search: row.name.clone(), ..PeopleQuery::default() };
        assert!(open_people(&desk.app, search).unwrap().total > 0, "{} is found", row.name);
    }
}

/// Birthdays around the day of the clock, names and numbers of every make, and somebody who comes up twice.
const ALL_SORTS: &str = "\
BEGIN:VCARD\nVERSION:4.0\nFN:Today\nBDAY:19801123\nEND:VCARD\n\
BEGIN:VCARD\nVERSION:4.0\nFN:Yesterday\nBDAY:--1122\nEND:VCARD\n\
BEGIN:VCARD\nVERSION:4.0\nFN:Tomorrow\nBDAY:--1124\nEND:VCARD\n\
BEGIN:VCARD\nVERSION:4.0\nFN:In three days\nBDAY:--1126\nEND:VCARD\n\
BEGIN:VCARD\nVERSION:4.0\nFN:Leap day\nBDAY:20000229\nEND:VCARD\n\
BEGIN:VCARD\nVERSION:4.0\nFN:New Year\nBDAY:19790101\nEND:VCARD\n\
BEGIN:VCARD\nVERSION:4.0\nFN:Zoë \"Zo\" de Boer\nN:Boer;Zoë;;dr.;MSc\nORG:Bakkerij De Ster;Winkel\nEMAIL:Zoe@Example.org\n\
EMAIL;TYPE=work:z@example.org\nTEL:06 - 12.34/56(78)\nTEL;TYPE=work:+31 20 123 4567\nURL:https://zoe.example.org\n\
ADR;TYPE=home:;;Kade 1;Delft;;1234 AB;\nADR;TYPE=work:;;Dijk 2;Gent;;;België\nCATEGORIES:Fair,kermis,fair\nNICKNAME:Zo\nEND:VCARD\n\
BEGIN:VCARD\nVERSION:4.0\nFN:Joost\nORG:BAKKERIJ DE STER\nCATEGORIES:Kermis,Other\nNOTE:A note\\nin two lines\nEND:VCARD\n\
BEGIN:VCARD\nVERSION:4.0\nFN:Z. Boer\nEMAIL:zoe@example.org\nTITLE:Baker\nTEL:0687654321\nBDAY:--0701\nEND:VCARD\n";

#[test]
fn all_sorts_of_people_stand_as_if_settled_whatever_is_true_of_all() {
    let answer = |criterion, answer| GivenAnswer { criterion, answer, proof: None };
    let later = || Some(LaterForAll { due: Due { on: day(2026, 12, 1), at: None }, what: "Call".to_owned() });
    for (what, later, answers) in [
        ("nothing", None, Vec::new()),
        ("promising", None, vec![Answer::Yes]),
        ("prospects", None, vec![Answer::Yes; 3]),
        ("not a fit", None, vec![Answer::Yes, Answer::No]),
        ("later", later(), Vec::new()),
        ("promising, later", later(), vec![Answer::Yes]),
        ("prospects, later", later(), vec![Answer::Yes; 3]),
    ] {
        let desk = Desk::new();
        let criteria = get_settings(&desk.app, ()).unwrap().criteria;
        let answers: Vec<_> = criteria.iter().zip(answers).map(|(it, given)| answer(it.id, given)).collect();
        for (duplicates, title) in [(Decision::Fill, ""), (Decision::Replace, "Dr. "), (Decision::Add, "Prof. ")] {
            let text = ALL_SORTS.replace("FN:", &format!("FN:{title}"));
            let all = ForAll { answers: answers.clone(), later: later.clone() };
            let seen = inspect(&desk, &file(&desk, "all.vcf", &text));
            let run = dry_run_import(&desk.app, DryRunImport { for_all: all, ..as_found(&seen) }).unwrap();
            let input = RunImport { number: run.number, duplicates, rows: Vec::new() };
            let result = run_import(&desk.app, input).unwrap();
            assert!(result.added > 0 && (result.updated > 0 || duplicates == Decision::Add), "{what}: {result:?}");
            stands_as_if_settled(&desk, what);
        }
    }
}

#[test]
fn a_row_that_was_to_fill_somebody_who_stays_out_comes_in_whole() {
    let desk = Desk::new();
    let text = "Name,E-mail,Birthday\nAnna,anna@example.org,\nAnna Nowak,anna@example.org,1980-12-24\n";
    let run = try_out(&desk, &inspect(&desk, &file(&desk, "list.csv", text)));
    let rows = vec![RowDecision { row: 0, decision: Decision::Skip }];
    let result = run_import(&desk.app, RunImport { number: run.number, duplicates: Decision::Fill, rows }).unwrap();
    assert_eq!((result.added, result.updated), (1, 0));
    stands_as_if_settled(&desk, "with the alarms of the birthday");
}

#[test]
fn the_same_file_twice_adds_nobody_twice_and_a_name_alone_neither() {
    let desk = Desk::new();
    let path = file(&desk, "names.csv", "Name;E-mail\nAnna Nowak;anna@example.org\nJoost;\nJoost;\n");
    let seen = inspect(&desk, &path);
    let run = try_out(&desk, &seen);
    assert_eq!((count(&run, RowOutcome::New), count(&run, RowOutcome::Known)), (2, 1));
    run_import(&desk.app, RunImport { number: run.number, duplicates: Decision::Skip, rows: Vec::new() }).unwrap();
    let again = try_out(&desk, &inspect(&desk, &path));
    assert_eq!(count(&again, RowOutcome::Known), 3);
    let nobody = run_import(&desk.app, RunImport { number: again.number, duplicates: Decision::Add, rows: Vec::new() })
        .unwrap_err();
    assert_eq!(nobody.code(), "import_nothing_new");
    assert_eq!(people(&desk), 2);
    let row = get_people(
        &desk.app,
        PeopleWindow { snapshot: open_people(&desk.app, PeopleQuery::default()).unwrap().snapshot, from: 0, count: 1 },
    )
    .unwrap()
    .remove(0);
    assert_eq!(row.source, "Chamber list");
}

#[test]
fn who_refused_contact_is_never_taken_in_again() {
    let desk = Desk::new();
    let mut draft = rappel_tests::draft("Koen Maes");
    draft.phones.push(rappel_domain::contact::Labelled { label: String::new(), value: "06 12 34 56 78".to_owned() });
    let koen = add_contact(&desk.app, draft).unwrap();
    let no = Move::Declined { permission: Permission::Refused, ask_again: None, reason: String::new() };
    move_contact(&desk.app, MoveContact { contact: koen, to: no }).unwrap();
    let path = file(&desk, "list.csv", "Naam,Telefoon\nK. Maes,+31612345678\nAnna Nowak,+31687654321\n");
    let run = try_out(&desk, &inspect(&desk, &path));
    assert_eq!((count(&run, RowOutcome::Blocked), count(&run, RowOutcome::New)), (1, 1));
    run_import(&desk.app, RunImport { number: run.number, duplicates: Decision::Add, rows: Vec::new() }).unwrap();
    assert_eq!(people(&desk), 2);
}

#[test]
fn a_cancelled_import_leaves_nothing() {
    let desk = Desk::new();
    let text: String = (0..2000).map(|n| format!("Person {n},p{n}@example.org\n")).collect();
    let path = file(&desk, "long.csv", &format!("Name,E-mail\n{text}"));
    let run = try_out(&desk, &inspect(&desk, &path));
    let app = std::sync::Arc::downgrade(&desk.app);
    desk.app.listen(Box::new(move |event| {
        if let (Event::Progress { .. }, Some(app)) = (event, app.upgrade()) {
            cancel_import(&app, ()).unwrap();
        }
    }));
    let result = run_import(&desk.app, RunImport { number: run.number, duplicates: Decision::Skip, rows: Vec::new() });
    assert_eq!(result.unwrap_err().code(), "cancelled");
    assert_eq!(people(&desk), 0);
    assert!(list_imports(&desk.app, ()).unwrap().is_empty());
}

#[test]
fn names_with_a_particle_come_in_where_the_lists_of_the_country_have_them() {
    let desk = Desk::new();
    let settings = get_settings(&desk.app, ()).unwrap().settings;
    update_settings(&desk.app, Settings { country: "BE".to_owned(), ..settings }).unwrap();
    let text = "Voornaam,Tussenvoegsel,Achternaam\nPiet,van den,Berg\nAnna,,Claes\nSanne,de,Boer\nEva,,Aerts\n";
    let path = file(&desk, "list.csv", text);
    let run = try_out(&desk, &inspect(&desk, &path));
    run_import(&desk.app, RunImport { number: run.number, duplicates: Decision::Skip, rows: Vec::new() }).unwrap();
    let list = open_people(&desk.app, PeopleQuery::default()).unwrap();
    let rows = get_people(&desk.app, PeopleWindow { snapshot: list.snapshot, from: 0, count: 10 }).unwrap();
    let names: Vec<_> = rows.into_iter().map(|it| it.name).collect();
    assert_eq!(names, ["Eva Aerts", "Anna Claes", "Sanne de Boer", "Piet van den Berg"]);
    stands_as_if_settled(&desk, "with the order of names");
}

/// The schema, but for what belongs to the connection.
fn schema(desk: &Desk) -> Vec<String> {
    let read = |db: &rappel_core::storage::Db| {
        let mut statement = db.prepare("SELECT name || ' ' || ifnull(sql, '') FROM sqlite_schema ORDER BY name")?;
        let rows = statement.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    };
    desk.app.read(read).unwrap()
}

/// Somebody is added, found, taken back with one step, and comes back with it.
fn adds_finds_and_undoes(desk: &Desk, name: &str) {
    let found = || {
        let search = PeopleQuery { search: name.to_owned(), ..PeopleQuery::default() };
        open_people(&desk.app, search).unwrap().total
    };
    desk.add(name);
    assert_eq!(found(), 1, "{name} is in the index");
    undo(&desk.app, Undo { step: None }).unwrap();
    assert_eq!(found(), 0);
    redo(&desk.app, ()).unwrap();
    assert_eq!(found(), 1);
}

#[test]
fn steps_are_undone_and_people_found_after_an_import_was_stopped_failed_or_done() {
    let desk = Desk::new();
    let rows: String = (0..2000).map(|n| format!("Person {n},Works {n},p{n}@example.org\n")).collect();
    let path = file(&desk, "list.csv", &format!("Name,Company,E-mail\n{rows}"));
    let import = |run: DryRun| {
        run_import(&desk.app, RunImport { number: run.number, duplicates: Decision::Skip, rows: Vec::new() })
    };
    desk.add("Anna Nowak");
    let before = schema(&desk);
    let stop = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(true));
    let (app, stops) = (std::sync::Arc::downgrade(&desk.app), std::sync::Arc::clone(&stop));
    let run = try_out(&desk, &inspect(&desk, &path));
    desk.app.listen(Box::new(move |event| {
        if let (Event::Progress { .. }, Some(app)) = (event, app.upgrade())
            && stops.load(std::sync::atomic::Ordering::Relaxed)
        {
            cancel_import(&app, ()).unwrap();
        }
    }));
    assert_eq!(import(run.clone()).unwrap_err().code(), "cancelled");
    assert_eq!(schema(&desk), before);
    undo(&desk.app, Undo { step: None }).unwrap();
    assert_eq!(people(&desk), 0, "a step from before the import is taken back");
    adds_finds_and_undoes(&desk, "Bram Smit");

    stop.store(false, std::sync::atomic::Ordering::Relaxed);
    assert_eq!(import(run).unwrap().added, 2000);
    assert_eq!(schema(&desk), before);
    adds_finds_and_undoes(&desk, "Eva Kok");

    let nobody = import(try_out(&desk, &inspect(&desk, &path))).unwrap_err();
    assert_eq!(nobody.code(), "import_nothing_new");
    adds_finds_and_undoes(&desk, "Koen Maes");
    stands_as_if_settled(&desk, "after all of it");
    let no_word =
        desk.app.write(|write| Ok(write.db.execute("UPDATE contact SET standing = 'gone' WHERE id = 1", [])?));
    assert!(no_word.is_err(), "values are checked again");
}

#[test]
fn a_batch_is_taken_back_but_for_those_worked_on_since() {
    let desk = Desk::new();
    let text: String = (0..500).map(|n| format!("Person {n},p{n}@example.org,1980-05-{:02}\n", n % 28 + 1)).collect();
    let path = file(&desk, "list.csv", &format!("Name,E-mail,Birthday\n{text}"));
    let run = try_out(&desk, &inspect(&desk, &path));
    let result =
        run_import(&desk.app, RunImport { number: run.number, duplicates: Decision::Skip, rows: Vec::new() }).unwrap();
    assert_eq!(result.added, 500);
    add_question(&desk.app, AddQuestion { contact: ContactId(7), question: "When?".to_owned() }).unwrap();
    let batch = result.batch.unwrap();
    let undone = undo_import(&desk.app, UndoImport { batch, worked_on_too: false }).unwrap();
    assert_eq!((undone.trashed, undone.kept), (499, 1));
    assert_eq!(people(&desk), 1);
    let again = try_out(&desk, &inspect(&desk, &path));
    assert_eq!(count(&again, RowOutcome::New), 499, "rows that were taken back may come in again");
}

#[test]
fn a_mapping_is_remembered_for_the_same_columns() {
    let desk = Desk::new();
    let first = file(&desk, "a.csv", "Naam,Iets\nAnna,x\n");
    let mut seen = inspect(&desk, &first);
    seen.mapping.fields[1] = rappel_core::import::csv::Field::Note;
    let run = try_out(&desk, &seen);
    run_import(&desk.app, RunImport { number: run.number, duplicates: Decision::Skip, rows: Vec::new() }).unwrap();
    let second = file(&desk, "b.csv", "Naam,Iets\nBram,y\n");
    assert_eq!(inspect(&desk, &second).mapping, seen.mapping);
}

#[test]
fn a_wrong_file_is_refused_with_words_and_birthdays_of_the_past_do_not_ring() {
    let mut desk = Desk::new();
    let path = file(&desk, "photo.csv", "\u{89}PNG\r\n\u{1a}\n\0\0\0\0");
    std::fs::write(&path, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").unwrap();
    let offered = desk.app.keep_file(path);
    let refused = inspect_import(&desk.app, InspectImport { file: offered, shape: None, encoding: None }).unwrap_err();
    assert_eq!(refused.code(), "import_not_text");
    let path = file(&desk, "b.csv", "Name,Birthday\nAnna,1980-11-20\nBram,1980-11-23\n");
    let run = try_out(&desk, &inspect(&desk, &path));
    run_import(&desk.app, RunImport { number: run.number, duplicates: Decision::Skip, rows: Vec::new() }).unwrap();
    desk.start_alarms();
    let popups = desk.wait_for_popups(1);
    std::thread::sleep(std::time::Duration::from_millis(100));
    assert!(popups[0].title.contains("Bram") && desk.notifier.shown().len() == 1, "{:?}", desk.notifier.shown());
    assert_eq!(get_person(&desk.app, ContactRef { contact: ContactId(1) }).unwrap().row.place, Place::Lead);
}

#[test]
fn what_an_import_wrote_is_folded_into_the_file_and_no_save_after_it_waits_for_that() {
    let desk = Desk::new();
    let mut text = "Name;E-mail\n".to_owned();
    for n in 0..3_000 {
        text += &format!("Invented Person{n};person{n}@example.org\n");
    }
    let seen = inspect(&desk, &file(&desk, "many.csv", &text));
    let before = std::fs::metadata(desk.app.database()).unwrap().len();
    let number = try_out(&desk, &seen).number;
    run_import(&desk.app, RunImport { number, duplicates: Decision::Skip, rows: Vec::new() }).unwrap();
    let grown = || std::fs::metadata(desk.app.database()).unwrap().len() > before + 500_000;
    desk.wait_until("the file to hold them", grown);
}

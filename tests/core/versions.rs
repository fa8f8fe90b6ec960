//! The data of every version that was given out opens in this one, and nothing in it is lost.
//!
//! When a version is finished, its fixture is made once: `cargo test -p rappel-tests --test core keep_a_fixture -- --ignored`.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rappel_core::clock::SystemClock;
use rappel_core::commands::*;
use rappel_core::{App, Options};
use rappel_domain::birthday::Birthday;
use rappel_domain::conversation::Ending;
use rappel_domain::follow_up::{Due, FollowUpDraft, Repeat, Unit};
use rappel_domain::process::{Lifecycle, Place};
use rappel_domain::sale::{Money, SaleDraft};
use rappel_tests::{Desk, day, talk};

use crate::import::{file, inspect, try_out};

pub fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/databases")
}

/// A little of everything. What is written here is looked for in the fixtures of all versions, so add to it, and change nothing.
fn write_a_life(desk: &Desk) {
    add_sample_people(&desk.app, ()).unwrap();
    let names = file(desk, "list.csv", "Name;E-mail;Phone\nBram Smit;bram@example.org;06 12345678\n");
    let run = try_out(desk, &inspect(desk, &names));
    run_import(&desk.app, RunImport { number: run.number, duplicates: Decision::Skip, rows: Vec::new() }).unwrap();

    let mut draft = rappel_tests::draft("Žofie de Vries-Ågård");
    draft.note = "Likes “short” calls.\n<b>Not bold</b> 🎈".to_owned();
    draft.birthday = Some(Birthday::new(2, 29, None).unwrap());
    draft.tags = vec!["own tag".to_owned()];
    let zofie = add_contact(&desk.app, draft).unwrap();
    log_conversation(&desk.app, talk(zofie, "Wants to think.\n? Does it fit", not_ready())).unwrap();
    let sale = SaleDraft {
        what: "Course".to_owned(),
        amount: Money { minor: 12_550, currency: "EUR".to_owned() },
        on: day(2026, 11, 23),
    };
    log_conversation(&desk.app, talk(zofie, "Yes after all.", Ending::Yes { sale })).unwrap();
}

fn not_ready() -> Ending {
    let repeat = Some(Repeat { every: 2, unit: Unit::Week });
    let due = Due { on: day(2027, 1, 11), at: None };
    Ending::NotReady { follow_up: FollowUpDraft { what: "Ask again".to_owned(), due, minutes_before: 0, repeat } }
}

fn find(app: &App, words: &str) -> Vec<PersonRow> {
    let list = open_people(app, PeopleQuery { search: words.to_owned(), ..PeopleQuery::default() }).unwrap();
    get_people(app, PeopleWindow { snapshot: list.snapshot, from: 0, count: 50 }).unwrap()
}

pub fn look_for_it(app: &App) {
    let zofie = find(app, "zofie").remove(0);
    assert_eq!((zofie.place, zofie.lifecycle), (Place::Customer, Lifecycle::Customer));
    let person = get_person(app, ContactRef { contact: zofie.id }).unwrap();
    assert_eq!(person.draft.note, "Likes “short” calls.\n<b>Not bold</b> 🎈");
    assert_eq!(person.draft.birthday, Some(Birthday::new(2, 29, None).unwrap()));
    assert_eq!(person.draft.tags, ["own tag"]);
    assert_eq!(person.sales[0].amount, Money { minor: 12_550, currency: "EUR".to_owned() });
    assert_eq!(person.questions[0].question, "Does it fit");
    assert_eq!(person.follow_ups[0].draft.repeat, Some(Repeat { every: 2, unit: Unit::Week }));
    let said = get_timeline(app, TimelineQuery { contact: zofie.id, before: None }).unwrap();
    assert!(said.entries.len() >= 3, "{said:?}");

    let bram = find(app, "0612345678").remove(0);
    assert_eq!((bram.name.as_str(), bram.source.as_str()), ("Bram Smit", "Chamber list"));
    assert_eq!(list_imports(app, ()).unwrap()[0].file, "list.csv");
    assert!(open_people(app, PeopleQuery::default()).unwrap().total > 20, "the sample people");
    assert!(get_process(app, ProcessQuery::default()).unwrap().columns.iter().any(|column| !column.cards.is_empty()));
    // It can be written to as well.
    update_contact(app, UpdateContact { contact: zofie.id, draft: person.draft }).unwrap();
    add_contact(app, rappel_tests::draft("Newcomer")).unwrap();
    assert_eq!(find(app, "newcomer").len(), 1);
}

fn sound(app: &App) {
    app.read(|db| {
        let verdict: String = db.query_row("PRAGMA integrity_check", [], |row| row.get(0))?;
        assert_eq!(verdict, "ok");
        let broken: i64 = db.query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| row.get(0))?;
        assert_eq!(broken, 0, "rows that point to nothing");
        Ok(())
    })
    .unwrap();
}

#[test]
fn the_data_of_every_version_opens_in_this_one() {
    let mut seen = 0;
    for entry in std::fs::read_dir(fixtures()).unwrap() {
        let fixture = entry.unwrap().path();
        let folder = tempfile::tempdir().unwrap();
        std::fs::copy(&fixture, folder.path().join("rappel.db")).unwrap();
        let app = open(folder.path());
        look_for_it(&app);
        sound(&app);
        seen += 1;
    }
    assert!(seen > 0, "there are fixtures");
}

#[test]
#[ignore = "writes the fixture of this version"]
fn keep_a_fixture() {
    let desk = Desk::new();
    write_a_life(&desk);
    let fixture = fixtures().join(format!("{}.db", env!("CARGO_PKG_VERSION")));
    assert!(!fixture.exists(), "the fixture of a version that was given out is never made anew");
    std::fs::create_dir_all(fixtures()).unwrap();
    // Opening a copy and closing it brings what stands in the write-ahead log into the file.
    let copy = tempfile::tempdir().unwrap();
    for name in ["rappel.db", "rappel.db-wal"] {
        std::fs::copy(desk.folder().join(name), copy.path().join(name)).unwrap();
    }
    drop(open(copy.path()));
    std::fs::copy(copy.path().join("rappel.db"), fixture).unwrap();
}

fn open(folder: &Path) -> Arc<App> {
    rappel_tests::open_again(|| {
        App::open(Options { folder: folder.to_owned(), clock: Arc::new(SystemClock), demo: false })
    })
}

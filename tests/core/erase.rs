//! Somebody who is erased is gone from every table, the search, and the bytes of the file; what is left of who refused contact
//! is a fingerprint.

use std::collections::BTreeSet;

use rappel_core::commands::*;
use rappel_core::trash;
use rappel_domain::birthday::Birthday;
use rappel_domain::contact::{CustomValue, Labelled, PostalAddress};
use rappel_domain::conversation::Ending;
use rappel_domain::follow_up::Due;
use rappel_domain::process::Permission;
use rappel_domain::qualification::Answer;
use rappel_tests::{Desk, at, day, monday, talk};

use crate::backup::is_lock;
use crate::import::{count, file, inspect, people, try_out};

/// Words that stand nowhere but with one person.
const WORDS: [&str; 16] = [
    "Xanthippe",
    "Quillfeather",
    "quill@feather.example",
    "612345678",
    "Zuurkoolstraat",
    "Vlierbessen",
    "Kwikstaart BV",
    "tagofhers",
    "favourite-colour",
    "ultramarijn",
    "Korenwolf",
    "Zilverreiger",
    "formernote",
    "former@feather.example",
    "Roerdomp",
    "Bokkesprong",
];

fn one(value: &str) -> Vec<Labelled> {
    vec![Labelled { label: String::new(), value: value.to_owned() }]
}

/// A person of whom everything is known.
fn life_of(desk: &Desk) -> ContactId {
    let mut draft = rappel_tests::draft("Xanthippe Quillfeather");
    draft.emails = one("former@feather.example");
    draft.note = "formernote".to_owned();
    let id = add_contact(&desk.app, draft.clone()).unwrap();
    draft.emails = one("quill@feather.example");
    draft.phones = one("06 12345678");
    draft.company = "Kwikstaart BV".to_owned();
    draft.note = "Vlierbessen".to_owned();
    draft.tags = vec!["tagofhers".to_owned()];
    draft.custom = vec![CustomValue { name: "favourite-colour".to_owned(), value: "ultramarijn".to_owned() }];
    draft.addresses = vec![PostalAddress { street: "Zuurkoolstraat 1".to_owned(), ..PostalAddress::default() }];
    draft.birthday = Some(Birthday::new(11, 23, Some(1980)).unwrap());
    update_contact(&desk.app, UpdateContact { contact: id, draft }).unwrap();
    log_conversation(&desk.app, talk(id, "Korenwolf\n? Zilverreiger", Ending::JustATalk)).unwrap();
    desk.follow_up(id, "Roerdomp", Due { on: day(2026, 11, 23), at: None });
    let criterion = get_person(&desk.app, ContactRef { contact: id }).unwrap().criteria[0].criterion;
    let answer = GivenAnswer { criterion, answer: Answer::Yes, proof: Some("Bokkesprong".to_owned()) };
    answer_criteria(&desk.app, QualifyAnswers { contact: id, answers: vec![answer] }).unwrap();
    id
}

/// Which of the words stand in the bytes of the data folder, in any case. Older backups still hold everybody, as is said.
fn left(desk: &Desk, words: &[&str]) -> Vec<String> {
    let mut found = BTreeSet::new();
    let files = std::fs::read_dir(desk.folder()).unwrap().map(|entry| entry.unwrap().path());
    for path in files.filter(|it| it.is_file() && !is_lock(it)) {
        let bytes = std::fs::read(&path).unwrap().to_ascii_lowercase();
        for word in words {
            let word = word.to_ascii_lowercase();
            if bytes.windows(word.len()).any(|it| it == word.as_bytes()) {
                found.insert(format!("{word} in {}", path.file_name().unwrap().to_string_lossy()));
            }
        }
    }
    found.into_iter().collect()
}

fn refuse(desk: &Desk, contact: ContactId) {
    let no = Move::Declined { permission: Permission::Refused, ask_again: None, reason: String::new() };
    move_contact(&desk.app, MoveContact { contact, to: no }).unwrap();
}

#[test]
fn nothing_of_somebody_erased_stands_in_the_bytes_of_the_file() {
    let mut desk = Desk::new();
    // Others around, so that pages are shared, and enough of them that pages were split.
    for n in 0..300 {
        let other = desk.add(&format!("Person {n}"));
        log_conversation(&desk.app, talk(other, &format!("talk {n}"), Ending::JustATalk)).unwrap();
    }
    let id = life_of(&desk);
    for n in 300..600 {
        desk.add(&format!("Person {n}"));
    }
    assert!(!left(&desk, &["Xanthippe", "Korenwolf"]).is_empty(), "the test looks in the right place");
    trash_contact(&desk.app, ContactRef { contact: id }).unwrap();
    erase_contact(&desk.app, ContactRef { contact: id }).unwrap();
    // A field that the person made is not about one person.
    let words: Vec<&str> = WORDS.into_iter().filter(|word| *word != "favourite-colour").collect();
    assert_eq!(left(&desk, &words), Vec::<String>::new());
    assert_eq!(get_person(&desk.app, ContactRef { contact: id }).unwrap_err().code(), "not_found");
    let found = open_people(&desk.app, PeopleQuery { search: "talk 7".to_owned(), ..PeopleQuery::default() }).unwrap();
    assert!(found.total >= 1, "the search still works for the others");
    assert_eq!(people(&desk), 600);
    desk.restart();
    assert_eq!(left(&desk, &words), Vec::<String>::new());
    sound(&desk);
}

#[test]
fn an_erasure_is_not_undone_nor_any_step_that_knew_them() {
    let desk = Desk::new();
    let bram = desk.add("Bram Smit");
    let id = life_of(&desk);
    erase_contact(&desk.app, ContactRef { contact: id }).unwrap();
    // What is left to take back is about Bram.
    assert_eq!(desk.app.can_undo().unwrap().name, "Bram Smit");
    undo(&desk.app, Undo { step: None }).unwrap();
    assert_eq!(get_person(&desk.app, ContactRef { contact: bram }).unwrap_err().code(), "not_found");
    assert_eq!(undo(&desk.app, Undo { step: None }).unwrap_err().code(), "nothing_to_undo");
    assert_eq!(people(&desk), 0);
}

#[test]
fn a_pop_up_about_somebody_erased_goes_from_the_screen() {
    let desk = Desk::new().with_alarms();
    let id = life_of(&desk);
    desk.wait_for_popups(1);
    erase_contact(&desk.app, ContactRef { contact: id }).unwrap();
    desk.wait_until("the pop-ups to go", || desk.notifier.withdrawn().len() >= desk.notifier.numbers().len());
    let ledger = get_ledger(&desk.app, LedgerQuery { search: String::new(), before: None }).unwrap();
    assert!(ledger.rings.is_empty(), "{ledger:?}");
}

#[test]
fn who_refused_and_was_erased_is_known_again_by_the_import_and_by_hand() {
    let desk = Desk::new();
    let id = life_of(&desk);
    refuse(&desk, id);
    erase_contact(&desk.app, ContactRef { contact: id }).unwrap();
    assert!(left(&desk, &["Xanthippe", "quill@feather", "612345678"]).is_empty());

    let list = "Name,E-mail,Phone\nX. Q.,Quill@Feather.example,\nOther name,,+31 6 1234 5678\nAnna,anna@example.org,\n";
    let path = file(&desk, "bought.csv", list);
    let run = try_out(&desk, &inspect(&desk, &path));
    assert_eq!((count(&run, RowOutcome::Blocked), count(&run, RowOutcome::New)), (2, 1));
    run_import(&desk.app, RunImport { number: run.number, duplicates: Decision::Add, rows: Vec::new() }).unwrap();
    assert_eq!(people(&desk), 1);

    let mut draft = rappel_tests::draft("X. Q.");
    assert!(!has_refused(&desk.app, draft.clone()).unwrap());
    draft.phones = one("06-12345678");
    assert!(has_refused(&desk.app, draft.clone()).unwrap(), "by the number");
    // Who adds them all the same, and hears that contact is allowed, is not warned any more.
    let again = add_contact(&desk.app, draft.clone()).unwrap();
    refuse(&desk, again);
    allow_contact_again(&desk.app, ContactRef { contact: again }).unwrap();
    assert!(!has_refused(&desk.app, draft).unwrap());
}

#[test]
fn contact_allowed_again_takes_the_fingerprint_away_and_undo_brings_it_back() {
    let desk = Desk::new();
    let id = life_of(&desk);
    let draft = get_person(&desk.app, ContactRef { contact: id }).unwrap().draft;
    refuse(&desk, id);
    assert!(has_refused(&desk.app, draft.clone()).unwrap());
    allow_contact_again(&desk.app, ContactRef { contact: id }).unwrap();
    assert!(!has_refused(&desk.app, draft.clone()).unwrap());
    undo(&desk.app, Undo { step: None }).unwrap();
    undo(&desk.app, Undo { step: None }).unwrap();
    assert!(!has_refused(&desk.app, draft.clone()).unwrap(), "the refusal itself was taken back");
    // The key survived the undo of the write in which it was made.
    refuse(&desk, id);
    erase_contact(&desk.app, ContactRef { contact: id }).unwrap();
    assert!(has_refused(&desk.app, draft).unwrap());
}

#[test]
fn the_trash_is_emptied_after_thirty_days_and_not_before() {
    let desk = Desk::new();
    let (old, young) = (life_of(&desk), desk.add("Bram"));
    trash_contact(&desk.app, ContactRef { contact: old }).unwrap();
    desk.set_clock(at(monday(), 10, 0) + chrono::Duration::days(29));
    trash_contact(&desk.app, ContactRef { contact: young }).unwrap();
    assert_eq!(trash::empty(&desk.app).unwrap(), 0);
    desk.set_clock(at(monday(), 10, 1) + chrono::Duration::days(30));
    assert_eq!(trash::empty(&desk.app).unwrap(), 1);
    assert_eq!(get_person(&desk.app, ContactRef { contact: old }).unwrap_err().code(), "not_found");
    assert!(get_person(&desk.app, ContactRef { contact: young }).unwrap().trashed);
    assert!(left(&desk, &["Xanthippe", "Korenwolf"]).is_empty());
}

/// Imports a file that does not stay, with a source of its own by its name; who is there already is filled.
fn bring_in(desk: &Desk, name: &str, text: &str) {
    let path = file(desk, name, text);
    let asked = DryRunImport {
        new_source: Some(name.split('.').next().unwrap().to_owned()),
        ..rappel_tests::as_found(&inspect(desk, &path))
    };
    let run = dry_run_import(&desk.app, asked).unwrap();
    run_import(&desk.app, RunImport { number: run.number, duplicates: Decision::Fill, rows: Vec::new() }).unwrap();
    std::fs::remove_file(path).unwrap();
}

/// Everybody, in the order that they came in.
fn everyone(desk: &Desk) -> Vec<ContactId> {
    let list = open_people(&desk.app, PeopleQuery::default()).unwrap();
    let window = PeopleWindow { snapshot: list.snapshot, from: 0, count: 100 };
    let mut ids: Vec<_> = get_people(&desk.app, window).unwrap().into_iter().map(|it| it.id).collect();
    ids.sort();
    ids
}

fn files(desk: &Desk) -> Vec<String> {
    list_imports(&desk.app, ()).unwrap().into_iter().map(|it| it.file).collect()
}

#[test]
fn a_file_with_the_persons_own_name_goes_with_them() {
    let desk = Desk::new();
    bring_in(&desk, "Xanthippe.csv", "Name,E-mail\nXanthippe Quillfeather,quill@feather.example\n");
    let [id] = everyone(&desk)[..] else { panic!("one came in") };
    erase_contact(&desk.app, ContactRef { contact: id }).unwrap();
    assert_eq!(files(&desk), Vec::<String>::new());
    assert_eq!(left(&desk, &["Xanthippe", "quill@feather.example"]), Vec::<String>::new());
}

#[test]
fn a_file_that_told_more_of_somebody_goes_with_them_and_so_does_what_it_changed() {
    let desk = Desk::new();
    let mut known = rappel_tests::draft("Xanthippe Quillfeather");
    known.emails = one("quill@feather.example");
    let id = add_contact(&desk.app, known).unwrap();
    let head = "Name,E-mail,Phone,Company";
    let row = "Xanthippe Quillfeather,quill@feather.example,06 12345678,Kwikstaart BV";
    bring_in(&desk, "Xanthippe.csv", &format!("{head}\n{row}\n"));
    // One that told of somebody else too stays as long as they do.
    bring_in(&desk, "both.csv", &format!("{head}\n{row},\nBram Smit,bram@example.org,,Kwikstaart BV\n"));
    let mut draft = get_person(&desk.app, ContactRef { contact: id }).unwrap().draft;
    assert_eq!(draft.company, "Kwikstaart BV");
    draft.company = "Zeldzaam".to_owned();
    update_contact(&desk.app, UpdateContact { contact: id, draft }).unwrap();

    erase_contact(&desk.app, ContactRef { contact: id }).unwrap();
    assert_eq!(files(&desk), ["both.csv"]);
    assert_eq!(left(&desk, &["Xanthippe", "quill@feather.example", "Zeldzaam"]), Vec::<String>::new());
    let [bram] = everyone(&desk)[..] else { panic!("Bram came in") };
    assert_eq!(get_person(&desk.app, ContactRef { contact: bram }).unwrap().draft.company, "Kwikstaart BV");
    let mut draft = get_person(&desk.app, ContactRef { contact: bram }).unwrap().draft;
    draft.company = String::new();
    update_contact(&desk.app, UpdateContact { contact: bram, draft }).unwrap();
    erase_contact(&desk.app, ContactRef { contact: bram }).unwrap();
    assert_eq!(files(&desk), Vec::<String>::new());
    sound(&desk);
}

#[test]
fn the_file_of_somebody_who_was_merged_in_goes_with_them() {
    let desk = Desk::new();
    let id = life_of(&desk);
    bring_in(&desk, "Zeldzaam.csv", "Name,E-mail\nX. Quillfeather,zeldzaam@example.org\n");
    let other = everyone(&desk)[1];
    let preview = get_merge(&desk.app, TwoPeople { one: id, other }).unwrap();
    let merge = MergeContacts {
        one: id,
        other,
        draft: preview.draft,
        photo_of_other: false,
        opportunity_of_other: false,
        answers_of_other: Vec::new(),
    };
    merge_contacts(&desk.app, merge).unwrap();
    assert_eq!(files(&desk), ["Zeldzaam.csv"]);
    erase_contact(&desk.app, ContactRef { contact: id }).unwrap();
    assert_eq!(files(&desk), Vec::<String>::new());
    assert_eq!(left(&desk, &["Zeldzaam", "Quillfeather"]), Vec::<String>::new());
    sound(&desk);
}

fn sound(desk: &Desk) {
    desk.app
        .read(|db| {
            let verdict: String = db.query_row("PRAGMA integrity_check", [], |row| row.get(0))?;
            assert_eq!(verdict, "ok");
            let broken: i64 = db.query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| row.get(0))?;
            assert_eq!(broken, 0, "rows that point to nothing");
            Ok(())
        })
        .unwrap();
}

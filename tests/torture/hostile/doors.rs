//! The doors that are no commands with fields: tables, cards, and files to restore; and the search for hostile words.

use std::fs;

use rappel_core::commands::*;
use rappel_domain::contact::PersonName;
use rappel_tests::life::sound;
use rappel_tests::{Desk, as_found, draft};

use super::{WORDS, schema};

/// Hostile words that are still a name.
fn names() -> impl Iterator<Item = &'static str> {
    WORDS.iter().copied().filter(|it| it.chars().any(|it| !it.is_control() && !it.is_whitespace()))
}

fn search(desk: &Desk, words: &str) -> Vec<PersonRow> {
    let list = open_people(&desk.app, PeopleQuery { search: words.to_owned(), ..PeopleQuery::default() }).unwrap();
    get_people(&desk.app, PeopleWindow { snapshot: list.snapshot, from: 0, count: 200 }).unwrap()
}

#[test]
fn hostile_names_stay_as_they_are_typed_and_change_nothing_else() {
    let desk = Desk::new();
    let before = schema(&desk.app);
    for (number, name) in names().enumerate() {
        let mut draft = draft("");
        draft.name = PersonName { given: format!("Person {number}"), family: name.to_owned(), ..PersonName::default() };
        draft.note = name.to_owned();
        draft.company = name.to_owned();
        draft.tags = vec![name.to_owned()];
        let contact = add_contact(&desk.app, draft).unwrap();
        let kept = get_person(&desk.app, ContactRef { contact }).unwrap().draft;
        let tidy: String = name.chars().map(|it| if it.is_control() { ' ' } else { it }).collect();
        assert_eq!(kept.name.family, tidy.trim());
        assert_eq!(kept.company, tidy.trim());
        assert_eq!(search(&desk, "").len(), number + 1, "{name:?} is one more, and nobody is gone");
        let told = get_frame(&desk.app, ());
        assert!(told.is_ok());
    }
    let everyone = search(&desk, "").len();
    for words in WORDS {
        // Signs are no words: they are looked for as they stand between words, and never mean anything.
        let found = search(&desk, words);
        assert!(found.len() <= everyone);
        find_anything(&desk.app, FindQuery { words: words.to_owned(), number: 1 }).unwrap();
        let filter = PeopleQuery { tags: vec![words.to_owned()], ..PeopleQuery::default() };
        assert!(open_people(&desk.app, filter).unwrap().total <= 1, "only who has exactly the tag {words:?}");
    }
    sound(&desk.app);
    assert_eq!(schema(&desk.app), before);
}

/// Everybody's name, in the order of their numbers.
fn everyone(desk: &Desk) -> Vec<String> {
    let mut rows = search(desk, "");
    rows.sort_by_key(|row| row.id);
    rows.into_iter().map(|row| row.name).collect()
}

fn import(desk: &Desk, name: &str, bytes: &[u8]) -> ImportResult {
    let path = desk.folder().join(name);
    fs::write(&path, bytes).unwrap();
    let file = desk.app.keep_file(path);
    let seen = inspect_import(&desk.app, InspectImport { file, shape: None, encoding: None }).unwrap();
    let run = dry_run_import(&desk.app, as_found(&seen)).unwrap();
    run_import(&desk.app, RunImport { number: run.number, duplicates: Decision::Add, rows: Vec::new() }).unwrap()
}

#[test]
fn hostile_cells_of_a_table_come_in_as_text() {
    let desk = Desk::new();
    let before = schema(&desk.app);
    let mut rows = csv::Writer::from_writer(Vec::new());
    rows.write_record(["First name", "Last name", "Company", "Notes", "E-mail", "Phone", "Birthday"]).unwrap();
    // A table with a zero in it is taken for a program or a picture, and refused as such.
    let words: Vec<_> = names().filter(|it| !it.contains('\0')).collect();
    for (number, word) in words.iter().enumerate() {
        rows.write_record([&format!("P{number}"), *word, word, word, word, word, word]).unwrap();
    }
    let count = u32::try_from(words.len()).unwrap();
    let came = import(&desk, "list.csv", &rows.into_inner().unwrap());
    let left_out: u32 = came.left_out.iter().map(|it| it.count).sum();
    assert_eq!(came.added + left_out, count, "nobody is lost in silence");
    let names = everyone(&desk);
    assert!(names.iter().any(|it| it.contains("<script>window.ran = true</script>")), "{names:?}");
    assert!(names.iter().any(|it| it.contains("'; DROP TABLE contact; --")));
    sound(&desk.app);
    assert_eq!(schema(&desk.app), before);
}

#[test]
fn hostile_cards_come_in_as_text() {
    let desk = Desk::new();
    let before = schema(&desk.app);
    let escaped =
        |word: &str| word.replace('\\', "\\\\").replace(['\r', '\n'], " ").replace(';', "\\;").replace(',', "\\,");
    let cards: String = names()
        .enumerate()
        .map(|(number, word)| {
            let word = escaped(word);
            format!(
                "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:P{number} {word}\r\nN:{word};P{number};;;\r\nNOTE:{word}\r\nORG:{word}\r\n\
                 URL:{word}\r\nX-{number}:{word}\r\nEND:VCARD\r\n"
            )
        })
        .collect();
    let came = import(&desk, "cards.vcf", cards.as_bytes());
    assert_eq!(came.added as usize, names().count());
    assert!(everyone(&desk).iter().any(|it| it.contains("onerror")));
    sound(&desk.app);
    assert_eq!(schema(&desk.app), before);
}

/// Restores a backup of the person's own into which something was written.
fn restored_with(sql: &str) -> (Desk, Result<(), String>) {
    let desk = Desk::new();
    desk.add("Anna");
    let name = make_backup(&desk.app, ()).unwrap();
    desk.add("Bram");
    let file = desk.folder().join("own.db");
    fs::copy(desk.folder().join("backups").join(name), &file).unwrap();
    let db = rappel_core::storage::Db::open(&file).unwrap();
    db.execute_batch(sql).unwrap();
    drop(db);
    let token = desk.app.keep_file(file).token;
    let restored = restore_file(&desk.app, RestoreFile { token, passphrase: None });
    let restored = restored.map_err(|error| error.code().to_owned());
    (desk, restored)
}

#[test]
fn a_file_to_restore_that_would_do_something_of_its_own_is_refused() {
    for sql in [
        "CREATE TRIGGER eats AFTER INSERT ON contact BEGIN DELETE FROM conversation; END",
        "CREATE VIEW spies AS SELECT * FROM contact",
        "CREATE TABLE more (id INTEGER PRIMARY KEY)",
        "DROP INDEX reach_normal",
        "DROP TRIGGER contact_text_in",
        "PRAGMA writable_schema = 1;
         UPDATE sqlite_schema SET sql = replace(sql, 'display TEXT NOT NULL', 'display TEXT NOT NULL CHECK (1)') WHERE name = 'contact'",
    ] {
        let (desk, restored) = restored_with(sql);
        assert_eq!(restored, Err("not_a_backup".to_owned()), "{sql}");
        assert_eq!(everyone(&desk), ["Anna", "Bram"], "nothing was touched");
    }
    // Whatever stands in the rows is only text.
    let (desk, restored) = restored_with("UPDATE contact SET note = '<script>window.ran = true</script>'");
    assert_eq!((restored, everyone(&desk)), (Ok(()), vec!["Anna".to_owned()]));
}

#[test]
fn files_that_are_no_backup_are_refused_and_nothing_is_touched() {
    let desk = Desk::new();
    desk.add("Anna");
    let mut header = b"SQLite format 3\0".to_vec();
    header.resize(4096, 0xff);
    for bytes in [&b""[..], b"x", &header, &[0; 100_000], b"age-encryption.org/v1\n-> scrypt x 99\n"] {
        let path = desk.folder().join("no.db");
        fs::write(&path, bytes).unwrap();
        let token = desk.app.keep_file(path).token;
        let error = restore_file(&desk.app, RestoreFile { token, passphrase: None }).unwrap_err();
        assert!(matches!(error.code(), "not_a_backup" | "backup_damaged" | "wrong_passphrase"), "{error}");
    }
    assert_eq!(everyone(&desk), ["Anna"]);
    sound(&desk.app);
}

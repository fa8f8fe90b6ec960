//! A million contacts: the hundred thousand ten times over, written by SQL into a file of the same schema.
//!
//! Every row of a contact is written nine times more, its own number and those of the rows it names moved on. The full-text indexes of
//! what was said stay as they were, as the works that are measured here look nowhere near them.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use rusqlite::Connection;

use rappel_tests::invented;

/// How often everybody is there.
const TIMES: i64 = 10;
pub const PEOPLE: u32 = 1_000_000;
/// The tables that hold something of a contact, each with the column that is its own number.
const TABLES: [(&str, &str); 16] = [
    ("contact", "id"),
    ("reach", "id"),
    ("address", "id"),
    ("contact_tag", "id"),
    ("answer", "id"),
    ("opportunity", "id"),
    ("conversation", "id"),
    ("question", "id"),
    ("follow_up", "id"),
    ("card", "id"),
    ("sale", "id"),
    ("history", "id"),
    ("alarm", "id"),
    ("contact_state", "contact_id"),
    ("contact_path", "contact_id"),
    ("contact_text", "contact_id"),
];

/// Makes the file in a folder.
pub fn make(kept_in: &Path, folder: &Path) {
    let people = PEOPLE / u32::try_from(TIMES).unwrap();
    invented::copy(kept_in, people, folder);
    let database = folder.join("rappel.db");
    let db = Connection::open(&database).unwrap();
    db.execute_batch(
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -1000000;",
    )
    .unwrap();
    db.execute("ATTACH ?1 AS few", [invented::folder(kept_in, people).join("rappel.db").to_str()]).unwrap();
    let triggers: Vec<(String, String)> =
        rows(&db, "SELECT name, sql FROM main.sqlite_schema WHERE type = 'trigger'", |row| {
            Ok((row.get(0)?, row.get(1)?))
        });
    for (name, _) in &triggers {
        db.execute_batch(&format!("DROP TRIGGER {name}")).unwrap();
    }
    let last: HashMap<&str, i64> = TABLES
        .iter()
        .map(|(table, own)| {
            let sql = format!("SELECT ifnull(max({own}), 0) FROM few.{table}");
            (*table, db.query_row(&sql, [], |row| row.get(0)).unwrap())
        })
        .collect();
    db.execute_batch("BEGIN").unwrap();
    for (table, own) in TABLES {
        let names = named(&db, table);
        let columns: Vec<String> =
            rows(&db, &format!("SELECT name FROM pragma_table_info('{table}')"), |row| row.get(0));
        let moved = columns.iter().map(|column| {
            let of =
                if column == own && own == "id" { Some(table) } else { names.get(column.as_str()).map(String::as_str) };
            of.and_then(|of| last.get(of)).map_or_else(|| column.clone(), |by| format!("{column} + {by} * time.nth"))
        });
        let sql = format!(
            "INSERT INTO main.{table} ({}) SELECT {} FROM (SELECT value AS nth FROM json_each(?1)) AS time CROSS JOIN few.{table}",
            columns.join(", "),
            moved.collect::<Vec<_>>().join(", "),
        );
        let times: Vec<i64> = (1..TIMES).collect();
        db.execute(&sql, [serde_json::to_string(&times).unwrap()]).unwrap();
    }
    // As the triggers would have counted them.
    for counted in ["place_count SET people = people", "day_count SET things = things"] {
        db.execute_batch(&format!("UPDATE {counted} * {TIMES}")).unwrap();
    }
    for (_, sql) in &triggers {
        db.execute_batch(sql).unwrap();
    }
    db.execute_batch("COMMIT; DETACH few; PRAGMA journal_mode = WAL;").unwrap();
    db.close().unwrap();
    assert!(fs::metadata(&database).is_ok());
}

/// Which of its columns name a row of which table.
fn named(db: &Connection, table: &str) -> HashMap<String, String> {
    let sql = format!("SELECT \"from\", \"table\" FROM main.pragma_foreign_key_list('{table}')");
    let mut names: HashMap<_, _> = rows(db, &sql, |row| Ok((row.get(0)?, row.get(1)?))).into_iter().collect();
    names.insert("next_follow_up_id".to_owned(), "follow_up".to_owned());
    names
}

fn rows<T>(db: &Connection, sql: &str, read: impl FnMut(&rusqlite::Row<'_>) -> rusqlite::Result<T>) -> Vec<T> {
    let mut statement = db.prepare(sql).unwrap();
    let rows = statement.query_map([], read).unwrap();
    rows.collect::<rusqlite::Result<_>>().unwrap()
}

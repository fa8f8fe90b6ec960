//! Undo and redo for every write of a session, by triggers that keep each row as it was and as it became.
//!
//! The idea is SQLite's own (<https://sqlite.org/undoredo.html>), with rows kept as JSON instead of SQL text, so that nothing
//! is ever run that was built from input. A step can be taken back while its rows are still as it left them; a row that
//! was changed since refuses the whole step, and nothing is half undone. The log lives as long as the connection.

use std::collections::HashMap;
use std::fmt::Write as _;

use rusqlite::{OptionalExtension, params};

use super::Db;
use crate::{Error, Result};

/// What a step may bring back. Derived tables are made anew; the ledger of rings tells what happened and stays.
const TABLES: [&str; 31] = [
    "setting",
    "source",
    "company",
    "contact",
    "reach",
    "address",
    "photo",
    "tag",
    "contact_tag",
    "custom_field",
    "custom_value",
    "criterion",
    "answer",
    "step",
    "opportunity",
    "conversation",
    "question",
    "follow_up",
    "card",
    "sale",
    "history",
    "batch",
    "batch_row",
    "batch_change",
    "named_mapping",
    "template",
    "saved_view",
    "fingerprint",
    "not_the_same",
    "merged",
    "alarm",
];
/// An alarm may ring between a step and its undo; its row is brought back whatever became of it, where it is still about the same.
const ALARM: &str = "alarm";
/// The columns of an alarm that say what it is about, and not how it stands: those of its unique index.
const ABOUT: [&str; 5] = ["contact_id", "kind", "follow_up_id", "days_before", "period"];
/// The step under which is kept what a replay touches; none that was done has this number.
const REPLAY: i64 = -1;

/// A row as a step found and left it.
struct Entry {
    table: String,
    id: i64,
    before: Option<String>,
    after: Option<String>,
}

/// Makes the log and its triggers on the writing connection. Both are temporary.
pub fn install(db: &Db) -> Result<()> {
    db.execute_batch(
        "CREATE TEMP TABLE undo_log (seq INTEGER PRIMARY KEY, step INTEGER NOT NULL, tbl TEXT NOT NULL, row INTEGER NOT NULL,
           before TEXT, after TEXT);
         CREATE INDEX temp.undo_log_step ON undo_log(step, seq);
         CREATE TEMP TABLE undo_on (step INTEGER);",
    )?;
    watch(db)
}

/// Does a large piece of work that no step takes back without the triggers, which make every row that is written cost a journal
/// of its own. Must run in a transaction: where the work fails, its end brings them back.
pub fn unwatched<T>(db: &Db, work: impl FnOnce() -> Result<T>) -> Result<T> {
    for table in TABLES {
        db.execute_batch(&format!(
            "DROP TRIGGER temp.undo_{table}_in; DROP TRIGGER temp.undo_{table}_up; DROP TRIGGER temp.undo_{table}_out;"
        ))?;
    }
    let value = work()?;
    watch(db)?;
    Ok(value)
}

fn watch(db: &Db) -> Result<()> {
    let mut sql = String::new();
    for table in TABLES {
        let (old, new) = (row_json(db, table, "old")?, row_json(db, table, "new")?);
        let on = "WHEN (SELECT step FROM undo_on) IS NOT NULL BEGIN INSERT INTO undo_log(step, tbl, row, before, after)
                  VALUES ((SELECT step FROM undo_on)";
        write!(
            sql,
            "CREATE TEMP TRIGGER undo_{table}_in AFTER INSERT ON main.{table} {on}, '{table}', new.id, NULL, {new}); END;
             CREATE TEMP TRIGGER undo_{table}_up AFTER UPDATE ON main.{table} {on}, '{table}', new.id, {old}, {new}); END;
             CREATE TEMP TRIGGER undo_{table}_out AFTER DELETE ON main.{table} {on}, '{table}', old.id, {old}, NULL); END;",
        )
        .map_err(|error| Error::Internal(error.to_string()))?;
    }
    db.execute_batch(&sql)?;
    Ok(())
}

/// The columns of a table in their order; from the schema, never from input.
fn columns(db: &Db, table: &str) -> Result<Vec<(String, bool)>> {
    let mut statement = db.prepare_cached("SELECT name, type = 'BLOB' FROM pragma_table_info(?1) ORDER BY cid")?;
    let rows = statement.query_map([table], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// SQL that gives a row as a JSON array; bytes as hexadecimal text.
fn row_json(db: &Db, table: &str, row: &str) -> Result<String> {
    let columns = columns(db, table)?;
    let values: Vec<_> = columns
        .iter()
        .map(|(name, blob)| if *blob { format!("hex({row}.\"{name}\")") } else { format!("{row}.\"{name}\"") })
        .collect();
    Ok(format!("json_array({})", values.join(", ")))
}

/// Starts keeping what the current transaction changes, as step `step`.
pub fn begin(db: &Db, step: i64) -> Result<()> {
    db.prepare_cached("DELETE FROM temp.undo_on")?.execute([])?;
    db.prepare_cached("INSERT INTO temp.undo_on VALUES (?1)")?.execute([step])?;
    Ok(())
}

/// Stops keeping; whether the step changed anything.
pub fn end(db: &Db, step: i64) -> Result<bool> {
    db.prepare_cached("DELETE FROM temp.undo_on")?.execute([])?;
    let any = db.prepare_cached("SELECT 1 FROM temp.undo_log WHERE step = ?1 LIMIT 1")?.exists([step])?;
    Ok(any)
}

/// Writes something that belongs to no step, in the midst of one.
pub fn unnoticed<T>(db: &Db, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let step: Option<i64> =
        db.prepare_cached("SELECT step FROM temp.undo_on")?.query_row([], |row| row.get(0)).optional()?;
    db.prepare_cached("DELETE FROM temp.undo_on")?.execute([])?;
    let result = work();
    if let Some(step) = step {
        begin(db, step)?;
    }
    result
}

/// Forgets a step that never comes back, or must not.
pub fn forget(db: &Db, step: i64) -> Result<()> {
    db.prepare_cached("DELETE FROM temp.undo_log WHERE step = ?1")?.execute([step])?;
    Ok(())
}

/// Takes a step back, or does it again. Must run in a transaction that is rolled back on an error.
///
/// # Errors
/// `changed_since` when a row is no longer as the step left it, or when something that came later hangs on a row that would go.
pub fn apply(db: &Db, step: i64, forward: bool) -> Result<()> {
    let mut entries = entries(db, step)?;
    if entries.is_empty() {
        return Err(Error::refused("nothing_to_undo"));
    }
    if !forward {
        entries.reverse();
    }
    db.pragma_update(None, "defer_foreign_keys", true)?;
    begin(db, REPLAY)?;
    // A step over many people has tens of thousands of entries in a few tables.
    let mut statements: HashMap<String, Statements> = HashMap::new();
    for entry in entries {
        let (expected, wanted) = if forward { (entry.before, entry.after) } else { (entry.after, entry.before) };
        let sql = match statements.get(&entry.table) {
            Some(sql) => sql,
            None => {
                let sql = Statements::of(db, &entry.table)?;
                statements.entry(entry.table.clone()).or_insert(sql)
            }
        };
        let found: Option<String> =
            db.prepare_cached(&sql.current)?.query_row([entry.id], |row| row.get(0)).optional()?;
        let as_left = found == expected
            || entry.table == ALARM && same_alarm(db, found.as_deref(), expected.as_deref().or(wanted.as_deref()))?;
        if !as_left {
            return Err(Error::refused("changed_since"));
        }
        match wanted {
            None => db.prepare_cached(&sql.delete)?.execute([entry.id])?,
            Some(row) => db.prepare_cached(&sql.put)?.execute(params![row])?,
        };
    }
    end(db, REPLAY)?;
    // What foreign keys took along, or let go, came after the step.
    let others = "SELECT tbl, row FROM temp.undo_log WHERE step = ?1 AND tbl <> ?3
                  EXCEPT SELECT tbl, row FROM temp.undo_log WHERE step = ?2";
    let touched_others = db.prepare_cached(others)?.exists(params![REPLAY, step, ALARM])?;
    forget(db, REPLAY)?;
    if touched_others { Err(Error::refused("changed_since")) } else { Ok(()) }
}

/// Whether a row of an alarm is still about what it was about; the number of one that went may be another's by now.
fn same_alarm(db: &Db, found: Option<&str>, known: Option<&str>) -> Result<bool> {
    let (Some(found), Some(known)) = (found, known) else { return Ok(true) };
    let about = columns(db, ALARM)?.into_iter().enumerate().filter(|(_, (name, _))| ABOUT.contains(&name.as_str()));
    let same = format!(
        "SELECT {}",
        about.map(|(at, _)| format!("?1 ->> '$[{at}]' IS ?2 ->> '$[{at}]'")).collect::<Vec<_>>().join(" AND ")
    );
    Ok(db.prepare_cached(&same)?.query_row([found, known], |row| row.get(0))?)
}

fn entries(db: &Db, step: i64) -> Result<Vec<Entry>> {
    let mut statement =
        db.prepare_cached("SELECT tbl, row, before, after FROM temp.undo_log WHERE step = ?1 ORDER BY seq")?;
    let rows = statement.query_map([step], |row| {
        Ok(Entry { table: row.get(0)?, id: row.get(1)?, before: row.get(2)?, after: row.get(3)? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What brings a row of one table back, from its schema.
struct Statements {
    current: String,
    delete: String,
    put: String,
}

impl Statements {
    fn of(db: &Db, table: &str) -> Result<Self> {
        let columns = columns(db, table)?;
        let names: Vec<_> = columns.iter().map(|(name, _)| format!("\"{name}\"")).collect();
        let values: Vec<_> = columns
            .iter()
            .enumerate()
            .map(|(at, (_, blob))| if *blob { format!("unhex(?1 ->> '$[{at}]')") } else { format!("?1 ->> '$[{at}]'") })
            .collect();
        let updates: Vec<_> =
            names.iter().filter(|name| *name != "\"id\"").map(|name| format!("{name} = excluded.{name}")).collect();
        Ok(Self {
            current: format!("SELECT {} FROM main.{table} WHERE id = ?1", row_json(db, table, table)?),
            delete: format!("DELETE FROM main.{table} WHERE id = ?1"),
            // An upsert, as REPLACE would delete the row and all that hangs on it first.
            put: format!(
                "INSERT INTO main.{table} ({}) SELECT {} WHERE true ON CONFLICT(id) DO UPDATE SET {}",
                names.join(", "),
                values.join(", "),
                updates.join(", ")
            ),
        })
    }
}

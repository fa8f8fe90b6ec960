//! Writing a great many people at once: what the database does along with every single row is done once for all of them, before
//! the end of the same transaction. Where the work fails, that end brings back all that was put aside.

use rusqlite::params;

use super::{CACHE, Db, count, search};
use crate::Result;

/// How much is put off to the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bulk {
    /// Only the checks of single values: each person is settled, and the triggers keep the search.
    Checks,
    /// The search too: who comes in is put into its index as [`newcomer`](super::newcomer) does it.
    Search,
    /// The indexes of the tables too. Nothing is found quickly meanwhile, and all that is there costs time at the end.
    Indexes,
}

/// The triggers that tell the search of new people and companies. With them each person would be a piece of its index.
const OF_NEW: [&str; 2] = ["contact_text_in", "company_in"];
/// The triggers that count new people.
const COUNTING: [&str; 3] = ["contact_state_in", "alarm_counted", "contact_path_counted"];
/// The tables that a new person has rows in.
const TABLES: &str = "'contact', 'reach', 'address', 'history', 'batch_row', 'contact_state', 'contact_path', 'alarm'";
/// The page cache in kibibytes where nothing is looked up and all is written behind what is there, and while sorting.
const SMALL_CACHE: i64 = 8_000;
const NEXT_TO_NO_CACHE: i64 = 1_000;
/// How many bytes of new words the search holds back until it writes them, and how many pieces of its index it puts together: the
/// values of FTS5 itself, and larger ones, so that few pieces are made. Later writes put them together.
const USUAL: [(&str, u32); 2] = [("automerge", 4), ("hashsize", 1024 * 1024)];
const LARGE: [(&str, u32); 2] = [("automerge", 0), ("hashsize", 2 * 1024 * 1024)];

/// Does the work. Must run in a transaction.
///
/// # Errors
/// Those of `work`, and of the database.
pub fn write<T>(db: &Db, bulk: Bulk, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let _usual = Usual(db);
    // The words in such columns come from the types of the domain, and for each row that is written SQLite would make a table of
    // the words that are allowed, which costs more than the row.
    db.pragma_update(None, "ignore_check_constraints", true)?;
    if bulk == Bulk::Indexes {
        db.pragma_update(None, "cache_size", -SMALL_CACHE)?;
        without_indexes(db, || without_search(db, work))
    } else if bulk == Bulk::Search {
        without_search(db, work)
    } else {
        work()
    }
}

/// Sets back what belongs to the connection, not to the transaction, whatever happens.
struct Usual<'a>(&'a Db);

impl Drop for Usual<'_> {
    fn drop(&mut self) {
        let checks = self.0.pragma_update(None, "ignore_check_constraints", false);
        if let Err(error) = checks.and_then(|()| self.0.pragma_update(None, "cache_size", -CACHE)) {
            tracing::error!(%error, "the connection stays as it was for many rows");
        }
    }
}

fn without_search<T>(db: &Db, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let last: i64 = db.query_row("SELECT ifnull(max(id), 0) FROM company", [], |row| row.get(0))?;
    for name in OF_NEW {
        db.execute_batch(&format!("DROP TRIGGER {name}"))?;
    }
    set(db, LARGE)?;
    let value = work()?;
    set(db, USUAL)?;
    db.execute(
        "INSERT INTO company_search (rowid, name, note) SELECT id, name, note FROM company WHERE id > ?1 ORDER BY id",
        [last],
    )?;
    for name in OF_NEW {
        db.execute_batch(search::trigger(name)?)?;
    }
    Ok(value)
}

fn set(db: &Db, values: [(&str, u32); 2]) -> Result<()> {
    for (name, value) in values {
        db.execute("INSERT INTO contact_search (contact_search, rank) VALUES (?1, ?2)", params![name, value])?;
    }
    Ok(())
}

/// Sorting all rows once costs a fraction of finding the place of each. What must be unique goes on being so.
fn without_indexes<T>(db: &Db, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let find = format!(
        "SELECT name, sql FROM sqlite_schema
         WHERE type = 'index' AND tbl_name IN ({TABLES}) AND sql LIKE 'CREATE INDEX %' ORDER BY rootpage"
    );
    let indexes: Vec<(String, String)> =
        db.prepare(&find)?.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
    for (name, _) in &indexes {
        db.execute_batch(&format!("DROP INDEX {name}"))?;
    }
    let value = uncounted(db, work)?;
    // The room of the pages is wanted for sorting, which is done in memory; a table is gone through from its first page to the last.
    db.cache_flush()?;
    db.pragma_update(None, "cache_size", -NEXT_TO_NO_CACHE)?;
    for (_, sql) in &indexes {
        db.execute_batch(sql)?;
    }
    Ok(value)
}

/// Counts new people once, when all are there. Nobody who was there before may be changed meanwhile.
fn uncounted<T>(db: &Db, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let last: i64 = db.query_row("SELECT ifnull(max(contact_id), 0) FROM contact_state", [], |row| row.get(0))?;
    for name in COUNTING {
        db.execute_batch(&format!("DROP TRIGGER {name}"))?;
    }
    let value = work()?;
    count::add_after(db, last)?;
    for name in COUNTING {
        db.execute_batch(search::trigger(name)?)?;
    }
    Ok(value)
}

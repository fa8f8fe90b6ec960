//! The full-text indexes as a whole. Row by row they are kept by the triggers of the schema.

use super::{Db, MIGRATIONS};
use crate::{Error, Result};

/// The full-text indexes. Letters that changed in a row are seen by these and not by SQLite's own check of the pages.
pub const INDEXES: [&str; 4] = ["contact_search", "conversation_search", "question_search", "company_search"];
/// Those that grow with what was said, each with its triggers.
const LARGE: [(&str, [&str; 3]); 2] = [
    ("contact_search", ["contact_text_in", "contact_text_out", "contact_text_changed"]),
    ("conversation_search", ["conversation_in", "conversation_out", "conversation_changed"]),
];

/// Does a large piece of work without keeping the indexes, and makes them anew after it: one pass over all rows costs a
/// fraction of a million single steps. Must run in a transaction.
pub fn suspended<T>(db: &Db, work: impl FnOnce() -> Result<T>) -> Result<T> {
    for name in LARGE.iter().flat_map(|(_, triggers)| triggers) {
        db.execute_batch(&format!("DROP TRIGGER {name}"))?;
    }
    let value = work()?;
    for (index, triggers) in LARGE {
        db.execute_batch(&format!("INSERT INTO {index}({index}) VALUES ('rebuild')"))?;
        for name in triggers {
            db.execute_batch(trigger(name)?)?;
        }
    }
    Ok(value)
}

/// How much of an index is gathered at once, in pages: some milliseconds.
const GATHERED: i64 = 200;

/// Whether an index is in pieces. Every write adds one, and words that are gone stay in older ones until all are put together.
///
/// See <https://sqlite.org/fts5.html#fts5_data_structures>: each piece has its number in the table `idx`.
pub fn is_scattered(db: &Db, index: &str) -> Result<bool> {
    let sql = format!("SELECT ifnull(min(segid) < max(segid), 0) FROM {index}_idx");
    Ok(db.prepare_cached(&sql)?.query_row([], |row| row.get(0))?)
}

/// Puts some of the pieces of an index together; the next call goes on.
pub fn gather(db: &Db, index: &str) -> Result<()> {
    db.execute(&format!("INSERT INTO {index}({index}, rank) VALUES ('merge', ?1)"), [-GATHERED])?;
    Ok(())
}

/// A trigger as the newest migration that makes it has it.
pub(super) fn trigger(name: &str) -> Result<&'static str> {
    let head = format!("CREATE TRIGGER {name} ");
    let found = MIGRATIONS.iter().rev().find_map(|sql| {
        let from = sql.find(&head)?;
        let to = sql[from..].find("\nEND;")?;
        Some(&sql[from..from + to + "\nEND;".len()])
    });
    found.ok_or_else(|| Error::Internal(format!("no migration makes {name}")))
}

#[cfg(test)]
mod tests {
    use super::{gather, is_scattered};
    use crate::storage::Store;

    #[test]
    fn words_that_are_gone_leave_the_index_as_it_is_gathered() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path()).unwrap();
        let db = store.writer();
        db.execute("INSERT INTO company (name, name_key) VALUES ('', '')", []).unwrap();
        let size = || -> i64 {
            db.query_row("SELECT sum(length(block)) FROM company_search_data", [], |row| row.get(0)).unwrap()
        };
        for number in 0..200 {
            db.execute("UPDATE company SET name = 'Bakery ' || ?1", [number]).unwrap();
        }
        let before = size();
        assert!(is_scattered(&db, "company_search").unwrap());
        for _ in 0..50 {
            if is_scattered(&db, "company_search").unwrap() {
                gather(&db, "company_search").unwrap();
            }
        }
        assert!(!is_scattered(&db, "company_search").unwrap());
        assert!(size() < before / 4, "{before}, {}", size());
        assert!(!is_scattered(&db, "question_search").unwrap());
    }
}

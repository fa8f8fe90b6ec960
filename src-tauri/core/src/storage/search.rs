//! The full-text indexes as a whole. Row by row they are kept by the triggers of the schema.

use super::{Db, MIGRATIONS};
use crate::{Error, Result};

/// The indexes that grow with what was said, each with its triggers.
const INDEXES: [(&str, [&str; 3]); 2] = [
    ("contact_search", ["contact_text_in", "contact_text_out", "contact_text_changed"]),
    ("conversation_search", ["conversation_in", "conversation_out", "conversation_changed"]),
];

/// Does a large piece of work without keeping the indexes, and makes them anew after it: one pass over all rows costs a
/// fraction of a million single steps. Must run in a transaction.
pub fn suspended<T>(db: &Db, work: impl FnOnce() -> Result<T>) -> Result<T> {
    for name in INDEXES.iter().flat_map(|(_, triggers)| triggers) {
        db.execute_batch(&format!("DROP TRIGGER {name}"))?;
    }
    let value = work()?;
    for (index, triggers) in INDEXES {
        db.execute_batch(&format!("INSERT INTO {index}({index}) VALUES ('rebuild')"))?;
        for name in triggers {
            db.execute_batch(trigger(name)?)?;
        }
    }
    Ok(value)
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

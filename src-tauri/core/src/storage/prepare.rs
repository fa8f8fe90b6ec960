//! What is done to each connection before it is used: whose database it is, how SQLite is to work, and the migrations.

use rappel_domain::fold::fold;
use rusqlite::Connection;
use rusqlite::config::DbConfig;
use rusqlite::functions::FunctionFlags;

use super::{APPLICATION_ID, CACHE, MIGRATIONS, READER_CACHE};
use crate::{Error, Result};

/// Whether the header and the schema are those of a Rappel that this one knows.
pub(super) fn check_owner(db: &Connection) -> Result<()> {
    let id: i32 = db.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let version: i32 = db.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let tables: i64 = db.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    if id != APPLICATION_ID && tables > 0 {
        return Err(Error::refused("not_ours"));
    }
    if usize::try_from(version).is_ok_and(|version| version > MIGRATIONS.len()) {
        return Err(Error::refused("newer"));
    }
    Ok(())
}

/// Whether writes go to a log first.
pub(super) fn is_wal(db: &Connection) -> Result<bool> {
    let mode: String = db.pragma_query_value(None, "journal_mode", |row| row.get(0))?;
    Ok(mode.eq_ignore_ascii_case("wal"))
}

/// The plan of a statement must not hang on the values bound to it. Else SQLite may look at them, and then prepares the
/// statement anew at every run: with partial indexes on the table even for a plain `contact_id = ?1`.
fn plan_without_values(db: &Connection) -> Result<()> {
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    Ok(())
}

/// `fold(text)` in SQL: without capitals and accents, of which `lower` knows those of ASCII alone.
fn teach(db: &Connection) -> Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_INNOCUOUS;
    db.create_scalar_function("fold", 1, flags, |given| Ok(given.get_raw(0).as_str_or_null()?.map(fold)))?;
    Ok(())
}

/// Makes a connection fit to write.
pub(super) fn prepare(db: &Connection) -> Result<()> {
    plan_without_values(db)?;
    teach(db)?;
    db.pragma_update(None, "journal_mode", "WAL")?;
    db.pragma_update(None, "synchronous", "FULL")?;
    // On macOS the disk may keep for itself what it was merely given; no other system heeds these words.
    db.pragma_update(None, "fullfsync", true)?;
    db.pragma_update(None, "checkpoint_fullfsync", true)?;
    db.pragma_update(None, "cache_size", -CACHE)?;
    db.pragma_update(None, "temp_store", "MEMORY")?;
    db.busy_timeout(std::time::Duration::from_secs(5))?;
    db.pragma_update(None, "foreign_keys", true)?;
    db.set_prepared_statement_cache_capacity(256);
    Ok(())
}

/// Makes a connection fit to read.
pub(super) fn prepare_reader(db: &Connection) -> Result<()> {
    plan_without_values(db)?;
    teach(db)?;
    db.pragma_update(None, "cache_size", -READER_CACHE)?;
    db.pragma_update(None, "temp_store", "MEMORY")?;
    db.busy_timeout(std::time::Duration::from_secs(5))?;
    db.set_prepared_statement_cache_capacity(128);
    Ok(())
}

/// Runs the migrations that the file has not seen, each in a transaction of its own.
pub(super) fn migrate(db: &mut Connection) -> Result<()> {
    let version: i32 = db.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let seen = usize::try_from(version).unwrap_or(0);
    for (number, sql) in MIGRATIONS.iter().enumerate().skip(seen) {
        let step = db.transaction()?;
        step.execute_batch(sql)?;
        step.pragma_update(None, "application_id", APPLICATION_ID)?;
        step.pragma_update(None, "user_version", number + 1)?;
        step.commit()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::storage::Store;

    #[test]
    fn what_is_confirmed_was_brought_down_to_the_disk_on_every_system() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path()).unwrap();
        let db = store.writer();
        let read = |name| db.pragma_query_value(None, name, |row| row.get::<_, i64>(0)).unwrap();
        assert_eq!(["synchronous", "fullfsync", "checkpoint_fullfsync"].map(read), [2, 1, 1]);
    }
}

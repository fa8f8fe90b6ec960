//! Copies of the whole database, and whether a file is a sound database of Rappel.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use rusqlite::{Connection, OpenFlags};
use zeroize::Zeroizing;

use super::key::MAGIC;
use super::prepare::check_owner;
use super::search::INDEXES;
use super::{Db, Key, MIGRATIONS, key, refuse_key};
use crate::{Error, Result, folder};

/// What stands in the name of a file as it is when it is part of a URI.
const IN_PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'.').remove(b'-').remove(b'_').remove(b':');

/// What a whole look at a file found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// People, without the trash.
    pub contacts: u32,
    /// Conversations, without the trash.
    pub conversations: u32,
    /// How many migrations the file has seen.
    pub version: u32,
}

/// Writes a whole copy of the database to a new file, locked with its key if it has one. Must not run inside a transaction; others read and write beside it.
///
/// # Errors
/// `disk_full`, `damaged` and what else the database says. What was written of the file stays.
pub fn copy_into(db: &Db, to: &Path) -> Result<()> {
    folder::prepare(to)?;
    db.execute("VACUUM INTO ?1", [to.to_string_lossy()])?;
    Ok(())
}

/// Writes a whole copy of a database to a new file that is locked with another key than it is itself, or is not locked. Nobody else may
/// have it open.
///
/// # Errors
/// `disk_full`, `damaged` and what else the database says; `damaged` too for a key that does not fit.
pub fn copy_under(from: &Path, key: Option<&Key>, to: &Path, new: Option<&Key>) -> Result<()> {
    let spec = |key: Option<&Key>| key.map(Key::spec).unwrap_or_default();
    // A connection with a key of its own would hand it on to the copy.
    let db = Connection::open_in_memory()?;
    db.execute_batch("PRAGMA cipher_log_level = NONE")?;
    db.execute("ATTACH ?1 AS source KEY ?2", (from.to_string_lossy(), &*spec(key)))?;
    // A locked page keeps room for its seal at the end; SQLCipher asks for it by itself.
    let new = Zeroizing::new(new.map(|key| format!("&key={}", *key.spec())).unwrap_or_default());
    let slashes =
        if cfg!(windows) { to.to_string_lossy().replace('\\', "/") } else { to.to_string_lossy().into_owned() };
    let root = if cfg!(windows) { "///" } else { "" };
    let path = utf8_percent_encode(&slashes, IN_PATH);
    folder::prepare(to)?;
    db.execute("VACUUM source INTO ?1", [&*Zeroizing::new(format!("file:{root}{path}?reserve=0{}", *new))])?;
    Ok(())
}

/// Looks through the pages of all tables and their indexes, as far as that is quick: 1.5 s for 400 MB. Asked for the whole file,
/// SQLite would look into the words of the search indexes too, which takes three times as long.
///
/// # Errors
/// `damaged`.
pub fn quick_check(db: &Db) -> Result<()> {
    let mut statement = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0")?;
    let tables = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<Vec<String>>>()?;
    let mut check = db.prepare("SELECT quick_check FROM pragma_quick_check(?1)")?;
    tables.iter().try_for_each(|table| verdict(|| check.query_row([table], |row| row.get(0))))
}

/// Looks through every page, row and search index, which takes a multiple of [`quick_check`]. Must run outside a transaction on a
/// connection that may write; it changes nothing.
///
/// # Errors
/// `damaged`.
pub fn whole_check(db: &Db) -> Result<()> {
    verdict(|| db.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0)))?;
    for index in INDEXES {
        // A changed letter is told as a corrupt virtual table; some damage only as a table that can't be used.
        let looked = db.execute(&format!("INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)"), []);
        if let Err(error) = looked.map_err(Error::from) {
            if matches!(error.code(), "cannot_open" | "disk_full" | "read_only" | "busy") {
                return Err(error);
            }
            tracing::error!(%error, index, "the check of a search index");
            return Err(Error::refused("damaged"));
        }
    }
    Ok(())
}

fn verdict(mut ask: impl FnMut() -> rusqlite::Result<String>) -> Result<()> {
    let mut said = ask()?;
    if said != "ok" {
        // A page that could not be read is told like a damaged one, yet a disk may answer when it is asked again.
        said = ask()?;
    }
    if said == "ok" {
        return Ok(());
    }
    tracing::error!(said, "the check of a database");
    Err(Error::refused("damaged"))
}

/// Looks through every page, row and search index of a database that nobody else has open. Changes nothing.
///
/// # Errors
/// `damaged`; `not_ours` for another program's file, `newer` for one of a newer Rappel, `wrong_passphrase` for a key that does not fit.
pub fn check(path: &Path, key: Option<&Key>) -> Result<Found> {
    let mut start = Vec::new();
    File::open(path)?.take(MAGIC.len() as u64).read_to_end(&mut start)?;
    if key.is_none() && start != MAGIC {
        return Err(Error::refused("not_ours"));
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = key::open(path, flags, key)?;
    check_owner(&db).map_err(|error| refuse_key(error, key))?;
    let version: u32 = db.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if version == 0 {
        return Err(Error::refused("not_ours"));
    }
    whole_check(&db)?;
    let count = |sql: &str| db.query_row(sql, [], |row| row.get(0));
    Ok(Found {
        contacts: count("SELECT count(*) FROM contact WHERE trashed_at IS NULL")?,
        conversations: count("SELECT count(*) FROM conversation WHERE trashed_at IS NULL")?,
        version,
    })
}

/// Whether a key opens a locked database that nobody else has open.
///
/// # Errors
/// `wrong_passphrase` when it does not, and those of [`check`].
pub fn try_key(path: &Path, key: &Key) -> Result<()> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    check_owner(&key::open(path, flags, Some(key))?).map_err(|error| refuse_key(error, Some(key)))
}

/// Whether a database has the tables, indexes and triggers of a Rappel that has seen as many migrations, and nothing else. One that has
/// more would do things of its own with what is written to it.
///
/// # Errors
/// `not_ours`.
pub fn check_schema(path: &Path, key: Option<&Key>) -> Result<()> {
    let db = key::open(path, OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX, key)?;
    let version: usize = db.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let own = Connection::open_in_memory()?;
    MIGRATIONS.iter().take(version).try_for_each(|sql| own.execute_batch(sql))?;
    if schema(&db)? == schema(&own)? { Ok(()) } else { Err(Error::refused("not_ours")) }
}

/// What a database is made of. The tables inside a search index are SQLite's own, and may look different in another version of it.
fn schema(db: &Db) -> Result<Vec<(String, String, String)>> {
    let mut statement =
        db.prepare("SELECT type, name, ifnull(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY 1, 2")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let mut found = rows.collect::<rusqlite::Result<Vec<(String, String, String)>>>()?;
    let is_inside =
        |name: &str| INDEXES.iter().any(|index| name.strip_prefix(index).is_some_and(|it| it.starts_with('_')));
    for (_, _, sql) in found.iter_mut().filter(|(_, name, _)| is_inside(name)) {
        sql.clear();
    }
    Ok(found)
}

/// Whether there is no database at a path, or one without anything in it, as is left of one whose write-ahead log was lost
/// before the first of it was folded in.
pub fn is_blank(path: &Path) -> bool {
    if std::fs::metadata(path).map_or(0, |file| file.len()) == 0 {
        return true;
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let tables = Connection::open_with_flags(path, flags)
        .and_then(|db| db.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get::<_, i64>(0)));
    tables.is_ok_and(|tables| tables == 0)
}

/// Whether this Rappel knows the shape of a file that has seen so many migrations.
pub fn knows(version: u32) -> bool {
    usize::try_from(version).is_ok_and(|version| version <= MIGRATIONS.len())
}

/// Makes the search indexes anew and writes every page of the file anew, so that nothing that was deleted is left in it.
///
/// # Errors
/// Those of the database.
pub fn purge(db: &Db) -> Result<()> {
    for index in INDEXES {
        db.execute(&format!("INSERT INTO {index}({index}) VALUES ('rebuild')"), [])?;
    }
    db.execute_batch("VACUUM; PRAGMA wal_checkpoint(TRUNCATE);")?;
    Ok(())
}

/// Asks a copy of a damaged database what can still be read of it. The copy may change by it.
///
/// # Errors
/// When it can't even be opened.
pub fn salvage<T>(path: &Path, key: Option<&Key>, work: impl FnOnce(&Db) -> T) -> Result<T> {
    let db = key::open(path, OpenFlags::default(), key)?;
    // With it a file that was cut off is read as far as it goes.
    db.pragma_update(None, "writable_schema", true)?;
    Ok(work(&db))
}

//! The one SQLite file: opened, locked, migrated, and read and written through a module per table.
//!
//! One writer, readers beside it (WAL). This folder and the error type are the only places that name rusqlite; commands take
//! a [`Db`] and never see SQL. What stands in `contact_state`, `contact_path` and `contact_text` is derived in [`derived`] and nowhere
//! else.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, MAIN_DB, OpenFlags, TransactionBehavior};

use crate::{Error, Result, folder};
use prepare::{check_owner, is_wal, migrate, prepare, prepare_reader};

pub mod alarm;
pub mod batch;
pub mod board;
pub mod bulk;
pub mod by_name;
pub mod calendar;
pub mod card;
pub mod carried;
pub mod closed;
pub mod company;
pub mod contact;
pub mod conversation;
pub mod copy;
pub mod count;
pub mod criterion;
pub mod derived;
pub mod duplicate;
pub mod erase;
pub mod exported;
pub mod field;
pub mod find;
pub mod fingerprint;
mod folder_lock;
pub mod follow_up;
mod found;
pub mod history;
mod in_place;
pub mod insight;
pub mod key;
pub mod many;
pub mod mapping;
pub mod matching;
pub mod merge;
pub mod newcomer;
pub mod opportunity;
pub mod people;
pub mod photo;
mod prepare;
pub mod question;
pub mod remind;
mod rest;
pub mod ring;
pub mod sale;
pub mod search;
pub mod session;
pub mod setting;
pub mod source;
pub mod step;
pub mod tag;
pub mod template;
pub mod timeline;
pub mod today;
pub mod undo;
pub mod view;
pub mod whole;
mod word;

use by_name::ByName;
use closed::{CHANGED, Closed};
pub use folder_lock::FolderLock;
use in_place::InPlace;
pub use key::Key;
pub use word::{from_word, word};

/// A connection, inside or outside a transaction.
pub type Db = Connection;
/// A transaction that is rolled back unless it is committed.
pub type Transaction<'a> = rusqlite::Transaction<'a>;

/// The oldest SQLite without the WAL-reset bug that corrupts (3.7.0 to 3.51.2 have it).
const OLDEST_SQLITE: i32 = 3_051_003;
/// The migrations in their order. One that a released version holds is never edited again.
pub(crate) const MIGRATIONS: [&str; 6] = [
    include_str!("migrations/0001_first.sql"),
    include_str!("migrations/0002_alarms.sql"),
    include_str!("migrations/0003_in_and_out.sql"),
    include_str!("migrations/0004_desk.sql"),
    include_str!("migrations/0005_counts.sql"),
    include_str!("migrations/0006_trash.sql"),
];
/// Marks the file as Rappel's ("Rapp").
pub(crate) const APPLICATION_ID: i32 = 0x5261_7070;
/// The page cache of the writer in kibibytes.
const CACHE: i64 = 16_000;
/// That of each reader, of which there are several: what Today reads of many people.
const READER_CACHE: i64 = 8_000;
/// How many reading connections are kept.
const IDLE_READERS: usize = 4;
/// Files up to this size are looked through before they are opened; larger ones behind the window, before the first write.
const SMALL: u64 = 32 * 1024 * 1024;
/// After so many steps of its machine SQLite looks whether an answer is still wanted: a fraction of a millisecond.
const STEPS_BETWEEN_LOOKS: i32 = 1000;
/// The name of the database in its folder.
pub const FILE: &str = "rappel.db";

/// The open database.
pub struct Store {
    path: PathBuf,
    // Closed before the writer, as only a connection that may write folds the write-ahead log into the file at its end.
    readers: Mutex<Vec<Connection>>,
    writer: Mutex<Connection>,
    /// None where the database is not locked with a passphrase.
    key: Option<Arc<Key>>,
    unchecked: bool,
    /// Whether what was written last may have changed the order of names.
    names_moved: Arc<AtomicBool>,
    /// How often it did.
    orders: AtomicU64,
    /// The order of names, and after how many changes it was read.
    by_name: Mutex<Option<(u64, Arc<ByName>)>>,
    /// The file and its write-ahead log.
    files: [InPlace; 2],
    // Dropped after the connections.
    closed: Closed,
    _lock: Arc<FolderLock>,
}

impl Store {
    /// Opens the database in `folder`, making both where they are missing, and brings the schema up to date.
    ///
    /// # Errors
    /// `in_use` when another program holds the folder, `newer` for a file made by a newer Rappel, `not_ours` for another
    /// program's file, `damaged`, `read_only`, `disk_full` or `cannot_open` as the system says.
    pub fn open(folder: &Path) -> Result<Self> {
        Self::open_held(folder, Self::lock(folder)?, None, |_| Ok(()))
    }

    /// The same for a folder that is held already, and for a database that takes a key; `save` is called with the old data before its
    /// schema changes.
    ///
    /// A file that is damaged is never written to: a small one is looked through first; for a large one see [`Self::check`].
    ///
    /// # Errors
    /// Those of [`Self::open`] but `in_use`, and those of `save`; `data_changed` for a sound file that is not as it was left;
    /// `wrong_passphrase` when the first page can't be read with the key.
    pub fn open_held(
        folder: &Path,
        lock: Arc<FolderLock>,
        key: Option<Arc<Key>>,
        save: impl Fn(&Db) -> Result<()>,
    ) -> Result<Self> {
        match Self::open_once(folder, Arc::clone(&lock), key.clone(), &save) {
            // SQLite takes a place that could not be read for damage, yet a disk may answer when it is asked again.
            Err(error) if matches!(error.code(), "damaged" | CHANGED) => Self::open_once(folder, lock, key, save),
            opened => opened,
        }
    }

    fn open_once(
        folder: &Path,
        lock: Arc<FolderLock>,
        key: Option<Arc<Key>>,
        save: impl Fn(&Db) -> Result<()>,
    ) -> Result<Self> {
        if rusqlite::version_number() < OLDEST_SQLITE {
            return Err(Error::Internal(format!("SQLite {} is too old", rusqlite::version())));
        }
        let path = folder.join(FILE);
        let bytes = std::fs::metadata(&path).map_or(0, |file| file.len());
        folder::prepare(&path)?;
        let closed = Closed::of(&path)?;
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut writer = key::open(&path, flags, key.as_deref())?;
        // Else a connection that only found the damage would fold the write-ahead log into the file as it closes.
        writer.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
        // SQLite makes do with reading where it may not write; then nothing could be saved until the next start.
        if writer.is_readonly(MAIN_DB)? {
            return Err(Error::refused("read_only"));
        }
        check_owner(&writer).map_err(|error| refuse_key(error, key.as_deref()))?;
        let version: i32 = writer.pragma_query_value(None, "user_version", |row| row.get(0))?;
        let version = usize::try_from(version).unwrap_or(0);
        let old = version > 0 && version < MIGRATIONS.len();
        let wal = is_wal(&writer)?;
        let mut unchecked = bytes > SMALL && !old && wal;
        // Of a file that was taken away nothing is left that could be changed.
        let changed = bytes > 0 && !closed.holds(!unchecked);
        unchecked &= !changed;
        if bytes > 0 && !unchecked {
            copy::quick_check(&writer)?;
        }
        if changed {
            return Err(Error::refused(CHANGED));
        }
        if bytes == 0 || old || !wal {
            closed.begin_to_write()?;
        }
        if old {
            save(&writer)?;
        }
        prepare(&writer)?;
        migrate(&mut writer)?;
        undo::install(&writer)?;
        // A log that the disk refuses for a moment is opened to be read alone, and SQLite says so to the first who writes.
        drop(writer.transaction_with_behavior(TransactionBehavior::Immediate)?);
        let names_moved = by_name::watch(&writer)?;
        writer.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, unchecked)?;
        let files = [InPlace::now(&path), InPlace::now(&path.with_extension("db-wal"))];
        Ok(Self {
            path,
            writer: Mutex::new(writer),
            readers: Mutex::default(),
            key,
            unchecked,
            names_moved,
            orders: AtomicU64::default(),
            by_name: Mutex::default(),
            files,
            closed,
            _lock: lock,
        })
    }

    /// Whether the file still has to be looked through before it may be written to.
    pub fn is_unchecked(&self) -> bool {
        self.unchecked
    }

    /// Has the note of how the file was left taken away; called before anything is written.
    ///
    /// # Errors
    /// What the disk says; then nothing may be written.
    pub fn begin_to_write(&self) -> Result<()> {
        self.closed.begin_to_write()
    }

    /// Closes the file at the end of the program, and notes how it is left. For one that is known to be sound.
    ///
    /// # Errors
    /// What the disk says; then there is no note.
    pub fn end(self) -> Result<()> {
        let Self { readers, writer, closed, _lock, .. } = self;
        drop(readers);
        drop(writer);
        closed.note()
    }

    /// Looks through the file, beside whoever reads: quickly, or `closely` at the search indexes too, which needs the writer.
    ///
    /// # Errors
    /// `damaged`, or `data_changed` where that is all there is to say; then it stays as it is when this is dropped.
    pub fn check(&self, closely: bool) -> Result<()> {
        let mut sound = self.reader().and_then(|reader| copy::quick_check(&reader));
        // Whoever writes at this moment may be the one who asks.
        let writer = self.writer.try_lock();
        if let (Ok(writer), true, true) = (&writer, closely, sound.is_ok()) {
            sound = copy::whole_check(writer);
        }
        let sound = sound.and_then(|()| match self.closed.holds(true) {
            true => Ok(()),
            false => Err(Error::refused(CHANGED)),
        });
        if let Ok(writer) = writer {
            writer.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, sound.is_err())?;
        }
        sound
    }

    /// Leaves the file as it is when this is dropped.
    pub fn keep(&self) {
        // Whoever writes at this moment may be the one who asks; their write fails, and the log stays beside the file.
        let kept = self.writer.try_lock().map(|it| it.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true));
        if !matches!(kept, Ok(Ok(_))) {
            tracing::warn!("the log of damaged data may be folded in");
        }
    }

    /// Whether the open files are still those in the folder; else what is written is lost at the end.
    pub fn is_in_place(&self) -> bool {
        self.files.iter().all(InPlace::holds)
    }

    /// Closes files that may not be those in the folder any more: nothing is folded into a file or removed by its name.
    pub fn leave(self) {
        if let Err(error) = self.writer().set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true) {
            tracing::warn!(%error, "closing data that are gone");
        }
    }

    /// Folds what stands in the write-ahead log into the file, beside whoever reads or writes.
    ///
    /// # Errors
    /// What the disk says; then it is done by a later write, which waits for it.
    pub fn fold_log(&self) -> Result<()> {
        if !self.is_in_place() {
            return Ok(());
        }
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let db = key::open(&self.path, flags, self.key.as_deref())?;
        db.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
        db.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()))?;
        Ok(())
    }

    /// The database file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The key that it is locked with; none where it is not.
    pub fn key(&self) -> Option<&Arc<Key>> {
        self.key.as_ref()
    }

    /// The one writing connection. Whoever holds it writes alone.
    pub fn writer(&self) -> MutexGuard<'_, Connection> {
        // A panic during a write rolled its transaction back; the connection itself is sound.
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A connection of its own that only reads, outside any transaction.
    ///
    /// # Errors
    /// Those of opening it.
    pub fn reader(&self) -> Result<Connection> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let reader = key::open(&self.path, flags, self.key.as_deref())?;
        prepare_reader(&reader)?;
        Ok(reader)
    }

    /// Everybody in the order of their names, as of the last write.
    ///
    /// # Errors
    /// Those of the database.
    pub fn by_name(&self) -> Result<Arc<ByName>> {
        // Asked before it is read: what is written meanwhile makes it old at once.
        let orders = self.orders.load(Ordering::SeqCst);
        let known = self.by_name.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some((_, order)) = known.filter(|(of, _)| *of == orders) {
            return Ok(order);
        }
        let order = Arc::new(self.read(ByName::read)?);
        *self.by_name.lock().unwrap_or_else(PoisonError::into_inner) = Some((orders, Arc::clone(&order)));
        Ok(order)
    }

    /// Says that something was written: what is known from before may not hold any more.
    pub fn was_written(&self) {
        if self.names_moved.swap(false, Ordering::SeqCst) {
            self.orders.fetch_add(1, Ordering::SeqCst);
        }
    }

    /// Reads from one consistent state, beside the writer.
    ///
    /// # Errors
    /// Those of `work`, or of opening a connection.
    pub fn read<T>(&self, work: impl FnOnce(&Db) -> Result<T>) -> Result<T> {
        self.read_with(|_| Ok(()), work)
    }

    /// The same, ended by SQLite's own error (interrupted) once its answer is not wanted any more.
    ///
    /// # Errors
    /// Those of [`Self::read`].
    pub fn read_while<T>(
        &self,
        wanted: impl Fn() -> bool + Send + 'static,
        work: impl FnOnce(&Db) -> Result<T>,
    ) -> Result<T> {
        self.read_with(move |reader| Ok(reader.progress_handler(STEPS_BETWEEN_LOOKS, Some(move || !wanted()))?), work)
    }

    fn read_with<T>(
        &self,
        prepare: impl FnOnce(&mut Connection) -> Result<()>,
        work: impl FnOnce(&Db) -> Result<T>,
    ) -> Result<T> {
        let idle = self.readers.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let mut reader = match idle {
            Some(reader) => reader,
            None => self.reader()?,
        };
        prepare(&mut reader)?;
        let result = {
            let snapshot = reader.transaction()?;
            work(&snapshot)
        };
        reader.progress_handler(0, None::<fn() -> bool>)?;
        let mut readers = self.readers.lock().unwrap_or_else(PoisonError::into_inner);
        if readers.len() < IDLE_READERS {
            readers.push(reader);
        }
        result
    }
}

/// Whether the drive itself failed to answer.
pub fn is_unanswered(error: &rusqlite::Error) -> bool {
    error.sqlite_error_code() == Some(rusqlite::ErrorCode::SystemIoFailure)
}

/// Whether a text that was read is none: only whole texts are ever written.
pub fn is_garbled(error: &rusqlite::Error) -> bool {
    matches!(error, rusqlite::Error::Utf8Error(..))
}

/// With a key that does not fit, and with no other, a database looks as if it were damaged from the first page on.
fn refuse_key(error: Error, key: Option<&Key>) -> Error {
    if key.is_some() && error.code() == "damaged" { Error::refused("wrong_passphrase") } else { error }
}

#[cfg(test)]
mod tests {
    use rusqlite::StatementStatus;

    use super::Store;

    #[test]
    fn a_closed_store_is_one_file() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path()).unwrap();
        store.read(|_| Ok(())).unwrap();
        assert!(folder.path().join("rappel.db-wal").exists());
        drop(store);
        assert!(!folder.path().join("rappel.db-wal").exists());
    }

    #[test]
    fn a_statement_is_prepared_once_whatever_is_bound_to_it() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path()).unwrap();
        let db = store.writer();
        db.execute("INSERT INTO contact (id, created_at, came_in) VALUES (1, 0, '2026-11-23')", []).unwrap();
        let mut statement = db.prepare(include_str!("refresh_text.sql")).unwrap();
        for contacts in ["[1]", "[1, 2]", "[2]"] {
            statement.execute([contacts]).unwrap();
        }
        assert_eq!(statement.get_status(StatementStatus::RePrepare), 0);
    }
}

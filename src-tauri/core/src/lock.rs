//! The lock: a passphrase that the data take at the start, and what can be said before it was given.
//!
//! Beside locked data lies a small file with what is needed until then: the language, light or dark, and the moments of the next alarms. No
//! name stands in it, no word and no key. Without it nothing is lost but the count of what is due.

use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use chrono::NaiveDateTime;
use rappel_domain::alarm::AlarmKind;
use rappel_domain::settings::{Language, Settings, Theme};
use serde::{Deserialize, Serialize};

use crate::app::held;
use crate::backup::{self, Passphrase};
use crate::data::LOCKED;
use crate::event::Event;
use crate::storage::closed::CHANGED;
use crate::storage::{self, Key, key};
use crate::{App, Error, Result, folder};

/// The file beside locked data.
const BESIDE: &str = "rappel-locked.json";
/// So many alarms are counted while the data are locked; weeks of them.
const MOST: u32 = 1_000;
/// The pause after a wrong passphrase; each next one doubles it.
const FIRST_PAUSE: Duration = Duration::from_secs(1);
const LONGEST_PAUSE: Duration = Duration::from_secs(300);

/// What is known of the lock while the program runs.
#[derive(Default)]
pub(crate) struct Lock {
    gate: Mutex<Gate>,
    beside: Mutex<Beside>,
}

/// Lets one passphrase at a time be tried.
#[derive(Default)]
struct Gate {
    wrong: u32,
    closed_until: Option<Instant>,
}

impl Gate {
    /// How long it stays closed, in whole seconds.
    fn wait(&self) -> u64 {
        let left = self.closed_until.and_then(|until| until.checked_duration_since(Instant::now()));
        left.map_or(0, |left| left.as_millis().div_ceil(1000).try_into().unwrap_or(u64::MAX))
    }

    /// Closes it for twice as long as the last time; for how many seconds.
    fn close(&mut self) -> u64 {
        let pause = FIRST_PAUSE.saturating_mul(1 << self.wrong.min(16)).min(LONGEST_PAUSE);
        self.wrong += 1;
        self.closed_until = Some(Instant::now() + pause);
        pause.as_secs()
    }
}

/// What lies beside locked data.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct Beside {
    /// The [mark](Key::mark) of the key, by which damage is told from a wrong passphrase.
    mark: String,
    language: Option<Language>,
    theme: Theme,
    /// When alarms ring, soonest first.
    rings: Vec<NaiveDateTime>,
}

impl Beside {
    /// What lies there; nothing where that can't be read.
    fn read(folder: &Path) -> Self {
        let json = std::fs::read(folder.join(BESIDE)).unwrap_or_default();
        serde_json::from_slice(&json).unwrap_or_default()
    }

    fn write(&self, folder: &Path) -> Result<()> {
        folder::write_json(&folder.join(BESIDE), self)
    }
}

impl Lock {
    /// The lock of data that are locked, and the settings that hold until they are open.
    pub fn of(folder: &Path) -> (Self, Settings) {
        let beside = Beside::read(folder);
        let settings = Settings { language: beside.language, theme: beside.theme, ..Settings::default() };
        (Self { gate: Mutex::default(), beside: Mutex::new(beside) }, settings)
    }

    /// For how many seconds no passphrase is taken.
    pub fn wait(&self) -> u64 {
        held(&self.gate).wait()
    }

    /// Tries a passphrase, unless one that did not fit was tried a moment ago.
    fn guarded<T>(&self, tried: impl FnOnce() -> Result<T>) -> Result<T> {
        let mut gate = held(&self.gate);
        if gate.wait() > 0 {
            return Err(Error::refused("lock_wait").with("seconds", gate.wait()));
        }
        match tried() {
            Err(error) if error.code() == "wrong_passphrase" => {
                Err(Error::refused("lock_wrong").with("seconds", gate.close()))
            }
            result => {
                *gate = Gate::default();
                result
            }
        }
    }
}

impl App {
    /// Opens locked data.
    ///
    /// # Errors
    /// `lock_wrong` and for a while after it `lock_wait`, each with how many `seconds` there are to wait; `data_open` for data that are not
    /// locked; `damaged` or `data_changed` when the passphrase is right, and those of opening any data.
    pub(crate) fn unlock(&self, passphrase: &Passphrase) -> Result<()> {
        let one = held(&self.shelf.at_work);
        let opened = self.lock.guarded(|| self.open_with(passphrase));
        drop(one);
        if opened.as_ref().is_err_and(|error| matches!(error.code(), "damaged" | CHANGED)) {
            self.tell(&Event::everything_changed());
        }
        opened?;
        self.check_behind_the_window()?;
        backup::sweep(self.folder())?;
        self.begin_anew()
    }

    fn open_with(&self, passphrase: &Passphrase) -> Result<()> {
        let salt = key::salt(&self.database())?.filter(|_| self.is_locked());
        let key = Arc::new(Key::of(passphrase.typed(), salt.ok_or_else(|| Error::refused("data_open"))?)?);
        let save = |db: &_| backup::before_migration(self.folder(), db, Some(&key), &self.now());
        let opened = self.data.unlock(Arc::clone(&key), save);
        if opened.as_ref().is_err_and(|error| error.code() == "wrong_passphrase")
            && held(&self.lock.beside).mark == key.mark()
        {
            self.data.is_damaged();
            return Err(Error::refused("damaged"));
        }
        opened
    }

    /// The key of a locked database that is not the data, and opens with another passphrase. It is known from then on.
    ///
    /// # Errors
    /// `lock_wrong` and `lock_wait`, as above.
    pub(crate) fn try_on(&self, path: &Path, passphrase: &Passphrase) -> Result<Arc<Key>> {
        self.lock.guarded(|| {
            let salt = key::salt(path)?.ok_or_else(|| Error::refused("not_a_backup"))?;
            let key = Arc::new(Key::of(passphrase.typed(), salt)?);
            storage::copy::try_key(path, &key)?;
            self.data.keep_key(Arc::clone(&key));
            Ok(key)
        })
    }

    /// Locks the data with a passphrase, or with none, once the one that they have was given.
    ///
    /// # Errors
    /// `passphrase_short`, `lock_wrong` and `lock_wait` as above, `still_writing`, and what the disk says. Then they stay as they were.
    pub(crate) fn set_passphrase(&self, old: Option<&Passphrase>, new: Option<&Passphrase>) -> Result<()> {
        new.map_or(Ok(()), Passphrase::check_length)?;
        self.lock.guarded(|| {
            let Some(present) = self.data.key()? else { return Ok(()) };
            let given = old.map(|old| Key::of(old.typed(), present.salt())).transpose()?;
            match given {
                Some(given) if given.mark() == present.mark() => Ok(()),
                _ => Err(Error::refused("wrong_passphrase")),
            }
        })?;
        let key = new.map(|new| Key::new(new.typed())).transpose()?.map(Arc::new);
        backup::relock(self, key)?;
        self.note_beside()
    }

    /// Whether the data take a passphrase at the start.
    ///
    /// # Errors
    /// When they are not open.
    pub(crate) fn has_lock(&self) -> Result<bool> {
        Ok(self.data.key()?.is_some())
    }

    /// Whether the data wait for their passphrase.
    pub fn is_locked(&self) -> bool {
        self.shut_why() == Some(LOCKED)
    }

    /// Writes down beside locked data what has to be known of them when they are shut, where it changed. Takes it away from open ones.
    ///
    /// # Errors
    /// Those of the database, and what the disk says.
    pub(crate) fn note_beside(&self) -> Result<()> {
        let Some(key) = self.data.key()? else { return forget_beside(self.folder()) };
        let settings = self.settings();
        let rings = self.coming_rings(&settings)?;
        let new = Beside { mark: key.mark(), language: settings.language, theme: settings.theme, rings };
        let mut known = held(&self.lock.beside);
        if *known != new {
            new.write(self.folder())?;
            *known = new;
        }
        Ok(())
    }

    fn coming_rings(&self, settings: &Settings) -> Result<Vec<NaiveDateTime>> {
        let (now, daily) = (self.now().civil, settings.daily_time.0);
        let alarms = self.read(|db| {
            let due = storage::alarm::due(db, now, daily, MOST)?;
            Ok([due, storage::alarm::next(db, now, daily, MOST)?].concat())
        })?;
        let mut rings: Vec<_> = alarms
            .iter()
            .map(|alarm| {
                let at = alarm.rings(daily);
                let held = if alarm.occurrence.kind == AlarmKind::Card { None } else { settings.held(at, now.max(at)) };
                held.unwrap_or(at)
            })
            .collect();
        rings.sort_unstable();
        Ok(rings)
    }

    /// How many reminders are due at a moment while the data are locked, and when the next one will be.
    pub fn due_while_locked(&self, now: NaiveDateTime) -> (usize, Option<NaiveDateTime>) {
        let beside = held(&self.lock.beside);
        let due = beside.rings.partition_point(|at| *at <= now);
        (due, beside.rings.get(due).copied())
    }
}

/// Takes away what lay beside data that are not locked any more.
///
/// # Errors
/// What the disk says.
pub(crate) fn forget_beside(folder: &Path) -> Result<()> {
    match std::fs::remove_file(folder.join(BESIDE)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

//! The data as the program holds them: open, being replaced by a backup, or shut because the file is locked with a passphrase, damaged or out
//! of reach.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, PoisonError, RwLock};
use std::time::{Duration, Instant};

use crate::app::held;
use crate::storage::closed::{self, CHANGED};
use crate::storage::{Db, FILE, FolderLock, Key, Store, key};
use crate::{Error, Result};

/// How long a restoring waits for reads and writes under way; an import may take longer.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long the end of the program waits for them: somebody logs out.
const LAST_PATIENCE: Duration = Duration::from_secs(1);

/// Why data are shut that went out of reach while the program ran.
pub(crate) const GONE: &str = "data_gone";
/// Why data are shut whose passphrase was not given yet.
pub(crate) const LOCKED: &str = "locked";

enum State {
    Open(Arc<Store>),
    /// Why not: the code of a sentence.
    Shut(&'static str),
}

/// The data as the program holds them.
pub(crate) struct Data {
    folder: PathBuf,
    lock: Mutex<Option<Arc<FolderLock>>>,
    state: RwLock<State>,
    /// Data that went out of reach while they were open. What the system still holds of them may be all that is left.
    left: Mutex<Option<Arc<Store>>>,
    /// The keys that opened something since the start: the data, or a backup that was locked with an earlier passphrase.
    keys: Mutex<Vec<Arc<Key>>>,
    unchecked: Mutex<Unchecked>,
    /// Rings when that changes.
    checked: Condvar,
}

/// Whether the file is still to be looked through, and whether somebody waits for it.
#[derive(Default)]
struct Unchecked {
    is: bool,
    wanted: bool,
}

impl Data {
    /// Holds an opened store.
    pub fn open(folder: PathBuf, lock: Arc<FolderLock>, store: Store) -> Self {
        let unchecked = Mutex::new(Unchecked { is: store.is_unchecked(), wanted: false });
        Self { unchecked, ..Self::of(folder, lock, State::Open(Arc::new(store))) }
    }

    /// Holds a folder whose database can't be used.
    pub fn shut(folder: PathBuf, lock: Arc<FolderLock>, why: &'static str) -> Self {
        Self::of(folder, lock, State::Shut(why))
    }

    fn of(folder: PathBuf, lock: Arc<FolderLock>, state: State) -> Self {
        let (lock, state) = (Mutex::new(Some(lock)), RwLock::new(state));
        let (left, keys, unchecked) = (Mutex::default(), Mutex::default(), Mutex::default());
        Self { folder, lock, state, left, keys, unchecked, checked: Condvar::new() }
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The right to the folder, taken anew where the folder is another one than it was.
    ///
    /// # Errors
    /// `in_use`, and what the disk says.
    fn lock(&self) -> Result<Arc<FolderLock>> {
        let mut lock = held(&self.lock);
        if let Some(lock) = lock.as_ref().filter(|lock| lock.is_in_place()) {
            return Ok(Arc::clone(lock));
        }
        *lock = None;
        Ok(Arc::clone(lock.insert(Store::lock(&self.folder)?)))
    }

    /// The database file.
    pub fn path(&self) -> PathBuf {
        self.folder.join(FILE)
    }

    /// The open store.
    ///
    /// # Errors
    /// `locked`, `damaged`, `data_changed`, `data_missing`, `data_gone`, `restoring` or `locking`.
    pub fn store(&self) -> Result<Arc<Store>> {
        match &*self.state.read().unwrap_or_else(PoisonError::into_inner) {
            State::Open(store) => Ok(Arc::clone(store)),
            State::Shut(why) => Err(Error::refused(why)),
        }
    }

    /// The open store for writing, once it is known to be sound. From then on no note says how it was left.
    ///
    /// # Errors
    /// Those of [`Self::store`], and what the disk says.
    pub fn sound_store(&self) -> Result<Arc<Store>> {
        let mut unchecked = held(&self.unchecked);
        while unchecked.is {
            unchecked.wanted = true;
            self.checked.notify_all();
            unchecked = self.checked.wait(unchecked).unwrap_or_else(PoisonError::into_inner);
        }
        drop(unchecked);
        let store = self.store()?;
        store.begin_to_write()?;
        // A look through the data may have shut them meanwhile, for what the note told. This one has no note any more.
        self.store().map(|_| store)
    }

    /// Waits until somebody wants to write to a file that is still to be looked through, or as long as that.
    pub fn leave_unchecked(&self, longest: Duration) {
        let unchecked = held(&self.unchecked);
        drop(self.checked.wait_timeout_while(unchecked, longest, |it| it.is && !it.wanted));
    }

    /// Looks through the store, as [`Store::check`] does it; writes wait for it.
    ///
    /// # Errors
    /// `damaged`, `data_changed`, or that the disk does not answer; then the data are shut.
    pub fn check(&self, closely: bool) -> Result<()> {
        held(&self.unchecked).is = true;
        let result = self.store().and_then(|store| store.check(closely));
        if let Err(error) = &result {
            tracing::error!(%error, "the data did not pass their check");
            // A disk that did not answer is asked again by whoever looks for the data.
            let why = if matches!(error.code(), "damaged" | CHANGED) { error.code() } else { GONE };
            *self.state.write().unwrap_or_else(PoisonError::into_inner) = State::Shut(why);
        }
        *held(&self.unchecked) = Unchecked::default();
        self.checked.notify_all();
        result
    }

    /// Why the data are shut, if they are.
    pub fn shut_why(&self) -> Option<&'static str> {
        match &*self.state.read().unwrap_or_else(PoisonError::into_inner) {
            State::Open(_) => None,
            State::Shut(why) => Some(why),
        }
    }

    /// Keeps a key that opened something.
    pub fn keep_key(&self, key: Arc<Key>) {
        let mut keys = held(&self.keys);
        keys.retain(|other| other.salt() != key.salt());
        keys.push(key);
    }

    /// The key of a database file; none for one that is not locked.
    ///
    /// # Errors
    /// `locked` when it is one that opened nothing since the start.
    pub fn key_of(&self, path: &Path) -> Result<Option<Arc<Key>>> {
        let Some(salt) = key::salt(path)? else { return Ok(None) };
        let known = held(&self.keys).iter().find(|key| key.salt() == salt).cloned();
        known.map(Some).ok_or_else(|| Error::refused(LOCKED))
    }

    /// The key that the open data are locked with; none where they are not.
    ///
    /// # Errors
    /// Those of [`Self::store`].
    pub fn key(&self) -> Result<Option<Arc<Key>>> {
        Ok(self.store()?.key().cloned())
    }

    /// Opens data that were locked; `save` is called with data of an older version before their schema changes.
    ///
    /// # Errors
    /// `wrong_passphrase`, `damaged` and `data_changed` after which they are shut for that, and those of [`Store::open_held`].
    pub fn unlock(&self, key: Arc<Key>, save: impl Fn(&Db) -> Result<()>) -> Result<()> {
        if self.shut_why() != Some(LOCKED) {
            return Err(Error::refused("data_open"));
        }
        let opened = self.lock().and_then(|lock| Store::open_held(&self.folder, lock, Some(Arc::clone(&key)), save));
        let mut state = self.state.write().unwrap_or_else(PoisonError::into_inner);
        match opened {
            Ok(store) => {
                self.keep_key(key);
                held(&self.unchecked).is = store.is_unchecked();
                *state = State::Open(Arc::new(store));
                Ok(())
            }
            Err(error) => {
                if matches!(error.code(), "damaged" | CHANGED) {
                    *state = State::Shut(error.code());
                }
                // It fits.
                if error.code() == CHANGED {
                    self.keep_key(key);
                }
                Err(error)
            }
        }
    }

    /// Closes the store, to replace its file. Whoever asks for it meanwhile hears `why`.
    ///
    /// # Errors
    /// `still_writing` when somebody goes on using it; then it stays open.
    pub fn close(&self, why: &'static str) -> Result<()> {
        self.take(PATIENCE, why).map(drop)
    }

    /// Closes the store at the end of the program, and notes how it is left.
    ///
    /// # Errors
    /// `still_writing` when somebody goes on using it; then it ends as by a crash. What the disk says; then there is no note.
    pub fn end(&self) -> Result<()> {
        let Some(store) = self.take(LAST_PATIENCE, "busy")? else { return Ok(()) };
        if !store.is_in_place() {
            store.leave();
        } else if !held(&self.unchecked).is {
            store.end()?;
        }
        Ok(())
    }

    /// The open store, once nobody else uses it.
    fn take(&self, patience: Duration, why: &'static str) -> Result<Option<Store>> {
        let mut state = self.state.write().unwrap_or_else(PoisonError::into_inner);
        let State::Open(store) = std::mem::replace(&mut *state, State::Shut(why)) else { return Ok(None) };
        drop(state);
        alone(store, patience).map(Some).map_err(|shared| {
            *self.state.write().unwrap_or_else(PoisonError::into_inner) = State::Open(shared);
            Error::refused("still_writing")
        })
    }

    /// Shuts the data if their files are not those in the folder any more, or if what was `met` tells so. Whether this shut them.
    pub fn shut_if_gone(&self, met: bool) -> bool {
        let is_gone = |state: &State| matches!(state, State::Open(store) if met || !store.is_in_place());
        if !is_gone(&self.state.read().unwrap_or_else(PoisonError::into_inner)) {
            return false;
        }
        let mut state = self.state.write().unwrap_or_else(PoisonError::into_inner);
        if !is_gone(&state) {
            return false;
        }
        tracing::error!("the data are out of reach");
        if let State::Open(store) = std::mem::replace(&mut *state, State::Shut(GONE)) {
            *held(&self.left) = Some(store);
        }
        true
    }

    /// Opens data that were out of reach and stand in their folder again; `save` is called with data of an older version before
    /// their schema changes.
    ///
    /// # Errors
    /// `data_gone` while they are not there, `still_writing` while something still uses what was left of them, `in_use` when another
    /// program took the folder, and those of [`Store::open_held`].
    pub fn come_back(&self, save: impl Fn(&Db) -> Result<()>) -> Result<()> {
        if !self.path().exists() {
            return Err(Error::refused(GONE));
        }
        let mut left = held(&self.left);
        if let Some(store) = left.take() {
            match alone(store, PATIENCE) {
                Ok(store) => store.leave(),
                Err(shared) => {
                    *left = Some(shared);
                    return Err(Error::refused("still_writing"));
                }
            }
        }
        // A drive that was taken out and put in again looks the same, yet what was held of it holds nothing any more.
        *held(&self.lock) = None;
        self.open_anew(save)
    }

    /// Asks what the system still holds of data that went out of reach.
    ///
    /// # Errors
    /// `data_gone` when nothing is held, and those of `work`.
    pub fn with_left<T>(&self, work: impl FnOnce(&Store) -> Result<T>) -> Result<T> {
        self.lock()?;
        work(held(&self.left).as_ref().ok_or_else(|| Error::refused(GONE))?)
    }

    /// Opens what stands in the folder now: a restored backup, which goes on standing beside it whatever its version is.
    ///
    /// # Errors
    /// Those of [`Store::open_held`]; then the data are shut for that reason, or until they can be opened. `locked` when their key is not
    /// known.
    pub fn reopen(&self) -> Result<()> {
        // A folder that went away is not begun anew with nothing in its place.
        if !self.path().exists() {
            self.is_out_of_reach();
            return Err(Error::refused(GONE));
        }
        self.open_anew(|_| Ok(()))
    }

    /// Opens a file that is not as it was left, as it is, after the usual check.
    ///
    /// # Errors
    /// `data_open` for data that are not shut for this, and those of [`Store::open_held`].
    pub fn take_as_it_is(&self, save: impl Fn(&Db) -> Result<()>) -> Result<()> {
        if self.shut_why() != Some(CHANGED) {
            return Err(Error::refused("data_open"));
        }
        closed::forget(&self.folder)?;
        self.open_anew(save)
    }

    /// Begins with nothing where there is no database.
    ///
    /// # Errors
    /// As [`Self::reopen`].
    pub fn begin(&self) -> Result<()> {
        self.open_anew(|_| Ok(()))
    }

    fn open_anew(&self, save: impl Fn(&Db) -> Result<()>) -> Result<()> {
        let opened =
            self.lock().and_then(|lock| Store::open_held(&self.folder, lock, self.key_of(&self.path())?, save));
        // Its key is known to fit.
        let opened = opened.map_err(|error| match error.code() {
            "wrong_passphrase" => Error::refused("damaged"),
            _ => error,
        });
        let opened =
            opened.and_then(|store| if store.is_unchecked() { store.check(false).map(|()| store) } else { Ok(store) });
        let mut state = self.state.write().unwrap_or_else(PoisonError::into_inner);
        match opened {
            Ok(store) => {
                *state = State::Open(Arc::new(store));
                Ok(())
            }
            Err(error) => {
                // A disk that is full or does not answer may do so a moment later; the others stay as they are.
                let stays = matches!(error.code(), "damaged" | CHANGED | "newer" | "not_ours");
                *state = State::Shut(if stays { error.code() } else { GONE });
                Err(error)
            }
        }
    }

    /// Shuts data in which something was read that nobody wrote, or that do not open with the right passphrase.
    pub fn is_damaged(&self) {
        if let Ok(store) = self.store() {
            store.keep();
        }
        *self.state.write().unwrap_or_else(PoisonError::into_inner) = State::Shut("damaged");
    }

    /// Folds the log into the file on a thread of its own, after a great deal was written: else the next save, of one conversation, would
    /// wait until all of it is.
    ///
    /// # Errors
    /// Why the data can't be used.
    pub fn fold_log_behind(&self) -> Result<()> {
        let store = self.store()?;
        let fold = move || {
            if let Err(error) = store.fold_log() {
                tracing::warn!(%error, "the log stays as it is");
            }
        };
        if let Err(error) = std::thread::Builder::new().name("fold".to_owned()).spawn(fold) {
            tracing::warn!(%error, "no thread to fold the log");
        }
        Ok(())
    }

    /// Says that data that were closed can't be opened for now.
    pub fn is_out_of_reach(&self) {
        *self.state.write().unwrap_or_else(PoisonError::into_inner) = State::Shut(GONE);
    }
}

/// The store, once nobody else uses it; shared still when somebody goes on.
fn alone(mut store: Arc<Store>, patience: Duration) -> std::result::Result<Store, Arc<Store>> {
    let start = Instant::now();
    loop {
        match Arc::try_unwrap(store) {
            Ok(store) => return Ok(store),
            Err(shared) if start.elapsed() > patience => return Err(shared),
            Err(shared) => store = shared,
        }
        std::thread::sleep(Duration::from_millis(5));
    }
}

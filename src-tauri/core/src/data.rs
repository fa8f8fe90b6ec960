//! The data as the program holds them: open, being replaced by a backup, or shut because the file is damaged.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, PoisonError, RwLock};
use std::time::{Duration, Instant};

use crate::app::held;
use crate::storage::{FILE, FolderLock, Store};
use crate::{Error, Result};

/// How long a restoring waits for reads and writes under way; an import may take longer.
const PATIENCE: Duration = Duration::from_secs(10);

enum State {
    Open(Arc<Store>),
    /// Why not: the code of a sentence.
    Shut(&'static str),
}

/// The data as the program holds them.
pub(crate) struct Data {
    folder: PathBuf,
    lock: Arc<FolderLock>,
    state: RwLock<State>,
    unchecked: Mutex<bool>,
    checked: Condvar,
}

impl Data {
    /// Holds an opened store.
    pub fn open(folder: PathBuf, lock: Arc<FolderLock>, store: Store) -> Self {
        let unchecked = Mutex::new(store.is_unchecked());
        Self { folder, lock, state: RwLock::new(State::Open(Arc::new(store))), unchecked, checked: Condvar::new() }
    }

    /// Holds a folder whose database can't be used.
    pub fn shut(folder: PathBuf, lock: Arc<FolderLock>, why: &'static str) -> Self {
        let state = RwLock::new(State::Shut(why));
        Self { folder, lock, state, unchecked: Mutex::default(), checked: Condvar::new() }
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    pub fn lock(&self) -> Arc<FolderLock> {
        Arc::clone(&self.lock)
    }

    /// The database file.
    pub fn path(&self) -> PathBuf {
        self.folder.join(FILE)
    }

    /// The open store.
    ///
    /// # Errors
    /// `damaged`, `data_missing` or `restoring`.
    pub fn store(&self) -> Result<Arc<Store>> {
        match &*self.state.read().unwrap_or_else(PoisonError::into_inner) {
            State::Open(store) => Ok(Arc::clone(store)),
            State::Shut(why) => Err(Error::refused(why)),
        }
    }

    /// The open store for writing, once it is known to be sound.
    ///
    /// # Errors
    /// Those of [`Self::store`].
    pub fn sound_store(&self) -> Result<Arc<Store>> {
        let mut unchecked = held(&self.unchecked);
        while *unchecked {
            unchecked = self.checked.wait(unchecked).unwrap_or_else(PoisonError::into_inner);
        }
        drop(unchecked);
        self.store()
    }

    /// Looks through the store; writes wait for it.
    ///
    /// # Errors
    /// `damaged`; then the data are shut.
    pub fn check(&self) -> Result<()> {
        *held(&self.unchecked) = true;
        let result = self.store().and_then(|store| store.check());
        if let Err(error) = &result {
            tracing::error!(%error, "the data did not pass their check");
            *self.state.write().unwrap_or_else(PoisonError::into_inner) = State::Shut("damaged");
        }
        *held(&self.unchecked) = false;
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

    /// Closes the store, to replace its file. Whoever asks for it meanwhile hears `restoring`.
    ///
    /// # Errors
    /// `still_writing` when somebody goes on using it; then it stays open.
    pub fn close(&self) -> Result<()> {
        let mut state = self.state.write().unwrap_or_else(PoisonError::into_inner);
        let State::Open(store) = std::mem::replace(&mut *state, State::Shut("restoring")) else { return Ok(()) };
        drop(state);
        let (mut store, start) = (store, Instant::now());
        loop {
            match Arc::try_unwrap(store) {
                Ok(alone) => {
                    drop(alone);
                    return Ok(());
                }
                Err(shared) if start.elapsed() > PATIENCE => {
                    *self.state.write().unwrap_or_else(PoisonError::into_inner) = State::Open(shared);
                    return Err(Error::refused("still_writing"));
                }
                Err(shared) => store = shared,
            }
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Opens what stands in the folder now.
    ///
    /// # Errors
    /// Those of [`Store::open_locked`]; then the data are shut for that reason.
    pub fn reopen(&self) -> Result<()> {
        let opened = Store::open_locked(&self.folder, self.lock(), |_| Ok(()));
        let mut state = self.state.write().unwrap_or_else(PoisonError::into_inner);
        match opened.and_then(|store| if store.is_unchecked() { store.check().map(|()| store) } else { Ok(store) }) {
            Ok(store) => {
                *state = State::Open(Arc::new(store));
                Ok(())
            }
            Err(error) => {
                *state = State::Shut(error.code());
                Err(error)
            }
        }
    }
}

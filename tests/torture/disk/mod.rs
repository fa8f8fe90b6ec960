//! A disk that fails when it is told to, and remembers what was written and what of it was brought down.
//!
//! This program stands in front of the system's own calls ([`calls`]), so that SQLite and the rest of Rappel meet the same disk, and
//! nothing in them has to know of it. Only files below a folder that is named here are touched.

mod calls;
mod log;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

pub use log::{Amount, Cut, Log, Order};

/// What is wrong with the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It is full.
    Full,
    /// It takes nothing.
    ReadOnly,
    /// It does not answer.
    Broken,
    /// The folder is somewhere else of a sudden.
    Away,
}

/// From which call on something is wrong, and whether it stays so.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    /// What.
    pub fault: Fault,
    /// The first call that fails, from 1, of those that such a fault can meet.
    pub from: u64,
    /// Whether all after it fail too.
    pub stays: bool,
}

/// What a call is about to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Call {
    Look,
    Read,
    Write,
    Grow,
    Change,
    Sync,
}

impl Fault {
    fn meets(self, call: Call) -> bool {
        match self {
            Self::Full => matches!(call, Call::Write | Call::Grow),
            Self::ReadOnly => matches!(call, Call::Write | Call::Grow | Call::Change),
            Self::Broken | Self::Away => true,
        }
    }

    fn number(self) -> i32 {
        match self {
            Self::Full => libc::ENOSPC,
            Self::ReadOnly => libc::EROFS,
            Self::Broken => libc::EIO,
            Self::Away => libc::ENOENT,
        }
    }
}

/// Names a file, whatever it is called.
type FileId = usize;

/// Something that was done to the disk.
#[derive(Debug, Clone)]
pub enum Op {
    /// A new, empty file.
    Create(PathBuf, FileId),
    Write(FileId, u64, Vec<u8>),
    Cut(FileId, u64),
    /// All of the file is on the disk.
    Sync(FileId),
    /// A file has another name.
    Rename(PathBuf, PathBuf, FileId),
    Remove(PathBuf),
    NewFolder(PathBuf),
    RemoveFolder(PathBuf),
    /// The names in the folder are on the disk.
    SyncFolder(PathBuf),
    /// What the test has to say at this moment.
    Mark(String),
}

#[derive(Default)]
struct State {
    plan: Option<Plan>,
    met: u64,
    failed: u64,
    files: HashMap<u64, FileId>,
    last: FileId,
    log: Option<Log>,
}

/// A folder whose files go through this program.
struct Folder {
    root: PathBuf,
    state: Mutex<State>,
}

fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A folder whose files go through this program, as long as this is there.
pub struct Disk(Arc<Folder>);

impl Disk {
    /// Stands before all files below `root` that are opened from now on.
    pub fn at(root: &Path) -> Self {
        let folder = Arc::new(Folder { root: root.to_owned(), state: Mutex::default() });
        calls::watch(&folder);
        Self(folder)
    }

    /// Remembers all that is done from now on. What stands there is on the disk.
    pub fn record(&self) {
        let log = Log::of(&self.0.root, |ino| self.0.known(ino));
        held(&self.0.state).log = Some(log);
    }

    /// Notes something among what is done.
    pub fn mark(&self, what: impl ToString) {
        self.0.note(|_| Op::Mark(what.to_string()));
    }

    /// All that was done.
    pub fn log(&self) -> Log {
        held(&self.0.state).log.take().expect("a record")
    }

    /// Lets it fail.
    pub fn fail(&self, plan: Plan) {
        let mut state = held(&self.0.state);
        (state.plan, state.met, state.failed) = (Some(plan), 0, 0);
    }

    /// Nothing fails any more; how many calls had failed. A folder that was away is back.
    pub fn mend(&self) -> u64 {
        let mut state = held(&self.0.state);
        let was_away = state.plan.is_some_and(|it| it.fault == Fault::Away) && state.failed > 0;
        state.plan = None;
        drop(state);
        let away = away(&self.0.root);
        if was_away && away.exists() {
            // Something may have been begun in its place.
            let _ = std::fs::rename(&self.0.root, self.0.root.with_extension("begun"));
            std::fs::rename(&away, &self.0.root).expect("the folder comes back");
        }
        std::mem::take(&mut held(&self.0.state).failed)
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        calls::leave(&self.0);
    }
}

fn away(root: &Path) -> PathBuf {
    root.with_extension("away")
}

impl Folder {
    fn note(&self, op: impl FnOnce(&mut State) -> Op) {
        let mut state = held(&self.state);
        if state.log.is_some() {
            let op = op(&mut state);
            state.log.as_mut().expect("it is there").ops.push(op);
        }
    }

    /// The number of the error with which a call has to fail, if it has to.
    fn gate(&self, call: Call) -> Option<i32> {
        let mut state = held(&self.state);
        let plan = state.plan.filter(|plan| plan.fault.meets(call))?;
        state.met += 1;
        if state.met < plan.from || (state.met > plan.from && !plan.stays) {
            return None;
        }
        state.failed += 1;
        if plan.fault == Fault::Away {
            if state.met == plan.from {
                calls::rename_now(&self.root, &away(&self.root));
            }
            return None;
        }
        Some(plan.fault.number())
    }

    fn is_new(&self, ino: u64) -> FileId {
        let mut state = held(&self.state);
        state.last += 1;
        let id = state.last;
        state.files.insert(ino, id);
        id
    }

    fn known(&self, ino: u64) -> FileId {
        let known = held(&self.state).files.get(&ino).copied();
        known.unwrap_or_else(|| self.is_new(ino))
    }
}

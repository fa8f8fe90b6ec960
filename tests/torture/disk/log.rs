//! What was done to a disk, done again up to any moment, and what stands on it after the power went at that moment: what was brought
//! down, and of the rest nothing, all, or whatever chance brought down of it, sector by sector and name by name.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use fastrand::Rng;

use super::{FileId, Op};

/// Disks write such pieces whole.
const SECTOR: usize = 512;

/// How much of what was not brought down yet is there all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Amount {
    Nothing,
    Some,
    All,
}

/// Whether names come down in the order in which they were given, as file systems with a journal do it, or in any.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    Kept,
    Any,
}

/// How the power goes.
#[derive(Debug, Clone, Copy)]
pub struct Cut {
    /// How much of the contents of files.
    pub contents: Amount,
    /// How much of their names.
    pub names: Amount,
}

/// What stands at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Named {
    File(FileId),
    Folder,
}

type Names = BTreeMap<PathBuf, Named>;

/// All that was done, and what stood there before.
pub struct Log {
    root: PathBuf,
    names: Names,
    contents: HashMap<FileId, Vec<u8>>,
    pub(super) ops: Vec<Op>,
}

impl Log {
    pub(super) fn of(root: &Path, id: impl Fn(u64) -> FileId) -> Self {
        let mut it = Self { root: root.to_owned(), names: Names::new(), contents: HashMap::new(), ops: Vec::new() };
        it.names.insert(root.to_owned(), Named::Folder);
        let mut folders = vec![root.to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).expect("the folder") {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    it.names.insert(path.clone(), Named::Folder);
                    folders.push(path);
                } else {
                    let id = id(fs::metadata(&path).expect("a file").ino());
                    it.contents.insert(id, fs::read(&path).expect("a file"));
                    it.names.insert(path, Named::File(id));
                }
            }
        }
        it
    }

    /// The moments just before and after something was brought down or confirmed.
    pub fn moments(&self) -> Vec<usize> {
        let at = |op: &Op| matches!(op, Op::Sync(_) | Op::SyncFolder(_) | Op::Mark(_) | Op::Rename(..) | Op::Remove(_));
        let found = self.ops.iter().enumerate().filter(|(_, op)| at(op));
        let mut moments: Vec<_> = found.flat_map(|(at, _)| [at, at + 1]).collect();
        moments.dedup();
        moments
    }

    /// How much was done.
    pub fn len(&self) -> usize {
        self.ops.len()
    }

    /// Begins to do it again.
    pub fn replay(&self, order: Order) -> Replay<'_> {
        let files = self.contents.iter().map(|(id, bytes)| (*id, File { down: bytes.clone(), pending: Vec::new() }));
        Replay { log: self, order, at: 0, files: files.collect(), names: self.names.clone(), pending: Vec::new() }
    }
}

/// A change to a file that is not brought down yet.
enum Change<'a> {
    Write(u64, &'a [u8]),
    Cut(u64),
}

impl Change<'_> {
    fn apply(&self, to: &mut Vec<u8>) {
        match self {
            Self::Write(at, bytes) => write(to, usize::try_from(*at).expect("a place"), bytes),
            Self::Cut(length) => to.resize(usize::try_from(*length).expect("a length"), 0),
        }
    }
}

fn write(to: &mut Vec<u8>, at: usize, bytes: &[u8]) {
    if to.len() < at + bytes.len() {
        to.resize(at + bytes.len(), 0);
    }
    to[at..at + bytes.len()].copy_from_slice(bytes);
}

struct File<'a> {
    down: Vec<u8>,
    pending: Vec<Change<'a>>,
}

/// What was done, up to a moment.
pub struct Replay<'a> {
    log: &'a Log,
    order: Order,
    at: usize,
    files: HashMap<FileId, File<'a>>,
    names: Names,
    pending: Vec<&'a Op>,
}

impl<'a> Replay<'a> {
    /// Goes on to a moment; the marks on the way.
    pub fn go_to(&mut self, moment: usize) -> Vec<&'a str> {
        let mut marks = Vec::new();
        while self.at < moment {
            let op = &self.log.ops[self.at];
            self.at += 1;
            match op {
                Op::Mark(what) => marks.push(what.as_str()),
                Op::Write(id, at, bytes) => self.file(*id).pending.push(Change::Write(*at, bytes)),
                Op::Cut(id, length) => self.file(*id).pending.push(Change::Cut(*length)),
                Op::Sync(id) => {
                    let file = self.file(*id);
                    for change in file.pending.drain(..) {
                        change.apply(&mut file.down);
                    }
                }
                Op::SyncFolder(folder) => self.names_down(folder),
                Op::Create(_, id) => {
                    self.file(*id);
                    self.pending.push(op);
                }
                Op::Rename(..) | Op::Remove(_) | Op::NewFolder(_) | Op::RemoveFolder(_) => self.pending.push(op),
            }
        }
        marks
    }

    fn file(&mut self, id: FileId) -> &mut File<'a> {
        self.files.entry(id).or_insert_with(|| File { down: Vec::new(), pending: Vec::new() })
    }

    fn names_down(&mut self, folder: &Path) {
        let stands_in = |op: &Op| match op {
            Op::Rename(from, to, _) => from.parent() == Some(folder) || to.parent() == Some(folder),
            Op::Create(path, _) | Op::Remove(path) | Op::NewFolder(path) | Op::RemoveFolder(path) => {
                path.parent() == Some(folder)
            }
            _ => false,
        };
        let last = self.pending.iter().rposition(|op| stands_in(op)).map_or(0, |at| at + 1);
        let mut left = Vec::new();
        for (at, op) in std::mem::take(&mut self.pending).into_iter().enumerate() {
            if stands_in(op) || (self.order == Order::Kept && at < last) {
                name(&mut self.names, op);
            } else {
                left.push(op);
            }
        }
        self.pending = left;
    }

    /// Writes what stands on the disk after the power went now to another folder.
    pub fn cut(&self, cut: Cut, rng: &mut Rng, to: &Path) {
        let mut names = self.names.clone();
        let first = match (cut.names, self.order) {
            (Amount::Nothing, _) => 0,
            (Amount::Some, Order::Kept) => rng.usize(..=self.pending.len()),
            _ => self.pending.len(),
        };
        for op in &self.pending[..first] {
            if cut.names != Amount::Some || self.order == Order::Kept || rng.bool() {
                name(&mut names, op);
            }
        }
        // What lies in a folder whose own name is not there can't be reached.
        let root = &self.log.root;
        let is_there = |path: &Path| path.ancestors().take_while(|it| *it != root).all(|it| names.contains_key(it));
        for (path, named) in names.iter().filter(|(path, _)| is_there(path)) {
            let there = to.join(path.strip_prefix(root).expect("a path below the root"));
            match named {
                Named::Folder => fs::create_dir_all(there).expect("a folder"),
                Named::File(id) => fs::write(there, self.files[id].after(cut.contents, rng)).expect("a file"),
            }
        }
    }
}

impl File<'_> {
    fn after(&self, amount: Amount, rng: &mut Rng) -> Vec<u8> {
        let mut bytes = self.down.clone();
        for change in self.pending.iter().filter(|_| amount != Amount::Nothing) {
            match change {
                Change::Write(at, new) if amount == Amount::Some => {
                    let mut at = usize::try_from(*at).expect("a place");
                    let mut new = *new;
                    while !new.is_empty() {
                        let (sector, rest) = new.split_at((SECTOR - at % SECTOR).min(new.len()));
                        if rng.bool() {
                            write(&mut bytes, at, sector);
                        }
                        (at, new) = (at + sector.len(), rest);
                    }
                }
                Change::Cut(_) if amount == Amount::Some && rng.bool() => {}
                change => change.apply(&mut bytes),
            }
        }
        bytes
    }
}

/// Does to the names what was done to them, as far as it still can be.
fn name(names: &mut Names, op: &Op) {
    match op {
        Op::Create(path, id) => drop(names.insert(path.clone(), Named::File(*id))),
        Op::NewFolder(path) => drop(names.insert(path.clone(), Named::Folder)),
        Op::Remove(path) => drop(names.remove(path)),
        Op::RemoveFolder(folder) => names.retain(|path, _| !path.starts_with(folder)),
        Op::Rename(from, to, id) => {
            names.remove(from);
            names.insert(to.clone(), Named::File(*id));
        }
        _ => {}
    }
}

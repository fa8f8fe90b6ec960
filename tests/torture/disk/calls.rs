//! The system's calls for files, with this program standing before them: the linker finds these names before those of the C library,
//! for SQLite as for Rust's own library. Each looks whether the file is one of ours, asks whether the call is to fail, does it, and
//! notes what was done. What is brought down to a disk of ours is only noted, which spares waiting for the real one.

#![allow(unsafe_code)]

use std::collections::HashMap;
use std::ffi::{CStr, OsStr, c_char, c_int, c_void};
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use super::{Call, FileId, Folder, Op, held};

/// An open file or folder of ours.
#[derive(Clone)]
struct Open {
    folder: Arc<Folder>,
    id: FileId,
    path: PathBuf,
    is_folder: bool,
}

static FOLDERS: Mutex<Vec<Arc<Folder>>> = Mutex::new(Vec::new());
static OPEN: Mutex<Option<HashMap<c_int, Open>>> = Mutex::new(None);
/// How many folders are watched: with none, every call goes straight through.
static WATCHED: AtomicUsize = AtomicUsize::new(0);

pub fn watch(folder: &Arc<Folder>) {
    held(&FOLDERS).push(Arc::clone(folder));
    WATCHED.fetch_add(1, Ordering::SeqCst);
}

pub fn leave(folder: &Arc<Folder>) {
    held(&FOLDERS).retain(|it| !Arc::ptr_eq(it, folder));
    if let Some(open) = held(&OPEN).as_mut() {
        open.retain(|_, it| !Arc::ptr_eq(&it.folder, folder));
    }
    WATCHED.fetch_sub(1, Ordering::SeqCst);
}

fn opened(fd: c_int) -> Option<Open> {
    if WATCHED.load(Ordering::SeqCst) == 0 {
        return None;
    }
    held(&OPEN).as_ref()?.get(&fd).cloned()
}

/// The folder that a path lies in.
fn ours(path: &Path) -> Option<Arc<Folder>> {
    held(&FOLDERS).iter().find(|it| path.starts_with(&it.root)).cloned()
}

/// The path that a call names, where it is one of ours.
unsafe fn named(at: c_int, path: *const c_char) -> Option<(Arc<Folder>, PathBuf)> {
    if WATCHED.load(Ordering::SeqCst) == 0 || path.is_null() {
        return None;
    }
    // SAFETY: The caller of the call owes a text that ends in zero.
    let path = Path::new(OsStr::from_bytes(unsafe { CStr::from_ptr(path) }.to_bytes()));
    let path = if path.is_absolute() { path.to_owned() } else { opened(at)?.path.join(path) };
    Some((ours(&path)?, path))
}

fn fail(number: c_int) -> c_int {
    // SAFETY: The place of this thread's own error number.
    unsafe { *libc::__errno_location() = number };
    -1
}

/// A path as the system takes it.
fn as_c(path: &Path) -> Vec<u8> {
    [path.as_os_str().as_bytes(), b"\0"].concat()
}

pub fn rename_now(from: &Path, to: &Path) {
    let (from, to) = (as_c(from), as_c(to));
    // SAFETY: Both are texts that end in zero.
    unsafe { libc::syscall(libc::SYS_renameat2, libc::AT_FDCWD, from.as_ptr(), libc::AT_FDCWD, to.as_ptr(), 0) };
}

fn number(result: libc::c_long) -> c_int {
    c_int::try_from(result).unwrap_or(-1)
}

unsafe fn real_open(at: c_int, path: *const c_char, flags: c_int, mode: libc::mode_t) -> c_int {
    // SAFETY: As the caller of `open` owes it.
    number(unsafe { libc::syscall(libc::SYS_openat, at, path, flags | libc::O_LARGEFILE, mode) })
}

unsafe fn open_at(at: c_int, path: *const c_char, flags: c_int, mode: libc::mode_t) -> c_int {
    // SAFETY: As the caller owes it, here and below.
    let Some((folder, place)) = (unsafe { named(at, path) }) else {
        let fd = unsafe { real_open(at, path, flags, mode) };
        if WATCHED.load(Ordering::SeqCst) > 0
            && let Some(open) = held(&OPEN).as_mut()
        {
            open.remove(&fd);
        }
        return fd;
    };
    let is_new = flags & libc::O_CREAT != 0 && unsafe { libc::access(as_c(&place).as_ptr().cast(), libc::F_OK) } != 0;
    let writes = flags & libc::O_ACCMODE != libc::O_RDONLY;
    let call = if is_new { Call::Grow } else { if writes { Call::Change } else { Call::Look } };
    if let Some(error) = folder.gate(call) {
        return fail(error);
    }
    let fd = unsafe { real_open(at, path, flags, mode) };
    if fd < 0 {
        return fd;
    }
    let mut about: libc::stat = unsafe { std::mem::zeroed() };
    unsafe { libc::fstat(fd, &raw mut about) };
    let is_folder = about.st_mode & libc::S_IFMT == libc::S_IFDIR;
    let id = if is_new { folder.is_new(about.st_ino) } else { folder.known(about.st_ino) };
    if is_new {
        folder.note(|_| Op::Create(place.clone(), id));
    } else if flags & libc::O_TRUNC != 0 {
        folder.note(|_| Op::Cut(id, 0));
    }
    held(&OPEN).get_or_insert_default().insert(fd, Open { folder, id, path: place, is_folder });
    fd
}

macro_rules! calls {
    ($($(#[$doc:meta])* fn $name:ident($($arg:ident: $type:ty),*) -> $result:ty $body:block)*) => {$(
        #[unsafe(no_mangle)]
        unsafe extern "C" fn $name($($arg: $type),*) -> $result {
            // SAFETY: The caller owes what the call of that name asks for, and it is handed on as it is.
            #[allow(unused_unsafe)]
            unsafe { $body }
        }
    )*};
}

// The last argument of the first four is there only where a file is made; what is handed on otherwise is not looked at.
calls! {
    fn open(path: *const c_char, flags: c_int, mode: libc::mode_t) -> c_int {
        open_at(libc::AT_FDCWD, path, flags, mode)
    }
    fn open64(path: *const c_char, flags: c_int, mode: libc::mode_t) -> c_int {
        open_at(libc::AT_FDCWD, path, flags, mode)
    }
    fn openat(at: c_int, path: *const c_char, flags: c_int, mode: libc::mode_t) -> c_int {
        open_at(at, path, flags, mode)
    }
    fn openat64(at: c_int, path: *const c_char, flags: c_int, mode: libc::mode_t) -> c_int {
        open_at(at, path, flags, mode)
    }
    fn close(fd: c_int) -> c_int {
        if WATCHED.load(Ordering::SeqCst) > 0 && let Some(open) = held(&OPEN).as_mut() {
            open.remove(&fd);
        }
        number(libc::syscall(libc::SYS_close, fd))
    }
    fn read(fd: c_int, to: *mut c_void, count: usize) -> isize {
        match opened(fd).and_then(|it| it.folder.gate(Call::Read)) {
            Some(error) => fail(error) as isize,
            None => libc::syscall(libc::SYS_read, fd, to, count) as isize,
        }
    }
    fn pread(fd: c_int, to: *mut c_void, count: usize, from: i64) -> isize { pread64(fd, to, count, from) }
    fn pread64(fd: c_int, to: *mut c_void, count: usize, from: i64) -> isize {
        match opened(fd).and_then(|it| it.folder.gate(Call::Read)) {
            Some(error) => fail(error) as isize,
            None => libc::syscall(libc::SYS_pread64, fd, to, count, from) as isize,
        }
    }
    fn write(fd: c_int, from: *const c_void, count: usize) -> isize {
        let place = opened(fd).map(|open| (open, libc::syscall(libc::SYS_lseek, fd, 0, libc::SEEK_CUR)));
        written(place, from, || libc::syscall(libc::SYS_write, fd, from, count) as isize)
    }
    fn pwrite(fd: c_int, from: *const c_void, count: usize, to: i64) -> isize { pwrite64(fd, from, count, to) }
    fn pwrite64(fd: c_int, from: *const c_void, count: usize, to: i64) -> isize {
        written(opened(fd).map(|open| (open, to)), from, || libc::syscall(libc::SYS_pwrite64, fd, from, count, to) as isize)
    }
    fn ftruncate(fd: c_int, length: i64) -> c_int { ftruncate64(fd, length) }
    fn ftruncate64(fd: c_int, length: i64) -> c_int {
        let open = opened(fd);
        if let Some(error) = open.as_ref().and_then(|it| it.folder.gate(Call::Write)) {
            return fail(error);
        }
        let result = number(libc::syscall(libc::SYS_ftruncate, fd, length));
        if let Some(it) = open.filter(|_| result == 0) {
            it.folder.note(|_| Op::Cut(it.id, length.unsigned_abs()));
        }
        result
    }
    fn fsync(fd: c_int) -> c_int { brought_down(fd, libc::SYS_fsync) }
    fn fdatasync(fd: c_int) -> c_int { brought_down(fd, libc::SYS_fdatasync) }
    fn rename(from: *const c_char, to: *const c_char) -> c_int {
        let (source, target) = (named(libc::AT_FDCWD, from), named(libc::AT_FDCWD, to));
        if let Some(error) = target.as_ref().and_then(|(folder, _)| folder.gate(Call::Change)) {
            return fail(error);
        }
        let result = number(libc::syscall(libc::SYS_renameat2, libc::AT_FDCWD, from, libc::AT_FDCWD, to, 0));
        if let (0, Some((folder, from)), Some((_, to))) = (result, source, target) {
            let mut about: libc::stat = std::mem::zeroed();
            libc::stat(as_c(&to).as_ptr().cast(), &raw mut about);
            let id = folder.known(about.st_ino);
            folder.note(|_| Op::Rename(from, to, id));
        }
        result
    }
    fn unlink(path: *const c_char) -> c_int { removed(libc::AT_FDCWD, path, 0) }
    fn unlinkat(at: c_int, path: *const c_char, flags: c_int) -> c_int { removed(at, path, flags) }
    fn rmdir(path: *const c_char) -> c_int { removed(libc::AT_FDCWD, path, libc::AT_REMOVEDIR) }
    fn mkdir(path: *const c_char, mode: libc::mode_t) -> c_int {
        let place = named(libc::AT_FDCWD, path);
        if let Some(error) = place.as_ref().and_then(|(folder, _)| folder.gate(Call::Grow)) {
            return fail(error);
        }
        let result = number(libc::syscall(libc::SYS_mkdirat, libc::AT_FDCWD, path, mode));
        if let Some((folder, place)) = place.filter(|_| result == 0) {
            folder.note(|_| Op::NewFolder(place));
        }
        result
    }
    fn copy_file_range(
        from: c_int, from_at: *mut i64, to: c_int, to_at: *mut i64, count: usize, flags: libc::c_uint
    ) -> isize {
        // Whoever copies goes on by reading and writing.
        match opened(to) {
            Some(_) => fail(libc::ENOSYS) as isize,
            None => libc::syscall(libc::SYS_copy_file_range, from, from_at, to, to_at, count, flags) as isize,
        }
    }
    fn sendfile64(to: c_int, from: c_int, from_at: *mut i64, count: usize) -> isize {
        match opened(to) {
            Some(_) => fail(libc::ENOSYS) as isize,
            None => libc::syscall(libc::SYS_sendfile, to, from, from_at, count) as isize,
        }
    }
}

unsafe fn written(place: Option<(Open, i64)>, from: *const c_void, write: impl FnOnce() -> isize) -> isize {
    let place = place.filter(|(open, _)| !open.is_folder);
    if let Some(error) = place.as_ref().and_then(|(open, _)| open.folder.gate(Call::Write)) {
        return fail(error) as isize;
    }
    let count = write();
    if let (Some((open, at)), Ok(length)) = (place, usize::try_from(count)) {
        // SAFETY: So much was just read from there.
        let bytes = unsafe { std::slice::from_raw_parts(from.cast::<u8>(), length) };
        open.folder.note(|_| Op::Write(open.id, at.unsigned_abs(), bytes.to_vec()));
    }
    count
}

fn brought_down(fd: c_int, how: libc::c_long) -> c_int {
    let Some(open) = opened(fd) else {
        // SAFETY: The number of a file, whoever's it is.
        return number(unsafe { libc::syscall(how, fd) });
    };
    if let Some(error) = open.folder.gate(Call::Sync) {
        return fail(error);
    }
    open.folder.note(|_| if open.is_folder { Op::SyncFolder(open.path.clone()) } else { Op::Sync(open.id) });
    0
}

unsafe fn removed(at: c_int, path: *const c_char, flags: c_int) -> c_int {
    // SAFETY: As the caller owes it.
    let place = unsafe { named(at, path) };
    if let Some(error) = place.as_ref().and_then(|(folder, _)| folder.gate(Call::Change)) {
        return fail(error);
    }
    let result = number(unsafe { libc::syscall(libc::SYS_unlinkat, at, path, flags) });
    if let Some((folder, place)) = place.filter(|_| result == 0) {
        let is_folder = flags & libc::AT_REMOVEDIR != 0;
        folder.note(|_| if is_folder { Op::RemoveFolder(place) } else { Op::Remove(place) });
    }
    result
}

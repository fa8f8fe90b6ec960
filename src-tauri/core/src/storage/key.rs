//! The key of a database that is locked with a passphrase, and the one way in which a connection to either kind is opened.
//!
//! SQLCipher keeps every page sealed, in the file as in its log. The key is made from the passphrase with Argon2id and the sixteen bytes
//! that a locked file begins with, which are SQLCipher's own salt: so a file and its passphrase are all that it takes, and nothing that
//! lies beside it can be lost. Neither the passphrase nor the key is ever written anywhere.

use std::fmt::Write;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use argon2::{Algorithm, Argon2, Params, Version};
use rusqlite::{Connection, OpenFlags};
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use super::Db;
use crate::{Error, Result};

/// Memory for Argon2id in kibibytes: twice that of the second choice of RFC 9106, section 4, as it is asked for once at a start.
const MEMORY: u32 = 128 * 1024;
/// Passes over that memory and lanes in it, as in that choice.
const PASSES: u32 = 3;
const LANES: u32 = 4;

/// How every open SQLite database begins.
pub(super) const MAGIC: &[u8] = b"SQLite format 3\0";
/// The size of a page in a locked database.
const PAGE: usize = 4096;
/// In a sealed page each of the 256 bytes stands 16 times, give or take a few; in any other page one of them stands far more often.
const OFTEN: u16 = 64;

/// What a locked file begins with; the same passphrase makes another key with another one.
pub type Salt = [u8; 16];

/// The key of a locked database.
pub struct Key {
    secret: Zeroizing<[u8; 32]>,
    salt: Salt,
}

impl Key {
    /// A key for a database that is to be locked.
    ///
    /// # Errors
    /// When the system gives no random bytes, or not enough memory.
    pub fn new(passphrase: &str) -> Result<Self> {
        let mut salt = Salt::default();
        getrandom::fill(&mut salt).map_err(|error| Error::Internal(error.to_string()))?;
        Self::of(passphrase, salt)
    }

    /// The key that a passphrase makes with the salt of a file.
    ///
    /// # Errors
    /// When the system gives not enough memory.
    pub fn of(passphrase: &str, salt: Salt) -> Result<Self> {
        let internal = |error: argon2::Error| Error::Internal(error.to_string());
        let params = Params::new(MEMORY, PASSES, LANES, None).map_err(internal)?;
        // Keyboards of one system may write é as two characters, those of another as one.
        let typed: Zeroizing<String> = Zeroizing::new(passphrase.nfc().collect());
        let mut secret = Zeroizing::new([0; 32]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(typed.as_bytes(), &salt, secret.as_mut())
            .map_err(internal)?;
        Ok(Self { secret, salt })
    }

    /// The salt of the files that it opens.
    pub fn salt(&self) -> Salt {
        self.salt
    }

    /// Tells this key from every other one, and tells nothing else of it.
    pub fn mark(&self) -> String {
        hex(&Sha256::new().chain_update(b"rappel lock").chain_update(self.secret.as_ref()).finalize()).to_string()
    }

    /// The key as SQLCipher takes it, with the salt, so that copies get the same.
    pub(super) fn spec(&self) -> Zeroizing<String> {
        Zeroizing::new(format!("x'{}{}'", *hex(self.secret.as_ref()), *hex(&self.salt)))
    }
}

fn hex(bytes: &[u8]) -> Zeroizing<String> {
    // With room for all of it: a string that grows leaves pieces behind.
    let mut text = Zeroizing::new(String::with_capacity(2 * bytes.len()));
    for byte in bytes {
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// The salt of the locked database at a path; none for one that is open, and for what is no database at all.
///
/// # Errors
/// When the file is there and can't be read.
pub fn salt(path: &Path) -> Result<Option<Salt>> {
    let mut page = Vec::with_capacity(PAGE);
    match File::open(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        file => file?.take(PAGE as u64).read_to_end(&mut page)?,
    };
    if page.len() < PAGE || page.starts_with(MAGIC) || !is_noise(&page) {
        return Ok(None);
    }
    Ok(page.first_chunk().copied())
}

/// Whether the first page says nothing at all, as a sealed one does.
fn is_noise(page: &[u8]) -> bool {
    let mut counts = [0_u16; 256];
    for byte in page {
        counts[usize::from(*byte)] += 1;
    }
    counts.iter().all(|count| *count <= OFTEN)
}

/// Opens a database. Whether the key fits shows at the first read.
pub(super) fn open(path: &Path, flags: OpenFlags, key: Option<&Key>) -> Result<Db> {
    let db = Connection::open_with_flags(path, flags)?;
    if let Some(key) = key {
        // It would write a line for every wrong passphrase to the standard error.
        db.execute_batch("PRAGMA cipher_log_level = NONE")?;
        db.execute_batch(&Zeroizing::new(format!("PRAGMA key = \"{}\"", *key.spec())))?;
    }
    Ok(db)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::Store;
    use super::*;

    #[test]
    fn a_passphrase_makes_the_same_key_whichever_way_its_letters_are_written() {
        let salt = [7; 16];
        let key = Key::of("caf\u{e9} au lait", salt).unwrap();
        assert_eq!(key.mark(), Key::of("cafe\u{301} au lait", salt).unwrap().mark());
        assert_ne!(key.mark(), Key::of("cafe au lait", salt).unwrap().mark());
        assert_ne!(key.mark(), Key::of("caf\u{e9} au lait", [8; 16]).unwrap().mark());
    }

    #[test]
    fn the_key_is_argon2id_so_that_it_never_changes_by_accident() {
        // As the reference implementation makes it: `echo -n "…" | argon2 0123456789abcdef -id -t 3 -k 131072 -p 4 -l 32 -r`.
        let key = Key::of("correct horse battery", *b"0123456789abcdef").unwrap();
        assert_eq!(key.spec()[2..66], *"ecb27ec8d914d47304067b378d120bb5fbbbce3dba8ee7461b4cde9e209faf75");
    }

    #[test]
    fn only_a_sealed_page_is_taken_for_one() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file");
        let mut noise = vec![0; PAGE];
        getrandom::fill(&mut noise).unwrap();
        let page = |text: &[u8]| text.iter().copied().cycle().take(PAGE).collect::<Vec<_>>();
        for (what, bytes, locked) in [
            ("noise", noise.clone(), true),
            ("half a page of noise", noise[..PAGE / 2].to_vec(), false),
            ("the same byte", page(&[0xA5]), false),
            ("words", page(b"Was it a car or a cat I saw?"), false),
            ("an open database", [MAGIC, &noise[MAGIC.len()..]].concat(), false),
            ("nothing", Vec::new(), false),
        ] {
            std::fs::write(&path, bytes).unwrap();
            assert_eq!(salt(&path).unwrap().is_some(), locked, "{what}");
        }
        assert!(salt(&folder.path().join("missing")).unwrap().is_none());
    }
    #[test]
    fn the_log_of_locked_data_is_folded_into_them() {
        let folder = tempfile::tempdir().unwrap();
        let key = Some(Arc::new(Key::of("once upon a time", [7; 16]).unwrap()));
        let store = Store::open_held(folder.path(), Store::lock(folder.path()).unwrap(), key, |_| Ok(())).unwrap();
        let before = std::fs::metadata(store.path()).unwrap().len();
        store.fold_log().unwrap();
        assert!(std::fs::metadata(store.path()).unwrap().len() > before);
    }
}

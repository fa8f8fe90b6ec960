//! Copies for elsewhere: a backup copied to a folder of the person's choice, sealed with a passphrase if they want.
//!
//! The sealed form is the age format (<https://age-encryption.org/v1>) with its scrypt recipient, which other programs open too.

use std::fs::File;
use std::io::{BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use age::secrecy::SecretString;
use age::{DecryptError, Decryptor, Encryptor, scrypt};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use zeroize::Zeroize;

use super::{file, shelf};
use crate::storage::key;
use crate::{App, Error, Result, folder};

/// How every age file begins.
const MAGIC: &[u8] = b"age-encryption.org/v1\n";

/// The shortest passphrase that is taken.
const SHORTEST: usize = 8;

/// A passphrase. It is in no log, as it is not shown even to the program's own messages.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(type = "string")]
pub struct Passphrase(String);

impl std::fmt::Debug for Passphrase {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.write_str("Passphrase")
    }
}

impl Passphrase {
    /// A passphrase as it was typed.
    pub fn new(typed: &str) -> Self {
        Self(typed.to_owned())
    }

    fn secret(&self) -> SecretString {
        self.0.clone().into()
    }

    /// As it was typed.
    pub(crate) fn typed(&self) -> &str {
        &self.0
    }

    /// Whether it is long enough to be taken for something new.
    ///
    /// # Errors
    /// `passphrase_short`.
    pub(crate) fn check_length(&self) -> Result<()> {
        if self.0.chars().count() < SHORTEST {
            return Err(Error::refused("passphrase_short").with("count", SHORTEST));
        }
        Ok(())
    }
}

impl Drop for Passphrase {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

/// Copies a backup into a folder, sealed if there is a passphrase. It counts once it was read back from there, unsealed. A file that
/// is there stays. Its name.
///
/// # Errors
/// `backup_damaged`, `copy_differs`, and what the disk says; then nothing is left in the folder.
pub(crate) fn copy_out(app: &App, name: &str, to: &Path, passphrase: Option<&Passphrase>) -> Result<String> {
    let kept = shelf::good(app, name)?;
    let stem = format!("Rappel {}", kept.at.format("%Y-%m-%d %H.%M"));
    let ending = if passphrase.is_some() { "db.age" } else { "db" };
    let path = free(to, &stem, ending);
    let sha256 = kept.note.as_ref().map(|note| note.sha256.as_str()).unwrap_or_default();
    place(&path, passphrase, sha256, |unfinished| {
        let unfinished = folder::create_for_person(unfinished, app.folder())?;
        match passphrase {
            Some(passphrase) => seal(&kept.path, unfinished, &scrypt::Recipient::new(passphrase.secret())),
            None => file::copy(&kept.path, unfinished),
        }
    })?;
    Ok(path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default())
}

/// Writes a copy beside its place, and gives it its name once it was read back.
fn place(
    path: &Path,
    passphrase: Option<&Passphrase>,
    sha256: &str,
    write: impl FnOnce(&Path) -> Result<()>,
) -> Result<()> {
    file::place(path, |unfinished| {
        write(unfinished)?;
        // A stick may take what it does not keep.
        file::forget_in_memory(unfinished)?;
        if read_back(unfinished, passphrase)? == sha256 { Ok(()) } else { Err(Error::refused("copy_differs")) }
    })
}

/// SHA-256 of what a copy holds, unsealed on the way and written nowhere.
fn read_back(path: &Path, passphrase: Option<&Passphrase>) -> Result<String> {
    let Some(passphrase) = passphrase else { return file::sha256(path) };
    // It was sealed a moment ago with this very passphrase: whatever does not open now was not kept as it was written.
    let read = unsealed(path, passphrase).and_then(|mut plain| Ok(file::hash(&mut plain)?));
    read.map_err(|error| {
        tracing::warn!(%error, "a sealed copy does not open again");
        Error::refused("copy_differs")
    })
}

/// The first name of its kind that is free in a folder.
fn free(folder: &Path, stem: &str, ending: &str) -> PathBuf {
    let first = folder.join(format!("{stem}.{ending}"));
    let more = (2..).map(|number| folder.join(format!("{stem} ({number}).{ending}")));
    std::iter::once(first).chain(more).find(|path| !path.exists()).unwrap_or_default()
}

fn seal(from: &Path, to: File, recipient: &scrypt::Recipient) -> Result<()> {
    let mut plain = BufReader::new(File::open(from)?);
    let sealed = BufWriter::new(to);
    let sealing = Encryptor::with_recipients(std::iter::once(recipient as &dyn age::Recipient));
    let mut sealing = sealing.map_err(|error| Error::Internal(error.to_string()))?.wrap_output(sealed)?;
    std::io::copy(&mut plain, &mut sealing)?;
    let written = sealing.finish()?.into_inner().map_err(std::io::IntoInnerError::into_error)?;
    Ok(folder::sync(&written)?)
}

/// Whether a file is sealed.
///
/// # Errors
/// When it can't be read.
pub(crate) fn is_sealed(path: &Path) -> Result<bool> {
    let mut start = Vec::new();
    File::open(path)?.take(MAGIC.len() as u64).read_to_end(&mut start)?;
    Ok(start == MAGIC)
}

/// Whether it takes a passphrase to open a file: one that is sealed, or a database that is locked.
///
/// # Errors
/// When it can't be read.
pub(crate) fn takes_passphrase(path: &Path) -> Result<bool> {
    Ok(is_sealed(path)? || key::salt(path)?.is_some())
}

/// Writes what a sealed file holds to a new file.
///
/// # Errors
/// `wrong_passphrase`; `backup_damaged` for a file that was cut or changed, or not sealed with a passphrase.
pub(crate) fn open_sealed(from: &Path, to: &Path, passphrase: &Passphrase) -> Result<()> {
    let mut plain = unsealed(from, passphrase)?;
    let mut out = BufWriter::new(folder::create(to)?);
    let mut buffer = vec![0; 1 << 16];
    loop {
        // What goes wrong in reading is the seal that does not hold; writing has its own words.
        match plain.read(&mut buffer).map_err(|_| Error::refused("backup_damaged"))? {
            0 => break,
            count => out.write_all(&buffer[..count])?,
        }
    }
    out.flush()?;
    file::settle(to)
}

/// Reads what a sealed file holds.
fn unsealed(path: &Path, passphrase: &Passphrase) -> Result<impl Read> {
    let sealed = Decryptor::new_buffered(BufReader::new(File::open(path)?)).map_err(refuse)?;
    let identity = scrypt::Identity::new(passphrase.secret());
    sealed.decrypt(std::iter::once(&identity as &dyn age::Identity)).map_err(refuse)
}

fn refuse(error: DecryptError) -> Error {
    match error {
        // With a passphrase, this and no other way is how a wrong one shows.
        DecryptError::KeyDecryptionFailed | DecryptError::DecryptionFailed => Error::refused("wrong_passphrase"),
        DecryptError::Io(error) if error.kind() != std::io::ErrorKind::UnexpectedEof => error.into(),
        error => {
            tracing::warn!(%error, "a sealed backup can't be opened");
            Error::refused("backup_damaged")
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Seek, SeekFrom};

    use super::*;

    /// Cheap, as nobody guesses at it here.
    fn recipient() -> scrypt::Recipient {
        let mut recipient = scrypt::Recipient::new("correct horse battery".to_owned().into());
        recipient.set_work_factor(2);
        recipient
    }

    /// Seals a file, does something to what was written, and tells what becomes of the copy and what is left in its folder.
    fn placed(spoil: impl FnOnce(&Path)) -> (Result<()>, Vec<String>) {
        let (from, to) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let (plain, passphrase) = (from.path().join("plain"), Passphrase::new("correct horse battery"));
        std::fs::write(&plain, vec![7; 300_000]).unwrap();
        let sha256 = file::sha256(&plain).unwrap();
        let result = place(&to.path().join("Copy.db.age"), Some(&passphrase), &sha256, |unfinished| {
            seal(&plain, File::create(unfinished)?, &recipient())?;
            spoil(unfinished);
            Ok(())
        });
        let left = std::fs::read_dir(to.path()).unwrap();
        (result, left.map(|it| it.unwrap().file_name().into_string().unwrap()).collect())
    }

    #[test]
    fn a_sealed_copy_that_was_not_kept_as_it_was_written_does_not_count() {
        let (result, left) = placed(|_| {});
        result.unwrap();
        assert_eq!(left, ["Copy.db.age"]);
        let spoils: [fn(&Path); 5] = [
            |path| File::options().write(true).open(path).unwrap().set_len(150_000).unwrap(),
            |path| {
                let mut file = File::options().write(true).open(path).unwrap();
                file.seek(SeekFrom::Start(200_000)).unwrap();
                file.write_all(&[0; 512]).unwrap();
            },
            // Sticks that are smaller than they say keep the beginning and give back zeros, or nothing at all.
            |path| std::fs::write(path, vec![0; 300_000]).unwrap(),
            |path| std::fs::write(path, "").unwrap(),
            // Another backup, sealed well.
            |path| {
                let other = tempfile::NamedTempFile::new().unwrap();
                seal(other.path(), File::create(path).unwrap(), &recipient()).unwrap();
            },
        ];
        for (number, spoil) in spoils.into_iter().enumerate() {
            let (result, left) = placed(spoil);
            assert_eq!(result.unwrap_err().code(), "copy_differs", "{number}");
            assert!(left.is_empty(), "{number}: {left:?}");
        }
    }
}

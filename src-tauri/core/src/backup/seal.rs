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

use super::{file, shelf};
use crate::{App, Error, Result};

/// How every age file begins.
const MAGIC: &[u8] = b"age-encryption.org/v1\n";

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

    /// How many letters it has.
    pub fn letters(&self) -> usize {
        self.0.chars().count()
    }
}

/// Copies a backup into a folder, sealed if there is a passphrase; a plain copy is read back. A file that is there stays. Its name.
///
/// # Errors
/// `backup_damaged`, and what the disk says; then nothing is left in the folder.
pub(crate) fn copy_out(app: &App, name: &str, folder: &Path, passphrase: Option<&Passphrase>) -> Result<String> {
    let kept = shelf::good(app, name)?;
    let stem = format!("Rappel {}", kept.at.format("%Y-%m-%d %H.%M"));
    let ending = if passphrase.is_some() { "db.age" } else { "db" };
    let path = free(folder, &stem, ending);
    let unfinished = path.with_extension(file::UNFINISHED);
    let written = match passphrase {
        Some(passphrase) => seal(&kept.path, &unfinished, passphrase),
        None => file::copy(&kept.path, &unfinished),
    };
    // A stick may take what it does not keep.
    let sha256 = kept.note.as_ref().map(|note| note.sha256.as_str()).unwrap_or_default();
    let checked = written.and_then(|()| {
        let same = match passphrase {
            Some(_) => true,
            None => file::sha256(&unfinished)? == sha256,
        };
        if !same {
            return Err(Error::refused("copy_differs"));
        }
        std::fs::rename(&unfinished, &path)?;
        file::settle_folder(folder)
    });
    if checked.is_err() {
        let _ = std::fs::remove_file(&unfinished);
    }
    checked?;
    Ok(path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default())
}

/// The first name of its kind that is free in a folder.
fn free(folder: &Path, stem: &str, ending: &str) -> PathBuf {
    let first = folder.join(format!("{stem}.{ending}"));
    let more = (2..).map(|number| folder.join(format!("{stem} ({number}).{ending}")));
    std::iter::once(first).chain(more).find(|path| !path.exists()).unwrap_or_default()
}

fn seal(from: &Path, to: &Path, passphrase: &Passphrase) -> Result<()> {
    let mut plain = BufReader::new(File::open(from)?);
    let sealed = BufWriter::new(File::create(to)?);
    let mut sealing = Encryptor::with_user_passphrase(passphrase.secret()).wrap_output(sealed)?;
    std::io::copy(&mut plain, &mut sealing)?;
    sealing.finish()?.flush()?;
    file::settle(to)
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

/// Writes what a sealed file holds to a new file.
///
/// # Errors
/// `wrong_passphrase`; `backup_damaged` for a file that was cut or changed, or not sealed with a passphrase.
pub(crate) fn open_sealed(from: &Path, to: &Path, passphrase: &Passphrase) -> Result<()> {
    let sealed = Decryptor::new_buffered(BufReader::new(File::open(from)?)).map_err(refuse)?;
    let identity = scrypt::Identity::new(passphrase.secret());
    let mut plain = sealed.decrypt(std::iter::once(&identity as &dyn age::Identity)).map_err(refuse)?;
    let mut out = BufWriter::new(File::create(to)?);
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

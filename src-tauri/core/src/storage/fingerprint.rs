//! Fingerprints of people who refused contact: keyed hashes of their e-mail addresses and phone numbers, which outlive an
//! erasure and warn when somebody brings the same person in again. The key lies in the same file, so that whoever has the whole
//! file can try out addresses; without the file a hash says nothing.

use std::fmt::Write as _;

use hmac::{Hmac, Mac};
use rappel_domain::ids::ContactId;
use rusqlite::params;
use sha2::Sha256;

use super::{Db, setting, undo};
use crate::{Error, Result};

/// The setting that holds the key. A restored backup takes over every setting of this beginning.
const KEY: &str = "fingerprint-key";

/// Keeps the fingerprints of somebody who refused contact, of all their addresses and numbers as they are now. Sample people are
/// invented and leave none.
pub fn keep(db: &Db, contact: ContactId) -> Result<()> {
    let normals = normals(db, contact)?;
    let is_sample = "SELECT 1 FROM contact c JOIN batch b ON b.id = c.batch_id WHERE c.id = ?1 AND b.kind = 'sample'";
    if normals.is_empty() || db.prepare_cached(is_sample)?.exists([contact.0])? {
        return Ok(());
    }
    let key = key_or_new(db)?;
    // One that was left by somebody erased is this person's from now on.
    let mut insert = db.prepare_cached(
        "INSERT INTO fingerprint (hash, contact_id) VALUES (?1, ?2)
         ON CONFLICT (hash) DO UPDATE SET contact_id = excluded.contact_id WHERE contact_id IS NULL",
    )?;
    for normal in normals {
        insert.execute(params![hash(&key, &normal)?, contact.0])?;
    }
    Ok(())
}

/// Takes away what was kept of somebody who is there.
pub fn forget(db: &Db, contact: ContactId) -> Result<()> {
    db.prepare_cached("DELETE FROM fingerprint WHERE contact_id = ?1")?.execute([contact.0])?;
    Ok(())
}

/// The same for *contact allowed again*, with what somebody who was erased left of the same addresses and numbers.
pub fn lift(db: &Db, contact: ContactId) -> Result<()> {
    forget(db, contact)?;
    let Some(key) = key(db)? else { return Ok(()) };
    for normal in normals(db, contact)? {
        db.prepare_cached("DELETE FROM fingerprint WHERE hash = ?1")?.execute([hash(&key, &normal)?])?;
    }
    Ok(())
}

/// Whether one of these e-mail addresses or numbers, in their normal form, is of somebody who refused contact.
pub fn matches(db: &Db, normals: &[String]) -> Result<bool> {
    if normals.is_empty() || !any(db)? {
        return Ok(false);
    }
    let Some(key) = key(db)? else { return Ok(false) };
    let mut statement = db.prepare_cached("SELECT 1 FROM fingerprint WHERE hash = ?1")?;
    for normal in normals {
        if statement.exists([hash(&key, normal)?])? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether any are kept.
pub fn any(db: &Db) -> Result<bool> {
    Ok(db.prepare_cached("SELECT 1 FROM fingerprint LIMIT 1")?.exists([])?)
}

/// How many are kept.
pub fn count(db: &Db) -> Result<u32> {
    Ok(db.prepare_cached("SELECT count(*) FROM fingerprint")?.query_row([], |row| row.get(0))?)
}

fn normals(db: &Db, contact: ContactId) -> Result<Vec<String>> {
    let mut statement =
        db.prepare_cached("SELECT DISTINCT normal FROM reach WHERE contact_id = ?1 AND normal IS NOT NULL")?;
    let rows = statement.query_map([contact.0], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// HMAC-SHA-256 (RFC 2104): without the key nobody can make a list of hashes beforehand.
fn hash(key: &[u8], normal: &str) -> Result<Vec<u8>> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).map_err(|error| Error::Internal(error.to_string()))?;
    mac.update(normal.as_bytes());
    Ok(mac.finalize().into_bytes().to_vec())
}

fn key(db: &Db) -> Result<Option<Vec<u8>>> {
    let hex: Option<String> = setting::get(db, KEY)?;
    let bytes = |hex: String| {
        (0..hex.len())
            .step_by(2)
            .map(|at| hex.get(at..at + 2).and_then(|two| u8::from_str_radix(two, 16).ok()))
            .collect()
    };
    Ok(hex.and_then(bytes))
}

/// The key, made at first use. No undo takes it away, as later fingerprints would say nothing without it.
fn key_or_new(db: &Db) -> Result<Vec<u8>> {
    if let Some(key) = key(db)? {
        return Ok(key);
    }
    let mut key = vec![0; 32];
    getrandom::fill(&mut key).map_err(|error| Error::Internal(error.to_string()))?;
    let mut hex = String::new();
    for byte in &key {
        write!(hex, "{byte:02x}").map_err(|error| Error::Internal(error.to_string()))?;
    }
    undo::unnoticed(db, || setting::set(db, KEY, &hex))?;
    Ok(key)
}

//! People's photos, at most one each.

use rappel_domain::ids::ContactId;
use rusqlite::{OptionalExtension, params};

use super::Db;
use crate::Result;

/// Somebody's photo, as its media type and its bytes.
pub fn get(db: &Db, contact: ContactId) -> Result<Option<(String, Vec<u8>)>> {
    let mut statement = db.prepare_cached("SELECT media_type, data FROM photo WHERE contact_id = ?1")?;
    Ok(statement.query_row([contact.0], |row| Ok((row.get(0)?, row.get(1)?))).optional()?)
}

/// Whether there is a photo of somebody.
pub fn exists(db: &Db, contact: ContactId) -> Result<bool> {
    Ok(db.prepare_cached("SELECT 1 FROM photo WHERE contact_id = ?1")?.exists([contact.0])?)
}

/// Stores somebody's photo, in the place of the one that is there.
pub fn put(db: &Db, contact: ContactId, media_type: &str, bytes: &[u8]) -> Result<()> {
    remove(db, contact)?;
    db.prepare_cached("INSERT INTO photo (contact_id, media_type, data) VALUES (?1, ?2, ?3)")?
        .execute(params![contact.0, media_type, bytes])?;
    Ok(())
}

/// Removes somebody's photo; whether there was one.
pub fn remove(db: &Db, contact: ContactId) -> Result<bool> {
    Ok(db.prepare_cached("DELETE FROM photo WHERE contact_id = ?1")?.execute([contact.0])? > 0)
}

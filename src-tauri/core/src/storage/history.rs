//! What happened to each contact.

use chrono::NaiveDateTime;
use rappel_domain::history::Happened;
use rappel_domain::ids::ContactId;
use rusqlite::params;

use super::Db;
use crate::{Error, Result};

/// Writes that something happened.
pub fn insert(db: &Db, contact: ContactId, at: NaiveDateTime, what: &Happened) -> Result<()> {
    let json = serde_json::to_string(what).map_err(|error| Error::Internal(error.to_string()))?;
    db.prepare_cached("INSERT INTO history (contact_id, at, what) VALUES (?1, ?2, ?3)")?
        .execute(params![contact.0, at, json])?;
    Ok(())
}

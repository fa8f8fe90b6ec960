//! What happened to each contact.

use chrono::NaiveDateTime;
use rappel_domain::history::Happened;
use rappel_domain::ids::ContactId;
use rusqlite::params;

use super::Db;
use crate::{Error, Result};

/// Writes that something happened.
pub fn insert(db: &Db, contact: ContactId, at: NaiveDateTime, what: &Happened) -> Result<()> {
    insert_with(db, contact, None, at, what)
}

/// The same where somebody else has a part in it. Their name is not kept here, and the entry goes when they are erased.
pub fn insert_with(
    db: &Db,
    contact: ContactId,
    other: Option<ContactId>,
    at: NaiveDateTime,
    what: &Happened,
) -> Result<()> {
    let json = serde_json::to_string(what).map_err(|error| Error::Internal(error.to_string()))?;
    db.prepare_cached("INSERT INTO history (contact_id, other_id, at, what) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![contact.0, other.map(|id| id.0), at, json])?;
    Ok(())
}

//! Birthday cards by contact and year.

use chrono::NaiveDate;
use rappel_domain::card::CardState;
use rappel_domain::ids::ContactId;
use rusqlite::{OptionalExtension, params};

use super::{Db, from_word, word};
use crate::Result;

/// How the card of that year stands; to write where nothing was noted.
pub fn state(db: &Db, contact: ContactId, year: i32) -> Result<CardState> {
    let found: Option<String> = db
        .prepare_cached("SELECT state FROM card WHERE contact_id = ?1 AND year = ?2")?
        .query_row(params![contact.0, year], |row| row.get(0))
        .optional()?;
    found.map_or(Ok(CardState::ToWrite), from_word)
}

/// Notes how it stands.
pub fn set_state(db: &Db, contact: ContactId, year: i32, state: CardState, on: NaiveDate) -> Result<()> {
    db.prepare_cached(
        "INSERT INTO card (contact_id, year, state, changed_on) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (contact_id, year) DO UPDATE SET state = excluded.state, changed_on = excluded.changed_on",
    )?
    .execute(params![contact.0, year, word(&state), on])?;
    Ok(())
}

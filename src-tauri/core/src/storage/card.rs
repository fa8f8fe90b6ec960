//! Birthday cards by contact and year.

use std::collections::BTreeSet;

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

/// The years of which nothing is left to do for the card.
pub fn settled_years(db: &Db, contact: ContactId) -> Result<BTreeSet<i32>> {
    let mut statement = db.prepare_cached("SELECT year, state FROM card WHERE contact_id = ?1")?;
    let rows = statement.query_map([contact.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let cards = rows.collect::<rusqlite::Result<Vec<(i32, String)>>>()?.into_iter();
    let cards = cards.map(|(year, state)| Ok((year, from_word::<CardState>(state)?))).collect::<Result<Vec<_>>>()?;
    Ok(cards.into_iter().filter(|(_, state)| state.is_settled()).map(|(year, _)| year).collect())
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

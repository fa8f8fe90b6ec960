//! Follow-ups.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use rappel_domain::follow_up::{Due, FollowUpDraft, FollowUpState, Repeat, Unit};
use rappel_domain::ids::{ContactId, ConversationId, FollowUpId};
use rusqlite::{OptionalExtension, Row, params};

use super::{Db, from_word, word};
use crate::{Error, Result};

/// A follow-up's row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowUp {
    /// Its number.
    pub id: FollowUpId,
    /// For whom.
    pub contact: ContactId,
    /// What was entered.
    pub draft: FollowUpDraft,
    /// The first date of its series.
    pub first_on: NaiveDate,
    /// How it stands.
    pub state: FollowUpState,
}

/// Writes a follow-up. `first_on` is the first date of its series, for a later one of it.
pub fn insert(
    db: &Db,
    contact: ContactId,
    conversation: Option<ConversationId>,
    draft: &FollowUpDraft,
    first_on: NaiveDate,
) -> Result<FollowUpId> {
    db.prepare_cached(
        "INSERT INTO follow_up (contact_id, conversation_id, what, due_on, due_at, minutes_before, repeat_every,
           repeat_unit, first_on) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?
    .execute(params![
        contact.0,
        conversation.map(|id| id.0),
        draft.what,
        draft.due.on,
        draft.due.at,
        draft.minutes_before,
        draft.repeat.map(|it| it.every),
        draft.repeat.map(|it| word(&it.unit)),
        first_on
    ])?;
    Ok(FollowUpId(db.last_insert_rowid()))
}

/// Changes what and when. The first change of its day keeps the day that it was planned for.
pub fn update(db: &Db, id: FollowUpId, draft: &FollowUpDraft, first_on: NaiveDate) -> Result<()> {
    db.prepare_cached(
        "UPDATE follow_up SET what = ?2, due_on = ?3, due_at = ?4, minutes_before = ?5, repeat_every = ?6,
           repeat_unit = ?7, first_on = ?8,
           promised_on = iif(due_on = ?3, promised_on, ifnull(promised_on, due_on)) WHERE id = ?1",
    )?
    .execute(params![
        id.0,
        draft.what,
        draft.due.on,
        draft.due.at,
        draft.minutes_before,
        draft.repeat.map(|it| it.every),
        draft.repeat.map(|it| word(&it.unit)),
        first_on
    ])?;
    Ok(())
}

/// Closes one, as done or dropped.
pub fn close(db: &Db, id: FollowUpId, state: FollowUpState, at: NaiveDateTime) -> Result<()> {
    db.prepare_cached("UPDATE follow_up SET state = ?2, closed_at = ?3 WHERE id = ?1")?.execute(params![
        id.0,
        word(&state),
        at
    ])?;
    Ok(())
}

const COLUMNS: &str =
    "id, contact_id, what, due_on, due_at, minutes_before, repeat_every, repeat_unit, first_on, state";

fn read(row: &Row<'_>) -> rusqlite::Result<(FollowUp, Option<u32>, Option<String>, String)> {
    let follow_up = FollowUp {
        id: FollowUpId(row.get(0)?),
        contact: ContactId(row.get(1)?),
        draft: FollowUpDraft {
            what: row.get(2)?,
            due: Due { on: row.get(3)?, at: row.get::<_, Option<NaiveTime>>(4)? },
            minutes_before: row.get(5)?,
            repeat: None,
        },
        first_on: row.get(8)?,
        state: FollowUpState::Open,
    };
    Ok((follow_up, row.get(6)?, row.get(7)?, row.get(9)?))
}

fn finish((mut it, every, unit, state): (FollowUp, Option<u32>, Option<String>, String)) -> Result<FollowUp> {
    if let (Some(every), Some(unit)) = (every, unit) {
        it.draft.repeat = Some(Repeat { every, unit: from_word::<Unit>(unit)? });
    }
    it.state = from_word(state)?;
    Ok(it)
}

/// One follow-up.
///
/// # Errors
/// `not_found` when there is none.
pub fn get(db: &Db, id: FollowUpId) -> Result<FollowUp> {
    let row = db
        .prepare_cached(&format!("SELECT {COLUMNS} FROM follow_up WHERE id = ?1"))?
        .query_row([id.0], read)
        .optional()?;
    finish(row.ok_or_else(Error::not_found)?)
}

/// A contact's open follow-ups, soonest first.
pub fn open_of(db: &Db, contact: ContactId) -> Result<Vec<FollowUp>> {
    let mut statement = db.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM follow_up WHERE contact_id = ?1 AND state = 'open'
         ORDER BY due_on, due_at IS NULL, due_at, id"
    ))?;
    let rows = statement.query_map([contact.0], read)?.collect::<rusqlite::Result<Vec<_>>>()?;
    rows.into_iter().map(finish).collect()
}

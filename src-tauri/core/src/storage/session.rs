//! What a call session reads: who is in its lists, what was said last, and what came of its conversations.

use chrono::NaiveDate;
use rappel_domain::follow_up::Due;
use rappel_domain::ids::{ContactId, ConversationId};
use rusqlite::{OptionalExtension, params};

use super::{Db, from_word};
use crate::views::{EndingCount, LastTalk, SessionNext};
use crate::{Error, Result};

/// Who has a follow-up today or overdue and may be contacted, in the order of what is due. Somebody may stand there twice.
pub fn due(db: &Db, today: NaiveDate) -> Result<Vec<i64>> {
    let mut statement = db.prepare_cached(
        "SELECT f.contact_id FROM follow_up f JOIN contact_state s ON s.contact_id = f.contact_id
         WHERE f.state = 'open' AND f.due_on <= ?1 AND s.within_reach
         ORDER BY f.due_on, f.due_at IS NULL, f.due_at, f.id",
    )?;
    let rows = statement.query_map([today], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Those of a list who may be called, in its order.
pub fn within_reach(db: &Db, ids: &[i64]) -> Result<Vec<i64>> {
    let ids = serde_json::to_string(ids).map_err(|error| Error::Internal(error.to_string()))?;
    let mut statement = db.prepare_cached(
        "SELECT j.value FROM json_each(?1) j JOIN contact_state s ON s.contact_id = j.value
         WHERE s.place NOT IN ('trash', 'do_not_contact') ORDER BY j.key",
    )?;
    let rows = statement.query_map([ids], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Whether somebody is there who may be called.
pub fn may_be_called(db: &Db, contact: ContactId) -> Result<bool> {
    Ok(db
        .prepare_cached(
            "SELECT 1 FROM contact_state WHERE contact_id = ?1 AND place NOT IN ('trash', 'do_not_contact')",
        )?
        .exists([contact.0])?)
}

/// The last conversation in which something was said.
pub fn last_talk(db: &Db, contact: ContactId) -> Result<Option<LastTalk>> {
    let found: Option<(String, String, String, String)> = db
        .prepare_cached(
            "SELECT at, channel, said, ending FROM conversation
             WHERE contact_id = ?1 AND trashed_at IS NULL AND said <> '' ORDER BY at DESC, id DESC LIMIT 1",
        )?
        .query_row([contact.0], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))
        .optional()?;
    found
        .map(|(at, channel, said, ending)| {
            Ok(LastTalk { at, channel: from_word(channel)?, said, ending: from_word(ending)? })
        })
        .transpose()
}

/// How many people these conversations were with, how many of them answered, and how the conversations ended, the most frequent end
/// first. What was taken back or thrown away since does not count.
pub fn endings(db: &Db, talks: &[ConversationId]) -> Result<(u32, u32, Vec<EndingCount>)> {
    let ids = ids(talks)?;
    let (called, reached) = db
        .prepare_cached(
            "SELECT count(DISTINCT contact_id), count(DISTINCT CASE WHEN ending <> 'no_answer' THEN contact_id END)
             FROM conversation WHERE id IN (SELECT value FROM json_each(?1)) AND trashed_at IS NULL",
        )?
        .query_row([&ids], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let mut statement = db.prepare_cached(
        "SELECT ending, count(*) FROM conversation
         WHERE id IN (SELECT value FROM json_each(?1)) AND trashed_at IS NULL GROUP BY ending ORDER BY count(*) DESC, ending",
    )?;
    let mut rows = statement.query([&ids])?;
    let mut endings = Vec::new();
    while let Some(row) = rows.next()? {
        endings.push(EndingCount { ending: from_word(row.get(0)?)?, count: row.get(1)? });
    }
    Ok((called, reached, endings))
}

/// What is planned next for those whom these conversations were with, soonest first.
pub fn planned(db: &Db, talks: &[ConversationId], limit: u32) -> Result<Vec<SessionNext>> {
    let mut statement = db.prepare_cached(
        "SELECT s.contact_id, s.name, f.what, f.due_on, f.due_at FROM contact_state s
         JOIN follow_up f ON f.id = s.next_follow_up_id
         WHERE s.contact_id IN (SELECT contact_id FROM conversation
             WHERE id IN (SELECT value FROM json_each(?1)) AND trashed_at IS NULL)
           AND s.within_reach
         ORDER BY f.due_on, f.due_at IS NULL, f.due_at, f.id LIMIT ?2",
    )?;
    let rows = statement.query_map(params![ids(talks)?, limit], |row| {
        Ok(SessionNext {
            contact: ContactId(row.get(0)?),
            name: row.get(1)?,
            what: row.get(2)?,
            due: Due { on: row.get(3)?, at: row.get(4)? },
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn ids(talks: &[ConversationId]) -> Result<String> {
    serde_json::to_string(talks).map_err(|error| Error::Internal(error.to_string()))
}

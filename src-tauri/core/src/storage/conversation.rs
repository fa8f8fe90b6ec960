//! Conversations.

use chrono::NaiveDateTime;
use rappel_domain::conversation::{Channel, EndingKind};
use rappel_domain::ids::{ContactId, ConversationId};
use rusqlite::{OptionalExtension, params};

use super::{Db, word};
use crate::{Error, Result};

/// A conversation to write.
#[derive(Debug, Clone)]
pub struct NewConversation<'a> {
    /// With whom.
    pub contact: ContactId,
    /// When, on the wall clock.
    pub at: NaiveDateTime,
    /// Over which channel.
    pub channel: Channel,
    /// Minutes, if noted.
    pub minutes: Option<u32>,
    /// What was said.
    pub said: &'a str,
    /// The call to action.
    pub asked: &'a str,
    /// How it ended.
    pub ending: EndingKind,
}

/// Writes a conversation.
pub fn insert(db: &Db, it: &NewConversation<'_>) -> Result<ConversationId> {
    db.prepare_cached(
        "INSERT INTO conversation (contact_id, at, channel, minutes, said, asked, ending)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute(params![it.contact.0, it.at, word(&it.channel), it.minutes, it.said, it.asked, word(&it.ending)])?;
    Ok(ConversationId(db.last_insert_rowid()))
}

/// How many there were with somebody.
pub fn count(db: &Db, contact: ContactId) -> Result<u32> {
    Ok(db
        .prepare_cached("SELECT count(*) FROM conversation WHERE contact_id = ?1 AND trashed_at IS NULL")?
        .query_row([contact.0], |row| row.get(0))?)
}

/// Corrects a conversation; its contact and end stay.
pub fn update(
    db: &Db,
    id: ConversationId,
    at: NaiveDateTime,
    channel: Channel,
    minutes: Option<u32>,
    said: &str,
    asked: &str,
) -> Result<()> {
    db.prepare_cached(
        "UPDATE conversation SET at = ?2, channel = ?3, minutes = ?4, said = ?5, asked = ?6 WHERE id = ?1",
    )?
    .execute(params![id.0, at, word(&channel), minutes, said, asked])?;
    Ok(())
}

/// With whom it was, and what was said.
///
/// # Errors
/// `not_found` when there is none.
pub fn get(db: &Db, id: ConversationId) -> Result<(ContactId, String)> {
    db.prepare_cached("SELECT contact_id, said FROM conversation WHERE id = ?1 AND trashed_at IS NULL")?
        .query_row([id.0], |row| Ok((ContactId(row.get(0)?), row.get(1)?)))
        .optional()?
        .ok_or_else(Error::not_found)
}

/// Puts one in the trash.
pub fn trash(db: &Db, id: ConversationId, at: i64) -> Result<()> {
    db.prepare_cached("UPDATE conversation SET trashed_at = ?2 WHERE id = ?1")?.execute(params![id.0, at])?;
    Ok(())
}

/// The last thing that was said, for those who need a line of memory.
pub fn last_said(db: &Db, contact: ContactId) -> Result<Option<String>> {
    Ok(db
        .prepare_cached(
            "SELECT said FROM conversation WHERE contact_id = ?1 AND trashed_at IS NULL AND said <> ''
             ORDER BY at DESC, id DESC LIMIT 1",
        )?
        .query_row([contact.0], |row| row.get(0))
        .optional()?)
}

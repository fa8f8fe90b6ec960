//! Questions and worries, open until they are answered.

use chrono::NaiveDate;
use rappel_domain::ids::{ContactId, ConversationId, QuestionId};
use rusqlite::{OptionalExtension, Row, params};

use super::Db;
use crate::views::QuestionView;
use crate::{Error, Result};

/// Writes a question.
pub fn insert(
    db: &Db,
    contact: ContactId,
    conversation: Option<ConversationId>,
    question: &str,
    on: NaiveDate,
) -> Result<QuestionId> {
    db.prepare_cached(
        "INSERT INTO question (contact_id, conversation_id, question, asked_on) VALUES (?1, ?2, ?3, ?4)",
    )?
    .execute(params![contact.0, conversation.map(|id| id.0), question, on])?;
    Ok(QuestionId(db.last_insert_rowid()))
}

/// Writes the answer; none opens the question again.
pub fn set_answer(db: &Db, id: QuestionId, answer: Option<&str>, on: NaiveDate) -> Result<()> {
    db.prepare_cached("UPDATE question SET answer = ?2, answered_on = ?3 WHERE id = ?1")?.execute(params![
        id.0,
        answer,
        answer.map(|_| on)
    ])?;
    Ok(())
}

/// Who asked, and what.
///
/// # Errors
/// `not_found` when there is none.
pub fn get(db: &Db, id: QuestionId) -> Result<(ContactId, String)> {
    db.prepare_cached("SELECT contact_id, question FROM question WHERE id = ?1")?
        .query_row([id.0], |row| Ok((ContactId(row.get(0)?), row.get(1)?)))
        .optional()?
        .ok_or_else(Error::not_found)
}

/// The questions of a conversation, as they stand.
pub fn of_conversation(db: &Db, conversation: ConversationId) -> Result<Vec<String>> {
    let mut statement = db.prepare_cached("SELECT question FROM question WHERE conversation_id = ?1")?;
    let rows = statement.query_map([conversation.0], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn view(row: &Row<'_>) -> rusqlite::Result<QuestionView> {
    Ok(QuestionView {
        id: QuestionId(row.get(0)?),
        contact: ContactId(row.get(1)?),
        name: row.get(2)?,
        question: row.get(3)?,
        asked_on: row.get(4)?,
        answer: row.get(5)?,
    })
}

/// A contact's open questions, oldest first.
pub fn open_of(db: &Db, contact: ContactId) -> Result<Vec<QuestionView>> {
    let mut statement = db.prepare_cached(
        "SELECT q.id, q.contact_id, s.name, q.question, q.asked_on, q.answer FROM question q
         JOIN contact_state s ON s.contact_id = q.contact_id
         WHERE q.contact_id = ?1 AND q.answered_on IS NULL ORDER BY q.asked_on, q.id LIMIT 200",
    )?;
    let rows = statement.query_map([contact.0], view)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Everyone's open questions, oldest first; not those of people who are out of reach.
pub fn open(db: &Db, limit: u32) -> Result<Vec<QuestionView>> {
    let mut statement = db.prepare_cached(
        "SELECT q.id, q.contact_id, s.name, q.question, q.asked_on, q.answer FROM question q
         JOIN contact_state s ON s.contact_id = q.contact_id
         WHERE q.answered_on IS NULL AND s.place NOT IN ('trash', 'do_not_contact', 'not_a_fit')
         ORDER BY q.asked_on, q.id LIMIT ?1",
    )?;
    let rows = statement.query_map([limit], view)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// How many of them there are.
pub fn count_open(db: &Db) -> Result<u32> {
    Ok(db
        .prepare_cached(
            "SELECT count(*) FROM question q JOIN contact_state s ON s.contact_id = q.contact_id
             WHERE q.answered_on IS NULL AND s.place NOT IN ('trash', 'do_not_contact', 'not_a_fit')",
        )?
        .query_row([], |row| row.get(0))?)
}

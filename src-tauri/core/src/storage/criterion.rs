//! Criteria and the answers to them.

use chrono::NaiveDate;
use rappel_domain::ids::{ContactId, CriterionId};
use rappel_domain::qualification::{Answer, Criterion, CriterionRole};
use rusqlite::params;

use super::{Db, from_word, word};
use crate::Result;

/// Writes a new criterion at the end.
pub fn insert(db: &Db, name: &str, question: &str, required: bool, role: CriterionRole) -> Result<CriterionId> {
    db.prepare_cached(
        "INSERT INTO criterion (name, question, required, role, position)
         VALUES (?1, ?2, ?3, ?4, (SELECT ifnull(max(position), 0) + 1 FROM criterion))",
    )?
    .execute(params![name, question, required, word(&role)])?;
    Ok(CriterionId(db.last_insert_rowid()))
}

/// Changes a criterion.
pub fn update(db: &Db, criterion: &Criterion) -> Result<()> {
    db.prepare_cached("UPDATE criterion SET name = ?2, question = ?3, required = ?4, archived = ?5 WHERE id = ?1")?
        .execute(params![criterion.id.0, criterion.name, criterion.question, criterion.required, criterion.archived])?;
    Ok(())
}

/// Puts a criterion at a position.
pub fn set_position(db: &Db, id: CriterionId, position: usize) -> Result<()> {
    db.prepare_cached("UPDATE criterion SET position = ?2 WHERE id = ?1")?.execute(params![id.0, position])?;
    Ok(())
}

/// All criteria in their order, archived ones too.
pub fn list(db: &Db) -> Result<Vec<Criterion>> {
    let mut statement =
        db.prepare_cached("SELECT id, name, question, required, role, archived FROM criterion ORDER BY position, id")?;
    let mut rows = statement.query([])?;
    let mut list = Vec::new();
    while let Some(row) = rows.next()? {
        list.push(Criterion {
            id: CriterionId(row.get(0)?),
            name: row.get(1)?,
            question: row.get(2)?,
            required: row.get(3)?,
            role: from_word(row.get(4)?)?,
            archived: row.get(5)?,
        });
    }
    Ok(list)
}

/// One answer of a contact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredAnswer {
    /// To which criterion.
    pub criterion: CriterionId,
    /// Yes or no.
    pub answer: Answer,
    /// The words that prove it.
    pub proof: String,
    /// When it was given.
    pub answered_on: NaiveDate,
}

/// A contact's answers; what is missing was not asked.
pub fn answers(db: &Db, contact: ContactId) -> Result<Vec<StoredAnswer>> {
    let mut statement =
        db.prepare_cached("SELECT criterion_id, answer = 'yes', proof, answered_on FROM answer WHERE contact_id = ?1")?;
    let rows = statement.query_map([contact.0], |row| {
        Ok(StoredAnswer {
            criterion: CriterionId(row.get(0)?),
            answer: if row.get(1)? { Answer::Yes } else { Answer::No },
            proof: row.get(2)?,
            answered_on: row.get(3)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Writes an answer; *not asked* takes it away.
pub fn set_answer(
    db: &Db,
    contact: ContactId,
    criterion: CriterionId,
    answer: Answer,
    proof: &str,
    on: NaiveDate,
) -> Result<()> {
    if answer == Answer::NotAsked {
        db.prepare_cached("DELETE FROM answer WHERE contact_id = ?1 AND criterion_id = ?2")?
            .execute(params![contact.0, criterion.0])?;
        return Ok(());
    }
    db.prepare_cached(
        "INSERT INTO answer (contact_id, criterion_id, answer, proof, answered_on) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (contact_id, criterion_id)
         DO UPDATE SET answer = excluded.answer, proof = excluded.proof, answered_on = excluded.answered_on",
    )?
    .execute(params![contact.0, criterion.0, word(&answer), proof, on])?;
    Ok(())
}

//! Texts that are written again and again.

use rappel_domain::ids::{ContactId, TemplateId};
use rusqlite::{OptionalExtension, params};

use super::{Db, from_word, word};
use crate::views::{SaveTemplate, TemplateView};
use crate::{Error, Result};

/// Writes a new template at the end.
pub fn insert(db: &Db, it: &SaveTemplate) -> Result<TemplateId> {
    db.prepare_cached(
        "INSERT INTO template (name, channel, subject, body, position)
         VALUES (?1, ?2, ?3, ?4, (SELECT ifnull(max(position), 0) + 1 FROM template))",
    )?
    .execute(params![it.name, word(&it.channel), it.subject, it.body])?;
    Ok(TemplateId(db.last_insert_rowid()))
}

/// Changes a template.
///
/// # Errors
/// `not_found`.
pub fn update(db: &Db, id: TemplateId, it: &SaveTemplate) -> Result<()> {
    let changed = db
        .prepare_cached(
            "UPDATE template SET name = ?2, channel = ?3, subject = ?4, body = ?5, archived = ?6 WHERE id = ?1",
        )?
        .execute(params![id.0, it.name, word(&it.channel), it.subject, it.body, it.archived])?;
    if changed == 0 { Err(Error::not_found()) } else { Ok(()) }
}

/// Puts a template at a position.
pub fn set_position(db: &Db, id: TemplateId, position: usize) -> Result<()> {
    db.prepare_cached("UPDATE template SET position = ?2 WHERE id = ?1")?.execute(params![id.0, position])?;
    Ok(())
}

/// All templates in their order.
pub fn list(db: &Db) -> Result<Vec<TemplateView>> {
    let mut statement =
        db.prepare_cached("SELECT id, name, channel, subject, body, archived FROM template ORDER BY position, id")?;
    let mut rows = statement.query([])?;
    let mut list = Vec::new();
    while let Some(row) = rows.next()? {
        list.push(TemplateView {
            id: TemplateId(row.get(0)?),
            name: row.get(1)?,
            channel: from_word(row.get(2)?)?,
            subject: row.get(3)?,
            body: row.get(4)?,
            archived: row.get(5)?,
        });
    }
    Ok(list)
}

/// What was asked of somebody last.
pub fn last_asked(db: &Db, contact: ContactId) -> Result<Option<String>> {
    Ok(db
        .prepare_cached(
            "SELECT asked FROM conversation WHERE contact_id = ?1 AND trashed_at IS NULL AND asked <> ''
             ORDER BY at DESC, id DESC LIMIT 1",
        )?
        .query_row([contact.0], |row| row.get(0))
        .optional()?)
}

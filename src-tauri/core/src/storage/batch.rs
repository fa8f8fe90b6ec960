//! Import batches and the rows that came in with them.

use chrono::NaiveDateTime;
use rappel_domain::contact::ContactDraft;
use rappel_domain::ids::{BatchId, ContactId, SourceId};
use rusqlite::{OptionalExtension, params};

use super::{Db, source};
use crate::views::ImportBatch;
use crate::{Error, Result};

/// Writes a batch. `kind` is `csv`, `vcard` or `sample`.
pub fn insert(
    db: &Db,
    file: &str,
    kind: &str,
    source: Option<SourceId>,
    at: NaiveDateTime,
    row_count: u32,
) -> Result<BatchId> {
    db.prepare_cached("INSERT INTO batch (file, kind, source_id, at, row_count) VALUES (?1, ?2, ?3, ?4, ?5)")?
        .execute(params![file, kind, source.map(|id| id.0), at, row_count])?;
    Ok(BatchId(db.last_insert_rowid()))
}

/// Remembers the source that was made for a batch.
pub fn set_made_source(db: &Db, batch: BatchId, source: SourceId) -> Result<()> {
    db.prepare_cached("UPDATE batch SET made_source = ?2 WHERE id = ?1")?.execute(params![batch.0, source.0])?;
    Ok(())
}

/// Archives the source that was made for a batch, unless somebody outside the trash came from it.
pub fn put_away_source(db: &Db, batch: BatchId) -> Result<()> {
    db.prepare_cached(
        "UPDATE source SET archived = 1 WHERE id = (SELECT made_source FROM batch WHERE id = ?1)
           AND NOT EXISTS (SELECT 1 FROM contact WHERE source_id = source.id AND trashed_at IS NULL)",
    )?
    .execute([batch.0])?;
    Ok(())
}

/// Somebody whom a batch changed, with all fields before and after.
pub struct Change {
    /// Who.
    pub contact: ContactId,
    /// The fields as they were.
    pub before: ContactDraft,
    /// The fields as the batch left them.
    pub after: ContactDraft,
    /// The SHA-256 of the photo that it brought.
    pub photo: Option<Vec<u8>>,
}

/// Remembers whom a batch changed.
pub fn insert_change(db: &Db, batch: BatchId, change: &Change) -> Result<()> {
    let json = |draft| serde_json::to_string(draft).map_err(|error| Error::Internal(error.to_string()));
    db.prepare_cached(
        "INSERT INTO batch_change (batch_id, contact_id, before, after, photo) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute(params![batch.0, change.contact.0, json(&change.before)?, json(&change.after)?, change.photo])?;
    Ok(())
}

/// Goes through whom a batch changed, the last change first; not those whom it added itself.
pub fn each_change(db: &Db, batch: BatchId, mut work: impl FnMut(Change) -> Result<()>) -> Result<()> {
    let mut statement = db.prepare_cached(
        "SELECT b.contact_id, b.before, b.after, b.photo FROM batch_change b JOIN contact c ON c.id = b.contact_id
         WHERE b.batch_id = ?1 AND c.batch_id IS NOT ?1 ORDER BY b.id DESC",
    )?;
    let mut rows = statement.query([batch.0])?;
    let draft = |json: String| serde_json::from_str(&json).map_err(|error| Error::Internal(error.to_string()));
    while let Some(row) = rows.next()? {
        let (before, after) = (draft(row.get(1)?)?, draft(row.get(2)?)?);
        work(Change { contact: ContactId(row.get(0)?), before, after, photo: row.get(3)? })?;
    }
    Ok(())
}

/// Remembers a row that came in.
pub fn insert_row(db: &Db, batch: BatchId, contact: ContactId, line: i64, hash: &[u8]) -> Result<()> {
    db.prepare_cached("INSERT INTO batch_row (batch_id, contact_id, line, hash) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![batch.0, contact.0, line, hash])?;
    Ok(())
}

/// The batch of the sample people, if they are in.
pub fn samples(db: &Db) -> Result<Option<BatchId>> {
    Ok(db
        .prepare_cached("SELECT id FROM batch WHERE kind = 'sample' AND undone_at IS NULL ORDER BY id DESC LIMIT 1")?
        .query_row([], |row| row.get(0).map(BatchId))
        .optional()?)
}

/// Writes how many rows came in.
pub fn set_row_count(db: &Db, batch: BatchId, row_count: u32) -> Result<()> {
    db.prepare_cached("UPDATE batch SET row_count = ?2 WHERE id = ?1")?.execute(params![batch.0, row_count])?;
    Ok(())
}

/// Whether it is an import that was not taken back yet.
pub fn can_undo(db: &Db, batch: BatchId) -> Result<bool> {
    Ok(db
        .prepare_cached("SELECT 1 FROM batch WHERE id = ?1 AND kind <> 'sample' AND undone_at IS NULL")?
        .exists([batch.0])?)
}

/// Notes that a batch was taken back.
pub fn set_undone(db: &Db, batch: BatchId, at: NaiveDateTime) -> Result<()> {
    db.prepare_cached("UPDATE batch SET undone_at = ?2 WHERE id = ?1")?.execute(params![batch.0, at])?;
    Ok(())
}

/// How many sample people are in.
pub fn count_samples(db: &Db) -> Result<u32> {
    Ok(db
        .prepare_cached(
            "SELECT count(*) FROM batch b JOIN contact c ON c.batch_id = b.id
             WHERE b.kind = 'sample' AND b.undone_at IS NULL",
        )?
        .query_row([], |row| row.get(0))?)
}

/// Deletes a batch with its remembered rows.
pub fn delete(db: &Db, batch: BatchId) -> Result<()> {
    db.prepare_cached("DELETE FROM batch WHERE id = ?1")?.execute([batch.0])?;
    Ok(())
}

/// The batches that somebody came in with, that had a row about them, or that changed them.
pub fn of_contact(db: &Db, contact: ContactId) -> Result<Vec<BatchId>> {
    let mut statement = db.prepare_cached(
        "SELECT batch_id FROM contact WHERE id = ?1 AND batch_id IS NOT NULL
         UNION SELECT batch_id FROM batch_row WHERE contact_id = ?1
         UNION SELECT batch_id FROM batch_change WHERE contact_id = ?1",
    )?;
    let rows = statement.query_map([contact.0], |row| row.get(0).map(BatchId))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The fields of somebody as batches found and as they left them.
pub fn former_drafts(db: &Db, contact: ContactId) -> Result<Vec<ContactDraft>> {
    let mut statement = db.prepare_cached(
        "SELECT before FROM batch_change WHERE contact_id = ?1 UNION SELECT after FROM batch_change WHERE contact_id = ?1",
    )?;
    let rows = statement.query_map([contact.0], |row| row.get::<_, String>(0))?;
    rows.map(|json| serde_json::from_str(&json?).map_err(|error| Error::Internal(error.to_string()))).collect()
}

/// Deletes a batch of which nobody is left: who came in with it, whom it had a row about, or whom it changed; and the source that was
/// made for it, which has the name of the file at first. That of the sample people stays, as they are taken out in one go.
pub fn delete_unused(db: &Db, batch: BatchId) -> Result<()> {
    let made_source: Option<Option<i64>> = db
        .prepare_cached(
            "DELETE FROM batch WHERE id = ?1 AND kind <> 'sample'
               AND NOT EXISTS (SELECT 1 FROM contact WHERE batch_id = ?1)
               AND NOT EXISTS (SELECT 1 FROM batch_row WHERE batch_id = ?1)
               AND NOT EXISTS (SELECT 1 FROM batch_change WHERE batch_id = ?1)
             RETURNING made_source",
        )?
        .query_row([batch.0], |row| row.get(0))
        .optional()?;
    match made_source.flatten() {
        Some(id) => source::delete_unused(db, SourceId(id)),
        None => Ok(()),
    }
}

/// Imports, newest first.
pub fn list(db: &Db) -> Result<Vec<ImportBatch>> {
    let mut statement = db.prepare_cached(
        "SELECT id, file, at, row_count, (SELECT count(DISTINCT contact_id) FROM batch_change WHERE batch_id = batch.id
             AND contact_id NOT IN (SELECT id FROM contact WHERE contact.batch_id = batch.id)),
           undone_at IS NOT NULL FROM batch WHERE kind <> 'sample' ORDER BY id DESC LIMIT 100",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(ImportBatch {
            batch: BatchId(row.get(0)?),
            file: row.get(1)?,
            at: row.get(2)?,
            added: row.get(3)?,
            updated: row.get(4)?,
            undone: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

//! Import batches and the rows that came in with them.

use chrono::NaiveDateTime;
use rappel_domain::ids::{BatchId, ContactId, SourceId};
use rusqlite::{OptionalExtension, params};

use super::Db;
use crate::Result;
use crate::views::ImportBatch;

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

/// Imports, newest first.
pub fn list(db: &Db) -> Result<Vec<ImportBatch>> {
    let mut statement = db.prepare_cached(
        "SELECT id, file, at, row_count, undone_at IS NOT NULL FROM batch WHERE kind <> 'sample' ORDER BY id DESC LIMIT 100",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(ImportBatch {
            batch: BatchId(row.get(0)?),
            file: row.get(1)?,
            at: row.get(2)?,
            added: row.get(3)?,
            undone: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

//! Recognising what comes in: people who are there already, rows that came in before, tables with the same columns.

use rappel_domain::ids::{BatchId, ContactId};
use rusqlite::{OptionalExtension, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::Db;
use crate::{Error, Result};

/// Somebody with one of these e-mail addresses or numbers in their normal form, and whether they refused contact; who refused
/// goes before others, and counts in the trash too. Nobody of the batch `but` counts.
pub fn same_reach(db: &Db, normals: &[String], but: Option<BatchId>) -> Result<Option<(ContactId, bool)>> {
    let mut statement = db.prepare_cached(
        "SELECT c.id, c.permission IS 'refused' FROM reach r JOIN contact c ON c.id = r.contact_id
         WHERE r.normal = ?1 AND (c.permission IS 'refused' OR c.trashed_at IS NULL)
           AND (?2 IS NULL OR c.batch_id IS NOT ?2) ORDER BY 2 DESC, 1 LIMIT 1",
    )?;
    let mut found = None;
    for normal in normals {
        let same = statement
            .query_row(params![normal, but.map(|id| id.0)], |row| Ok((ContactId(row.get(0)?), row.get(1)?)))
            .optional()?;
        match same {
            Some((_, true)) => return Ok(same),
            Some(_) if found.is_none() => found = same,
            _ => {}
        }
    }
    Ok(found)
}

/// Whether a row with this fingerprint came in before. One whose batch was taken back may come in again, unless its person is
/// out of the trash since.
pub fn row_is_known(db: &Db, hash: &[u8; 32]) -> Result<bool> {
    Ok(db
        .prepare_cached(
            "SELECT 1 FROM batch_row r JOIN batch b ON b.id = r.batch_id JOIN contact c ON c.id = r.contact_id
             WHERE r.hash = ?1 AND (b.undone_at IS NULL OR (c.trashed_at IS NULL AND c.batch_id = b.id)) LIMIT 1",
        )?
        .exists([hash.as_slice()])?)
}

/// Those of a batch who are not in the trash, and whether anything was done with them since they came in: a conversation, an answer,
/// a follow-up, a sale, an edit. Answers, follow-ups and sales are told by the history, as a table may bring some of its own; so is
/// what they brought about.
pub fn worked_on(db: &Db, batch: BatchId) -> Result<Vec<(ContactId, bool)>> {
    let mut statement = db.prepare_cached(
        "SELECT c.id, EXISTS (SELECT 1 FROM conversation WHERE contact_id = c.id)
             OR EXISTS (SELECT 1 FROM history WHERE contact_id = c.id AND what ->> 'kind' NOT IN
               ('imported', 'trashed', 'restored', 'opportunity_opened', 'lifecycle_changed'))
         FROM contact c WHERE c.batch_id = ?1 AND c.trashed_at IS NULL ORDER BY c.id",
    )?;
    let rows = statement.query_map([batch.0], |row| Ok((ContactId(row.get(0)?), row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The mapping that was used for these columns before.
pub fn mapping<T: DeserializeOwned>(db: &Db, header: &str) -> Result<Option<T>> {
    let json: Option<String> = db
        .prepare_cached("SELECT mapping FROM import_mapping WHERE header = ?1")?
        .query_row([header], |row| row.get(0))
        .optional()?;
    // A mapping of an older Rappel that is no longer understood is guessed anew.
    Ok(json.and_then(|json| serde_json::from_str(&json).ok()))
}

/// Remembers the mapping of these columns.
pub fn remember_mapping<T: Serialize>(db: &Db, header: &str, mapping: &T) -> Result<()> {
    let json = serde_json::to_string(mapping).map_err(|error| Error::Internal(error.to_string()))?;
    db.prepare_cached(
        "INSERT INTO import_mapping (header, mapping) VALUES (?1, ?2)
         ON CONFLICT (header) DO UPDATE SET mapping = excluded.mapping",
    )?
    .execute(params![header, json])?;
    Ok(())
}

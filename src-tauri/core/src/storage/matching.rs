//! Recognising what comes in: people who are there already, rows that came in before, tables with the same columns.

use std::collections::HashSet;
use std::hash::{BuildHasher, RandomState};

use rappel_domain::ids::{BatchId, ContactId};
use rusqlite::{OptionalExtension, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Db, mapping};
use crate::{Error, Result};

/// How many keys of what is there may be read for each row of a file: past that, asking for each row is quicker.
const KEYS_PER_ROW: usize = 4;
/// So many are read for any file.
const FEW_KEYS: usize = 10_000;

/// A row's fingerprint, short. Nobody gets two rows with the same half of a SHA-256 by chance.
pub type RowKey = [u8; 16];

/// The [`RowKey`] of a fingerprint.
pub fn row_key(hash: &[u8; 32]) -> RowKey {
    let mut key = [0; 16];
    key.copy_from_slice(&hash[..16]);
    key
}

/// By what the people and rows that are there are recognised, in memory: it tells of nearly every row of a new list that nobody like
/// that is there, without a question to the tables. What it may know is to be asked there.
#[derive(Default)]
pub struct Keys {
    there: Option<(HashSet<u64>, HashSet<RowKey>)>,
    hasher: RandomState,
}

impl Keys {
    /// Those of all who are there, where a file of so many rows makes it worth to read them.
    ///
    /// # Errors
    /// Those of the database.
    pub fn for_rows(db: &Db, rows: usize) -> Result<Self> {
        let mut keys = Self::default();
        let most = "SELECT (SELECT ifnull(max(id), 0) FROM reach) + (SELECT ifnull(max(id), 0) FROM batch_row)";
        let most: usize = db.query_row(most, [], |row| row.get(0))?;
        if most > FEW_KEYS.max(rows.saturating_mul(KEYS_PER_ROW)) {
            return Ok(keys);
        }
        let (mut reach, mut known) = (HashSet::new(), HashSet::new());
        let mut statement = db.prepare_cached("SELECT normal FROM reach WHERE normal IS NOT NULL")?;
        let mut found = statement.query([])?;
        while let Some(row) = found.next()? {
            let normal = row.get_ref(0)?.as_str().map_err(|error| Error::Internal(error.to_string()))?;
            reach.insert(keys.of_reach(normal));
        }
        let mut statement = db.prepare_cached("SELECT hash FROM batch_row")?;
        let mut found = statement.query([])?;
        while let Some(row) = found.next()? {
            known.insert(row_key(&row.get(0)?));
        }
        keys.there = Some((reach, known));
        Ok(keys)
    }

    /// Whether they were read, so that hardly anything is asked of the tables.
    pub fn are_read(&self) -> bool {
        self.there.is_some()
    }

    /// The key of an address or number in its normal form.
    pub fn of_reach(&self, normal: &str) -> u64 {
        self.hasher.hash_one(normal)
    }

    /// Whether somebody may have that address or number.
    pub fn may_be_reach(&self, normal: &str) -> bool {
        self.there.as_ref().is_none_or(|(reach, _)| reach.contains(&self.of_reach(normal)))
    }

    /// Whether a row with that fingerprint may have come in.
    pub fn may_be_row(&self, hash: &[u8; 32]) -> bool {
        self.there.as_ref().is_none_or(|(_, rows)| rows.contains(&row_key(hash)))
    }
}

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
    json.map_or(Ok(None), |json| mapping::from_json(db, &json))
}

/// Remembers the mapping of these columns.
pub fn remember_mapping<T: Serialize>(db: &Db, header: &str, mapping: &T) -> Result<()> {
    let json = mapping::to_json(db, mapping)?;
    db.prepare_cached(
        "INSERT INTO import_mapping (header, mapping) VALUES (?1, ?2)
         ON CONFLICT (header) DO UPDATE SET mapping = excluded.mapping",
    )?
    .execute(params![header, json])?;
    Ok(())
}

//! Mappings of columns that the person saved by name.

use rappel_domain::ids::MappingId;
use rusqlite::{OptionalExtension, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::Db;
use crate::views::NamedMapping;
use crate::{Error, Result};

/// All of them by name.
pub fn list(db: &Db) -> Result<Vec<NamedMapping>> {
    let mut statement = db.prepare_cached("SELECT id, name FROM named_mapping ORDER BY name COLLATE NOCASE, id")?;
    let rows = statement.query_map([], |row| Ok(NamedMapping { id: MappingId(row.get(0)?), name: row.get(1)? }))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Writes one, or writes it anew under the number it has.
pub fn put<T: Serialize>(
    db: &Db,
    id: Option<MappingId>,
    name: &str,
    headers: &[String],
    mapping: &T,
) -> Result<MappingId> {
    let internal = |error: serde_json::Error| Error::Internal(error.to_string());
    let headers = serde_json::to_string(headers).map_err(internal)?;
    let mapping = serde_json::to_string(mapping).map_err(internal)?;
    match id {
        Some(id) => {
            db.prepare_cached("UPDATE named_mapping SET name = ?2, headers = ?3, mapping = ?4 WHERE id = ?1")?
                .execute(params![id.0, name, headers, mapping])?;
            Ok(id)
        }
        None => {
            db.prepare_cached("INSERT INTO named_mapping (name, headers, mapping) VALUES (?1, ?2, ?3)")?
                .execute(params![name, headers, mapping])?;
            Ok(MappingId(db.last_insert_rowid()))
        }
    }
}

/// The headers it was made for, and what they become.
///
/// # Errors
/// `not_found`, also for one that this version no longer understands.
pub fn get<T: DeserializeOwned>(db: &Db, id: MappingId) -> Result<(Vec<String>, T)> {
    let found: Option<(String, String)> = db
        .prepare_cached("SELECT headers, mapping FROM named_mapping WHERE id = ?1")?
        .query_row([id.0], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let (headers, mapping) = found.ok_or_else(Error::not_found)?;
    let read = serde_json::from_str(&headers).ok().zip(serde_json::from_str(&mapping).ok());
    read.ok_or_else(Error::not_found)
}

/// Deletes one.
pub fn delete(db: &Db, id: MappingId) -> Result<()> {
    db.prepare_cached("DELETE FROM named_mapping WHERE id = ?1")?.execute([id.0])?;
    Ok(())
}

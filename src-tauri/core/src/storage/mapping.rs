//! Mappings of columns: those that the person saved by name, and how all that are kept name a field of the person's own: by its
//! number, so that one that was renamed since is found.

use rappel_domain::ids::{FieldId, MappingId};
use rusqlite::{OptionalExtension, params};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

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
    let mapping = to_json(db, mapping)?;
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
    let read = serde_json::from_str(&headers).ok().zip(from_json(db, &mapping)?);
    read.ok_or_else(Error::not_found)
}

/// What of a mapping, as JSON, goes into fields of the person's own. Beside the name stands the number of the field, once there is one.
fn own_fields(mapping: &mut Value) -> impl Iterator<Item = &mut Map<String, Value>> {
    let fields = mapping.get_mut("fields").and_then(Value::as_array_mut).into_iter().flatten();
    fields.filter_map(Value::as_object_mut).filter(|it| it.get("kind").is_some_and(|kind| kind == "custom"))
}

fn key(field: &Map<String, Value>) -> String {
    field.get("name").and_then(Value::as_str).unwrap_or_default().trim().to_lowercase()
}

/// A mapping as it is kept.
pub(super) fn to_json<T: Serialize>(db: &Db, mapping: &T) -> Result<String> {
    let mut json = serde_json::to_value(mapping).map_err(|error| Error::Internal(error.to_string()))?;
    let mut find = db.prepare_cached("SELECT id FROM custom_field WHERE name_key = ?1")?;
    for field in own_fields(&mut json) {
        if let Some(id) = find.query_row([key(field)], |row| row.get::<_, i64>(0)).optional()? {
            field.insert("field".to_owned(), id.into());
        }
    }
    Ok(json.to_string())
}

/// A mapping that was kept, with the names that its fields have now; none that an older Rappel made and this one no longer understands.
pub(super) fn from_json<T: DeserializeOwned>(db: &Db, json: &str) -> Result<Option<T>> {
    let Ok(mut json) = serde_json::from_str::<Value>(json) else { return Ok(None) };
    let mut find = db.prepare_cached("SELECT name FROM custom_field WHERE id = ?1")?;
    for field in own_fields(&mut json) {
        let Some(id) = field.get("field").and_then(Value::as_i64) else { continue };
        if let Some(name) = find.query_row([id], |row| row.get::<_, String>(0)).optional()? {
            field.insert("name".to_owned(), name.into());
        }
    }
    Ok(serde_json::from_value(json).ok())
}

/// Has all mappings that are kept know a field by its number from now on, those too that were made before there was a field of that name.
pub fn note_field(db: &Db, name: &str, id: FieldId) -> Result<()> {
    let name = name.to_lowercase();
    for table in ["named_mapping", "import_mapping"] {
        let mut statement = db.prepare(&format!("SELECT id, mapping FROM {table}"))?;
        let rows = statement.query_map([], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)))?;
        for (row, json) in rows.collect::<rusqlite::Result<Vec<_>>>()? {
            let Ok(mut json) = serde_json::from_str::<Value>(&json) else { continue };
            let mut noted = false;
            for field in own_fields(&mut json).filter(|it| !it.contains_key("field") && key(it) == name) {
                field.insert("field".to_owned(), id.0.into());
                noted = true;
            }
            if noted {
                db.execute(&format!("UPDATE {table} SET mapping = ?2 WHERE id = ?1"), params![row, json.to_string()])?;
            }
        }
    }
    Ok(())
}

/// Deletes one.
pub fn delete(db: &Db, id: MappingId) -> Result<()> {
    db.prepare_cached("DELETE FROM named_mapping WHERE id = ?1")?.execute([id.0])?;
    Ok(())
}

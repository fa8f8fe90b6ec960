//! Settings as named JSON values. One that is missing has its first value.

use rappel_domain::settings::Settings;
use rusqlite::{OptionalExtension, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::Db;
use crate::{Error, Result};

/// The value of a name.
pub fn get<T: DeserializeOwned>(db: &Db, name: &str) -> Result<Option<T>> {
    let json: Option<String> = db
        .prepare_cached("SELECT value FROM setting WHERE name = ?1")?
        .query_row([name], |row| row.get(0))
        .optional()?;
    json.map(|json| serde_json::from_str(&json)).transpose().map_err(|error: serde_json::Error| {
        // What is no JSON was never written; what does not fit may be of another version.
        if error.is_data() { Error::Internal(error.to_string()) } else { Error::refused("damaged") }
    })
}

/// Sets the value of a name.
pub fn set<T: Serialize>(db: &Db, name: &str, value: &T) -> Result<()> {
    let json = serde_json::to_string(value).map_err(|error| Error::Internal(error.to_string()))?;
    db.prepare_cached(
        "INSERT INTO setting (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
    )?
    .execute(params![name, json])?;
    Ok(())
}

/// All settings.
pub fn settings(db: &Db) -> Result<Settings> {
    Ok(get(db, "settings")?.unwrap_or_default())
}

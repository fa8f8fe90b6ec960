//! Saved views: queries of the list of people, kept by name in the order that the person gave them.

use rappel_domain::ids::ViewId;
use rusqlite::params;

use super::Db;
use crate::views::{PeopleQuery, SavedView};
use crate::{Error, Result};

/// All views in their order. One that can't be read lists everybody, rather than shut the others out.
pub fn list(db: &Db) -> Result<Vec<SavedView>> {
    let mut statement = db.prepare_cached("SELECT id, name, query FROM saved_view ORDER BY position, id")?;
    let rows = statement.query_map([], |row| {
        let query: String = row.get(2)?;
        Ok(SavedView {
            id: ViewId(row.get(0)?),
            name: row.get(1)?,
            query: serde_json::from_str(&query).unwrap_or_default(),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn json(query: &PeopleQuery) -> Result<String> {
    serde_json::to_string(query).map_err(|error| Error::Internal(error.to_string()))
}

/// Writes a new view behind the others.
pub fn insert(db: &Db, name: &str, query: &PeopleQuery) -> Result<ViewId> {
    db.prepare_cached(
        "INSERT INTO saved_view (name, query, position)
         VALUES (?1, ?2, (SELECT ifnull(max(position), 0) + 1 FROM saved_view))",
    )?
    .execute(params![name, json(query)?])?;
    Ok(ViewId(db.last_insert_rowid()))
}

/// Changes a view.
pub fn update(db: &Db, view: &SavedView) -> Result<()> {
    db.prepare_cached("UPDATE saved_view SET name = ?2, query = ?3 WHERE id = ?1")?.execute(params![
        view.id.0,
        view.name,
        json(&view.query)?
    ])?;
    Ok(())
}

/// Puts a view at a position.
pub fn set_position(db: &Db, id: ViewId, position: usize) -> Result<()> {
    db.prepare_cached("UPDATE saved_view SET position = ?2 WHERE id = ?1 AND position <> ?2")?
        .execute(params![id.0, position])?;
    Ok(())
}

/// Deletes a view.
pub fn delete(db: &Db, id: ViewId) -> Result<()> {
    db.prepare_cached("DELETE FROM saved_view WHERE id = ?1")?.execute([id.0])?;
    Ok(())
}

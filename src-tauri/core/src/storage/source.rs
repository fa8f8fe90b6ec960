//! Sources of leads.

use rappel_domain::ids::SourceId;
use rappel_domain::sale::Money;
use rusqlite::params;

use super::Db;
use crate::Result;
use crate::views::{SourceChoice, SourceView};

/// Writes a new source at the end.
pub fn insert(db: &Db, name: &str, cost: Option<&Money>) -> Result<SourceId> {
    db.prepare_cached(
        "INSERT INTO source (name, cost_minor, cost_currency, position)
         VALUES (?1, ?2, ?3, (SELECT ifnull(max(position), 0) + 1 FROM source))",
    )?
    .execute(params![name, cost.map(|it| it.minor), cost.map(|it| &it.currency)])?;
    Ok(SourceId(db.last_insert_rowid()))
}

/// Changes a source.
pub fn update(db: &Db, id: SourceId, name: &str, cost: Option<&Money>, archived: bool) -> Result<()> {
    db.prepare_cached("UPDATE source SET name = ?2, cost_minor = ?3, cost_currency = ?4, archived = ?5 WHERE id = ?1")?
        .execute(params![id.0, name, cost.map(|it| it.minor), cost.map(|it| &it.currency), archived])?;
    Ok(())
}

/// Takes a source out of the archive.
pub fn take_out(db: &Db, id: SourceId) -> Result<()> {
    db.prepare_cached("UPDATE source SET archived = 0 WHERE id = ?1 AND archived")?.execute([id.0])?;
    Ok(())
}

/// Puts a source at a position.
pub fn set_position(db: &Db, id: SourceId, position: usize) -> Result<()> {
    db.prepare_cached("UPDATE source SET position = ?2 WHERE id = ?1")?.execute(params![id.0, position])?;
    Ok(())
}

/// All sources with their use, in their order.
pub fn list(db: &Db) -> Result<Vec<SourceView>> {
    let mut statement = db.prepare_cached(
        "SELECT id, name, cost_minor, cost_currency, archived,
           (SELECT ifnull(sum(people), 0) FROM place_count WHERE source_id = source.id AND place <> 'trash')
         FROM source ORDER BY position, id",
    )?;
    let rows = statement.query_map([], |row| {
        let minor: Option<i64> = row.get(2)?;
        let currency: Option<String> = row.get(3)?;
        Ok(SourceView {
            id: SourceId(row.get(0)?),
            name: row.get(1)?,
            cost: minor.zip(currency).map(|(minor, currency)| Money { minor, currency }),
            archived: row.get(4)?,
            contacts: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Sources by name for choosing, archived ones too where `all`.
pub fn choices(db: &Db, all: bool) -> Result<Vec<SourceChoice>> {
    let mut statement =
        db.prepare_cached("SELECT id, name FROM source WHERE archived <= ?1 ORDER BY archived, position, id")?;
    let rows = statement.query_map([all], |row| Ok(SourceChoice { id: SourceId(row.get(0)?), name: row.get(1)? }))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Whether there is such a source.
pub fn exists(db: &Db, id: SourceId) -> Result<bool> {
    Ok(db.prepare_cached("SELECT 1 FROM source WHERE id = ?1")?.exists([id.0])?)
}

/// Deletes a source unless somebody or a file came from it, or it says what it cost.
pub fn delete_unused(db: &Db, id: SourceId) -> Result<()> {
    db.prepare_cached(
        "DELETE FROM source WHERE id = ?1 AND cost_minor IS NULL
           AND NOT EXISTS (SELECT 1 FROM contact WHERE source_id = ?1) AND NOT EXISTS (SELECT 1 FROM batch WHERE source_id = ?1)",
    )?
    .execute([id.0])?;
    Ok(())
}

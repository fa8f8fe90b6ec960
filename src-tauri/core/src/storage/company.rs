//! Companies, shared by their contacts and found by name whatever its capitals.

use rappel_domain::ids::{BatchId, CompanyId};
use rusqlite::{OptionalExtension, params};

use super::Db;
use crate::Result;

/// The company of that name, made where there is none; none for an empty name.
pub fn find_or_insert(db: &Db, name: &str) -> Result<Option<CompanyId>> {
    let name = name.trim();
    if name.is_empty() {
        return Ok(None);
    }
    let key = name.to_lowercase();
    let found: Option<i64> = db
        .prepare_cached("SELECT id FROM company WHERE name_key = ?1")?
        .query_row([&key], |row| row.get(0))
        .optional()?;
    if let Some(id) = found {
        return Ok(Some(CompanyId(id)));
    }
    db.prepare_cached("INSERT INTO company (name, name_key) VALUES (?1, ?2)")?.execute(params![name, key])?;
    Ok(Some(CompanyId(db.last_insert_rowid())))
}

/// Its name.
pub fn name(db: &Db, id: CompanyId) -> Result<String> {
    Ok(db.prepare_cached("SELECT name FROM company WHERE id = ?1")?.query_row([id.0], |row| row.get(0))?)
}

/// The companies at which the contacts of a batch work.
pub fn of_batch(db: &Db, batch: BatchId) -> Result<Vec<CompanyId>> {
    let mut statement = db.prepare_cached(
        "SELECT DISTINCT company_id FROM contact WHERE batch_id = ?1 AND company_id IS NOT NULL ORDER BY company_id",
    )?;
    let rows = statement.query_map([batch.0], |row| Ok(CompanyId(row.get(0)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Deletes a company unless somebody works there.
pub fn delete_unused(db: &Db, id: CompanyId) -> Result<()> {
    db.prepare_cached(
        "DELETE FROM company WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM contact WHERE company_id = ?1)",
    )?
    .execute([id.0])?;
    Ok(())
}

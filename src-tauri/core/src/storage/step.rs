//! The named columns of the sales phase.

use rappel_domain::ids::StepId;
use rusqlite::params;

use super::Db;
use crate::views::StepView;
use crate::{Error, Result};

/// Writes a new step at the end.
pub fn insert(db: &Db, name: &str, usual_days: u32) -> Result<StepId> {
    db.prepare_cached(
        "INSERT INTO step (name, usual_days, position)
         VALUES (?1, ?2, (SELECT ifnull(max(position), 0) + 1 FROM step))",
    )?
    .execute(params![name, usual_days])?;
    Ok(StepId(db.last_insert_rowid()))
}

/// Changes a step.
pub fn update(db: &Db, id: StepId, name: &str, usual_days: u32, archived: bool) -> Result<()> {
    db.prepare_cached("UPDATE step SET name = ?2, usual_days = ?3, archived = ?4 WHERE id = ?1")?
        .execute(params![id.0, name, usual_days, archived])?;
    Ok(())
}

/// Puts a step at a position.
pub fn set_position(db: &Db, id: StepId, position: usize) -> Result<()> {
    db.prepare_cached("UPDATE step SET position = ?2 WHERE id = ?1")?.execute(params![id.0, position])?;
    Ok(())
}

/// All steps with their use, in their order.
pub fn list(db: &Db) -> Result<Vec<StepView>> {
    let mut statement = db.prepare_cached(
        "SELECT id, name, usual_days, archived,
           (SELECT count(*) FROM opportunity WHERE step_id = step.id AND state IN ('open', 'paused'))
         FROM step ORDER BY position, id",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(StepView {
            id: StepId(row.get(0)?),
            name: row.get(1)?,
            usual_days: row.get(2)?,
            archived: row.get(3)?,
            open: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The first step, in which new opportunities begin.
pub fn first(db: &Db) -> Result<StepId> {
    list(db)?
        .iter()
        .find(|step| !step.archived)
        .map(|step| step.id)
        .ok_or_else(|| Error::Internal("no step is left".to_owned()))
}

/// A step's name.
pub fn name(db: &Db, id: StepId) -> Result<String> {
    Ok(db.prepare_cached("SELECT name FROM step WHERE id = ?1")?.query_row([id.0], |row| row.get(0))?)
}

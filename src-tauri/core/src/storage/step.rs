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

/// A step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Its number.
    pub id: StepId,
    /// Its name.
    pub name: String,
    /// How many days an opportunity usually stays in it.
    pub usual_days: u32,
    /// No longer used for new opportunities.
    pub archived: bool,
}

/// All steps in their order.
pub fn list(db: &Db) -> Result<Vec<Step>> {
    let mut statement = db.prepare_cached("SELECT id, name, usual_days, archived FROM step ORDER BY position, id")?;
    let rows = statement.query_map([], |row| {
        Ok(Step { id: StepId(row.get(0)?), name: row.get(1)?, usual_days: row.get(2)?, archived: row.get(3)? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The same with how many opportunities stand or rest in each, which are counted.
pub fn with_use(db: &Db) -> Result<Vec<StepView>> {
    let mut statement = db.prepare_cached(
        "SELECT count(*) FROM opportunity INDEXED BY opportunity_in_step WHERE step_id = ?1 AND state IN ('open', 'paused')",
    )?;
    let view = |Step { id, name, usual_days, archived }| {
        let open = statement.query_row([id.0], |row| row.get(0))?;
        Ok(StepView { id, name, usual_days, archived, open })
    };
    list(db)?.into_iter().map(view).collect()
}

/// Whether an opportunity stands or rests in a step.
pub fn is_used(db: &Db, id: StepId) -> Result<bool> {
    let sql =
        "SELECT 1 FROM opportunity INDEXED BY opportunity_in_step WHERE step_id = ?1 AND state IN ('open', 'paused')";
    Ok(db.prepare_cached(sql)?.exists([id.0])?)
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

//! Runs through the sales phase. A contact has at most one open; the schema holds that too.

use chrono::NaiveDate;
use rappel_domain::ids::{ContactId, OpportunityId, StepId};
use rappel_domain::sale::Money;
use rusqlite::{OptionalExtension, params};

use super::Db;
use crate::Result;

/// An opportunity that is open or paused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opportunity {
    /// Its number.
    pub id: OpportunityId,
    /// The step.
    pub step: StepId,
    /// Since when it stands in the step.
    pub entered_step_on: NaiveDate,
    /// What it may bring.
    pub expected: Option<Money>,
    /// Whether it is paused.
    pub paused: bool,
}

/// The open opportunity, else the one paused last.
pub fn current(db: &Db, contact: ContactId) -> Result<Option<Opportunity>> {
    Ok(db
        .prepare_cached(
            "SELECT id, step_id, entered_step_on, expected_minor, expected_currency, state = 'paused' FROM opportunity
             WHERE contact_id = ?1 AND state IN ('open', 'paused') ORDER BY state, id DESC LIMIT 1",
        )?
        .query_row([contact.0], |row| {
            let minor: Option<i64> = row.get(3)?;
            let currency: Option<String> = row.get(4)?;
            Ok(Opportunity {
                id: OpportunityId(row.get(0)?),
                step: StepId(row.get(1)?),
                entered_step_on: row.get(2)?,
                expected: minor.zip(currency).map(|(minor, currency)| Money { minor, currency }),
                paused: row.get(5)?,
            })
        })
        .optional()?)
}

/// Opens one in a step.
pub fn insert(db: &Db, contact: ContactId, step: StepId, on: NaiveDate) -> Result<OpportunityId> {
    db.prepare_cached(
        "INSERT INTO opportunity (contact_id, step_id, state, opened_on, entered_step_on) VALUES (?1, ?2, 'open', ?3, ?3)",
    )?
    .execute(params![contact.0, step.0, on])?;
    Ok(OpportunityId(db.last_insert_rowid()))
}

/// Opens a paused one again in the step where it was.
pub fn resume(db: &Db, id: OpportunityId) -> Result<()> {
    db.prepare_cached("UPDATE opportunity SET state = 'open', ended_on = NULL WHERE id = ?1")?.execute([id.0])?;
    Ok(())
}

/// Moves one to another step.
pub fn set_step(db: &Db, id: OpportunityId, step: StepId, on: NaiveDate) -> Result<()> {
    db.prepare_cached("UPDATE opportunity SET step_id = ?2, entered_step_on = ?3 WHERE id = ?1")?
        .execute(params![id.0, step.0, on])?;
    Ok(())
}

/// Sets what one may bring.
pub fn set_expected(db: &Db, id: OpportunityId, expected: Option<&Money>) -> Result<()> {
    db.prepare_cached("UPDATE opportunity SET expected_minor = ?2, expected_currency = ?3 WHERE id = ?1")?
        .execute(params![id.0, expected.map(|it| it.minor), expected.map(|it| &it.currency)])?;
    Ok(())
}

/// How an opportunity ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// With a sale.
    Won,
    /// Without.
    Lost,
    /// Not now.
    Paused,
}

/// Ends one.
pub fn end(db: &Db, id: OpportunityId, end: End, reason: &str, on: NaiveDate) -> Result<()> {
    let state = match end {
        End::Won => "won",
        End::Lost => "lost",
        End::Paused => "paused",
    };
    db.prepare_cached("UPDATE opportunity SET state = ?2, reason = ?3, ended_on = ?4 WHERE id = ?1")?
        .execute(params![id.0, state, reason, on])?;
    Ok(())
}

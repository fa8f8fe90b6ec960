//! Where everyone stands and what a search looks in, derived from the facts. The one place that writes `contact_state` and
//! `contact_text`; `App::write` calls it for every contact that a write touched, in the same transaction.

use rappel_domain::ids::{ContactId, StepId};
use rappel_domain::process::{Facts, Lifecycle, Place, Standing, place};
use rappel_domain::qualification::{Answer, Criterion, Judgement, judge};
use rusqlite::{OptionalExtension, params};

use super::{Db, contact, criterion, from_word, word};
use crate::{Error, Result};

/// The facts about a contact with what its answers come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Derived {
    /// The facts.
    pub facts: Facts,
    /// The answers, judged.
    pub judgement: Judgement,
}

/// Gathers the facts about a contact.
pub fn facts(db: &Db, row: &contact::Contact, criteria: &[Criterion]) -> Result<Derived> {
    let answers = criterion::answers(db, row.id)?;
    let judgement =
        judge(criteria, |id| answers.iter().find(|it| it.criterion == id).map_or(Answer::NotAsked, |it| it.answer));
    let (sale_days, open_step) = db
        .prepare_cached(
            "SELECT (SELECT count(DISTINCT sold_on) FROM sale WHERE contact_id = ?1),
                    (SELECT step_id FROM opportunity WHERE contact_id = ?1 AND state = 'open')",
        )?
        .query_row([row.id.0], |found| Ok((found.get(0)?, found.get::<_, Option<i64>>(1)?.map(StepId))))?;
    let facts = Facts {
        trashed: row.trashed_at.is_some(),
        standing: row.standing,
        all_required_yes: judgement.all_required_yes(),
        overridden: row.overridden_why.is_some(),
        sale_days,
        open_step,
    };
    Ok(Derived { facts, judgement })
}

/// The place as its word and step.
pub fn place_words(place: Place) -> (&'static str, Option<i64>) {
    match place {
        Place::Trash => ("trash", None),
        Place::DoNotContact => ("do_not_contact", None),
        Place::NotAFit => ("not_a_fit", None),
        Place::DeclinedAgreed => ("declined_agreed", None),
        Place::DeclinedNotAsked => ("declined_not_asked", None),
        Place::Later => ("later", None),
        Place::Step { step } => ("step", Some(step.0)),
        Place::RepeatCustomer => ("repeat_customer", None),
        Place::Customer => ("customer", None),
        Place::Lead => ("lead", None),
    }
}

/// The place of those words.
pub fn read_place(word: &str, step: Option<i64>) -> Place {
    match (word, step) {
        ("trash", _) => Place::Trash,
        ("do_not_contact", _) => Place::DoNotContact,
        ("not_a_fit", _) => Place::NotAFit,
        ("declined_agreed", _) => Place::DeclinedAgreed,
        ("declined_not_asked", _) => Place::DeclinedNotAsked,
        ("later", _) => Place::Later,
        ("step", Some(step)) => Place::Step { step: StepId(step) },
        ("repeat_customer", _) => Place::RepeatCustomer,
        ("customer", _) => Place::Customer,
        _ => Place::Lead,
    }
}

/// The lifecycle as last derived; none for a contact that is new.
pub fn lifecycle_before(db: &Db, contact: ContactId) -> Result<Option<Lifecycle>> {
    let found: Option<String> = db
        .prepare_cached("SELECT lifecycle FROM contact_state WHERE contact_id = ?1")?
        .query_row([contact.0], |row| row.get(0))
        .optional()?;
    found.map(from_word).transpose()
}

/// Where somebody stands who has just come in, of whom nothing but their own row is known, in the words of `contact_state`.
pub struct PlaceOfNew {
    /// The place.
    pub place: &'static str,
    /// Its step.
    pub step: Option<i64>,
    /// The lifecycle.
    pub lifecycle: String,
    /// How many criteria there are.
    pub asked_of: u32,
}

impl PlaceOfNew {
    /// By these criteria.
    pub fn by(criteria: &[Criterion]) -> Self {
        let judgement = judge(criteria, |_| Answer::NotAsked);
        let facts = Facts {
            trashed: false,
            standing: Standing::Active,
            all_required_yes: judgement.all_required_yes(),
            overridden: false,
            sale_days: 0,
            open_step: None,
        };
        let (place, step) = place_words(place(&facts));
        Self { place, step, lifecycle: word(&facts.lifecycle()), asked_of: judgement.asked_of }
    }
}

/// Writes the derived rows of a contact anew.
pub fn refresh(db: &Db, row: &contact::Contact, derived: &Derived) -> Result<()> {
    refresh_state(db, row, derived)?;
    refresh_texts(db, &[row.id])
}

/// Writes what a search looks in for these contacts, from their rows and their [states](refresh_state). The full-text index is
/// written once for all of them: one after the other they would cost a multiple.
pub fn refresh_texts(db: &Db, contacts: &[ContactId]) -> Result<()> {
    let ids = serde_json::to_string(contacts).map_err(|error| Error::Internal(error.to_string()))?;
    db.prepare_cached(
        "DELETE FROM contact_text WHERE contact_id IN
           (SELECT id FROM contact WHERE id IN (SELECT value FROM json_each(?1)) AND trashed_at IS NOT NULL)",
    )?
    .execute([&ids])?;
    db.prepare_cached(include_str!("refresh_text.sql"))?.execute([&ids])?;
    Ok(())
}

/// Writes where a contact stands anew.
pub fn refresh_state(db: &Db, row: &contact::Contact, derived: &Derived) -> Result<()> {
    let (place, step) = place_words(place(&derived.facts));
    db.prepare_cached(include_str!("refresh_state.sql"))?.execute(params![
        row.id.0,
        row.name.shown(),
        row.name.sort_key(),
        row.company.map(|id| id.0),
        row.source.map(|id| id.0),
        place,
        step,
        word(&derived.facts.lifecycle()),
        derived.judgement.promising() && derived.facts.lifecycle() == Lifecycle::Lead,
        derived.judgement.asked,
        derived.judgement.asked_of,
    ])?;
    Ok(())
}

//! Where everyone stands, how they came there and what a search looks in, derived from the facts. The one place that writes
//! `contact_state`, `contact_path` and `contact_text`, but for [those who have just come in](super::newcomer); `App::write` calls it
//! for every contact that a write touched, in the same transaction.

use chrono::NaiveDate;
use rappel_domain::contact::{NameOrder, PersonName};
use rappel_domain::ids::{ContactId, StepId};
use rappel_domain::insight::{Evidence, Passage};
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
    /// While every required criterion is answered yes: the day of the last of these answers.
    pub required_yes_on: Option<NaiveDate>,
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
    let required = |id| criteria.iter().any(|it| it.id == id && it.required && !it.archived);
    let last = answers.iter().filter(|it| required(it.criterion)).map(|it| it.answered_on).max();
    Ok(Derived { facts, judgement, required_yes_on: last.filter(|_| judgement.all_required_yes()) })
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

/// Writes what a search looks in for these contacts, from their rows and their [states](refresh). The full-text index is
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

/// Writes anew what names with a particle are sorted by, perhaps one that was typed with the family name. No other name hangs on the
/// order, and nothing else hangs on a name's place.
pub fn refresh_sort_keys(db: &Db, order: NameOrder) -> Result<()> {
    let mut names = db.prepare_cached(
        "SELECT id, given, particle, family, display FROM contact WHERE particle <> '' OR instr(family, ' ')",
    )?;
    let mut write =
        db.prepare_cached("UPDATE contact_state SET sort_key = ?2 WHERE contact_id = ?1 AND sort_key <> ?2")?;
    let mut rows = names.query([])?;
    while let Some(row) = rows.next()? {
        let name = PersonName {
            given: row.get(1)?,
            particle: row.get(2)?,
            family: row.get(3)?,
            display: row.get(4)?,
            ..PersonName::default()
        };
        if name.hangs_on_order() {
            write.execute(params![row.get::<_, i64>(0)?, name.sort_key(order)])?;
        }
    }
    Ok(())
}

/// Writes where a contact stands and how they came there anew. What a search looks in comes after it, for [many at once](refresh_texts).
pub fn refresh(db: &Db, row: &contact::Contact, derived: &Derived, order: NameOrder) -> Result<()> {
    refresh_state(db, row, derived, order)?;
    refresh_path(db, row, derived)
}

/// Writes where a contact stands anew.
fn refresh_state(db: &Db, row: &contact::Contact, derived: &Derived, order: NameOrder) -> Result<()> {
    let (place, step) = place_words(place(&derived.facts));
    db.prepare_cached(include_str!("refresh_state.sql"))?.execute(params![
        row.id.0,
        row.name.shown(),
        row.name.sort_key(order),
        row.company.map(|id| id.0),
        row.source.map(|id| id.0),
        place,
        step,
        word(&derived.facts.lifecycle()),
        derived.judgement.promising() && derived.facts.lifecycle() == Lifecycle::Lead,
        derived.judgement.asked,
        derived.judgement.asked_of,
        row.birthday.filter(|_| derived.facts.may_ring()).map(|it| it.month() * 100 + it.day()),
    ])?;
    Ok(())
}

/// Writes anew on which day a contact became what.
fn refresh_path(db: &Db, row: &contact::Contact, derived: &Derived) -> Result<()> {
    if row.trashed_at.is_some() {
        db.prepare_cached("DELETE FROM contact_path WHERE contact_id = ?1")?.execute([row.id.0])?;
        return Ok(());
    }
    let evidence = db.prepare_cached(include_str!("evidence.sql"))?.query_row([row.id.0], |found| {
        Ok(Evidence {
            came_in: row.came_in,
            first_answer: found.get(0)?,
            required_yes: derived.required_yes_on,
            overridden: derived.facts.overridden,
            called_prospect: found.get(1)?,
            first_opportunity: found.get(2)?,
            first_sale: found.get(3)?,
            second_sale: found.get(4)?,
        })
    })?;
    let passage = Passage::of(&evidence);
    let (place, step) = place_words(place(&derived.facts));
    db.prepare_cached(include_str!("refresh_path.sql"))?.execute(params![
        row.id.0,
        passage.came_in,
        row.source.map(|id| id.0),
        passage.asked_on,
        passage.prospect_on,
        passage.customer_on,
        passage.repeat_on,
        passage.days_to_prospect(),
        passage.days_to_customer(),
        place,
        step,
    ])?;
    Ok(())
}

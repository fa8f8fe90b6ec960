//! Qualification: the answers to the criteria, and what becomes of a lead with them.

use crate::views::*;
use rappel_domain::qualification::{Answer, Judgement};

use super::people::keep;
use super::standing::*;
use crate::app::App;
use crate::event::Topic;
use crate::storage::contact::Contact;
use crate::storage::{self, people};
use crate::text::check;
use crate::{Error, Result, Write};
use rappel_domain::history::Happened;
use rappel_domain::process::{Lifecycle, Standing, place};
use rappel_domain::qualification::judge;

/// Makes the list of leads to qualify.
///
/// # Errors
/// Those of the database.
pub fn open_qualify_queue(app: &App, (): ()) -> Result<PeopleList> {
    Ok(keep(app, app.read(people::qualify_queue)?))
}

/// Tells what would become of somebody with these answers.
///
/// # Errors
/// `not_found`.
pub fn preview_answers(app: &App, input: QualifyAnswers) -> Result<QualifyPreview> {
    app.read(|db| {
        let contact = storage::contact::get(db, input.contact)?;
        let criteria = storage::criterion::list(db)?;
        let stored = storage::criterion::answers(db, input.contact)?;
        let judgement = judge(&criteria, |id| {
            let given = input.answers.iter().find(|it| it.criterion == id).map(|it| it.answer);
            let known = stored.iter().find(|it| it.criterion == id).map(|it| it.answer);
            given.or(known).unwrap_or(Answer::NotAsked)
        });
        let before = storage::derived::facts(db, &contact, &criteria)?;
        let now = before.facts;
        let mut then = now;
        then.all_required_yes = judgement.all_required_yes();
        then.standing = standing_after(&contact, &before.judgement, &judgement, now.sale_days);
        if then.needs_opportunity() {
            let paused = storage::opportunity::current(db, contact.id)?.map(|it| it.step);
            then.open_step = Some(paused.map_or_else(|| storage::step::first(db), Ok)?);
        }
        if then.standing == Standing::NotAFit {
            then.open_step = None;
        }
        Ok(QualifyPreview { judgement, now: place(&now), then: place(&then), lifecycle: then.lifecycle() })
    })
}

/// A required *no* makes somebody not a fit, but never a customer, nor who declined or is put off; taking back the last one makes
/// them active again. Who is not a fit for another reason stays so, whatever they answer.
fn standing_after(contact: &Contact, before: &Judgement, after: &Judgement, sale_days: u32) -> Standing {
    let failed = after.required_no > 0 && contact.overridden_why.is_none();
    match contact.standing {
        Standing::Active if failed && sale_days == 0 => Standing::NotAFit,
        Standing::NotAFit if before.required_no > 0 && after.required_no == 0 => Standing::Active,
        other => other,
    }
}

/// Writes answers to criteria, and what becomes of the person with them.
///
/// # Errors
/// `not_found` or `too_long`.
pub fn answer_criteria(app: &App, input: QualifyAnswers) -> Result<()> {
    app.write(|write| answer(write, &input))
}

/// The same, within a write: a call session writes it with the conversation.
pub(super) fn answer(write: &Write<'_>, input: &QualifyAnswers) -> Result<()> {
    let contact = storage::contact::get(write.db, input.contact)?;
    let criteria = storage::criterion::list(write.db)?;
    let stored = storage::criterion::answers(write.db, contact.id)?;
    let before = storage::derived::facts(write.db, &contact, &criteria)?;
    let mut failed = contact.standing_reason.clone();
    for given in &input.answers {
        let criterion = criteria.iter().find(|it| it.id == given.criterion).ok_or_else(Error::not_found)?;
        let known = stored.iter().find(|it| it.criterion == given.criterion);
        let proof = match &given.proof {
            Some(proof) => check::line("proof", proof)?,
            None => known.map(|it| it.proof.clone()).unwrap_or_default(),
        };
        let old = (known.map_or(Answer::NotAsked, |it| it.answer), known.map(|it| it.proof.as_str()).unwrap_or(""));
        if old == (given.answer, proof.as_str()) {
            continue;
        }
        let today = write.now.today();
        storage::criterion::set_answer(write.db, contact.id, criterion.id, given.answer, &proof, today)?;
        let criterion_name = criterion.name.clone();
        if given.answer == Answer::No && criterion.required {
            failed.clone_from(&criterion_name);
        }
        write.record(contact.id, &Happened::Answered { criterion: criterion_name, answer: given.answer, proof })?;
    }
    let derived = storage::derived::facts(write.db, &contact, &criteria)?;
    let standing = standing_after(&contact, &before.judgement, &derived.judgement, derived.facts.sale_days);
    match standing {
        Standing::NotAFit if contact.standing != Standing::NotAFit => not_a_fit(write, &contact, &failed)?,
        other if other != contact.standing => set_standing(write, &contact, other, "")?,
        _ => {}
    }
    write.touch(contact.id);
    write.changed(Topic::FollowUps);
    let qualified = before.facts.lifecycle() == Lifecycle::Lead && derived.facts.lifecycle() == Lifecycle::Prospect;
    write.did(if qualified { "qualified" } else { "answered" }, contact.name.shown());
    Ok(())
}

/// Makes somebody a prospect against the rule; why is kept in the history.
///
/// # Errors
/// `missing`, `too_long` or `not_found`.
pub fn override_qualification(app: &App, input: OverrideQualification) -> Result<()> {
    let why = check::needed("why", &input.why)?;
    app.write(|write| {
        let contact = storage::contact::get(write.db, input.contact)?;
        override_rule(write, &contact, &why)?;
        if contact.standing == Standing::NotAFit {
            set_standing(write, &contact, Standing::Active, "")?;
        }
        write.did("overridden", contact.name.shown());
        Ok(())
    })
}

//! The lists that the person makes in the settings: criteria, steps and sources.

use crate::app::App;
use crate::event::Topic;
use crate::storage::{self, Db};
use crate::text::check;
use crate::views::*;
use crate::{Error, Result};
use rappel_domain::history::Happened;
use rappel_domain::ids::{CriterionId, SourceId, StepId};
use rappel_domain::qualification::{Answer, Criterion, CriterionRole, judge};

/// Adds or changes a criterion. Whoever is in the sales phase keeps their place.
///
/// # Errors
/// `missing`, `too_long`, `not_found`, or `one_required` when no required criterion would be left.
pub fn save_criterion(app: &App, input: SaveCriterion) -> Result<CriterionId> {
    let (name, question) = (check::needed("name", &input.name)?, check::line("question", &input.question)?);
    app.write(|write| {
        let before = storage::criterion::list(write.db)?;
        let id = match input.id {
            None => storage::criterion::insert(write.db, &name, &question, input.required, CriterionRole::Own)?,
            Some(id) => {
                let old = before.iter().find(|it| it.id == id).ok_or_else(Error::not_found)?;
                storage::criterion::update(
                    write.db,
                    &Criterion {
                        id,
                        name,
                        question,
                        required: input.required,
                        role: old.role,
                        archived: input.archived,
                    },
                )?;
                id
            }
        };
        let after = storage::criterion::list(write.db)?;
        if !after.iter().any(|it| it.required && !it.archived) {
            return Err(Error::refused("one_required"));
        }
        write.changed(Topic::Settings);
        if asked(&before) != asked(&after) {
            keep_places(write, &before, &after)?;
            write.touch_everyone();
        }
        Ok(id)
    })
}

/// What decides about people: which criteria are asked, and which of them are required.
fn asked(criteria: &[Criterion]) -> Vec<(CriterionId, bool)> {
    criteria.iter().filter(|it| !it.archived).map(|it| (it.id, it.required)).collect()
}

/// Those in the sales phase who would no longer be prospects stay so by an override that says why.
fn keep_places(write: &crate::Write<'_>, before: &[Criterion], after: &[Criterion]) -> Result<()> {
    let why = "criteria_changed";
    for contact in storage::board::prospects(write.db)? {
        let (was, is) = qualified(write.db, contact, before, after)?;
        if was && !is {
            storage::contact::set_override(write.db, contact, Some(why))?;
            write.record(contact, &Happened::Overridden { why: why.to_owned() })?;
        }
    }
    Ok(())
}

fn qualified(
    db: &Db,
    contact: rappel_domain::ids::ContactId,
    before: &[Criterion],
    after: &[Criterion],
) -> Result<(bool, bool)> {
    let answers = storage::criterion::answers(db, contact)?;
    let answer = |id| answers.iter().find(|it| it.criterion == id).map_or(Answer::NotAsked, |it| it.answer);
    Ok((judge(before, answer).all_required_yes(), judge(after, answer).all_required_yes()))
}

/// Tells whom a change to a criterion would move.
///
/// # Errors
/// `not_found`.
pub fn preview_criteria(app: &App, input: PreviewCriteria) -> Result<CriteriaPreview> {
    let change = input.change;
    app.read(|db| {
        let before = storage::criterion::list(db)?;
        let mut after = before.clone();
        match change.id {
            None => after.push(Criterion {
                id: CriterionId(0),
                name: change.name,
                question: change.question,
                required: change.required,
                role: CriterionRole::Own,
                archived: false,
            }),
            Some(id) => {
                let it = after.iter_mut().find(|it| it.id == id).ok_or_else(Error::not_found)?;
                (it.required, it.archived) = (change.required, change.archived);
            }
        }
        let mut preview = CriteriaPreview { become_prospects: 0, become_leads: 0, keep_place: 0 };
        if asked(&before) == asked(&after) {
            return Ok(preview);
        }
        for (contact, in_process) in storage::board::answered_without_sale(db)? {
            match (qualified(db, contact, &before, &after)?, in_process) {
                ((false, true), false) => preview.become_prospects += 1,
                ((true, false), true) => preview.keep_place += 1,
                ((true, false), false) => preview.become_leads += 1,
                _ => {}
            }
        }
        Ok(preview)
    })
}

/// Puts the criteria in a new order.
///
/// # Errors
/// Those of the database.
pub fn arrange_criteria(app: &App, input: ArrangeCriteria) -> Result<()> {
    app.write(|write| {
        write.changed(Topic::Settings);
        input.order.iter().enumerate().try_for_each(|(at, id)| storage::criterion::set_position(write.db, *id, at + 1))
    })
}

/// Adds or changes a step.
///
/// # Errors
/// `missing`, `too_long`, `bad_days`, `not_found`, `step_in_use` or `one_step`.
pub fn save_step(app: &App, input: SaveStep) -> Result<StepId> {
    let name = check::needed("name", &input.name)?;
    if !(1..=999).contains(&input.usual_days) {
        return Err(Error::refused("bad_days"));
    }
    app.write(|write| {
        let before = storage::step::with_use(write.db)?;
        write.changed(Topic::Settings);
        let Some(id) = input.id else { return storage::step::insert(write.db, &name, input.usual_days) };
        let old = before.iter().find(|it| it.id == id).ok_or_else(Error::not_found)?;
        if input.archived && !old.archived && old.open > 0 {
            return Err(Error::refused("step_in_use").with("count", old.open));
        }
        if input.archived && before.iter().all(|it| it.archived || it.id == id) {
            return Err(Error::refused("one_step"));
        }
        storage::step::update(write.db, id, &name, input.usual_days, input.archived)?;
        Ok(id)
    })
}

/// Puts the steps in a new order.
///
/// # Errors
/// Those of the database.
pub fn arrange_steps(app: &App, input: ArrangeSteps) -> Result<()> {
    app.write(|write| {
        write.changed(Topic::Settings);
        input.order.iter().enumerate().try_for_each(|(at, id)| storage::step::set_position(write.db, *id, at + 1))
    })
}

/// Adds or changes a source.
///
/// # Errors
/// `missing`, `too_long` or `bad_amount`.
pub fn save_source(app: &App, input: SaveSource) -> Result<SourceId> {
    let name = check::needed("name", &input.name)?;
    if let Some(cost) = &input.cost {
        check::money(cost)?;
    }
    app.write(|write| {
        write.changed(Topic::Settings);
        let Some(id) = input.id else { return storage::source::insert(write.db, &name, input.cost.as_ref()) };
        storage::source::update(write.db, id, &name, input.cost.as_ref(), input.archived)?;
        Ok(id)
    })
}

/// Puts the sources in a new order.
///
/// # Errors
/// Those of the database.
pub fn arrange_sources(app: &App, input: ArrangeSources) -> Result<()> {
    app.write(|write| {
        write.changed(Topic::Settings);
        input.order.iter().enumerate().try_for_each(|(at, id)| storage::source::set_position(write.db, *id, at + 1))
    })
}

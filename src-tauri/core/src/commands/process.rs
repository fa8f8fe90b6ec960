//! The board, and moving somebody to another place in the process.

use crate::views::*;
use rappel_domain::process::{Asks, Permission, Target};

use super::standing::*;
use crate::event::Topic;
use crate::settle::open_opportunity;
use crate::storage::contact::Contact;
use crate::storage::{self, board};
use crate::text::check;
use crate::{App, Write};
use crate::{Error, Result};
use rappel_domain::follow_up::FollowUpDraft;
use rappel_domain::history::Happened;
use rappel_domain::process::{Standing, asks};

/// The board.
///
/// # Errors
/// Those of the database.
pub fn get_process(app: &App, input: ProcessQuery) -> Result<ProcessBoard> {
    let now = app.now();
    app.read(|db| board::board(db, &input.sources, now.today()))
}

/// What a move asks for and brings with it.
///
/// # Errors
/// `not_found`.
pub fn preview_move(app: &App, input: PreviewMove) -> Result<MovePreview> {
    app.read(|db| {
        let contact = storage::contact::get(db, input.contact)?;
        let criteria = storage::criterion::list(db)?;
        let facts = storage::derived::facts(db, &contact, &criteria)?.facts;
        let open = storage::follow_up::open_of(db, contact.id)?.len();
        Ok(MovePreview {
            asks: asks(&facts, input.target),
            name: contact.name.shown(),
            drops_follow_ups: if input.target == Target::NotAFit { u32::try_from(open).unwrap_or(0) } else { 0 },
            sell_again: matches!(input.target, Target::Step { .. }) && facts.sale_days > 0 && facts.open_step.is_none(),
        })
    })
}

fn target_of(to: &Move) -> Target {
    match to {
        Move::Step { step, .. } => Target::Step { step: *step },
        Move::Customer { .. } => Target::Customer,
        Move::Later { .. } => Target::Later,
        Move::Declined { .. } => Target::Declined,
        Move::NotAFit { .. } => Target::NotAFit,
    }
}

/// Moves somebody, as the table *Where everyone stands* says. Every move can be undone as one step.
///
/// # Errors
/// `criteria_first`, `allow_again_first` or `restore_first` when something has to happen before; `missing` for an override
/// without a reason; those of the checks; `not_found`.
pub fn move_contact(app: &App, input: MoveContact) -> Result<()> {
    app.write(|write| {
        let contact = storage::contact::get(write.db, input.contact)?;
        let criteria = storage::criterion::list(write.db)?;
        let facts = storage::derived::facts(write.db, &contact, &criteria)?.facts;
        match asks(&facts, target_of(&input.to)) {
            Asks::AlreadyThere => return Ok(()),
            Asks::AllowAgain => return Err(Error::refused("allow_again_first")),
            Asks::Restore => return Err(Error::refused("restore_first")),
            Asks::Criteria if !matches!(input.to, Move::Step { override_why: Some(_), .. }) => {
                return Err(Error::refused("criteria_first"));
            }
            _ => {}
        }
        match &input.to {
            Move::Step { step, override_why } => {
                if let Some(why) = override_why.as_deref().filter(|_| !facts.qualified() && facts.sale_days == 0) {
                    override_rule(write, &contact, &check::needed("why", why)?)?;
                }
                set_standing(write, &contact, Standing::Active, "")?;
                to_step(write, &contact, *step)?;
            }
            Move::Customer { sale } => sell(write, &contact, None, &check::sale(sale.clone())?)?,
            Move::Later { due, what } => {
                let draft = FollowUpDraft { what: what.clone(), due: *due, minutes_before: 0, repeat: None };
                put_off(write, &contact, None, &check::follow_up(draft)?)?;
            }
            Move::Declined { permission, ask_again, reason } => {
                check_ask_again(*permission, *ask_again)?;
                decline(write, &contact, *permission, *ask_again, &check::line("reason", reason)?)?;
            }
            Move::NotAFit { criterion, reason } => {
                let failed = criterion.and_then(|id| criteria.iter().find(|it| it.id == id));
                fail(write, &contact, failed, &check::line("reason", reason)?)?;
            }
        }
        write.touch(contact.id);
        write.changed(Topic::FollowUps);
        write.did("moved", contact.name.shown());
        Ok(())
    })
}

/// Puts the open opportunity in a step, resuming or opening one where there is none.
fn to_step(write: &Write<'_>, contact: &Contact, step: rappel_domain::ids::StepId) -> Result<()> {
    let steps = storage::step::list(write.db)?;
    let to = steps.iter().find(|it| it.id == step && !it.archived).ok_or_else(Error::not_found)?;
    let before = storage::opportunity::current(write.db, contact.id)?;
    let opened = before.as_ref().is_none_or(|it| it.paused);
    if opened {
        open_opportunity(write, contact.id)?;
    }
    let current = storage::opportunity::current(write.db, contact.id)?.ok_or_else(Error::not_found)?;
    if current.step != step {
        storage::opportunity::set_step(write.db, current.id, step, write.now.today())?;
        let from = steps.iter().find(|it| it.id == current.step).map(|it| it.name.clone()).unwrap_or_default();
        if before.is_some() {
            write.record(contact.id, &Happened::StepChanged { from, to: to.name.clone() })?;
        }
    }
    Ok(())
}

/// *Contact allowed again*: lifts a refusal and brings the suspended follow-ups back.
///
/// # Errors
/// `not_found`.
pub fn allow_contact_again(app: &App, input: ContactRef) -> Result<()> {
    app.write(|write| {
        let contact = storage::contact::get(write.db, input.contact)?;
        if contact.standing != (Standing::Declined { permission: Permission::Refused }) {
            return Ok(());
        }
        storage::contact::set_standing(write.db, contact.id, Standing::Active, "")?;
        storage::fingerprint::lift(write.db, contact.id)?;
        write.touch(contact.id);
        write.changed(Topic::FollowUps);
        write.record(contact.id, &Happened::ContactAllowedAgain)?;
        write.did("allowed_again", contact.name.shown());
        Ok(())
    })
}

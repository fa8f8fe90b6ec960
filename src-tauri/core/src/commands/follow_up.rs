//! Follow-ups: planned, moved, done, dropped and snoozed. The pop-up's buttons run these very functions.

use crate::event::Topic;
use crate::storage::follow_up::FollowUp;
use crate::storage::{self, people};
use crate::text::check;
use crate::views::*;
use crate::{App, Write};
use crate::{Error, Result};
use rappel_domain::follow_up::FollowUpState;
use rappel_domain::follow_up::{Due, FollowUpDraft};
use rappel_domain::history::Happened;
use rappel_domain::ids::{ContactId, FollowUpId};
use rappel_domain::process::Standing;

/// Plans a follow-up.
///
/// # Errors
/// Those of [`check::follow_up`], or `not_found`.
pub fn add_follow_up(app: &App, input: AddFollowUp) -> Result<FollowUpId> {
    let draft = check::follow_up(input.draft)?;
    app.write(|write| {
        storage::contact::get(write.db, input.contact)?;
        let id = plan(write, input.contact, None, &draft)?;
        write.did("follow_up_added", people::name(write.db, input.contact)?);
        Ok(id)
    })
}

/// Writes a follow-up and its history.
pub(super) fn plan(
    write: &Write<'_>,
    contact: ContactId,
    conversation: Option<rappel_domain::ids::ConversationId>,
    draft: &FollowUpDraft,
) -> Result<FollowUpId> {
    let id = storage::follow_up::insert(write.db, contact, conversation, draft, draft.due.on)?;
    write.touch(contact);
    write.changed(Topic::FollowUps);
    if conversation.is_none() {
        write.record(contact, &Happened::FollowUpAdded { what: draft.what.clone(), due: draft.due })?;
    }
    Ok(id)
}

/// Changes or moves a follow-up.
///
/// # Errors
/// Those of [`check::follow_up`], `not_found`, or `follow_up_closed`.
pub fn update_follow_up(app: &App, input: UpdateFollowUp) -> Result<()> {
    let draft = check::follow_up(input.draft)?;
    app.write(|write| change(write, &open(write, input.follow_up)?, &draft))
}

/// Moves a follow-up to another day, a day that is over too: then it is overdue at once, and does not ring. Its time and its alarm
/// stay as they are.
///
/// # Errors
/// `bad_date`, `not_found`, or `follow_up_closed`.
pub fn move_follow_up(app: &App, input: MoveFollowUp) -> Result<()> {
    check::date(input.on)?;
    app.write(|write| {
        let old = open(write, input.follow_up)?;
        if old.draft.due.on == input.on {
            return Ok(());
        }
        let due = Due { on: input.on, ..old.draft.due };
        change(write, &old, &FollowUpDraft { due, ..old.draft.clone() })
    })
}

fn change(write: &Write<'_>, old: &FollowUp, draft: &FollowUpDraft) -> Result<()> {
    let moved = old.draft.due != draft.due;
    // A series that is moved, or comes round at other times, counts from the date that it has now.
    let same_series = (old.draft.due.on, old.draft.repeat) == (draft.due.on, draft.repeat);
    let first_on = if same_series { old.first_on } else { draft.due.on };
    storage::follow_up::update(write.db, old.id, draft, first_on)?;
    write.touch(old.contact);
    write.changed(Topic::FollowUps);
    if moved {
        let what = draft.what.clone();
        write.record(old.contact, &Happened::FollowUpMoved { what, from: old.draft.due, to: draft.due })?;
    }
    write.did(if moved { "follow_up_moved" } else { "follow_up_changed" }, people::name(write.db, old.contact)?);
    Ok(())
}

fn open(write: &Write<'_>, id: FollowUpId) -> Result<FollowUp> {
    let found = storage::follow_up::get(write.db, id)?;
    if found.state == FollowUpState::Open { Ok(found) } else { Err(Error::refused("follow_up_closed")) }
}

/// Marks a follow-up as done. A repeating one plans its next.
///
/// # Errors
/// `not_found`, `follow_up_closed`, or `later_needs_date` for somebody at Later who is left without a date.
pub fn finish_follow_up(app: &App, input: FinishFollowUp) -> Result<()> {
    app.write(|write| finish(write, input))
}

/// The same, within a write: the pop-up's *Done* notes its answer in the ledger beside it.
pub(crate) fn finish(write: &Write<'_>, input: FinishFollowUp) -> Result<()> {
    let old = open(write, input.follow_up)?;
    storage::follow_up::close(write.db, old.id, FollowUpState::Done, write.now.civil)?;
    let next_on =
        old.draft.repeat.and_then(|repeat| repeat.next_after(old.first_on, write.now.today().max(old.draft.due.on)));
    if let Some(on) = next_on {
        let due = Due { on, ..old.draft.due };
        storage::follow_up::insert(
            write.db,
            old.contact,
            None,
            &FollowUpDraft { due, ..old.draft.clone() },
            old.first_on,
        )?;
    }
    if let Some(due) = input.again {
        check::date(due.on)?;
        plan(write, old.contact, None, &FollowUpDraft { due, repeat: None, ..old.draft.clone() })?;
    }
    let contact = storage::contact::get(write.db, old.contact)?;
    if contact.standing == Standing::Later {
        if input.activate {
            super::standing::set_standing(write, &contact, Standing::Active, "")?;
        } else if storage::follow_up::open_of(write.db, old.contact)?.is_empty() {
            return Err(Error::refused("later_needs_date"));
        }
    }
    write.touch(old.contact);
    write.changed(Topic::FollowUps);
    write.record(old.contact, &Happened::FollowUpDone { what: old.draft.what })?;
    write.did("follow_up_done", people::name(write.db, old.contact)?);
    Ok(())
}

/// Drops a follow-up.
///
/// # Errors
/// `not_found`, `follow_up_closed`, or `later_needs_date` for somebody at Later who would be left without a date.
pub fn drop_follow_up(app: &App, input: FollowUpRef) -> Result<()> {
    app.write(|write| {
        let old = open(write, input.follow_up)?;
        storage::follow_up::close(write.db, old.id, FollowUpState::Dropped, write.now.civil)?;
        let contact = storage::contact::get(write.db, old.contact)?;
        if contact.standing == Standing::Later && storage::follow_up::open_of(write.db, old.contact)?.is_empty() {
            return Err(Error::refused("later_needs_date"));
        }
        write.touch(old.contact);
        write.changed(Topic::FollowUps);
        write.record(old.contact, &Happened::FollowUpDropped { what: old.draft.what })?;
        write.did("follow_up_dropped", people::name(write.db, old.contact)?);
        Ok(())
    })
}

/// Puts the alarm of a follow-up off.
///
/// # Errors
/// `not_found` or `follow_up_closed`.
pub fn snooze_follow_up(app: &App, input: SnoozeFollowUp) -> Result<()> {
    app.write(|write| {
        let follow_up = open(write, input.follow_up)?;
        let alarm = storage::alarm::of_follow_up(write.db, follow_up.id)?.ok_or_else(Error::not_found)?;
        let until = input.until.until(write.now.civil, write.settings.daily_time.0);
        storage::alarm::snooze(write.db, alarm.id, until)?;
        storage::ring::answer(write.db, alarm.id, RingAnswer::Snoozed, write.now.civil)?;
        write.changed(Topic::FollowUps);
        write.did("follow_up_snoozed", people::name(write.db, follow_up.contact)?);
        Ok(())
    })
}

/// Holds all alarms.
///
/// # Errors
/// None that is expected.
pub fn pause_alarms(app: &App, input: PauseAlarms) -> Result<()> {
    app.pause_alarms(input.minutes.min(7 * 24 * 60));
    Ok(())
}

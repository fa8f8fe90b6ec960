//! How somebody comes to stand where they stand: a sale, a date, a no, a failed criterion. Conversations and moves both end
//! here, so that each change of standing is written in one place.

use chrono::NaiveDate;
use rappel_domain::follow_up::Due;
use rappel_domain::process::Permission;
use rappel_domain::sale::SaleDraft;

use super::follow_up;
use crate::Write;
use crate::event::Topic;
use crate::settle::open_opportunity;
use crate::storage::contact::Contact;
use crate::storage::opportunity::End;
use crate::storage::{self};
use crate::text::check;
use crate::{Error, Result};
use rappel_domain::conversation::Ending;
use rappel_domain::follow_up::{FollowUpDraft, FollowUpState};
use rappel_domain::history::Happened;
use rappel_domain::ids::ConversationId;
use rappel_domain::process::Standing;
use rappel_domain::qualification::{Answer, Criterion};

/// How a conversation ended, with what hangs on it.
pub(super) struct ConversationOutcome<'a> {
    pub(super) conversation: ConversationId,
    pub(super) ending: &'a Ending,
}

/// Checks what an end brings along.
pub(super) fn check_ending(ending: Ending) -> Result<Ending> {
    Ok(match ending {
        Ending::Yes { sale } => Ending::Yes { sale: check::sale(sale)? },
        Ending::NotReady { follow_up } => Ending::NotReady { follow_up: check::follow_up(follow_up)? },
        Ending::No { permission, ask_again, reason } => {
            check_ask_again(permission, ask_again)?;
            Ending::No { permission, ask_again, reason: check::line("reason", &reason)? }
        }
        other => other,
    })
}

pub(super) fn check_ask_again(permission: Permission, ask_again: Option<NaiveDate>) -> Result<()> {
    match (permission, ask_again) {
        (Permission::Agreed, None) => Err(Error::refused("ask_again_missing")),
        (_, Some(day)) => check::date(day),
        _ => Ok(()),
    }
}

/// Does what the end of a conversation brings, as the table in the domain says.
pub(super) fn end_conversation(write: &Write<'_>, contact: &Contact, outcome: ConversationOutcome<'_>) -> Result<()> {
    if contact.standing == (Standing::Declined { permission: Permission::Refused })
        && !matches!(outcome.ending, Ending::JustATalk | Ending::NoAnswer)
    {
        return Err(Error::refused("do_not_contact"));
    }
    match outcome.ending {
        Ending::JustATalk | Ending::NoAnswer => Ok(()),
        Ending::Yes { sale } => sell(write, contact, Some(outcome.conversation), sale),
        Ending::NotReady { follow_up } => put_off(write, contact, Some(outcome.conversation), follow_up),
        Ending::No { permission, ask_again, reason } => decline(write, contact, *permission, *ask_again, reason),
    }
}

/// Changes the standing and writes it into the history.
pub(super) fn set_standing(write: &Write<'_>, contact: &Contact, to: Standing, reason: &str) -> Result<()> {
    write.touch(contact.id);
    if contact.standing == to && contact.standing_reason == reason {
        return Ok(());
    }
    storage::contact::set_standing(write.db, contact.id, to, reason)?;
    write.record(contact.id, &Happened::StandingChanged { from: contact.standing, to, reason: reason.to_owned() })
}

pub(super) fn end_opportunity(write: &Write<'_>, contact: &Contact, end: End, reason: &str) -> Result<()> {
    let Some(current) = storage::opportunity::current(write.db, contact.id)? else { return Ok(()) };
    if current.paused && end == End::Paused {
        return Ok(());
    }
    storage::opportunity::end(write.db, current.id, end, reason, write.now.today())?;
    if end == End::Lost {
        write.record(contact.id, &Happened::OpportunityLost { reason: reason.to_owned() })?;
    }
    Ok(())
}

/// Records a sale and wins the opportunity, opening one first if there is none. Who buys is active.
pub(super) fn sell(
    write: &Write<'_>,
    contact: &Contact,
    conversation: Option<ConversationId>,
    sale: &SaleDraft,
) -> Result<()> {
    set_standing(write, contact, Standing::Active, "")?;
    open_opportunity(write, contact.id)?;
    let opportunity = storage::opportunity::current(write.db, contact.id)?.map(|it| it.id);
    storage::sale::insert(write.db, contact.id, opportunity, conversation, sale)?;
    end_opportunity(write, contact, End::Won, "")?;
    write.changed(Topic::FollowUps);
    write.record(contact.id, &Happened::Sold { what: sale.what.clone(), amount: sale.amount.clone() })
}

/// Standing Later with a follow-up; the opportunity is paused in its step.
pub(super) fn put_off(
    write: &Write<'_>,
    contact: &Contact,
    conversation: Option<ConversationId>,
    draft: &FollowUpDraft,
) -> Result<()> {
    set_standing(write, contact, Standing::Later, "")?;
    end_opportunity(write, contact, End::Paused, "")?;
    follow_up::plan(write, contact.id, conversation, draft)?;
    Ok(())
}

/// Standing Declined with the answer to the keep-on-list question; the opportunity is lost.
pub(super) fn decline(
    write: &Write<'_>,
    contact: &Contact,
    permission: Permission,
    ask_again: Option<NaiveDate>,
    reason: &str,
) -> Result<()> {
    set_standing(write, contact, Standing::Declined { permission }, reason)?;
    end_opportunity(write, contact, End::Lost, reason)?;
    if let Some(on) = ask_again.filter(|_| permission == Permission::Agreed) {
        let draft =
            FollowUpDraft { what: reason.to_owned(), due: Due { on, at: None }, minutes_before: 0, repeat: None };
        follow_up::plan(write, contact.id, None, &draft)?;
    }
    write.changed(Topic::FollowUps);
    Ok(())
}

/// Not a fit: a criterion was failed, which is its answer from now on, or for another reason.
pub(super) fn fail(write: &Write<'_>, contact: &Contact, failed: Option<&Criterion>, reason: &str) -> Result<()> {
    if let Some(failed) = failed {
        let today = write.now.today();
        storage::criterion::set_answer(write.db, contact.id, failed.id, Answer::No, reason, today)?;
        let (criterion, proof) = (failed.name.clone(), reason.to_owned());
        write.record(contact.id, &Happened::Answered { criterion, answer: Answer::No, proof })?;
    }
    let name = failed.map(|it| it.name.as_str()).unwrap_or_default();
    not_a_fit(write, contact, &check::needed("reason", if reason.is_empty() { name } else { reason })?)
}

/// Not a fit, with the reason; open follow-ups are dropped and the opportunity is lost.
pub(super) fn not_a_fit(write: &Write<'_>, contact: &Contact, reason: &str) -> Result<()> {
    set_standing(write, contact, Standing::NotAFit, reason)?;
    end_opportunity(write, contact, End::Lost, reason)?;
    for it in storage::follow_up::open_of(write.db, contact.id)? {
        storage::follow_up::close(write.db, it.id, FollowUpState::Dropped, write.now.civil)?;
        write.record(contact.id, &Happened::FollowUpDropped { what: it.draft.what })?;
    }
    write.changed(Topic::FollowUps);
    Ok(())
}

pub(super) fn override_rule(write: &Write<'_>, contact: &Contact, why: &str) -> Result<()> {
    storage::contact::set_override(write.db, contact.id, Some(why))?;
    write.touch(contact.id);
    write.record(contact.id, &Happened::Overridden { why: why.to_owned() })
}

//! One person's page: what is known before the call, the timeline, and what is written after it.

use crate::views::*;
use rappel_domain::follow_up::Due;
use rappel_domain::ids::ContactId;
use rappel_domain::process::Standing;
use rappel_domain::qualification::Answer;
use rappel_domain::question::QuestionShelf;

use super::{follow_up, questions, standing};
use crate::clock::Now;
use crate::event::Topic;
use crate::storage::conversation::NewConversation;
use crate::storage::{self, Db, people};
use crate::text::check;
use crate::{App, Write};
use crate::{Error, Result};
use chrono::NaiveDateTime;
use rappel_domain::conversation::questions_in;
use rappel_domain::process::Lifecycle;
use rappel_domain::settings::Settings;

/// Everything on a person's page but the timeline.
///
/// # Errors
/// `not_found`.
pub fn get_person(app: &App, input: ContactRef) -> Result<Person> {
    let (now, settings) = (app.now(), app.settings());
    app.read(|db| {
        let contact = storage::contact::get(db, input.contact)?;
        let introduced_by = match contact.introduced_by {
            Some(by) => Some((by, people::name(db, by)?)),
            None => None,
        };
        Ok(Person {
            row: people::row(db, contact.id)?,
            draft: storage::contact::get_draft(db, contact.id)?,
            company: contact.company,
            dial: storage::contact::first_reach(db, contact.id, "phone")?.and_then(|(_, normal)| normal),
            keep_in_touch: storage::remind::keep_in_touch(db, contact.id)?,
            birthday_offsets: contact.own_birthday_offsets(),
            photo: storage::photo::exists(db, contact.id)?,
            standing: contact.standing,
            standing_reason: contact.standing_reason.clone(),
            overridden_why: contact.overridden_why.clone(),
            criteria: criteria(db, contact.id)?,
            opportunity: opportunity(db, contact.id, &now)?,
            follow_ups: follow_ups(db, contact.id, &now, &settings)?,
            questions: storage::question::of_contact(db, contact.id, QuestionShelf::Open)?,
            to_tell: storage::question::of_contact(db, contact.id, QuestionShelf::ToTell)?,
            card: storage::today::coming_card(db, &contact, &now, &settings)?,
            sales: storage::sale::of_contact(db, contact.id)?,
            attempts: people::attempts(db, contact.id)?,
            introduced_by,
            introduced: storage::contact::introduced(db, contact.id)?,
            came_in: contact.came_in,
            trashed: contact.trashed_at.is_some(),
        })
    })
}

fn criteria(db: &Db, contact: ContactId) -> Result<Vec<CriterionAnswer>> {
    let answers = storage::criterion::answers(db, contact)?;
    let criteria = storage::criterion::list(db)?;
    Ok(criteria
        .into_iter()
        .filter(|criterion| !criterion.archived)
        .map(|criterion| {
            let given = answers.iter().find(|it| it.criterion == criterion.id);
            CriterionAnswer {
                criterion: criterion.id,
                name: criterion.name,
                question: criterion.question,
                required: criterion.required,
                role: criterion.role,
                answer: given.map_or(Answer::NotAsked, |it| it.answer),
                proof: given.map(|it| it.proof.clone()).unwrap_or_default(),
                answered_on: given.map(|it| it.answered_on),
            }
        })
        .collect())
}

fn opportunity(db: &Db, contact: ContactId, now: &Now) -> Result<Option<OpportunityView>> {
    let Some(found) = storage::opportunity::current(db, contact)? else { return Ok(None) };
    let steps = storage::step::list(db)?;
    let step = steps.iter().find(|step| step.id == found.step).ok_or_else(Error::not_found)?;
    Ok(Some(OpportunityView {
        step: step.id,
        step_name: step.name.clone(),
        days: u32::try_from((now.today() - found.entered_step_on).num_days()).unwrap_or(0),
        usual_days: step.usual_days,
        expected: found.expected,
        paused: found.paused,
    }))
}

fn follow_ups(db: &Db, contact: ContactId, now: &Now, settings: &Settings) -> Result<Vec<FollowUpView>> {
    storage::follow_up::open_of(db, contact)?
        .into_iter()
        .map(|it| {
            let alarm = storage::alarm::of_follow_up(db, it.id)?;
            let armed = alarm.filter(|alarm| alarm.state == storage::alarm::AlarmState::Armed);
            Ok(FollowUpView {
                id: it.id,
                overdue: it.draft.due.is_overdue(now.civil),
                draft: it.draft,
                rings: armed.map(|alarm| alarm.rings(settings.daily_time.0).to_string()),
            })
        })
        .collect()
}

/// A page of the timeline.
///
/// # Errors
/// Those of the database.
pub fn get_timeline(app: &App, input: TimelineQuery) -> Result<TimelinePage> {
    app.read(|db| storage::timeline::page(db, input.contact, input.before.as_ref()))
}

/// Writes a conversation with its end, the change of state and the next follow-up, all in one transaction.
///
/// # Errors
/// `too_long`, `bad_date`, `bad_amount`, `bad_minutes`, `in_future` or `not_found`; `do_not_contact` for who refused contact.
pub fn log_conversation(app: &App, input: ConversationDraft) -> Result<LoggedConversation> {
    let draft = check_conversation(input)?;
    app.write(|write| log(write, &draft))
}

/// A conversation as entered, made tidy.
pub(super) fn check_conversation(draft: ConversationDraft) -> Result<ConversationDraft> {
    Ok(ConversationDraft {
        said: check::text("said", &draft.said)?,
        asked: check::line("asked", &draft.asked)?,
        minutes: check_minutes(draft.minutes)?,
        next: draft.next.map(check::follow_up).transpose()?,
        ending: standing::check_ending(draft.ending)?,
        ..draft
    })
}

/// Writes a conversation that was checked.
pub(super) fn log(write: &Write<'_>, draft: &ConversationDraft) -> Result<LoggedConversation> {
    let contact = storage::contact::get(write.db, draft.contact)?;
    let at = moment(&write.now, draft.at)?;
    let id = storage::conversation::insert(
        write.db,
        &NewConversation {
            contact: contact.id,
            at,
            channel: draft.channel,
            minutes: draft.minutes,
            said: &draft.said,
            asked: &draft.asked,
            ending: draft.ending.kind(),
        },
    )?;
    for question in questions_in(&draft.said) {
        storage::question::insert(write.db, contact.id, Some(id), &question, at.date())?;
    }
    questions::tell(write, &draft.told)?;
    // The clock of keep in touch starts again, but not when nobody answered.
    standing::end_conversation(
        write,
        &contact,
        standing::ConversationOutcome { conversation: id, ending: &draft.ending },
    )?;
    if let Some(next) = &draft.next {
        follow_up::plan(write, contact.id, Some(id), next)?;
    }
    write.touch(contact.id);
    write.changed(Topic::Conversations);
    write.changed(Topic::FollowUps);
    write.did("conversation_logged", contact.name.shown());
    Ok(LoggedConversation { id, wants_next: wants_next(write, contact.id)? })
}

/// Whether a prospect who is active is left without a follow-up.
pub(super) fn wants_next(write: &Write<'_>, contact: ContactId) -> Result<bool> {
    let row = storage::contact::get(write.db, contact)?;
    let criteria = storage::criterion::list(write.db)?;
    let facts = storage::derived::facts(write.db, &row, &criteria)?.facts;
    let in_process = facts.lifecycle() == Lifecycle::Prospect || facts.open_step.is_some();
    Ok(in_process && facts.standing == Standing::Active && storage::follow_up::open_of(write.db, contact)?.is_empty())
}

fn check_minutes(minutes: Option<u32>) -> Result<Option<u32>> {
    match minutes {
        Some(minutes) if minutes > 24 * 60 => Err(Error::refused("bad_minutes")),
        other => Ok(other),
    }
}

/// The moment that was entered; noon for a day without a time, now for none.
fn moment(now: &Now, at: Option<Due>) -> Result<NaiveDateTime> {
    let Some(Due { on, at }) = at else { return Ok(now.civil) };
    check::date(on)?;
    let moment = match at {
        Some(at) => on.and_time(at),
        None if on == now.today() => now.civil,
        None => on.and_hms_opt(12, 0, 0).unwrap_or_default(),
    };
    if moment > now.civil + chrono::Duration::hours(24) { Err(Error::refused("in_future")) } else { Ok(moment) }
}

/// Corrects a conversation. New lines that start with `?` become questions too.
///
/// # Errors
/// As [`log_conversation`].
pub fn update_conversation(app: &App, input: UpdateConversation) -> Result<()> {
    let said = check::text("said", &input.said)?;
    let asked = check::line("asked", &input.asked)?;
    let minutes = check_minutes(input.minutes)?;
    app.write(|write| {
        let (contact, _) = storage::conversation::get(write.db, input.conversation)?;
        let at = moment(&write.now, Some(input.at))?;
        storage::conversation::update(write.db, input.conversation, at, input.channel, minutes, &said, &asked)?;
        let known = storage::question::of_conversation(write.db, input.conversation)?;
        for question in questions_in(&said).into_iter().filter(|question| !known.contains(question)) {
            storage::question::insert(write.db, contact, Some(input.conversation), &question, at.date())?;
        }
        write.touch(contact);
        write.changed(Topic::Conversations);
        write.did("conversation_changed", people::name(write.db, contact)?);
        Ok(())
    })
}

/// Puts a conversation in the trash. What it brought (a sale, a follow-up) stays.
///
/// # Errors
/// `not_found`.
pub fn trash_conversation(app: &App, input: ConversationRef) -> Result<()> {
    app.write(|write| {
        let (contact, _) = storage::conversation::get(write.db, input.conversation)?;
        storage::conversation::trash(write.db, input.conversation, write.now.millis())?;
        write.touch(contact);
        write.changed(Topic::Conversations);
        write.did("conversation_trashed", people::name(write.db, contact)?);
        Ok(())
    })
}

//! The call session: a list of people gone through one by one. Where it is lives as long as the program; what came of it stands in
//! the data, so that what is undone does not count.

use std::collections::HashSet;

use rappel_domain::call_session::CallSession;
use rappel_domain::conversation::EndingKind;
use rappel_domain::follow_up::FollowUpState;
use rappel_domain::ids::ContactId;

use super::person::{check_conversation, log, wants_next};
use super::{finish, qualify};
use crate::storage::{self, Db, people, question, session};
use crate::views::*;
use crate::{App, Error, Result};

/// Begins a session.
///
/// # Errors
/// `session_nobody` when nobody is in the list who may be called.
pub fn start_session(app: &App, input: StartSession) -> Result<SessionView> {
    let now = app.now();
    let people = app.read(|db| {
        let ids = match &input.whom {
            CallWhom::ToQualify => people::qualify_queue(db)?,
            CallWhom::Due => session::due(db, now.today())?,
            CallWhom::ToTell => question::to_tell(db)?,
            CallWhom::Listed { query } => people::snapshot(db, query, &now, None)?,
            CallWhom::Chosen { contacts } => contacts.iter().map(|it| it.0).collect(),
        };
        session::within_reach(db, &ids)
    })?;
    if people.is_empty() {
        return Err(Error::refused("session_nobody"));
    }
    app.begin_calls(CallSession::begin(people.into_iter().map(ContactId), now.millis()));
    view(app)
}

/// How many people the lists hold that a session can be begun with.
///
/// # Errors
/// Those of the database.
pub fn get_call_lists(app: &App, (): ()) -> Result<CallLists> {
    let today = app.now().today();
    let count = |ids: Vec<i64>| u32::try_from(ids.into_iter().collect::<HashSet<_>>().len()).unwrap_or(u32::MAX);
    app.read(|db| {
        Ok(CallLists {
            to_qualify: storage::count::people(db)?.1,
            due: count(session::due(db, today)?),
            to_tell: count(question::to_tell(db)?),
        })
    })
}

/// The session that is under way; none where there is none.
///
/// # Errors
/// Those of the database.
pub fn get_session(app: &App, (): ()) -> Result<Option<SessionView>> {
    if app.has_calls() { view(app).map(Some) } else { Ok(None) }
}

/// Goes a step in the session.
///
/// # Errors
/// `no_session`.
pub fn step_session(app: &App, input: StepSession) -> Result<SessionView> {
    let now = app.now().millis();
    app.calls(|calls| {
        match input.to {
            SessionStep::TakeUp => return calls.taken_up(now),
            SessionStep::Next => calls.next(false),
            SessionStep::Skip => calls.next(true),
            SessionStep::Back => {
                calls.back();
            }
            SessionStep::End => calls.end(),
        }
        calls.seen(now);
    })?;
    pass_over(app, input.to == SessionStep::Back)?;
    view(app)
}

/// Whoever refused contact or was thrown away meanwhile is passed over.
fn pass_over(app: &App, mut back: bool) -> Result<()> {
    while let Some(who) = app.calls(|calls| calls.who())? {
        if app.read(|db| session::may_be_called(db, who))? {
            break;
        }
        // At the beginning it goes on the other way.
        back = back && app.calls(|calls| calls.back())?;
        if !back {
            app.calls(|calls| calls.next(false))?;
        }
    }
    Ok(())
}

fn view(app: &App) -> Result<SessionView> {
    let number = |it: usize| u32::try_from(it).unwrap_or(u32::MAX);
    let (who, position, total) = app.calls(|calls| (calls.who(), number(calls.position()), number(calls.total())))?;
    let (person, last_talk) = match who {
        // Erased at this moment: the next step passes over them.
        Some(contact) => match super::get_person(app, ContactRef { contact }) {
            Ok(person) => (Some(person), app.read(|db| session::last_talk(db, contact))?),
            Err(error) if error.code() == "not_found" => {
                pass_over(app, false)?;
                return view(app);
            }
            Err(error) => return Err(error),
        },
        None => (None, None),
    };
    Ok(SessionView { position, total, person, last_talk })
}

/// Writes a conversation of the session with the answers that were given and the follow-ups that are done with it, all in one step.
///
/// # Errors
/// `no_session`, `session_moved_on` when somebody else is to be called now, and those of
/// [`log_conversation`](super::log_conversation), [`answer_criteria`](super::answer_criteria) and
/// [`finish_follow_up`](super::finish_follow_up).
pub fn log_call(app: &App, input: LogCall) -> Result<LoggedConversation> {
    let talk = check_conversation(input.talk)?;
    if app.calls(|calls| calls.who())? != Some(talk.contact) {
        return Err(Error::refused("session_moved_on"));
    }
    let answers = QualifyAnswers { contact: talk.contact, answers: input.answers };
    // Nobody answered, and nothing else is planned: what was to do is still to do.
    let still_to_do = talk.ending.kind() == EndingKind::NoAnswer && talk.next.is_none();
    let logged = app.write(|write| {
        if !answers.answers.is_empty() {
            qualify::answer(write, &answers)?;
        }
        let logged = log(write, &talk)?;
        for follow_up in input.finish.iter().filter(|_| !still_to_do) {
            // An answer or an end may have dropped it.
            if storage::follow_up::get(write.db, *follow_up)?.state == FollowUpState::Open {
                finish(write, FinishFollowUp { follow_up: *follow_up, again: None, activate: false })?;
            }
        }
        write.did("conversation_logged", people::name(write.db, talk.contact)?);
        Ok(LoggedConversation { wants_next: wants_next(write, talk.contact)?, ..logged })
    })?;
    let now = app.now().millis();
    app.calls(|calls| {
        calls.seen(now);
        calls.talked(logged.id);
    })?;
    Ok(logged)
}

/// How many planned follow-ups a summary names.
const PLANNED: u32 = 100;

/// What came of the session so far.
///
/// # Errors
/// `no_session`.
pub fn get_session_summary(app: &App, (): ()) -> Result<SessionSummary> {
    let (calls, on) = (app.calls(|calls| calls.clone())?, app.now().today());
    let number = |it: usize| u32::try_from(it).unwrap_or(u32::MAX);
    app.read(|db: &Db| {
        let (called, reached, endings) = session::endings(db, calls.talks())?;
        Ok(SessionSummary {
            called,
            reached,
            skipped: number(calls.skipped()),
            total: number(calls.total()),
            endings,
            next: session::planned(db, calls.talks(), PLANNED)?,
            seconds: calls.seconds(),
            on,
        })
    })
}

/// Lets the session go. What was written in it stays.
///
/// # Errors
/// None that is expected.
pub fn close_session(app: &App, (): ()) -> Result<()> {
    app.end_calls();
    Ok(())
}

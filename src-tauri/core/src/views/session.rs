//! The call session: whom to call, what to know before, and what came of it.

use chrono::NaiveDate;
use rappel_domain::conversation::{Channel, EndingKind};
use rappel_domain::follow_up::Due;
use rappel_domain::ids::{ContactId, FollowUpId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ConversationDraft, GivenAnswer, PeopleQuery, Person};

/// Whom to call. Whoever refused contact is in none of these.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum CallWhom {
    /// The leads to qualify.
    ToQualify,
    /// Those with a follow-up today or overdue.
    Due,
    /// Those who still have to hear an answer.
    ToTell,
    /// Those a list of people shows, in its order.
    Listed {
        /// Its question.
        query: PeopleQuery,
    },
    /// These.
    Chosen {
        /// Who.
        contacts: Vec<ContactId>,
    },
}

/// A session to begin. One that was under way is over with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StartSession {
    /// Whom to call.
    pub whom: CallWhom,
}

/// How many people the lists hold that a session can be begun with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CallLists {
    /// Leads to qualify.
    pub to_qualify: u32,
    /// People with a follow-up today or overdue.
    pub due: u32,
    /// People who still have to hear an answer.
    pub to_tell: u32,
}

/// The last conversation in which something was said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LastTalk {
    /// When, as a civil moment.
    pub at: String,
    /// Over which channel.
    pub channel: Channel,
    /// What was said.
    pub said: String,
    /// How it ended.
    pub ending: EndingKind,
}

/// Where a session is, and what to know of whoever is to be called now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SessionView {
    /// How many people come before.
    pub position: u32,
    /// How many people there are.
    pub total: u32,
    /// Who is to be called; none at the end.
    pub person: Option<Person>,
    /// What was said last.
    pub last_talk: Option<LastTalk>,
}

/// Where to go in a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SessionStep {
    /// On to the next one, as this one is done.
    Next,
    /// On to the next one without doing anything about this one.
    Skip,
    /// Back to the one before.
    Back,
    /// Nowhere: it is taken up again after it was left.
    TakeUp,
    /// To the end, with the summary.
    End,
}

/// A step in a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StepSession {
    /// Where to.
    pub to: SessionStep,
}

/// A conversation of a session, with what was asked and done in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LogCall {
    /// The conversation, with whoever is to be called now.
    pub talk: ConversationDraft,
    /// Answers to criteria.
    pub answers: Vec<GivenAnswer>,
    /// Follow-ups that are done with it. They stay open when nobody answered and no next try was planned.
    pub finish: Vec<FollowUpId>,
}

/// How many conversations of a session ended in one way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EndingCount {
    /// How.
    pub ending: EndingKind,
    /// How many.
    pub count: u32,
}

/// What was planned in a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SessionNext {
    /// For whom.
    pub contact: ContactId,
    /// Their name.
    pub name: String,
    /// What to do.
    pub what: String,
    /// When.
    pub due: Due,
}

/// What came of a session. What was undone since does not count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SessionSummary {
    /// How many people were called, or written to.
    pub called: u32,
    /// How many of them answered.
    pub reached: u32,
    /// How many people were skipped.
    pub skipped: u32,
    /// How many people were in it.
    pub total: u32,
    /// How the conversations ended, the most frequent first.
    pub endings: Vec<EndingCount>,
    /// What was planned, soonest first, at most 100.
    pub next: Vec<SessionNext>,
    /// The time spent, in seconds.
    pub seconds: u32,
    /// The day.
    pub on: NaiveDate,
}

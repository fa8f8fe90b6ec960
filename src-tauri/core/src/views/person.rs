//! One person's page: what is known before the call, the timeline, and what is written after it.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rappel_domain::alarm::{KeepInTouch, Snooze};
use rappel_domain::contact::ContactDraft;
use rappel_domain::conversation::{Channel, Ending, EndingKind};
use rappel_domain::follow_up::{Due, FollowUpDraft};
use rappel_domain::history::Happened;
use rappel_domain::ids::{CompanyId, ContactId, ConversationId, CriterionId, FollowUpId, QuestionId, SaleId};
use rappel_domain::process::Standing;
use rappel_domain::qualification::{Answer, CriterionRole};
use rappel_domain::sale::Money;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{CardView, PersonRow, QuestionView};

/// A criterion with this person's answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CriterionAnswer {
    /// Which criterion.
    pub criterion: CriterionId,
    /// Its name.
    pub name: String,
    /// The short question to ask.
    pub question: String,
    /// Whether a prospect has to meet it.
    pub required: bool,
    /// Which one of the first three it is.
    pub role: CriterionRole,
    /// The answer.
    pub answer: Answer,
    /// The words that prove it.
    pub proof: String,
    /// When it was given.
    pub answered_on: Option<NaiveDate>,
}

/// An opportunity that is open or paused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OpportunityView {
    /// The step it stands in.
    pub step: rappel_domain::ids::StepId,
    /// Its name.
    pub step_name: String,
    /// Days in this step.
    pub days: u32,
    /// How many days are usual in it.
    pub usual_days: u32,
    /// What it may bring.
    pub expected: Option<Money>,
    /// Whether it is paused.
    pub paused: bool,
}

/// An open follow-up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FollowUpView {
    /// Its number.
    pub id: FollowUpId,
    /// What was entered.
    pub draft: FollowUpDraft,
    /// Whether its moment has passed.
    pub overdue: bool,
    /// When its alarm rings next, as a civil moment; none if it won't.
    pub rings: Option<String>,
}

/// A sale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SaleView {
    /// Its number.
    pub id: SaleId,
    /// What was sold.
    pub what: String,
    /// For how much.
    pub amount: Money,
    /// On which day.
    pub on: NaiveDate,
}

/// Everything on a person's page but the timeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Person {
    /// As in lists.
    pub row: PersonRow,
    /// What was entered.
    pub draft: ContactDraft,
    /// The company, by its number.
    pub company: Option<CompanyId>,
    /// The first phone number in E.164, where it could be read.
    pub dial: Option<String>,
    /// After how many weeks without a conversation to ring, and since when that clock runs.
    pub keep_in_touch: Option<KeepInTouch>,
    /// How many days before the birthday its alarms ring; none as in the settings.
    #[ts(as = "Option<Vec<u32>>")]
    pub birthday_offsets: Option<BTreeSet<u32>>,
    /// Whether there is a photo.
    pub photo: bool,
    /// The standing.
    pub standing: Standing,
    /// Why; may be empty.
    pub standing_reason: String,
    /// Why the rule was overridden, if it was.
    pub overridden_why: Option<String>,
    /// The criteria with the answers.
    pub criteria: Vec<CriterionAnswer>,
    /// The opportunity that is open or paused.
    pub opportunity: Option<OpportunityView>,
    /// Open follow-ups, soonest first.
    pub follow_ups: Vec<FollowUpView>,
    /// Open questions, oldest first.
    pub questions: Vec<QuestionView>,
    /// Questions whose answer is still to be told, oldest answer first.
    pub to_tell: Vec<QuestionView>,
    /// The coming birthday and its card.
    pub card: Option<CardView>,
    /// Sales, newest first, at most 100.
    pub sales: Vec<SaleView>,
    /// Attempts without an answer since the last talk.
    pub attempts: u32,
    /// Who introduced them.
    pub introduced_by: Option<(ContactId, String)>,
    /// Whom they introduced, the newest first, at most 50.
    pub introduced: Vec<(ContactId, String)>,
    /// The day they came in.
    pub came_in: NaiveDate,
    /// Whether they are in the trash.
    pub trashed: bool,
}

/// A position in the timeline: what lies before it is older.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TimelineCursor {
    /// Civil moment of the last entry.
    pub at: String,
    /// Its kind and number.
    pub key: String,
}

/// Which part of the timeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TimelineQuery {
    /// Whose.
    pub contact: ContactId,
    /// Older than this; none for the newest.
    pub before: Option<TimelineCursor>,
}

/// What an entry of the timeline is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum TimelineWhat {
    /// A conversation.
    Conversation {
        /// Its number.
        id: ConversationId,
        /// The channel.
        channel: Channel,
        /// How many minutes, if noted.
        minutes: Option<u32>,
        /// What was said.
        said: String,
        /// The call to action of a presentation.
        asked: String,
        /// How it ended.
        ending: EndingKind,
        /// The follow-up that came of it.
        follow_up: Option<Due>,
        /// The sale that came of it.
        sale: Option<Money>,
        /// How many of its questions are still open.
        open_questions: u32,
    },
    /// Anything else that happened.
    Happened {
        /// What.
        what: Happened,
        /// Who else has a part in it.
        other: Option<(ContactId, String)>,
    },
}

/// One entry of the timeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TimelineEntry {
    /// When, as a civil moment.
    pub at: String,
    /// Unique within the timeline.
    pub key: String,
    /// What.
    pub what: TimelineWhat,
}

/// Thirty entries, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TimelinePage {
    /// The entries.
    pub entries: Vec<TimelineEntry>,
    /// Where to go on; none at the end.
    pub next: Option<TimelineCursor>,
}

/// A conversation as entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ConversationDraft {
    /// With whom.
    pub contact: ContactId,
    /// When, as day and time; none for now.
    pub at: Option<Due>,
    /// Over which channel.
    pub channel: Channel,
    /// How many minutes, if noted.
    pub minutes: Option<u32>,
    /// What was said. Lines that start with `?` become questions.
    pub said: String,
    /// The call to action of a presentation.
    #[serde(default)]
    pub asked: String,
    /// How it ended.
    pub ending: Ending,
    /// What to do next, beside what the end brings.
    #[serde(default)]
    pub next: Option<FollowUpDraft>,
    /// The questions whose answers were told.
    #[serde(default)]
    pub told: Vec<QuestionId>,
}

/// What was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LoggedConversation {
    /// Its number.
    pub id: ConversationId,
    /// The person is a prospect without a follow-up: ask for one.
    pub wants_next: bool,
}

/// A conversation as corrected. Its end stays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UpdateConversation {
    /// Which one.
    pub conversation: ConversationId,
    /// When.
    pub at: Due,
    /// Over which channel.
    pub channel: Channel,
    /// How many minutes, if noted.
    pub minutes: Option<u32>,
    /// What was said.
    pub said: String,
    /// The call to action of a presentation.
    pub asked: String,
}

/// Names a conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ConversationRef {
    /// Which one.
    pub conversation: ConversationId,
}

/// After how many weeks without a conversation to ring about somebody; the clock starts today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SetKeepInTouch {
    /// About whom.
    pub contact: ContactId,
    /// How many; none for no such alarm.
    pub weeks: Option<u32>,
}

/// An alarm about keeping in touch, put off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SnoozeKeepInTouch {
    /// About whom.
    pub contact: ContactId,
    /// For how long.
    pub until: Snooze,
}

/// How many days before somebody's birthday its alarms ring.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SetBirthdayOffsets {
    /// Whose.
    pub contact: ContactId,
    /// Which; none to follow the settings, an empty list for no alarm.
    #[ts(as = "Option<Vec<u32>>")]
    pub offsets: Option<BTreeSet<u32>>,
}

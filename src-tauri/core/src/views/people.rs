//! The list of people: ordered, filtered, searched, and read by position.

use chrono::NaiveDate;
use rappel_domain::contact::ContactDraft;
use rappel_domain::follow_up::Due;
use rappel_domain::ids::{BatchId, ContactId, SourceId, StepId};
use rappel_domain::process::{Lifecycle, Place};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Behind, CustomField, FieldFilter};

/// A filter on where people stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StageFilter {
    /// Leads.
    Lead,
    /// In any step of the sales phase.
    InProcess,
    /// Customers who bought on one day.
    Customer,
    /// Customers who bought on more days.
    RepeatCustomer,
    /// Later.
    Later,
    /// Declined, may be asked again or not asked.
    Declined,
    /// Refused contact.
    DoNotContact,
    /// Not a fit.
    NotAFit,
    /// In the trash.
    Trash,
}

/// A filter on the next step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum NextFilter {
    /// A follow-up is overdue.
    Overdue,
    /// One is due today.
    Today,
    /// One is due within seven days.
    Week,
    /// None is planned.
    None,
}

/// The order of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PeopleOrder {
    /// By family name.
    #[default]
    Name,
    /// By the next follow-up, soonest first; none last.
    Next,
    /// By the last conversation, newest first; never last.
    LastTalk,
    /// By when they came in, newest first.
    Newest,
}

/// What to list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct PeopleQuery {
    /// Words to search for in names, companies, addresses, numbers, tags, notes and conversations.
    pub search: String,
    /// Only these stages; empty for all but the trash.
    pub stages: Vec<StageFilter>,
    /// Only from these sources.
    pub sources: Vec<SourceId>,
    /// Only with any of these tags.
    pub tags: Vec<String>,
    /// Only with this next step.
    pub next: Option<NextFilter>,
    /// Only those whom this import added or changed.
    pub batch: Option<BatchId>,
    /// Only those behind this figure of Insights.
    pub behind: Option<Behind>,
    /// Only whose own fields hold what all of these say.
    pub fields: Vec<FieldFilter>,
    /// The order; with words to search for, the best match comes first instead.
    pub order: PeopleOrder,
    /// The other way round.
    pub reverse: bool,
}

/// An ordered snapshot of people, read by position with `get_people`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PeopleList {
    /// Names the snapshot.
    #[ts(type = "number")]
    pub snapshot: i64,
    /// How many people are in it.
    pub total: u32,
}

/// Which rows of a snapshot to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PeopleWindow {
    /// The snapshot.
    #[ts(type = "number")]
    pub snapshot: i64,
    /// The first position.
    pub from: u32,
    /// How many, at most 200.
    pub count: u32,
}

/// One person in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PersonRow {
    /// Who.
    pub id: ContactId,
    /// Name as shown.
    pub name: String,
    /// Company; may be empty.
    pub company: String,
    /// Where they stand.
    pub place: Place,
    /// The name of the step, for those in the sales phase.
    pub step: Option<String>,
    /// How far they came.
    pub lifecycle: Lifecycle,
    /// At least one yes and no no.
    pub promising: bool,
    /// Criteria answered.
    pub asked: u32,
    /// Criteria in all.
    pub asked_of: u32,
    /// Number of sales.
    pub sales: u32,
    /// Day of the last sale.
    pub last_sale: Option<NaiveDate>,
    /// The next follow-up.
    pub next: Option<Due>,
    /// In the sales phase without a follow-up.
    pub no_next_step: bool,
    /// When last spoken to, as a civil moment.
    pub last_talk: Option<String>,
    /// The source's name; may be empty.
    pub source: String,
    /// Sample data.
    pub sample: bool,
}

/// A source that can be filtered by or chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SourceChoice {
    /// Its number.
    pub id: SourceId,
    /// Its name.
    pub name: String,
}

/// A step that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StepChoice {
    /// Its number.
    pub id: StepId,
    /// Its name.
    pub name: String,
}

/// What lists can be filtered by, and what forms offer. Tags, of which there may be many, are asked for by themselves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FilterChoices {
    /// Sources in use or offered.
    pub sources: Vec<SourceChoice>,
    /// Steps in their order, without archived ones.
    pub steps: Vec<StepChoice>,
    /// Own fields in their order, without archived ones.
    pub fields: Vec<CustomField>,
}

/// Names a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ContactRef {
    /// Which one.
    pub contact: ContactId,
}

/// A contact with all that is known, as edited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UpdateContact {
    /// Which one.
    pub contact: ContactId,
    /// All of it.
    pub draft: ContactDraft,
}

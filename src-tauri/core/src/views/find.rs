//! What is found anywhere as one types, and the page of a company.

use chrono::NaiveDate;
use rappel_domain::conversation::{Channel, EndingKind};
use rappel_domain::ids::{CompanyId, ContactId};
use rappel_domain::sale::Money;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{PeopleList, PersonRow};

/// Words to look for everywhere.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct FindQuery {
    /// The words as typed.
    pub words: String,
    /// Which search this is part of. A search with another number ends it.
    pub number: u64,
}

/// What was found, a few of each kind.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct Found {
    /// People, the best match first.
    pub people: Vec<PersonRow>,
    /// Companies.
    pub companies: Vec<CompanyHit>,
    /// Conversations, the newest first.
    pub said: Vec<TextHit>,
    /// Questions, the newest first.
    pub questions: Vec<TextHit>,
}

/// A company by its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CompanyHit {
    /// Which one.
    pub id: CompanyId,
    /// Its name.
    pub name: String,
    /// How many people outside the trash work there.
    pub people: u32,
}

/// A text in which the words stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TextHit {
    /// With whom, or of whom.
    pub contact: ContactId,
    /// Their name.
    pub name: String,
    /// The day.
    pub on: NaiveDate,
    /// Some words around those that were looked for, in parts: every second one, from the second on, is what was looked for.
    pub parts: Vec<String>,
}

/// Names a company.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CompanyRef {
    /// Which one.
    pub company: CompanyId,
}

/// What is known about a company itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UpdateCompany {
    /// Which one.
    pub company: CompanyId,
    /// Its name.
    pub name: String,
    /// Its web site; may be empty.
    pub website: String,
    /// A remark; may be empty.
    pub note: String,
}

/// A company with its people and what there was with them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CompanyPage {
    /// Its number.
    pub id: CompanyId,
    /// Its name.
    pub name: String,
    /// Its web site; may be empty.
    pub website: String,
    /// A remark; may be empty.
    pub note: String,
    /// The people who work there, but those in the trash, by name.
    pub people: PeopleList,
    /// How many conversations there were with them.
    pub conversations: u32,
    /// The last of them, at most 50.
    pub talks: Vec<CompanyTalk>,
    /// How much was sold, by currency.
    pub sold: Vec<Money>,
    /// The last sales, at most 50.
    pub sales: Vec<CompanySale>,
}

/// A conversation with somebody of a company.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CompanyTalk {
    /// With whom.
    pub contact: ContactId,
    /// Their name.
    pub name: String,
    /// When, as a civil moment.
    pub at: String,
    /// Over which channel.
    pub channel: Channel,
    /// The beginning of what was said.
    pub said: String,
    /// How it ended.
    pub ending: EndingKind,
}

/// A sale to somebody of a company.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CompanySale {
    /// To whom.
    pub contact: ContactId,
    /// Their name.
    pub name: String,
    /// What was sold.
    pub what: String,
    /// For how much.
    pub amount: Money,
    /// On which day.
    pub on: NaiveDate,
}

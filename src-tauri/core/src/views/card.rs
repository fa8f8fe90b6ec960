//! Birthday cards: one of a person, the batch of the coming weeks, and what is written on each.

use chrono::NaiveDate;
use rappel_domain::card::{CardState, Turn};
use rappel_domain::ids::ContactId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::PersonRow;

/// This year's card, or next year's once the birthday is over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CardView {
    /// The birthday it is for.
    pub birthday: NaiveDate,
    /// The year that names the card.
    pub year: i32,
    /// How old they become, if known.
    pub turns: Option<i32>,
    /// How it stands.
    pub state: CardState,
    /// The last day to post it.
    pub post_by: NaiveDate,
}

/// Which cards to list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CardsQuery {
    /// Those to be posted within so many weeks, 1 to 52.
    pub weeks: u32,
}

/// The cards of some weeks as an ordered snapshot, read by position with `get_cards`: those that are too late for the post first, then
/// by the day to post them, then those that are over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CardList {
    /// Names the snapshot.
    #[ts(type = "number")]
    pub snapshot: i64,
    /// How many cards are in it.
    pub total: u32,
    /// The groups in their order, each where it begins; one a day at most.
    pub groups: Vec<CardGroup>,
    /// How many are to write and not too late.
    pub to_write: u32,
    /// How many are written, not posted, and not too late.
    pub to_post: u32,
    /// How many people to call instead.
    pub to_call: u32,
}

/// Cards that go together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CardGroup {
    /// What is to be done with them.
    pub kind: Turn,
    /// The day to post them by, where there is one to come.
    pub post_by: Option<NaiveDate>,
    /// The position of the first.
    pub from: u32,
    /// How many.
    pub count: u32,
}

/// One card of the batch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CardRow {
    /// For whom.
    pub person: PersonRow,
    /// The day and the card.
    pub card: CardView,
    /// What is to be done.
    pub turn: Turn,
    /// What was written on it; may be empty.
    pub words: String,
    /// The last card before it.
    pub last: Option<LastCard>,
    /// First phone number as typed, if any.
    pub phone: Option<String>,
    /// The same as it is dialled, where that can be told.
    pub dial: Option<String>,
    /// The lines of the label under the name; empty where no address can be posted to.
    pub address: Vec<String>,
}

/// A card of an earlier year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LastCard {
    /// The year.
    pub year: i32,
    /// How it stood.
    pub state: CardState,
    /// What was written on it; may be empty.
    pub words: String,
}

/// How a year's card stands, and what is written on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SetCard {
    /// For whom.
    pub contact: ContactId,
    /// The year.
    pub year: i32,
    /// The state.
    pub state: CardState,
    /// The words; none to leave them as they are.
    #[serde(default)]
    pub words: Option<String>,
}

/// Names a year's card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CardRef {
    /// For whom.
    pub contact: ContactId,
    /// The year.
    pub year: i32,
}

/// The state of several cards at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SetCards {
    /// Which ones, at most 5000.
    pub cards: Vec<CardRef>,
    /// The state.
    pub state: CardState,
}

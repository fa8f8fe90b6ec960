//! Everything that is kept of one person, for the file that they may ask for.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use rappel_domain::card::CardState;
use rappel_domain::conversation::{Channel, EndingKind};
use rappel_domain::follow_up::{Due, FollowUpState, Repeat};
use rappel_domain::history::Happened;
use rappel_domain::ids::ContactId;
use rappel_domain::sale::Money;
use rusqlite::Row;
use serde::Serialize;

use super::{Db, from_word};
use crate::{Error, Result};

/// One run through the sales phase.
#[derive(Debug, Clone, Serialize)]
pub struct Opportunity {
    /// The step it stands or stood in.
    pub step: String,
    /// `open`, `won`, `lost` or `paused`.
    pub state: String,
    /// When it began.
    pub opened_on: NaiveDate,
    /// When it ended.
    pub ended_on: Option<NaiveDate>,
    /// What it was to bring.
    pub expected: Option<Money>,
    /// Why it was lost.
    pub reason: String,
}

/// A conversation.
#[derive(Debug, Clone, Serialize)]
pub struct Conversation {
    /// When.
    pub at: NaiveDateTime,
    /// Over which channel.
    pub channel: Channel,
    /// How long.
    pub minutes: Option<u32>,
    /// What was said.
    pub said: String,
    /// What was asked of them.
    pub asked: String,
    /// How it ended.
    pub ending: EndingKind,
    /// Whether it lies in the trash.
    pub in_trash: bool,
}

/// A question.
#[derive(Debug, Clone, Serialize)]
pub struct Question {
    /// On which day.
    pub asked_on: NaiveDate,
    /// What.
    pub question: String,
    /// The answer.
    pub answer: Option<String>,
    /// When it was given.
    pub answered_on: Option<NaiveDate>,
    /// When they were told.
    pub told_on: Option<NaiveDate>,
}

/// A follow-up.
#[derive(Debug, Clone, Serialize)]
pub struct FollowUp {
    /// What to do.
    pub what: String,
    /// When.
    pub due: Due,
    /// How often.
    pub repeat: Option<Repeat>,
    /// How it stands.
    pub state: FollowUpState,
    /// The day it was first planned for, where that was changed.
    pub promised_on: Option<NaiveDate>,
    /// When it was done or dropped.
    pub closed_at: Option<NaiveDateTime>,
}

/// A birthday card.
#[derive(Debug, Clone, Serialize)]
pub struct Card {
    /// Of which year.
    pub year: i32,
    /// How it stands.
    pub state: CardState,
    /// What was written on it; may be empty.
    pub words: String,
}

/// A sale.
#[derive(Debug, Clone, Serialize)]
pub struct Sale {
    /// On which day.
    pub on: NaiveDate,
    /// What.
    pub what: String,
    /// For how much.
    pub amount: Money,
}

/// Something that happened.
#[derive(Debug, Clone, Serialize)]
pub struct Event {
    /// When.
    pub at: NaiveDateTime,
    /// What.
    pub what: Happened,
    /// Who else had a part in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub other: Option<String>,
}

/// An alarm that rang.
#[derive(Debug, Clone, Serialize)]
pub struct Ring {
    /// About what.
    pub about: String,
    /// When it was due.
    pub due: NaiveDateTime,
    /// When it was shown.
    pub shown_at: Option<NaiveDateTime>,
    /// What the person at the desk did.
    pub answer: Option<String>,
}

/// The row of a file that somebody came in with.
#[derive(Debug, Clone, Serialize)]
pub struct CameWith {
    /// The file's name.
    pub file: String,
    /// When.
    pub at: NaiveDateTime,
    /// On which line.
    pub line: Option<i64>,
}

/// All that hangs on a contact, the oldest first.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Whole {
    /// Conversations.
    pub conversations: Vec<Conversation>,
    /// Questions.
    pub questions: Vec<Question>,
    /// Follow-ups, open and closed.
    pub follow_ups: Vec<FollowUp>,
    /// Runs through the sales phase.
    pub opportunities: Vec<Opportunity>,
    /// Sales.
    pub sales: Vec<Sale>,
    /// Birthday cards.
    pub cards: Vec<Card>,
    /// The file they came in with.
    pub came_with: Option<CameWith>,
    /// What happened.
    pub history: Vec<Event>,
    /// The alarms that rang about them.
    pub alarms: Vec<Ring>,
}

/// Reads all of it.
pub fn of_contact(db: &Db, id: ContactId) -> Result<Whole> {
    Ok(Whole {
        conversations: list(
            db,
            id,
            "SELECT at, channel, minutes, said, asked, ending, trashed_at IS NOT NULL FROM conversation
             WHERE contact_id = ?1 ORDER BY at, id",
            |row| {
                Ok(Conversation {
                    at: row.get(0)?,
                    channel: from_word(row.get(1)?)?,
                    minutes: row.get(2)?,
                    said: row.get(3)?,
                    asked: row.get(4)?,
                    ending: from_word(row.get(5)?)?,
                    in_trash: row.get(6)?,
                })
            },
        )?,
        questions: list(
            db,
            id,
            "SELECT asked_on, question, answer, answered_on, told_on FROM question WHERE contact_id = ?1
             ORDER BY asked_on, id",
            |row| {
                Ok(Question {
                    asked_on: row.get(0)?,
                    question: row.get(1)?,
                    answer: row.get(2)?,
                    answered_on: row.get(3)?,
                    told_on: row.get(4)?,
                })
            },
        )?,
        follow_ups: list(
            db,
            id,
            "SELECT what, due_on, due_at, repeat_every, repeat_unit, state, closed_at, promised_on FROM follow_up
             WHERE contact_id = ?1 ORDER BY due_on, id",
            follow_up,
        )?,
        opportunities: list(
            db,
            id,
            "SELECT s.name, o.state, o.opened_on, o.ended_on, o.expected_minor, o.expected_currency, o.reason
             FROM opportunity o JOIN step s ON s.id = o.step_id WHERE o.contact_id = ?1 ORDER BY o.id",
            |row| {
                Ok(Opportunity {
                    step: row.get(0)?,
                    state: row.get(1)?,
                    opened_on: row.get(2)?,
                    ended_on: row.get(3)?,
                    expected: money(row.get(4)?, row.get(5)?),
                    reason: row.get(6)?,
                })
            },
        )?,
        sales: list(
            db,
            id,
            "SELECT sold_on, what, amount_minor, currency FROM sale WHERE contact_id = ?1 ORDER BY sold_on, id",
            |row| {
                let amount = Money { minor: row.get(2)?, currency: row.get(3)? };
                Ok(Sale { on: row.get(0)?, what: row.get(1)?, amount })
            },
        )?,
        cards: list(db, id, "SELECT year, state, words FROM card WHERE contact_id = ?1 ORDER BY year", |row| {
            Ok(Card { year: row.get(0)?, state: from_word(row.get(1)?)?, words: row.get(2)? })
        })?,
        came_with: list(
            db,
            id,
            "SELECT b.file, b.at, c.batch_line FROM contact c JOIN batch b ON b.id = c.batch_id WHERE c.id = ?1",
            |row| Ok(CameWith { file: row.get(0)?, at: row.get(1)?, line: row.get(2)? }),
        )?
        .pop(),
        history: list(
            db,
            id,
            "SELECT h.at, h.what, s.name FROM history h LEFT JOIN contact_state s ON s.contact_id = h.other_id
             WHERE h.contact_id = ?1 ORDER BY h.at, h.id",
            |row| {
                let json: String = row.get(1)?;
                let what = serde_json::from_str(&json).map_err(|error| Error::Internal(error.to_string()))?;
                Ok(Event { at: row.get(0)?, what, other: row.get(2)? })
            },
        )?,
        alarms: list(
            db,
            id,
            "SELECT a.kind, r.due, r.shown_at, r.answer FROM ring r JOIN alarm a ON a.id = r.alarm_id
             WHERE a.contact_id = ?1 ORDER BY r.id",
            |row| Ok(Ring { about: row.get(0)?, due: row.get(1)?, shown_at: row.get(2)?, answer: row.get(3)? }),
        )?,
    })
}

fn list<T>(db: &Db, id: ContactId, sql: &str, read: impl Fn(&Row<'_>) -> Result<T>) -> Result<Vec<T>> {
    let mut statement = db.prepare_cached(sql)?;
    let mut rows = statement.query([id.0])?;
    let mut list = Vec::new();
    while let Some(row) = rows.next()? {
        list.push(read(row)?);
    }
    Ok(list)
}

fn follow_up(row: &Row<'_>) -> Result<FollowUp> {
    let every: Option<u32> = row.get(3)?;
    let unit = row.get::<_, Option<String>>(4)?.map(from_word).transpose()?;
    Ok(FollowUp {
        what: row.get(0)?,
        due: Due { on: row.get(1)?, at: row.get::<_, Option<NaiveTime>>(2)? },
        repeat: every.zip(unit).map(|(every, unit)| Repeat { every, unit }),
        state: from_word(row.get(5)?)?,
        promised_on: row.get(7)?,
        closed_at: row.get(6)?,
    })
}

fn money(minor: Option<i64>, currency: Option<String>) -> Option<Money> {
    minor.zip(currency).map(|(minor, currency)| Money { minor, currency })
}

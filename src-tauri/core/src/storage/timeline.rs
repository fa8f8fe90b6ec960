//! A contact's timeline: conversations and history in one order, read a page at a time from where the last one ended.

use chrono::NaiveTime;
use rappel_domain::follow_up::Due;
use rappel_domain::ids::{ContactId, ConversationId};
use rappel_domain::sale::Money;
use rusqlite::{Row, params};

use super::{Db, from_word};
use crate::views::{TimelineCursor, TimelineEntry, TimelinePage, TimelineWhat};
use crate::{Error, Result};

/// How many entries a page holds.
const PAGE: usize = 30;

/// One page, newest first.
pub fn page(db: &Db, contact: ContactId, before: Option<&TimelineCursor>) -> Result<TimelinePage> {
    // Both parts are read in the order (moment, key) and merged. A key is the table's letter and the row's number, padded so
    // that text order is number order.
    let (at, key) = before.map_or(("9999", "z"), |cursor| (cursor.at.as_str(), cursor.key.as_str()));
    let mut entries = conversations(db, contact, at, key)?;
    entries.extend(history(db, contact, at, key)?);
    entries.sort_by(|a, b| (&b.at, &b.key).cmp(&(&a.at, &a.key)));
    let more = entries.len() > PAGE;
    entries.truncate(PAGE);
    let next =
        entries.last().filter(|_| more).map(|last| TimelineCursor { at: last.at.clone(), key: last.key.clone() });
    Ok(TimelinePage { entries, next })
}

fn conversations(db: &Db, contact: ContactId, at: &str, key: &str) -> Result<Vec<TimelineEntry>> {
    let mut statement = db.prepare_cached(include_str!("timeline_conversations.sql"))?;
    let mut rows = statement.query(params![contact.0, at, key, PAGE + 1])?;
    let mut entries = Vec::new();
    while let Some(row) = rows.next()? {
        entries.push(conversation(row)?);
    }
    Ok(entries)
}

fn conversation(row: &Row<'_>) -> Result<TimelineEntry> {
    let follow_up = match row.get::<_, Option<chrono::NaiveDate>>(8)? {
        Some(on) => Some(Due { on, at: row.get::<_, Option<NaiveTime>>(9)? }),
        None => None,
    };
    let minor: Option<i64> = row.get(10)?;
    let currency: Option<String> = row.get(11)?;
    Ok(TimelineEntry {
        at: row.get(0)?,
        key: row.get(1)?,
        what: TimelineWhat::Conversation {
            id: ConversationId(row.get(2)?),
            channel: from_word(row.get(3)?)?,
            minutes: row.get(4)?,
            said: row.get(5)?,
            asked: row.get(6)?,
            ending: from_word(row.get(7)?)?,
            follow_up,
            sale: minor.zip(currency).map(|(minor, currency)| Money { minor, currency }),
            open_questions: row.get(12)?,
        },
    })
}

fn history(db: &Db, contact: ContactId, at: &str, key: &str) -> Result<Vec<TimelineEntry>> {
    let mut statement = db.prepare_cached(
        "SELECT h.at, printf('h%019d', h.id), h.what, h.other_id, s.name FROM history h
         LEFT JOIN contact_state s ON s.contact_id = h.other_id
         WHERE h.contact_id = ?1 AND (h.at, printf('h%019d', h.id)) < (?2, ?3) AND h.at <= ?2
         ORDER BY h.at DESC, h.id DESC LIMIT ?4",
    )?;
    let mut rows = statement.query(params![contact.0, at, key, PAGE + 1])?;
    let mut entries = Vec::new();
    while let Some(row) = rows.next()? {
        let json: String = row.get(2)?;
        let what = serde_json::from_str(&json).map_err(|error| Error::Internal(error.to_string()))?;
        let other = row.get::<_, Option<i64>>(3)?.map(ContactId).zip(row.get(4)?);
        entries.push(TimelineEntry { at: row.get(0)?, key: row.get(1)?, what: TimelineWhat::Happened { what, other } });
    }
    Ok(entries)
}

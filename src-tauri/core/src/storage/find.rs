//! Looking for words everywhere, a few hits of each kind, from the full-text indexes.

use chrono::NaiveDateTime;
use rappel_domain::ids::{CompanyId, ContactId};
use rusqlite::params;

use super::by_name::ByName;
use super::found::{self, RANKED_FROM, SearchWords};
use super::{Db, people};
use crate::Result;
use crate::views::{CompanyHit, Found, TextHit};

/// How many people are shown, and how many hits of the other kinds.
const PEOPLE: usize = 6;
const OTHERS: u32 = 4;
/// What stands around the words that were looked for, in the answers of the index only.
const MARKS: (char, char) = ('\u{2}', '\u{3}');

/// What the words are found in; nothing where there are none.
pub fn everywhere(db: &Db, typed: &str, by_name: &ByName) -> Result<Found> {
    let Some(words) = found::search_words(typed) else { return Ok(Found::default()) };
    let people = people::rows(db, &found::about(db, &words, by_name, Some(PEOPLE))?)?;
    let mut found = Found { people, companies: companies(db, &words)?, ..Found::default() };
    // One letter stands in every text.
    if words.longest >= RANKED_FROM {
        found.said = said(db, &words)?;
        found.questions = questions(db, &words)?;
    }
    Ok(found)
}

fn companies(db: &Db, words: &SearchWords) -> Result<Vec<CompanyHit>> {
    let mut statement = db.prepare_cached(
        "SELECT c.id, c.name, (SELECT count(*) FROM contact WHERE company_id = c.id AND trashed_at IS NULL)
         FROM company_search JOIN company c ON c.id = company_search.rowid
         WHERE company_search MATCH ?1 AND EXISTS (SELECT 1 FROM contact WHERE company_id = c.id AND trashed_at IS NULL)
         LIMIT ?2",
    )?;
    let rows = statement.query_map(params![words.plain, OTHERS], |row| {
        Ok(CompanyHit { id: CompanyId(row.get(0)?), name: row.get(1)?, people: row.get(2)? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn said(db: &Db, words: &SearchWords) -> Result<Vec<TextHit>> {
    hits(
        db,
        "SELECT c.contact_id, s.name, c.at, snippet(conversation_search, 0, ?3, ?4, '…', 14)
         FROM conversation_search JOIN conversation c ON c.id = conversation_search.rowid
         JOIN contact_state s ON s.contact_id = c.contact_id
         WHERE conversation_search MATCH ?1 AND c.trashed_at IS NULL AND s.place <> 'trash'
         ORDER BY conversation_search.rowid DESC LIMIT ?2",
        words,
    )
}

fn questions(db: &Db, words: &SearchWords) -> Result<Vec<TextHit>> {
    hits(
        db,
        "SELECT q.contact_id, s.name, q.asked_on || ' 00:00:00', snippet(question_search, -1, ?3, ?4, '…', 14)
         FROM question_search JOIN question q ON q.id = question_search.rowid
         JOIN contact_state s ON s.contact_id = q.contact_id
         WHERE question_search MATCH ?1 AND s.place <> 'trash'
         ORDER BY question_search.rowid DESC LIMIT ?2",
        words,
    )
}

fn hits(db: &Db, sql: &str, words: &SearchWords) -> Result<Vec<TextHit>> {
    let mut statement = db.prepare_cached(sql)?;
    let rows = statement.query_map(params![words.plain, OTHERS, MARKS.0.to_string(), MARKS.1.to_string()], |row| {
        let text: String = row.get(3)?;
        Ok(TextHit {
            contact: ContactId(row.get(0)?),
            name: row.get(1)?,
            on: row.get::<_, NaiveDateTime>(2)?.date(),
            parts: text.split([MARKS.0, MARKS.1]).map(str::to_owned).collect(),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

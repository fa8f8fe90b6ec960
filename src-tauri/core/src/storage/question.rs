//! Questions and worries, open until they are answered; an answer waits until it was told.

use std::collections::HashSet;

use chrono::NaiveDate;
use rappel_domain::ids::{ContactId, ConversationId, QuestionId};
use rappel_domain::question::{QuestionShelf, is_like, likeness, stems};
use rusqlite::{OptionalExtension, Row, params};

use super::count::{self, Counted};
use super::found::search_words;
use super::{Db, derived};
use crate::views::{QuestionOrder, QuestionView, QuestionsQuery, SimilarAnswer};
use crate::{Error, Result};

/// Writes a question.
pub fn insert(
    db: &Db,
    contact: ContactId,
    conversation: Option<ConversationId>,
    question: &str,
    on: NaiveDate,
) -> Result<QuestionId> {
    db.prepare_cached(
        "INSERT INTO question (contact_id, conversation_id, question, asked_on) VALUES (?1, ?2, ?3, ?4)",
    )?
    .execute(params![contact.0, conversation.map(|id| id.0), question, on])?;
    Ok(QuestionId(db.last_insert_rowid()))
}

/// Writes the answer, which is then to be told; none opens the question again.
pub fn set_answer(db: &Db, id: QuestionId, answer: Option<&str>, on: NaiveDate) -> Result<()> {
    db.prepare_cached("UPDATE question SET answer = ?2, answered_on = ?3, told_on = NULL WHERE id = ?1")?
        .execute(params![id.0, answer, answer.map(|_| on)])?;
    Ok(())
}

/// Writes when the answer was told, or that it was not.
pub fn set_told(db: &Db, id: QuestionId, on: Option<NaiveDate>) -> Result<()> {
    db.prepare_cached("UPDATE question SET told_on = ?2 WHERE id = ?1")?.execute(params![id.0, on])?;
    Ok(())
}

/// A question.
///
/// # Errors
/// `not_found` when there is none.
pub fn get(db: &Db, id: QuestionId) -> Result<QuestionView> {
    db.prepare_cached(&format!("SELECT {COLUMNS} {FROM} WHERE q.id = ?1"))?
        .query_row([id.0], view)
        .optional()?
        .ok_or_else(Error::not_found)
}

/// The questions of a conversation, as they stand.
pub fn of_conversation(db: &Db, conversation: ConversationId) -> Result<Vec<String>> {
    let mut statement = db.prepare_cached("SELECT question FROM question WHERE conversation_id = ?1")?;
    let rows = statement.query_map([conversation.0], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

const FROM: &str = "FROM question q JOIN contact_state s ON s.contact_id = q.contact_id";
const COLUMNS: &str =
    "q.id, q.contact_id, s.name, s.place, s.step_id, q.question, q.asked_on, q.answer, q.answered_on, q.told_on";
/// Of people who may be contacted.
const WITHIN_REACH: &str = "s.within_reach";

fn view(row: &Row<'_>) -> rusqlite::Result<QuestionView> {
    Ok(QuestionView {
        id: QuestionId(row.get(0)?),
        contact: ContactId(row.get(1)?),
        name: row.get(2)?,
        place: derived::read_place(&row.get::<_, String>(3)?, row.get(4)?),
        question: row.get(5)?,
        asked_on: row.get(6)?,
        answer: row.get(7)?,
        answered_on: row.get(8)?,
        told_on: row.get(9)?,
    })
}

fn on_shelf(shelf: QuestionShelf) -> &'static str {
    match shelf {
        QuestionShelf::Open => "q.answered_on IS NULL",
        QuestionShelf::ToTell => "q.answered_on IS NOT NULL AND q.told_on IS NULL",
        QuestionShelf::Told => "q.told_on IS NOT NULL",
    }
}

/// The questions of a shelf by the index that holds only these: without figures about the table, SQLite would read all that were
/// ever asked.
fn from_shelf(shelf: QuestionShelf) -> &'static str {
    match shelf {
        QuestionShelf::Open => "question q INDEXED BY question_open",
        QuestionShelf::ToTell => "question q INDEXED BY question_to_tell",
        QuestionShelf::Told => "question q INDEXED BY question_told",
    }
}

/// The day by which a shelf is ordered: what waits, by when it began to.
fn day(shelf: QuestionShelf) -> &'static str {
    match shelf {
        QuestionShelf::Open => "q.asked_on",
        QuestionShelf::ToTell => "q.answered_on",
        QuestionShelf::Told => "q.told_on",
    }
}

/// A contact's questions of a shelf, what has waited longest first, at most 200.
pub fn of_contact(db: &Db, contact: ContactId, shelf: QuestionShelf) -> Result<Vec<QuestionView>> {
    let mut statement = db.prepare_cached(&format!(
        "SELECT {COLUMNS} {FROM} WHERE q.contact_id = ?1 AND {} ORDER BY {}, q.id LIMIT 200",
        on_shelf(shelf),
        day(shelf)
    ))?;
    let rows = statement.query_map([contact.0], view)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// In the order of the index.
fn open_sql() -> String {
    format!(
        "SELECT {COLUMNS} FROM {} CROSS JOIN contact_state s ON s.contact_id = q.contact_id
         WHERE {} AND {WITHIN_REACH} ORDER BY q.asked_on, q.id LIMIT ?1",
        from_shelf(QuestionShelf::Open),
        on_shelf(QuestionShelf::Open)
    )
}

/// Everyone's open questions, oldest first; not those of people who are out of reach.
pub fn open(db: &Db, limit: u32) -> Result<Vec<QuestionView>> {
    let mut statement = db.prepare_cached(&open_sql())?;
    let rows = statement.query_map([limit], view)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// How many questions of people within reach are open.
pub fn count_open(db: &Db) -> Result<u32> {
    count::in_all(db, Counted::Asked)
}

/// How many answers people within reach still have to be told.
pub fn count_to_tell(db: &Db) -> Result<u32> {
    count::in_all(db, Counted::ToTell)
}

/// Who waits for an answer that is there, whoever waits longest first.
pub fn to_tell(db: &Db) -> Result<Vec<i64>> {
    let mut statement = db.prepare_cached(&format!(
        "SELECT q.contact_id FROM {} JOIN contact_state s ON s.contact_id = q.contact_id
         WHERE {} AND {WITHIN_REACH} ORDER BY q.answered_on, q.id",
        from_shelf(QuestionShelf::ToTell),
        on_shelf(QuestionShelf::ToTell)
    ))?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The numbers of the questions that are asked for, in their order. What was told is listed whoever asked, but for the trash.
pub fn snapshot(db: &Db, query: &QuestionsQuery) -> Result<Vec<i64>> {
    let (shelf, day) = (on_shelf(query.shelf), day(query.shelf));
    let who = if query.shelf == QuestionShelf::Told { "s.place <> 'trash'" } else { WITHIN_REACH };
    let order = match query.order {
        QuestionOrder::Oldest => format!("{day}, q.id"),
        QuestionOrder::Newest => format!("{day} DESC, q.id DESC"),
        QuestionOrder::Person => format!("s.sort_key, s.contact_id, {day}, q.id"),
    };
    let words = search_words(&query.search);
    let from = match words {
        None => from_shelf(query.shelf),
        Some(_) => "question_search JOIN question q ON q.id = question_search.rowid",
    };
    let found = if words.is_some() { "question_search MATCH ?1" } else { "?1 = ''" };
    let sql = format!(
        "SELECT q.id FROM {from} JOIN contact_state s ON s.contact_id = q.contact_id
         WHERE {found} AND {shelf} AND {who} ORDER BY {order}"
    );
    let mut statement = db.prepare_cached(&sql)?;
    let rows = statement.query_map([words.map(|it| it.plain).unwrap_or_default()], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// These questions in their order, without those that are gone.
pub fn rows(db: &Db, ids: &[i64]) -> Result<Vec<QuestionView>> {
    let mut statement = db.prepare_cached(&format!("SELECT {COLUMNS} {FROM} WHERE q.id = ?1"))?;
    let mut found = Vec::with_capacity(ids.len());
    for id in ids {
        found.extend(statement.query_row([id], view).optional()?);
    }
    Ok(found)
}

/// Of so many questions that share a word with the asked one, the newest, the likest are looked for.
const CANDIDATES: u32 = 1000;
/// How many answers are offered.
const OFFERED: usize = 5;

/// What was answered to similar questions, the likest first and of these the newest; each answer once.
pub fn similar(db: &Db, asked: &QuestionView) -> Result<Vec<SimilarAnswer>> {
    let asked_stems = stems(&asked.question);
    if asked_stems.is_empty() {
        return Ok(Vec::new());
    }
    // Letters and digits only, each quoted: nothing in it is an operator.
    let any = asked_stems.iter().map(|stem| format!("\"{stem}\"*")).collect::<Vec<_>>().join(" OR ");
    let mut statement = db.prepare_cached(
        "SELECT q.id, q.question, q.answer, s.name, q.answered_on
         FROM (SELECT rowid FROM question_search WHERE question_search MATCH ?1 ORDER BY rowid DESC LIMIT ?2) hit
         JOIN question q ON q.id = hit.rowid JOIN contact_state s ON s.contact_id = q.contact_id
         WHERE q.answered_on IS NOT NULL AND q.id <> ?3 AND s.place <> 'trash'",
    )?;
    let rows = statement.query_map(params![format!("question : ({any})"), CANDIDATES, asked.id.0], |row| {
        Ok(SimilarAnswer {
            id: QuestionId(row.get(0)?),
            question: row.get(1)?,
            answer: row.get(2)?,
            name: row.get(3)?,
            answered_on: row.get(4)?,
        })
    })?;
    let mut found = Vec::new();
    for row in rows {
        let it = row?;
        let common = likeness(&asked_stems, &it.question);
        if is_like(&asked_stems, common) {
            found.push((common, it));
        }
    }
    found.sort_by(|(a, one), (b, other)| {
        b.cmp(a).then_with(|| (other.answered_on, other.id).cmp(&(one.answered_on, one.id)))
    });
    let mut seen = HashSet::new();
    let mut offered: Vec<_> = found.into_iter().map(|(_, it)| it).filter(|it| seen.insert(it.answer.clone())).collect();
    offered.truncate(OFFERED);
    Ok(offered)
}

#[cfg(test)]
mod tests {
    use crate::storage::Store;

    #[test]
    fn the_oldest_open_questions_are_read_in_the_order_of_their_index() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path()).unwrap();
        let db = store.writer();
        let mut statement = db.prepare(&format!("EXPLAIN QUERY PLAN {}", super::open_sql())).unwrap();
        let plan = statement.raw_query().mapped(|row| row.get::<_, String>(3));
        let plan: Vec<_> = plan.collect::<rusqlite::Result<_>>().unwrap();
        assert_eq!(plan[0], "SCAN q USING INDEX question_open");
        assert!(!plan.iter().any(|step| step.contains("TEMP B-TREE")), "{plan:#?}");
    }
}

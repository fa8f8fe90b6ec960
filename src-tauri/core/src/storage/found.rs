//! Who is found by words: by those about them, the best match first, and then by what was said to them.

use std::collections::HashSet;

use super::by_name::ByName;
use super::{Db, people};
use crate::Result;
use crate::clock::Now;
use crate::views::{PeopleQuery, StageFilter};

/// Prefixes shorter than this are not ranked: over a million rows that takes seconds.
pub(super) const RANKED_FROM: usize = 3;
/// So short a prefix is ranked only while it finds no more than this.
const RANKED_AT_MOST: usize = 1000;
/// The best match: a name counts most, then the company.
const RANK: &str = "bm25(contact_search, 10, 5, 3, 3, 2, 2, 1)";
/// At most so many people are found by what was said to them.
const NOTE_HITS: usize = 1000;

/// Words as an expression of FTS5.
pub(super) struct SearchWords {
    /// For people, whose phone numbers have a column of digits.
    pub(super) expression: String,
    /// For texts.
    pub(super) plain: String,
    /// The letters of the longest word: one of many letters is enough to be particular.
    pub(super) longest: usize,
}

/// What somebody typed, as an expression in which nothing they typed is an operator; none when nothing is searched for.
pub(super) fn search_words(typed: &str) -> Option<SearchWords> {
    let words: Vec<&str> =
        typed.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(12).collect();
    let longest = words.iter().map(|word| word.chars().count()).max()?;
    let all = words.iter().map(|word| format!("\"{word}\"*")).collect::<Vec<_>>().join(" AND ");
    // A number is found however it is written: +31 6 555 014 88, 06-55501488.
    let digits: String = words.concat();
    let is_number = digits.len() > 2 && words.len() > 1 && digits.chars().all(|c| c.is_ascii_digit());
    let expression = if is_number {
        let bare = digits.strip_prefix("00").unwrap_or(&digits);
        format!("(digits : \"{bare}\"*) OR ({all})")
    } else {
        all.clone()
    };
    Some(SearchWords { expression, plain: all, longest })
}

/// Everybody whom words find and a query lets through, in their order.
pub(super) fn people(
    db: &Db,
    words: &SearchWords,
    query: &PeopleQuery,
    now: &Now,
    by_name: &ByName,
) -> Result<Vec<i64>> {
    let mut ids = about(db, words, by_name, None)?;
    if words.longest >= RANKED_FROM {
        let seen: HashSet<i64> = ids.iter().copied().collect();
        let said = said(db, words)?;
        ids.extend(by_name.sorted(&said).into_iter().filter(|id| !seen.contains(id)));
        // Of those in the trash nothing is found but what was said to them.
        ids.extend(
            said.into_iter().filter(|id| query.stages.contains(&StageFilter::Trash) && by_name.place(*id).is_none()),
        );
    }
    if people::is_filtered(query) {
        let through: HashSet<i64> = people::among(db, query, now, &ids, None)?.into_iter().collect();
        ids.retain(|id| through.contains(id));
    }
    Ok(ids)
}

/// How many people words find and a query lets through, counted up to `most`. Nothing is put in order.
pub(super) fn count(db: &Db, words: &SearchWords, query: &PeopleQuery, now: &Now, most: u32) -> Result<usize> {
    let mut ids = matching(db, &words.expression, None)?;
    if words.longest >= RANKED_FROM {
        ids.extend(said(db, words)?);
    }
    Ok(people::among(db, query, now, &ids, Some(most))?.len())
}

/// Whom words about them find, the first `most` of them.
pub(super) fn about(db: &Db, words: &SearchWords, by_name: &ByName, most: Option<usize>) -> Result<Vec<i64>> {
    let short = words.longest <= RANKED_FROM;
    if short {
        let unranked = words.longest < RANKED_FROM;
        let found = matching(db, &words.expression, most.map(|most| if unranked { most } else { RANKED_AT_MOST + 1 }))?;
        if unranked || found.len() > RANKED_AT_MOST {
            return by_their_names(db, words, by_name, found, most);
        }
    }
    let mut statement =
        db.prepare_cached(&format!("SELECT rowid, {RANK} FROM contact_search WHERE contact_search MATCH ?1"))?;
    let rows = statement.query_map([&words.expression], |row| Ok((row.get::<_, f64>(1)?, row.get::<_, i64>(0)?)))?;
    let mut ranked = Vec::new();
    for row in rows {
        let (rank, id) = row?;
        ranked.push((rank, by_name.place(id), id));
    }
    ranked.sort_unstable_by(|one, other| one.0.total_cmp(&other.0).then_with(|| one.1.cmp(&other.1)));
    ranked.truncate(most.unwrap_or(usize::MAX));
    Ok(ranked.into_iter().map(|(.., id)| id).collect())
}

/// Too many to be ranked: by their names; before the others, where three letters may be a whole one, those who are called so.
fn by_their_names(
    db: &Db,
    words: &SearchWords,
    by_name: &ByName,
    found: Vec<i64>,
    most: Option<usize>,
) -> Result<Vec<i64>> {
    let mut ids = Vec::new();
    if words.longest == RANKED_FROM {
        ids = by_name.sorted(&matching(db, &format!("name : ({})", words.plain), most)?);
    }
    let called: HashSet<i64> = ids.iter().copied().collect();
    let others = by_name.sorted(&found);
    ids.extend(others.into_iter().filter(|id| !called.contains(id)));
    ids.truncate(most.unwrap_or(usize::MAX));
    Ok(ids)
}

/// Whom an expression finds, in the order of their numbers; nobody of the trash has words there.
fn matching(db: &Db, expression: &str, most: Option<usize>) -> Result<Vec<i64>> {
    let mut statement = db.prepare_cached("SELECT rowid FROM contact_search WHERE contact_search MATCH ?1 LIMIT ?2")?;
    let most = most.and_then(|most| i64::try_from(most).ok()).unwrap_or(-1);
    let rows = statement.query_map((expression, most), |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// With whom words were said, the latest of them.
fn said(db: &Db, words: &SearchWords) -> Result<Vec<i64>> {
    let mut statement = db.prepare_cached(
        "SELECT c.contact_id FROM conversation_search JOIN conversation c ON c.id = conversation_search.rowid
         WHERE conversation_search MATCH ?1 AND c.trashed_at IS NULL ORDER BY conversation_search.rowid DESC",
    )?;
    let mut rows = statement.query([&words.plain])?;
    let mut found = HashSet::new();
    while let Some(row) = rows.next()? {
        found.insert(row.get(0)?);
        if found.len() == NOTE_HITS {
            break;
        }
    }
    Ok(found.into_iter().collect())
}

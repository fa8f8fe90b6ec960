//! The ordered lists of people and their rows. A list is a snapshot of ids; rows are read for the ids in sight only.

use chrono::{Days, NaiveTime};
use rappel_domain::follow_up::Due;
use rappel_domain::ids::ContactId;
use rappel_domain::process::Place;
use rusqlite::{Row, named_params};

use super::by_name::ByName;
use super::{Db, derived, field, found, from_word, insight};
use crate::clock::Now;
use crate::views::{NextFilter, PeopleOrder, PeopleQuery, PersonRow, StageFilter};
use crate::{Error, Result};

/// The ids of the people a query asks for, in its order; for words, with the order of names if it is known already.
pub fn snapshot(db: &Db, query: &PeopleQuery, now: &Now, by_name: Option<&ByName>) -> Result<Vec<i64>> {
    if let Some(words) = found::search_words(&query.search) {
        return match by_name {
            Some(by_name) => found::people(db, &words, query, now, by_name),
            None => found::people(db, &words, query, now, &ByName::read(db)?),
        };
    }
    let order = match query.order {
        PeopleOrder::Name => "ORDER BY s.sort_key, s.contact_id",
        PeopleOrder::Next => "ORDER BY s.next_on IS NULL, s.next_on, s.next_at IS NULL, s.next_at, s.contact_id",
        PeopleOrder::LastTalk => "ORDER BY s.last_talk_at DESC, s.contact_id",
        PeopleOrder::Newest => "ORDER BY s.contact_id DESC",
    };
    let mut ids = select(db, query, now, &Part { order, ..Part::ALL })?;
    if query.reverse {
        ids.reverse();
    }
    Ok(ids)
}

/// Whether a query asks for words.
pub fn is_search(query: &PeopleQuery) -> bool {
    found::search_words(&query.search).is_some()
}

/// How many people a query finds, counted up to `most`. Nothing is put in order.
pub fn count(db: &Db, query: &PeopleQuery, now: &Now, most: u32) -> Result<u32> {
    let found = match found::search_words(&query.search) {
        None => select(db, query, now, &Part { most: Some(most), ..Part::ALL })?.len(),
        Some(words) => found::count(db, &words, query, now, most)?,
    };
    Ok(u32::try_from(found).unwrap_or(most).min(most))
}

/// Whether a query lets only some of those outside the trash through, whatever its words.
pub(super) fn is_filtered(query: &PeopleQuery) -> bool {
    let PeopleQuery { stages, next, sources, tags, batch, behind, fields, .. } = query;
    let lists = [stages.is_empty(), sources.is_empty(), tags.is_empty(), fields.is_empty()];
    lists.contains(&false) || next.is_some() || batch.is_some() || behind.is_some()
}

/// Those of these people whom a query lets through, in no order.
pub(super) fn among(db: &Db, query: &PeopleQuery, now: &Now, ids: &[i64], most: Option<u32>) -> Result<Vec<i64>> {
    let (ids, condition) = (json(&ids)?, "s.contact_id IN (SELECT value FROM json_each(:ids))");
    select(db, query, now, &Part { condition, ids: &ids, most, ..Part::ALL })
}

/// Which people, before the filters of a query, and in which order; all of it fixed pieces of SQL but for the numbers, which are bound.
struct Part<'a> {
    condition: &'a str,
    order: &'a str,
    ids: &'a str,
    most: Option<u32>,
}

impl Part<'static> {
    /// Everybody, in no order.
    const ALL: Self = Self { condition: "true", order: "", ids: "[]", most: None };
}

/// Runs one of the fixed lists above; the query's own values are bound, never written into the SQL.
fn select(db: &Db, query: &PeopleQuery, now: &Now, part: &Part<'_>) -> Result<Vec<i64>> {
    let Part { condition, order, ids, most } = part;
    let places: Vec<_> = query.stages.iter().flat_map(|stage| places(*stage)).collect();
    let stage =
        if places.is_empty() { "s.place <> 'trash'" } else { "s.place IN (SELECT value FROM json_each(:places))" };
    let next = match query.next {
        None => "true",
        Some(NextFilter::Overdue) => "s.next_on < :today",
        Some(NextFilter::Today) => "s.next_on = :today",
        Some(NextFilter::Week) => "s.next_on BETWEEN :today AND :week",
        Some(NextFilter::None) => "s.next_on IS NULL",
    };
    let source =
        if query.sources.is_empty() { "true" } else { "s.source_id IN (SELECT value FROM json_each(:sources))" };
    let tag = if query.tags.is_empty() {
        "true"
    } else {
        "EXISTS (SELECT 1 FROM contact_tag c JOIN tag t ON t.id = c.tag_id
          WHERE c.contact_id = s.contact_id AND t.name_key IN (SELECT value FROM json_each(:tags)))"
    };
    let batch = match query.batch {
        None => "true",
        Some(_) => {
            "s.contact_id IN (SELECT id FROM contact WHERE batch_id = :batch
              UNION SELECT contact_id FROM batch_change WHERE batch_id = :batch)"
        }
    };
    let behind = match &query.behind {
        None => "true",
        Some(_) => "s.contact_id IN (SELECT value FROM json_each(:behind))",
    };
    let fields = field::condition(db, &query.fields)?;
    // Without one, so that the plan of a whole list does not hang on it.
    let limit = if most.is_some() { "LIMIT :most" } else { "" };
    let filters = [stage, next, source, tag, batch, behind, &fields].join(" AND ");
    let sql = format!(
        // The first line names every parameter, so that all can be bound whichever conditions are in use.
        "WITH unused AS (SELECT :ids, :places, :today, :week, :sources, :tags, :batch, :behind, :fields, :most)
         SELECT s.contact_id FROM contact_state s WHERE {condition} AND {filters} {order} {limit}"
    );
    let sources: Vec<i64> = query.sources.iter().map(|id| id.0).collect();
    let tags: Vec<String> = query.tags.iter().map(|tag| tag.to_lowercase()).collect();
    let behind_it = query.behind.as_ref().map(|it| json(&insight::behind(db, it, now.today())?)).transpose()?;
    let mut statement = db.prepare_cached(&sql)?;
    let rows = statement.query_map(
        named_params! {
            ":ids": ids,
            ":places": json(&places)?,
            ":today": now.today(),
            ":week": now.today() + Days::new(7),
            ":sources": json(&sources)?,
            ":tags": json(&tags)?,
            ":batch": query.batch.map(|id| id.0),
            ":behind": behind_it,
            ":fields": json(&query.fields)?,
            ":most": most,
        },
        |row| row.get(0),
    )?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn json<T: serde::Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|error| Error::Internal(error.to_string()))
}

/// The words of the places a stage filter lets through.
pub fn places(stage: StageFilter) -> &'static [&'static str] {
    match stage {
        StageFilter::Lead => &["lead"],
        StageFilter::InProcess => &["step"],
        StageFilter::Customer => &["customer"],
        StageFilter::RepeatCustomer => &["repeat_customer"],
        StageFilter::Later => &["later"],
        StageFilter::Declined => &["declined_agreed", "declined_not_asked"],
        StageFilter::DoNotContact => &["do_not_contact"],
        StageFilter::NotAFit => &["not_a_fit"],
        StageFilter::Trash => &["trash"],
    }
}

const ROW: &str =
    "SELECT s.contact_id, s.name, s.company, s.place, s.step_id, p.name, s.lifecycle, s.promising, s.asked,
    s.asked_of, s.sale_count, s.last_sale_on, s.next_on, s.next_at, s.last_talk_at, ifnull(src.name, ''),
    b.kind IS NOT NULL
  FROM contact_state s
  JOIN contact c ON c.id = s.contact_id
  LEFT JOIN step p ON p.id = s.step_id
  LEFT JOIN source src ON src.id = s.source_id
  LEFT JOIN batch b ON b.id = c.batch_id AND b.kind = 'sample'";

fn read(row: &Row<'_>) -> rusqlite::Result<(PersonRow, String)> {
    let place = derived::read_place(&row.get::<_, String>(3)?, row.get(4)?);
    let next_on: Option<chrono::NaiveDate> = row.get(12)?;
    let next = match next_on {
        Some(on) => Some(Due { on, at: row.get::<_, Option<NaiveTime>>(13)? }),
        None => None,
    };
    let person = PersonRow {
        id: ContactId(row.get(0)?),
        name: row.get(1)?,
        company: row.get(2)?,
        place,
        step: row.get(5)?,
        lifecycle: rappel_domain::process::Lifecycle::Lead,
        promising: row.get(7)?,
        asked: row.get(8)?,
        asked_of: row.get(9)?,
        sales: row.get(10)?,
        last_sale: row.get(11)?,
        no_next_step: matches!(place, Place::Step { .. }) && next.is_none(),
        next,
        last_talk: row.get(14)?,
        source: row.get(15)?,
        sample: row.get(16)?,
    };
    Ok((person, row.get(6)?))
}

/// The rows of these people, in the order given; those that are gone are left out.
pub fn rows(db: &Db, ids: &[i64]) -> Result<Vec<PersonRow>> {
    let mut statement = db.prepare_cached(&format!("{ROW} WHERE s.contact_id = ?1"))?;
    let mut found = Vec::with_capacity(ids.len());
    for id in ids {
        let mut rows = statement.query([id])?;
        if let Some(row) = rows.next()? {
            let (mut person, lifecycle) = read(row)?;
            person.lifecycle = from_word(lifecycle)?;
            found.push(person);
        }
    }
    Ok(found)
}

/// One person's row.
///
/// # Errors
/// `not_found` when there is none.
pub fn row(db: &Db, contact: ContactId) -> Result<PersonRow> {
    rows(db, &[contact.0])?.pop().ok_or_else(Error::not_found)
}

/// A person's name, for a toast; empty where there is none.
pub fn name(db: &Db, contact: ContactId) -> Result<String> {
    let mut statement = db.prepare_cached("SELECT name FROM contact_state WHERE contact_id = ?1")?;
    let mut rows = statement.query([contact.0])?;
    Ok(match rows.next()? {
        Some(row) => row.get(0)?,
        None => String::new(),
    })
}

/// Leads that can be asked, the promising and most asked first, then in the order they came in.
pub fn qualify_queue(db: &Db) -> Result<Vec<i64>> {
    let mut statement = db.prepare_cached(
        "SELECT contact_id FROM contact_state WHERE place = 'lead' ORDER BY promising DESC, asked DESC, contact_id",
    )?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Attempts without an answer since the last talk.
pub fn attempts(db: &Db, contact: ContactId) -> Result<u32> {
    Ok(db
        .prepare_cached("SELECT attempts FROM contact_state WHERE contact_id = ?1")?
        .query_row([contact.0], |row| row.get(0))?)
}

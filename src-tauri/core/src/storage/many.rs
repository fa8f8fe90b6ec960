//! What is asked about many people at once, in one question for all of them.

use std::collections::HashSet;

use rappel_domain::ids::{ContactId, SourceId};
use rappel_domain::process::{Lifecycle, Place};

use super::{Db, derived, from_word};
use crate::{Error, Result};

fn json(ids: &[ContactId]) -> Result<String> {
    let ids: Vec<i64> = ids.iter().map(|id| id.0).collect();
    serde_json::to_string(&ids).map_err(|error| Error::Internal(error.to_string()))
}

/// Where these people stand; those who are gone are left out.
pub fn standings(db: &Db, ids: &[ContactId]) -> Result<Vec<(ContactId, Place, Lifecycle)>> {
    let mut statement = db.prepare_cached(
        "SELECT s.contact_id, s.place, s.step_id, s.lifecycle
         FROM json_each(?1) i JOIN contact_state s ON s.contact_id = i.value",
    )?;
    let mut rows = statement.query([json(ids)?])?;
    let mut found = Vec::with_capacity(ids.len());
    while let Some(row) = rows.next()? {
        let place = derived::read_place(&row.get::<_, String>(1)?, row.get(2)?);
        found.push((ContactId(row.get(0)?), place, from_word(row.get(3)?)?));
    }
    Ok(found)
}

fn set(db: &Db, sql: &str, value: impl rusqlite::ToSql) -> Result<HashSet<ContactId>> {
    let mut statement = db.prepare_cached(sql)?;
    let rows = statement.query_map([value], |row| Ok(ContactId(row.get(0)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Who has a tag of that name, in capitals or not.
pub fn with_tag(db: &Db, name: &str) -> Result<HashSet<ContactId>> {
    set(
        db,
        "SELECT c.contact_id FROM tag t JOIN contact_tag c ON c.tag_id = t.id WHERE t.name_key = ?1",
        name.trim().to_lowercase(),
    )
}

/// Who has so many tags or more.
pub fn with_tags(db: &Db, count: usize) -> Result<HashSet<ContactId>> {
    set(db, "SELECT contact_id FROM contact_tag GROUP BY contact_id HAVING count(*) >= ?1", count)
}

/// Who came from a source; from none where that is meant.
pub fn with_source(db: &Db, source: Option<SourceId>) -> Result<HashSet<ContactId>> {
    set(db, "SELECT id FROM contact WHERE source_id IS ?1", source.map(|id| id.0))
}

/// How many open follow-ups these people have in all.
pub fn open_follow_ups(db: &Db, ids: &[ContactId]) -> Result<u32> {
    Ok(db
        .prepare_cached(
            "SELECT count(*) FROM json_each(?1) i JOIN follow_up f ON f.contact_id = i.value AND f.state = 'open'",
        )?
        .query_row([json(ids)?], |row| row.get(0))?)
}

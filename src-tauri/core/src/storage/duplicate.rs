//! What may show that two people are one, and of which two it was said that they are not.

use std::collections::{BTreeSet, HashMap};

use rappel_domain::duplicate::Traits;
use rappel_domain::ids::{CompanyId, ContactId};
use rusqlite::{Row, params};

use super::Db;
use crate::Result;

/// What tells these people apart, in the order given; all people outside the trash when none are given.
pub fn traits(db: &Db, of: Option<&[ContactId]>) -> Result<Vec<Traits>> {
    let mut people = Vec::new();
    each(db, of, (PEOPLE, "id"), |row| {
        let company: Option<i64> = row.get(2)?;
        people.push(Traits::new(ContactId(row.get(0)?), &row.get::<_, String>(1)?, company.map(CompanyId)));
        Ok(())
    })?;
    let places: HashMap<i64, usize> = people.iter().map(|it: &Traits| it.id.0).zip(0..).collect();
    each(db, of, (REACH, "contact_id"), |row| {
        if let Some(at) = places.get(&row.get(0)?) {
            let normal: String = row.get(1)?;
            let known = if row.get(2)? { &mut people[*at].emails } else { &mut people[*at].phones };
            known.insert(normal);
        }
        Ok(())
    })?;
    each(db, of, (TOWNS, "contact_id"), |row| {
        if let Some(at) = places.get(&row.get(0)?) {
            people[*at].add_town(&row.get::<_, String>(1)?);
        }
        Ok(())
    })?;
    Ok(people)
}

const PEOPLE: &str = "SELECT id, CASE WHEN given || family = '' THEN display ELSE given || ' ' || particle || ' ' || family END, company_id
    FROM contact WHERE trashed_at IS NULL";
const REACH: &str = "SELECT contact_id, normal, kind = 'email' FROM reach WHERE normal IS NOT NULL";
const TOWNS: &str = "SELECT contact_id, town FROM address WHERE town <> ''";

/// Goes through the rows of all, or of these people only.
fn each(
    db: &Db,
    of: Option<&[ContactId]>,
    (sql, id): (&str, &str),
    mut work: impl FnMut(&Row<'_>) -> Result<()>,
) -> Result<()> {
    let Some(of) = of else {
        let mut statement = db.prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            work(row)?;
        }
        return Ok(());
    };
    let mut statement = db.prepare_cached(&format!("{sql} AND {id} = ?1"))?;
    for contact in of {
        let mut rows = statement.query([contact.0])?;
        while let Some(row) = rows.next()? {
            work(row)?;
        }
    }
    Ok(())
}

/// The pairs of which it was said that they are not the same, the smaller number first.
pub fn told_apart(db: &Db) -> Result<BTreeSet<(ContactId, ContactId)>> {
    let mut statement = db.prepare_cached("SELECT one, other FROM not_the_same")?;
    let rows = statement.query_map([], |row| Ok((ContactId(row.get(0)?), ContactId(row.get(1)?))))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Notes that two are not the same.
pub fn tell_apart(db: &Db, a: ContactId, b: ContactId) -> Result<()> {
    db.prepare_cached("INSERT OR IGNORE INTO not_the_same (one, other) VALUES (?1, ?2)")?
        .execute(params![a.0.min(b.0), a.0.max(b.0)])?;
    Ok(())
}

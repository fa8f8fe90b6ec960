//! Companies, shared by their contacts and found by name whatever its capitals.

use rappel_domain::ids::{BatchId, CompanyId, ContactId};
use rappel_domain::sale::Money;
use rusqlite::{OptionalExtension, params};

use super::{Db, from_word};
use crate::views::{CompanyPage, CompanySale, CompanyTalk, PeopleList};
use crate::{Error, Result};

/// The company of that name, made where there is none; none for an empty name.
pub fn find_or_insert(db: &Db, name: &str) -> Result<Option<CompanyId>> {
    let name = name.trim();
    if name.is_empty() {
        return Ok(None);
    }
    if let Some(id) = named(db, name)? {
        return Ok(Some(id));
    }
    db.prepare_cached("INSERT INTO company (name, name_key) VALUES (?1, ?2)")?
        .execute(params![name, name.to_lowercase()])?;
    Ok(Some(CompanyId(db.last_insert_rowid())))
}

/// The company of that name, in capitals or not.
pub fn named(db: &Db, name: &str) -> Result<Option<CompanyId>> {
    Ok(db
        .prepare_cached("SELECT id FROM company WHERE name_key = ?1")?
        .query_row([name.trim().to_lowercase()], |row| row.get(0).map(CompanyId))
        .optional()?)
}

/// Changes what is known about it.
pub fn update(db: &Db, id: CompanyId, name: &str, website: &str, note: &str) -> Result<()> {
    db.prepare_cached("UPDATE company SET name = ?2, name_key = ?3, website = ?4, note = ?5 WHERE id = ?1")?
        .execute(params![id.0, name, name.to_lowercase(), website, note])?;
    Ok(())
}

/// Everyone who works there, those in the trash too.
pub fn people(db: &Db, id: CompanyId) -> Result<Vec<ContactId>> {
    let mut statement = db.prepare_cached("SELECT id FROM contact WHERE company_id = ?1 ORDER BY id")?;
    let rows = statement.query_map([id.0], |row| row.get(0).map(ContactId))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Who works there beside somebody and may be contacted, whoever was talked to last first.
pub fn colleagues(db: &Db, id: CompanyId, without: ContactId, limit: u32) -> Result<Vec<i64>> {
    let mut statement = db.prepare_cached(
        "SELECT c.id FROM contact c JOIN contact_state s ON s.contact_id = c.id
         WHERE c.company_id = ?1 AND c.id <> ?2 AND s.place NOT IN ('trash', 'do_not_contact')
         ORDER BY s.last_talk_at DESC, s.sort_key, c.id LIMIT ?3",
    )?;
    let rows = statement.query_map(params![id.0, without.0, limit], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// How many of the last conversations and sales a page shows, and how much of what was said.
const LAST: u32 = 50;
const SAID: u32 = 300;

/// A company's page without its list of people, and their numbers by name.
///
/// # Errors
/// `not_found`.
pub fn page(db: &Db, id: CompanyId) -> Result<(CompanyPage, Vec<i64>)> {
    let mut page = db
        .prepare_cached(
            "SELECT name, website, note, (SELECT count(*) FROM conversation v JOIN contact c ON c.id = v.contact_id
               WHERE c.company_id = company.id AND c.trashed_at IS NULL AND v.trashed_at IS NULL)
             FROM company WHERE id = ?1",
        )?
        .query_row([id.0], |row| {
            Ok(CompanyPage {
                id,
                name: row.get(0)?,
                website: row.get(1)?,
                note: row.get(2)?,
                people: PeopleList { snapshot: 0, total: 0 },
                conversations: row.get(3)?,
                talks: Vec::new(),
                sold: Vec::new(),
                sales: Vec::new(),
            })
        })
        .optional()?
        .ok_or_else(Error::not_found)?;
    page.talks = talks(db, id)?;
    page.sold = db
        .prepare_cached(
            "SELECT sum(v.amount_minor), v.currency FROM sale v JOIN contact c ON c.id = v.contact_id
             WHERE c.company_id = ?1 AND c.trashed_at IS NULL GROUP BY v.currency ORDER BY count(*) DESC, v.currency",
        )?
        .query_map([id.0], |row| Ok(Money { minor: row.get(0)?, currency: row.get(1)? }))?
        .collect::<rusqlite::Result<_>>()?;
    page.sales = db
        .prepare_cached(
            "SELECT s.contact_id, s.name, v.what, v.amount_minor, v.currency, v.sold_on
             FROM sale v JOIN contact c ON c.id = v.contact_id JOIN contact_state s ON s.contact_id = c.id
             WHERE c.company_id = ?1 AND c.trashed_at IS NULL ORDER BY v.sold_on DESC, v.id DESC LIMIT ?2",
        )?
        .query_map(params![id.0, LAST], |row| {
            Ok(CompanySale {
                contact: ContactId(row.get(0)?),
                name: row.get(1)?,
                what: row.get(2)?,
                amount: Money { minor: row.get(3)?, currency: row.get(4)? },
                on: row.get(5)?,
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    let people = db
        .prepare_cached(
            "SELECT s.contact_id FROM contact c JOIN contact_state s ON s.contact_id = c.id
             WHERE c.company_id = ?1 AND c.trashed_at IS NULL ORDER BY s.sort_key, s.contact_id",
        )?
        .query_map([id.0], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    Ok((page, people))
}

fn talks(db: &Db, id: CompanyId) -> Result<Vec<CompanyTalk>> {
    let mut statement = db.prepare_cached(
        "SELECT s.contact_id, s.name, v.at, v.channel, substr(v.said, 1, ?3), v.ending
         FROM conversation v JOIN contact c ON c.id = v.contact_id JOIN contact_state s ON s.contact_id = c.id
         WHERE c.company_id = ?1 AND c.trashed_at IS NULL AND v.trashed_at IS NULL ORDER BY v.at DESC, v.id DESC LIMIT ?2",
    )?;
    let mut rows = statement.query(params![id.0, LAST, SAID])?;
    let mut talks = Vec::new();
    while let Some(row) = rows.next()? {
        talks.push(CompanyTalk {
            contact: ContactId(row.get(0)?),
            name: row.get(1)?,
            at: row.get(2)?,
            channel: from_word(row.get(3)?)?,
            said: row.get(4)?,
            ending: from_word(row.get(5)?)?,
        });
    }
    Ok(talks)
}

/// Its name.
///
/// # Errors
/// `not_found` when there is none.
pub fn name(db: &Db, id: CompanyId) -> Result<String> {
    db.prepare_cached("SELECT name FROM company WHERE id = ?1")?
        .query_row([id.0], |row| row.get(0))
        .optional()?
        .ok_or_else(Error::not_found)
}

/// The companies at which the contacts of a batch work.
pub fn of_batch(db: &Db, batch: BatchId) -> Result<Vec<CompanyId>> {
    let mut statement = db.prepare_cached(
        "SELECT DISTINCT company_id FROM contact WHERE batch_id = ?1 AND company_id IS NOT NULL ORDER BY company_id",
    )?;
    let rows = statement.query_map([batch.0], |row| Ok(CompanyId(row.get(0)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Deletes a company unless somebody works there.
pub fn delete_unused(db: &Db, id: CompanyId) -> Result<()> {
    db.prepare_cached(
        "DELETE FROM company WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM contact WHERE company_id = ?1)",
    )?
    .execute([id.0])?;
    Ok(())
}

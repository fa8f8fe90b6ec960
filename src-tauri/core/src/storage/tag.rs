//! Tags and custom fields: words that the person makes for contacts.

use std::sync::Arc;

use rappel_domain::contact::CustomValue;
use rappel_domain::ids::{BatchId, ContactId, TagId};
use rusqlite::{OptionalExtension, params};

use super::Db;
use crate::views::{TagView, Tags};
use crate::{Error, Result};

/// Gives a contact a tag, made where there is none of that name.
pub fn attach(db: &Db, contact: ContactId, name: &str) -> Result<()> {
    let (tag, _) = find_or_insert(db, name)?;
    db.prepare_cached(
        "INSERT INTO contact_tag (contact_id, tag_id) VALUES (?1, ?2) ON CONFLICT (contact_id, tag_id) DO NOTHING",
    )?
    .execute(params![contact.0, tag])?;
    Ok(())
}

/// The tag of that name, made where there is none, with the name that it has.
pub fn find_or_insert(db: &Db, name: &str) -> Result<(i64, Arc<str>)> {
    let key = name.trim().to_lowercase();
    db.prepare_cached("INSERT INTO tag (name, name_key) VALUES (?1, ?2) ON CONFLICT (name_key) DO NOTHING")?
        .execute(params![name.trim(), key])?;
    let found = db.prepare_cached("SELECT id, name FROM tag WHERE name_key = ?1")?.query_row([key], |row| {
        let name: String = row.get(1)?;
        Ok((row.get(0)?, name.into()))
    })?;
    Ok(found)
}

/// Takes a tag away from a contact. The tag itself stays.
pub fn detach(db: &Db, contact: ContactId, name: &str) -> Result<()> {
    db.prepare_cached(
        "DELETE FROM contact_tag WHERE contact_id = ?1 AND tag_id = (SELECT id FROM tag WHERE name_key = ?2)",
    )?
    .execute(params![contact.0, name.trim().to_lowercase()])?;
    Ok(())
}

/// A contact's tags by name.
pub fn of_contact(db: &Db, contact: ContactId) -> Result<Vec<String>> {
    let mut statement = db.prepare_cached(
        "SELECT t.name FROM contact_tag c JOIN tag t ON t.id = c.tag_id WHERE c.contact_id = ?1 ORDER BY t.name_key",
    )?;
    let rows = statement.query_map([contact.0], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The tags with some letters in their names, the most used first, and how many these are.
pub fn list(db: &Db, words: &str) -> Result<Tags> {
    let key = words.to_lowercase();
    let mut statement = db.prepare_cached(
        "SELECT t.id, t.name, (SELECT count(*) FROM contact_tag WHERE tag_id = t.id) AS used FROM tag t
         WHERE instr(t.name_key, ?1) > 0 ORDER BY used DESC, t.name_key LIMIT 200",
    )?;
    let rows = statement
        .query_map([&key], |row| Ok(TagView { id: TagId(row.get(0)?), name: row.get(1)?, count: row.get(2)? }))?;
    let tags = rows.collect::<rusqlite::Result<_>>()?;
    let total = db
        .prepare_cached("SELECT count(*) FROM tag WHERE instr(name_key, ?1) > 0")?
        .query_row([&key], |row| row.get(0))?;
    Ok(Tags { tags, total })
}

/// A tag's name.
///
/// # Errors
/// `not_found`.
pub fn name(db: &Db, id: TagId) -> Result<String> {
    let found =
        db.prepare_cached("SELECT name FROM tag WHERE id = ?1")?.query_row([id.0], |row| row.get(0)).optional()?;
    found.ok_or_else(Error::not_found)
}

/// The tag of a name, in capitals or not.
pub fn find(db: &Db, name: &str) -> Result<Option<TagId>> {
    Ok(db
        .prepare_cached("SELECT id FROM tag WHERE name_key = ?1")?
        .query_row([name.to_lowercase()], |row| Ok(TagId(row.get(0)?)))
        .optional()?)
}

/// Who has a tag.
pub fn people(db: &Db, id: TagId) -> Result<Vec<ContactId>> {
    let mut statement =
        db.prepare_cached("SELECT contact_id FROM contact_tag WHERE tag_id = ?1 ORDER BY contact_id")?;
    let rows = statement.query_map([id.0], |row| Ok(ContactId(row.get(0)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Gives a tag another name.
pub fn rename(db: &Db, id: TagId, name: &str) -> Result<()> {
    db.prepare_cached("UPDATE tag SET name = ?2, name_key = ?3 WHERE id = ?1")?.execute(params![
        id.0,
        name,
        name.to_lowercase()
    ])?;
    Ok(())
}

/// Gives everybody who has the one tag the other, and deletes the one.
pub fn merge(db: &Db, id: TagId, into: TagId) -> Result<()> {
    db.prepare_cached(
        "INSERT INTO contact_tag (contact_id, tag_id) SELECT contact_id, ?2 FROM contact_tag WHERE tag_id = ?1
         ON CONFLICT (contact_id, tag_id) DO NOTHING",
    )?
    .execute(params![id.0, into.0])?;
    delete(db, id)
}

/// Deletes a tag, also of those who have it.
pub fn delete(db: &Db, id: TagId) -> Result<()> {
    db.prepare_cached("DELETE FROM contact_tag WHERE tag_id = ?1")?.execute([id.0])?;
    db.prepare_cached("DELETE FROM tag WHERE id = ?1")?.execute([id.0])?;
    Ok(())
}

/// The custom field of that name, made where there is none.
pub fn find_or_insert_field(db: &Db, name: &str) -> Result<i64> {
    let key = name.trim().to_lowercase();
    db.prepare_cached(
        "INSERT INTO custom_field (name, name_key, position)
         VALUES (?1, ?2, (SELECT ifnull(max(position), 0) + 1 FROM custom_field)) ON CONFLICT (name_key) DO NOTHING",
    )?
    .execute(params![name.trim(), key])?;
    Ok(db.prepare_cached("SELECT id FROM custom_field WHERE name_key = ?1")?.query_row([key], |row| row.get(0))?)
}

/// Sets a custom field, made where there is none of that name. A later value of the same name wins.
pub fn set_custom(db: &Db, contact: ContactId, value: &CustomValue) -> Result<()> {
    let field = find_or_insert_field(db, &value.name)?;
    db.prepare_cached(
        "INSERT INTO custom_value (contact_id, field_id, value) VALUES (?1, ?2, ?3)
         ON CONFLICT (contact_id, field_id) DO UPDATE SET value = excluded.value",
    )?
    .execute(params![contact.0, field, value.value])?;
    Ok(())
}

/// The numbers of the tags that the contacts of a batch have.
pub fn of_batch(db: &Db, batch: BatchId) -> Result<Vec<i64>> {
    let mut statement = db.prepare_cached(
        "SELECT DISTINCT t.tag_id FROM contact c JOIN contact_tag t ON t.contact_id = c.id
         WHERE c.batch_id = ?1 ORDER BY t.tag_id",
    )?;
    let rows = statement.query_map([batch.0], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Deletes a tag unless somebody has it.
pub fn delete_unused(db: &Db, id: i64) -> Result<()> {
    db.prepare_cached("DELETE FROM tag WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM contact_tag WHERE tag_id = ?1)")?
        .execute([id])?;
    Ok(())
}

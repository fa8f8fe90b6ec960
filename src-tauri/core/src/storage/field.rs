//! Fields of the person's own making, what they hold, and people found by it.

use rappel_domain::custom_field::{FieldKind, FieldTest};
use rappel_domain::ids::FieldId;
use rusqlite::{OptionalExtension, params};

use super::{Db, from_word, word};
use crate::views::{CustomField, FieldFilter, FieldView};
use crate::{Error, Result};

fn choices(json: Option<String>) -> Vec<String> {
    json.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default()
}

/// All fields in their order, archived ones too.
pub fn list(db: &Db) -> Result<Vec<CustomField>> {
    let mut statement =
        db.prepare_cached("SELECT id, name, kind, choices, archived FROM custom_field ORDER BY position, id")?;
    let mut rows = statement.query([])?;
    let mut list = Vec::new();
    while let Some(row) = rows.next()? {
        list.push(CustomField {
            id: FieldId(row.get(0)?),
            name: row.get(1)?,
            kind: from_word(row.get(2)?)?,
            choices: choices(row.get(3)?),
            archived: row.get(4)?,
        });
    }
    Ok(list)
}

/// The same with how many people have a value in each.
pub fn with_use(db: &Db) -> Result<Vec<FieldView>> {
    let mut statement = db.prepare_cached("SELECT count(*) FROM custom_value WHERE field_id = ?1")?;
    let mut views = Vec::new();
    for CustomField { id, name, kind, choices, archived } in list(db)? {
        let values = statement.query_row([id.0], |row| row.get(0))?;
        views.push(FieldView { id, name, kind, choices, archived, values });
    }
    Ok(views)
}

/// Writes a new field behind the others.
pub fn insert(db: &Db, field: &CustomField) -> Result<FieldId> {
    db.prepare_cached(
        "INSERT INTO custom_field (name, name_key, kind, choices, archived, position)
         VALUES (?1, ?2, ?3, ?4, ?5, (SELECT ifnull(max(position), 0) + 1 FROM custom_field))",
    )?
    .execute(params![
        field.name,
        field.name.to_lowercase(),
        word(&field.kind),
        json(&field.choices)?,
        field.archived
    ])?;
    Ok(FieldId(db.last_insert_rowid()))
}

/// Changes a field.
pub fn update(db: &Db, field: &CustomField) -> Result<()> {
    db.prepare_cached(
        "UPDATE custom_field SET name = ?2, name_key = ?3, kind = ?4, choices = ?5, archived = ?6 WHERE id = ?1",
    )?
    .execute(params![
        field.id.0,
        field.name,
        field.name.to_lowercase(),
        word(&field.kind),
        json(&field.choices)?,
        field.archived
    ])?;
    Ok(())
}

fn json(choices: &[String]) -> Result<Option<String>> {
    if choices.is_empty() {
        return Ok(None);
    }
    serde_json::to_string(choices).map(Some).map_err(|error| Error::Internal(error.to_string()))
}

/// Puts a field at a position.
pub fn set_position(db: &Db, id: FieldId, position: usize) -> Result<()> {
    db.prepare_cached("UPDATE custom_field SET position = ?2 WHERE id = ?1 AND position <> ?2")?
        .execute(params![id.0, position])?;
    Ok(())
}

/// The values of a field, each with its own number.
pub fn values(db: &Db, id: FieldId) -> Result<Vec<(i64, String)>> {
    let mut statement = db.prepare_cached("SELECT id, value FROM custom_value WHERE field_id = ?1")?;
    let rows = statement.query_map([id.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Writes a value anew.
pub fn set_value(db: &Db, id: i64, value: &str) -> Result<()> {
    db.prepare_cached("UPDATE custom_value SET value = ?2 WHERE id = ?1")?.execute(params![id, value])?;
    Ok(())
}

/// The values of a field that are used most.
pub fn most_used(db: &Db, id: FieldId, limit: usize) -> Result<Vec<String>> {
    let mut statement = db.prepare_cached(
        "SELECT value FROM custom_value WHERE field_id = ?1 GROUP BY fold(value) ORDER BY count(*) DESC, value LIMIT ?2",
    )?;
    let rows = statement.query_map(params![id.0, limit], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn kind(db: &Db, id: FieldId) -> Result<FieldKind> {
    let found: Option<String> = db
        .prepare_cached("SELECT kind FROM custom_field WHERE id = ?1")?
        .query_row([id.0], |row| row.get(0))
        .optional()?;
    found.map_or(Ok(FieldKind::Text), from_word)
}

/// The most filters on fields of one list.
pub const FILTER_LIMIT: usize = 10;

/// The condition of some filters on `s.contact_id`, out of fixed pieces of SQL: the fields and values are read out of the bound `:fields`,
/// which holds the filters as JSON.
///
/// # Errors
/// `too_many`.
pub fn condition(db: &Db, filters: &[FieldFilter]) -> Result<String> {
    if filters.len() > FILTER_LIMIT {
        return Err(Error::refused("too_many").with("field", "custom").with("limit", FILTER_LIMIT));
    }
    let mut sql = String::from("true");
    for (at, filter) in filters.iter().enumerate() {
        let of_field =
            format!("(SELECT contact_id FROM custom_value WHERE field_id = json_extract(:fields, '$[{at}].field')");
        let value = format!("json_extract(:fields, '$[{at}].value')");
        sql.push_str(&match filter.test {
            FieldTest::Empty => format!(" AND s.contact_id NOT IN {of_field})"),
            FieldTest::Filled => format!(" AND s.contact_id IN {of_field})"),
            test => format!(" AND s.contact_id IN {of_field} AND {})", compared(test, kind(db, filter.field)?, &value)),
        });
    }
    Ok(sql)
}

/// A value beside the one that is looked for. One that is not of the field's kind, and so stayed as text, is neither before nor after.
fn compared(test: FieldTest, kind: FieldKind, with: &str) -> String {
    let number = "value NOT GLOB '*[^0-9.-]*'";
    let day = "value GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'";
    match (test, kind) {
        (FieldTest::Contains, _) => format!("instr(fold(value), fold({with})) > 0"),
        (FieldTest::Before, FieldKind::Number) => format!("{number} AND CAST(value AS REAL) < CAST({with} AS REAL)"),
        (FieldTest::After, FieldKind::Number) => format!("{number} AND CAST(value AS REAL) > CAST({with} AS REAL)"),
        (FieldTest::Before, FieldKind::Date) => format!("{day} AND value < {with}"),
        (FieldTest::After, FieldKind::Date) => format!("{day} AND value > {with}"),
        (FieldTest::Before, _) => format!("fold(value) < fold({with})"),
        (FieldTest::After, _) => format!("fold(value) > fold({with})"),
        (_, FieldKind::Number) => format!("{number} AND CAST(value AS REAL) = CAST({with} AS REAL)"),
        _ => format!("(value = {with} OR fold(value) = fold({with}))"),
    }
}

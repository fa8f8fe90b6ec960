//! Contacts with all that hangs on them: ways to reach them, addresses, tags and custom fields.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rappel_domain::birthday::Birthday;
use rappel_domain::contact::{ContactDraft, CustomValue, Labelled, PersonName, PostalAddress};
use rappel_domain::ids::{BatchId, CompanyId, ContactId, SourceId};
use rappel_domain::process::{Permission, Standing};
use rusqlite::{OptionalExtension, Row, params};

use super::{Db, company, from_word, tag, word};
use crate::clock::Now;
use crate::text::phone;
use crate::{Error, Result};

/// A contact's own row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Its number.
    pub id: ContactId,
    /// The name.
    pub name: PersonName,
    /// The company.
    pub company: Option<CompanyId>,
    /// Job title.
    pub job_title: String,
    /// Birthday.
    pub birthday: Option<Birthday>,
    /// Own birthday offsets as JSON; none follows the settings.
    pub birthday_offsets: Option<String>,
    /// Language tag.
    pub language: String,
    /// Source.
    pub source: Option<SourceId>,
    /// Who introduced them.
    pub introduced_by: Option<ContactId>,
    /// Remark.
    pub note: String,
    /// Standing.
    pub standing: Standing,
    /// Why they stand there.
    pub standing_reason: String,
    /// Why the rule was overridden, if it was.
    pub overridden_why: Option<String>,
    /// The batch they came in with.
    pub batch: Option<BatchId>,
    /// The day they came in.
    pub came_in: NaiveDate,
    /// When they were put in the trash, in milliseconds since 1970.
    pub trashed_at: Option<i64>,
}

impl Contact {
    /// How many days before the birthday its alarms ring, where that is not left to the settings.
    pub fn own_birthday_offsets(&self) -> Option<BTreeSet<u32>> {
        serde_json::from_str(self.birthday_offsets.as_deref()?).ok()
    }
}

/// Where a contact came from when it is written.
#[derive(Debug, Clone, Copy, Default)]
pub struct Origin {
    /// The batch.
    pub batch: Option<BatchId>,
    /// The line of its file.
    pub line: Option<i64>,
    /// Who introduced them.
    pub introduced_by: Option<ContactId>,
}

fn standing_words(standing: Standing) -> (&'static str, Option<String>) {
    match standing {
        Standing::Active => ("active", None),
        Standing::Later => ("later", None),
        Standing::NotAFit => ("not_a_fit", None),
        Standing::Declined { permission } => ("declined", Some(word(&permission))),
    }
}

fn read_standing(standing: &str, permission: Option<String>) -> Result<Standing> {
    Ok(match (standing, permission) {
        ("later", _) => Standing::Later,
        ("not_a_fit", _) => Standing::NotAFit,
        ("declined", Some(permission)) => Standing::Declined { permission: from_word::<Permission>(permission)? },
        _ => Standing::Active,
    })
}

/// Writes a new contact. The draft must have been checked.
pub fn insert(db: &Db, draft: &ContactDraft, origin: Origin, now: &Now, country: &str) -> Result<ContactId> {
    let company = company::find_or_insert(db, &draft.company)?;
    let birth = BirthColumns::of(draft.birthday);
    db.prepare_cached(
        "INSERT INTO contact (prefix, given, particle, family, display, company_id, job_title, birth_month, birth_day,
           birth_year, language, source_id, introduced_by, note, batch_id, batch_line, created_at, came_in)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)",
    )?
    .execute(params![
        draft.name.prefix,
        draft.name.given,
        draft.name.particle,
        draft.name.family,
        draft.name.display,
        company.map(|id| id.0),
        draft.job_title,
        birth.month,
        birth.day,
        birth.year,
        draft.language,
        draft.source.map(|id| id.0),
        origin.introduced_by.map(|id| id.0),
        draft.note,
        origin.batch.map(|id| id.0),
        origin.line,
        now.millis(),
        now.today(),
    ])?;
    let id = ContactId(db.last_insert_rowid());
    insert_details(db, id, draft, country)?;
    Ok(id)
}

/// Writes who introduced somebody.
pub fn set_introduced_by(db: &Db, id: ContactId, by: Option<ContactId>) -> Result<()> {
    db.prepare_cached("UPDATE contact SET introduced_by = ?2 WHERE id = ?1")?
        .execute(params![id.0, by.map(|it| it.0)])?;
    Ok(())
}

/// Whom somebody introduced, the newest first, at most 50; not those in the trash.
pub fn introduced(db: &Db, id: ContactId) -> Result<Vec<(ContactId, String)>> {
    let mut statement = db.prepare_cached(
        "SELECT c.id, s.name FROM contact c JOIN contact_state s ON s.contact_id = c.id
         WHERE c.introduced_by = ?1 AND s.place <> 'trash' ORDER BY c.id DESC LIMIT 50",
    )?;
    let rows = statement.query_map([id.0], |row| Ok((ContactId(row.get(0)?), row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Whether `id` was introduced by `other`, or by somebody who was, and so on.
pub fn goes_back_to(db: &Db, id: ContactId, other: ContactId) -> Result<bool> {
    Ok(db
        .prepare_cached(
            "WITH RECURSIVE line(id) AS (SELECT ?1
               UNION SELECT c.introduced_by FROM contact c JOIN line ON c.id = line.id WHERE c.introduced_by IS NOT NULL)
             SELECT 1 FROM line WHERE id = ?2",
        )?
        .exists([id.0, other.0])?)
}

/// Writes what was edited over what was there.
pub fn update(db: &Db, id: ContactId, draft: &ContactDraft, country: &str) -> Result<()> {
    let company = company::find_or_insert(db, &draft.company)?;
    let birth = BirthColumns::of(draft.birthday);
    db.prepare_cached(
        "UPDATE contact SET prefix = ?2, given = ?3, particle = ?4, family = ?5, display = ?6, company_id = ?7,
           job_title = ?8, birth_month = ?9, birth_day = ?10, birth_year = ?11, language = ?12, source_id = ?13, note = ?14
         WHERE id = ?1",
    )?
    .execute(params![
        id.0, draft.name.prefix, draft.name.given, draft.name.particle, draft.name.family, draft.name.display,
        company.map(|id| id.0), draft.job_title, birth.month, birth.day, birth.year, draft.language,
        draft.source.map(|id| id.0), draft.note,
    ])?;
    for table in [
        "DELETE FROM reach WHERE contact_id = ?1",
        "DELETE FROM address WHERE contact_id = ?1",
        "DELETE FROM contact_tag WHERE contact_id = ?1",
        "DELETE FROM custom_value WHERE contact_id = ?1",
    ] {
        db.prepare_cached(table)?.execute([id.0])?;
    }
    insert_details(db, id, draft, country)
}

fn insert_details(db: &Db, id: ContactId, draft: &ContactDraft, country: &str) -> Result<()> {
    let emails = draft.emails.iter().map(|it| ("email", it, Some(it.value.to_lowercase())));
    let phones = draft.phones.iter().map(|it| ("phone", it, phone::e164(&it.value, country)));
    let sites = draft.websites.iter().map(|it| ("website", it, None));
    let mut reach = db.prepare_cached(
        "INSERT INTO reach (contact_id, kind, label, value, normal, position) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    for (position, (kind, it, normal)) in emails.chain(phones).chain(sites).enumerate() {
        reach.execute(params![id.0, kind, it.label, it.value, normal, position])?;
    }
    let mut address = db.prepare_cached(
        "INSERT INTO address (contact_id, label, street, postal_code, town, region, country, position)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?;
    for (position, it) in draft.addresses.iter().enumerate() {
        address.execute(params![
            id.0,
            it.label,
            it.street,
            it.postal_code,
            it.town,
            it.region,
            it.country,
            position
        ])?;
    }
    for name in &draft.tags {
        tag::attach(db, id, name)?;
    }
    for it in &draft.custom {
        tag::set_custom(db, id, it)?;
    }
    Ok(())
}

struct BirthColumns {
    month: Option<u32>,
    day: Option<u32>,
    year: Option<i32>,
}

impl BirthColumns {
    fn of(birthday: Option<Birthday>) -> Self {
        Self {
            month: birthday.map(Birthday::month),
            day: birthday.map(Birthday::day),
            year: birthday.and_then(Birthday::year),
        }
    }
}

/// The columns that [`read`] takes, in its order.
const COLUMNS: &str = "id, prefix, given, particle, family, display, company_id, job_title, birth_month, birth_day,
    birth_year, birthday_offsets, language, source_id, introduced_by, note, standing, permission, standing_reason,
    overridden_why, batch_id, came_in, trashed_at";

fn read(row: &Row<'_>) -> rusqlite::Result<(Contact, String, Option<String>)> {
    let birthday = match (row.get::<_, Option<u32>>(8)?, row.get::<_, Option<u32>>(9)?) {
        (Some(month), Some(day)) => Birthday::new(month, day, row.get(10)?).ok(),
        _ => None,
    };
    let contact = Contact {
        id: ContactId(row.get(0)?),
        name: PersonName {
            prefix: row.get(1)?,
            given: row.get(2)?,
            particle: row.get(3)?,
            family: row.get(4)?,
            display: row.get(5)?,
        },
        company: row.get::<_, Option<i64>>(6)?.map(CompanyId),
        job_title: row.get(7)?,
        birthday,
        birthday_offsets: row.get(11)?,
        language: row.get(12)?,
        source: row.get::<_, Option<i64>>(13)?.map(SourceId),
        introduced_by: row.get::<_, Option<i64>>(14)?.map(ContactId),
        note: row.get(15)?,
        standing: Standing::Active,
        standing_reason: row.get(18)?,
        overridden_why: row.get(19)?,
        batch: row.get::<_, Option<i64>>(20)?.map(BatchId),
        came_in: row.get(21)?,
        trashed_at: row.get(22)?,
    };
    Ok((contact, row.get(16)?, row.get(17)?))
}

/// A contact's own row.
///
/// # Errors
/// `not_found` when there is none.
pub fn get(db: &Db, id: ContactId) -> Result<Contact> {
    let found = db
        .prepare_cached(&format!("SELECT {COLUMNS} FROM contact WHERE id = ?1"))?
        .query_row([id.0], read)
        .optional()?;
    let (mut contact, standing, permission) = found.ok_or_else(Error::not_found)?;
    contact.standing = read_standing(&standing, permission)?;
    Ok(contact)
}

/// A contact as it can be edited.
pub fn get_draft(db: &Db, id: ContactId) -> Result<ContactDraft> {
    let contact = get(db, id)?;
    let company = match contact.company {
        Some(company) => company::name(db, company)?,
        None => String::new(),
    };
    Ok(ContactDraft {
        name: contact.name,
        company,
        job_title: contact.job_title,
        emails: reach(db, id, "email")?,
        phones: reach(db, id, "phone")?,
        websites: reach(db, id, "website")?,
        addresses: addresses(db, id)?,
        birthday: contact.birthday,
        language: contact.language,
        source: contact.source,
        tags: tag::of_contact(db, id)?,
        custom: custom(db, id)?,
        note: contact.note,
    })
}

fn reach(db: &Db, id: ContactId, kind: &str) -> Result<Vec<Labelled>> {
    let mut statement =
        db.prepare_cached("SELECT label, value FROM reach WHERE contact_id = ?1 AND kind = ?2 ORDER BY position")?;
    let rows =
        statement.query_map(params![id.0, kind], |row| Ok(Labelled { label: row.get(0)?, value: row.get(1)? }))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The first value of that kind, and its normal form.
pub fn first_reach(db: &Db, id: ContactId, kind: &str) -> Result<Option<(String, Option<String>)>> {
    Ok(db
        .prepare_cached(
            "SELECT value, normal FROM reach WHERE contact_id = ?1 AND kind = ?2 ORDER BY position LIMIT 1",
        )?
        .query_row(params![id.0, kind], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?)
}

fn addresses(db: &Db, id: ContactId) -> Result<Vec<PostalAddress>> {
    let mut statement = db.prepare_cached(
        "SELECT label, street, postal_code, town, region, country FROM address WHERE contact_id = ?1 ORDER BY position",
    )?;
    let rows = statement.query_map([id.0], |row| {
        Ok(PostalAddress {
            label: row.get(0)?,
            street: row.get(1)?,
            postal_code: row.get(2)?,
            town: row.get(3)?,
            region: row.get(4)?,
            country: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The first address that can be posted to.
pub fn postal_address(db: &Db, id: ContactId) -> Result<Option<PostalAddress>> {
    Ok(addresses(db, id)?.into_iter().find(PostalAddress::can_be_posted))
}

fn custom(db: &Db, id: ContactId) -> Result<Vec<CustomValue>> {
    let mut statement = db.prepare_cached(
        "SELECT f.name, v.value FROM custom_value v JOIN custom_field f ON f.id = v.field_id
         WHERE v.contact_id = ?1 ORDER BY f.position, f.id",
    )?;
    let rows = statement.query_map([id.0], |row| Ok(CustomValue { name: row.get(0)?, value: row.get(1)? }))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Writes the standing and why.
pub fn set_standing(db: &Db, id: ContactId, standing: Standing, reason: &str) -> Result<()> {
    let (standing, permission) = standing_words(standing);
    db.prepare_cached("UPDATE contact SET standing = ?2, permission = ?3, standing_reason = ?4 WHERE id = ?1")?
        .execute(params![id.0, standing, permission, reason])?;
    Ok(())
}

/// Writes why the rule of qualification was overridden.
pub fn set_override(db: &Db, id: ContactId, why: Option<&str>) -> Result<()> {
    db.prepare_cached("UPDATE contact SET overridden_why = ?2 WHERE id = ?1")?.execute(params![id.0, why])?;
    Ok(())
}

/// Writes the day on which a contact came in, for one whose past comes with them.
pub fn set_came_in(db: &Db, id: ContactId, on: NaiveDate) -> Result<()> {
    db.prepare_cached("UPDATE contact SET came_in = ?2 WHERE id = ?1")?.execute(params![id.0, on])?;
    Ok(())
}

/// The day of the first talk, answer, follow-up or sale.
pub fn first_trace(db: &Db, id: ContactId) -> Result<Option<NaiveDate>> {
    let sql = "SELECT min(day) FROM (
           SELECT substr(min(at), 1, 10) AS day FROM conversation WHERE contact_id = ?1 AND trashed_at IS NULL
           UNION ALL SELECT min(answered_on) FROM answer WHERE contact_id = ?1
           UNION ALL SELECT min(due_on) FROM follow_up WHERE contact_id = ?1
           UNION ALL SELECT min(sold_on) FROM sale WHERE contact_id = ?1)";
    Ok(db.prepare_cached(sql)?.query_row([id.0], |row| row.get(0))?)
}

/// Writes where a contact came from.
pub fn set_source(db: &Db, id: ContactId, source: Option<SourceId>) -> Result<()> {
    db.prepare_cached("UPDATE contact SET source_id = ?2 WHERE id = ?1")?
        .execute(params![id.0, source.map(|id| id.0)])?;
    Ok(())
}

/// Puts a contact in the trash or takes it out.
pub fn set_trashed(db: &Db, id: ContactId, at: Option<i64>) -> Result<()> {
    db.prepare_cached("UPDATE contact SET trashed_at = ?2 WHERE id = ?1")?.execute(params![id.0, at])?;
    Ok(())
}

/// Deletes a contact and all that hangs on it, for good.
pub fn delete(db: &Db, id: ContactId) -> Result<()> {
    db.prepare_cached("DELETE FROM contact WHERE id = ?1")?.execute([id.0])?;
    Ok(())
}

/// All contacts, in the order of their numbers.
pub fn all(db: &Db) -> Result<Vec<ContactId>> {
    let mut statement = db.prepare_cached("SELECT id FROM contact ORDER BY id")?;
    let rows = statement.query_map([], |row| Ok(ContactId(row.get(0)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The number of the last contact that is there, which tells how many there are at most.
pub fn last(db: &Db) -> Result<usize> {
    Ok(db.query_row("SELECT ifnull(max(id), 0) FROM contact", [], |row| row.get(0))?)
}

/// All contacts whose birthday is known.
pub fn with_birthday(db: &Db) -> Result<Vec<ContactId>> {
    let mut statement = db.prepare_cached("SELECT id FROM contact WHERE birth_month IS NOT NULL")?;
    let rows = statement.query_map([], |row| Ok(ContactId(row.get(0)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The contacts of a batch.
pub fn of_batch(db: &Db, batch: BatchId) -> Result<Vec<ContactId>> {
    let mut statement = db.prepare_cached("SELECT id FROM contact WHERE batch_id = ?1 ORDER BY id")?;
    let rows = statement.query_map([batch.0], |row| Ok(ContactId(row.get(0)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

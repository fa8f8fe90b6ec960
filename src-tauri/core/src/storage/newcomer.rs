//! People who have just come in, many at a time. Nobody has seen them yet, so that all that is known of them is at hand: their
//! rows, the derived ones too, are written as they are, table by table, and nothing is asked of the tables but the numbers of
//! companies, tags and fields. To be used inside [`bulk::write`](super::bulk::write).

use std::collections::HashMap;
use std::sync::Arc;

use rappel_domain::contact::{ContactDraft, NameOrder};
use rappel_domain::history::Happened;
use rappel_domain::ids::{BatchId, ContactId};
use rusqlite::params;

use super::alarm::{self, NewAlarm};
use super::derived::PlaceOfNew;
use super::{Db, company, tag};
use crate::clock::Now;
use crate::{Error, Result};

/// How many are held back before they are written: each table is written for all of them in one go.
const AT_A_TIME: usize = 250;
/// How many names of companies, tags or fields are remembered with their numbers.
const NAMES: usize = 10_000;

/// Somebody new, with all that can be told of them without the database.
pub struct Newcomer {
    draft: ContactDraft,
    /// The e-mail addresses, phone numbers and sites of the draft in this order, each as it is compared.
    normals: Vec<Option<String>>,
    line: i64,
    hash: [u8; 32],
    history: String,
    photo: Option<(&'static str, Vec<u8>)>,
    alarms: Option<Arc<[NewAlarm]>>,
    shown: String,
    sort_key: String,
    text: Text,
}

/// What a search looks in, as `refresh_text.sql` puts it together.
struct Text {
    name: String,
    reach: String,
    digits: String,
    town: String,
}

impl Newcomer {
    /// Somebody who came in with the row on a line of a file, by a draft that was checked; `order` is that of names, and `e164` tells
    /// that of a phone number.
    ///
    /// # Errors
    /// None that is expected.
    pub fn new(
        draft: ContactDraft,
        file: &str,
        line: i64,
        hash: [u8; 32],
        order: NameOrder,
        e164: impl Fn(&str) -> Option<String>,
    ) -> Result<Self> {
        let imported = Happened::Imported { file: file.to_owned(), line };
        let history = serde_json::to_string(&imported).map_err(|error| Error::Internal(error.to_string()))?;
        let mails = draft.emails.iter().map(|it| Some(it.value.to_lowercase()));
        let phones = draft.phones.iter().map(|it| e164(&it.value));
        let normals: Vec<_> = mails.chain(phones).chain(draft.websites.iter().map(|_| None)).collect();
        let shown = draft.name.shown();
        let text = Text::of(&draft, &shown, &normals[draft.emails.len()..]);
        let sort_key = draft.name.sort_key(order);
        Ok(Self { draft, normals, line, hash, history, photo: None, alarms: None, shown, sort_key, text })
    }

    /// The draft.
    pub fn draft(&self) -> &ContactDraft {
        &self.draft
    }

    /// Adds what was told beside the draft.
    #[must_use]
    pub fn with(self, photo: Option<(&'static str, Vec<u8>)>, alarms: Option<Arc<[NewAlarm]>>) -> Self {
        Self { photo, alarms, ..self }
    }

    /// Sets where they come from.
    pub fn set_source(&mut self, source: Option<rappel_domain::ids::SourceId>) {
        self.draft.source = source;
    }
}

impl Text {
    fn of(draft: &ContactDraft, shown: &str, numbers: &[Option<String>]) -> Self {
        let name = &draft.name;
        let name =
            if name.display.is_empty() { shown.to_owned() } else { [shown, &name.given, &name.family].join(" ") };
        let values = draft.emails.iter().chain(&draft.websites).map(|it| it.value.as_str());
        let digits = draft.phones.iter().zip(numbers).map(|(typed, normal)| {
            let mut digits = typed.value.replace([' ', '-', '(', ')', '.', '/', '+'], "");
            if let Some(normal) = normal {
                digits.push(' ');
                digits.extend(normal.chars().skip(1));
            }
            digits
        });
        let towns = draft.addresses.iter().map(|it| [it.town.as_str(), it.street.as_str()].join(" "));
        Self { name, reach: spaced(values), digits: spaced(digits), town: spaced(towns) }
    }
}

fn spaced<S: AsRef<str>>(parts: impl Iterator<Item = S>) -> String {
    let mut text = String::new();
    for (at, part) in parts.enumerate() {
        if at > 0 {
            text.push(' ');
        }
        text.push_str(part.as_ref());
    }
    text
}

/// A number with the name that it goes by.
type Named = (i64, Arc<str>);

/// Writes newcomers of one batch.
pub struct Newcomers<'a> {
    db: &'a Db,
    now: Now,
    batch: BatchId,
    /// Where they stand; none where they are settled one by one, which derives their rows.
    place: Option<PlaceOfNew>,
    /// The number of the first who waits.
    first: i64,
    waiting: Vec<Newcomer>,
    companies: HashMap<String, Named>,
    tags: HashMap<String, Named>,
    fields: HashMap<String, i64>,
}

impl<'a> Newcomers<'a> {
    /// Begins; as long as it lives nobody else may write contacts.
    ///
    /// # Errors
    /// Those of the database.
    pub fn of_batch(db: &'a Db, batch: BatchId, now: Now, place: Option<PlaceOfNew>) -> Result<Self> {
        let first = db.query_row("SELECT ifnull(max(id), 0) + 1 FROM contact", [], |row| row.get(0))?;
        let (companies, tags, fields) = (HashMap::new(), HashMap::new(), HashMap::new());
        Ok(Self { db, now, batch, place, first, waiting: Vec::new(), companies, tags, fields })
    }

    /// Takes somebody in, and gives their number. They are written together with others; at the latest by
    /// [`write`](Self::write).
    pub fn push(&mut self, new: Newcomer) -> ContactId {
        let id = self.first + i64::try_from(self.waiting.len()).unwrap_or(i64::MAX);
        self.waiting.push(new);
        ContactId(id)
    }

    /// Whether so many wait that they should be written.
    pub fn are_many(&self) -> bool {
        self.waiting.len() >= AT_A_TIME
    }

    /// Writes those who wait.
    ///
    /// # Errors
    /// Those of the database.
    pub fn write(&mut self) -> Result<()> {
        let waiting = std::mem::take(&mut self.waiting);
        if waiting.is_empty() {
            return Ok(());
        }
        let companies = waiting.iter().map(|it| self.company(&it.draft.company)).collect::<Result<Vec<_>>>()?;
        let people: Vec<_> = (self.first..).map(ContactId).zip(&waiting).collect();
        self.contacts(&people, &companies)?;
        self.reach(&people)?;
        self.addresses(&people)?;
        let tags = self.tags(&people)?;
        self.fields(&people)?;
        self.photos(&people)?;
        self.histories(&people)?;
        self.rows(&people)?;
        let alarms = people.iter().flat_map(|(id, it)| it.alarms.iter().flat_map(|all| all.iter()).map(|it| (*id, it)));
        alarm::insert_all(self.db, alarms)?;
        if let Some(place) = &self.place {
            self.states(&people, &companies, place)?;
            self.paths(&people, place)?;
            self.texts(&people, &companies, &tags)?;
        }
        self.first += i64::try_from(waiting.len()).unwrap_or(i64::MAX);
        // The room is used again.
        self.waiting = waiting;
        self.waiting.clear();
        Ok(())
    }

    fn company(&mut self, name: &str) -> Result<Option<Named>> {
        let name = name.trim();
        if name.is_empty() {
            return Ok(None);
        }
        let (db, key) = (self.db, name.to_lowercase());
        let found = remembered(&mut self.companies, key, || {
            let id = company::find_or_insert(db, name)?.ok_or_else(Error::not_found)?;
            Ok((id.0, company::name(db, id)?.into()))
        })?;
        Ok(Some(found))
    }

    fn contacts(&self, people: &[(ContactId, &Newcomer)], companies: &[Option<Named>]) -> Result<()> {
        let (millis, today) = (self.now.millis(), self.now.today().to_string());
        let mut insert = self.db.prepare_cached(
            "INSERT INTO contact (id, prefix, given, particle, family, display, company_id, job_title, birth_month, birth_day,
               birth_year, language, source_id, note, batch_id, batch_line, created_at, came_in)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)",
        )?;
        for ((id, Newcomer { draft, line, .. }), company) in people.iter().zip(companies) {
            let (name, born) = (&draft.name, draft.birthday);
            insert.execute(params![
                id.0,
                name.prefix,
                name.given,
                name.particle,
                name.family,
                name.display,
                company.as_ref().map(|(id, _)| id),
                draft.job_title,
                born.map(|it| it.month()),
                born.map(|it| it.day()),
                born.and_then(|it| it.year()),
                draft.language,
                draft.source.map(|id| id.0),
                draft.note,
                self.batch.0,
                line,
                millis,
                today,
            ])?;
        }
        Ok(())
    }

    fn reach(&self, people: &[(ContactId, &Newcomer)]) -> Result<()> {
        let mut insert = self.db.prepare_cached(
            "INSERT INTO reach (contact_id, kind, label, value, normal, position) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?;
        for (id, Newcomer { draft, normals, .. }) in people {
            let mails = draft.emails.iter().map(|it| ("email", it));
            let phones = draft.phones.iter().map(|it| ("phone", it));
            let sites = draft.websites.iter().map(|it| ("website", it));
            for (position, ((kind, it), normal)) in mails.chain(phones).chain(sites).zip(normals).enumerate() {
                insert.execute(params![id.0, kind, it.label, it.value, normal, position])?;
            }
        }
        Ok(())
    }

    fn addresses(&self, people: &[(ContactId, &Newcomer)]) -> Result<()> {
        let mut insert = self.db.prepare_cached(
            "INSERT INTO address (contact_id, label, street, postal_code, town, region, country, position)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?;
        for (id, it) in people {
            for (position, it) in it.draft.addresses.iter().enumerate() {
                let (code, town) = (&it.postal_code, &it.town);
                insert.execute(params![id.0, it.label, it.street, code, town, it.region, it.country, position])?;
            }
        }
        Ok(())
    }

    /// Writes the tags, and gives them for each as a search looks for them.
    fn tags(&mut self, people: &[(ContactId, &Newcomer)]) -> Result<Vec<String>> {
        let db = self.db;
        let mut insert = db.prepare_cached("INSERT INTO contact_tag (contact_id, tag_id) VALUES (?1, ?2)")?;
        let mut texts = Vec::with_capacity(people.len());
        for (id, it) in people {
            let mut tags = Vec::new();
            for name in &it.draft.tags {
                let key = name.trim().to_lowercase();
                tags.push(remembered(&mut self.tags, key, || tag::find_or_insert(db, name))?);
            }
            tags.sort_unstable_by_key(|(id, _)| *id);
            tags.dedup_by_key(|(id, _)| *id);
            for (tag, _) in &tags {
                insert.execute(params![id.0, tag])?;
            }
            texts.push(spaced(tags.iter().map(|(_, name)| name)));
        }
        Ok(texts)
    }

    fn fields(&mut self, people: &[(ContactId, &Newcomer)]) -> Result<()> {
        let db = self.db;
        // Twice the same name: the later value wins.
        let mut insert = db.prepare_cached(
            "INSERT INTO custom_value (contact_id, field_id, value) VALUES (?1, ?2, ?3)
             ON CONFLICT (contact_id, field_id) DO UPDATE SET value = excluded.value",
        )?;
        for (id, it) in people {
            for it in &it.draft.custom {
                let key = it.name.trim().to_lowercase();
                let field = remembered(&mut self.fields, key, || tag::find_or_insert_field(db, &it.name))?;
                insert.execute(params![id.0, field, it.value])?;
            }
        }
        Ok(())
    }

    fn photos(&self, people: &[(ContactId, &Newcomer)]) -> Result<()> {
        for (id, it) in people {
            if let Some((media_type, bytes)) = &it.photo {
                super::photo::put(self.db, *id, media_type, bytes)?;
            }
        }
        Ok(())
    }

    fn histories(&self, people: &[(ContactId, &Newcomer)]) -> Result<()> {
        let now = rusqlite::types::ToSql::to_sql(&self.now.civil)?;
        let mut insert = self.db.prepare_cached("INSERT INTO history (contact_id, at, what) VALUES (?1, ?2, ?3)")?;
        people.iter().try_for_each(|(id, it)| insert.execute(params![id.0, now, it.history]).map(drop))?;
        Ok(())
    }

    fn rows(&self, people: &[(ContactId, &Newcomer)]) -> Result<()> {
        let mut insert = self
            .db
            .prepare_cached("INSERT INTO batch_row (batch_id, contact_id, line, hash) VALUES (?1, ?2, ?3, ?4)")?;
        let batch = self.batch.0;
        people.iter().try_for_each(|(id, it)| insert.execute(params![batch, id.0, it.line, it.hash]).map(drop))?;
        Ok(())
    }

    fn states(
        &self,
        people: &[(ContactId, &Newcomer)],
        companies: &[Option<Named>],
        PlaceOfNew { place, step, lifecycle, asked_of }: &PlaceOfNew,
    ) -> Result<()> {
        let mut insert = self.db.prepare_cached(
            "INSERT INTO contact_state (contact_id, name, sort_key, company, source_id, place, step_id, lifecycle, promising,
               asked, asked_of, sale_count, open_questions, attempts, born)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 0, 0, ?9, 0, 0, 0, ?10)",
        )?;
        for ((id, it), company) in people.iter().zip(companies) {
            let source = it.draft.source.map(|id| id.0);
            let company = name_of(company);
            // Whoever has just come in may be called.
            let born = it.draft.birthday.map(|born| born.month() * 100 + born.day());
            insert.execute(params![
                id.0,
                it.shown,
                it.sort_key,
                company,
                source,
                place,
                step,
                lifecycle,
                asked_of,
                born
            ])?;
        }
        Ok(())
    }

    /// They came in today, and became nothing since.
    fn paths(&self, people: &[(ContactId, &Newcomer)], PlaceOfNew { place, step, .. }: &PlaceOfNew) -> Result<()> {
        let today = self.now.today().to_string();
        let mut insert = self.db.prepare_cached(
            "INSERT INTO contact_path (contact_id, came_in, source_id, place, step_id) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?;
        for (id, it) in people {
            insert.execute(params![id.0, today, it.draft.source.map(|id| id.0), place, step])?;
        }
        Ok(())
    }

    fn texts(&self, people: &[(ContactId, &Newcomer)], companies: &[Option<Named>], tags: &[String]) -> Result<()> {
        const VALUES: &str = "name, company, reach, digits, town, tags, note) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
        for table in ["contact_text (contact_id", "contact_search (rowid"] {
            let mut insert = self.db.prepare_cached(&format!("INSERT INTO {table}, {VALUES}"))?;
            for (((id, it), company), tags) in people.iter().zip(companies).zip(tags) {
                let Text { name, reach, digits, town } = &it.text;
                insert.execute(params![id.0, name, name_of(company), reach, digits, town, tags, it.draft.note])?;
            }
        }
        Ok(())
    }
}

fn name_of(company: &Option<Named>) -> &str {
    company.as_ref().map_or("", |(_, name)| name)
}

/// What a name stands for, asked once for most names.
fn remembered<T: Clone>(known: &mut HashMap<String, T>, key: String, find: impl FnOnce() -> Result<T>) -> Result<T> {
    if let Some(found) = known.get(&key) {
        return Ok(found.clone());
    }
    let found = find()?;
    if known.len() >= NAMES {
        known.clear();
    }
    known.insert(key, found.clone());
    Ok(found)
}

//! Import: look into a file, try it without writing, then write it in one transaction. Whatever a row loses on the way is said.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, PoisonError};
use std::time::{Duration, Instant};

use rappel_domain::contact::ContactDraft;
use rappel_domain::history::Happened;
use rappel_domain::ids::ContactId;

use crate::event::{Event, OfferedFile, Topic};
use crate::import::csv::{self, Mapping, Table};
use crate::import::{self, DateOrder, Kind, Refused, Row, vcard};
use crate::storage::contact::Origin;
use crate::storage::{self, Db, matching};
use crate::text::{check, phone};
use crate::views::*;
use crate::{App, Error, Result, Write, settle};

/// The largest file that is read, in bytes.
const FILE_LIMIT: u64 = 200 * 1024 * 1024;
/// The most rows of one window.
const WINDOW_LIMIT: usize = 200;
/// How often progress is told at most.
const TELL_EVERY: Duration = Duration::from_millis(50);

/// The rows of a file, read again whenever they are needed: a draft is many times larger than its line.
enum Rows {
    Table { table: Table, mapping: Mapping, dates: DateOrder },
    Cards { text: String, places: Vec<(u32, std::ops::Range<usize>)> },
}

impl Rows {
    fn len(&self) -> usize {
        match self {
            Self::Table { table, .. } => table.len(),
            Self::Cards { places, .. } => places.len(),
        }
    }

    fn row(&self, at: usize) -> Option<Row> {
        match self {
            Self::Table { table, mapping, dates } => {
                Some(csv::to_draft(&table.row(at)?, table.columns(), mapping, dates))
            }
            Self::Cards { text, places } => {
                let (line, span) = places.get(at)?;
                let row = vcard::rows(&text[span.clone()]).next()?;
                Some(Row { line: *line, ..row })
            }
        }
    }
}

/// A dry run that waits for a word to be carried out.
pub(crate) struct Prepared {
    number: i64,
    file: String,
    kind: Kind,
    rows: Rows,
    outcomes: Vec<(RowOutcome, Option<ContactId>)>,
    source: Option<rappel_domain::ids::SourceId>,
    new_source: Option<String>,
    tags: Vec<String>,
    cancelled: AtomicBool,
}

/// Lets the person choose a file.
///
/// # Errors
/// None that is expected.
pub fn choose_import_file(app: &App, (): ()) -> Result<Option<OfferedFile>> {
    Ok(app.desktop().choose_file(&app.text("import-choose-title")).map(|path| app.keep_file(path)))
}

/// Looks into a file.
///
/// # Errors
/// `file_missing`, `file_too_large`, or why it can't be read: `import_empty`, `import_not_text`, `import_encoding`,
/// `import_columns`.
pub fn inspect_import(app: &App, input: InspectImport) -> Result<ImportInspection> {
    let file = input.file.clone();
    let (kind, decoded) = read(app, &input)?;
    let encoding = decoded.encoding.to_owned();
    if kind == Kind::Vcard {
        let rows = vcard::rows(&decoded.text).count();
        return Ok(ImportInspection {
            file,
            kind,
            encoding,
            rows: u32::try_from(rows).unwrap_or(u32::MAX),
            shape: None,
            columns: Vec::new(),
            mapping: Mapping::default(),
            dates: DateOrder::DayFirst,
        });
    }
    let table = table(decoded.text, &input)?;
    let remembered: Option<Mapping> = app.read(|db| matching::mapping(db, &header(&table)))?;
    let mapping = remembered.unwrap_or_else(|| csv::guess_mapping(table.columns()));
    Ok(ImportInspection {
        file,
        kind,
        encoding,
        rows: u32::try_from(table.len()).unwrap_or(u32::MAX),
        shape: Some(table.shape().clone()),
        columns: table.columns().to_vec(),
        dates: table.date_order(&mapping),
        mapping,
    })
}

fn read(app: &App, input: &InspectImport) -> Result<(Kind, import::Decoded)> {
    let path = app.kept_file(input.file.token)?;
    if std::fs::metadata(&path)?.len() > FILE_LIMIT {
        return Err(Error::refused("file_too_large").with("limit", FILE_LIMIT / 1024 / 1024));
    }
    let bytes = std::fs::read(&path)?;
    let kind = import::detect(&bytes, &input.file.name);
    let decoded = match (&input.encoding, kind) {
        (Some(encoding), _) => import::decode_as(&bytes, encoding),
        (None, Kind::Csv) => import::decode(&bytes),
        (None, Kind::Vcard) => vcard::decode(&bytes),
    };
    Ok((kind, decoded.map_err(refuse)?))
}

fn table(text: String, input: &InspectImport) -> Result<Table> {
    let shape = input.shape.clone().unwrap_or_else(|| csv::sniff(&text));
    csv::read(text, &shape).map_err(refuse)
}

fn refuse(why: Refused) -> Error {
    match why {
        Refused::Empty => Error::refused("import_empty"),
        Refused::NotText(kind) => Error::refused("import_not_text").with("kind", kind),
        Refused::UnknownEncoding(name) => Error::refused("import_encoding").with("value", name),
        Refused::TooManyColumns(count) => Error::refused("import_columns").with("count", count),
    }
}

/// What names a table's columns, so that a mapping is found again.
fn header(table: &Table) -> String {
    table.columns().iter().map(|column| column.name.as_str()).collect::<Vec<_>>().join("\u{1f}")
}

/// Tells what would become of each row. Nothing is written.
///
/// # Errors
/// As [`inspect_import`], and those of the checks.
pub fn dry_run_import(app: &App, input: DryRunImport) -> Result<DryRun> {
    let new_source = input.new_source.as_deref().map(|name| check::needed("source", name)).transpose()?;
    let tags = check::contact(ContactDraft { tags: input.tags, ..some_name() })?.tags;
    let (kind, decoded) = read(app, &input.inspected)?;
    let rows = match kind {
        Kind::Csv => {
            let table = table(decoded.text, &input.inspected)?;
            Rows::Table { table, mapping: input.mapping, dates: input.dates }
        }
        Kind::Vcard => {
            let places = vcard::rows(&decoded.text).map(|row| (row.line, row.span)).collect();
            Rows::Cards { text: decoded.text, places }
        }
    };
    let country = app.settings().country.clone();
    let outcomes = app.read(|db| {
        let mut seen = std::collections::HashSet::new();
        (0..rows.len()).map(|at| outcome(db, rows.row(at).as_ref(), &mut seen, &country)).collect::<Result<Vec<_>>>()
    })?;
    let mut counts: Vec<OutcomeCount> = Vec::new();
    for (outcome, _) in &outcomes {
        match counts.iter_mut().find(|it| it.outcome == *outcome) {
            Some(it) => it.count += 1,
            None => counts.push(OutcomeCount { outcome: *outcome, count: 1 }),
        }
    }
    counts.sort_by_key(|it| it.outcome as u8);
    let total = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    let number = app.keep_prepared(|number| Prepared {
        number,
        file: input.inspected.file.name,
        kind,
        rows,
        outcomes,
        source: input.source,
        new_source,
        tags,
        cancelled: AtomicBool::new(false),
    });
    Ok(DryRun { number, total, counts })
}

/// A draft that passes the checks, for checking one field alone.
fn some_name() -> ContactDraft {
    let mut draft = ContactDraft::default();
    draft.name.given = "x".to_owned();
    draft
}

fn outcome(
    db: &Db,
    row: Option<&Row>,
    seen: &mut std::collections::HashSet<[u8; 32]>,
    country: &str,
) -> Result<(RowOutcome, Option<ContactId>)> {
    let Some(row) = row.filter(|row| !row.is_refused()) else { return Ok((RowOutcome::Unreadable, None)) };
    let hash = import::row_hash(&row.draft);
    let mails = row.draft.emails.iter().map(|it| it.value.to_lowercase());
    let numbers = row.draft.phones.iter().filter_map(|it| phone::e164(&it.value, country));
    let same = matching::same_reach(db, mails.chain(numbers))?;
    if let Some((contact, true)) = same {
        return Ok((RowOutcome::Blocked, Some(contact)));
    }
    if !seen.insert(hash) || matching::row_is_known(db, &hash)? {
        return Ok((RowOutcome::Known, None));
    }
    if let Some((contact, false)) = same {
        return Ok((RowOutcome::Duplicate, Some(contact)));
    }
    Ok((if row.problems.is_empty() { RowOutcome::New } else { RowOutcome::NewWithRemarks }, None))
}

/// Reads rows of a dry run by position.
///
/// # Errors
/// `list_gone` when another dry run came after it.
pub fn get_dry_run_rows(app: &App, input: DryRunWindow) -> Result<Vec<DryRunRow>> {
    let prepared = prepared(app, input.number)?;
    let wanted =
        |(_, (outcome, _)): &(usize, &(RowOutcome, Option<ContactId>))| input.only.is_none_or(|only| only == *outcome);
    let places = prepared.outcomes.iter().enumerate().filter(wanted);
    let places = places.skip(input.from as usize).take((input.count as usize).min(WINDOW_LIMIT));
    app.read(|db| {
        places
            .map(|(at, (outcome, same))| {
                let row = prepared.rows.row(at).unwrap_or_default();
                let first = |list: &[rappel_domain::contact::Labelled]| {
                    list.first().map(|it| it.value.clone()).unwrap_or_default()
                };
                Ok(DryRunRow {
                    line: row.line,
                    name: row.draft.name.shown(),
                    company: row.draft.company.clone(),
                    email: first(&row.draft.emails),
                    phone: first(&row.draft.phones),
                    outcome: *outcome,
                    same_as: same.map(|id| Ok::<_, Error>((id, storage::people::name(db, id)?))).transpose()?,
                    problems: row.problems,
                })
            })
            .collect()
    })
}

fn prepared(app: &App, number: i64) -> Result<Arc<Prepared>> {
    app.prepared().filter(|it| it.number == number).ok_or_else(|| Error::refused("list_gone"))
}

/// Carries a dry run out, in one transaction, telling how far it is.
///
/// # Errors
/// `list_gone`, or `cancelled` when the person thought better of it; then nothing is written.
pub fn run_import(app: &App, input: RunImport) -> Result<ImportResult> {
    let prepared = prepared(app, input.number)?;
    let comes_in = |outcome: RowOutcome| match outcome {
        RowOutcome::New | RowOutcome::NewWithRemarks => true,
        RowOutcome::Duplicate => input.with_duplicates,
        RowOutcome::Known | RowOutcome::Blocked | RowOutcome::Unreadable => false,
    };
    let places: Vec<usize> =
        prepared.outcomes.iter().enumerate().filter(|(_, (it, _))| comes_in(*it)).map(|(at, _)| at).collect();
    let of = u32::try_from(places.len()).unwrap_or(u32::MAX);
    let left_out = u32::try_from(prepared.outcomes.len()).unwrap_or(u32::MAX) - of;
    if places.is_empty() {
        return Ok(ImportResult { batch: None, added: 0, left_out });
    }
    let mut told = Instant::now();
    let mut progress = |done: u32| {
        if told.elapsed() >= TELL_EVERY || done == of {
            told = Instant::now();
            app.tell(&Event::Progress { done, of });
        }
    };
    let batch = app.write_once(|write| {
        let source = match &prepared.new_source {
            Some(name) => Some(storage::source::insert(write.db, name, None)?),
            None => prepared.source,
        };
        let kind = if prepared.kind == Kind::Csv { "csv" } else { "vcard" };
        let batch = storage::batch::insert(write.db, &prepared.file, kind, source, write.now.civil, of)?;
        let criteria = storage::criterion::list(write.db)?;
        for (done, at) in places.iter().enumerate() {
            if prepared.cancelled.load(Ordering::Relaxed) {
                return Err(Error::refused("cancelled"));
            }
            let mut row = prepared.rows.row(*at).ok_or_else(Error::not_found)?;
            let hash = import::row_hash(&row.draft);
            row.draft.source = source;
            row.draft.tags.extend(prepared.tags.iter().cloned());
            let origin = Origin { batch: Some(batch), line: Some(i64::from(row.line)), introduced_by: None };
            let draft = check::contact(std::mem::take(&mut row.draft))?;
            let id = storage::contact::insert(write.db, &draft, origin, &write.now, &write.settings.country)?;
            if let Some(photo) = &row.photo {
                matching::insert_photo(write.db, id, photo.media_type, &photo.bytes)?;
            }
            storage::batch::insert_row(write.db, batch, id, i64::from(row.line), &hash)?;
            write.record(id, &Happened::Imported { file: prepared.file.clone(), line: i64::from(row.line) })?;
            settle::settle(write, id, &criteria, &write.settings)?;
            progress(u32::try_from(done + 1).unwrap_or(of));
        }
        if let Rows::Table { table, mapping, .. } = &prepared.rows {
            matching::remember_mapping(write.db, &header(table), mapping)?;
        }
        for topic in [Topic::Contacts, Topic::Conversations, Topic::FollowUps, Topic::Settings] {
            write.changed(topic);
        }
        Ok(batch)
    })?;
    app.forget_prepared();
    Ok(ImportResult { batch: Some(batch), added: of, left_out })
}

/// Stops the import that runs; it leaves nothing.
///
/// # Errors
/// None that is expected.
pub fn cancel_import(app: &App, (): ()) -> Result<()> {
    if let Some(prepared) = app.prepared() {
        prepared.cancelled.store(true, Ordering::Relaxed);
    }
    Ok(())
}

/// Takes a batch back: whom it added goes to the trash, unless they were worked on since.
///
/// # Errors
/// Those of the database.
pub fn undo_import(app: &App, input: BatchRef) -> Result<UndoneImport> {
    app.write(|write| {
        let mut undone = UndoneImport { trashed: 0, kept: 0 };
        for contact in storage::contact::of_batch(write.db, input.batch)? {
            if matching::was_worked_on(write.db, contact)? {
                undone.kept += 1;
            } else if trash(write, contact)? {
                undone.trashed += 1;
            }
        }
        storage::batch::set_undone(write.db, input.batch, write.now.civil)?;
        write.changed(Topic::FollowUps);
        write.did("import_undone", "");
        Ok(undone)
    })
}

fn trash(write: &Write<'_>, contact: ContactId) -> Result<bool> {
    if storage::contact::get(write.db, contact)?.trashed_at.is_some() {
        return Ok(false);
    }
    storage::contact::set_trashed(write.db, contact, Some(write.now.millis()))?;
    // A row that was taken back may come in again.
    matching::forget_row(write.db, contact)?;
    write.touch(contact);
    write.record(contact, &Happened::Trashed)?;
    Ok(true)
}

/// Earlier imports, newest first.
///
/// # Errors
/// Those of the database.
pub fn list_imports(app: &App, (): ()) -> Result<Vec<ImportBatch>> {
    app.read(storage::batch::list)
}

impl App {
    fn keep_prepared(&self, make: impl FnOnce(i64) -> Prepared) -> i64 {
        let number = self.keep_snapshot(Vec::new());
        let made = Arc::new(make(number));
        *self.import.lock().unwrap_or_else(PoisonError::into_inner) = Some(made);
        number
    }

    fn prepared(&self) -> Option<Arc<Prepared>> {
        self.import.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn forget_prepared(&self) {
        *self.import.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

//! Export: people as a table or cards, calendars, and one person's whole file, each to a place that the person chooses.

use std::io::Write;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use fluent_bundle::FluentValue;
use rappel_domain::birthday::Birthday;
use rappel_domain::ids::{ContactId, SourceId};
use rappel_domain::process::Place;

use crate::event::Event;
use crate::export::calendar::Calendar;
use crate::export::csv::Table;
use crate::export::page::PersonFile;
use crate::export::{card, file, page};
use crate::storage::exported::{self, Person};
use crate::storage::{self, Db, derived, people};
use crate::views::*;
use crate::{App, Error, Result};

/// How often progress is told at most.
const TELL_EVERY: Duration = Duration::from_millis(50);

/// Writes people to a file that the person chooses; none when they change their mind.
///
/// # Errors
/// `export_nobody`, `export_running`, `export_stopped`, or why the place does not take it (see [`file::write`]). Then nothing is written.
pub fn export_people(app: &App, input: ExportPeople) -> Result<Option<Exported>> {
    let now = app.now();
    let query = match &input.whom {
        Whom::All => Some(PeopleQuery::default()),
        Whom::Listed { query } => Some(query.clone()),
        Whom::Chosen { .. } => None,
    };
    let ids = match (&query, &input.whom) {
        (Some(query), _) => app.read(|db| people::snapshot(db, query, &now, None))?,
        (None, Whom::Chosen { contacts }) => contacts.iter().map(|it| it.0).collect(),
        _ => Vec::new(),
    };
    if ids.is_empty() {
        return Err(Error::refused("export_nobody"));
    }
    let extension = if input.format == PeopleFormat::Csv { "csv" } else { "vcf" };
    let name = format!("{}-{}", app.text("export-people-name"), now.today());
    let Some(path) = choose(app, &name, extension) else { return Ok(None) };
    let mut turn = Turn::begin(app, ids.len())?;
    file::write(&path, |to| {
        // One consistent state, however long it takes: who writes meanwhile is not in it.
        app.read(|db| match input.format {
            PeopleFormat::Csv => table(app, db, &ids, to, &mut turn),
            PeopleFormat::Vcard => cards(db, &ids, to, &mut turn),
        })
    })?;
    Ok(Some(turn.written(&path)))
}

fn table(app: &App, db: &Db, ids: &[i64], to: &mut dyn Write, turn: &mut Turn<'_>) -> Result<()> {
    let sources = storage::source::choices(db, true)?;
    let source = |id: SourceId| sources.iter().find(|it| it.id == id).map(|it| it.name.clone()).unwrap_or_default();
    let stage = |person: &Person| match (&person.row.place, &person.row.step) {
        (Place::Step { .. }, Some(step)) => step.clone(),
        (place, _) => app.text(&format!("stage-{}", derived::place_words(*place).0.replace('_', "-"))),
    };
    let table = Table::new(&exported::widths(db, ids)?, &app.settings().country, &source, &stage);
    table.head(to)?;
    for id in ids {
        if let Some(person) = exported::person(db, ContactId(*id))? {
            table.person(to, &person)?;
            turn.count += 1;
        }
        turn.step()?;
    }
    Ok(())
}

fn cards(db: &Db, ids: &[i64], to: &mut dyn Write, turn: &mut Turn<'_>) -> Result<()> {
    for id in ids.iter().copied().map(ContactId) {
        if !people::rows(db, &[id.0])?.is_empty() {
            card::write(to, &storage::contact::get_draft(db, id)?, exported::photo(db, id)?.as_ref())?;
            turn.count += 1;
        }
        turn.step()?;
    }
    Ok(())
}

/// Writes one person's file to a place that the person chooses; none when they change their mind.
///
/// # Errors
/// `not_found`, or why the place does not take it.
pub fn export_person(app: &App, input: ExportPerson) -> Result<Option<Exported>> {
    let person = app.read(|db| exported::person(db, input.contact))?.ok_or_else(Error::not_found)?;
    let extension = match input.format {
        PersonFormat::Json => "json",
        PersonFormat::Html => "html",
        PersonFormat::Vcard => "vcf",
    };
    let Some(path) = choose(app, &person.row.name, extension) else { return Ok(None) };
    let (whole, photo, source, introduced_by) = app.read(|db| {
        let sources = storage::source::choices(db, true)?;
        let source = sources.into_iter().find(|it| Some(it.id) == person.draft.source);
        let introduced_by = person.contact.introduced_by.map(|by| people::name(db, by)).transpose()?;
        Ok((
            storage::whole::of_contact(db, input.contact)?,
            exported::photo(db, input.contact)?,
            source.map(|it| it.name).unwrap_or_default(),
            introduced_by.unwrap_or_default(),
        ))
    })?;
    file::write(&path, |to| {
        if input.format == PersonFormat::Vcard {
            return card::write(to, &person.draft, photo.as_ref());
        }
        let at = app.now().civil;
        let it = PersonFile { person: &person, whole: &whole, photo, source, introduced_by, at };
        if input.format == PersonFormat::Json { page::json(to, &it) } else { page::html(to, app, &it) }
    })?;
    Ok(Some(Exported { file: shown(&path), count: 1 }))
}

/// What a calendar would hold.
///
/// # Errors
/// Those of the database.
pub fn get_calendar_contents(app: &App, (): ()) -> Result<CalendarContents> {
    let (birthdays, follow_ups) = app.read(exported::count_calendar)?;
    Ok(CalendarContents { birthdays, follow_ups })
}

/// Writes birthdays and open follow-ups for a calendar, to a place that the person chooses; none when they change their mind.
///
/// # Errors
/// `export_nothing`, or as [`export_people`].
pub fn export_calendar(app: &App, input: ExportCalendar) -> Result<Option<Exported>> {
    let (birthdays, follow_ups) = app.read(exported::count_calendar)?;
    let of = if input.birthdays { birthdays } else { 0 } + if input.follow_ups { follow_ups } else { 0 };
    if of == 0 {
        return Err(Error::refused("export_nothing"));
    }
    let Some(path) = choose(app, &app.text("export-calendar-name"), "ics") else { return Ok(None) };
    let mut turn = Turn::begin(app, of as usize)?;
    let settings = app.settings();
    file::write(&path, |to| {
        let mut calendar = Calendar::begin(to, app.now())?;
        app.read(|db| {
            if input.birthdays {
                exported::birthdays(db, |it| {
                    calendar.birthday(&it, &birthday_title(app, &it.name, it.birthday), settings.leap_day)?;
                    turn.one()
                })?;
            }
            if input.follow_ups {
                exported::follow_ups(db, |it| {
                    let title = if it.draft.what.is_empty() { app.text("follow-up") } else { it.draft.what.clone() };
                    let title = format!("{}: {title}", it.name);
                    calendar.follow_up(&it, &title, settings.daily_time.0)?;
                    turn.one()
                })?;
            }
            Ok(())
        })?;
        calendar.end()
    })?;
    Ok(Some(turn.written(&path)))
}

fn birthday_title(app: &App, name: &str, birthday: Birthday) -> String {
    let mut args = vec![("name", FluentValue::from(name))];
    match birthday.year() {
        Some(year) => {
            args.push(("year", FluentValue::from(year.to_string())));
            app.text_with("calendar-birthday-born", &args)
        }
        None => app.text_with("calendar-birthday", &args),
    }
}

/// Stops the export that runs; it leaves nothing.
///
/// # Errors
/// None that is expected.
pub fn cancel_export(app: &App, (): ()) -> Result<()> {
    app.stop_export();
    Ok(())
}

/// Lets the person choose a place. One without an ending gets that of the format, by which other programs know it; not where such
/// a file is there, as nobody was asked about that one.
pub(super) fn choose(app: &App, name: &str, extension: &'static str) -> Option<PathBuf> {
    // A name may hold what no file name can.
    let name: String = name.chars().map(|c| if c.is_alphanumeric() || " -_.'".contains(c) { c } else { '_' }).collect();
    let name = name.trim_matches(['.', ' ']);
    let path =
        app.desktop().choose_place(&app.text("export-choose-title"), &format!("{name}.{extension}"), extension)?;
    let ended = path.with_extension(extension);
    Some(if path.extension().is_none() && !ended.exists() { ended } else { path })
}

pub(super) fn shown(path: &std::path::Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// An export under way, with its progress.
struct Turn<'a> {
    app: &'a App,
    stop: std::sync::Arc<std::sync::atomic::AtomicBool>,
    done: u32,
    of: u32,
    count: u32,
    told: Option<Instant>,
}

impl<'a> Turn<'a> {
    fn begin(app: &'a App, of: usize) -> Result<Self> {
        let of = u32::try_from(of).unwrap_or(u32::MAX);
        Ok(Self { app, stop: app.begin_export()?, done: 0, of, count: 0, told: None })
    }

    /// One of them is done, or was gone meanwhile.
    fn step(&mut self) -> Result<()> {
        if self.stop.load(std::sync::atomic::Ordering::Relaxed) {
            return Err(Error::refused("export_stopped"));
        }
        self.done += 1;
        if self.told.is_none_or(|at| at.elapsed() >= TELL_EVERY) || self.done == self.of {
            self.told = Some(Instant::now());
            self.app.tell(&Event::ExportProgress { done: self.done, of: self.of });
        }
        Ok(())
    }

    fn one(&mut self) -> Result<()> {
        self.count += 1;
        self.step()
    }

    fn written(&self, path: &std::path::Path) -> Exported {
        Exported { file: shown(path), count: self.count }
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.app.end_export();
    }
}

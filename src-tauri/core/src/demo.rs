//! The data of `--demo`: a folder of its own beside the real one, filled with invented people.

use std::path::Path;
use std::sync::Arc;

use crate::app::{App, Options};
use crate::clock::Clock;
use crate::samples::{self, Amount};
use crate::storage::Store;
use crate::views::{NextFilter, PeopleQuery, StageFilter};
use crate::{Error, Result, folder, storage};

/// From this many people on each has ten conversations, so that a large demo is as large as a long life.
const LARGE: u32 = 10_000;

/// Opens the demo with so many people; the one that is there, if it has as many and came in today.
///
/// # Errors
/// `cannot_open` where the system names no folder for data, and those of [`App::open`].
pub fn open(count: u32, clock: Arc<dyn Clock>) -> Result<Arc<App>> {
    let folder = folder::demo_folder().ok_or_else(|| Error::refused("cannot_open"))?;
    open_in(&folder, count, clock)
}

/// The same, in a folder that is named.
///
/// # Errors
/// Those of [`App::open`].
pub fn open_in(folder: &Path, count: u32, clock: Arc<dyn Clock>) -> Result<Arc<App>> {
    let made = format!("{count} {}", clock.now().today());
    let open = || App::open(Options { folder: folder.to_owned(), clock: Arc::clone(&clock), demo: true });
    let app = open()?;
    // Whoever tries the lock out wants to see it ask.
    if app.is_locked() {
        return Ok(app);
    }
    // Data that are shut, damaged or changed, are thrown away as those of another day are.
    let found = app.read(|db| storage::setting::get::<String>(db, "demo")).ok().flatten();
    if found.as_deref() == Some(made.as_str()) {
        return Ok(app);
    }
    // Only the demo's own database is thrown away, and only once nobody else has it open, as who still looks through a large one has.
    drop(app);
    drop(folder::once_free(folder::ENDS_WITHIN, || Store::lock(folder))?);
    storage::closed::forget(folder)?;
    for file in ["rappel.db", "rappel.db-wal", "rappel.db-shm"] {
        match std::fs::remove_file(folder.join(file)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    let app = open()?;
    fill(&app, count)?;
    app.write_once(|write| storage::setting::set(write.db, "demo", &made))?;
    Ok(app)
}

/// Fills an empty Rappel with invented people.
///
/// # Errors
/// Those of the database.
pub fn fill(app: &App, count: u32) -> Result<()> {
    let talks = (count >= LARGE).then_some(10);
    let language = app.language();
    app.write_much(|write| {
        let amount = Amount { people: count, talks };
        storage::search::suspended(write.db, || {
            samples::fill(write, amount, language, &mut |done| tracing::info!(done, count, "demo"))
        })
    })?;
    app.write_once(|write| {
        let view = |key: &str, query: PeopleQuery| storage::view::insert(write.db, &app.text(key), &query);
        view("demo-view-stuck", PeopleQuery { next: Some(NextFilter::None), ..in_stage(StageFilter::InProcess) })?;
        view("demo-view-later", in_stage(StageFilter::Later))?;
        view("demo-view-repeat", in_stage(StageFilter::RepeatCustomer))?;
        Ok(())
    })
}

fn in_stage(stage: StageFilter) -> PeopleQuery {
    PeopleQuery { stages: vec![stage], ..PeopleQuery::default() }
}

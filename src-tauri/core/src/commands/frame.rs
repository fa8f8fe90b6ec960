//! What the frame around every screen shows, the settings, and undo.

use std::path::Path;

use crate::app::App;
use crate::event::Topic;
use crate::first;
use crate::names;
use crate::storage::{self, today};
use crate::text::{check, phone, system_language};
use crate::views::*;
use crate::{Error, Result};
use chrono::Months;
use rappel_domain::holidays::Holidays;
use rappel_domain::settings::{BACKUP_BUDGETS, BIRTHDAY_OFFSETS, Settings, Theme, ZOOMS, ZoomStep};

/// What the frame shows. Nothing is asked of the database, so that it comes at once, whatever goes on there.
///
/// # Errors
/// Why the data can't be used, where they are shut.
pub fn get_frame(app: &App, (): ()) -> Result<Frame> {
    if let Some(why) = app.shut_why() {
        return Err(Error::refused(why));
    }
    Ok(Frame {
        language: app.language(),
        settings: (*app.settings()).clone(),
        today: app.now().today(),
        demo: app.is_demo(),
        waiting_alarms: app.waiting_alarms(),
        paused_until: app.paused_until().map(|until| until.to_string()),
        can_undo: app.can_undo(),
        place: app.take_place(),
        backed_up_at: app.shelf.last(app).map(|at| at.to_string()),
        backup_problem: app.shelf.problem(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
    })
}

/// The counts beside the names of the screens. They are kept, so that they cost the same however many people there are.
///
/// # Errors
/// Those of the database.
pub fn get_counts(app: &App, (): ()) -> Result<Counts> {
    let (today, settings) = (app.now().today(), app.settings());
    app.read(|db| {
        let (people, to_qualify) = storage::count::people(db)?;
        let due = today::due_counts(db, today)?;
        Ok(Counts {
            due: due.overdue + due.today,
            overdue: due.overdue,
            people,
            to_qualify,
            questions: storage::question::count_open(db)? + storage::question::count_to_tell(db)?,
            cards_to_write: storage::card::to_write_this_week(db, today, &settings)?,
            // Nobody removes those of the demo, and there may be a great many.
            samples: if app.is_demo() { 0 } else { storage::batch::count_samples(db)? },
        })
    })
}

/// Drops the page of a window that nobody sees, and remembers where it was. The page asks for it itself: it knows whether something
/// that was typed would be lost.
///
/// # Errors
/// `too_long` for a place that no page names.
pub fn rest_window(app: &App, input: RestWindow) -> Result<()> {
    app.keep_place(check::line("place", &input.place)?);
    app.desktop().rest_window();
    Ok(())
}

/// The settings and the lists that the person makes there.
///
/// # Errors
/// Those of the database.
pub fn get_settings(app: &App, (): ()) -> Result<SettingsView> {
    app.read(|db| {
        Ok(SettingsView {
            settings: storage::setting::settings(db)?,
            system_language: system_language(),
            criteria: storage::criterion::list(db)?,
            steps: storage::step::with_use(db)?,
            sources: storage::source::list(db)?,
            folder: app.folder().display().to_string(),
            bytes: size_on_disk(&app.database()),
            fingerprints: storage::fingerprint::count(db)?,
            countries: phone::countries(),
            currencies: CURRENCIES.map(str::to_owned).to_vec(),
            zooms: ZOOMS.to_vec(),
        })
    })
}

/// Of the database with its log, in which a day's work may still stand.
fn size_on_disk(database: &Path) -> u64 {
    let mut log = database.as_os_str().to_owned();
    log.push("-wal");
    [database, Path::new(&log)].iter().filter_map(|it| std::fs::metadata(it).ok()).map(|it| it.len()).sum()
}

/// Offered first; any other ISO 4217 code can be typed.
const CURRENCIES: [&str; 10] = ["EUR", "USD", "GBP", "CHF", "SEK", "NOK", "DKK", "PLN", "CAD", "JPY"];

/// Changes the settings.
///
/// # Errors
/// `bad_country`, `bad_currency`, `bad_offsets`, `bad_budget` or `bad_zoom`.
pub fn update_settings(app: &App, input: Settings) -> Result<()> {
    if !phone::is_country(&input.country) {
        return Err(Error::refused("bad_country").with("value", &input.country));
    }
    if !rappel_domain::sale::is_currency(&input.currency) {
        return Err(Error::refused("bad_currency").with("value", check::line("currency", &input.currency)?));
    }
    let known = |offset: &u32| BIRTHDAY_OFFSETS.contains(offset);
    if !input.birthday_offsets.iter().all(known) || input.post.delivery_days > 30 {
        return Err(Error::refused("bad_offsets"));
    }
    if !BACKUP_BUDGETS.contains(&input.backup_budget) {
        return Err(Error::refused("bad_budget"));
    }
    if !ZOOMS.contains(&input.zoom) {
        return Err(Error::refused("bad_zoom"));
    }
    let input = Settings { my_name: check::line("my_name", &input.my_name)?, ..input };
    app.write(|write| {
        let old = storage::setting::settings(write.db)?;
        storage::setting::set(write.db, "settings", &input)?;
        write.changed(Topic::Settings);
        let language = |it: &Settings| it.language.unwrap_or_else(system_language);
        first::say_in(app, write, language(&old), language(&input))?;
        // The daily time is looked up when an alarm rings; the rules about birthdays stand in the alarms themselves.
        let rules = |it: &Settings| Settings {
            language: None,
            theme: Theme::System,
            zoom: 100,
            currency: String::new(),
            my_name: String::new(),
            backup_budget: 0,
            name_order: None,
            // Card alarms move before quiet hours in which the daily time lies, and to that time on the day before a day off.
            daily_time: if it.quiet_hours.is_some() || !it.days_off.is_empty() {
                it.daily_time
            } else {
                Settings::default().daily_time
            },
            ..it.clone()
        };
        if rules(&old) != rules(&input) {
            write.touch_everyone();
        }
        if !names::are_sorted(write.db)? {
            names::sort(write)?;
        }
        write.changed(Topic::FollowUps);
        Ok(())
    })
}

/// Draws everything in the windows larger or smaller.
///
/// # Errors
/// Those of the database.
pub fn change_zoom(app: &App, input: ZoomStep) -> Result<()> {
    app.write(|write| {
        let settings = storage::setting::settings(write.db)?;
        let zoom = input.from(settings.zoom);
        if zoom != settings.zoom {
            storage::setting::set(write.db, "settings", &Settings { zoom, ..settings })?;
            write.changed(Topic::Settings);
        }
        Ok(())
    })
}

/// The public holidays of the country in the settings, for a year from today.
///
/// # Errors
/// Never.
pub fn get_holidays(app: &App, (): ()) -> Result<ComingHolidays> {
    let today = app.now().today();
    Ok(ComingHolidays { days: Holidays::of(&app.settings().country).between(today, today + Months::new(12)) })
}

/// Takes back a step.
///
/// # Errors
/// `nothing_to_undo` or `changed_since`.
pub fn undo(app: &App, input: Undo) -> Result<()> {
    app.undo(input.step)
}

/// Does the step again that was taken back last.
///
/// # Errors
/// `nothing_to_undo` or `changed_since`.
pub fn redo(app: &App, (): ()) -> Result<()> {
    app.redo()
}

/// Opens a link in the person's own program.
///
/// # Errors
/// `bad_link` for what is no number, address or web site; `no_program` when the desktop has none for it.
pub fn open_link(app: &App, input: OpenLink) -> Result<()> {
    let url = match input {
        OpenLink::Phone { number } if phone::looks_like_number(&number) => {
            let dial: String = number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
            format!("tel:{dial}")
        }
        OpenLink::Email { address } if check::is_email(&address) => super::templates::mailto(&address),
        OpenLink::Website { url } => website(&url).ok_or_else(|| Error::refused("bad_link"))?,
        _ => return Err(Error::refused("bad_link")),
    };
    app.desktop().open_url(&url)
}

/// The address of a web site as typed; only http and https, so that no click on a contact starts anything else.
fn website(typed: &str) -> Option<String> {
    let typed = typed.trim();
    let has_blank = typed.chars().any(|c| c.is_whitespace() || c.is_control());
    let lower = typed.to_lowercase();
    if typed.is_empty() || has_blank {
        None
    } else if lower.starts_with("https://") || lower.starts_with("http://") {
        Some(typed.to_owned())
    } else if !lower.contains(':') {
        Some(format!("https://{typed}"))
    } else {
        None
    }
}

/// Shows the folder of the data in the file manager.
///
/// # Errors
/// `no_program` when the desktop has none.
pub fn open_data_folder(app: &App, (): ()) -> Result<()> {
    app.desktop().show_folder(app.folder())
}

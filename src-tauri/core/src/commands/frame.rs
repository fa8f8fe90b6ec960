//! What the frame around every screen shows, the settings, and undo.

use crate::app::App;
use crate::event::Topic;
use crate::storage::{self, people, today};
use crate::text::{check, phone, system_language};
use crate::{Error, Result};
use chrono::NaiveDate;
use rappel_domain::ids::{SourceId, StepId};
use rappel_domain::qualification::Criterion;
use rappel_domain::sale::Money;
use rappel_domain::settings::{Language, Settings};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the sidebar and the top of the page show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Frame {
    /// The language in use: that of the settings, else of the system.
    pub language: Language,
    /// All settings.
    pub settings: Settings,
    /// The date on the wall calendar.
    pub today: NaiveDate,
    /// Overdue and due today.
    pub due: u32,
    /// Of these, the overdue ones.
    pub overdue: u32,
    /// All people who are not in the trash.
    pub people: u32,
    /// Leads to qualify.
    pub to_qualify: u32,
    /// How many sample people there are.
    pub samples: u32,
    /// Whether this is the folder of `--demo`.
    pub demo: bool,
    /// Whether the desktop takes pop-ups.
    pub pop_ups_taken: bool,
    /// Until when alarms are paused, as a civil moment.
    pub paused_until: Option<String>,
    /// The last step that can be undone.
    pub can_undo: Option<crate::event::UndoStep>,
    /// A file given at start, waiting for the import screen.
    pub offered_file: Option<crate::event::OfferedFile>,
    /// The program's version.
    pub version: String,
}

/// A step with its use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StepView {
    /// Its number.
    pub id: StepId,
    /// Its name.
    pub name: String,
    /// How many days an opportunity usually stays in it.
    pub usual_days: u32,
    /// No longer used for new opportunities.
    pub archived: bool,
    /// How many open opportunities stand in it.
    pub open: u32,
}

/// A source with its use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SourceView {
    /// Its number.
    pub id: SourceId,
    /// Its name.
    pub name: String,
    /// What it cost, if known.
    pub cost: Option<Money>,
    /// No longer offered.
    pub archived: bool,
    /// How many contacts came from it.
    pub contacts: u32,
}

/// Everything the settings screen shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SettingsView {
    /// The settings.
    pub settings: Settings,
    /// The language that the system asks for.
    pub system_language: Language,
    /// All criteria in their order.
    pub criteria: Vec<Criterion>,
    /// All steps in their order.
    pub steps: Vec<StepView>,
    /// All sources in their order.
    pub sources: Vec<SourceView>,
    /// The folder in which the data lies.
    pub folder: String,
    /// The size of the database in bytes.
    #[ts(type = "number")]
    pub bytes: u64,
    /// ISO 3166 codes of the countries whose phone numbers can be read.
    pub countries: Vec<String>,
    /// ISO 4217 codes offered first.
    pub currencies: Vec<String>,
}

/// Which step to undo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Undo {
    /// The step, or none for the last one.
    #[ts(type = "number | null")]
    pub step: Option<i64>,
}

/// A link for the person's own programs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum OpenLink {
    /// Call this number.
    Phone {
        /// The number.
        number: String,
    },
    /// Write to this address.
    Email {
        /// The address.
        address: String,
    },
    /// Open this web site; only http and https are taken.
    Website {
        /// The address.
        url: String,
    },
}

/// What the frame shows.
///
/// # Errors
/// Those of the database.
pub fn get_frame(app: &App, (): ()) -> Result<Frame> {
    let now = app.now();
    let (people, to_qualify, due, samples) = app.read(|db| {
        let (people, to_qualify) = people::counts(db)?;
        Ok((people, to_qualify, today::due_counts(db, now.today())?, storage::batch::count_samples(db)?))
    })?;
    Ok(Frame {
        language: app.language(),
        settings: (*app.settings()).clone(),
        today: now.today(),
        due: due.overdue + due.today,
        overdue: due.overdue,
        people,
        to_qualify,
        samples,
        demo: app.is_demo(),
        pop_ups_taken: app.pop_ups_taken(),
        paused_until: app.paused_until().map(|until| until.to_string()),
        can_undo: app.can_undo(),
        offered_file: app.take_waiting_file(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
    })
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
            steps: storage::step::list(db)?,
            sources: storage::source::list(db)?,
            folder: app.folder().display().to_string(),
            bytes: std::fs::metadata(app.database()).map_or(0, |file| file.len()),
            countries: phone::countries(),
            currencies: CURRENCIES.map(str::to_owned).to_vec(),
        })
    })
}

/// Offered first; any other ISO 4217 code can be typed.
const CURRENCIES: [&str; 10] = ["EUR", "USD", "GBP", "CHF", "SEK", "NOK", "DKK", "PLN", "CAD", "JPY"];

/// Changes the settings.
///
/// # Errors
/// `bad_country`, `bad_currency` or `bad_offsets`.
pub fn update_settings(app: &App, input: Settings) -> Result<()> {
    if !phone::is_country(&input.country) {
        return Err(Error::refused("bad_country").with("value", &input.country));
    }
    if !rappel_domain::sale::is_currency(&input.currency) {
        return Err(Error::refused("bad_currency").with("value", check::line("currency", &input.currency)?));
    }
    let known = |offset: &u32| rappel_domain::settings::BIRTHDAY_OFFSETS.contains(offset);
    if !input.birthday_offsets.iter().all(known) || input.post.delivery_days > 30 {
        return Err(Error::refused("bad_offsets"));
    }
    app.write(|write| {
        let old = storage::setting::settings(write.db)?;
        storage::setting::set(write.db, "settings", &input)?;
        write.changed(Topic::Settings);
        // The daily time is looked up when an alarm rings; the rules about birthdays stand in the alarms themselves.
        let birthdays = |it: &Settings| (it.leap_day, it.birthday_offsets.clone(), it.card_alarms, it.post.clone());
        if birthdays(&old) != birthdays(&input) {
            write.touch_everyone();
        }
        if old.daily_time != input.daily_time {
            write.changed(Topic::FollowUps);
        }
        Ok(())
    })
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
        OpenLink::Email { address } if check::is_email(&address) => format!("mailto:{address}"),
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

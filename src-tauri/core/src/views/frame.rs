//! What the frame around every screen shows, the settings, and undo.

use chrono::NaiveDate;
use rappel_domain::ids::{SourceId, StepId};
use rappel_domain::qualification::Criterion;
use rappel_domain::sale::Money;
use rappel_domain::settings::{Language, Settings};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::WaitingAlarm;

/// What the frame around every screen shows. None of it hangs on how much there is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Frame {
    /// The language in use: that of the settings, else of the system.
    pub language: Language,
    /// All settings.
    pub settings: Settings,
    /// The date on the wall calendar.
    pub today: NaiveDate,
    /// Whether this is the folder of `--demo`.
    pub demo: bool,
    /// The pop-ups that the desktop refused and nobody answered.
    pub waiting_alarms: Vec<WaitingAlarm>,
    /// Until when alarms are paused, as a civil moment.
    pub paused_until: Option<String>,
    /// The last step that can be undone.
    pub can_undo: Option<crate::event::UndoStep>,
    /// Where the window was when its page was dropped, as the page named it; told once.
    pub place: Option<String>,
    /// When the newest backup was made, as a civil moment.
    pub backed_up_at: Option<String>,
    /// Why the last backup could not be made.
    pub backup_problem: Option<crate::error::ErrorView>,
    /// The program's version.
    pub version: String,
}

/// The counts beside the names of the screens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Counts {
    /// Overdue and due today.
    pub due: u32,
    /// Of these, the overdue ones.
    pub overdue: u32,
    /// All people who are not in the trash.
    pub people: u32,
    /// Leads to qualify.
    pub to_qualify: u32,
    /// Questions that are open, and answers still to be told.
    pub questions: u32,
    /// Cards to write so that they can be posted within a week.
    pub cards_to_write: u32,
    /// How many sample people there are; none in the demo, where they are not counted.
    pub samples: u32,
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
    /// How many fingerprints of people who refused contact are kept.
    pub fingerprints: u32,
    /// ISO 3166 codes of the countries whose phone numbers can be read.
    pub countries: Vec<String>,
    /// ISO 4217 codes offered first.
    pub currencies: Vec<String>,
    /// How large everything can be drawn, in percent.
    pub zooms: Vec<u32>,
}

/// Which step to undo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Undo {
    /// The step, or none for the last one.
    #[ts(type = "number | null")]
    pub step: Option<i64>,
}

/// The page of a window that nobody sees wants to go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RestWindow {
    /// Where it is, in its own words: it goes there when it comes again.
    pub place: String,
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

/// Whether Rappel starts with the computer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StartAtLogin {
    /// Whether it does; none where this desktop can't be asked.
    pub on: Option<bool>,
    /// Whether the person should be asked.
    pub ask: bool,
}

/// Whether Rappel shall start with the computer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SetStartAtLogin {
    /// Whether it shall.
    pub on: bool,
}

/// The public holidays of the country in the settings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ComingHolidays {
    /// Those of a year from today.
    pub days: Vec<NaiveDate>,
}

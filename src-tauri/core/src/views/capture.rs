//! The small window for somebody who was just met: what is typed there, what is understood of it, and what became of it.

use chrono::NaiveDate;
use rappel_domain::follow_up::Due;
use rappel_domain::ids::ContactId;
use rappel_domain::settings::{Language, Theme};
use rappel_domain::when::Unclear;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::PersonRow;

/// What is typed in the small window, as it stands there.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct CaptureDraft {
    /// The whole name.
    pub name: String,
    /// A phone number, an e-mail address, or both.
    pub reach: String,
    /// Where they were met.
    pub place: String,
    /// A remark.
    pub note: String,
    /// When to follow up, in plain words.
    pub when: String,
}

/// What the small window begins with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Capture {
    /// The language in use.
    pub language: Language,
    /// Light or dark.
    pub theme: Theme,
    /// The date on the wall calendar.
    pub today: NaiveDate,
    /// What was typed before and not saved.
    pub draft: CaptureDraft,
    /// The names of the sources.
    pub sources: Vec<String>,
}

/// When something is due, in plain words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WhenTyped {
    /// The words.
    pub text: String,
}

/// What is understood of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum WhenRead {
    /// This.
    Due {
        /// When.
        due: Due,
    },
    /// Nothing sure.
    Unclear {
        /// Why.
        why: Unclear,
    },
}

/// What saving would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CaptureLook {
    /// When to follow up.
    pub when: WhenRead,
    /// A source of that name would be made.
    pub new_source: bool,
    /// Somebody with that phone number or e-mail address is in the list.
    pub same: Option<PersonRow>,
    /// Somebody with one of them refused contact.
    pub refused: bool,
}

/// What is typed is to be saved.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct SaveCapture {
    /// What is typed.
    pub draft: CaptureDraft,
    /// With whom it belongs; none for a new lead.
    pub to: Option<ContactId>,
    /// A new lead although somebody like that is in the list.
    pub though_there: bool,
    /// A new lead although somebody like that refused contact.
    pub though_refused: bool,
}

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum SavedCapture {
    /// It is saved.
    Saved {
        /// With whom.
        contact: ContactId,
    },
    /// Nothing is saved yet: somebody with that phone number or e-mail address is in the list.
    Same {
        /// Who.
        person: Box<PersonRow>,
    },
    /// Nothing is saved yet: somebody with one of them refused contact.
    Refused,
}

/// Why the keys for the small window do not work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ShortcutProblem {
    /// Another program has them.
    Taken,
    /// Wayland lets no program listen for keys everywhere.
    Wayland,
    /// There is no such key here, or nobody to ask for it.
    NotHere,
}

/// The keys for the small window.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CaptureShortcut {
    /// The keys, as `Ctrl+Alt+J`; none where they are off.
    pub keys: Option<String>,
    /// Why they do not work, if they don't.
    pub problem: Option<ShortcutProblem>,
}

/// Other keys for the small window.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SetCaptureShortcut {
    /// The keys, or none for off.
    pub keys: Option<String>,
}

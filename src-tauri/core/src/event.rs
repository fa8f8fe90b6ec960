//! What the core tells the outside after it happened: which data changed, and what the window should show.

use rappel_domain::ids::{AlarmId, ContactId, FollowUpId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A kind of data that screens show. A screen that shows it fetches it again after a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// Contacts and all that stands in their rows: names, places, sales, tags.
    Contacts,
    /// Conversations, questions and history.
    Conversations,
    /// Follow-ups, cards and alarms.
    FollowUps,
    /// Criteria, steps, sources, tags and settings.
    Settings,
    /// The backups.
    Backups,
}

/// A write that can be undone, as the toast tells it: Fluent text `did-<what>` with the person's name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UndoStep {
    /// Names the step for `undo`.
    #[ts(type = "number")]
    pub id: i64,
    /// What was done.
    pub what: String,
    /// Whom it was about; empty where it was about nobody.
    pub name: String,
}

/// Where the window should go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Goto {
    /// Just show the window.
    Window,
    /// Today, with these alarms' items marked.
    Today {
        /// The alarms of a summary.
        alarms: Vec<AlarmId>,
    },
    /// A contact.
    Contact {
        /// Which one.
        contact: ContactId,
    },
    /// A follow-up of somebody at Later that is done: the contact, and the question what becomes of them.
    FinishLater {
        /// Whose.
        contact: ContactId,
        /// Which one.
        follow_up: FollowUpId,
    },
    /// The import screen with a file that was dropped on the window or given at start.
    Import {
        /// The file as offered.
        file: OfferedFile,
    },
}

/// A file the person chose. The page never sees its path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OfferedFile {
    /// Names the file in later commands.
    #[ts(type = "number")]
    pub token: i64,
    /// Its name, without the folder.
    pub name: String,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Event {
    /// Data changed and is on disk.
    Changed {
        /// Which kinds.
        topics: Vec<Topic>,
        /// How to take it back, where it can be.
        undo: Option<UndoStep>,
    },
    /// The window should come to the front and go there.
    Open {
        /// Where.
        to: Goto,
    },
    /// An import goes on.
    Progress {
        /// Rows done.
        done: u32,
        /// Rows in all.
        of: u32,
    },
    /// What is done to many goes on.
    ManyProgress {
        /// How much is done.
        done: u32,
        /// How much there is in all.
        of: u32,
    },
    /// An export goes on.
    ExportProgress {
        /// People or events done.
        done: u32,
        /// How many in all.
        of: u32,
    },
    /// The desktop refused a pop-up, or one that waited is waiting no more.
    PopUps,
}

impl Event {
    /// The data are others than before: everything is fetched anew.
    pub(crate) fn everything_changed() -> Self {
        let topics = vec![Topic::Contacts, Topic::Conversations, Topic::FollowUps, Topic::Settings, Topic::Backups];
        Self::Changed { topics, undo: None }
    }

    /// Whether data of this kind changed.
    #[must_use]
    pub fn changes(&self, topic: Topic) -> bool {
        matches!(self, Self::Changed { topics, .. } if topics.contains(&topic))
    }
}

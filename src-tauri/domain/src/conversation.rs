//! What was said, over which channel, and how it ended.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::follow_up::FollowUpDraft;
use crate::process::Permission;
use crate::sale::SaleDraft;

/// How a conversation was held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// By telephone.
    Call,
    /// Face to face.
    Visit,
    /// A presentation, with a call to action.
    Presentation,
    /// E-mail.
    Email,
    /// A short message.
    Message,
    /// A form on a web site.
    WebForm,
    /// Anything else.
    Other,
}

/// How a conversation ended, with what that end needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Ending {
    /// Nothing was decided.
    JustATalk,
    /// They bought.
    Yes {
        /// What they bought.
        sale: SaleDraft,
    },
    /// Not ready now: come back later.
    NotReady {
        /// When, and what for.
        follow_up: FollowUpDraft,
    },
    /// They declined.
    No {
        /// Whether they may be kept on the list.
        permission: Permission,
        /// When they may be asked again, if agreed.
        ask_again: Option<NaiveDate>,
        /// Why, in their words; may be empty.
        reason: String,
    },
    /// Nobody answered; the attempt is counted.
    NoAnswer,
}

/// The end as it is kept with the conversation; what it brought stands in its own rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum EndingKind {
    /// See [`Ending::JustATalk`].
    JustATalk,
    /// See [`Ending::Yes`].
    Yes,
    /// See [`Ending::NotReady`].
    NotReady,
    /// See [`Ending::No`].
    No,
    /// See [`Ending::NoAnswer`].
    NoAnswer,
}

impl Ending {
    /// Which end it is.
    pub fn kind(&self) -> EndingKind {
        match self {
            Self::JustATalk => EndingKind::JustATalk,
            Self::Yes { .. } => EndingKind::Yes,
            Self::NotReady { .. } => EndingKind::NotReady,
            Self::No { .. } => EndingKind::No,
            Self::NoAnswer => EndingKind::NoAnswer,
        }
    }
}

/// The questions in a note: the lines that start with `?`, without the mark.
pub fn questions_in(said: &str) -> Vec<String> {
    said.lines()
        .filter_map(|line| line.trim_start().strip_prefix('?'))
        .map(|question| question.trim_start_matches('?').trim())
        .filter(|question| !question.is_empty())
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_start_with_a_question_mark_are_questions() {
        let said = "Liked it.\n? Can I stop after three months?\n  ?? What about Saturdays\n?\nSaid: why?";
        assert_eq!(questions_in(said), ["Can I stop after three months?", "What about Saturdays"]);
    }
}

//! What happened to a contact, stored as kind and arguments so that it reads in either language.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::birthday::Birthday;
use crate::card::CardState;
use crate::follow_up::Due;
use crate::process::{Lifecycle, Standing};
use crate::qualification::Answer;
use crate::sale::Money;

/// One thing that happened. Names of steps, criteria and sources are kept as they were called then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Happened {
    /// Came in by hand.
    Added,
    /// Was met in person.
    Met {
        /// Where.
        place: String,
    },
    /// Came in from a file.
    Imported {
        /// The file's name.
        file: String,
        /// Line of the file, counted from 1.
        #[ts(type = "number")]
        line: i64,
    },
    /// Fields were changed by a file.
    Updated {
        /// The file's name.
        file: String,
        /// Line of the file, counted from 1.
        #[ts(type = "number")]
        line: i64,
        /// Their names.
        fields: Vec<String>,
    },
    /// Fields were changed.
    Edited {
        /// Their names.
        fields: Vec<String>,
    },
    /// A criterion was answered.
    Answered {
        /// Its name.
        criterion: String,
        /// The answer.
        answer: Answer,
        /// The words that prove it.
        proof: String,
    },
    /// The rule of qualification was overridden.
    Overridden {
        /// Why.
        why: String,
    },
    /// The lifecycle changed.
    LifecycleChanged {
        /// From.
        from: Lifecycle,
        /// To.
        to: Lifecycle,
    },
    /// The standing changed.
    StandingChanged {
        /// From.
        from: Standing,
        /// To.
        to: Standing,
        /// Why; may be empty.
        reason: String,
    },
    /// *Contact allowed again*.
    ContactAllowedAgain,
    /// Moved from one step to another.
    StepChanged {
        /// From.
        from: String,
        /// To.
        to: String,
    },
    /// An opportunity was opened or resumed.
    OpportunityOpened {
        /// The step it stands in.
        step: String,
        /// Whether it was paused before.
        resumed: bool,
    },
    /// The opportunity was lost.
    OpportunityLost {
        /// Why; may be empty.
        reason: String,
    },
    /// Something was sold.
    Sold {
        /// What.
        what: String,
        /// For how much.
        amount: Money,
    },
    /// A follow-up was planned.
    FollowUpAdded {
        /// What to do.
        what: String,
        /// When.
        due: Due,
    },
    /// A follow-up was done.
    FollowUpDone {
        /// What was to do.
        what: String,
    },
    /// A follow-up was moved.
    FollowUpMoved {
        /// What to do.
        what: String,
        /// From.
        from: Due,
        /// To.
        to: Due,
    },
    /// A follow-up was dropped.
    FollowUpDropped {
        /// What was to do.
        what: String,
    },
    /// A question was asked outside a conversation.
    QuestionAsked {
        /// The question.
        question: String,
    },
    /// A question was answered.
    QuestionAnswered {
        /// The question.
        question: String,
        /// The answer.
        answer: String,
    },
    /// The answer to a question was told.
    AnswerTold {
        /// The question.
        question: String,
    },
    /// A year's card changed.
    CardChanged {
        /// The year.
        year: i32,
        /// How it stands now.
        state: CardState,
    },
    /// The birthday was set, changed or removed.
    BirthdayChanged {
        /// The new one.
        to: Option<Birthday>,
    },
    /// Somebody else turned out to be the same person.
    Merged {
        /// The name that the other had.
        name: String,
    },
    /// They introduced somebody, who is named beside it.
    Introduced,
    /// Somebody introduced them, who is named beside it.
    IntroducedBy,
    /// Put in the trash.
    Trashed,
    /// Taken back out of the trash.
    Restored,
}

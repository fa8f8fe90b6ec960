//! Qualification, and everyone's place in the process.

use chrono::NaiveDate;
use rappel_domain::follow_up::Due;
use rappel_domain::ids::{ContactId, CriterionId, SourceId, StepId};
use rappel_domain::process::{Asks, Lifecycle, Permission, Place, Target};
use rappel_domain::qualification::{Answer, Judgement};
use rappel_domain::sale::{Money, SaleDraft};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::StageFilter;

/// One answer with its proof.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct GivenAnswer {
    /// To which criterion.
    pub criterion: CriterionId,
    /// The answer.
    pub answer: Answer,
    /// The words that prove it; none leaves those that were there.
    #[serde(default)]
    pub proof: Option<String>,
}

/// Answers for one person. Those not named stay as they are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct QualifyAnswers {
    /// Whose.
    pub contact: ContactId,
    /// The answers.
    pub answers: Vec<GivenAnswer>,
}

/// What would become of somebody with these answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct QualifyPreview {
    /// What the answers come to.
    pub judgement: Judgement,
    /// Where they stand now.
    pub now: Place,
    /// Where they would stand.
    pub then: Place,
    /// How far they would have come.
    pub lifecycle: Lifecycle,
}

/// The rule overridden.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OverrideQualification {
    /// For whom.
    pub contact: ContactId,
    /// Why; must not be empty.
    pub why: String,
}

/// Which people to show on the board.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ProcessQuery {
    /// Only from these sources.
    pub sources: Vec<SourceId>,
}

/// Somebody on the board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProcessCard {
    /// Who.
    pub id: ContactId,
    /// Name as shown.
    pub name: String,
    /// Company, else the source; may be empty.
    pub company: String,
    /// How far they came.
    pub lifecycle: Lifecycle,
    /// Criteria answered.
    pub asked: u32,
    /// Criteria in all.
    pub asked_of: u32,
    /// The next follow-up.
    pub next: Option<Due>,
    /// In the sales phase without a follow-up.
    pub no_next_step: bool,
    /// Days in the step, when that is more than usual.
    pub stale_days: Option<u32>,
    /// What the opportunity may bring.
    pub expected: Option<Money>,
    /// Number of sales.
    pub sales: u32,
    /// Day of the last sale.
    pub last_sale: Option<NaiveDate>,
}

/// A column of the board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProcessColumn {
    /// Which place it stands for.
    pub place: Place,
    /// The step's name, for steps.
    pub step: Option<String>,
    /// How many people stand there.
    pub count: u32,
    /// The first fifty of them, the most pressing first.
    pub cards: Vec<ProcessCard>,
}

/// How many stand on a shelf below the board.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Shelf {
    /// Which one; `Declined` is those who agreed to be asked again or were not asked.
    pub stage: StageFilter,
    /// How many.
    pub count: u32,
}

/// The board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProcessBoard {
    /// Leads, each step, customers, repeat customers.
    pub columns: Vec<ProcessColumn>,
    /// Later, declined, do not contact, not a fit.
    pub shelves: Vec<Shelf>,
}

/// A move to look at before it is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PreviewMove {
    /// Who.
    pub contact: ContactId,
    /// Where to.
    pub target: Target,
}

/// What a move asks for, and what it brings with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MovePreview {
    /// What has to be asked first.
    pub asks: Asks,
    /// Name of the person.
    pub name: String,
    /// Open follow-ups that the move would drop.
    pub drops_follow_ups: u32,
    /// Whether it begins a new sale to a customer.
    pub sell_again: bool,
}

/// A move with what it needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Move {
    /// To a step.
    Step {
        /// Which one.
        step: StepId,
        /// Why the rule is overridden, for a lead whose required answers are not all yes.
        #[serde(default)]
        override_why: Option<String>,
    },
    /// To the customers.
    Customer {
        /// What they bought.
        sale: SaleDraft,
    },
    /// To Later.
    Later {
        /// When to come back.
        due: Due,
        /// What for.
        what: String,
    },
    /// To Declined.
    Declined {
        /// Whether they may be kept on the list.
        permission: Permission,
        /// When they may be asked again, if agreed.
        ask_again: Option<NaiveDate>,
        /// Why; may be empty.
        reason: String,
    },
    /// To Not a fit.
    NotAFit {
        /// The criterion they failed, if it was one.
        criterion: Option<CriterionId>,
        /// Or another reason.
        reason: String,
    },
}

/// Somebody moved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MoveContact {
    /// Who.
    pub contact: ContactId,
    /// Where, with what that needs.
    pub to: Move,
}

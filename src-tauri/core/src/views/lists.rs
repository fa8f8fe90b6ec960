//! The lists that the person makes in the settings: criteria, steps and sources.

use rappel_domain::ids::{CriterionId, SourceId, StepId};
use rappel_domain::sale::Money;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A criterion, new or changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SaveCriterion {
    /// Which one; none for a new one.
    pub id: Option<CriterionId>,
    /// Its name.
    pub name: String,
    /// The short question to ask.
    pub question: String,
    /// Whether a prospect has to meet it.
    pub required: bool,
    /// No longer asked.
    pub archived: bool,
}

/// The criteria in a new order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ArrangeCriteria {
    /// All of them.
    pub order: Vec<CriterionId>,
}

/// A change to a criterion to look at before it is done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PreviewCriteria {
    /// The change.
    pub change: SaveCriterion,
}

/// Whom a change to the criteria would move.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CriteriaPreview {
    /// Leads who would become prospects.
    pub become_prospects: u32,
    /// Prospects outside the sales phase who would be leads again.
    pub become_leads: u32,
    /// Prospects in the sales phase who keep their place.
    pub keep_place: u32,
}

/// A step, new or changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SaveStep {
    /// Which one; none for a new one.
    pub id: Option<StepId>,
    /// Its name.
    pub name: String,
    /// How many days an opportunity usually stays in it, 1 to 999.
    pub usual_days: u32,
    /// No longer used. Refused while opportunities stand in it, or when it is the last one.
    pub archived: bool,
}

/// The steps in a new order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ArrangeSteps {
    /// All of them.
    pub order: Vec<StepId>,
}

/// A source, new or changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SaveSource {
    /// Which one; none for a new one.
    pub id: Option<SourceId>,
    /// Its name.
    pub name: String,
    /// What it cost, if known.
    pub cost: Option<Money>,
    /// No longer offered.
    pub archived: bool,
}

/// The sources in a new order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ArrangeSources {
    /// All of them.
    pub order: Vec<SourceId>,
}

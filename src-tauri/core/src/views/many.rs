//! What is done to many people at once: whom, what, and what would become of it.

use chrono::NaiveDate;
use rappel_domain::follow_up::{Due, FollowUpDraft};
use rappel_domain::ids::{ContactId, CriterionId, SourceId};
use rappel_domain::many::LeftOut;
use rappel_domain::process::Permission;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Whom;

/// What is done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ManyDeed {
    /// Gives a tag.
    AddTag {
        /// Its name.
        tag: String,
    },
    /// Takes a tag away.
    RemoveTag {
        /// Its name.
        tag: String,
    },
    /// Says where they came from.
    SetSource {
        /// The source, or none.
        source: Option<SourceId>,
    },
    /// Plans a follow-up for each.
    PlanFollowUp {
        /// What and when.
        draft: FollowUpDraft,
    },
    /// Standing Later.
    Later {
        /// When to come back.
        due: Due,
        /// What for.
        what: String,
    },
    /// Standing Declined.
    Decline {
        /// Whether they may be kept on the list.
        permission: Permission,
        /// When they may be asked again, if agreed.
        ask_again: Option<NaiveDate>,
        /// Why; may be empty.
        reason: String,
    },
    /// Standing Not a fit.
    NotAFit {
        /// The criterion they failed, if it was one.
        criterion: Option<CriterionId>,
        /// Or another reason.
        reason: String,
    },
    /// Standing Active.
    Activate,
    /// Into the trash.
    Trash,
    /// Out of the trash.
    Restore,
}

/// A deed with those whom it is done to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DoToMany {
    /// To whom.
    pub whom: Whom,
    /// What.
    pub deed: ManyDeed,
}

/// How many are left out for one reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LeftOutCount {
    /// Why.
    pub why: LeftOut,
    /// How many.
    pub count: u32,
}

/// What a deed would change, or did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ManyOutcome {
    /// How many people it touches.
    pub changed: u32,
    /// Whom it does not touch.
    pub left_out: Vec<LeftOutCount>,
    /// Open follow-ups that it drops.
    pub drops_follow_ups: u32,
}

/// People by their numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChosenPeople {
    /// Who.
    pub contacts: Vec<ContactId>,
    /// Whether those in the trash count.
    pub trash: bool,
}

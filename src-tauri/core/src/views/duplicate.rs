//! People who may be in the list twice, and how two become one.

use rappel_domain::contact::ContactDraft;
use rappel_domain::duplicate::Why;
use rappel_domain::ids::{ContactId, CriterionId};
use rappel_domain::process::Standing;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Person, PersonRow};

/// Two people who may be one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DuplicatePair {
    /// The one who came in first.
    pub one: PersonRow,
    /// The other.
    pub other: PersonRow,
    /// Why one would think so, the strongest reason first.
    pub why: Vec<Why>,
}

/// Two people, in any order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TwoPeople {
    /// The one.
    pub one: ContactId,
    /// The other.
    pub other: ContactId,
}

/// Two people side by side, and what would become of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MergePreview {
    /// The one, who keeps their number.
    pub one: MergeSide,
    /// The other.
    pub other: MergeSide,
    /// The fields as they would be: what only one has is taken from that one, and lists are united.
    pub draft: ContactDraft,
    /// Why they may be the same; empty where nothing shows it.
    pub why: Vec<Why>,
    /// The stricter of the two standings, which counts for both.
    pub standing: Standing,
}

/// One of the two.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MergeSide {
    /// All that is known.
    pub person: Person,
    /// How many conversations there were.
    pub conversations: u32,
}

/// Two people to make one of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MergeContacts {
    /// The one, who keeps their number.
    pub one: ContactId,
    /// The other, whose number goes.
    pub other: ContactId,
    /// The fields as chosen.
    pub draft: ContactDraft,
    /// The photo is the other's.
    pub photo_of_other: bool,
    /// The opportunity that goes on is the other's, where both have one.
    pub opportunity_of_other: bool,
    /// The criteria to which the other's answer counts.
    pub answers_of_other: Vec<CriterionId>,
}

//! The few short questions that tell a prospect from a lead.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::CriterionId;

/// The answer to a criterion. *Ask later* leaves it [`Answer::NotAsked`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Not asked, or put off.
    NotAsked,
    /// Yes.
    Yes,
    /// No.
    No,
}

/// What the three criteria of the first start ask; an own one is [`CriterionRole::Own`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CriterionRole {
    /// Fits my target market.
    Market,
    /// Has the means to buy.
    Means,
    /// May decide. *No* offers *who does?*
    Decides,
    /// Made by the user.
    Own,
}

/// A yes/no test for a prospect.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Criterion {
    /// Its number.
    pub id: CriterionId,
    /// What it is called on the screen.
    pub name: String,
    /// The short question to ask.
    pub question: String,
    /// Whether a prospect has to meet it.
    pub required: bool,
    /// Which one of the first three it is, if any.
    pub role: CriterionRole,
    /// No longer asked.
    pub archived: bool,
}

/// What a set of answers comes to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Judgement {
    /// How many criteria are required.
    pub required: u32,
    /// How many of these were answered yes.
    pub required_yes: u32,
    /// How many of these were answered no.
    pub required_no: u32,
    /// How many criteria there are.
    pub asked_of: u32,
    /// How many were answered yes or no.
    pub asked: u32,
    /// How many were answered yes.
    pub yes: u32,
    /// How many were answered no.
    pub no: u32,
}

impl Judgement {
    /// Every required criterion was answered yes.
    pub fn all_required_yes(&self) -> bool {
        self.required > 0 && self.required_yes == self.required
    }

    /// At least one yes and no no: worth a closer look.
    pub fn promising(&self) -> bool {
        self.yes > 0 && self.no == 0
    }
}

/// Judges `answers` by the criteria that are not archived. A criterion without an answer counts as not asked.
pub fn judge<'a>(
    criteria: impl IntoIterator<Item = &'a Criterion>,
    answer_of: impl Fn(CriterionId) -> Answer,
) -> Judgement {
    let mut sum = Judgement::default();
    for criterion in criteria.into_iter().filter(|criterion| !criterion.archived) {
        let answer = answer_of(criterion.id);
        let (yes, no) = (u32::from(answer == Answer::Yes), u32::from(answer == Answer::No));
        sum.asked_of += 1;
        sum.asked += yes + no;
        sum.yes += yes;
        sum.no += no;
        if criterion.required {
            sum.required += 1;
            sum.required_yes += yes;
            sum.required_no += no;
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    fn criterion(id: i64, required: bool, archived: bool) -> Criterion {
        Criterion {
            id: CriterionId(id),
            name: String::new(),
            question: String::new(),
            required,
            role: CriterionRole::Own,
            archived,
        }
    }

    #[test]
    fn an_archived_criterion_no_longer_stands_in_the_way() {
        let criteria = [criterion(1, true, false), criterion(2, true, true)];
        let judged = judge(&criteria, |id| if id.0 == 1 { Answer::Yes } else { Answer::No });
        assert!(judged.all_required_yes());
        assert!(judged.promising());
    }

    #[test]
    fn an_optional_no_leaves_a_prospect_but_no_longer_just_promising() {
        let criteria = [criterion(1, true, false), criterion(2, false, false)];
        let judged = judge(&criteria, |id| if id.0 == 1 { Answer::Yes } else { Answer::No });
        assert!(judged.all_required_yes());
        assert!(!judged.promising());
    }

    #[test]
    fn with_nothing_required_nobody_becomes_a_prospect_by_itself() {
        assert!(!judge(&[criterion(1, false, false)], |_| Answer::Yes).all_required_yes());
    }
}

//! Where everyone stands: lifecycle and place are derived here, and nowhere else, from facts that happened.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::StepId;

/// How far somebody came. Derived, never typed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Lifecycle {
    /// Not qualified, no sale.
    Lead,
    /// Every required criterion answered yes, or the rule overridden; no sale.
    Prospect,
    /// At least one sale.
    Customer,
    /// Sales on two or more different days.
    RepeatCustomer,
}

/// The answer to *may I keep you on my list?*, asked when somebody declined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Permission {
    /// May be asked again.
    Agreed,
    /// The question was not asked yet.
    NotAsked,
    /// Never contact.
    Refused,
}

/// What stands beside the lifecycle: whether they are open to talk now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Standing {
    /// Nothing stands in the way.
    Active,
    /// Not ready now; the date is that of an open follow-up.
    Later,
    /// Said no.
    Declined {
        /// Whether they may be kept on the list.
        permission: Permission,
    },
    /// Failed a required criterion, or is no fit for another reason.
    NotAFit,
}

impl Standing {
    /// The strictest of two, for somebody who was there twice: whoever refused once, refused.
    pub fn strictest(self, other: Self) -> Self {
        if other.strictness() > self.strictness() { other } else { self }
    }

    fn strictness(self) -> u8 {
        match self {
            Self::Active => 0,
            Self::Later => 1,
            Self::Declined { permission: Permission::Agreed } => 2,
            Self::Declined { permission: Permission::NotAsked } => 3,
            Self::NotAFit => 4,
            Self::Declined { permission: Permission::Refused } => 5,
        }
    }
}

/// The facts about one contact that decide where they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facts {
    /// In the trash.
    pub trashed: bool,
    /// The standing.
    pub standing: Standing,
    /// Every required criterion was answered yes.
    pub all_required_yes: bool,
    /// The user overrode the rule and said why.
    pub overridden: bool,
    /// On how many different days they bought, counted up to two at least.
    pub sale_days: u32,
    /// The step of the open opportunity, if there is one.
    pub open_step: Option<StepId>,
}

/// The one place where a contact stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Place {
    /// In the trash.
    Trash,
    /// Refused contact.
    DoNotContact,
    /// Not a fit.
    NotAFit,
    /// Declined, and agreed to be asked again.
    DeclinedAgreed,
    /// Declined; whether they may be asked again is not known yet.
    DeclinedNotAsked,
    /// Not ready now.
    Later,
    /// In a step of the sales phase.
    Step {
        /// Which one.
        step: StepId,
    },
    /// Bought on two or more days.
    RepeatCustomer,
    /// Bought.
    Customer,
    /// All others.
    Lead,
}

impl Facts {
    /// Whether they count as qualified: by answers or by override.
    pub fn qualified(&self) -> bool {
        self.all_required_yes || self.overridden
    }

    /// How far they came.
    pub fn lifecycle(&self) -> Lifecycle {
        match self.sale_days {
            0 if self.qualified() => Lifecycle::Prospect,
            0 => Lifecycle::Lead,
            1 => Lifecycle::Customer,
            _ => Lifecycle::RepeatCustomer,
        }
    }

    /// Whether an opportunity has to be opened or resumed: a prospect who is active always has an open one.
    pub fn needs_opportunity(&self) -> bool {
        !self.trashed
            && self.standing == Standing::Active
            && self.lifecycle() == Lifecycle::Prospect
            && self.open_step.is_none()
    }

    /// Whether alarms about them may ring: not for those who refused contact, are in the trash or are not a fit.
    pub fn may_ring(&self) -> bool {
        !matches!(place(self), Place::Trash | Place::DoNotContact | Place::NotAFit)
    }
}

/// Gives each contact exactly one place; the first that matches counts.
pub fn place(facts: &Facts) -> Place {
    if facts.trashed {
        return Place::Trash;
    }
    match facts.standing {
        Standing::Declined { permission: Permission::Refused } => return Place::DoNotContact,
        Standing::NotAFit => return Place::NotAFit,
        Standing::Declined { permission: Permission::Agreed } => return Place::DeclinedAgreed,
        Standing::Declined { permission: Permission::NotAsked } => return Place::DeclinedNotAsked,
        Standing::Later => return Place::Later,
        Standing::Active => {}
    }
    match (facts.open_step, facts.sale_days) {
        (Some(step), _) => Place::Step { step },
        (None, 0) => Place::Lead,
        (None, 1) => Place::Customer,
        (None, _) => Place::RepeatCustomer,
    }
}

/// Where somebody can be moved to by dragging, from the menu or by key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Target {
    /// A step of the sales phase.
    Step {
        /// Which one.
        step: StepId,
    },
    /// The customers' columns.
    Customer,
    /// The shelf *Later*.
    Later,
    /// The shelf *Declined*.
    Declined,
    /// The shelf *Not a fit*.
    NotAFit,
    /// The column of leads.
    Lead,
}

/// What a move has to ask before it can be done, as the table *Where everyone stands* says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Asks {
    /// Nothing: it can be done at once.
    Nothing,
    /// They already stand there.
    AlreadyThere,
    /// The criteria; with a required one not answered yes, *override* and why.
    Criteria,
    /// *Contact allowed again* first.
    AllowAgain,
    /// The sale.
    Sale,
    /// A date to come back to them.
    Date,
    /// *May I keep you on my list?*
    KeepOnList,
    /// Which criterion they failed, or another reason.
    Reason,
    /// It can't be done: a lead becomes one only by changing answers.
    OnlyByAnswers,
    /// It can't be done: they bought before, so they can't be a lead again.
    HasSale,
    /// It can't be done: they are in the trash.
    Restore,
}

/// What moving somebody from where the facts put them to `target` asks.
pub fn asks(facts: &Facts, target: Target) -> Asks {
    let from = place(facts);
    if from == Place::Trash {
        return Asks::Restore;
    }
    // Only *contact allowed again* lifts a refusal; whoever refused goes nowhere before.
    if from == Place::DoNotContact && !matches!(target, Target::Lead) {
        return Asks::AllowAgain;
    }
    match target {
        Target::Step { step } if from == (Place::Step { step }) => Asks::AlreadyThere,
        Target::Step { .. } if facts.qualified() || facts.sale_days > 0 || facts.open_step.is_some() => Asks::Nothing,
        Target::Step { .. } => Asks::Criteria,
        Target::Customer => Asks::Sale,
        Target::Later => Asks::Date,
        Target::Declined => Asks::KeepOnList,
        Target::NotAFit if from == Place::NotAFit => Asks::AlreadyThere,
        Target::NotAFit => Asks::Reason,
        Target::Lead if facts.sale_days > 0 => Asks::HasSale,
        Target::Lead if from == Place::Lead => Asks::AlreadyThere,
        Target::Lead => Asks::OnlyByAnswers,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const LEAD: Facts = Facts {
        trashed: false,
        standing: Standing::Active,
        all_required_yes: false,
        overridden: false,
        sale_days: 0,
        open_step: None,
    };

    #[test]
    fn the_lifecycle_follows_the_facts() {
        assert_eq!(LEAD.lifecycle(), Lifecycle::Lead);
        assert_eq!(Facts { all_required_yes: true, ..LEAD }.lifecycle(), Lifecycle::Prospect);
        assert_eq!(Facts { overridden: true, ..LEAD }.lifecycle(), Lifecycle::Prospect);
        assert_eq!(Facts { sale_days: 1, ..LEAD }.lifecycle(), Lifecycle::Customer);
        assert_eq!(Facts { sale_days: 2, all_required_yes: true, ..LEAD }.lifecycle(), Lifecycle::RepeatCustomer);
    }

    #[test]
    fn an_active_prospect_needs_an_open_opportunity() {
        let prospect = Facts { all_required_yes: true, ..LEAD };
        assert!(prospect.needs_opportunity());
        assert!(!Facts { standing: Standing::Later, ..prospect }.needs_opportunity());
        assert!(!Facts { open_step: Some(StepId(1)), ..prospect }.needs_opportunity());
        assert!(!Facts { sale_days: 1, ..prospect }.needs_opportunity());
    }

    #[test]
    fn a_customer_who_is_sold_to_again_stands_in_the_step() {
        let again = Facts { sale_days: 3, open_step: Some(StepId(2)), ..LEAD };
        assert_eq!(place(&again), Place::Step { step: StepId(2) });
    }

    #[test]
    fn moves_ask_what_the_table_says() {
        let step = Target::Step { step: StepId(1) };
        let declined = |permission| Facts { standing: Standing::Declined { permission }, ..LEAD };
        assert_eq!(asks(&LEAD, step), Asks::Criteria);
        assert_eq!(asks(&Facts { sale_days: 1, ..LEAD }, step), Asks::Nothing);
        assert_eq!(asks(&Facts { open_step: Some(StepId(2)), ..LEAD }, step), Asks::Nothing);
        for target in [step, Target::Customer, Target::Later, Target::Declined, Target::NotAFit] {
            assert_eq!(asks(&declined(Permission::Refused), target), Asks::AllowAgain);
        }
        assert_eq!(asks(&Facts { all_required_yes: true, ..declined(Permission::Agreed) }, step), Asks::Nothing);
        assert_eq!(asks(&LEAD, Target::Customer), Asks::Sale);
        assert_eq!(asks(&LEAD, Target::Later), Asks::Date);
        assert_eq!(asks(&LEAD, Target::Declined), Asks::KeepOnList);
        assert_eq!(asks(&LEAD, Target::NotAFit), Asks::Reason);
        assert_eq!(asks(&Facts { sale_days: 1, ..LEAD }, Target::Lead), Asks::HasSale);
        assert_eq!(
            asks(&Facts { overridden: true, open_step: Some(StepId(1)), ..LEAD }, Target::Lead),
            Asks::OnlyByAnswers
        );
    }

    fn any_facts() -> impl Strategy<Value = Facts> {
        let standing = prop_oneof![
            Just(Standing::Active),
            Just(Standing::Later),
            Just(Standing::NotAFit),
            prop_oneof![Just(Permission::Agreed), Just(Permission::NotAsked), Just(Permission::Refused)]
                .prop_map(|permission| Standing::Declined { permission }),
        ];
        (
            any::<bool>(),
            standing,
            any::<bool>(),
            any::<bool>(),
            0u32..4,
            proptest::option::of((1i64..4).prop_map(StepId)),
        )
            .prop_map(|(trashed, standing, all_required_yes, overridden, sale_days, open_step)| Facts {
                trashed,
                standing,
                all_required_yes,
                overridden,
                sale_days,
                open_step,
            })
    }

    proptest! {
        #[test]
        fn a_sale_always_outranks_qualification_and_never_shows_as_lead(facts in any_facts()) {
            if facts.sale_days > 0 {
                prop_assert!(facts.lifecycle() >= Lifecycle::Customer);
                prop_assert_ne!(place(&facts), Place::Lead);
            }
        }

        #[test]
        fn who_refused_contact_is_never_rung_about(facts in any_facts()) {
            if facts.trashed || facts.standing == (Standing::Declined { permission: Permission::Refused }) {
                prop_assert!(!facts.may_ring());
            }
        }

        #[test]
        fn only_active_people_stand_in_a_column(facts in any_facts()) {
            let column = matches!(place(&facts), Place::Step { .. } | Place::Customer | Place::RepeatCustomer | Place::Lead);
            prop_assert_eq!(column, !facts.trashed && facts.standing == Standing::Active);
        }
    }
}

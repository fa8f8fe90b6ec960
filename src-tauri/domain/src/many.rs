//! What is done to many people at once, and whom it must not touch: nobody looks at each of them, so that what a single move
//! would ask about is left out here.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::process::{Lifecycle, Permission, Place};

/// What is done to many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// A tag or a source.
    Edit,
    /// A follow-up is planned.
    FollowUp,
    /// Standing Later, with a date.
    Later,
    /// Standing Declined, with the answer to the keep-on-list question.
    Decline {
        /// The answer.
        permission: Permission,
    },
    /// Standing Not a fit, with the reason.
    NotAFit,
    /// Standing Active.
    Activate,
    /// Into the trash.
    Trash,
    /// Out of the trash.
    Restore,
}

/// Why somebody is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LeftOut {
    /// Refused contact: that is lifted one by one, and only when they get in touch themselves.
    Refused,
    /// Bought something, and is no lead who could be no fit.
    Customer,
    /// Is not a fit, so that nothing is planned.
    NotAFit,
    /// The short questions come first: whoever is no prospect only becomes active again by answers.
    Questions,
    /// In the trash.
    Trashed,
    /// It is so already.
    Already,
    /// Holds as much of it as anybody can.
    Full,
}

/// Why a deed done to many leaves out somebody who stands there; none when it touches them.
pub fn leaves_out(deed: Deed, place: Place, lifecycle: Lifecycle) -> Option<LeftOut> {
    let trashed = place == Place::Trash;
    match deed {
        Deed::Restore => return (!trashed).then_some(LeftOut::Already),
        Deed::Trash => return trashed.then_some(LeftOut::Already),
        _ if trashed => return Some(LeftOut::Trashed),
        Deed::Edit => return None,
        _ if place == Place::DoNotContact => return Some(LeftOut::Refused),
        _ => {}
    }
    let qualified = lifecycle >= Lifecycle::Prospect;
    match (deed, place) {
        (Deed::FollowUp, Place::NotAFit) => Some(LeftOut::NotAFit),
        // They have a date already, which nobody saw.
        (Deed::Later, Place::Later) | (Deed::NotAFit, Place::NotAFit) => Some(LeftOut::Already),
        (Deed::Decline { permission: Permission::Agreed }, Place::DeclinedAgreed)
        | (Deed::Decline { permission: Permission::NotAsked }, Place::DeclinedNotAsked) => Some(LeftOut::Already),
        (Deed::NotAFit, _) if lifecycle >= Lifecycle::Customer => Some(LeftOut::Customer),
        (Deed::Activate, Place::DeclinedAgreed | Place::DeclinedNotAsked | Place::NotAFit) if !qualified => {
            Some(LeftOut::Questions)
        }
        (Deed::Activate, Place::Step { .. } | Place::Lead | Place::Customer | Place::RepeatCustomer) => {
            Some(LeftOut::Already)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::StepId;

    const PLACES: [Place; 10] = [
        Place::Trash,
        Place::DoNotContact,
        Place::NotAFit,
        Place::DeclinedAgreed,
        Place::DeclinedNotAsked,
        Place::Later,
        Place::Step { step: StepId(1) },
        Place::RepeatCustomer,
        Place::Customer,
        Place::Lead,
    ];

    #[test]
    fn who_refused_is_only_edited_or_thrown_away() {
        let decline = Deed::Decline { permission: Permission::Agreed };
        for deed in [Deed::FollowUp, Deed::Later, decline, Deed::NotAFit, Deed::Activate] {
            assert_eq!(leaves_out(deed, Place::DoNotContact, Lifecycle::Lead), Some(LeftOut::Refused), "{deed:?}");
        }
        for deed in [Deed::Edit, Deed::Trash] {
            assert_eq!(leaves_out(deed, Place::DoNotContact, Lifecycle::Lead), None, "{deed:?}");
        }
    }

    #[test]
    fn a_customer_is_never_made_not_a_fit_with_the_others() {
        let of = |place, lifecycle| leaves_out(Deed::NotAFit, place, lifecycle);
        assert_eq!(of(Place::Customer, Lifecycle::Customer), Some(LeftOut::Customer));
        assert_eq!(of(Place::Step { step: StepId(1) }, Lifecycle::RepeatCustomer), Some(LeftOut::Customer));
        assert_eq!(of(Place::Lead, Lifecycle::Lead), None);
        assert_eq!(of(Place::NotAFit, Lifecycle::Lead), Some(LeftOut::Already));
    }

    #[test]
    fn only_who_was_asked_the_questions_becomes_active_again_but_for_later() {
        let of = |place, lifecycle| leaves_out(Deed::Activate, place, lifecycle);
        assert_eq!(of(Place::Later, Lifecycle::Lead), None);
        assert_eq!(of(Place::DeclinedAgreed, Lifecycle::Lead), Some(LeftOut::Questions));
        assert_eq!(of(Place::DeclinedAgreed, Lifecycle::Prospect), None);
        assert_eq!(of(Place::NotAFit, Lifecycle::Customer), None);
        assert_eq!(of(Place::Lead, Lifecycle::Lead), Some(LeftOut::Already));
    }

    #[test]
    fn the_trash_takes_everybody_once_and_nothing_else_is_done_in_it() {
        for place in PLACES {
            let trashed = place == Place::Trash;
            assert_eq!(leaves_out(Deed::Trash, place, Lifecycle::Lead).is_some(), trashed);
            assert_eq!(leaves_out(Deed::Restore, place, Lifecycle::Lead).is_none(), trashed);
            assert_eq!(leaves_out(Deed::Edit, place, Lifecycle::Lead), trashed.then_some(LeftOut::Trashed));
        }
    }

    #[test]
    fn who_said_the_same_already_stays_and_a_new_answer_counts() {
        let decline = |permission, place| leaves_out(Deed::Decline { permission }, place, Lifecycle::Lead);
        assert_eq!(decline(Permission::Agreed, Place::DeclinedAgreed), Some(LeftOut::Already));
        assert_eq!(decline(Permission::Refused, Place::DeclinedAgreed), None);
        assert_eq!(leaves_out(Deed::Later, Place::Later, Lifecycle::Lead), Some(LeftOut::Already));
        assert_eq!(leaves_out(Deed::FollowUp, Place::NotAFit, Lifecycle::Lead), Some(LeftOut::NotAFit));
    }
}

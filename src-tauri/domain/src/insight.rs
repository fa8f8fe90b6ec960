//! What the figures of Insights mean. Each is a rule over facts that happened, so that the same person can never be counted in two
//! ways, and so that a figure can be checked by hand. Storage computes them for everybody at once; the tests hold both together.
//!
//! People in the trash are in no figure. A *lead of a period* is somebody who came in during it. What became of them counts whenever it
//! happened, also after the period: a lead of March who bought in June is a customer of the leads of March.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::follow_up::FollowUpState;
use crate::process::Place;

/// The facts that tell on which day somebody became what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Evidence {
    /// The day on which they came in.
    pub came_in: NaiveDate,
    /// The first day on which any criterion was answered, also with an answer that was changed or taken back since.
    pub first_answer: Option<NaiveDate>,
    /// While every required criterion is answered yes: the day of the last of these answers.
    pub required_yes: Option<NaiveDate>,
    /// The rule of qualification was overridden.
    pub overridden: bool,
    /// The first day on which the history says that they became a prospect.
    pub called_prospect: Option<NaiveDate>,
    /// The first day on which an opportunity was opened.
    pub first_opportunity: Option<NaiveDate>,
    /// The day of the first sale.
    pub first_sale: Option<NaiveDate>,
    /// The first day after it on which they bought again.
    pub second_sale: Option<NaiveDate>,
}

/// On which day somebody became what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Passage {
    /// The day on which they came in, as a lead.
    pub came_in: NaiveDate,
    /// The first day on which they were known to be worth the time or not: a criterion was answered, or they went on without.
    pub asked_on: Option<NaiveDate>,
    /// The first day on which they were a prospect. Who became one stays counted as one, whatever happened since. Who bought, or was
    /// in the sales phase, without having been asked became a prospect with that, so that no step of the funnel holds more people
    /// than the one before.
    pub prospect_on: Option<NaiveDate>,
    /// The day of the first sale.
    pub customer_on: Option<NaiveDate>,
    /// The second day on which they bought.
    pub repeat_on: Option<NaiveDate>,
}

impl Passage {
    /// What the facts come to.
    pub fn of(it: &Evidence) -> Self {
        let proofs = [it.required_yes, it.called_prospect, it.first_opportunity, it.first_sale];
        // An override that left no other trace came in with the person, from a file.
        let prospect_on = proofs.into_iter().flatten().min().or(it.overridden.then_some(it.came_in));
        Self {
            came_in: it.came_in,
            asked_on: [it.first_answer, prospect_on].into_iter().flatten().min(),
            prospect_on,
            customer_on: it.first_sale,
            repeat_on: it.second_sale,
        }
    }

    /// Days from coming in to becoming a prospect. None for who was one before they came in: their past came with them, from a file.
    pub fn days_to_prospect(&self) -> Option<i64> {
        days(self.came_in, self.prospect_on)
    }

    /// Days from coming in to the first sale; none for who bought before they came in.
    pub fn days_to_customer(&self) -> Option<i64> {
        days(self.came_in, self.customer_on)
    }
}

fn days(from: NaiveDate, to: Option<NaiveDate>) -> Option<i64> {
    to.map(|to| (to - from).num_days()).filter(|days| *days >= 0)
}

/// Whether a talk was with somebody of whom nobody knew whether they are worth it: no criterion was answered up to that day. The talk of
/// the day on which the first one is answered is the one in which it was asked. Attempts without an answer are no talk.
pub fn is_unasked(talk_on: NaiveDate, asked_on: Option<NaiveDate>) -> bool {
    asked_on.is_none_or(|asked| talk_on < asked)
}

/// A follow-up as a promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Promise {
    /// The day it was first planned for, where its day was changed since.
    pub promised_on: Option<NaiveDate>,
    /// The day it is planned for now.
    pub due_on: NaiveDate,
    /// How it stands.
    pub state: FollowUpState,
    /// On which day it was done or dropped.
    pub closed_on: Option<NaiveDate>,
}

/// What became of a promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Kept {
    /// Done on its day or before.
    Kept,
    /// Put off to a later day, and not missed there.
    Moved,
    /// Done after its day, or still open when the day is over.
    Missed,
}

impl Promise {
    /// The day of the promise, which says to which period it belongs. One that was put off belongs to its first day; one that was
    /// brought forward to the earlier one.
    pub fn day(&self) -> NaiveDate {
        self.promised_on.map_or(self.due_on, |first| first.min(self.due_on))
    }

    /// What became of it. None for one that was dropped, as nobody waits for it any more, and for one whose day is not over.
    pub fn outcome(&self, today: NaiveDate) -> Option<Kept> {
        let late = match self.state {
            FollowUpState::Dropped => return None,
            FollowUpState::Done => self.closed_on.is_some_and(|closed| closed > self.due_on),
            FollowUpState::Open => self.due_on < today,
        };
        match self.state {
            _ if late => Some(Kept::Missed),
            _ if self.due_on > self.day() => Some(Kept::Moved),
            FollowUpState::Done => Some(Kept::Kept),
            _ => None,
        }
    }
}

/// Where the way of somebody who has not bought has come to a stand, or stands now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Stop {
    /// A lead of whom nothing was asked yet.
    NotAsked,
    /// A lead with some answers, not all.
    AskedInPart,
    /// In a step of the sales phase.
    Step,
    /// Not ready now.
    Later,
    /// Said no, or refused contact.
    Declined,
    /// Not a fit.
    NotAFit,
}

/// Where somebody stops; none for a customer and for who is in the trash.
pub fn stop(place: Place, passage: &Passage) -> Option<Stop> {
    if passage.customer_on.is_some() {
        return None;
    }
    match place {
        Place::Trash | Place::Customer | Place::RepeatCustomer => None,
        Place::Lead if passage.asked_on.is_none() => Some(Stop::NotAsked),
        Place::Lead => Some(Stop::AskedInPart),
        Place::Step { .. } => Some(Stop::Step),
        Place::Later => Some(Stop::Later),
        Place::DeclinedAgreed | Place::DeclinedNotAsked | Place::DoNotContact => Some(Stop::Declined),
        Place::NotAFit => Some(Stop::NotAFit),
    }
}

/// The number of days within which half of them had it: the middle one, of an even number the earlier of the two. `counted` holds each
/// number of days once, the fewest first, with how many took it.
pub fn median(counted: &[(i64, u32)]) -> Option<i64> {
    let all: u64 = counted.iter().map(|(_, count)| u64::from(*count)).sum();
    let mut seen = 0;
    let middle = counted.iter().find(|(_, count)| {
        seen += u64::from(*count);
        seen * 2 >= all
    });
    middle.filter(|_| all > 0).map(|(days, _)| *days)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::StepId;
    use proptest::prelude::*;

    fn day(n: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 3, n).unwrap()
    }

    fn passage(change: impl FnOnce(&mut Evidence)) -> Passage {
        let mut evidence = Evidence { came_in: day(5), ..Evidence::default() };
        change(&mut evidence);
        Passage::of(&evidence)
    }

    #[test]
    fn somebody_becomes_a_prospect_on_the_first_day_that_shows_it() {
        for (what, change, prospect_on) in [
            ("nothing", (|_| {}) as fn(&mut Evidence), None),
            ("an answer that is not enough", |it| it.first_answer = Some(day(7)), None),
            ("the last of the answers", |it| it.required_yes = Some(day(9)), Some(day(9))),
            (
                "a proof written later",
                |it| (it.required_yes, it.called_prospect) = (Some(day(20)), Some(day(9))),
                Some(day(9)),
            ),
            ("answers taken back since", |it| it.called_prospect = Some(day(9)), Some(day(9))),
            ("overridden with the file", |it| it.overridden = true, Some(day(5))),
            ("overridden here", |it| (it.overridden, it.called_prospect) = (true, Some(day(8))), Some(day(8))),
            ("bought unasked", |it| it.first_sale = Some(day(12)), Some(day(12))),
        ] {
            assert_eq!(passage(change).prospect_on, prospect_on, "{what}");
        }
    }

    #[test]
    fn who_was_asked_or_went_on_without_is_no_longer_unasked() {
        let asked = passage(|it| it.first_answer = Some(day(7)));
        assert_eq!([6, 7, 8].map(|n| is_unasked(day(n), asked.asked_on)), [true, false, false]);
        assert!(is_unasked(day(30), passage(|_| {}).asked_on), "nobody ever asked");
        assert_eq!(passage(|it| it.first_sale = Some(day(9))).asked_on, Some(day(9)), "a sale says enough");
    }

    #[test]
    fn a_past_that_came_with_the_person_has_no_days() {
        let bought = passage(|it| (it.first_sale, it.second_sale) = (Some(day(3)), Some(day(20))));
        assert_eq!((bought.customer_on, bought.repeat_on), (Some(day(3)), Some(day(20))));
        assert_eq!((bought.days_to_prospect(), bought.days_to_customer()), (None, None));
        assert_eq!(passage(|it| it.first_sale = Some(day(5))).days_to_customer(), Some(0));
    }

    #[test]
    fn a_promise_is_kept_moved_or_missed() {
        use FollowUpState::{Done, Dropped, Open};
        for (what, promised, due, state, closed, outcome) in [
            ("done on its day", None, 10, Done, Some(10), Some(Kept::Kept)),
            ("done before", None, 10, Done, Some(8), Some(Kept::Kept)),
            ("done later", None, 10, Done, Some(11), Some(Kept::Missed)),
            ("open, its day is over", None, 19, Open, None, Some(Kept::Missed)),
            ("open, today is its day", None, 20, Open, None, None),
            ("still ahead", None, 25, Open, None, None),
            ("dropped", None, 10, Dropped, Some(12), None),
            ("put off, and done then", Some(10), 15, Done, Some(15), Some(Kept::Moved)),
            ("put off, and ahead", Some(10), 25, Open, None, Some(Kept::Moved)),
            ("put off, and missed again", Some(10), 15, Open, None, Some(Kept::Missed)),
            ("brought forward, and done", Some(15), 10, Done, Some(10), Some(Kept::Kept)),
            ("put off, and back", Some(10), 10, Done, Some(10), Some(Kept::Kept)),
        ] {
            let promise =
                Promise { promised_on: promised.map(day), due_on: day(due), state, closed_on: closed.map(day) };
            assert_eq!(promise.outcome(day(20)), outcome, "{what}");
            assert_eq!(promise.day(), day(promised.unwrap_or(due).min(due)), "{what}");
        }
    }

    #[test]
    fn everybody_who_has_not_bought_stops_somewhere() {
        let lead = passage(|_| {});
        let asked = passage(|it| it.first_answer = Some(day(7)));
        assert_eq!(stop(Place::Lead, &lead), Some(Stop::NotAsked));
        assert_eq!(stop(Place::Lead, &asked), Some(Stop::AskedInPart));
        assert_eq!(stop(Place::Step { step: StepId(1) }, &asked), Some(Stop::Step));
        assert_eq!(stop(Place::DoNotContact, &asked), Some(Stop::Declined));
        let customer = passage(|it| it.first_sale = Some(day(9)));
        assert_eq!(stop(Place::Step { step: StepId(1) }, &customer), None, "a customer is sold to again");
        assert_eq!(stop(Place::Trash, &lead), None);
    }

    #[test]
    fn of_no_days_there_is_no_middle() {
        assert_eq!(median(&[]), None);
        assert_eq!(median(&[(4, 1), (9, 1)]), Some(4));
        assert_eq!(median(&[(0, 1), (9, 3), (70, 1)]), Some(9));
    }

    proptest! {
        #[test]
        fn the_median_is_the_middle_of_the_list(mut list in proptest::collection::vec(0i64..40, 1..60)) {
            list.sort_unstable();
            let mut counted: Vec<(i64, u32)> = Vec::new();
            for days in &list {
                match counted.last_mut().filter(|it| it.0 == *days) {
                    Some(it) => it.1 += 1,
                    None => counted.push((*days, 1)),
                }
            }
            prop_assert_eq!(median(&counted), Some(list[(list.len() - 1) / 2]));
        }

        #[test]
        fn each_step_of_the_funnel_holds_those_of_the_next(
            first in proptest::option::of(1u32..28), yes in proptest::option::of(1u32..28),
            sale in proptest::option::of(1u32..20), again in 20u32..28, overridden: bool
        ) {
            let it = passage(|it| {
                (it.first_answer, it.required_yes, it.overridden) = (first.map(day), yes.map(day), overridden);
                (it.first_sale, it.second_sale) = (sale.map(day), sale.map(|_| day(again)));
            });
            prop_assert!(it.repeat_on.is_none() || it.customer_on < it.repeat_on);
            prop_assert!(it.customer_on.is_none() || it.prospect_on.is_some_and(|on| Some(on) <= it.customer_on));
            prop_assert!(it.prospect_on.is_none() || it.asked_on.is_some_and(|on| Some(on) <= it.prospect_on));
        }
    }
}

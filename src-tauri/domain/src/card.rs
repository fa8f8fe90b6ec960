//! Birthday cards: by which day one has to be in the letter box.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::alarm::BIRTHDAY_GRACE_DAYS;
use crate::birthday::{Birthday, LeapDay};
use crate::holidays::Holidays;

/// The longest words of a card that are kept, in characters.
pub const WORDS_LIMIT: usize = 2_000;

/// How a year's card stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CardState {
    /// Still to write.
    ToWrite,
    /// Written, not posted.
    Written,
    /// Posted.
    Posted,
    /// None this year.
    Skipped,
}

impl CardState {
    /// Whether nothing is left to do for it.
    pub fn is_settled(self) -> bool {
        matches!(self, Self::Posted | Self::Skipped)
    }

    /// The one that is further, of two of the same year: a card that was posted needs no second one.
    pub fn further(self, other: Self) -> Self {
        let order = [Self::ToWrite, Self::Skipped, Self::Written, Self::Posted];
        let at = |it| order.iter().position(|state| *state == it);
        if at(other) > at(self) { other } else { self }
    }
}

/// The birthday whose card is looked after on a day: the next one, or one that was missed in the last five days.
pub fn birthday_around(born: Birthday, today: NaiveDate, leap: LeapDay) -> NaiveDate {
    born.next_from(today - Days::new(BIRTHDAY_GRACE_DAYS), leap)
}

/// Where a card stands in a batch that is worked through on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "CardGroupKind")]
pub enum Turn {
    /// Too late for the post: to call instead.
    Call,
    /// To be posted by a day that is still to come, or posted already, or none.
    Post,
    /// Posted or skipped, with nothing left to do in time.
    Over,
}

impl Turn {
    /// Of a card that has to be posted by a day.
    pub fn of(state: CardState, post_by: NaiveDate, today: NaiveDate) -> Self {
        match (post_by >= today, state.is_settled()) {
            (true, _) => Self::Post,
            (false, true) => Self::Over,
            (false, false) => Self::Call,
        }
    }
}

/// What the post does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Post {
    /// How many days of delivery a card needs, 0 to 30.
    pub delivery_days: u32,
    /// Days of the week on which the post neither collects nor delivers.
    #[ts(as = "Vec<DayOfWeek>")]
    pub closed: BTreeSet<DayOfWeek>,
    /// Whether it rests on the public holidays of the country.
    pub rests_on_holidays: bool,
    /// Public holidays on which it works all the same.
    #[ts(as = "Vec<NaiveDate>")]
    pub works_on: BTreeSet<NaiveDate>,
    /// Other days on which it rests.
    #[ts(as = "Vec<NaiveDate>")]
    pub rests_on: BTreeSet<NaiveDate>,
}

/// A day of the week, ordered from Monday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "they name themselves")]
pub enum DayOfWeek {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl From<Weekday> for DayOfWeek {
    fn from(day: Weekday) -> Self {
        match day {
            Weekday::Mon => Self::Monday,
            Weekday::Tue => Self::Tuesday,
            Weekday::Wed => Self::Wednesday,
            Weekday::Thu => Self::Thursday,
            Weekday::Fri => Self::Friday,
            Weekday::Sat => Self::Saturday,
            Weekday::Sun => Self::Sunday,
        }
    }
}

/// The post of the Netherlands: three days of delivery, none on Sunday and Monday.
impl Default for Post {
    fn default() -> Self {
        Self {
            delivery_days: 3,
            closed: [DayOfWeek::Sunday, DayOfWeek::Monday].into(),
            rests_on_holidays: true,
            works_on: BTreeSet::new(),
            rests_on: BTreeSet::new(),
        }
    }
}

impl Post {
    fn works(&self, day: NaiveDate, holidays: &Holidays) -> bool {
        // A post that never works would leave no day to post at all; then every day counts.
        if self.closed.len() >= 7 {
            return true;
        }
        let holiday = self.rests_on_holidays && holidays.contains(day) && !self.works_on.contains(&day);
        !holiday && !self.closed.contains(&day.weekday().into()) && !self.rests_on.contains(&day)
    }

    /// The last day on which a card for `birthday` can be posted: the latest collection day after which the needed number of
    /// delivery days lie, the birthday itself included.
    pub fn post_by(&self, birthday: NaiveDate, holidays: &Holidays) -> NaiveDate {
        let mut left = self.delivery_days;
        let mut day = birthday;
        while left > 0 {
            if self.works(day, holidays) {
                left -= 1;
            }
            day = day - Days::new(1);
        }
        while !self.works(day, holidays) {
            day = day - Days::new(1);
        }
        day
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    #[test]
    fn a_card_is_posted_early_enough_for_its_delivery_days() {
        let post = Post::default();
        // Friday 4 December 2026: delivered on Wednesday, Thursday or Friday, so posted on Tuesday.
        assert_eq!(post.post_by(day(2026, 12, 4), &Holidays::default()), day(2026, 12, 1));
        // Wednesday 25 November 2026: Wednesday, Tuesday and Saturday deliver (Sunday and Monday do not), so Friday.
        assert_eq!(post.post_by(day(2026, 11, 25), &Holidays::default()), day(2026, 11, 20));
    }

    #[test]
    fn after_the_post_by_day_somebody_is_called_until_the_birthday_was_missed_for_five_days() {
        let born = Birthday::new(11, 20, Some(1979)).unwrap();
        let around = |today| birthday_around(born, today, LeapDay::Before);
        assert_eq!(around(day(2026, 11, 20)), day(2026, 11, 20));
        assert_eq!(around(day(2026, 11, 25)), day(2026, 11, 20));
        assert_eq!(around(day(2026, 11, 26)), day(2027, 11, 20));
        let turn = |state| Turn::of(state, day(2026, 11, 17), day(2026, 11, 18));
        assert_eq!(turn(CardState::ToWrite), Turn::Call);
        assert_eq!(turn(CardState::Written), Turn::Call);
        assert_eq!(turn(CardState::Posted), Turn::Over);
        assert_eq!(turn(CardState::Skipped), Turn::Over);
        assert_eq!(Turn::of(CardState::Posted, day(2026, 11, 18), day(2026, 11, 18)), Turn::Post);
    }

    #[test]
    fn a_post_without_delivery_days_collects_on_the_day_itself_if_it_works_then() {
        let post = Post { delivery_days: 0, ..Post::default() };
        assert_eq!(post.post_by(day(2026, 11, 24), &Holidays::default()), day(2026, 11, 24));
        assert_eq!(post.post_by(day(2026, 11, 23), &Holidays::default()), day(2026, 11, 21));
    }

    #[test]
    fn a_post_that_never_works_hangs_nothing() {
        use DayOfWeek::*;
        let closed = [Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday].into();
        let post = Post { delivery_days: 2, closed, ..Post::default() };
        assert_eq!(post.post_by(day(2026, 11, 24), &Holidays::default()), day(2026, 11, 22));
    }

    #[test]
    fn a_card_is_posted_before_the_holidays() {
        let (mut post, dutch) = (Post::default(), Holidays::of("NL"));
        // Tuesday 29 December 2026: Christmas on Friday and Saturday, then Sunday and Monday. Tuesday, Thursday and Wednesday deliver.
        let birthday = day(2026, 12, 29);
        assert_eq!(post.post_by(birthday, &dutch), day(2026, 12, 22));
        post.works_on.insert(day(2026, 12, 26));
        assert_eq!(post.post_by(birthday, &dutch), day(2026, 12, 23));
        post.rests_on.insert(day(2026, 12, 23));
        assert_eq!(post.post_by(birthday, &dutch), day(2026, 12, 22));
        post.rests_on_holidays = false;
        assert_eq!(post.post_by(birthday, &dutch), day(2026, 12, 24));
    }
}

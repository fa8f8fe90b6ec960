//! The stretches of days that figures are about, and those that they are compared with.

use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A period as it is chosen. It ends today at the latest, but for one's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Period {
    /// From the first of the month.
    ThisMonth,
    /// From the first of January, April, July or October.
    ThisQuarter,
    /// From 1 January.
    ThisYear,
    /// The whole year before this one.
    LastYear,
    /// Twelve months up to today.
    LastTwelveMonths,
    /// Everything up to today.
    All,
    /// From a day to a day.
    Own {
        /// The first day.
        from: NaiveDate,
        /// The last day.
        to: NaiveDate,
    },
}

/// The days from one to another, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Span {
    /// The first day; none for as long as there is anything.
    pub from: Option<NaiveDate>,
    /// The last day.
    pub to: NaiveDate,
}

impl Span {
    /// Whether a day lies in it.
    pub fn holds(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && day <= self.to
    }
}

/// In which parts a long period is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Calendar months.
    Month,
    /// Calendar years.
    Year,
}

/// The most months that stand beside each other; a longer period is shown by years.
pub const MOST_MONTHS: usize = 36;

impl Period {
    /// The days it holds.
    pub fn span(self, today: NaiveDate) -> Span {
        let until_today = |from| Span { from: Some(from), to: today };
        match self {
            Self::ThisMonth => until_today(first_of(today, 1)),
            Self::ThisQuarter => until_today(first_of(today, 3)),
            Self::ThisYear => until_today(first_of(today, 12)),
            Self::LastYear => {
                let this = first_of(today, 12);
                Span { from: Some(months_back(this, 12)), to: this.pred_opt().unwrap_or(this) }
            }
            Self::LastTwelveMonths => until_today(next(months_back(today, 12))),
            Self::All => Span { from: None, to: today },
            Self::Own { from, to } => Span { from: Some(from), to },
        }
    }

    /// The days it is compared with: the same stretch of the month, quarter or year before, and for one's own as many days before it.
    /// None for everything.
    pub fn before(self, today: NaiveDate) -> Option<Span> {
        let Span { from, to } = self.span(today);
        let from = from?;
        let months = match self {
            Self::ThisMonth => 1,
            Self::ThisQuarter => 3,
            Self::ThisYear | Self::LastYear | Self::LastTwelveMonths => 12,
            Self::All => return None,
            Self::Own { .. } => {
                let days = u64::try_from((to - from).num_days()).ok()? + 1;
                return Some(Span { from: from.checked_sub_days(Days::new(days)), to: from.pred_opt()? });
            }
        };
        let before = months_back(from, months);
        // The 31st of a longer month is compared with the last day of a shorter one.
        Some(Span { from: Some(before), to: months_back(to, months).min(from.pred_opt()?) })
    }
}

/// The first day of the stretch of so many months of the calendar year in which a day lies.
fn first_of(day: NaiveDate, months: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(day.year(), day.month0() / months * months + 1, 1).unwrap_or(day)
}

fn months_back(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_sub_months(Months::new(months)).unwrap_or(NaiveDate::MIN)
}

fn next(day: NaiveDate) -> NaiveDate {
    day.succ_opt().unwrap_or(day)
}

/// The months of a span, or its years where the months are too many, one after the other without a gap. The first and the last are cut
/// off where the span is. `first` is the day of the first thing there is to show, for a span without a beginning.
pub fn parts(span: Span, first: NaiveDate) -> (Part, Vec<Span>) {
    let from = span.from.unwrap_or(first).min(span.to);
    let months = cut(from, span.to, 1, MOST_MONTHS + 1);
    if months.len() <= MOST_MONTHS { (Part::Month, months) } else { (Part::Year, cut(from, span.to, 12, usize::MAX)) }
}

fn cut(from: NaiveDate, to: NaiveDate, months: u32, most: usize) -> Vec<Span> {
    let mut cuts = Vec::new();
    let mut at = from;
    while at <= to && cuts.len() < most {
        let Some(after) = first_of(at, months).checked_add_months(Months::new(months)) else { break };
        cuts.push(Span { from: Some(at), to: after.pred_opt().unwrap_or(to).min(to) });
        at = after;
    }
    cuts
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    fn span(from: NaiveDate, to: NaiveDate) -> Span {
        Span { from: Some(from), to }
    }

    #[test]
    fn each_period_has_its_days_and_those_before() {
        let today = day(2026, 11, 23);
        let own = Period::Own { from: day(2026, 3, 10), to: day(2026, 3, 12) };
        for (period, days, before) in [
            (Period::ThisMonth, span(day(2026, 11, 1), today), span(day(2026, 10, 1), day(2026, 10, 23))),
            (Period::ThisQuarter, span(day(2026, 10, 1), today), span(day(2026, 7, 1), day(2026, 8, 23))),
            (Period::ThisYear, span(day(2026, 1, 1), today), span(day(2025, 1, 1), day(2025, 11, 23))),
            (Period::LastYear, span(day(2025, 1, 1), day(2025, 12, 31)), span(day(2024, 1, 1), day(2024, 12, 31))),
            (Period::LastTwelveMonths, span(day(2025, 11, 24), today), span(day(2024, 11, 24), day(2025, 11, 23))),
            (own, span(day(2026, 3, 10), day(2026, 3, 12)), span(day(2026, 3, 7), day(2026, 3, 9))),
        ] {
            assert_eq!((period.span(today), period.before(today)), (days, Some(before)), "{period:?}");
        }
        assert_eq!((Period::All.span(today).from, Period::All.before(today)), (None, None));
        let end = day(2026, 3, 31);
        assert_eq!(Period::ThisMonth.before(end), Some(span(day(2026, 2, 1), day(2026, 2, 28))));
    }

    #[test]
    fn a_long_period_is_shown_by_years() {
        let (part, months) = parts(Period::ThisYear.span(day(2026, 3, 5)), day(2020, 1, 1));
        assert_eq!(part, Part::Month);
        assert_eq!(months.last(), Some(&span(day(2026, 3, 1), day(2026, 3, 5))));
        let (part, years) = parts(Period::All.span(day(2026, 3, 5)), day(2021, 6, 7));
        assert_eq!((part, years.len()), (Part::Year, 6));
        assert_eq!(years[0], span(day(2021, 6, 7), day(2021, 12, 31)));
        assert_eq!(parts(Period::All.span(day(2026, 3, 5)), day(2026, 3, 5)).1.len(), 1);
    }

    proptest! {
        #[test]
        fn the_parts_hold_every_day_once(start in 0u64..9000, length in 0u64..3000) {
            let from = day(2000, 1, 1) + Days::new(start);
            let whole = span(from, from + Days::new(length));
            let (_, cuts) = parts(whole, from);
            prop_assert_eq!((cuts[0].from, cuts[cuts.len() - 1].to), (whole.from, whole.to));
            for pair in cuts.windows(2) {
                prop_assert_eq!(pair[0].to.succ_opt(), pair[1].from);
            }
        }

        #[test]
        fn what_it_is_compared_with_lies_before(start in 0u64..9000, which in 0usize..5) {
            let today = day(2000, 1, 1) + Days::new(start);
            let period = [Period::ThisMonth, Period::ThisQuarter, Period::ThisYear, Period::LastYear, Period::LastTwelveMonths][which];
            let (now, before) = (period.span(today), period.before(today).unwrap());
            prop_assert!(before.from <= Some(before.to) && Some(before.to) < now.from);
        }
    }
}

//! Which backups are kept: seven daily, four weekly and twelve monthly ones, the last few made for a reason, within a budget.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Why a backup was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BackupKind {
    /// At the first use of a day.
    Daily,
    /// The person asked for it.
    ByHand,
    /// Before an import.
    Import,
    /// Before a newer Rappel changed the file's shape.
    Migration,
    /// Before another backup was restored.
    Restore,
    /// Before the passphrase of the data was set, changed or removed.
    Lock,
}

/// A backup as the rules see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Backup {
    /// When it was made, on the wall clock.
    pub at: NaiveDateTime,
    /// Why.
    pub kind: BackupKind,
    /// Its size.
    pub bytes: u64,
    /// Whether it is whole and unchanged.
    pub good: bool,
}

const DAYS: usize = 7;
const WEEKS: usize = 4;
const MONTHS: usize = 12;
/// How many are kept of each kind that was made for a reason.
const OF_A_KIND: usize = 3;
/// For how many days one that is no good is kept, as the person may still wonder about it.
const BAD_DAYS: i64 = 7;

/// The positions of the backups that go, oldest first within what goes for the budget. The newest good one never goes.
///
/// A day, week or month is represented by the last daily backup in it; days without one take no place. What seems to come
/// from the future, as the clock was wrong once, takes no place either and is kept until its day comes.
pub fn to_remove(all: &[Backup], today: NaiveDate, budget: u64) -> BTreeSet<usize> {
    let mut order: Vec<usize> = (0..all.len()).collect();
    order.sort_by_key(|at| std::cmp::Reverse((all[*at].at, *at)));
    let past = |at: &usize| all[*at].at.date() <= today;
    let good = |at: &usize| all[*at].good;

    let newest = order.iter().copied().find(|at| good(at) && past(at)).or(order.iter().copied().find(good));
    let mut kept: BTreeSet<usize> = order.iter().copied().filter(|at| !past(at)).collect();
    kept.extend(newest);
    let (mut days, mut weeks, mut months) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let mut kinds: BTreeMap<BackupKind, usize> = BTreeMap::new();
    for at in order.iter().copied().filter(past) {
        let (it, day) = (all[at], all[at].at.date());
        let keep = if !it.good {
            (today - day).num_days() < BAD_DAYS
        } else if it.kind == BackupKind::Daily {
            // Not short-circuited: each of the three counts the ones it is given.
            takes(&mut days, day, DAYS)
                | takes(&mut weeks, (day.iso_week().year(), day.iso_week().week()), WEEKS)
                | takes(&mut months, (day.year(), day.month()), MONTHS)
        } else {
            let count = kinds.entry(it.kind).or_default();
            *count += 1;
            *count <= OF_A_KIND
        };
        if keep {
            kept.insert(at);
        }
    }

    let mut bytes: u64 = kept.iter().map(|at| all[*at].bytes).sum();
    let (whole, broken): (Vec<usize>, Vec<usize>) = order.iter().rev().copied().partition(good);
    for at in broken.into_iter().chain(whole) {
        if bytes > budget && Some(at) != newest && kept.remove(&at) {
            bytes -= all[at].bytes;
        }
    }
    (0..all.len()).filter(|at| !kept.contains(at)).collect()
}

/// Whether this is the first of its day, week or month, and one of the last so many of them.
fn takes<T: Ord>(seen: &mut BTreeSet<T>, it: T, limit: usize) -> bool {
    seen.len() < limit && seen.insert(it)
}

#[cfg(test)]
mod tests {
    use chrono::Days;
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn daily(text: &str) -> Backup {
        Backup { at: day(text).and_hms_opt(9, 0, 0).unwrap(), kind: BackupKind::Daily, bytes: 10, good: true }
    }

    fn left(all: &[Backup], today: &str, budget: u64) -> Vec<Backup> {
        let gone = to_remove(all, day(today), budget);
        all.iter().enumerate().filter(|(at, _)| !gone.contains(at)).map(|(_, it)| *it).collect()
    }

    /// One a day for so many days up to `today`.
    fn days_up_to(today: &str, count: u64) -> Vec<Backup> {
        (0..count).rev().map(|back| daily(&(day(today) - Days::new(back)).to_string())).collect()
    }

    #[test]
    fn of_two_years_there_are_left_seven_days_four_weeks_and_twelve_months() {
        // 24 November 2026 is a Tuesday.
        let left = left(&days_up_to("2026-11-24", 730), "2026-11-24", u64::MAX);
        let days: Vec<String> = left.iter().rev().map(|it| it.at.date().to_string()).collect();
        let expected = [
            // Seven days; the 22nd is the last day of its week.
            "2026-11-24",
            "2026-11-23",
            "2026-11-22",
            "2026-11-21",
            "2026-11-20",
            "2026-11-19",
            "2026-11-18",
            // The weeks before that, and the ends of the months.
            "2026-11-15",
            "2026-11-08",
            "2026-10-31",
            "2026-09-30",
            "2026-08-31",
            "2026-07-31",
            "2026-06-30",
            "2026-05-31",
            "2026-04-30",
            "2026-03-31",
            "2026-02-28",
            "2026-01-31",
            "2025-12-31",
        ];
        assert_eq!(days, expected);
    }

    #[test]
    fn days_without_a_backup_take_no_place() {
        let seldom = ["2026-01-05", "2026-03-09", "2026-03-10", "2026-07-01"].map(daily);
        assert_eq!(left(&seldom, "2026-11-24", u64::MAX), seldom);
    }

    #[test]
    fn of_those_made_for_a_reason_the_last_three_of_each_kind_are_left() {
        let mut all = days_up_to("2026-11-24", 3);
        for kind in [BackupKind::Import, BackupKind::Restore] {
            all.extend(days_up_to("2026-11-24", 5).into_iter().map(|it| Backup { kind, ..it }));
        }
        let left = left(&all, "2026-11-24", u64::MAX);
        assert_eq!(left.iter().filter(|it| it.kind == BackupKind::Import).count(), 3);
        assert_eq!(left.len(), 9);
        assert!(left.iter().all(|it| it.at.date() >= day("2026-11-22")));
    }

    #[test]
    fn the_budget_takes_the_oldest_and_never_the_newest_good_one() {
        let all = days_up_to("2026-11-24", 7);
        assert_eq!(left(&all, "2026-11-24", 30), all[4..]);
        assert_eq!(left(&all, "2026-11-24", 29), all[5..]);
        assert_eq!(left(&all, "2026-11-24", 0), all[6..]);
        let broken: Vec<_> = all.iter().map(|it| Backup { good: it.at.date() < day("2026-11-20"), ..*it }).collect();
        assert_eq!(left(&broken, "2026-11-24", 0), [all[1]], "the 19th is the last good one");
    }

    #[test]
    fn a_bad_one_takes_no_place_and_goes_after_a_week() {
        let mut all = days_up_to("2026-11-24", 10);
        all[9].good = false;
        // Seven good days remain beside the bad one of today, and the end of the week before.
        let kept = left(&all, "2026-11-24", u64::MAX);
        assert_eq!(kept.iter().filter(|it| it.good).count(), 8);
        assert!(kept.contains(&all[9]));
        assert!(!left(&all, "2026-12-01", u64::MAX).contains(&all[9]));
    }

    #[test]
    fn a_clock_that_was_wrong_once_does_not_push_out_the_true_ones() {
        let mut all = days_up_to("2026-11-24", 7);
        all.extend(days_up_to("2031-01-09", 9));
        assert_eq!(left(&all, "2026-11-24", u64::MAX), all);
        assert!(left(&all, "2026-11-24", 10).contains(&all[6]), "today's is the newest");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(12))]
        #[test]
        fn ten_years_of_days_keep_what_was_promised(seed in prop::collection::vec(0u8..=255, 3_650), budget in 50u64..4_000) {
            let mut shelf: Vec<Backup> = Vec::new();
            for (number, chance) in (0u64..).zip(&seed) {
                let today = day("2026-11-24") + Days::new(number);
                // Some days nobody opens Rappel, on others something is imported, and now and then a backup breaks.
                if chance % 5 == 0 {
                    continue;
                }
                let at = today.and_hms_opt(8, 0, 0).unwrap();
                let bytes = 10 + number / 50;
                shelf.push(Backup { at, kind: BackupKind::Daily, bytes, good: chance % 7 != 0 });
                if chance % 11 == 0 {
                    let at = today.and_hms_opt(15, 0, 0).unwrap();
                    shelf.push(Backup { at, kind: BackupKind::Import, bytes, good: true });
                }
                let before = shelf.clone();
                let newest = before.iter().filter(|it| it.good).max_by_key(|it| it.at).copied();
                let gone = to_remove(&shelf, today, u64::MAX);
                let mut at = 0;
                shelf.retain(|_| { at += 1; !gone.contains(&(at - 1)) });
                prop_assert!(shelf.iter().filter(|it| it.good).count() <= 7 + 4 + 12 + 3);
                prop_assert!(newest.is_none_or(|it| shelf.contains(&it)));
                // The last seven days, four weeks and twelve months that had a good daily one still have it.
                let dailies = |list: &[Backup]| -> Vec<NaiveDate> {
                    let good = list.iter().rev().filter(|it| it.good && it.kind == BackupKind::Daily);
                    good.map(|it| it.at.date()).collect()
                };
                let (had, has) = (dailies(&before), dailies(&shelf));
                prop_assert_eq!(&had[..had.len().min(7)], &has[..has.len().min(7)]);
                let weeks = |list: &[NaiveDate]| -> Vec<_> {
                    let mut weeks: Vec<_> = list.iter().map(|it| (it.iso_week().year(), it.iso_week().week())).collect();
                    weeks.dedup();
                    weeks.truncate(4);
                    weeks
                };
                prop_assert_eq!(weeks(&had), weeks(&has));
                let months = |list: &[NaiveDate]| -> Vec<_> {
                    let mut months: Vec<_> = list.iter().map(|it| (it.year(), it.month())).collect();
                    months.dedup();
                    months.truncate(12);
                    months
                };
                prop_assert_eq!(months(&had), months(&has));
                // Within the budget, or one good backup alone.
                let tight = to_remove(&shelf, today, budget);
                let kept: Vec<_> = (0..shelf.len()).filter(|at| !tight.contains(at)).map(|at| shelf[at]).collect();
                prop_assert!(kept.iter().map(|it| it.bytes).sum::<u64>() <= budget || kept.len() == 1);
                prop_assert!(newest.is_none_or(|it| kept.contains(&it)));
            }
        }
    }
}

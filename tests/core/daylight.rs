//! Times are civil: what daylight saving skips rings after the gap, what happens twice rings the first time, and whatever the
//! clock does, nothing is early, lost or twice.

use chrono::{Duration, NaiveTime};
use proptest::prelude::*;
use rappel_core::commands::*;
use rappel_domain::follow_up::Due;
use rappel_tests::{Desk, at, day};

fn due_at_half_past_two(on: chrono::NaiveDate) -> Due {
    Due { on, at: NaiveTime::from_hms_opt(2, 30, 0) }
}

#[test]
fn a_time_that_daylight_saving_skips_rings_at_the_first_minute_after_the_gap() {
    // In Amsterdam the clock goes from 01:59 to 03:00 on 29 March 2026.
    let night = day(2026, 3, 29);
    let desk = Desk::at(at(night, 1, 0)).with_alarms();
    let anna = desk.add("Anna");
    desk.follow_up(anna, "Call", due_at_half_past_two(night));
    desk.set_clock(at(night, 1, 59));
    std::thread::sleep(std::time::Duration::from_millis(100));
    assert!(desk.notifier.shown().is_empty());
    desk.set_clock(at(night, 3, 0));
    desk.wait_for_popups(1);
}

#[test]
fn a_time_that_happens_twice_rings_the_first_time() {
    // And from 02:59 back to 02:00 on 25 October 2026.
    let night = day(2026, 10, 25);
    let desk = Desk::at(at(night, 1, 0)).with_alarms();
    let anna = desk.add("Anna");
    desk.follow_up(anna, "Call", due_at_half_past_two(night));
    desk.set_clock(at(night, 2, 30));
    desk.wait_for_popups(1);
    for (hour, minute) in [(2, 59), (2, 0), (2, 30), (2, 59), (3, 0)] {
        desk.set_clock(at(night, hour, minute));
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    std::thread::sleep(std::time::Duration::from_millis(100));
    assert_eq!(desk.notifier.shown().len(), 1);
}

#[test]
fn a_clock_that_goes_back_while_a_pop_up_is_on_its_way_makes_it_ring_no_second_time() {
    let night = day(2026, 10, 25);
    let desk = Desk::at(at(night, 1, 0)).with_alarms();
    let anna = desk.add("Anna");
    desk.follow_up(anna, "Call", due_at_half_past_two(night));
    desk.notifier.be_silent(true);
    desk.set_clock(at(night, 2, 30));
    desk.wait_for_popups(1);
    desk.set_clock(at(night, 2, 0));
    desk.notifier.take();
    let rang = || get_ledger(&desk.app, LedgerQuery::default()).unwrap().rings[0].shown_at.is_some();
    desk.wait_until("the ledger", rang);
    for minute in [30, 59] {
        desk.set_clock(at(night, 2, minute));
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    assert_eq!(desk.notifier.shown().len(), 1);
    assert!(desk.notifier.withdrawn().is_empty(), "it stands");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]
    #[test]
    fn whatever_the_clock_does_an_alarm_rings_once_and_never_early(
        due in 1i64..600, jumps in proptest::collection::vec(-120i64..180, 1..12)
    ) {
        let start = at(day(2026, 3, 28), 20, 0);
        let desk = Desk::at(start).with_alarms();
        let anna = desk.add("Anna");
        let rings = start + Duration::minutes(due);
        desk.follow_up(anna, "Call", Due { on: rings.date(), at: Some(rings.time()) });
        let (mut now, mut reached) = (start, false);
        for jump in jumps {
            now += Duration::minutes(jump);
            desk.set_clock(now);
            reached |= now >= rings;
            if reached {
                desk.wait_for_popups(1);
            } else {
                std::thread::sleep(std::time::Duration::from_millis(10));
            }
            prop_assert_eq!(desk.notifier.shown().len(), usize::from(reached));
        }
        desk.set_clock(rings + Duration::days(1));
        desk.wait_for_popups(1);
        std::thread::sleep(std::time::Duration::from_millis(20));
        prop_assert_eq!(desk.notifier.shown().len(), 1);
    }
}

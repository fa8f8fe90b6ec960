//! A full disk keeps no alarm from ringing, and makes none ring over and over.

use std::sync::Arc;
use std::time::Duration;

use chrono::NaiveTime;
use rappel_core::commands::*;
use rappel_core::{App, Options, alarms};
use rappel_domain::follow_up::{Due, FollowUpDraft};
use rappel_tests::{FakeNotifier, FixedClock, at, draft, monday, wait_until};

use crate::disk::{Disk, Fault, Plan};
use crate::start::place;

/// Longer than the pause after what failed.
const PATIENCE: Duration = Duration::from_secs(20);

/// Rings on a disk that is full from the n-th call on until there is room; whether any call failed.
fn rings_once(from: u64) -> bool {
    let place = place();
    let folder = place.path().join("disk");
    let disk = Disk::at(&folder);
    let clock = Arc::new(FixedClock::at(at(monday(), 12, 0)));
    let app = App::open(Options { folder, clock: clock.clone(), demo: false }).unwrap();
    let contact = add_contact(&app, draft("Anna")).unwrap();
    let due = Due { on: monday(), at: NaiveTime::from_hms_opt(12, 5, 0) };
    let draft = FollowUpDraft { what: "Call".to_owned(), due, minutes_before: 0, repeat: None };
    add_follow_up(&app, AddFollowUp { contact, draft }).unwrap();
    let notifier = Arc::new(FakeNotifier::default());
    let bell = alarms::start(Arc::clone(&app), notifier.clone()).unwrap();
    let rang =
        || get_ledger(&app, LedgerQuery::default()).unwrap().rings.first().is_some_and(|it| it.shown_at.is_some());

    disk.fail(Plan { fault: Fault::Full, from, stays: true });
    clock.set(at(monday(), 12, 5));
    bell.wake();
    wait_until(PATIENCE, "the pop-up", || !notifier.shown().is_empty());
    // Whatever would ring again at once.
    for _ in 0..10 {
        bell.wake();
        std::thread::sleep(Duration::from_millis(20));
    }
    assert_eq!(notifier.shown().len(), 1, "full from call {from} on");
    assert!(notifier.withdrawn().is_empty(), "it stands");
    let failed = disk.mend() > 0;
    bell.wake();
    wait_until(PATIENCE, "the ledger", rang);
    assert_eq!(get_ledger(&app, LedgerQuery::default()).unwrap().rings.len(), 1);
    assert_eq!(notifier.shown().len(), 1, "full from call {from} on");
    failed
}

#[test]
fn an_alarm_rings_once_on_a_full_disk_and_is_written_down_when_there_is_room() {
    let failed = (1..=8).filter(|from| rings_once(*from)).count();
    assert!(failed > 4, "{failed} met a full disk");
}

//! The ledger keeps what became of every ring; what the desktop refuses waits in the window; what is settled is taken off the
//! screen.

use chrono::NaiveTime;
use rappel_core::commands::*;
use rappel_core::notifier::Answer;
use rappel_domain::follow_up::Due;
use rappel_domain::ids::FollowUpId;
use rappel_tests::{Desk, at, day, monday};

fn timed(hour: u32, minute: u32) -> Due {
    Due { on: monday(), at: NaiveTime::from_hms_opt(hour, minute, 0) }
}

fn rings(desk: &Desk) -> Vec<RingView> {
    get_ledger(&desk.app, LedgerQuery::default()).unwrap().rings
}

/// Somebody with a follow-up at 10:05, and the clock there.
fn rung(desk: &Desk, name: &str) -> FollowUpId {
    let contact = desk.add(name);
    let follow_up = desk.follow_up(contact, "Call", timed(10, 5));
    desk.set_clock(at(monday(), 10, 5));
    follow_up
}

fn finish(desk: &Desk, follow_up: FollowUpId) {
    finish_follow_up(&desk.app, FinishFollowUp { follow_up, again: None, activate: false }).unwrap();
}

#[test]
fn each_ring_is_kept_with_when_it_was_due_and_shown_and_what_was_done() {
    let desk = Desk::new().with_alarms();
    rung(&desk, "Anna Nowak");
    desk.wait_for_popups(1);
    desk.wait_until("the ledger", || rings(&desk).first().is_some_and(|ring| ring.shown_at.is_some()));
    desk.notifier.answer(Answer::Snoozed);
    desk.wait_until("the answer", || rings(&desk)[0].answer == Some(RingAnswer::Snoozed));
    desk.set_clock(at(monday(), 10, 15));
    desk.wait_for_popups(2);
    desk.notifier.answer(Answer::Done);
    desk.wait_until("the answer", || rings(&desk)[0].answer == Some(RingAnswer::Done));
    let (first, second) = (&rings(&desk)[1], &rings(&desk)[0]);
    assert_eq!((first.due.as_str(), first.shown_at.as_deref()), ("2026-11-23 10:05:00", Some("2026-11-23 10:05:00")));
    assert_eq!((second.due.as_str(), second.shown_at.as_deref()), ("2026-11-23 10:05:00", Some("2026-11-23 10:15:00")));
    assert_eq!((second.name.as_str(), second.what.as_str(), second.refused), ("Anna Nowak", "Call", false));
    let found = get_ledger(&desk.app, LedgerQuery { search: "nowak".to_owned(), before: None }).unwrap();
    assert_eq!((found.rings.len(), found.more), (2, false));
    let none = get_ledger(&desk.app, LedgerQuery { search: "joost".to_owned(), before: None }).unwrap();
    assert!(none.rings.is_empty());
}

#[test]
fn the_ledger_is_read_fifty_at_a_time() {
    let desk = Desk::new().with_alarms();
    for number in 0..60 {
        let contact = desk.add(&format!("Person {number}"));
        desk.follow_up(contact, "Call", timed(10, 5));
    }
    desk.set_clock(at(monday(), 10, 5));
    desk.wait_until("the rings", || rings(&desk).iter().filter(|ring| ring.shown_at.is_some()).count() == 50);
    let first = get_ledger(&desk.app, LedgerQuery::default()).unwrap();
    assert!(first.more && first.rings.iter().all(|ring| ring.in_digest));
    let before = first.rings.last().map(|ring| ring.id);
    let rest = get_ledger(&desk.app, LedgerQuery { search: String::new(), before }).unwrap();
    assert_eq!((rest.rings.len(), rest.more), (10, false));
}

#[test]
fn done_in_the_window_takes_the_pop_up_off_the_screen() {
    let desk = Desk::new().with_alarms();
    let follow_up = rung(&desk, "Anna");
    desk.wait_for_popups(1);
    desk.wait_until("it to be written down", || rings(&desk).first().is_some_and(|ring| ring.shown_at.is_some()));
    finish(&desk, follow_up);
    desk.wait_until("the pop-up to go", || desk.notifier.withdrawn() == desk.notifier.numbers());
    desk.wait_until("the ledger", || rings(&desk)[0].answer == Some(RingAnswer::Settled));
    // The desktop tells that it closed; that is no answer of the person's.
    desk.notifier.answer(Answer::Closed);
    std::thread::sleep(std::time::Duration::from_millis(100));
    assert_eq!(rings(&desk)[0].answer, Some(RingAnswer::Settled));
}

#[test]
fn who_is_moved_trashed_or_refuses_contact_has_no_pop_up_standing() {
    let desk = Desk::new().with_alarms();
    for (number, name) in (1..).zip(["Anna", "Bram", "Eva"]) {
        let contact = desk.add(name);
        let follow_up = desk.follow_up(contact, "Call", timed(9, 0));
        desk.wait_for_popups(number);
        desk.wait_until("it to be written down", || {
            rings(&desk).iter().filter(|it| it.shown_at.is_some()).count() == number
        });
        match name {
            "Anna" => {
                let draft = rappel_domain::follow_up::FollowUpDraft {
                    what: "Call".to_owned(),
                    due: Due { on: day(2026, 12, 1), at: None },
                    minutes_before: 0,
                    repeat: None,
                };
                update_follow_up(&desk.app, UpdateFollowUp { follow_up, draft }).unwrap();
            }
            "Bram" => trash_contact(&desk.app, ContactRef { contact }).unwrap(),
            _ => {
                let to = Move::Declined {
                    permission: rappel_domain::process::Permission::Refused,
                    ask_again: None,
                    reason: String::new(),
                };
                move_contact(&desk.app, MoveContact { contact, to }).unwrap();
            }
        }
        desk.wait_until("the pop-up to go", || desk.notifier.withdrawn().len() == number);
    }
    assert_eq!(desk.notifier.withdrawn(), desk.notifier.numbers());
}

#[test]
fn a_crash_before_the_showing_was_written_down_shows_it_once_more_in_its_own_place() {
    let mut desk = Desk::new().with_alarms();
    desk.notifier.be_silent(true);
    rung(&desk, "Anna");
    desk.wait_for_popups(1);
    desk.notifier.be_silent(false);
    desk.restart();
    desk.wait_for_popups(2);
    desk.wait_until("the ledger", || rings(&desk)[0].shown_at.is_some());
    desk.restart();
    std::thread::sleep(std::time::Duration::from_millis(100));
    let numbers = desk.notifier.numbers();
    assert_eq!((numbers.len(), rings(&desk).len()), (2, 1), "one ring, shown twice");
    assert_eq!(numbers[0], numbers[1], "the second took the place of the first");
}

#[test]
fn what_the_desktop_refuses_waits_in_the_window_with_the_same_buttons() {
    let desk = Desk::new().with_alarms();
    desk.notifier.refuse(true);
    rung(&desk, "Anna");
    desk.wait_until("the refusal", || !desk.app.waiting_alarms().is_empty());
    let waiting = get_frame(&desk.app, ()).unwrap().waiting_alarms.remove(0);
    assert!(waiting.title.contains("Anna") && waiting.done.is_some() && waiting.snooze.is_some(), "{waiting:?}");
    desk.wait_until("the ledger", || rings(&desk)[0].refused);
    let answer = AnswerAlarm { alarms: waiting.alarms, digest: waiting.digest, answer: RingAnswer::Done };
    answer_alarm(&desk.app, answer).unwrap();
    assert_eq!(get_today(&desk.app, ()).unwrap().done.len(), 1);
    assert_eq!((rings(&desk).len(), rings(&desk)[0].answer), (1, Some(RingAnswer::Done)));
    desk.notifier.refuse(false);
    desk.try_again();
    std::thread::sleep(std::time::Duration::from_millis(100));
    assert!(desk.notifier.shown().is_empty(), "it is done");
}

#[test]
fn a_desktop_that_takes_pop_ups_again_gets_what_waits_at_once() {
    let desk = Desk::new().with_alarms();
    desk.notifier.refuse(true);
    rung(&desk, "Anna");
    desk.wait_until("the refusal", || !desk.app.waiting_alarms().is_empty());
    desk.notifier.refuse(false);
    desk.try_again();
    desk.wait_for_popups(1);
    desk.wait_until("the window to know", || desk.app.waiting_alarms().is_empty());
    desk.wait_until("the ledger", || rings(&desk)[0].shown_at.is_some());
    assert_eq!((rings(&desk).len(), rings(&desk)[0].refused), (1, false), "two tries are one ring");
}

#[test]
fn what_waits_and_is_done_in_the_window_waits_no_more() {
    let desk = Desk::new().with_alarms();
    desk.notifier.refuse(true);
    let follow_up = rung(&desk, "Anna");
    desk.wait_until("the refusal", || !desk.app.waiting_alarms().is_empty());
    finish(&desk, follow_up);
    desk.wait_until("it to go", || desk.app.waiting_alarms().is_empty());
}

#[test]
fn what_waits_and_is_moved_in_the_window_waits_no_more() {
    let desk = Desk::new().with_alarms();
    desk.notifier.refuse(true);
    let follow_up = rung(&desk, "Anna");
    desk.wait_until("the refusal", || !desk.app.waiting_alarms().is_empty());
    move_follow_up(&desk.app, MoveFollowUp { follow_up, on: day(2026, 11, 30) }).unwrap();
    desk.wait_until("it to go", || desk.app.waiting_alarms().is_empty());
}

#[test]
fn what_waits_and_is_put_off_waits_again_when_its_time_has_come() {
    let desk = Desk::new().with_alarms();
    desk.notifier.refuse(true);
    rung(&desk, "Anna");
    desk.wait_until("the refusal", || !desk.app.waiting_alarms().is_empty());
    let waiting = desk.app.waiting_alarms().remove(0);
    let answer = AnswerAlarm { alarms: waiting.alarms, digest: waiting.digest, answer: RingAnswer::Snoozed };
    answer_alarm(&desk.app, answer).unwrap();
    desk.wait_until("it to go", || desk.app.waiting_alarms().is_empty());
    desk.set_clock(at(monday(), 10, 15));
    desk.try_again();
    desk.wait_until("the second refusal", || rings(&desk).len() == 2 && rings(&desk)[0].refused);
    // Whatever would take it away again.
    desk.add("Bram");
    desk.follow_up(desk.add("Carla"), "Call", timed(12, 0));
    desk.wait_until("it to wait", || !desk.app.waiting_alarms().is_empty());
    std::thread::sleep(std::time::Duration::from_millis(100));
    assert_eq!(desk.app.waiting_alarms().len(), 1);
}

/// Rings, does something in the window, and only then answers the pop-up, which no desktop has to take off the screen.
fn answered_late(answer: Answer, meanwhile: impl Fn(&Desk, FollowUpId)) -> Desk {
    let desk = Desk::new().with_alarms();
    let follow_up = rung(&desk, "Anna");
    desk.wait_for_popups(1);
    desk.wait_until("the ledger", || rings(&desk)[0].shown_at.is_some());
    meanwhile(&desk, follow_up);
    desk.wait_until("the ledger", || rings(&desk)[0].answer == Some(RingAnswer::Settled));
    desk.notifier.answer(answer);
    // Somebody else's comes after whatever the answer brought about.
    desk.follow_up(desk.add("Bram"), "Call", timed(10, 30));
    desk.set_clock(at(monday(), 10, 30));
    desk.wait_until("Bram", || desk.notifier.shown().iter().any(|popup| popup.title.contains("Bram")));
    desk
}

#[test]
fn a_late_snooze_of_what_was_done_in_the_window_rings_nothing() {
    let desk = answered_late(Answer::Snoozed, finish);
    assert_eq!(desk.notifier.shown().len(), 2, "Anna's and Bram's");
}

#[test]
fn a_late_answer_to_what_was_moved_in_the_window_leaves_it_where_it_is() {
    for answer in [Answer::Snoozed, Answer::Done] {
        let next_week = day(2026, 11, 30);
        let desk = answered_late(answer, |desk, follow_up| {
            move_follow_up(&desk.app, MoveFollowUp { follow_up, on: next_week }).unwrap();
        });
        assert_eq!(desk.notifier.shown().len(), 2, "Anna's and Bram's");
        desk.set_clock(at(next_week, 10, 5));
        desk.wait_for_popups(3);
    }
}

#[test]
fn a_test_says_what_the_desktop_said() {
    let desk = Desk::new().with_alarms();
    assert_eq!(send_test_alarm(&desk.app, ()).unwrap(), TestAlarm::Taken);
    desk.notifier.refuse(true);
    assert_eq!(send_test_alarm(&desk.app, ()).unwrap(), TestAlarm::Refused { why: "told to".to_owned() });
    assert!(rings(&desk).is_empty(), "a test is no ring");
}

#[test]
fn the_next_five_alarms_are_told() {
    let desk = Desk::new();
    for hour in 11..18 {
        let contact = desk.add(&format!("Person {hour}"));
        desk.follow_up(contact, "Call", timed(hour, 0));
    }
    let coming = get_coming_alarms(&desk.app, ()).unwrap();
    let rings: Vec<_> = coming.iter().map(|it| it.rings.as_str()).collect();
    assert_eq!(coming.len(), 5);
    assert_eq!((rings[0], coming[0].name.as_str()), ("2026-11-23 11:00:00", "Person 11"));
}

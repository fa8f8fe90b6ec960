//! Alarms ring when they are due, once, and their buttons do what the window's do.

use chrono::NaiveTime;
use rappel_core::commands::*;
use rappel_core::notifier::Answer;
use rappel_domain::birthday::Birthday;
use rappel_domain::card::CardState;
use rappel_domain::follow_up::Due;
use rappel_domain::ids::ContactId;
use rappel_domain::settings::{DayTime, QuietHours};
use rappel_tests::{Desk, at, day, draft, monday};

fn timed(hour: u32, minute: u32) -> Due {
    Due { on: monday(), at: NaiveTime::from_hms_opt(hour, minute, 0) }
}

fn born(desk: &Desk, name: &str, month: u32, date: u32) -> ContactId {
    let mut draft = draft(name);
    draft.birthday = Some(Birthday::new(month, date, Some(1980)).unwrap());
    add_contact(&desk.app, draft).unwrap()
}

#[test]
fn a_timed_follow_up_rings_at_its_time_and_once() {
    let desk = Desk::new().with_alarms();
    let anna = desk.add("Anna Nowak");
    desk.follow_up(anna, "Second presentation", timed(10, 30));
    desk.set_clock(at(monday(), 10, 29));
    desk.set_clock(at(monday(), 10, 30));
    let popup = desk.wait_for_popups(1).remove(0);
    assert!(popup.title.contains("Anna Nowak") && popup.body.contains("Second presentation") && popup.urgent);
    desk.wait_until("the ledger", || desk.app.now().civil >= at(monday(), 10, 30));
    // A clock that goes back and forth again rings nothing twice.
    desk.set_clock(at(monday(), 10, 0));
    desk.set_clock(at(monday(), 10, 45));
    std::thread::sleep(std::time::Duration::from_millis(100));
    assert_eq!(desk.notifier.shown().len(), 1);
}

#[test]
fn done_on_the_pop_up_is_done_in_the_window() {
    let desk = Desk::new().with_alarms();
    let anna = desk.add("Anna Nowak");
    desk.follow_up(anna, "Call", timed(10, 5));
    desk.set_clock(at(monday(), 10, 5));
    desk.wait_for_popups(1);
    desk.notifier.answer(Answer::Done);
    desk.wait_until("Today to show it done", || get_today(&desk.app, ()).unwrap().done.len() == 1);
    assert!(get_today(&desk.app, ()).unwrap().today.is_empty());
}

#[test]
fn a_snoozed_alarm_rings_ten_minutes_later_and_its_due_time_does_not_move() {
    let desk = Desk::new().with_alarms();
    let anna = desk.add("Anna Nowak");
    desk.follow_up(anna, "Call", timed(10, 5));
    desk.set_clock(at(monday(), 10, 5));
    desk.wait_for_popups(1);
    desk.notifier.answer(Answer::Snoozed);
    let item = || get_today(&desk.app, ()).unwrap().today.remove(0);
    desk.wait_until("the snooze", || item().snoozed_until.is_some());
    assert_eq!(item().due, timed(10, 5));
    desk.set_clock(at(monday(), 10, 14));
    desk.set_clock(at(monday(), 10, 15));
    desk.wait_for_popups(2);
}

#[test]
fn more_than_three_that_were_missed_become_one_summary() {
    let mut desk = Desk::new();
    for name in ["Anna", "Bram", "Eva", "Joost", "Koen"] {
        let contact = desk.add(name);
        desk.follow_up(contact, "Call", timed(11, 0));
    }
    desk.set_clock(at(day(2026, 11, 26), 8, 0));
    desk.start_alarms();
    let popups = desk.wait_for_popups(1);
    std::thread::sleep(std::time::Duration::from_millis(100));
    assert_eq!(desk.notifier.shown().len(), 1);
    assert!(popups[0].title.contains('5') && popups[0].done.is_none(), "{popups:?}");
    assert_eq!(get_today(&desk.app, ()).unwrap().overdue_count, 5);
}

#[test]
fn an_alarm_missed_while_the_program_was_off_rings_once_at_the_start() {
    let mut desk = Desk::new().with_alarms();
    let anna = desk.add("Anna");
    desk.follow_up(anna, "Call", timed(11, 0));
    desk.restart();
    desk.set_clock(at(day(2026, 12, 23), 8, 0));
    desk.wait_for_popups(1);
    desk.restart();
    std::thread::sleep(std::time::Duration::from_millis(100));
    assert_eq!(desk.notifier.shown().len(), 1);
}

#[test]
fn a_birthday_entered_today_rings_today_and_again_next_year() {
    let desk = Desk::new().with_alarms();
    born(&desk, "Eva Bakker", 11, 23);
    let popups = desk.wait_for_popups(1);
    assert!(popups[0].title.contains("Eva Bakker"), "{popups:?}");
    desk.set_clock(at(day(2027, 11, 23), 9, 0));
    // The card for that birthday was to be posted days before; it was missed too and rings with it.
    desk.wait_until("next year's", || desk.notifier.shown().iter().filter(|it| it.title.contains("Eva")).count() >= 2);
}

#[test]
fn posting_the_card_silences_the_card_but_not_the_day_itself() {
    let desk = Desk::new().with_alarms();
    let eva = born(&desk, "Eva Bakker", 12, 4);
    let card = get_person(&desk.app, ContactRef { contact: eva }).unwrap().card.unwrap();
    assert_eq!(card.post_by, day(2026, 12, 1));
    set_card(&desk.app, SetCard { contact: eva, year: card.year, state: CardState::Posted, words: None }).unwrap();
    desk.set_clock(at(day(2026, 12, 1), 9, 0));
    std::thread::sleep(std::time::Duration::from_millis(100));
    assert!(desk.notifier.shown().is_empty());
    desk.set_clock(at(day(2026, 12, 4), 9, 0));
    assert!(!desk.wait_for_popups(1)[0].body.is_empty());
}

#[test]
fn a_birthday_missed_for_more_than_five_days_does_not_ring() {
    let mut desk = Desk::new();
    born(&desk, "Eva Bakker", 11, 30);
    desk.set_clock(at(day(2026, 12, 6), 9, 0));
    desk.start_alarms();
    std::thread::sleep(std::time::Duration::from_millis(150));
    assert!(desk.notifier.shown().is_empty());
    desk.set_clock(at(day(2027, 11, 30), 9, 0));
    desk.wait_for_popups(1);
}

#[test]
fn a_computer_that_ran_months_ahead_and_is_set_right_still_rings_what_it_put_away() {
    let mut desk = Desk::new().with_alarms();
    born(&desk, "Eva Bakker", 12, 10);
    desk.set_clock(at(day(2027, 6, 1), 9, 0));
    desk.wait_until("next year's", || {
        get_coming_alarms(&desk.app, ()).unwrap().first().is_some_and(|next| next.rings.starts_with("2027-12"))
    });
    born(&desk, "Tom Visser", 12, 20);
    desk.restart();
    desk.set_clock(at(monday(), 11, 0));
    let next = || get_coming_alarms(&desk.app, ()).unwrap().into_iter().map(|it| (it.name, it.rings));
    desk.wait_until("this year's", || next().filter(|(_, rings)| rings.starts_with("2026-12")).count() == 4);
    assert!(desk.notifier.shown().is_empty());
    desk.set_clock(at(day(2026, 12, 10), 9, 0));
    desk.wait_for_popups(2);
}

#[test]
fn snoozing_what_must_not_ring_arms_nothing() {
    let desk = Desk::new().with_alarms();
    let anna = desk.add("Anna Nowak");
    let follow_up = desk.follow_up(anna, "Call", timed(10, 30));
    trash_contact(&desk.app, ContactRef { contact: anna }).unwrap();
    let until = rappel_domain::alarm::Snooze::TenMinutes;
    snooze_follow_up(&desk.app, SnoozeFollowUp { follow_up, until }).unwrap();
    assert!(get_coming_alarms(&desk.app, ()).unwrap().is_empty());
    desk.set_clock(at(monday(), 12, 0));
    restore_contact(&desk.app, ContactRef { contact: anna }).unwrap();
    desk.wait_for_popups(1);
}

#[test]
fn what_was_due_before_it_came_in_only_stands_in_today() {
    let desk = Desk::new().with_alarms();
    let anna = desk.add("Anna");
    desk.follow_up(anna, "Call", Due { on: day(2026, 11, 20), at: None });
    std::thread::sleep(std::time::Duration::from_millis(100));
    assert!(desk.notifier.shown().is_empty());
    assert_eq!(get_today(&desk.app, ()).unwrap().overdue_count, 1);
}

#[test]
fn a_refused_pop_up_stays_due() {
    let desk = Desk::new();
    desk.notifier.refuse(true);
    let mut desk = desk.with_alarms();
    let anna = desk.add("Anna");
    desk.follow_up(anna, "Call", timed(10, 0));
    desk.wait_until("the refusal", || !desk.app.waiting_alarms().is_empty());
    desk.notifier.refuse(false);
    desk.restart();
    desk.wait_for_popups(1);
    desk.wait_until("the window to know", || desk.app.waiting_alarms().is_empty());
}

#[test]
fn a_pause_holds_alarms_until_it_ends() {
    let desk = Desk::new().with_alarms();
    let anna = desk.add("Anna");
    pause_alarms(&desk.app, PauseAlarms { minutes: 60 }).unwrap();
    desk.follow_up(anna, "Call", timed(10, 30));
    desk.set_clock(at(monday(), 10, 59));
    std::thread::sleep(std::time::Duration::from_millis(100));
    assert!(desk.notifier.shown().is_empty());
    desk.set_clock(at(monday(), 11, 0));
    desk.wait_for_popups(1);
}

fn settings(desk: &Desk, change: impl FnOnce(&mut Settings)) {
    let mut settings = get_settings(&desk.app, ()).unwrap().settings;
    change(&mut settings);
    update_settings(&desk.app, settings).unwrap();
}

#[test]
fn quiet_hours_hold_what_is_due_until_they_end() {
    let desk = Desk::new().with_alarms();
    let time = |text: &str| DayTime::try_from(text.to_owned()).unwrap();
    settings(&desk, |it| it.quiet_hours = Some(QuietHours { from: time("10:00"), to: time("11:00") }));
    let anna = desk.add("Anna");
    desk.follow_up(anna, "Call", timed(10, 5));
    desk.set_clock(at(monday(), 10, 59));
    std::thread::sleep(std::time::Duration::from_millis(100));
    assert!(desk.notifier.shown().is_empty());
    desk.set_clock(at(monday(), 11, 0));
    desk.wait_for_popups(1);
}

#[test]
fn what_days_off_held_is_one_summary_and_a_card_rings_before_them() {
    let desk = Desk::new().with_alarms();
    use rappel_domain::card::DayOfWeek::{Friday, Saturday, Sunday, Thursday};
    settings(&desk, |it| it.days_off = [Thursday, Friday, Saturday, Sunday].into());
    for (name, date) in [("Anna", 26), ("Bram", 27), ("Eva", 28), ("Joost", 29)] {
        let contact = desk.add(name);
        desk.follow_up(contact, "Call", Due { on: day(2026, 11, date), at: None });
    }
    // The post needs three days for Tuesday the 1st, and neither Monday nor Sunday counts: it goes on Thursday, a day off.
    born(&desk, "Koen", 12, 1);
    desk.set_clock(at(day(2026, 11, 25), 9, 0));
    let popups = desk.wait_for_popups(1);
    assert!(popups[0].title.contains("Card for Koen"), "{popups:?}");
    for date in 26..=29 {
        desk.set_clock(at(day(2026, 11, date), 15, 0));
    }
    std::thread::sleep(std::time::Duration::from_millis(100));
    assert_eq!(desk.notifier.shown().len(), 1);
    desk.set_clock(at(day(2026, 11, 30), 8, 59));
    std::thread::sleep(std::time::Duration::from_millis(100));
    assert_eq!(desk.notifier.shown().len(), 1, "not at midnight, but with the first things of the day");
    desk.set_clock(at(day(2026, 11, 30), 9, 0));
    let popups = desk.wait_for_popups(2);
    assert!(popups[1].title.contains('4'), "{popups:?}");
}

//! The calendar: what comes, day by day, and follow-ups that are moved on it. And whom to keep in touch with, in Today.

use chrono::{Days, NaiveDate};
use rappel_core::commands::*;
use rappel_domain::alarm::{AlarmKind, Snooze};
use rappel_domain::birthday::Birthday;
use rappel_domain::card::CardState;
use rappel_domain::conversation::Ending;
use rappel_domain::follow_up::{Due, FollowUpDraft, Repeat, Unit, parse_time};
use rappel_domain::process::{Permission, Standing};
use rappel_tests::{Desk, at, day, draft, monday, talk};

fn days(desk: &Desk, from: NaiveDate, days: u32, rows: u32) -> Vec<CalendarDay> {
    get_calendar(&desk.app, CalendarQuery { from, days, rows }).unwrap()
}

fn on(desk: &Desk, on: NaiveDate) -> Vec<CalendarEntry> {
    let mut found = days(desk, on, 1, 50).remove(0);
    assert_eq!(found.count as usize, found.entries.len());
    std::mem::take(&mut found.entries)
}

/// What stands on a day, in short.
fn kinds(desk: &Desk, date: NaiveDate) -> Vec<&'static str> {
    let kind = |entry: &CalendarEntry| match entry.what {
        CalendarWhat::FollowUp { .. } => "follow-up",
        CalendarWhat::Coming { .. } => "coming",
        CalendarWhat::Done { .. } => "done",
        CalendarWhat::Birthday { .. } => "birthday",
        CalendarWhat::Card { .. } => "card",
    };
    on(desk, date).iter().map(kind).collect()
}

fn due(on: NaiveDate, time: &str) -> Due {
    Due { on, at: parse_time(time) }
}

fn born(desk: &Desk, name: &str, month: u32, date: u32, year: Option<i32>) -> ContactId {
    let mut draft = draft(name);
    draft.birthday = Some(Birthday::new(month, date, year).unwrap());
    add_contact(&desk.app, draft).unwrap()
}

fn no_cards(desk: &Desk) {
    let mut settings = get_settings(&desk.app, ()).unwrap().settings;
    settings.card_alarms = false;
    update_settings(&desk.app, settings).unwrap();
}

fn refuse(desk: &Desk, contact: ContactId) {
    let no = Ending::No { permission: Permission::Refused, reason: String::new(), ask_again: None };
    log_conversation(&desk.app, talk(contact, "", no)).unwrap();
}

#[test]
fn a_day_shows_what_is_to_do_in_time_order_then_birthdays_and_what_is_done() {
    let desk = Desk::new();
    no_cards(&desk);
    let anna = born(&desk, "Anna", 11, 23, Some(1986));
    desk.follow_up(anna, "Any time", due(monday(), ""));
    desk.follow_up(anna, "Second", due(monday(), "15:00"));
    desk.follow_up(anna, "First", due(monday(), "10:30"));
    let done = desk.follow_up(anna, "Was overdue", due(day(2026, 11, 20), ""));
    assert_eq!(kinds(&desk, day(2026, 11, 20)), ["follow-up"]);
    finish_follow_up(&desk.app, FinishFollowUp { follow_up: done, again: None, activate: false }).unwrap();
    assert_eq!(kinds(&desk, day(2026, 11, 20)), [""; 0]);
    assert_eq!(kinds(&desk, monday()), ["follow-up", "follow-up", "follow-up", "birthday", "done"]);
    let entries = on(&desk, monday());
    let whats: Vec<_> = entries[..3]
        .iter()
        .map(|it| match &it.what {
            CalendarWhat::FollowUp { what, .. } => what.as_str(),
            _ => "",
        })
        .collect();
    assert_eq!(whats, ["First", "Second", "Any time"]);
    assert_eq!(entries[3].what, CalendarWhat::Birthday { turns: Some(40), card: CardState::ToWrite });
    assert!(matches!(&entries[4].what, CalendarWhat::Done { what, at: Some(_), .. } if what == "Was overdue"));
}

#[test]
fn a_repeating_follow_up_shows_when_it_will_come_again() {
    let desk = Desk::new();
    let anna = desk.add("Anna");
    let repeat = Some(Repeat { every: 1, unit: Unit::Week });
    let draft = FollowUpDraft { what: "Ring".to_owned(), due: due(monday(), "09:15"), minutes_before: 0, repeat };
    let id = add_follow_up(&desk.app, AddFollowUp { contact: anna, draft }).unwrap();
    let coming = |desk: &Desk| -> Vec<NaiveDate> {
        let found = days(desk, monday() - Days::new(7), 42, 5).into_iter();
        let found = found.filter(|day| day.entries.iter().any(|it| matches!(it.what, CalendarWhat::Coming { .. })));
        found.map(|day| day.on).collect()
    };
    let every_week = [day(2026, 11, 30), day(2026, 12, 7), day(2026, 12, 14), day(2026, 12, 21)];
    assert_eq!(coming(&desk), every_week);
    assert!(matches!(on(&desk, monday())[0].what, CalendarWhat::FollowUp { repeats: true, .. }));
    // Forgotten for a while: what is over never comes.
    desk.set_clock(at(day(2026, 12, 8), 10, 0));
    assert_eq!(coming(&desk), every_week[2..]);
    assert_eq!(kinds(&desk, monday()), ["follow-up"]);
    // Whoever refused is not asked again, and whoever may be contacted again is.
    refuse(&desk, anna);
    assert_eq!((coming(&desk), kinds(&desk, monday())), (vec![], vec![]));
    allow_contact_again(&desk.app, ContactRef { contact: anna }).unwrap();
    // The one that is done stands where it was done, the next is there.
    finish_follow_up(&desk.app, FinishFollowUp { follow_up: id, again: None, activate: false }).unwrap();
    assert_eq!(kinds(&desk, day(2026, 12, 8)), ["done"]);
    assert_eq!(kinds(&desk, day(2026, 12, 14)), ["follow-up"]);
}

#[test]
fn a_card_stands_on_its_last_day_until_it_is_posted() {
    let desk = Desk::new();
    let eva = born(&desk, "Eva", 12, 4, None);
    // Friday 4 December is posted for on Tuesday the 1st.
    let card = |desk: &Desk| on(desk, day(2026, 12, 1)).pop().map(|it| it.what);
    let birthday = day(2026, 12, 4);
    assert_eq!(card(&desk), Some(CalendarWhat::Card { birthday, card: CardState::ToWrite }));
    set_card(&desk.app, SetCard { contact: eva, year: 2026, state: CardState::Written, words: None }).unwrap();
    assert_eq!(card(&desk), Some(CalendarWhat::Card { birthday, card: CardState::Written }));
    set_card(&desk.app, SetCard { contact: eva, year: 2026, state: CardState::Posted, words: None }).unwrap();
    assert_eq!(card(&desk), None);
    assert_eq!(on(&desk, birthday)[0].what, CalendarWhat::Birthday { turns: None, card: CardState::Posted });
    // Next year's is another one.
    let next = days(&desk, day(2027, 11, 20), 20, 5).into_iter().flat_map(|day| day.entries).count();
    assert_eq!(next, 2);
    // Whoever sends no cards is not told of any, and past birthdays ask for none.
    set_card(&desk.app, SetCard { contact: eva, year: 2026, state: CardState::ToWrite, words: None }).unwrap();
    desk.set_clock(at(day(2026, 12, 5), 10, 0));
    assert_eq!(card(&desk), None);
    desk.set_clock(at(monday(), 10, 0));
    no_cards(&desk);
    assert_eq!(card(&desk), None);
}

#[test]
fn birthdays_of_a_leap_day_are_kept_and_those_of_people_not_to_contact_are_not() {
    let desk = Desk::new();
    no_cards(&desk);
    born(&desk, "Zofie", 2, 29, None);
    let trashed = born(&desk, "Bram", 2, 28, None);
    let refused = born(&desk, "Cas", 2, 28, None);
    assert_eq!(on(&desk, day(2027, 2, 28)).len(), 3);
    assert_eq!(on(&desk, day(2028, 2, 29)).len(), 1);
    trash_contact(&desk.app, ContactRef { contact: trashed }).unwrap();
    refuse(&desk, refused);
    let left: Vec<_> = on(&desk, day(2027, 2, 28)).into_iter().map(|it| it.name).collect();
    assert_eq!(left, ["Zofie"]);
}

#[test]
fn a_full_day_shows_as_much_as_there_is_room_for_and_opens_as_a_list() {
    let desk = Desk::new();
    no_cards(&desk);
    for n in 0..30 {
        born(&desk, &format!("Person {n:02}"), 11, 24, None);
    }
    let anna = desk.add("Anna");
    desk.follow_up(anna, "Call", due(day(2026, 11, 24), ""));
    let full = days(&desk, day(2026, 11, 24), 1, 4).remove(0);
    assert_eq!((full.count, full.entries.len()), (31, 4));
    let list = open_calendar_day(&desk.app, CalendarDayRef { on: day(2026, 11, 24) }).unwrap();
    assert_eq!(list.total, 31);
    let window = CalendarDayWindow { snapshot: list.snapshot, on: day(2026, 11, 24), from: 29, count: 60 };
    let names: Vec<_> = get_calendar_day(&desk.app, window).unwrap().into_iter().map(|it| it.name).collect();
    assert_eq!(names, ["Person 28", "Person 29"]);
    // No more than six weeks come at once, and a day that nobody means is refused.
    assert_eq!(days(&desk, monday(), 5000, 1).len(), 42);
    let wrong = get_calendar(&desk.app, CalendarQuery { from: day(1, 1, 1), days: 7, rows: 5 }).unwrap_err();
    assert_eq!(wrong.code(), "bad_date");
}

#[test]
fn a_series_that_comes_round_at_other_times_counts_from_its_present_date() {
    let desk = Desk::new();
    let anna = desk.add("Anna");
    let every = |unit| Some(Repeat { every: 1, unit });
    let draft = FollowUpDraft {
        what: "Ring".to_owned(),
        due: due(monday(), "15:00"),
        minutes_before: 0,
        repeat: every(Unit::Week),
    };
    let id = add_follow_up(&desk.app, AddFollowUp { contact: anna, draft }).unwrap();
    desk.set_clock(at(monday(), 16, 0));
    finish_follow_up(&desk.app, FinishFollowUp { follow_up: id, again: None, activate: false }).unwrap();
    let open = || get_person(&desk.app, ContactRef { contact: anna }).unwrap().follow_ups.remove(0);
    let now = open();
    assert_eq!(now.draft.due.on, day(2026, 11, 30));
    let draft = FollowUpDraft { repeat: every(Unit::Month), ..now.draft };
    update_follow_up(&desk.app, UpdateFollowUp { follow_up: now.id, draft }).unwrap();
    desk.set_clock(at(day(2026, 11, 30), 16, 0));
    finish_follow_up(&desk.app, FinishFollowUp { follow_up: now.id, again: None, activate: false }).unwrap();
    assert_eq!(open().draft.due.on, day(2026, 12, 30));
}

#[test]
fn a_follow_up_is_moved_with_its_time_and_its_alarm_and_moved_back() {
    let desk = Desk::new();
    let anna = desk.add("Anna");
    let repeat = Some(Repeat { every: 1, unit: Unit::Month });
    let draft = FollowUpDraft { what: "Ring".to_owned(), due: due(monday(), "15:00"), minutes_before: 30, repeat };
    let id = add_follow_up(&desk.app, AddFollowUp { contact: anna, draft: draft.clone() }).unwrap();
    let to = |on| move_follow_up(&desk.app, MoveFollowUp { follow_up: id, on });
    to(day(2026, 11, 26)).unwrap();
    let kept = get_person(&desk.app, ContactRef { contact: anna }).unwrap().follow_ups[0].draft.clone();
    assert_eq!(kept, FollowUpDraft { due: due(day(2026, 11, 26), "15:00"), ..draft });
    assert_eq!(get_coming_alarms(&desk.app, ()).unwrap()[0].rings, "2026-11-26 14:30:00");
    assert_eq!(kinds(&desk, day(2026, 12, 26)), ["coming"]);
    desk.app.undo(None).unwrap();
    assert_eq!(get_coming_alarms(&desk.app, ()).unwrap()[0].rings, "2026-11-23 14:30:00");
    assert_eq!(kinds(&desk, day(2026, 12, 23)), ["coming"]);
    // To where it is already: nothing to take back.
    let before = desk.app.can_undo();
    to(monday()).unwrap();
    assert_eq!(desk.app.can_undo(), before);
    // A day that is over is overdue at once, and does not ring.
    to(day(2026, 11, 20)).unwrap();
    assert_eq!(get_today(&desk.app, ()).unwrap().overdue_count, 1);
    assert!(get_coming_alarms(&desk.app, ()).unwrap().is_empty());
    assert_eq!(to(day(1200, 1, 1)).unwrap_err().code(), "bad_date");
    finish_follow_up(&desk.app, FinishFollowUp { follow_up: id, again: None, activate: false }).unwrap();
    assert_eq!(to(monday()).unwrap_err().code(), "follow_up_closed");
}

#[test]
fn the_follow_up_of_somebody_at_later_is_their_date_and_moves_with_it() {
    let desk = Desk::new();
    let rosa = desk.add("Rosa");
    let follow_up = FollowUpDraft { what: String::new(), due: due(monday(), ""), minutes_before: 0, repeat: None };
    log_conversation(&desk.app, talk(rosa, "", Ending::NotReady { follow_up })).unwrap();
    let entry = on(&desk, monday()).remove(0);
    let CalendarWhat::FollowUp { follow_up, .. } = entry.what else { panic!("{entry:?}") };
    move_follow_up(&desk.app, MoveFollowUp { follow_up, on: day(2027, 1, 4) }).unwrap();
    let person = get_person(&desk.app, ContactRef { contact: rosa }).unwrap();
    assert_eq!((person.standing, person.follow_ups[0].draft.due.on), (Standing::Later, day(2027, 1, 4)));
}

#[test]
fn whoever_was_not_spoken_to_for_too_long_stands_in_today_until_there_is_a_conversation() {
    let desk = Desk::new().with_alarms();
    let anna = desk.add("Anna");
    set_keep_in_touch(&desk.app, SetKeepInTouch { contact: anna, weeks: Some(2) }).unwrap();
    let listed = |desk: &Desk| get_today(&desk.app, ()).unwrap().keep_in_touch;
    assert!(listed(&desk).is_empty());
    desk.set_clock(at(day(2026, 12, 9), 10, 0));
    desk.wait_for_popups(1);
    let item = listed(&desk).remove(0);
    assert_eq!((item.person.name.as_str(), item.weeks, item.due_on), ("Anna", 2, day(2026, 12, 7)));
    assert_eq!(get_today(&desk.app, ()).unwrap().keep_in_touch_count, 1);

    let snooze = SnoozeKeepInTouch { contact: anna, until: Snooze::TomorrowMorning };
    snooze_keep_in_touch(&desk.app, snooze).unwrap();
    assert_eq!(listed(&desk)[0].snoozed_until.as_deref(), Some("2026-12-10 09:00:00"));
    let next = get_coming_alarms(&desk.app, ()).unwrap().remove(0);
    assert_eq!((next.kind, next.rings.as_str()), (AlarmKind::KeepInTouch, "2026-12-10 09:00:00"));
    desk.app.undo(None).unwrap();
    assert_eq!(listed(&desk)[0].snoozed_until, None);

    log_conversation(&desk.app, talk(anna, "", Ending::NoAnswer)).unwrap();
    assert_eq!(listed(&desk).len(), 1);
    log_conversation(&desk.app, talk(anna, "", Ending::JustATalk)).unwrap();
    assert!(listed(&desk).is_empty());
    assert_eq!(snooze_keep_in_touch(&desk.app, snooze).unwrap_err().code(), "not_found");
    // Who must not be contacted is in no list.
    desk.set_clock(at(day(2027, 3, 1), 10, 0));
    assert_eq!(listed(&desk).len(), 1);
    refuse(&desk, anna);
    assert!(listed(&desk).is_empty());
}

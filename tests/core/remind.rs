//! Keeping in touch, and the days before one person's birthday.

use rappel_core::commands::*;
use rappel_core::notifier::Answer;
use rappel_domain::birthday::Birthday;
use rappel_domain::conversation::Ending;
use rappel_tests::{Desk, at, day, draft};

fn touch(desk: &Desk, contact: ContactId, weeks: Option<u32>) {
    set_keep_in_touch(&desk.app, SetKeepInTouch { contact, weeks }).unwrap();
}

fn talk(desk: &Desk, contact: ContactId, ending: Ending) {
    log_conversation(&desk.app, rappel_tests::talk(contact, "", ending)).unwrap();
}

#[test]
fn silence_rings_after_its_weeks_and_a_conversation_starts_the_clock_anew() {
    let desk = Desk::new().with_alarms();
    let anna = desk.add("Anna");
    touch(&desk, anna, Some(2)); // until 7 December
    desk.set_clock(at(day(2026, 12, 1), 12, 0));
    talk(&desk, anna, Ending::JustATalk); // until the 15th
    desk.set_clock(at(day(2026, 12, 10), 12, 0));
    talk(&desk, anna, Ending::NoAnswer); // changes nothing
    std::thread::sleep(std::time::Duration::from_millis(100));
    assert!(desk.notifier.shown().is_empty(), "{:?}", desk.notifier.shown());
    desk.set_clock(at(day(2026, 12, 15), 8, 59));
    desk.set_clock(at(day(2026, 12, 15), 9, 0));
    let popup = desk.wait_for_popups(1).remove(0);
    assert!(popup.title.contains("Keep in touch with Anna"), "{popup:?}");
    desk.notifier.answer(Answer::Closed);
    // Once, until there is a conversation again.
    desk.set_clock(at(day(2027, 3, 1), 9, 0));
    std::thread::sleep(std::time::Duration::from_millis(100));
    assert_eq!(desk.notifier.shown().len(), 1);
    talk(&desk, anna, Ending::JustATalk);
    desk.set_clock(at(day(2027, 3, 15), 9, 0));
    desk.wait_for_popups(2);
}

#[test]
fn a_clock_that_is_taken_away_rings_no_more() {
    let desk = Desk::new().with_alarms();
    let anna = desk.add("Anna");
    touch(&desk, anna, Some(1));
    touch(&desk, anna, None);
    assert_eq!(get_person(&desk.app, ContactRef { contact: anna }).unwrap().keep_in_touch, None);
    desk.set_clock(at(day(2027, 1, 1), 9, 0));
    std::thread::sleep(std::time::Duration::from_millis(100));
    assert!(desk.notifier.shown().is_empty());
    let wrong = set_keep_in_touch(&desk.app, SetKeepInTouch { contact: anna, weeks: Some(0) }).unwrap_err();
    assert_eq!(wrong.code(), "bad_weeks");
}

#[test]
fn one_persons_birthday_can_ring_on_other_days_than_all_the_others() {
    let desk = Desk::new().with_alarms();
    let mut settings = get_settings(&desk.app, ()).unwrap().settings;
    settings.card_alarms = false;
    update_settings(&desk.app, settings).unwrap();
    let mut draft = draft("Anna");
    draft.birthday = Some(Birthday::new(12, 14, None).unwrap());
    let anna = add_contact(&desk.app, draft).unwrap();
    let own = SetBirthdayOffsets { contact: anna, offsets: Some([7, 1].into()) };
    set_birthday_offsets(&desk.app, own).unwrap();
    let coming: Vec<_> = get_coming_alarms(&desk.app, ()).unwrap().into_iter().map(|it| it.rings).collect();
    assert_eq!(coming, ["2026-12-07 09:00:00", "2026-12-13 09:00:00"]);
    desk.set_clock(at(day(2026, 12, 7), 9, 0));
    assert!(desk.wait_for_popups(1)[0].body.contains("in 7 days"));
    set_birthday_offsets(&desk.app, SetBirthdayOffsets { contact: anna, offsets: Some([].into()) }).unwrap();
    assert!(get_coming_alarms(&desk.app, ()).unwrap().is_empty());
    set_birthday_offsets(&desk.app, SetBirthdayOffsets { contact: anna, offsets: None }).unwrap();
    assert_eq!(get_coming_alarms(&desk.app, ()).unwrap()[0].rings, "2026-12-14 09:00:00");
}

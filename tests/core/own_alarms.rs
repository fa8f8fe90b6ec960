//! Keep in touch and a contact's own days before the birthday.

use rappel_core::commands::*;
use rappel_domain::birthday::Birthday;
use rappel_domain::conversation::{Channel, Ending};
use rappel_domain::ids::ContactId;
use rappel_tests::{Desk, at, day, draft};

fn talk(desk: &Desk, contact: ContactId, ending: Ending) {
    let draft = ConversationDraft {
        contact,
        at: None,
        channel: Channel::Call,
        minutes: None,
        said: String::new(),
        asked: String::new(),
        ending,
        next: None,
    };
    log_conversation(&desk.app, draft).unwrap();
}

fn due(desk: &Desk, contact: ContactId) -> Option<chrono::NaiveDate> {
    get_own_alarms(&desk.app, ContactRef { contact }).unwrap().keep_in_touch_on
}

fn quiet() {
    std::thread::sleep(std::time::Duration::from_millis(100));
}

#[test]
fn keep_in_touch_rings_once_until_somebody_talks_again() {
    let desk = Desk::new().with_alarms();
    let anna = desk.add("Anna Nowak");
    set_keep_in_touch(&desk.app, SetKeepInTouch { contact: anna, weeks: Some(2) }).unwrap();
    assert_eq!(due(&desk, anna), Some(day(2026, 12, 7)));
    desk.set_clock(at(day(2026, 12, 7), 8, 59));
    quiet();
    assert!(desk.notifier.shown().is_empty());
    desk.set_clock(at(day(2026, 12, 7), 9, 0));
    assert!(desk.wait_for_popups(1)[0].title.contains("Anna Nowak"));
    // Nobody answered: the clock does not start again, and what rang rings no more.
    talk(&desk, anna, Ending::NoAnswer);
    desk.set_clock(at(day(2027, 1, 20), 9, 0));
    quiet();
    assert_eq!(desk.notifier.shown().len(), 1);
    talk(&desk, anna, Ending::JustATalk);
    assert_eq!(due(&desk, anna), Some(day(2027, 2, 3)));
    desk.set_clock(at(day(2027, 2, 3), 9, 0));
    desk.wait_for_popups(2);
}

#[test]
fn a_conversation_in_time_puts_keep_in_touch_off() {
    let desk = Desk::new().with_alarms();
    let anna = desk.add("Anna");
    set_keep_in_touch(&desk.app, SetKeepInTouch { contact: anna, weeks: Some(2) }).unwrap();
    desk.set_clock(at(day(2026, 12, 1), 12, 0));
    talk(&desk, anna, Ending::JustATalk);
    desk.set_clock(at(day(2026, 12, 14), 12, 0));
    quiet();
    assert!(desk.notifier.shown().is_empty());
    set_keep_in_touch(&desk.app, SetKeepInTouch { contact: anna, weeks: None }).unwrap();
    desk.set_clock(at(day(2026, 12, 24), 12, 0));
    quiet();
    assert!(desk.notifier.shown().is_empty());
    let refused = set_keep_in_touch(&desk.app, SetKeepInTouch { contact: anna, weeks: Some(0) }).unwrap_err();
    assert_eq!(refused.code(), "bad_weeks");
}

#[test]
fn a_contacts_own_days_before_the_birthday_go_before_the_settings() {
    let desk = Desk::new().with_alarms();
    let mut eva = draft("Eva Bakker");
    eva.birthday = Some(Birthday::new(1, 15, None).unwrap());
    let contact = add_contact(&desk.app, eva).unwrap();
    let settings = Settings { card_alarms: false, ..Settings::default() };
    update_settings(&desk.app, settings).unwrap();
    let offsets = Some([30].into());
    set_birthday_offsets(&desk.app, SetBirthdayOffsets { contact, offsets: offsets.clone() }).unwrap();
    assert_eq!(get_own_alarms(&desk.app, ContactRef { contact }).unwrap().birthday_offsets, offsets);
    // It rings in December for January, and again in the next December.
    for (count, year) in [(1, 2026), (2, 2027)] {
        desk.set_clock(at(day(year, 12, 16), 8, 59));
        quiet();
        assert_eq!(desk.notifier.shown().len(), count - 1);
        desk.set_clock(at(day(year, 12, 16), 9, 0));
        desk.wait_for_popups(count);
        quiet();
    }
    let refused = set_birthday_offsets(&desk.app, SetBirthdayOffsets { contact, offsets: Some([5].into()) });
    assert_eq!(refused.unwrap_err().code(), "bad_offsets");
}

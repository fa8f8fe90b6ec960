//! Birthday cards: the batch by the day to post, how each stands, what was written, and that posting silences the alarm.

use rappel_core::commands::*;
use rappel_domain::birthday::Birthday;
use rappel_domain::card::{CardState, Turn};
use rappel_domain::contact::{Labelled, PostalAddress};
use rappel_domain::history::Happened;
use rappel_domain::process::Permission;
use rappel_tests::{Desk, at, day, draft, monday};

/// Somebody born on that day, with an address.
pub(crate) fn born(desk: &Desk, name: &str, month: u32, date: u32, year: Option<i32>) -> ContactId {
    let mut it = draft(name);
    it.birthday = Some(Birthday::new(month, date, year).unwrap());
    it.addresses = vec![PostalAddress {
        street: "Dijk 1".to_owned(),
        postal_code: "2801 AB".to_owned(),
        town: "Gouda".to_owned(),
        ..PostalAddress::default()
    }];
    add_contact(&desk.app, it).unwrap()
}

fn open(desk: &Desk, weeks: u32) -> (CardList, Vec<CardRow>) {
    let list = open_cards(&desk.app, CardsQuery { weeks }).unwrap();
    let window = PeopleWindow { snapshot: list.snapshot, from: 0, count: 200 };
    let rows = get_cards(&desk.app, window).unwrap();
    (list, rows)
}

fn names(rows: &[CardRow]) -> Vec<&str> {
    rows.iter().map(|it| it.person.name.as_str()).collect()
}

fn mark(desk: &Desk, contact: ContactId, year: i32, state: CardState) {
    set_card(&desk.app, SetCard { contact, year, state, words: None }).unwrap();
}

#[test]
fn the_batch_goes_by_the_day_to_post_with_those_to_call_first() {
    // Monday 23 November 2026; three days of delivery, none on Sunday and Monday.
    let desk = Desk::new();
    let today = born(&desk, "Today", 11, 23, Some(1979));
    born(&desk, "Missed", 11, 19, None);
    born(&desk, "Long ago", 11, 17, None);
    born(&desk, "Friday", 12, 4, Some(1990));
    born(&desk, "Thursday", 12, 3, None);
    born(&desk, "Far", 12, 30, None);
    let (list, rows) = open(&desk, 2);
    assert_eq!(names(&rows), ["Missed", "Today", "Thursday", "Friday"]);
    let groups: Vec<_> = list.groups.iter().map(|it| (it.kind, it.post_by, it.from, it.count)).collect();
    assert_eq!(
        groups,
        [
            (Turn::Call, None, 0, 2),
            (Turn::Post, Some(day(2026, 11, 28)), 2, 1),
            (Turn::Post, Some(day(2026, 12, 1)), 3, 1)
        ]
    );
    assert_eq!((list.to_write, list.to_post, list.to_call), (2, 0, 2));
    assert_eq!((rows[1].card.turns, rows[2].card.turns), (Some(47), None), "no year of birth is made up");
    assert_eq!(open(&desk, 8).1.last().unwrap().person.name, "Far");

    mark(&desk, today, 2026, CardState::Posted);
    let (list, rows) = open(&desk, 2);
    assert_eq!(names(&rows), ["Missed", "Thursday", "Friday", "Today"]);
    assert_eq!(list.groups.last().unwrap().kind, Turn::Over);
}

#[test]
fn who_was_called_after_a_missed_birthday_is_gone_from_the_batch() {
    let desk = Desk::new();
    let missed = born(&desk, "Missed", 11, 19, None);
    mark(&desk, missed, 2026, CardState::Skipped);
    assert_eq!(open(&desk, 4).0.total, 0);
    undo(&desk.app, Undo { step: None }).unwrap();
    assert_eq!(open(&desk, 4).0.total, 1);
    desk.set_clock(at(day(2026, 11, 25), 10, 0));
    assert_eq!(open(&desk, 4).0.total, 0, "five days after, it is over");
}

#[test]
fn the_card_of_january_is_that_of_the_next_year() {
    let desk = Desk::at(at(day(2026, 12, 21), 10, 0));
    let eva = born(&desk, "Eva", 1, 2, Some(1990));
    let (_, rows) = open(&desk, 2);
    assert_eq!((rows[0].card.year, rows[0].card.turns), (2027, Some(37)));
    mark(&desk, eva, 2027, CardState::Written);
    assert_eq!(open(&desk, 2).0.to_post, 1);
}

#[test]
fn a_leap_day_is_kept_on_the_day_of_the_settings() {
    let desk = Desk::at(at(day(2027, 2, 15), 10, 0));
    born(&desk, "Leap", 2, 29, None);
    assert_eq!(open(&desk, 4).1[0].card.birthday, day(2027, 2, 28));
}

#[test]
fn who_refused_is_in_the_trash_or_is_no_fit_gets_no_card() {
    let desk = Desk::new();
    let (refused, trashed) = (born(&desk, "Refused", 12, 4, None), born(&desk, "Trashed", 12, 4, None));
    let to = Move::Declined { permission: Permission::Refused, ask_again: None, reason: String::new() };
    move_contact(&desk.app, MoveContact { contact: refused, to }).unwrap();
    trash_contact(&desk.app, ContactRef { contact: trashed }).unwrap();
    assert_eq!(open(&desk, 8).0.total, 0);
    assert_eq!(get_counts(&desk.app, ()).unwrap().cards_to_write, 0);
}

#[test]
fn what_was_written_stays_and_is_shown_next_year_with_the_state() {
    let desk = Desk::new();
    let eva = born(&desk, "Eva", 12, 4, None);
    let words = Some("Good luck with the shop!\r\n– Bo 🎂".to_owned());
    set_card(&desk.app, SetCard { contact: eva, year: 2026, state: CardState::Written, words }).unwrap();
    mark(&desk, eva, 2026, CardState::Posted);
    let (_, rows) = open(&desk, 2);
    assert_eq!(rows[0].words, "Good luck with the shop!\n– Bo 🎂", "posting leaves the words");
    assert_eq!(rows[0].last, None);
    let timeline = get_timeline(&desk.app, TimelineQuery { contact: eva, before: None }).unwrap();
    let edits = timeline.entries.iter().filter(|it| {
        matches!(&it.what, TimelineWhat::Happened { what: Happened::Edited { fields }, .. } if fields == &["card_words"])
    });
    assert_eq!(edits.count(), 1);

    desk.set_clock(at(day(2027, 11, 23), 10, 0));
    let (_, rows) = open(&desk, 2);
    assert_eq!((rows[0].words.as_str(), rows[0].card.state), ("", CardState::ToWrite));
    let last = rows[0].last.clone().unwrap();
    assert_eq!(
        (last.year, last.state, last.words.lines().next()),
        (2026, CardState::Posted, Some("Good luck with the shop!"))
    );
}

#[test]
fn words_that_fit_on_no_card_are_refused_with_the_limit_and_nothing_is_written() {
    let desk = Desk::new();
    let eva = born(&desk, "Eva", 12, 4, None);
    let input = SetCard { contact: eva, year: 2026, state: CardState::Written, words: Some("x".repeat(10_000)) };
    let refused = set_card(&desk.app, input).unwrap_err();
    assert_eq!((refused.code(), refused.view().detail["limit"].as_str()), ("too_long", "2000"));
    assert_eq!(open(&desk, 2).1[0].card.state, CardState::ToWrite);
}

#[test]
fn several_cards_are_marked_and_taken_back_in_one_step() {
    let desk = Desk::new();
    let cards: Vec<_> = ["Ada", "Bea", "Cas"]
        .iter()
        .map(|name| CardRef { contact: born(&desk, name, 12, 4, None), year: 2026 })
        .collect();
    mark(&desk, cards[0].contact, 2026, CardState::Written);
    set_cards(&desk.app, SetCards { cards: cards.clone(), state: CardState::Posted }).unwrap();
    let states = || open(&desk, 2).1.iter().map(|it| it.card.state).collect::<Vec<_>>();
    assert_eq!(states(), [CardState::Posted; 3]);
    let step = desk.app.can_undo().unwrap();
    assert_eq!((step.what.as_str(), step.name.as_str()), ("cards_changed", "3"));
    undo(&desk.app, Undo { step: None }).unwrap();
    assert_eq!(states(), [CardState::Written, CardState::ToWrite, CardState::ToWrite]);

    let gone = CardRef { contact: ContactId(9999), year: 2026 };
    let refused = set_cards(&desk.app, SetCards { cards: vec![cards[1], gone], state: CardState::Posted });
    assert_eq!(refused.unwrap_err().code(), "not_found");
    assert_eq!(states(), [CardState::Written, CardState::ToWrite, CardState::ToWrite], "nothing is half written");
    let many = SetCards { cards: vec![cards[0]; 5001], state: CardState::Posted };
    assert_eq!(set_cards(&desk.app, many).unwrap_err().code(), "too_many");
}

#[test]
fn posting_in_the_batch_silences_the_card_alarm_and_taking_it_back_arms_it_again() {
    let desk = Desk::new().with_alarms();
    let friday = born(&desk, "Friday", 12, 4, None);
    let card = CardRef { contact: friday, year: 2026 };
    set_cards(&desk.app, SetCards { cards: vec![card], state: CardState::Posted }).unwrap();
    desk.set_clock(at(day(2026, 12, 1), 9, 0));
    desk.set_clock(at(day(2026, 12, 4), 9, 0));
    assert!(desk.wait_for_popups(1)[0].title.contains("Friday"), "the day itself still rings");
    assert_eq!(desk.notifier.shown().len(), 1);

    let other = Desk::new().with_alarms();
    let friday = born(&other, "Friday", 12, 4, None);
    mark(&other, friday, 2026, CardState::Posted);
    mark(&other, friday, 2026, CardState::ToWrite);
    other.set_clock(at(day(2026, 12, 1), 9, 0));
    other.wait_for_popups(1);
}

#[test]
fn the_cards_to_write_this_week_are_counted() {
    let desk = Desk::new();
    let count = || get_counts(&desk.app, ()).unwrap().cards_to_write;
    // To be posted on Saturday 28 November, and on 1 December.
    let thursday = born(&desk, "Thursday", 12, 3, None);
    born(&desk, "Friday", 12, 4, None);
    born(&desk, "Too late", 11, 24, None);
    assert_eq!(count(), 1);
    mark(&desk, thursday, 2026, CardState::Written);
    assert_eq!(count(), 0);
    desk.set_clock(at(day(2026, 11, 25), 10, 0));
    assert_eq!(count(), 1);
}

#[test]
fn a_row_says_where_to_post_and_whom_to_call() {
    let desk = Desk::new();
    born(&desk, "Anna", 12, 4, None);
    let mut without = draft("Bram");
    without.birthday = Some(Birthday::new(12, 4, None).unwrap());
    without.phones = vec![Labelled { label: "mobile".to_owned(), value: "06 12345678".to_owned() }];
    without.addresses = vec![PostalAddress { town: "Gouda".to_owned(), ..PostalAddress::default() }];
    let bram = add_contact(&desk.app, without).unwrap();
    let (_, rows) = open(&desk, 2);
    assert_eq!(rows[0].address, ["Dijk 1", "2801 AB  Gouda"]);
    assert!(rows[1].address.is_empty(), "a town alone is no address");
    assert_eq!((rows[1].phone.as_deref(), rows[1].dial.as_deref()), (Some("06 12345678"), Some("+31612345678")));
    // Given in place, it is there at once.
    let mut draft = get_person(&desk.app, ContactRef { contact: bram }).unwrap().draft;
    draft.addresses[0].street = "Markt 2".to_owned();
    update_contact(&desk.app, UpdateContact { contact: bram, draft }).unwrap();
    assert_eq!(open(&desk, 2).1[1].address, ["Markt 2", "Gouda"]);
}

#[test]
fn the_words_cross_in_the_persons_file_and_outlive_a_merge() {
    let desk = Desk::new();
    let (kept, other) = (born(&desk, "Eva Bos", 12, 4, None), born(&desk, "Eva Bos", 12, 4, None));
    mark(&desk, kept, 2026, CardState::Posted);
    let words = Some("See you in May <b>!</b>".to_owned());
    set_card(&desk.app, SetCard { contact: other, year: 2026, state: CardState::Written, words }).unwrap();
    let draft = get_person(&desk.app, ContactRef { contact: kept }).unwrap().draft;
    let merge = MergeContacts {
        one: kept,
        other,
        draft,
        photo_of_other: false,
        opportunity_of_other: false,
        answers_of_other: Vec::new(),
    };
    merge_contacts(&desk.app, merge).unwrap();
    let (_, rows) = open(&desk, 2);
    assert_eq!(
        (rows.len(), rows[0].card.state, rows[0].words.as_str()),
        (1, CardState::Posted, "See you in May <b>!</b>")
    );
    let path = super::export::save_to(&desk, "eva.html");
    export_person(&desk.app, ExportPerson { contact: kept, format: PersonFormat::Html }).unwrap();
    let page = std::fs::read_to_string(path).unwrap();
    assert!(page.contains("See you in May &lt;b&gt;!&lt;/b&gt;"), "{page}");
}

#[test]
fn a_batch_of_thousands_is_opened_and_read_by_position() {
    let desk = Desk::at(at(monday(), 10, 0));
    for n in 0..600 {
        born(&desk, &format!("Person {n:04}"), 12, 1 + n % 20, None);
    }
    let list = open_cards(&desk.app, CardsQuery { weeks: 8 }).unwrap();
    assert_eq!(list.total, 600);
    assert_eq!(list.groups.iter().map(|it| it.count).sum::<u32>(), 600);
    let window = |from, count| get_cards(&desk.app, PeopleWindow { snapshot: list.snapshot, from, count }).unwrap();
    assert_eq!((window(590, 60).len(), window(0, 5000).len(), window(9000, 5).len()), (10, 200, 0));
    let gone = get_cards(&desk.app, PeopleWindow { snapshot: -1, from: 0, count: 1 });
    assert_eq!(gone.unwrap_err().code(), "list_gone");
}

#[test]
#[ignore = "prints figures"]
fn the_cards_of_a_hundred_thousand_people_are_opened_and_printed() {
    let desk = Desk::new();
    rappel_core::demo::fill(&desk.app, 100_000).unwrap();
    let start = std::time::Instant::now();
    get_frame(&desk.app, ()).unwrap();
    println!("the frame with its count: {:?}", start.elapsed());
    let start = std::time::Instant::now();
    let list = open_cards(&desk.app, CardsQuery { weeks: 8 }).unwrap();
    println!("{} cards of 8 weeks opened in {:?}", list.total, start.elapsed());
    let start = std::time::Instant::now();
    get_cards(&desk.app, PeopleWindow { snapshot: list.snapshot, from: list.total / 2, count: 60 }).unwrap();
    println!("60 of them read in {:?}", start.elapsed());
    let start = std::time::Instant::now();
    let input = Labels { whose: LabelsFor::ToSend { weeks: 8 }, sheet: rappel_domain::label::Sheet::L7160, start: 0 };
    let preview = preview_labels(&desk.app, input).unwrap();
    println!("{} labels looked at in {:?}", preview.count, start.elapsed());
}

//! Sample people play every part, ring for nothing of their past, and leave no trace.

use std::collections::HashSet;
use std::sync::Arc;

use rappel_core::commands::*;
use rappel_core::demo;
use rappel_tests::{Desk, at, monday};

fn all_rows(desk: &Desk) -> Vec<PersonRow> {
    let list = open_people(&desk.app, PeopleQuery::default()).unwrap();
    let window = |from| get_people(&desk.app, PeopleWindow { snapshot: list.snapshot, from, count: 200 }).unwrap();
    (0..list.total).step_by(200).flat_map(window).collect()
}

#[test]
fn sample_people_show_every_place_and_a_full_today() {
    let desk = Desk::at(at(monday(), 10, 0));
    add_sample_people(&desk.app, ()).unwrap();
    let rows = all_rows(&desk);
    let places: HashSet<_> = rows.iter().map(|row| row.place).collect();
    assert_eq!(places.len(), 11, "three steps and every other place but the trash: {places:?}");
    assert!(rows.iter().all(|row| row.sample));
    let today = get_today(&desk.app, ()).unwrap();
    assert_eq!((today.overdue_count, today.today_count), (2, 5));
    assert!(today.birthdays.len() >= 3 && today.questions_count >= 3 && today.to_qualify >= 8, "{today:?}");
    let board = get_process(&desk.app, ProcessQuery::default()).unwrap();
    let cards: Vec<_> = board.columns.iter().flat_map(|column| &column.cards).collect();
    let without = cards.iter().filter(|card| card.no_next_step).count();
    assert!(cards.iter().any(|card| card.stale_days.is_some()) && without > 0);
    assert_eq!(today.no_next_step as usize, without, "Today says for how many nothing is planned");
}

#[test]
fn nothing_of_their_past_rings_but_what_is_still_to_come_does() {
    let mut desk = Desk::at(at(monday(), 12, 0));
    add_sample_people(&desk.app, ()).unwrap();
    desk.start_alarms();
    std::thread::sleep(std::time::Duration::from_millis(150));
    assert!(desk.notifier.shown().is_empty(), "{:?}", desk.notifier.shown());
    desk.set_clock(at(monday(), 13, 0));
    desk.wait_for_popups(1);
}

#[test]
fn they_are_gone_in_one_click_and_real_people_stay() {
    let desk = Desk::new();
    let mut draft = rappel_tests::draft("Anna Nowak");
    draft.company = "Nowak & Co".to_owned();
    draft.tags = vec!["retail".to_owned(), "mine".to_owned()];
    let anna = add_contact(&desk.app, draft.clone()).unwrap();
    add_sample_people(&desk.app, ()).unwrap();
    add_sample_people(&desk.app, ()).unwrap();
    assert_eq!(all_rows(&desk).len(), 25, "a second time adds nobody");
    remove_sample_people(&desk.app, ()).unwrap();
    assert_eq!(all_rows(&desk).iter().map(|row| row.id).collect::<Vec<_>>(), [anna]);
    assert_eq!(get_person(&desk.app, ContactRef { contact: anna }).unwrap().draft.tags, ["mine", "retail"]);
    assert_eq!(get_counts(&desk.app, ()).unwrap().samples, 0);
    let today = get_today(&desk.app, ()).unwrap();
    assert_eq!((today.overdue_count, today.today_count, today.questions_count), (0, 0, 0));
}

#[test]
fn the_demo_is_always_the_same_and_can_be_searched() {
    let folder = tempfile::tempdir().unwrap();
    let clock = || Arc::clone(&Desk::new().clock) as Arc<dyn rappel_core::clock::Clock>;
    let names = |app: &Arc<rappel_core::App>, search: &str| {
        let query = PeopleQuery { search: search.to_owned(), ..PeopleQuery::default() };
        let list = open_people(app, query).unwrap();
        let rows = get_people(app, PeopleWindow { snapshot: list.snapshot, from: 0, count: 200 }).unwrap();
        rows.into_iter().map(|row| row.name).collect::<Vec<_>>()
    };
    let app = demo::open_in(folder.path(), 300, clock()).unwrap();
    let first = names(&app, "");
    assert_eq!(open_people(&app, PeopleQuery::default()).unwrap().total, 300);
    assert!(!names(&app, "sanne").is_empty() && !names(&app, "offer").is_empty(), "people and what was said");
    let count: u32 = get_process(&app, ProcessQuery::default()).unwrap().columns.iter().map(|it| it.count).sum();
    let shelves: u32 = get_process(&app, ProcessQuery::default()).unwrap().shelves.iter().map(|it| it.count).sum();
    assert_eq!(count + shelves, 300, "everyone stands in exactly one place");
    drop(app);
    let again = demo::open_in(folder.path(), 300, clock()).unwrap();
    assert_eq!(names(&again, ""), first, "the demo that is there is used again");
    drop(again);
    let other = tempfile::tempdir().unwrap();
    assert_eq!(names(&demo::open_in(other.path(), 300, clock()).unwrap(), ""), first, "the seed is fixed");
}

#[test]
fn the_demo_is_quiet_at_its_start() {
    let mut desk = Desk::at(at(monday(), 12, 0));
    demo::fill(&desk.app, 300).unwrap();
    desk.start_alarms();
    std::thread::sleep(std::time::Duration::from_millis(150));
    assert!(desk.notifier.shown().is_empty(), "{:?}", desk.notifier.shown());
    desk.set_clock(at(monday(), 13, 0));
    desk.wait_for_popups(1);
}

//! What was done can be taken back as one step, and done again.

use rappel_core::commands::*;
use rappel_domain::birthday::Birthday;
use rappel_domain::conversation::{Channel, Ending};
use rappel_domain::follow_up::{Due, FollowUpDraft};
use rappel_domain::process::Place;
use rappel_tests::{Desk, at, day};

use crate::import::{file, inspect, try_out};

fn place(desk: &Desk, contact: ContactId) -> Place {
    get_person(&desk.app, ContactRef { contact }).unwrap().row.place
}

#[test]
fn a_conversation_with_all_it_brought_is_one_step() {
    let desk = Desk::new();
    let anna = desk.add("Anna");
    let follow_up = FollowUpDraft {
        what: String::new(),
        due: Due { on: day(2026, 12, 1), at: None },
        minutes_before: 0,
        repeat: None,
    };
    let draft = ConversationDraft {
        contact: anna,
        at: None,
        channel: Channel::Visit,
        minutes: None,
        said: "? Why".to_owned(),
        asked: String::new(),
        ending: Ending::NotReady { follow_up },
        next: None,
        told: Vec::new(),
    };
    log_conversation(&desk.app, draft).unwrap();
    assert_eq!(place(&desk, anna), Place::Later);

    undo(&desk.app, Undo { step: None }).unwrap();
    let person = get_person(&desk.app, ContactRef { contact: anna }).unwrap();
    assert_eq!((person.row.place, person.follow_ups.len(), person.questions.len()), (Place::Lead, 0, 0));
    let timeline = get_timeline(&desk.app, TimelineQuery { contact: anna, before: None }).unwrap();
    assert_eq!(timeline.entries.len(), 1, "only that she was added");

    redo(&desk.app, ()).unwrap();
    assert_eq!(place(&desk, anna), Place::Later);
}

#[test]
fn an_edit_is_taken_back_with_its_tags_and_numbers() {
    let desk = Desk::new();
    let anna = desk.add("Anna Nowak");
    let before = get_person(&desk.app, ContactRef { contact: anna }).unwrap().draft;
    let mut draft = before.clone();
    draft.tags = vec!["gym".to_owned()];
    draft.company = "Fit & Co".to_owned();
    draft.note = "It's \"quoted\" <b>é</b> 🎂".to_owned();
    update_contact(&desk.app, UpdateContact { contact: anna, draft: draft.clone() }).unwrap();
    undo(&desk.app, Undo { step: None }).unwrap();
    assert_eq!(get_person(&desk.app, ContactRef { contact: anna }).unwrap().draft, before);
    redo(&desk.app, ()).unwrap();
    assert_eq!(get_person(&desk.app, ContactRef { contact: anna }).unwrap().draft, draft);
}

#[test]
fn a_step_whose_rows_changed_since_is_refused_and_nothing_is_half_undone() {
    let desk = Desk::new();
    let anna = desk.add("Anna Nowak");
    let added = desk.app.can_undo().unwrap().id;
    let mut draft = rappel_tests::draft("Anna Nowak");
    draft.note = "new".to_owned();
    update_contact(&desk.app, UpdateContact { contact: anna, draft }).unwrap();
    assert_eq!(undo(&desk.app, Undo { step: Some(added) }).unwrap_err().code(), "changed_since");
    assert_eq!(get_person(&desk.app, ContactRef { contact: anna }).unwrap().draft.note, "new");
}

#[test]
fn the_trash_gives_back_what_was_thrown_away() {
    let desk = Desk::new();
    let anna = desk.add("Anna Nowak");
    trash_contact(&desk.app, ContactRef { contact: anna }).unwrap();
    let all = |stages| open_people(&desk.app, PeopleQuery { stages, ..PeopleQuery::default() }).unwrap().total;
    assert_eq!((all(vec![]), all(vec![StageFilter::Trash])), (0, 1));
    restore_contact(&desk.app, ContactRef { contact: anna }).unwrap();
    assert_eq!((all(vec![]), all(vec![StageFilter::Trash])), (1, 0));
}

/// A list with one person of some company, imported with a tag.
fn import(desk: &Desk) -> ContactId {
    let path = file(desk, "list.csv", "Name;Company\nBram Smit;Acme\n");
    let number = try_out(desk, &inspect(desk, &path)).number;
    run_import(&desk.app, RunImport { number, duplicates: Decision::Skip, rows: Vec::new() }).unwrap();
    let bram = ContactId(2);
    assert_eq!(get_person(&desk.app, ContactRef { contact: bram }).unwrap().draft.name.shown(), "Bram Smit");
    bram
}

fn last(desk: &Desk) -> Result<(), &'static str> {
    undo(&desk.app, Undo { step: None }).map_err(|error| error.code())
}

#[test]
fn a_step_on_which_a_later_import_builds_is_refused() {
    for (tag, company) in [("list", ""), ("", "Acme")] {
        let desk = Desk::new();
        let mut anna = rappel_tests::draft("Anna Nowak");
        anna.tags = [tag].into_iter().filter(|it| !it.is_empty()).map(str::to_owned).collect();
        anna.company = company.to_owned();
        add_contact(&desk.app, anna).unwrap();
        let bram = import(&desk);
        assert_eq!(last(&desk), Err("changed_since"), "{tag}{company}");
        let draft = get_person(&desk.app, ContactRef { contact: bram }).unwrap().draft;
        assert_eq!((draft.tags, draft.company.as_str()), (vec!["list".to_owned()], "Acme"));
    }
}

#[test]
fn an_earlier_step_takes_nothing_along_that_came_later_and_stays_where_it_was() {
    let desk = Desk::new();
    let anna = desk.add("Anna Nowak");
    let added = desk.app.can_undo().unwrap().id;
    log_conversation(&desk.app, rappel_tests::talk(anna, "A word.", Ending::JustATalk)).unwrap();
    assert_eq!(undo(&desk.app, Undo { step: Some(added) }).unwrap_err().code(), "changed_since");
    let said = || get_timeline(&desk.app, TimelineQuery { contact: anna, before: None }).unwrap().entries.len();
    assert_eq!(said(), 2, "the talk, and that she was added");
    assert_eq!(last(&desk), Ok(()), "the talk");
    assert_eq!(said(), 1);
    assert_eq!(last(&desk), Ok(()), "Anna");
    redo(&desk.app, ()).unwrap();
    redo(&desk.app, ()).unwrap();
    assert_eq!(said(), 2);
}

#[test]
fn doing_again_leaves_the_alarms_of_others_alone() {
    let mut desk = Desk::new();
    let mut bram = rappel_tests::draft("Bram Smit");
    bram.birthday = Some(Birthday::new(11, 24, None).unwrap());
    add_contact(&desk.app, bram).unwrap();
    let anna = desk.add("Anna");
    desk.follow_up(anna, "Call", Due { on: day(2027, 3, 1), at: None });
    assert_eq!(last(&desk), Ok(()));
    desk.start_alarms();
    desk.set_clock(at(day(2026, 11, 24), 9, 30));
    let next_year = || {
        let coming = get_coming_alarms(&desk.app, ()).unwrap();
        coming.iter().any(|it| it.name == "Bram Smit" && it.rings.starts_with("2027-11-24"))
    };
    desk.wait_until("next year's", next_year);
    let _ = redo(&desk.app, ());
    assert!(next_year());
}

/// Of how many steps it is kept how their rows were.
fn kept(desk: &Desk) -> u32 {
    let count = "SELECT count(DISTINCT step) FROM temp.undo_log";
    desk.app.write(|write| Ok(write.db.query_row(count, [], |row| row.get(0))?)).unwrap()
}

#[test]
fn nothing_is_kept_of_what_can_neither_be_taken_back_nor_done_again() {
    let desk = Desk::new();
    let anna = desk.add("Anna");
    assert_eq!(kept(&desk), 1);
    for _ in 0..3 {
        let call = rappel_tests::talk(anna, "A word.", Ending::JustATalk);
        log_conversation(&desk.app, call).unwrap();
        undo(&desk.app, Undo { step: None }).unwrap();
        assert_eq!(kept(&desk), 2, "that she was added, and the talk that can be had again");
    }
    desk.app.tell_once("something").unwrap();
    assert_eq!(kept(&desk), 2, "what is no step is not kept");
    redo(&desk.app, ()).unwrap();
    undo(&desk.app, Undo { step: None }).unwrap();
    undo(&desk.app, Undo { step: None }).unwrap();
    assert_eq!(kept(&desk), 2, "both can be done again");
    for number in 0..110 {
        desk.add(&format!("Bram {number}"));
    }
    assert_eq!(kept(&desk), 100, "the oldest cannot be taken back any more");
}

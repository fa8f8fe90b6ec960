//! What was done can be taken back as one step, and done again.

use rappel_core::commands::*;
use rappel_domain::conversation::{Channel, Ending};
use rappel_domain::follow_up::{Due, FollowUpDraft};
use rappel_domain::process::Place;
use rappel_tests::{Desk, day};

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
        let call = rappel_tests::talk(anna, "A word.", rappel_domain::conversation::Ending::JustATalk);
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

//! Quick capture: what was typed in the small window becomes a lead in one step, or goes to somebody who is there.

use std::sync::Arc;

use rappel_core::commands::*;
use rappel_domain::follow_up::{Due, parse_time};
use rappel_domain::history::Happened;
use rappel_domain::process::{Permission, Place};
use rappel_domain::when::Unclear;
use rappel_tests::{Chooses, Desk, day};

fn typed(name: &str, reach: &str) -> CaptureDraft {
    CaptureDraft {
        name: name.to_owned(),
        reach: reach.to_owned(),
        place: "Horecava 2027".to_owned(),
        note: "Wants twenty mugs\nand a price".to_owned(),
        when: "tomorrow 10".to_owned(),
    }
}

fn save(desk: &Desk, draft: CaptureDraft) -> SavedCapture {
    save_capture(&desk.app, SaveCapture { draft, ..SaveCapture::default() }).unwrap()
}

fn saved(desk: &Desk, draft: CaptureDraft) -> ContactId {
    match save(desk, draft) {
        SavedCapture::Saved { contact } => contact,
        other => panic!("{other:?}"),
    }
}

fn person(desk: &Desk, contact: ContactId) -> Person {
    get_person(&desk.app, ContactRef { contact }).unwrap()
}

fn sources(desk: &Desk) -> Vec<String> {
    get_filter_choices(&desk.app, ()).unwrap().sources.into_iter().map(|it| it.name).collect()
}

fn people(desk: &Desk) -> u32 {
    get_counts(&desk.app, ()).unwrap().people
}

#[test]
fn somebody_just_met_is_a_lead_with_source_note_and_follow_up_and_all_of_it_is_one_step() {
    let desk = Desk::new();
    let before = sources(&desk);
    let anna = saved(&desk, typed("Anna van der Boer", "06 12345678, anna@example.org"));
    let it = person(&desk, anna);
    assert_eq!((it.draft.name.given.as_str(), it.draft.name.family.as_str()), ("Anna", "Boer"));
    assert_eq!(it.draft.phones[0].value, "06 12345678");
    assert_eq!(it.draft.emails[0].value, "anna@example.org");
    assert_eq!(it.draft.note, "Wants twenty mugs\nand a price");
    assert!(sources(&desk).contains(&"Horecava 2027".to_owned()));
    assert!(it.draft.source.is_some());
    let next = &it.follow_ups[0];
    assert_eq!(next.draft.due, Due { on: day(2026, 11, 24), at: parse_time("10:00") });
    assert_eq!(next.draft.what, "Wants twenty mugs");
    let timeline = get_timeline(&desk.app, TimelineQuery { contact: anna, before: None }).unwrap();
    let met = serde_json::to_string(&Happened::Met { place: "Horecava 2027".to_owned() }).unwrap();
    assert!(serde_json::to_string(&timeline).unwrap().contains(&met));

    undo(&desk.app, Undo { step: None }).unwrap();
    assert_eq!((people(&desk), sources(&desk)), (0, before));
    redo(&desk.app, ()).unwrap();
    assert_eq!((people(&desk), person(&desk, anna).follow_ups.len()), (1, 1));
}

#[test]
fn a_source_that_is_there_is_used_and_a_story_makes_none() {
    let desk = Desk::new();
    let anna = saved(&desk, typed("Anna", ""));
    let bram = saved(&desk, CaptureDraft { place: " horecava 2027 ".to_owned(), ..typed("Bram", "") });
    assert_eq!(person(&desk, anna).draft.source, person(&desk, bram).draft.source);
    let story = "in the queue at the bakery, behind the station, while it rained and rained".to_owned();
    let count = sources(&desk).len();
    let eva = saved(&desk, CaptureDraft { place: story, ..typed("Eva", "") });
    assert_eq!((person(&desk, eva).draft.source, sources(&desk).len()), (None, count));

    let look =
        |place: &str| look_at_capture(&desk.app, CaptureDraft { place: place.to_owned(), ..typed("", "") }).unwrap();
    assert!(look("Fair").new_source);
    assert!(!look("HORECAVA 2027").new_source && !look("  ").new_source);
}

#[test]
fn a_name_alone_is_enough() {
    let desk = Desk::new();
    let cher = saved(&desk, CaptureDraft { name: "Cher".to_owned(), ..CaptureDraft::default() });
    let it = person(&desk, cher);
    assert_eq!((it.row.name.as_str(), it.follow_ups.len(), it.draft.source), ("Cher", 0, None));
}

#[test]
fn somebody_with_that_number_is_found_and_gets_the_note_and_the_follow_up_in_one_step() {
    let desk = Desk::new();
    let anna = saved(&desk, CaptureDraft { when: String::new(), ..typed("Anna", "+31 6 12345678") });
    let again = CaptureDraft { note: "Moved to Utrecht".to_owned(), ..typed("Anna B", "0612345678 ann@example.org") };
    let look = look_at_capture(&desk.app, again.clone()).unwrap();
    assert_eq!(look.same.as_ref().map(|it| it.id), Some(anna));
    assert!(matches!(save(&desk, again.clone()), SavedCapture::Same { person } if person.id == anna));
    assert_eq!(people(&desk), 1, "nothing is written before it is decided");

    let to = SaveCapture { draft: again.clone(), to: Some(anna), ..SaveCapture::default() };
    assert_eq!(save_capture(&desk.app, to).unwrap(), SavedCapture::Saved { contact: anna });
    let it = person(&desk, anna);
    assert_eq!(it.draft.note, "Wants twenty mugs\nand a price\n\nMoved to Utrecht");
    assert_eq!((it.draft.phones.len(), it.draft.emails.len(), it.follow_ups.len()), (1, 1, 1));
    assert_eq!(it.row.name, "Anna", "the name stays");
    undo(&desk.app, Undo { step: None }).unwrap();
    let it = person(&desk, anna);
    assert_eq!((it.draft.note.as_str(), it.follow_ups.len()), ("Wants twenty mugs\nand a price", 0));

    // A family shares a number.
    let anyway = SaveCapture { draft: again, though_there: true, ..SaveCapture::default() };
    assert!(matches!(save_capture(&desk.app, anyway).unwrap(), SavedCapture::Saved { contact } if contact != anna));
}

#[test]
fn whoever_refused_is_warned_of_first_though_they_were_erased() {
    let desk = Desk::new();
    let anna = saved(&desk, typed("Anna", "anna@example.org"));
    let refuses = MoveContact {
        contact: anna,
        to: Move::Declined { permission: Permission::Refused, ask_again: None, reason: String::new() },
    };
    move_contact(&desk.app, refuses).unwrap();
    let again = typed("Anna", "Anna@Example.org");
    assert!(look_at_capture(&desk.app, again.clone()).unwrap().refused);
    assert_eq!(save(&desk, again.clone()), SavedCapture::Refused);
    let to = SaveCapture { draft: again.clone(), to: Some(anna), ..SaveCapture::default() };
    assert_eq!(save_capture(&desk.app, to).unwrap_err().code(), "do_not_contact");
    erase_contact(&desk.app, ContactRef { contact: anna }).unwrap();
    assert_eq!(save(&desk, again.clone()), SavedCapture::Refused);
    let anyway = SaveCapture { draft: again, though_refused: true, ..SaveCapture::default() };
    assert!(matches!(save_capture(&desk.app, anyway).unwrap(), SavedCapture::Saved { .. }));
}

#[test]
fn bad_input_gets_a_sentence_and_nothing_is_half_written() {
    let desk = Desk::new();
    let long = "é".repeat(10_000);
    let rows = [
        (typed("", "anna@example.org"), "name_missing"),
        (typed(" \u{7} ", ""), "name_missing"),
        (typed(&long, ""), "too_long"),
        (typed("Anna", "anna(at)example"), "bad_phone"),
        (typed("Anna", "anna@@example"), "bad_email"),
        (CaptureDraft { place: long.clone(), ..typed("Anna", "") }, "too_long"),
        (CaptureDraft { when: "yesterday".to_owned(), ..typed("Anna", "") }, "when_past"),
        (CaptureDraft { when: "soon".to_owned(), ..typed("Anna", "") }, "when_unclear"),
        (CaptureDraft { when: "tomorrow 3".to_owned(), ..typed("Anna", "") }, "when_unclear"),
    ];
    let before = sources(&desk);
    for (draft, code) in rows {
        look_at_capture(&desk.app, draft.clone()).unwrap();
        let refusal = save_capture(&desk.app, SaveCapture { draft, ..SaveCapture::default() }).unwrap_err();
        assert_eq!(refusal.code(), code);
    }
    assert_eq!((people(&desk), sources(&desk)), (0, before));
    let odd = saved(&desk, typed("<b>🎂</b> O'Neil", ""));
    assert_eq!(person(&desk, odd).row.name, "<b>🎂</b> O'Neil");
}

#[test]
fn what_is_typed_and_not_saved_is_there_the_next_time() {
    let desk = Desk::new();
    let draft = typed("Anna", "06");
    look_at_capture(&desk.app, draft.clone()).unwrap();
    assert_eq!(get_capture(&desk.app, ()).unwrap().draft, draft);
    let anna = CaptureDraft { reach: String::new(), ..draft };
    saved(&desk, anna);
    assert_eq!(get_capture(&desk.app, ()).unwrap().draft, CaptureDraft::default());
}

#[test]
fn plain_words_are_read_by_the_clock_of_the_program() {
    let desk = Desk::new();
    let read = |text: &str| read_when(&desk.app, WhenTyped { text: text.to_owned() }).unwrap();
    let due = Due { on: day(2026, 12, 1), at: None };
    assert_eq!(read("volgende week dinsdag"), WhenRead::Due { due });
    assert_eq!(read(""), WhenRead::Unclear { why: Unclear::Nothing });
}

#[test]
fn the_keys_are_chosen_turned_off_and_said_to_be_taken() {
    let desk = Desk::new();
    desk.app.set_desktop(Arc::new(Chooses::new(None)));
    let now = || get_capture_shortcut(&desk.app, ()).unwrap();
    let set = |keys: Option<&str>| {
        set_capture_shortcut(&desk.app, SetCaptureShortcut { keys: keys.map(str::to_owned) }).map_err(|it| it.code())
    };
    assert_eq!(now(), CaptureShortcut { keys: Some("Ctrl+Alt+J".to_owned()), problem: None });
    set(Some("Shift+Ctrl+Y")).unwrap();
    assert_eq!(now().keys.as_deref(), Some("Ctrl+Shift+Y"));
    set(Some("Ctrl+Alt+T")).unwrap();
    assert_eq!(now().problem, Some(ShortcutProblem::Taken));
    assert_eq!(set(Some("Ctrl+C")), Err("bad_shortcut"));
    set(None).unwrap();
    assert_eq!(now(), CaptureShortcut { keys: None, problem: None });
}

#[test]
fn a_person_met_stands_in_the_process_as_a_lead() {
    let desk = Desk::new();
    let anna = saved(&desk, typed("Anna", "0612345678"));
    assert_eq!(person(&desk, anna).row.place, Place::Lead);
}

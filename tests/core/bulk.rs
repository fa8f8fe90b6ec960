//! What is done to many at once: looked at first, whom it leaves out and why, one step back, and stopped in the middle.

use std::sync::Arc;
use std::time::Instant;

use rappel_core::commands::*;
use rappel_core::event::Event;
use rappel_domain::conversation::Ending;
use rappel_domain::follow_up::{Due, FollowUpDraft};
use rappel_domain::many::LeftOut;
use rappel_domain::process::{Permission, Place};
use rappel_domain::sale::{Money, SaleDraft};
use rappel_tests::{Desk, day, talk};

fn chosen(contacts: &[ContactId]) -> Whom {
    Whom::Chosen { contacts: contacts.to_vec() }
}

fn look(desk: &Desk, whom: Whom, deed: ManyDeed) -> ManyOutcome {
    preview_many(&desk.app, DoToMany { whom, deed }).unwrap()
}

fn run(desk: &Desk, whom: Whom, deed: ManyDeed) -> rappel_core::Result<ManyOutcome> {
    do_to_many(&desk.app, DoToMany { whom, deed })
}

fn place(desk: &Desk, contact: ContactId) -> Place {
    get_person(&desk.app, ContactRef { contact }).unwrap().row.place
}

fn tags(desk: &Desk, contact: ContactId) -> Vec<String> {
    get_person(&desk.app, ContactRef { contact }).unwrap().draft.tags
}

fn left(outcome: &ManyOutcome) -> Vec<(LeftOut, u32)> {
    outcome.left_out.iter().map(|it| (it.why, it.count)).collect()
}

fn not_a_fit() -> ManyDeed {
    ManyDeed::NotAFit { criterion: None, reason: "Too far away".to_owned() }
}

/// A lead, somebody who refused contact, a customer, somebody at Later, and one in the trash.
fn all_sorts(desk: &Desk) -> [ContactId; 5] {
    let all = ["Anna Lead", "Bram Refused", "Carla Customer", "Dirk Later", "Eva Trash"].map(|name| desk.add(name));
    let refused = Ending::No { permission: Permission::Refused, ask_again: None, reason: String::new() };
    log_conversation(&desk.app, talk(all[1], "Never again.", refused)).unwrap();
    let sale = SaleDraft {
        what: "Course".to_owned(),
        amount: Money { minor: 10_000, currency: "EUR".to_owned() },
        on: day(2026, 11, 20),
    };
    log_conversation(&desk.app, talk(all[2], "Yes.", Ending::Yes { sale })).unwrap();
    let follow_up = FollowUpDraft {
        what: String::new(),
        due: Due { on: day(2027, 1, 4), at: None },
        minutes_before: 0,
        repeat: None,
    };
    log_conversation(&desk.app, talk(all[3], "Not now.", Ending::NotReady { follow_up })).unwrap();
    trash_contact(&desk.app, ContactRef { contact: all[4] }).unwrap();
    all
}

#[test]
fn a_tag_is_given_to_all_and_taken_away_again_in_one_step_each() {
    let desk = Desk::new();
    let all @ [anna, bram, ..] = all_sorts(&desk);
    let add = || ManyDeed::AddTag { tag: " Fair ".to_owned() };
    run(&desk, chosen(&[anna]), add()).unwrap();
    let preview = look(&desk, chosen(&all), add());
    assert_eq!((preview.changed, left(&preview)), (3, vec![(LeftOut::Trashed, 1), (LeftOut::Already, 1)]));
    assert_eq!(run(&desk, chosen(&all), add()).unwrap(), preview);
    assert_eq!(tags(&desk, bram), ["Fair"], "a tag tells nobody anything");

    undo(&desk.app, Undo { step: None }).unwrap();
    assert_eq!((tags(&desk, anna), tags(&desk, bram)), (vec!["Fair".to_owned()], vec![]));
    redo(&desk.app, ()).unwrap();
    let found = |tag: &str| {
        open_people(&desk.app, PeopleQuery { search: tag.to_owned(), ..PeopleQuery::default() }).unwrap().total
    };
    assert_eq!(found("fair"), 4, "the search knows it too");

    let listed = Whom::Listed { query: PeopleQuery { tags: vec!["Fair".to_owned()], ..PeopleQuery::default() } };
    let gone = run(&desk, listed, ManyDeed::RemoveTag { tag: "fair".to_owned() }).unwrap();
    assert_eq!((gone.changed, found("fair")), (4, 0));
    assert_eq!(desk.app.can_undo().unwrap().name, "4 people");
}

#[test]
fn a_source_and_a_follow_up_are_set_for_those_who_may_have_them() {
    let desk = Desk::new();
    let all @ [anna, bram, ..] = all_sorts(&desk);
    let source =
        save_source(&desk.app, SaveSource { id: None, name: "Fair".to_owned(), cost: None, archived: false }).unwrap();
    assert_eq!(run(&desk, chosen(&all), ManyDeed::SetSource { source: Some(source) }).unwrap().changed, 4);
    assert_eq!(get_person(&desk.app, ContactRef { contact: bram }).unwrap().row.source, "Fair");
    let gone = ManyDeed::SetSource { source: Some(SourceId(99)) };
    assert_eq!(run(&desk, chosen(&all), gone).unwrap_err().code(), "not_found");

    run(&desk, chosen(&[anna]), not_a_fit()).unwrap();
    let draft = FollowUpDraft {
        what: "Send the folder".to_owned(),
        due: Due { on: day(2026, 12, 1), at: None },
        minutes_before: 0,
        repeat: None,
    };
    let planned = run(&desk, chosen(&all), ManyDeed::PlanFollowUp { draft }).unwrap();
    let why = vec![(LeftOut::Refused, 1), (LeftOut::NotAFit, 1), (LeftOut::Trashed, 1)];
    assert_eq!((planned.changed, left(&planned)), (2, why));
}

#[test]
fn who_refused_and_who_bought_is_never_made_not_a_fit_and_later_always_has_its_date() {
    let desk = Desk::new();
    let all @ [anna, bram, carla, dirk, _] = all_sorts(&desk);
    desk.follow_up(anna, "Call", Due { on: day(2026, 11, 30), at: None });
    let preview = look(&desk, chosen(&all), not_a_fit());
    assert_eq!((preview.changed, preview.drops_follow_ups), (2, 2));
    assert_eq!(left(&preview), [(LeftOut::Refused, 1), (LeftOut::Customer, 1), (LeftOut::Trashed, 1)]);
    run(&desk, chosen(&all), not_a_fit()).unwrap();
    assert_eq!(
        [anna, bram, carla, dirk].map(|it| place(&desk, it)),
        [Place::NotAFit, Place::DoNotContact, Place::Customer, Place::NotAFit]
    );
    undo(&desk.app, Undo { step: None }).unwrap();
    assert_eq!([anna, dirk].map(|it| place(&desk, it)), [Place::Lead, Place::Later]);
    assert_eq!(get_person(&desk.app, ContactRef { contact: anna }).unwrap().follow_ups.len(), 1);

    let due = Due { on: day(2027, 2, 1), at: None };
    let later = run(&desk, chosen(&all), ManyDeed::Later { due, what: "Ask again".to_owned() }).unwrap();
    assert_eq!((later.changed, place(&desk, carla)), (2, Place::Later));
    let dates = |id| get_person(&desk.app, ContactRef { contact: id }).unwrap().follow_ups;
    assert_eq!(dates(anna).last().unwrap().draft.due, due);
    assert_eq!(dates(dirk).len(), 1, "his own date stays");

    let back = run(&desk, chosen(&all), ManyDeed::Activate).unwrap();
    assert_eq!((back.changed, place(&desk, anna), place(&desk, carla)), (3, Place::Lead, Place::Customer));
}

#[test]
fn declined_asks_the_same_as_for_one_alone() {
    let desk = Desk::new();
    let all @ [anna, ..] = all_sorts(&desk);
    let decline = |permission, ask_again| ManyDeed::Decline { permission, ask_again, reason: String::new() };
    let error = run(&desk, chosen(&all), decline(Permission::Agreed, None)).unwrap_err();
    assert_eq!(error.code(), "ask_again_missing");
    run(&desk, chosen(&all), decline(Permission::Agreed, Some(day(2027, 5, 1)))).unwrap();
    assert_eq!(place(&desk, anna), Place::DeclinedAgreed);
    let active = run(&desk, chosen(&[anna]), ManyDeed::Activate).unwrap_err();
    assert_eq!(active.code(), "nobody_to_change", "the short questions come first");
    run(&desk, chosen(&all), decline(Permission::Refused, None)).unwrap();
    assert_eq!(place(&desk, anna), Place::DoNotContact);
}

#[test]
fn the_trash_takes_all_and_gives_them_back_and_nobody_there_stays_chosen() {
    let desk = Desk::new();
    let all @ [anna, bram, ..] = all_sorts(&desk);
    let keep = |trash| keep_chosen(&desk.app, ChosenPeople { contacts: all.to_vec(), trash }).unwrap();
    assert_eq!((keep(false).len(), keep(true).len()), (4, 5));
    assert_eq!(run(&desk, chosen(&[anna, bram]), ManyDeed::Trash).unwrap().changed, 2);
    assert_eq!(keep(false), [all[2], all[3]]);
    assert_eq!(run(&desk, chosen(&all), ManyDeed::Restore).unwrap().changed, 3);
    undo(&desk.app, Undo { step: None }).unwrap();
    undo(&desk.app, Undo { step: None }).unwrap();
    assert_eq!((place(&desk, anna), place(&desk, all[4])), (Place::Lead, Place::Trash));
}

#[test]
fn what_is_missing_is_said_and_nothing_is_done() {
    let desk = Desk::new();
    let anna = desk.add("Anna");
    let code = |whom, deed| run(&desk, whom, deed).unwrap_err().code();
    assert_eq!(code(chosen(&[anna]), ManyDeed::AddTag { tag: "  ".to_owned() }), "missing");
    assert_eq!(code(chosen(&[anna]), ManyDeed::AddTag { tag: "é".repeat(10_000) }), "too_long");
    assert_eq!(code(chosen(&[anna]), ManyDeed::NotAFit { criterion: None, reason: String::new() }), "missing");
    assert_eq!(
        code(chosen(&[anna]), ManyDeed::NotAFit { criterion: Some(CriterionId(9)), reason: String::new() }),
        "not_found"
    );
    assert_eq!(code(chosen(&[]), ManyDeed::Trash), "nobody_to_change");
    assert_eq!(code(chosen(&[ContactId(99)]), ManyDeed::Trash), "nobody_to_change");
    let criterion = get_settings(&desk.app, ()).unwrap().criteria[0].id;
    run(&desk, chosen(&[anna]), ManyDeed::NotAFit { criterion: Some(criterion), reason: String::new() }).unwrap();
    assert_eq!(place(&desk, anna), Place::NotAFit);
}

/// Ten thousand leads.
fn crowd(desk: &Desk) {
    let rows: String = (0..10_000).map(|n| format!("Lead{n};Number{n};lead{n}@example.org\n")).collect();
    let names = crate::import::file(desk, "crowd.csv", &format!("First name;Last name;E-mail\n{rows}"));
    let run = crate::import::try_out(desk, &crate::import::inspect(desk, &names));
    run_import(&desk.app, RunImport { number: run.number, duplicates: Decision::Skip, rows: Vec::new() }).unwrap();
}

#[test]
fn ten_thousand_are_changed_in_one_go_taken_back_in_one_and_stopped_without_a_trace() {
    let desk = Desk::new();
    crowd(&desk);
    let list = open_people(&desk.app, PeopleQuery::default()).unwrap();
    let numbers = PeopleWindow { snapshot: list.snapshot, from: 0, count: 20_000 };
    let all = get_people_numbers(&desk.app, numbers).unwrap();
    assert_eq!(all.len(), 10_000);

    let due = Due { on: day(2027, 2, 1), at: None };
    let later = || ManyDeed::Later { due, what: "Ask again".to_owned() };
    let began = Instant::now();
    assert_eq!(look(&desk, chosen(&all), later()).changed, 10_000);
    let looked = began.elapsed();
    assert_eq!(run(&desk, chosen(&all), later()).unwrap().changed, 10_000);
    let done = began.elapsed();
    undo(&desk.app, Undo { step: None }).unwrap();
    println!("looked {looked:?}, done {done:?}, undone {:?}", began.elapsed());
    assert_eq!(place(&desk, all[9_999]), Place::Lead);

    // Whoever stops it in the middle finds all as it was.
    let app = Arc::downgrade(&desk.app);
    desk.app.listen(Box::new(move |event| {
        if let Event::ManyProgress { done, of } = event {
            assert!(done <= of);
            if *done > 11_000
                && let Some(app) = app.upgrade()
            {
                cancel_many(&app, ()).unwrap();
            }
        }
    }));
    assert_eq!(run(&desk, chosen(&all), ManyDeed::AddTag { tag: "crowd".to_owned() }).unwrap_err().code(), "cancelled");
    assert!(!tags(&desk, all[0]).contains(&"crowd".to_owned()));
    assert_eq!(desk.app.can_undo().map(|it| it.what), None);
}

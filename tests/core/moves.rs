//! Every row of the table *Where everyone stands*.

use rappel_core::commands::*;
use rappel_domain::follow_up::Due;
use rappel_domain::ids::{ContactId, StepId};
use rappel_domain::process::{Asks, Permission, Place, Target};
use rappel_domain::sale::{Money, SaleDraft};
use rappel_tests::{Desk, day, monday};

fn place(desk: &Desk, contact: ContactId) -> Place {
    get_person(&desk.app, ContactRef { contact }).unwrap().row.place
}

fn steps(desk: &Desk) -> Vec<StepId> {
    get_settings(&desk.app, ()).unwrap().steps.iter().map(|step| step.id).collect()
}

fn to(desk: &Desk, contact: ContactId, to: Move) -> Result<(), &'static str> {
    move_contact(&desk.app, MoveContact { contact, to }).map_err(|error| error.code())
}

fn step(step: StepId) -> Move {
    Move::Step { step, override_why: None }
}

fn sale() -> Move {
    let amount = Money { minor: 100, currency: "EUR".to_owned() };
    Move::Customer { sale: SaleDraft { what: String::new(), amount, on: monday() } }
}

#[test]
fn from_lead_to_a_step_the_criteria_are_asked_or_overridden_with_a_reason() {
    let desk = Desk::new();
    let (anna, steps) = (desk.add("Anna"), steps(&desk));
    assert_eq!(to(&desk, anna, step(steps[1])), Err("criteria_first"));
    let why = |why: &str| Move::Step { step: steps[1], override_why: Some(why.to_owned()) };
    assert_eq!(to(&desk, anna, why("  ")), Err("missing"));
    assert_eq!(place(&desk, anna), Place::Lead);
    to(&desk, anna, why("a friend vouches")).unwrap();
    assert_eq!(place(&desk, anna), Place::Step { step: steps[1] });
    to(&desk, anna, step(steps[2])).unwrap();
    assert_eq!(place(&desk, anna), Place::Step { step: steps[2] });
}

#[test]
fn a_customer_is_sold_to_again_by_a_step_and_nothing_moves_without_a_sale() {
    let desk = Desk::new();
    let (anna, steps) = (desk.add("Anna"), steps(&desk));
    to(&desk, anna, sale()).unwrap();
    assert_eq!(place(&desk, anna), Place::Customer);
    let preview = |target| preview_move(&desk.app, PreviewMove { contact: anna, target }).unwrap();
    assert!(preview(Target::Step { step: steps[0] }).sell_again);
    assert_eq!(preview(Target::Customer).asks, Asks::Sale);
    assert_eq!(preview(Target::Lead).asks, Asks::HasSale);
    to(&desk, anna, step(steps[0])).unwrap();
    assert_eq!(place(&desk, anna), Place::Step { step: steps[0] });
}

#[test]
fn later_keeps_the_step_and_coming_back_resumes_it() {
    let desk = Desk::new();
    let (anna, steps) = (desk.add("Anna"), steps(&desk));
    to(&desk, anna, Move::Step { step: steps[1], override_why: Some("why not".to_owned()) }).unwrap();
    to(&desk, anna, Move::Later { due: Due { on: day(2026, 12, 1), at: None }, what: String::new() }).unwrap();
    assert_eq!(place(&desk, anna), Place::Later);
    to(&desk, anna, step(steps[1])).unwrap();
    assert_eq!(place(&desk, anna), Place::Step { step: steps[1] });
}

#[test]
fn declined_asks_the_question_and_a_refusal_must_be_lifted_first() {
    let desk = Desk::new();
    let (anna, steps) = (desk.add("Anna"), steps(&desk));
    let no = |permission, ask_again| Move::Declined { permission, ask_again, reason: String::new() };
    assert_eq!(to(&desk, anna, no(Permission::Agreed, None)), Err("ask_again_missing"));
    to(&desk, anna, no(Permission::Agreed, Some(day(2027, 5, 1)))).unwrap();
    assert_eq!(place(&desk, anna), Place::DeclinedAgreed);
    to(&desk, anna, no(Permission::NotAsked, None)).unwrap();
    assert_eq!(place(&desk, anna), Place::DeclinedNotAsked);
    to(&desk, anna, no(Permission::Refused, None)).unwrap();
    let override_why = Some("they wrote".to_owned());
    let not_a_fit = Move::NotAFit { criterion: None, reason: "too small".to_owned() };
    let agreed = no(Permission::Agreed, Some(day(2027, 5, 1)));
    for elsewhere in [Move::Step { step: steps[0], override_why }, not_a_fit, agreed, sale()] {
        assert_eq!(to(&desk, anna, elsewhere), Err("allow_again_first"));
    }
    assert_eq!(place(&desk, anna), Place::DoNotContact);
    allow_contact_again(&desk.app, ContactRef { contact: anna }).unwrap();
    assert_eq!(place(&desk, anna), Place::Lead);
}

#[test]
fn not_a_fit_asks_for_a_reason_and_drops_follow_ups_and_a_lead_becomes_one_only_by_answers() {
    let desk = Desk::new();
    let anna = desk.add("Anna");
    desk.follow_up(anna, "Call", Due { on: monday(), at: None });
    let preview = |target| preview_move(&desk.app, PreviewMove { contact: anna, target }).unwrap();
    assert_eq!((preview(Target::NotAFit).asks, preview(Target::NotAFit).drops_follow_ups), (Asks::Reason, 1));
    assert_eq!(to(&desk, anna, Move::NotAFit { criterion: None, reason: " ".to_owned() }), Err("missing"));
    to(&desk, anna, Move::NotAFit { criterion: None, reason: "moved abroad".to_owned() }).unwrap();
    assert_eq!(place(&desk, anna), Place::NotAFit);
    assert_eq!(preview(Target::Lead).asks, Asks::OnlyByAnswers);
    let person = get_person(&desk.app, ContactRef { contact: anna }).unwrap();
    assert_eq!((person.standing_reason.as_str(), person.follow_ups.len()), ("moved abroad", 0));
}

#[test]
fn the_board_holds_everyone_exactly_once() {
    let desk = Desk::new();
    let steps = steps(&desk);
    for name in ["Anna", "Bram", "Eva", "Joost", "Koen"] {
        desk.add(name);
    }
    let bram = ContactId(2);
    to(&desk, bram, Move::Step { step: steps[0], override_why: Some("x".to_owned()) }).unwrap();
    to(&desk, ContactId(3), sale()).unwrap();
    to(&desk, ContactId(4), Move::NotAFit { criterion: None, reason: "x".to_owned() }).unwrap();
    let board = get_process(&desk.app, ProcessQuery::default()).unwrap();
    let counts: Vec<u32> = board.columns.iter().map(|column| column.count).collect();
    assert_eq!(counts, [2, 1, 0, 0, 1, 0]);
    assert_eq!(board.shelves.iter().map(|shelf| shelf.count).sum::<u32>(), 1);
    assert!(board.columns[1].cards[0].no_next_step);
}

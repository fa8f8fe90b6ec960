//! The whole road: a lead becomes a repeat customer.

use rappel_core::commands::*;
use rappel_domain::conversation::Ending;
use rappel_domain::follow_up::{Due, FollowUpDraft};
use rappel_domain::ids::ContactId;
use rappel_domain::process::{Lifecycle, Permission, Place, Standing};
use rappel_domain::qualification::Answer;
use rappel_domain::sale::{Money, SaleDraft};
use rappel_tests::{Desk, at, day, monday};

fn person(desk: &Desk, contact: ContactId) -> Person {
    get_person(&desk.app, ContactRef { contact }).unwrap()
}

fn answer_all(desk: &Desk, contact: ContactId, answer: Answer) {
    let criteria = person(desk, contact).criteria;
    let answers = criteria
        .iter()
        .map(|it| GivenAnswer { criterion: it.criterion, answer, proof: Some("said so".to_owned()) })
        .collect();
    answer_criteria(&desk.app, QualifyAnswers { contact, answers }).unwrap();
}

fn talk(desk: &Desk, contact: ContactId, said: &str, ending: Ending) -> LoggedConversation {
    log_conversation(&desk.app, rappel_tests::talk(contact, said, ending)).unwrap()
}

fn sale(on: chrono::NaiveDate) -> SaleDraft {
    SaleDraft { what: "Half a day".to_owned(), amount: Money { minor: 40_000, currency: "EUR".to_owned() }, on }
}

#[test]
fn a_lead_becomes_a_repeat_customer() {
    let desk = Desk::new();
    let anna = desk.add("Anna Nowak");
    assert_eq!(person(&desk, anna).row.place, Place::Lead);

    answer_all(&desk, anna, Answer::Yes);
    let prospect = person(&desk, anna);
    assert_eq!(prospect.row.lifecycle, Lifecycle::Prospect);
    assert!(matches!(prospect.row.place, Place::Step { .. }), "an active prospect has an open opportunity");

    let follow_up = FollowUpDraft {
        what: "Ask again".to_owned(),
        due: Due { on: day(2026, 12, 1), at: None },
        minutes_before: 0,
        repeat: None,
    };
    talk(&desk, anna, "Liked it.\n? Can I stop after three months?", Ending::NotReady { follow_up });
    let later = person(&desk, anna);
    assert_eq!(later.standing, Standing::Later);
    assert_eq!(later.row.place, Place::Later);
    assert!(later.opportunity.unwrap().paused);
    assert_eq!(later.questions[0].question, "Can I stop after three months?");
    assert_eq!(later.follow_ups.len(), 1);

    talk(&desk, anna, "She takes it.", Ending::Yes { sale: sale(monday()) });
    let customer = person(&desk, anna);
    assert_eq!(customer.row.place, Place::Customer);
    assert_eq!(customer.standing, Standing::Active);
    assert!(customer.opportunity.is_none(), "the opportunity was won");

    talk(&desk, anna, "And again the same day.", Ending::Yes { sale: sale(monday()) });
    assert_eq!(person(&desk, anna).row.lifecycle, Lifecycle::Customer, "two sales on one day are one day");

    desk.set_clock(at(day(2026, 12, 24), 11, 0));
    talk(&desk, anna, "Another half day.", Ending::Yes { sale: sale(day(2026, 12, 24)) });
    assert_eq!(person(&desk, anna).row.place, Place::RepeatCustomer);

    let timeline = get_timeline(&desk.app, TimelineQuery { contact: anna, before: None }).unwrap();
    assert_eq!(timeline.entries.iter().filter(|it| matches!(it.what, TimelineWhat::Conversation { .. })).count(), 4);
    assert!(timeline.entries.windows(2).all(|pair| pair[0].at >= pair[1].at), "newest first");
}

#[test]
fn a_no_asks_whether_they_may_be_kept_and_a_refusal_holds_everything() {
    let desk = Desk::new();
    let joost = desk.add("Joost Verbeek");
    let id = desk.follow_up(joost, "Call", Due { on: monday(), at: None });
    talk(
        &desk,
        joost,
        "No, and never call again.",
        Ending::No { permission: Permission::Refused, ask_again: None, reason: String::new() },
    );
    assert_eq!(person(&desk, joost).row.place, Place::DoNotContact);
    let today = get_today(&desk.app, ()).unwrap();
    assert!(today.today.is_empty(), "nobody who refused contact is in a list of people to call");

    allow_contact_again(&desk.app, ContactRef { contact: joost }).unwrap();
    let back = get_today(&desk.app, ()).unwrap();
    assert_eq!(back.today[0].follow_up, id, "the suspended follow-up is back");
}

#[test]
fn a_required_no_makes_a_lead_not_a_fit_but_never_a_customer() {
    let desk = Desk::new();
    let lead = desk.add("Bram Smit");
    desk.follow_up(lead, "Call", Due { on: monday(), at: None });
    answer_all(&desk, lead, Answer::No);
    let not_fit = person(&desk, lead);
    assert_eq!(not_fit.row.place, Place::NotAFit);
    assert!(not_fit.follow_ups.is_empty(), "open follow-ups are dropped");
    answer_all(&desk, lead, Answer::NotAsked);
    assert_eq!(person(&desk, lead).row.place, Place::Lead, "taking the answers back makes them a lead again");

    let customer = desk.add("Eva Bakker");
    talk(&desk, customer, "", Ending::Yes { sale: sale(monday()) });
    answer_all(&desk, customer, Answer::No);
    assert_eq!(person(&desk, customer).row.place, Place::Customer);
}

#[test]
fn who_is_not_a_fit_for_another_reason_stays_so_whatever_they_answer() {
    let desk = Desk::new();
    let abroad = desk.add("Bram Smit");
    let to = Move::NotAFit { criterion: None, reason: "moved abroad".to_owned() };
    move_contact(&desk.app, MoveContact { contact: abroad, to }).unwrap();
    answer_all(&desk, abroad, Answer::Yes);
    assert_eq!(person(&desk, abroad).row.place, Place::NotAFit);

    let overridden = desk.add("Eva Bakker");
    let why = "a good word".to_owned();
    override_qualification(&desk.app, OverrideQualification { contact: overridden, why }).unwrap();
    let [market, means, _] =
        get_settings(&desk.app, ()).unwrap().criteria.iter().map(|it| it.id).collect::<Vec<_>>()[..]
    else {
        panic!("three criteria")
    };
    let to = Move::NotAFit { criterion: Some(means), reason: String::new() };
    move_contact(&desk.app, MoveContact { contact: overridden, to }).unwrap();
    let answer = |criterion, answer| {
        let answers = vec![GivenAnswer { criterion, answer, proof: None }];
        answer_criteria(&desk.app, QualifyAnswers { contact: overridden, answers }).unwrap();
        person(&desk, overridden).row.place
    };
    assert_eq!(answer(market, Answer::Yes), Place::NotAFit, "what they failed still stands");
    assert_ne!(answer(means, Answer::NotAsked), Place::NotAFit, "it was taken back");
}

#[test]
fn a_prospect_without_a_next_step_is_asked_for_one() {
    let desk = Desk::new();
    let lars = desk.add("Lars Holm");
    answer_all(&desk, lars, Answer::Yes);
    assert!(talk(&desk, lars, "Hello", Ending::JustATalk).wants_next);
    desk.follow_up(lars, "Send the offer", Due { on: day(2026, 11, 25), at: None });
    assert!(!talk(&desk, lars, "Hello again", Ending::JustATalk).wants_next);
}

#[test]
fn nobody_stays_at_later_without_a_date() {
    let desk = Desk::new();
    let rosa = desk.add("Rosa Peeters");
    let due = Due { on: day(2026, 12, 1), at: None };
    move_contact(&desk.app, MoveContact { contact: rosa, to: Move::Later { due, what: "Ask".to_owned() } }).unwrap();
    let follow_up = person(&desk, rosa).follow_ups[0].id;
    let finish = |again, activate| finish_follow_up(&desk.app, FinishFollowUp { follow_up, again, activate });
    assert_eq!(finish(None, false).unwrap_err().code(), "later_needs_date");
    assert_eq!(person(&desk, rosa).follow_ups.len(), 1, "nothing was half written");
    finish(Some(Due { on: day(2027, 1, 4), at: None }), false).unwrap();
    assert_eq!(person(&desk, rosa).row.place, Place::Later);
    assert_eq!(person(&desk, rosa).follow_ups[0].draft.due.on, day(2027, 1, 4));
}

#[test]
fn a_found_person_is_found_by_name_number_and_what_was_said() {
    let desk = Desk::new();
    let mut draft = rappel_tests::draft("Chloé Martin");
    draft.company = "Boulangerie du Pont".to_owned();
    draft.phones.push(rappel_domain::contact::Labelled { label: String::new(), value: "06 555 014 88".to_owned() });
    let chloe = add_contact(&desk.app, draft).unwrap();
    desk.add("Daan Mulder");
    talk(&desk, chloe, "Wants a subscription for the terrace.", Ending::JustATalk);
    let found = |search: &str| {
        let query = PeopleQuery { search: search.to_owned(), ..PeopleQuery::default() };
        let list = open_people(&desk.app, query).unwrap();
        let window = PeopleWindow { snapshot: list.snapshot, from: 0, count: 10 };
        get_people(&desk.app, window).unwrap().into_iter().map(|row| row.id).collect::<Vec<_>>()
    };
    for search in ["chloe", "Mart", "du pont", "0655501488", "+31 6 555", "06-555014", "terrace", "c m"] {
        assert_eq!(found(search), [chloe], "by {search:?}");
    }
    assert_eq!(found("\"* OR (").len(), 0, "what is typed is never an operator");
    assert_eq!(found("  ").len(), 2);
}

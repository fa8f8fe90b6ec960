//! A call session: whom it holds, what one step of it writes, and what it comes to.

use rappel_core::commands::*;
use rappel_domain::conversation::{Ending, EndingKind};
use rappel_domain::follow_up::{Due, FollowUpDraft};
use rappel_domain::process::{Permission, Place};
use rappel_domain::qualification::Answer;
use rappel_tests::{Desk, at, day, monday, talk};

fn start(desk: &Desk, whom: CallWhom) -> SessionView {
    start_session(&desk.app, StartSession { whom }).unwrap()
}

fn step(desk: &Desk, to: SessionStep) -> SessionView {
    step_session(&desk.app, StepSession { to }).unwrap()
}

fn name(view: &SessionView) -> Option<&str> {
    view.person.as_ref().map(|it| it.row.name.as_str())
}

fn call(contact: ContactId, said: &str, ending: Ending) -> LogCall {
    LogCall { talk: talk(contact, said, ending), answers: Vec::new(), finish: Vec::new() }
}

fn refusal() -> Ending {
    Ending::No { permission: Permission::Refused, ask_again: None, reason: String::new() }
}

fn next_try(on: chrono::NaiveDate) -> FollowUpDraft {
    FollowUpDraft { what: "Try again".to_owned(), due: Due { on, at: None }, minutes_before: 0, repeat: None }
}

fn chosen(contacts: &[ContactId]) -> CallWhom {
    CallWhom::Chosen { contacts: contacts.to_vec() }
}

#[test]
fn the_lists_are_those_of_qualify_today_and_the_questions() {
    let desk = Desk::new();
    let (anna, bram, carla) = (desk.add("Anna"), desk.add("Bram"), desk.add("Carla"));
    desk.follow_up(bram, "Call", Due { on: monday(), at: None });
    desk.follow_up(anna, "Call", Due { on: day(2026, 11, 20), at: None });
    desk.follow_up(anna, "And the card", Due { on: monday(), at: None });
    desk.follow_up(carla, "Later", Due { on: day(2026, 12, 20), at: None });
    let question = add_question(&desk.app, AddQuestion { contact: carla, question: "Why?".to_owned() }).unwrap();
    answer_question(&desk.app, AnswerQuestion { question, answer: "So.".to_owned(), told: false }).unwrap();
    let lists = get_call_lists(&desk.app, ()).unwrap();
    assert_eq!((lists.to_qualify, lists.due, lists.to_tell), (3, 2, 1));

    assert_eq!(get_session(&desk.app, ()).unwrap(), None);
    let due = start(&desk, CallWhom::Due);
    assert_eq!((name(&due), due.total), (Some("Anna"), 2), "the one who waits longest first, and each once");
    assert_eq!(name(&start(&desk, CallWhom::ToTell)), Some("Carla"));
    assert_eq!(start(&desk, CallWhom::ToQualify).total, 3);
    let listed = PeopleQuery { search: "bra".to_owned(), ..PeopleQuery::default() };
    assert_eq!(name(&start(&desk, CallWhom::Listed { query: listed })), Some("Bram"));
    let none = PeopleQuery { search: "nobody".to_owned(), ..PeopleQuery::default() };
    let refused = start_session(&desk.app, StartSession { whom: CallWhom::Listed { query: none } });
    assert_eq!(refused.unwrap_err().code(), "session_nobody");
    assert_eq!(name(&get_session(&desk.app, ()).unwrap().unwrap()), Some("Bram"), "the one before goes on");
}

#[test]
fn who_refused_is_never_in_it_nor_comes_back_by_going_back() {
    let desk = Desk::new();
    let (anna, bram, carla) = (desk.add("Anna"), desk.add("Bram"), desk.add("Carla"));
    log_conversation(&desk.app, talk(anna, "", refusal())).unwrap();
    let first = start(&desk, CallWhom::Listed { query: PeopleQuery::default() });
    assert_eq!((name(&first), first.total), (Some("Bram"), 2));
    log_call(&desk.app, call(bram, "Never call again.", refusal())).unwrap();
    assert_eq!(name(&step(&desk, SessionStep::Next)), Some("Carla"));
    assert_eq!(name(&step(&desk, SessionStep::Back)), Some("Carla"), "Bram is passed over");
    trash_contact(&desk.app, ContactRef { contact: carla }).unwrap();
    assert_eq!(name(&step(&desk, SessionStep::Back)), None);
    let alone = start_session(&desk.app, StartSession { whom: chosen(&[anna, bram]) });
    assert_eq!(alone.unwrap_err().code(), "session_nobody");
}

#[test]
fn one_step_writes_the_talk_the_answers_and_what_was_to_do_and_undo_takes_all_of_it_back() {
    let desk = Desk::new();
    let anna = desk.add("Anna");
    let due = desk.follow_up(anna, "Call", Due { on: monday(), at: None });
    let view = start(&desk, CallWhom::Due);
    let person = view.person.unwrap();
    let answers = person
        .criteria
        .iter()
        .map(|it| GivenAnswer { criterion: it.criterion, answer: Answer::Yes, proof: None })
        .collect();
    let logged =
        log_call(&desk.app, LogCall { talk: talk(anna, "Wants it.", Ending::JustATalk), answers, finish: vec![due] })
            .unwrap();
    assert!(logged.wants_next, "a prospect whose follow-up was done has none");
    let after = get_person(&desk.app, ContactRef { contact: anna }).unwrap();
    assert!(matches!(after.row.place, Place::Step { .. }));
    assert!(after.follow_ups.is_empty());
    assert_eq!(get_session_summary(&desk.app, ()).unwrap().called, 1);

    undo(&desk.app, Undo { step: None }).unwrap();
    let before = get_person(&desk.app, ContactRef { contact: anna }).unwrap();
    assert_eq!((before.row.place, before.follow_ups.len()), (Place::Lead, 1));
    assert_eq!(get_session_summary(&desk.app, ()).unwrap().called, 0, "what was undone does not count");
}

#[test]
fn no_answer_counts_and_what_was_to_do_stays_until_a_next_try_is_planned() {
    let desk = Desk::new();
    let anna = desk.add("Anna");
    let due = desk.follow_up(anna, "Call", Due { on: monday(), at: None });
    start(&desk, CallWhom::Due);
    log_call(&desk.app, LogCall { finish: vec![due], ..call(anna, "", Ending::NoAnswer) }).unwrap();
    let person = get_person(&desk.app, ContactRef { contact: anna }).unwrap();
    assert_eq!((person.attempts, person.follow_ups.len()), (1, 1));
    let mut again = LogCall { finish: vec![due], ..call(anna, "", Ending::NoAnswer) };
    again.talk.next = Some(next_try(day(2026, 11, 24)));
    log_call(&desk.app, again).unwrap();
    let person = get_person(&desk.app, ContactRef { contact: anna }).unwrap();
    assert_eq!(person.attempts, 2);
    assert_eq!(person.follow_ups.iter().map(|it| it.draft.due.on).collect::<Vec<_>>(), [day(2026, 11, 24)]);
}

#[test]
fn whoever_waits_for_later_gets_an_outcome_or_a_date_and_else_nothing_is_written() {
    let desk = Desk::new();
    let anna = desk.add("Anna");
    let later = Move::Later { due: Due { on: monday(), at: None }, what: String::new() };
    move_contact(&desk.app, MoveContact { contact: anna, to: later }).unwrap();
    let view = start(&desk, CallWhom::Due);
    let due = view.person.unwrap().follow_ups[0].id;
    let refused = log_call(&desk.app, LogCall { finish: vec![due], ..call(anna, "Hm.", Ending::JustATalk) });
    assert_eq!(refused.unwrap_err().code(), "later_needs_date");
    assert_eq!(get_session_summary(&desk.app, ()).unwrap().called, 0);
    let not_ready = Ending::NotReady { follow_up: next_try(day(2027, 1, 4)) };
    log_call(&desk.app, LogCall { finish: vec![due], ..call(anna, "In the new year.", not_ready) }).unwrap();
    let person = get_person(&desk.app, ContactRef { contact: anna }).unwrap();
    assert_eq!((person.row.place, person.follow_ups.len()), (Place::Later, 1));
}

#[test]
fn it_is_left_and_taken_up_and_its_summary_tells_what_came_of_it() {
    let desk = Desk::new();
    let people: Vec<_> = ["Anna", "Bram", "Carla", "Daan"].into_iter().map(|it| desk.add(it)).collect();
    start(&desk, chosen(&people));
    let after = |minutes| desk.set_clock(at(monday(), 10, 0) + chrono::Duration::minutes(minutes));
    after(5);
    let mut tried = call(people[0], "", Ending::NoAnswer);
    tried.talk.next = Some(next_try(day(2026, 11, 25)));
    log_call(&desk.app, tried).unwrap();
    assert_eq!(name(&step(&desk, SessionStep::Next)), Some("Bram"));
    assert_eq!(name(&step(&desk, SessionStep::Skip)), Some("Carla"));
    // An hour away is not spent.
    after(65);
    let back = step(&desk, SessionStep::TakeUp);
    assert_eq!((name(&back), back.position, back.total), (Some("Carla"), 2, 4));
    after(67);
    let not_ready = Ending::NotReady { follow_up: next_try(day(2026, 11, 24)) };
    log_call(&desk.app, call(people[2], "Busy.", not_ready)).unwrap();
    step(&desk, SessionStep::Next);
    let wrong = log_call(&desk.app, call(people[0], "", Ending::JustATalk));
    assert_eq!(wrong.unwrap_err().code(), "session_moved_on");
    let end = step(&desk, SessionStep::End);
    assert_eq!((name(&end), end.position), (None, 4));

    let sum = get_session_summary(&desk.app, ()).unwrap();
    assert_eq!((sum.called, sum.reached, sum.skipped, sum.total), (2, 1, 1, 4));
    assert_eq!(sum.seconds, 7 * 60);
    assert_eq!(
        sum.endings.iter().map(|it| (it.ending, it.count)).collect::<Vec<_>>(),
        [(EndingKind::NoAnswer, 1), (EndingKind::NotReady, 1)]
    );
    assert_eq!(sum.next.iter().map(|it| it.name.as_str()).collect::<Vec<_>>(), ["Carla", "Anna"], "soonest first");
    close_session(&desk.app, ()).unwrap();
    assert_eq!(get_session_summary(&desk.app, ()).unwrap_err().code(), "no_session");
    assert_eq!(get_session(&desk.app, ()).unwrap(), None);
}

#[test]
fn what_was_said_last_is_known_before_the_call() {
    let desk = Desk::new();
    let anna = desk.add("Anna");
    log_conversation(&desk.app, talk(anna, "Likes the blue one.", Ending::JustATalk)).unwrap();
    log_conversation(&desk.app, talk(anna, "", Ending::NoAnswer)).unwrap();
    let view = start(&desk, chosen(&[anna, anna]));
    assert_eq!(view.total, 1);
    assert_eq!(view.last_talk.unwrap().said, "Likes the blue one.");
    erase_contact(&desk.app, ContactRef { contact: anna }).unwrap();
    let gone = get_session(&desk.app, ()).unwrap().unwrap();
    assert!(gone.person.is_none());
}

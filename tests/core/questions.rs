//! Questions stay open until they are answered, an answer waits until it was told, and what was answered before is offered again.

use rappel_core::commands::*;
use rappel_domain::conversation::Ending;
use rappel_domain::history::Happened;
use rappel_domain::process::Permission;
use rappel_domain::question::QuestionShelf;
use rappel_tests::{Desk, at, monday, talk};

fn ask(desk: &Desk, contact: ContactId, question: &str) -> QuestionId {
    add_question(&desk.app, AddQuestion { contact, question: question.to_owned() }).unwrap()
}

fn answer(desk: &Desk, question: QuestionId, answer: &str, told: bool) {
    answer_question(&desk.app, AnswerQuestion { question, answer: answer.to_owned(), told }).unwrap();
}

fn list(desk: &Desk, shelf: QuestionShelf, order: QuestionOrder, search: &str) -> Vec<QuestionRow> {
    let query = QuestionsQuery { shelf, order, search: search.to_owned() };
    let list = open_questions(&desk.app, query).unwrap();
    let rows = get_questions(&desk.app, QuestionsWindow { snapshot: list.snapshot, from: 0, count: 200 }).unwrap();
    assert_eq!(rows.len(), list.total as usize);
    rows
}

fn texts(rows: &[QuestionRow]) -> Vec<&str> {
    rows.iter().map(|it| it.question.question.as_str()).collect()
}

fn person(desk: &Desk, contact: ContactId) -> Person {
    get_person(&desk.app, ContactRef { contact }).unwrap()
}

#[test]
fn a_question_goes_from_open_to_still_to_tell_to_told() {
    let desk = Desk::new();
    let anna = desk.add("Anna Nowak");
    let question = ask(&desk, anna, "? Can I stop?");
    assert_eq!(texts(&list(&desk, QuestionShelf::Open, QuestionOrder::Oldest, "")), ["Can I stop?"]);
    assert_eq!(get_counts(&desk.app, ()).unwrap().questions, 1);

    answer(&desk, question, "After each month.", false);
    assert!(list(&desk, QuestionShelf::Open, QuestionOrder::Oldest, "").is_empty());
    assert_eq!(person(&desk, anna).to_tell[0].answer.as_deref(), Some("After each month."));
    assert_eq!(get_counts(&desk.app, ()).unwrap().questions, 1, "the answer is still owed");
    assert_eq!(get_today(&desk.app, ()).unwrap().answers_to_tell, 1);

    tell_answers(&desk.app, TellAnswers { questions: vec![question], told: true }).unwrap();
    assert!(person(&desk, anna).to_tell.is_empty());
    assert_eq!(list(&desk, QuestionShelf::Told, QuestionOrder::Oldest, "")[0].question.told_on, Some(monday()));
    assert_eq!(get_counts(&desk.app, ()).unwrap().questions, 0);

    undo(&desk.app, Undo { step: None }).unwrap();
    assert_eq!(person(&desk, anna).to_tell.len(), 1, "telling is one step that can be taken back");

    // Another answer has to be told again; none opens the question again.
    answer(&desk, question, "After three months.", true);
    assert!(person(&desk, anna).to_tell.is_empty());
    answer(&desk, question, "After a year.", false);
    assert_eq!(person(&desk, anna).to_tell.len(), 1);
    answer(&desk, question, " ", false);
    assert_eq!(person(&desk, anna).questions.len(), 1);
    let refused = tell_answers(&desk.app, TellAnswers { questions: vec![question], told: true });
    assert_eq!(refused.unwrap_err().code(), "not_answered");
}

#[test]
fn a_conversation_tells_what_was_waiting_in_the_same_step() {
    let desk = Desk::new();
    let anna = desk.add("Anna Nowak");
    let (one, other) = (ask(&desk, anna, "Can I stop?"), ask(&desk, anna, "What does it cost?"));
    answer(&desk, one, "Yes.", false);
    answer(&desk, other, "Ten.", false);
    let draft = ConversationDraft { told: vec![one], ..talk(anna, "She is glad.", Ending::JustATalk) };
    log_conversation(&desk.app, draft).unwrap();
    assert_eq!(person(&desk, anna).to_tell.iter().map(|it| it.id).collect::<Vec<_>>(), [other]);
    let timeline = get_timeline(&desk.app, TimelineQuery { contact: anna, before: None }).unwrap();
    let told = Happened::AnswerTold { question: "Can I stop?".to_owned() };
    assert!(timeline.entries.iter().any(|it| matches!(&it.what, TimelineWhat::Happened { what, .. } if *what == told)));
    undo(&desk.app, Undo { step: None }).unwrap();
    assert_eq!(person(&desk, anna).to_tell.len(), 2);
}

#[test]
fn the_list_stands_by_age_or_by_person_and_is_searched_in_questions_and_answers() {
    let desk = Desk::new();
    let (zed, anna) = (desk.add("Zed Zander"), desk.add("Anna Adams"));
    ask(&desk, zed, "First");
    desk.set_clock(at(monday() + chrono::Days::new(1), 10, 0));
    let second = ask(&desk, anna, "Second");
    desk.set_clock(at(monday() + chrono::Days::new(2), 10, 0));
    ask(&desk, zed, "Third");
    let by = |order| list(&desk, QuestionShelf::Open, order, "");
    assert_eq!(texts(&by(QuestionOrder::Oldest)), ["First", "Second", "Third"]);
    assert_eq!(texts(&by(QuestionOrder::Newest)), ["Third", "Second", "First"]);
    let grouped = by(QuestionOrder::Person);
    assert_eq!(texts(&grouped), ["Second", "First", "Third"]);
    assert_eq!(grouped.iter().map(|it| it.same_person).collect::<Vec<_>>(), [false, false, true]);
    // A window that begins in the midst of a person knows it.
    let all = open_questions(&desk.app, QuestionsQuery { order: QuestionOrder::Person, ..QuestionsQuery::default() })
        .unwrap();
    let window = QuestionsWindow { snapshot: all.snapshot, from: 2, count: 5 };
    assert!(get_questions(&desk.app, window).unwrap()[0].same_person);

    answer(&desk, second, "Blue <b>\"ones\"</b> 🎈", false);
    let found = list(&desk, QuestionShelf::ToTell, QuestionOrder::Oldest, "blu one");
    assert_eq!(texts(&found), ["Second"]);
    assert!(list(&desk, QuestionShelf::Open, QuestionOrder::Oldest, "blue").is_empty());
    assert_eq!(list(&desk, QuestionShelf::Open, QuestionOrder::Oldest, "\" OR * thir").len(), 0);
    assert_eq!(list(&desk, QuestionShelf::Open, QuestionOrder::Person, "thir").len(), 1);
}

#[test]
fn who_is_out_of_reach_waits_for_no_answer() {
    let desk = Desk::new();
    let (gone, refused) = (desk.add("Gone"), desk.add("Refused"));
    for contact in [gone, refused] {
        let question = ask(&desk, contact, "Why?");
        answer(&desk, question, "So.", false);
        ask(&desk, contact, "How?");
    }
    trash_contact(&desk.app, ContactRef { contact: gone }).unwrap();
    let no = Ending::No { permission: Permission::Refused, ask_again: None, reason: String::new() };
    log_conversation(&desk.app, talk(refused, "", no)).unwrap();
    assert!(list(&desk, QuestionShelf::Open, QuestionOrder::Oldest, "").is_empty());
    assert!(list(&desk, QuestionShelf::ToTell, QuestionOrder::Person, "").is_empty());
    assert_eq!(get_counts(&desk.app, ()).unwrap().questions, 0);
}

#[test]
fn earlier_answers_to_similar_questions_are_offered_the_likest_first() {
    let desk = Desk::new();
    let (anna, bram) = (desk.add("Anna"), desk.add("Bram"));
    for (question, words) in [
        ("Do you deliver on Saturday?", "Until noon."),
        ("Do you deliver abroad?", "To Belgium only."),
        ("Is delivery free?", "From fifty on."),
        ("How long is the guarantee?", "Two years."),
    ] {
        let id = ask(&desk, anna, question);
        answer(&desk, id, words, true);
    }
    let open = ask(&desk, bram, "Can you deliver on a saturday morning?");
    let offered = get_similar_answers(&desk.app, QuestionRef { question: open }).unwrap();
    assert_eq!(offered[0].answer, "Until noon.");
    assert_eq!(offered[0].name, "Anna");
    assert!(offered.iter().all(|it| it.answer != "Two years."), "{offered:?}");
    // The same answer is offered once, and one's own is not.
    answer(&desk, open, "Until noon.", false);
    let offered = get_similar_answers(&desk.app, QuestionRef { question: open }).unwrap();
    assert_eq!(offered.iter().filter(|it| it.answer == "Until noon.").count(), 1);
    let strange = ask(&desk, bram, "🎈\" OR *");
    assert!(get_similar_answers(&desk.app, QuestionRef { question: strange }).unwrap().is_empty());
}

//! Templates are filled in for one person, handed over rightly encoded, and tell what they could not fill.

use std::sync::Arc;

use rappel_core::commands::*;
use rappel_domain::contact::Labelled;
use rappel_domain::conversation::{Channel, Ending};
use rappel_domain::follow_up::Due;
use rappel_domain::process::Permission;
use rappel_domain::settings::Language;
use rappel_domain::template::{Placeholder, TemplateChannel};
use rappel_tests::{Chooses, Desk, day, talk};

fn anna(desk: &Desk) -> ContactId {
    let mut draft = rappel_tests::draft("Anna de Boer");
    draft.company = "Bakery & Sons".to_owned();
    draft.emails = vec![Labelled { label: String::new(), value: "anna@example.org".to_owned() }];
    add_contact(&desk.app, draft).unwrap()
}

fn filled(desk: &Desk, contact: Option<ContactId>, body: &str) -> FilledTemplate {
    fill_template(&desk.app, FillTemplate { contact, subject: String::new(), body: body.to_owned() }).unwrap()
}

fn template(name: &str) -> SaveTemplate {
    SaveTemplate {
        id: None,
        name: name.to_owned(),
        channel: TemplateChannel::Email,
        subject: "Hello {first name}".to_owned(),
        body: "Hi".to_owned(),
        archived: false,
    }
}

#[test]
fn a_text_is_filled_in_with_what_is_known_of_the_person() {
    let desk = Desk::new();
    let anna = anna(&desk);
    let settings = Settings { my_name: " Kim Bos ".to_owned(), ..get_settings(&desk.app, ()).unwrap().settings };
    update_settings(&desk.app, settings).unwrap();
    desk.follow_up(anna, "Call", Due { on: day(2026, 12, 3), at: None });
    let mut presentation = talk(anna, "", Ending::JustATalk);
    (presentation.channel, presentation.asked) = (Channel::Presentation, "Try it for a week".to_owned());
    log_conversation(&desk.app, presentation).unwrap();
    let text = "{First name} {family_name}, {company}: {asked}, {NEXT-DATE}. {my name}, {today}";
    let it = filled(&desk, Some(anna), text);
    assert_eq!(it.body, "Anna de Boer, Bakery & Sons: Try it for a week, 3 December. Kim Bos, 23 November");
    assert!(it.unknown.is_empty() && it.empty.is_empty());
}

#[test]
fn what_can_not_be_filled_is_said() {
    let desk = Desk::new();
    let nobody = desk.add("Kim");
    let it = filled(&desk, Some(nobody), "{nickname} {company} {asked} {<b>} {company}");
    assert_eq!(it.body, "{nickname}   {<b>} ");
    assert_eq!(it.unknown, ["nickname", "<b>"]);
    assert_eq!(it.empty, [Placeholder::Company, Placeholder::Asked]);
    // An example has everything but what only the settings know.
    let example = filled(&desk, None, "{first name} {company} {asked} {next date} {question} {answer}");
    assert!(example.empty.is_empty(), "{example:?}");
    assert_eq!(filled(&desk, None, "{my name}").empty, [Placeholder::MyName]);
}

#[test]
fn a_template_goes_on_working_in_the_other_language() {
    let desk = Desk::new();
    let anna = anna(&desk);
    let settings = Settings { language: Some(Language::Nl), ..get_settings(&desk.app, ()).unwrap().settings };
    update_settings(&desk.app, settings).unwrap();
    assert_eq!(filled(&desk, Some(anna), "{voornaam} {first name} {vandaag}").body, "Anna Anna 23 november");
    let names = list_templates(&desk.app, ()).unwrap().placeholders;
    assert!(names.contains(&"voornaam".to_owned()), "{names:?}");
}

#[test]
fn the_answer_that_stands_in_it_is_told_with_it() {
    let desk = Desk::new();
    let anna = anna(&desk);
    let question = add_question(&desk.app, AddQuestion { contact: anna, question: "When?".to_owned() }).unwrap();
    answer_question(&desk.app, AnswerQuestion { question, answer: "On Friday, {name}.".to_owned(), told: false })
        .unwrap();
    let it = filled(&desk, Some(anna), "You asked: {question}\n{answer}");
    assert_eq!(it.body, "You asked: When?\nOn Friday, {name}.");
    assert_eq!(it.tells, [question]);
    assert!(filled(&desk, Some(anna), "{question}").tells.is_empty());
}

#[test]
fn an_e_mail_is_handed_over_with_every_sign_in_its_place() {
    let desk = Desk::new();
    let opens = Arc::new(Chooses::new(None));
    desk.app.set_desktop(opens.clone());
    let contact = anna(&desk);
    let email = |address: &str, subject: &str, body: &str| {
        let via = ComposeVia::Email { address: address.to_owned() };
        compose(&desk.app, Compose { contact, via, subject: subject.to_owned(), body: body.to_owned() })
    };
    let last = || opens.opened().pop().unwrap();
    assert!(email("anna@example.org", "50% & more?", "Hé Anna,\n\n1 + 1 = #2 🎈").unwrap().whole);
    assert_eq!(
        last(),
        "mailto:anna@example.org?subject=50%25%20%26%20more%3F&body=H%C3%A9%20Anna%2C%0D%0A%0D%0A1%20%2B%201%20%3D%20%232%20%F0%9F%8E%88"
    );
    // What an address may hold never becomes a second header.
    email("a?bcc=b&c@example.org", "", "Hi").unwrap();
    assert_eq!(last(), "mailto:a%3Fbcc%3Db%26c@example.org?body=Hi");
    open_link(&desk.app, OpenLink::Email { address: "a?bcc=b@example.org".to_owned() }).unwrap();
    assert_eq!(last(), "mailto:a%3Fbcc%3Db@example.org");
    // Too long to be handed over whole: the mail opens without its text, and the page says so.
    assert!(!email("anna@example.org", "Long", &"é".repeat(2000)).unwrap().whole);
    assert_eq!(last(), "mailto:anna@example.org?subject=Long");
    assert_eq!(email("no address", "", "").unwrap_err().code(), "bad_link");

    let sms = |number: &str| {
        let via = ComposeVia::Sms { number: number.to_owned() };
        compose(&desk.app, Compose { contact, via, subject: String::new(), body: "See you at 9?".to_owned() })
    };
    sms("+31 6 123").unwrap();
    assert_eq!(last(), "sms:+316123?body=See%20you%20at%209%3F");
    assert_eq!(sms("x").unwrap_err().code(), "bad_link");

    let no = Ending::No { permission: Permission::Refused, ask_again: None, reason: String::new() };
    log_conversation(&desk.app, talk(contact, "", no)).unwrap();
    assert_eq!(sms("+31 6 123").unwrap_err().code(), "do_not_write");
}

#[test]
fn templates_are_kept_changed_put_in_order_and_archived_and_undo_takes_it_back() {
    let desk = Desk::new();
    let one = save_template(&desk.app, template("One")).unwrap();
    let other = save_template(&desk.app, template("Other")).unwrap();
    arrange_templates(&desk.app, ArrangeTemplates { order: vec![other, one] }).unwrap();
    let names = || {
        let list = list_templates(&desk.app, ()).unwrap().templates;
        list.into_iter().map(|it| (it.name, it.archived)).collect::<Vec<_>>()
    };
    assert_eq!(names(), [("Other".to_owned(), false), ("One".to_owned(), false)]);
    save_template(&desk.app, SaveTemplate { id: Some(one), archived: true, ..template("Once") }).unwrap();
    assert_eq!(names()[1], ("Once".to_owned(), true));
    undo(&desk.app, Undo { step: None }).unwrap();
    assert_eq!(names()[1], ("One".to_owned(), false));
    let empty = SaveTemplate { body: " \n".to_owned(), ..template("Empty") };
    assert_eq!(save_template(&desk.app, empty).unwrap_err().view().detail["field"], "body");
    let long = SaveTemplate { body: "x".repeat(200_000), ..template("Long") };
    assert_eq!(save_template(&desk.app, long).unwrap_err().code(), "too_long");
    let gone = SaveTemplate { id: Some(TemplateId(99)), ..template("Gone") };
    assert_eq!(save_template(&desk.app, gone).unwrap_err().code(), "not_found");
}

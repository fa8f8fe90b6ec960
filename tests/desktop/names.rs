//! Names of eighty letters, as one word and as many, wherever a name stands: they break nothing.

use std::sync::Arc;

use chrono::{Datelike, Days, NaiveDate};
use rappel_core::clock::{Clock, SystemClock};
use rappel_core::commands::*;
use rappel_core::{App, Options};
use rappel_domain::birthday::Birthday;
use rappel_domain::contact::{ContactDraft, Labelled, PersonName, PostalAddress};
use rappel_domain::conversation::Ending;
use rappel_domain::follow_up::{Due, FollowUpDraft};
use rappel_domain::qualification::Answer;
use rappel_domain::settings::Language;
use rappel_domain::template::TemplateChannel;
use rappel_tests::talk;

use crate::everywhere::Walk;
use crate::harness::Desktop;

const WORD: &str = "hottentottententoonstellingsbouwterreinbeheerdersvergunningsaanvraagformulieren";
const WORDS: &str = "van de provinciale commissie voor de instandhouding van oude veerstoepen en kaden";

/// Eighty letters that begin so, as one word or as many.
fn long(begin: &str, one_word: bool) -> String {
    let rest = if one_word { WORD.to_owned() } else { format!(" {WORDS}") };
    format!("{begin}{rest}").chars().take(80).collect::<String>().trim().to_owned()
}

fn follow_up(app: &App, contact: ContactId, what: String, on: NaiveDate) {
    let draft = FollowUpDraft { what, due: Due { on, at: None }, minutes_before: 0, repeat: None };
    add_follow_up(app, AddFollowUp { contact, draft }).expect("a follow-up");
}

/// Fills the lists of the settings, and adds people who bear such names; whom it made a prospect.
fn fill(app: &App, today: NaiveDate) -> String {
    let known = get_settings(app, ()).expect("the settings");
    update_settings(app, Settings { my_name: long("Kim", true), ..known.settings.clone() }).expect("a name");
    for (at, it) in known.criteria.iter().enumerate() {
        let (name, question) = (long("Past", at % 2 == 0), long("Vraag", at % 2 == 1) + "?");
        let changed = SaveCriterion { id: Some(it.id), name, question, required: it.required, archived: false };
        save_criterion(app, changed).expect("a criterion");
    }
    for (at, it) in known.steps.iter().enumerate() {
        let name = long(&format!("Stap{at}"), at % 2 == 0);
        save_step(app, SaveStep { id: Some(it.id), name, usual_days: it.usual_days, archived: false }).expect("a step");
    }
    for (at, it) in known.sources.iter().enumerate() {
        let name = long(&format!("Bron{at}"), at % 2 == 0);
        save_source(app, SaveSource { id: Some(it.id), name, cost: None, archived: false }).expect("a source");
    }
    let birthday = today + Days::new(20);
    let mut prospect = String::new();
    for (number, one_word) in [(0, true), (1, false), (2, true), (3, false)] {
        let label = |value: String| vec![Labelled { label: long("Label", one_word), value }];
        let name = PersonName {
            given: long(&format!("Gijs{number}"), one_word),
            family: long(&format!("Groot{number}"), one_word),
            ..PersonName::default()
        };
        let shown = name.shown();
        let draft = ContactDraft {
            name,
            company: long(&format!("Bedrijf{number}"), one_word),
            job_title: long("Functie", one_word),
            emails: label(format!("{}@example.org", &WORD[..60])),
            phones: label("0612345678".to_owned()),
            addresses: vec![PostalAddress {
                street: long("Dijk", one_word),
                town: long("Stad", one_word),
                ..PostalAddress::default()
            }],
            birthday: Birthday::new(birthday.month(), birthday.day(), None).ok(),
            source: Some(known.sources[usize::from(!one_word)].id),
            tags: vec![long("Merk", true), long("Merk", false)],
            note: long("Notitie", one_word),
            ..ContactDraft::default()
        };
        let contact = add_contact(app, draft).expect("somebody");
        if number > 1 {
            continue;
        }
        let answers = known.criteria.iter().map(|it| GivenAnswer {
            criterion: it.id,
            answer: Answer::Yes,
            proof: Some(long("Bewijs", one_word)),
        });
        answer_criteria(app, QualifyAnswers { contact, answers: answers.collect() }).expect("answers");
        follow_up(app, contact, long("Nu", one_word), today);
        follow_up(app, contact, long("Te laat", one_word), today - Days::new(1));
        let said = format!("{}\n? {}", long("Gezegd", one_word), long("Wat", one_word));
        log_conversation(app, talk(contact, &said, Ending::JustATalk)).expect("a talk");
        prospect = shown;
    }
    let query = rappel_core::commands::PeopleQuery { search: "gijs".to_owned(), ..PeopleQuery::default() };
    for one_word in [true, false] {
        save_view(app, SaveView { id: None, name: long("Lijst", one_word), query: query.clone() }).expect("a view");
        let it = SaveTemplate {
            id: None,
            name: long("Sjabloon", one_word),
            channel: TemplateChannel::Email,
            subject: long("Onderwerp", one_word),
            body: long("Tekst", one_word),
            archived: false,
        };
        save_template(app, it).expect("a template");
    }
    prospect
}

#[tokio::test(flavor = "multi_thread")]
async fn names_of_eighty_letters_break_no_screen_and_no_dialog() {
    let mut desktop = Desktop::closed("names");
    let person = {
        let clock = Arc::new(SystemClock);
        let app = App::open(Options { folder: desktop.data(), clock, demo: false }).expect("the data");
        fill(&app, SystemClock.now().today())
    };
    desktop.open(&[]).await;
    let walk = Walk::past_samples(desktop.page(), Language::En);
    Walk { sizes: &[(900, 640)], axe: false, person, typed: "gijs1", ..walk }.everywhere().await;
}

//! People whose every field holds scripts and markup, on every screen: all of it is shown as text, and nothing of it runs.

use std::sync::Arc;

use rappel_core::clock::SystemClock;
use rappel_core::commands::*;
use rappel_core::{App, Options};
use rappel_domain::birthday::Birthday;
use rappel_domain::contact::{CustomValue, PersonName, PostalAddress};
use rappel_domain::conversation::Ending;
use rappel_domain::follow_up::{Due, FollowUpDraft};
use rappel_tests::talk;

use crate::harness::page::ctrl;
use crate::harness::{Desktop, Page};

const HOSTILE: [&str; 4] = [
    "<script>window.ran = 'script'</script>",
    "<img src=x onerror=\"window.ran = 'image'\">",
    "\"><svg/onload=window.ran='svg'>",
    "\u{202e}{{window.ran='template'}}<a href=javascript:window.ran=1>x</a>",
];

/// Writes hostile words into every field that takes them.
fn fill(desktop: &Desktop) {
    let options = Options { folder: desktop.data(), clock: Arc::new(SystemClock), demo: false };
    let app = App::open(options).expect("the data");
    let today = rappel_core::clock::Clock::now(&SystemClock).civil.date();
    for (number, it) in HOSTILE.iter().enumerate() {
        let words = (*it).to_owned();
        let address = PostalAddress { street: words.clone(), town: words.clone(), ..PostalAddress::default() };
        let draft = ContactDraft {
            name: PersonName { given: format!("Anna{number}"), family: words.clone(), ..PersonName::default() },
            company: words.clone(),
            job_title: words.clone(),
            note: words.clone(),
            tags: vec![words.clone()],
            addresses: vec![address],
            birthday: Birthday::new(chrono::Datelike::month(&today), chrono::Datelike::day(&today), None).ok(),
            custom: vec![CustomValue { name: words.clone(), value: words.clone() }],
            ..ContactDraft::default()
        };
        let contact = add_contact(&app, draft).expect("a contact");
        let due = Due { on: today, at: None };
        let follow_up = FollowUpDraft { what: words.clone(), due, minutes_before: 0, repeat: None };
        add_follow_up(&app, AddFollowUp { contact, draft: follow_up }).expect("a follow-up");
        log_conversation(&app, talk(contact, &format!("{it}\n? {it}"), Ending::JustATalk)).expect("a conversation");
        if number % 2 == 0 {
            override_qualification(&app, OverrideQualification { contact, why: words.clone() }).expect("a prospect");
        }
    }
}

/// Whether anything of it ran, or stands on the page as anything but text.
async fn harmless(page: &Page<'_>, what: &str) {
    let found = page
        .script(
            "return [String(window.ran), document.querySelectorAll(
               'script:not([src]), img[src=\"x\"], [onerror], [onload], a[href^=\"javascript:\"]').length]",
        )
        .await;
    assert_eq!(found, serde_json::json!(["undefined", 0]), "{what}");
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_that_stands_in_a_field_runs_on_any_screen() {
    let mut desktop = Desktop::closed("hostile");
    fill(&desktop);
    desktop.open(&[]).await;
    let page = desktop.page();
    for key in ["1", "2", "3", "4", "5", "6", "7", "8", ","] {
        page.keys(&ctrl(key)).await;
        page.see_element("main h1, main h2").await;
        harmless(&page, key).await;
    }
    page.keys(&ctrl("k")).await;
    page.see_element("[role=dialog] [role=option]").await;
    page.keys("script").await;
    page.see("<script>").await;
    harmless(&page, "the search over everything").await;
    page.keys(&thirtyfour::Key::Escape.value().to_string()).await;
    page.no_dialog().await;

    for (number, it) in HOSTILE.iter().enumerate() {
        page.keys(&ctrl("2")).await;
        page.see(&format!("Anna{number}")).await;
        page.find(&format!("//main//*[contains(text(), 'Anna{number}')]")).await.click().await.expect("a press");
        page.see_element("textarea").await;
        let words = it.trim_start_matches('\u{202e}');
        page.see(words).await;
        harmless(&page, it).await;
        page.keys("e").await;
        page.see_element("[role=dialog] input").await;
        harmless(&page, "the form").await;
        page.keys(&thirtyfour::Key::Escape.value().to_string()).await;
        page.until("the dialog to go", || async {
            (page.script("return document.querySelector('[role=dialog]') === null").await == true).then_some(())
        })
        .await;
    }
}

//! A passphrase, by keys alone: set in the settings, asked at the next start, and what is said meanwhile.

use std::sync::Arc;

use chrono::Duration;
use rappel_core::clock::SystemClock;
use rappel_core::commands::*;
use rappel_core::{App, Options};
use rappel_domain::follow_up::{Due, FollowUpDraft};
use rappel_tests::draft;
use thirtyfour::prelude::*;

use crate::harness::Desktop;
use crate::harness::page::{Page as WindowPage, ctrl};
use crate::screens::barriers;

const WORDS: &str = "correct horse battery";

/// Presses Tab until the keys stand on what has this name or these words.
async fn tab_to(page: &WindowPage<'_>, name: &str) {
    let here = format!(
        "const it = document.activeElement; \
         return [it.getAttribute('aria-label'), it.innerText, it.labels?.[0]?.innerText].some((is) => is?.trim() === '{name}')"
    );
    for _ in 0..150 {
        if page.script(&here).await == true {
            return;
        }
        page.keys(&Key::Tab.value().to_string()).await;
    }
    page.desktop.fail(&format!("Tab does not come to {name:?}"));
}

fn enter() -> String {
    Key::Enter.value().to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_passphrase_is_set_asked_at_the_next_start_and_opens_everything_by_keys_alone() {
    let mut desktop = Desktop::start("lock").await;
    let page = desktop.page();
    page.add_lead("Annelies").await;
    page.keys(&ctrl("k")).await;
    page.see_element("[role=dialog] input").await;
    page.keys("passphrase").await;
    page.see("Settings: passphrase").await;
    page.keys(&enter()).await;
    page.see("Set a passphrase").await;
    tab_to(&page, "Set a passphrase").await;
    page.keys(&enter()).await;
    page.see("Whoever forgets the passphrase loses everything").await;
    assert_eq!(barriers(&page).await, Vec::<String>::new());
    page.keys(WORDS).await;
    tab_to(&page, "The same again").await;
    page.keys(WORDS).await;
    tab_to(&page, "I have written it down and keep it in a safe place").await;
    page.keys(" ").await;
    page.keys(&enter()).await;
    page.see("Your data are locked.").await;
    page.see("can be read without the passphrase").await;
    tab_to(&page, "Lock them too").await;
    page.keys(&enter()).await;
    page.until("the older backup to be locked", || async {
        (!page.text().await.contains("can be read without")).then_some(())
    })
    .await;

    desktop.kill().await;
    desktop.launch(&[]).await;
    let page = desktop.page();
    page.see("Rappel is locked").await;
    assert!(!page.text().await.contains("Annelies"));
    assert_eq!(barriers(&page).await, Vec::<String>::new());
    page.until("the keys in the field", || async {
        (page.script("return document.activeElement.type").await == "password").then_some(())
    })
    .await;
    page.keys("correct horse").await;
    page.keys(&enter()).await;
    page.see("The passphrase does not fit").await;
    page.until("the end of the pause", || async {
        (!page.text().await.to_lowercase().contains("try again in")).then_some(())
    })
    .await;
    tab_to(&page, "Passphrase forgotten?").await;
    page.keys(&enter()).await;
    page.see("Without the passphrase nobody can open your data").await;
    page.see("Before a change of the lock").await;
    assert_eq!(barriers(&page).await, Vec::<String>::new());
    tab_to(&page, "Back to the passphrase").await;
    page.keys(&enter()).await;
    // What was wrong is selected, so typing takes its place.
    tab_to(&page, "Passphrase").await;
    page.keys(&ctrl("a")).await;
    page.keys(WORDS).await;
    page.keys(&enter()).await;
    page.see_element("nav.sidebar").await;
    page.keys(&ctrl("2")).await;
    page.see("Annelies").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_start_at_log_in_with_locked_data_shows_no_window_and_says_only_how_many_are_due() {
    let mut desktop = Desktop::closed("lock-hidden");
    {
        let options = Options { folder: desktop.data(), clock: Arc::new(SystemClock), demo: false };
        let app = App::open(options).expect("the data");
        let contact = add_contact(&app, draft("Annelies")).expect("a contact");
        let soon = app.now().civil + Duration::minutes(1);
        let due = Due { on: soon.date(), at: Some(soon.time()) };
        let draft = FollowUpDraft { what: "Call".to_owned(), due, minutes_before: 0, repeat: None };
        add_follow_up(&app, AddFollowUp { contact, draft }).expect("a follow-up");
        let new = Some(Passphrase::new(WORDS));
        set_passphrase(&app, SetPassphrase { present: None, new }).expect("a lock");
    }
    // The driver has its session once there is a page.
    let start = desktop.start_beside(&["--hidden"]);
    desktop.see_popup("1 reminder is due").await;
    assert!(!desktop.popups().concat().contains("Annelies"));
    assert!(desktop.windows().is_empty() && !desktop.has_page(), "it is asked when somebody wants to see it");
    desktop.click_popup().await;
    desktop.wait("the window", || !desktop.windows().is_empty()).await;
    desktop.drive(start).await;
    let page = desktop.page();
    page.see("1 reminder is due").await;
    page.keys(WORDS).await;
    page.keys(&enter()).await;
    page.see_element("nav.sidebar").await;
    desktop.see_popup("Annelies").await;
}

//! Alarms that never fail: on time, missed, settled elsewhere, and on a desktop without notifications.

use std::sync::Arc;

use chrono::{Duration, NaiveDateTime};
use rappel_core::clock::{Clock, SystemClock};
use rappel_core::commands::{self, AddFollowUp};
use rappel_core::{App, Options};
use rappel_domain::follow_up::{Due, FollowUpDraft};

use crate::harness::page::ctrl;
use crate::harness::{Desktop, minutes_ahead};

fn now() -> NaiveDateTime {
    SystemClock.now().civil
}

/// Writes people with a follow-up each while the program does not run, due at a moment with seconds, which nobody can type.
fn plan(desktop: &Desktop, names: &[&str], due: NaiveDateTime) {
    let options = Options { folder: desktop.data(), clock: Arc::new(SystemClock), demo: false };
    let app = App::open(options).expect("the data");
    for name in names {
        let contact = commands::add_contact(&app, rappel_tests::draft(name)).expect("a contact");
        let due = Due { on: due.date(), at: Some(due.time()) };
        let draft = FollowUpDraft { what: format!("Call {name}"), due, minutes_before: 0, repeat: None };
        commands::add_follow_up(&app, AddFollowUp { contact, draft }).expect("a follow-up");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn it_rings_within_a_second_of_its_time_and_done_in_the_window_takes_it_off_the_screen() {
    let mut desktop = Desktop::closed("on time");
    let due = now() + Duration::seconds(12);
    plan(&desktop, &["Anna"], due);
    desktop.open(&[]).await;
    assert!(now() < due && desktop.popups().is_empty(), "it is open before the time, and nothing rings before it");
    desktop.see_popup("Call Anna").await;
    let late = now() - due;
    assert!((0..1_000).contains(&late.num_milliseconds()), "{late} late");

    assert_eq!(desktop.displayed(), 1);
    let page = desktop.page();
    page.keys(&ctrl("1")).await;
    page.click("Done").await;
    page.see("Done today").await;
    desktop.wait("the pop-up to go", || desktop.displayed() == 0).await;
    page.keys(&ctrl(",")).await;
    page.see("dealt with in Rappel").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn five_missed_while_rappel_was_dead_become_one_summary_that_opens_today() {
    let mut desktop = Desktop::start("missed").await;
    desktop.kill().await;
    let due = now() + Duration::seconds(3);
    plan(&desktop, &["Anna", "Bram", "Eva", "Joost", "Koen"], due);
    desktop.wait("the time to pass", || now() > due).await;
    desktop.open(&[]).await;
    desktop.see_popup("5 things are waiting").await;
    assert_eq!(desktop.popups().len(), 1, "{:?}", desktop.popups());
    desktop.page().keys(&ctrl("2")).await;
    desktop.click_popup().await;
    desktop.page().see("Call Anna").await;
    let marked = desktop.page().script("return document.querySelectorAll('.due.marked').length").await;
    assert_eq!(marked, 5);
}

#[tokio::test(flavor = "multi_thread")]
async fn without_notifications_the_window_shows_the_alarm_until_a_service_comes() {
    let mut desktop = Desktop::start_without_notifications("refused").await;
    let page = desktop.page();
    page.add_lead("Anna").await;
    page.plan("Send the offer", &minutes_ahead(0)).await;
    page.see("Your desktop does not show Rappel’s alarms").await;
    page.see("Follow up with Anna").await;
    page.add_lead("Bram").await;
    page.plan("Call back", &minutes_ahead(0)).await;
    page.keys(&ctrl(",")).await;
    page.click("Send a test alarm").await;
    page.see("Your desktop did not take it").await;

    desktop.start_notifications();
    desktop.see_popup("Send the offer").await;
    desktop.see_popup("Call back").await;
    let page = desktop.page();
    page.until("the banner to go", async || (!page.text().await.contains("Your desktop does not show")).then_some(()))
        .await;
    page.click("Send a test alarm").await;
    page.see("Your desktop took it").await;
    desktop.see_popup("Rappel can reach you").await;
}

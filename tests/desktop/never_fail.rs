//! Alarms that never fail: on time, missed, settled elsewhere, and on a desktop without notifications.

use std::time::Duration;

use rappel_core::clock::{Clock, SystemClock};

use crate::harness::page::ctrl;
use crate::harness::{Desktop, minutes_ahead};

/// The next full minute on the wall clock.
fn next_minute() -> chrono::NaiveDateTime {
    use chrono::Timelike;
    let now = SystemClock.now().civil;
    (now + chrono::Duration::minutes(1)).with_second(0).and_then(|it| it.with_nanosecond(0)).expect("a full minute")
}

#[tokio::test(flavor = "multi_thread")]
async fn it_rings_within_a_second_of_its_time_and_done_in_the_window_takes_it_off_the_screen() {
    let desktop = Desktop::start("on time").await;
    let page = desktop.page();
    page.add_lead("Anna").await;
    // A minute that has only just enough left to plan in would be gone before the plan is.
    let minute = loop {
        let minute = next_minute();
        if minute - SystemClock.now().civil > chrono::Duration::seconds(15) {
            break minute;
        }
        tokio::time::sleep(Duration::from_millis(500)).await;
    };
    page.plan("Call on time", &minute.format("%H:%M").to_string()).await;
    assert!(desktop.popups().is_empty(), "not before its time");
    desktop.see_popup("Call on time").await;
    let late = SystemClock.now().civil - minute;
    assert!((0..1_000).contains(&late.num_milliseconds()), "{late} late");

    assert_eq!(desktop.displayed(), 1);
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
    let page = desktop.page();
    let time = minutes_ahead(2);
    for name in ["Anna", "Bram", "Eva", "Joost", "Koen"] {
        page.add_lead(name).await;
        page.plan(&format!("Call {name}"), &time).await;
    }
    desktop.kill().await;
    while SystemClock.now().civil.format("%H:%M").to_string() <= time {
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
    assert!(desktop.popups().is_empty(), "{:?}", desktop.popups());
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

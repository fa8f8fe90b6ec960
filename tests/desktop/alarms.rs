//! Alarms reach the person: on the desktop, with the window closed, and with buttons that do what they say.

use crate::harness::page::ctrl;
use crate::harness::{Desktop, Page, minutes_ahead};

async fn follow_up_now(page: &Page<'_>, given: &str, what: &str) {
    page.add_lead(given).await;
    page.plan(what, &minutes_ahead(0)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn snooze_on_the_pop_up_puts_it_off_and_a_click_opens_the_person() {
    let desktop = Desktop::start("snooze").await;
    let page = desktop.page();
    follow_up_now(&page, "Anna", "Ask about the offer").await;
    desktop.see_popup("Anna").await;
    assert!(desktop.popups()[0].contains("Ask about the offer"), "{:?}", desktop.popups());
    desktop.press_on_popup("Snooze").await;
    page.keys(&ctrl("1")).await;
    page.see("rings").await;

    follow_up_now(&page, "Bram", "Call back").await;
    desktop.see_popup("Bram").await;
    page.keys(&ctrl("1")).await;
    desktop.click_popup().await;
    page.see("Added by hand").await;
    page.see("Bram").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn done_on_the_pop_up_is_done_in_the_window() {
    let desktop = Desktop::start("done").await;
    let page = desktop.page();
    follow_up_now(&page, "Anna", "Send the offer").await;
    desktop.see_popup("Anna").await;
    page.keys(&ctrl("1")).await;
    page.see("1 today").await;
    desktop.press_on_popup("Done").await;
    page.see("Done today").await;
    page.see("Nothing is due.").await;
    page.see("Send the offer").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn markup_in_a_name_is_shown_as_text() {
    let desktop = Desktop::start("markup").await;
    let page = desktop.page();
    follow_up_now(&page, "<b>Eva</b> & <img src=x onerror=alert(1)>", "<i>Call</i>").await;
    page.see("<b>Eva</b> & <img src=x onerror=alert(1)>").await;
    desktop.see_popup("Call").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closed_window_still_rings_and_a_second_start_brings_it_back() {
    let desktop = Desktop::start("closed").await;
    let page = desktop.page();
    page.add_lead("Koen").await;
    page.plan("Ring while closed", &minutes_ahead(1)).await;
    desktop.close_window().await;
    desktop.see_popup("Ring while closed").await;
    let status = desktop.start_again(&[]);
    assert!(status.success(), "a second start hands over and ends");
    desktop.wait("the window", || !desktop.windows().is_empty()).await;
    page.see("Koen").await;
}

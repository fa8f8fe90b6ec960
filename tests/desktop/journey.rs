//! The whole road: a lead becomes a repeat customer, and nothing that was confirmed is lost.

use thirtyfour::prelude::*;

use crate::harness::page::ctrl;
use crate::harness::{Desktop, Page, minutes_ahead};

async fn add_lead(page: &Page<'_>, given: &str, family: &str) {
    page.click("New lead").await;
    page.fill("First name", given).await;
    page.fill("Family name", family).await;
    page.click("Add lead").await;
    page.see("Added by hand").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_first_start_is_friendly_and_a_lead_comes_in_by_the_keyboard_alone() {
    let desktop = Desktop::start("first-start").await;
    let page = desktop.page();
    page.see("Who could become your customer?").await;
    for offer in ["Add your first lead", "Import a list", "Look around with sample people"] {
        page.see(offer).await;
    }
    page.keys("n").await;
    page.see_element("[role=dialog] input").await;
    page.keys(&format!("Anna{}Nowak", Key::Tab.value())).await;
    page.keys(&ctrl(&Key::Enter.value().to_string())).await;
    page.see("Anna Nowak is added.").await;
    page.see("Added by hand").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lead_becomes_a_repeat_customer_with_a_real_alarm_on_the_way() {
    let desktop = Desktop::start("whole-road").await;
    let page = desktop.page();
    add_lead(&page, "Joost", "Verbeek").await;

    page.keys(&ctrl("4")).await;
    page.see("Fits my market").await;
    for key in ["y", "y", "y"] {
        page.keys(key).await;
    }
    page.see("Joost Verbeek becomes a prospect.").await;
    page.keys(&Key::Enter.value().to_string()).await;
    page.see("Joost Verbeek is a prospect now.").await;
    // A prospect without a next step is asked one for; it can be left for now.
    page.see("What is next for Joost Verbeek?").await;
    page.keys(&Key::Escape.value().to_string()).await;
    page.see("That was the last one").await;

    page.keys(&ctrl("2")).await;
    page.click("Joost Verbeek").await;
    page.see("Opportunity opened").await;
    page.fill("What was said", "Liked the shared inbox.\n? Can I stop after three months?").await;
    page.click("Not ready").await;
    page.fill("What to do", "Second presentation").await;
    page.fill("Time", &minutes_ahead(0)).await;
    page.click("Today").await;
    page.click("Save").await;
    page.see("1 open question").await;
    desktop.see_popup("Joost Verbeek").await;

    // Nobody stays at Later without a date: the pop-up's Done asks in the window what becomes of them.
    desktop.press_on_popup("Done").await;
    page.click("They are active again").await;
    page.no_dialog().await;
    page.keys(&ctrl("1")).await;
    page.see("Done today").await;

    page.click("Joost Verbeek").await;
    sell(&page, Some("Yesterday")).await;
    page.see("Customer").await;
    assert!(!page.text().await.contains("Repeat customer"), "one sale makes a customer");
    sell(&page, None).await;
    page.see("Repeat customer").await;
    page.keys(&ctrl("2")).await;
    page.see("2 sales").await;
}

/// Logs a conversation that ended with a sale, on the day before today when asked for.
async fn sell(page: &Page<'_>, day: Option<&str>) {
    page.fill("What was said", "They take it.").await;
    page.click("Yes, sale").await;
    page.fill("Amount", "400").await;
    if day.is_some() {
        page.script("document.querySelector('[role=dialog] [data-segment=day]').focus()").await;
        page.keys(&Key::Down.value().to_string()).await;
    }
    page.click("Record sale").await;
    page.see("Sold").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_confirmed_survives_a_kill() {
    let mut desktop = Desktop::start("kill").await;
    let page = desktop.page();
    add_lead(&page, "Sanne", "de Boer").await;
    page.fill("What was said", "Wants a quiet place to work.").await;
    page.click("Just a talk").await;
    page.see("is kept").await;
    desktop.kill().await;

    desktop.open(&[]).await;
    let page = desktop.page();
    page.keys(&ctrl("2")).await;
    page.click("Sanne de Boer").await;
    page.see("Wants a quiet place to work.").await;
}

//! The calendar: opened by its key, a follow-up moved with the keys and with the pointer and taken back, a week, and Dutch.

use chrono::{Days, NaiveDate};
use thirtyfour::prelude::*;

use crate::harness::page::ctrl;
use crate::harness::{Desktop, Page};
use crate::screens::look;

/// The day on which the follow-up stands.
async fn day(page: &Page<'_>) -> Option<NaiveDate> {
    let found = page
        .script("return document.querySelector('[data-follow-up]')?.closest('[data-day]').dataset.day ?? null")
        .await;
    found.as_str()?.parse().ok()
}

async fn see_on(page: &Page<'_>, on: NaiveDate) {
    page.until(&format!("the follow-up on {on}"), || async { (day(page).await == Some(on)).then_some(()) }).await;
}

fn shift(key: Key) -> String {
    format!("{}{}{}", Key::Shift.value(), key.value(), Key::Null.value())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_comes_is_seen_and_moved_with_the_keys_and_the_pointer() {
    let desktop = Desktop::start("calendar").await;
    let page = desktop.page();
    let mut problems = Vec::new();
    page.add_lead("Anna").await;
    page.plan("Call about the offer", "23:59").await;

    page.keys(&ctrl("5")).await;
    page.see_element("[aria-current=date] [data-follow-up]").await;
    let today = day(&page).await.expect("a day");
    look(&page, "Calendar, a month", &mut problems).await;

    // With the keys alone: the day, what is on it, and on by a day.
    page.keys("t").await;
    page.see_element("[aria-current=date]:focus").await;
    page.keys(&Key::Tab.value().to_string()).await;
    page.see_element("[data-follow-up]:focus").await;
    page.keys(&shift(Key::Right)).await;
    see_on(&page, today + Days::new(1)).await;
    page.see("Follow-up for Anna is moved").await;
    page.see_element("[data-follow-up]:focus").await;
    page.keys(&shift(Key::Down)).await;
    see_on(&page, today + Days::new(8)).await;
    page.keys(&ctrl("z")).await;
    see_on(&page, today + Days::new(1)).await;
    page.keys(&ctrl("z")).await;
    see_on(&page, today).await;

    // With the pointer: onto the last day that is shown, and taken back by the message.
    page.keys("t").await;
    let last = page.see_element("[role=row]:last-child > [data-day]:last-child").await;
    let to: NaiveDate = last.attr("data-day").await.unwrap().unwrap().parse().unwrap();
    let entry = page.see_element("[data-follow-up]").await;
    let drag = page.driver.action_chain().move_to_element_center(&entry).click_and_hold().move_by_offset(6, 6);
    drag.move_to_element_center(&last).move_by_offset(2, 2).release().perform().await.expect("a drag");
    see_on(&page, to).await;
    page.click("Undo").await;
    see_on(&page, today).await;

    // A week, in which up and down go through a day; Enter opens whose it is, and one comes back to the week.
    page.keys("w").await;
    page.until("seven days", || async {
        (page.script("return document.querySelectorAll('[data-day]').length").await == 7).then_some(())
    })
    .await;
    page.see("Call about the offer").await;
    look(&page, "Calendar, a week", &mut problems).await;
    page.keys("t").await;
    page.see_element("[aria-current=date]:focus").await;
    page.keys(&Key::Down.value().to_string()).await;
    page.see_element("[data-follow-up]:focus").await;
    page.keys(&Key::Enter.value().to_string()).await;
    page.see_element("textarea").await;
    page.keys(&ctrl("5")).await;
    page.see("Call about the offer").await;
    page.keys("m").await;
    page.until("a month", || async {
        (page.script("return document.querySelectorAll('[data-day]').length > 7").await == true).then_some(())
    })
    .await;

    // Another follow-up, on the day that is chosen, and the day as a list.
    page.keys("f").await;
    page.see("Anna").await;
    page.keys("anna").await;
    page.see_element("[role=option][data-selected]").await;
    page.keys(&Key::Enter.value().to_string()).await;
    page.fill("What to do", "Send the paper").await;
    page.click("Save").await;
    page.see("Follow-up for Anna is set").await;
    page.until("both", || async {
        (page.script("return document.querySelectorAll('[aria-current=date] [data-follow-up]').length").await == 2)
            .then_some(())
    })
    .await;
    page.keys("t").await;
    page.see_element("[aria-current=date]:focus").await;
    page.keys(&Key::Enter.value().to_string()).await;
    page.see("Send the paper").await;
    look(&page, "Calendar, a day", &mut problems).await;
    page.keys(&Key::Escape.value().to_string()).await;
    page.no_dialog().await;

    page.keys(&ctrl(",")).await;
    page.choose("Language", "Nederlands").await;
    page.keys(&ctrl("5")).await;
    page.see("Shift met een pijl").await;
    look(&page, "Kalender", &mut problems).await;
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

//! The main flows by the keyboard alone, without one press of the mouse; at each stop one sees where one is.

use chrono::{Datelike, Days};
use rappel_core::clock::{Clock, SystemClock};
use thirtyfour::prelude::*;

use crate::harness::page::ctrl;
use crate::harness::{Desktop, Page};

fn enter() -> String {
    Key::Enter.value().to_string()
}

fn shift(key: Key) -> String {
    format!("{}{}{}", Key::Shift.value(), key.value(), Key::Null.value())
}

/// Adds a lead from wherever one is.
async fn add(page: &Page<'_>, given: &str) {
    page.keys("n").await;
    page.see_element("[role=dialog] input:focus").await;
    page.stop().await;
    page.keys(given).await;
    page.keys(&ctrl(&enter())).await;
    page.find(&format!("//h1[normalize-space(.)='{given}']")).await;
    page.see("Added by hand").await;
    page.no_dialog().await;
}

/// Says what was said to the person whose page stands there, and ends it as just a talk.
async fn talk(page: &Page<'_>, said: &str) {
    page.keys("l").await;
    page.see_element("main textarea:focus").await;
    page.keys(said).await;
    page.enter("Just a talk").await;
}

async fn see_in_column(page: &Page<'_>, column: &str, count: u32) {
    page.see_element(&format!("[aria-label='{column}, {count}']")).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lead_is_qualified_moved_talked_to_and_followed_up_by_the_keys_alone() {
    let desktop = Desktop::start("keyboard-road").await;
    let page = desktop.page();
    for name in ["Anna", "Bram", "Carla"] {
        add(&page, name).await;
    }

    // Yes, no and later, each with one key.
    page.keys(&ctrl("4")).await;
    page.find("//main//button[normalize-space(.)='Anna']").await;
    page.keys("yyy").await;
    page.see("Anna becomes a prospect.").await;
    page.keys(&enter()).await;
    page.see("What is next for Anna?").await;
    page.key(Key::Escape).await;
    page.no_dialog().await;
    page.find("//main//button[normalize-space(.)='Bram']").await;
    page.keys("yl").await;
    page.see("worth a closer look").await;
    page.keys(&enter()).await;
    page.find("//main//button[normalize-space(.)='Carla']").await;
    page.keys("n").await;
    page.see("Carla becomes not a fit").await;
    page.keys(&enter()).await;
    page.see("That was the last one").await;

    // On the board from card to card with the arrows, and on with M.
    page.keys(&ctrl("3")).await;
    see_in_column(&page, "Qualified", 1).await;
    page.tab_to_some("Bram").await;
    page.key(Key::Right).await;
    assert!(page.stop().await.is_some_and(|it| it.contains("Anna")));
    page.keys("m").await;
    page.see("Move Anna to").await;
    page.stop().await;
    page.key(Key::Down).await;
    page.keys(&ctrl(&enter())).await;
    see_in_column(&page, "Presentation", 1).await;

    // A conversation, and the next step in words.
    page.tab_to_some("Anna").await;
    page.key(Key::Enter).await;
    page.find("//h1[normalize-space(.)='Anna']").await;
    talk(&page, "Liked the blue one.").await;
    page.see("What is next for Anna?").await;
    page.stop().await;
    page.keys("Send the offer").await;
    page.tab_to("When, in plain words").await;
    page.keys("today").await;
    page.find("//*[@role='dialog']//button[@aria-pressed='true'][normalize-space(.)='Today']").await;
    page.keys(&ctrl(&enter())).await;
    page.no_dialog().await;

    page.keys(&ctrl("1")).await;
    page.see("Send the offer").await;
    page.enter("Done: Anna").await;
    page.see("Done today").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn cards_calendar_and_questions_are_worked_through_by_the_keys_alone() {
    let desktop = Desktop::start("keyboard-desk").await;
    let page = desktop.page();
    let birthday = SystemClock.now().today() + Days::new(20);
    let file = desktop.folder().join("people.vcf");
    let born = format!("--{:02}{:02}", birthday.month(), birthday.day());
    let card = format!(
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada\r\nN:;Ada;;;\r\nBDAY:{born}\r\nADR;TYPE=HOME:;;Dijk 1;Gouda;;2801 AB;\r\nEND:VCARD\r\n"
    );
    std::fs::write(&file, card).expect("a file");
    assert!(desktop.start_again(&[&file.to_string_lossy()]).success());
    page.see("people.vcf, 1 row").await;
    page.enter("See what would happen").await;
    page.see("Ada").await;
    page.enter("Import 1 person").await;
    page.see("1 person added").await;

    page.keys(&ctrl("6")).await;
    page.see_element("[role=listbox]:focus").await;
    page.see("Ada").await;
    page.stop().await;
    page.keys("p").await;
    page.find("//*[@role='option'][contains(., 'Ada')][.//*[normalize-space(text())='Posted']]").await;

    add(&page, "Bram").await;
    talk(&page, "? Do you deliver on Saturday").await;
    page.see("is kept").await;
    page.see("1 open question").await;

    // Planned in the calendar, and carried on by a day.
    page.keys(&ctrl("5")).await;
    page.see("press Shift with an arrow").await;
    page.keys("t").await;
    page.see_element("[aria-current=date]:focus").await;
    page.stop().await;
    page.keys("f").await;
    page.see_element("[role=dialog] input:focus").await;
    page.keys("bram").await;
    page.see_element("[role=option][data-selected]").await;
    page.key(Key::Enter).await;
    page.see_element("[role=dialog] form input:focus").await;
    page.keys("Bring a sample").await;
    page.keys(&ctrl(&enter())).await;
    page.see("Follow-up for Bram is set").await;
    page.no_dialog().await;
    page.keys("t").await;
    page.see_element("[aria-current=date]:focus").await;
    page.tab_to_some("Bram").await;
    page.see_element("[data-follow-up]:focus").await;
    let day = "return document.querySelector('[data-follow-up]').closest('[data-day]').dataset.day";
    let before = page.script(day).await;
    page.keys(&shift(Key::Right)).await;
    page.see("Follow-up for Bram is moved").await;
    page.until("another day", || async { (page.script(day).await != before).then_some(()) }).await;

    page.keys(&ctrl("8")).await;
    page.see("Do you deliver on Saturday").await;
    page.tab_to("Questions").await;
    page.key(Key::Enter).await;
    page.see_element("[role=dialog] textarea:focus").await;
    page.stop().await;
    page.keys("Until noon.").await;
    page.keys(&ctrl(&enter())).await;
    page.see("Question of Bram is answered.").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn lists_views_figures_and_settings_are_worked_by_the_keys_alone() {
    let desktop = Desktop::start("keyboard-lists").await;
    let page = desktop.page();
    page.enter("Look around with sample people").await;
    page.see("24 sample people").await;

    // Looked for, kept as a view, and everybody again.
    page.keys("/").await;
    page.see_element("input[type=search]:focus").await;
    page.stop().await;
    page.keys("verbeek").await;
    page.see("Save view").await;
    page.enter("Save view").await;
    page.see_element("[role=dialog] input:focus").await;
    page.keys("The Verbeeks").await;
    page.key(Key::Enter).await;
    page.see("View “The Verbeeks” is saved.").await;
    page.no_dialog().await;
    page.enter("Clear").await;
    page.see("24 people").await;

    // Two of them get a tag, and lose it again. Clearing led back to the field.
    page.see_element("input[type=search]:focus").await;
    page.key(Key::Down).await;
    page.see_element("[role=listbox]:focus").await;
    page.stop().await;
    page.keys(" ").await;
    page.keys(&shift(Key::Down)).await;
    page.see("2 chosen").await;
    page.keys("t").await;
    page.see_element("[role=dialog] input:focus").await;
    page.keys("fair").await;
    page.see("2 people change.").await;
    page.keys(&ctrl(&enter())).await;
    page.see("Tag added to 2 people.").await;
    page.no_dialog().await;
    page.keys(&ctrl("z")).await;
    page.see("Taken back.").await;

    // Another period, and the people behind a figure.
    page.keys(&ctrl("7")).await;
    page.see("From lead to repeat buyer").await;
    page.enter("Period: This year").await;
    page.see_element("[role=menu] [role=menuitem]").await;
    while page.stop().await.is_none_or(|it| it != "Last 12 months") {
        page.key(Key::Down).await;
    }
    page.key(Key::Enter).await;
    page.find("//button[contains(normalize-space(.), 'Period: Last 12 months')]").await;
    page.see_element("main section dl a").await;
    let leads = page.script("return document.querySelector('main section dl a').innerText").await;
    page.tab_to(leads.as_str().unwrap_or_default()).await;
    page.key(Key::Enter).await;
    page.see("Leads · Last 12 months").await;

    // A list of the settings.
    page.keys(&ctrl(",")).await;
    page.see("Criteria for a prospect").await;
    page.enter("Add source").await;
    page.see_element("[role=dialog] input:focus").await;
    page.stop().await;
    page.keys("Fair in May").await;
    page.keys(&ctrl(&enter())).await;
    page.no_dialog().await;
    page.enter("Move Fair in May up").await;
    page.see("Fair in May").await;
    page.enter("Change Fair in May").await;
    page.see_element("[role=dialog] input:focus").await;
    page.keys(&ctrl("a")).await;
    page.keys("Fair in June").await;
    page.keys(&ctrl(&enter())).await;
    page.see("Fair in June").await;
}

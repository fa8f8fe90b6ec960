//! Ctrl+K: anything is found as one types, and done, with the keys alone; and the page of a company.

use thirtyfour::prelude::*;

use crate::harness::Desktop;
use crate::harness::page::ctrl;
use crate::screens::look;

#[tokio::test(flavor = "multi_thread")]
async fn anything_is_found_and_done_with_the_keys_alone() {
    let desktop = Desktop::start("palette").await;
    let page = desktop.page();
    page.click("Look around with sample people").await;
    page.see("24 sample people").await;
    let enter = Key::Enter.value().to_string();
    let mut problems = Vec::new();

    page.keys(&ctrl("k")).await;
    page.see_element("[role=dialog] [role=option]").await;
    look(&page, "Ctrl+K", &mut problems).await;
    page.keys("log a talk with joost ver").await;
    page.see("Log a talk with Joost Verbeek").await;
    page.keys(&enter).await;
    page.see_element("textarea:focus").await;
    page.keys("Wants the blue one").await;
    page.click("Just a talk").await;
    page.see("is kept").await;

    // What was said is found, wherever one is.
    page.keys(&ctrl("1")).await;
    page.keys(&ctrl("k")).await;
    page.keys("blue").await;
    page.see("Joost Verbeek · Today").await;
    page.keys(&Key::Escape.value().to_string()).await;

    page.keys(&ctrl("k")).await;
    page.keys("verbeek").await;
    page.see("what to do").await;
    page.keys(&Key::Tab.value().to_string()).await;
    page.see("Plan a follow-up for Joost Verbeek").await;
    page.keys("plan").await;
    page.keys(&enter).await;
    page.see_element("[role=dialog] input").await;
    page.keys(&Key::Escape.value().to_string()).await;

    page.keys(&ctrl("k")).await;
    page.keys("settings: back").await;
    page.see("Settings: backups").await;
    page.keys(&enter).await;
    page.see("Backups").await;
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_company_shows_its_people_and_gets_another_name() {
    let desktop = Desktop::start("company").await;
    let page = desktop.page();
    let list = desktop.folder().join("people.csv");
    std::fs::write(&list, "Name,Company\nAnna Vos,Bakery\nBram Smit,Bakery\nEva Kok,Garage\n").expect("a file");
    assert!(desktop.start_again(&[&list.to_string_lossy()]).success());
    page.click("See what would happen").await;
    page.click("Import 3 people").await;
    page.see("3 people added").await;

    page.keys(&ctrl("k")).await;
    page.keys("bakery").await;
    page.see("2 people").await;
    page.keys(&Key::End.value().to_string()).await;
    page.keys(&Key::Enter.value().to_string()).await;
    page.see("Nothing sold yet.").await;
    let mut problems = Vec::new();
    look(&page, "Company", &mut problems).await;
    page.keys("e").await;
    page.fill("Name", "Bakery & Sons").await;
    page.click("Save").await;
    page.see("Bakery & Sons is changed.").await;
    page.click("New lead here").await;
    page.fill("First name", "Carla").await;
    page.click("Add lead").await;
    page.see("Added by hand").await;
    page.see("Bakery & Sons").await;
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

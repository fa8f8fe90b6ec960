//! A list of people is saved by name and found again, and people are chosen and tagged with the keys alone.

use thirtyfour::prelude::*;

use crate::harness::Desktop;
use crate::harness::page::ctrl;
use crate::screens::look;

#[tokio::test(flavor = "multi_thread")]
async fn a_view_is_saved_and_opened_again_and_people_are_tagged_with_the_keys() {
    let desktop = Desktop::start("views").await;
    let page = desktop.page();
    page.click("Look around with sample people").await;
    page.see("24 sample people").await;
    let enter = Key::Enter.value().to_string();
    let mut problems = Vec::new();

    // The words that were typed are what the view keeps.
    page.keys("/").await;
    page.see_element("input[type=search]:focus").await;
    page.keys("verbeek").await;
    page.see("Save view").await;
    page.click("Save view").await;
    page.see_element("[role=dialog] input").await;
    look(&page, "Save view", &mut problems).await;
    page.resize(1280, 800).await;
    page.fill("Name of the view", "The Verbeeks").await;
    page.keys(&enter).await;
    page.see("View “The Verbeeks” is saved.").await;

    // Everybody again, and back to it from the sidebar.
    page.click("Clear").await;
    page.see("24 people").await;
    page.click("The Verbeeks").await;
    page.find("//nav//button[starts-with(@aria-label, 'The Verbeeks')][@aria-current='page']").await;
    page.see("Joost Verbeek").await;
    page.find("//div[@class and contains(@class, 'filters')]//button[contains(., 'Stage')]")
        .await
        .click()
        .await
        .expect("a press");
    page.click("Customer").await;
    page.keys(&Key::Escape.value().to_string()).await;
    page.see("Save changes").await;
    look(&page, "A view that was changed", &mut problems).await;
    page.resize(1280, 800).await;
    page.click("Clear").await;
    page.see("24 people").await;

    // Choose with the keys, tag, and take it back.
    page.keys("/").await;
    page.keys(&Key::Down.value().to_string()).await;
    page.see_element("[role=listbox]:focus").await;
    page.keys(" ").await;
    page.see("1 chosen").await;
    page.keys(&format!("{}{}{}", Key::Shift.value(), Key::Down.value(), Key::Null.value())).await;
    page.see("2 chosen").await;
    look(&page, "People who are chosen", &mut problems).await;
    page.resize(1280, 800).await;
    page.keys("t").await;
    page.see_element("[role=dialog] input:focus").await;
    page.keys("spring fair").await;
    page.see("2 people change.").await;
    look(&page, "A tag for many", &mut problems).await;
    page.resize(1280, 800).await;
    page.keys(&enter).await;
    page.see("Tag added to 2 people.").await;
    page.keys(&ctrl("z")).await;
    page.see("Taken back.").await;
    page.click("More").await;
    page.click("Address labels…").await;
    page.see_element("[role=dialog]").await;
    look(&page, "Labels for those who are chosen", &mut problems).await;
    page.resize(1280, 800).await;
    page.keys(&Key::Escape.value().to_string()).await;
    page.keys(&ctrl("k")).await;
    page.keys("the verb").await;
    page.see("Saved view").await;
    page.keys(&Key::Escape.value().to_string()).await;
    page.no_dialog().await;

    // Fields and tags are managed in the settings.
    page.keys(&ctrl(",")).await;
    page.see("Own fields").await;
    page.click("Add field").await;
    page.fill("Name of the field", "Staff").await;
    page.choose("What it holds", "Number").await;
    look(&page, "A field", &mut problems).await;
    page.resize(1280, 800).await;
    page.click("Save").await;
    page.see("Field “Staff” is added.").await;
    page.no_dialog().await;
    page.keys(&ctrl("2")).await;
    page.click("Own field").await;
    page.choose("What to look for", "is empty").await;
    look(&page, "A filter on a field", &mut problems).await;
    page.resize(1280, 800).await;
    page.click("Filter").await;
    page.see("Staff is empty").await;
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

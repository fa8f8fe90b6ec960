//! A call session in the real window: three people, one after the other, by the keys alone, and what came of it.

use thirtyfour::prelude::*;

use crate::harness::page::ctrl;
use crate::harness::{Desktop, Page};
use crate::screens::look;

fn alt(key: &str) -> String {
    format!("{}{key}{}", Key::Alt.value(), Key::Null.value())
}

async fn comes_up(page: &Page<'_>, position: &str, name: &str) {
    page.see(position).await;
    page.find(&format!("//main//button[normalize-space(.)='{name}']")).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn three_people_are_called_by_the_keys_alone_and_the_summary_tells_what_came_of_it() {
    let desktop = Desktop::start("session").await;
    let page = desktop.page();
    let mut problems = Vec::new();
    for name in ["Anna", "Bram", "Carla"] {
        page.add_lead(name).await;
    }
    let enter = Key::Enter.value().to_string();

    // From anywhere, by its name.
    page.keys(&ctrl("k")).await;
    page.see_element("[role=dialog] [role=option]").await;
    page.keys("call session").await;
    page.see("Call session").await;
    page.keys(&enter).await;
    page.see("Leads to qualify").await;
    look(&page, "Whom to call", &mut problems).await;
    page.find("//button[starts-with(@aria-label,'Start: Leads to qualify')]").await.send_keys(&enter).await.unwrap();

    // Anna: the questions with their keys, what was said, and a next try.
    comes_up(&page, "1 of 3", "Anna").await;
    look(&page, "A call", &mut problems).await;
    page.keys("y").await;
    page.keys("w").await;
    page.see_element("textarea:focus").await;
    page.keys("Sounds glad.").await;
    page.keys(&Key::Escape.value().to_string()).await;
    page.until("the field to be left", || async {
        (page.script("return document.activeElement.tagName !== 'TEXTAREA'").await == true).then_some(())
    })
    .await;
    page.keys("4").await;
    page.see("No answer, attempt 1. When again?").await;
    look(&page, "The next try", &mut problems).await;
    page.keys(&ctrl(&enter)).await;

    // Bram: written and ended without leaving the field.
    comes_up(&page, "2 of 3", "Bram").await;
    page.no_dialog().await;
    page.keys("w").await;
    page.see_element("textarea:focus").await;
    page.keys("After the holidays.").await;
    page.keys(&alt("2")).await;
    page.see("Bram is not ready now").await;
    page.keys("Ask again").await;
    page.keys(&ctrl(&enter)).await;

    // Carla is skipped, gone back to and talked to; leaving on the way loses nothing.
    comes_up(&page, "3 of 3", "Carla").await;
    page.no_dialog().await;
    page.keys(&Key::Right.value().to_string()).await;
    page.see("Call session, what came of it").await;
    page.keys(&Key::Left.value().to_string()).await;
    comes_up(&page, "3 of 3", "Carla").await;
    page.keys("w").await;
    page.see_element("textarea:focus").await;
    page.keys("Half a word").await;
    page.keys(&ctrl("1")).await;
    page.see("Log conversation").await;
    page.keys(&ctrl("k")).await;
    page.see_element("[role=dialog] [role=option]").await;
    page.keys("call session").await;
    page.see("Call session").await;
    page.keys(&enter).await;
    comes_up(&page, "3 of 3", "Carla").await;
    page.no_dialog().await;
    assert_eq!(page.script("return document.querySelector('main textarea').value").await, "Half a word");
    page.keys("5").await;

    page.see("Call session, what came of it").await;
    for words in ["3 people were in it.", "Called", "Reached", "Ask again", "Try again"] {
        page.see(words).await;
    }
    let figures = page.script("return [...document.querySelectorAll('main dd')].map((it) => it.innerText)").await;
    assert_eq!(figures[0], "3");
    assert_eq!(figures[1], "2");
    assert_eq!(figures[2], "0");
    look(&page, "The summary", &mut problems).await;

    // What is undone does not count.
    page.keys(&ctrl("z")).await;
    page.until("the count to fall", || async {
        (page.script("return document.querySelector('main dd').innerText").await == "2").then_some(())
    })
    .await;
    page.keys(&enter).await;
    page.see("Log conversation").await;
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

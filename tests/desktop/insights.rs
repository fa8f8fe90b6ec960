//! Insights in the real window: opened by its key, asked about another period, and followed from a number to the people behind it.

use thirtyfour::prelude::*;

use crate::harness::Desktop;
use crate::harness::page::ctrl;
use crate::screens::look;

/// The link of a row of the funnel.
fn in_funnel(row: u32) -> String {
    format!("main section dl .row:nth-child({row}) a")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_leads_to_its_people_and_back_to_the_same_period() {
    let desktop = Desktop::start("insights").await;
    let page = desktop.page();
    let mut problems = Vec::new();
    page.keys(&ctrl("7")).await;
    page.see("Here you will see what works").await;
    look(&page, "Insights with nobody in", &mut problems).await;
    page.click("Look around with sample people").await;

    page.see("From lead to repeat buyer").await;
    page.see("Leads by the month they came in").await;
    page.until("the charts", || async {
        let painted = "const all = [...document.querySelectorAll('canvas')];
            return all.length > 1 && all.every((it) => it.getContext('2d')
              .getImageData(0, 0, it.width, it.height).data.some((byte) => byte !== 0))";
        (page.script(painted).await == true).then_some(())
    })
    .await;
    look(&page, "Insights", &mut problems).await;

    page.click("Period: This year").await;
    page.click("Last 12 months").await;
    page.find("//button[contains(normalize-space(.), 'Period: Last 12 months')]").await;
    let prospects = page.see_element(&in_funnel(2)).await;
    let count = prospects.text().await.expect("a number");
    assert!(count.parse::<u32>().expect("a number") > 3, "{count}");
    // By the keys alone.
    prospects.send_keys(Key::Enter.value().to_string()).await.expect("a press");
    page.see("Prospects · Last 12 months").await;
    page.see(&format!("{count} people")).await;
    look(&page, "the people behind a number", &mut problems).await;

    page.keys(&format!("{}{}{}", Key::Alt.value(), Key::Left.value(), Key::Null.value())).await;
    page.find("//button[contains(normalize-space(.), 'Period: Last 12 months')]").await;
    page.find("//h1[normalize-space(.)='Insights']").await;

    // The filter goes with a press, and all are there again.
    page.see_element(&in_funnel(1)).await.click().await.expect("a press");
    page.click("No longer only: Leads · Last 12 months").await;
    page.see("24 people").await;

    page.keys(&ctrl("7")).await;
    page.click("Period: This year").await;
    page.click("From – to…").await;
    page.see_element("[aria-label='Open calendar']").await;
    look(&page, "a period of one's own", &mut problems).await;
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

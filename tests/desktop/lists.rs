//! What is true of a whole list is said once, and how its columns are read is kept by name for the next one.

use crate::harness::{Desktop, Page};
use crate::screens::look;

async fn offer(desktop: &Desktop, name: &str, text: &str) {
    let file = desktop.folder().join(name);
    std::fs::write(&file, text).expect("a file");
    assert!(desktop.start_again(&[&file.to_string_lossy()]).success());
    desktop.page().see(&format!("{name}, ")).await;
}

async fn becomes(page: &Page<'_>, column: &str, kind: &str) {
    page.choose(&format!("{column} becomes"), kind).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bought_list_brings_answers_and_later_for_all_and_its_layout_serves_the_next() {
    let desktop = Desktop::start("lists").await;
    let page = desktop.page();
    let rows =
        "Wie;Waar het werkt;Eerste nummer\nAda de Vries;Vries Bloemen;020 555 0101\nBram Smit;Smit Hout;020 555 0102\n";
    offer(&desktop, "bought.csv", &format!("Bought in November\n\n{rows}")).await;
    becomes(&page, "Wie", "Whole name").await;
    becomes(&page, "Waar het werkt", "Company").await;
    becomes(&page, "Eerste nummer", "Phone").await;
    page.see("First name: Ada · Particle: de · Family name: Vries").await;
    page.click("Save this layout…").await;
    page.see_element("[role=dialog]").await;
    let mut problems = Vec::new();
    look(&page, "the name of a layout", &mut problems).await;
    page.fill("Name", "November").await;
    page.click("Save").await;
    page.see_element("select[aria-label='Saved layouts']").await;

    page.find("//summary[normalize-space(.)='Answers and Later for all of them']")
        .await
        .click()
        .await
        .expect("a press");
    page.choose("Fits my market What does your business do, and for whom?", "Yes").await;
    page.fill("Proof of “Fits my market”", "chosen by trade").await;
    page.click_label("They are not ready now; come back to them later").await;
    look(&page, "answers for all", &mut problems).await;
    page.click("See what would happen").await;
    page.click("Import 2 people").await;
    page.see("2 people added").await;
    page.click("Show people").await;
    page.click("Ada de Vries").await;
    page.see("chosen by trade").await;
    page.see("Later").await;

    // Other columns stand elsewhere in the next list, and one is new.
    offer(&desktop, "december.csv", "Eerste nummer;Wie;Anders\n020 555 0103;Cora Bos;x\n").await;
    page.choose("Saved layouts", "November").await;
    page.see("2 of 3 columns are known to this layout.").await;
    page.click("See what would happen").await;
    page.click("Import 1 person").await;
    page.see("1 person added").await;
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

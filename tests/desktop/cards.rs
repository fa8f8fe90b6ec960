//! The batch of birthday cards with the keys alone: written, posted, taken back, an address given in place, labels saved to print.

use chrono::{Datelike, Days};
use rappel_core::clock::{Clock, SystemClock};
use thirtyfour::Key;

use crate::harness::Desktop;
use crate::harness::page::ctrl;
use crate::out::save_as;
use crate::screens::look;

/// A card of somebody whose birthday is so many days ahead.
fn vcard(name: &str, ahead: u64, more: &str) -> String {
    let day = SystemClock.now().today() + Days::new(ahead);
    let (month, date) = (day.month(), day.day());
    format!(
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nN:{name};;;;\r\nBDAY:--{month:02}{date:02}\r\n{more}END:VCARD\r\n"
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn the_batch_is_written_and_posted_with_the_keys_and_its_labels_are_saved() {
    let desktop = Desktop::start("cards").await;
    let file = desktop.folder().join("people.vcf");
    let address = "ADR;TYPE=HOME:;;Dijk 1;Gouda;;2801 AB;\r\n";
    let people = [
        vcard("Cas", 1, "TEL:0612345678\r\n"),
        vcard("Ada", 20, address),
        vcard("Bea", 21, ""),
        vcard("Dirk", 45, address),
    ];
    std::fs::write(&file, people.concat()).expect("a file");
    assert!(desktop.start_again(&[&file.to_string_lossy()]).success());
    let page = desktop.page();
    page.click("See what would happen").await;
    page.click("Import 4 people").await;
    page.see("4 people added").await;

    page.keys(&ctrl("6")).await;
    page.see("Address missing").await;
    page.see_element("[role=listbox]:focus").await;
    // Too late for the post: the number is at hand.
    page.see("A card would come too late. Call instead").await;
    page.see("0612345678").await;
    let mut problems = Vec::new();
    look(&page, "Cards", &mut problems).await;

    let down = Key::Down.value().to_string();
    page.keys(&down).await;
    page.find("//section[@aria-label='Ada']").await;
    let state = |name: &str, state: &str| {
        format!("//*[@role='option'][contains(., '{name}')][.//*[normalize-space(text())='{state}']]")
    };
    page.keys("w").await;
    page.find(&state("Ada", "Written")).await;
    page.keys("p").await;
    page.find(&state("Ada", "Posted")).await;
    page.keys(&ctrl("z")).await;
    page.find(&state("Ada", "Written")).await;

    // An address that is missing is given without leaving the batch.
    page.keys(&down).await;
    page.find("//section[@aria-label='Bea']").await;
    page.keys("a").await;
    page.see("Address of Bea").await;
    page.fill("Street and number", "Markt 2").await;
    page.fill("Town", "Delft").await;
    look(&page, "An address in place", &mut problems).await;
    page.keys(&ctrl(&Key::Enter.value().to_string())).await;
    page.find("//section[@aria-label='Bea']//address[contains(., 'Markt 2')]").await;
    page.see_element("[role=listbox]:focus").await;

    // What is written is kept, and the card is written with it.
    page.keys(&Key::Enter.value().to_string()).await;
    page.see_element("textarea:focus").await;
    page.keys("See you in May").await;
    page.keys(&ctrl(&Key::Enter.value().to_string())).await;
    page.find(&state("Bea", "Written")).await;
    page.see_element("[role=listbox]:focus").await;

    // All of them at once, and back in one step.
    page.keys(&ctrl("a")).await;
    page.see("3 chosen").await;
    look(&page, "Cards that are chosen", &mut problems).await;
    page.keys("p").await;
    page.see("3 cards are changed.").await;
    page.find(&state("Bea", "Posted")).await;
    page.keys(&ctrl("z")).await;
    page.find(&state("Bea", "Written")).await;
    page.keys(&Key::Escape.value().to_string()).await;

    page.keys(&ctrl("p")).await;
    page.see("2 labels on 1 sheet").await;
    look(&page, "Labels", &mut problems).await;
    page.see_element("[role=radio][aria-checked=true][aria-label='Label 1: Ada']")
        .await
        .focus()
        .await
        .expect("the picture");
    page.keys(&Key::Right.value().to_string()).await;
    page.see_element("[role=radio][aria-checked=true][aria-label='Label 2: Ada']").await;
    page.click("Choose a place…").await;
    let pdf = desktop.folder().join("labels.pdf");
    save_as(&desktop, &pdf).await;
    page.see("labels.pdf is saved").await;
    page.see("Open to print").await;
    let written = std::fs::read(&pdf).expect("the labels");
    assert!(written.starts_with(b"%PDF-"), "a file that viewers know");
    page.keys(&Key::Escape.value().to_string()).await;

    page.click("8 weeks").await;
    page.see("Dirk").await;
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

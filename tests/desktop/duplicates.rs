//! Two in the list who are one, brought together with the keys alone.

use thirtyfour::prelude::*;

use crate::harness::Desktop;
use crate::harness::page::ctrl;
use crate::screens::look;

#[tokio::test(flavor = "multi_thread")]
async fn who_came_in_twice_becomes_one_and_who_did_not_is_told_apart() {
    let desktop = Desktop::start("duplicates").await;
    let list = desktop.folder().join("twice.csv");
    let rows = "Voornaam;Achternaam;Bedrijf;Functie;Notitie\nAnna;Vos;Bakkerij;Bakker;eerste\nAnna;Vos;Bakkerij;Eigenaar;tweede\n\
                Bram;Smit;Garage;Monteur;\nBram;Smit;Garage;Chef;\nEva;Kok;;;\n";
    std::fs::write(&list, rows).expect("a file");
    assert!(desktop.start_again(&[&list.to_string_lossy()]).success());
    let page = desktop.page();
    page.click("See what would happen").await;
    page.click("Import 5 people").await;
    page.click("Find duplicates").await;
    page.see("2 pairs").await;
    let mut problems = Vec::new();
    look(&page, "Duplicates", &mut problems).await;

    page.see_element("[role=listbox]").await.focus().await.expect("the list");
    page.keys(&Key::Enter.value().to_string()).await;
    page.see("Pair 1 of 2").await;
    page.see("Same name and company").await;
    look(&page, "Two people side by side", &mut problems).await;
    page.click_label("Eigenaar").await;
    page.keys(&ctrl(&Key::Enter.value().to_string())).await;
    page.see("Merged into Anna Vos").await;
    page.see("Monteur").await;
    page.see("Pair 1 of 1").await;
    page.keys("n").await;
    page.see("Nobody stands in your list twice").await;

    page.keys(&ctrl("2")).await;
    page.see("4 people").await;
    page.click("Anna Vos").await;
    page.see("Eigenaar").await;
    page.see("tweede").await;
    page.see("Merged with").await;
    // Both steps are taken back, and the pairs are there again.
    page.keys(&ctrl("z")).await;
    page.keys(&ctrl("z")).await;
    page.keys(&ctrl("2")).await;
    page.see("5 people").await;
    page.click("Find duplicates").await;
    page.see("2 pairs").await;
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

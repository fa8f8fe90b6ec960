//! What leaves Rappel: people chosen in the list and written to a file through the system's own dialog, and somebody erased for good.

use std::fs;
use std::path::Path;

use thirtyfour::Key;

use crate::harness::Desktop;
use crate::harness::page::ctrl;

/// Types a path into the system's dialog, which no WebDriver reaches.
pub async fn save_as(desktop: &Desktop, path: &Path) {
    let title = "Where should the file go";
    let search = ["search", "--onlyvisible", "--name", title];
    desktop.wait("the system's dialog", || !desktop.run("xdotool", &search).trim().is_empty()).await;
    let window = desktop.run("xdotool", &search).lines().next().unwrap_or_default().to_owned();
    desktop.run("xdotool", &["windowactivate", "--sync", &window]);
    desktop.run("xdotool", &["key", "--clearmodifiers", "ctrl+a"]);
    desktop.run("xdotool", &["type", "--clearmodifiers", &path.to_string_lossy()]);
    desktop.run("xdotool", &["key", "--clearmodifiers", "Return"]);
    desktop.wait("the file", || path.exists()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn people_are_chosen_and_exported_and_one_is_erased_for_good() {
    let desktop = Desktop::start("out").await;
    let page = desktop.page();
    for name in ["Anna", "Bram", "Carla"] {
        page.add_lead(name).await;
    }
    page.keys(&ctrl("2")).await;
    page.see("3 people").await;

    // With the keyboard alone: the first two.
    page.keys("/").await;
    page.see_element("input[type=search]:focus").await;
    page.keys(&Key::Down.value().to_string()).await;
    page.see_element("[role=listbox]:focus").await;
    page.keys(" ").await;
    page.see("1 chosen").await;
    page.keys(&format!("{}{}{}", Key::Shift.value(), Key::Down.value(), Key::Null.value())).await;
    page.see("2 chosen").await;
    page.click("Export…").await;
    page.see("The 2 people you chose").await;
    page.click("Choose a place…").await;
    let chosen = desktop.folder().join("chosen.csv");
    save_as(&desktop, &chosen).await;
    page.see("chosen.csv").await;
    let table = fs::read_to_string(&chosen).expect("the table");
    assert_eq!(table.lines().count(), 3, "{table}");
    assert!(table.contains("Anna") && table.contains("Bram") && !table.contains("Carla"), "{table}");
    let before = fs::read_dir(desktop.folder()).expect("the folder").flatten();
    assert!(before.into_iter().all(|it| !it.file_name().to_string_lossy().ends_with(".part")));

    page.keys(&Key::Escape.value().to_string()).await;
    page.click("Bram").await;
    page.see("Added by hand").await;
    page.click("More:").await;
    page.click("Erase for good…").await;
    page.see("Erase Bram for good?").await;
    page.click("Erase for good").await;
    page.see("Bram is erased.").await;
    page.see("2 people").await;
    assert!(!page.text().await.contains("2 chosen"), "who was chosen is let go of with Escape");
    page.click("Export").await;
    page.click("Choose a place…").await;
    let all = desktop.folder().join("all.csv");
    save_as(&desktop, &all).await;
    page.see("all.csv").await;
    let table = fs::read_to_string(&all).expect("the table");
    assert!(table.contains("Anna") && !table.contains("Bram") && table.contains("Carla"), "{table}");
    let db = fs::read(desktop.data().join("rappel.db")).expect("the data");
    assert!(!db.windows(4).any(|it| it == b"Bram"), "not a letter of the name is left in the file");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_folder_that_goes_away_is_said_at_the_next_write_and_what_was_typed_is_saved_when_it_is_back() {
    let desktop = Desktop::start("gone").await;
    let page = desktop.page();
    page.add_lead("Anna").await;
    let away = desktop.folder().join("away");
    fs::rename(desktop.data(), &away).expect("a folder that can be moved");
    page.keys("n").await;
    page.fill("First name", "Bram").await;
    page.click("Add lead").await;
    page.see("out of reach, so nothing was saved").await;
    // The form stays with what was typed; behind it the window says the same.
    page.see("The folder with your data is gone").await;
    assert!(!desktop.data().join("rappel.db").exists(), "nothing is begun anew in its place");
    // What the page itself may have written there meanwhile is not the person's.
    let _ = fs::remove_dir_all(desktop.data());
    fs::rename(&away, desktop.data()).expect("the way back");
    page.see_element("nav.sidebar").await;
    page.until("the window to be back", || async {
        (!page.text().await.contains("The folder with your data is gone")).then_some(())
    })
    .await;
    page.click("Add lead").await;
    // Anna's page stood there; the keys pressed before Bram's comes would be overtaken by it.
    page.find("//h1[normalize-space(.)='Bram']").await;
    page.keys(&ctrl("2")).await;
    page.see("2 people").await;
}

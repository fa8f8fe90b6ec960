//! The icon in the tray: the window goes and comes back, and the menu does what it says.

use crate::harness::page::ctrl;
use crate::harness::{Desktop, minutes_ahead};

#[tokio::test(flavor = "multi_thread")]
async fn a_window_closed_to_the_tray_says_so_once_and_comes_back_from_the_menu() {
    let desktop = Desktop::start_with_tray("tray", &[]).await;
    let page = desktop.page();
    desktop.wait("the menu", || desktop.tray_menu().contains(&"Nothing is due".to_owned())).await;

    desktop.close_window().await;
    desktop.see_popup("Rappel keeps running in the tray").await;
    desktop.choose_in_tray("Open Rappel").await;
    desktop.wait("the window", || !desktop.windows().is_empty()).await;

    page.add_lead("Tess").await;
    assert_eq!(desktop.popups().len(), 1, "told once that it keeps running: {:?}", desktop.popups());

    page.plan("Call back", &minutes_ahead(1)).await;
    desktop.wait("the count in the menu", || desktop.tray_menu().contains(&"1 item is due".to_owned())).await;
    desktop.choose_in_tray("Pause alarms for 1 hour").await;
    page.see("Alarms are paused until").await;
    desktop.choose_in_tray("Resume alarms").await;
    desktop.see_popup("Call back").await;

    // What a clean end leaves beside the data.
    let note = desktop.data().join("rappel-closed.json");
    assert!(!note.exists());
    desktop.choose_in_tray("Quit").await;
    desktop.wait("the program to end", || !desktop.is_running()).await;
    assert!(note.exists());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_start_at_log_in_shows_no_window_and_still_rings() {
    let mut desktop = Desktop::start_with_tray("hidden", &[]).await;
    desktop.page().add_lead("Hugo").await;
    desktop.page().plan("Ring hidden", &minutes_ahead(1)).await;
    // It asks once, now that there is something to miss.
    desktop.page().keys(&ctrl("1")).await;
    desktop.page().click("Yes, start it").await;
    let entry = desktop.folder().join(".config/autostart/Rappel.desktop");
    desktop.wait("the entry for log-in", || entry.exists()).await;
    let entry = std::fs::read_to_string(entry).expect("the entry");
    assert!(entry.contains("rappel --hidden"), "{entry}");
    desktop.kill().await;

    // The driver has its session once there is a page.
    let start = desktop.start_beside(&["--hidden"]);
    desktop.see_popup("Ring hidden").await;
    assert!(desktop.windows().is_empty() && !desktop.has_page(), "an alarm brings no window by itself");
    desktop.click_popup().await;
    desktop.wait("the window", || !desktop.windows().is_empty()).await;
    desktop.drive(start).await;
    desktop.page().see("Added by hand").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_window_out_of_sight_gives_its_page_back_and_comes_again() {
    let desktop = Desktop::start_with_tray("rest", &[]).await;
    desktop.page().add_lead("Nora").await;
    desktop.close_window().await;
    desktop.wait_long("the page to go", || !desktop.has_page()).await;
    assert!(desktop.is_running(), "the alarms go on");
    desktop.choose_in_tray("Open Rappel").await;
    desktop.wait("the window", || !desktop.windows().is_empty() && desktop.has_page()).await;
    desktop.close_window().await;
    desktop.choose_in_tray("Quit").await;
    desktop.wait("the program to end", || !desktop.is_running()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn at_log_out_the_data_are_closed_and_what_changes_in_them_afterwards_is_asked_about() {
    let mut desktop = Desktop::start("log-out").await;
    desktop.page().add_lead("Lotte").await;
    desktop.log_out().await;
    let file = desktop.data().join("rappel.db");
    let mut bytes = std::fs::read(&file).expect("the data");
    bytes.extend([0; 4096]);
    std::fs::write(&file, bytes).expect("changed data");

    desktop.launch(&[]).await;
    desktop.page().see("The data file is not as Rappel left it.").await;
    desktop.page().click("Use it as it is").await;
    desktop.page().see_element("nav.sidebar").await;
    desktop.log_out().await;
    desktop.open(&[]).await;
    desktop.page().keys(&ctrl("2")).await;
    desktop.page().see("Lotte").await;
}

//! Everything drawn larger and smaller, up to twice its size.

use rappel_domain::settings::Language;

use crate::everywhere::{Walk, with_samples};
use crate::harness::page::ctrl;
use crate::harness::{Desktop, Page};

/// The window as wide as it is, in percent of the page in it.
async fn zoomed(page: &Page<'_>, percent: u32) {
    let there = format!("return Math.abs(outerWidth / innerWidth * 100 - {percent}) < 4");
    page.until(&format!("a zoom of {percent}%"), || async { (page.script(&there).await == true).then_some(()) }).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_screen_and_dialog_is_whole_at_twice_the_size() {
    let desktop = with_samples("zoomed", Language::Nl).await;
    let page = desktop.page();
    page.resize(1280, 800).await;
    for percent in [110, 125, 150, 175, 200, 200] {
        page.keys(&ctrl("+")).await;
        zoomed(&page, percent).await;
    }
    let walk = Walk::past_samples(page, Language::Nl);
    Walk { sizes: &[(1280, 800)], zoom: 200, axe: false, ..walk }.everywhere().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_size_is_chosen_with_the_keys_by_its_name_or_in_the_settings_and_remembered() {
    let mut desktop = Desktop::start("zoom").await;
    let page = desktop.page();
    zoomed(&page, 100).await;
    page.keys(&ctrl("+")).await;
    zoomed(&page, 110).await;
    page.keys(&ctrl("-")).await;
    page.keys(&ctrl("-")).await;
    zoomed(&page, 90).await;
    page.keys(&ctrl("0")).await;
    zoomed(&page, 100).await;
    page.keys(&ctrl("k")).await;
    page.see_element("[role=dialog] [role=option]").await;
    page.keys("zoom in").await;
    page.find("//*[@role='option'][@aria-selected='true'][contains(., 'Zoom in')]").await;
    page.key(thirtyfour::Key::Enter).await;
    zoomed(&page, 110).await;
    page.no_dialog().await;
    page.keys("?").await;
    for name in ["Zoom in", "Zoom out", "Zoom back to 100%"] {
        page.see(name).await;
    }
    page.key(thirtyfour::Key::Escape).await;
    page.no_dialog().await;
    page.keys(&ctrl(",")).await;
    page.choose("Zoom", "150%").await;
    zoomed(&page, 150).await;
    desktop.kill().await;

    desktop.open(&[]).await;
    zoomed(&desktop.page(), 150).await;
}

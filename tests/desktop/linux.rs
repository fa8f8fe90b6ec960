//! Linux is many desktops: without a session bus, in other languages, on fine screens, under Wayland. What a desktop without a tray or
//! without notifications is like stands in `alarms` and `never_fail`.

use std::path::Path;

use rappel_core::text::Texts;
use rappel_domain::settings::Language;
use thirtyfour::Key;

use crate::everywhere::Walk;
use crate::harness::page::ctrl;
use crate::harness::{Desktop, Wayland, minutes_ahead};

#[tokio::test(flavor = "multi_thread")]
async fn without_a_session_bus_the_window_shows_the_alarm_and_is_never_lost() {
    let mut desktop = Desktop::closed_with("no-bus", &[("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus")]);
    desktop.open(&[]).await;
    let page = desktop.page();
    page.add_lead("Anna").await;
    page.plan("Send the offer", &minutes_ahead(0)).await;
    page.see("Your desktop does not show Rappel’s alarms").await;
    page.see("Follow up with Anna").await;
    desktop.close_window().await;
    assert!(desktop.is_running(), "the alarms go on");
    assert!(desktop.has_page(), "it is minimised, not hidden, as nothing could bring it back");
    assert!(desktop.popups().is_empty());
    desktop.log_out().await;
    desktop.open(&[]).await;
    desktop.page().see("Anna").await;
}

/// The first screen and a search, on a system that speaks this language.
async fn first_screen(name: &'static str, locale: &str, language: Language) {
    let locales = tempfile::tempdir().expect("a folder");
    let made = locales.path().join(locale);
    let mut desktop = Desktop::closed_with(
        name,
        &[("LANG", locale), ("LC_ALL", locale), ("LOCPATH", &locales.path().to_string_lossy()), ("LANGUAGE", "")],
    );
    let country = locale.split('.').next().unwrap_or_default();
    desktop.run("localedef", &["--inputfile", country, "--charmap", "UTF-8", &made.to_string_lossy()]);
    assert!(made.join("LC_TIME").is_file(), "localedef makes {locale}: install the package locales");

    desktop.open(&[]).await;
    let page = desktop.page();
    page.see(&Texts::default().get(language, "first-title", &[])).await;
    page.keys("n").await;
    page.see_element("[role=dialog] input").await;
    page.keys(&format!("Jürgen{}Weiß", Key::Tab.value())).await;
    page.keys(&ctrl(&Key::Enter.value().to_string())).await;
    page.no_dialog().await;
    page.keys(&ctrl("2")).await;
    page.see("Jürgen Weiß").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dutch_system_is_spoken_to_in_dutch() {
    first_screen("dutch-system", "nl_NL.UTF-8", Language::Nl).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_german_system_is_spoken_to_in_english() {
    first_screen("german-system", "de_DE.UTF-8", Language::En).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_screen_and_dialog_is_whole_on_a_screen_drawn_at_twice_the_size() {
    let mut desktop = Desktop::closed_with("fine-screen", &[("GDK_SCALE", "2")]);
    desktop.open(&[]).await;
    let page = desktop.page();
    assert_eq!(page.script("return devicePixelRatio").await, 2);
    page.click("Look around with sample people").await;
    page.see("24 sample people").await;
    let walk = Walk::past_samples(page, Language::En);
    // Twice that is what fits on the screen of these tests.
    Walk { sizes: &[(1200, 700), (900, 640)], axe: false, ..walk }.everywhere().await;
}

/// What somebody does first, on a desktop of Wayland.
async fn on_wayland(name: &'static str, how: Wayland) {
    let mut desktop = Desktop::closed_on_wayland(name, how);
    desktop.open(&[]).await;
    let page = desktop.page();
    page.add_lead("Wies").await;
    page.plan("Ring on Wayland", &minutes_ahead(0)).await;
    desktop.see_popup("Ring on Wayland").await;
    assert!(desktop.windows().is_empty(), "its window is the compositor's, not the X server's around it");
    page.keys(&ctrl(",")).await;
    // Which keys reach a program from everywhere is up to the desktop there, and said.
    page.see("Your desktop (Wayland) gives no program keys that work everywhere").await;

    // What Settings name instead.
    let windows = async || page.driver.windows().await.map_or(0, |it| it.len());
    let before = windows().await;
    assert!(desktop.start_again(&["--new-lead"]).success());
    page.until("the small window", || async { (windows().await == before + 1).then_some(()) }).await;
    desktop.log_out().await;
    desktop.open(&[]).await;
    desktop.page().keys(&ctrl("2")).await;
    desktop.page().see("Wies").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn it_works_on_wayland_where_there_is_no_x11() {
    on_wayland("wayland", Wayland::Native).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn it_works_on_wayland_through_x11() {
    on_wayland("xwayland", Wayland::ThroughX).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_shows_blank_windows_with_some_drivers_is_off_unless_somebody_chose_it() {
    const VARIABLE: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
    for (name, chosen, drawn_with) in [("drivers", "", "1"), ("drivers-chosen", "0", "0")] {
        let mut desktop = Desktop::closed_with(name, &[(VARIABLE, chosen)]);
        desktop.open(&[]).await;
        let variables = desktop.variables_of_the_page();
        assert!(variables.contains(&format!("{VARIABLE}={drawn_with}")), "{variables:?}");
        let picture = desktop.folder().join("window.png");
        desktop.wait("a window that is not blank", || is_drawn(&desktop, &picture)).await;
    }
}

/// Whether more than one colour stands in the window.
fn is_drawn(desktop: &Desktop, picture: &Path) -> bool {
    let window = desktop.windows().first().cloned().expect("a window");
    let picture = picture.to_string_lossy();
    desktop.run("import", &["-window", &window, &picture]);
    let colours = desktop.run("identify", &["-format", "%k", &picture]);
    colours.trim().parse::<u32>().is_ok_and(|it| it > 20)
}

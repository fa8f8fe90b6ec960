//! Quick capture: the small window by a second start, by the tray and by keys pressed anywhere, with the large one out of sight.

use std::sync::Arc;

use rappel_core::clock::SystemClock;
use rappel_core::{App, Options, commands};
use rappel_domain::settings::{Language, Settings};
use thirtyfour::prelude::*;

use crate::harness::page::ctrl;
use crate::harness::{Desktop, Page};
use crate::screens::barriers;

/// The small windows that are on the screen.
fn small_windows(desktop: &Desktop) -> Vec<String> {
    let found = desktop.run("xdotool", &["search", "--onlyvisible", "--name", "^New lead$"]);
    found.lines().map(str::to_owned).collect()
}

async fn small_window(desktop: &Desktop) {
    desktop.wait("the small window", || small_windows(desktop).len() == 1).await;
    let window = small_windows(desktop).remove(0);
    desktop.run("xdotool", &["windowactivate", "--sync", &window]);
}

async fn no_small_window(desktop: &Desktop) {
    desktop.wait("the small window to go", || small_windows(desktop).is_empty()).await;
}

/// Types blindly, as somebody does who knows the way.
fn type_keys(desktop: &Desktop, words: &[&str]) {
    for (at, text) in words.iter().enumerate() {
        if at > 0 {
            desktop.run("xdotool", &["key", "--clearmodifiers", "Tab"]);
        }
        if !text.is_empty() {
            desktop.run("xdotool", &["type", "--delay", "15", text]);
        }
    }
}

fn press(desktop: &Desktop, key: &str) {
    desktop.run("xdotool", &["key", "--clearmodifiers", key]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_start_and_keys_from_anywhere_take_somebody_in_beside_a_hidden_window() {
    let desktop = Desktop::start_with_tray("capture", &[]).await;
    let page = desktop.page();
    // An open form holds the page of the hidden window, which this test goes on with.
    page.keys("n").await;
    page.see_element("[role=dialog]").await;
    desktop.close_window().await;

    assert!(desktop.start_again(&["--new-lead"]).success());
    small_window(&desktop).await;
    assert!(desktop.windows().is_empty(), "the large window stays away");
    type_keys(&desktop, &["Anna Nowak", "0612345678", "Fair", "Mugs", "tomorrow 10"]);
    press(&desktop, "Return");
    no_small_window(&desktop).await;

    // What is left is kept for the next time, whichever way it comes.
    desktop.choose_in_tray("New lead…").await;
    small_window(&desktop).await;
    type_keys(&desktop, &["Bram"]);
    press(&desktop, "Escape");
    no_small_window(&desktop).await;
    press(&desktop, "ctrl+alt+j");
    small_window(&desktop).await;
    type_keys(&desktop, &[" Smit"]);
    press(&desktop, "Return");
    no_small_window(&desktop).await;

    desktop.choose_in_tray("Open Rappel").await;
    desktop.wait("the window", || !desktop.windows().is_empty()).await;
    page.keys(&Key::Escape.value().to_string()).await;
    page.no_dialog().await;
    page.keys(&ctrl("2")).await;
    page.see("Bram Smit").await;
    page.click("Anna Nowak").await;
    page.see("Mugs").await;
    page.see("Tomorrow 10:00").await;
    page.see("Fair").await;
    page.keys(&ctrl("z")).await;
    page.see("Taken back.").await;

    // The keys are chosen by pressing them, and are off when they are turned off.
    page.keys(&ctrl(",")).await;
    page.click("Keys: Ctrl+Alt+J. Choose others").await;
    press(&desktop, "ctrl+shift+y");
    page.see_element("[aria-label='Keys: Ctrl+Shift+Y. Choose others']").await;
    press(&desktop, "ctrl+shift+y");
    small_window(&desktop).await;
    press(&desktop, "Escape");
    no_small_window(&desktop).await;
}

/// What is wider or higher than its place in the small window.
async fn out_of_place(page: &Page<'_>) -> Vec<String> {
    let found = page
        .script(
            "const found = [];
             const main = document.querySelector('main');
             if (main.scrollWidth > main.clientWidth) found.push('wider than the window');
             if (document.documentElement.scrollHeight > innerHeight) found.push('higher than the window');
             for (const it of document.querySelectorAll('main button, main label, main p')) {
               if (it.scrollWidth > it.clientWidth + 1 && it.clientWidth > 1 && getComputedStyle(it).display !== 'inline')
                 found.push(`“${it.textContent.trim()}” is cut off`);
             }
             return found",
        )
        .await;
    serde_json::from_value(found).expect("a list")
}

/// Goes through the small window of a program that was started with nothing else.
async fn alone(name: &'static str, language: Language, words: [&str; 8]) {
    let [reach, when, typed, understood, unclear, why, same, add_to] = words;
    let mut desktop = Desktop::closed(name);
    {
        let options = Options { folder: desktop.data(), clock: Arc::new(SystemClock), demo: false };
        let app = App::open(options).expect("the data");
        commands::update_settings(&app, Settings { language: Some(language), ..Settings::default() })
            .expect("a language");
        let anna = commands::CaptureDraft {
            name: "Anna Bartholomea van der Zonneveld".to_owned(),
            reach: "0612345678".to_owned(),
            ..commands::CaptureDraft::default()
        };
        let save = commands::SaveCapture { draft: anna, ..commands::SaveCapture::default() };
        commands::save_capture(&app, save).expect("somebody who is there");
    }
    desktop.launch(&["--new-lead"]).await;
    assert!(desktop.windows().is_empty(), "only the small window");
    let page = desktop.page();
    page.see_element("input:focus").await;
    let mut problems = Vec::new();
    page.fill(when, unclear).await;
    page.see(why).await;
    page.fill(when, typed).await;
    page.see(understood).await;
    problems.extend(out_of_place(&page).await);
    problems.extend(barriers(&page).await);
    page.fill(reach, "+31 6 12345678").await;
    page.see(same).await;
    page.see(add_to).await;
    problems.extend(out_of_place(&page).await);
    problems.extend(barriers(&page).await);
    // Without a name even those keys save nothing and lose nothing.
    page.fill(reach, "1").await;
    page.keys(&Key::Enter.value().to_string()).await;
    page.see_element("[role=alert]").await;
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_small_window_opens_alone_and_is_whole_and_open_to_all_in_english() {
    let words = ["Phone or e-mail", "When to follow up", "tomorrow 10", ", 10:00", "soon", "“soon” is not understood"];
    let [a, b, c, d, e, f] = words;
    alone("capture-english", Language::En, [a, b, c, d, e, f, "has this phone number", "Add to Anna"]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_small_window_opens_alone_and_is_whole_and_open_to_all_in_dutch() {
    let words = ["Telefoon of e-mail", "Wanneer opvolgen", "morgen half elf", ", 10:30", "straks", "‘straks’ is niet"];
    let [a, b, c, d, e, f] = words;
    alone("capture-dutch", Language::Nl, [a, b, c, d, e, f, "heeft dit nummer", "Zet bij Anna"]).await;
}

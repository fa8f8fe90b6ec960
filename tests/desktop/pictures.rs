//! Pictures of the screens with invented people: the gallery of the README, and every screen in every dress for a look at the
//! whole. They assert nothing and are run by `cargo xtask pictures`.

use std::path::PathBuf;

use thirtyfour::Key;

use crate::harness::page::ctrl;
use crate::harness::{Desktop, Page};

/// The screens with the keys that lead to them, and what has to stand there before the picture is taken.
const SCREENS: &[(&str, &str, &str)] = &[
    ("today", "1", "main h1"),
    ("people", "2", "main [role=listbox], main .empty"),
    ("process", "3", "main h1"),
    ("qualify", "4", "main h1"),
    ("questions", "8", "main h1"),
    ("calendar", "5", "main h1"),
    ("cards", "6", "main h1"),
    ("insights", "7", "main h1"),
    ("settings", ",", "main h1"),
];

fn folder(name: &str) -> PathBuf {
    let folder = std::env::var_os("RAPPEL_PICTURES").map_or_else(std::env::temp_dir, PathBuf::from).join(name);
    std::fs::create_dir_all(&folder).expect("a folder for the pictures");
    folder
}

async fn opened(name: &'static str, people: &str) -> Desktop {
    let mut desktop = Desktop::closed(name);
    let demo = ["--demo", people];
    desktop.open(if people == "0" { &[] } else { &demo }).await;
    desktop
}

/// Takes a picture of the page as it stands, at rest.
async fn take(page: &Page<'_>, path: PathBuf) {
    // What is fetched has come when the page stays the same for a while.
    let mut before = page.text().await;
    loop {
        tokio::time::sleep(std::time::Duration::from_millis(400)).await;
        let now = page.text().await;
        if now == before {
            break;
        }
        before = now;
    }
    // As it stands on the screen: the driver's own way never ends on some screens.
    let window = page.desktop.windows().first().cloned().expect("a window");
    page.desktop.run("import", &["-window", &window, &path.to_string_lossy()]);
    println!("{}", path.display());
}

/// Gives the page itself a size, without the frame around it.
async fn size(page: &Page<'_>, width: u32, height: u32) {
    page.resize(width, height).await;
    let inner = page.script("return [innerWidth, innerHeight]").await;
    let inner: (u32, u32) = serde_json::from_value(inner).expect("two numbers");
    page.driver.set_window_rect(0, 0, 2 * width - inner.0, 2 * height - inner.1).await.expect("a size");
    let wanted = format!("return innerWidth === {width} && innerHeight === {height}");
    page.until("the size", || async { (page.script(&wanted).await == true).then_some(()) }).await;
}

async fn go(page: &Page<'_>, key: &str, css: &str) {
    page.keys(&ctrl(key)).await;
    page.see_element(css).await;
}

/// Goes to the first person in the sales phase.
async fn to_person(page: &Page<'_>) {
    page.keys("/").await;
    page.see_element("input[type=search]:focus").await;
    page.keys("verbeek").await;
    page.see_element("main [role=option]").await.click().await.expect("a press");
    page.see_element("textarea").await;
}

/// Shows everybody in People again.
async fn search_nothing(page: &Page<'_>) {
    page.keys("/").await;
    page.see_element("input[type=search]:focus").await;
    page.keys(&Key::Escape.value().to_string()).await;
}

async fn dress(page: &Page<'_>, dark: bool, dutch: bool) {
    go(page, ",", "main h1").await;
    if dark {
        page.choose("Light or dark", "Dark").await;
    }
    if dutch {
        page.choose("Language", "Nederlands").await;
        page.see("Licht of donker").await;
    }
}

/// The dialogs of a person's screen, with the keys that open them.
const DIALOGS: &[(&str, &str)] =
    &[("n", "new-lead"), ("e", "edit"), ("m", "move"), ("f", "follow-up"), ("t", "write"), ("?", "keys")];

/// What opens over the screen of a person, and the screens that no key leads to.
async fn take_more(page: &Page<'_>, to: &std::path::Path, width: u32, dutch: bool) {
    for (key, name) in DIALOGS {
        page.keys(key).await;
        page.see_element("[role=dialog]").await;
        take(page, to.join(format!("dialog-{name}-{width}.png"))).await;
        page.keys(&Key::Escape.value().to_string()).await;
        page.no_dialog().await;
    }
    page.keys(&ctrl("k")).await;
    page.see_element("[role=dialog] [role=option]").await;
    page.keys("jan").await;
    take(page, to.join(format!("find-{width}.png"))).await;
    page.keys(&Key::Escape.value().to_string()).await;
    page.no_dialog().await;
    for (english, in_dutch, name) in [
        ("Call session", "Belronde", "session"),
        ("Import", "Importeren", "import"),
        ("Find duplicates", "Zoek dubbelen", "duplicates"),
    ] {
        page.keys(&ctrl("k")).await;
        page.see_element("[role=dialog] [role=option]").await;
        let wanted = if dutch { in_dutch } else { english };
        page.keys(wanted).await;
        page.find(&format!("//*[@role='option'][@aria-selected='true'][contains(., '{wanted}')]")).await;
        page.keys(&Key::Enter.value().to_string()).await;
        page.no_dialog().await;
        take(page, to.join(format!("{name}-{width}.png"))).await;
    }
}

/// The pictures of the README.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes pictures: cargo xtask pictures"]
async fn gallery() {
    let desktop = opened("gallery", "300").await;
    let page = desktop.page();
    let to = folder("");
    size(&page, 1280, 800).await;
    for (name, key, css) in SCREENS {
        go(&page, key, css).await;
        take(&page, to.join(format!("{name}.png"))).await;
    }
    to_person(&page).await;
    take(&page, to.join("person.png")).await;
    dress(&page, true, false).await;
    go(&page, "1", "main h1").await;
    take(&page, to.join("today-dark.png")).await;
}

/// Every screen with nobody, one, 300 and 100,000 people, light and dark, English and Dutch, wide and small.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes pictures: cargo xtask pictures all"]
async fn every_dress() {
    for people in ["0", "1", "300", "100000"] {
        for (dark, dutch) in [(false, false), (true, true)] {
            let desktop = opened("every-dress", people).await;
            let page = desktop.page();
            dress(&page, dark, dutch).await;
            let to = folder(&format!(
                "{people}-{}-{}",
                if dutch { "nl" } else { "en" },
                if dark { "dark" } else { "light" }
            ));
            for (width, height) in [(1280, 800), (900, 640)] {
                size(&page, width, height).await;
                for (name, key, css) in SCREENS {
                    go(&page, key, css).await;
                    take(&page, to.join(format!("{name}-{width}.png"))).await;
                }
                if people == "300" {
                    to_person(&page).await;
                    take(&page, to.join(format!("person-{width}.png"))).await;
                    take_more(&page, &to, width, dutch).await;
                    search_nothing(&page).await;
                }
            }
        }
    }
}

//! What must work in the window on every system that has a driver for it, which are Linux and Windows: the program starts, somebody is
//! added by the keys, and is there after the next start. All that stands on the desktop around the window is in `desktop`.
//!
//! `RAPPEL_BINARY` names the program, `RAPPEL_TAURI_DRIVER` what drives it, and `RAPPEL_NATIVE_DRIVER` the driver of the web view where
//! it is in no path.

#![allow(missing_docs)]

use std::path::Path;
use std::process::{Child, Command};
use std::time::{Duration, Instant};

#[cfg(target_os = "linux")]
use rappel_tests::screen::{self, Screen};
use serde_json::json;
use thirtyfour::prelude::*;

/// How long a state may take to come about.
const PATIENCE: Duration = Duration::from_secs(60);

/// What drives the window, on a screen of its own where there is no other.
struct Driver {
    process: Child,
    url: String,
    #[cfg(target_os = "linux")]
    _screen: Screen,
}

impl Driver {
    fn start(folder: &Path) -> Self {
        let driver = std::env::var("RAPPEL_TAURI_DRIVER").unwrap_or_else(|_| "tauri-driver".to_owned());
        #[cfg(target_os = "linux")]
        let (screen, ports) = (Screen::start(folder), [screen::free_port(), screen::free_port()]);
        #[cfg(target_os = "linux")]
        let mut command = screen.command(driver);
        #[cfg(not(target_os = "linux"))]
        let (mut command, ports) = (Command::new(driver), [4444, 4445]);
        let [port, native] = ports.map(|it| it.to_string());
        command.env("RAPPEL_HOME", folder.join("data")).args(["--port", &port, "--native-port", &native]);
        if let Some(native) = std::env::var_os("RAPPEL_NATIVE_DRIVER") {
            command.arg("--native-driver").arg(native);
        }
        let process = start(&mut command);
        let url = format!("http://127.0.0.1:{port}");
        #[cfg(target_os = "linux")]
        return Self { process, url, _screen: screen };
        #[cfg(not(target_os = "linux"))]
        return Self { process, url };
    }

    /// Starts the program, and waits for its window.
    async fn open(&self) -> WebDriver {
        let binary = std::env::var("RAPPEL_BINARY").expect("RAPPEL_BINARY names the program");
        let mut capabilities = Capabilities::new();
        capabilities.set("tauri:options", json!({ "application": binary })).expect("options");
        until("a session", async || WebDriver::new(&self.url, capabilities.clone()).await).await
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn start(command: &mut Command) -> Child {
    command.spawn().unwrap_or_else(|error| panic!("tauri-driver drives the window: {error}"))
}

/// Tries until it goes well.
async fn until<T>(what: &str, attempt: impl AsyncFn() -> WebDriverResult<T>) -> T {
    let start = Instant::now();
    loop {
        match attempt().await {
            Ok(there) => return there,
            Err(error) if start.elapsed() > PATIENCE => panic!("waited too long for {what}: {error}"),
            Err(_) => tokio::time::sleep(Duration::from_millis(100)).await,
        }
    }
}

/// Waits for words on the page.
async fn see(window: &WebDriver, words: &str) {
    let xpath = format!("//*[contains(normalize-space(text()), '{words}')]");
    until(words, async || window.find(By::XPath(&xpath)).await).await;
}

async fn press(window: &WebDriver, keys: &str) {
    until("the keys", async || window.active_element().await?.send_keys(keys).await).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_is_added_by_the_keys_and_there_at_the_next_start() {
    let folder = tempfile::tempdir().expect("a folder");
    let driver = Driver::start(folder.path());
    let window = driver.open().await;
    until("the first screen", async || window.find(By::Css("nav.sidebar")).await).await;
    press(&window, "n").await;
    until("a form", async || window.find(By::Css("[role=dialog] input")).await).await;
    press(&window, &format!("Anna{}Nowak", Key::Tab.value())).await;
    press(&window, &format!("{}{}{}", Key::Control.value(), Key::Enter.value(), Key::Null.value())).await;
    see(&window, "Anna Nowak").await;
    until("the page of the new lead", async || window.find(By::Css("main textarea")).await).await;
    window.quit().await.expect("an end");

    let window = driver.open().await;
    until("the first screen", async || window.find(By::Css("nav.sidebar")).await).await;
    press(&window, &format!("{}2{}", Key::Control.value(), Key::Null.value())).await;
    see(&window, "Anna Nowak").await;
    window.quit().await.expect("an end");
}

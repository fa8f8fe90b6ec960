//! The real window with a hundred thousand people: from a letter to the list that stands painted, and scrolling to the end.

use std::time::{Duration, Instant};

use rappel_core::commands::*;
use rappel_tests::figures::{Figures, Line, option};
use rappel_tests::invented;
use rappel_tests::notifications::Notifications;
use rappel_tests::screen::{self, Screen};
use serde_json::{Value, json};
use thirtyfour::{Capabilities, WebDriver};

use crate::{contacts, kept, search};

const PEOPLE: u32 = 100_000;
/// A frame, in milliseconds.
const FRAME: f64 = 1e3 / 60.0;
/// A frame that came later than this left one out.
const LATE: f64 = FRAME * 1.5;
/// How many frames something may not be drawn.
const MAY_BE_BLANK: f64 = 2.0;
const PATIENCE: Duration = Duration::from_secs(300);
/// What a wheel that is turned fast scrolls, in pixels a frame.
const WHEEL: u32 = 200;
const DATA: &str = "the real window";

#[derive(Clone)]
struct Search {
    word: String,
    total: u32,
    first: String,
}

pub fn measure() -> Vec<Line> {
    let searches = searches(option("letters", 300) as usize);
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(in_the_window(&searches))
}

/// What is typed, with what has to stand there; without those that find just what stood there before, which can't be told apart.
fn searches(count: usize) -> Vec<Search> {
    let app = invented::open(kept(), PEOPLE);
    let mut searches: Vec<Search> = Vec::new();
    for word in search::typed(&crate::alone::reader(&app.database()), count) {
        let list = open_people(&app, PeopleQuery { search: word.clone(), ..PeopleQuery::default() }).unwrap();
        let rows = get_people(&app, PeopleWindow { snapshot: list.snapshot, from: 0, count: 1 }).unwrap();
        let first = rows.first().map(|row| row.name.clone()).unwrap_or_default();
        if searches.last().is_none_or(|it| (it.total, &it.first) != (list.total, &first)) {
            searches.push(Search { word, total: list.total, first });
        }
    }
    searches
}

async fn in_the_window(searches: &[Search]) -> Vec<Line> {
    let folder = tempfile::tempdir().unwrap();
    // The demo of the data folder of this screen is the one that is kept.
    let mut demo = screen::data(folder.path()).into_os_string();
    demo.push("-demo");
    std::os::unix::fs::symlink(invented::folder(kept(), PEOPLE), demo).unwrap();
    let mut screen = Screen::start(folder.path());
    let _notifications = Notifications::on(&screen.bus);
    let driver = start(&mut screen).await;

    let typed: Vec<_> =
        searches.iter().map(|it| json!({"word": it.word, "total": it.total, "first": it.first})).collect();
    let typing = run(&driver, json!(["type", typed])).await;
    let (ours, floor) = (Figures::of(numbers(&typing["ours"])), Figures::of(numbers(&typing["floor"])));
    let slow = ours.percentile(99);
    let line = Line::new("from a letter to the painted list", &format!("{}, {DATA}", contacts(PEOPLE)), ours, "ms")
        .beside(floor);
    let goal = format!("p99 within two frames, {:.1} ms (is {slow:.1})", 2.0 * FRAME);
    let mut lines = vec![line.promised(&goal, slow <= 2.0 * FRAME)];

    clear(&driver).await;
    let wheel = run(&driver, json!(["scroll", WHEEL, option("frames", 900)])).await;
    let times = numbers(&wheel["times"]);
    #[expect(clippy::cast_precision_loss, reason = "a few hundred frames")]
    let in_time = times.iter().filter(|time| **time <= LATE).count() as f64 / times.len() as f64 * 100.0;
    let blank = wheel["longest"].as_f64().unwrap();
    let line = Line::new(
        "scroll People by the wheel, a frame",
        &format!("{}, {DATA}", contacts(PEOPLE)),
        Figures::of(times),
        "ms",
    );
    let line = line.beside(Figures::of([FRAME]));
    let line = line.promised(&format!("95 % of frames in time (is {in_time:.1})"), in_time >= 95.0);
    lines.push(line.promised(&format!("no blank rows for more than two frames (is {blank})"), blank <= MAY_BE_BLANK));

    let leaps = run(&driver, json!(["leap", 200])).await;
    let blank = Figures::of(numbers(&leaps["blank"]));
    let longest = blank.largest();
    let line = Line::new(
        "drag the scroll bar of People to the end, blank",
        &format!("{}, {DATA}", contacts(PEOPLE)),
        blank,
        "frames",
    );
    lines.push(
        line.promised(&format!("no blank rows for more than two frames (is {longest})"), longest <= MAY_BE_BLANK),
    );
    let _ = driver.quit().await;
    lines
}

/// Starts the program through WebDriver, and goes to People.
async fn start(screen: &mut Screen) -> WebDriver {
    let driver = std::env::var("RAPPEL_TAURI_DRIVER").unwrap_or_else(|_| "tauri-driver".to_owned());
    let (port, native) = (screen::free_port(), screen::free_port().to_string());
    screen.spawn(
        &driver,
        &["--port", &port.to_string(), "--native-port", &native],
        "webkit2gtk-driver (and tauri-driver)",
    );
    let binary =
        std::env::var_os("RAPPEL_BINARY").expect("RAPPEL_BINARY names the program: run `cargo xtask bench quick`");
    let mut capabilities = Capabilities::new();
    let options = json!({ "application": binary.to_string_lossy(), "args": ["--demo", PEOPLE.to_string()] });
    capabilities.set("tauri:options", options).unwrap();
    let begin = Instant::now();
    let driver = loop {
        match WebDriver::new(&format!("http://127.0.0.1:{port}"), capabilities.clone()).await {
            Ok(driver) => break driver,
            Err(error) => assert!(begin.elapsed() < PATIENCE, "the program did not start: {error}"),
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    };
    until(&driver, "return document.querySelector('nav.sidebar') !== null").await;
    clear(&driver).await;
    driver
}

/// Goes to everybody in People, and waits until they stand there.
async fn clear(driver: &WebDriver) {
    let script = "const field = document.querySelector('input[type=search]');
        if (!field) document.dispatchEvent(new KeyboardEvent('keydown', { key: '2', code: 'Digit2', ctrlKey: true, bubbles: true }));
        else if (field.value) {
          Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, '');
          field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        }
        return document.querySelectorAll('.table [role=option]:not(:has(.waiting))').length > 5
          && document.querySelector('.table [role=option]').ariaSetSize > 90000";
    until(driver, script).await;
    tokio::time::sleep(Duration::from_secs(3)).await;
}

async fn until(driver: &WebDriver, script: &str) {
    let begin = Instant::now();
    while !driver.execute(script, Vec::new()).await.is_ok_and(|it| *it.json() == Value::Bool(true)) {
        assert!(begin.elapsed() < PATIENCE, "the page never came to say: {script}");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

/// Runs one of the measurements in the page; what it gave.
async fn run(driver: &WebDriver, arguments: Value) -> Value {
    let Value::Array(arguments) = arguments else { panic!("arguments") };
    driver.execute(include_str!("window.js"), arguments).await.unwrap();
    // Asked rarely, as every question takes time from the page.
    let begin = Instant::now();
    while driver.execute("return window.measured === undefined", Vec::new()).await.unwrap().json() == &Value::Bool(true)
    {
        assert!(begin.elapsed() < PATIENCE, "the page did not come to an end");
        tokio::time::sleep(Duration::from_secs(2)).await;
    }
    let measured = driver.execute("return window.measured", Vec::new()).await.unwrap().json().clone();
    assert!(measured["error"].is_null(), "{}", measured["error"]);
    measured
}

fn numbers(list: &Value) -> Vec<f64> {
    list.as_array().unwrap().iter().map(|it| it.as_f64().unwrap()).collect()
}

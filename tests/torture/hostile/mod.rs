//! Hostile content through every door: each command with fitting and unfitting input, tables, cards, and files to restore. Nothing
//! panics, no words become SQL, what is too much is told in words, and the data are sound afterwards.

mod doors;
mod types;

use std::collections::BTreeMap;
use std::sync::Arc;

use fastrand::Rng;
use rappel_core::commands::*;
use rappel_core::error::ErrorView;
use rappel_core::text::Texts;
use rappel_core::{App, for_each_command};
use rappel_domain::settings::Language;
use rappel_tests::life::sound;
use rappel_tests::{Chooses, Desk};
use serde_json::Value;

use crate::size::{Torture, is_long, times};

/// What people, programs and those who mean harm put into fields.
pub const WORDS: [&str; 36] = [
    "",
    " ",
    "Anna",
    "2026-11-23",
    "2026-11-23T10:00:00",
    "10:00:00",
    "EUR",
    "anna@example.org",
    "+31 6 12345678",
    "<script>window.ran = true</script>",
    "<img src=x onerror=\"window.ran = true\">",
    "\"><svg onload=window.ran=true>",
    "javascript:window.ran=true",
    "{{constructor.constructor('window.ran=true')()}}",
    "{ $name }",
    "'; DROP TABLE contact; --",
    "\" OR 1=1 --",
    "%",
    "_",
    "%%%_%",
    "\\",
    "'\"`",
    "* OR NEAR(a b)",
    "a AND NOT b",
    "name: -",
    "^\"",
    "a\0b",
    "\u{7}\u{1b}[31m",
    "\u{202e}gnalli\u{2066}W",
    "\u{feff}\u{200b}\u{200d}",
    "Z̸̢͔̮a̷l̶g̵o",
    "👨‍👩‍👧‍👦🏳️‍🌈",
    "﷽﷽﷽",
    "\r\n\r\nBEGIN:VCARD",
    "=cmd|' /C calc'!A1",
    "../../etc/passwd\0.db",
];

/// Calls a command with what stands there as JSON, as the window does it; none for what is no input of it.
macro_rules! dispatch {
    ($($(#[$doc:meta])* $name:ident($input:ty) -> $output:ty;)*) => {
        fn dispatch(app: &App, name: &str, input: &str) -> Option<Result<Value, (ErrorView, String)>> {
            match name {
                $(stringify!($name) => {
                    // First any JSON, then a value of the type, as Tauri takes it.
                    let value: Value = serde_json::from_str(input).ok()?;
                    let input: $input = serde_json::from_value(value).ok()?;
                    let result = rappel_core::commands::$name(app, input);
                    Some(result.map(|it| serde_json::to_value(it).expect("JSON")).map_err(|error| (error.view(), error.to_string())))
                })*
                other => panic!("no command {other}"),
            }
        }
    };
}
for_each_command!(dispatch);

/// A desk with people in it, and somebody at the desktop who chooses nothing.
fn desk() -> Desk {
    let desk = Desk::new().with_alarms();
    add_sample_people(&desk.app, ()).unwrap();
    desk.app.set_desktop(Arc::new(Chooses::new(None)));
    desk
}

/// The tables, indexes and triggers, as they were made.
fn schema(app: &App) -> Vec<String> {
    app.read(|db| {
        let mut rows =
            db.prepare("SELECT type || ' ' || name || ' ' || ifnull(sql, '') FROM sqlite_schema ORDER BY 1")?;
        Ok(rows.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
    })
    .unwrap()
}

/// Calls a command; the code of its refusal. Whatever comes of it, it is no panic, and has a sentence in both languages.
fn call(app: &App, texts: &Texts, name: &str, input: &str) -> Option<Result<Value, String>> {
    let called = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| dispatch(app, name, input)));
    let shown = input.chars().take(1_000).collect::<String>();
    let answer = called.unwrap_or_else(|_| panic!("{name} panicked with {shown}"))?;
    Some(answer.map_err(|(error, why)| {
        assert_ne!(error.code, "internal", "{name} has no words for {shown}: {why}");
        let key = format!("error-{}", error.code.replace('_', "-"));
        for language in [Language::En, Language::Nl] {
            assert_ne!(texts.get(language, &key, &[]), key, "the sentence for {}", error.code);
        }
        error.code
    }))
}

#[test]
fn no_input_of_any_command_breaks_anything() {
    let torture = Torture::begin("hostile input of every command");
    let (types, texts, rounds) = (types::Types::read(), Texts::default(), times(6, 400));
    let (mut calls, mut fitting, mut codes) = (0_u32, 0_u32, BTreeMap::<String, u32>::new());
    let mut rng = torture.rng(0);
    let mut desk = self::desk();
    let before = schema(&desk.app);
    for round in 0..rounds {
        if round % 20 == 19 {
            desk = self::desk();
        }
        let mut names: Vec<&str> = types.commands().collect();
        rng.shuffle(&mut names);
        for name in names {
            for broken in [false, true] {
                let mut word = |rng: &mut Rng| WORDS[rng.usize(..WORDS.len())].to_owned();
                let mut value = types.value(name, &mut rng, &mut word);
                if broken {
                    types::break_somewhere(&mut value, &mut rng);
                }
                calls += 1;
                if let Some(answer) = call(&desk.app, &texts, name, &value.to_string()) {
                    fitting += 1;
                    *codes.entry(answer.err().unwrap_or_default()).or_default() += 1;
                }
            }
        }
        sound(&desk.app);
        assert_eq!(schema(&desk.app), before, "no words became SQL");
    }
    assert!(fitting > calls / 4, "{fitting} of {calls} reached a command");
    torture.end(
        format!("{calls} calls of {} commands", types.commands().count()),
        format!("{fitting} reached a command; no panic; {} kinds of refusal, each in words", codes.len() - 1),
    );
}

#[test]
fn what_is_no_json_of_a_command_is_refused_before_it() {
    let (types, desk, texts) = (types::Types::read(), desk(), Texts::default());
    let deep = format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000));
    let nested = format!("{}1{}", "{\"a\":".repeat(100_000), "}".repeat(100_000));
    let inputs =
        ["", "{", "nul", "\"\\ud800\"", "{\"search\":\"\\udc00\"}", "[1,2", "\u{0}", deep.as_str(), nested.as_str()];
    for name in types.commands() {
        for input in inputs {
            assert_eq!(call(&desk.app, &texts, name, input), None, "{name}");
        }
    }
    sound(&desk.app);
}

/// How much the database holds, in bytes.
fn kept(app: &App) -> u64 {
    app.read(|db| {
        let sql = "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size";
        Ok(db.query_row(sql, [], |row| row.get(0))?)
    })
    .unwrap()
}

#[test]
fn ten_megabytes_in_any_field_are_refused_with_the_limit_or_kept_whole() {
    let torture = Torture::begin("megabytes in every field");
    let (types, texts, desk) = (types::Types::read(), Texts::default(), desk());
    // In the suite more than any field takes, and no more.
    let length = if is_long() { 10_000_000 } else { 150_000 };
    let long = "hostile ".repeat(length / 8);
    let (mut rng, mut codes) = (torture.rng(0), BTreeMap::<String, u32>::new());
    let mut calls = 0;
    let mut bytes = kept(&desk.app);
    for name in types.commands() {
        for _ in 0..times(2, 4) {
            // One field at a time, so that each is the one that is refused.
            let mut places = 0;
            let seed = rng.u64(..);
            types.value(name, &mut Rng::with_seed(seed), &mut |_| {
                places += 1;
                String::new()
            });
            for place in 0..places {
                let mut at = 0;
                let value = types.value(name, &mut Rng::with_seed(seed), &mut |_| {
                    at += 1;
                    if at == place + 1 { long.clone() } else { "Anna".to_owned() }
                });
                calls += 1;
                if let Some(answer) = call(&desk.app, &texts, name, &value.to_string()) {
                    *codes.entry(answer.err().unwrap_or_default()).or_default() += 1;
                }
                let now = kept(&desk.app);
                assert!(now < bytes + length as u64, "{name} kept it, in place {place}");
                bytes = now;
            }
        }
    }
    sound(&desk.app);
    // Nothing of that length was kept, nor many shorter parts of it.
    let bytes = std::fs::metadata(desk.app.database()).unwrap().len();
    assert!(bytes < 20_000_000, "{bytes} bytes");
    assert!(codes.contains_key("too_long"), "{codes:?}");
    torture.end(
        format!("{calls} calls with {length} letters"),
        format!("{} told with the limit, {} in other words; no panic", codes["too_long"], codes.len() - 2),
    );
}

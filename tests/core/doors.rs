//! What the window may ask for, and what its page may do, is written down: it never grows unnoticed.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use rappel_core::commands::list::{COMMANDS, SMALL_WINDOW};
use serde_json::Value;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn json(path: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

/// Every door, a line each.
fn doors() -> String {
    let mut doors = String::new();
    let mut files: Vec<_> = std::fs::read_dir(root().join("src-tauri/capabilities")).unwrap().flatten().collect();
    files.sort_by_key(std::fs::DirEntry::file_name);
    for file in files {
        let it = json(&file.path());
        writeln!(doors, "capability {} windows {} permissions {}", it["identifier"], it["windows"], it["permissions"])
            .unwrap();
        assert!(it.get("remote").is_none(), "nothing from elsewhere may call");
    }
    for (directive, sources) in json(&root().join("tauri.conf.json"))["app"]["security"]["csp"].as_object().unwrap() {
        writeln!(doors, "policy {directive} {sources}").unwrap();
    }
    for name in COMMANDS {
        let small = if SMALL_WINDOW.contains(name) { " (small window too)" } else { "" };
        writeln!(doors, "command {name}{small}").unwrap();
    }
    doors
}

#[test]
fn the_doors_are_those_that_were_agreed_on() {
    let path = root().join("tests/fixtures/doors.txt");
    let fresh = doors();
    if std::env::var_os("RAPPEL_WRITE_GENERATED").is_some() {
        std::fs::write(&path, &fresh).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap();
    assert!(kept == fresh, "tests/fixtures/doors.txt is stale: look at what opened, then run `cargo xtask generate`");
}

//! The house keeps its order: the layers, the clock, the words of SQL, and no file that does two things.

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// All Rust files below a folder, with their text.
fn sources(folder: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "rs") {
                let name = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
                found.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found
}

/// Fails when a file outside `allowed` holds one of the words.
fn only_in(folder: &str, words: &[&str], allowed: &[&str], why: &str) {
    let wrong: Vec<_> = sources(folder)
        .into_iter()
        .filter(|(name, _)| !allowed.iter().any(|it| name.contains(it)))
        .filter(|(_, text)| words.iter().any(|word| text.contains(word)))
        .map(|(name, _)| name)
        .collect();
    assert!(wrong.is_empty(), "{why}: {wrong:?}");
}

#[test]
fn only_storage_and_the_error_know_rusqlite() {
    only_in("src-tauri", &["rusqlite"], &["core/src/storage/", "core/src/error.rs"], "SQL stays in storage");
}

#[test]
fn storage_never_knows_the_commands() {
    let wrong: Vec<_> = sources("src-tauri/core/src/storage")
        .into_iter()
        .filter(|(_, text)| text.contains("crate::commands") || text.contains("crate::app"))
        .collect();
    assert!(wrong.is_empty(), "{:?}", wrong.iter().map(|(name, _)| name).collect::<Vec<_>>());
}

#[test]
fn the_domain_is_pure() {
    let words = ["rusqlite", "tauri", "std::fs", "std::env", "Instant::now", "Utc::now", "Local::now"];
    only_in("src-tauri/domain", &words, &[], "no clock, no files, no SQL, no window");
}

#[test]
fn only_the_shell_knows_tauri_and_the_desktops_pop_ups() {
    only_in(
        "src-tauri",
        &["tauri::", "notify_rust"],
        &["src-tauri/src/", "src-tauri/build.rs"],
        "the core has no screen",
    );
}

#[test]
fn a_file_does_one_thing() {
    let long: Vec<_> = ["src-tauri", "tests", "xtask"]
        .iter()
        .flat_map(|folder| sources(folder))
        .filter(|(_, text)| text.lines().count() > 450)
        .map(|(name, text)| format!("{name}: {} lines", text.lines().count()))
        .collect();
    assert!(long.is_empty(), "look for the second thing they do: {long:?}");
}

#[test]
fn every_module_says_why_it_exists() {
    let silent: Vec<_> = ["src-tauri", "tests", "xtask"]
        .iter()
        .flat_map(|folder| sources(folder))
        .filter(|(name, text)| !text.starts_with("//!") && !name.ends_with("commands/list.rs"))
        .map(|(name, _)| name)
        .collect();
    assert!(silent.is_empty(), "{silent:?}");
}

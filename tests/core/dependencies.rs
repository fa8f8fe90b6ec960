//! What Rappel is built from: where it comes from, under which licences, and what runs while it is built. `cargo xtask deny` looks
//! closer, with cargo-deny; this is what must hold whenever the tests run.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// Licences under which a part may be given on with Rappel. Of several to choose from one is enough.
const LICENCES: [&str; 14] = [
    "MIT",
    "MIT-0",
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
    // SQLite's own words, and those of the ciphers beside SQLCipher's source, which are not built.
    "blessing",
    "WTFPL",
];
/// What a script that fetches something would have to name.
const FETCHES: [&str; 9] = [
    "http://",
    "https://",
    "TcpStream",
    "ureq",
    "reqwest",
    "Command::new(\"curl",
    "Command::new(\"wget",
    "\"clone\"",
    "\"fetch\"",
];
/// Scripts that name an address and fetch nothing from it, as somebody saw: names of XML spaces, the page of a licence, pages
/// about an issue, and one for whoever lacks OpenSSL.
const SEEN: [&str; 5] = ["web_atoms", "portable-atomic", "rustversion", "selectors", "openssl-sys"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// All crates that are built here.
fn crates() -> Vec<Value> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let host = format!("{}-unknown-linux-gnu", std::env::consts::ARCH);
    let mut command = Command::new(cargo);
    command.args(["metadata", "--locked", "--format-version", "1"]).current_dir(root());
    // Elsewhere all of them are asked for, the others of which have to be fetched first.
    if cfg!(target_os = "linux") {
        command.args(["--filter-platform", &host]);
    }
    let told = command.output().unwrap();
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    let told: Value = serde_json::from_slice(&told.stdout).unwrap();
    let all = told["packages"].as_array().unwrap().clone();
    assert!(all.len() > 100, "all of them are there");
    all.into_iter().filter(|it| !it["source"].is_null()).collect()
}

/// Whether a licence can be met: `A OR B`, `A/B`, `A AND B`, with brackets.
fn may_be_used(licence: &str) -> bool {
    let licence = licence.replace('/', " OR ").replace("  ", " ");
    let mut depth = 0;
    for word in [" AND ", " OR "] {
        let parts = split(&licence, word, &mut depth);
        if parts.len() > 1 {
            return if word == " AND " {
                parts.iter().all(|it| may_be_used(it))
            } else {
                parts.iter().any(|it| may_be_used(it))
            };
        }
    }
    let bare = licence.trim().trim_start_matches('(').trim_end_matches(')').trim();
    if bare.contains(" OR ") || bare.contains(" AND ") { may_be_used(bare) } else { LICENCES.contains(&bare) }
}

/// The parts between a word that stands in no brackets.
fn split<'a>(text: &'a str, word: &str, depth: &mut i32) -> Vec<&'a str> {
    let (mut parts, mut from) = (Vec::new(), 0);
    *depth = 0;
    for (at, sign) in text.char_indices() {
        *depth += i32::from(sign == '(') - i32::from(sign == ')');
        if *depth == 0 && text[at..].starts_with(word) {
            parts.push(&text[from..at]);
            from = at + word.len();
        }
    }
    parts.push(&text[from..]);
    parts
}

#[test]
fn a_choice_of_licences_is_met_by_one_and_a_sum_by_all() {
    assert!(
        may_be_used("MIT OR GPL-3.0") && may_be_used("GPL-2.0/MIT") && may_be_used("(MIT OR GPL-3.0) AND Unicode-3.0")
    );
    assert!(!may_be_used("GPL-3.0") && !may_be_used("MIT AND GPL-3.0") && !may_be_used(""));
}

#[test]
fn every_crate_may_be_given_on() {
    let wrong: Vec<_> = crates()
        .iter()
        .filter(|it| !may_be_used(it["license"].as_str().unwrap_or_default()))
        .map(|it| format!("{} {}: {}", it["name"], it["version"], it["license"]))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_crate_and_package_comes_from_its_registry_and_is_the_one_that_was_locked() {
    let lock = std::fs::read_to_string(root().join("Cargo.lock")).unwrap();
    let mut count = 0;
    for part in lock.split("[[package]]").skip(1).filter(|it| it.contains("\nsource = ")) {
        assert!(part.contains("source = \"registry+https://github.com/rust-lang/crates.io-index\""), "{part}");
        assert!(part.contains("\nchecksum = \""), "{part}");
        count += 1;
    }
    assert!(count > 100);
    let lock = std::fs::read_to_string(root().join("ui/package-lock.json")).unwrap();
    let lock: Value = serde_json::from_str(&lock).unwrap();
    for (name, it) in lock["packages"].as_object().unwrap().iter().filter(|(name, _)| !name.is_empty()) {
        // The lock names an address only where it is not that of the registry which npm was told of.
        let resolved = it["resolved"].as_str().unwrap_or("https://registry.npmjs.org/");
        assert!(resolved.starts_with("https://registry.npmjs.org/"), "{name}: {resolved}");
        assert!(it["integrity"].as_str().is_some_and(|it| it.starts_with("sha512-")), "{name}");
        assert!(it["hasInstallScript"] != true, "{name} runs something when it is installed");
    }
}

/// Whether a line of a script is a remark, or stands in one.
fn is_remark(line: &str) -> bool {
    ["//", "/*", "* "].iter().any(|it| line.trim_start().starts_with(it))
}

#[test]
fn nothing_is_fetched_while_a_crate_is_built() {
    let mut scripts = 0;
    for it in crates() {
        let name = it["name"].as_str().unwrap();
        for target in it["targets"].as_array().unwrap() {
            if target["kind"][0] != "custom-build" {
                continue;
            }
            scripts += 1;
            let script = std::fs::read_to_string(target["src_path"].as_str().unwrap()).unwrap();
            let script: String = script.lines().filter(|it| !is_remark(it)).collect();
            let fetches: Vec<_> = FETCHES.iter().filter(|it| script.contains(**it)).collect();
            assert!(fetches.is_empty() || SEEN.contains(&name), "look at the build script of {name}: {fetches:?}");
            let helpers = it["dependencies"].as_array().unwrap().iter().filter(|it| it["kind"] == "build");
            for helper in helpers.filter_map(|it| it["name"].as_str()) {
                assert!(
                    !["reqwest", "ureq", "curl", "attohttpc", "git2", "hyper"].contains(&helper),
                    "{name} is built with {helper}"
                );
            }
        }
    }
    assert!(scripts > 20, "{scripts} scripts");
}

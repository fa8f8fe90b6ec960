//! A short run of what the fuzzer does: the files of the fixtures, and what becomes of them by chance, for a while.
//!
//! The long run is `cargo fuzz run table` (or `cards`, `dates`) in `tests/fuzz`. What it finds goes into `fuzz/found`.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use fastrand::Rng;
use rappel_core::commands::*;
use rappel_core::import::{ProblemCode, vcard};
use rappel_tests::{Desk, fuzz};

use crate::import::{count, file, inspect, try_out};

/// For each of the three targets.
const A_WHILE: Duration = Duration::from_secs(15);
/// Larger files are tried for other things; small ones meet more cases in the same time.
const LARGEST: usize = 16 * 1024;

fn files(folder: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()).collect();
    paths.sort();
    paths.into_iter().filter(|it| it.is_file()).map(|it| fs::read(it).unwrap()).collect()
}

/// What stands at the edges of the formats.
const PIECES: &[&[u8]] = &[
    b"\"",
    b"\"\"",
    b";",
    b",",
    b"\t",
    b"\r\n",
    b"\n",
    b"\n ",
    b"=\n",
    b":",
    b"=3D=22",
    b"\0",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"BEGIN:VCARD\n",
    b"END:VCARD\n",
    b"AGENT:BEGIN:VCARD\n",
    b"item1.",
    b"ENCODING=QUOTED-PRINTABLE:",
    b"ENCODING=b:",
    b"CHARSET=utf-16:",
    b"BDAY:--0229\n",
    b"1604-02-29",
    b"29.02.1900",
    b"03/04/05",
    b"9999999999",
    b"-1",
    b"\xe2\x80\xae",
    b"\xed\xa0\x80",
    b"\xf0\x9f\x8e\x88",
];

fn changed(rng: &mut Rng, from: &[Vec<u8>]) -> Vec<u8> {
    let seed = &from[rng.usize(..from.len())];
    let start = rng.usize(..=seed.len().saturating_sub(LARGEST));
    let mut bytes = seed[start..(start + LARGEST).min(seed.len())].to_vec();
    for _ in 0..=rng.usize(..6) {
        let at = rng.usize(..=bytes.len());
        let end = (at + rng.usize(..40)).min(bytes.len());
        match rng.u8(..6) {
            0 if at < bytes.len() => bytes[at] = rng.u8(..),
            1 => drop(bytes.drain(at..end)),
            2 => bytes.truncate(at),
            3 => {
                let other = &from[rng.usize(..from.len())];
                let some = rng.usize(..=other.len());
                let some = &other[some..(some + rng.usize(..500)).min(other.len())];
                bytes.splice(at..at, some.iter().copied());
            }
            4 => {
                let again = bytes[at..end].repeat(rng.usize(..50));
                bytes.splice(at..at, again);
            }
            _ => drop(bytes.splice(at..at, PIECES[rng.usize(..PIECES.len())].iter().copied())),
        }
    }
    bytes
}

fn run(name: &str, target: fn(&[u8]), seeds: &[Vec<u8>]) {
    let seed =
        std::env::var("RAPPEL_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or_else(|| fastrand::u64(..));
    println!("RAPPEL_SEED={seed}");
    seeds.iter().for_each(|bytes| target(bytes));
    let (mut rng, start, mut tried) = (Rng::with_seed(seed), Instant::now(), 0_u32);
    while start.elapsed() < A_WHILE {
        let bytes = changed(&mut rng, seeds);
        if std::panic::catch_unwind(|| target(&bytes)).is_err() {
            let kept = std::env::temp_dir().join(format!("rappel-{name}-{seed}"));
            fs::write(&kept, &bytes).unwrap();
            panic!("{} breaks {name}", kept.display());
        }
        tried += 1;
    }
    println!("{tried} of {name}");
    assert!(tried > 50, "only {tried} in {A_WHILE:?}");
}

#[test]
fn no_table_breaks_the_import() {
    run("table", fuzz::table, &[files("fixtures/import"), files("fuzz/found")].concat());
}

#[test]
fn no_cards_break_the_import() {
    run("cards", fuzz::cards, &[files("fixtures/import"), files("fuzz/found")].concat());
}

#[test]
fn no_date_breaks_the_import() {
    let dates =
        ["1980-03-04", "--0308", "4 maart 1980", "03/04/80", "0.0.00", "19790308T000000Z", "März 3", "1604-02-29"];
    run("dates", fuzz::dates, &dates.map(|it| it.as_bytes().to_vec()));
}

#[test]
fn a_card_nested_a_million_deep_is_refused_in_words() {
    let text = "BEGIN:VCARD\n".repeat(1_000_000);
    let rows = vcard::read(&text);
    assert!(!rows.is_empty() && rows.iter().all(|row| !row.problems.is_empty()));
    let agents = format!("{}FN:Anna\n", "BEGIN:VCARD\nAGENT:".repeat(100_000));
    assert!(vcard::read(&agents).iter().all(|row| !row.problems.is_empty()));
}

#[test]
fn a_line_without_end_is_refused_in_words() {
    let desk = Desk::new();
    let line = format!("Name;E-mail\nAnna;{}\nBram;bram@example.org\n", "a".repeat(30_000_000));
    let tried = try_out(&desk, &inspect(&desk, &file(&desk, "long.csv", &line)));
    assert_eq!((count(&tried, RowOutcome::Unreadable), count(&tried, RowOutcome::New)), (1, 1));
    let window = DryRunWindow { number: tried.number, only: Some(RowOutcome::Unreadable), from: 0, count: 1 };
    let row = get_dry_run_rows(&desk.app, window).unwrap().remove(0);
    assert!(
        row.problems.iter().any(|it| it.code == ProblemCode::ValueTooLong),
        "{:?}",
        row.problems.iter().map(|it| it.code).collect::<Vec<_>>()
    );
    assert!(row.problems.iter().all(|it| it.value.len() < 1_000), "the whole value is not sent to the page");
}

#[test]
fn a_file_past_the_limit_is_refused_before_it_is_read() {
    let desk = Desk::new();
    let path = desk.folder().join("huge.vcf");
    fs::File::create(&path).unwrap().set_len(250 * 1024 * 1024).unwrap();
    let file = desk.app.keep_file(path);
    let error = inspect_import(&desk.app, InspectImport { file, encoding: None, shape: None }).unwrap_err();
    assert_eq!(error.code(), "file_too_large");
}

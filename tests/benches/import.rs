//! Bringing people in: `cargo xtask bench import [-- --rows N]`, with 1,000, 10,000 and 100,000 rows as a table and as cards.
//!
//! The floor of each is measured in the same run: the `sqlite3` program puts the same rows into the same tables and indexes of an
//! empty Rappel file, by `.import` of the table and SQL. Each import is a process of its own, so that its memory is its own.

#![allow(missing_docs, clippy::unwrap_used)]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

use rappel_core::clock::SystemClock;
use rappel_core::commands::*;
use rappel_core::{App, Options};
use rappel_tests::figures::{self, Figures, Line, option, table};

/// Names the folder and the file to the process that imports.
const CHILD: &str = "RAPPEL_IMPORT_BENCH";

fn main() {
    if let Some(words) = std::env::var_os(CHILD) {
        let words = words.into_string().unwrap();
        let (folder, file) = words.split_once('|').unwrap();
        return import(Path::new(folder), Path::new(file));
    }
    let most = option("rows", 100_000);
    let (mut lines, mut kept) = (Vec::new(), Vec::new());
    for cards in [false, true] {
        let mut first = None;
        let mut fewer: Option<Figures> = None;
        for rows in [1_000, 10_000, 100_000].into_iter().filter(|rows| *rows <= most) {
            let (cells, line) = measure(rows, cards, &mut first);
            lines.push(cells);
            let less = fewer.replace(line.ours.clone());
            kept.push(if let Some(less) = less { line.grown(&less, 10.0) } else { line });
        }
    }
    let head = [
        "rows",
        "look",
        "dry run",
        "import",
        "rows a second",
        "floor",
        "import/floor",
        "per row, to 1,000",
        "memory over idle",
    ];
    table(&head, &lines);
    figures::tell("import", &kept);
}

fn measure(rows: u32, cards: bool, first: &mut Option<f64>) -> (Vec<String>, Line) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(if cards { "people.vcf" } else { "people.csv" });
    fs::write(&file, if cards { vcards(rows) } else { csv(rows) }).unwrap();
    let ours = folder.path().join("ours");
    let words = format!("{}|{}", ours.display(), file.display());
    let child = Command::new(std::env::current_exe().unwrap()).env(CHILD, words).output().unwrap();
    assert!(child.status.success(), "{}", String::from_utf8_lossy(&child.stderr));
    let told = String::from_utf8(child.stdout).unwrap();
    let told: Vec<f64> = told.split_whitespace().map(|it| it.parse().unwrap()).collect();
    let [look, dry, import, memory] = told[..] else { panic!("four figures, not {told:?}") };
    let floor = floor(&ours, folder.path(), (!cards).then_some(&*file)).as_secs_f64();
    let per_row = import / f64::from(rows);
    let growth = per_row / *first.get_or_insert(per_row);
    let seconds = |it: f64| format!("{it:.2} s");
    let what = format!("{rows} {}", if cards { "cards" } else { "rows" });
    let line = Line::new("import", &what, Figures::of([import]), "s").beside(Figures::of([floor]));
    let cells = vec![
        what,
        seconds(look),
        seconds(dry),
        seconds(import),
        format!("{:.0}", f64::from(rows) / import),
        seconds(floor),
        format!("{:.2}", import / floor),
        format!("{growth:.2}"),
        format!("{memory:.0} MB"),
    ];
    (cells, line)
}

const TOWNS: [&str; 5] = ["Utrecht", "Gent", "Zwolle", "Den Haag", "Hoorn"];

fn csv(rows: u32) -> String {
    let mut text =
        "First Name,Last Name,Company,E-mail Address,Mobile Phone,Street,Postal Code,City,Birthday,Notes\n".to_owned();
    for n in 0..rows {
        let town = TOWNS[n as usize % TOWNS.len()];
        writeln!(
            text,
            "Invented,Person {n},Company {},person{n}@example.org,06{:08},Street {n},{:04} AB,{town},19{:02}-0{}-1{},Met at the fair; likes short calls",
            n / 20, n, 1000 + n % 9000, n % 80 + 10, n % 9 + 1, n % 10
        )
        .unwrap();
    }
    text
}

fn vcards(rows: u32) -> String {
    let mut text = String::new();
    for n in 0..rows {
        let town = TOWNS[n as usize % TOWNS.len()];
        write!(
            text,
            "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Invented Person {n}\r\nN:Person {n};Invented;;;\r\nORG:Company {}\r\nEMAIL:person{n}@example.org\r\n\
             TEL;TYPE=cell:06{n:08}\r\nADR;TYPE=home:;;Street {n};{town};;{:04} AB;\r\nBDAY:19{:02}0{}1{}\r\nNOTE:Met at the fair\\; likes short calls\r\nEND:VCARD\r\n",
            n / 20, 1000 + n % 9000, n % 80 + 10, n % 9 + 1, n % 10
        )
        .unwrap();
    }
    text
}

/// Imports a file and prints how long it took, and how much memory more than before.
fn import(folder: &Path, file: &Path) {
    let app = App::open(Options { folder: folder.to_owned(), clock: Arc::new(SystemClock), demo: false }).unwrap();
    let idle = memory("VmRSS:");
    let start = Instant::now();
    let offered = app.keep_file(file.to_owned());
    let inspected = InspectImport { file: offered, encoding: None, shape: None };
    let seen = inspect_import(&app, inspected.clone()).unwrap();
    let looked = start.elapsed();
    let (mapping, dates) = (seen.mapping, seen.dates);
    let input = DryRunImport {
        inspected,
        mapping,
        dates,
        source: None,
        new_source: Some("Bench".to_owned()),
        tags: Vec::new(),
        for_all: ForAll::default(),
    };
    let tried = dry_run_import(&app, input).unwrap();
    let dry = start.elapsed();
    let result =
        run_import(&app, RunImport { number: tried.number, duplicates: Decision::Skip, rows: Vec::new() }).unwrap();
    let done = start.elapsed();
    assert_eq!(result.added, tried.total, "everybody came in");
    let seconds = [looked, dry - looked, done - dry].map(|it| it.as_secs_f64());
    println!("{} {} {} {}", seconds[0], seconds[1], seconds[2], memory("VmHWM:") - idle);
}

/// A figure of this process's memory in megabytes.
fn memory(name: &str) -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(name)).unwrap_or("0 kB");
    line.split_whitespace().next().unwrap().parse::<f64>().unwrap() / 1024.0
}

/// The same rows into an empty file of the same tables, indexes and full-text indexes (by their triggers), written down as ours are.
/// It does less than an import: foreign keys are not looked up (the program's own setting), nothing is read of cards, and as the rows
/// come from tables that have the same indexes, SQLite takes these over in their order instead of sorting.
fn floor(ours: &Path, folder: &Path, table: Option<&Path>) -> Duration {
    let theirs = folder.join("floor");
    drop(App::open(Options { folder: theirs.clone(), clock: Arc::new(SystemClock), demo: false }).unwrap());
    let source = ours.join("rappel.db");
    let tables = sqlite(
        &source,
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%' AND name NOT LIKE '%\\_search%' ESCAPE '\\' AND name NOT LIKE 'sqlite%';",
    );
    let mut script = String::from("PRAGMA journal_mode = WAL;\nPRAGMA synchronous = FULL;\n");
    if let Some(table) = table {
        writeln!(script, ".import --csv --schema temp {} staging", table.display()).unwrap();
    }
    writeln!(script, "ATTACH '{}' AS ours;\nBEGIN;", source.display()).unwrap();
    for table in tables.lines() {
        writeln!(script, "DELETE FROM main.{table};\nINSERT INTO main.{table} SELECT * FROM ours.{table};").unwrap();
    }
    script += "COMMIT;\n";
    let start = Instant::now();
    sqlite(&theirs.join("rappel.db"), &script);
    start.elapsed()
}

fn sqlite(database: &Path, script: &str) -> String {
    let path = database.with_extension("sql");
    fs::write(&path, script).unwrap();
    let output = Command::new("sqlite3").arg("-bail").arg(database).stdin(fs::File::open(&path).unwrap()).output();
    let output = output.expect("`sqlite3` is the floor of this measurement: install the package sqlite3");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

//! How big what is shipped is: the package, and what the page is made of, as gzip would send it.

use std::path::{Path, PathBuf};
use std::process::Command;

use rappel_tests::figures::{Figures, Line};

/// The most that the package may weigh, in megabytes.
const PACKAGE: f64 = 12.0;
/// The most that scripts and styles may weigh, in kilobytes.
const PAGE: f64 = 350.0;

pub fn measure() -> Vec<Line> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let page = files(&root.join("ui/dist"), &["js", "css"]);
    let gzipped = page.iter().map(|file| gzipped(file)).sum::<f64>() / 1e3;
    let mut lines = Vec::new();
    if let Some(program) = std::env::var_os("RAPPEL_BINARY").map(PathBuf::from) {
        let size = |file: &Path| Figures::of([bytes(file) / 1e6]);
        lines.push(Line::new("size of the program", "", size(&program), "MB"));
        let packages = program.with_file_name("bundle/deb");
        for package in files(&packages, &["deb"]) {
            let line = Line::new("size of the .deb", "", size(&package), "MB");
            let met = line.ours.median() < PACKAGE;
            lines.push(line.promised(&format!("under {PACKAGE} MB"), met));
        }
    }
    let line = Line::new("size of the page's scripts and styles", "gzipped", Figures::of([gzipped]), "kB");
    lines.push(line.promised(&format!("under {PAGE} kB"), gzipped < PAGE));
    lines
}

#[expect(clippy::cast_precision_loss, reason = "megabytes")]
fn bytes(file: &Path) -> f64 {
    std::fs::metadata(file).unwrap().len() as f64
}

#[expect(clippy::cast_precision_loss, reason = "kilobytes")]
fn gzipped(file: &Path) -> f64 {
    let packed = Command::new("gzip").args(["-9", "-c"]).arg(file).output().expect("gzip tells what the page weighs");
    packed.stdout.len() as f64
}

fn files(folder: &Path, extensions: &[&str]) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut found = Vec::new();
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            found.extend(files(&path, extensions));
        } else if path.extension().is_some_and(|it| extensions.iter().any(|wanted| it == *wanted)) {
            found.push(path);
        }
    }
    found
}

//! The page in ui/: its packages and its build, each done again only when what it is made from is newer.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::Outcome;
use crate::shell::{npm, root, run};

/// Installs the page's packages when the lock file is newer than what is installed.
pub fn install() -> Outcome {
    // npm writes this file last, so that an install that broke off counts as none.
    let installed = changed(&ui("node_modules/.package-lock.json"));
    if installed.is_some() && installed >= changed(&ui("package-lock.json")) {
        return Ok(());
    }
    run(&mut npm(&["ci", "--no-audit", "--no-fund"]))
}

/// Builds the page when its sources are newer than the last build.
pub fn build() -> Outcome {
    install()?;
    let built = changed(&ui("dist/index.html"));
    if built.is_some() && built >= newest(&ui("")) {
        return Ok(());
    }
    run(&mut npm(&["run", "build"]))
}

/// A program that the page's packages brought.
pub fn tool(name: &str) -> PathBuf {
    let script = if cfg!(windows) { format!("{name}.cmd") } else { name.to_owned() };
    ui("node_modules/.bin").join(script)
}

fn ui(path: &str) -> PathBuf {
    root().join("ui").join(path)
}

fn changed(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|it| it.modified()).ok()
}

/// The last change in a folder, leaving out what is made by tools.
fn newest(folder: &Path) -> Option<SystemTime> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .filter(|entry| !matches!(entry.file_name().to_str(), Some("node_modules" | "dist")))
        .filter_map(|entry| {
            let path = entry.path();
            // A folder's own date tells of files that were taken away.
            if path.is_dir() { newest(&path).max(changed(&path)) } else { changed(&path) }
        })
        .max()
}

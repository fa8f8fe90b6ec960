//! The one table of all that was measured: each measurement leaves its lines in a file, a line for each, with tabs between the cells.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::shell::{output, root, target};

/// The heads of the columns, as the measurements fill them.
const HEAD: [&str; 9] = ["work", "data", "median", "p95", "floor", "ratio", "per tenfold", "goal", "met"];
/// The measurements in the order of the table.
const ORDER: [&str; 9] = ["start", "memory", "search", "window", "person", "screens", "save", "import", "sizes"];

/// Where the measurements leave their lines.
pub fn folder() -> PathBuf {
    target().join("figures")
}

/// Forgets those of an earlier run.
pub fn forget() -> Outcome {
    match fs::remove_dir_all(folder()) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(format!("target/figures: {error}")),
        _ => Ok(()),
    }
}

/// Prints the table, and writes it beside the lines with the machine, the day and what was typed.
pub fn tell(typed: &str) -> Outcome {
    let mut rows = Vec::new();
    for name in ORDER {
        let lines = fs::read_to_string(folder().join(name)).unwrap_or_default();
        rows.extend(lines.lines().map(|line| line.split('\t').map(str::to_owned).collect::<Vec<_>>()));
    }
    if rows.is_empty() {
        return Ok(());
    }
    let mut page = String::new();
    for line in [machine(), day(), format!("`{typed}`")] {
        let _ = writeln!(page, "- {line}");
    }
    let _ = write!(page, "\n{}", table(&rows));
    println!("\n{page}");
    let file = folder().join("measured.md");
    fs::write(&file, page).map_err(|error| format!("{}: {error}", file.display()))?;
    println!("This is in {} too.", shown(&file));
    Ok(())
}

fn shown(file: &Path) -> String {
    file.strip_prefix(root()).unwrap_or(file).display().to_string()
}

/// As Markdown, with the columns under each other.
fn table(rows: &[Vec<String>]) -> String {
    let head: Vec<String> = HEAD.map(str::to_owned).to_vec();
    let width = |column: usize| {
        let cells = rows.iter().chain([&head]).map(|row| row.get(column).map_or(0, |cell| cell.chars().count()));
        cells.max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..HEAD.len()).map(width).collect();
    let line = |row: &[String]| {
        let cells = widths.iter().enumerate().map(|(at, width)| {
            let cell = row.get(at).map_or("", String::as_str);
            format!("{cell:<width$}")
        });
        format!("| {} |\n", cells.collect::<Vec<_>>().join(" | "))
    };
    let rule: Vec<String> = widths.iter().map(|width| "-".repeat(*width)).collect();
    [line(&head), line(&rule)].into_iter().chain(rows.iter().map(|row| line(row))).collect()
}

/// The processor, its cores and the memory.
fn machine() -> String {
    let value = |file: &str, name: &str| {
        let text = fs::read_to_string(file).unwrap_or_default();
        let line = text.lines().find(|line| line.starts_with(name))?;
        Some(line.split_once(':')?.1.trim().to_owned())
    };
    let model = value("/proc/cpuinfo", "model name").unwrap_or_else(|| std::env::consts::ARCH.to_owned());
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let memory = value("/proc/meminfo", "MemTotal").and_then(|it| it.split(' ').next()?.parse::<u64>().ok());
    let memory = memory.map(|kib| format!(", {} GB of memory", kib * 1024 / 1_000_000_000)).unwrap_or_default();
    format!("{model}, {cores} cores{memory}; {}", std::env::consts::OS)
}

fn day() -> String {
    output("date", &["+%-d %B %Y"]).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_under_each_other_and_a_missing_cell_is_empty() {
        let cells = |words: &[&str]| words.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
        let text = table(&[cells(&["start", "100,000 contacts", "510 ms"]), cells(&["save"])]);
        let lines: Vec<_> = text.lines().collect();
        assert_eq!(lines.len(), 4);
        assert!(lines.iter().all(|line| line.chars().count() == lines[0].chars().count()), "{text}");
        assert!(lines[0].starts_with("| work  | data "), "{text}");
    }
}

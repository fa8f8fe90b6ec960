//! Rows that do not come in, saved as a file: they can be mended there and imported again.

use std::path::Path;

use crate::commands::export::choose;
use crate::export::file;
use crate::import::Kind;
use crate::views::*;
use crate::{App, Error, Result};

/// Saves the rows of one outcome, as they stand in the file, to a place that the person chooses; none when they change their mind.
///
/// # Errors
/// `list_gone` when another dry run came after it, `import_no_rows`, or why the place does not take it.
pub fn save_import_rows(app: &App, input: SaveImportRows) -> Result<Option<Exported>> {
    let prepared = app.prepared(input.number)?;
    let outcomes = prepared.outcomes.iter().enumerate();
    let places: Vec<usize> = outcomes.filter(|(_, (it, _))| *it == input.outcome).map(|(at, _)| at).collect();
    if places.is_empty() {
        return Err(Error::refused("import_no_rows"));
    }
    let stem = Path::new(&prepared.file).file_stem().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
    let name = format!("{stem}-{}", app.text("import-rows-name"));
    let extension = if prepared.kind == Kind::Csv { "csv" } else { "vcf" };
    let Some(path) = choose(app, &name, extension) else { return Ok(None) };
    file::write(&path, |to| {
        if prepared.kind == Kind::Csv {
            // By this mark spreadsheets know the letters.
            to.write_all("\u{feff}".as_bytes())?;
        }
        let rows = places.iter().filter_map(|at| prepared.rows.raw(*at));
        for line in prepared.rows.header().into_iter().chain(rows) {
            writeln!(to, "{line}\r")?;
        }
        Ok(())
    })?;
    let file = path.file_name().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(Some(Exported { file, count: u32::try_from(places.len()).unwrap_or(u32::MAX) }))
}

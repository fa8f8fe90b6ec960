//! Import: look into a file, try it without writing, then write it in one transaction. Whatever a row loses on the way is said.

mod ahead;
mod carry_out;
mod coming;
mod dry_run;
mod exported;
mod for_all;
mod mapping;
mod prepared;
mod save_rows;
mod undo;

use std::io::ErrorKind;

use super::progress;
use crate::event::OfferedFile;
use crate::import::csv::{self, Mapping, Table};
use crate::import::{self, DateOrder, Kind, Refused, vcard};
use crate::storage::{self, matching};
use crate::views::*;
use crate::{App, Error, Result};

pub use carry_out::{cancel_import, list_imports, run_import};
pub(super) use coming::source_named;
pub use dry_run::{dry_run_import, get_dry_run_rows};
pub use mapping::{
    list_import_mappings, preview_import_mapping, remove_import_mapping, save_import_mapping, use_import_mapping,
};
pub(crate) use prepared::Prepared;
pub use save_rows::save_import_rows;
pub use undo::{preview_undo_import, undo_import};

/// The largest file that is read, in bytes.
const FILE_LIMIT: u64 = 200 * 1024 * 1024;

/// Lets the person choose a file.
///
/// # Errors
/// None that is expected.
pub fn choose_import_file(app: &App, (): ()) -> Result<Option<OfferedFile>> {
    Ok(app.desktop().choose_file(&app.text("import-choose-title")).map(|path| app.keep_file(path)))
}

/// Looks into a file.
///
/// # Errors
/// `file_missing`, `file_unreadable`, `file_too_large`, or why it can't be read: `import_empty`, `import_not_text`, `import_encoding`,
/// `import_columns`.
pub fn inspect_import(app: &App, input: InspectImport) -> Result<ImportInspection> {
    let file = input.file.clone();
    let (kind, decoded) = read(app, &input)?;
    let (encoding, guessed, lossy) = (decoded.encoding.to_owned(), decoded.guessed, decoded.lossy);
    if kind == Kind::Vcard {
        let rows = vcard::places(&decoded.text).count();
        return Ok(ImportInspection {
            file,
            kind,
            encoding,
            guessed,
            lossy,
            rows: u32::try_from(rows).unwrap_or(u32::MAX),
            shape: None,
            columns: Vec::new(),
            mapping: Mapping::default(),
            dates: DateOrder::DayFirst,
            samples: Vec::new(),
        });
    }
    let table = table(decoded.text, &input)?;
    let (remembered, own): (Option<Mapping>, _) =
        app.read(|db| Ok((matching::mapping(db, &header(&table))?, storage::field::list(db)?)))?;
    let mapping = remembered.unwrap_or_else(|| csv::guess_mapping(table.columns()));
    Ok(ImportInspection {
        file,
        kind,
        encoding,
        guessed,
        lossy,
        rows: u32::try_from(table.len()).unwrap_or(u32::MAX),
        shape: Some(table.shape().clone()),
        columns: table.columns().to_vec(),
        dates: table.date_order(&mapping, &own),
        samples: table.samples(),
        mapping,
    })
}

/// Tells which number is the day in the columns that are to be birthdays, which the person may have chosen by hand.
///
/// # Errors
/// As [`inspect_import`].
pub fn get_import_dates(app: &App, input: ImportDates) -> Result<DateOrder> {
    match read(app, &input.inspected)? {
        (Kind::Vcard, _) => Ok(DateOrder::DayFirst),
        (Kind::Csv, decoded) => {
            let own = app.read(storage::field::list)?;
            Ok(table(decoded.text, &input.inspected)?.date_order(&input.mapping, &own))
        }
    }
}

fn read(app: &App, input: &InspectImport) -> Result<(Kind, import::Decoded)> {
    let path = app.kept_file(input.file.token)?;
    let file = std::fs::metadata(&path).map_err(unreadable)?;
    // A folder, a pipe or a device may be read without end.
    if !file.is_file() {
        return Err(Error::refused("file_unreadable"));
    }
    if file.len() > FILE_LIMIT {
        return Err(Error::refused("file_too_large").with("limit", FILE_LIMIT / 1024 / 1024));
    }
    let bytes = std::fs::read(&path).map_err(unreadable)?;
    let kind = import::detect(&bytes, &input.file.name);
    let decoded = match (&input.encoding, kind) {
        (Some(encoding), _) => import::decode_as(bytes, encoding),
        (None, Kind::Csv) => import::decode(bytes),
        (None, Kind::Vcard) => vcard::decode(bytes),
    };
    Ok((kind, decoded.map_err(refuse)?))
}

/// The sentences about the data folder would be wrong for somebody's own file.
fn unreadable(error: std::io::Error) -> Error {
    Error::refused(if error.kind() == ErrorKind::NotFound { "file_missing" } else { "file_unreadable" })
}

fn table(text: String, input: &InspectImport) -> Result<Table> {
    let shape = input.shape.clone().unwrap_or_else(|| csv::sniff(&text));
    csv::read(text, &shape).map_err(|why| match why {
        // Not the file is empty: nothing is left of it.
        Refused::Empty if input.shape.is_some() && shape.skip_lines > 0 => Error::refused("import_all_skipped"),
        why => refuse(why),
    })
}

fn refuse(why: Refused) -> Error {
    match why {
        Refused::Empty => Error::refused("import_empty"),
        Refused::NotText(kind) => Error::refused("import_not_text").with("kind", kind),
        Refused::UnknownEncoding(name) => Error::refused("import_encoding").with("value", name),
        Refused::TooManyColumns(count) => Error::refused("import_columns").with("count", count),
    }
}

/// What names a table's columns, so that a mapping is found again.
fn header(table: &Table) -> String {
    table.columns().iter().map(|column| column.name.as_str()).collect::<Vec<_>>().join("\u{1f}")
}

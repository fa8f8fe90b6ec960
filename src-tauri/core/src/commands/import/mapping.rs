//! Mappings of columns: what they make of a few rows, and those that were saved by name for other files.

use rappel_domain::ids::MappingId;

use super::{read, table};
use crate::event::Topic;
use crate::import::csv::{self, COLUMN_LIMIT, Column, Record};
use crate::import::{Kind, Row, kinds};
use crate::storage::{self, mapping};
use crate::text::check;
use crate::views::*;
use crate::{App, Error, Result};

/// The most rows of a preview.
const PREVIEW_LIMIT: usize = 10;

/// Reads a few rows as an import would, so that one sees what becomes of columns that are split or joined.
///
/// # Errors
/// Those of the database.
pub fn preview_import_mapping(app: &App, input: PreviewMapping) -> Result<Vec<Row>> {
    let columns: Vec<Column> =
        input.columns.into_iter().map(|name| Column { name, ..Column::default() }).take(COLUMN_LIMIT).collect();
    let record = |cells| Record { line: 0, span: 0..0, cells, broken: false };
    let own = app.read(storage::field::list)?;
    let rows = input.rows.into_iter().take(PREVIEW_LIMIT).map(record);
    let read = |record: Record| {
        let mut row = csv::to_draft(&record, &columns, &input.mapping, &input.dates);
        kinds::check(&mut row, &own, &input.dates);
        row
    };
    Ok(rows.map(read).collect())
}

/// The saved mappings by name.
///
/// # Errors
/// Those of the database.
pub fn list_import_mappings(app: &App, (): ()) -> Result<Vec<NamedMapping>> {
    app.read(mapping::list)
}

/// Saves a mapping by name. One of that name, in capitals or not, is replaced.
///
/// # Errors
/// `missing` for the name, `too_long` for that of anything, `import_columns` past what a table may have.
pub fn save_import_mapping(app: &App, input: SaveMapping) -> Result<MappingId> {
    let name = check::needed("name", &input.name)?;
    let (columns, mapping) = (&input.columns, &input.mapping);
    let count = columns.len().max(mapping.fields.len()).max(mapping.address_labels.len());
    if count > COLUMN_LIMIT {
        return Err(Error::refused("import_columns").with("count", count));
    }
    let names = mapping.fields.iter().filter_map(csv::Field::named);
    let names = names.chain(columns.iter().chain(&mapping.address_labels).map(String::as_str));
    // Kept as they stand there: columns are found by them.
    names.into_iter().try_for_each(|it| check::line("column", it).map(drop))?;
    app.write(|write| {
        let there = mapping::list(write.db)?;
        let same = there.into_iter().find(|it| it.name.to_lowercase() == name.to_lowercase()).map(|it| it.id);
        let id = mapping::put(write.db, same, &name, &input.columns, &input.mapping)?;
        write.changed(Topic::Settings);
        write.did("mapping_saved", name);
        Ok(id)
    })
}

/// What the columns of a file become with a saved mapping. Columns that it does not know become what they would without it.
///
/// # Errors
/// `not_found`, `import_mapping_elsewhere` when it knows none of the columns, and those of [`super::inspect_import`].
pub fn use_import_mapping(app: &App, input: UseMapping) -> Result<UsedMapping> {
    let ((headers, saved), own) =
        app.read(|db| Ok((mapping::get::<csv::Mapping>(db, input.mapping)?, storage::field::list(db)?)))?;
    let (kind, decoded) = read(app, &input.inspected)?;
    if kind == Kind::Vcard {
        return Err(Error::refused("import_mapping_elsewhere"));
    }
    let table = table(decoded.text, &input.inspected)?;
    let (mapping, known) = csv::reuse_mapping(&headers, &saved, table.columns());
    if known == 0 {
        return Err(Error::refused("import_mapping_elsewhere"));
    }
    let known = u32::try_from(known).unwrap_or(u32::MAX);
    Ok(UsedMapping { dates: table.date_order(&mapping, &own), mapping, known })
}

/// Deletes a saved mapping.
///
/// # Errors
/// `not_found`.
pub fn remove_import_mapping(app: &App, input: MappingRef) -> Result<()> {
    app.write(|write| {
        let there = mapping::list(write.db)?;
        let name = there.into_iter().find(|it| it.id == input.mapping).map(|it| it.name);
        let name = name.ok_or_else(Error::not_found)?;
        mapping::delete(write.db, input.mapping)?;
        write.changed(Topic::Settings);
        write.did("mapping_removed", name);
        Ok(())
    })
}

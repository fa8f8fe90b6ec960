//! What must hold whatever bytes an import is given: the targets of the fuzzer in `tests/fuzz`, and of the short run in the suite.
//!
//! Nothing panics; a row that is not refused passes the checks of a contact typed by hand, unchanged; and a row never grows far beyond
//! the text that it was read from.

use rappel_core::import::csv::{self, Column, Field, Mapping, Record};
use rappel_core::import::{self, DateOrder, Row, vcard};
use rappel_core::text::check;

/// Of a long file the first rows are as telling as all of them.
const ROWS: usize = 500;

/// A table of any shape.
///
/// # Panics
/// When something above does not hold.
pub fn table(bytes: &[u8]) {
    let Ok(decoded) = import::decode(bytes) else { return };
    let shape = csv::sniff(&decoded.text);
    let Ok(table) = csv::read(decoded.text, &shape) else { return };
    let mapping = csv::guess_mapping(table.columns());
    let dates = table.date_order(&mapping, &[]);
    for at in 0..table.len().min(ROWS) {
        let (Some(record), Some(raw)) = (table.row(at), table.raw(at)) else { panic!("row {at} is gone") };
        holds(&csv::to_draft(&record, table.columns(), &mapping, &dates), raw.len());
    }
}

/// Cards of any kind.
///
/// # Panics
/// When something above does not hold.
pub fn cards(bytes: &[u8]) {
    let Ok(decoded) = vcard::decode(bytes) else { return };
    for row in vcard::rows(&decoded.text).take(ROWS) {
        let length = decoded.text.get(row.span.clone()).expect("a row stands in the text").len();
        holds(&row, length);
    }
}

/// Anything where a birthday should be.
///
/// # Panics
/// When something above does not hold.
pub fn dates(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let columns = [Column { name: "Name".to_owned(), ..Column::default() }, Column::default()];
    let mapping = Mapping { fields: vec![Field::FullName, Field::Birthday], ..Mapping::default() };
    let record = Record { line: 1, span: 0..0, cells: vec!["Anna".to_owned(), text], broken: false };
    for order in [DateOrder::DayFirst, DateOrder::MonthFirst] {
        let row = csv::to_draft(&record, &columns, &mapping, &order);
        holds(&row, bytes.len());
        // Read, or kept in words: never neither, and never a date and a remark that there is none.
        let read = row.draft.birthday.is_some();
        assert!(read || row.draft.note.is_empty() == row.problems.is_empty(), "{row:?}");
    }
}

fn holds(row: &Row, length: usize) {
    let size = serde_json::to_string(&row.draft).expect("text").len();
    assert!(size <= 20_000 + 20 * length, "{size} bytes were made of {length}");
    if !row.is_refused() {
        let checked = check::contact(row.draft.clone());
        assert_eq!(checked.as_ref().ok(), Some(&row.draft), "{checked:?}");
    }
}

//! Values of own fields beside what these fields hold: a number, a day, one of some words. What does not fit goes to the note and is
//! said, as everything that a file loses on its way.

use chrono::NaiveDate;
use rappel_domain::contact::TEXT_LIMIT;
use rappel_domain::custom_field::{FieldKind, normal};

use super::date::{self, ReadDate};
use super::{DateOrder, Problem, ProblemCode, Row};
use crate::views::CustomField;

/// A day with its year, as a file writes it.
fn day(text: &str, order: &DateOrder) -> Result<NaiveDate, ProblemCode> {
    match date::read(text, order) {
        ReadDate::Day(day) => {
            let year = day.year().ok_or(ProblemCode::DateUnreadable)?;
            NaiveDate::from_ymd_opt(year, day.month(), day.day()).ok_or(ProblemCode::DateUnreadable)
        }
        ReadDate::Ambiguous => Err(ProblemCode::DateAmbiguous),
        ReadDate::Nothing | ReadDate::YearUnsure(_) | ReadDate::Unreadable => Err(ProblemCode::DateUnreadable),
    }
}

/// A value as a field keeps it, or why it does not fit.
pub fn fitting(field: &CustomField, text: &str, order: &DateOrder) -> Result<String, ProblemCode> {
    if let Some(value) = normal(field.kind, &field.choices, text) {
        return Ok(value);
    }
    match field.kind {
        FieldKind::Date => day(text, order).map(|day| day.format("%Y-%m-%d").to_string()),
        FieldKind::Choice => Err(ProblemCode::NotAChoice),
        FieldKind::Number | FieldKind::Text => Err(ProblemCode::NotANumber),
    }
}

/// What some dates tell about their order together.
pub fn order_of<'a>(dates: impl Iterator<Item = &'a str>) -> DateOrder {
    date::order_of(dates)
}

/// Brings the values of own fields in a row into the form of these fields.
pub fn check(row: &mut Row, fields: &[CustomField], order: &DateOrder) {
    // What Rappel exported comes back as it went, also where it did not fit.
    if row.exported.is_some() || row.is_refused() {
        return;
    }
    let note = &mut row.draft.note;
    let problems = &mut row.problems;
    row.draft.custom.retain_mut(|it| {
        let key = it.name.to_lowercase();
        let Some(field) = fields.iter().find(|field| field.name.to_lowercase() == key) else { return true };
        match fitting(field, &it.value, order) {
            Ok(value) => {
                it.value = value;
                true
            }
            Err(code) => {
                let line = format!("{}: {}", it.name, it.value);
                problems.push(Problem { code, value: line.chars().take(200).collect() });
                let longer = if note.is_empty() { line } else { format!("{note}\n{line}") };
                // A note that is full takes nothing more; then the text stays where it is.
                let fits = longer.chars().count() <= TEXT_LIMIT;
                if fits {
                    *note = longer;
                }
                !fits
            }
        }
    });
}

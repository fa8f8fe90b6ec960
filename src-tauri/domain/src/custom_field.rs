//! Fields of the person's own making: what they hold, and whether a text fits.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FieldKind {
    /// Any text.
    #[default]
    Text,
    /// A number.
    Number,
    /// A day.
    Date,
    /// One of some words.
    Choice,
}

/// What a value is looked for by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FieldTest {
    /// It is that, in capitals or not.
    Is,
    /// That stands in it.
    Contains,
    /// Less than that, or an earlier day.
    Before,
    /// More than that, or a later day.
    After,
    /// There is none.
    Empty,
    /// There is one.
    Filled,
}

/// The most choices of a field, and the most fields.
pub const CHOICE_LIMIT: usize = 50;
/// The most fields of one's own.
pub const FIELD_LIMIT: usize = 100;

/// The value as it is kept, when the text fits: a number with a point and no signs between its digits, a day as `YYYY-MM-DD`, a choice
/// as it is called. None when it does not fit.
pub fn normal(kind: FieldKind, choices: &[String], text: &str) -> Option<String> {
    let text = text.trim();
    match kind {
        FieldKind::Text => Some(text.to_owned()),
        FieldKind::Number => number(text),
        FieldKind::Date => {
            let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?;
            (text.len() == 10 && (1..=9999).contains(&day.year())).then(|| text.to_owned())
        }
        FieldKind::Choice => {
            let key = text.to_lowercase();
            choices.iter().find(|choice| choice.to_lowercase() == key).cloned()
        }
    }
}

/// Digits with one point or comma at most, a sign before them, and blanks between thousands. What could be read two ways, like
/// `1.250,5`, is none.
fn number(text: &str) -> Option<String> {
    let (sign, rest) = match text.strip_prefix(['-', '−']) {
        Some(rest) => ("-", rest),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let bare: String = rest.chars().filter(|c| !matches!(c, ' ' | '\u{a0}' | '\u{202f}')).collect();
    let (whole, part) = bare.split_once(['.', ',']).unwrap_or((&bare, ""));
    let digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    if whole.is_empty() || whole.len() > 15 || part.len() > 10 || !digits(whole) || !digits(part) {
        return None;
    }
    // A sign at the end, as of a sentence, is no number.
    if part.is_empty() && bare.len() > whole.len() {
        return None;
    }
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let part = part.trim_end_matches('0');
    Some(if part.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part}") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_kept_in_one_form_and_what_could_be_two_is_none() {
        for (text, kept) in
            [("12", "12"), (" 12,50 ", "12.5"), ("-0.5", "-0.5"), ("1 250", "1250"), ("+007", "7"), ("0", "0")]
        {
            assert_eq!(normal(FieldKind::Number, &[], text).as_deref(), Some(kept), "{text}");
        }
        for text in ["", "1.250,5", "12 m²", "twelve", "12.", "--3", "1e5", "١٢", "1234567890123456"] {
            assert_eq!(normal(FieldKind::Number, &[], text), None, "{text}");
        }
    }

    #[test]
    fn a_day_is_one_of_the_calendar_and_a_choice_one_of_the_list() {
        assert_eq!(normal(FieldKind::Date, &[], "2026-02-28").as_deref(), Some("2026-02-28"));
        for text in ["2026-02-30", "28-02-2026", "2026-2-8", "soon"] {
            assert_eq!(normal(FieldKind::Date, &[], text), None, "{text}");
        }
        let sizes = ["Small".to_owned(), "Évasé".to_owned()];
        assert_eq!(normal(FieldKind::Choice, &sizes, " évasé").as_deref(), Some("Évasé"));
        assert_eq!(normal(FieldKind::Choice, &sizes, "Large"), None);
    }
}

//! The table that Rappel itself writes: what its columns are called, and a reader that gives back exactly what was written. Written
//! by [`crate::export`]; everything about its shape stands here, so that the two never drift.
//!
//! A header is a name of the format, not a sentence: it is the same in every language. [`MARK`] in the header says that the
//! columns are ours; without it, as somebody may have thrown that column away, the dictionary reads them like any other table.

mod read;

pub use read::Exported;
pub(super) use read::to_row;

use chrono::NaiveDate;
use rappel_domain::follow_up::{FollowUpDraft, Repeat, Unit};
use rappel_domain::process::{Permission, Standing};
use serde::{Deserialize, Serialize};

use super::Column;

/// The header of the column with the person's number, which tells that a table is ours and in which form.
pub const MARK: &str = "Rappel export 1";
/// So many own fields have a column each; further ones stand together in one, as a table has an end.
pub const FIELD_COLUMNS: usize = 200;

/// Signs with which a spreadsheet takes a cell for a formula, or for something else to run (OWASP, *CSV injection*).
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}'];

/// A text as it stands in a cell: one that a spreadsheet would take for a formula gets an apostrophe before it. So does one that
/// looks as if it had got one, so that [`unguarded`] gives back the very text.
pub fn guarded(text: &str) -> String {
    if text.trim_start_matches('\'').starts_with(FORMULA) { format!("'{text}") } else { text.to_owned() }
}

/// The text of a guarded cell.
pub fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(text) if text.trim_start_matches('\'').starts_with(FORMULA) => text,
        _ => cell,
    }
}

/// A list of the person with its own columns for each place in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum List {
    /// E-mail addresses.
    Email,
    /// Phone numbers.
    Phone,
    /// Web sites.
    Website,
    /// Postal addresses.
    Address,
}

/// What a column of our own holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// A column that stands once, by its header.
    One(&'static str),
    /// A part of the n-th entry of a list: its header is *E-mail 2*, *E-mail 2 label*.
    Nth(List, usize, &'static str),
    /// The answer to a criterion, its proof or its day.
    Criterion(&'static str, String),
    /// A field of the person's own making.
    Field(String),
}

/// The columns that stand once, in their order.
pub const ONCE: [&str; 33] = [
    MARK,
    "Prefix",
    "Given name",
    "Particle",
    "Family name",
    "Display name",
    "Company",
    "Job title",
    "Birthday",
    "Birthday alarms",
    "Language",
    "Source",
    "Tags",
    "Note",
    "Standing",
    "Standing reason",
    "Overridden because",
    "Keep in touch weeks",
    "Keep in touch since",
    "Follow-up",
    "Follow-up date",
    "Follow-up time",
    "Follow-up notice",
    "Follow-up repeat",
    "Follow-up first date",
    "More follow-ups",
    "All sales",
    "More fields",
    // Told for people; derived anew when they come in.
    "Stage",
    "Came in",
    "Sales",
    "Last sale",
    "Last conversation",
];
/// An open follow-up of somebody in the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Planned {
    /// What was entered.
    #[serde(flatten)]
    pub draft: FollowUpDraft,
    /// The first date of its series.
    pub first_on: NaiveDate,
}

/// The parts of a list's entry, the value itself first.
pub const REACH: [&str; 2] = ["", "label"];
/// The parts of an address.
pub const ADDRESS: [&str; 6] = ["street", "postal code", "town", "region", "country", "label"];
/// What is told of a criterion.
pub const CRITERION: [&str; 3] = ["Answer", "Proof", "Answered on"];

const LISTS: [(List, &str); 4] =
    [(List::Email, "E-mail"), (List::Phone, "Phone"), (List::Website, "Website"), (List::Address, "Address")];

impl Part {
    /// What the column is called.
    pub fn header(&self) -> String {
        match self {
            Self::One(header) => (*header).to_owned(),
            Self::Nth(list, n, part) => {
                let name = LISTS.iter().find(|(it, _)| it == list).map_or("", |(_, name)| name);
                format!("{name} {n} {part}").trim_end().to_owned()
            }
            Self::Criterion(what, name) => format!("{what}: {name}"),
            Self::Field(name) => format!("Field: {name}"),
        }
    }

    /// What a column of that name holds; none if it is none of ours.
    pub fn of(header: &str) -> Option<Self> {
        if let Some(once) = ONCE.iter().find(|it| **it == header) {
            return Some(Self::One(once));
        }
        if let Some(name) = header.strip_prefix("Field: ") {
            return Some(Self::Field(name.to_owned()));
        }
        for what in CRITERION {
            if let Some(name) = header.strip_prefix(what).and_then(|rest| rest.strip_prefix(": ")) {
                return Some(Self::Criterion(what, name.to_owned()));
            }
        }
        let (list, rest) =
            LISTS.iter().find_map(|(list, name)| Some((*list, header.strip_prefix(name)?.strip_prefix(' ')?)))?;
        let (n, part) = rest.split_once(' ').unwrap_or((rest, ""));
        let parts: &[&'static str] = if list == List::Address { &ADDRESS } else { &REACH };
        let part = parts.iter().find(|it| **it == part)?;
        Some(Self::Nth(list, n.parse().ok().filter(|n| (1..=100).contains(n))?, part))
    }
}

/// Whether these columns are of our own table.
pub(super) fn is_own(columns: &[Column]) -> bool {
    columns.iter().any(|column| column.name == MARK)
}

const UNITS: [(Unit, &str); 4] =
    [(Unit::Day, "days"), (Unit::Week, "weeks"), (Unit::Month, "months"), (Unit::Year, "years")];

/// A repetition as it stands in the table: `2 weeks`.
pub fn repeat_text(repeat: Repeat) -> String {
    let unit = UNITS.iter().find(|(unit, _)| *unit == repeat.unit).map_or("", |(_, word)| word);
    format!("{} {unit}", repeat.every)
}

fn read_repeat(text: &str) -> Option<Repeat> {
    let (every, word) = text.split_once(' ')?;
    let (unit, _) = UNITS.iter().find(|(_, it)| it.trim_end_matches('s') == word.trim().trim_end_matches('s'))?;
    Some(Repeat { every: every.parse().ok()?, unit: *unit })
}

/// The word of a standing in the table.
pub fn standing_word(standing: Standing) -> &'static str {
    match standing {
        Standing::Active => "active",
        Standing::Later => "later",
        Standing::NotAFit => "not a fit",
        Standing::Declined { permission: Permission::Agreed } => "declined, may ask again",
        Standing::Declined { permission: Permission::NotAsked } => "declined",
        Standing::Declined { permission: Permission::Refused } => "do not contact",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_that_could_be_a_formula_is_guarded_and_given_back_as_it_was() {
        for text in [
            "=cmd|' /C calc'!A0",
            "+31 6",
            "-1",
            "@SUM(A1)",
            "\tx",
            "'=1",
            "''+1",
            "'t Hooft",
            "'",
            "plain",
            "",
            "\u{ff1d}1",
        ] {
            let cell = guarded(text);
            assert!(!cell.starts_with(FORMULA), "{text}");
            assert_eq!(unguarded(&cell), text);
        }
        assert_eq!(guarded("'t Hooft"), "'t Hooft", "a name needs no guard");
    }

    #[test]
    fn every_header_is_known_again() {
        let mut parts: Vec<Part> = ONCE.into_iter().map(Part::One).collect();
        parts.extend(REACH.map(|part| Part::Nth(List::Email, 12, part)));
        parts.extend(ADDRESS.map(|part| Part::Nth(List::Address, 1, part)));
        parts.extend(CRITERION.map(|what| Part::Criterion(what, "Means: yes, label".to_owned())));
        parts.push(Part::Field("Field: E-mail 1".to_owned()));
        for part in parts {
            assert_eq!(Part::of(&part.header()), Some(part));
        }
        assert_eq!(Part::of("E-mail 0"), None);
        assert_eq!(Part::of("E-mail 1 - Value"), None);
    }
}

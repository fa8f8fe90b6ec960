//! One row of a table into a draft, by the mapping of its columns.

use std::collections::BTreeMap;

use rappel_domain::contact::PostalAddress;

use super::super::fill::Filling;
use super::super::label::{tidy_line, tidy_text, without_formula_guard};
use super::super::name::{family_first, says_all};
use super::super::{DateOrder, ProblemCode, Row};
use super::{Column, Field, Mapping, Record, own};

/// How Google joins several values in one cell.
const JOINED: &str = " ::: ";

/// An address in the making, with the whole of it where a column has that.
#[derive(Default)]
struct Address {
    parts: PostalAddress,
    whole: String,
    preferred: bool,
}

/// Reads one row; `columns` are those of its table. A date that can be read two ways is taken in the order of `dates`, and kept as text when that is
/// [`DateOrder::Ask`].
pub fn to_draft(record: &Record, columns: &[Column], mapping: &Mapping, dates: &DateOrder) -> Row {
    let row = from_columns(record, columns, mapping, dates);
    if mapping.fields.contains(&Field::Exported) && !record.broken {
        own::to_row(record, columns, mapping, row, dates)
    } else {
        row
    }
}

fn from_columns(record: &Record, columns: &[Column], mapping: &Mapping, dates: &DateOrder) -> Row {
    let mut filling = Filling::default();
    if record.broken {
        filling.problem(ProblemCode::UnbalancedQuote, &record.cells.join(" "));
        return filling.into_row(record.line, record.span.clone());
    }
    let mut addresses: BTreeMap<u8, Address> = BTreeMap::new();
    let mut extra = Vec::new();
    let mut born = [const { String::new() }; 3];
    let (mut company, mut job_title) = (String::new(), String::new());
    for (at, cell) in record.cells.iter().enumerate() {
        let cell = without_formula_guard(cell.trim());
        if cell.is_empty() || is_placeholder(cell) {
            continue;
        }
        let Some(field) = mapping.fields.get(at) else {
            extra.push(cell);
            continue;
        };
        let kind = label_of(record, mapping, at);
        let label = |own: &str| kind.map_or_else(|| own.to_owned(), ToOwned::to_owned);
        filling.origin = columns.get(at).map_or_else(String::new, |column| column.name.clone());
        let preferred = kind.is_some_and(|kind| kind.starts_with("* "));
        if let Some(index) = field.address() {
            let address = addresses.entry(index).or_default();
            address.preferred |= preferred;
            address.put(field, cell);
            if address.parts.label.is_empty() {
                let own = mapping.address_labels.get(usize::from(index)).map_or("", String::as_str);
                address.parts.label = label(own);
            }
            continue;
        }
        match field {
            Field::Prefix => join(&mut filling.name.prefix, cell),
            Field::Given => join(&mut filling.name.given, cell),
            Field::Middle => join(&mut filling.name.middle, cell),
            Field::Particle => join(&mut filling.name.particle, cell),
            Field::Family => join(&mut filling.name.family, cell),
            Field::Suffix => join(&mut filling.name.suffix, cell),
            Field::FullName => join(&mut filling.name.whole, cell),
            Field::FamilyFirst => {
                let name = family_first(&tidy_line(cell));
                join(&mut filling.name.given, &name.given);
                join(&mut filling.name.particle, &name.particle);
                join(&mut filling.name.family, &name.family);
            }
            Field::Company => join_once(&mut company, cell),
            Field::JobTitle => join_once(&mut job_title, cell),
            Field::Email { label: own } => {
                for (nth, value) in emails(cell).enumerate() {
                    filling.email(&label(own), value, preferred && nth == 0);
                }
            }
            Field::Phone { label: own } => {
                for (nth, value) in parts(cell, &[';', '\n']).enumerate() {
                    filling.phone(&label(own), value, preferred && nth == 0);
                }
            }
            Field::Website { label: own } => {
                for (nth, value) in parts(cell, &['\n']).enumerate() {
                    filling.website(&label(own), value, preferred && nth == 0);
                }
            }
            Field::Birthday => filling.birthday(&tidy_line(cell), dates),
            Field::BirthDay => cell.clone_into(&mut born[2]),
            Field::BirthMonth => cell.clone_into(&mut born[1]),
            Field::BirthYear => cell.clone_into(&mut born[0]),
            Field::Note => filling.note(cell),
            Field::Tags => parts(cell, &[';', ',', '\n']).for_each(|tag| filling.tag(tag)),
            Field::Language => filling.language(cell),
            Field::Custom { name } => filling.custom(&label(name), &cell.replace(JOINED, "; ")),
            // Taken along with the value it belongs to; the address parts have been dealt with.
            _ => {}
        }
    }
    for mut address in addresses.into_values() {
        if address.parts.is_empty() {
            address.parts.street = address.whole;
        } else if let Some(more) = address.said_only_in_whole() {
            filling.origin.clone_from(&address.parts.label);
            filling.keep(ProblemCode::KeptInNote, &more);
        }
        filling.address(address.parts, address.preferred);
    }
    filling.company(&company);
    filling.job_title(&job_title);
    birthday_of_columns(&mut filling, &born);
    if !extra.is_empty() {
        filling.origin.clear();
        filling.keep(ProblemCode::TooManyColumns, &extra.join(" | "));
    }
    filling.into_row(record.line, record.span.clone())
}

impl Address {
    fn put(&mut self, field: &Field, cell: &str) {
        let parts = &mut self.parts;
        match field {
            Field::Street { .. } if parts.street.is_empty() => cell.clone_into(&mut parts.street),
            Field::Street { .. } => parts.street = format!("{}\n{cell}", parts.street),
            Field::HouseNumber { .. } => join(&mut parts.street, cell),
            Field::PostalCode { .. } => join(&mut parts.postal_code, cell),
            Field::Town { .. } => join(&mut parts.town, cell),
            Field::Region { .. } => join(&mut parts.region, cell),
            Field::Country { .. } => join(&mut parts.country, cell),
            Field::WholeAddress { .. } => cell.clone_into(&mut self.whole),
            _ => {}
        }
    }

    /// The whole address, if there are words in it that are in none of its parts.
    fn said_only_in_whole(&self) -> Option<String> {
        let a = &self.parts;
        let said = [&a.street, &a.postal_code, &a.town, &a.region, &a.country].map(String::as_str).join(" ");
        (!says_all(&said, &self.whole)).then(|| self.whole.clone())
    }
}

/// The text of the column that says which one the value in column `at` is.
fn label_of<'a>(record: &'a Record, mapping: &Mapping, at: usize) -> Option<&'a str> {
    let names = |field: &Field| match field {
        Field::LabelOf { column } => {
            let of = *column as usize;
            let same = mapping
                .fields
                .get(of)
                .and_then(Field::address)
                .is_some_and(|address| mapping.fields.get(at).and_then(Field::address) == Some(address));
            of == at || same
        }
        _ => false,
    };
    let column = mapping.fields.iter().position(names)?;
    record.cells.get(column).map(|cell| cell.trim())
}

/// What a program writes where it has nothing to say.
fn is_placeholder(cell: &str) -> bool {
    matches!(cell, "0.0.00" | "0/0/00" | "0-0-00" | "00-00-0000")
        || matches!(cell.to_lowercase().as_str(), "keine angabe" | "unspecified" | "niet opgegeven" | "non spécifié")
}

fn parts<'a>(cell: &'a str, separators: &'a [char]) -> impl Iterator<Item = &'a str> {
    cell.split(JOINED).flat_map(move |part| part.split(separators)).map(str::trim).filter(|part| !part.is_empty())
}

/// The addresses of a cell. A single bad one stays whole, so that it can be kept as it was.
fn emails(cell: &str) -> impl Iterator<Item = &str> {
    let several = cell.matches('@').count() > 1;
    let separators: &[char] = if several { &[';', ',', '\n', ' '] } else { &['\n'] };
    parts(cell, separators).flat_map(|part| part.split(';')).map(str::trim).filter(|part| !part.is_empty())
}

/// Two columns may say the same.
fn join_once(field: &mut String, cell: &str) {
    if field != cell {
        join(field, cell);
    }
}

fn join(field: &mut String, cell: &str) {
    if !field.is_empty() && !cell.is_empty() {
        field.push(' ');
    }
    field.push_str(&tidy_text(cell));
}

/// A birthday whose year, month and day stand in columns of their own, as Thunderbird has it.
fn birthday_of_columns(filling: &mut Filling, [year, month, day]: &[String; 3]) {
    "birthday".clone_into(&mut filling.origin);
    match (year.is_empty(), month.is_empty(), day.is_empty()) {
        (true, true, true) => {}
        (has_no_year, false, false) => {
            let year = if has_no_year { "0000" } else { year.as_str() };
            filling.birthday(&format!("{year:0>4}-{month:0>2}-{day:0>2}"), &DateOrder::DayFirst);
        }
        _ => filling.keep(ProblemCode::DateUnreadable, &[year, month, day].map(String::as_str).join(" ")),
    }
}

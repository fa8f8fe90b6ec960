//! Mapping the columns of a known program, or of somebody's own table, without being asked.

use std::collections::HashMap;

use super::headers::{Word, kind_of, meaning, plain};
use super::{Column, Field, Mapping, own};

/// Words before a name, by which a *Title* column that is no job is known.
const BEFORE_NAMES: [&str; 26] = [
    "mr", "mrs", "ms", "miss", "dr", "prof", "herr", "frau", "dhr", "mevr", "mw", "ing", "ir", "drs", "mr.", "mrs.",
    "ms.", "dr.", "prof.", "dhr.", "mevr.", "mw.", "ing.", "ir.", "drs.", "m.",
];

/// A field for every column: known headers by the dictionary, empty columns left out, and every other column a field of its
/// own, so that nothing is lost.
pub fn guess_mapping(columns: &[Column]) -> Mapping {
    let plains: Vec<String> = columns.iter().map(|column| plain(&column.name)).collect();
    let mut mapping = Mapping::default();
    let mut slots: HashMap<String, u8> = HashMap::new();
    let ours = own::is_own(columns);
    for (column, plain) in columns.iter().zip(&plains) {
        let field = if ours && own::Part::of(&column.name).is_some() {
            Field::Exported
        } else if column.filled == 0 {
            Field::Ignore
        } else {
            label_column(plain, &plains)
                .or_else(|| known(plain, &mut slots, &mut mapping.address_labels))
                // Even *Priority* is worth keeping where somebody used it.
                .filter(|field| *field != Field::Ignore || column.samples.len() <= 1)
                .unwrap_or_else(|| Field::Custom { name: column.name.clone() })
        };
        mapping.fields.push(field);
    }
    settle_titles(columns, &plains, &mut mapping.fields);
    settle_names(columns, &plains, &mut mapping.fields);
    one_of_each(columns, &mut mapping.fields);
    mapping
}

/// Whether a header is in the dictionary, which tells the header row from the rows of people.
pub(super) fn is_known(header: &str) -> bool {
    if own::Part::of(header).is_some() {
        return true;
    }
    let plain = plain(header);
    !plain.is_empty()
        && (label_column(&plain, &[]).is_some() || known(&plain, &mut HashMap::new(), &mut Vec::new()).is_some())
}

/// Google's `E-mail 1 - Type` beside `E-mail 1 - Value`, and the like; an address says it of its first part.
fn label_column(plain: &str, all: &[String]) -> Option<Field> {
    let stem = plain.strip_suffix(" type").or_else(|| plain.strip_suffix(" label"))?;
    let (what, number) = stem.rsplit_once(' ')?;
    number.parse::<u8>().ok()?;
    let values = match what {
        "e mail" | "phone" | "website" | "relation" | "event" | "custom field" | "im" | "significant date" => {
            format!("{stem} value")
        }
        "address" => format!("{stem} formatted"),
        _ => return None,
    };
    let column = all.iter().position(|other| *other == values);
    let column =
        column.or_else(|| all.iter().position(|other| other != plain && other.starts_with(&format!("{stem} "))));
    Some(column.map_or(Field::Ignore, |at| Field::LabelOf { column: u32::try_from(at).unwrap_or(u32::MAX) }))
}

fn known(plain: &str, slots: &mut HashMap<String, u8>, labels: &mut Vec<String>) -> Option<Field> {
    // Tine and others write `adr_one_street`, `tel_work`, `email_home`; the words are the same.
    let (kind, number, mut rest) = kind_of(plain);
    // Google's `Address 1 - Street`.
    let numbered = plain.strip_prefix("address ").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    if numbered && rest != "address" {
        rest = rest.trim_start_matches("address ").to_owned();
    }
    // The whole header first: in `home page` and `company name` the word is no kind of address.
    let (word, kind, number) = match meaning(plain) {
        Some(word) => (word, "", None),
        None => (meaning(&rest).or_else(|| meaning(rest.strip_suffix(" address").unwrap_or(&rest)))?, kind, number),
    };
    // Google numbers its addresses; everybody else numbers the lines of one.
    let slot_name = match number {
        Some(n) if numbered && rest != "address" => format!("{kind}{n}"),
        _ => kind.to_owned(),
    };
    let mut address = || {
        *slots.entry(slot_name.clone()).or_insert_with(|| {
            labels.push(kind.to_owned());
            u8::try_from(labels.len() - 1).unwrap_or(u8::MAX)
        })
    };
    let label = kind.to_owned();
    Some(match word {
        Word::Ignore => Field::Ignore,
        Word::Prefix => Field::Prefix,
        Word::Given => Field::Given,
        Word::Middle => Field::Middle,
        Word::Particle => Field::Particle,
        Word::Family => Field::Family,
        Word::Suffix => Field::Suffix,
        Word::FullName if kind.is_empty() => Field::FullName,
        // `Company` has been taken for a kind: *Company name*.
        Word::FullName => Field::Company,
        Word::Title if number.is_none() && kind.is_empty() => Field::JobTitle,
        // Only the first organization is the company; the others are fields of their own.
        Word::Title | Word::JobTitle | Word::Company if number.unwrap_or(1) > 1 => return None,
        Word::Title | Word::JobTitle => Field::JobTitle,
        Word::Company => Field::Company,
        Word::Email => Field::Email { label },
        Word::Phone("fax") => {
            Field::Phone { label: if kind == "home" || kind == "work" { format!("{kind} fax") } else { "fax".into() } }
        }
        Word::Phone("") => Field::Phone { label },
        Word::Phone(own) => Field::Phone { label: own.to_owned() },
        Word::Website => Field::Website { label },
        Word::Street => Field::Street { address: address() },
        Word::HouseNumber => Field::HouseNumber { address: address() },
        Word::PostalCode => Field::PostalCode { address: address() },
        Word::Town => Field::Town { address: address() },
        Word::Region => Field::Region { address: address() },
        Word::Country => Field::Country { address: address() },
        Word::WholeAddress => Field::WholeAddress { address: address() },
        Word::Birthday => Field::Birthday,
        Word::BirthDay => Field::BirthDay,
        Word::BirthMonth => Field::BirthMonth,
        Word::BirthYear => Field::BirthYear,
        Word::Note => Field::Note,
        Word::Tags => Field::Tags,
        Word::Language => Field::Language,
    })
}

/// *Title* is the word before a name where another column has the job, or where its values look so.
fn settle_titles(columns: &[Column], plains: &[String], fields: &mut [Field]) {
    let Some(at) = plains.iter().position(|plain| plain == "title") else { return };
    let other_job = fields.iter().enumerate().any(|(i, field)| i != at && *field == Field::JobTitle);
    let before_names = columns[at]
        .samples
        .iter()
        .any(|value| value.split(' ').any(|word| BEFORE_NAMES.contains(&word.to_lowercase().as_str())));
    if fields[at] == Field::JobTitle && (other_job || before_names) {
        fields[at] = Field::Prefix;
    }
}

/// *Naam* beside *Voornaam*, *Name* beside *Vorname* and *Nom* beside *Prénom* are the family name where no other is.
fn settle_names(columns: &[Column], plains: &[String], fields: &mut [Field]) {
    if fields.contains(&Field::Given) && !fields.contains(&Field::Family) {
        let whole = (0..columns.len())
            .find(|at| fields[*at] == Field::FullName && matches!(plains[*at].as_str(), "naam" | "name" | "nom"));
        if let Some(at) = whole {
            fields[at] = Field::Family;
        }
    }
}

/// What there can be only one of, unless somebody joins columns by hand.
pub(super) const SINGLE: [Field; 7] =
    [Field::Company, Field::JobTitle, Field::Birthday, Field::Language, Field::FullName, Field::Given, Field::Family];

/// A second column for what there can be only one of becomes a field of its own.
fn one_of_each(columns: &[Column], fields: &mut [Field]) {
    for single in SINGLE {
        let same: Vec<usize> = (0..fields.len()).filter(|at| fields[*at] == single).collect();
        for at in same.into_iter().skip(1) {
            fields[at] = Field::Custom { name: columns[at].name.clone() };
        }
    }
}

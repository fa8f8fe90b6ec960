//! The properties of a plain card into the fields of a draft.

use std::collections::HashMap;

use calcard::common::IanaString;
use calcard::vcard::{VCardEntry, VCardParameterName, VCardParameterValue, VCardProperty, VCardValue};
use calcard::{Entry, Parser};
use rappel_domain::contact::PostalAddress;

use super::super::label::label;
use super::super::name::says_all;
use super::super::{DateOrder, ProblemCode};
use super::mend::Mended;
use crate::import::fill::Filling;

/// Reads a mended card into a draft.
pub(super) fn fill(card: &Mended, filling: &mut Filling) {
    let entries = match Parser::new(&card.text).entry() {
        Entry::VCard(read) => read.entries,
        _ => Vec::new(),
    };
    // VERSION and END count as properties; a card that calcard reads otherwise than it was written is kept as it stands.
    let ours =
        entries.iter().filter(|entry| !matches!(entry.name, VCardProperty::Version | VCardProperty::End)).count();
    if ours != card.count {
        filling.origin.clear();
        filling.keep(ProblemCode::LineUnreadable, &card.text);
    }
    let labels: HashMap<String, String> = entries
        .iter()
        .filter(|entry| is_named(entry, "X-ABLABEL"))
        .filter_map(|entry| Some((entry.group.as_ref()?.to_lowercase(), texts(entry).join(", "))))
        .collect();
    for entry in &entries {
        let own = entry.group.as_ref().and_then(|group| labels.get(&group.to_lowercase())).map(String::as_str);
        property(entry, own, filling);
    }
    // What has no parts of its own comes after what has, to be compared with it.
    for entry in entries.iter().filter(|entry| is_named(entry, "LABEL")) {
        delivery_label(entry, filling);
    }
    for entry in entries.iter().filter(|entry| entry.name == VCardProperty::Role) {
        let role = texts(entry).join(", ");
        if filling.has_job_title() { filling.custom("Role", &role) } else { filling.job_title(&role) }
    }
    for other in &card.others {
        // A field of the person's own making, as our own cards write it.
        let field = labels.get(&other.group.to_lowercase()).filter(|_| other.name == crate::export::card::OWN_FIELD);
        if let Some(field) = field {
            filling.custom(field, &other.value);
            continue;
        }
        let own = labels.get(&other.group.to_lowercase()).map(|word| label(word));
        filling.origin = own.filter(|word| !word.is_empty()).unwrap_or_else(|| other.name.clone());
        if !other.value.trim().is_empty() {
            filling.keep(ProblemCode::KeptInNote, &other.value);
        }
    }
}

fn is_named(entry: &VCardEntry, name: &str) -> bool {
    matches!(&entry.name, VCardProperty::Other(other) if other.eq_ignore_ascii_case(name))
}

fn property(entry: &VCardEntry, own_label: Option<&str>, filling: &mut Filling) {
    let values = texts(entry);
    let at = |index: usize| values.get(index).cloned().unwrap_or_default();
    let (kind, preferred) = kind_of(entry, own_label);
    filling.origin = entry.name.as_str().to_owned();
    match &entry.name {
        VCardProperty::N if filling.name.family.is_empty() && filling.name.given.is_empty() => {
            let name = &mut filling.name;
            (name.family, name.given, name.middle, name.prefix, name.suffix) = (at(0), at(1), at(2), at(3), at(4));
        }
        VCardProperty::Fn if filling.name.whole.is_empty() => filling.name.whole = values.join(", "),
        VCardProperty::Org => {
            filling.company(&at(0));
            let units: Vec<String> = values.into_iter().skip(1).filter(|unit| !unit.trim().is_empty()).collect();
            filling.custom("Department", &units.join(", "));
        }
        VCardProperty::Title => filling.job_title(&values.join(", ")),
        VCardProperty::Nickname => filling.custom("Nickname", &values.join(", ")),
        VCardProperty::Email => filling.email(&kind, &values.join(","), preferred),
        VCardProperty::Tel => filling.phone(&kind, &values.join(","), preferred),
        VCardProperty::Url => filling.website(&kind, &values.join(","), preferred),
        VCardProperty::Adr => filling.address(postal(&values, kind, entry), preferred),
        VCardProperty::Bday => {
            // Apple says by a parameter which year it wrote for none.
            let omitted = entry.params.iter().find_map(|param| match (&param.name, &param.value) {
                (VCardParameterName::Other(name), VCardParameterValue::Text(year))
                    if name.eq_ignore_ascii_case("X-APPLE-OMIT-YEAR") =>
                {
                    Some(year.as_str())
                }
                _ => None,
            });
            let text = values.join(",");
            let text = match omitted.and_then(|year| text.trim().strip_prefix(year)) {
                Some(rest) => format!("0000{rest}"),
                None => text,
            };
            filling.birthday(&text, &DateOrder::Ask { examples: Vec::new() });
        }
        VCardProperty::Note => filling.note(&values.join(",")),
        VCardProperty::Categories => values.iter().for_each(|tag| filling.tag(tag)),
        VCardProperty::Lang | VCardProperty::Language => filling.language(&values.join(",")),
        VCardProperty::Photo => {
            for value in &entry.values {
                match value {
                    VCardValue::Binary(data) => filling.photo(data.data.clone()),
                    VCardValue::Text(text) => filling.problem(ProblemCode::PhotoUnreadable, &text.len().to_string()),
                    _ => {}
                }
            }
        }
        VCardProperty::N | VCardProperty::Fn => {
            let name = values.join(" ");
            if !name.trim().is_empty() {
                filling.keep(ProblemCode::KeptInNote, &name);
            }
        }
        // The end, the roles, labels and delivery labels, which are read on their own.
        _ => {}
    }
}

/// The values as text. A part with commas in it is put together again.
fn texts(entry: &VCardEntry) -> Vec<String> {
    let text = |value: &VCardValue| match value {
        VCardValue::Text(text) => text.clone(),
        VCardValue::Component(parts) => {
            parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
        }
        VCardValue::Integer(number) => number.to_string(),
        VCardValue::Float(number) => number.to_string(),
        VCardValue::Boolean(yes) => yes.to_string(),
        _ => String::new(),
    };
    entry.values.iter().map(text).collect()
}

/// Which one it is, and whether it is the preferred one. `TYPE=work,fax`, `WORK;FAX` and Apple's own labels all say it.
fn kind_of(entry: &VCardEntry, own_label: Option<&str>) -> (String, bool) {
    let mut preferred = false;
    let mut types = Vec::new();
    for param in &entry.params {
        match (&param.name, &param.value) {
            (VCardParameterName::Pref, VCardParameterValue::Null | VCardParameterValue::Integer(0 | 1)) => {
                preferred = true
            }
            (VCardParameterName::Type, VCardParameterValue::Type(known)) => types.push(known.as_str().to_lowercase()),
            (VCardParameterName::Type, VCardParameterValue::Text(word)) => types.push(word.to_lowercase()),
            (VCardParameterName::Other(word), VCardParameterValue::Null) => types.push(word.to_lowercase()),
            _ => {}
        }
    }
    preferred |= types.iter().any(|word| word == "pref");
    if let Some(own) = own_label {
        return (own.to_owned(), preferred);
    }
    let has = |word: &str| types.iter().any(|one| one == word);
    let place = if has("work") {
        "work"
    } else if has("home") {
        "home"
    } else {
        ""
    };
    let kind = if has("fax") {
        format!("{place} fax")
    } else if has("cell") {
        "mobile".to_owned()
    } else if has("pager") {
        "pager".to_owned()
    } else if place.is_empty() {
        let says_nothing = |word: &str| {
            matches!(
                word,
                "internet"
                    | "voice"
                    | "pref"
                    | "x400"
                    | "msg"
                    | "text"
                    | "video"
                    | "dom"
                    | "intl"
                    | "postal"
                    | "parcel"
            )
        };
        types.into_iter().find(|word| !says_nothing(word)).unwrap_or_default()
    } else {
        place.to_owned()
    };
    (kind.trim().to_owned(), preferred)
}

/// RFC 6350 section 6.3.1: post box, extended address, street, town, region, code, country. RFC 9554 adds finer parts
/// behind, which the first seven mostly say already.
fn postal(values: &[String], label: String, entry: &VCardEntry) -> PostalAddress {
    let at = |index: usize| values.get(index).map_or("", |value| value.trim());
    let mut lines: Vec<&str> = [at(2), at(1), at(0)].into_iter().filter(|line| !line.is_empty()).collect();
    for finer in values.iter().skip(7).map(|value| value.trim()) {
        if !finer.is_empty() && !lines.iter().any(|line| line.contains(finer)) {
            lines.push(finer);
        }
    }
    let mut address = PostalAddress {
        label,
        street: lines.join("\n"),
        town: at(3).to_owned(),
        region: at(4).to_owned(),
        postal_code: at(5).to_owned(),
        country: at(6).to_owned(),
    };
    if address.is_empty() {
        // The address as it stands on an envelope, in vCard 4.0 a parameter.
        let written = entry.params.iter().find_map(|param| match (&param.name, &param.value) {
            (VCardParameterName::Label, VCardParameterValue::Text(text)) => Some(text.clone()),
            _ => None,
        });
        address.street = written.unwrap_or_default().replace("\\n", "\n");
    }
    address
}

/// `LABEL` of vCard 2.1 and 3.0: an address as on an envelope. Mostly it repeats the address of its kind.
fn delivery_label(entry: &VCardEntry, filling: &mut Filling) {
    let (kind, preferred) = kind_of(entry, None);
    let text = texts(entry).join(",");
    let repeats = |a: &PostalAddress| {
        says_all(&[&a.street, &a.postal_code, &a.town, &a.region, &a.country].map(String::as_str).join(" "), &text)
    };
    if filling.addresses().iter().any(|address| address.label == label(&kind) && repeats(address)) {
        filling.problem(ProblemCode::LeftOut, &format!("LABEL: {text}"));
    } else {
        filling.address(PostalAddress { label: kind, street: text, ..PostalAddress::default() }, preferred);
    }
}

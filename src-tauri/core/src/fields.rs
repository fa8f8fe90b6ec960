//! The fields of two drafts laid beside each other: what differs, what one adds to the other, and how a change is taken back. Used
//! where two people become one, and where a file tells more of somebody who is there.

use rappel_domain::birthday::Birthday;
use rappel_domain::contact::{ContactDraft, CustomValue, Labelled, PersonName, PostalAddress, TEXT_LIMIT};

use crate::text::phone;
use crate::views::FieldChange;

/// What `other` adds to `one`: nothing that is there changes, empty fields are filled, lists are united, and the notes stand one
/// under the other. `country` is that of numbers without one.
pub(crate) fn filled(one: &ContactDraft, other: &ContactDraft, country: &str) -> ContactDraft {
    let mut draft = one.clone();
    if draft.name.shown().is_empty() {
        draft.name = other.name.clone();
    }
    for (mine, theirs) in [
        (&mut draft.company, &other.company),
        (&mut draft.job_title, &other.job_title),
        (&mut draft.language, &other.language),
    ] {
        if mine.is_empty() {
            theirs.clone_into(mine);
        }
    }
    draft.birthday = one.birthday.or(other.birthday);
    draft.source = one.source.or(other.source);
    let number = |it: &Labelled| phone::e164(&it.value, country).unwrap_or_else(|| it.value.clone());
    unite(&mut draft.emails, &other.emails, |it| it.value.to_lowercase());
    unite(&mut draft.phones, &other.phones, number);
    unite(&mut draft.websites, &other.websites, |it| it.value.trim_end_matches('/').to_lowercase());
    unite(&mut draft.addresses, &other.addresses, |it: &PostalAddress| {
        [&it.street, &it.postal_code, &it.town].map(|part| part.to_lowercase())
    });
    unite(&mut draft.tags, &other.tags, |it| it.to_lowercase());
    unite(&mut draft.custom, &other.custom, |it: &CustomValue| it.name.to_lowercase());
    let longer = format!("{}\n\n{}", one.note, other.note);
    if one.note.is_empty() {
        draft.note.clone_from(&other.note);
    } else if !one.note.contains(&other.note) && longer.chars().count() <= TEXT_LIMIT {
        draft.note = longer;
    }
    draft
}

fn unite<T: Clone, K: PartialEq>(list: &mut Vec<T>, more: &[T], key: impl Fn(&T) -> K) {
    for it in more {
        if !list.iter().any(|known| key(known) == key(it)) {
            list.push(it.clone());
        }
    }
}

/// `one` with every field that `other` fills in the place of its own. What `other` leaves empty stays, and so do tags and own fields
/// that it does not name.
pub(crate) fn replaced(one: &ContactDraft, other: &ContactDraft, country: &str) -> ContactDraft {
    let mut draft = filled(one, other, country);
    if !other.name.shown().is_empty() {
        draft.name = other.name.clone();
    }
    for (mine, theirs) in [
        (&mut draft.company, &other.company),
        (&mut draft.job_title, &other.job_title),
        (&mut draft.language, &other.language),
        (&mut draft.note, &other.note),
    ] {
        if !theirs.is_empty() {
            theirs.clone_into(mine);
        }
    }
    draft.birthday = other.birthday.or(one.birthday);
    for (mine, theirs) in
        [(&mut draft.emails, &other.emails), (&mut draft.phones, &other.phones), (&mut draft.websites, &other.websites)]
    {
        if !theirs.is_empty() {
            mine.clone_from(theirs);
        }
    }
    if !other.addresses.is_empty() {
        draft.addresses.clone_from(&other.addresses);
    }
    for it in &mut draft.custom {
        if let Some(new) = other.custom.iter().find(|new| new.name.to_lowercase() == it.name.to_lowercase()) {
            it.value.clone_from(&new.value);
        }
    }
    draft
}

/// The names of the fields that differ.
pub(crate) fn differing(one: &ContactDraft, other: &ContactDraft) -> Vec<&'static str> {
    FIELDS.iter().filter(|field| !(field.same)(one, other)).map(|field| field.name).collect()
}

/// The fields that differ, with what they hold in lines.
pub(crate) fn changes(from: &ContactDraft, to: &ContactDraft) -> Vec<FieldChange> {
    let differ = FIELDS.iter().filter(|field| !(field.same)(from, to));
    differ
        .map(|field| FieldChange { field: field.name.to_owned(), from: (field.lines)(from), to: (field.lines)(to) })
        .collect()
}

/// Takes a change from `old` to `new` back where nobody changed the field since: what stands there then, and the fields that stay.
pub(crate) fn put_back(
    current: &ContactDraft,
    old: &ContactDraft,
    new: &ContactDraft,
) -> (ContactDraft, Vec<&'static str>) {
    let mut draft = current.clone();
    let mut stay = Vec::new();
    for field in FIELDS.iter().filter(|field| !(field.same)(old, new)) {
        if (field.same)(current, new) {
            (field.copy)(old, &mut draft);
        } else {
            stay.push(field.name);
        }
    }
    (draft, stay)
}

/// One field of a draft.
struct Field {
    /// As `field-<name>` calls it.
    name: &'static str,
    same: fn(&ContactDraft, &ContactDraft) -> bool,
    copy: fn(&ContactDraft, &mut ContactDraft),
    lines: fn(&ContactDraft) -> Vec<String>,
}

/// Describes a field by its name, the draft's own field, and what it holds in lines.
macro_rules! field {
    ($name:literal, $field:ident, $lines:expr) => {
        Field {
            name: $name,
            same: |one, other| one.$field == other.$field,
            copy: |from, to| to.$field.clone_from(&from.$field),
            lines: |draft| $lines(&draft.$field),
        }
    };
}

const FIELDS: [Field; 13] = [
    field!("name", name, |it: &PersonName| line(&it.shown())),
    field!("company", company, line),
    field!("job_title", job_title, line),
    field!("email", emails, labelled),
    field!("phone", phones, labelled),
    field!("website", websites, labelled),
    field!("address", addresses, addresses),
    field!("birthday", birthday, |it: &Option<Birthday>| it.map(Birthday::text).into_iter().collect()),
    field!("language", language, line),
    field!("source", source, |_| Vec::new()),
    field!("tag", tags, <[String]>::to_vec),
    field!("custom", custom, |it: &[CustomValue]| it.iter().map(|it| format!("{}: {}", it.name, it.value)).collect()),
    field!("note", note, line),
];

fn line(text: &str) -> Vec<String> {
    if text.is_empty() { Vec::new() } else { vec![text.to_owned()] }
}

fn labelled(list: &[Labelled]) -> Vec<String> {
    list.iter().map(|it| it.value.clone()).collect()
}

fn addresses(list: &[PostalAddress]) -> Vec<String> {
    let join = |it: &PostalAddress| {
        let parts = [&it.street, &it.postal_code, &it.town, &it.region, &it.country].map(String::as_str);
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    };
    list.iter().map(join).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(given: &str, company: &str, phones: &[&str], note: &str) -> ContactDraft {
        let phone = |it: &&str| Labelled { label: String::new(), value: (*it).to_owned() };
        ContactDraft {
            name: PersonName { given: given.to_owned(), ..PersonName::default() },
            company: company.to_owned(),
            phones: phones.iter().map(phone).collect(),
            note: note.to_owned(),
            ..ContactDraft::default()
        }
    }

    #[test]
    fn filling_changes_nothing_that_is_there_and_replacing_nothing_that_the_other_leaves_empty() {
        let one = draft("Anna", "Bakery", &["06 12345678"], "mine");
        let other = draft("A.", "", &["+31612345678", "020 1234567"], "theirs");
        let fill = filled(&one, &other, "NL");
        assert_eq!((fill.name.given.as_str(), fill.company.as_str(), fill.phones.len()), ("Anna", "Bakery", 2));
        assert_eq!(fill.note, "mine\n\ntheirs");
        assert_eq!(differing(&one, &fill), ["phone", "note"]);
        let replace = replaced(&one, &other, "NL");
        assert_eq!((replace.name.given.as_str(), replace.company.as_str()), ("A.", "Bakery"));
        assert_eq!((replace.phones.len(), replace.note.as_str()), (2, "theirs"));
        assert!(differing(&one, &filled(&one, &one, "NL")).is_empty());
    }

    #[test]
    fn what_was_changed_since_is_not_put_back() {
        let old = draft("Anna", "", &[], "mine");
        let new = draft("Anna", "Bakery", &["06 12345678"], "mine");
        let mut now = new.clone();
        now.company = "Garage".to_owned();
        now.note = "later".to_owned();
        let (back, stay) = put_back(&now, &old, &new);
        assert_eq!((back.company.as_str(), back.phones.len(), back.note.as_str()), ("Garage", 0, "later"));
        assert_eq!(stay, ["company"]);
    }
}

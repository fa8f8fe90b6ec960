//! The fingerprint of a draft, by which a row that came in before is known again.

use rappel_domain::contact::ContactDraft;
use sha2::{Digest, Sha256};

/// A SHA-256 over what the draft says, the same for the same content whatever the order of its addresses, the case of its
/// letters, the blanks between its words and the way its phone numbers are written. The source does not count: the same
/// list under another source is still the same list.
pub fn row_hash(draft: &ContactDraft) -> [u8; 32] {
    let mut hash = Sha256::new();
    // Every part goes in with its length, so that no two different drafts run together into one text.
    let mut put = |part: &str| {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part.as_bytes());
    };
    let name = &draft.name;
    for part in [&name.prefix, &name.given, &name.particle, &name.family, &name.display] {
        put(&plain(part));
    }
    for part in [&draft.company, &draft.job_title, &draft.language, &draft.note] {
        put(&plain(part));
    }
    let lists = [
        draft.emails.iter().map(|email| plain(&email.value)).collect::<Vec<_>>(),
        draft.phones.iter().map(|phone| digits(&phone.value)).collect(),
        draft.websites.iter().map(|site| plain(&site.value)).collect(),
        draft.tags.iter().map(|tag| plain(tag)).collect(),
        draft.custom.iter().map(|field| format!("{}\0{}", plain(&field.name), plain(&field.value))).collect(),
        draft
            .addresses
            .iter()
            .map(|a| [&a.street, &a.postal_code, &a.town, &a.region, &a.country].map(|part| plain(part)).join("\0"))
            .collect(),
    ];
    for mut list in lists {
        list.sort_unstable();
        put(&list.len().to_string());
        for value in &list {
            put(value);
        }
    }
    let birthday = draft.birthday.map(|b| format!("{:?}-{}-{}", b.year(), b.month(), b.day()));
    put(&birthday.unwrap_or_default());
    hash.finalize().into()
}

/// The same over the cells of a row as they stand in the table, whatever they are mapped to: the case of letters, blanks and
/// empty cells at the end do not count.
pub fn cells_hash(cells: &[String]) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(b"cells");
    let end = cells.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |at| at + 1);
    for cell in &cells[..end] {
        let cell = plain(cell);
        hash.update((cell.len() as u64).to_le_bytes());
        hash.update(cell.as_bytes());
    }
    hash.finalize().into()
}

/// The same for a row of our own export, in which two people may be told by the same words: their numbers count too.
pub fn exported_hash(draft: &ContactDraft, id: &str) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(row_hash(draft));
    hash.update(id.as_bytes());
    hash.finalize().into()
}

fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

fn digits(phone: &str) -> String {
    phone.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '+').collect()
}

#[cfg(test)]
mod tests {
    use rappel_domain::contact::{Labelled, PersonName};

    use super::*;

    fn named(given: &str, family: &str) -> ContactDraft {
        let name = PersonName { given: given.into(), family: family.into(), ..PersonName::default() };
        ContactDraft { name, ..ContactDraft::default() }
    }

    #[test]
    fn the_same_content_written_otherwise_has_the_same_fingerprint() {
        let mut one = named("Sanne", "Boer");
        one.phones = vec![Labelled { label: "home".into(), value: "+31 6 1234".into() }];
        let mut two = named(" sanne", "BOER");
        two.phones = vec![Labelled { label: "mobile".into(), value: "+3161234".into() }];
        assert_eq!(row_hash(&one), row_hash(&two));
    }

    #[test]
    fn other_content_has_another_fingerprint_also_with_only_a_name() {
        assert_ne!(row_hash(&named("Sanne", "Boer")), row_hash(&named("Sanne", "Bakker")));
        assert_ne!(row_hash(&named("San", "neBoer")), row_hash(&named("Sanne", "Boer")));
    }

    #[test]
    fn the_fingerprint_is_frozen_as_it_is_stored() {
        let hex: String = row_hash(&named("Sanne", "Boer")).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(hex, "aea0796f39bc5424c81c2ac612ff572639f9a3c325169fd8323db761b111921e");
    }
}

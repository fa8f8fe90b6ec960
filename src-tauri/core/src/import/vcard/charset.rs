//! The character sets of a file of cards, which in vCard 2.1 may differ from property to property.

use std::borrow::Cow;

use encoding_rs::Encoding;

use super::super::decode::{self, Decoded, Refused};

/// The text of a file of cards. As [`decode::decode`]; and where that must guess, a property with `CHARSET=` is read in the
/// set that it names.
///
/// # Errors
/// As [`decode::decode`].
pub fn decode<'a>(bytes: impl Into<Cow<'a, [u8]>>) -> Result<Decoded, Refused> {
    let bytes = bytes.into();
    // Nothing is guessed of most files, which are taken as they are.
    if std::str::from_utf8(&bytes).is_ok() {
        return decode::decode(bytes);
    }
    if let Some(whole) = joined(&bytes) {
        return decode::decode(whole);
    }
    let whole = decode::decode(&*bytes)?;
    let names_a_set = || bytes.windows(8).any(|window| window.eq_ignore_ascii_case(b"CHARSET="));
    if !whole.guessed || whole.encoding.starts_with("UTF-16") || !names_a_set() {
        return Ok(whole);
    }
    let usual = Encoding::for_label(whole.encoding.as_bytes()).unwrap_or(encoding_rs::WINDOWS_1252);
    let (mut text, mut lossy, mut present) = (String::with_capacity(bytes.len() * 2), false, usual);
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        let continued = matches!(line.first(), Some(b' ' | b'\t'));
        if !continued {
            present = named_set(line).unwrap_or(usual);
        }
        let (letters, bad) = present.decode_without_bom_handling(line);
        lossy |= bad;
        text.push_str(&letters);
    }
    Ok(Decoded { text, lossy, ..whole })
}

/// The file without the line breaks that stand inside a letter, if it is UTF-8 then: many programs fold vCards by bytes
/// (RFC 6350, 3.2, warns of it).
fn joined(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut whole: Vec<u8> = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((first, others)) = rest.split_first() {
        let is_inside = |after: &&[u8]| {
            let middle = after.first().is_some_and(|byte| (0x80..0xc0).contains(byte));
            middle && whole.last().is_some_and(|byte| !byte.is_ascii())
        };
        rest = if let Some(after) = after_fold(rest).filter(is_inside) {
            after
        } else {
            whole.push(*first);
            others
        };
    }
    std::str::from_utf8(&whole).is_ok().then_some(whole)
}

/// What stands behind a folded line break, where there is one.
fn after_fold(bytes: &[u8]) -> Option<&[u8]> {
    match bytes {
        [b'\r', b'\n', b' ' | b'\t', after @ ..] | [b'\n', b' ' | b'\t', after @ ..] => Some(after),
        _ => None,
    }
}

/// The character set that a line names before its colon.
fn named_set(line: &[u8]) -> Option<&'static Encoding> {
    let header = &line[..line.iter().position(|byte| *byte == b':')?];
    let label = header.split(|byte| *byte == b';').find_map(|param| {
        let (name, value) = param.split_at_checked(8)?;
        name.eq_ignore_ascii_case(b"CHARSET=").then_some(value)
    })?;
    Encoding::for_label(label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_property_is_read_in_the_set_it_names() {
        let card = b"BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=ISO-8859-2:Micha\xb3\nN;CHARSET=UTF-8:Zo\xc3\xab\nORG:Caf\xe9\nEND:VCARD\n";
        let decoded = decode(card).unwrap();
        assert!(decoded.text.contains("Michał") && decoded.text.contains("Zoë") && decoded.text.contains("Café"));
        assert!(!decoded.lossy);
    }

    #[test]
    fn a_line_that_is_folded_inside_a_letter_spoils_no_card() {
        for fold in ["\r\n ", "\n\t"] {
            let card = |name: &[u8]| [b"BEGIN:VCARD\r\nFN:", name, b"\r\nEND:VCARD\r\n"].concat();
            let cut = card(&[b"Zo\xc3", fold.as_bytes(), b"\xab \xe2\x82", fold.as_bytes(), b"\xac"].concat());
            let decoded = decode([cut, card("Björn".as_bytes())].concat()).unwrap();
            assert!(decoded.text.contains("FN:Zoë €\r\n") && decoded.text.contains("FN:Björn"), "{}", decoded.text);
            assert_eq!((decoded.encoding, decoded.guessed), ("UTF-8", false));
            // The same letters in an older set stay what they are, folded or not.
            let decoded =
                decode(card(&[b"Zo\xeb", fold.as_bytes(), b"\xe9n Bj\xf6rn Andr\xe9 caf\xe9"].concat())).unwrap();
            assert!(decoded.text.contains(&format!("Zoë{fold}én Björn")), "{}", decoded.text);
        }
    }
}

//! From bytes to text: which kind of file it is, in which character set, and a plain refusal of what is no text at all.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The kinds of file that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ImportKind")]
pub enum Kind {
    /// A table with a separator.
    Csv,
    /// Cards, RFC 6350 and its forerunners.
    Vcard,
}

/// A file as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without its byte order mark.
    pub text: String,
    /// The WHATWG name of the character set it was read in, for instance `windows-1252`.
    pub encoding: &'static str,
    /// Whether the character set was guessed from the letters, and may be wrong.
    pub guessed: bool,
    /// Whether there were bytes that the character set does not have; each shows as a replacement mark.
    pub lossy: bool,
}

/// Why a file is not read at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, TS)]
#[serde(tag = "code", content = "detail", rename_all = "snake_case")]
#[ts(rename = "ImportRefused")]
pub enum Refused {
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// It is another kind of file, named: `xlsx`, `zip`, `pdf`, `png`, or `binary` when nothing fits.
    #[error("not a text file but {0}")]
    NotText(String),
    /// The name of a character set that is unknown.
    #[error("unknown character set {0}")]
    UnknownEncoding(String),
    /// The first row has this many columns, more than a table may have.
    #[error("{0} columns")]
    TooManyColumns(u32),
}

/// How much of the beginning is looked at to tell what a file is.
const HEAD: usize = 64 * 1024;

/// What kind of file it is: by its content, and by its name where the content does not tell.
pub fn detect(bytes: &[u8], file_name: &str) -> Kind {
    let head = &bytes[..bytes.len().min(1024)];
    // Leaving out NULs makes UTF-16 look like ASCII, which is all that is needed here.
    let letters: Vec<u8> = head.iter().filter(|b| b.is_ascii_graphic()).map(u8::to_ascii_uppercase).take(12).collect();
    let name = file_name.to_lowercase();
    if letters.starts_with(b"BEGIN:VCARD") || name.ends_with(".vcf") || name.ends_with(".vcard") {
        return Kind::Vcard;
    }
    Kind::Csv
}

/// The text of a file: by its byte order mark, as UTF-8 if it is valid, as UTF-16 by where its zero bytes stand, and else
/// in the likeliest older character set, Windows-1252 when nothing speaks for another.
///
/// # Errors
/// [`Refused::Empty`], or [`Refused::NotText`] with the kind of file it is.
pub fn decode<'a>(bytes: impl Into<Cow<'a, [u8]>>) -> Result<Decoded, Refused> {
    let bytes = bytes.into();
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Refused::Empty);
    }
    if let Some((encoding, _)) = Encoding::for_bom(&bytes) {
        return text_of(bytes, encoding, false);
    }
    if let Some(kind) = binary_kind(&bytes) {
        return Err(Refused::NotText(kind.to_owned()));
    }
    let zeros = |from: usize| bytes.iter().take(HEAD).skip(from).step_by(2).filter(|b| **b == 0).count();
    let half = bytes.len().min(HEAD) / 2;
    let (even, odd) = (zeros(0), zeros(1));
    // Western text in UTF-16 has a zero in nearly every other byte, a text of any kind at least its line breaks and blanks.
    if odd > half / 4 && even <= odd / 10 {
        return text_of(bytes, UTF_16LE, true);
    }
    if even > half / 4 && odd <= even / 10 {
        return text_of(bytes, UTF_16BE, true);
    }
    if even + odd > bytes.len().min(HEAD) / 1000 + 8 {
        return Err(Refused::NotText("binary".to_owned()));
    }
    if std::str::from_utf8(&bytes).is_ok() {
        return text_of(bytes, UTF_8, false);
    }
    let encoding = guess(&bytes);
    text_of(bytes, encoding, true)
}

/// The text of a file in a character set that somebody chose, by any name it goes by (`latin1`, `cp1250`).
///
/// # Errors
/// As [`decode`], and [`Refused::UnknownEncoding`].
pub fn decode_as<'a>(bytes: impl Into<Cow<'a, [u8]>>, encoding: &str) -> Result<Decoded, Refused> {
    let encoding =
        Encoding::for_label(encoding.as_bytes()).ok_or_else(|| Refused::UnknownEncoding(encoding.to_owned()))?;
    text_of(bytes.into(), encoding, false)
}

/// The likeliest character set of bytes that are not UTF-8. The detector is made for whole web pages; of a few letters it
/// makes rare Asian sets, which it is only trusted with from a good number of letters on.
pub(super) fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guessed = detector.guess(None, Utf8Detection::Deny);
    let high = bytes.iter().filter(|b| !b.is_ascii()).take(200).count();
    if high < 200 && !guessed.is_single_byte() && guessed.decode_without_bom_handling(bytes).1 {
        return WINDOWS_1252;
    }
    guessed
}

fn text_of(bytes: Cow<'_, [u8]>, encoding: &'static Encoding, guessed: bool) -> Result<Decoded, Refused> {
    let (text, encoding, lossy) = encoding.decode(&bytes);
    let mut text = match text {
        // The bytes are the text as it is: a large file must not stand in memory twice.
        Cow::Borrowed(text) if text.len() == bytes.len() => String::from_utf8(bytes.into_owned()).unwrap_or_default(),
        text => text.into_owned(),
    };
    // Old Macintosh line ends would make the whole file one line.
    if text.contains('\r') && !text.contains('\n') {
        text = text.replace('\r', "\n");
    }
    if text.trim().is_empty() {
        return Err(Refused::Empty);
    }
    let head = &text[..super::fill::floor(&text, HEAD)];
    if head.matches('\0').count() > head.len() / 1000 + 8 {
        return Err(Refused::NotText("binary".to_owned()));
    }
    Ok(Decoded { text, encoding: encoding.name(), guessed, lossy })
}

/// The kind of a file that is surely no text, by its first bytes.
fn binary_kind(bytes: &[u8]) -> Option<&'static str> {
    let head = &bytes[..bytes.len().min(4096)];
    let has = |what: &[u8]| head.windows(what.len()).any(|window| window == what);
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return Some(match () {
            () if has(b"opendocument.spreadsheet") => "ods",
            () if has(b"opendocument") => "opendocument",
            () if has(b"xl/") => "xlsx",
            () if has(b"word/") => "docx",
            () if has(b"[Content_Types].xml") => "office",
            () => "zip",
        });
    }
    const SIGNS: [(&[u8], &str); 15] = [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "xls"),
        (b"%PDF-", "pdf"),
        (b"\x89PNG\r\n", "png"),
        (b"\xff\xd8\xff", "jpeg"),
        (b"GIF8", "gif"),
        (b"SQLite format 3\0", "sqlite"),
        (b"\x1f\x8b", "gzip"),
        (b"7z\xbc\xaf\x27\x1c", "7z"),
        (b"Rar!\x1a\x07", "rar"),
        (b"BZh", "bzip2"),
        (b"\xfd7zXZ\0", "xz"),
        (b"!BDN", "pst"),
        (b"{\\rtf", "rtf"),
        (b"MZ\x90\0", "program"),
        (b"\x7fELF", "program"),
    ];
    if head.starts_with(b"RIFF") && head.get(8..12) == Some(b"WEBP") {
        return Some("webp");
    }
    if head.get(4..8) == Some(b"ftyp") {
        return Some("heic");
    }
    SIGNS.iter().find(|(sign, _)| head.starts_with(sign)).map(|(_, kind)| *kind)
}

/// The media type of a photo by its first bytes, for the kinds that the window can show.
pub(super) fn image_type(bytes: &[u8]) -> Option<&'static str> {
    match binary_kind(bytes)? {
        "jpeg" => Some("image/jpeg"),
        "png" => Some("image/png"),
        "gif" => Some("image/gif"),
        "webp" => Some("image/webp"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16(text: &str, big: bool) -> Vec<u8> {
        text.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
    }

    #[test]
    fn utf16_is_read_with_and_without_a_mark() {
        for big in [true, false] {
            for mark in ["", "\u{feff}"] {
                let decoded = decode(utf16(&format!("{mark}naam;plaats\nZoë;Łódź\n"), big)).unwrap();
                assert_eq!(decoded.text, "naam;plaats\nZoë;Łódź\n", "big {big}, mark {mark:?}");
                assert_eq!(decoded.encoding, if big { "UTF-16BE" } else { "UTF-16LE" });
            }
        }
        assert_eq!(detect(&utf16("BEGIN:VCARD\r\n", true), "x.txt"), Kind::Vcard);
    }

    #[test]
    fn utf8_and_windows_1252_are_told_apart() {
        assert_eq!(decode(b"\xef\xbb\xbfnaam\nZo\xc3\xab").unwrap().text, "naam\nZoë");
        let decoded = decode(b"naam\nZo\xeb\nBj\xf6rn\n\x80 5\n").unwrap();
        assert_eq!((decoded.text.as_str(), decoded.encoding), ("naam\nZoë\nBjörn\n€ 5\n", "windows-1252"));
        assert!(decoded.guessed && !decoded.lossy);
        assert_eq!(decode_as(b"\xf1", "iso-8859-2").unwrap().text, "ń");
    }

    #[test]
    fn what_is_no_text_is_refused_by_its_name() {
        let refused = |bytes: &[u8]| match decode(bytes) {
            Err(Refused::NotText(kind)) => kind,
            other => panic!("{other:?}"),
        };
        assert_eq!(refused(b"PK\x03\x04\x14\0\x06\0\x08\0[Content_Types].xml ... xl/workbook.xml"), "xlsx");
        assert_eq!(refused(b"\x89PNG\r\n\x1a\n\0\0"), "png");
        assert_eq!(refused(&[1, 0, 0, 0, 2, 0, 0, 0].repeat(100)), "binary");
        assert_eq!(decode(b" \r\n "), Err(Refused::Empty));
        assert_eq!(decode(b"\xff\xfe\x0a\0"), Err(Refused::Empty));
        assert!(matches!(decode_as(b"a", "klingon"), Err(Refused::UnknownEncoding(_))));
    }

    #[test]
    fn old_macintosh_line_ends_are_line_ends() {
        assert_eq!(decode(b"naam\rJan\r").unwrap().text, "naam\nJan\n");
    }
}

//! Making one card plain: long lines joined, letters decoded, what is no text taken out, everything of limited size. What
//! remains is a card that `calcard` reads without surprise.

use encoding_rs::{Encoding, UTF_8};

use super::super::decode::guess;
use super::super::fill::Filling;
use super::super::{PHOTO_LIMIT, ProblemCode};
use super::split::{is_begin, is_end, opens_agent};

/// A card in two parts.
#[derive(Debug, Default)]
pub(super) struct Mended {
    /// The properties that a contact has fields for, as a card of version 4.0.
    pub text: String,
    /// How many properties are in it.
    pub count: usize,
    /// The others, with their group, name and value.
    pub others: Vec<Other>,
}

/// A property without a field of its own.
#[derive(Debug)]
pub(super) struct Other {
    pub group: String,
    pub name: String,
    pub value: String,
}

/// The longest value in bytes (a note of the longest kind), the most parts of one value and the most properties of a card.
const VALUE_LIMIT: usize = 400_000;
const PART_LIMIT: usize = 1_000;
const PROPERTY_LIMIT: usize = 2_000;

/// The properties that calcard reads for us.
const FIELDS: [&str; 18] = [
    "N",
    "FN",
    "NICKNAME",
    "ORG",
    "TITLE",
    "ROLE",
    "EMAIL",
    "TEL",
    "ADR",
    "LABEL",
    "URL",
    "BDAY",
    "NOTE",
    "CATEGORIES",
    "LANG",
    "LANGUAGE",
    "PHOTO",
    "X-ABLABEL",
];
/// Properties that are about the file or the program, not the person.
const BOOKKEEPING: [&str; 18] = [
    "PRODID",
    "REV",
    "UID",
    "X-ABUID",
    "CLIENTPIDMAP",
    "SORT-STRING",
    "MAILER",
    "PROFILE",
    "SOURCE",
    "CREATED",
    "X-MS-OL-DESIGN",
    "X-MS-OL-DEFAULT-POSTAL-ADDRESS",
    "X-COUCHDB-APPLICATION-ANNOTATIONS",
    "X-EVOLUTION-FILE-AS",
    "X-ABADR",
    "X-ABSHOWAS",
    "X-IMAGEHASH",
    "X-SHARED-PHOTO-DISPLAY-PREF",
];

/// One property before its value is looked at.
struct Property<'a> {
    group: &'a str,
    name: String,
    params: Vec<&'a str>,
}

/// Mends one card. Problems and what could not be read go to `filling`.
pub(super) fn mend(card: &str, filling: &mut Filling) -> Mended {
    let mut mended = Mended { text: "BEGIN:VCARD\nVERSION:4.0\n".to_owned(), ..Mended::default() };
    let mut lines = card.split('\n').map(|line| line.trim_end_matches('\r')).peekable();
    let (mut seen, mut after_agent) = (0, false);
    while let Some(line) = lines.next() {
        if is_begin(line) && seen > 0 && after_agent {
            let inner = inner_card(&mut lines);
            filling.origin = "AGENT".into();
            filling.keep(ProblemCode::KeptInNote, &inner);
            continue;
        }
        after_agent = opens_agent(line) || after_agent && line.trim().is_empty();
        seen += 1;
        if is_begin(line) || is_end(line) || line.trim().is_empty() || opens_agent(line) {
            continue;
        }
        if seen > PROPERTY_LIMIT {
            filling.problem(ProblemCode::TooManyValues, line);
            break;
        }
        let encoding = encoding_of(line);
        let whole = join(line, encoding, &mut lines);
        property(&whole, encoding, filling, &mut mended);
    }
    mended.text.push_str("END:VCARD\n");
    mended
}

/// The lines of a card inside this one, up to its end.
fn inner_card<'a>(lines: &mut impl Iterator<Item = &'a str>) -> String {
    let (mut depth, mut inner) = (1, String::new());
    for line in lines {
        depth = depth + i64::from(is_begin(line)) - i64::from(is_end(line));
        if depth == 0 {
            break;
        }
        inner.push_str(line);
        inner.push('\n');
    }
    inner
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Coding {
    Plain,
    QuotedPrintable,
    Base64,
}

fn encoding_of(line: &str) -> Coding {
    let header = line.split(':').next().unwrap_or_default().to_ascii_uppercase();
    let mut params = header.split(';').skip(1).map(|param| param.trim_start_matches("ENCODING="));
    params
        .find_map(|param| match param {
            "QUOTED-PRINTABLE" => Some(Coding::QuotedPrintable),
            "BASE64" | "B" => Some(Coding::Base64),
            _ => None,
        })
        .unwrap_or(Coding::Plain)
}

/// A line with those that continue it: after a blank at their beginning (RFC 6350 section 3.2), after `=` at the end in
/// quoted-printable, and in base64 also bare ones, as some telephones write them.
fn join<'a>(line: &str, coding: Coding, lines: &mut std::iter::Peekable<impl Iterator<Item = &'a str>>) -> String {
    let mut whole = line.to_owned();
    loop {
        let Some(next) = lines.peek().copied() else { return whole };
        let soft_break = coding == Coding::QuotedPrintable && whole.trim_end().ends_with('=');
        let bare = coding == Coding::Base64
            && !next.is_empty()
            && next.bytes().all(|b| b.is_ascii_alphanumeric() || b"+/=".contains(&b));
        if soft_break && !is_end(next) {
            whole.truncate(whole.trim_end().len() - 1);
            whole.push_str(next);
        } else if let Some(rest) = next.strip_prefix([' ', '\t']) {
            whole.push_str(if coding == Coding::Base64 { rest.trim() } else { rest });
        } else if bare {
            whole.push_str(next);
        } else {
            return whole;
        }
        lines.next();
    }
}

/// Takes one whole line apart and puts it where it belongs.
fn property(line: &str, coding: Coding, filling: &mut Filling, mended: &mut Mended) {
    let Some((property, value)) = header(line) else {
        filling.origin.clear();
        return filling.keep(ProblemCode::LineUnreadable, line);
    };
    filling.origin.clone_from(&property.name);
    if coding == Coding::Base64 || value.trim_start().get(..5).is_some_and(|start| start.eq_ignore_ascii_case("data:"))
    {
        return binary(&property, value, filling, mended);
    }
    let value = if coding == Coding::QuotedPrintable { letters(&property, value, filling) } else { escape(value) };
    if value.len() > VALUE_LIMIT {
        return filling.problem(ProblemCode::ValueTooLong, &format!("{}: {value:.100}", property.name));
    }
    if property.name != "NOTE" && value.matches([';', ',']).count() > PART_LIMIT {
        return filling.problem(ProblemCode::TooManyValues, &format!("{}: {value:.100}", property.name));
    }
    match property.name.as_str() {
        "VERSION" => {}
        "KIND" | "X-ADDRESSBOOKSERVER-KIND" => match value.trim().to_lowercase().as_str() {
            "individual" => {}
            // A company is a contact of its own in a list of leads; a group is a list.
            "org" => filling.problem(ProblemCode::LeftOut, &format!("{}: org", property.name)),
            kind => filling.problem(ProblemCode::NotAPerson, kind),
        },
        name if BOOKKEEPING.contains(&name) => filling.problem(ProblemCode::LeftOut, &format!("{name}: {value}")),
        "PHOTO" => filling.keep(ProblemCode::KeptInNote, &unescape(&value)),
        name if FIELDS.contains(&name) => mended.push(&property, &value),
        _ => {
            let group = property.group.to_owned();
            mended.others.push(Other { group, name: property.name, value: unescape(&value) });
        }
    }
}

/// The part of a line before its colon, and its value. A colon inside quotation marks is none, unless they never close.
fn header(line: &str) -> Option<(Property<'_>, &str)> {
    let mut quoted = false;
    let outside = line.bytes().position(|byte| {
        quoted ^= byte == b'"';
        byte == b':' && !quoted
    });
    let colon = outside.or_else(|| line.find(':'))?;
    let mut parts = Vec::new();
    let (mut from, mut quoted) = (0, false);
    for (at, byte) in line.bytes().enumerate().take(colon) {
        quoted ^= byte == b'"';
        if byte == b';' && !quoted {
            parts.push(line[from..at].trim());
            from = at + 1;
        }
    }
    parts.push(line[from..colon].trim());
    let full = parts.remove(0);
    let (group, name) = full.rsplit_once('.').unwrap_or(("", full));
    let plain = |word: &str| word.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
    let sane = !name.is_empty() && plain(name) && plain(group) && full.len() <= 100 && parts.len() <= 100;
    sane.then(|| (Property { group, name: name.to_ascii_uppercase(), params: parts }, &line[colon + 1..]))
}

/// The text of a quoted-printable value (RFC 2045 section 6.7) in the character set it names, or the likeliest one.
fn letters(property: &Property<'_>, value: &str, filling: &mut Filling) -> String {
    let hex = |byte: u8| (byte as char).to_digit(16).map(|digit| digit as u8);
    let (raw, mut bytes, mut at) = (value.as_bytes(), Vec::with_capacity(value.len()), 0);
    while at < raw.len() {
        let pair = (raw[at] == b'=').then(|| Some((hex(*raw.get(at + 1)?)?, hex(*raw.get(at + 2)?)?))).flatten();
        match pair {
            Some((high, low)) => {
                bytes.push(high << 4 | low);
                at += 3;
            }
            // A sign that stands for nothing is a letter like any other, but at the end it is a break too many.
            None if raw[at] == b'=' && at + 1 == raw.len() => at += 1,
            None => {
                bytes.push(raw[at]);
                at += 1;
            }
        }
    }
    let named = property.params.iter().find_map(|param| {
        let (name, value) = param.split_once('=')?;
        name.eq_ignore_ascii_case("CHARSET").then(|| Encoding::for_label(value.trim_matches('"').as_bytes()))?
    });
    let guessed = named.is_none() && std::str::from_utf8(&bytes).is_err();
    let encoding = named.unwrap_or_else(|| if guessed { guess(&bytes) } else { UTF_8 });
    let (text, lossy) = encoding.decode_without_bom_handling(&bytes);
    if lossy {
        filling.problem(ProblemCode::LettersLost, &format!("{}: {text}", property.name));
    } else if guessed {
        filling.problem(ProblemCode::CharsetGuessed, &format!("{}: {text} ({})", property.name, encoding.name()));
    }
    escape(&text)
}

/// Line breaks as a plain card writes them. In vCard 2.1 a backslash is a letter unless it stands before a separator.
fn escape(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut escaped = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\n' => escaped.push_str("\\n"),
            // RFC 2426 and 6350 know no such escape, but Google writes it.
            '\\' if letters.peek() == Some(&'"') => {}
            '\\' if !matches!(letters.peek(), Some(';' | ',' | ':' | '\\' | 'n' | 'N')) => escaped.push_str("\\\\"),
            '\\' => escaped.extend(['\\'].into_iter().chain(letters.next())),
            _ => escaped.push(letter),
        }
    }
    escaped
}

/// The text of an escaped value, RFC 6350 section 3.4.
fn unescape(value: &str) -> String {
    let (mut text, mut letters) = (String::with_capacity(value.len()), value.chars());
    while let Some(letter) = letters.next() {
        match (letter, letter == '\\') {
            (_, true) => match letters.next() {
                Some('n' | 'N') => text.push('\n'),
                Some(other @ (',' | ';' | ':' | '\\' | '"')) => text.push(other),
                Some(other) => text.extend(['\\', other]),
                None => text.push('\\'),
            },
            _ => text.push(letter),
        }
    }
    text
}

/// Data that is not text: a photo goes on, of anything else the name and size are told.
fn binary(property: &Property<'_>, value: &str, filling: &mut Filling, mended: &mut Mended) {
    let base64 = match value.trim_start().get(..5) {
        Some(start) if start.eq_ignore_ascii_case("data:") => value.split_once("base64,").map(|(_, data)| data),
        _ => Some(value),
    };
    let size = base64.unwrap_or(value).len() / 4 * 3;
    match base64 {
        Some(_) if property.name == "PHOTO" && size > PHOTO_LIMIT + 3 => {
            filling.problem(ProblemCode::PhotoTooLarge, &size.to_string());
        }
        Some(data) if property.name == "PHOTO" => {
            let clean = data.split_whitespace().collect::<String>();
            mended.text.push_str(&format!("PHOTO;ENCODING=b:{clean}\n"));
            mended.count += 1;
        }
        _ => filling.problem(ProblemCode::BinaryLeftOut, &format!("{}: {size}", property.name)),
    }
}

impl Mended {
    /// Adds a property for calcard, without what has been dealt with. Dates stay text, to be read by our own reader.
    fn push(&mut self, property: &Property<'_>, value: &str) {
        if !property.group.is_empty() {
            self.text.push_str(property.group);
            self.text.push('.');
        }
        self.text.push_str(&property.name);
        if property.name == "BDAY" {
            self.text.push_str(";VALUE=text");
        }
        for param in &property.params {
            let name = param.split('=').next().unwrap_or_default().trim().to_ascii_uppercase();
            let done =
                matches!(name.as_str(), "ENCODING" | "CHARSET" | "VALUE" | "QUOTED-PRINTABLE" | "8BIT" | "7BIT" | "");
            if !done && param.matches('"').count() % 2 == 0 {
                self.text.push(';');
                self.text.push_str(param);
            }
        }
        self.text.push(':');
        self.text.push_str(value);
        self.text.push('\n');
        self.count += 1;
    }
}

//! Texts that are written again and again, with placeholders for what differs from person to person.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How a text goes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TemplateChannel {
    /// By e-mail, with a subject.
    #[default]
    Email,
    /// As a short message.
    Message,
}

/// What a placeholder stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Placeholder {
    /// The first name.
    FirstName,
    /// The family name with its particle.
    FamilyName,
    /// The name as shown.
    Name,
    /// The company.
    Company,
    /// The name of whoever writes, from the settings.
    MyName,
    /// What was asked of them last.
    Asked,
    /// The day of the next follow-up.
    NextDate,
    /// The question whose answer is still to be told, else the one that is open.
    Question,
    /// The answer to it.
    Answer,
    /// Today.
    Today,
}

impl Placeholder {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 10] = [
        Self::FirstName,
        Self::FamilyName,
        Self::Name,
        Self::Company,
        Self::MyName,
        Self::Asked,
        Self::NextDate,
        Self::Question,
        Self::Answer,
        Self::Today,
    ];

    /// The end of the key of its name: `placeholder-<key>`.
    pub fn key(self) -> &'static str {
        match self {
            Self::FirstName => "first-name",
            Self::FamilyName => "family-name",
            Self::Name => "name",
            Self::Company => "company",
            Self::MyName => "my-name",
            Self::Asked => "asked",
            Self::NextDate => "next-date",
            Self::Question => "question",
            Self::Answer => "answer",
            Self::Today => "today",
        }
    }
}

/// A part of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'a> {
    /// It stands there as it is.
    Words(&'a str),
    /// What stands between braces.
    Gap(&'a str),
}

/// What stands between braces is a placeholder up to this many letters; more is a text with braces.
const LONGEST_GAP: usize = 60;

/// The parts of a text. A brace without its other half on the same line is just a brace.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let (mut rest, mut from) = (text, 0);
    while let Some(open) = rest[from..].find('{').map(|at| from + at) {
        let inside = &rest[open + 1..];
        match inside.find(['}', '{', '\n']) {
            Some(close) if inside[close..].starts_with('}') && is_gap(&inside[..close]) => {
                if open > 0 {
                    pieces.push(Piece::Words(&rest[..open]));
                }
                pieces.push(Piece::Gap(&inside[..close]));
                rest = &inside[close + 1..];
                from = 0;
            }
            _ => from = open + 1,
        }
    }
    if !rest.is_empty() {
        pieces.push(Piece::Words(rest));
    }
    pieces
}

fn is_gap(inside: &str) -> bool {
    !inside.trim().is_empty() && inside.chars().count() <= LONGEST_GAP
}

/// The name of a placeholder as it is compared: capitals, blanks, hyphens and underscores make no difference.
pub fn plain_name(typed: &str) -> String {
    let words = typed.split(|c: char| c.is_whitespace() || c == '_' || c == '-').filter(|it| !it.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// A text with its gaps filled.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filled {
    /// The text. What is not known stands there as it was typed.
    pub text: String,
    /// What stands between braces and is no placeholder, each once.
    pub unknown: Vec<String>,
    /// Placeholders for which nothing is known of this person, each once.
    pub empty: Vec<Placeholder>,
    /// All that stand in it, each once.
    pub used: Vec<Placeholder>,
}

/// Fills the gaps of a text. What is put in is never looked at for placeholders itself.
pub fn fill(
    text: &str,
    named: impl Fn(&str) -> Option<Placeholder>,
    value: impl Fn(Placeholder) -> Option<String>,
) -> Filled {
    let mut filled = Filled::default();
    for piece in pieces(text) {
        match piece {
            Piece::Words(words) => filled.text += words,
            Piece::Gap(typed) => match named(&plain_name(typed)) {
                Some(placeholder) => {
                    once(&mut filled.used, placeholder);
                    match value(placeholder).filter(|it| !it.trim().is_empty()) {
                        Some(value) => filled.text += &value,
                        None => once(&mut filled.empty, placeholder),
                    }
                }
                None => {
                    filled.text += &format!("{{{typed}}}");
                    once(&mut filled.unknown, typed.trim().to_owned());
                }
            },
        }
    }
    filled
}

fn once<T: PartialEq>(list: &mut Vec<T>, item: T) {
    if !list.contains(&item) {
        list.push(item);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn named(name: &str) -> Option<Placeholder> {
        Placeholder::ALL.into_iter().find(|it| it.key().replace('-', " ") == name)
    }

    fn fill_for(text: &str) -> Filled {
        fill(text, named, |it| match it {
            Placeholder::FirstName => Some("Anna {company}".to_owned()),
            Placeholder::Company => Some(" ".to_owned()),
            _ => None,
        })
    }

    #[test]
    fn gaps_are_filled_however_their_name_is_written() {
        let filled = fill_for("Dear { First_name }, {FIRST-NAME}!");
        assert_eq!(filled.text, "Dear Anna {company}, Anna {company}!");
        assert_eq!(filled.used, [Placeholder::FirstName]);
        assert!(filled.unknown.is_empty());
    }

    #[test]
    fn what_is_unknown_stays_and_is_said_and_so_is_what_is_empty() {
        let filled = fill_for("{nickname} at {company}, {nickname}");
        assert_eq!(filled.text, "{nickname} at , {nickname}");
        assert_eq!((filled.unknown, filled.empty), (vec!["nickname".to_owned()], vec![Placeholder::Company]));
    }

    #[test]
    fn a_brace_alone_is_a_brace() {
        for text in ["{", "a { b", "{ }", "{}", "{\nfirst name}", "}{", "{ {first", &format!("{{{}}}", "x".repeat(61))]
        {
            let filled = fill_for(text);
            assert_eq!((filled.text.as_str(), filled.unknown.len()), (text, 0), "{text}");
        }
        assert_eq!(fill_for("{ {first name}").text, "{ Anna {company}");
    }

    proptest! {
        #[test]
        fn nothing_typed_is_lost(text in "[a{}\\n é🎈]{0,40}") {
            let back: String = pieces(&text).iter().map(|it| match it {
                Piece::Words(words) => (*words).to_owned(),
                Piece::Gap(inside) => format!("{{{inside}}}"),
            }).collect();
            prop_assert_eq!(back, text);
        }
    }
}

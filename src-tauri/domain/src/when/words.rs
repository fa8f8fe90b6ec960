//! The words in which people say when, in English and Dutch, and how a line is taken apart into them.

use chrono::{NaiveTime, Weekday};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A number with as many digits as were typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Digits {
    pub value: u32,
    pub count: usize,
}

/// A piece of what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// `12`.
    Number(Digits),
    /// Numbers with a sign between them: `10:30`, `12-5-2027`.
    Numbers(char, Vec<Digits>),
    /// A word in small letters and without accents.
    Word(String),
}

/// Takes a line apart. Numbers part from letters, so that `3pm`, `10u30` and `12mei` are what they look like.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let plain: String = text
        .nfd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .map(|c| if matches!(c, '’' | '‘' | '`' | '´') { '\'' } else { c })
        .collect();
    plain.split(|c: char| c.is_whitespace() || ",;()".contains(c)).flat_map(chunk).collect()
}

fn chunk(chunk: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut rest = chunk;
    // A number below nothing is no number to count with.
    if rest.starts_with('-') && rest[1..].starts_with(|c: char| c.is_ascii_digit()) {
        found.push(Token::Word("-".to_owned()));
        rest = &rest[1..];
    }
    while !rest.is_empty() {
        let numeric = rest.starts_with(|c: char| c.is_ascii_digit());
        let end =
            if numeric { numbers_end(rest) } else { rest.find(|c: char| c.is_ascii_digit()).unwrap_or(rest.len()) };
        let (piece, after) = rest.split_at(end);
        if numeric {
            found.push(numbers(piece));
        } else {
            let words = piece.split(['-', '/']).map(|it| it.trim_matches(|c: char| !c.is_alphanumeric()));
            found.extend(words.filter(|it| !it.is_empty()).map(|it| Token::Word(it.replace('.', ""))));
        }
        rest = after;
    }
    found
}

/// Where digits with single signs between them end.
fn numbers_end(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut end = 0;
    while end < bytes.len() {
        let is_sign = b":.-/".contains(&bytes[end]);
        let before_digit = bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
        if !(bytes[end].is_ascii_digit() || is_sign && before_digit) {
            break;
        }
        end += 1;
    }
    end
}

fn numbers(piece: &str) -> Token {
    let sign = piece.chars().find(|c| !c.is_ascii_digit());
    let parts: Option<Vec<_>> = piece
        .split([':', '.', '-', '/'])
        .map(|it| Some(Digits { value: it.parse().ok().filter(|_| it.len() <= 4)?, count: it.len() }))
        .collect();
    let alike = piece.chars().all(|c| c.is_ascii_digit() || Some(c) == sign);
    match (parts.as_deref(), sign) {
        (Some([only]), None) => Token::Number(*only),
        (Some(parts), Some(sign)) if alike && parts.len() <= 3 => Token::Numbers(sign, parts.to_vec()),
        _ => Token::Word(piece.to_owned()),
    }
}

/// Words that say nothing by themselves.
pub(super) fn is_filler(word: &str) -> bool {
    matches!(word, "on" | "the" | "of" | "op" | "de" | "het" | "van" | "s" | "t" | "and" | "en" | "dag" | "day")
}

/// Words behind which a number is a time of the day.
pub(super) fn says_time(word: &str) -> bool {
    matches!(word, "at" | "om" | "around" | "about" | "rond" | "omstreeks" | "by" | "tegen")
}

/// Whether a word is Dutch and no English one, or the other way round: *half 11* is half an hour earlier in Dutch.
pub(super) fn tongue(word: &str) -> Option<Tongue> {
    match word {
        "om" | "op" | "over" | "uur" | "vandaag" | "morgen" | "overmorgen" | "volgende" | "komende" | "aanstaande"
        | "deze" | "rond" | "omstreeks" | "middags" | "avonds" | "ochtends" | "morgens" | "voor" => Some(Tongue::Dutch),
        "at" | "on" | "today" | "tomorrow" | "next" | "coming" | "this" | "in" | "past" | "around" | "about" | "to"
        | "am" | "pm" => Some(Tongue::English),
        _ => match weekday(word) {
            Some(_) if word.len() > 3 || word.len() == 2 => {
                Some(if word.ends_with("day") { Tongue::English } else { Tongue::Dutch })
            }
            _ => hour_word(word).map(|(_, tongue)| tongue),
        },
    }
}

/// A language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tongue {
    English,
    Dutch,
}

/// Numbers in words, to twelve.
pub(super) fn hour_word(word: &str) -> Option<(u32, Tongue)> {
    const ENGLISH: [&str; 12] =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    const DUTCH: [&str; 12] =
        ["een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"];
    let place = |list: [&str; 12]| list.iter().position(|it| *it == word).and_then(|at| u32::try_from(at + 1).ok());
    place(ENGLISH).map(|n| (n, Tongue::English)).or_else(|| place(DUTCH).map(|n| (n, Tongue::Dutch)))
}

/// The days of the week, whole and short.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "monday" | "mon" | "maandag" | "ma" => Weekday::Mon,
        "tuesday" | "tue" | "tues" | "dinsdag" | "di" | "din" => Weekday::Tue,
        "wednesday" | "wed" | "woensdag" | "wo" | "woe" => Weekday::Wed,
        "thursday" | "thu" | "thur" | "thurs" | "donderdag" | "do" | "don" => Weekday::Thu,
        "friday" | "fri" | "vrijdag" | "vr" | "vrij" => Weekday::Fri,
        "saturday" | "sat" | "zaterdag" | "za" | "zat" => Weekday::Sat,
        "sunday" | "sun" | "zondag" | "zo" | "zon" => Weekday::Sun,
        _ => return None,
    })
}

/// The months, whole and short.
pub(super) fn month(word: &str) -> Option<u32> {
    Some(match word {
        "january" | "januari" | "jan" => 1,
        "february" | "februari" | "feb" | "febr" => 2,
        "march" | "maart" | "mar" | "mrt" => 3,
        "april" | "apr" => 4,
        "may" | "mei" => 5,
        "june" | "juni" | "jun" => 6,
        "july" | "juli" | "jul" => 7,
        "august" | "augustus" | "aug" => 8,
        "september" | "sept" | "sep" => 9,
        "october" | "oktober" | "oct" | "okt" => 10,
        "november" | "nov" => 11,
        "december" | "dec" => 12,
        _ => return None,
    })
}

/// What lies ahead is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Minutes,
    Hours,
    Days,
    Weeks,
    Months,
    Years,
}

/// The words of units. `uur` is one only behind *over* or *in*: elsewhere it is *o'clock*.
pub(super) fn unit(word: &str, behind_in: bool) -> Option<Unit> {
    Some(match word {
        "minute" | "minutes" | "min" | "mins" | "minuut" | "minuten" => Unit::Minutes,
        "hour" | "hours" | "uren" | "uurtje" => Unit::Hours,
        "uur" if behind_in => Unit::Hours,
        "day" | "days" | "dag" | "dagen" => Unit::Days,
        "week" | "weeks" | "weken" | "wk" => Unit::Weeks,
        "month" | "months" | "maand" | "maanden" => Unit::Months,
        "year" | "years" | "jaar" | "jaren" => Unit::Years,
        _ => return None,
    })
}

/// A part of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Morning,
    Afternoon,
    Evening,
    Night,
}

impl Part {
    /// The time that is meant where none is said; the night has none.
    pub(super) fn usual(self) -> Option<NaiveTime> {
        match self {
            Self::Morning => NaiveTime::from_hms_opt(9, 0, 0),
            Self::Afternoon => NaiveTime::from_hms_opt(14, 0, 0),
            Self::Evening => NaiveTime::from_hms_opt(18, 0, 0),
            Self::Night => None,
        }
    }
}

/// The words of the parts of a day. *Morgen* is tomorrow, so it is not among them.
pub(super) fn part(word: &str) -> Option<Part> {
    Some(match word {
        "morning" | "mornings" | "ochtend" | "ochtends" | "sochtends" | "morgens" | "smorgens" => Part::Morning,
        "afternoon" | "middag" | "middags" | "smiddags" => Part::Afternoon,
        "evening" | "avond" | "avonds" | "savonds" => Part::Evening,
        "night" | "nacht" | "nachts" | "snachts" => Part::Night,
        _ => return None,
    })
}

/// A part of today in one word.
pub(super) fn part_of_today(word: &str) -> Option<Part> {
    Some(match word {
        "vanochtend" | "vanmorgen" => Part::Morning,
        "vanmiddag" => Part::Afternoon,
        "vanavond" | "tonight" => Part::Evening,
        _ => return None,
    })
}

/// A day with a part of it in one word: *dinsdagmiddag*, *morgenochtend*.
pub(super) fn day_and_part(word: &str) -> Option<(&str, Part)> {
    [("ochtend", Part::Morning), ("morgen", Part::Morning), ("middag", Part::Afternoon), ("avond", Part::Evening)]
        .into_iter()
        .find_map(|(end, part)| {
            let day = word.strip_suffix(end)?;
            (weekday(day).is_some_and(|_| day.len() > 4) || (day == "morgen" || day == "overmorgen") && end != "morgen")
                .then_some((day, part))
        })
}

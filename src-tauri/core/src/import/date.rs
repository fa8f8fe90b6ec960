//! Reading birthdays as people and programs write them, without ever guessing which number is the day.

use rappel_domain::birthday::Birthday;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which of two numbers is the day, in dates like 03/04/1980.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum DateOrder {
    /// 3 April.
    DayFirst,
    /// 4 March.
    MonthFirst,
    /// The file does not tell: the person is asked. Until then such dates are kept as text.
    Ask {
        /// Up to five dates of the file that can be read two ways.
        examples: Vec<String>,
    },
}

/// What became of the text of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ReadDate {
    /// No date was meant: empty, or a program's way to write *none* (`0.0.00`, 1 January 4501).
    Nothing,
    /// A day, with its year if that was said.
    Day(Birthday),
    /// A day with a year of two digits, which is left out.
    YearUnsure(Birthday),
    /// Two readings are possible.
    Ambiguous,
    /// Not a date.
    Unreadable,
}

/// A date taken apart, before anybody says which number is the day.
enum Parts {
    Done(ReadDate),
    Open { first: u32, second: u32, year: Year },
}

#[derive(Clone, Copy)]
enum Year {
    Known(i32),
    TwoDigits,
    None,
}

/// Reads one date in the given order.
pub(super) fn read(text: &str, order: &DateOrder) -> ReadDate {
    match take_apart(text) {
        Parts::Done(read) => read,
        Parts::Open { first, second, year } => match (first > 12, second > 12, order) {
            (true, false, _) => day(second, first, year),
            (false, true, _) => day(first, second, year),
            (true, true, _) => ReadDate::Unreadable,
            _ if first == second => day(first, second, year),
            (_, _, DateOrder::DayFirst) => day(second, first, year),
            (_, _, DateOrder::MonthFirst) => day(first, second, year),
            (_, _, DateOrder::Ask { .. }) => ReadDate::Ambiguous,
        },
    }
}

/// What the dates of a file tell about their order together. A date that can be read one way only decides for all of them;
/// where none does, or two contradict each other, it is to be asked.
pub(super) fn order_of<'a>(dates: impl Iterator<Item = &'a str>) -> DateOrder {
    let (mut day_first, mut month_first, mut examples) = (false, false, Vec::new());
    for text in dates {
        if let Parts::Open { first, second, .. } = take_apart(text) {
            day_first |= first > 12 && second <= 12;
            month_first |= second > 12 && first <= 12;
            if first <= 12 && second <= 12 && first != second && examples.len() < 5 {
                examples.push(text.trim().to_owned());
            }
        }
    }
    match (day_first, month_first) {
        (true, false) => DateOrder::DayFirst,
        (false, true) => DateOrder::MonthFirst,
        _ if examples.is_empty() => DateOrder::DayFirst,
        _ => DateOrder::Ask { examples },
    }
}

fn day(month: u32, day: u32, year: Year) -> ReadDate {
    match year {
        // Apple writes 1604 where there is no year (a leap year, so that 29 February stands), others 0, 1 or 1900 less.
        Year::Known(0 | 1 | 1604) | Year::None => {
            Birthday::new(month, day, None).map_or(ReadDate::Unreadable, ReadDate::Day)
        }
        Year::Known(4501) => ReadDate::Nothing,
        Year::Known(year) => Birthday::new(month, day, Some(year)).map_or(ReadDate::Unreadable, ReadDate::Day),
        Year::TwoDigits => Birthday::new(month, day, None).map_or(ReadDate::Unreadable, ReadDate::YearUnsure),
    }
}

fn take_apart(text: &str) -> Parts {
    use Parts::Done;
    let text = text.trim();
    if text.len() > 80 {
        return Done(ReadDate::Unreadable);
    }
    let text = without_time(&text.to_lowercase()).to_owned();
    if text.chars().all(|c| matches!(c, '0' | '.' | '-' | '/' | ' ')) {
        // Nothing but zeros, as Outlook writes `0.0.00`.
        return Done(ReadDate::Nothing);
    }
    let Some((numbers, month, dotted)) = words(&text) else { return Done(ReadDate::Unreadable) };
    let no_year_mark = text.starts_with("--") && !text.starts_with("---");
    match (month, numbers.as_slice()) {
        // RFC 6350 section 4.3.1: --0308, and as Google and Apple write it, --03-08.
        (None, [(both, 4)]) if no_year_mark => Done(day(both / 100, both % 100, Year::None)),
        (None, [(month, 2), (d, 2)]) if no_year_mark => Done(day(*month, *d, Year::None)),
        (None, [(all, 8)]) => Done(day(all / 100 % 100, all % 100, Year::Known((all / 10_000) as i32))),
        (None, [(y, 4), (m, _), (d, _)]) => Done(day(*m, *d, Year::Known(*y as i32))),
        (None, [(first, 1..=2), (second, 1..=2), (y, digits)]) => {
            let year = match digits {
                4 => Year::Known(*y as i32),
                1..=2 => Year::TwoDigits,
                _ => return Done(ReadDate::Unreadable),
            };
            if *first > 31 {
                return Done(day(*second, *y, Year::TwoDigits));
            }
            open(*first, *second, year, dotted)
        }
        (None, [(first, 1..=2), (second, 1..=2)]) => open(*first, *second, Year::None, dotted),
        (Some(month), [(d, 1..=2)]) => Done(day(month, *d, Year::None)),
        (Some(month), [(d, 1..=2), (y, 4)] | [(y, 4), (d, 1..=2)]) => Done(day(month, *d, Year::Known(*y as i32))),
        (Some(month), [(d, 1..=2), (_, 2)]) => Done(day(month, *d, Year::TwoDigits)),
        _ => Done(ReadDate::Unreadable),
    }
}

/// Points between the numbers mean the day first, all over the world.
fn open(first: u32, second: u32, year: Year, dotted: bool) -> Parts {
    if dotted { Parts::Done(day(second, first, year)) } else { Parts::Open { first, second, year } }
}

/// The date of a date with a time: `1979-03-08T12:00:00Z`, `19790308T120000`, `8-3-1979 0:00`.
fn without_time(text: &str) -> &str {
    let bytes = text.as_bytes();
    let letter_t = (1..bytes.len().saturating_sub(1))
        .find(|at| bytes[*at] == b't' && bytes[at - 1].is_ascii_digit() && bytes[at + 1].is_ascii_digit());
    if let Some(at) = letter_t {
        return &text[..at];
    }
    match text.find(':').and_then(|colon| text[..colon].rfind(char::is_whitespace)) {
        Some(blank) => text[..blank].trim_end(),
        None => text,
    }
}

/// The numbers with their count of digits, the month if it is a word, and whether points stand between the numbers.
#[allow(clippy::type_complexity)]
fn words(text: &str) -> Option<(Vec<(u32, usize)>, Option<u32>, bool)> {
    let (mut numbers, mut month) = (Vec::new(), None);
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let len = if first.is_ascii_digit() {
            let len = rest.bytes().take_while(u8::is_ascii_digit).count();
            numbers.push((rest[..len].parse().ok()?, len));
            len
        } else if first.is_alphabetic() {
            let len = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
            match (month_of(&rest[..len]), month) {
                (Some(found), None) => month = Some(found),
                (None, _) if is_filler(&rest[..len]) => {}
                _ => return None,
            }
            len
        } else if matches!(first, '.' | '-' | '/' | ',' | '\u{2010}'..='\u{2013}') || first.is_whitespace() {
            first.len_utf8()
        } else {
            return None;
        };
        rest = &rest[len..];
    }
    Some((numbers, month, text.contains('.') && !text.contains(['/', '-'])))
}

/// The number of a month by its name or its beginning, in English, Dutch, German and French.
fn month_of(word: &str) -> Option<u32> {
    const MONTHS: [&[&str]; 12] = [
        &["january", "januari", "januar", "jänner", "janvier", "janv"],
        &["february", "februari", "februar", "février", "fevrier", "févr", "fév"],
        &["march", "maart", "mrt", "märz", "maerz", "mars"],
        &["april", "avril", "avr"],
        &["may", "mei", "mai"],
        &["june", "juni", "juin"],
        &["july", "juli", "juillet", "juil"],
        &["august", "augustus", "août", "aout"],
        &["september", "septembre", "sept"],
        &["october", "oktober", "octobre"],
        &["november", "novembre"],
        &["december", "dezember", "décembre", "decembre", "déc"],
    ];
    let is_month = |name: &&str| *name == word || word.chars().count() == 3 && name.starts_with(word);
    MONTHS.iter().position(|names| names.iter().any(is_month)).map(|at| at as u32 + 1)
}

/// Words that stand in a written date and say nothing: ordinal endings and the days of the week.
fn is_filler(word: &str) -> bool {
    const DAYS: [&str; 24] = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "maandag",
        "dinsdag",
        "woensdag",
        "donderdag",
        "vrijdag",
        "zaterdag",
        "zondag",
        "montag",
        "dienstag",
        "mittwoch",
        "freitag",
        "samstag",
        "sonntag",
        "mon",
        "fri",
        "sat",
        "sun",
    ];
    matches!(word, "st" | "nd" | "rd" | "th" | "e" | "er" | "de" | "of" | "den" | "am") || DAYS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ASK: DateOrder = DateOrder::Ask { examples: Vec::new() };

    fn on(month: u32, day: u32, year: Option<i32>) -> ReadDate {
        ReadDate::Day(Birthday::new(month, day, year).unwrap())
    }

    #[test]
    fn dates_with_one_meaning_are_read_in_every_shape() {
        let known = [
            "1979-03-08",
            "19790308",
            "1979-03-08T12:00:00Z",
            "19790308T120000",
            "1979/3/8",
            "8.3.1979",
            "08.03.1979 0:00",
            "8 maart 1979",
            "8. März 1979",
            "March 8, 1979",
            "8 Mar 1979",
            "8 mrt 1979",
            "Thursday, 8th of March 1979",
            "8 mars 1979",
        ];
        for text in known {
            assert_eq!(read(text, &ASK), on(3, 8, Some(1979)), "{text}");
        }
        assert_eq!(read("15 Jan 2024", &ASK), on(1, 15, Some(2024)));
        assert_eq!(read("25/12/1980", &ASK), on(12, 25, Some(1980)));
        assert_eq!(read("12/25/1980", &ASK), on(12, 25, Some(1980)));
        assert_eq!(read("5/5/1980", &ASK), on(5, 5, Some(1980)));
    }

    #[test]
    fn a_year_that_is_not_meant_is_no_year() {
        for text in
            ["--0308", "--03-08", " --03-08", "1604-03-08", "16040308", "0000-03-08", "0001-03-08", "8 maart", "8.3."]
        {
            assert_eq!(read(text, &ASK), on(3, 8, None), "{text}");
        }
        assert_eq!(read("1604-02-29", &ASK), on(2, 29, None));
        for text in ["", "0.0.00", "00.00.0000", "0000-00-00", "-", "1/1/4501", "01.01.4501"] {
            assert_eq!(read(text, &ASK), ReadDate::Nothing, "{text}");
        }
    }

    #[test]
    fn the_order_is_told_by_the_column_or_asked_and_never_guessed() {
        let mixed = ["03/04/1980", "25/12/1980", ""];
        let order = order_of(mixed.into_iter());
        assert_eq!(order, DateOrder::DayFirst);
        assert_eq!(read("03/04/1980", &order), on(4, 3, Some(1980)));
        assert_eq!(order_of(["03/04/1980", "03/25/1981"].into_iter()), DateOrder::MonthFirst);
        let open = order_of(["03/04/1980", "05/06/1981", "3.4.1980"].into_iter());
        assert_eq!(open, DateOrder::Ask { examples: vec!["03/04/1980".into(), "05/06/1981".into()] });
        assert_eq!(read("03/04/1980", &open), ReadDate::Ambiguous);
        assert_eq!(read("03-08", &DateOrder::MonthFirst), on(3, 8, None));
        assert!(matches!(order_of(["03/04/1980", "13/01/1980", "01/13/1980"].into_iter()), DateOrder::Ask { .. }));
    }

    #[test]
    fn a_year_of_two_digits_is_not_made_up() {
        assert_eq!(read("8.3.79", &ASK), ReadDate::YearUnsure(Birthday::new(3, 8, None).unwrap()));
        assert_eq!(read("79-03-08", &ASK), ReadDate::YearUnsure(Birthday::new(3, 8, None).unwrap()));
    }

    #[test]
    fn what_is_no_date_is_said_to_be_none() {
        for text in [
            "onbekend",
            "1979",
            "1979-03",
            "31.2.1980",
            "45/45/1980",
            "---08",
            "8 maart april 1979",
            "8:3",
            "99999999999",
        ] {
            assert_eq!(read(text, &ASK), ReadDate::Unreadable, "{text}");
        }
    }
}

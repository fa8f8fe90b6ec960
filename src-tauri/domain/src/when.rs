//! When somebody means, read from what they type: *tomorrow 10*, *volgende week dinsdag*, *over 3 maanden*.
//!
//! English and Dutch are understood beside each other, whatever language the window speaks. Nothing is guessed: what could be two
//! days or two times, what is past and what is not understood are told apart, so that the window can say what to type instead.
//! A day comes before its month (*12-5* is 12 May). Of a week *next* means its Monday, of a month or a year its first working day.

mod clock;
mod days;
mod words;

#[cfg(test)]
mod tests;

use chrono::{Duration, NaiveDate, NaiveDateTime, Timelike, Weekday};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::follow_up::Due;
use crate::settings::DayTime;
use clock::{Clock, clock, time};
use words::{Digits, Part, Token, Tongue, Unit};

/// The longest line that is read, in characters.
const LONGEST: usize = 200;
/// How much of a word that is not understood is told back, in characters.
const TOLD_BACK: usize = 40;

/// Why no moment was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Unclear {
    /// Nothing is said.
    Nothing,
    /// This word is not understood.
    Unknown {
        /// The word.
        word: String,
    },
    /// It lies behind.
    Past,
    /// The calendar has no such day.
    NoSuchDay,
    /// The clock has no such time.
    NoSuchTime,
    /// It could be either of two days.
    TwoDays {
        /// The one.
        first: NaiveDate,
        /// The other.
        second: NaiveDate,
    },
    /// It could be either of two times.
    TwoTimes {
        /// The one.
        first: DayTime,
        /// The other.
        second: DayTime,
    },
    /// A number could be a day or a time.
    DayOrTime,
    /// It says two things that do not go together.
    Contradicts,
}

/// Reads when something is due. What is read never lies before `now`.
///
/// # Errors
/// Why not.
pub fn read(text: &str, now: NaiveDateTime) -> Result<Due, Unclear> {
    if text.chars().count() > LONGEST {
        return Err(unknown(text.split_whitespace().next().unwrap_or_default()));
    }
    let tokens = words::tokens(text);
    if tokens.is_empty() {
        return Err(Unclear::Nothing);
    }
    let mut reader = Reader { tokens: &tokens, at: 0, now, said: Said::default() };
    while reader.at < tokens.len() {
        reader.step()?;
    }
    let due = reader.said.due(now)?;
    if due.is_overdue(now) { Err(Unclear::Past) } else { Ok(due) }
}

fn unknown(word: &str) -> Unclear {
    Unclear::Unknown { word: word.chars().take(TOLD_BACK).collect() }
}

/// Which of the days of that name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Which {
    Plain,
    /// The first from today on.
    This,
    /// The first after today.
    Coming,
    /// That of the next week, or the first after today: where these differ nobody knows.
    Next,
}

/// What was said so far.
#[derive(Debug, Default)]
struct Said {
    /// One day of the calendar.
    day: Option<NaiveDate>,
    /// A month and its day, without a year.
    month_day: Option<(u32, u32)>,
    /// A day of whatever month comes.
    of_month: Option<u32>,
    weekday: Option<(Weekday, Which)>,
    /// So many of that unit ahead.
    ahead: Option<(u32, Unit)>,
    /// It stood before the day of the week.
    ahead_first: bool,
    /// The week, month or year after this one.
    next: Option<Unit>,
    clock: Option<Clock>,
    part: Option<Part>,
    /// Numbers that are a time where a day is said too, and whether a word before them says so.
    loose: Option<(Digits, Option<Digits>, bool)>,
}

/// How many pieces were read; none where they are something else.
type Taken = Result<Option<usize>, Unclear>;

fn once<T: PartialEq>(slot: &mut Option<T>, value: T) -> Result<(), Unclear> {
    match slot {
        Some(there) if *there != value => Err(Unclear::Contradicts),
        _ => {
            *slot = Some(value);
            Ok(())
        }
    }
}

impl Said {
    fn due(mut self, now: NaiveDateTime) -> Result<Due, Unclear> {
        if let Some((count, unit @ (Unit::Minutes | Unit::Hours))) = self.ahead {
            return self.moment(count, unit, now);
        }
        self.settle_loose(now)?;
        let at = time(self.clock, self.part)?;
        match self.pick_day(now.date())? {
            Some(on) => Ok(Due { on, at }),
            None if at.is_some() => Ok(Due { on: now.date(), at }),
            None => Err(Unclear::Nothing),
        }
    }

    /// So many minutes or hours from now, up to the whole minute.
    fn moment(&self, count: u32, unit: Unit, now: NaiveDateTime) -> Result<Due, Unclear> {
        if self.clock.is_some() || self.part.is_some() || self.loose.is_some() || self.says_day_beside_ahead() {
            return Err(Unclear::Contradicts);
        }
        let minutes = i64::from(count) * if unit == Unit::Hours { 60 } else { 1 };
        let begun = i64::from(now.second() > 0 || now.nanosecond() > 0);
        let whole = now.with_second(0).and_then(|it| it.with_nanosecond(0)).unwrap_or(now);
        let then = whole.checked_add_signed(Duration::minutes(minutes + begun)).ok_or(Unclear::NoSuchDay)?;
        Ok(Due { on: then.date(), at: Some(then.time()) })
    }

    fn says_day_beside_ahead(&self) -> bool {
        self.day.is_some()
            || self.month_day.is_some()
            || self.of_month.is_some()
            || self.weekday.is_some()
            || self.next.is_some()
    }

    /// Numbers that stood alone: a time where the day is said too.
    fn settle_loose(&mut self, now: NaiveDateTime) -> Result<(), Unclear> {
        let Some((first, second, forced)) = self.loose else { return Ok(()) };
        let says_day = self.says_day_beside_ahead() || self.ahead.is_some();
        if !forced && !says_day && self.part.is_none() {
            return Err(Unclear::DayOrTime);
        }
        if let (None, false, Some((weekday, Which::Plain))) = (second, forced, self.weekday) {
            // *Friday 27* is a day, *Friday 10* an hour, unless Friday is the 10th.
            let same = days::day_of(days::coming(weekday, now.date(), true)) == first.value;
            if first.value > 23 && first.count <= 2 {
                return once(&mut self.of_month, first.value);
            }
            if same && first.value > 6 {
                return Err(Unclear::DayOrTime);
            }
        }
        let (hour, minute) = match second {
            Some(minute) => (first, minute.value),
            // *930* and *1030*, as the time field takes them.
            None if first.count >= 3 => {
                (Digits { value: first.value / 100, count: first.count - 2 }, first.value % 100)
            }
            None => (first, 0),
        };
        once(&mut self.clock, clock(hour, minute)?)
    }
}

/// Goes through what was typed, piece by piece.
struct Reader<'a> {
    tokens: &'a [Token],
    at: usize,
    now: NaiveDateTime,
    said: Said,
}

impl<'a> Reader<'a> {
    fn word(&self, at: usize) -> &'a str {
        match self.tokens.get(at) {
            Some(Token::Word(word)) => word,
            _ => "",
        }
    }

    fn number(&self, at: usize) -> Option<Digits> {
        match self.tokens.get(at) {
            Some(Token::Number(digits)) => Some(*digits),
            _ => None,
        }
    }

    /// A number in digits or in words, and the language of the words.
    fn counted(&self, at: usize) -> Option<(Digits, Option<Tongue>)> {
        let in_words = || words::hour_word(self.word(at)).map(|(value, it)| (Digits { value, count: 1 }, Some(it)));
        self.number(at).map(|digits| (digits, None)).or_else(in_words)
    }

    /// Reads the next piece: the first reading that fits it.
    fn step(&mut self) -> Result<(), Unclear> {
        let readings: [fn(&mut Self) -> Taken; 9] = [
            Self::clock_phrase,
            Self::ahead,
            Self::named_day,
            Self::end_of,
            Self::next,
            Self::weekday,
            Self::date,
            Self::part,
            Self::numbers,
        ];
        for reading in readings {
            if let Some(taken) = reading(self)? {
                self.at += taken;
                return Ok(());
            }
        }
        let word = self.word(self.at);
        let behind = self.word(self.at + 1);
        let leads_on = words::says_time(word)
            || word == "in" && matches!(behind, "the" | "de")
            || word == "from" && behind == "now";
        if !leads_on && !words::is_filler(word) {
            return Err(match self.tokens.get(self.at) {
                Some(Token::Number(digits)) => unknown(&digits.value.to_string()),
                _ => unknown(word),
            });
        }
        self.at += if word == "from" { 2 } else { 1 };
        Ok(())
    }

    /// Numbers with signs between them, and numbers alone.
    fn numbers(&mut self) -> Taken {
        let forced = self.at > 0 && words::says_time(self.word(self.at - 1));
        match self.tokens.get(self.at) {
            Some(Token::Numbers(':', parts)) => match parts.as_slice() {
                [hour, minute] if minute.count == 2 => once(&mut self.said.clock, clock(*hour, minute.value)?)?,
                _ => return Err(Unclear::NoSuchTime),
            },
            Some(Token::Numbers('.', parts)) if parts.len() == 2 && parts[1].count == 2 => {
                let (first, second) = (parts[0], parts[1]);
                let is_time = first.value <= 23 && second.value <= 59;
                let is_day = days::exists(first.value, second.value);
                match (is_time, is_day) {
                    (true, true) => once(&mut self.said.loose, (first, Some(second), forced))?,
                    (true, false) => once(&mut self.said.clock, clock(first, second.value)?)?,
                    (false, true) => once(&mut self.said.month_day, (second.value, first.value))?,
                    (false, false) => return Err(Unclear::NoSuchTime),
                }
            }
            Some(Token::Numbers(_, parts)) => self.numeric_date(parts)?,
            Some(Token::Number(digits)) => once(&mut self.said.loose, (*digits, None, forced))?,
            _ => match words::hour_word(self.word(self.at)) {
                Some((value, _)) if forced || self.at > 0 => {
                    once(&mut self.said.loose, (Digits { value, count: 1 }, None, forced))?;
                }
                _ => return Ok(None),
            },
        }
        Ok(Some(1))
    }

    /// *Morning*, *'s avonds*, *vanmiddag*.
    fn part(&mut self) -> Taken {
        let word = self.word(self.at);
        if let Some(part) = words::part_of_today(word) {
            once(&mut self.said.day, self.now.date())?;
            return once(&mut self.said.part, part).map(|()| Some(1));
        }
        match words::part(word) {
            Some(part) => once(&mut self.said.part, part).map(|()| Some(1)),
            None => Ok(None),
        }
    }
}

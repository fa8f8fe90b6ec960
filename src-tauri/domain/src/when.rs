//! When somebody means, read from what they type: *tomorrow 10*, *volgende week dinsdag*, *over 3 maanden*.
//!
//! English and Dutch are understood beside each other, whatever language the window speaks. Nothing is guessed: what could be two
//! days or two times, what is past and what is not understood are told apart, so that the window can say what to type instead.
//! A day comes before its month (*12-5* is 12 May). Of a week *next* means its Monday, of a month or a year its first working day.

mod days;
mod words;

#[cfg(test)]
mod tests;

use chrono::{Duration, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Weekday};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::follow_up::Due;
use crate::settings::DayTime;
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

/// A time of the day, and whether its half of the day is certain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Clock {
    hour: u32,
    minute: u32,
    sure: bool,
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

/// An hour as typed: from seven on, or with a nought before it, it is what it says.
fn clock(hour: Digits, minute: u32) -> Result<Clock, Unclear> {
    if hour.value > 23 || minute > 59 || hour.count > 2 {
        return Err(Unclear::NoSuchTime);
    }
    let sure = hour.value == 0 || hour.value >= 7 || hour.count == 2;
    Ok(Clock { hour: hour.value, minute, sure })
}

/// The time that is meant by an hour and a part of the day.
fn time(clock: Option<Clock>, part: Option<Part>) -> Result<Option<NaiveTime>, Unclear> {
    let exact = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0).ok_or(Unclear::NoSuchTime);
    let Some(Clock { hour, minute, sure }) = clock else {
        return match part {
            Some(part) => part.usual().map(Some).ok_or_else(|| unknown("night")),
            None => Ok(None),
        };
    };
    let hour = match (part, hour) {
        (None, _) if sure => hour,
        (None, _) => {
            let (first, second) = (DayTime(exact(hour, minute)?), DayTime(exact(hour + 12, minute)?));
            return Err(Unclear::TwoTimes { first, second });
        }
        (Some(Part::Morning), 1..=11) => hour,
        (Some(Part::Afternoon), 1..=6) => hour + 12,
        (Some(Part::Afternoon), 12..=18) => hour,
        (Some(Part::Evening), 5..=11) => hour + 12,
        (Some(Part::Evening), 17..=23) => hour,
        (Some(Part::Night), 12) => 0,
        (Some(Part::Night), 9..=11) => hour + 12,
        (Some(Part::Night), 0..=6 | 21..=23) => hour,
        _ => return Err(Unclear::Contradicts),
    };
    exact(hour, minute).map(Some)
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
        let readings: [fn(&mut Self) -> Result<Option<usize>, Unclear>; 9] = [
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

    /// *Half elf*, *quarter past ten*, *10 voor half 4*, *3 pm*, *10 uur*, *noon*.
    fn clock_phrase(&mut self) -> Result<Option<usize>, Unclear> {
        let at = self.at;
        if matches!(self.word(at), "noon" | "midday") {
            return once(&mut self.said.clock, Clock { hour: 12, minute: 0, sure: true }).map(|()| Some(1));
        }
        if let Some((clock, taken)) = self.half(at)? {
            return once(&mut self.said.clock, clock).map(|()| Some(taken));
        }
        // Minutes before or after an hour, or a half one.
        let article = usize::from(matches!(self.word(at), "a" | "een"));
        let quarter = matches!(self.word(at + article), "kwart" | "quarter");
        let minutes = if quarter { Some(15) } else { self.counted(at).map(|(it, _)| it.value).filter(|it| *it < 30) };
        let sign = at + 1 + if quarter { article } else { 0 };
        let before = match self.word(sign) {
            "voor" | "to" => Some(true),
            "over" | "past" | "na" => Some(false),
            _ => None,
        };
        if let (Some(minutes), Some(before)) = (minutes, before) {
            let base = match self.half(sign + 1)? {
                Some((clock, taken)) => Some((clock, taken)),
                None => self.counted(sign + 1).map(|(hour, _)| clock(hour, 0).map(|it| (it, 1))).transpose()?,
            };
            // *10 over 3 weken* is ten o'clock, three weeks ahead.
            let counts_on = words::unit(self.word(sign + 2), false).is_some();
            if let (Some((base, taken)), false) = (base, counts_on) {
                let shifted = base.shifted(if before { -i64::from(minutes) } else { i64::from(minutes) });
                return once(&mut self.said.clock, shifted).map(|()| Some(sign + 1 + taken - at));
            }
        }
        self.hour_with_sign(at)
    }

    /// Half an hour: after the hour in English, before it in Dutch.
    fn half(&self, at: usize) -> Result<Option<(Clock, usize)>, Unclear> {
        if self.word(at) != "half" {
            return Ok(None);
        }
        let past = self.word(at + 1) == "past";
        let hour_at = at + 1 + usize::from(past);
        let Some((hour, tongue)) = self.counted(hour_at) else { return Ok(None) };
        if hour.value == 0 || hour.value > 12 || words::unit(self.word(hour_at + 1), false).is_some() {
            return Ok(None);
        }
        let tongue = tongue.or(past.then_some(Tongue::English)).or_else(|| self.tongue());
        let exact = Clock { sure: false, ..clock(hour, 0)? };
        let (english, dutch) = (exact.shifted(30), exact.shifted(-30));
        match tongue {
            Some(Tongue::English) => Ok(Some((english, hour_at + 1 - at))),
            Some(Tongue::Dutch) => Ok(Some((dutch, hour_at + 1 - at))),
            None => {
                let time = |it: Clock| NaiveTime::from_hms_opt(it.hour, it.minute, 0).map(DayTime);
                match (time(dutch), time(english)) {
                    (Some(first), Some(second)) => Err(Unclear::TwoTimes { first, second }),
                    _ => Err(Unclear::NoSuchTime),
                }
            }
        }
    }

    /// The language of the words around, where it is one.
    fn tongue(&self) -> Option<Tongue> {
        let mut found = self.tokens.iter().filter_map(|it| match it {
            Token::Word(word) => words::tongue(word),
            _ => None,
        });
        let first = found.next()?;
        found.all(|it| it == first).then_some(first)
    }

    /// *3 pm*, *10 uur*, *10 u 30*, *10 o'clock*.
    fn hour_with_sign(&mut self, at: usize) -> Result<Option<usize>, Unclear> {
        let (hour, mut minute) = match self.tokens.get(at) {
            Some(Token::Numbers(':' | '.', parts)) if parts.len() == 2 && parts[1].count == 2 => {
                (parts[0], parts[1].value)
            }
            _ => match self.counted(at) {
                Some((hour, _)) => (hour, 0),
                None => return Ok(None),
            },
        };
        let sign = self.word(at + 1);
        let mut taken = 2;
        let read = match sign {
            "am" | "pm" => {
                if hour.value == 0 || hour.value > 12 {
                    return Err(Unclear::NoSuchTime);
                }
                let hour = hour.value % 12 + if sign == "pm" { 12 } else { 0 };
                Clock { sure: true, ..clock(Digits { value: hour, count: 2 }, minute)? }
            }
            "u" | "uur" | "h" | "o'clock" | "oclock" => {
                let is_day = words::month(self.word(at + 3)).is_some();
                if let Some(more) = self.number(at + 2).filter(|it| !is_day && minute == 0 && it.count == 2) {
                    minute = more.value;
                    taken = 3;
                }
                clock(hour, minute)?
            }
            _ => return Ok(None),
        };
        once(&mut self.said.clock, read).map(|()| Some(taken))
    }

    /// Numbers with signs between them, and numbers alone.
    fn numbers(&mut self) -> Result<Option<usize>, Unclear> {
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
    fn part(&mut self) -> Result<Option<usize>, Unclear> {
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

impl Clock {
    /// The same so many minutes later, around the clock. *Half een* is at noon, not at night.
    fn shifted(self, minutes: i64) -> Self {
        let then = (i64::from(self.hour * 60 + self.minute) + minutes).rem_euclid(24 * 60);
        let part = |it: i64| u32::try_from(it).unwrap_or_default();
        let hour = if then < 60 && !self.sure { 12 } else { part(then / 60) };
        Self { hour, minute: part(then % 60), sure: self.sure || hour >= 7 }
    }
}

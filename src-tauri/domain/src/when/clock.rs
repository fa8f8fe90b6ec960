//! The times of what was typed: hours as they stand, in words, and told by their halves and quarters.

use chrono::NaiveTime;

use super::words::{self, Digits, Part, Token, Tongue};
use super::{Reader, Taken, Unclear, once, unknown};
use crate::settings::DayTime;

/// A time of the day, and whether its half of the day is certain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Clock {
    pub(super) hour: u32,
    pub(super) minute: u32,
    pub(super) sure: bool,
}

/// An hour as typed: from seven on, or with a nought before it, it is what it says.
pub(super) fn clock(hour: Digits, minute: u32) -> Result<Clock, Unclear> {
    if hour.value > 23 || minute > 59 || hour.count > 2 {
        return Err(Unclear::NoSuchTime);
    }
    let sure = hour.value == 0 || hour.value >= 7 || hour.count == 2;
    Ok(Clock { hour: hour.value, minute, sure })
}

/// The time that is meant by an hour and a part of the day.
pub(super) fn time(clock: Option<Clock>, part: Option<Part>) -> Result<Option<NaiveTime>, Unclear> {
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

impl Clock {
    /// The same so many minutes later, around the clock. *Half een* is at noon, not at night.
    fn shifted(self, minutes: i64) -> Self {
        let then = (i64::from(self.hour * 60 + self.minute) + minutes).rem_euclid(24 * 60);
        let part = |it: i64| u32::try_from(it).unwrap_or_default();
        let hour = if then < 60 && !self.sure { 12 } else { part(then / 60) };
        Self { hour, minute: part(then % 60), sure: self.sure || hour >= 7 }
    }
}

impl Reader<'_> {
    /// *Half elf*, *quarter past ten*, *10 voor half 4*, *3 pm*, *10 uur*, *noon*.
    pub(super) fn clock_phrase(&mut self) -> Taken {
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
    fn hour_with_sign(&mut self, at: usize) -> Taken {
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
}

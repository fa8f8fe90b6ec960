//! The days of what was typed: named ones, those of a week, a month or a year, and those so far ahead.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::words::{self, Digits, Unit};
use super::{Reader, Said, Taken, Unclear, Which, once};

/// The first day of that name after a day, or from it on.
pub(super) fn coming(weekday: Weekday, from: NaiveDate, from_itself: bool) -> NaiveDate {
    let ahead = u64::from((7 + weekday.num_days_from_monday() - from.weekday().num_days_from_monday()) % 7);
    let ahead = if ahead == 0 && !from_itself { 7 } else { ahead };
    from.checked_add_days(Days::new(ahead)).unwrap_or(from)
}

/// Its number in its month.
pub(super) fn day_of(day: NaiveDate) -> u32 {
    day.day()
}

/// Whether a day stands in the calendar of some year.
pub(super) fn exists(day: u32, month: u32) -> bool {
    NaiveDate::from_ymd_opt(2024, month, day).is_some()
}

/// The first time from today on that this day comes.
fn next_time(month: u32, day: u32, today: NaiveDate) -> Option<NaiveDate> {
    (0..=8).filter_map(|years| NaiveDate::from_ymd_opt(today.year() + years, month, day)).find(|it| *it >= today)
}

fn first_of_month(day: NaiveDate, months_ahead: u32) -> Option<NaiveDate> {
    day.with_day(1)?.checked_add_months(Months::new(months_ahead))
}

fn last_of_month(day: NaiveDate, months_ahead: u32) -> Option<NaiveDate> {
    first_of_month(day, months_ahead + 1)?.pred_opt()
}

/// The first day from this one on that is no weekend.
fn working(day: NaiveDate) -> Option<NaiveDate> {
    match day.weekday() {
        Weekday::Sat => day.checked_add_days(Days::new(2)),
        Weekday::Sun => day.checked_add_days(Days::new(1)),
        _ => Some(day),
    }
}

/// The day of that name in the week so many weeks ahead.
fn in_week(weekday: Weekday, today: NaiveDate, weeks: u32) -> Option<NaiveDate> {
    let monday = today.checked_sub_days(Days::new(u64::from(today.weekday().num_days_from_monday())))?;
    monday.checked_add_days(Days::new(u64::from(weeks) * 7 + u64::from(weekday.num_days_from_monday())))
}

fn so_far_ahead(today: NaiveDate, count: u32, unit: Unit) -> Option<NaiveDate> {
    match unit {
        Unit::Minutes | Unit::Hours => None,
        Unit::Days => today.checked_add_days(Days::new(u64::from(count))),
        Unit::Weeks => today.checked_add_days(Days::new(u64::from(count) * 7)),
        Unit::Months => today.checked_add_months(Months::new(count)),
        Unit::Years => today.checked_add_months(Months::new(count.checked_mul(12)?)),
    }
}

fn one_of_two(first: NaiveDate, second: NaiveDate) -> Result<NaiveDate, Unclear> {
    if first == second {
        Ok(first)
    } else {
        Err(Unclear::TwoDays { first: first.min(second), second: first.max(second) })
    }
}

impl Said {
    /// The one day that fits all that was said; none where no day was.
    pub(super) fn pick_day(&self, today: NaiveDate) -> Result<Option<NaiveDate>, Unclear> {
        let day = self.pick_some_day(today)?;
        if day.is_some_and(|it| it.year() > 9999) { Err(Unclear::NoSuchDay) } else { Ok(day) }
    }

    fn pick_some_day(&self, today: NaiveDate) -> Result<Option<NaiveDate>, Unclear> {
        let there = |day: Option<NaiveDate>| day.ok_or(Unclear::NoSuchDay);
        let counted = self.ahead.is_some() || self.next.is_some();
        let named =
            [self.day.is_some(), self.month_day.is_some(), self.of_month.is_some()].iter().filter(|it| **it).count();
        let fixed = match (self.day, self.month_day, self.of_month) {
            _ if named > 1 => return Err(Unclear::Contradicts),
            (Some(day), _, _) => Some(day),
            (_, Some((month, day)), _) => Some(there(next_time(month, day, today))?),
            (_, _, Some(day)) => Some(there(self.day_of_month(day, today))?),
            _ => None,
        };
        if let Some(day) = fixed {
            let of_next_month = self.of_month.is_some() && self.ahead.is_none() && self.next == Some(Unit::Months);
            let same_name = self.weekday.is_none_or(|(weekday, _)| weekday == day.weekday());
            return if (counted && !of_next_month) || !same_name { Err(Unclear::Contradicts) } else { Ok(Some(day)) };
        }
        match (self.weekday, self.ahead, self.next) {
            (None, None, None) => Ok(None),
            (None, Some((count, unit)), None) => there(so_far_ahead(today, count, unit)).map(Some),
            (None, None, Some(unit)) => there(next_one(today, unit)).map(Some),
            (Some((weekday, Which::Plain)), None, Some(Unit::Weeks)) => there(in_week(weekday, today, 1)).map(Some),
            (Some((weekday, Which::Plain | Which::Coming)), Some((weeks, Unit::Weeks)), None) => {
                let behind = coming(weekday, today, false).checked_add_days(Days::new(u64::from(weeks) * 7));
                let behind = there(behind)?;
                // *Tuesday in a week* is a week behind the coming one; *in two weeks on Tuesday* may be that of the week.
                if !self.ahead_first {
                    return Ok(Some(behind));
                }
                one_of_two(there(in_week(weekday, today, weeks))?, behind).map(Some)
            }
            (Some((weekday, which)), None, None) => day_of_week(weekday, which, today).map(Some),
            _ => Err(Unclear::Contradicts),
        }
    }

    /// The next day of that number, or that of next month.
    fn day_of_month(&self, day: u32, today: NaiveDate) -> Option<NaiveDate> {
        if self.next == Some(Unit::Months) {
            return first_of_month(today, 1)?.with_day(day);
        }
        (0..=12).filter_map(|months| first_of_month(today, months)?.with_day(day)).find(|it| *it >= today)
    }
}

fn day_of_week(weekday: Weekday, which: Which, today: NaiveDate) -> Result<NaiveDate, Unclear> {
    let first = coming(weekday, today, false);
    match which {
        Which::This => Ok(coming(weekday, today, true)),
        Which::Coming => Ok(first),
        // On a Friday, *Friday* may be today.
        Which::Plain => one_of_two(coming(weekday, today, true), first),
        Which::Next => one_of_two(first, in_week(weekday, today, 1).unwrap_or(first)),
    }
}

/// The Monday of next week; the first working day of next month or year, and New Year's Day is none.
fn next_one(today: NaiveDate, unit: Unit) -> Option<NaiveDate> {
    match unit {
        Unit::Weeks => in_week(Weekday::Mon, today, 1),
        Unit::Months => {
            let first = first_of_month(today, 1)?;
            working(if first.month() == 1 { first.succ_opt()? } else { first })
        }
        Unit::Years => working(NaiveDate::from_ymd_opt(today.year() + 1, 1, 2)?),
        _ => None,
    }
}

impl Reader<'_> {
    /// *In 3 days*, *over een half jaar*, *2 weken*, *a week*.
    pub(super) fn ahead(&mut self) -> Taken {
        let behind_in = matches!(self.word(self.at), "in" | "over");
        let start = self.at + usize::from(behind_in);
        let Some((count, unit, end)) = self.amount(start, behind_in) else { return Ok(None) };
        if self.said.weekday.is_none() {
            self.said.ahead_first = true;
        }
        once(&mut self.said.ahead, (count, unit))?;
        Ok(Some(end - self.at))
    }

    fn amount(&self, start: usize, behind_in: bool) -> Option<(u32, Unit, usize)> {
        let one = |word: &str| matches!(word, "a" | "an" | "een");
        let unit_at = |at: usize| words::unit(self.word(at), behind_in);
        let article =
            usize::from(one(self.word(start)) && matches!(self.word(start + 1), "half" | "kwartier" | "quarter"));
        let at = start + article;
        match self.word(at) {
            "half" => {
                let at = at + 1 + usize::from(one(self.word(at + 1)));
                match unit_at(at)? {
                    Unit::Years => Some((6, Unit::Months, at + 1)),
                    Unit::Hours => Some((30, Unit::Minutes, at + 1)),
                    _ => None,
                }
            }
            "anderhalf" | "anderhalve" => match unit_at(at + 1)? {
                Unit::Years => Some((18, Unit::Months, at + 2)),
                Unit::Hours => Some((90, Unit::Minutes, at + 2)),
                _ => None,
            },
            "kwartier" => Some((15, Unit::Minutes, at + 1)),
            word if one(word) => Some((1, unit_at(at + 1)?, at + 2)),
            _ => {
                let (count, _) = self.counted(at)?;
                if self.word(at + 1) == "kwartier" {
                    return Some((count.value * 15, Unit::Minutes, at + 2));
                }
                Some((count.value, unit_at(at + 1)?, at + 2))
            }
        }
    }

    /// *Today*, *overmorgen*, *the day after tomorrow*, *dinsdagmiddag*.
    pub(super) fn named_day(&mut self) -> Taken {
        let today = self.now.date();
        let word = self.word(self.at);
        let (ahead, taken) = match word {
            "today" | "vandaag" => (0, 1),
            "tomorrow" | "tmrw" | "morgen" => (1, 1),
            "overmorgen" => (2, 1),
            "day" if self.word(self.at + 1) == "after" && self.word(self.at + 2) == "tomorrow" => (2, 3),
            "dag" if self.word(self.at + 1) == "na" && self.word(self.at + 2) == "morgen" => (2, 3),
            "yesterday" | "gisteren" | "eergisteren" => return Err(Unclear::Past),
            "last" | "vorige" | "afgelopen" => return Err(Unclear::Past),
            _ => {
                let Some((day, part)) = words::day_and_part(word) else { return Ok(None) };
                once(&mut self.said.part, part)?;
                match words::weekday(day) {
                    Some(weekday) => self.say_weekday(weekday, Which::Plain)?,
                    None => self.say_day(today.checked_add_days(Days::new(if day == "morgen" { 1 } else { 2 })))?,
                }
                return Ok(Some(1));
            }
        };
        let day = today.checked_add_days(Days::new(ahead));
        // *Zaterdag morgen* is Saturday morning, unless Saturday is tomorrow.
        let said = self.at.checked_sub(1).and_then(|before| words::weekday(self.word(before)));
        if word == "morgen" && said.is_some_and(|it| day.is_none_or(|day| day.weekday() != it)) {
            return once(&mut self.said.part, words::Part::Morning).map(|()| Some(1));
        }
        if word == "morgen" && matches!(self.at.checked_sub(1).map(|it| self.word(it)), Some("deze")) {
            return Err(Unclear::Contradicts);
        }
        self.say_day(day)?;
        Ok(Some(taken))
    }

    fn say_day(&mut self, day: Option<NaiveDate>) -> Result<(), Unclear> {
        once(&mut self.said.day, day.ok_or(Unclear::NoSuchDay)?)
    }

    fn say_weekday(&mut self, weekday: Weekday, which: Which) -> Result<(), Unclear> {
        once(&mut self.said.weekday, (weekday, which))
    }

    /// *End of the month*, *eind mei*, *einde van het jaar*.
    pub(super) fn end_of(&mut self) -> Taken {
        if !matches!(self.word(self.at), "end" | "eind" | "einde") {
            return Ok(None);
        }
        let mut at = self.at + 1;
        let mut next = 0;
        loop {
            match self.word(at) {
                "of" | "van" | "the" | "de" | "het" | "this" | "deze" | "dit" => at += 1,
                "next" | "volgende" | "volgend" if next == 0 => {
                    next = 1;
                    at += 1;
                }
                _ => break,
            }
        }
        let today = self.now.date();
        let day = match (words::unit(self.word(at), false), words::month(self.word(at))) {
            (Some(Unit::Weeks), _) => in_week(Weekday::Fri, today, next),
            (Some(Unit::Months), _) => last_of_month(today, next),
            (Some(Unit::Years), _) => {
                i32::try_from(next).ok().and_then(|it| NaiveDate::from_ymd_opt(today.year() + it, 12, 31))
            }
            (_, Some(month)) if next == 0 => (0..=1).find_map(|years| {
                let last = last_of_month(NaiveDate::from_ymd_opt(today.year() + years, month, 1)?, 0)?;
                (last >= today).then_some(last)
            }),
            _ => return Ok(None),
        };
        self.say_day(day)?;
        Ok(Some(at + 1 - self.at))
    }

    /// *Next week*, *volgend jaar*, *deze week dinsdag*.
    pub(super) fn next(&mut self) -> Taken {
        if matches!(self.word(self.at), "this" | "deze") && self.word(self.at + 1) == "week" {
            let Some(weekday) = words::weekday(self.word(self.at + 2)) else { return Ok(None) };
            self.say_day(in_week(weekday, self.now.date(), 0))?;
            return Ok(Some(3));
        }
        if !is_next(self.word(self.at)) {
            return Ok(None);
        }
        match words::unit(self.word(self.at + 1), false) {
            Some(unit @ (Unit::Weeks | Unit::Months | Unit::Years)) => {
                once(&mut self.said.next, unit)?;
                Ok(Some(2))
            }
            _ => Ok(None),
        }
    }

    /// *Tuesday*, *komende vrijdag*, *tuesday week*.
    pub(super) fn weekday(&mut self) -> Taken {
        let which = match self.word(self.at) {
            word if is_next(word) => Which::Next,
            "coming" | "komende" | "aanstaande" | "as" => Which::Coming,
            "this" | "deze" => Which::This,
            _ => Which::Plain,
        };
        let at = self.at + usize::from(which != Which::Plain);
        let Some(weekday) = words::weekday(self.word(at)) else {
            // *This evening*, *deze middag*.
            if which == Which::This && words::part(self.word(at)).is_some() {
                self.say_day(Some(self.now.date()))?;
                return Ok(Some(1));
            }
            return Ok(None);
        };
        self.say_weekday(weekday, which)?;
        if which == Which::Plain && self.word(at + 1) == "week" {
            once(&mut self.said.ahead, (1, Unit::Weeks))?;
            return Ok(Some(2));
        }
        Ok(Some(at + 1 - self.at))
    }

    /// *12 mei*, *May 12th, 2027*, *the 12th*.
    pub(super) fn date(&mut self) -> Taken {
        let suffix = |at: usize| usize::from(matches!(self.word(at), "st" | "nd" | "rd" | "th" | "e" | "ste"));
        let of = |at: usize| usize::from(matches!(self.word(at), "of" | "van"));
        let (month, day, end) = if let Some(month) = words::month(self.word(self.at)) {
            let Some(day) = self.number(self.at + 1).filter(|it| it.count <= 2) else { return Ok(None) };
            let end = self.at + 2;
            (month, day, end + suffix(end))
        } else {
            let Some(day) = self.number(self.at).filter(|it| it.count <= 2) else { return Ok(None) };
            let mut end = self.at + 1;
            let ordinal = suffix(end) == 1 || self.word(end) == "de" && self.at + 2 < self.tokens.len();
            end += usize::from(ordinal);
            let month_at = end + of(end);
            match words::month(self.word(month_at)) {
                Some(month) => (month, day, month_at + 1),
                None if suffix(self.at + 1) == 1 => {
                    if day.value == 0 || day.value > 31 {
                        return Err(Unclear::NoSuchDay);
                    }
                    once(&mut self.said.of_month, day.value)?;
                    return Ok(Some(2));
                }
                None => return Ok(None),
            }
        };
        let year = self.number(end).filter(|it| it.count == 4 && it.value >= 1900);
        self.say_date(day.value, month, year)?;
        Ok(Some(end + usize::from(year.is_some()) - self.at))
    }

    fn say_date(&mut self, day: u32, month: u32, year: Option<Digits>) -> Result<(), Unclear> {
        if !exists(day, month) {
            return Err(Unclear::NoSuchDay);
        }
        match year {
            Some(year) => {
                self.say_day(i32::try_from(year.value).ok().and_then(|it| NaiveDate::from_ymd_opt(it, month, day)))
            }
            None => once(&mut self.said.month_day, (month, day)),
        }
    }

    /// *12-5*, *12/5/27*, *2027-05-12*.
    pub(super) fn numeric_date(&mut self, parts: &[Digits]) -> Result<(), Unclear> {
        match parts {
            [day, month] if day.count <= 2 && month.count <= 2 => self.say_date(day.value, month.value, None),
            [year, month, day] if year.count == 4 => self.say_date(day.value, month.value, Some(*year)),
            [day, month, year] if day.count <= 2 && month.count <= 2 => match year.count {
                4 => self.say_date(day.value, month.value, Some(*year)),
                2 => self.say_date(day.value, month.value, Some(Digits { value: 2000 + year.value, count: 4 })),
                _ => Err(Unclear::NoSuchDay),
            },
            _ => Err(Unclear::NoSuchDay),
        }
    }
}

fn is_next(word: &str) -> bool {
    matches!(word, "next" | "volgende" | "volgend")
}

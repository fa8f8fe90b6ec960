//! Public holidays by country, on which the post rests.
//!
//! They come from a table that holidays/make.py writes out of a well-kept collection; past its last year those that have a fixed
//! date go on.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use chrono::{Datelike, NaiveDate};

/// A line for each country and year: `NL 2027 0101 0326 …`.
const TABLE: &str = include_str!("../holidays/holidays.txt");

/// The public holidays of one country.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Holidays {
    days: BTreeSet<NaiveDate>,
    /// Month and day of those that came in every year of the table.
    every_year: BTreeSet<(u32, u32)>,
    last_year: i32,
}

static READ: LazyLock<Mutex<HashMap<String, Arc<Holidays>>>> = LazyLock::new(Mutex::default);

impl Holidays {
    /// Those of a country by its ISO 3166 code; none where the table has none.
    pub fn of(country: &str) -> Arc<Self> {
        let mut read = READ.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = read.get(country) {
            return Arc::clone(found);
        }
        let found = Arc::new(Self::read(country));
        read.insert(country.to_owned(), Arc::clone(&found));
        found
    }

    fn read(country: &str) -> Self {
        let lines = TABLE.lines().filter_map(|line| line.strip_prefix(country)?.strip_prefix(' '));
        let mut it = Self::default();
        let mut years: Vec<BTreeSet<(u32, u32)>> = Vec::new();
        for line in lines {
            let mut words = line.split(' ');
            let Some(year) = words.next().and_then(|year| year.parse::<i32>().ok()) else { continue };
            let dates: BTreeSet<_> = words.filter_map(month_and_day).collect();
            it.days.extend(dates.iter().filter_map(|(month, day)| NaiveDate::from_ymd_opt(year, *month, *day)));
            it.last_year = it.last_year.max(year);
            years.push(dates);
        }
        it.every_year = years.into_iter().reduce(|kept, year| &kept & &year).unwrap_or_default();
        it
    }

    /// Whether that day is one.
    pub fn contains(&self, day: NaiveDate) -> bool {
        if day.year() > self.last_year {
            return self.every_year.contains(&(day.month(), day.day()));
        }
        self.days.contains(&day)
    }

    /// Those from one day up to another, which is left out.
    pub fn between(&self, from: NaiveDate, to: NaiveDate) -> Vec<NaiveDate> {
        from.iter_days().take_while(|day| *day < to).filter(|day| self.contains(*day)).collect()
    }
}

fn month_and_day(word: &str) -> Option<(u32, u32)> {
    Some((word.get(..2)?.parse().ok()?, word.get(2..)?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    #[test]
    fn each_country_has_its_own() {
        let (dutch, german) = (Holidays::of("NL"), Holidays::of("DE"));
        let kings_day = day(2027, 4, 27);
        assert!(dutch.contains(kings_day) && !german.contains(kings_day));
        let easter_monday = day(2027, 3, 29);
        assert!(dutch.contains(easter_monday) && german.contains(easter_monday));
        assert_eq!(Holidays::of("XX").between(day(2027, 1, 1), day(2028, 1, 1)), []);
    }

    #[test]
    fn past_the_table_those_with_a_fixed_date_go_on() {
        let dutch = Holidays::of("NL");
        assert!(dutch.contains(day(2060, 12, 25)) && dutch.contains(day(2060, 1, 1)));
        assert!(!dutch.contains(day(2060, 4, 19)), "Easter Monday of that year is not known");
    }

    #[test]
    fn every_line_of_the_table_is_read() {
        for line in TABLE.lines() {
            let words: Vec<_> = line.split(' ').collect();
            assert!(words.len() > 2 && words[0].len() == 2 && words[1].parse::<i32>().is_ok(), "{line}");
            assert!(words[2..].iter().all(|word| month_and_day(word).is_some()), "{line}");
        }
    }
}

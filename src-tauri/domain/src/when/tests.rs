//! What people type and what it comes to, on a Thursday morning; and whatever they type, nothing breaks and nothing lies behind.

use chrono::{NaiveDate, NaiveDateTime};
use proptest::prelude::*;

use super::{Unclear, read};
use crate::follow_up::time_text;

/// Thursday 26 November 2026, 10:00.
fn thursday() -> NaiveDateTime {
    at(26, 10)
}

fn at(day: u32, hour: u32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, day).and_then(|it| it.and_hms_opt(hour, 0, 0)).unwrap()
}

/// What is understood, as `2026-11-27 10:00` or the day alone; else why not.
fn said(text: &str, now: NaiveDateTime) -> String {
    match read(text, now) {
        Ok(due) => due.at.map_or_else(|| due.on.to_string(), |at| format!("{} {}", due.on, time_text(at))),
        Err(Unclear::TwoDays { first, second }) => format!("{first} or {second}"),
        Err(Unclear::TwoTimes { first, second }) => format!("{} or {}", time_text(first.0), time_text(second.0)),
        Err(Unclear::Unknown { word }) => format!("? {word}"),
        Err(other) => format!("{other:?}"),
    }
}

fn table(now: NaiveDateTime, rows: &[(&str, &str)]) {
    let wrong: Vec<_> = rows
        .iter()
        .map(|(text, wanted)| (text, said(text, now), wanted))
        .filter(|(_, found, wanted)| found != *wanted)
        .map(|(text, found, wanted)| format!("“{text}” is read as {found}, not {wanted}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn named_days_in_both_languages() {
    table(
        thursday(),
        &[
            ("today", "2026-11-26"),
            ("vandaag", "2026-11-26"),
            ("Tomorrow", "2026-11-27"),
            ("morgen", "2026-11-27"),
            ("day after tomorrow", "2026-11-28"),
            ("the day after tomorrow at noon", "2026-11-28 12:00"),
            ("overmorgen", "2026-11-28"),
            ("de dag na morgen", "2026-11-28"),
            ("  MORGEN,  10u ", "2026-11-27 10:00"),
            ("tomorrow 10", "2026-11-27 10:00"),
            ("10:30 tomorrow", "2026-11-27 10:30"),
            ("tomorrow at", "2026-11-27"),
            ("yesterday", "Past"),
            ("gisteren 10:00", "Past"),
            ("vorige week", "Past"),
        ],
    );
}

#[test]
fn days_of_the_week() {
    table(
        thursday(),
        &[
            ("friday", "2026-11-27"),
            ("vr", "2026-11-27"),
            ("vr. 14:00", "2026-11-27 14:00"),
            ("dinsdag", "2026-12-01"),
            ("Tue 9am", "2026-12-01 09:00"),
            ("komende vrijdag", "2026-11-27"),
            ("a.s. maandag", "2026-11-30"),
            ("coming monday", "2026-11-30"),
            ("deze zaterdag", "2026-11-28"),
            ("this saturday", "2026-11-28"),
            ("next tuesday", "2026-12-01"),
            ("volgende dinsdag", "2026-12-01"),
            ("next friday", "2026-11-27 or 2026-12-04"),
            ("volgende week dinsdag", "2026-12-01"),
            ("dinsdag volgende week 15:00", "2026-12-01 15:00"),
            ("next week friday", "2026-12-04"),
            ("friday next week", "2026-12-04"),
            ("dinsdag over een week", "2026-12-08"),
            ("tuesday in a week", "2026-12-08"),
            ("tuesday week", "2026-12-08"),
            ("vrijdag over 2 weken", "2026-12-11"),
            ("over 2 weken op dinsdag", "2026-12-08 or 2026-12-15"),
            ("in 2 weeks on friday", "2026-12-11"),
            ("deze week vrijdag", "2026-11-27"),
            ("this week tuesday", "Past"),
            ("donderdag", "2026-11-26 or 2026-12-03"),
            ("komende donderdag", "2026-12-03"),
            ("this thursday", "2026-11-26"),
            ("next thursday", "2026-12-03"),
            ("dinsdagmiddag", "2026-12-01 14:00"),
            ("dinsdagochtend 10 uur", "2026-12-01 10:00"),
            ("zaterdag morgen", "2026-11-28 09:00"),
            ("vrijdag morgen", "2026-11-27"),
            ("friday 27", "2026-11-27"),
            ("friday 28", "Contradicts"),
            ("friday 10", "2026-11-27 10:00"),
            ("friday or monday", "? or"),
            ("friday monday", "Contradicts"),
        ],
    );
    table(
        at(23, 10),
        &[
            ("next tuesday", "2026-11-24 or 2026-12-01"),
            ("volgende week dinsdag", "2026-12-01"),
            ("dinsdag", "2026-11-24"),
        ],
    );
    // Tuesday 1 December 2026 follows Monday the 30th.
    table(at(30, 8), &[("donderdag 10", "2026-12-03 10:00"), ("thursday 3", "03:00 or 15:00")]);
}

#[test]
fn so_far_ahead() {
    table(
        thursday(),
        &[
            ("in 3 days", "2026-11-29"),
            ("over 3 dagen", "2026-11-29"),
            ("3 dagen", "2026-11-29"),
            ("over drie weken", "2026-12-17"),
            ("in twelve months", "2027-11-26"),
            ("a week", "2026-12-03"),
            ("over een week", "2026-12-03"),
            ("over één maand", "2026-12-26"),
            ("over 3 maanden", "2027-02-26"),
            ("over 3 maanden 10:00", "2027-02-26 10:00"),
            ("over een half jaar", "2027-05-26"),
            ("half a year", "2027-05-26"),
            ("in half a year", "2027-05-26"),
            ("half jaar", "2027-05-26"),
            ("over anderhalf jaar", "2028-05-26"),
            ("over een jaar", "2027-11-26"),
            ("in 2 hours", "2026-11-26 12:00"),
            ("over 2 uur", "2026-11-26 12:00"),
            ("over een half uur", "2026-11-26 10:30"),
            ("half an hour", "2026-11-26 10:30"),
            ("over een kwartier", "2026-11-26 10:15"),
            ("in 20 min", "2026-11-26 10:20"),
            ("in 30 hours", "2026-11-27 16:00"),
            ("3 weeks from now", "2026-12-17"),
            ("10 over 3 weken", "2026-12-17 10:00"),
            ("over 0 dagen", "2026-11-26"),
            ("-3 days", "? -"),
            ("over 9999 jaar", "NoSuchDay"),
            ("over 3 dagen 2 weken", "Contradicts"),
            ("tomorrow in 2 hours", "Contradicts"),
            ("over", "? over"),
            ("in", "? in"),
        ],
    );
    let almost = NaiveDate::from_ymd_opt(2027, 1, 31).and_then(|it| it.and_hms_opt(9, 59, 30)).unwrap();
    table(almost, &[("in a month", "2027-02-28"), ("in 1 minute", "2027-01-31 10:01")]);
}

#[test]
fn dates() {
    table(
        thursday(),
        &[
            ("12 mei", "2027-05-12"),
            ("12 May", "2027-05-12"),
            ("May 12", "2027-05-12"),
            ("may 12th, 2028", "2028-05-12"),
            ("12e mei 2028 10:00", "2028-05-12 10:00"),
            ("the 12th of May", "2027-05-12"),
            ("12mei", "2027-05-12"),
            ("12-mei-2027", "2027-05-12"),
            ("12-5", "2027-05-12"),
            ("12/5", "2027-05-12"),
            ("12.5", "2027-05-12"),
            ("12-5-27", "2027-05-12"),
            ("12-05-2027 10.30", "2027-05-12 10:30"),
            ("2027-05-12", "2027-05-12"),
            ("31.12", "2026-12-31"),
            ("1 dec", "2026-12-01"),
            ("25 november", "2027-11-25"),
            ("26 november", "2026-11-26"),
            ("vrijdag 27 november", "2026-11-27"),
            ("vrijdag 28 november", "Contradicts"),
            ("29 februari", "2028-02-29"),
            ("30 februari", "NoSuchDay"),
            ("13-13", "NoSuchDay"),
            ("0 mei", "NoSuchDay"),
            ("2026-02-29", "NoSuchDay"),
            ("25-11-2026", "Past"),
            ("12 mei 2020", "Past"),
            ("the 12th", "2026-12-12"),
            ("de 26e", "2026-11-26"),
            ("de 31e", "2026-12-31"),
            ("12e volgende maand", "2026-12-12"),
            ("31st next month", "2026-12-31"),
            ("12 mei 10", "2027-05-12 10:00"),
            ("12 mei 13 mei", "Contradicts"),
            ("mei", "? mei"),
            ("12", "DayOrTime"),
            ("12.05", "DayOrTime"),
            ("tomorrow 12.05", "2026-11-27 12:05"),
            ("om 12.05", "2026-11-26 12:05"),
        ],
    );
}

#[test]
fn weeks_months_and_years_and_their_ends() {
    table(
        thursday(),
        &[
            ("next week", "2026-11-30"),
            ("volgende week 11:00", "2026-11-30 11:00"),
            ("volgende maand", "2026-12-01"),
            ("next month", "2026-12-01"),
            ("next year", "2027-01-04"),
            ("volgend jaar", "2027-01-04"),
            ("end of the month", "2026-11-30"),
            ("eind van de maand", "2026-11-30"),
            ("einde van de maand", "2026-11-30"),
            ("end of next month", "2026-12-31"),
            ("eind mei", "2027-05-31"),
            ("end of november", "2026-11-30"),
            ("end of the week", "2026-11-27"),
            ("eind volgende week", "2026-12-04"),
            ("eind van het jaar", "2026-12-31"),
            ("next week in 3 days", "Contradicts"),
        ],
    );
    table(at(28, 10), &[("eind van de week", "Past")]);
}

#[test]
fn times() {
    table(
        thursday(),
        &[
            ("10:30", "2026-11-26 10:30"),
            ("10.30", "2026-11-26 10:30"),
            ("om 11", "2026-11-26 11:00"),
            ("at ten thirty", "? thirty"),
            ("morgen om tien", "2026-11-27 10:00"),
            ("tomorrow ten", "2026-11-27 10:00"),
            ("morgen 10u", "2026-11-27 10:00"),
            ("morgen 10u30", "2026-11-27 10:30"),
            ("morgen 10 uur", "2026-11-27 10:00"),
            ("10 uur 12 mei", "2027-05-12 10:00"),
            ("morgen 10.30 uur", "2026-11-27 10:30"),
            ("morgen 930", "2026-11-27 09:30"),
            ("morgen 1030", "2026-11-27 10:30"),
            ("om half elf", "2026-11-26 10:30"),
            ("morgen half 11", "2026-11-27 10:30"),
            ("tomorrow half 11", "2026-11-27 11:30"),
            ("half past ten", "2026-11-26 10:30"),
            ("half 11", "10:30 or 11:30"),
            ("half een", "2026-11-26 12:30"),
            ("morgen half vier", "03:30 or 15:30"),
            ("kwart over 10", "2026-11-26 10:15"),
            ("kwart voor elf", "2026-11-26 10:45"),
            ("quarter past eleven", "2026-11-26 11:15"),
            ("a quarter to 12", "2026-11-26 11:45"),
            ("tien voor half twaalf", "2026-11-26 11:20"),
            ("5 over half 12", "2026-11-26 11:35"),
            ("10 past 10", "2026-11-26 10:10"),
            ("kwart voor een", "2026-11-26 12:45"),
            ("3pm", "2026-11-26 15:00"),
            ("3 p.m.", "2026-11-26 15:00"),
            ("tomorrow 3:30pm", "2026-11-27 15:30"),
            ("tomorrow 12am", "2026-11-27 00:00"),
            ("12pm", "2026-11-26 12:00"),
            ("13pm", "NoSuchTime"),
            ("noon", "2026-11-26 12:00"),
            ("tomorrow 3", "03:00 or 15:00"),
            ("tomorrow 03:00", "2026-11-27 03:00"),
            ("morgen 3 uur 's middags", "2026-11-27 15:00"),
            ("'s middags om 3", "2026-11-26 15:00"),
            ("’s avonds 8 uur", "2026-11-26 20:00"),
            ("tomorrow 8 in the evening", "2026-11-27 20:00"),
            ("morgen 's ochtends", "2026-11-27 09:00"),
            ("morgenochtend", "2026-11-27 09:00"),
            ("tomorrow morning 8:15", "2026-11-27 08:15"),
            ("overmorgenavond", "2026-11-28 18:00"),
            ("vanavond", "2026-11-26 18:00"),
            ("this evening 7", "2026-11-26 19:00"),
            ("tonight at 8", "2026-11-26 20:00"),
            ("deze middag", "2026-11-26 14:00"),
            ("15:00 's ochtends", "Contradicts"),
            ("25:00", "NoSuchTime"),
            ("10:60", "NoSuchTime"),
            ("tomorrow 24", "NoSuchTime"),
            ("10:00 11:00", "Contradicts"),
            ("9:00", "Past"),
            ("today 9", "Past"),
            ("vanochtend", "Past"),
            ("tomorrow 2030", "2026-11-27 20:30"),
        ],
    );
}

#[test]
fn what_is_not_understood_is_told_by_its_word() {
    let long = format!("{} tomorrow", "x".repeat(300));
    table(
        thursday(),
        &[
            ("", "Nothing"),
            (" \u{a0}\n ", "Nothing"),
            ("soon", "? soon"),
            ("call him", "? call"),
            ("morgen ofzo", "? ofzo"),
            ("<b>tomorrow</b>", "? b>tomorrow"),
            ("🎂", "Nothing"),
            ("1/2/3/4", "? 1/2/3/4"),
            ("99999", "? 99999"),
            (&long, &format!("? {}", "x".repeat(40))),
        ],
    );
}

proptest! {
    #[test]
    fn whatever_is_typed_nothing_breaks_and_nothing_lies_behind(
        words in prop::collection::vec(
            prop::sample::select(vec![
                "tomorrow", "morgen", "over", "in", "3", "12", "31", "half", "een", "a", "week", "weken", "jaar", "uur", "next",
                "volgende", "tuesday", "vr", "mei", "2027", "10:30", "12.05", "29-2", "kwart", "voor", "past", "'s", "avonds",
                "end", "of", "maand", "12am", "9999", "month", "0", "at", "om", "elf", "deze", "day", "after", "-5", "e", "this",
            ]),
            0..7,
        ),
        days in 0_i64..200_000, seconds in 0_i64..86_400,
    ) {
        let now = at(1, 0) + chrono::Duration::days(days) + chrono::Duration::seconds(seconds);
        if let Ok(due) = read(&words.join(" "), now) {
            prop_assert!(!due.is_overdue(now), "{words:?} at {now} is {due:?}");
        }
    }

    #[test]
    fn no_text_at_all_breaks_it(text in "\\PC{0,60}") {
        let _ = read(&text, thursday());
    }
}

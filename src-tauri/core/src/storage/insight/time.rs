//! What was done in a period: talk, follow-ups and sales.

use chrono::NaiveDate;
use rappel_domain::insight::Kept;
use rappel_domain::period::Span;
use rusqlite::{Row, named_params};

use super::{EVER, Scope, end_of, first_of};
use crate::Result;
use crate::storage::{Db, from_word};
use crate::views::{FromSource, PartSales, PromiseCounts, TalkCounts};

/// The talk of a period and of the one before, in one go through the days of both.
pub fn talk(db: &Db, span: Span, before: Option<Span>, from: FromSource) -> Result<(TalkCounts, TalkCounts)> {
    let scope = Scope::of(span, from);
    let mut statement = db.prepare_cached(include_str!("talk.sql"))?;
    let values = named_params! {
        ":from": scope.from, ":until": end_of(span.to), ":any": scope.any, ":source": scope.source,
        // Without a period before it begins and ends where this one begins.
        ":before": before.map_or_else(|| scope.from.clone(), first_of),
        ":before_until": before.map_or_else(|| EVER.to_owned(), |it| end_of(it.to)),
    };
    let read = |row: &Row<'_>, first: usize| {
        let talks = TalkCounts {
            talks: row.get(first)?,
            unasked: row.get(first + 1)?,
            minutes: row.get(first + 2)?,
            unasked_minutes: row.get(first + 3)?,
        };
        Ok::<_, rusqlite::Error>(talks)
    };
    Ok(statement.query_row(values, |row| Ok((read(row, 0)?, read(row, 4)?)))?)
}

/// What became of the follow-ups that were promised for the days of a span.
pub fn promises(db: &Db, span: Span, from: FromSource, today: NaiveDate) -> Result<PromiseCounts> {
    let scope = Scope::of(span, from);
    let mut statement = db.prepare_cached(concat!(
        "SELECT outcome, count(*) FROM (",
        include_str!("promises.sql"),
        ") WHERE outcome IS NOT NULL GROUP BY outcome"
    ))?;
    let values = named_params! {
        ":from": scope.from, ":to": scope.to, ":any": scope.any, ":source": scope.source, ":today": today,
    };
    let rows = statement.query_map(values, |row| Ok((row.get(0)?, row.get(1)?)))?;
    let mut counts = PromiseCounts::default();
    for (outcome, count) in rows.collect::<rusqlite::Result<Vec<(String, u32)>>>()? {
        match from_word(outcome)? {
            Kept::Kept => counts.kept = count,
            Kept::Moved => counts.moved = count,
            Kept::Missed => counts.missed = count,
        }
    }
    Ok(counts)
}

/// The day of the first sale that is there.
pub fn first_sale(db: &Db) -> Result<Option<NaiveDate>> {
    Ok(db.prepare_cached("SELECT min(sold_on) FROM sale")?.query_row([], |row| row.get(0))?)
}

/// The sales of each day and currency, the oldest first.
pub fn sales(db: &Db, span: Span, from: FromSource) -> Result<Vec<(NaiveDate, String, PartSales)>> {
    Scope::of(span, from).list(db, include_str!("sales.sql"), |row| {
        Ok((row.get(0)?, row.get(1)?, PartSales { sales: row.get(2)?, minor: row.get(3)? }))
    })
}

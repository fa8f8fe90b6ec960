//! The leads of a period and what became of them, from the index that holds the way of each.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rappel_domain::ids::{SourceId, StepId};
use rappel_domain::insight::{Stop, median};
use rappel_domain::period::Span;
use rappel_domain::sale::Money;
use rusqlite::{Row, named_params};

use super::Scope;
use crate::Result;
use crate::storage::{Db, source, step, word};
use crate::views::{FromSource, FunnelCounts, MedianDays, SourceInsight, StopCount};

fn counts(row: &Row<'_>, first: usize) -> rusqlite::Result<FunnelCounts> {
    Ok(FunnelCounts {
        leads: row.get(first)?,
        prospects: row.get(first + 1)?,
        customers: row.get(first + 2)?,
        repeat_customers: row.get(first + 3)?,
    })
}

/// The day on which the first lead came in that is there.
pub fn first_lead(db: &Db) -> Result<Option<NaiveDate>> {
    Ok(db.prepare_cached("SELECT min(came_in) FROM contact_path")?.query_row([], |row| row.get(0))?)
}

/// How many leads came in, and how far they came.
pub fn funnel(db: &Db, span: Span, from: FromSource) -> Result<FunnelCounts> {
    let found = Scope::of(span, from).list(
        db,
        "SELECT count(*), count(prospect_on), count(customer_on), count(repeat_on) FROM contact_path
         WHERE came_in BETWEEN :from AND :to AND (:any OR source_id IS :source)",
        |row| counts(row, 0),
    )?;
    Ok(found.first().copied().unwrap_or_default())
}

/// Within how many days half of those leads had become a prospect, and half of those who bought had bought.
pub fn days_to(db: &Db, span: Span, from: FromSource) -> Result<(Option<MedianDays>, Option<MedianDays>)> {
    let scope = Scope::of(span, from);
    let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?));
    let prospects = scope.list(
        db,
        "SELECT prospect_days, count(*) FROM contact_path
         WHERE came_in BETWEEN :from AND :to AND (:any OR source_id IS :source) AND prospect_days IS NOT NULL
         GROUP BY prospect_days ORDER BY prospect_days",
        read,
    )?;
    let customers = scope.list(
        db,
        "SELECT customer_days, count(*) FROM contact_path
         WHERE came_in BETWEEN :from AND :to AND (:any OR source_id IS :source) AND customer_days IS NOT NULL
         GROUP BY customer_days ORDER BY customer_days",
        read,
    )?;
    Ok((middle(&prospects), middle(&customers)))
}

fn middle(counted: &[(i64, u32)]) -> Option<MedianDays> {
    let days = u32::try_from(median(counted)?).ok()?;
    Some(MedianDays { days, people: counted.iter().map(|(_, people)| people).sum() })
}

/// The same for each day on which leads came in, the oldest first.
pub fn cohorts(db: &Db, span: Span, from: FromSource) -> Result<Vec<(NaiveDate, FunnelCounts)>> {
    // In the order of the index: a day costs nothing to group by, a month would.
    Scope::of(span, from).list(
        db,
        "SELECT came_in, count(*), count(prospect_on), count(customer_on), count(repeat_on) FROM contact_path
         WHERE came_in BETWEEN :from AND :to AND (:any OR source_id IS :source) GROUP BY came_in",
        |row| Ok((row.get(0)?, counts(row, 1)?)),
    )
}

/// Each source with the leads that came from it, in the order of the sources, and last those without one.
pub fn sources(db: &Db, span: Span, from: FromSource) -> Result<Vec<SourceInsight>> {
    let scope = Scope::of(span, from);
    // By day too, in the order of the index: to group by the source alone, all leads would be sorted.
    let by_day: Vec<(Option<i64>, FunnelCounts)> = scope.list(
        db,
        "SELECT source_id, count(*), count(prospect_on), count(customer_on), count(repeat_on) FROM contact_path
         WHERE came_in BETWEEN :from AND :to AND (:any OR source_id IS :source) GROUP BY came_in, source_id",
        |row| Ok((row.get(0)?, counts(row, 1)?)),
    )?;
    let mut found: BTreeMap<Option<i64>, FunnelCounts> = BTreeMap::new();
    for (source, day) in by_day {
        *found.entry(source).or_default() += day;
    }
    let sold: Vec<(Option<i64>, Money)> = scope.list(db, include_str!("sold_by_source.sql"), |row| {
        Ok((row.get(0)?, Money { currency: row.get(1)?, minor: row.get(2)? }))
    })?;
    let mut ever: BTreeMap<Option<i64>, u32> = BTreeMap::new();
    let mut statement =
        db.prepare_cached("SELECT source_id, count(prospect_on) FROM contact_path GROUP BY came_in, source_id")?;
    for row in statement.query_map([], |row| Ok((row.get(0)?, row.get::<_, u32>(1)?)))? {
        let (source, prospects) = row?;
        *ever.entry(source).or_default() += prospects;
    }
    let named = source::list(db)?.into_iter().map(|it| (Some(it.id), it.name, it.cost));
    let insights =
        named.chain([(None, String::new(), None)]).filter_map(|(id, name, cost): (Option<SourceId>, _, _)| {
            let key = id.map(|id| id.0);
            let counts = *found.get(&key)?;
            let prospects = ever.get(&key).copied().unwrap_or(0);
            Some(SourceInsight {
                source: id,
                name,
                counts,
                sold: sold.iter().filter(|(it, _)| *it == key).map(|(_, amount)| amount.clone()).collect(),
                cost_per_prospect: cost.and_then(|cost: Money| cost.each_of(prospects)),
            })
        });
    Ok(insights.collect())
}

/// Where those leads stand who have not bought, in the order of the process.
pub fn stops(db: &Db, span: Span, from: FromSource, today: NaiveDate) -> Result<Vec<StopCount>> {
    let scope = Scope::of(span, from);
    let mut statement = db.prepare_cached(include_str!("stops.sql"))?;
    let values = named_params! {
        ":from": scope.from, ":to": scope.to, ":any": scope.any, ":source": scope.source, ":today": today,
    };
    let rows = statement.query_map(values, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
    let found: Vec<(String, Option<i64>, u32, u32)> = rows.collect::<rusqlite::Result<_>>()?;
    let steps = step::list(db)?.into_iter().map(|it| (Stop::Step, Some(it.id), it.name));
    let [before, after] =
        [[Stop::NotAsked, Stop::AskedInPart].as_slice(), &[Stop::Later, Stop::Declined, Stop::NotAFit]]
            .map(|stops| stops.iter().map(|stop| (*stop, None, String::new())));
    let all = before.chain(steps).chain(after).filter_map(|(stop, step, step_name): (Stop, Option<StepId>, _)| {
        let key = (word(&stop), step.map(|id| id.0));
        let (.., people, over) = found.iter().find(|(stop, step, ..)| (stop, step) == (&key.0, &key.1))?;
        Some(StopCount { stop, step, step_name, people: *people, over: *over })
    });
    Ok(all.collect())
}

//! Insights: what works. Each card asks for itself, so that the page draws each as it comes.

#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use rappel_domain::period::{Period, Span, parts};
use rappel_domain::sale::Money;

use crate::storage::insight;
use crate::text::check;
use crate::views::*;
use crate::{App, Error, Result};

/// The days that are asked for, and those before.
fn spans(app: &App, query: &InsightQuery) -> Result<(NaiveDate, Span, Option<Span>)> {
    if let Period::Own { from, to } = query.period {
        check::date(from)?;
        check::date(to)?;
        if from > to {
            return Err(Error::refused("bad_period"));
        }
    }
    let today = app.now().today();
    Ok((today, query.period.span(today), query.period.before(today)))
}

/// From lead to repeat customer, with the days it took.
///
/// # Errors
/// `bad_date`, or `bad_period` for one that ends before it begins.
pub fn get_funnel_insight(app: &App, input: InsightQuery) -> Result<FunnelInsight> {
    let (_, span, before) = spans(app, &input)?;
    app.read(|db| {
        let (to_prospect, to_customer) = insight::days_to(db, span, input.source)?;
        let leads_before = before.map(|it| insight::funnel(db, it, input.source)).transpose()?.map(|it| it.leads);
        let counts = insight::funnel(db, span, input.source)?;
        let empty = insight::first_lead(db)?.is_none();
        Ok(FunnelInsight { span, counts, leads_before, to_prospect, to_customer, empty })
    })
}

/// The leads by the month in which they came in.
///
/// # Errors
/// As [`get_funnel_insight`].
pub fn get_cohort_insight(app: &App, input: InsightQuery) -> Result<CohortInsight> {
    let (_, span, _) = spans(app, &input)?;
    let days = app.read(|db| insight::cohorts(db, span, input.source))?;
    let (part, spans) = parts(span, days.first().map_or(span.to, |(day, _)| *day));
    let mut cohorts: Vec<_> =
        spans.iter().map(|span| Cohort { span: *span, counts: FunnelCounts::default() }).collect();
    for (at, (_, counts)) in in_parts(&spans, &days, |(day, _)| *day) {
        cohorts[at].counts += *counts;
    }
    Ok(CohortInsight { part, cohorts })
}

/// Each row with the part its day lies in; one that lies in none is left out. Both are in the order of their days.
fn in_parts<'a, T>(
    spans: &'a [Span],
    rows: &'a [T],
    day: impl Fn(&T) -> NaiveDate + 'a,
) -> impl Iterator<Item = (usize, &'a T)> {
    rows.iter().filter_map(move |row| {
        let at = spans.partition_point(|span| span.to < day(row));
        spans.get(at).filter(|span| span.holds(day(row))).map(|_| (at, row))
    })
}

/// What each source brought.
///
/// # Errors
/// As [`get_funnel_insight`].
pub fn get_source_insight(app: &App, input: InsightQuery) -> Result<Vec<SourceInsight>> {
    let (_, span, _) = spans(app, &input)?;
    app.read(|db| insight::sources(db, span, input.source))
}

/// How much of the talk went to people who were never qualified.
///
/// # Errors
/// As [`get_funnel_insight`].
pub fn get_talk_insight(app: &App, input: InsightQuery) -> Result<TalkInsight> {
    let (_, span, before) = spans(app, &input)?;
    let (now, then) = app.read(|db| insight::talk(db, span, before, input.source))?;
    Ok(TalkInsight { now, before: before.map(|_| then) })
}

/// Whether follow-ups were done when they were promised.
///
/// # Errors
/// As [`get_funnel_insight`].
pub fn get_promise_insight(app: &App, input: InsightQuery) -> Result<PromiseInsight> {
    let (today, span, before) = spans(app, &input)?;
    app.read(|db| {
        let of = |span| insight::promises(db, span, input.source, today);
        Ok(PromiseInsight { now: of(span)?, before: before.map(of).transpose()? })
    })
}

/// The sales by month.
///
/// # Errors
/// As [`get_funnel_insight`].
pub fn get_sales_insight(app: &App, input: InsightQuery) -> Result<SalesInsight> {
    let (_, span, _) = spans(app, &input)?;
    let (days, first) = app.read(|db| Ok((insight::sales(db, span, input.source)?, insight::first_sale(db)?)))?;
    let (part, spans) = parts(span, first.unwrap_or(span.to));
    let mut currencies: Vec<CurrencySales> = Vec::new();
    for (at, (_, currency, sold)) in in_parts(&spans, &days, |(day, ..)| *day) {
        let known = currencies.iter().position(|it| it.total.currency == *currency);
        let place = known.unwrap_or(currencies.len());
        if known.is_none() {
            let total = Money { minor: 0, currency: currency.clone() };
            currencies.push(CurrencySales { total, sales: 0, parts: vec![PartSales::default(); spans.len()] });
        }
        let sum = &mut currencies[place];
        sum.sales += sold.sales;
        sum.total.minor = sum.total.minor.saturating_add(sold.minor);
        sum.parts[at].sales += sold.sales;
        sum.parts[at].minor = sum.parts[at].minor.saturating_add(sold.minor);
    }
    currencies.sort_by_key(|it| std::cmp::Reverse(it.sales));
    Ok(SalesInsight { part, spans, currencies })
}

/// Where the leads stand who have not bought.
///
/// # Errors
/// As [`get_funnel_insight`].
pub fn get_stop_insight(app: &App, input: InsightQuery) -> Result<StopInsight> {
    let (today, span, _) = spans(app, &input)?;
    app.read(|db| Ok(StopInsight { stops: insight::stops(db, span, input.source, today)? }))
}

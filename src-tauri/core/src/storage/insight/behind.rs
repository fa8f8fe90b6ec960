//! The people behind a figure: the same conditions as the figure itself, so that the list is as long as the number says.

use chrono::NaiveDate;
use rappel_domain::period::Span;
use rusqlite::{ToSql, named_params};

use super::{Scope, end_of};
use crate::Result;
use crate::storage::{Db, word};
use crate::views::{Behind, Figure};

/// Their numbers.
pub fn behind(db: &Db, asked: &Behind, today: NaiveDate) -> Result<Vec<i64>> {
    let span = asked.period.span(today);
    match &asked.figure {
        Figure::Leads => leads(db, asked, span, "true"),
        Figure::Prospects => leads(db, asked, span, "p.prospect_on IS NOT NULL"),
        Figure::Customers => leads(db, asked, span, "p.customer_on IS NOT NULL"),
        Figure::RepeatCustomers => leads(db, asked, span, "p.repeat_on IS NOT NULL"),
        Figure::Talks => talks(db, asked, span, ":until"),
        Figure::UnaskedTalks => talks(db, asked, span, "min(:until, ifnull(p.asked_on, '~'))"),
        Figure::Promises { kept } => {
            let sql = concat!(
                "SELECT DISTINCT contact_id FROM (",
                include_str!("promises.sql"),
                ") WHERE outcome = :outcome"
            );
            list(db, asked, span, sql, &[(":to", &span.to), (":today", &today), (":outcome", &word(kept))])
        }
        Figure::Sales { currency } => list(
            db,
            asked,
            span,
            "SELECT DISTINCT s.contact_id FROM sale s JOIN contact_path p ON p.contact_id = s.contact_id
             WHERE s.sold_on BETWEEN :from AND :to AND s.currency = :currency AND (:any OR p.source_id IS :source)",
            &[(":to", &span.to), (":currency", currency)],
        ),
        Figure::Stopped { stop, step, over } => list(
            db,
            asked,
            span,
            include_str!("stopped.sql"),
            &[
                (":to", &span.to),
                (":today", &today),
                (":stop", &word(stop)),
                (":step", &step.map(|id| id.0)),
                (":over", over),
            ],
        ),
    }
}

/// The leads of the period of whom a fixed condition holds.
fn leads(db: &Db, asked: &Behind, span: Span, condition: &str) -> Result<Vec<i64>> {
    let sql = format!(
        "SELECT p.contact_id FROM contact_path p
         WHERE p.came_in BETWEEN :from AND :to AND (:any OR p.source_id IS :source) AND {condition}"
    );
    list(db, asked, span, &sql, &[(":to", &span.to)])
}

/// Whoever was talked to from the beginning of the period up to a fixed moment.
fn talks(db: &Db, asked: &Behind, span: Span, until: &str) -> Result<Vec<i64>> {
    let sql = format!(
        "SELECT p.contact_id FROM contact_path p WHERE (:any OR p.source_id IS :source) AND EXISTS (
           SELECT 1 FROM conversation c INDEXED BY conversation_talk
           WHERE c.contact_id = p.contact_id AND c.trashed_at IS NULL AND c.ending <> 'no_answer'
             AND c.at >= :from AND c.at < {until})"
    );
    list(db, asked, span, &sql, &[(":until", &end_of(span.to))])
}

fn list(db: &Db, asked: &Behind, span: Span, sql: &str, more: &[(&str, &dyn ToSql)]) -> Result<Vec<i64>> {
    let scope = Scope::of(span, asked.source);
    let same = named_params! { ":from": scope.from, ":any": scope.any, ":source": scope.source };
    let values: Vec<(&str, &dyn ToSql)> = same.iter().chain(more).copied().collect();
    let mut statement = db.prepare_cached(sql)?;
    let rows = statement.query_map(values.as_slice(), |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

//! The figures of Insights over everybody at once. What each means stands in `rappel_domain::insight`; here the tables are asked in
//! the order of indexes that hold all that is read, so that a figure costs what going once through its rows costs.

mod behind;
mod people;
#[cfg(test)]
mod tests;
mod time;

use chrono::NaiveDate;
use rappel_domain::period::Span;
use rusqlite::{Row, named_params};

use super::Db;
use crate::Result;
use crate::views::FromSource;

pub use behind::behind;
pub use people::{cohorts, days_to, first_lead, funnel, sources, stops};
pub use time::{first_sale, promises, sales, talk};

/// Before every date that is kept, for a period without a beginning. Not the empty text: with that bound SQLite takes four times as long.
const EVER: &str = "0000-01-01";

/// The days and the source that a figure is about, as they are bound.
struct Scope {
    from: String,
    to: String,
    any: bool,
    source: Option<i64>,
}

impl Scope {
    fn of(span: Span, source: FromSource) -> Self {
        Self {
            from: first_of(span),
            to: span.to.to_string(),
            any: source == FromSource::Any,
            source: match source {
                FromSource::Source { source } => Some(source.0),
                FromSource::Any | FromSource::None => None,
            },
        }
    }

    /// Reads all rows of one of the fixed queries over [`Self`]'s four values.
    fn list<T>(&self, db: &Db, sql: &str, read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>) -> Result<Vec<T>> {
        let mut statement = db.prepare_cached(sql)?;
        let values = named_params! { ":from": self.from, ":to": self.to, ":any": self.any, ":source": self.source };
        let rows = statement.query_map(values, read)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

fn first_of(span: Span) -> String {
    span.from.map_or_else(|| EVER.to_owned(), |day| day.to_string())
}

/// The beginning of the day after: civil moments of a day sort before it.
fn end_of(day: NaiveDate) -> String {
    day.succ_opt().unwrap_or(day).to_string()
}

//! The board of the process: a count and the first cards of each column, most pressing first.

use chrono::{NaiveDate, NaiveTime};
use rappel_domain::follow_up::Due;
use rappel_domain::ids::{ContactId, SourceId};
use rappel_domain::process::{Lifecycle, Place};
use rappel_domain::sale::Money;
use rusqlite::{Row, named_params};

use super::derived::place_words;
use super::{Db, count, from_word, people, step};
use crate::views::{ProcessBoard, ProcessCard, ProcessColumn, Shelf, StageFilter};
use crate::{Error, Result};

/// How many cards a column gives; all of them are in People, under the same filter.
const CARDS: u32 = 50;

/// The whole board.
pub fn board(db: &Db, sources: &[SourceId], today: NaiveDate) -> Result<ProcessBoard> {
    let counts = count::in_places(db, sources)?;
    let people = |place: &str, step: Option<i64>| -> u32 {
        counts.iter().filter(|it| it.place == place && it.step == step).map(|it| it.people).sum()
    };
    let mut places = vec![(Place::Lead, None)];
    for step in step::list(db)? {
        // An archived step stays on the board as long as somebody stands in it.
        if !step.archived || step::is_used(db, step.id)? {
            places.push((Place::Step { step: step.id }, Some(step.name)));
        }
    }
    places.extend([(Place::Customer, None), (Place::RepeatCustomer, None)]);
    let mut columns = Vec::with_capacity(places.len());
    for (place, step) in places {
        let (word, step_id) = place_words(place);
        columns.push(ProcessColumn {
            place,
            step,
            count: people(word, step_id),
            cards: cards(db, place, sources, today)?,
        });
    }
    let shelves = [StageFilter::Later, StageFilter::Declined, StageFilter::DoNotContact, StageFilter::NotAFit];
    let shelf = |stage| Shelf { stage, count: people::places(stage).iter().map(|word| people(word, None)).sum() };
    Ok(ProcessBoard { columns, shelves: shelves.map(shelf).to_vec() })
}

fn json(sources: &[SourceId]) -> Result<Option<String>> {
    if sources.is_empty() {
        return Ok(None);
    }
    let ids: Vec<i64> = sources.iter().map(|id| id.0).collect();
    serde_json::to_string(&ids).map(Some).map_err(|error| Error::Internal(error.to_string()))
}

/// The first cards of a column, in the order of an index: in a step what is due first, those without a next step above all; elsewhere
/// by name.
fn cards_sql(in_step: bool) -> String {
    let (index, order) = if in_step {
        ("contact_state_step", "ifnull(s.next_on, ''), s.sort_key, s.contact_id")
    } else {
        ("contact_state_place", "s.sort_key, s.contact_id")
    };
    let place =
        if in_step { "s.place = 'step' AND s.step_id = :step" } else { "s.place = :place AND s.step_id IS NULL" };
    include_str!("board_cards.sql").replace("{index}", index).replace("{place}", place).replace("{order}", order)
}

/// The first fifty cards of a column. In a step those that wait longest for a next step come first.
fn cards(db: &Db, place: Place, sources: &[SourceId], today: NaiveDate) -> Result<Vec<ProcessCard>> {
    let (word, step) = place_words(place);
    let mut statement = db.prepare_cached(&cards_sql(step.is_some()))?;
    let mut rows = statement.query(named_params! {
        ":place": word, ":step": step, ":sources": json(sources)?, ":today": today, ":cards": CARDS,
    })?;
    let mut cards = Vec::new();
    while let Some(row) = rows.next()? {
        cards.push(card(row, place)?);
    }
    Ok(cards)
}

fn card(row: &Row<'_>, place: Place) -> Result<ProcessCard> {
    let next = match row.get::<_, Option<NaiveDate>>(6)? {
        Some(on) => Some(Due { on, at: row.get::<_, Option<NaiveTime>>(7)? }),
        None => None,
    };
    let minor: Option<i64> = row.get(9)?;
    let currency: Option<String> = row.get(10)?;
    Ok(ProcessCard {
        id: ContactId(row.get(0)?),
        name: row.get(1)?,
        company: row.get(2)?,
        lifecycle: from_word::<Lifecycle>(row.get(3)?)?,
        asked: row.get(4)?,
        asked_of: row.get(5)?,
        no_next_step: matches!(place, Place::Step { .. }) && next.is_none(),
        next,
        stale_days: row.get(8)?,
        expected: minor.zip(currency).map(|(minor, currency)| Money { minor, currency }),
        sales: row.get(11)?,
        last_sale: row.get(12)?,
    })
}

/// Prospects with an open opportunity, whom a change to the criteria leaves where they are.
pub fn prospects(db: &Db) -> Result<Vec<ContactId>> {
    let mut statement =
        db.prepare_cached("SELECT contact_id FROM contact_state WHERE place = 'step' AND lifecycle = 'prospect'")?;
    let rows = statement.query_map([], |row| row.get(0).map(ContactId))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Everyone without a sale who was asked anything, and whether they stand in the sales phase.
pub fn answered_without_sale(db: &Db) -> Result<Vec<(ContactId, bool)>> {
    let mut statement = db.prepare_cached(
        "SELECT contact_id, place = 'step' FROM contact_state
         WHERE place <> 'trash' AND lifecycle IN ('lead', 'prospect')
           AND EXISTS (SELECT 1 FROM answer WHERE contact_id = contact_state.contact_id)",
    )?;
    let rows = statement.query_map([], |row| Ok((ContactId(row.get(0)?), row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

#[cfg(test)]
mod tests {
    use crate::storage::Store;

    #[test]
    fn a_column_is_read_in_the_order_of_its_index() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path()).unwrap();
        let db = store.writer();
        for (in_step, first) in [
            (true, "SEARCH s USING INDEX contact_state_step (step_id=?)"),
            (false, "SEARCH s USING INDEX contact_state_place (place=? AND step_id=?)"),
        ] {
            let sql = super::cards_sql(in_step);
            let mut statement = db.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
            let plan = statement.raw_query().mapped(|row| row.get::<_, String>(3));
            let plan: Vec<_> = plan.collect::<rusqlite::Result<_>>().unwrap();
            assert_eq!(plan[0], first, "{plan:#?}");
            assert!(!plan.iter().any(|step| step.contains("TEMP B-TREE")), "{plan:#?}");
        }
    }
}

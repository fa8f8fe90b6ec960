//! What only the rows themselves can show: nothing is left behind, and making many at once derives what settling derives.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};

use crate::app::{App, Options};
use crate::clock::{Clock, Now};
use crate::storage::Db;
use crate::storage::search::INDEXES;
use crate::{Result, demo, samples};

/// Monday 23 November 2026, ten o'clock.
struct Monday;

impl Clock for Monday {
    fn now(&self) -> Now {
        let civil = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(10, 0, 0).unwrap();
        Now { utc: DateTime::<Utc>::from_naive_utc_and_offset(civil, Utc), civil }
    }
}

fn open() -> (tempfile::TempDir, Arc<App>) {
    let folder = tempfile::tempdir().unwrap();
    let app = App::open(Options { folder: folder.path().to_owned(), clock: Arc::new(Monday), demo: false }).unwrap();
    (folder, app)
}

fn texts(db: &Db, sql: &str) -> Result<Vec<String>> {
    let mut statement = db.prepare(sql)?;
    let rows = statement.query_map([], |row| row.get(0))?.collect::<std::result::Result<_, _>>()?;
    Ok(rows)
}

fn count(app: &App, sql: &str) -> i64 {
    app.read(|db| Ok(db.query_row(sql, [], |row| row.get(0))?)).unwrap()
}

/// How many rows each table has. The indexes' own tables say more than their number of rows would.
fn counts(app: &App) -> BTreeMap<String, i64> {
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%\\_search%' ESCAPE '\\'";
    let tables = app.read(|db| texts(db, sql)).unwrap();
    tables.into_iter().map(|table| (count(app, &format!("SELECT count(*) FROM {table}")), table)).map(swap).collect()
}

fn swap((count, table): (i64, String)) -> (String, i64) {
    (table, count)
}

/// Fails when an index does not hold what its table holds.
fn check_search(app: &App) {
    for index in INDEXES {
        let sql = format!("INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)");
        app.write_once(|write| Ok(write.db.execute_batch(&sql)?)).unwrap();
    }
}

#[test]
fn adding_and_removing_them_leaves_every_table_as_it_was() {
    let (_folder, app) = open();
    let before = counts(&app);
    samples::add(&app).unwrap();
    check_search(&app);
    let during = counts(&app);
    for table in ["contact", "company", "tag", "conversation", "question", "follow_up", "alarm", "sale", "card"] {
        assert!(during[table] > before[table], "{table} shows something");
    }
    assert_eq!(count(&app, "SELECT count(*) FROM question WHERE answered_on IS NULL"), 3);
    assert!(count(&app, "SELECT count(*) FROM question WHERE answered_on IS NOT NULL") >= 3);
    samples::remove(&app).unwrap();
    assert_eq!(counts(&app), before);
    check_search(&app);
}

#[test]
fn a_company_that_a_real_person_gave_up_comes_back_with_an_undo_after_they_are_gone() {
    let (_folder, app) = open();
    let company = |name: &str| {
        let mut draft = crate::commands::ContactDraft { company: name.to_owned(), ..Default::default() };
        draft.name.given = "Anna".to_owned();
        draft.tags = vec![name.to_owned()];
        draft
    };
    let contact = crate::commands::add_contact(&app, company("First")).unwrap();
    let update = crate::commands::UpdateContact { contact, draft: company("Second") };
    crate::commands::update_contact(&app, update).unwrap();
    samples::add(&app).unwrap();
    samples::remove(&app).unwrap();
    app.undo(None).unwrap();
    let sql = "SELECT count(*) FROM contact c JOIN company o ON o.id = c.company_id WHERE o.name = 'First'";
    assert_eq!(count(&app, sql), 1);
}

#[test]
fn many_at_once_leave_the_rows_that_settling_each_would() {
    let (_folder, app) = open();
    let schema = "SELECT name || ifnull(sql, '') FROM sqlite_schema ORDER BY name";
    let before = app.read(|db| texts(db, schema)).unwrap();
    demo::fill(&app, 300).unwrap();
    assert_eq!(app.read(|db| texts(db, schema)).unwrap(), before, "the triggers of the search are back");
    check_search(&app);
    let derived = || {
        let rows = |table: &str| {
            let columns = texts_of(&app, &format!("SELECT name FROM pragma_table_info('{table}')"));
            texts_of(&app, &format!("SELECT json_array({}) FROM {table} ORDER BY 1", columns.join(", ")))
        };
        [
            rows("contact_state"),
            rows("contact_path"),
            rows("contact_text"),
            rows("alarm"),
            rows("opportunity"),
            rows("history"),
        ]
    };
    let first = derived();
    app.write(|write| {
        write.touch_everyone();
        Ok(())
    })
    .unwrap();
    assert_eq!(derived(), first);
}

fn texts_of(app: &App, sql: &str) -> Vec<String> {
    app.read(|db| texts(db, sql)).unwrap()
}

#[test]
fn the_demo_has_somebody_for_everything() {
    let (_folder, app) = open();
    demo::fill(&app, 300).unwrap();
    let sql = "SELECT count(*) FROM contact c JOIN batch b ON b.id = c.batch_id WHERE b.kind = 'sample'";
    assert_eq!(count(&app, sql), 300, "all are samples");
    let talks = count(&app, "SELECT count(*) FROM conversation");
    assert!((600..1800).contains(&talks), "{talks} conversations, some people have several");
    for (what, sql) in [
        ("eleven places", "SELECT count(DISTINCT place || ifnull(step_id, '')) = 11 FROM contact_state"),
        ("four lifecycles", "SELECT count(DISTINCT lifecycle) = 4 FROM contact_state"),
        ("birthdays in every month", "SELECT count(DISTINCT birth_month) = 12 FROM contact"),
        ("29 February", "SELECT count(*) > 0 FROM contact WHERE birth_month = 2 AND birth_day = 29"),
        ("birthdays without a year", "SELECT count(*) > 0 FROM contact WHERE birth_month > 0 AND birth_year IS NULL"),
        ("overdue", "SELECT count(*) > 0 FROM follow_up WHERE state = 'open' AND due_on < '2026-11-23'"),
        ("today", "SELECT count(*) >= 5 FROM follow_up WHERE state = 'open' AND due_on = '2026-11-23'"),
        ("later", "SELECT count(*) > 0 FROM follow_up WHERE state = 'open' AND due_on > '2026-11-23'"),
        ("amounts expected", "SELECT count(*) > 0 FROM opportunity WHERE state = 'open' AND expected_minor > 0"),
        ("sales from a conversation", "SELECT count(*) > 0 FROM sale WHERE conversation_id IS NOT NULL"),
        ("nothing ahead of its time", "SELECT count(*) = 0 FROM conversation WHERE at > '2026-11-23 10'"),
    ] {
        assert_eq!(count(&app, sql), 1, "{what}");
    }
}

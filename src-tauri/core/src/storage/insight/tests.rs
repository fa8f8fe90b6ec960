//! What only the tables themselves can show: the figures read indexes alone.

use rusqlite::params_from_iter;
use rusqlite::types::Value;

use crate::storage::Store;

#[test]
fn the_figures_read_indexes_that_hold_all_they_need() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).unwrap();
    let plan = |sql: &str| -> String {
        let db = store.writer();
        let mut statement = db.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
        let values = vec![Value::Null; statement.parameter_count()];
        let rows = statement.query_map(params_from_iter(values), |row| row.get(3)).unwrap();
        let steps: Vec<String> = rows.collect::<rusqlite::Result<_>>().unwrap();
        steps.join("; ")
    };
    let leads = plan(
        "SELECT came_in, count(*), count(repeat_on) FROM contact_path
         WHERE came_in BETWEEN :from AND :to AND (:any OR source_id IS :source) GROUP BY came_in",
    );
    assert_eq!(leads, "SEARCH contact_path USING COVERING INDEX contact_path_figures (came_in>? AND came_in<?)");
    let stops = plan(include_str!("stops.sql"));
    assert!(stops.contains("COVERING INDEX contact_path_figures (came_in>? AND came_in<?)"), "{stops}");
    let talk = plan(include_str!("talk.sql"));
    assert_eq!(talk, "SEARCH talk_count USING PRIMARY KEY (day>? AND day<?)");
    let promises = plan(include_str!("promises.sql"));
    assert!(promises.contains("SEARCH f USING COVERING INDEX follow_up_promise (<expr>>? AND <expr><?)"), "{promises}");
    assert!(promises.contains("SEARCH p USING INTEGER PRIMARY KEY"), "{promises}");
    let sales = plan(include_str!("sales.sql"));
    assert!(sales.contains("COVERING INDEX sale_figures (sold_on>? AND sold_on<?)"), "{sales}");
    let evidence = plan(include_str!("../evidence.sql"));
    assert!(evidence.contains("history_answered") && evidence.contains("history_prospect"), "{evidence}");
}

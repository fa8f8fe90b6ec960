//! What only the rows themselves can show: older data come to what settling comes to.

use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, Days, NaiveDate, Utc};
use rappel_domain::follow_up::{Due, FollowUpDraft};
use rappel_domain::ids::{ContactId, FollowUpId};
use rappel_domain::qualification::Answer;

use crate::app::{App, Options};
use crate::clock::{Clock, Now};
use crate::commands::*;
use crate::demo;
use crate::storage::{APPLICATION_ID, Db, FILE, MIGRATIONS, Store};

/// Monday 23 November 2026, ten o'clock.
struct Monday;

fn monday() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

impl Clock for Monday {
    fn now(&self) -> Now {
        let civil = monday().and_hms_opt(10, 0, 0).unwrap();
        Now { utc: DateTime::<Utc>::from_naive_utc_and_offset(civil, Utc), civil }
    }
}

fn open(folder: &Path) -> Arc<App> {
    App::open(Options { folder: folder.to_owned(), clock: Arc::new(Monday), demo: false }).unwrap()
}

fn paths(db: &Db) -> Vec<String> {
    let sql = "SELECT json_array(contact_id, came_in, source_id, asked_on, prospect_on, customer_on, repeat_on, prospect_days,
                 customer_days, place, step_id, entered_step_on) FROM contact_path ORDER BY contact_id";
    let mut statement = db.prepare(sql).unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().collect::<std::result::Result<_, _>>().unwrap()
}

fn promised(db: &Db, id: FollowUpId) -> Option<NaiveDate> {
    db.query_row("SELECT promised_on FROM follow_up WHERE id = ?1", [id.0], |row| row.get(0)).unwrap()
}

/// Answers given and taken back, a rule overridden, a follow-up moved three times and one by its time alone.
fn live(app: &App) -> [FollowUpId; 2] {
    let people = [10, 11, 12, 13].map(ContactId);
    for (contact, answer) in people.into_iter().zip([Answer::Yes, Answer::No, Answer::Yes, Answer::Yes]) {
        for answer in [answer, Answer::NotAsked] {
            let person = get_person(app, ContactRef { contact }).unwrap();
            let given = |it: &CriterionAnswer| GivenAnswer { criterion: it.criterion, answer, proof: None };
            let answers = person.criteria.iter().map(given).collect();
            answer_criteria(app, QualifyAnswers { contact, answers }).unwrap();
        }
    }
    let why = "Her brother bought".to_owned();
    override_qualification(app, OverrideQualification { contact: ContactId(14), why }).unwrap();
    trash_contact(app, ContactRef { contact: people[3] }).unwrap();
    let draft = |days, hour| {
        let at = chrono::NaiveTime::from_hms_opt(hour, 0, 0);
        let due = Due { on: monday() + Days::new(days), at };
        FollowUpDraft { what: "Ring".to_owned(), due, minutes_before: 0, repeat: None }
    };
    let add = |contact| add_follow_up(app, AddFollowUp { contact, draft: draft(2, 9) }).unwrap();
    let [moved, same_day] = [add(people[0]), add(people[1])];
    for days in [5, 4, 9] {
        update_follow_up(app, UpdateFollowUp { follow_up: moved, draft: draft(days, 9) }).unwrap();
    }
    update_follow_up(app, UpdateFollowUp { follow_up: same_day, draft: draft(2, 11) }).unwrap();
    [moved, same_day]
}

/// The same facts in a file as the version before had it.
fn of_the_version_before(new: &Path, old: &Path) {
    let db = Db::open(old.join(FILE)).unwrap();
    db.pragma_update(None, "foreign_keys", false).unwrap();
    for sql in &MIGRATIONS[..3] {
        db.execute_batch(sql).unwrap();
    }
    db.execute("ATTACH ?1 AS new", [new.join(FILE).to_str().unwrap()]).unwrap();
    let list = |sql: &str| -> Vec<String> {
        let mut statement = db.prepare(sql).unwrap();
        statement.query_map([], |row| row.get(0)).unwrap().collect::<std::result::Result<_, _>>().unwrap()
    };
    for table in
        list("SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE '%\\_search%' ESCAPE '\\'")
    {
        let columns = list(&format!("SELECT name FROM pragma_table_info('{table}', 'main')")).join(", ");
        db.execute_batch(&format!("INSERT INTO main.{table} ({columns}) SELECT {columns} FROM new.{table}")).unwrap();
    }
    db.pragma_update(None, "application_id", APPLICATION_ID).unwrap();
    db.pragma_update(None, "user_version", 3).unwrap();
}

#[test]
fn older_data_come_to_the_same_as_if_it_had_been_kept_all_along() {
    let (new, old) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let app = open(new.path());
    demo::fill(&app, 200).unwrap();
    let [moved, same_day] = live(&app);
    let wanted = app.read(|db| Ok(paths(db))).unwrap();
    assert_eq!(wanted.len(), 199, "not who is in the trash");
    let first = Some(monday() + Days::new(2));
    assert_eq!(app.read(|db| Ok([promised(db, moved), promised(db, same_day)])).unwrap(), [first, None]);
    drop(app);
    of_the_version_before(new.path(), old.path());
    let migrated = Store::open(old.path()).unwrap();
    assert_eq!(migrated.read(|db| Ok(paths(db))).unwrap(), wanted);
    let found = migrated.read(|db| Ok([promised(db, moved), promised(db, same_day)])).unwrap();
    assert_eq!(found, [first, None]);
    drop(migrated);
    // And deriving everyone anew changes nothing.
    let again = open(old.path());
    again
        .write(|write| {
            write.touch_everyone();
            Ok(())
        })
        .unwrap();
    assert_eq!(again.read(|db| Ok(paths(db))).unwrap(), wanted);
}

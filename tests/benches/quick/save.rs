//! Saving a conversation with its follow-up, beside the same rows written by SQL in one transaction that is on the disk.

use std::path::Path;

use chrono::Days;
use rappel_core::App;
use rappel_core::commands::*;
use rappel_domain::conversation::Ending;
use rappel_domain::follow_up::{Due, FollowUpDraft};
use rappel_tests::figures::{Figures, Line, option};
use rappel_tests::{invented, talk};
use rusqlite::{Connection, params};

use crate::{contacts, kept, timed, up_to_most};

const PEOPLE: [u32; 3] = [1_000, 10_000, 100_000];
const WITHIN: f64 = 1.2;
const SAID: &str = "Wants the offer by mail before the fair.\n? How long does it stand";

pub fn measure() -> Vec<Line> {
    let times = option("times", 200);
    let mut lines: Vec<Line> = Vec::new();
    for people in up_to_most(&PEOPLE) {
        // Both beside each other on the same disk, and where the build files are: a folder in memory would write nothing down.
        let folder = tempfile::tempdir_in(kept()).unwrap();
        let (ours, theirs) = (folder.path().join("ours"), folder.path().join("floor"));
        for folder in [&ours, &theirs] {
            invented::copy(kept(), people, folder);
        }
        let app = invented::open_folder(&ours);
        let floor = Floor::on(&theirs);
        let both = (0..times).map(|at| {
            // Each with somebody else, all over the file.
            let contact = ContactId(i64::from(1 + at * 7919 % people));
            (timed(|| save(&app, contact)).0, timed(|| floor.save(contact)).0)
        });
        let (ours, floor): (Vec<_>, Vec<_>) = both.skip(3).unzip();
        let line =
            Line::new("save a conversation with a follow-up", &contacts(people), Figures::milliseconds(ours), "ms");
        let line = line.beside(Figures::milliseconds(floor)).within(WITHIN);
        let line = if let Some(less) = lines.last() { line.grown(&less.ours, 10.0) } else { line };
        lines.push(line);
    }
    lines
}

fn save(app: &App, contact: ContactId) {
    let due = Due { on: app.now().today() + Days::new(3), at: None };
    let next = FollowUpDraft { what: "Send the offer".to_owned(), due, minutes_before: 0, repeat: None };
    let draft = ConversationDraft { next: Some(next), ..talk(contact, SAID, Ending::JustATalk) };
    // Who refused contact takes no follow-up; the floor writes the rows of such a person all the same.
    let _ = log_conversation(app, draft);
}

/// The same rows, by SQL that is prepared once.
struct Floor(Connection);

impl Floor {
    fn on(folder: &Path) -> Self {
        let db = Connection::open(folder.join("rappel.db")).unwrap();
        db.execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -16000;").unwrap();
        Self(db)
    }

    fn save(&self, contact: ContactId) {
        let row = |sql: &str, values: &[&dyn rusqlite::ToSql]| {
            self.0.prepare_cached(sql).unwrap().execute(values).unwrap();
            self.0.last_insert_rowid()
        };
        let (now, on) = ("2026-11-27 10:00:00", "2026-11-30");
        let transaction = self.0.unchecked_transaction().unwrap();
        let talk = row(
            "INSERT INTO conversation (contact_id, at, channel, minutes, said, ending) VALUES (?1, ?2, 'call', 12, ?3, 'just_a_talk')",
            params![contact.0, now, SAID],
        );
        row(
            "INSERT INTO question (contact_id, conversation_id, question, asked_on) VALUES (?1, ?2, 'How long does it stand', ?3)",
            params![contact.0, talk, &now[..10]],
        );
        let follow_up = row(
            "INSERT INTO follow_up (contact_id, conversation_id, what, due_on, first_on) VALUES (?1, ?2, 'Send the offer', ?3, ?3)",
            params![contact.0, talk, on],
        );
        row(
            "INSERT INTO alarm (contact_id, kind, follow_up_id, due_on, ring_on, state) VALUES (?1, 'follow_up', ?2, ?3, ?3, 'armed')",
            params![contact.0, follow_up, on],
        );
        row(
            "UPDATE contact_state SET last_talk_at = ?2, next_follow_up_id = ?3, next_on = ?4, next_at = NULL, attempts = 0,
               open_questions = open_questions + 1 WHERE contact_id = ?1",
            params![contact.0, now, follow_up, on],
        );
        transaction.commit().unwrap();
    }
}

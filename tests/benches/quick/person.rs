//! Opening somebody with whom there were 500 conversations, among a thousand, a hundred thousand and a million people.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::Days;
use rappel_core::App;
use rappel_core::commands::*;
use rappel_domain::conversation::Ending;
use rappel_domain::follow_up::Due;
use rappel_tests::figures::{Figures, Line, option};
use rappel_tests::{draft, invented, talk};

use crate::{alone, contacts, kept, million, timed, up_to_most};

const PEOPLE: [u32; 3] = [1_000, 100_000, million::PEOPLE];
const TALKS: u64 = 500;
const NAME: &str = "Ann Bakker of the bench";
/// The longest that nineteen in twenty may take, in milliseconds.
const LONGEST: f64 = 5.0;
/// How much longer it may take among the most than among the fewest.
const MAY_GROW: f64 = 1.2;

/// What the page asks for when it shows a person.
fn open(app: &App, contact: ContactId) {
    get_person(app, ContactRef { contact }).unwrap();
    get_timeline(app, TimelineQuery { contact, before: None }).unwrap();
    get_photo(app, ContactRef { contact }).unwrap();
    get_filter_choices(app, ()).unwrap();
}

pub fn measure() -> Vec<Line> {
    let times = option("times", 200);
    let mut measured: Vec<(u32, Figures, Figures)> = Vec::new();
    // By turns from round to round, as the sizes are compared with each other.
    let apps: Vec<_> = up_to_most(&PEOPLE).into_iter().map(|people| (people, filled(people))).collect();
    let mut all: Vec<_> = apps.iter().map(|_| (Vec::new(), Vec::new())).collect();
    let readers: Vec<_> = apps.iter().map(|(_, (app, _))| alone::reader(&app.database())).collect();
    let mut alones: Vec<_> = apps
        .iter()
        .zip(&readers)
        .map(|((_, (app, contact)), reader)| alone::prepared(reader, &alone::heard(app, |app| open(app, *contact))))
        .collect();
    for round in 0..times + 5 {
        for (at, (_, (app, contact))) in apps.iter().enumerate() {
            let ours = timed(|| open(app, *contact)).0;
            let floor = timed(|| alone::run(&readers[at], &mut alones[at])).0;
            // The first ones read what is not in memory yet.
            if round >= 5 {
                all[at].0.push(ours);
                all[at].1.push(floor);
            }
        }
    }
    for ((people, _), (ours, floor)) in apps.iter().zip(all) {
        measured.push((*people, Figures::milliseconds(ours), Figures::milliseconds(floor)));
    }
    let few = measured[0].1.clone();
    measured
        .into_iter()
        .map(|(people, ours, floor)| {
            let slow = ours.percentile(95);
            let line = Line::new("open somebody with 500 conversations", &contacts(people), ours, "ms").beside(floor);
            let line = line.promised(&format!("p95 under {LONGEST} ms"), slow < LONGEST);
            if people == PEOPLE[0] {
                return line;
            }
            let grown = line.ours.median() / few.median();
            let line = line.grown(&few, f64::from(people) / f64::from(PEOPLE[0]));
            line.promised(
                &format!("within {MAY_GROW} times {} (is {grown:.2})", contacts(PEOPLE[0])),
                grown <= MAY_GROW,
            )
        })
        .collect()
}

/// So many people, and somebody with 500 conversations; made once, and taken again while the schema is the same: a million can't be
/// brought up to date, as the search knows a tenth of them, and the copy before an update would be found unsound.
fn filled(people: u32) -> (Arc<App>, ContactId) {
    let folder: PathBuf = kept().join(format!("person-{people}"));
    let made = folder.join("made");
    let schema = schema(&invented::open(kept(), PEOPLE[0]).database());
    let written = fs::read_to_string(&made).unwrap_or_default();
    if let Some((of, contact)) = written.split_once(' ')
        && of == schema
    {
        return (invented::open_folder(&folder), ContactId(contact.parse().unwrap()));
    }
    let _ = fs::remove_dir_all(&folder);
    if people == million::PEOPLE {
        million::make(kept(), &folder)
    } else {
        invented::copy(kept(), people, &folder)
    }
    let app = invented::open_folder(&folder);
    let contact = add_contact(&app, draft(NAME)).unwrap();
    let today = app.now().today();
    for ago in (1..=TALKS).rev() {
        let at = Some(Due { on: today - Days::new(ago), at: None });
        let said =
            format!("Talk {ago} days ago: wants the offer by mail before the fair, and asked how long it stands.");
        log_conversation(&app, ConversationDraft { at, ..talk(contact, &said, Ending::JustATalk) }).unwrap();
    }
    fs::write(made, format!("{schema} {}", contact.0)).unwrap();
    (app, contact)
}

/// The version of a database's schema.
fn schema(database: &Path) -> String {
    let version: i64 = alone::reader(database).pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    version.to_string()
}

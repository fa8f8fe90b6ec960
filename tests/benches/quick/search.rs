//! Searching as somebody types: 500 letters of names, companies, phone numbers and words of conversations, one after the other, with
//! slips of the fingers and accents among them.

use fastrand::Rng;
use rappel_core::App;
use rappel_core::commands::*;
use rappel_tests::figures::{Figures, Line, option};
use rappel_tests::invented;
use rusqlite::Connection;

use crate::{alone, contacts, kept, quickest_by_turns, up_to_most};

const PEOPLE: [u32; 3] = [1_000, 10_000, 100_000];
/// From so many letters on the floor is ranked.
const RANKED_FROM: usize = 4;
const LONGEST: usize = 8;
const WITHIN: f64 = 1.5;
/// How many rows a window shows at first.
const ROWS: u32 = 60;

pub fn measure() -> Vec<Line> {
    let count = option("letters", 500) as usize;
    let mut lines: Vec<Line> = Vec::new();
    for people in up_to_most(&PEOPLE) {
        let app = invented::open(kept(), people);
        let reader = alone::reader(&app.database());
        let typed = typed(&reader, count);
        for (name, search, floor) in [
            ("search as you type, the list of people", list as fn(&App, &str), LIST),
            ("search as you type, anything", anything as fn(&App, &str), ANYTHING),
        ] {
            let floor = |word: &str| run(&reader, floor, word);
            for word in typed.iter().take(50) {
                search(&app, word);
                floor(word);
            }
            let both = typed.iter().map(|word| quickest_by_turns(|| search(&app, word), || floor(word)));
            let (ours, floor): (Vec<_>, Vec<_>) = both.unzip();
            if option("letter-by-letter", 0) > 0 {
                tell_letters(&typed, &ours, &floor);
            }
            let (ours, floor) = (Figures::milliseconds(ours), Figures::milliseconds(floor));
            let ratio = ours.percentile(95) / floor.percentile(95);
            let mut line = Line::new(name, &contacts(people), ours, "ms").beside(floor);
            // Among few, what a command costs by itself outweighs all searching.
            if people == PEOPLE[2] {
                line = line.promised(&format!("p95 within {WITHIN} times (is {ratio:.2})"), ratio <= WITHIN);
            }
            let fewer = lines.iter().find(|it| it.work == name).map(|it| it.ours.clone());
            lines.push(if let Some(less) = fewer { line.grown(&less, 10.0) } else { line });
        }
    }
    lines
}

fn list(app: &App, word: &str) {
    let list = open_people(app, PeopleQuery { search: word.to_owned(), ..PeopleQuery::default() }).unwrap();
    get_people(app, PeopleWindow { snapshot: list.snapshot, from: 0, count: ROWS }).unwrap();
}

fn anything(app: &App, word: &str) {
    find_anything(app, FindQuery { words: word.to_owned(), number: 1 }).unwrap();
}

/// What is searched, for words of one or two letters, of three, and of more: one query of FTS5, which gives the numbers of the rows.
/// What was said is looked into where ours does too: one or two letters stand in every text.
type Floor = [&'static str; 3];

const LIST: Floor = [
    "SELECT rowid FROM contact_search WHERE contact_search MATCH ?1",
    "SELECT rowid FROM contact_search WHERE contact_search MATCH ?1
     UNION ALL SELECT * FROM
       (SELECT rowid FROM conversation_search WHERE conversation_search MATCH ?1 ORDER BY rowid DESC LIMIT 1000)",
    "SELECT * FROM (SELECT rowid FROM contact_search WHERE contact_search MATCH ?1 ORDER BY rank)
     UNION ALL SELECT * FROM
       (SELECT rowid FROM conversation_search WHERE conversation_search MATCH ?1 ORDER BY rowid DESC LIMIT 1000)",
];

const ANYTHING: Floor = [
    "SELECT * FROM (SELECT rowid FROM contact_search WHERE contact_search MATCH ?1 LIMIT 6)
     UNION ALL SELECT * FROM (SELECT rowid FROM company_search WHERE company_search MATCH ?1 LIMIT 4)",
    "SELECT * FROM (SELECT rowid FROM contact_search WHERE contact_search MATCH ?1 LIMIT 6)
     UNION ALL SELECT * FROM (SELECT rowid FROM company_search WHERE company_search MATCH ?1 LIMIT 4)
     UNION ALL SELECT * FROM
       (SELECT rowid FROM conversation_search WHERE conversation_search MATCH ?1 ORDER BY rowid DESC LIMIT 4)
     UNION ALL SELECT * FROM (SELECT rowid FROM question_search WHERE question_search MATCH ?1 ORDER BY rowid DESC LIMIT 4)",
    "SELECT * FROM (SELECT rowid FROM contact_search WHERE contact_search MATCH ?1 ORDER BY rank LIMIT 6)
     UNION ALL SELECT * FROM (SELECT rowid FROM company_search WHERE company_search MATCH ?1 LIMIT 4)
     UNION ALL SELECT * FROM
       (SELECT rowid FROM conversation_search WHERE conversation_search MATCH ?1 ORDER BY rowid DESC LIMIT 4)
     UNION ALL SELECT * FROM (SELECT rowid FROM question_search WHERE question_search MATCH ?1 ORDER BY rowid DESC LIMIT 4)",
];

fn run(db: &Connection, floor: Floor, word: &str) -> Vec<i64> {
    let letters = word.chars().count();
    let sql = if letters >= RANKED_FROM { floor[2] } else { floor[usize::from(letters == RANKED_FROM - 1)] };
    let mut statement = db.prepare_cached(sql).unwrap();
    let rows = statement.query_map([format!("\"{word}\"*")], |row| row.get(0)).unwrap();
    rows.collect::<rusqlite::Result<_>>().unwrap()
}

/// What somebody types who looks for people and words that are there: each word letter by letter.
pub fn typed(db: &Connection, count: usize) -> Vec<String> {
    let mut words = Vec::new();
    for sql in [
        "SELECT name FROM contact_text WHERE contact_id % 997 = 3",
        "SELECT company FROM contact_text WHERE contact_id % 1499 = 5",
        "SELECT digits FROM contact_text WHERE contact_id % 3001 = 7",
        "SELECT said FROM conversation WHERE id % 20011 = 11",
    ] {
        let mut statement = db.prepare(sql).unwrap();
        let texts = statement.query_map([], |row| row.get::<_, String>(0)).unwrap();
        for text in texts.map(Result::unwrap) {
            words.extend(text.split(|c: char| !c.is_alphanumeric()).filter(|it| it.len() > 1).map(str::to_lowercase));
        }
    }
    let mut rng = Rng::with_seed(20_261_123);
    rng.shuffle(&mut words);
    let slipped = words.into_iter().map(|word| match rng.u8(..6) {
        0 => with_slip(&word, &mut rng),
        1 => with_accent(&word),
        _ => word,
    });
    let letters = slipped.flat_map(|word| {
        let most = word.chars().count().min(LONGEST);
        (1..=most).map(move |length| word.chars().take(length).collect::<String>())
    });
    letters.take(count).collect()
}

/// Two letters in the wrong order.
fn with_slip(word: &str, rng: &mut Rng) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    if letters.len() > 2 {
        let at = rng.usize(1..letters.len() - 1);
        letters.swap(at, at + 1);
    }
    letters.into_iter().collect()
}

fn with_accent(word: &str) -> String {
    let accents = [('e', "é"), ('a', "ä"), ('o', "ö"), ('i', "ï"), ('u', "ü")];
    let found = accents.into_iter().find(|(letter, _)| word.contains(*letter));
    found.map_or_else(|| word.to_owned(), |(letter, accent)| word.replacen(letter, accent, 1))
}

/// Tells where time goes, by the number of letters.
fn tell_letters(typed: &[String], ours: &[std::time::Duration], floor: &[std::time::Duration]) {
    for length in 1..=LONGEST {
        let of = |times: &[std::time::Duration]| {
            let of_length = typed.iter().zip(times).filter(|(word, _)| word.chars().count() == length);
            Figures::milliseconds(of_length.map(|(_, time)| *time))
        };
        let (ours, floor) = (of(ours), of(floor));
        println!(
            "{length} letters: {:.2} ms (p95 {:.2}), floor {:.2} ms (p95 {:.2})",
            ours.median(),
            ours.percentile(95),
            floor.median(),
            floor.percentile(95)
        );
    }
}

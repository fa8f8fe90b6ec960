//! A life in the data that can be looked over: deeds done through the commands, and what must stand there after each of them,
//! whatever became of the program, the disk or the power in between.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;

use chrono::Days;
use fastrand::Rng;
use rappel_core::commands::*;
use rappel_core::storage::Db;
use rappel_core::{App, Result};
use rappel_domain::contact::PersonName;
use rappel_domain::conversation::Ending;
use rappel_domain::follow_up::{Due, FollowUpDraft};
use rappel_domain::sale::{Money, SaleDraft};

use crate::{draft, talk};

/// One deed, about the person of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// A new lead.
    Add(u32),
    /// The next note about them.
    Note(u32),
    /// A talk.
    Talk(u32),
    /// A talk that puts them off to a day.
    Later(u32),
    /// A talk that ends in a sale.
    Sell(u32),
    /// Into the trash.
    Trash(u32),
    /// The last deed of this program is taken back.
    Undo(u32),
}

impl Deed {
    /// Whom it is about.
    pub fn whom(self) -> u32 {
        match self {
            Self::Add(n)
            | Self::Note(n)
            | Self::Talk(n)
            | Self::Later(n)
            | Self::Sell(n)
            | Self::Trash(n)
            | Self::Undo(n) => n,
        }
    }
}

impl fmt::Display for Deed {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = match self {
            Self::Add(_) => "add",
            Self::Note(_) => "note",
            Self::Talk(_) => "talk",
            Self::Later(_) => "later",
            Self::Sell(_) => "sell",
            Self::Trash(_) => "trash",
            Self::Undo(_) => "undo",
        };
        write!(to, "{word} {}", self.whom())
    }
}

impl FromStr for Deed {
    type Err = ();

    fn from_str(text: &str) -> std::result::Result<Self, ()> {
        let (word, number) = text.split_once(' ').ok_or(())?;
        let n = number.parse().map_err(|_| ())?;
        Ok(match word {
            "add" => Self::Add(n),
            "note" => Self::Note(n),
            "talk" => Self::Talk(n),
            "later" => Self::Later(n),
            "sell" => Self::Sell(n),
            "trash" => Self::Trash(n),
            "undo" => Self::Undo(n),
            _ => return Err(()),
        })
    }
}

/// What stands in the data about somebody.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Someone {
    notes: u32,
    talks: u32,
    follow_ups: u32,
    sales: u32,
    trashed: bool,
}

impl Someone {
    fn is_past(&self, other: &Self) -> bool {
        self.notes >= other.notes
            && self.talks >= other.talks
            && self.follow_ups >= other.follow_ups
            && self.sales >= other.sales
            && self.trashed >= other.trashed
    }

    /// Whether the lifecycle is of that. Who bought on two days, as the clock of a torture may run, is a repeat customer.
    fn is_a(&self, lifecycle: &str) -> bool {
        match lifecycle {
            "lead" => self.sales == 0,
            "customer" => self.sales > 0,
            "repeat_customer" => self.sales > 1,
            _ => false,
        }
    }
}

/// All that must stand in the data: what was confirmed, and perhaps the one deed that was under way.
#[derive(Debug, Clone, Default)]
pub struct Life {
    people: BTreeMap<u32, Someone>,
    under_way: Option<Deed>,
    last: Option<(u32, Option<Someone>)>,
    touched: BTreeSet<u32>,
    /// How many deeds were confirmed.
    pub confirmed: u64,
}

impl Life {
    /// How many people there are, the trash included.
    pub fn len(&self) -> usize {
        self.people.len()
    }

    /// Whether there is nobody.
    pub fn is_empty(&self) -> bool {
        self.people.is_empty()
    }

    /// Reads a life from data that were looked over before.
    ///
    /// # Errors
    /// Those of the database.
    pub fn of(app: &App) -> Result<Self> {
        Ok(Self { people: app.read(|db| observe(db, None))?, ..Self::default() })
    }

    /// Whether all of an earlier life, in which nothing was taken back since, is in this one.
    pub fn holds(&self, earlier: &Self) -> bool {
        earlier.people.iter().all(|(n, it)| self.people.get(n).is_some_and(|now| now.is_past(it)))
    }

    /// Whether all of another life was done in this one, or is under way in it.
    pub fn may_hold(&self, other: &Self) -> bool {
        let mut whole = self.clone();
        if let Some(deed) = whole.under_way.take() {
            whole.apply(deed);
        }
        whole.holds(other)
    }

    /// Some deed that can be done now.
    pub fn choose(&self, rng: &mut Rng) -> Deed {
        if let Some((n, _)) = self.last.as_ref().filter(|_| rng.u8(..8) == 0) {
            return Deed::Undo(*n);
        }
        let next = self.people.keys().next_back().map_or(0, |n| n + 1);
        let (from, kind) = (self.people.len().saturating_sub(40), rng.u8(..12));
        let n = match self.people.keys().nth(rng.usize(from..=self.people.len())) {
            Some(n) if kind > 3 => *n,
            _ => return Deed::Add(next),
        };
        let it = &self.people[&n];
        match kind {
            _ if it.trashed => Deed::Add(next),
            4..=6 => Deed::Note(n),
            // Whoever waits for later is asked about their follow-up first.
            _ if it.follow_ups > 0 => Deed::Note(n),
            7 | 8 => Deed::Talk(n),
            9 if it.sales == 0 => Deed::Later(n),
            10 => Deed::Sell(n),
            11 => Deed::Trash(n),
            _ => Deed::Talk(n),
        }
    }

    /// A deed begins.
    pub fn begin(&mut self, deed: Deed) {
        self.under_way = Some(deed);
    }

    /// It was confirmed.
    ///
    /// # Panics
    /// When none began.
    pub fn done(&mut self) {
        let deed = self.under_way.take().expect("a deed began");
        self.confirmed += 1;
        self.apply(deed);
    }

    /// It was refused in words: nothing of it may stand there.
    pub fn refused(&mut self) {
        self.under_way = None;
    }

    /// Another program goes on: nothing of the last one can be taken back.
    pub fn started_anew(&mut self) {
        self.last = None;
    }

    fn apply(&mut self, deed: Deed) {
        let n = deed.whom();
        let before = self.people.get(&n).cloned();
        match self.after(deed) {
            Some(it) => self.people.insert(n, it),
            None => self.people.remove(&n),
        };
        self.touched.insert(n);
        self.last = if matches!(deed, Deed::Undo(_)) { None } else { Some((n, before)) };
    }

    /// What stands there of somebody after a deed.
    fn after(&self, deed: Deed) -> Option<Someone> {
        let mut it = self.people.get(&deed.whom()).cloned().unwrap_or_default();
        match deed {
            Deed::Add(_) => {}
            Deed::Note(_) => it.notes += 1,
            Deed::Talk(_) => it.talks += 1,
            Deed::Later(_) => {
                it.talks += 1;
                it.follow_ups += 1;
            }
            Deed::Sell(_) => {
                it.talks += 1;
                it.sales += 1;
            }
            Deed::Trash(_) => it.trashed = true,
            Deed::Undo(_) => return self.last.as_ref().and_then(|(_, before)| before.clone()),
        }
        Some(it)
    }

    /// Looks over the data: they are sound, all that was confirmed stands there, of the deed under way all or nothing, and the search
    /// finds them. `all` looks at everybody, else at those of whom something changed since.
    ///
    /// # Panics
    /// When something of that does not hold.
    pub fn look_over(&mut self, app: &App, all: bool) {
        sound(app);
        if let Some(deed) = self.under_way.take() {
            let n = deed.whom();
            let seen = app.read(|db| observe(db, Some(n))).expect("a look").remove(&n);
            if seen.as_ref() != self.people.get(&n) {
                assert_eq!(
                    seen,
                    self.after(deed),
                    "half of `{deed}` stands there; before it: {:?}",
                    self.people.get(&n)
                );
                self.apply(deed);
            }
        }
        let seen = app.read(|db| observe(db, None)).expect("a look");
        if seen != self.people {
            let everyone: BTreeSet<_> = seen.keys().chain(self.people.keys()).collect();
            for n in everyone {
                assert_eq!(seen.get(n), self.people.get(n), "person {n}, as found and as confirmed");
            }
        }
        let touched = std::mem::take(&mut self.touched);
        let look = |n: &u32| all || touched.contains(n);
        for (n, it) in self.people.iter().filter(|(n, _)| look(n)) {
            let query = PeopleQuery { search: word(*n), ..PeopleQuery::default() };
            let found = open_people(app, query).expect("a search");
            assert_eq!(found.total, u32::from(!it.trashed), "the search for person {n}, {it:?}");
        }
    }
}

/// The word that nobody else has.
fn word(n: u32) -> String {
    format!("q{n}z")
}

/// What stands in the data about one or all, by their number.
fn observe(db: &Db, only: Option<u32>) -> Result<BTreeMap<u32, Someone>> {
    let mut statement = db.prepare_cached(
        "SELECT substr(family, 2, length(family) - 2), note, trashed_at IS NOT NULL,
           (SELECT count(*) FROM conversation WHERE contact_id = contact.id AND trashed_at IS NULL),
           (SELECT count(*) FROM follow_up WHERE contact_id = contact.id AND state = 'open'),
           (SELECT count(*) FROM sale WHERE contact_id = contact.id),
           (SELECT count(*) FROM reach WHERE contact_id = contact.id AND value = 'q' || substr(family, 2) || '@example.org'),
           (SELECT lifecycle FROM contact_state WHERE contact_id = contact.id),
           (SELECT count(*) FROM contact_tag WHERE contact_id = contact.id)
         FROM contact WHERE family GLOB 'q[0-9]*z' AND (?1 IS NULL OR family = ?1)",
    )?;
    let rows = statement.query_map([only.map(word)], |row| {
        let (n, note): (String, String) = (row.get(0)?, row.get(1)?);
        let it = Someone {
            notes: note.split_whitespace().next().and_then(|it| it.parse().ok()).unwrap_or(0),
            trashed: row.get(2)?,
            talks: row.get(3)?,
            follow_ups: row.get(4)?,
            sales: row.get(5)?,
        };
        let (addresses, lifecycle, tags): (u32, String, u32) = (row.get(6)?, row.get(7)?, row.get(8)?);
        let all = addresses == 1 && tags == 1 && it.is_a(&lifecycle);
        assert!(all, "all of person {n} came in: {it:?}, {addresses}, {tags}, {lifecycle}");
        Ok((n.parse().expect("a number"), it))
    })?;
    Ok(rows.collect::<std::result::Result<_, _>>()?)
}

/// Whether the pages, the references and the search indexes agree.
///
/// # Panics
/// When they don't.
pub fn sound(app: &App) {
    app.write(|write| {
        let verdict: String = write.db.query_row("PRAGMA integrity_check", [], |row| row.get(0))?;
        assert_eq!(verdict, "ok");
        let loose: u32 = write.db.query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| row.get(0))?;
        assert_eq!(loose, 0, "rows that point to nothing");
        for index in rappel_core::storage::search::INDEXES {
            let check = format!("INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)");
            write.db.execute(&check, []).unwrap_or_else(|error| panic!("{index} does not agree: {error}"));
        }
        Ok(())
    })
    .expect("a look at the data");
}

/// Does a deed.
///
/// # Errors
/// Those of the command.
pub fn perform(app: &App, life: &Life, deed: Deed) -> Result<()> {
    let n = deed.whom();
    let is = |ending| log_conversation(app, talk(find(app, n)?, &format!("Said by {}", word(n)), ending)).map(|_| ());
    match deed {
        Deed::Add(_) => add_contact(app, person(n, 0)).map(|_| ()),
        Deed::Note(_) => {
            let draft = person(n, life.people.get(&n).map_or(0, |it| it.notes) + 1);
            update_contact(app, UpdateContact { contact: find(app, n)?, draft })
        }
        Deed::Talk(_) => is(Ending::JustATalk),
        Deed::Later(_) => {
            let due = Due { on: app.now().today() + Days::new(30), at: None };
            let follow_up = FollowUpDraft { what: "Ask again".to_owned(), due, minutes_before: 0, repeat: None };
            is(Ending::NotReady { follow_up })
        }
        Deed::Sell(_) => {
            let amount = Money { minor: 100, currency: "EUR".to_owned() };
            is(Ending::Yes { sale: SaleDraft { what: "Course".to_owned(), amount, on: app.now().today() } })
        }
        Deed::Trash(_) => trash_contact(app, ContactRef { contact: find(app, n)? }),
        Deed::Undo(_) => undo(app, Undo { step: None }),
    }
}

fn person(n: u32, notes: u32) -> ContactDraft {
    let word = word(n);
    let mut draft = ContactDraft {
        name: PersonName { given: "Anna".to_owned(), family: word.clone(), ..PersonName::default() },
        ..draft("Anna")
    };
    draft.emails.push(rappel_domain::contact::Labelled {
        label: String::new(),
        value: format!("q{}@example.org", word.trim_start_matches('q')),
    });
    draft.tags.push("kept".to_owned());
    if notes > 0 {
        draft.note = format!("{notes} {}", "notes about them ".repeat(notes as usize % 40));
    }
    draft
}

fn find(app: &App, n: u32) -> Result<ContactId> {
    app.read(|db| Ok(ContactId(db.query_row("SELECT id FROM contact WHERE family = ?1", [word(n)], |row| row.get(0))?)))
}

//! Years of use, drawn at random: whatever is entered, moved, done and snoozed, whenever the computer sleeps or the program dies, and
//! whatever the clock and its zone do, exactly that rings which the plain reference says, when it says. Nothing is lost, nothing is
//! early, and nothing comes twice, but once more for what a crash left unconfirmed.
//!
//! A failure prints its seed; `RAPPEL_SEED=<seed>` runs it again.

mod actions;
mod machine;
mod reference;

use std::collections::BTreeMap;

use chrono::{DateTime, Days, Duration, NaiveDate, NaiveDateTime, TimeZone, Utc};
use chrono_tz::{TZ_VARIANTS, Tz};
use fastrand::Rng;
use rappel_core::commands::Settings;
use rappel_core::notifier::Reporter;
use rappel_domain::ids::ContactId;

use machine::{Machine, Mood};
use reference::{Person, Ring, Subject};

const ZONES: [Tz; 5] =
    [Tz::Europe__Amsterdam, Tz::America__New_York, Tz::Australia__Lord_Howe, Tz::Pacific__Apia, Tz::UTC];

struct World {
    machine: Option<Machine>,
    rng: Rng,
    zones: Vec<Tz>,
    settings: Settings,
    people: BTreeMap<ContactId, Person>,
    ids: Vec<ContactId>,
    rings: u32,
    named: u32,
    /// What the calendar showed when it was looked at last.
    last_day: Option<NaiveDate>,
}

/// What rings now, and what the ledger calls it.
type Due = Vec<(ContactId, Subject, Ring)>;

fn sorted(rings: impl Iterator<Item = Ring>) -> Vec<Ring> {
    let mut rings: Vec<_> = rings.collect();
    rings.sort();
    rings
}

impl World {
    fn new(seed: u64, zones: Vec<Tz>, people: u32) -> Self {
        let start: DateTime<Utc> = Utc.with_ymd_and_hms(2026, 11, 23, 10, 0, 0).unwrap();
        let mut world = Self {
            machine: Some(Machine::new(start, zones[0])),
            rng: Rng::with_seed(seed),
            zones,
            settings: Settings::default(),
            people: BTreeMap::new(),
            ids: Vec::new(),
            rings: 0,
            named: 0,
            last_day: None,
        };
        for _ in 0..people {
            world.add_person();
        }
        world.check();
        world
    }

    fn machine(&self) -> &Machine {
        self.machine.as_ref().unwrap()
    }

    fn now(&self) -> NaiveDateTime {
        self.machine().now()
    }

    /// A calendar that goes back has everybody's birthday looked at again.
    fn turn_the_calendar(&mut self) {
        let today = self.now().date();
        if self.last_day.replace(today).is_some_and(|last| today < last - Days::new(1)) {
            for person in self.people.values_mut().filter(|it| it.birthday.is_some()) {
                person.touch(&self.settings, today);
            }
        }
    }

    fn due(&mut self) -> Due {
        self.turn_the_calendar();
        let (now, settings) = (self.now(), &self.settings);
        let mut found = Vec::new();
        for (id, person) in &mut self.people {
            found.extend(person.due(*id, settings, now).into_iter().map(|(subject, ring)| (*id, subject, ring)));
        }
        found
    }

    /// Checks that exactly what is due was shown, in one summary or one by one. What rang is followed up at once, which may bring
    /// something else that is due: that is a round of its own.
    fn check(&mut self) {
        self.machine().wait();
        let today = self.now().date();
        let mut rounds = Vec::new();
        loop {
            let due = self.due();
            if due.is_empty() {
                break;
            }
            for (id, subject, _) in &due {
                self.people.get_mut(id).unwrap().rang(*subject, &self.settings, today);
            }
            rounds.push(due);
        }
        let (shown, open) = self.machine.as_mut().unwrap().take_rings();
        let expected = sorted(rounds.iter().flatten().map(|(.., ring)| ring.clone()));
        let found =
            sorted(shown.iter().map(|it| (it.contact, format!("{:?}", it.kind), it.what.clone(), it.due.clone())));
        if found != expected {
            self.explain(&found, &expected);
        }
        assert!(open.is_empty(), "not confirmed: {open:?}");
        let popups = self.machine().take_popups();
        let is_digest = |due: &&Due| due.len() > 3;
        let count: usize = rounds.iter().map(|due| if is_digest(&due) { 1 } else { due.len() }).sum();
        assert_eq!(popups.len(), count, "pop-ups for {rounds:?}");
        let digested: usize = rounds.iter().filter(is_digest).map(Vec::len).sum();
        assert_eq!(shown.iter().filter(|it| it.in_digest).count(), digested);
        self.rings += u32::try_from(found.len()).unwrap();
        if let [due] = &rounds[..]
            && due.len() <= 3
        {
            self.answer_some(due, &popups);
        }
    }

    /// Tells what rang wrongly and what was lost, and about whom.
    fn explain(&self, found: &[Ring], expected: &[Ring]) -> ! {
        let only = |these: &[Ring], others: &[Ring]| -> Vec<Ring> {
            these.iter().filter(|ring| !others.contains(ring)).cloned().collect()
        };
        let (wrong, lost) = (only(found, expected), only(expected, found));
        if let Some(ring) = wrong.iter().chain(&lost).next() {
            println!("{:?}\n{:?}", self.people[&ring.0], self.settings);
        }
        panic!("at {}: rang without being due: {wrong:?}; due, and did not ring: {lost:?}", self.now());
    }

    /// Presses a button of a pop-up that can only be about one alarm.
    fn answer_some(&mut self, due: &Due, popups: &[(rappel_core::notifier::PopUp, u32, Reporter)]) {
        for (id, subject, _) in due {
            if due.iter().filter(|(other, ..)| other == id).count() > 1 || self.rng.u8(..4) > 0 {
                continue;
            }
            let name = &self.people[id].name;
            let (.., report) = popups.iter().find(|(popup, ..)| popup.title.contains(name)).expect("their pop-up");
            self.answer(*id, *subject, report);
        }
    }

    /// Time goes by, in steps of minutes, days or weeks; sometimes the program is off, dies, or the desktop refuses.
    fn step(&mut self) {
        let minutes = |rng: &mut Rng, most| Duration::minutes(rng.i64(1..most));
        let by = match self.rng.u8(..100) {
            0..30 => minutes(&mut self.rng, 600),
            30..85 => minutes(&mut self.rng, 9 * 1440),
            85..97 => minutes(&mut self.rng, 21 * 1440),
            97 => minutes(&mut self.rng, 60 * 1440),
            98 => -minutes(&mut self.rng, 300),
            _ => -minutes(&mut self.rng, 200 * 1440),
        };
        let zone = (self.rng.u8(..25) == 0).then(|| self.zones[self.rng.usize(..self.zones.len())]);
        match self.rng.u8(..40) {
            0 => {
                let machine = self.machine.take().unwrap().restart(by);
                self.machine = Some(machine);
            }
            1 => self.fail(Mood::Silent, by),
            2 => self.fail(Mood::Refuses, by),
            _ => self.machine().set(by, zone),
        }
        self.check();
    }

    /// The program dies between a showing and its being written down, or the desktop refuses until the program is started anew:
    /// everything comes once more, under the same numbers.
    fn fail(&mut self, mood: Mood, by: Duration) {
        self.machine().mood(mood);
        self.machine().set(by, None);
        let due = self.due();
        let count = if due.len() > 3 { 1 } else { due.len() };
        if mood == Mood::Silent || count == 0 {
            self.machine().wait();
        } else {
            self.machine().wait_for_popups(count);
        }
        let handed = self.machine().take_popups();
        assert_eq!(handed.len(), count, "pop-ups handed over for {} alarms", due.len());
        let machine = self.machine.take().unwrap().restart(Duration::zero());
        assert_eq!(
            machine.numbers(),
            handed.iter().map(|(_, number, _)| *number).collect::<Vec<_>>(),
            "other numbers than before"
        );
        self.machine = Some(machine);
    }

    fn run(&mut self, years: i32) {
        let end = self.now() + Duration::days(i64::from(years) * 365);
        let mut steps = 0;
        while self.now() < end {
            self.step();
            for _ in 0..self.rng.u8(..3) {
                self.act();
                self.check();
            }
            steps += 1;
            if steps % 150 == 0 {
                self.change_settings();
                self.check();
            }
        }
        println!("{years} years, {} people, {steps} steps, {} rings", self.ids.len(), self.rings);
    }
}

fn years(years: i32, people: u32, zones: Vec<Tz>) {
    let seed = std::env::var("RAPPEL_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(20_261_123);
    println!("RAPPEL_SEED={seed}");
    World::new(seed, zones, people).run(years);
}

#[test]
fn twenty_years_ring_as_the_plain_reference_says() {
    years(20, 2000, ZONES.to_vec());
}

#[test]
#[ignore = "takes minutes; for whoever changes the alarms"]
fn a_hundred_years_in_all_zones_ring_as_the_plain_reference_says() {
    years(100, 300, TZ_VARIANTS.to_vec());
}

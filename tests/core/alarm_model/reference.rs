//! What has to ring, worked out the slow and plain way: every occurrence of every year is looked at, nothing is planned ahead, and
//! what rang is remembered for ever.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Days, Duration, Months, NaiveDate, NaiveDateTime, NaiveTime};
use rappel_core::commands::Settings;
use rappel_domain::alarm::AlarmKind;
use rappel_domain::birthday::{Birthday, LeapDay};
use rappel_domain::card::Post;
use rappel_domain::follow_up::{Due, FollowUpDraft, Repeat, Unit};
use rappel_domain::holidays::Holidays;
use rappel_domain::ids::{ContactId, FollowUpId};

/// A ring as the ledger names it: whose, about what, and when it was due.
pub type Ring = (ContactId, String, String, String);

/// A day, and a time or the daily one.
type Moment = (NaiveDate, Option<NaiveTime>);

/// How a single alarm stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Live,
    Rung,
    /// Too late when it came in, or no longer wanted.
    Away,
    /// Its contact is in the trash.
    Held,
}

/// An alarm with one due time at a time: of a follow-up, or of keep in touch.
#[derive(Debug, Clone)]
struct Single {
    due: Moment,
    rings: Moment,
    state: State,
    rang_for: Option<Moment>,
}

impl Single {
    fn new(due: Moment, live: bool) -> Self {
        Self { due, rings: due, state: if live { State::Live } else { State::Away }, rang_for: None }
    }

    fn touch(&mut self, due: Moment, trashed: bool, in_time: bool) {
        let wanted = match (trashed, in_time) {
            (true, _) => State::Held,
            (false, true) => State::Live,
            (false, false) => State::Away,
        };
        if due != self.due {
            *self = Self { state: wanted, ..Self::new(due, true) };
            return;
        }
        self.state = match self.state {
            State::Rung => State::Rung,
            State::Live if !trashed => State::Live,
            State::Away if self.rang_for == Some(due) => State::Away,
            _ => wanted,
        };
    }

    fn snooze(&mut self, until: NaiveDateTime) {
        (self.rings, self.state) = ((until.date(), Some(until.time())), State::Live);
    }
}

#[derive(Debug)]
pub struct FollowUp {
    pub id: FollowUpId,
    pub draft: FollowUpDraft,
    pub first_on: NaiveDate,
    alarm: Single,
}

fn rings_for(draft: &FollowUpDraft) -> Moment {
    match draft.due.at {
        None => (draft.due.on, None),
        Some(at) => {
            let at = draft.due.on.and_time(at) - Duration::minutes(draft.minutes_before.into());
            (at.date(), Some(at.time()))
        }
    }
}

/// A birthday's or card's occurrence: whether it is the card, how many days before, and the year of the birthday.
type Key = (bool, u32, i32);

#[derive(Debug, Default)]
pub struct Person {
    pub name: String,
    pub trashed: bool,
    pub birthday: Option<Birthday>,
    pub offsets: Option<BTreeSet<u32>>,
    pub follow_ups: Vec<FollowUp>,
    /// After how many weeks, and since when.
    pub keep_in_touch: Option<(u32, NaiveDate)>,
    pub talks: Vec<NaiveDate>,
    pub settled_cards: BTreeSet<i32>,
    /// By the day on which the clock started.
    touches: BTreeMap<NaiveDate, Single>,
    /// The rules of its birthday hold from this day on.
    since: Option<NaiveDate>,
    held: bool,
    rung: BTreeMap<Key, Moment>,
    /// Every ring there ever was.
    ledger: BTreeSet<(Key, Moment)>,
    /// Missed for too long or dealt with, and when it was due then.
    away: BTreeMap<Key, Moment>,
    kept: BTreeMap<Key, Moment>,
    snoozed: BTreeMap<Key, (Moment, NaiveDateTime)>,
    /// Nothing of it rings before this moment.
    earliest: Option<NaiveDateTime>,
}

/// The day in a year on which somebody is congratulated.
fn kept(born: Birthday, year: i32, leap: LeapDay) -> NaiveDate {
    let usual = NaiveDate::from_ymd_opt(year, born.month(), born.day());
    usual.unwrap_or_else(|| match leap {
        LeapDay::Before => NaiveDate::from_ymd_opt(year, 2, 28).unwrap(),
        LeapDay::After => NaiveDate::from_ymd_opt(year, 3, 1).unwrap(),
    })
}

/// The latest collection day after which enough delivery days lie.
fn post_by(birthday: NaiveDate, post: &Post, holidays: &Holidays) -> NaiveDate {
    let works = |day: &NaiveDate| {
        let rests = post.rests_on_holidays && holidays.contains(*day) && !post.works_on.contains(day);
        !rests && !post.rests_on.contains(day) && !post.closed.contains(&day.weekday().into())
    };
    (0..)
        .map(|days| birthday - Days::new(days))
        .find(|day| {
            let delivers = day.iter_days().skip(1).take_while(|it| *it <= birthday).filter(works).count();
            works(day) && delivers >= post.delivery_days as usize
        })
        .unwrap()
}

/// The first date of a series after a day.
fn next_of(repeat: Repeat, first: NaiveDate, after: NaiveDate) -> NaiveDate {
    let nth = |n: u32| match repeat.unit {
        Unit::Day => first + Days::new((repeat.every * n).into()),
        Unit::Week => first + Days::new((repeat.every * n * 7).into()),
        Unit::Month => first + Months::new(repeat.every * n),
        Unit::Year => first + Months::new(repeat.every * n * 12),
    };
    (0..).map(nth).find(|day| *day > after).unwrap()
}

impl Person {
    pub fn new(name: String, birthday: Option<Birthday>) -> Self {
        Self { name, birthday, ..Self::default() }
    }

    /// Every occurrence of the birthday from `since` to the years ahead, with the moment at which it rings.
    fn occurrences(&self, settings: &Settings, to: i32) -> Vec<(Key, Moment)> {
        let (Some(born), Some(since)) = (self.birthday, self.since) else { return Vec::new() };
        let offsets = self.offsets.as_ref().unwrap_or(&settings.birthday_offsets);
        let holidays = Holidays::of(&settings.country);
        let mut found = Vec::new();
        // Those of the year before may have been snoozed into this one.
        for year in since.year() - 1..=to {
            let day = kept(born, year, settings.leap_day);
            let rings = |before: &u32| ((false, *before, year), (day - Days::new((*before).into()), None));
            found.extend(offsets.iter().map(rings));
            if settings.card_alarms {
                let day = post_by(day, &settings.post, &holidays);
                let moment = settings.card_moment(day);
                let moved = moment != day.and_time(settings.daily_time.0);
                let moment = if moved { (moment.date(), Some(moment.time())) } else { (day, None) };
                found.push(((true, 0, year), moment));
            }
        }
        found
    }

    /// What follows from a write that touched this person.
    pub fn touch(&mut self, settings: &Settings, today: NaiveDate) {
        for it in &mut self.follow_ups {
            let due = rings_for(&it.draft);
            it.alarm.touch(due, self.trashed, due.0 >= today);
        }
        let start = self.keep_in_touch.map(|(_, from)| self.talks.iter().copied().fold(from, NaiveDate::max));
        for (_, other) in self.touches.iter_mut().filter(|(other, _)| Some(**other) != start) {
            other.state = State::Away;
        }
        if let (Some((weeks, _)), Some(start)) = (self.keep_in_touch, start) {
            let due = (start + Days::new((weeks * 7).into()), None);
            self.touches.entry(start).or_insert_with(|| Single::new(due, true)).touch(due, self.trashed, true);
        }
        self.touch_birthday(settings, today);
        self.earliest = None;
    }

    fn touch_birthday(&mut self, settings: &Settings, today: NaiveDate) {
        if self.trashed || self.held {
            // What was put off for an earlier day rests for good.
            self.snoozed.retain(|_, (due, _)| due.0 >= today);
            self.kept.clear();
        }
        if self.trashed {
            self.held = true;
            return;
        }
        let since = if self.held { today } else { self.since.map_or(today, |since| since.min(today)) };
        (self.since, self.held) = (Some(since), false);
        let occurrences = self.occurrences(settings, today.year() + 2);
        let so = |key: &Key, due: &Moment| occurrences.iter().any(|(other, on)| other == key && on == due);
        self.snoozed.retain(|key, (due, _)| so(key, due));
        self.kept.retain(|key, due| so(key, due));
        for (key, due) in occurrences {
            if key.0 && self.settled_cards.contains(&key.2) {
                self.away.entry(key).or_insert(due);
                self.snoozed.remove(&key);
            } else if due.0 >= today {
                if self.away.remove(&key) == Some(due) && self.rang_before(key, due) {
                    self.rung.insert(key, due);
                }
                if self.rung.get(&key).is_some_and(|rang| *rang != due) {
                    self.rung.remove(&key);
                }
            }
        }
    }

    /// Whether it rang for this due time; for one without a time, at any hour of that day.
    fn rang_before(&self, key: Key, due: Moment) -> bool {
        self.ledger.iter().any(|(other, at)| *other == key && at.0 == due.0 && (due.1.is_none() || at.1 == due.1))
    }

    /// The rules about its birthday are about to change: the new ones hold from today on, and what is held under the old ones or
    /// snoozed stays while they say so.
    pub fn new_rules(&mut self, settings: &Settings, now: NaiveDateTime) {
        for (key, moment) in self.occurrences(settings, now.year() + 2) {
            if !self.is_over(key, moment) && at(moment, settings) <= now {
                self.kept.insert(key, moment);
            }
        }
        self.since = Some(now.date());
    }

    fn is_over(&self, key: Key, moment: Moment) -> bool {
        let early = Some(moment.0) < self.since && self.kept.get(&key) != Some(&moment);
        early || self.rung.get(&key) == Some(&moment) || self.away.contains_key(&key)
    }

    /// The daily time changed.
    pub fn look_again(&mut self) {
        self.earliest = None;
    }

    pub fn add_follow_up(&mut self, id: FollowUpId, draft: FollowUpDraft, first_on: NaiveDate, today: NaiveDate) {
        let due = rings_for(&draft);
        self.follow_ups.push(FollowUp { id, alarm: Single::new(due, due.0 >= today), draft, first_on });
    }

    pub fn snooze_follow_up(&mut self, id: FollowUpId, until: NaiveDateTime) {
        self.follow_ups.iter_mut().find(|it| it.id == id).unwrap().alarm.snooze(until);
        self.earliest = None;
    }
}

fn at(moment: Moment, settings: &Settings) -> NaiveDateTime {
    moment.0.and_time(moment.1.unwrap_or(settings.daily_time.0))
}

/// Whether quiet hours or a day off hold what fell due then.
fn is_quiet(settings: &Settings, rings: NaiveDateTime, now: NaiveDateTime) -> bool {
    let day_off = |day: NaiveDate| settings.days_off.len() < 7 && settings.days_off.contains(&day.weekday().into());
    // A day off ends with the first things of the next day, but for what is planned for before.
    let (today, morning) = (now.date(), now.time() < settings.daily_time.0);
    let morning_after = morning && rings.date() < today && day_off(today - Days::new(1));
    let hours = settings.quiet_hours.is_some_and(|it| {
        let (from, to, time) = (it.from.0, it.to.0, now.time());
        if from <= to { from <= time && time < to } else { from <= time || time < to }
    });
    day_off(today) || morning_after || hours
}

/// One occurrence of one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    FollowUp(FollowUpId),
    KeepInTouch,
    Birthday(Key),
}

fn word(kind: AlarmKind) -> String {
    format!("{kind:?}")
}

impl Person {
    /// What rings at a moment, and when it was due. What was missed for too long is put away.
    pub fn due(&mut self, id: ContactId, settings: &Settings, now: NaiveDateTime) -> Vec<(Subject, Ring)> {
        if self.trashed || self.earliest.is_some_and(|earliest| now < earliest) {
            return Vec::new();
        }
        let mut found = Vec::new();
        // Beyond the years that are looked at nothing is known.
        let mut earliest = NaiveDate::from_ymd_opt(now.year() + 1, 6, 1).unwrap().and_time(NaiveTime::MIN);
        let mut look = |rings: NaiveDateTime, is_card: bool| {
            earliest = earliest.min(rings);
            let held = !is_card && is_quiet(settings, rings, now);
            rings <= now && !held
        };
        let ring = |kind, what: &str, due: NaiveDateTime| (id, word(kind), what.to_owned(), due.to_string());
        for it in self.follow_ups.iter().filter(|it| it.alarm.state == State::Live) {
            if look(at(it.alarm.rings, settings), false) {
                let ring = ring(AlarmKind::FollowUp, &it.draft.what, at(it.alarm.due, settings));
                found.push((Subject::FollowUp(it.id), ring));
            }
        }
        for alarm in self.touches.values().filter(|it| it.state == State::Live) {
            if look(at(alarm.rings, settings), false) {
                found.push((Subject::KeepInTouch, ring(AlarmKind::KeepInTouch, "", at(alarm.due, settings))));
            }
        }
        for (key, moment) in self.occurrences(settings, now.year() + 2) {
            let kind = if key.0 { AlarmKind::Card } else { AlarmKind::Birthday };
            let (day, due) = (moment.0, at(moment, settings));
            let snoozed = self.snoozed.get(&key).filter(|(due, _)| *due == moment).map(|(_, until)| *until);
            if snoozed.is_none() && self.is_over(key, moment) {
                continue;
            }
            let rings = look(snoozed.unwrap_or(due), key.0);
            if snoozed.is_none() && now.date() > day + Days::new(u64::from(key.1) + 5) {
                self.away.insert(key, moment);
            } else if rings {
                found.push((Subject::Birthday(key), ring(kind, "", due)));
            }
        }
        self.earliest = Some(earliest);
        found
    }

    /// It rang.
    pub fn rang(&mut self, subject: Subject, settings: &Settings, today: NaiveDate) {
        match subject {
            Subject::FollowUp(id) => {
                let alarm = &mut self.follow_ups.iter_mut().find(|it| it.id == id).unwrap().alarm;
                (alarm.state, alarm.rang_for) = (State::Rung, Some(alarm.due));
            }
            Subject::KeepInTouch => {
                let alarm = self.touches.values_mut().find(|it| it.state == State::Live).unwrap();
                (alarm.state, alarm.rang_for) = (State::Rung, Some(alarm.due));
            }
            Subject::Birthday(key) => {
                let due = self.occurrences(settings, key.2).into_iter().find(|(other, _)| *other == key).unwrap().1;
                self.rung.insert(key, due);
                self.ledger.insert((key, due));
                self.snoozed.remove(&key);
            }
        }
        self.touch(settings, today);
    }

    /// It was put off.
    pub fn snooze(&mut self, subject: Subject, until: NaiveDateTime) {
        match subject {
            Subject::FollowUp(id) => self.snooze_follow_up(id, until),
            Subject::KeepInTouch => self.touches.values_mut().find(|it| it.state == State::Rung).unwrap().snooze(until),
            Subject::Birthday(key) => {
                let due = self.rung[&key];
                self.snoozed.insert(key, (due, until));
            }
        }
        self.earliest = None;
    }

    /// A follow-up is done; when the next of its series is due.
    pub fn finish(&mut self, id: FollowUpId, today: NaiveDate) -> Option<FollowUpDraft> {
        let place = self.follow_ups.iter().position(|it| it.id == id).unwrap();
        let done = self.follow_ups.remove(place);
        let repeat = done.draft.repeat?;
        let on = next_of(repeat, done.first_on, today.max(done.draft.due.on));
        Some(FollowUpDraft { due: Due { on, ..done.draft.due }, ..done.draft })
    }
}

//! What follows from a write: an active prospect gets an open opportunity, a change of lifecycle goes into the history, and
//! the place, the search text and the alarms are derived anew. The one place where these happen.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use chrono::{Datelike, Days, NaiveDate};
use rappel_domain::alarm::{self, AlarmKind, KeepInTouch, Occurrence, Rules, Subject};
use rappel_domain::birthday::Birthday;
use rappel_domain::history::Happened;
use rappel_domain::holidays::Holidays;
use rappel_domain::ids::ContactId;
use rappel_domain::process::{Permission, Standing};
use rappel_domain::qualification::Criterion;
use rappel_domain::settings::Settings;

use crate::Write;
use crate::storage::alarm::{Alarm, AlarmState, NewAlarm};
use crate::storage::contact::Contact;
use crate::storage::derived::{self, Derived};
use crate::storage::follow_up::FollowUp;
use crate::storage::{self, Db};
use crate::{Error, Result};

/// Settles one contact that a write touched. A contact that is gone needs nothing.
pub(crate) fn settle(write: &Write<'_>, id: ContactId, criteria: &[Criterion], settings: &Settings) -> Result<()> {
    if settle_but_text(write, id, criteria, settings)? { derived::refresh_texts(write.db, &[id]) } else { Ok(()) }
}

/// All but the search text; whether the contact is there.
fn settle_but_text(write: &Write<'_>, id: ContactId, criteria: &[Criterion], settings: &Settings) -> Result<bool> {
    let Some(contact) = find(write.db, id)? else { return Ok(false) };
    let mut derived = derived::facts(write.db, &contact, criteria)?;
    if derived.facts.needs_opportunity() {
        open_opportunity(write, id)?;
        derived = derived::facts(write.db, &contact, criteria)?;
    }
    let before = derived::lifecycle_before(write.db, id)?;
    let after = derived.facts.lifecycle();
    if let Some(from) = before.filter(|from| *from != after) {
        write.record(id, &Happened::LifecycleChanged { from, to: after })?;
    }
    derived::refresh(write.db, &contact, &derived, settings.order_of_names())?;
    // Who refused contact is known again even after they were erased.
    if contact.standing == (Standing::Declined { permission: Permission::Refused }) {
        storage::fingerprint::keep(write.db, id)?;
    } else {
        storage::fingerprint::forget(write.db, id)?;
    }
    let today = write.now.today();
    sync_alarms(write.db, &contact, &derived, &Known::of(write.db, &contact, today)?, settings, today)?;
    Ok(true)
}

/// The search text of how many is written at a time: enough for the index to be written in large pieces, and not so many that
/// somebody who waits would notice.
const TEXTS_AT_A_TIME: usize = 1000;

/// Settles one after the other, and writes their search text for many at a time. It is there once [`finish`](Self::finish) was
/// called.
pub(crate) struct Settling<'a> {
    write: &'a Write<'a>,
    settings: &'a Settings,
    without_text: Vec<ContactId>,
}

impl<'a> Settling<'a> {
    pub(crate) fn new(write: &'a Write<'a>, settings: &'a Settings) -> Self {
        Self { write, settings, without_text: Vec::new() }
    }

    /// Settles one contact. One that is gone needs nothing.
    pub(crate) fn settle(&mut self, id: ContactId, criteria: &[Criterion]) -> Result<()> {
        if settle_but_text(self.write, id, criteria, self.settings)? { self.later(id) } else { Ok(()) }
    }

    fn later(&mut self, id: ContactId) -> Result<()> {
        self.without_text.push(id);
        if self.without_text.len() < TEXTS_AT_A_TIME { Ok(()) } else { self.write_texts() }
    }

    fn write_texts(&mut self) -> Result<()> {
        if self.without_text.is_empty() {
            return Ok(());
        }
        derived::refresh_texts(self.write.db, &std::mem::take(&mut self.without_text))
    }

    /// Writes what is left to write.
    pub(crate) fn finish(&mut self) -> Result<()> {
        self.write_texts()
    }
}

/// Settles all whom a write touched, and tells after each how many are done.
pub(crate) fn settle_all(
    write: &Write<'_>,
    contacts: &BTreeSet<ContactId>,
    mut on: impl FnMut(usize) -> Result<()>,
) -> Result<()> {
    if contacts.is_empty() {
        return Ok(());
    }
    let criteria = storage::criterion::list(write.db)?;
    let settings = storage::setting::settings(write.db)?;
    let mut settling = Settling::new(write, &settings);
    for (at, contact) in contacts.iter().enumerate() {
        settling.settle(*contact, &criteria)?;
        on(at + 1)?;
    }
    settling.finish()
}

/// Derives the rows of these contacts anew after an undo, which brought their facts and alarms back as they were.
pub(crate) fn rederive(db: &Db, contacts: &BTreeSet<ContactId>) -> Result<()> {
    if contacts.is_empty() {
        return Ok(());
    }
    let criteria = storage::criterion::list(db)?;
    let order = storage::setting::settings(db)?.order_of_names();
    let mut there = Vec::with_capacity(contacts.len());
    for id in contacts {
        if let Some(contact) = find(db, *id)? {
            derived::refresh(db, &contact, &derived::facts(db, &contact, &criteria)?, order)?;
            there.push(*id);
        }
    }
    reword(db, &there)
}

/// Writes the search text of these contacts anew.
pub(crate) fn reword(db: &Db, contacts: &[ContactId]) -> Result<()> {
    contacts.chunks(TEXTS_AT_A_TIME).try_for_each(|some| derived::refresh_texts(db, some))
}

fn find(db: &Db, id: ContactId) -> Result<Option<Contact>> {
    match storage::contact::get(db, id) {
        Ok(contact) => Ok(Some(contact)),
        Err(Error::Refused { code: "not_found", .. }) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Resumes the paused opportunity, else opens one in the first step.
pub(crate) fn open_opportunity(write: &Write<'_>, id: ContactId) -> Result<()> {
    let (step, resumed) = match storage::opportunity::current(write.db, id)? {
        Some(current) if !current.paused => return Ok(()),
        Some(paused) => {
            storage::opportunity::resume(write.db, paused.id)?;
            (paused.step, true)
        }
        None => {
            let first = storage::step::first(write.db)?;
            storage::opportunity::insert(write.db, id, first, write.now.today())?;
            (first, false)
        }
    };
    let step = storage::step::name(write.db, step)?;
    write.record(id, &Happened::OpportunityOpened { step, resumed })
}

/// What the tables say about the alarms of a contact, beside its own row.
#[derive(Default)]
struct Known {
    alarms: Vec<Alarm>,
    follow_ups: Vec<FollowUp>,
    /// The years of which nothing is left to do for the card.
    cards_settled: BTreeSet<i32>,
    keep_in_touch: Option<KeepInTouch>,
}

impl Known {
    fn of(db: &Db, contact: &Contact, today: NaiveDate) -> Result<Self> {
        let id = contact.id;
        let cards_settled =
            if contact.birthday.is_some() { storage::card::settled_years(db, id)? } else { BTreeSet::new() };
        Ok(Self {
            alarms: storage::alarm::of_contact(db, id, today.year() - 1)?,
            follow_ups: storage::follow_up::open_of(db, id)?,
            cards_settled,
            keep_in_touch: storage::remind::keep_in_touch(db, id)?,
        })
    }

    fn card_settled(&self, occurrence: &Occurrence) -> bool {
        occurrence.kind == AlarmKind::Card && self.cards_settled.contains(&occurrence.period)
    }

    /// Whether an occurrence has rung for its present due time.
    fn has_rung(&self, db: &Db, it: &Occurrence) -> Result<bool> {
        match self.alarms.iter().find(|alarm| same(&alarm.occurrence, it) && alarm.occurrence.on == it.on) {
            Some(alarm) if alarm.state == AlarmState::Settled => storage::ring::rang(db, alarm.id, it.on, it.at),
            alarm => Ok(alarm.is_some_and(|alarm| alarm.state == AlarmState::Shown)),
        }
    }

    /// Whether an armed alarm of a birthday that is not the next one still has to ring: one that was due while nothing could
    /// ring, or that was armed or snoozed before the clock went back by years.
    fn still_so(&self, alarm: &Alarm, born: &Born, settings: &Settings) -> bool {
        let due = &alarm.occurrence;
        let so = alarm.state == AlarmState::Armed && next_birthday(born, settings, due.on).contains(due);
        so && !self.card_settled(due)
    }
}

/// Brings a contact's alarms in line with its facts: what is wanted and not there is armed, what moved is armed anew, what is
/// no longer wanted rests. An alarm that was due before today when it came in does not ring; it only stands in Today.
fn sync_alarms(
    db: &Db,
    contact: &Contact,
    derived: &Derived,
    known: &Known,
    settings: &Settings,
    today: NaiveDate,
) -> Result<()> {
    let born = Born::of(contact);
    let wanted = wanted(&born, settings, known, today, |it| known.has_rung(db, it))?;
    let may_ring = derived.facts.may_ring();
    for occurrence in &wanted {
        let rings = if may_ring { at_first(occurrence, today) } else { AlarmState::Suspended };
        match known.alarms.iter().find(|it| same(&it.occurrence, occurrence)) {
            None => {
                storage::alarm::insert(db, contact.id, occurrence, rings)?;
            }
            Some(alarm) => adjust(db, alarm, occurrence, rings)?,
        }
    }
    for alarm in known.alarms.iter().filter(|it| it.state != AlarmState::Settled) {
        let still_rings =
            wanted.iter().any(|it| same(it, &alarm.occurrence)) || (may_ring && known.still_so(alarm, &born, settings));
        if !still_rings {
            storage::alarm::set_state(db, alarm.id, AlarmState::Settled)?;
        }
    }
    Ok(())
}

/// How an alarm stands when it comes up for somebody who may be rung about. Keep in touch is never due before it was set.
fn at_first(it: &Occurrence, today: NaiveDate) -> AlarmState {
    if it.on >= today || it.kind == AlarmKind::KeepInTouch { AlarmState::Armed } else { AlarmState::Settled }
}

/// The alarms of people who have just come in and of whom nothing but a birthday asks for one. Comes to the same as settling them;
/// those who were born on the same day have the same.
pub(crate) struct AlarmsOfNew<'a> {
    settings: &'a Settings,
    today: NaiveDate,
    of_day: HashMap<(u32, u32), Arc<[NewAlarm]>>,
}

impl<'a> AlarmsOfNew<'a> {
    pub(crate) fn new(settings: &'a Settings, today: NaiveDate) -> Self {
        Self { settings, today, of_day: HashMap::new() }
    }

    /// Those of a birthday.
    pub(crate) fn of(&mut self, birthday: Birthday) -> Result<Arc<[NewAlarm]>> {
        let day = (birthday.month(), birthday.day());
        if let Some(found) = self.of_day.get(&day) {
            return Ok(Arc::clone(found));
        }
        let born = Born { birthday: Some(birthday), offsets: None };
        let wanted = wanted(&born, self.settings, &Known::default(), self.today, |_| Ok(false))?;
        let made: Arc<[_]> = wanted.iter().map(|it| NewAlarm::of(it, at_first(it, self.today))).collect();
        self.of_day.insert(day, Arc::clone(&made));
        Ok(made)
    }
}

fn same(a: &Occurrence, b: &Occurrence) -> bool {
    (a.kind, a.follow_up, a.offset, a.period) == (b.kind, b.follow_up, b.offset, b.period)
}

fn adjust(db: &Db, alarm: &Alarm, wanted: &Occurrence, rings: AlarmState) -> Result<()> {
    let moved = (alarm.occurrence.on, alarm.occurrence.at) != (wanted.on, wanted.at);
    match alarm.state {
        _ if moved => storage::alarm::set_due(db, alarm.id, wanted.on, wanted.at, rings),
        // It rang, and rings no more by itself; or it is armed, perhaps for a missed or snoozed time, and may ring.
        AlarmState::Shown => Ok(()),
        AlarmState::Armed if rings != AlarmState::Suspended => Ok(()),
        state if state == rings => Ok(()),
        // It rang, was over, and is wanted once more, as the clock went back or a posted card was not.
        AlarmState::Settled if storage::ring::rang(db, alarm.id, wanted.on, wanted.at)? => {
            storage::alarm::set_state(db, alarm.id, AlarmState::Shown)
        }
        _ => storage::alarm::set_state(db, alarm.id, rings),
    }
}

/// How many birthdays ahead may have rung already, as the clock went back by years.
const RUNG_AHEAD: usize = 100;

/// What a contact's own row says about the alarms of the birthday.
struct Born {
    birthday: Option<Birthday>,
    /// Days before, where that is not left to the settings.
    offsets: Option<BTreeSet<u32>>,
}

impl Born {
    fn of(contact: &Contact) -> Self {
        Self { birthday: contact.birthday, offsets: contact.own_birthday_offsets() }
    }
}

/// All occurrences that a contact's facts ask for from today on, and those of its open follow-ups whenever they were due.
fn wanted(
    born: &Born,
    settings: &Settings,
    known: &Known,
    today: NaiveDate,
    has_rung: impl Fn(&Occurrence) -> Result<bool>,
) -> Result<Vec<Occurrence>> {
    let mut wanted: Vec<_> = known
        .follow_ups
        .iter()
        .flat_map(|it| of_one(Subject::FollowUp(it.id, &it.draft), born, settings, NaiveDate::MIN, NaiveDate::MAX))
        .collect();
    for mut occurrence in next_birthday(born, settings, today) {
        // Beside what rings today, the next that still has to ring is armed.
        for _ in 0..RUNG_AHEAD {
            let settled = known.card_settled(&occurrence);
            let over = settled || occurrence.on <= today || has_rung(&occurrence)?;
            let next = if over { following(born, settings, &occurrence) } else { None };
            if !settled {
                wanted.push(occurrence);
            }
            let Some(next) = next else { break };
            occurrence = next;
        }
    }
    if let Some(clock) = known.keep_in_touch {
        wanted.extend(of_one(Subject::KeepInTouch(clock), born, settings, NaiveDate::MIN, NaiveDate::MAX));
    }
    Ok(wanted)
}

/// The same alarm of the next birthday. Its days differ by most of a year, and by less than this when one moves.
fn following(born: &Born, settings: &Settings, it: &Occurrence) -> Option<Occurrence> {
    let from = it.on.checked_add_days(Days::new(90))?;
    let mut ahead = next_birthday(born, settings, from).into_iter();
    ahead.find(|other| (other.kind, other.offset) == (it.kind, it.offset))
}

/// From one alarm of a birthday to the same of the next: a year, and as much as the post may move a card.
const A_YEAR: Days = Days::new(400);

/// The next of each alarm of the birthday, from a day on.
fn next_birthday(born: &Born, settings: &Settings, from: NaiveDate) -> Vec<Occurrence> {
    let Some(birthday) = born.birthday else { return Vec::new() };
    let mut next = of_one(Subject::Birthday(birthday), born, settings, from, from + A_YEAR);
    next.dedup_by_key(|it| (it.kind, it.offset));
    next
}

fn of_one(subject: Subject<'_>, born: &Born, settings: &Settings, from: NaiveDate, to: NaiveDate) -> Vec<Occurrence> {
    let holidays = Holidays::of(&settings.country);
    let offsets = born.offsets.as_ref().unwrap_or(&settings.birthday_offsets);
    alarm::occurrences(subject, Rules { offsets, settings, holidays: &holidays }, from, to)
}

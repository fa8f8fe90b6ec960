//! What follows from a write: an active prospect gets an open opportunity, a change of lifecycle goes into the history, and
//! the place, the search text and the alarms are derived anew. The one place where these happen.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, NaiveDate};
use rappel_domain::alarm::{self, AlarmKind, KeepInTouch, Occurrence, Rules, Subject};
use rappel_domain::contact::NameOrder;
use rappel_domain::history::Happened;
use rappel_domain::holidays::Holidays;
use rappel_domain::ids::ContactId;
use rappel_domain::process::{Permission, Standing};
use rappel_domain::qualification::Criterion;
use rappel_domain::settings::Settings;

use crate::Write;
use crate::event::Topic;
use crate::storage::alarm::{Alarm, AlarmState};
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
    derived::refresh_state(write.db, &contact, &derived, settings.order_of_names())?;
    derived::refresh_path(write.db, &contact, &derived)?;
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

    /// Settles somebody who has just been written, and of whom nothing is known but that row and what hangs on it: no answer, no
    /// follow-up, no alarm. Comes to the same without asking the tables for what is not there.
    pub(crate) fn settle_new(&mut self, contact: &Contact, criteria: &[Criterion]) -> Result<()> {
        let derived = derived::facts_of_new(contact, criteria);
        if derived.facts.needs_opportunity() || contact.standing != Standing::Active {
            return self.settle(contact.id, criteria);
        }
        let Write { db, now, .. } = self.write;
        derived::refresh_state(db, contact, &derived, self.settings.order_of_names())?;
        derived::begin_path(db, contact, &derived)?;
        sync_alarms(db, contact, &derived, &Known::default(), self.settings, now.today())?;
        self.later(contact.id)
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
    pub(crate) fn finish(mut self) -> Result<()> {
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
            let derived = derived::facts(db, &contact, &criteria)?;
            derived::refresh_state(db, &contact, &derived, order)?;
            derived::refresh_path(db, &contact, &derived)?;
            there.push(*id);
        }
    }
    reword(db, &there)
}

/// Writes the search text of these contacts anew.
pub(crate) fn reword(db: &Db, contacts: &[ContactId]) -> Result<()> {
    contacts.chunks(TEXTS_AT_A_TIME).try_for_each(|some| derived::refresh_texts(db, some))
}

/// By which order the names of people were put in lists when that was done last.
const NAMES_SORTED: &str = "names-sorted";

/// Whether names with a particle stand where the settings want them: not after an update or a restoring from before there was a choice,
/// nor where it was changed.
pub(crate) fn names_are_sorted(db: &Db) -> Result<bool> {
    let wanted = storage::setting::settings(db)?.order_of_names();
    Ok(storage::setting::get::<NameOrder>(db, NAMES_SORTED)?.unwrap_or(NameOrder::Family) == wanted)
}

/// Puts names with a particle where the settings want them.
pub(crate) fn sort_names(write: &Write<'_>) -> Result<()> {
    let order = storage::setting::settings(write.db)?.order_of_names();
    derived::refresh_sort_keys(write.db, order)?;
    storage::setting::set(write.db, NAMES_SORTED, &order)?;
    write.changed(Topic::Contacts);
    Ok(())
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
    fn still_so(&self, alarm: &Alarm, contact: &Contact, settings: &Settings) -> bool {
        let due = &alarm.occurrence;
        let so = alarm.state == AlarmState::Armed && next_birthday(contact, settings, due.on).contains(due);
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
    let wanted = wanted(db, contact, settings, known, today)?;
    let may_ring = derived.facts.may_ring();
    for occurrence in &wanted {
        let rings = if !may_ring {
            AlarmState::Suspended
        } else if occurrence.on >= today || occurrence.kind == AlarmKind::KeepInTouch {
            // Keep in touch is never due before it was set.
            AlarmState::Armed
        } else {
            AlarmState::Settled
        };
        match known.alarms.iter().find(|it| same(&it.occurrence, occurrence)) {
            None => {
                storage::alarm::insert(db, contact.id, occurrence, rings)?;
            }
            Some(alarm) => adjust(db, alarm, occurrence, rings)?,
        }
    }
    for alarm in known.alarms.iter().filter(|it| it.state != AlarmState::Settled) {
        let still_rings = wanted.iter().any(|it| same(it, &alarm.occurrence))
            || (may_ring && known.still_so(alarm, contact, settings));
        if !still_rings {
            storage::alarm::set_state(db, alarm.id, AlarmState::Settled)?;
        }
    }
    Ok(())
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

/// All occurrences that a contact's facts ask for from today on, and those of its open follow-ups whenever they were due.
fn wanted(db: &Db, contact: &Contact, settings: &Settings, known: &Known, today: NaiveDate) -> Result<Vec<Occurrence>> {
    let mut wanted: Vec<_> = known
        .follow_ups
        .iter()
        .flat_map(|it| of_one(Subject::FollowUp(it.id, &it.draft), contact, settings, NaiveDate::MIN, NaiveDate::MAX))
        .collect();
    for mut occurrence in next_birthday(contact, settings, today) {
        // Beside what rings today, the next that still has to ring is armed.
        for _ in 0..RUNG_AHEAD {
            let settled = known.card_settled(&occurrence);
            let over = settled || occurrence.on <= today || known.has_rung(db, &occurrence)?;
            let next = if over { following(contact, settings, &occurrence) } else { None };
            if !settled {
                wanted.push(occurrence);
            }
            let Some(next) = next else { break };
            occurrence = next;
        }
    }
    if let Some(clock) = known.keep_in_touch {
        wanted.extend(of_one(Subject::KeepInTouch(clock), contact, settings, NaiveDate::MIN, NaiveDate::MAX));
    }
    Ok(wanted)
}

/// The same alarm of the next birthday. Its days differ by most of a year, and by less than this when one moves.
fn following(contact: &Contact, settings: &Settings, it: &Occurrence) -> Option<Occurrence> {
    let from = it.on.checked_add_days(Days::new(90))?;
    let mut ahead = next_birthday(contact, settings, from).into_iter();
    ahead.find(|other| (other.kind, other.offset) == (it.kind, it.offset))
}

/// From one alarm of a birthday to the same of the next: a year, and as much as the post may move a card.
const A_YEAR: Days = Days::new(400);

/// The next of each alarm of the birthday, from a day on.
fn next_birthday(contact: &Contact, settings: &Settings, from: NaiveDate) -> Vec<Occurrence> {
    let Some(birthday) = contact.birthday else { return Vec::new() };
    let mut next = of_one(Subject::Birthday(birthday), contact, settings, from, from + A_YEAR);
    next.dedup_by_key(|it| (it.kind, it.offset));
    next
}

fn of_one(
    subject: Subject<'_>,
    contact: &Contact,
    settings: &Settings,
    from: NaiveDate,
    to: NaiveDate,
) -> Vec<Occurrence> {
    let own = contact.own_birthday_offsets();
    let holidays = Holidays::of(&settings.country);
    let offsets = own.as_ref().unwrap_or(&settings.birthday_offsets);
    alarm::occurrences(subject, Rules { offsets, settings, holidays: &holidays }, from, to)
}

//! What follows from a write: an active prospect gets an open opportunity, a change of lifecycle goes into the history, and
//! the place, the search text and the alarms are derived anew. The one place where these happen.

use chrono::{Datelike, Days, NaiveDate};
use rappel_domain::alarm::{self, AlarmKind, BirthdayRules, KeepInTouch, Occurrence};
use rappel_domain::history::Happened;
use rappel_domain::holidays::Holidays;
use rappel_domain::ids::ContactId;
use rappel_domain::process::{Permission, Standing};
use rappel_domain::qualification::Criterion;
use rappel_domain::settings::Settings;

use crate::Write;
use crate::storage::alarm::{Alarm, AlarmState};
use crate::storage::contact::Contact;
use crate::storage::derived::{self, Derived};
use crate::storage::{self, Db};
use crate::{Error, Result};

/// Settles one contact that a write touched. A contact that is gone needs nothing.
pub(crate) fn settle(write: &Write<'_>, id: ContactId, criteria: &[Criterion], settings: &Settings) -> Result<()> {
    let Some(contact) = find(write.db, id)? else { return Ok(()) };
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
    derived::refresh(write.db, &contact, &derived)?;
    // Who refused contact is known again even after they were erased.
    if contact.standing == (Standing::Declined { permission: Permission::Refused }) {
        storage::fingerprint::keep(write.db, id)?;
    } else {
        storage::fingerprint::forget(write.db, id)?;
    }
    sync_alarms(write.db, &contact, &derived, settings, write.now.today())
}

/// Derives the rows of a contact anew after an undo, which brought its facts and alarms back as they were.
pub(crate) fn rederive(db: &Db, id: ContactId, criteria: &[Criterion]) -> Result<()> {
    let Some(contact) = find(db, id)? else { return Ok(()) };
    let derived = derived::facts(db, &contact, criteria)?;
    derived::refresh(db, &contact, &derived)
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

/// Brings a contact's alarms in line with its facts: what is wanted and not there is armed, what moved is armed anew, what is
/// no longer wanted rests. An alarm that was due before today when it came in does not ring; it only stands in Today.
fn sync_alarms(db: &Db, contact: &Contact, derived: &Derived, settings: &Settings, today: NaiveDate) -> Result<()> {
    let existing = storage::alarm::of_contact(db, contact.id, today.year() - 1)?;
    let wanted = wanted(db, contact, settings, &existing, today)?;
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
        match existing.iter().find(|it| same(&it.occurrence, occurrence)) {
            None => {
                storage::alarm::insert(db, contact.id, occurrence, rings)?;
            }
            Some(alarm) => adjust(db, alarm, occurrence, rings)?,
        }
    }
    for alarm in existing.iter().filter(|it| it.state != AlarmState::Settled) {
        let still_rings = wanted.iter().any(|it| same(it, &alarm.occurrence))
            || (may_ring && was_missed(db, alarm, contact, settings, today)?);
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
fn wanted(
    db: &Db,
    contact: &Contact,
    settings: &Settings,
    existing: &[Alarm],
    today: NaiveDate,
) -> Result<Vec<Occurrence>> {
    let mut wanted: Vec<_> = storage::follow_up::open_of(db, contact.id)?
        .iter()
        .map(|it| alarm::follow_up_occurrence(it.id, &it.draft))
        .collect();
    for mut occurrence in birthday_occurrences(contact, settings, today) {
        // Beside what rings today, the next that still has to ring is armed.
        for _ in 0..RUNG_AHEAD {
            let settled = card_settled(db, contact.id, &occurrence)?;
            let over = settled || occurrence.on <= today || has_rung(db, existing, &occurrence)?;
            let next = if over { following(contact, settings, &occurrence) } else { None };
            if !settled {
                wanted.push(occurrence);
            }
            let Some(next) = next else { break };
            occurrence = next;
        }
    }
    wanted.extend(storage::remind::keep_in_touch(db, contact.id)?.map(KeepInTouch::occurrence));
    Ok(wanted)
}

/// The same alarm of the next birthday. Its days differ by most of a year, and by less than this when one moves.
fn following(contact: &Contact, settings: &Settings, it: &Occurrence) -> Option<Occurrence> {
    let from = it.on.checked_add_days(Days::new(90))?;
    let mut ahead = birthday_occurrences(contact, settings, from).into_iter();
    ahead.find(|other| (other.kind, other.offset) == (it.kind, it.offset))
}

/// Whether an occurrence has rung for its present due time.
fn has_rung(db: &Db, existing: &[Alarm], it: &Occurrence) -> Result<bool> {
    match existing.iter().find(|alarm| same(&alarm.occurrence, it) && alarm.occurrence.on == it.on) {
        Some(alarm) if alarm.state == AlarmState::Settled => storage::ring::rang(db, alarm.id, it.on, it.at),
        alarm => Ok(alarm.is_some_and(|alarm| alarm.state == AlarmState::Shown)),
    }
}

fn birthday_occurrences(contact: &Contact, settings: &Settings, from: NaiveDate) -> Vec<Occurrence> {
    let Some(birthday) = contact.birthday else { return Vec::new() };
    let own = contact.own_birthday_offsets();
    let holidays = Holidays::of(&settings.country);
    let rules = BirthdayRules {
        offsets: own.as_ref().unwrap_or(&settings.birthday_offsets),
        leap: settings.leap_day,
        post: settings.card_alarms.then_some((&settings.post, &*holidays)),
    };
    let mut occurrences = alarm::birthday_occurrences(birthday, rules, from);
    for card in occurrences.iter_mut().filter(|it| it.kind == AlarmKind::Card) {
        let moment = settings.card_moment(card.on);
        if moment != card.on.and_time(settings.daily_time.0) {
            (card.on, card.at) = (moment.date(), Some(moment.time()));
        }
    }
    occurrences
}

fn card_settled(db: &Db, contact: ContactId, occurrence: &Occurrence) -> Result<bool> {
    Ok(occurrence.kind == AlarmKind::Card && storage::card::state(db, contact, occurrence.period)?.is_settled())
}

/// Whether an armed alarm of a birthday was due while nothing could ring, and still has to: `wanted` only looks ahead.
fn was_missed(db: &Db, alarm: &Alarm, contact: &Contact, settings: &Settings, today: NaiveDate) -> Result<bool> {
    let due = &alarm.occurrence;
    let still_so = birthday_occurrences(contact, settings, due.on).contains(due);
    Ok(alarm.state == AlarmState::Armed && due.on < today && still_so && !card_settled(db, contact.id, due)?)
}

//! What Rappel reminds of about one person: keeping in touch, and the days before their birthday.

use rappel_domain::alarm::{KeepInTouch, LONGEST_SILENCE};
use rappel_domain::history::Happened;
use rappel_domain::ids::ContactId;
use rappel_domain::settings::BIRTHDAY_OFFSETS;

use crate::event::Topic;
use crate::storage::{self, people};
use crate::views::*;
use crate::{App, Error, Result, Write};

/// Sets after how many weeks without a conversation to ring about somebody. The clock starts today.
///
/// # Errors
/// `bad_weeks` or `not_found`.
pub fn set_keep_in_touch(app: &App, input: SetKeepInTouch) -> Result<()> {
    if input.weeks.is_some_and(|weeks| weeks == 0 || weeks > LONGEST_SILENCE) {
        return Err(Error::refused("bad_weeks").with("limit", LONGEST_SILENCE));
    }
    app.write(|write| {
        let to = input.weeks.map(|weeks| KeepInTouch { weeks, from: write.now.today() });
        storage::remind::set_keep_in_touch(write.db, input.contact, to)?;
        changed(write, input.contact, "keep_in_touch")
    })
}

/// Puts the alarm about keeping in touch with somebody off, once the clock has run out.
///
/// # Errors
/// `not_found` when it has not.
pub fn snooze_keep_in_touch(app: &App, input: SnoozeKeepInTouch) -> Result<()> {
    app.write(|write| {
        let id = storage::alarm::keep_in_touch_due(write.db, input.contact, write.now.today())?;
        let id = id.ok_or_else(Error::not_found)?;
        let until = input.until.until(write.now.civil, write.settings.daily_time.0);
        storage::alarm::snooze(write.db, id, until)?;
        storage::ring::answer(write.db, id, RingAnswer::Snoozed, write.now.civil)?;
        write.changed(Topic::FollowUps);
        write.did("keep_in_touch_snoozed", people::name(write.db, input.contact)?);
        Ok(())
    })
}

/// Sets how many days before somebody's birthday its alarms ring.
///
/// # Errors
/// `bad_offsets` or `not_found`.
pub fn set_birthday_offsets(app: &App, input: SetBirthdayOffsets) -> Result<()> {
    if input.offsets.iter().flatten().any(|days| !BIRTHDAY_OFFSETS.contains(days)) {
        return Err(Error::refused("bad_offsets"));
    }
    app.write(|write| {
        storage::remind::set_birthday_offsets(write.db, input.contact, input.offsets.as_ref())?;
        changed(write, input.contact, "birthday_offsets")
    })
}

fn changed(write: &Write<'_>, contact: ContactId, field: &str) -> Result<()> {
    let name = people::name(write.db, contact)?;
    write.touch(contact);
    write.changed(Topic::FollowUps);
    write.record(contact, &Happened::Edited { fields: vec![field.to_owned()] })?;
    write.did("contact_changed", name);
    Ok(())
}

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

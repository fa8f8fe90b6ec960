//! The alarms that a contact has of its own: keep in touch, and other days before the birthday than the settings say.

use crate::event::Topic;
use crate::storage::{self, own_alarms};
use crate::views::*;
use crate::{App, Error, Result, Write};
use rappel_domain::alarm::LONGEST_KEEP_IN_TOUCH;
use rappel_domain::history::Happened;
use rappel_domain::ids::ContactId;
use rappel_domain::settings::BIRTHDAY_OFFSETS;

/// The alarms that a contact has of its own.
///
/// # Errors
/// `not_found`.
pub fn get_own_alarms(app: &App, input: ContactRef) -> Result<OwnAlarms> {
    app.read(|db| {
        let contact = storage::contact::get(db, input.contact)?;
        let keep_in_touch = own_alarms::keep_in_touch(db, input.contact)?;
        Ok(OwnAlarms {
            keep_in_touch_weeks: keep_in_touch.map(|it| it.weeks),
            keep_in_touch_on: keep_in_touch.map(|it| it.due()),
            birthday_offsets: contact.birthday_offsets.as_deref().and_then(|json| serde_json::from_str(json).ok()),
        })
    })
}

/// Sets how often at least to keep in touch. The clock starts now.
///
/// # Errors
/// `bad_weeks` or `not_found`.
pub fn set_keep_in_touch(app: &App, input: SetKeepInTouch) -> Result<()> {
    if input.weeks.is_some_and(|weeks| !(1..=LONGEST_KEEP_IN_TOUCH).contains(&weeks)) {
        return Err(Error::refused("bad_weeks"));
    }
    app.write(|write| {
        storage::contact::get(write.db, input.contact)?;
        // What stays as it was keeps its clock.
        if own_alarms::keep_in_touch(write.db, input.contact)?.map(|it| it.weeks) == input.weeks {
            return Ok(());
        }
        own_alarms::set_keep_in_touch(write.db, input.contact, input.weeks, write.now.today())?;
        changed(write, input.contact, "keep_in_touch")
    })
}

/// Sets how many days before a contact's birthday its alarms ring.
///
/// # Errors
/// `bad_offsets` or `not_found`.
pub fn set_birthday_offsets(app: &App, input: SetBirthdayOffsets) -> Result<()> {
    if input.offsets.iter().flatten().any(|offset| !BIRTHDAY_OFFSETS.contains(offset)) {
        return Err(Error::refused("bad_offsets"));
    }
    app.write(|write| {
        storage::contact::get(write.db, input.contact)?;
        own_alarms::set_birthday_offsets(write.db, input.contact, input.offsets.as_ref())?;
        changed(write, input.contact, "birthday_alarm")
    })
}

fn changed(write: &Write<'_>, contact: ContactId, field: &str) -> Result<()> {
    write.touch(contact);
    write.changed(Topic::FollowUps);
    write.record(contact, &Happened::Edited { fields: vec![field.to_owned()] })?;
    write.did("contact_changed", storage::contact::get(write.db, contact)?.name.shown());
    Ok(())
}

//! The end of the trash: what was thrown away more than thirty days ago goes for good, at the first use of a day. Erasing one
//! person at once is the same work.

use std::collections::BTreeSet;

use rappel_domain::ids::ContactId;

use crate::event::Topic;
use crate::storage::erase;
use crate::{App, Result};

/// How long the trash keeps what is in it, in milliseconds.
const KEPT: i64 = 30 * 24 * 60 * 60 * 1000;
/// How many people go in one transaction, so that whoever writes meanwhile never waits long.
const FEW: u32 = 100;
/// Erases people for good. They are out of every table when this fails in writing the file anew, which [`empty`] tries again.
///
/// # Errors
/// `not_found`, or those of the database.
pub(crate) fn erase(app: &App, people: &[ContactId]) -> Result<()> {
    remove(app, people)?;
    scrub(app, &people.iter().copied().collect())
}

fn remove(app: &App, people: &[ContactId]) -> Result<()> {
    app.write_once(|write| {
        erase::overwrite(write.db, true)?;
        let erased = people.iter().try_for_each(|contact| erase::erase(write.db, *contact));
        erase::overwrite(write.db, false)?;
        for topic in [Topic::Contacts, Topic::Conversations, Topic::FollowUps, Topic::Settings] {
            write.changed(topic);
        }
        erased
    })
}

fn scrub(app: &App, erased: &BTreeSet<ContactId>) -> Result<()> {
    app.scrub(erased)?;
    app.write_once(|write| erase::scrubbed(write.db))
}

/// Erases what was put in the trash more than thirty days ago; how many people. What an earlier turn could not finish is finished.
///
/// # Errors
/// Those of the database.
pub fn empty(app: &App) -> Result<usize> {
    let before = app.now().millis() - KEPT;
    let mut erased = BTreeSet::new();
    loop {
        let few = app.read(|db| erase::trashed_before(db, before, FEW))?;
        if few.is_empty() {
            break;
        }
        remove(app, &few)?;
        erased.extend(few);
    }
    // Most days there are none, and what is not written to stays as it was left.
    if app.read(|db| erase::has_conversations(db, before))? {
        app.write_once(|write| erase::drop_conversations(write.db, before))?;
    }
    if app.read(erase::scrub_is_due)? {
        scrub(app, &erased)?;
    }
    Ok(erased.len())
}

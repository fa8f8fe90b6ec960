//! Invented people to look around with: a handful for a first start, any number for `--demo`. Always the same ones, as their
//! making draws from a fixed seed, and all marked as samples. They count as come in now: nothing of their past rings.

mod past;
mod person;
#[cfg(test)]
mod tests;
mod words;

use fastrand::Rng;
use rappel_domain::ids::{BatchId, ContactId, SourceId};
use rappel_domain::settings::Language;

use crate::event::Topic;
use crate::storage::{self, alarm};
use crate::{App, Write};
use crate::{Result, settle};

/// The seed of everything that is drawn.
const SEED: u64 = 20_261_123;
/// How many sample people a first start offers: one for each part to play.
const FEW: u32 = person::PARTS;

/// How much to make.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Amount {
    /// How many people.
    pub people: u32,
    /// How many conversations each; none for a natural number.
    pub talks: Option<u32>,
}

/// Adds the few sample people, unless they are in already.
pub(crate) fn add(app: &App) -> Result<()> {
    let language = app.language();
    app.write(|write| {
        if storage::batch::samples(write.db)?.is_some() {
            return Ok(());
        }
        fill(write, Amount { people: FEW, talks: None }, language, &mut |_| {})
    })
}

/// Writes invented people; `told` hears how many are done.
pub(crate) fn fill(write: &Write<'_>, amount: Amount, language: Language, told: &mut dyn FnMut(u32)) -> Result<()> {
    let name = match language {
        Language::En => "Sample people",
        Language::Nl => "Voorbeeldmensen",
    };
    let batch = storage::batch::insert(write.db, name, "sample", None, write.now.civil, amount.people)?;
    let sources: Vec<SourceId> = storage::source::choices(write.db, false)?.into_iter().map(|it| it.id).collect();
    let criteria = storage::criterion::list(write.db)?;
    let steps: Vec<_> = storage::step::list(write.db)?.into_iter().filter(|step| !step.archived).collect();
    let (pasts, rng) = (past::pasts()?, Rng::with_seed(SEED));
    let mut maker = person::Maker { write, batch, sources, criteria, steps, pasts, language, rng };
    for number in 0..amount.people {
        let contact = maker.make(number, amount.talks)?;
        settle::settle(write, contact, &maker.criteria, &write.settings)?;
        quiet(write, contact)?;
        if number % 1000 == 999 {
            told(number + 1);
        }
    }
    for topic in [Topic::Contacts, Topic::Conversations, Topic::FollowUps] {
        write.changed(topic);
    }
    Ok(())
}

/// A follow-up of today whose time has passed would ring at once, as one that the person plans for this minute does. A sample's
/// counts as past.
fn quiet(write: &Write<'_>, contact: ContactId) -> Result<()> {
    let daily = write.settings.daily_time.0;
    for it in alarm::of_contact(write.db, contact, 0)? {
        if it.state == alarm::AlarmState::Armed && it.rings(daily) <= write.now.civil {
            alarm::set_state(write.db, it.id, alarm::AlarmState::Shown)?;
        }
    }
    Ok(())
}

/// Removes the sample people for good, with the companies and tags that nobody else uses. Nobody else is touched.
pub(crate) fn remove(app: &App) -> Result<()> {
    app.write_once(|write| {
        while let Some(batch) = storage::batch::samples(write.db)? {
            remove_batch(write, batch)?;
        }
        for topic in [Topic::Contacts, Topic::Conversations, Topic::FollowUps, Topic::Settings] {
            write.changed(topic);
        }
        Ok(())
    })
}

fn remove_batch(write: &Write<'_>, batch: BatchId) -> Result<()> {
    // Only theirs: a company or tag that a real person gave up can still come back with an undo.
    let companies = storage::company::of_batch(write.db, batch)?;
    let tags = storage::tag::of_batch(write.db, batch)?;
    for contact in storage::contact::of_batch(write.db, batch)? {
        storage::contact::delete(write.db, contact)?;
    }
    for company in companies {
        storage::company::delete_unused(write.db, company)?;
    }
    for tag in tags {
        storage::tag::delete_unused(write.db, tag)?;
    }
    storage::batch::delete(write.db, batch)
}

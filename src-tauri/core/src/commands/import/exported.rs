//! What a table of our own tells beside the contact: the source, the standing, the answers, the sales, and what to be reminded of.

use rappel_domain::ids::{ContactId, SourceId};
use rappel_domain::qualification::CriterionRole;

use super::coming::source_named;
use crate::import::csv::own::Exported;
use crate::storage;
use crate::{Result, Write};

/// The source that the row names, made where there is none.
pub(super) fn source(write: &Write<'_>, own: &Exported) -> Result<Option<SourceId>> {
    if own.source.is_empty() { Ok(None) } else { source_named(write, &own.source).map(|(id, _)| Some(id)) }
}

/// Writes it for somebody who has just come in.
pub(super) fn put(write: &Write<'_>, id: ContactId, own: &Exported) -> Result<()> {
    for (name, answer, proof, on) in &own.answers {
        let criteria = storage::criterion::list(write.db)?;
        let criterion = match criteria.iter().find(|it| it.name == *name) {
            Some(it) => it.id,
            // Not required: nobody else is moved by a criterion that came with a file.
            None => storage::criterion::insert(write.db, name, "", false, CriterionRole::Own)?,
        };
        storage::criterion::set_answer(write.db, id, criterion, *answer, proof, *on)?;
    }
    if !own.overridden_why.is_empty() {
        storage::contact::set_override(write.db, id, Some(&own.overridden_why))?;
    }
    if let Some((standing, reason)) = &own.standing {
        storage::contact::set_standing(write.db, id, *standing, reason)?;
    }
    // Both without an entry in the history, which would tell that somebody planned or sold it here and now.
    for planned in &own.follow_ups {
        storage::follow_up::insert(write.db, id, None, &planned.draft, planned.first_on)?;
    }
    for sale in &own.sales {
        storage::sale::insert(write.db, id, None, None, sale)?;
    }
    if own.keep_in_touch.is_some() {
        storage::remind::set_keep_in_touch(write.db, id, own.keep_in_touch)?;
    }
    if own.birthday_offsets.is_some() {
        storage::remind::set_birthday_offsets(write.db, id, own.birthday_offsets.as_ref())?;
    }
    Ok(())
}

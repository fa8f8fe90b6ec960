//! Referrals: who introduced whom. *May decide: no* leads to the one who does, a new lead or somebody who is there.

use rappel_domain::history::Happened;
use rappel_domain::ids::ContactId;

use super::people::check_source;
use crate::event::Topic;
use crate::storage::contact::Origin;
use crate::storage::{self, people};
use crate::text::check;
use crate::views::*;
use crate::{App, Error, Result, Write};

/// How many colleagues are offered.
const COLLEAGUES: u32 = 6;

/// Who works beside somebody, as one of them may decide.
///
/// # Errors
/// `not_found`.
pub fn get_colleagues(app: &App, input: ContactRef) -> Result<Colleagues> {
    app.read(|db| {
        let contact = storage::contact::get(db, input.contact)?;
        let (company, people) = match contact.company {
            Some(id) => (
                storage::company::name(db, id)?,
                people::rows(db, &storage::company::colleagues(db, id, contact.id, COLLEAGUES)?)?,
            ),
            None => (String::new(), Vec::new()),
        };
        Ok(Colleagues { name: contact.name.shown(), company, people })
    })
}

/// Adds a lead whom somebody introduced.
///
/// # Errors
/// Those of [`add_contact`](super::add_contact).
pub fn add_introduced(app: &App, input: AddIntroduced) -> Result<ContactId> {
    let draft = check::contact(input.draft)?;
    app.write(|write| {
        check_source(write, draft.source)?;
        let by = storage::contact::get(write.db, input.by)?;
        let origin = Origin { introduced_by: Some(by.id), ..Origin::default() };
        let id = storage::contact::insert(write.db, &draft, origin, &write.now, &write.settings.country)?;
        write.touch(id);
        write.changed(Topic::FollowUps);
        write.record(id, &Happened::Added)?;
        link(write, id, by.id)?;
        write.did("contact_added", draft.name.shown());
        Ok(id)
    })
}

/// Notes who introduced somebody, or that nobody did.
///
/// # Errors
/// `introduced_circle` when it would lead back to themselves, or `not_found`.
pub fn set_introduced_by(app: &App, input: SetIntroducedBy) -> Result<()> {
    app.write(|write| {
        let contact = storage::contact::get(write.db, input.contact)?;
        if contact.introduced_by == input.by {
            return Ok(());
        }
        if let Some(by) = input.by {
            storage::contact::get(write.db, by)?;
            if storage::contact::goes_back_to(write.db, by, contact.id)? {
                return Err(Error::refused("introduced_circle").with("name", contact.name.shown()));
            }
        }
        storage::contact::set_introduced_by(write.db, contact.id, input.by)?;
        write.touch(contact.id);
        match input.by {
            Some(by) => link(write, contact.id, by)?,
            None => write.record(contact.id, &Happened::Edited { fields: vec!["introduced_by".to_owned()] })?,
        }
        write.did(if input.by.is_some() { "introduced" } else { "contact_changed" }, contact.name.shown());
        Ok(())
    })
}

/// Stands in the history of both.
fn link(write: &Write<'_>, contact: ContactId, by: ContactId) -> Result<()> {
    write.touch(by);
    write.record_with(contact, by, &Happened::IntroducedBy)?;
    write.record_with(by, contact, &Happened::Introduced)
}

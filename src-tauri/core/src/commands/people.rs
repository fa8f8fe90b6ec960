//! The list of people: ordered, filtered, searched, and read by position.

use super::fields::check_values;
use crate::event::Topic;
use crate::fields::differing;
use crate::storage::contact::Origin;
use crate::storage::{self, people};
use crate::text::check;
use crate::views::*;
use crate::{App, Write};
use crate::{Error, Result};
use rappel_domain::contact::ContactDraft;
use rappel_domain::history::Happened;
use rappel_domain::ids::{ContactId, SourceId};

/// The most rows of one window.
const WINDOW_LIMIT: u32 = 200;
/// The most people that are chosen one by one. More are meant by what the list shows.
const CHOICE_LIMIT: u32 = 10_000;

/// Makes an ordered list of people. Who searches for words ends the search before.
///
/// # Errors
/// `overtaken` by a newer search, and those of the database.
pub fn open_people(app: &App, input: PeopleQuery) -> Result<PeopleList> {
    let now = app.now();
    let ids = if people::is_search(&input) {
        let last = &app.searches.people;
        app.search(last, last.next(), |db, order| people::snapshot(db, &input, &now, Some(order)))
    } else {
        app.read(|db| people::snapshot(db, &input, &now, None))
    };
    Ok(keep(app, ids?))
}

/// Keeps a list and tells how long it is.
pub(super) fn keep(app: &App, ids: Vec<i64>) -> PeopleList {
    let total = u32::try_from(ids.len()).unwrap_or(u32::MAX);
    PeopleList { snapshot: app.keep_snapshot(ids), total }
}

/// Reads rows of a list by position.
///
/// # Errors
/// `list_gone` when the list was dropped since.
pub fn get_people(app: &App, input: PeopleWindow) -> Result<Vec<PersonRow>> {
    let ids = app.snapshot(input.snapshot)?;
    let from = (input.from as usize).min(ids.len());
    let to = (from + input.count.min(WINDOW_LIMIT) as usize).min(ids.len());
    app.read(|db| people::rows(db, &ids[from..to]))
}

/// Reads who stands in a list by position, for choosing many of them.
///
/// # Errors
/// `list_gone` when the list was dropped since.
pub fn get_people_numbers(app: &App, input: PeopleWindow) -> Result<Vec<ContactId>> {
    let ids = app.snapshot(input.snapshot)?;
    let from = (input.from as usize).min(ids.len());
    let to = (from + input.count.min(CHOICE_LIMIT) as usize).min(ids.len());
    Ok(ids[from..to].iter().copied().map(ContactId).collect())
}

/// What lists can be filtered by, and what forms offer.
///
/// # Errors
/// Those of the database.
pub fn get_filter_choices(app: &App, (): ()) -> Result<FilterChoices> {
    app.read(|db| {
        Ok(FilterChoices {
            sources: storage::source::choices(db, false)?,
            steps: storage::step::list(db)?
                .into_iter()
                .filter(|step| !step.archived)
                .map(|step| StepChoice { id: step.id, name: step.name })
                .collect(),
            fields: storage::field::list(db)?.into_iter().filter(|field| !field.archived).collect(),
        })
    })
}

/// Adds a lead.
///
/// # Errors
/// Those of [`check::contact`], of values that do not fit their own fields, or `not_found` for a source that is not there.
pub fn add_contact(app: &App, input: ContactDraft) -> Result<ContactId> {
    let mut draft = check::contact(input)?;
    app.write(|write| {
        check_source(write, draft.source)?;
        check_values(write.db, &mut draft, &[])?;
        let id = storage::contact::insert(write.db, &draft, Origin::default(), &write.now, &write.settings.country)?;
        write.touch(id);
        write.changed(Topic::FollowUps);
        write.record(id, &Happened::Added)?;
        write.did("contact_added", draft.name.shown());
        Ok(id)
    })
}

pub(super) fn check_source(write: &Write<'_>, source: Option<SourceId>) -> Result<()> {
    match source {
        Some(source) if !storage::source::exists(write.db, source)? => Err(Error::not_found()),
        _ => Ok(()),
    }
}

/// Changes what is known about a contact.
///
/// # Errors
/// Those of [`check::contact`], of values that do not fit their own fields, or `not_found`.
pub fn update_contact(app: &App, input: UpdateContact) -> Result<()> {
    let mut draft = check::contact(input.draft)?;
    app.write(|write| {
        let old = storage::contact::get_draft(write.db, input.contact)?;
        check_values(write.db, &mut draft, &old.custom)?;
        if old == draft {
            return Ok(());
        }
        check_source(write, draft.source)?;
        storage::contact::update(write.db, input.contact, &draft, &write.settings.country)?;
        write.touch(input.contact);
        write.changed(Topic::FollowUps);
        if old.birthday != draft.birthday {
            write.record(input.contact, &Happened::BirthdayChanged { to: draft.birthday })?;
        }
        // The birthday has an entry of its own.
        let fields =
            differing(&old, &draft).into_iter().filter(|it| *it != "birthday").map(str::to_owned).collect::<Vec<_>>();
        if !fields.is_empty() {
            write.record(input.contact, &Happened::Edited { fields })?;
        }
        write.did("contact_changed", draft.name.shown());
        Ok(())
    })
}

/// Puts a contact in the trash, where it stays for 30 days.
///
/// # Errors
/// `not_found`.
pub fn trash_contact(app: &App, input: ContactRef) -> Result<()> {
    set_trashed(app, input.contact, true)
}

/// Takes a contact out of the trash.
///
/// # Errors
/// `not_found`.
pub fn restore_contact(app: &App, input: ContactRef) -> Result<()> {
    set_trashed(app, input.contact, false)
}

fn set_trashed(app: &App, contact: ContactId, trashed: bool) -> Result<()> {
    app.write(|write| {
        let old = storage::contact::get(write.db, contact)?;
        if old.trashed_at.is_some() == trashed {
            return Ok(());
        }
        put_in_trash(write, contact, trashed)?;
        write.did(if trashed { "contact_trashed" } else { "contact_restored" }, old.name.shown());
        Ok(())
    })
}

/// Puts a contact in the trash or takes it out, with its history.
pub(super) fn put_in_trash(write: &Write<'_>, contact: ContactId, trashed: bool) -> Result<()> {
    storage::contact::set_trashed(write.db, contact, trashed.then(|| write.now.millis()))?;
    write.touch(contact);
    write.changed(Topic::FollowUps);
    write.record(contact, if trashed { &Happened::Trashed } else { &Happened::Restored })
}

//! People who may be in the list twice: found, laid side by side, made one or told apart.

use rappel_domain::duplicate::{Traits, likely_pairs};
use rappel_domain::history::Happened;
use rappel_domain::ids::ContactId;
use rappel_domain::process::Standing;

use super::people::check_source;
use super::{get_person, standing};
use crate::event::Topic;
use crate::fields::filled;
use crate::storage::contact::Contact;
use crate::storage::opportunity::End;
use crate::storage::{self, Db, duplicate, merge, people};
use crate::text::check;
use crate::views::*;
use crate::{App, Error, Result, Write};

/// The most pairs of one window.
const WINDOW_LIMIT: u32 = 100;

/// Finds the pairs of people who may be the same, the likeliest first. Each pair stands in the list as two people in a row.
///
/// # Errors
/// Those of the database.
pub fn open_duplicates(app: &App, (): ()) -> Result<PeopleList> {
    let (everyone, apart) = app.read(|db| Ok((duplicate::traits(db, None)?, duplicate::told_apart(db)?)))?;
    let pairs = likely_pairs(&everyone);
    let ids: Vec<i64> =
        pairs.into_iter().filter(|pair| !apart.contains(pair)).flat_map(|(one, other)| [one.0, other.0]).collect();
    let total = u32::try_from(ids.len() / 2).unwrap_or(u32::MAX);
    Ok(PeopleList { snapshot: app.keep_snapshot(ids), total })
}

/// Reads pairs of such a list by position. A pair of which one is gone since has no rows.
///
/// # Errors
/// `list_gone` when the list was dropped since.
pub fn get_duplicates(app: &App, input: PeopleWindow) -> Result<Vec<DuplicatePair>> {
    let ids = app.snapshot(input.snapshot)?;
    let from = (input.from as usize).min(ids.len() / 2);
    let to = (from + input.count.min(WINDOW_LIMIT) as usize).min(ids.len() / 2);
    app.read(|db| {
        let mut pairs = Vec::with_capacity(to - from);
        for pair in ids[from * 2..to * 2].chunks_exact(2) {
            if let Ok([one, other]) = <[PersonRow; 2]>::try_from(people::rows(db, pair)?) {
                pairs.push(DuplicatePair { why: why(db, one.id, other.id)?, one, other });
            }
        }
        Ok(pairs)
    })
}

fn why(db: &Db, one: ContactId, other: ContactId) -> Result<Vec<rappel_domain::duplicate::Why>> {
    Ok(match <[Traits; 2]>::try_from(duplicate::traits(db, Some(&[one, other]))?) {
        Ok([one, other]) => one.why_same(&other),
        Err(_) => Vec::new(),
    })
}

/// Lays two people side by side. Whoever came in first is the one.
///
/// # Errors
/// `not_found` when one is gone or in the trash, or both are the same.
pub fn get_merge(app: &App, input: TwoPeople) -> Result<MergePreview> {
    let (first, last) = (input.one.min(input.other), input.one.max(input.other));
    let (one, other) = (side(app, first)?, side(app, last)?);
    if first == last || one.person.trashed || other.person.trashed {
        return Err(Error::not_found());
    }
    Ok(MergePreview {
        draft: filled(&one.person.draft, &other.person.draft, &app.settings().country),
        why: app.read(|db| why(db, first, last))?,
        standing: one.person.standing.strictest(other.person.standing),
        one,
        other,
    })
}

fn side(app: &App, contact: ContactId) -> Result<MergeSide> {
    let person = get_person(app, ContactRef { contact })?;
    Ok(MergeSide { person, conversations: app.read(|db| storage::conversation::count(db, contact))? })
}

/// Makes one of two people. Both timelines stay, the strictest standing counts, and one opportunity goes on. The other's number goes;
/// one step takes it all back.
///
/// # Errors
/// Those of [`check::contact`]; `not_found` when one is gone or in the trash, or both are the same.
pub fn merge_contacts(app: &App, input: MergeContacts) -> Result<()> {
    let draft = check::contact(input.draft.clone())?;
    app.write(|write| {
        let (one, other) = (storage::contact::get(write.db, input.one)?, storage::contact::get(write.db, input.other)?);
        if one.id == other.id || one.trashed_at.is_some() || other.trashed_at.is_some() {
            return Err(Error::not_found());
        }
        check_source(write, draft.source)?;
        let name = people::name(write.db, other.id)?;
        one_opportunity(write, &one, &other, input.opportunity_of_other)?;
        one_answer_each(write, &one, &other, &input)?;
        one_photo(write, &one, &other, input.photo_of_other)?;
        merge::take_over(write.db, one.id, other.id)?;
        storage::contact::delete(write.db, other.id)?;
        storage::contact::update(write.db, one.id, &draft, &write.settings.country)?;
        write.record(one.id, &Happened::Merged { name })?;
        one_standing(write, &one, &other)?;
        write.touch(one.id);
        write.touch(other.id);
        for topic in [Topic::Conversations, Topic::FollowUps] {
            write.changed(topic);
        }
        write.did("contacts_merged", draft.name.shown());
        Ok(())
    })
}

/// Of two opportunities that are open or paused one goes on; the other was the same run, and is no lost one.
fn one_opportunity(write: &Write<'_>, one: &Contact, other: &Contact, of_other: bool) -> Result<()> {
    let current = |contact: &Contact| storage::opportunity::current(write.db, contact.id);
    if let (Some(mine), Some(theirs)) = (current(one)?, current(other)?) {
        merge::drop_opportunity(write.db, if of_other { mine.id } else { theirs.id })?;
    }
    Ok(())
}

/// What only the other answered counts; of two answers the chosen one.
fn one_answer_each(write: &Write<'_>, one: &Contact, other: &Contact, input: &MergeContacts) -> Result<()> {
    let mine = storage::criterion::answers(write.db, one.id)?;
    for it in storage::criterion::answers(write.db, other.id)? {
        let chosen = input.answers_of_other.contains(&it.criterion);
        if chosen || !mine.iter().any(|known| known.criterion == it.criterion) {
            storage::criterion::set_answer(write.db, one.id, it.criterion, it.answer, &it.proof, it.answered_on)?;
        }
    }
    Ok(())
}

fn one_photo(write: &Write<'_>, one: &Contact, other: &Contact, of_other: bool) -> Result<()> {
    if (of_other || !storage::photo::exists(write.db, one.id)?)
        && let Some((media_type, bytes)) = storage::photo::get(write.db, other.id)?
    {
        storage::photo::put(write.db, one.id, &media_type, &bytes)?;
    }
    Ok(())
}

/// The strictest standing counts, with what always hangs on it.
fn one_standing(write: &Write<'_>, one: &Contact, other: &Contact) -> Result<()> {
    let strictest = one.standing.strictest(other.standing);
    let stricter = if strictest == one.standing { one } else { other };
    let merged = storage::contact::get(write.db, one.id)?;
    match strictest {
        Standing::Active => Ok(()),
        Standing::NotAFit => standing::not_a_fit(write, &merged, &stricter.standing_reason),
        Standing::Later => {
            standing::set_standing(write, &merged, strictest, &stricter.standing_reason)?;
            standing::end_opportunity(write, &merged, End::Paused, "")
        }
        Standing::Declined { permission } => {
            standing::decline(write, &merged, permission, None, &stricter.standing_reason)
        }
    }
}

/// Remembers that two are not the same.
///
/// # Errors
/// `not_found` when one is gone, or both are the same.
pub fn tell_apart(app: &App, input: TwoPeople) -> Result<()> {
    app.write(|write| {
        let (one, other) = (storage::contact::get(write.db, input.one)?, storage::contact::get(write.db, input.other)?);
        if one.id == other.id {
            return Err(Error::not_found());
        }
        duplicate::tell_apart(write.db, one.id, other.id)?;
        write.changed(Topic::Contacts);
        write.did("told_apart", one.name.shown());
        Ok(())
    })
}

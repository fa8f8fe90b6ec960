//! What is done to many people at once, those chosen or all that a list shows: looked at first, then done in one transaction that
//! can be stopped, and taken back in one step.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::atomic::Ordering;

use fluent_bundle::FluentValue;
use rappel_domain::contact::LIST_LIMIT;
use rappel_domain::follow_up::FollowUpDraft;
use rappel_domain::history::Happened;
use rappel_domain::ids::ContactId;
use rappel_domain::many::{Deed, LeftOut, leaves_out};
use rappel_domain::process::{Place, Standing};
use rappel_domain::qualification::Criterion;

use super::people::{check_source, put_in_trash};
use super::progress::Progress;
use super::{follow_up, standing};
use crate::clock::Now;
use crate::event::Topic;
use crate::storage::{self, Db, many, people};
use crate::text::check;
use crate::views::*;
use crate::{App, Error, Result, Write};

/// What a deed would change, and whom it would leave out and why.
///
/// # Errors
/// Those of the database.
pub fn preview_many(app: &App, input: DoToMany) -> Result<ManyOutcome> {
    let now = app.now();
    app.read(|db| {
        let sorted = Sorted::of(db, &input, &now)?;
        let drops = matches!(input.deed, ManyDeed::NotAFit { .. });
        let drops_follow_ups = if drops { many::open_follow_ups(db, &sorted.touched)? } else { 0 };
        Ok(ManyOutcome { drops_follow_ups, ..sorted.outcome() })
    })
}

/// Does it, telling how far it is.
///
/// # Errors
/// `nobody_to_change` when all are left out; `cancelled` when the person thought better of it; those of the checks; `not_found` for a
/// source or criterion that is gone. Then nothing is written.
pub fn do_to_many(app: &App, input: DoToMany) -> Result<ManyOutcome> {
    let now = app.now();
    let input = DoToMany { deed: checked(input.deed)?, ..input };
    app.write(|write| {
        let sorted = Sorted::of(write.db, &input, &now)?;
        if sorted.touched.is_empty() {
            return Err(Error::refused("nobody_to_change"));
        }
        let criteria = storage::criterion::list(write.db)?;
        let doing = Doing::of(write, &input.deed, &criteria)?;
        let count = sorted.touched.len();
        // Each is written, and then settled.
        let mut progress = Progress::of_many(app, 2 * count);
        for (at, id) in sorted.touched.iter().enumerate() {
            doing.to(*id)?;
            progress.is_at(at)?;
        }
        write.settle_now(|done| progress.is_at(count + done))?;
        for topic in [Topic::Contacts, Topic::FollowUps, Topic::Conversations] {
            write.changed(topic);
        }
        write.did(word(&input.deed), app.text_with("people-count", &[("count", FluentValue::from(count))]));
        Ok(sorted.outcome())
    })
}

/// Stops what is being done to many; it leaves nothing.
///
/// # Errors
/// None that is expected.
pub fn cancel_many(app: &App, (): ()) -> Result<()> {
    app.many_stopped.store(true, Ordering::Relaxed);
    Ok(())
}

/// Those of some chosen people who are still there, for a choice from which others were thrown away, erased or merged.
///
/// # Errors
/// Those of the database.
pub fn keep_chosen(app: &App, input: ChosenPeople) -> Result<Vec<ContactId>> {
    let found = app.read(|db| many::standings(db, &input.contacts))?;
    Ok(found.into_iter().filter(|(_, place, _)| input.trash || *place != Place::Trash).map(|(id, ..)| id).collect())
}

/// The deed with its words made tidy.
fn checked(deed: ManyDeed) -> Result<ManyDeed> {
    Ok(match deed {
        ManyDeed::AddTag { tag } => ManyDeed::AddTag { tag: check::needed("tag", &tag)? },
        ManyDeed::RemoveTag { tag } => ManyDeed::RemoveTag { tag: check::needed("tag", &tag)? },
        ManyDeed::PlanFollowUp { draft } => ManyDeed::PlanFollowUp { draft: check::follow_up(draft)? },
        ManyDeed::Later { due, what } => {
            let FollowUpDraft { what, due, .. } = check::follow_up(coming_back(due, what))?;
            ManyDeed::Later { due, what }
        }
        ManyDeed::Decline { permission, ask_again, reason } => {
            standing::check_ask_again(permission, ask_again)?;
            ManyDeed::Decline { permission, ask_again, reason: check::line("reason", &reason)? }
        }
        ManyDeed::NotAFit { criterion, reason } => {
            let reason =
                if criterion.is_some() { check::line("reason", &reason) } else { check::needed("reason", &reason) }?;
            ManyDeed::NotAFit { criterion, reason }
        }
        other @ (ManyDeed::SetSource { .. } | ManyDeed::Activate | ManyDeed::Trash | ManyDeed::Restore) => other,
    })
}

fn coming_back(due: rappel_domain::follow_up::Due, what: String) -> FollowUpDraft {
    FollowUpDraft { what, due, minutes_before: 0, repeat: None }
}

/// As the toast that offers to undo it calls it.
fn word(deed: &ManyDeed) -> &'static str {
    match deed {
        ManyDeed::AddTag { .. } => "many_tagged",
        ManyDeed::RemoveTag { .. } => "many_untagged",
        ManyDeed::SetSource { .. } => "many_source",
        ManyDeed::PlanFollowUp { .. } => "many_planned",
        ManyDeed::Later { .. } => "many_later",
        ManyDeed::Decline { .. } => "many_declined",
        ManyDeed::NotAFit { .. } => "many_not_a_fit",
        ManyDeed::Activate => "many_active",
        ManyDeed::Trash => "many_trashed",
        ManyDeed::Restore => "many_restored",
    }
}

/// Whom a deed touches, and how many it leaves out for which reason.
struct Sorted {
    touched: Vec<ContactId>,
    left_out: BTreeMap<LeftOut, u32>,
}

impl Sorted {
    fn of(db: &Db, input: &DoToMany, now: &Now) -> Result<Self> {
        // In the order of their numbers, in which they are settled too.
        let ids: BTreeSet<ContactId> = match &input.whom {
            Whom::All => people::snapshot(db, &PeopleQuery::default(), now, None)?.into_iter().map(ContactId).collect(),
            Whom::Listed { query } => people::snapshot(db, query, now, None)?.into_iter().map(ContactId).collect(),
            Whom::Chosen { contacts } => contacts.iter().copied().collect(),
        };
        let ids: Vec<ContactId> = ids.into_iter().collect();
        let none = HashSet::new();
        let (already, full) = match &input.deed {
            ManyDeed::AddTag { tag } => (many::with_tag(db, tag)?, many::with_tags(db, LIST_LIMIT)?),
            ManyDeed::SetSource { source } => (many::with_source(db, *source)?, none),
            _ => (none.clone(), none),
        };
        // Who does not have the tag has nothing to lose.
        let has = if let ManyDeed::RemoveTag { tag } = &input.deed { Some(many::with_tag(db, tag)?) } else { None };
        let deed = deed(&input.deed);
        let mut sorted = Self { touched: Vec::with_capacity(ids.len()), left_out: BTreeMap::new() };
        for (id, place, lifecycle) in many::standings(db, &ids)? {
            let why = leaves_out(deed, place, lifecycle).or_else(|| {
                if already.contains(&id) || has.as_ref().is_some_and(|has| !has.contains(&id)) {
                    Some(LeftOut::Already)
                } else {
                    full.contains(&id).then_some(LeftOut::Full)
                }
            });
            match why {
                None => sorted.touched.push(id),
                Some(why) => *sorted.left_out.entry(why).or_default() += 1,
            }
        }
        Ok(sorted)
    }

    fn outcome(&self) -> ManyOutcome {
        ManyOutcome {
            changed: u32::try_from(self.touched.len()).unwrap_or(u32::MAX),
            left_out: self.left_out.iter().map(|(why, count)| LeftOutCount { why: *why, count: *count }).collect(),
            drops_follow_ups: 0,
        }
    }
}

/// The deed as the rules know it.
fn deed(deed: &ManyDeed) -> Deed {
    match deed {
        ManyDeed::AddTag { .. } | ManyDeed::RemoveTag { .. } | ManyDeed::SetSource { .. } => Deed::Edit,
        ManyDeed::PlanFollowUp { .. } => Deed::FollowUp,
        ManyDeed::Later { .. } => Deed::Later,
        ManyDeed::Decline { permission, .. } => Deed::Decline { permission: *permission },
        ManyDeed::NotAFit { .. } => Deed::NotAFit,
        ManyDeed::Activate => Deed::Activate,
        ManyDeed::Trash => Deed::Trash,
        ManyDeed::Restore => Deed::Restore,
    }
}

/// A deed under way.
struct Doing<'a> {
    write: &'a Write<'a>,
    deed: &'a ManyDeed,
    failed: Option<&'a Criterion>,
}

impl<'a> Doing<'a> {
    fn of(write: &'a Write<'a>, deed: &'a ManyDeed, criteria: &'a [Criterion]) -> Result<Self> {
        let failed = match deed {
            ManyDeed::SetSource { source } => {
                check_source(write, *source)?;
                None
            }
            ManyDeed::NotAFit { criterion: Some(id), .. } => {
                Some(criteria.iter().find(|it| it.id == *id).ok_or_else(Error::not_found)?)
            }
            _ => None,
        };
        Ok(Self { write, deed, failed })
    }

    /// Does it to one; the same functions do it to somebody alone.
    fn to(&self, id: ContactId) -> Result<()> {
        let Self { write, deed, failed } = self;
        let contact = || storage::contact::get(write.db, id);
        match deed {
            ManyDeed::AddTag { tag } => {
                storage::tag::attach(write.db, id, tag)?;
                self.edited(id, "tag")
            }
            ManyDeed::RemoveTag { tag } => {
                storage::tag::detach(write.db, id, tag)?;
                self.edited(id, "tag")
            }
            ManyDeed::SetSource { source } => {
                storage::contact::set_source(write.db, id, *source)?;
                self.edited(id, "source")
            }
            ManyDeed::PlanFollowUp { draft } => follow_up::plan(write, id, None, draft).map(drop),
            ManyDeed::Later { due, what } => {
                standing::put_off(write, &contact()?, None, &coming_back(*due, what.clone()))
            }
            ManyDeed::Decline { permission, ask_again, reason } => {
                standing::decline(write, &contact()?, *permission, *ask_again, reason)
            }
            ManyDeed::NotAFit { reason, .. } => standing::fail(write, &contact()?, *failed, reason),
            ManyDeed::Activate => standing::set_standing(write, &contact()?, Standing::Active, ""),
            ManyDeed::Trash => put_in_trash(write, id, true),
            ManyDeed::Restore => put_in_trash(write, id, false),
        }
    }

    fn edited(&self, id: ContactId, field: &str) -> Result<()> {
        self.write.touch(id);
        self.write.record(id, &Happened::Edited { fields: vec![field.to_owned()] })
    }
}

//! What everybody gets who is added, as it is true of the whole list: answers to criteria, and a standing Later with its date.
//! Like what an own table brings along it leaves nothing in the history but the import, so that nobody counts as worked on.

use rappel_domain::follow_up::{FollowUpDraft, FollowUpState};
use rappel_domain::ids::ContactId;
use rappel_domain::process::Standing;
use rappel_domain::qualification::{Answer, Criterion};

use crate::import::csv::own::Exported;
use crate::storage::{self, Db};
use crate::text::check;
use crate::views::{ForAll, GivenAnswer, LaterForAll};
use crate::{Error, Result, Write};

/// Makes it tidy.
///
/// # Errors
/// `too_long`, `bad_date`, `not_found` for a criterion that is no longer asked, or `import_no_and_later` for people who would be put
/// off though they are not a fit.
pub(super) fn checked(db: &Db, mut all: ForAll) -> Result<ForAll> {
    let criteria = storage::criterion::list(db)?;
    all.answers.retain(|it| it.answer != Answer::NotAsked);
    for given in &mut all.answers {
        let known = criteria.iter().any(|it| it.id == given.criterion && !it.archived);
        known.then_some(()).ok_or_else(Error::not_found)?;
        given.proof = Some(check::line("proof", given.proof.as_deref().unwrap_or_default())?);
    }
    if let Some(later) = &mut all.later {
        later.what = check::follow_up(follow_up(later))?.what;
        if failed(&all.answers, &criteria).is_some() {
            return Err(Error::refused("import_no_and_later"));
        }
    }
    Ok(all)
}

/// Writes it for somebody who has just come in. What their row tells of them goes before.
pub(super) fn put(
    write: &Write<'_>,
    id: ContactId,
    all: &ForAll,
    own: Option<&Exported>,
    criteria: &[Criterion],
) -> Result<()> {
    if all.is_empty() {
        return Ok(());
    }
    let told = if own.is_some() { storage::criterion::answers(write.db, id)? } else { Vec::new() };
    let mut given = all.answers.clone();
    given.retain(|it| told.iter().all(|known| known.criterion != it.criterion));
    for it in &given {
        let proof = it.proof.as_deref().unwrap_or_default();
        storage::criterion::set_answer(write.db, id, it.criterion, it.answer, proof, write.now.today())?;
    }
    if own.is_some_and(|own| own.standing.is_some()) {
        return Ok(());
    }
    if let Some(later) = &all.later {
        storage::contact::set_standing(write.db, id, Standing::Later, "")?;
        storage::follow_up::insert(write.db, id, None, &follow_up(later), later.due.on)?;
    } else if let Some(failed) = failed(&given, criteria)
        && own.is_none_or(|own| own.overridden_why.is_empty())
    {
        storage::contact::set_standing(write.db, id, Standing::NotAFit, &failed.name)?;
        // As for everybody who turns out to be none.
        for it in storage::follow_up::open_of(write.db, id)? {
            storage::follow_up::close(write.db, it.id, FollowUpState::Dropped, write.now.civil)?;
        }
    }
    Ok(())
}

fn follow_up(later: &LaterForAll) -> FollowUpDraft {
    FollowUpDraft { what: later.what.clone(), due: later.due, minutes_before: 0, repeat: None }
}

/// The first required criterion that is answered no.
fn failed<'a>(answers: &[GivenAnswer], criteria: &'a [Criterion]) -> Option<&'a Criterion> {
    let no = |it: &Criterion| answers.iter().any(|given| given.criterion == it.id && given.answer == Answer::No);
    criteria.iter().find(|it| it.required && !it.archived && no(it))
}

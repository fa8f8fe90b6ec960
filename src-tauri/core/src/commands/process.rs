//! Qualification, and everyone's place in the process.

use chrono::NaiveDate;
use rappel_domain::follow_up::Due;
use rappel_domain::ids::{ContactId, CriterionId, SourceId, StepId};
use rappel_domain::process::{Asks, Lifecycle, Permission, Place, Target};
use rappel_domain::qualification::{Answer, Judgement};
use rappel_domain::sale::{Money, SaleDraft};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::StageFilter;
use super::{ContactRef, PeopleList, follow_up, people::keep};
use crate::app::{App, Write};
use crate::event::Topic;
use crate::settle::open_opportunity;
use crate::storage::contact::Contact;
use crate::storage::opportunity::End;
use crate::storage::{self, board, people};
use crate::text::check;
use crate::{Error, Result};
use rappel_domain::conversation::Ending;
use rappel_domain::follow_up::{FollowUpDraft, FollowUpState};
use rappel_domain::history::Happened;
use rappel_domain::ids::ConversationId;
use rappel_domain::process::{Standing, asks, place};
use rappel_domain::qualification::judge;

/// One answer with its proof.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct GivenAnswer {
    /// To which criterion.
    pub criterion: CriterionId,
    /// The answer.
    pub answer: Answer,
    /// The words that prove it; none leaves those that were there.
    #[serde(default)]
    pub proof: Option<String>,
}

/// Answers for one person. Those not named stay as they are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct QualifyAnswers {
    /// Whose.
    pub contact: ContactId,
    /// The answers.
    pub answers: Vec<GivenAnswer>,
}

/// What would become of somebody with these answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct QualifyPreview {
    /// What the answers come to.
    pub judgement: Judgement,
    /// Where they stand now.
    pub now: Place,
    /// Where they would stand.
    pub then: Place,
    /// How far they would have come.
    pub lifecycle: Lifecycle,
}

/// The rule overridden.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OverrideQualification {
    /// For whom.
    pub contact: ContactId,
    /// Why; must not be empty.
    pub why: String,
}

/// Which people to show on the board.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ProcessQuery {
    /// Only from these sources.
    pub sources: Vec<SourceId>,
}

/// Somebody on the board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProcessCard {
    /// Who.
    pub id: ContactId,
    /// Name as shown.
    pub name: String,
    /// Company, else the source; may be empty.
    pub company: String,
    /// How far they came.
    pub lifecycle: Lifecycle,
    /// Criteria answered.
    pub asked: u32,
    /// Criteria in all.
    pub asked_of: u32,
    /// The next follow-up.
    pub next: Option<Due>,
    /// In the sales phase without a follow-up.
    pub no_next_step: bool,
    /// Days in the step, when that is more than usual.
    pub stale_days: Option<u32>,
    /// What the opportunity may bring.
    pub expected: Option<Money>,
    /// Number of sales.
    pub sales: u32,
    /// Day of the last sale.
    pub last_sale: Option<NaiveDate>,
}

/// A column of the board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProcessColumn {
    /// Which place it stands for.
    pub place: Place,
    /// The step's name, for steps.
    pub step: Option<String>,
    /// How many people stand there.
    pub count: u32,
    /// The first fifty of them, the most pressing first.
    pub cards: Vec<ProcessCard>,
}

/// How many stand on a shelf below the board.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Shelf {
    /// Which one; `Declined` is those who agreed to be asked again or were not asked.
    pub stage: StageFilter,
    /// How many.
    pub count: u32,
}

/// The board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProcessBoard {
    /// Leads, each step, customers, repeat customers.
    pub columns: Vec<ProcessColumn>,
    /// Later, declined, do not contact, not a fit.
    pub shelves: Vec<Shelf>,
}

/// A move to look at before it is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PreviewMove {
    /// Who.
    pub contact: ContactId,
    /// Where to.
    pub target: Target,
}

/// What a move asks for, and what it brings with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MovePreview {
    /// What has to be asked first.
    pub asks: Asks,
    /// Name of the person.
    pub name: String,
    /// Open follow-ups that the move would drop.
    pub drops_follow_ups: u32,
    /// Whether it begins a new sale to a customer.
    pub sell_again: bool,
}

/// A move with what it needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Move {
    /// To a step.
    Step {
        /// Which one.
        step: StepId,
        /// Why the rule is overridden, for a lead whose required answers are not all yes.
        #[serde(default)]
        override_why: Option<String>,
    },
    /// To the customers.
    Customer {
        /// What they bought.
        sale: SaleDraft,
    },
    /// To Later.
    Later {
        /// When to come back.
        due: Due,
        /// What for.
        what: String,
    },
    /// To Declined.
    Declined {
        /// Whether they may be kept on the list.
        permission: Permission,
        /// When they may be asked again, if agreed.
        ask_again: Option<NaiveDate>,
        /// Why; may be empty.
        reason: String,
    },
    /// To Not a fit.
    NotAFit {
        /// The criterion they failed, if it was one.
        criterion: Option<CriterionId>,
        /// Or another reason.
        reason: String,
    },
}

/// Somebody moved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MoveContact {
    /// Who.
    pub contact: ContactId,
    /// Where, with what that needs.
    pub to: Move,
}

/// How a conversation ended, with what hangs on it.
pub(super) struct ConversationOutcome<'a> {
    pub(super) conversation: ConversationId,
    pub(super) ending: &'a Ending,
}

/// Checks what an end brings along.
pub(super) fn check_ending(ending: Ending) -> Result<Ending> {
    Ok(match ending {
        Ending::Yes { sale } => Ending::Yes { sale: check::sale(sale)? },
        Ending::NotReady { follow_up } => Ending::NotReady { follow_up: check::follow_up(follow_up)? },
        Ending::No { permission, ask_again, reason } => {
            check_ask_again(permission, ask_again)?;
            Ending::No { permission, ask_again, reason: check::line("reason", &reason)? }
        }
        other => other,
    })
}

fn check_ask_again(permission: Permission, ask_again: Option<NaiveDate>) -> Result<()> {
    match (permission, ask_again) {
        (Permission::Agreed, None) => Err(Error::refused("ask_again_missing")),
        (_, Some(day)) => check::date(day),
        _ => Ok(()),
    }
}

/// Does what the end of a conversation brings, as the table in the domain says.
pub(super) fn end_conversation(write: &Write<'_>, contact: &Contact, outcome: ConversationOutcome<'_>) -> Result<()> {
    if contact.standing == (Standing::Declined { permission: Permission::Refused })
        && !matches!(outcome.ending, Ending::JustATalk | Ending::NoAnswer)
    {
        return Err(Error::refused("do_not_contact"));
    }
    match outcome.ending {
        Ending::JustATalk | Ending::NoAnswer => Ok(()),
        Ending::Yes { sale } => sell(write, contact, Some(outcome.conversation), sale),
        Ending::NotReady { follow_up } => put_off(write, contact, Some(outcome.conversation), follow_up),
        Ending::No { permission, ask_again, reason } => decline(write, contact, *permission, *ask_again, reason),
    }
}

/// Changes the standing and writes it into the history.
pub(super) fn set_standing(write: &Write<'_>, contact: &Contact, to: Standing, reason: &str) -> Result<()> {
    write.touch(contact.id);
    if contact.standing == to && contact.standing_reason == reason {
        return Ok(());
    }
    storage::contact::set_standing(write.db, contact.id, to, reason)?;
    write.record(contact.id, &Happened::StandingChanged { from: contact.standing, to, reason: reason.to_owned() })
}

fn end_opportunity(write: &Write<'_>, contact: &Contact, end: End, reason: &str) -> Result<()> {
    let Some(current) = storage::opportunity::current(write.db, contact.id)? else { return Ok(()) };
    if current.paused && end == End::Paused {
        return Ok(());
    }
    storage::opportunity::end(write.db, current.id, end, reason, write.now.today())?;
    if end == End::Lost {
        write.record(contact.id, &Happened::OpportunityLost { reason: reason.to_owned() })?;
    }
    Ok(())
}

/// Records a sale and wins the opportunity, opening one first if there is none. Who buys is active.
fn sell(write: &Write<'_>, contact: &Contact, conversation: Option<ConversationId>, sale: &SaleDraft) -> Result<()> {
    set_standing(write, contact, Standing::Active, "")?;
    open_opportunity(write, contact.id)?;
    let opportunity = storage::opportunity::current(write.db, contact.id)?.map(|it| it.id);
    storage::sale::insert(write.db, contact.id, opportunity, conversation, sale)?;
    end_opportunity(write, contact, End::Won, "")?;
    write.changed(Topic::FollowUps);
    write.record(contact.id, &Happened::Sold { what: sale.what.clone(), amount: sale.amount.clone() })
}

/// Standing Later with a follow-up; the opportunity is paused in its step.
fn put_off(
    write: &Write<'_>,
    contact: &Contact,
    conversation: Option<ConversationId>,
    draft: &FollowUpDraft,
) -> Result<()> {
    set_standing(write, contact, Standing::Later, "")?;
    end_opportunity(write, contact, End::Paused, "")?;
    follow_up::plan(write, contact.id, conversation, draft)?;
    Ok(())
}

/// Standing Declined with the answer to the keep-on-list question; the opportunity is lost.
fn decline(
    write: &Write<'_>,
    contact: &Contact,
    permission: Permission,
    ask_again: Option<NaiveDate>,
    reason: &str,
) -> Result<()> {
    set_standing(write, contact, Standing::Declined { permission }, reason)?;
    end_opportunity(write, contact, End::Lost, reason)?;
    if let Some(on) = ask_again.filter(|_| permission == Permission::Agreed) {
        let draft =
            FollowUpDraft { what: reason.to_owned(), due: Due { on, at: None }, minutes_before: 0, repeat: None };
        follow_up::plan(write, contact.id, None, &draft)?;
    }
    write.changed(Topic::FollowUps);
    Ok(())
}

/// Makes the list of leads to qualify.
///
/// # Errors
/// Those of the database.
pub fn open_qualify_queue(app: &App, (): ()) -> Result<PeopleList> {
    Ok(keep(app, app.read(people::qualify_queue)?))
}

/// Tells what would become of somebody with these answers.
///
/// # Errors
/// `not_found`.
pub fn preview_answers(app: &App, input: QualifyAnswers) -> Result<QualifyPreview> {
    app.read(|db| {
        let contact = storage::contact::get(db, input.contact)?;
        let criteria = storage::criterion::list(db)?;
        let stored = storage::criterion::answers(db, input.contact)?;
        let judgement = judge(&criteria, |id| {
            let given = input.answers.iter().find(|it| it.criterion == id).map(|it| it.answer);
            let known = stored.iter().find(|it| it.criterion == id).map(|it| it.answer);
            given.or(known).unwrap_or(Answer::NotAsked)
        });
        let now = storage::derived::facts(db, &contact, &criteria)?.facts;
        let mut then = now;
        then.all_required_yes = judgement.all_required_yes();
        then.standing = standing_after(&contact, &judgement, now.sale_days);
        if then.needs_opportunity() {
            let paused = storage::opportunity::current(db, contact.id)?.map(|it| it.step);
            then.open_step = Some(paused.map_or_else(|| storage::step::first(db), Ok)?);
        }
        if then.standing == Standing::NotAFit {
            then.open_step = None;
        }
        Ok(QualifyPreview { judgement, now: place(&now), then: place(&then), lifecycle: then.lifecycle() })
    })
}

/// A required *no* makes somebody not a fit, but never a customer, nor who declined or is put off; taking it back makes them
/// active again.
fn standing_after(contact: &Contact, judgement: &Judgement, sale_days: u32) -> Standing {
    let failed = judgement.required_no > 0 && contact.overridden_why.is_none();
    match contact.standing {
        Standing::Active if failed && sale_days == 0 => Standing::NotAFit,
        Standing::NotAFit if !failed => Standing::Active,
        other => other,
    }
}

/// Writes answers to criteria, and what becomes of the person with them.
///
/// # Errors
/// `not_found` or `too_long`.
pub fn answer_criteria(app: &App, input: QualifyAnswers) -> Result<()> {
    app.write(|write| {
        let contact = storage::contact::get(write.db, input.contact)?;
        let criteria = storage::criterion::list(write.db)?;
        let stored = storage::criterion::answers(write.db, contact.id)?;
        let mut failed = contact.standing_reason.clone();
        for given in &input.answers {
            let criterion = criteria.iter().find(|it| it.id == given.criterion).ok_or_else(Error::not_found)?;
            let known = stored.iter().find(|it| it.criterion == given.criterion);
            let proof = match &given.proof {
                Some(proof) => check::line("proof", proof)?,
                None => known.map(|it| it.proof.clone()).unwrap_or_default(),
            };
            let before =
                (known.map_or(Answer::NotAsked, |it| it.answer), known.map(|it| it.proof.as_str()).unwrap_or(""));
            if before == (given.answer, proof.as_str()) {
                continue;
            }
            let today = write.now.today();
            storage::criterion::set_answer(write.db, contact.id, criterion.id, given.answer, &proof, today)?;
            let criterion_name = criterion.name.clone();
            if given.answer == Answer::No && criterion.required {
                failed.clone_from(&criterion_name);
            }
            write.record(contact.id, &Happened::Answered { criterion: criterion_name, answer: given.answer, proof })?;
        }
        let derived = storage::derived::facts(write.db, &contact, &criteria)?;
        let standing = standing_after(&contact, &derived.judgement, derived.facts.sale_days);
        match standing {
            Standing::NotAFit if contact.standing != Standing::NotAFit => not_a_fit(write, &contact, &failed)?,
            other if other != contact.standing => set_standing(write, &contact, other, "")?,
            _ => {}
        }
        write.touch(contact.id);
        write.changed(Topic::FollowUps);
        write.did("answered", contact.name.shown());
        Ok(())
    })
}

/// Not a fit, with the reason; open follow-ups are dropped and the opportunity is lost.
fn not_a_fit(write: &Write<'_>, contact: &Contact, reason: &str) -> Result<()> {
    set_standing(write, contact, Standing::NotAFit, reason)?;
    end_opportunity(write, contact, End::Lost, reason)?;
    for it in storage::follow_up::open_of(write.db, contact.id)? {
        storage::follow_up::close(write.db, it.id, FollowUpState::Dropped, write.now.civil)?;
        write.record(contact.id, &Happened::FollowUpDropped { what: it.draft.what })?;
    }
    write.changed(Topic::FollowUps);
    Ok(())
}

/// Makes somebody a prospect against the rule; why is kept in the history.
///
/// # Errors
/// `missing`, `too_long` or `not_found`.
pub fn override_qualification(app: &App, input: OverrideQualification) -> Result<()> {
    let why = check::needed("why", &input.why)?;
    app.write(|write| {
        let contact = storage::contact::get(write.db, input.contact)?;
        override_rule(write, &contact, &why)?;
        if contact.standing == Standing::NotAFit {
            set_standing(write, &contact, Standing::Active, "")?;
        }
        write.did("overridden", contact.name.shown());
        Ok(())
    })
}

fn override_rule(write: &Write<'_>, contact: &Contact, why: &str) -> Result<()> {
    storage::contact::set_override(write.db, contact.id, Some(why))?;
    write.touch(contact.id);
    write.record(contact.id, &Happened::Overridden { why: why.to_owned() })
}

/// The board.
///
/// # Errors
/// Those of the database.
pub fn get_process(app: &App, input: ProcessQuery) -> Result<ProcessBoard> {
    let now = app.now();
    app.read(|db| board::board(db, &input.sources, now.today()))
}

/// What a move asks for and brings with it.
///
/// # Errors
/// `not_found`.
pub fn preview_move(app: &App, input: PreviewMove) -> Result<MovePreview> {
    app.read(|db| {
        let contact = storage::contact::get(db, input.contact)?;
        let criteria = storage::criterion::list(db)?;
        let facts = storage::derived::facts(db, &contact, &criteria)?.facts;
        let open = storage::follow_up::open_of(db, contact.id)?.len();
        Ok(MovePreview {
            asks: asks(&facts, input.target),
            name: contact.name.shown(),
            drops_follow_ups: if input.target == Target::NotAFit { u32::try_from(open).unwrap_or(0) } else { 0 },
            sell_again: matches!(input.target, Target::Step { .. }) && facts.sale_days > 0 && facts.open_step.is_none(),
        })
    })
}

fn target_of(to: &Move) -> Target {
    match to {
        Move::Step { step, .. } => Target::Step { step: *step },
        Move::Customer { .. } => Target::Customer,
        Move::Later { .. } => Target::Later,
        Move::Declined { .. } => Target::Declined,
        Move::NotAFit { .. } => Target::NotAFit,
    }
}

/// Moves somebody, as the table *Where everyone stands* says. Every move can be undone as one step.
///
/// # Errors
/// `criteria_first`, `allow_again_first` or `restore_first` when something has to happen before; `missing` for an override
/// without a reason; those of the checks; `not_found`.
pub fn move_contact(app: &App, input: MoveContact) -> Result<()> {
    app.write(|write| {
        let contact = storage::contact::get(write.db, input.contact)?;
        let criteria = storage::criterion::list(write.db)?;
        let facts = storage::derived::facts(write.db, &contact, &criteria)?.facts;
        match asks(&facts, target_of(&input.to)) {
            Asks::AlreadyThere => return Ok(()),
            Asks::AllowAgain => return Err(Error::refused("allow_again_first")),
            Asks::Restore => return Err(Error::refused("restore_first")),
            Asks::Criteria if !matches!(input.to, Move::Step { override_why: Some(_), .. }) => {
                return Err(Error::refused("criteria_first"));
            }
            _ => {}
        }
        match &input.to {
            Move::Step { step, override_why } => {
                if let Some(why) = override_why.as_deref().filter(|_| !facts.qualified() && facts.sale_days == 0) {
                    override_rule(write, &contact, &check::needed("why", why)?)?;
                }
                set_standing(write, &contact, Standing::Active, "")?;
                to_step(write, &contact, *step)?;
            }
            Move::Customer { sale } => sell(write, &contact, None, &check::sale(sale.clone())?)?,
            Move::Later { due, what } => {
                let draft = FollowUpDraft { what: what.clone(), due: *due, minutes_before: 0, repeat: None };
                put_off(write, &contact, None, &check::follow_up(draft)?)?;
            }
            Move::Declined { permission, ask_again, reason } => {
                check_ask_again(*permission, *ask_again)?;
                decline(write, &contact, *permission, *ask_again, &check::line("reason", reason)?)?;
            }
            Move::NotAFit { criterion, reason } => {
                let reason = check::line("reason", reason)?;
                let failed = criterion.and_then(|id| criteria.iter().find(|it| it.id == id));
                if let Some(failed) = failed {
                    let today = write.now.today();
                    storage::criterion::set_answer(write.db, contact.id, failed.id, Answer::No, &reason, today)?;
                    let (criterion, proof) = (failed.name.clone(), reason.clone());
                    write.record(contact.id, &Happened::Answered { criterion, answer: Answer::No, proof })?;
                }
                let why = if reason.is_empty() { failed.map(|it| it.name.clone()).unwrap_or_default() } else { reason };
                not_a_fit(write, &contact, &check::needed("reason", &why)?)?;
            }
        }
        write.touch(contact.id);
        write.changed(Topic::FollowUps);
        write.did("moved", contact.name.shown());
        Ok(())
    })
}

/// Puts the open opportunity in a step, resuming or opening one where there is none.
fn to_step(write: &Write<'_>, contact: &Contact, step: rappel_domain::ids::StepId) -> Result<()> {
    let steps = storage::step::list(write.db)?;
    let to = steps.iter().find(|it| it.id == step && !it.archived).ok_or_else(Error::not_found)?;
    let before = storage::opportunity::current(write.db, contact.id)?;
    let opened = before.as_ref().is_none_or(|it| it.paused);
    if opened {
        open_opportunity(write, contact.id)?;
    }
    let current = storage::opportunity::current(write.db, contact.id)?.ok_or_else(Error::not_found)?;
    if current.step != step {
        storage::opportunity::set_step(write.db, current.id, step, write.now.today())?;
        let from = steps.iter().find(|it| it.id == current.step).map(|it| it.name.clone()).unwrap_or_default();
        if before.is_some() {
            write.record(contact.id, &Happened::StepChanged { from, to: to.name.clone() })?;
        }
    }
    Ok(())
}

/// *Contact allowed again*: lifts a refusal and brings the suspended follow-ups back.
///
/// # Errors
/// `not_found`.
pub fn allow_contact_again(app: &App, input: ContactRef) -> Result<()> {
    app.write(|write| {
        let contact = storage::contact::get(write.db, input.contact)?;
        if contact.standing != (Standing::Declined { permission: Permission::Refused }) {
            return Ok(());
        }
        storage::contact::set_standing(write.db, contact.id, Standing::Active, "")?;
        write.touch(contact.id);
        write.changed(Topic::FollowUps);
        write.record(contact.id, &Happened::ContactAllowedAgain)?;
        write.did("allowed_again", contact.name.shown());
        Ok(())
    })
}

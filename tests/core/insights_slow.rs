//! The same figures counted one person after the other with the rules of the domain, from the file of each person, beside what the
//! tables answer for all at once.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use rappel_core::App;
use rappel_core::commands::*;
use rappel_core::{demo, storage};
use rappel_domain::conversation::{Ending, EndingKind};
use rappel_domain::follow_up::{Due, FollowUpDraft};
use rappel_domain::history::Happened;
use rappel_domain::insight::{Evidence, Kept, Passage, Promise, Stop, is_unasked, stop};
use rappel_domain::period::{Period, Span};
use rappel_domain::process::{Lifecycle, Place};
use rappel_domain::qualification::Answer;
use rappel_tests::{Desk, at, talk};

/// One person as the slow count sees them.
struct One {
    person: Person,
    whole: storage::whole::Whole,
    passage: Passage,
}

fn everybody(app: &App) -> Vec<One> {
    let ids = app.read(storage::contact::all).unwrap();
    let people = ids.into_iter().map(|contact| get_person(app, ContactRef { contact }).unwrap());
    people.filter(|person| !person.trashed).map(|person| one(app, person)).collect()
}

fn one(app: &App, person: Person) -> One {
    let whole = app.read(|db| storage::whole::of_contact(db, person.row.id)).unwrap();
    let first = |wanted: fn(&Happened) -> bool| whole.history.iter().find(|it| wanted(&it.what)).map(|it| it.at.date());
    let answered = first(|it| matches!(it, Happened::Answered { .. }));
    let called =
        first(|it| matches!(it, Happened::LifecycleChanged { from: Lifecycle::Lead, to: Lifecycle::Prospect }));
    let required: Vec<_> = person.criteria.iter().filter(|it| it.required).collect();
    let all_yes = !required.is_empty() && required.iter().all(|it| it.answer == Answer::Yes);
    let first_sale = whole.sales.first().map(|it| it.on);
    let passage = Passage::of(&Evidence {
        came_in: person.came_in,
        first_answer: person.criteria.iter().filter_map(|it| it.answered_on).chain(answered).min(),
        required_yes: required.iter().filter_map(|it| it.answered_on).max().filter(|_| all_yes),
        overridden: person.overridden_why.is_some(),
        called_prospect: called,
        first_opportunity: whole.opportunities.iter().map(|it| it.opened_on).min(),
        first_sale,
        second_sale: whole.sales.iter().map(|it| it.on).find(|on| Some(*on) > first_sale),
    });
    One { person, whole, passage }
}

fn funnel<'a>(people: impl IntoIterator<Item = &'a One>) -> FunnelCounts {
    let mut counts = FunnelCounts::default();
    for it in people {
        counts.leads += 1;
        counts.prospects += u32::from(it.passage.prospect_on.is_some());
        counts.customers += u32::from(it.passage.customer_on.is_some());
        counts.repeat_customers += u32::from(it.passage.repeat_on.is_some());
    }
    counts
}

fn middle<'a>(people: impl Iterator<Item = &'a One>, days: fn(&Passage) -> Option<i64>) -> Option<MedianDays> {
    let mut all: Vec<i64> = people.filter_map(|it| days(&it.passage)).collect();
    all.sort_unstable();
    let days = *all.get(all.len().checked_sub(1)? / 2)?;
    Some(MedianDays { days: u32::try_from(days).unwrap(), people: u32::try_from(all.len()).unwrap() })
}

fn talks(people: &[&One], span: Span) -> TalkCounts {
    let mut counts = TalkCounts::default();
    for it in people {
        for talk in it.whole.conversations.iter().filter(|it| !it.in_trash && it.ending != EndingKind::NoAnswer) {
            if span.holds(talk.at.date()) {
                let (minutes, unasked) =
                    (i64::from(talk.minutes.unwrap_or(0)), is_unasked(talk.at.date(), it.passage.asked_on));
                counts.talks += 1;
                counts.minutes += minutes;
                counts.unasked += u32::from(unasked);
                counts.unasked_minutes += if unasked { minutes } else { 0 };
            }
        }
    }
    counts
}

fn promises(people: &[&One], span: Span, today: NaiveDate) -> PromiseCounts {
    let mut counts = PromiseCounts::default();
    for it in people {
        let must_not_call = matches!(it.person.row.place, Place::DoNotContact | Place::NotAFit);
        for follow_up in &it.whole.follow_ups {
            let promise = Promise {
                promised_on: follow_up.promised_on,
                due_on: follow_up.due.on,
                state: follow_up.state,
                closed_on: follow_up.closed_at.map(|at| at.date()),
            };
            if !span.holds(promise.day()) || promise.day() < it.person.came_in {
                continue;
            }
            match promise.outcome(today) {
                Some(Kept::Missed) if must_not_call && follow_up.closed_at.is_none() => {}
                Some(Kept::Missed) => counts.missed += 1,
                Some(Kept::Moved) => counts.moved += 1,
                Some(Kept::Kept) => counts.kept += 1,
                None => {}
            }
        }
    }
    counts
}

fn sold<'a>(people: impl IntoIterator<Item = &'a One>, span: Span) -> BTreeMap<String, (u32, i64)> {
    let mut sums = BTreeMap::new();
    for sale in people.into_iter().flat_map(|it| &it.whole.sales).filter(|it| span.holds(it.on)) {
        let sum: &mut (u32, i64) = sums.entry(sale.amount.currency.clone()).or_default();
        *sum = (sum.0 + 1, sum.1 + sale.amount.minor);
    }
    sums
}

/// Some life in the invented people: months later, talks, moved and forgotten follow-ups, answers taken back, somebody in the trash.
fn live_on(desk: &Desk) {
    for (after, step) in [(20, 7), (45, 5), (80, 3)] {
        let now = at(rappel_tests::monday() + Days::new(after), 10, 0);
        desk.set_clock(now);
        for contact in (1..=240).filter(|id| id % step == 1).map(ContactId) {
            let person = get_person(&desk.app, ContactRef { contact }).unwrap();
            if person.row.place == Place::Trash {
                continue;
            }
            log_conversation(&desk.app, talk(contact, "", Ending::JustATalk)).unwrap();
            let first = &person.criteria[0];
            let answer = if contact.0 % 2 == 0 { Answer::NotAsked } else { Answer::Yes };
            let given = GivenAnswer { criterion: first.criterion, answer, proof: None };
            answer_criteria(&desk.app, QualifyAnswers { contact, answers: vec![given] }).unwrap();
            for (at, it) in person.follow_ups.into_iter().enumerate() {
                let on = now.date() + Days::new(10 + contact.0.unsigned_abs() % 30);
                let draft = FollowUpDraft { due: Due { on, at: None }, ..it.draft };
                match (contact.0 + i64::try_from(at).unwrap()) % 3 {
                    0 => update_follow_up(&desk.app, UpdateFollowUp { follow_up: it.id, draft }).unwrap(),
                    1 => finish_follow_up(
                        &desk.app,
                        FinishFollowUp { follow_up: it.id, again: Some(draft.due), activate: false },
                    )
                    .unwrap(),
                    _ => {}
                }
            }
            if contact.0 % 29 == 0 {
                trash_contact(&desk.app, ContactRef { contact }).unwrap();
            }
        }
    }
}

#[test]
fn the_figures_are_what_counting_one_by_one_gives() {
    let desk = Desk::new();
    demo::fill(&desk.app, 240).unwrap();
    live_on(&desk);
    let today = desk.app.now().today();
    let all = everybody(&desk.app);
    let own = Period::Own { from: today - Days::new(150), to: today - Days::new(60) };
    let sources = get_filter_choices(&desk.app, ()).unwrap().sources;
    let one_source = FromSource::Source { source: sources[2].id };
    let mut seen = PromiseCounts::default();
    for period in [Period::ThisMonth, Period::ThisYear, Period::LastYear, Period::LastTwelveMonths, Period::All, own] {
        for source in [FromSource::Any, one_source, FromSource::None] {
            let query = InsightQuery { period, source };
            let span = period.span(today);
            let from: Vec<&One> = all
                .iter()
                .filter(|it| match source {
                    FromSource::Any => true,
                    FromSource::Source { source } => it.person.draft.source == Some(source),
                    FromSource::None => it.person.draft.source.is_none(),
                })
                .collect();
            let leads = || from.iter().copied().filter(|it| span.holds(it.person.came_in));
            let insight = get_funnel_insight(&desk.app, query).unwrap();
            assert_eq!(insight.counts, funnel(leads()), "{query:?}");
            assert_eq!(insight.to_prospect, middle(leads(), Passage::days_to_prospect));
            assert_eq!(insight.to_customer, middle(leads(), Passage::days_to_customer));
            for cohort in get_cohort_insight(&desk.app, query).unwrap().cohorts {
                assert_eq!(cohort.counts, funnel(leads().filter(|it| cohort.span.holds(it.person.came_in))));
            }
            for it in get_source_insight(&desk.app, query).unwrap() {
                let theirs: Vec<_> = leads().filter(|one| one.person.draft.source == it.source).collect();
                assert_eq!(it.counts, funnel(theirs.iter().copied()));
                let ever = Period::All.span(NaiveDate::MAX);
                let sums: BTreeMap<_, _> = it.sold.into_iter().map(|it| (it.currency, it.minor)).collect();
                let slow = sold(theirs, ever).into_iter().map(|(currency, (_, minor))| (currency, minor));
                assert_eq!(sums, slow.collect());
            }
            let talk = get_talk_insight(&desk.app, query).unwrap();
            assert_eq!(talk.now, talks(&from, span), "{query:?}");
            assert_eq!(talk.before, period.before(today).map(|it| talks(&from, it)), "{query:?}");
            let kept = get_promise_insight(&desk.app, query).unwrap();
            assert_eq!(kept.now, promises(&from, span, today), "{query:?}");
            let sales = get_sales_insight(&desk.app, query).unwrap().currencies.into_iter();
            let sums = sales.map(|it| (it.total.currency, (it.sales, it.total.minor))).collect::<BTreeMap<_, _>>();
            assert_eq!(sums, sold(from.iter().copied(), span));
            let stops = get_stop_insight(&desk.app, query).unwrap().stops;
            for wanted in [Stop::NotAsked, Stop::AskedInPart, Stop::Step, Stop::Later, Stop::Declined, Stop::NotAFit] {
                let slow = leads().filter(|it| stop(it.person.row.place, &it.passage) == Some(wanted)).count();
                let quick: u32 = stops.iter().filter(|it| it.stop == wanted).map(|it| it.people).sum();
                assert_eq!(quick as usize, slow, "{wanted:?} {query:?}");
            }
            seen.kept += kept.now.kept;
            seen.moved += kept.now.moved;
            seen.missed += kept.now.missed;
        }
    }
    assert!(seen.kept > 0 && seen.moved > 0 && seen.missed > 0, "something was there to count: {seen:?}");
}

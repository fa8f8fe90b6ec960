//! The figures of Insights: a history that is lived through the commands is counted as it should be, every figure has its people
//! behind it, and over many people the figures are what counting one by one gives.

use chrono::{Days, NaiveDate};
use rappel_core::commands::*;
use rappel_core::demo;
use rappel_domain::conversation::Ending;
use rappel_domain::follow_up::{Due, FollowUpDraft};
use rappel_domain::insight::{Kept, Stop};
use rappel_domain::period::{Part, Period};
use rappel_domain::qualification::Answer;
use rappel_domain::sale::{Money, SaleDraft};
use rappel_tests::{Desk, at, day, talk};

const YEAR: InsightQuery = InsightQuery { period: Period::ThisYear, source: FromSource::Any };

fn names(desk: &Desk, figure: Figure, query: InsightQuery) -> Vec<String> {
    let behind = Some(Behind { figure, period: query.period, source: query.source });
    let list = open_people(&desk.app, PeopleQuery { behind, ..PeopleQuery::default() }).unwrap();
    let window = |from| get_people(&desk.app, PeopleWindow { snapshot: list.snapshot, from, count: 200 }).unwrap();
    (0..list.total).step_by(200).flat_map(window).map(|row| row.name).collect()
}

fn go_to(desk: &Desk, date: NaiveDate) {
    desk.set_clock(at(date, 10, 0));
}

fn answer(desk: &Desk, contact: ContactId, count: usize, answer: Answer) {
    let criteria = get_person(&desk.app, ContactRef { contact }).unwrap().criteria;
    let answers =
        criteria[..count].iter().map(|it| GivenAnswer { criterion: it.criterion, answer, proof: None }).collect();
    answer_criteria(&desk.app, QualifyAnswers { contact, answers }).unwrap();
}

fn sell(desk: &Desk, contact: ContactId, minor: i64, currency: &str) {
    let amount = Money { minor, currency: currency.to_owned() };
    let sale = SaleDraft { what: String::new(), amount, on: desk.app.now().today() };
    log_conversation(&desk.app, talk(contact, "", Ending::Yes { sale })).unwrap();
}

fn add_from(desk: &Desk, name: &str, source: Option<SourceId>) -> ContactId {
    add_contact(&desk.app, ContactDraft { source, ..rappel_tests::draft(name) }).unwrap()
}

/// From January to November: Anna buys twice, Bram becomes a prospect, Carla is talked to and never asked, Dirk has one answer.
struct Life {
    desk: Desk,
    fair: SourceId,
}

fn life() -> Life {
    let desk = Desk::at(at(day(2026, 1, 5), 10, 0));
    let cost = Some(Money { minor: 30_001, currency: "EUR".to_owned() });
    let new = SaveSource { id: None, name: "Fair".to_owned(), cost, archived: false };
    let fair = save_source(&desk.app, new).unwrap();
    let anna = add_from(&desk, "Anna", Some(fair));
    let carla = add_from(&desk, "Carla", None);
    go_to(&desk, day(2026, 1, 15));
    log_conversation(&desk.app, talk(carla, "", Ending::JustATalk)).unwrap();
    log_conversation(&desk.app, talk(carla, "", Ending::NoAnswer)).unwrap();
    log_conversation(&desk.app, talk(anna, "", Ending::JustATalk)).unwrap();
    go_to(&desk, day(2026, 1, 25));
    // The talk in which the questions are asked is not one with somebody unasked.
    log_conversation(&desk.app, talk(anna, "", Ending::JustATalk)).unwrap();
    answer(&desk, anna, 3, Answer::Yes);
    go_to(&desk, day(2026, 2, 4));
    sell(&desk, anna, 10_000, "EUR");
    let bram = add_from(&desk, "Bram", Some(fair));
    add_from(&desk, "Dirk", None);
    go_to(&desk, day(2026, 3, 1));
    sell(&desk, anna, 5_000, "EUR");
    sell(&desk, anna, 700, "JPY");
    answer(&desk, bram, 3, Answer::Yes);
    let dirk = ContactId(4);
    answer(&desk, dirk, 1, Answer::Yes);
    let trashed = add_from(&desk, "Trashed", Some(fair));
    log_conversation(&desk.app, talk(trashed, "", Ending::JustATalk)).unwrap();
    trash_contact(&desk.app, ContactRef { contact: trashed }).unwrap();
    go_to(&desk, day(2026, 11, 23));
    Life { desk, fair }
}

#[test]
fn leads_are_followed_from_the_day_they_came_in() {
    let Life { desk, fair } = life();
    let funnel = get_funnel_insight(&desk.app, YEAR).unwrap();
    let all = FunnelCounts { leads: 4, prospects: 2, customers: 1, repeat_customers: 1 };
    assert_eq!((funnel.counts, funnel.leads_before), (all, Some(0)));
    assert_eq!(funnel.to_prospect, Some(MedianDays { days: 20, people: 2 }), "Anna 20, Bram 25");
    assert_eq!(funnel.to_customer, Some(MedianDays { days: 30, people: 1 }));
    assert_eq!(names(&desk, Figure::Leads, YEAR), ["Anna", "Bram", "Carla", "Dirk"]);
    assert_eq!(names(&desk, Figure::Prospects, YEAR), ["Anna", "Bram"]);
    assert_eq!(names(&desk, Figure::RepeatCustomers, YEAR), ["Anna"]);

    // What became of the leads of January counts whenever it happened.
    let january = Period::Own { from: day(2026, 1, 1), to: day(2026, 1, 31) };
    let query = InsightQuery { period: january, source: FromSource::Source { source: fair } };
    let of_january = FunnelCounts { leads: 1, prospects: 1, customers: 1, repeat_customers: 1 };
    assert_eq!(get_funnel_insight(&desk.app, query).unwrap().counts, of_january);
    assert_eq!(names(&desk, Figure::Customers, query), ["Anna"]);

    let cohorts = get_cohort_insight(&desk.app, YEAR).unwrap();
    assert_eq!((cohorts.part, cohorts.cohorts.len()), (Part::Month, 11));
    assert_eq!(cohorts.cohorts.iter().map(|it| it.counts.leads).collect::<Vec<_>>()[..3], [2, 2, 0]);
    assert_eq!(cohorts.cohorts[1].counts.prospects, 1);
}

#[test]
fn sources_are_compared_and_amounts_stay_in_their_currency() {
    let Life { desk, fair } = life();
    let sources = get_source_insight(&desk.app, YEAR).unwrap();
    assert_eq!(sources.len(), 2, "who brought nobody is left out: {sources:?}");
    let money = |minor, currency: &str| Money { minor, currency: currency.to_owned() };
    assert_eq!((sources[0].source, sources[0].counts.leads, sources[0].counts.prospects), (Some(fair), 2, 2));
    assert_eq!(sources[0].sold, [money(15_000, "EUR"), money(700, "JPY")]);
    assert_eq!(sources[0].cost_per_prospect, Some(money(15_001, "EUR")));
    assert_eq!((sources[1].source, sources[1].counts.leads), (None, 2));
    assert_eq!(names(&desk, Figure::Leads, InsightQuery { source: FromSource::None, ..YEAR }), ["Carla", "Dirk"]);

    let sales = get_sales_insight(&desk.app, YEAR).unwrap();
    assert_eq!(sales.currencies.len(), 2);
    assert_eq!((sales.currencies[0].total.clone(), sales.currencies[0].sales), (money(15_000, "EUR"), 2));
    assert_eq!(sales.currencies[0].parts[1], PartSales { sales: 1, minor: 10_000 });
    assert_eq!(sales.currencies[1].parts[2], PartSales { sales: 1, minor: 700 });
    assert_eq!(names(&desk, Figure::Sales { currency: "JPY".to_owned() }, YEAR), ["Anna"]);
    let ever = get_sales_insight(&desk.app, InsightQuery { period: Period::All, ..YEAR }).unwrap();
    assert_eq!(ever.spans[0].from, Some(day(2026, 2, 4)), "from the first sale on");
}

#[test]
fn talk_with_people_of_whom_nothing_is_known_is_told_apart() {
    let Life { desk, .. } = life();
    let insight = get_talk_insight(&desk.app, YEAR).unwrap();
    // Unasked: Anna's and Carla's of 15 January. Asked: Anna's of the day of the answers, and her three sales.
    assert_eq!(insight.now, TalkCounts { talks: 6, unasked: 2, minutes: 72, unasked_minutes: 24 });
    assert_eq!(insight.before, Some(TalkCounts::default()));
    assert_eq!(names(&desk, Figure::UnaskedTalks, YEAR), ["Anna", "Carla"]);
    assert_eq!(names(&desk, Figure::Talks, YEAR), ["Anna", "Carla"]);
    let february = Period::Own { from: day(2026, 2, 1), to: day(2026, 2, 28) };
    let query = InsightQuery { period: february, ..YEAR };
    let insight = get_talk_insight(&desk.app, query).unwrap();
    assert_eq!((insight.now.talks, insight.now.unasked), (1, 0));
    assert_eq!(insight.before.unwrap().unasked, 2, "the 28 days before");
    assert_eq!(names(&desk, Figure::UnaskedTalks, query), Vec::<String>::new());
    // An answer that is taken back was given all the same.
    answer(&desk, ContactId(1), 1, Answer::NotAsked);
    assert_eq!(get_talk_insight(&desk.app, YEAR).unwrap().now.unasked, 2);
}

#[test]
fn whoever_was_a_prospect_once_stays_counted_and_an_undo_takes_it_back() {
    let desk = Desk::new();
    let anna = desk.add("Anna");
    let count = || get_funnel_insight(&desk.app, YEAR).unwrap().counts.prospects;
    answer(&desk, anna, 3, Answer::Yes);
    assert_eq!(count(), 1);
    undo(&desk.app, Undo { step: None }).unwrap();
    assert_eq!(count(), 0);
    redo(&desk.app, ()).unwrap();
    answer(&desk, anna, 3, Answer::No);
    assert_eq!(count(), 1);
    let trash = ContactRef { contact: anna };
    trash_contact(&desk.app, trash).unwrap();
    assert_eq!((count(), get_funnel_insight(&desk.app, YEAR).unwrap().empty), (0, true));
    restore_contact(&desk.app, trash).unwrap();
    assert_eq!(count(), 1);
}

fn due(on: NaiveDate) -> Due {
    Due { on, at: None }
}

#[test]
fn follow_ups_are_kept_moved_or_missed() {
    let desk = Desk::at(at(day(2026, 11, 2), 10, 0));
    let anna = desk.add("Anna");
    let bram = desk.add("Bram");
    let finish = |follow_up| finish_follow_up(&desk.app, FinishFollowUp { follow_up, again: None, activate: false });
    let kept = desk.follow_up(anna, "kept", due(day(2026, 11, 10)));
    let late = desk.follow_up(bram, "late", due(day(2026, 11, 4)));
    let moved = desk.follow_up(bram, "moved", due(day(2026, 11, 5)));
    desk.follow_up(anna, "forgotten", due(day(2026, 11, 6)));
    let dropped = desk.follow_up(anna, "dropped", due(day(2026, 11, 6)));
    desk.follow_up(anna, "today", due(day(2026, 11, 23)));
    go_to(&desk, day(2026, 11, 5));
    finish(kept).unwrap();
    finish(late).unwrap();
    drop_follow_up(&desk.app, FollowUpRef { follow_up: dropped }).unwrap();
    for on in [day(2026, 11, 12), day(2026, 12, 1)] {
        let draft = FollowUpDraft { what: "moved".to_owned(), due: due(on), minutes_before: 0, repeat: None };
        update_follow_up(&desk.app, UpdateFollowUp { follow_up: moved, draft }).unwrap();
    }
    go_to(&desk, day(2026, 11, 23));
    let month = InsightQuery { period: Period::ThisMonth, ..YEAR };
    let insight = get_promise_insight(&desk.app, month).unwrap();
    assert_eq!(insight.now, PromiseCounts { kept: 1, moved: 1, missed: 2 });
    let behind = |kept| names(&desk, Figure::Promises { kept }, month);
    assert_eq!(behind(Kept::Missed), ["Anna", "Bram"]);
    assert_eq!((behind(Kept::Kept), behind(Kept::Moved)), (vec!["Anna".to_owned()], vec!["Bram".to_owned()]));
    // It belongs to the day of the first promise, and its new day does not count it once more.
    go_to(&desk, day(2026, 12, 1));
    assert_eq!(get_promise_insight(&desk.app, month).unwrap().now, PromiseCounts::default());
}

#[test]
fn where_leads_come_to_a_stand() {
    let Life { desk, .. } = life();
    let stops = get_stop_insight(&desk.app, YEAR).unwrap().stops;
    let shown: Vec<_> = stops.iter().map(|it| (it.stop, it.people, it.over)).collect();
    assert_eq!(shown, [(Stop::NotAsked, 1, 0), (Stop::AskedInPart, 1, 0), (Stop::Step, 1, 1)]);
    let stopped = |stop, step, over| names(&desk, Figure::Stopped { stop, step, over }, YEAR);
    assert_eq!(stopped(Stop::NotAsked, None, false), ["Carla"]);
    assert_eq!(stopped(Stop::AskedInPart, None, false), ["Dirk"]);
    assert_eq!(stopped(Stop::Step, stops[2].step, true), ["Bram"]);
}

#[test]
fn a_period_that_ends_before_it_begins_is_refused() {
    let desk = Desk::new();
    let query = |from, to| InsightQuery { period: Period::Own { from, to }, ..YEAR };
    let refused = get_funnel_insight(&desk.app, query(day(2026, 2, 2), day(2026, 2, 1))).unwrap_err();
    assert_eq!(refused.code(), "bad_period");
    let refused = get_talk_insight(&desk.app, query(NaiveDate::MIN, NaiveDate::MAX)).unwrap_err();
    assert_eq!(refused.code(), "bad_date");
    let longest = query(day(1900, 1, 1), day(9999, 12, 31));
    assert_eq!(get_talk_insight(&desk.app, longest).unwrap().now, TalkCounts::default());
    assert!(get_sales_insight(&desk.app, longest).unwrap().currencies.is_empty());
}

#[test]
fn every_number_has_as_many_people_behind_it_as_it_says() {
    let desk = Desk::new();
    demo::fill(&desk.app, 400).unwrap();
    let today = desk.app.now().today();
    let sources = get_filter_choices(&desk.app, ()).unwrap().sources;
    let from = |at: usize| FromSource::Source { source: sources[at].id };
    let own = Period::Own { from: today - Days::new(120), to: today - Days::new(40) };
    for (period, source) in [
        (Period::All, FromSource::Any),
        (Period::ThisYear, from(0)),
        (Period::LastTwelveMonths, FromSource::None),
        (Period::ThisQuarter, from(1)),
        (own, FromSource::Any),
    ] {
        let query = InsightQuery { period, source };
        let behind = |figure| u32::try_from(names(&desk, figure, query).len()).unwrap();
        let counts = get_funnel_insight(&desk.app, query).unwrap().counts;
        assert_eq!(behind(Figure::Leads), counts.leads, "{query:?}");
        assert_eq!(behind(Figure::Prospects), counts.prospects);
        assert_eq!(behind(Figure::Customers), counts.customers);
        assert_eq!(behind(Figure::RepeatCustomers), counts.repeat_customers);
        let cohorts = get_cohort_insight(&desk.app, query).unwrap().cohorts;
        assert_eq!(cohorts.iter().map(|it| it.counts.leads).sum::<u32>(), counts.leads);
        let by_source = get_source_insight(&desk.app, query).unwrap();
        assert_eq!(by_source.iter().map(|it| it.counts.prospects).sum::<u32>(), counts.prospects);
        let stops = get_stop_insight(&desk.app, query).unwrap().stops;
        assert_eq!(stops.iter().map(|it| it.people).sum::<u32>(), counts.leads - counts.customers);
        for it in stops {
            let figure = |over| Figure::Stopped { stop: it.stop, step: it.step, over };
            assert_eq!((behind(figure(false)), behind(figure(true))), (it.people, it.over), "{it:?}");
        }
    }
}

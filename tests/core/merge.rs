//! People who are in the list twice are found, and become one without losing anything of either.

use chrono::NaiveDateTime;
use rappel_core::commands::*;
use rappel_domain::birthday::Birthday;
use rappel_domain::card::CardState;
use rappel_domain::contact::{ContactDraft, CustomValue, Labelled, PostalAddress};
use rappel_domain::conversation::Ending;
use rappel_domain::duplicate::Why;
use rappel_domain::follow_up::{Due, FollowUpDraft};
use rappel_domain::process::{Permission, Place, Standing};
use rappel_domain::qualification::Answer;
use rappel_domain::sale::{Money, SaleDraft};
use rappel_tests::{Desk, at, day, draft, monday, talk};

use crate::import::{file, inspect, people, try_out};

fn one(value: &str) -> Vec<Labelled> {
    vec![Labelled { label: String::new(), value: value.to_owned() }]
}

fn with(desk: &Desk, name: &str, change: impl FnOnce(&mut ContactDraft)) -> ContactId {
    let mut draft = draft(name);
    change(&mut draft);
    add_contact(&desk.app, draft).unwrap()
}

fn person(desk: &Desk, contact: ContactId) -> Person {
    get_person(&desk.app, ContactRef { contact }).unwrap()
}

fn pairs(desk: &Desk) -> Vec<DuplicatePair> {
    let list = open_duplicates(&desk.app, ()).unwrap();
    let window = PeopleWindow { snapshot: list.snapshot, from: 0, count: 100 };
    let pairs = get_duplicates(&desk.app, window).unwrap();
    assert_eq!(pairs.len(), list.total as usize);
    pairs
}

fn merge_with(desk: &Desk, one: ContactId, other: ContactId, choose: impl FnOnce(&mut MergeContacts)) {
    let preview = get_merge(&desk.app, TwoPeople { one, other }).unwrap();
    let mut merge = MergeContacts {
        one: preview.one.person.row.id,
        other: preview.other.person.row.id,
        draft: preview.draft,
        photo_of_other: false,
        opportunity_of_other: false,
        answers_of_other: Vec::new(),
    };
    choose(&mut merge);
    merge_contacts(&desk.app, merge).unwrap();
}

fn merge(desk: &Desk, one: ContactId, other: ContactId) {
    merge_with(desk, one, other, |_| {});
}

fn timeline(desk: &Desk, contact: ContactId) -> String {
    format!("{:?}", get_timeline(&desk.app, TimelineQuery { contact, before: None }).unwrap().entries)
}

fn move_to(desk: &Desk, contact: ContactId, to: Move) {
    move_contact(&desk.app, MoveContact { contact, to }).unwrap();
}

fn step_of(desk: &Desk, contact: ContactId, at: usize) {
    let step = get_settings(&desk.app, ()).unwrap().steps[at].id;
    move_to(desk, contact, Move::Step { step, override_why: Some("vouched for".to_owned()) });
}

fn later(what: &str) -> Move {
    Move::Later { due: Due { on: day(2026, 12, 1), at: None }, what: what.to_owned() }
}

#[test]
fn likely_pairs_are_found_with_the_reason_the_best_first() {
    let desk = Desk::new();
    let anna = with(&desk, "Anna Vos", |it| it.emails = one("Anna@Vos.example"));
    let other_anna = with(&desk, "A. Vos", |it| it.emails = one("anna@vos.example"));
    let bram = with(&desk, "Bram Smit", |it| it.phones = one("06-12345678"));
    let other_bram = with(&desk, "B. Smit", |it| it.phones = one("+31 6 1234 5678"));
    let eva = with(&desk, "Eva de Boer", |it| it.addresses = vec![town("Zürich")]);
    let other_eva = with(&desk, "Eva de Boer", |it| it.addresses = vec![town("zurich")]);
    with(&desk, "Somebody Else", |it| it.addresses = vec![town("Zürich")]);
    let trashed = with(&desk, "Anna Vos", |it| it.emails = one("anna@vos.example"));
    trash_contact(&desk.app, ContactRef { contact: trashed }).unwrap();

    let found = pairs(&desk);
    let ids: Vec<_> = found.iter().map(|it| (it.one.id, it.other.id)).collect();
    assert_eq!(ids, [(anna, other_anna), (eva, other_eva), (bram, other_bram)]);
    assert_eq!(found[0].why, [Why::SameEmail { email: "anna@vos.example".to_owned() }]);
    assert_eq!(found[1].why, [Why::SameNameAndTown]);
    assert_eq!(found[2].why, [Why::SamePhone { phone: "+31612345678".to_owned() }]);
}

fn town(town: &str) -> PostalAddress {
    PostalAddress { town: town.to_owned(), ..PostalAddress::default() }
}

#[test]
fn not_the_same_is_remembered_and_can_be_taken_back() {
    let mut desk = Desk::new();
    let anna = with(&desk, "Anna Vos", |it| it.emails = one("vos@vos.example"));
    let piet = with(&desk, "Piet Vos", |it| it.emails = one("vos@vos.example"));
    tell_apart(&desk.app, TwoPeople { one: piet, other: anna }).unwrap();
    assert!(pairs(&desk).is_empty());
    undo(&desk.app, Undo { step: None }).unwrap();
    assert_eq!(pairs(&desk).len(), 1);
    tell_apart(&desk.app, TwoPeople { one: anna, other: piet }).unwrap();
    desk.restart();
    assert!(pairs(&desk).is_empty());
    // It holds for whom one of them becomes, too.
    let third = with(&desk, "P. Vos", |it| it.phones = one("0612345678"));
    merge(&desk, piet, third);
    assert!(pairs(&desk).is_empty());
    assert_eq!(tell_apart(&desk.app, TwoPeople { one: anna, other: anna }).unwrap_err().code(), "not_found");
}

/// Two records of one person, of whom much is known.
fn two_halves(desk: &Desk) -> (ContactId, ContactId) {
    let anna = with(desk, "Anna Vos", |it| {
        it.company = "Bakkerij Vos".to_owned();
        it.emails = one("anna@vos.example");
        it.phones = one("06 12345678");
        it.tags = vec!["fair".to_owned()];
        it.note = "likes rye".to_owned();
        it.custom = vec![CustomValue { name: "Size".to_owned(), value: "L".to_owned() }];
    });
    let other = with(desk, "A. Vos", |it| {
        it.emails = vec![one("ANNA@vos.example").remove(0), one("a.vos@home.example").remove(0)];
        it.phones = one("+31612345678");
        it.job_title = "Owner".to_owned();
        it.birthday = Some(Birthday::new(12, 4, Some(1980)).unwrap());
        it.tags = vec!["Fair".to_owned(), "bread".to_owned()];
        it.note = "asked for a folder".to_owned();
        it.addresses = vec![town("Utrecht")];
        it.custom = vec![CustomValue { name: "Colour".to_owned(), value: "red".to_owned() }];
    });
    log_conversation(&desk.app, talk(anna, "first words", Ending::JustATalk)).unwrap();
    log_conversation(&desk.app, talk(other, "second words\n? Is it fresh", Ending::JustATalk)).unwrap();
    desk.follow_up(anna, "Call Anna", Due { on: day(2026, 12, 2), at: None });
    desk.follow_up(other, "Post folder", Due { on: day(2026, 12, 3), at: None });
    (anna, other)
}

#[test]
fn two_become_one_with_both_timelines_and_all_fields_and_one_step_takes_it_back() {
    let desk = Desk::new();
    let (anna, other) = two_halves(&desk);
    let referred = add_contact(&desk.app, draft("Referred")).unwrap();
    let before = (person(&desk, anna), person(&desk, other), timeline(&desk, anna), timeline(&desk, other));
    let preview = get_merge(&desk.app, TwoPeople { one: other, other: anna }).unwrap();
    assert_eq!(
        (preview.one.person.row.id, preview.one.conversations, preview.other.person.follow_ups.len()),
        (anna, 1, 1)
    );

    merge(&desk, anna, other);
    let merged = person(&desk, anna);
    assert_eq!(merged.draft.name.shown(), "Anna Vos");
    assert_eq!((merged.draft.job_title.as_str(), merged.draft.company.as_str()), ("Owner", "Bakkerij Vos"));
    let emails: Vec<_> = merged.draft.emails.iter().map(|it| it.value.as_str()).collect();
    assert_eq!(emails, ["anna@vos.example", "a.vos@home.example"]);
    assert_eq!(merged.draft.phones.len(), 1, "the same number written in two ways");
    assert_eq!(merged.draft.tags, ["bread", "fair"]);
    assert_eq!(merged.draft.note, "likes rye\n\nasked for a folder");
    assert_eq!(merged.draft.custom.len(), 2);
    assert_eq!(merged.draft.birthday, Birthday::new(12, 4, Some(1980)).ok());
    assert_eq!((merged.follow_ups.len(), merged.questions.len()), (2, 1));
    let both = timeline(&desk, anna);
    assert!(both.contains("first words") && both.contains("second words") && both.contains("A. Vos"), "{both}");
    assert_eq!(get_person(&desk.app, ContactRef { contact: other }).unwrap_err().code(), "not_found");
    assert_eq!((people(&desk), pairs(&desk).len()), (2, 0));
    let search = |words: &str| PeopleQuery { search: words.to_owned(), ..PeopleQuery::default() };
    assert_eq!(open_people(&desk.app, search("a.vos@home")).unwrap().total, 1);
    assert_eq!(open_people(&desk.app, search("second words")).unwrap().total, 1);
    assert!(!person(&desk, referred).trashed);

    undo(&desk.app, Undo { step: None }).unwrap();
    let after = (person(&desk, anna), person(&desk, other), timeline(&desk, anna), timeline(&desk, other));
    assert_eq!(after, before);
    redo(&desk.app, ()).unwrap();
    assert_eq!(person(&desk, anna), merged);
}

#[test]
fn fields_are_chosen_one_by_one() {
    let desk = Desk::new();
    let (anna, other) = two_halves(&desk);
    let criterion = person(&desk, anna).criteria[0].criterion;
    for (contact, answer, proof) in [(anna, Answer::Yes, "said so"), (other, Answer::No, "looked it up")] {
        let answers = vec![GivenAnswer { criterion, answer, proof: Some(proof.to_owned()) }];
        answer_criteria(&desk.app, QualifyAnswers { contact, answers }).unwrap();
    }
    let second = person(&desk, other).criteria[1].criterion;
    let answers = vec![GivenAnswer { criterion: second, answer: Answer::Yes, proof: None }];
    answer_criteria(&desk.app, QualifyAnswers { contact: other, answers }).unwrap();
    move_to(&desk, other, later("again"));
    merge_with(&desk, anna, other, |it| {
        it.draft.name.given = "A.".to_owned();
        it.draft.emails = one("a.vos@home.example");
        it.answers_of_other = vec![criterion];
    });
    let merged = person(&desk, anna);
    assert_eq!((merged.row.name.as_str(), merged.draft.emails.len()), ("A. Vos", 1));
    assert_eq!((merged.criteria[0].answer, merged.criteria[0].proof.as_str()), (Answer::No, "looked it up"));
    assert_eq!(merged.criteria[1].answer, Answer::Yes, "what only one answered counts");
}

#[test]
fn the_strictest_standing_counts_with_what_hangs_on_it() {
    let declined = |permission| Move::Declined { permission, ask_again: None, reason: "enough".to_owned() };
    for (mine, theirs, place) in [
        (None, Some(later("call")), Place::Later),
        (Some(later("call")), Some(declined(Permission::NotAsked)), Place::DeclinedNotAsked),
        (Some(declined(Permission::NotAsked)), None, Place::DeclinedNotAsked),
        (Some(Move::NotAFit { criterion: None, reason: "too far".to_owned() }), Some(later("call")), Place::NotAFit),
        (
            Some(Move::NotAFit { criterion: None, reason: "too far".to_owned() }),
            Some(declined(Permission::Refused)),
            Place::DoNotContact,
        ),
    ] {
        let desk = Desk::new();
        let (anna, other) = two_halves(&desk);
        step_of(&desk, anna, 1);
        if let Some(to) = mine.clone() {
            move_to(&desk, anna, to);
        }
        if let Some(to) = theirs.clone() {
            move_to(&desk, other, to);
        }
        merge(&desk, anna, other);
        let merged = person(&desk, anna);
        assert_eq!(merged.row.place, place, "{mine:?} and {theirs:?}");
        if place == Place::Later {
            assert!(merged.opportunity.as_ref().is_some_and(|it| it.paused) && !merged.follow_ups.is_empty());
        } else {
            assert!(merged.opportunity.is_none(), "{mine:?} and {theirs:?}");
        }
        if place == Place::NotAFit {
            assert!(merged.follow_ups.is_empty(), "dropped, as always");
        }
        // Who refused is known by the addresses of both from now on.
        if merged.standing == (Standing::Declined { permission: Permission::Refused }) {
            let mut again = draft("Whoever");
            again.emails = one("a.vos@home.example");
            assert!(has_refused(&desk.app, again).unwrap());
        }
    }
}

#[test]
fn of_two_open_opportunities_one_goes_on_and_sales_add_up() {
    let desk = Desk::new();
    let (anna, other) = two_halves(&desk);
    let sale = |on| SaleDraft { what: String::new(), amount: Money { minor: 100, currency: "EUR".to_owned() }, on };
    move_to(&desk, anna, Move::Customer { sale: sale(day(2026, 11, 20)) });
    move_to(&desk, other, Move::Customer { sale: sale(monday()) });
    step_of(&desk, anna, 0);
    step_of(&desk, other, 2);
    let chosen = person(&desk, other).opportunity.unwrap().step;
    merge_with(&desk, anna, other, |it| it.opportunity_of_other = true);
    let merged = person(&desk, anna);
    assert_eq!(merged.row.place, Place::Step { step: chosen });
    assert_eq!(merged.sales.len(), 2);
    undo(&desk.app, Undo { step: None }).unwrap();
    merge(&desk, anna, other);
    assert_ne!(person(&desk, anna).row.place, Place::Step { step: chosen });
    move_to(&desk, anna, Move::Customer { sale: sale(monday()) });
    assert_eq!(person(&desk, anna).row.place, Place::RepeatCustomer);
}

#[test]
fn what_rang_for_one_rings_no_second_time_for_both() {
    let desk = Desk::at(NaiveDateTime::new(monday(), chrono::NaiveTime::MIN)).with_alarms();
    let born = |it: &mut ContactDraft| it.birthday = Birthday::new(11, 23, None).ok();
    let anna = with(&desk, "Anna Vos", born);
    desk.set_clock(at(monday(), 9, 0));
    desk.wait_for_popups(1);
    let other = with(&desk, "A. Vos", |it| it.phones = one("0612345678"));
    let plan = |contact, what: &str, hour| {
        let due = Due { on: monday(), at: chrono::NaiveTime::from_hms_opt(hour, 0, 0) };
        let draft = FollowUpDraft { what: what.to_owned(), due, minutes_before: 0, repeat: None };
        add_follow_up(&desk.app, AddFollowUp { contact, draft }).unwrap();
    };
    plan(other, "Ring them", 11);
    set_card(&desk.app, SetCard { contact: other, year: 2026, state: CardState::Posted, words: None }).unwrap();
    set_keep_in_touch(&desk.app, SetKeepInTouch { contact: other, weeks: Some(4) }).unwrap();
    merge(&desk, anna, other);
    std::thread::sleep(std::time::Duration::from_millis(100));
    assert_eq!(desk.notifier.shown().len(), 1);
    assert_eq!(person(&desk, anna).keep_in_touch.map(|it| it.weeks), Some(4));
    // The follow-up of the other rings, for the one.
    desk.set_clock(at(monday(), 11, 0));
    assert!(desk.wait_for_popups(2)[1].title.contains("Anna Vos"));
}

#[test]
fn a_file_that_brought_both_brings_nobody_in_again() {
    let desk = Desk::new();
    let path = file(&desk, "list.csv", "Name,E-mail\nAnna Vos,a@vos.example\nA. Vos,\n");
    let run = try_out(&desk, &inspect(&desk, &path));
    run_import(&desk.app, RunImport { number: run.number, duplicates: Decision::Skip, rows: Vec::new() }).unwrap();
    let list = open_people(&desk.app, PeopleQuery::default()).unwrap();
    let rows = get_people(&desk.app, PeopleWindow { snapshot: list.snapshot, from: 0, count: 9 }).unwrap();
    merge(&desk, rows[0].id, rows[1].id);
    let again = try_out(&desk, &inspect(&desk, &path));
    assert_eq!(
        run_import(&desk.app, RunImport { number: again.number, duplicates: Decision::Add, rows: Vec::new() })
            .map(|_| ())
            .unwrap_err()
            .code(),
        "import_nothing_new"
    );
}

#[test]
fn who_is_gone_or_the_same_is_refused() {
    let desk = Desk::new();
    let (anna, other) = two_halves(&desk);
    let code = |one, other| get_merge(&desk.app, TwoPeople { one, other }).unwrap_err().code();
    assert_eq!(code(anna, anna), "not_found");
    trash_contact(&desk.app, ContactRef { contact: other }).unwrap();
    assert_eq!(code(anna, other), "not_found");
    let draft = person(&desk, anna).draft;
    let merge = MergeContacts {
        one: anna,
        other,
        draft,
        photo_of_other: false,
        opportunity_of_other: false,
        answers_of_other: Vec::new(),
    };
    assert_eq!(merge_contacts(&desk.app, merge).unwrap_err().code(), "not_found");
    assert!(!person(&desk, anna).trashed);
}

#[test]
fn an_older_backup_does_not_bring_back_what_became_of_both() {
    for refused in [true, false] {
        let desk = Desk::new();
        let (anna, other) = two_halves(&desk);
        let backup = make_backup(&desk.app, ()).unwrap();
        desk.clock.set(at(monday(), 11, 0));
        merge(&desk, anna, other);
        if refused {
            let no = Move::Declined { permission: Permission::Refused, ask_again: None, reason: String::new() };
            move_to(&desk, anna, no);
        } else {
            erase_contact(&desk.app, ContactRef { contact: anna }).unwrap();
        }
        restore_backup(&desk.app, BackupRef { name: backup }).unwrap();
        for contact in [anna, other] {
            let found = get_person(&desk.app, ContactRef { contact }).map(|it| it.row.place).ok();
            assert_eq!(found, refused.then_some(Place::DoNotContact));
        }
    }
}

/// Figures, by hand: `cargo test --release -p rappel-tests --test core merge::a_hundred -- --ignored --nocapture`.
#[test]
#[ignore = "prints figures"]
fn a_hundred_thousand_people_are_gone_through() {
    let desk = Desk::new();
    rappel_core::demo::fill(&desk.app, 100_000).unwrap();
    let start = std::time::Instant::now();
    let list = open_duplicates(&desk.app, ()).unwrap();
    println!("{} pairs among 100,000 in {:?}", list.total, start.elapsed());
}

#[test]
fn two_of_a_line_of_introductions_make_no_circle_of_it() {
    let desk = Desk::new();
    let first = desk.add("Otto Kok");
    let between = desk.add("Xenia Vos");
    let last = desk.add("O. Kok");
    let by = |contact, by| set_introduced_by(&desk.app, SetIntroducedBy { contact, by: Some(by) }).unwrap();
    by(between, first);
    by(last, between);
    let introduced = |contact| {
        let sql = "SELECT introduced_by FROM contact WHERE id = ?1";
        desk.app.read(|db| Ok(db.query_row(sql, [contact], |row| row.get::<_, Option<i64>>(0))?)).unwrap()
    };
    // The last of the line is kept, and would have been introduced by whom they introduce.
    let input = MergeContacts {
        one: last,
        other: first,
        draft: draft("Otto Kok"),
        photo_of_other: false,
        opportunity_of_other: false,
        answers_of_other: Vec::new(),
    };
    merge_contacts(&desk.app, input).unwrap();
    assert_eq!((introduced(last.0), introduced(between.0)), (None, Some(last.0)));
    undo(&desk.app, Undo { step: None }).unwrap();
    assert_eq!((introduced(last.0), introduced(between.0)), (Some(between.0), Some(first.0)));
}

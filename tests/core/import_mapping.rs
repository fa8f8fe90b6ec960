//! What a table's columns become: joined, split, saved by name for another file; and what all who are added get beside them.

use rappel_core::commands::*;
use rappel_core::import::csv::{Field, Mapping};
use rappel_domain::follow_up::Due;
use rappel_domain::process::{Place, Standing};
use rappel_domain::qualification::Answer;
use rappel_tests::{Desk, at, day, monday};

use crate::import::{as_found, count, file, inspect};

const LIST: &str = "Name;E-mail\nAnna Nowak;anna@example.org\nBram Smit;bram@example.org\n";

fn bring_in(desk: &Desk, asked: DryRunImport) -> (ImportResult, Vec<Person>) {
    let tried = dry_run_import(&desk.app, asked).unwrap();
    let run = RunImport { number: tried.number, duplicates: Decision::Skip, rows: Vec::new() };
    let result = run_import(&desk.app, run).unwrap();
    (result, everybody(desk))
}

fn everybody(desk: &Desk) -> Vec<Person> {
    let list = open_people(&desk.app, PeopleQuery::default()).unwrap();
    let window = PeopleWindow { snapshot: list.snapshot, from: 0, count: 200 };
    let rows = get_people(&desk.app, window).unwrap();
    rows.into_iter().map(|row| get_person(&desk.app, ContactRef { contact: row.id }).unwrap()).collect()
}

fn criteria(desk: &Desk) -> Vec<CriterionId> {
    get_settings(&desk.app, ()).unwrap().criteria.into_iter().map(|it| it.id).collect()
}

fn given(criterion: CriterionId, answer: Answer, proof: &str) -> GivenAnswer {
    GivenAnswer { criterion, answer, proof: Some(proof.to_owned()) }
}

fn with(desk: &Desk, text: &str, for_all: ForAll) -> DryRunImport {
    DryRunImport { for_all, ..as_found(&inspect(desk, &file(desk, "list.csv", text))) }
}

#[test]
fn an_answer_for_all_comes_with_its_proof_and_nobody_counts_as_worked_on() {
    let desk = Desk::new();
    let [market, means, _] = criteria(&desk)[..] else { panic!("three criteria") };
    let answers =
        vec![given(market, Answer::Yes, " from the trade register "), given(means, Answer::NotAsked, "says nothing")];
    let (result, people) = bring_in(&desk, with(&desk, LIST, ForAll { answers, later: None }));
    assert_eq!(people.len(), 2);
    for person in &people {
        let yes: Vec<_> = person.criteria.iter().filter(|it| it.answer == Answer::Yes).collect();
        assert_eq!(yes.len(), 1);
        assert_eq!((yes[0].criterion, yes[0].proof.as_str()), (market, "from the trade register"));
        assert!(person.row.promising && person.row.place == Place::Lead);
        assert!(person.criteria.iter().all(|it| it.criterion != means || it.answer == Answer::NotAsked));
    }
    let undone = undo_import(&desk.app, UndoImport { batch: result.batch.unwrap(), worked_on_too: false }).unwrap();
    assert_eq!((undone.trashed, undone.kept), (2, 0));
}

#[test]
fn a_yes_to_all_that_is_required_makes_prospects_and_a_no_makes_them_no_fit() {
    let desk = Desk::new();
    let answers = criteria(&desk).into_iter().map(|it| given(it, Answer::Yes, "known")).collect();
    let (_, people) = bring_in(&desk, with(&desk, LIST, ForAll { answers, later: None }));
    assert!(people.iter().all(|it| matches!(it.row.place, Place::Step { .. })), "{people:?}");

    let desk = Desk::new();
    let answers = vec![given(criteria(&desk)[1], Answer::No, "bankrupt")];
    let (_, people) = bring_in(&desk, with(&desk, LIST, ForAll { answers, later: None }));
    assert!(people.iter().all(|it| it.standing == Standing::NotAFit && !it.standing_reason.is_empty()));
}

#[test]
fn later_for_all_comes_with_its_follow_up_and_rings_that_day() {
    let mut desk = Desk::at(at(monday(), 12, 0)).with_alarms();
    let tuesday = monday().succ_opt().unwrap();
    let later = LaterForAll { due: Due { on: tuesday, at: None }, what: "After the fair".to_owned() };
    let (_, people) = bring_in(&desk, with(&desk, LIST, ForAll { answers: Vec::new(), later: Some(later) }));
    for person in &people {
        assert_eq!((person.standing, person.row.place), (Standing::Later, Place::Later));
        assert_eq!(person.follow_ups.len(), 1);
        assert_eq!(person.follow_ups[0].draft.what, "After the fair");
        assert_eq!(person.row.next.map(|due| due.on), Some(tuesday));
    }
    desk.set_clock(at(tuesday, 9, 0));
    desk.wait_for_popups(2);
    desk.restart();
}

#[test]
fn whoever_would_be_no_fit_is_not_put_off_and_a_criterion_that_is_gone_is_not_answered() {
    let desk = Desk::new();
    let later = Some(LaterForAll { due: Due { on: day(2030, 1, 2), at: None }, what: String::new() });
    let no = vec![given(criteria(&desk)[0], Answer::No, "")];
    let refused = dry_run_import(&desk.app, with(&desk, LIST, ForAll { answers: no, later }));
    assert_eq!(refused.unwrap_err().code(), "import_no_and_later");
    let gone = vec![given(CriterionId(999), Answer::Yes, "")];
    let refused = dry_run_import(&desk.app, with(&desk, LIST, ForAll { answers: gone, later: None }));
    assert_eq!(refused.unwrap_err().code(), "not_found");
    let long = vec![given(criteria(&desk)[0], Answer::Yes, &"x".repeat(3_000))];
    let refused = dry_run_import(&desk.app, with(&desk, LIST, ForAll { answers: long, later: None }));
    assert_eq!(refused.unwrap_err().code(), "too_long");
}

#[test]
fn what_a_row_of_our_own_tells_goes_before_what_all_get() {
    let desk = Desk::new();
    let market = get_settings(&desk.app, ()).unwrap().criteria.remove(0);
    let text = format!(
        "Rappel export 1,Given name,Standing,Follow-up,Follow-up date,Answer: {0},Proof: {0},Answered on: {0}\n\
         7,Anna,,,,no,too small,2024-02-03\n8,Bram,declined,,,,,\n",
        market.name
    );
    let answers = vec![given(market.id, Answer::Yes, "bought list")];
    let later = Some(LaterForAll { due: Due { on: day(2030, 1, 2), at: None }, what: String::new() });
    let (_, people) = bring_in(&desk, with(&desk, &text, ForAll { answers, later }));
    let answer = |it: &Person| {
        let answer = it.criteria.iter().find(|it| it.criterion == market.id).unwrap();
        (answer.answer, answer.proof.clone())
    };
    let by_name = |name: &str| people.iter().find(|it| it.row.name == name).unwrap();
    assert_eq!(answer(by_name("Anna")), (Answer::No, "too small".to_owned()));
    assert_eq!(by_name("Anna").standing, Standing::Later);
    assert_eq!(answer(by_name("Bram")), (Answer::Yes, "bought list".to_owned()));
    assert!(matches!(by_name("Bram").standing, Standing::Declined { .. }), "{:?}", by_name("Bram").standing);
    assert!(by_name("Bram").follow_ups.is_empty());
}

#[test]
fn columns_are_joined_and_split_as_the_preview_shows() {
    let desk = Desk::new();
    let text = "Naam;Bedrijf;Plaats;Een;Twee\nvan der Boer Sanne;Bakkerij Boer;Gouda;belt liever;na vijven\n";
    let seen = inspect(&desk, &file(&desk, "list.csv", text));
    let fields = vec![Field::FamilyFirst, Field::Company, Field::Company, Field::Note, Field::Note];
    let mapping = Mapping { fields, ..Mapping::default() };
    let preview = preview_import_mapping(
        &desk.app,
        PreviewMapping {
            columns: seen.columns.iter().map(|it| it.name.clone()).collect(),
            rows: seen.samples.clone(),
            mapping: mapping.clone(),
            dates: seen.dates.clone(),
        },
    )
    .unwrap();
    let (_, people) = bring_in(&desk, DryRunImport { mapping, tags: Vec::new(), ..as_found(&seen) });
    let sanne = people.iter().find(|it| it.row.name == "Sanne van der Boer").unwrap();
    let draft = &sanne.draft;
    assert_eq!((draft.name.given.as_str(), draft.name.particle.as_str()), ("Sanne", "van der"));
    assert_eq!((draft.name.family.as_str(), draft.name.display.as_str()), ("Boer", ""));
    assert_eq!(draft.company, "Bakkerij Boer Gouda");
    assert_eq!(draft.note, "belt liever\nna vijven");
    assert_eq!(ContactDraft { source: draft.source, ..preview[0].draft.clone() }, *draft);
}

#[test]
fn the_samples_are_rows_that_tell_most() {
    let desk = Desk::new();
    let empty = "x;;\n".repeat(20);
    let text = format!("Wie;Zaak;Tak\n{empty}Anna;Bakkerij;Gouda\n{empty}Bram;Smederij;{}\n", "y".repeat(9_000));
    let seen = inspect(&desk, &file(&desk, "list.csv", &text));
    assert_eq!(seen.samples.len(), 3);
    assert_eq!(seen.samples[1], ["Anna", "Bakkerij", "Gouda"]);
    assert_eq!(seen.samples[2][2].len(), 200);
}

#[test]
fn a_mapping_saved_by_name_is_used_for_another_file_and_deleted() {
    let mut desk = Desk::new();
    let first = inspect(&desk, &file(&desk, "a.csv", "Wie;Code;Iets\nBoer Sanne;0612345678;03/04/1980\n"));
    let phone = Field::Phone { label: String::new() };
    let mapping = Mapping { fields: vec![Field::FamilyFirst, phone.clone(), Field::Birthday], ..Mapping::default() };
    let columns: Vec<String> = first.columns.iter().map(|it| it.name.clone()).collect();
    let save = |desk: &Desk, name: &str, mapping: &Mapping| {
        let (name, columns) = (name.to_owned(), columns.clone());
        save_import_mapping(&desk.app, SaveMapping { name, columns, mapping: mapping.clone() })
    };
    assert_eq!(save(&desk, "  ", &mapping).unwrap_err().code(), "missing");
    let id = save(&desk, "Chamber", &Mapping { fields: vec![Field::Note], ..Mapping::default() }).unwrap();
    assert_eq!(save(&desk, "CHAMBER", &mapping).unwrap(), id, "one of that name is replaced");
    desk.restart();

    let other = inspect(&desk, &file(&desk, "b.csv", "Plaats;CODE;Iets;wie\nGouda;0687654321;05/06/1970;Smit Bram\n"));
    let inspected = InspectImport { file: other.file.clone(), shape: other.shape.clone(), encoding: None };
    let listed = list_import_mappings(&desk.app, ()).unwrap();
    assert_eq!(listed, [NamedMapping { id, name: "CHAMBER".to_owned() }]);
    let used = use_import_mapping(&desk.app, UseMapping { inspected: inspected.clone(), mapping: id }).unwrap();
    assert_eq!(used.known, 3);
    assert_eq!(used.mapping.fields, [Field::Town { address: 0 }, phone, Field::Birthday, Field::FamilyFirst]);
    assert!(matches!(used.dates, DateOrder::Ask { .. }), "dates of the other file are asked about: {:?}", used.dates);

    let far = inspect(&desk, &file(&desk, "c.csv", "Name;E-mail\nAnna;anna@example.org\n"));
    let far = InspectImport { file: far.file, shape: None, encoding: None };
    let refused = use_import_mapping(&desk.app, UseMapping { inspected: far, mapping: id });
    assert_eq!(refused.unwrap_err().code(), "import_mapping_elsewhere");

    remove_import_mapping(&desk.app, MappingRef { mapping: id }).unwrap();
    assert!(list_import_mappings(&desk.app, ()).unwrap().is_empty());
    let gone = use_import_mapping(&desk.app, UseMapping { inspected: inspected.clone(), mapping: id });
    assert_eq!(gone.unwrap_err().code(), "not_found");
    undo(&desk.app, Undo { step: None }).unwrap();
    use_import_mapping(&desk.app, UseMapping { inspected, mapping: id }).unwrap();
}

#[test]
fn the_lines_before_the_table_are_counted_by_hand() {
    let desk = Desk::new();
    let path = file(&desk, "list.csv", "Our customers\nName;E-mail\nAnna;anna@example.org\nBram;bram@example.org\n");
    let seen = inspect(&desk, &path);
    let shape = seen.shape.clone().unwrap();
    assert_eq!((shape.skip_lines, seen.rows), (1, 2));
    let again = |skip_lines| {
        let shape = Some(rappel_core::import::csv::Shape { skip_lines, ..shape.clone() });
        inspect_import(&desk.app, InspectImport { file: seen.file.clone(), shape, encoding: None })
    };
    let two = again(2).unwrap();
    assert_eq!((two.rows, two.columns[0].name.as_str(), two.shape.unwrap().skip_lines), (1, "Anna", 2));
    assert_eq!(again(400).unwrap_err().code(), "import_all_skipped");
    let mut asked = as_found(&seen);
    asked.inspected.shape.as_mut().unwrap().skip_lines = 2;
    let run = dry_run_import(&desk.app, asked).unwrap();
    assert_eq!((run.total, count(&run, RowOutcome::New)), (1, 1));
}

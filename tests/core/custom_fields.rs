//! Fields of one's own and tags: their kinds, what a change of kind does to the values, and where they are used.

use rappel_core::commands::*;
use rappel_core::import::csv::Field;
use rappel_domain::contact::CustomValue;
use rappel_domain::custom_field::{FieldKind, FieldTest};
use rappel_tests::{Desk, draft};

use crate::import::{file, inspect, try_out};

fn field(name: &str, kind: FieldKind, choices: &[&str]) -> SaveField {
    let choices = choices.iter().map(|it| (*it).to_owned()).collect();
    SaveField { id: None, name: name.to_owned(), kind, choices, archived: false }
}

fn add_field(desk: &Desk, name: &str, kind: FieldKind, choices: &[&str]) -> FieldId {
    save_field(&desk.app, field(name, kind, choices)).unwrap()
}

fn with(name: &str, values: &[(&str, &str)]) -> ContactDraft {
    let custom = |(name, value): &(&str, &str)| CustomValue { name: (*name).to_owned(), value: (*value).to_owned() };
    ContactDraft { custom: values.iter().map(custom).collect(), ..draft(name) }
}

fn values(desk: &Desk, contact: ContactId) -> Vec<(String, String)> {
    let person = get_person(&desk.app, ContactRef { contact }).unwrap();
    person.draft.custom.into_iter().map(|it| (it.name, it.value)).collect()
}

fn found(desk: &Desk, filters: &[(FieldId, FieldTest, &str)]) -> Vec<String> {
    let filter = |(field, test, value): &(FieldId, FieldTest, &str)| FieldFilter {
        field: *field,
        test: *test,
        value: (*value).to_owned(),
    };
    let query = PeopleQuery { fields: filters.iter().map(filter).collect(), ..PeopleQuery::default() };
    let list = open_people(&desk.app, query).unwrap();
    let rows = get_people(&desk.app, PeopleWindow { snapshot: list.snapshot, from: 0, count: 50 }).unwrap();
    rows.into_iter().map(|it| it.name).collect()
}

#[test]
fn a_value_is_kept_in_the_form_of_its_field_and_refused_where_it_does_not_fit() {
    let desk = Desk::new();
    add_field(&desk, "Staff", FieldKind::Number, &[]);
    add_field(&desk, "Contract ends", FieldKind::Date, &[]);
    add_field(&desk, "Size", FieldKind::Choice, &["Small", "Large"]);
    let all = [("staff", "12,50"), ("Contract ends", "2027-01-31"), ("Size", "LARGE"), ("Hobby", "Chess")];
    let anna = add_contact(&desk.app, with("Anna", &all)).unwrap();
    let kept = [("Staff", "12.5"), ("Contract ends", "2027-01-31"), ("Size", "Large"), ("Hobby", "Chess")];
    assert_eq!(values(&desk, anna), kept.map(|(name, value)| (name.to_owned(), value.to_owned())));

    for (name, value, code) in [
        ("Staff", "many", "bad_field_number"),
        ("Contract ends", "31-01-2027", "bad_field_date"),
        ("Size", "Huge", "bad_field_choice"),
    ] {
        let error = add_contact(&desk.app, with("Bram", &[(name, value)])).unwrap_err();
        assert_eq!((error.code(), error.view().detail["name"].as_str()), (code, name));
    }
}

#[test]
fn another_kind_loses_nothing_says_first_what_it_does_and_is_one_step_back() {
    let desk = Desk::new();
    let id = add_field(&desk, "Staff", FieldKind::Text, &[]);
    let people =
        ["12", "12,5", "about ten"].map(|it| add_contact(&desk.app, with("Somebody", &[("Staff", it)])).unwrap());
    let number = SaveField { id: Some(id), ..field("Staff", FieldKind::Number, &[]) };
    let preview = preview_field(&desk.app, number.clone()).unwrap();
    assert_eq!((preview.fit, preview.rewritten, preview.stay), (1, 1, 1));
    assert_eq!(preview.examples, [("12,5".to_owned(), "12.5".to_owned())]);
    assert_eq!(preview.staying, ["about ten"]);
    save_field(&desk.app, number).unwrap();
    let all = || people.map(|it| values(&desk, it)[0].1.clone());
    assert_eq!(all(), ["12", "12.5", "about ten"]);

    // What stayed as text keeps nobody from being edited, until it is typed anew.
    let mut draft = get_person(&desk.app, ContactRef { contact: people[2] }).unwrap().draft;
    draft.note = "edited".to_owned();
    update_contact(&desk.app, UpdateContact { contact: people[2], draft: draft.clone() }).unwrap();
    draft.custom[0].value = "about twelve".to_owned();
    let error = update_contact(&desk.app, UpdateContact { contact: people[2], draft }).unwrap_err();
    assert_eq!(error.code(), "bad_field_number");
    undo(&desk.app, Undo { step: None }).unwrap();
    undo(&desk.app, Undo { step: None }).unwrap();
    assert_eq!(all(), ["12", "12,5", "about ten"]);
}

#[test]
fn days_are_read_as_an_import_reads_them_and_never_guessed() {
    let desk = Desk::new();
    let id = add_field(&desk, "Ends", FieldKind::Text, &[]);
    let people =
        ["3-4-2027", "2027-05-06", "soon"].map(|it| add_contact(&desk.app, with("Somebody", &[("Ends", it)])).unwrap());
    let date = SaveField { id: Some(id), ..field("Ends", FieldKind::Date, &[]) };
    assert_eq!(preview_field(&desk.app, date.clone()).unwrap().stay, 2, "3-4 can be read two ways");
    add_contact(&desk.app, with("Somebody", &[("Ends", "31-12-2027")])).unwrap();
    assert_eq!(preview_field(&desk.app, date.clone()).unwrap().stay, 1, "31-12 tells which number is the day");
    save_field(&desk.app, date).unwrap();
    assert_eq!(people.map(|it| values(&desk, it)[0].1.clone()), ["2027-04-03", "2027-05-06", "soon"]);
}

#[test]
fn a_field_is_renamed_arranged_and_put_away_and_its_values_stay() {
    let desk = Desk::new();
    let one = add_field(&desk, "One", FieldKind::Text, &[]);
    let two = add_field(&desk, "Two", FieldKind::Choice, &["a", "A", "b"]);
    let anna = add_contact(&desk.app, with("Anna", &[("One", "1"), ("Two", "b")])).unwrap();
    let names = || get_filter_choices(&desk.app, ()).unwrap().fields.into_iter().map(|it| it.name).collect::<Vec<_>>();
    assert_eq!(list_fields(&desk.app, ()).unwrap()[1].choices, ["a", "b"]);
    arrange_fields(&desk.app, ArrangeFields { order: vec![two] }).unwrap();
    assert_eq!(names(), ["Two", "One"]);
    save_field(&desk.app, SaveField { id: Some(one), ..field("Eén <b>", FieldKind::Text, &[]) }).unwrap();
    assert_eq!(values(&desk, anna)[1], ("Eén <b>".to_owned(), "1".to_owned()));
    save_field(&desk.app, SaveField { id: Some(one), archived: true, ..field("Eén <b>", FieldKind::Text, &[]) })
        .unwrap();
    assert_eq!((names(), values(&desk, anna).len()), (vec!["Two".to_owned()], 2));
    let uses: Vec<u32> = list_fields(&desk.app, ()).unwrap().into_iter().map(|it| it.values).collect();
    assert_eq!(uses, [1, 1]);

    let code = |input| save_field(&desk.app, input).unwrap_err().code();
    assert_eq!(code(field("two", FieldKind::Text, &[])), "field_there");
    assert_eq!(code(field(" ", FieldKind::Text, &[])), "missing");
    assert_eq!(code(field("Three", FieldKind::Choice, &[" "])), "missing");
    assert_eq!(code(field(&"x".repeat(10_000), FieldKind::Text, &[])), "too_long");
    assert_eq!(code(SaveField { id: Some(FieldId(99)), ..field("Three", FieldKind::Text, &[]) }), "not_found");
}

#[test]
fn people_are_found_by_what_their_own_fields_hold() {
    let desk = Desk::new();
    let city = add_field(&desk, "Region", FieldKind::Text, &[]);
    let staff = add_field(&desk, "Staff", FieldKind::Number, &[]);
    let ends = add_field(&desk, "Ends", FieldKind::Date, &[]);
    add_contact(&desk.app, with("Anna", &[("Region", "North"), ("Staff", "9"), ("Ends", "2027-01-01")])).unwrap();
    add_contact(&desk.app, with("Bram", &[("Region", "north-east"), ("Staff", "100")])).unwrap();
    add_contact(&desk.app, with("Carla", &[("Region", "'; DROP TABLE contact; --")])).unwrap();
    let of = |filter| found(&desk, &[filter]);
    assert_eq!(of((city, FieldTest::Is, "NORTH")), ["Anna"]);
    assert_eq!(of((city, FieldTest::Contains, "North")), ["Anna", "Bram"]);
    assert_eq!(of((city, FieldTest::Is, "'; DROP TABLE contact; --")), ["Carla"]);
    assert_eq!(of((staff, FieldTest::Before, "10")), ["Anna"], "as numbers, not as words");
    assert_eq!(of((staff, FieldTest::After, "9.5")), ["Bram"]);
    assert_eq!(of((staff, FieldTest::Is, "100")), ["Bram"]);
    assert_eq!(of((ends, FieldTest::Before, "2027-06-01")), ["Anna"]);
    assert_eq!(of((ends, FieldTest::Empty, "")), ["Bram", "Carla"]);
    assert_eq!(of((ends, FieldTest::Filled, "")), ["Anna"]);
    assert_eq!(found(&desk, &[(city, FieldTest::Contains, "north"), (staff, FieldTest::After, "10")]), ["Bram"]);
    let many = vec![FieldFilter { field: city, test: FieldTest::Filled, value: String::new() }; 11];
    let error = open_people(&desk.app, PeopleQuery { fields: many, ..PeopleQuery::default() }).unwrap_err();
    assert_eq!(error.code(), "too_many");
}

#[test]
fn a_file_brings_values_that_fit_and_says_of_the_others_that_they_stand_in_the_note() {
    let desk = Desk::new();
    add_field(&desk, "Staff", FieldKind::Number, &[]);
    add_field(&desk, "Ends", FieldKind::Date, &[]);
    add_field(&desk, "Size", FieldKind::Choice, &["Small", "Large"]);
    let text = "Name;Staff;Ends;Size\nAnna Vos;1 250,5;31-12-2027;large\nBram Smit;a few;3-4-2027;Huge\n";
    let mut seen = inspect(&desk, &file(&desk, "list.csv", text));
    for (column, name) in seen.columns.iter().zip(["Name", "Staff", "Ends", "Size"]) {
        assert_eq!(column.name, name);
    }
    let run = try_out(&desk, &seen);
    let rows =
        get_dry_run_rows(&desk.app, DryRunWindow { number: run.number, from: 0, count: 10, only: None }).unwrap();
    let problems: Vec<_> = rows[1].problems.iter().map(|it| it.value.clone()).collect();
    assert_eq!(problems, ["Staff: a few", "Size: Huge"], "31-12 told which number is the day");
    run_import(&desk.app, RunImport { number: run.number, duplicates: Decision::Skip, rows: Vec::new() }).unwrap();
    let person = |name: &str| {
        let list = open_people(&desk.app, PeopleQuery { search: name.to_owned(), ..PeopleQuery::default() }).unwrap();
        get_people(&desk.app, PeopleWindow { snapshot: list.snapshot, from: 0, count: 1 }).unwrap()[0].id
    };
    let own = |id| values(&desk, id).into_iter().map(|(_, value)| value).collect::<Vec<_>>();
    assert_eq!(own(person("anna")), ["1250.5", "2027-12-31", "Large"]);
    assert_eq!(own(person("bram")), ["2027-04-03"]);
    let note = get_person(&desk.app, ContactRef { contact: person("bram") }).unwrap().draft.note;
    assert_eq!(note, "Staff: a few\nSize: Huge");

    // The same file once more brings nobody, whatever the fields hold by now.
    seen = inspect(&desk, &file(&desk, "list.csv", text));
    let again = try_out(&desk, &seen);
    assert_eq!(crate::import::count(&again, RowOutcome::Known), 2);
}

#[test]
fn tags_are_renamed_merged_and_deleted_and_search_and_views_follow() {
    let desk = Desk::new();
    let tagged = |name: &str, tags: &[&str]| {
        let tags = tags.iter().map(|it| (*it).to_owned()).collect();
        add_contact(&desk.app, ContactDraft { tags, ..draft(name) }).unwrap()
    };
    let anna = tagged("Anna", &["Fair", "warm"]);
    let bram = tagged("Bram", &["Trade fair"]);
    let tags = || list_tags(&desk.app, TagQuery { words: String::new() }).unwrap().tags;
    let id = |name: &str| tags().into_iter().find(|it| it.name == name).unwrap().id;
    let of = |contact| get_person(&desk.app, ContactRef { contact }).unwrap().draft.tags;
    let search = |words: &str| {
        open_people(&desk.app, PeopleQuery { search: words.to_owned(), ..PeopleQuery::default() }).unwrap().total
    };
    let query = PeopleQuery { tags: vec!["fair".to_owned(), "Trade fair".to_owned()], ..PeopleQuery::default() };
    save_view(&desk.app, SaveView { id: None, name: "Fairs".to_owned(), query }).unwrap();

    rename_tag(&desk.app, RenameTag { tag: id("Fair"), name: "Exhibition".to_owned() }).unwrap();
    assert_eq!((of(anna), search("exhibition")), (vec!["Exhibition".to_owned(), "warm".to_owned()], 1));
    let error = rename_tag(&desk.app, RenameTag { tag: id("warm"), name: "EXHIBITION".to_owned() }).unwrap_err();
    assert_eq!(error.code(), "tag_there");

    merge_tags(&desk.app, MergeTags { tag: id("Trade fair"), into: id("Exhibition") }).unwrap();
    assert_eq!((of(bram), search("trade"), tags()[0].count), (vec!["Exhibition".to_owned()], 0, 2));
    assert_eq!(list_views(&desk.app, ()).unwrap()[0].query.tags, ["Exhibition"]);
    undo(&desk.app, Undo { step: None }).unwrap();
    assert_eq!((of(bram), search("trade")), (vec!["Trade fair".to_owned()], 1));
    assert_eq!(list_views(&desk.app, ()).unwrap()[0].query.tags, ["Exhibition", "Trade fair"]);

    delete_tag(&desk.app, TagRef { tag: id("warm") }).unwrap();
    assert_eq!((of(anna), search("warm")), (vec!["Exhibition".to_owned()], 0));
    undo(&desk.app, Undo { step: None }).unwrap();
    assert_eq!((of(anna).len(), search("warm")), (2, 1));
    assert_eq!(delete_tag(&desk.app, TagRef { tag: TagId(99) }).unwrap_err().code(), "not_found");
    assert_eq!(list_tags(&desk.app, TagQuery { words: "EXH".to_owned() }).unwrap().total, 1);
}

#[test]
fn a_deleted_tag_leaves_views_that_ask_for_another_one_too_and_an_undo_brings_it_back() {
    let desk = Desk::new();
    for (name, tag) in [("Anna", "warm"), ("Bram", "cold")] {
        add_contact(&desk.app, ContactDraft { tags: vec![tag.to_owned()], ..draft(name) }).unwrap();
    }
    let view = |name: &str, tags: &[&str]| {
        let query = PeopleQuery { tags: tags.iter().map(|it| (*it).to_owned()).collect(), ..PeopleQuery::default() };
        save_view(&desk.app, SaveView { id: None, name: name.to_owned(), query }).unwrap();
    };
    view("Both", &["Warm", "cold"]);
    view("One", &["warm"]);
    let tags = || list_views(&desk.app, ()).unwrap().into_iter().map(|it| it.query.tags).collect::<Vec<_>>();
    let warm = list_tags(&desk.app, TagQuery { words: "warm".to_owned() }).unwrap().tags[0].id;
    delete_tag(&desk.app, TagRef { tag: warm }).unwrap();
    assert_eq!(tags(), [vec!["cold"], vec!["warm"]]);
    let counts: Vec<_> = count_views(&desk.app, ()).unwrap().into_iter().map(|it| it.count).collect();
    assert_eq!(counts, [1, 0], "whoever asks for a tag that is gone is not shown everybody");
    undo(&desk.app, Undo { step: None }).unwrap();
    assert_eq!(tags(), [vec!["Warm", "cold"], vec!["warm"]]);
}

#[test]
fn texts_are_found_whatever_their_capitals_and_accents() {
    let desk = Desk::new();
    let town = add_field(&desk, "Town", FieldKind::Text, &[]);
    add_contact(&desk.app, with("Anna", &[("Town", "ÉCAUSSINNES Élan")])).unwrap();
    add_contact(&desk.app, with("Bram", &[("Town", "Москва")])).unwrap();
    for (test, value, who) in [
        (FieldTest::Is, "écaussinnes élan", "Anna"),
        (FieldTest::Is, "Ecaussinnes Elan", "Anna"),
        (FieldTest::Contains, "éLAN", "Anna"),
        (FieldTest::Is, "МОСКВА", "Bram"),
        (FieldTest::Contains, "ОСК", "Bram"),
    ] {
        assert_eq!(found(&desk, &[(town, test, value)]), [who], "{value}");
    }
    assert!(found(&desk, &[(town, FieldTest::Is, "Elan")]).is_empty());
}

#[test]
fn a_column_goes_on_going_into_a_field_that_was_renamed() {
    let desk = Desk::new();
    let text = "Name;Shoe\nAnna Nowak;41\n";
    let names = |seen: &ImportInspection| {
        let fields = seen.mapping.fields.iter();
        fields
            .filter_map(|it| if let Field::Custom { name } = it { Some(name.clone()) } else { None })
            .collect::<Vec<_>>()
    };
    let seen = inspect(&desk, &file(&desk, "list.csv", text));
    assert_eq!(names(&seen), ["Shoe"]);
    // Kept by name before there is such a field, and by the import that makes it.
    let columns = seen.columns.iter().map(|it| it.name.clone()).collect();
    let mapping = seen.mapping.clone();
    let kept = save_import_mapping(&desk.app, SaveMapping { name: "Shoes".to_owned(), columns, mapping }).unwrap();
    let number = try_out(&desk, &seen).number;
    run_import(&desk.app, RunImport { number, duplicates: Decision::Skip, rows: Vec::new() }).unwrap();

    let id = list_fields(&desk.app, ()).unwrap()[0].id;
    let rename =
        |to: &str| save_field(&desk.app, SaveField { id: Some(id), ..field(to, FieldKind::Text, &[]) }).unwrap();
    for to in ["Size of shoe", "Größe"] {
        rename(to);
        let seen = inspect(&desk, &file(&desk, "more.csv", "Name;Shoe\nBram Smit;44\n"));
        assert_eq!(names(&seen), [to], "as it was mapped last");
        let inspected = InspectImport { file: seen.file.clone(), shape: None, encoding: None };
        let used = use_import_mapping(&desk.app, UseMapping { mapping: kept, inspected }).unwrap();
        assert!(used.mapping.fields.contains(&Field::Custom { name: to.to_owned() }), "{:?}", used.mapping);
    }
    undo(&desk.app, Undo { step: None }).unwrap();
    assert_eq!(names(&inspect(&desk, &file(&desk, "more.csv", text))), ["Size of shoe"]);
}

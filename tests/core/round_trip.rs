//! What goes out comes back: our own table without any loss whatever people typed, a card with all that a card can hold.

use proptest::prelude::*;
use rappel_core::commands::*;
use rappel_domain::birthday::Birthday;
use rappel_domain::contact::{CustomValue, Labelled, PersonName, PostalAddress};
use rappel_domain::follow_up::Due;
use rappel_domain::process::{Permission, Place, Standing};
use rappel_domain::qualification::Answer;
use rappel_tests::{Desk, as_found, day};

use crate::export::{export, save_to};
use crate::import::{count, file, inspect};

/// Words that files get wrong: quotes, separators, formulas, line ends, other scripts, marks that steer, and things that look like
/// something else.
const HOSTILE: [&str; 44] = [
    "a",
    "Anna",
    "=cmd|' /C calc'!A0",
    "+31",
    "-1",
    "@SUM(A1)",
    "'",
    "''",
    "'=",
    "\"",
    "\"\"",
    "\";\"",
    "','",
    ",",
    ";",
    "|",
    "\t",
    "\\",
    "\\n",
    "\\,",
    ":",
    "::",
    " ::: ",
    "{",
    "<b>",
    "&amp;",
    "%0d",
    "sep=;",
    "0.0.00",
    "é",
    "ß",
    "Žofie",
    "日本",
    "שלום",
    "مرحبا",
    "🎂",
    "👩🏽‍🚀",
    "\u{200f}",
    "\u{feff}",
    "\u{a0}",
    "\u{2028}",
    "van der",
    "unspecified",
    "Rappel export 1",
];

/// A line that the form would take.
fn line(pieces: std::ops::Range<usize>) -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => prop::sample::select(HOSTILE.to_vec()).prop_map(ToOwned::to_owned),
        2 => "\\PC{1,6}",
        1 => Just(" ".to_owned()),
        1 => Just("  ".to_owned()),
    ];
    prop::collection::vec(piece, pieces).prop_map(|pieces| {
        let line: String = pieces.concat().chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        line.trim().to_owned()
    })
}

fn some_line() -> impl Strategy<Value = String> {
    line(1..5).prop_map(|line| if line.is_empty() { "x".to_owned() } else { line })
}

/// A text of several lines.
fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(line(0..5), 0..4).prop_map(|lines| lines.join("\n").trim().to_owned())
}

fn labelled(value: impl Strategy<Value = String>) -> impl Strategy<Value = Vec<Labelled>> {
    let one = (line(0..3), value).prop_map(|(label, value)| Labelled { label, value });
    prop::collection::vec(one, 0..4)
}

fn email() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z]{1,5}@[a-z]{1,5}\\.example",
        Just("\"odd name\"@x.example".to_owned()),
        Just("=cmd@x.example".to_owned())
    ]
}

fn phone() -> impl Strategy<Value = String> {
    prop_oneof!["\\+31 6 [0-9]{8}", "06-[0-9]{8}", "-[0-9]{5}", Just("(020) 123 45 67 ext. 9".to_owned())]
}

fn address() -> impl Strategy<Value = PostalAddress> {
    (line(0..3), text(), line(0..3), line(0..3), line(0..2), some_line()).prop_map(
        |(label, street, postal_code, town, region, country)| PostalAddress {
            label,
            street,
            postal_code,
            town,
            region,
            country,
        },
    )
}

fn birthday() -> impl Strategy<Value = Option<Birthday>> {
    let year = prop_oneof![Just(None), (1850_i32..2100).prop_map(Some)];
    (1_u32..13, 1_u32..32, year).prop_map(|(month, day, year)| Birthday::new(month, day, year).ok())
}

fn unique(list: Vec<String>) -> Vec<String> {
    let mut seen = std::collections::BTreeSet::new();
    list.into_iter().filter(|it| seen.insert(it.to_lowercase())).collect()
}

fn person() -> impl Strategy<Value = ContactDraft> {
    let name = (line(0..2), some_line(), line(0..2), line(0..3), line(0..3))
        .prop_map(|(prefix, given, particle, family, display)| PersonName { prefix, given, particle, family, display });
    let reach = (labelled(email()), labelled(phone()), labelled(some_line()), prop::collection::vec(address(), 0..3));
    let tags = prop::collection::vec(some_line(), 0..4).prop_map(unique);
    let fields = prop::collection::vec((some_line(), text()), 0..4);
    (name, line(0..4), line(0..3), reach, birthday(), line(0..2), tags, fields, text()).prop_map(
        |(name, company, job_title, (emails, phones, websites, addresses), birthday, language, tags, fields, note)| {
            let names = unique(fields.iter().map(|(name, _)| name.clone()).collect());
            let custom = fields.into_iter().filter(|(name, value)| names.contains(name) && !value.is_empty());
            ContactDraft {
                name,
                company,
                job_title,
                emails,
                phones,
                websites,
                addresses,
                birthday,
                language,
                source: None,
                tags,
                custom: custom.map(|(name, value)| CustomValue { name, value }).collect(),
                note,
            }
        },
    )
}

/// Everybody as they stand, in the order in which they came; tags and own fields by name, as no order of them was chosen.
pub(crate) fn everybody(desk: &Desk) -> Vec<Person> {
    let query = PeopleQuery { order: PeopleOrder::Newest, reverse: true, ..PeopleQuery::default() };
    let list = open_people(&desk.app, query).unwrap();
    let rows = get_people(&desk.app, PeopleWindow { snapshot: list.snapshot, from: 0, count: 200 }).unwrap();
    let mut people: Vec<Person> =
        rows.iter().map(|row| get_person(&desk.app, ContactRef { contact: row.id }).unwrap()).collect();
    for person in &mut people {
        person.draft.custom.sort_by_key(|it| it.name.to_lowercase());
    }
    people
}

/// Brings a file in as it comes, with nothing chosen; how many came in.
pub(crate) fn bring_in(desk: &Desk, name: &str, text: &str) -> u32 {
    let seen = inspect(desk, &file(desk, name, text));
    let run = dry_run_import(&desk.app, as_found(&seen)).unwrap();
    assert_eq!(count(&run, RowOutcome::New), run.total, "nothing is unclear in {text}: {:?}", problems(desk, &run));
    run_import(&desk.app, RunImport { number: run.number, duplicates: Decision::Skip, rows: Vec::new() }).unwrap().added
}

fn problems(desk: &Desk, run: &DryRun) -> Vec<DryRunRow> {
    let rows = get_dry_run_rows(&desk.app, DryRunWindow { number: run.number, only: None, from: 0, count: 200 });
    rows.unwrap().into_iter().filter(|row| row.outcome != RowOutcome::New).collect()
}

fn in_the_order_they_came() -> Whom {
    let query = PeopleQuery { order: PeopleOrder::Newest, reverse: true, ..PeopleQuery::default() };
    Whom::Listed { query }
}

fn settings_of(country: &str) -> rappel_domain::settings::Settings {
    rappel_domain::settings::Settings { country: country.to_owned(), ..Default::default() }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn our_own_table_comes_back_as_it_went(people in prop::collection::vec(person(), 1..6), country in prop::sample::select(vec!["NL", "GB"])) {
        let (from, to) = (Desk::new(), Desk::new());
        update_settings(&from.app, settings_of(country)).unwrap();
        for draft in &people {
            add_contact(&from.app, draft.clone()).unwrap();
        }
        let table = export(&from, in_the_order_they_came(), PeopleFormat::Csv);
        prop_assert_eq!(bring_in(&to, "people.csv", &table) as usize, people.len());
        let (was, is) = (everybody(&from), everybody(&to));
        for (was, is) in was.iter().zip(&is) {
            prop_assert_eq!(&was.draft, &is.draft);
        }
        prop_assert_eq!(was.len(), is.len());
    }
}

/// Somebody with everything that a table tells beside the contact.
fn with_everything(desk: &Desk) -> ContactId {
    let source = save_source(
        &desk.app,
        SaveSource { id: None, name: "=Fair; \"2026\"".to_owned(), cost: None, archived: false },
    );
    let mut draft = rappel_tests::draft("Sanne de Boer");
    draft.source = Some(source.unwrap());
    draft.birthday = Some(Birthday::new(2, 29, None).unwrap());
    let id = add_contact(&desk.app, draft).unwrap();
    let criteria = get_person(&desk.app, ContactRef { contact: id }).unwrap().criteria;
    let given = |at: usize, answer, proof: &str| GivenAnswer {
        criterion: criteria[at].criterion,
        answer,
        proof: Some(proof.to_owned()),
    };
    let answers = vec![given(0, Answer::Yes, "-said so, \"twice\""), given(1, Answer::No, "")];
    answer_criteria(&desk.app, QualifyAnswers { contact: id, answers }).unwrap();
    set_keep_in_touch(&desk.app, SetKeepInTouch { contact: id, weeks: Some(6) }).unwrap();
    set_birthday_offsets(&desk.app, SetBirthdayOffsets { contact: id, offsets: Some([0, 7].into()) }).unwrap();
    let at = chrono::NaiveTime::from_hms_opt(10, 30, 0);
    desk.follow_up(id, "=Call", Due { on: day(2026, 12, 1), at });
    id
}

#[test]
fn answers_standing_source_and_what_to_be_reminded_of_come_back_too() {
    let (from, to) = (Desk::new(), Desk::new());
    with_everything(&from);
    let koen = from.add("Koen");
    let later = Move::Later { due: Due { on: day(2027, 1, 4), at: None }, what: "Ask again".to_owned() };
    move_contact(&from.app, MoveContact { contact: koen, to: later }).unwrap();
    let mia = from.add("Mia");
    let misfit = Move::NotAFit { criterion: None, reason: "too far, \"really\"".to_owned() };
    move_contact(&from.app, MoveContact { contact: mia, to: misfit }).unwrap();
    bring_in(&to, "people.csv", &export(&from, in_the_order_they_came(), PeopleFormat::Csv));
    let (was, is) = (everybody(&from), everybody(&to));
    assert_eq!(is.len(), 3);
    for (was, is) in was.iter().zip(&is) {
        assert_eq!((&was.row.source, was.row.place, was.standing), (&is.row.source, is.row.place, is.standing));
        assert_eq!(was.standing_reason, is.standing_reason);
        assert_eq!((was.keep_in_touch, &was.birthday_offsets), (is.keep_in_touch, &is.birthday_offsets));
        assert_eq!(was.criteria, is.criteria);
        let plans = |it: &Person| it.follow_ups.iter().map(|it| it.draft.clone()).collect::<Vec<_>>();
        assert_eq!(plans(was), plans(is));
    }
    assert_eq!(is[1].row.place, Place::Later);
    // What came with the table is no work of this person's: the whole batch can be taken back.
    let batch = list_imports(&to.app, ()).unwrap()[0].batch;
    let undone = undo_import(&to.app, UndoImport { batch, worked_on_too: false }).unwrap();
    assert_eq!((undone.trashed, undone.kept), (3, 0));
}

#[test]
fn people_who_share_a_number_or_a_name_all_come_back_and_nobody_twice() {
    let (from, to) = (Desk::new(), Desk::new());
    let mut draft = rappel_tests::draft("Jan Smit");
    from.add("Jan Smit");
    from.add("Jan Smit");
    draft.phones = vec![Labelled { label: "home".to_owned(), value: "020 123 4567".to_owned() }];
    add_contact(&from.app, draft.clone()).unwrap();
    draft.name.given = "Mia".to_owned();
    let mia = add_contact(&from.app, draft).unwrap();
    let no = Move::Declined { permission: Permission::Refused, ask_again: None, reason: "no thanks".to_owned() };
    move_contact(&from.app, MoveContact { contact: mia, to: no }).unwrap();
    let query = PeopleQuery { order: PeopleOrder::Newest, ..PeopleQuery::default() };
    let table = export(&from, Whom::Listed { query }, PeopleFormat::Csv);
    assert_eq!(bring_in(&to, "people.csv", &table), 4);
    let is = everybody(&to);
    let refused = Standing::Declined { permission: Permission::Refused };
    assert_eq!(is.iter().filter(|it| it.standing == refused && it.standing_reason == "no thanks").count(), 1);
    // The same file again brings nobody.
    let seen = inspect(&to, &file(&to, "again.csv", &table));
    let run = crate::import::try_out(&to, &seen);
    assert_eq!(count(&run, RowOutcome::New), 0, "{run:?}");
    // Whoever refused is known again, even after they are erased here.
    let mia = is.iter().find(|it| it.standing == refused).unwrap();
    erase_contact(&to.app, ContactRef { contact: mia.row.id }).unwrap();
    let run = crate::import::try_out(&to, &inspect(&to, &file(&to, "list.csv", "Name,Phone\nMia,0201234567\n")));
    assert_eq!(count(&run, RowOutcome::Blocked), 1);
}

#[test]
fn a_table_that_somebody_changed_by_hand_still_comes_in_and_says_what_it_could_not_read() {
    let (from, to) = (Desk::new(), Desk::new());
    with_everything(&from);
    let table = export(&from, Whom::All, PeopleFormat::Csv);
    // As a spreadsheet saves it anew: other dates, no apostrophes, a column more.
    let table = table.replace("'--02-29", "29 February").replace("2026-12-01", "soon");
    let mut lines = table.split("\r\n");
    let text = format!("{};Remarks\r\n{};likes tea\r\n", lines.next().unwrap(), lines.next().unwrap());
    let seen = inspect(&to, &file(&to, "people.csv", &text));
    let run = crate::import::try_out(&to, &seen);
    assert_eq!(count(&run, RowOutcome::NewWithRemarks), 1);
    run_import(&to.app, RunImport { number: run.number, duplicates: Decision::Skip, rows: Vec::new() }).unwrap();
    let is = everybody(&to).remove(0);
    assert_eq!(is.draft.birthday, Some(Birthday::new(2, 29, None).unwrap()));
    assert!(is.draft.note.contains("likes tea") && is.draft.note.contains("Follow-up date: soon"), "{}", is.draft.note);
    assert!(is.follow_ups.is_empty());
    assert_eq!(is.row.source, "=Fair; \"2026\"");
}

#[test]
fn a_table_with_more_own_fields_than_columns_loses_none() {
    let (from, to) = (Desk::new(), Desk::new());
    let mut draft = rappel_tests::draft("Anna");
    draft.custom = (0..230).map(|n| CustomValue { name: format!("field {n:03}"), value: format!("=v{n}") }).collect();
    add_contact(&from.app, draft.clone()).unwrap();
    bring_in(&to, "people.csv", &export(&from, Whom::All, PeopleFormat::Csv));
    assert_eq!(everybody(&to)[0].draft.custom, draft.custom);
}

/// What a card can hold: labels and names in the words that all programs share, and values without the blanks that folding eats.
fn on_a_card() -> impl Strategy<Value = ContactDraft> {
    let word = "[A-Z][a-z]{2,8}";
    let value = prop::collection::vec(
        prop::sample::select(vec!["a", "é", "日本", "🎂", ";", ",", "\\", "\"", ":", "=", "<b>", "שלום", "x y"]),
        1..30,
    )
    .prop_map(|pieces| format!("v{}", pieces.concat()));
    let note = prop::collection::vec(value.clone(), 1..4).prop_map(|lines| lines.join("\n"));
    let label = prop::sample::select(vec!["", "home", "work", "Strandhuis", "Other; odd"]);
    let phone_label = prop::sample::select(vec!["", "home", "work", "mobile", "work fax", "pager", "Kantoor 2"]);
    let of = |label: &str, value: String| Labelled { label: label.to_owned(), value };
    (
        (word, word),
        (value.clone(), value.clone()),
        (label.clone(), email(), phone_label, "\\+31 6 [0-9]{8}", "https://[a-z]{3,60}\\.example/\\?a=1,2;b"),
        (value.clone(), value.clone()),
        birthday(),
        (note, value),
    )
        .prop_map(
            move |(
                (given, family),
                (company, title),
                (label, email, phone_label, phone, site),
                (street, town),
                birthday,
                (note, field),
            )| {
                ContactDraft {
                    name: PersonName { given, family, ..PersonName::default() },
                    company,
                    job_title: title,
                    emails: vec![of(label, email)],
                    phones: vec![of(phone_label, phone)],
                    websites: vec![of(label, site)],
                    addresses: vec![PostalAddress {
                        label: label.to_owned(),
                        street,
                        town,
                        postal_code: "1234 AB".to_owned(),
                        country: "Nederland".to_owned(),
                        ..PostalAddress::default()
                    }],
                    birthday,
                    language: "nl".to_owned(),
                    tags: vec!["one, two".to_owned(), "three".to_owned()],
                    custom: vec![CustomValue { name: "Hobby; odd".to_owned(), value: field }],
                    note,
                    source: None,
                }
            },
        )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn a_card_comes_back_with_all_that_a_card_can_hold(draft in on_a_card()) {
        let (from, to) = (Desk::new(), Desk::new());
        add_contact(&from.app, draft).unwrap();
        let cards = export(&from, Whom::All, PeopleFormat::Vcard);
        for line in cards.lines() {
            prop_assert!(line.len() <= 75, "folded: {line}");
        }
        prop_assert_eq!(bring_in(&to, "people.vcf", &cards), 1);
        prop_assert_eq!(&everybody(&from)[0].draft, &everybody(&to)[0].draft);
    }
}

#[test]
fn a_photo_goes_with_the_card_and_comes_back() {
    let (from, to) = (Desk::new(), Desk::new());
    let id = from.add("Anna Nowak");
    let photo = from.folder().join("photo.png");
    std::fs::write(&photo, crate::photo::PNG).unwrap();
    crate::photo::choose(&from, id, crate::photo::PNG).unwrap();
    save_to(&from, "anna.vcf");
    export_person(&from.app, ExportPerson { contact: id, format: PersonFormat::Vcard }).unwrap().unwrap();
    bring_in(&to, "anna.vcf", &std::fs::read_to_string(from.folder().join("anna.vcf")).unwrap());
    let it = ContactRef { contact: everybody(&to)[0].row.id };
    assert_eq!(get_photo(&to.app, it).unwrap(), get_photo(&from.app, ContactRef { contact: id }).unwrap());
    assert!(get_photo(&to.app, it).unwrap().is_some());
}

//! The readers over files in the shape of every program, with invented people, and over files made to do harm.

use proptest::prelude::*;
use rappel_domain::birthday::Birthday;
use rappel_domain::contact::{ContactDraft, Labelled};

use super::csv::{Mapping, Table, guess_mapping, read, sniff, to_draft};
use super::{DateOrder, Kind, ProblemCode, Refused, Row, decode, detect, row_hash, vcard};

fn fixture(name: &str) -> Vec<u8> {
    let path = format!("{}/../../tests/fixtures/import/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn table_of(bytes: &[u8]) -> Result<(Table, Mapping), Refused> {
    let text = decode(bytes)?.text;
    let shape = sniff(&text);
    let table = read(text, &shape)?;
    let mapping = guess_mapping(table.columns());
    Ok((table, mapping))
}

fn csv_rows(bytes: &[u8]) -> Result<Vec<Row>, Refused> {
    let (table, mapping) = table_of(bytes)?;
    let dates = table.date_order(&mapping, &[]);
    Ok(table.rows().map(|record| to_draft(&record, table.columns(), &mapping, &dates)).collect())
}

/// The rows of a fixture, whatever kind it is.
fn rows(name: &str) -> Vec<Row> {
    let bytes = fixture(name);
    match detect(&bytes, name) {
        Kind::Vcard => vcard::read(&vcard::decode(&bytes).unwrap().text),
        Kind::Csv => csv_rows(&bytes).unwrap(),
    }
}

#[test]
fn a_row_that_is_not_refused_may_be_written_as_it_is() {
    let folder = format!("{}/../../tests/fixtures/import", env!("CARGO_MANIFEST_DIR"));
    for file in std::fs::read_dir(folder).unwrap() {
        all_ways(&std::fs::read(file.unwrap().path()).unwrap());
    }
}

fn born(month: u32, day: u32, year: Option<i32>) -> Option<Birthday> {
    Birthday::new(month, day, year).ok()
}

fn pairs(list: &[Labelled]) -> Vec<(&str, &str)> {
    list.iter().map(|one| (one.label.as_str(), one.value.as_str())).collect()
}

fn codes(row: &Row) -> Vec<ProblemCode> {
    row.problems.iter().map(|problem| problem.code).collect()
}

fn custom<'a>(draft: &'a ContactDraft, name: &str) -> Option<&'a str> {
    draft.custom.iter().find(|field| field.name == name).map(|field| field.value.as_str())
}

fn name(draft: &ContactDraft) -> [&str; 4] {
    [&draft.name.prefix, &draft.name.given, &draft.name.particle, &draft.name.family].map(String::as_str)
}

#[test]
fn google_old_and_new_are_mapped_by_themselves() {
    let old = rows("google-old.csv");
    let sanne = &old[0].draft;
    assert_eq!(name(sanne), ["dr.", "Sanne Lotte", "van der", "Boer"]);
    assert_eq!(pairs(&sanne.emails), [("home", "sanne.boer@thuis.example"), ("work", "sanne@boerderij.example")]);
    assert_eq!(
        pairs(&sanne.phones),
        [("mobile", "+31 6 12345678"), ("mobile", "+31 6 87654321"), ("work fax", "020 1234567")]
    );
    assert_eq!(sanne.birthday, born(3, 8, Some(1979)));
    assert_eq!(sanne.tags, ["Beurs 2024", "Kaas"]);
    assert_eq!((sanne.company.as_str(), sanne.job_title.as_str()), ("De Boerderij", "Kaasmaakster"));
    assert_eq!(sanne.addresses[0].street, "Dorpsstraat 1\nPostbus 9");
    assert_eq!((sanne.addresses[0].label.as_str(), sanne.addresses[0].town.as_str()), ("home", "Edam"));
    assert_eq!(sanne.addresses[1].street, "Kaasmarkt 3\n1135 AA Edam");
    assert_eq!((custom(sanne, "Spouse"), custom(sanne, "Nickname")), (Some("Joris"), Some("Sannie")));
    assert_eq!(old[1].line, 6, "the quoted line breaks count");
    assert_eq!(codes(&old[0]), [ProblemCode::LeftOut]);

    let mehmet = &rows("google-new.csv")[0].draft;
    assert_eq!(mehmet.name.display, "Mehmet Yıldız, jr.");
    assert_eq!(mehmet.birthday, born(3, 8, None));
    assert_eq!(pairs(&mehmet.emails), [("work", "mehmet@bakkerij.example"), ("work", "info@bakkerij.example")]);
    assert_eq!(custom(mehmet, "Lievelingstaart"), Some("Baklava"));
    assert_eq!(mehmet.addresses.len(), 1);
}

#[test]
fn outlook_is_mapped_in_english_dutch_and_german() {
    let english = rows("outlook-en.csv");
    let oliver = &english[0].draft;
    assert_eq!(name(oliver), ["Mr.", "Oliver", "", "Finch"]);
    assert_eq!(oliver.job_title, "Owner");
    assert_eq!(oliver.birthday, born(3, 25, Some(1968)));
    assert_eq!(oliver.addresses[0].street, "12 Mill Lane\nUnit 3");
    assert_eq!(pairs(&oliver.phones)[0], ("work fax", "+44 1353 000001"));
    assert_eq!(oliver.note, "Two lines:\nhoney, wax");
    assert_eq!((english[1].line, english[1].draft.birthday), (4, None));

    let dutch = rows("outlook-nl.csv");
    assert_eq!(name(&dutch[0].draft), ["Mevr.", "Zoë", "de", "Graaf"]);
    assert_eq!(dutch[0].draft.addresses.len(), 2);
    assert_eq!(pairs(&dutch[0].draft.phones)[1], ("work", "0297 123457"));

    let german = rows("outlook-de.csv");
    let jordis = &german[0].draft;
    assert_eq!(jordis.job_title, "Geschäftsführerin");
    assert_eq!(jordis.birthday, born(12, 24, Some(1970)));
    assert_eq!((jordis.addresses[1].label.as_str(), jordis.addresses[1].town.as_str()), ("other", "Zittau"));
    assert_eq!((german[1].line, german[1].draft.birthday), (4, None));
    assert!(german[1].draft.custom.is_empty() && german[1].problems.is_empty());
}

#[test]
fn dates_that_can_be_read_two_ways_are_asked_and_kept_until_then() {
    let (table, mapping) = table_of(&fixture("outlook-nl.csv")).unwrap();
    let dates = table.date_order(&mapping, &[]);
    assert_eq!(dates, DateOrder::Ask { examples: vec!["4-3-1980".into(), "7-11-1975".into()] });
    let record = table.row(0).unwrap();
    let asked = to_draft(&record, table.columns(), &mapping, &dates);
    assert_eq!(codes(&asked), [ProblemCode::DateAmbiguous]);
    assert!(asked.draft.birthday.is_none() && asked.draft.note.contains("Verjaardag: 4-3-1980"));
    let told = to_draft(&record, table.columns(), &mapping, &DateOrder::DayFirst);
    assert_eq!((told.draft.birthday, told.draft.note.as_str()), (born(3, 4, Some(1980)), "houdt van pioenen"));
}

#[test]
fn linkedin_hubspot_and_thunderbird_are_mapped_by_themselves() {
    let linkedin = rows("linkedin.csv");
    assert_eq!((linkedin[0].line, name(&linkedin[0].draft)), (5, ["", "Fatima", "", "El Amrani"]));
    assert_eq!(linkedin[0].draft.websites[0].value, "https://www.linkedin.com/in/fatima-example");
    assert_eq!(custom(&linkedin[1].draft, "Connected On"), Some("03 Mar 2019"));

    let hubspot = rows("hubspot.csv");
    assert_eq!(hubspot[0].draft.company, "Jansen Interieur");
    assert_eq!(custom(&hubspot[0].draft, "Lead Status"), Some("New"));

    let ilse = &rows("thunderbird.csv")[0].draft;
    assert_eq!(ilse.birthday, born(2, 29, None));
    assert_eq!(pairs(&ilse.phones)[1], ("fax", "03 123 45 68"));
    assert_eq!(ilse.addresses[0].street, "Vest 3\nbus 2");
    assert_eq!(custom(ilse, "Custom 1"), Some("vegetarisch"));
}

#[test]
fn a_list_of_ones_own_keeps_what_it_cannot_place_and_says_so() {
    let list = rows("own-list.csv");
    assert_eq!(list.len(), 3, "a row of separators is no row");
    let ruud = &list[0].draft;
    assert_eq!(name(ruud), ["", "Ruud", "van den", "Boer"]);
    assert_eq!(ruud.addresses[0].street, "Spoorstraat 12 a");
    assert_eq!(pairs(&ruud.emails), [("", "ruud@boer.example"), ("", "ruud2@boer.example")]);
    assert_eq!((ruud.language.as_str(), ruud.note.as_str()), ("nl", "=graag bellen"));
    assert_eq!(custom(ruud, "Kleur auto"), Some("rood"));
    use ProblemCode::{DateUnreadable, LanguageUnknown, NotAPhone, NotAnEmail, TooManyColumns, YearUnsure};
    assert_eq!(codes(&list[1]), [NotAnEmail, NotAPhone, DateUnreadable, LanguageUnknown]);
    assert_eq!(list[1].draft.note, "E-mail: geen\nTelefoon: n.v.t.\nGeboortedatum: 31-2-1980");
    assert_eq!(codes(&list[2]), [YearUnsure, TooManyColumns]);
    assert_eq!(list[2].draft.birthday, born(3, 8, None));
    assert!(list[2].draft.note.ends_with("te veel"));
}

#[test]
fn utf16_with_tabs_is_read() {
    let list = rows("utf16-tabs.txt");
    assert_eq!(name(&list[0].draft), ["", "Łucja", "", "Nowak"]);
}

#[test]
fn cards_of_telephones_are_read_with_their_letters_and_photos() {
    let cards = rows("android-2.1.vcf");
    assert_eq!(cards[0].draft.name.display, "info@zonder-naam.example");
    assert_eq!(codes(&cards[0]), [ProblemCode::LeftOut, ProblemCode::NameFromElsewhere]);
    let cagla = &cards[1];
    assert_eq!(name(&cagla.draft), ["", "Çağla", "", "Güneş"]);
    assert_eq!(
        pairs(&cagla.draft.phones),
        [("mobile", "0611112222"), ("work", "0201112222"), ("work fax", "0201112222")]
    );
    assert_eq!(cagla.draft.company, "Güneş Bakkerij");
    assert!(cagla.draft.note.contains("eerste regel\ntweede; regel"));
    assert!(cagla.draft.note.contains("ORG: Andere Zaak") && cagla.draft.note.contains("EMAIL: geen adres"));
    assert_eq!(cagla.photo.as_ref().map(|photo| photo.media_type), Some("image/jpeg"));
}

#[test]
fn cards_of_outlook_evolution_and_google_are_read() {
    let tess = &rows("outlook-2.1.vcf")[0];
    assert_eq!(tess.draft.birthday, born(3, 8, Some(1979)));
    assert_eq!(tess.draft.addresses.len(), 2, "a label that repeats an address is none");
    assert_eq!(tess.draft.addresses[1].street, "Achterom 4\nHoorn");
    assert!(tess.photo.is_some());
    assert_eq!((custom(&tess.draft, "Department"), custom(&tess.draft, "Role")), (Some("Inkoop"), Some("Zaken doen")));

    let piet = &rows("evolution-3.0.vcf")[0].draft;
    assert_eq!(piet.name.display, "Dhr. Piet Klaas, Jan Visser sr.");
    assert_eq!(piet.note.lines().take(2).collect::<Vec<_>>(), ["eerste, regel", "tweede; regel"]);
    assert!(piet.note.contains("X-AIM: visser5"));
    assert_eq!(pairs(&piet.phones), [("mobile", "06-12345678")]);
    assert_eq!(piet.tags, ["VIP", "vis"]);

    let emma = &rows("google-3.0.vcf")[0].draft;
    assert_eq!(emma.websites[0].value, "http://www.bos.example");
    assert_eq!(emma.addresses[0].street.lines().count(), 3);
    assert_eq!(pairs(&emma.phones), [("Schuur", "0318 123456")]);
    assert_eq!(emma.note, "\"tussen aanhalingstekens\"\nAnniversary: 1999-09-09");
}

#[test]
fn cards_of_apple_are_read_with_their_groups_and_the_year_1604() {
    let cards = rows("apple-3.0.vcf");
    let mies = &cards[0].draft;
    assert_eq!(name(mies), ["", "Mies", "'t", "Hooft"]);
    assert_eq!(mies.birthday, born(2, 29, None));
    assert_eq!(pairs(&mies.emails), [("work", "mies@hooft.example")]);
    assert!(cards[0].photo.is_some());
    assert_eq!((cards[1].draft.name.display.as_str(), cards[1].draft.name.given.as_str()), ("Bakkerij Bos", ""));
    assert!(cards[2].is_refused() && codes(&cards[2]).contains(&ProblemCode::NotAPerson));
    assert_eq!(name(&rows("utf-16-be.vcf")[0].draft), ["", "Żaneta", "", "Łoś"]);
}

#[test]
fn cards_of_version_4_are_read_and_what_has_no_field_stands_in_the_note() {
    let ada = &rows("rfc-4.0.vcf")[0];
    assert_eq!(name(&ada.draft), ["", "Ada", "van", "Dijk"]);
    assert_eq!(ada.draft.birthday, born(2, 3, None));
    assert_eq!(pairs(&ada.draft.phones), [("work", "+31-229-123456 ext. 102"), ("mobile", "+31-6-12345678")]);
    assert_eq!(ada.draft.language, "nl");
    for kept in ["ANNIVERSARY: 20090808T1430-0500", "GENDER: F", "LANG: fr", "ing., MSc", "ada.asc"] {
        assert!(ada.draft.note.contains(kept), "{kept}");
    }
    assert!(codes(ada).contains(&ProblemCode::BinaryLeftOut) && ada.photo.is_some());
}

#[test]
fn letters_of_an_unnamed_set_are_guessed_and_said_to_be() {
    let ela = &rows("quoted-latin2-2.1.vcf")[0];
    assert_eq!(ela.draft.name.family, "Kowalą");
    assert_eq!(codes(ela), [ProblemCode::CharsetGuessed, ProblemCode::LettersLost]);
}

#[test]
fn a_damaged_file_of_cards_loses_nothing_in_silence() {
    let cards = rows("damaged.vcf");
    use ProblemCode::{
        BinaryLeftOut, DateUnreadable, Empty, KeptInNote, LineUnreadable, MissingEnd, OutsideCard, PhotoUnreadable,
    };
    assert_eq!(cards.iter().map(|card| card.line).collect::<Vec<_>>(), [1, 2, 13, 18, 24]);
    assert_eq!(codes(&cards[0]), [OutsideCard]);
    assert_eq!(codes(&cards[1]), [LineUnreadable, KeptInNote]);
    assert!(cards[1].draft.note.contains("Hulp Vaardig") && cards[1].draft.emails.len() == 1);
    assert_eq!(codes(&cards[2]), [MissingEnd, BinaryLeftOut, DateUnreadable]);
    assert_eq!(cards[2].draft.note, "BDAY: circa 1950");
    assert_eq!((codes(&cards[3]), cards[3].draft.birthday), (vec![PhotoUnreadable], born(3, 8, Some(1979))));
    assert_eq!(codes(&cards[4]), [Empty]);
    let refused: Vec<bool> = cards.iter().map(Row::is_refused).collect();
    assert_eq!(refused, [true, false, false, false, true]);
}

#[test]
fn a_quotation_mark_that_is_never_closed_costs_its_own_row_only() {
    for text in
        ["naam;plaats\nJan;\"Gouda\nPiet;Delft\nKees;Edam\n", "naam;plaats\nJan;\"Gouda\nPiet;Delft\nKees;\"Edam\"\n"]
    {
        let list = csv_rows(text.as_bytes()).unwrap();
        assert_eq!(
            list.iter().map(|row| (row.line, row.is_refused())).collect::<Vec<_>>(),
            [(2, true), (3, false), (4, false)]
        );
        let (table, _) = table_of(text.as_bytes()).unwrap();
        assert_eq!(table.raw(0), Some("Jan;\"Gouda"), "it can be saved and mended");
    }
    let pipe = csv_rows(b"naam;bedrijf\nJan;5\" Buizen BV\n").unwrap();
    assert_eq!((pipe[0].draft.company.as_str(), pipe[0].is_refused()), ("5\" Buizen BV", false));
}

#[test]
fn nothing_is_cut_but_what_is_too_long_or_too_many_is_refused() {
    let long = format!("naam;bedrijf\nJan;{}\n", "é".repeat(501));
    let row = &csv_rows(long.as_bytes()).unwrap()[0];
    assert_eq!((codes(row), row.draft.clone()), (vec![ProblemCode::ValueTooLong], ContactDraft::default()));
    let custom_field = format!("naam;hobby\nJan;{}\n", "e".repeat(501));
    let row = &csv_rows(custom_field.as_bytes()).unwrap()[0];
    assert!(!row.is_refused() && row.draft.note.len() > 500);
    let many: String = (0..51).map(|n| format!("EMAIL:a{n}@b.example\n")).collect();
    let row = &vcard::read(&format!("BEGIN:VCARD\nFN:Jan\n{many}END:VCARD\n"))[0];
    assert_eq!(codes(row), [ProblemCode::TooManyValues]);
    let wide = format!("{}\nx\n", "a;".repeat(1_000_000));
    assert_eq!(csv_rows(wide.as_bytes()).unwrap_err(), Refused::TooManyColumns(1_000_001));
}

/// What would be read over and over for each of its parts would take hours.
#[test]
fn hostile_files_are_read_to_their_end() {
    let texts = [
        format!("naam;email\n\"{}\";a@b.example\n", "x".repeat(3_000_000)),
        format!("naam;email\n{}", "\"x\n".repeat(50_000)),
        format!("naam;email\n{}", "\"a;b\n\"\"\"x\n".repeat(100_000)),
        format!("naam;b\n{}\nx;y\n", "x;".repeat(50_000)),
        format!("BEGIN:VCARD\nFN:x\nCATEGORIES:{}\nEND:VCARD\n", ",".repeat(2_000_000)),
        format!("BEGIN:VCARD\nFN:{}\nEND:VCARD\n", "x y ".repeat(90_000)),
        "BEGIN:VCARD\nAGENT:\n".repeat(200_000),
        "BEGIN:VCARD\n".repeat(100_000),
        format!("BEGIN:VCARD\nFN{}:x\nEND:VCARD\n", ";X=\";".repeat(500_000)),
        format!("BEGIN:VCARD\nNOTE;QUOTED-PRINTABLE:{}END:VCARD\n", "=C3=\n".repeat(500_000)),
        format!("BEGIN:VCARD\nNOTE:\u{202e}\0{}\nEND:VCARD\n", "👨‍👩‍👧".repeat(10_000)),
    ];
    for text in texts {
        assert!(
            !if detect(text.as_bytes(), "") == Kind::Csv {
                csv_rows(text.as_bytes()).unwrap()
            } else {
                vcard::read(&text)
            }
            .is_empty()
        );
    }
}

#[test]
fn the_same_row_has_the_same_fingerprint_in_every_reading() {
    let first = rows("own-list.csv");
    let again = rows("own-list.csv");
    for (one, two) in first.iter().zip(&again) {
        assert_eq!(row_hash(&one.draft), row_hash(&two.draft));
    }
    assert_ne!(row_hash(&first[0].draft), row_hash(&first[1].draft));
}

/// Every row of a reading stands where it says, and a row that is taken is one that may be written as it is.
fn check(rows: &[Row], text: &str) {
    for row in rows {
        let before = &text[..row.span.start];
        assert_eq!(row.line as usize, before.matches('\n').count() + 1);
        assert!(row.span.end <= text.len());
        if !row.is_refused() {
            let checked = crate::text::check::contact(row.draft.clone());
            assert_eq!(checked.as_ref().ok(), Some(&row.draft), "{row:?} {checked:?}");
        }
    }
}

fn all_ways(bytes: &[u8]) {
    detect(bytes, "x");
    if let Ok(decoded) = decode(bytes) {
        let shape = sniff(&decoded.text);
        if let Ok(table) = read(decoded.text.clone(), &shape) {
            let mapping = guess_mapping(table.columns());
            let dates = table.date_order(&mapping, &[]);
            let rows: Vec<Row> = table.rows().map(|row| to_draft(&row, table.columns(), &mapping, &dates)).collect();
            assert_eq!(rows.len(), table.len());
            check(&rows, &decoded.text);
        }
    }
    if let Ok(decoded) = vcard::decode(bytes) {
        check(&vcard::read(&decoded.text), &decoded.text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_bytes_make_a_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        all_ways(&bytes);
    }

    #[test]
    fn no_table_makes_a_reader_panic(text in "(naam|e-mail|birthday|title|\"|'|;|,|\t|\r|\n|=|@|[0-9]{1,4}|-|/|\\.|é|\u{202e}|\0| ){0,80}") {
        all_ways(text.as_bytes());
    }

    #[test]
    fn no_card_makes_a_reader_panic(
        lines in prop::collection::vec(
            "(BEGIN:VCARD|END:VCARD|AGENT:|item1\\.X-ABLabel:_|N:|FN:|BDAY|ADR|ORG|TEL|PHOTO|NOTE|X-A|;TYPE=|;ENCODING=QUOTED-PRINTABLE|;BASE64|;CHARSET=|;VALUE=|\"|:|;|,|=|\\\\|=[C0-9]{2}|data:|base64,|[a-z0-9]{1,6}| |é|\0){0,10}(\r\n|\n)",
            0..20,
        )
    ) {
        all_ways(format!("BEGIN:VCARD\n{}", lines.concat()).as_bytes());
    }

    #[test]
    fn a_table_that_is_written_plainly_is_read_cell_for_cell(
        cells in prop::collection::vec(prop::collection::vec("[a-z \";,\n]{1,8}x", 3), 1..12)
    ) {
        let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
        let lines: Vec<String> = cells.iter().map(|row| row.iter().map(quoted).collect::<Vec<_>>().join(";")).collect();
        let text = format!("voornaam;achternaam;opmerkingen\n{}\n", lines.join("\n"));
        let table = read(text.clone(), &sniff(&text)).unwrap();
        let read: Vec<Vec<String>> = table.rows().map(|record| record.cells).collect();
        prop_assert_eq!(read, cells);
    }
}

//! Where names with a particle stand in lists: under the family name, or under the particle as in Belgium.

use rappel_core::commands::*;
use rappel_domain::contact::{NameOrder, PersonName};
use rappel_tests::Desk;

fn listed(desk: &Desk) -> Vec<String> {
    let list = open_people(&desk.app, PeopleQuery::default()).unwrap();
    let rows = get_people(&desk.app, PeopleWindow { snapshot: list.snapshot, from: 0, count: 50 }).unwrap();
    rows.into_iter().map(|it| it.name).collect()
}

fn set(desk: &Desk, change: impl Fn(Settings) -> Settings) {
    let settings = get_settings(&desk.app, ()).unwrap().settings;
    update_settings(&desk.app, change(settings)).unwrap();
}

#[test]
fn names_stand_as_lists_in_the_country_do_unless_the_person_says_otherwise() {
    let desk = Desk::new();
    for name in ["Anna Claes", "Sanne de Boer", "Piet van den Berg", "Eva Aerts"] {
        desk.add(name);
    }
    let dutch = ["Eva Aerts", "Piet van den Berg", "Sanne de Boer", "Anna Claes"];
    let belgian = ["Eva Aerts", "Anna Claes", "Sanne de Boer", "Piet van den Berg"];
    assert_eq!(listed(&desk), dutch);
    set(&desk, |it| Settings { country: "BE".to_owned(), ..it });
    assert_eq!(listed(&desk), belgian);
    set(&desk, |it| Settings { name_order: Some(NameOrder::Family), ..it });
    assert_eq!(listed(&desk), dutch);
    set(&desk, |it| Settings { country: "NL".to_owned(), name_order: Some(NameOrder::Particle), ..it });
    assert_eq!(listed(&desk), belgian);

    // Who comes in later, and who comes back by an undo, stands where the others do.
    let joke = desk.add("Joke De Cock");
    assert_eq!(listed(&desk)[2..4], ["Sanne de Boer", "Joke De Cock"]);
    trash_contact(&desk.app, ContactRef { contact: joke }).unwrap();
    set(&desk, |it| Settings { name_order: None, ..it });
    undo(&desk.app, Undo { step: None }).unwrap();
    assert_eq!(listed(&desk)[1..4], ["Piet van den Berg", "Sanne de Boer", "Anna Claes"]);
    assert_eq!(listed(&desk)[4], "Joke De Cock");
}

#[test]
fn a_backup_of_another_order_is_put_in_order_when_it_comes_back() {
    let desk = Desk::new();
    for name in ["Anna Claes", "Sanne de Boer"] {
        desk.add(name);
    }
    set(&desk, |it| Settings { country: "BE".to_owned(), ..it });
    // As a version left it that knew of no choice.
    desk.app
        .write(|write| {
            write.db.execute("UPDATE contact_state SET sort_key = 'boer sanne de' WHERE name = 'Sanne de Boer'", [])?;
            write.db.execute("DELETE FROM setting WHERE name = 'names-sorted'", [])?;
            Ok(())
        })
        .unwrap();
    let backup = make_backup(&desk.app, ()).unwrap();
    restore_backup(&desk.app, BackupRef { name: backup }).unwrap();
    assert_eq!(listed(&desk), ["Anna Claes", "Sanne de Boer"]);
}

#[test]
fn a_particle_that_was_typed_with_the_family_name_does_not_count_in_the_dutch_order() {
    let desk = Desk::new();
    let typed = |given: &str, family: &str| {
        let name = PersonName { given: given.to_owned(), family: family.to_owned(), ..PersonName::default() };
        add_contact(&desk.app, ContactDraft { name, ..ContactDraft::default() }).unwrap();
    };
    typed("Sanne", "de Boer");
    typed("Anna", "Claes");
    typed("Eva", "Aerts");
    assert_eq!(listed(&desk), ["Eva Aerts", "Sanne de Boer", "Anna Claes"]);
    set(&desk, |it| Settings { country: "BE".to_owned(), ..it });
    assert_eq!(listed(&desk), ["Eva Aerts", "Anna Claes", "Sanne de Boer"]);
    set(&desk, |it| Settings { country: "NL".to_owned(), ..it });
    assert_eq!(listed(&desk), ["Eva Aerts", "Sanne de Boer", "Anna Claes"]);
}

#[test]
fn names_are_put_in_order_behind_the_window_at_the_first_start_after_an_update() {
    let mut desk = Desk::new();
    for name in ["Anna Claes", "Sanne de Boer"] {
        desk.add(name);
    }
    // As a version left it that sorted otherwise.
    desk.app
        .write(|write| {
            write.db.execute("UPDATE contact_state SET sort_key = 'de boer sanne' WHERE name = 'Sanne de Boer'", [])?;
            write.db.execute("DELETE FROM setting WHERE name = 'names-sorted'", [])?;
            Ok(())
        })
        .unwrap();
    desk.restart();
    desk.wait_until("names in order", || listed(&desk) == ["Sanne de Boer", "Anna Claes"]);
}

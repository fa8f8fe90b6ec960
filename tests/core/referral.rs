//! Who introduced whom is known on both sides, leads in no circle, and goes with whoever is erased.

use rappel_core::commands::*;
use rappel_domain::history::Happened;
use rappel_domain::process::Permission;
use rappel_tests::Desk;

fn person(desk: &Desk, contact: ContactId) -> Person {
    get_person(&desk.app, ContactRef { contact }).unwrap()
}

fn introduce(desk: &Desk, contact: ContactId, by: Option<ContactId>) -> rappel_core::Result<()> {
    set_introduced_by(&desk.app, SetIntroducedBy { contact, by })
}

fn at(desk: &Desk, name: &str, company: &str) -> ContactId {
    let draft = ContactDraft { company: company.to_owned(), ..rappel_tests::draft(name) };
    add_contact(&desk.app, draft).unwrap()
}

/// What the timeline says of others: what happened, and their names.
fn others(desk: &Desk, contact: ContactId) -> Vec<(Happened, String)> {
    let page = get_timeline(&desk.app, TimelineQuery { contact, before: None }).unwrap();
    let entries = page.entries.into_iter().filter_map(|it| match it.what {
        TimelineWhat::Happened { what, other: Some((_, name)) } => Some((what, name)),
        _ => None,
    });
    entries.collect()
}

#[test]
fn who_does_not_decide_leads_to_a_new_lead_at_the_same_company() {
    let desk = Desk::new();
    let anna = at(&desk, "Anna Nowak", "Bakery");
    let draft = ContactDraft { company: "Bakery".to_owned(), ..rappel_tests::draft("Bas Baker") };
    let bas = add_introduced(&desk.app, AddIntroduced { draft, by: anna }).unwrap();
    assert_eq!(person(&desk, bas).introduced_by, Some((anna, "Anna Nowak".to_owned())));
    assert_eq!(person(&desk, anna).introduced, [(bas, "Bas Baker".to_owned())]);
    assert_eq!(person(&desk, anna).company, person(&desk, bas).company);
    assert_eq!(others(&desk, bas), [(Happened::IntroducedBy, "Anna Nowak".to_owned())]);
    assert_eq!(others(&desk, anna), [(Happened::Introduced, "Bas Baker".to_owned())]);
    undo(&desk.app, Undo { step: None }).unwrap();
    assert!(person(&desk, anna).introduced.is_empty(), "one step");
    assert!(others(&desk, anna).is_empty());
}

#[test]
fn colleagues_are_offered_but_for_those_who_refused() {
    let desk = Desk::new();
    let anna = at(&desk, "Anna", "Bakery");
    let (bas, carla, daan) = (at(&desk, "Bas", "bakery "), at(&desk, "Carla", "Bakery"), at(&desk, "Daan", "Garage"));
    let no = Move::Declined { permission: Permission::Refused, ask_again: None, reason: String::new() };
    move_contact(&desk.app, MoveContact { contact: carla, to: no }).unwrap();
    let found = get_colleagues(&desk.app, ContactRef { contact: anna }).unwrap();
    assert_eq!((found.name.as_str(), found.company.as_str()), ("Anna", "Bakery"));
    assert_eq!(found.people.iter().map(|it| it.id).collect::<Vec<_>>(), [bas]);
    assert!(get_colleagues(&desk.app, ContactRef { contact: daan }).unwrap().people.is_empty());
    let alone = desk.add("Nobody's");
    assert_eq!(get_colleagues(&desk.app, ContactRef { contact: alone }).unwrap().company, "");
}

#[test]
fn a_link_is_made_changed_and_taken_away_and_never_goes_in_a_circle() {
    let desk = Desk::new();
    let (anna, bas, carla) = (desk.add("Anna"), desk.add("Bas"), desk.add("Carla"));
    introduce(&desk, bas, Some(anna)).unwrap();
    introduce(&desk, carla, Some(bas)).unwrap();
    assert_eq!(introduce(&desk, anna, Some(carla)).unwrap_err().code(), "introduced_circle");
    assert_eq!(introduce(&desk, anna, Some(anna)).unwrap_err().code(), "introduced_circle");
    assert_eq!(introduce(&desk, anna, Some(ContactId(99))).unwrap_err().code(), "not_found");
    introduce(&desk, carla, Some(anna)).unwrap();
    assert_eq!(person(&desk, anna).introduced.len(), 2);
    introduce(&desk, carla, None).unwrap();
    assert_eq!(person(&desk, carla).introduced_by, None);
    undo(&desk.app, Undo { step: None }).unwrap();
    assert_eq!(person(&desk, carla).introduced_by, Some((anna, "Anna".to_owned())));
    trash_contact(&desk.app, ContactRef { contact: carla }).unwrap();
    assert_eq!(person(&desk, anna).introduced.len(), 1, "not those in the trash");
}

#[test]
fn nothing_of_who_was_erased_is_left_with_whom_they_introduced() {
    let desk = Desk::new();
    let (anna, bas) = (desk.add("Anna"), desk.add("Bas"));
    introduce(&desk, bas, Some(anna)).unwrap();
    erase_contact(&desk.app, ContactRef { contact: anna }).unwrap();
    assert_eq!(person(&desk, bas).introduced_by, None);
    assert!(others(&desk, bas).is_empty());
    // A number that is given out again is somebody else.
    let new = desk.add("New");
    assert!(person(&desk, new).introduced.is_empty());
}

#[test]
fn merging_keeps_the_links_but_not_to_oneself() {
    let desk = Desk::new();
    let (anna, bas, carla) = (desk.add("Anna"), desk.add("Bas"), desk.add("Anna N."));
    introduce(&desk, bas, Some(carla)).unwrap();
    introduce(&desk, carla, Some(anna)).unwrap();
    let preview = get_merge(&desk.app, TwoPeople { one: anna, other: carla }).unwrap();
    let merge = MergeContacts {
        one: anna,
        other: carla,
        draft: preview.draft,
        photo_of_other: false,
        opportunity_of_other: false,
        answers_of_other: Vec::new(),
    };
    merge_contacts(&desk.app, merge).unwrap();
    let kept = person(&desk, anna);
    assert_eq!((kept.introduced_by, kept.introduced.len()), (None, 1));
    assert_eq!(others(&desk, anna), [(Happened::Introduced, "Bas".to_owned())]);
    assert_eq!(others(&desk, bas)[0].0, Happened::IntroducedBy);
}

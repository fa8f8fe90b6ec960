//! Anything is found as one types, and a company shows its people and what there was with them.

use rappel_core::commands::*;
use rappel_domain::conversation::Ending;
use rappel_domain::sale::{Money, SaleDraft};
use rappel_tests::{Desk, draft, monday, talk};

fn find(desk: &Desk, words: &str) -> Found {
    find_anything(&desk.app, FindQuery { words: words.to_owned(), number: 1 }).unwrap()
}

fn with_company(desk: &Desk, name: &str, company: &str) -> ContactId {
    let mut draft = draft(name);
    draft.company = company.to_owned();
    add_contact(&desk.app, draft).unwrap()
}

#[test]
fn people_companies_conversations_and_questions_are_found_by_the_beginning_of_words() {
    let desk = Desk::new();
    let anna = with_company(&desk, "Anna Vos", "Bakkerij Vos");
    let bram = with_company(&desk, "Bram Smit", "Garage Smit");
    log_conversation(&desk.app, talk(bram, "Liked the <b>sourdough</b>.\n? Is delivery included", Ending::JustATalk))
        .unwrap();
    let found = find(&desk, "vos");
    assert_eq!(found.people.iter().map(|it| it.id).collect::<Vec<_>>(), [anna]);
    assert_eq!((found.companies[0].name.as_str(), found.companies[0].people), ("Bakkerij Vos", 1));
    let found = find(&desk, "sourd");
    assert_eq!((found.people.len(), found.said.len(), found.said[0].contact), (0, 1, bram));
    assert_eq!(found.said[0].parts[1], "sourdough", "{:?}", found.said[0].parts);
    assert_eq!(found.said[0].on, monday());
    let found = find(&desk, "deliv");
    assert_eq!((found.questions[0].name.as_str(), found.questions[0].parts[1].as_str()), ("Bram Smit", "delivery"));
    // Signs are no operators, and one letter is looked for in names alone.
    assert_eq!(find(&desk, "\"'*( - NOT"), find(&desk, "not"));
    assert!(find(&desk, "s").said.is_empty() && !find(&desk, "s").people.is_empty());
    assert_eq!(find(&desk, "  "), Found::default());
    trash_contact(&desk.app, ContactRef { contact: bram }).unwrap();
    let found = find(&desk, "sourdough");
    assert!(found.said.is_empty() && find(&desk, "garage").companies.is_empty());
}

#[test]
fn a_company_shows_its_people_talks_and_sales_and_changes_for_all_of_them() {
    let desk = Desk::new();
    let anna = with_company(&desk, "Anna Vos", "Bakkerij");
    let bram = with_company(&desk, "Bram Smit", "bakkerij");
    with_company(&desk, "Eva Kok", "Garage");
    log_conversation(&desk.app, talk(anna, "hello", Ending::JustATalk)).unwrap();
    let sale = SaleDraft {
        what: "Oven".to_owned(),
        amount: Money { minor: 10_000, currency: "EUR".to_owned() },
        on: monday(),
    };
    log_conversation(&desk.app, talk(bram, "yes", Ending::Yes { sale })).unwrap();
    let company = get_person(&desk.app, ContactRef { contact: bram }).unwrap().company.unwrap();
    let page = get_company(&desk.app, CompanyRef { company }).unwrap();
    assert_eq!((page.name.as_str(), page.people.total, page.conversations), ("Bakkerij", 2, 2));
    assert_eq!(page.sold, [Money { minor: 10_000, currency: "EUR".to_owned() }]);
    assert_eq!((page.sales[0].name.as_str(), page.talks.len()), ("Bram Smit", 2));

    let change = |name: &str| UpdateCompany {
        company,
        name: name.to_owned(),
        website: "vos.example".to_owned(),
        note: String::new(),
    };
    assert_eq!(update_company(&desk.app, change("garage")).unwrap_err().code(), "company_there");
    assert_eq!(update_company(&desk.app, change(" ")).unwrap_err().code(), "missing");
    update_company(&desk.app, change("Bakkerij Vos")).unwrap();
    assert_eq!(get_person(&desk.app, ContactRef { contact: anna }).unwrap().row.company, "Bakkerij Vos");
    assert_eq!(find(&desk, "vos").companies[0].id, company);
    undo(&desk.app, Undo { step: None }).unwrap();
    assert_eq!(get_person(&desk.app, ContactRef { contact: anna }).unwrap().row.company, "Bakkerij");
    let none = get_company(&desk.app, CompanyRef { company: CompanyId(99) }).unwrap_err();
    assert_eq!(none.code(), "not_found");
}

//! A program whose window nobody looks at gives back what is only kept for speed, and goes on as before.

use rappel_core::commands::*;
use rappel_domain::conversation::Ending;
use rappel_tests::{Desk, talk};

fn search(desk: &Desk, words: &str) -> PeopleList {
    open_people(&desk.app, PeopleQuery { search: words.to_owned(), ..PeopleQuery::default() }).unwrap()
}

fn names(desk: &Desk, list: &PeopleList) -> Vec<String> {
    let rows = get_people(&desk.app, PeopleWindow { snapshot: list.snapshot, from: 0, count: 50 }).unwrap();
    rows.into_iter().map(|it| it.name).collect()
}

#[test]
fn after_a_rest_everything_works_as_before() {
    let desk = Desk::new();
    let anna = desk.add("Anna Vos");
    desk.add("Bram Vos");
    log_conversation(&desk.app, talk(anna, "Liked it.\n? Why", Ending::JustATalk)).unwrap();
    let list = search(&desk, "vos");
    let (found, today) = (names(&desk, &list), get_today(&desk.app, ()).unwrap());
    for _ in 0..2 {
        desk.app.rest();
        let gone = get_people(&desk.app, PeopleWindow { snapshot: list.snapshot, from: 0, count: 50 });
        assert_eq!(gone.unwrap_err().code(), "list_gone", "the page asks for it again");
        assert_eq!(names(&desk, &search(&desk, "vos")), found);
        assert_eq!(get_today(&desk.app, ()).unwrap(), today);
    }
    undo(&desk.app, Undo { step: None }).unwrap();
    desk.app.rest();
    redo(&desk.app, ()).unwrap();
    let timeline = get_timeline(&desk.app, TimelineQuery { contact: anna, before: None }).unwrap();
    assert!(timeline.entries.len() > 1, "what was said is there again");
    desk.add("Cleo Vos");
    assert_eq!(names(&desk, &search(&desk, "vos")).len(), 3);
}

#[test]
fn a_rest_waits_for_nobody() {
    let desk = Desk::new();
    desk.app
        .write(|write| {
            desk.app.rest();
            write.db.execute("UPDATE setting SET value = value", [])?;
            desk.app.read(|_| {
                desk.app.rest();
                Ok(())
            })
        })
        .unwrap();
    assert_eq!(search(&desk, "").total, 0);
}

//! Saved views: kept by name, changed, put in order, removed and brought back, and counted beside their names.

use rappel_core::commands::*;
use rappel_domain::follow_up::Due;
use rappel_tests::{Desk, day, draft};

fn tagged(tag: &str) -> PeopleQuery {
    PeopleQuery { tags: vec![tag.to_owned()], ..PeopleQuery::default() }
}

fn save(desk: &Desk, id: Option<ViewId>, name: &str, query: PeopleQuery) -> rappel_core::Result<ViewId> {
    save_view(&desk.app, SaveView { id, name: name.to_owned(), query })
}

fn names(desk: &Desk) -> Vec<String> {
    list_views(&desk.app, ()).unwrap().into_iter().map(|it| it.name).collect()
}

fn counts(desk: &Desk) -> Vec<u32> {
    count_views(&desk.app, ()).unwrap().into_iter().map(|it| it.count).collect()
}

#[test]
fn a_view_keeps_the_words_the_filters_and_the_order() {
    let mut desk = Desk::new();
    let query = PeopleQuery {
        search: "  gym ".to_owned(),
        stages: vec![StageFilter::Lead, StageFilter::Later],
        next: Some(NextFilter::Overdue),
        order: PeopleOrder::LastTalk,
        reverse: true,
        ..tagged("warm")
    };
    let id = save(&desk, None, " Gyms in Utrecht ", query.clone()).unwrap();
    desk.restart();
    let kept = list_views(&desk.app, ()).unwrap();
    let query = PeopleQuery { search: "gym".to_owned(), ..query };
    assert_eq!(kept, [SavedView { id, name: "Gyms in Utrecht".to_owned(), query }]);
}

#[test]
fn a_view_is_renamed_changed_arranged_and_removed_and_each_is_one_step_back() {
    let desk = Desk::new();
    let [one, two, three] = ["One", "Two", "Three"].map(|name| save(&desk, None, name, tagged(name)).unwrap());
    arrange_views(&desk.app, ArrangeViews { order: vec![three, one] }).unwrap();
    assert_eq!(names(&desk), ["Three", "One", "Two"], "who is not named stays behind");
    undo(&desk.app, Undo { step: None }).unwrap();
    assert_eq!(names(&desk), ["One", "Two", "Three"]);

    save(&desk, Some(two), "2️⃣ <b>two</b>", tagged("Two")).unwrap();
    assert_eq!(desk.app.can_undo().unwrap().what, "view_renamed");
    save(&desk, Some(two), "2️⃣ <b>two</b>", tagged("other")).unwrap();
    assert_eq!(list_views(&desk.app, ()).unwrap()[1].query, tagged("other"));

    remove_view(&desk.app, ViewRef { view: two }).unwrap();
    assert_eq!(names(&desk), ["One", "Three"]);
    undo(&desk.app, Undo { step: None }).unwrap();
    assert_eq!(names(&desk), ["One", "2️⃣ <b>two</b>", "Three"]);
    assert_eq!(remove_view(&desk.app, ViewRef { view: ViewId(99) }).unwrap_err().code(), "not_found");
}

#[test]
fn a_name_is_needed_is_no_novel_and_stands_there_once() {
    let desk = Desk::new();
    let id = save(&desk, None, "Élan", tagged("a")).unwrap();
    assert_eq!(save(&desk, None, " \n ", tagged("a")).unwrap_err().code(), "missing");
    assert_eq!(save(&desk, None, &"x".repeat(10_000), tagged("a")).unwrap_err().code(), "too_long");
    assert_eq!(save(&desk, None, "élan", tagged("b")).unwrap_err().code(), "view_there");
    save(&desk, Some(id), "ÉLAN", tagged("b")).unwrap();
    for n in 1..50 {
        save(&desk, None, &format!("View {n}"), tagged("a")).unwrap();
    }
    assert_eq!(save(&desk, None, "One more", tagged("a")).unwrap_err().code(), "too_many");
}

#[test]
fn views_are_counted_as_the_list_counts_them_and_no_further_than_a_thousand() {
    let desk = Desk::new();
    let with = |name: &str, tag: &str| {
        let mut draft = draft(name);
        draft.tags = vec![tag.to_owned()];
        add_contact(&desk.app, draft).unwrap()
    };
    let anna = with("Anna Gym", "warm");
    with("Bram Smit", "warm");
    trash_contact(&desk.app, ContactRef { contact: with("Carla Gym", "warm") }).unwrap();
    desk.follow_up(anna, "Call", Due { on: day(2026, 11, 20), at: None });
    let overdue = PeopleQuery { next: Some(NextFilter::Overdue), ..PeopleQuery::default() };
    let words = PeopleQuery { search: "gym".to_owned(), ..PeopleQuery::default() };
    for (name, query) in [("Warm", tagged("warm")), ("Overdue", overdue), ("Gyms", words)] {
        let list = open_people(&desk.app, query.clone()).unwrap().total;
        save(&desk, None, name, query).unwrap();
        assert_eq!(counts(&desk).last(), Some(&list), "{name}");
    }
    assert_eq!(counts(&desk), [2, 1, 1]);
}

#[test]
fn a_view_goes_along_in_a_backup() {
    let desk = Desk::new();
    save(&desk, None, "Kept", tagged("a")).unwrap();
    let backup = make_backup(&desk.app, ()).unwrap();
    save(&desk, None, "Later", tagged("a")).unwrap();
    restore_backup(&desk.app, BackupRef { name: backup }).unwrap();
    assert_eq!(names(&desk), ["Kept"]);
}

//! What was planned with somebody and what they bought goes out with our own table and comes back.

use rappel_core::commands::*;
use rappel_domain::follow_up::{Due, FollowUpDraft, Repeat, Unit};
use rappel_domain::process::Place;
use rappel_domain::sale::{Money, SaleDraft};
use rappel_tests::{Desk, day};

use crate::export::export;
use crate::round_trip::{bring_in, everybody};

#[test]
fn follow_ups_with_repeat_and_notice_and_sales_come_back_too() {
    let (from, to) = (Desk::new(), Desk::new());
    let anna = from.add("Anna");
    let at = chrono::NaiveTime::from_hms_opt(10, 30, 0);
    let monthly = Some(Repeat { every: 1, unit: Unit::Month });
    for (what, on, at, minutes_before, repeat) in [
        ("=Invoice", day(2027, 1, 31), at, 15, monthly),
        ("Tea; or \"coffee\"", day(2027, 3, 1), None, 0, Some(Repeat { every: 2, unit: Unit::Week })),
        ("Once", day(2027, 2, 1), at, 0, None),
    ] {
        let draft = FollowUpDraft { what: what.to_owned(), due: Due { on, at }, minutes_before, repeat };
        add_follow_up(&from.app, AddFollowUp { contact: anna, draft }).unwrap();
    }
    // The series goes on from the 31st, also after a short month.
    let first = get_person(&from.app, ContactRef { contact: anna }).unwrap().follow_ups[0].id;
    finish_follow_up(&from.app, FinishFollowUp { follow_up: first, again: None, activate: false }).unwrap();
    for (what, minor, currency, on) in
        [("Chairs", 12_345, "EUR", day(2026, 1, 2)), ("", 7000, "JPY", day(2026, 11, 20))]
    {
        let amount = Money { minor, currency: currency.to_owned() };
        let to = Move::Customer { sale: SaleDraft { what: what.to_owned(), amount, on } };
        move_contact(&from.app, MoveContact { contact: anna, to }).unwrap();
    }
    let table = export(&from, Whom::All, PeopleFormat::Csv);
    bring_in(&to, "people.csv", &table);
    let (was, is) = (everybody(&from).remove(0), everybody(&to).remove(0));
    assert_eq!(is.row.place, Place::RepeatCustomer);
    let plans = |it: &Person| it.follow_ups.iter().map(|it| it.draft.clone()).collect::<Vec<_>>();
    assert_eq!(plans(&was), plans(&is));
    assert_eq!(plans(&is)[1].due.on, day(2027, 2, 28));
    let sold = |it: &Person| it.sales.iter().map(|it| (it.what.clone(), it.amount.clone(), it.on)).collect::<Vec<_>>();
    assert_eq!((sold(&was), sold(&is).len()), (sold(&is), 2));
    let second = is.follow_ups[1].id;
    finish_follow_up(&to.app, FinishFollowUp { follow_up: second, again: None, activate: false }).unwrap();
    let next = everybody(&to).remove(0).follow_ups.into_iter().find(|it| it.draft.what == "=Invoice").unwrap();
    assert_eq!(next.draft.due.on, day(2027, 3, 31));
    // Nothing of it is work of this person's.
    let again = Desk::new();
    bring_in(&again, "people.csv", &table);
    let batch = list_imports(&again.app, ()).unwrap()[0].batch;
    let undone = undo_import(&again.app, UndoImport { batch, worked_on_too: false }).unwrap();
    assert_eq!((undone.trashed, undone.kept), (1, 0));
}

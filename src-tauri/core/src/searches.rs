//! Searches as somebody types: a newer one ends the older, whose answer nobody waits for any more.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::storage::Db;
use crate::storage::by_name::ByName;
use crate::{App, Result};

/// The last search of each kind.
#[derive(Default)]
pub(crate) struct Searches {
    /// For the list of people.
    pub people: Last,
    /// For anything.
    pub anything: Last,
}

/// The number of the last search.
#[derive(Default)]
pub(crate) struct Last(Arc<AtomicU64>);

impl Last {
    /// Begins a search that ends all before it; its number.
    pub fn next(&self) -> u64 {
        self.0.fetch_add(1, Ordering::SeqCst) + 1
    }

    /// Begins one of the searches with that number, which end those with another.
    pub fn begin(&self, number: u64) -> u64 {
        self.0.store(number, Ordering::SeqCst);
        number
    }
}

impl App {
    /// Searches, with the order of names at hand.
    ///
    /// # Errors
    /// `overtaken` once a newer search began, and those of `work`.
    pub(crate) fn search<T>(
        &self,
        last: &Last,
        number: u64,
        work: impl FnOnce(&Db, &ByName) -> Result<T>,
    ) -> Result<T> {
        let store = self.data.store()?;
        let newest = Arc::clone(&last.0);
        let found = store
            .by_name()
            .and_then(|order| store.read_while(move || newest.load(Ordering::SeqCst) == number, |db| work(db, &order)));
        drop(store);
        self.watched(found)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::clock::SystemClock;
    use crate::commands::*;
    use crate::storage::Db;
    use crate::{App, Options, Result};

    /// Counts for hours.
    fn look_for_hours(db: &Db) -> Result<i64> {
        let endless = "WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n LIMIT 1000000000000) SELECT count(*) FROM n";
        Ok(db.query_row(endless, [], |row| row.get(0))?)
    }

    #[test]
    fn a_newer_search_ends_the_older_and_what_is_read_next_is_whole() {
        let folder = tempfile::tempdir().unwrap();
        let options = Options { folder: folder.path().to_owned(), clock: Arc::new(SystemClock), demo: false };
        let app = App::open(options).unwrap();
        let last = &app.searches.people;
        let ended = app.search(last, last.next(), |db, _| {
            // The next letter is typed.
            last.next();
            look_for_hours(db)
        });
        assert_eq!(ended.unwrap_err().code(), "overtaken");
        let steps = app.search(last, last.next(), |db, _| crate::storage::step::list(db)).unwrap();
        assert_eq!(steps.len(), app.read(crate::storage::step::list).unwrap().len());
    }

    #[test]
    fn searches_with_one_number_let_each_other_be() {
        let folder = tempfile::tempdir().unwrap();
        let options = Options { folder: folder.path().to_owned(), clock: Arc::new(SystemClock), demo: false };
        let app = App::open(options).unwrap();
        let last = &app.searches.anything;
        let both = app.search(last, last.begin(7), |db, _| {
            last.begin(7);
            crate::storage::step::list(db)
        });
        assert!(!both.unwrap().is_empty());
        let ended = app.search(last, last.begin(7), |db, _| {
            last.begin(8);
            look_for_hours(db)
        });
        assert_eq!(ended.unwrap_err().code(), "overtaken");
    }
    #[test]
    fn the_order_is_read_anew_only_when_somebody_comes_goes_or_gets_another_name() {
        let folder = tempfile::tempdir().unwrap();
        let app = crate::demo::open_in(folder.path(), 10, Arc::new(SystemClock)).unwrap();
        let order = || app.data.store().unwrap().by_name().unwrap();
        let moves = |work: &dyn Fn()| {
            let before = order();
            work();
            !Arc::ptr_eq(&before, &order())
        };
        let contact = ContactRef { contact: ContactId(1) };
        let given = get_person(&app, contact).unwrap().draft;
        let draft = |first: &str, note: &str| {
            let mut draft = given.clone();
            draft.name.given = first.to_owned();
            draft.note = note.to_owned();
            update_contact(&app, UpdateContact { contact: contact.contact, draft }).unwrap();
        };
        assert!(!moves(&|| draft(&given.name.given, "A note.")), "a note");
        assert!(moves(&|| draft("Aaltje", "A note.")), "a name");
        assert!(
            moves(&|| {
                undo(&app, Undo { step: None }).unwrap();
            }),
            "its undo"
        );
        assert!(
            moves(&|| {
                trash_contact(&app, contact).unwrap();
            }),
            "the trash"
        );
        assert_eq!(order().place(1), None);
        assert!(
            moves(&|| {
                undo(&app, Undo { step: None }).unwrap();
            }),
            "back"
        );
        assert!(
            moves(&|| {
                add_contact(&app, given.clone()).unwrap();
            }),
            "somebody new"
        );
        assert!(!moves(&|| app.write_once(|_| Ok(())).unwrap()), "nothing");
    }
}

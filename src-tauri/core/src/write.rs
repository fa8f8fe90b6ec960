//! A write under way: what a command is handed inside [`App::write`](crate::App::write).

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::sync::Arc;

use rappel_domain::history::Happened;
use rappel_domain::ids::ContactId;
use rappel_domain::settings::Settings;

use crate::Result;
use crate::clock::Now;
use crate::event::Topic;
use crate::settle;
use crate::storage::{self, Db};

/// A write under way. What it touches is settled before the commit.
pub struct Write<'a> {
    /// The database, inside the transaction.
    pub db: &'a Db,
    /// The moment of the write.
    pub now: Now,
    /// The settings as the write began.
    pub settings: Arc<Settings>,
    pub(crate) touched: RefCell<BTreeSet<ContactId>>,
    pub(crate) settled: RefCell<BTreeSet<ContactId>>,
    pub(crate) everyone: RefCell<bool>,
    pub(crate) topics: RefCell<BTreeSet<Topic>>,
    pub(crate) did: RefCell<Option<(String, String)>>,
}

impl<'a> Write<'a> {
    /// A write in the transaction that `db` is in.
    pub(crate) fn on(db: &'a Db, now: Now, settings: Arc<Settings>) -> Self {
        Self {
            db,
            now,
            settings,
            touched: RefCell::default(),
            settled: RefCell::default(),
            everyone: RefCell::default(),
            topics: RefCell::default(),
            did: RefCell::default(),
        }
    }

    /// Says that a contact's facts changed: their place, alarms and search text are derived anew.
    pub fn touch(&self, contact: ContactId) {
        self.touched.borrow_mut().insert(contact);
        self.topics.borrow_mut().insert(Topic::Contacts);
    }

    /// Settles at once whom this write touched so far, and tells after each how many are done. For a great many, so that it can
    /// be seen how far it is; else it happens by itself at the end.
    ///
    /// # Errors
    /// Those of `on`, and of the database.
    pub(crate) fn settle_now(&self, on: impl FnMut(usize) -> Result<()>) -> Result<()> {
        let touched = self.touched.take();
        settle::settle_all(self, &touched, on)?;
        self.settled.borrow_mut().extend(touched);
        Ok(())
    }

    /// Writes the search text of these people anew, of whom nothing else changed.
    ///
    /// # Errors
    /// Those of the database.
    pub(crate) fn reword(&self, contacts: &[ContactId]) -> Result<()> {
        settle::reword(self.db, contacts)?;
        self.settled.borrow_mut().extend(contacts);
        self.topics.borrow_mut().insert(Topic::Contacts);
        Ok(())
    }

    /// Says that the facts of everyone changed.
    pub fn touch_everyone(&self) {
        *self.everyone.borrow_mut() = true;
        self.topics.borrow_mut().insert(Topic::Contacts);
    }

    /// Says that a kind of data changed.
    pub fn changed(&self, topic: Topic) {
        self.topics.borrow_mut().insert(topic);
    }

    /// Writes into a contact's history.
    ///
    /// # Errors
    /// Those of the database.
    pub fn record(&self, contact: ContactId, what: &Happened) -> Result<()> {
        self.changed(Topic::Conversations);
        storage::history::insert(self.db, contact, self.now.civil, what)
    }

    /// Writes into a contact's history what somebody else has a part in.
    ///
    /// # Errors
    /// Those of the database.
    pub fn record_with(&self, contact: ContactId, other: ContactId, what: &Happened) -> Result<()> {
        self.changed(Topic::Conversations);
        storage::history::insert_with(self.db, contact, Some(other), self.now.civil, what)
    }

    /// Names what was done, for the toast that offers to undo it: Fluent text `did-<what>`. Without it the write is not
    /// undone by itself.
    pub fn did(&self, what: &str, name: impl Into<String>) {
        *self.did.borrow_mut() = Some((what.to_owned(), name.into()));
    }
}

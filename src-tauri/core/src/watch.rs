//! Whether the data can still be trusted while the program runs: looked through when something smells of damage, shut when their folder
//! went out of reach, and opened again when it is back.

use std::sync::Arc;
use std::time::Duration;

use crate::app::held;
use crate::data::GONE;
use crate::event::Event;
use crate::storage::{self, Store};
use crate::{App, Error, Result, backup};

/// The look through a large file takes a core for seconds: it leaves that to the start of the window unless somebody wants to write.
const AFTER_START: Duration = Duration::from_secs(2);

impl App {
    /// A large file is looked through behind the window. Nothing is written before it passed.
    pub(crate) fn check_behind_the_window(&self) -> Result<()> {
        if !self.data.store()?.is_unchecked() {
            return Ok(());
        }
        let Some(app) = self.itself.upgrade() else { return Ok(()) };
        std::thread::Builder::new().name("check".to_owned()).spawn(move || {
            app.data.leave_unchecked(AFTER_START);
            app.check(false)
        })?;
        Ok(())
    }

    /// Looks through the data, and shuts them if they are damaged.
    fn check(&self, closely: bool) -> Result<()> {
        let checked = self.data.check(closely);
        if checked.is_err() {
            self.tell(&Event::everything_changed());
        }
        checked
    }

    /// What to say of a copy of the data that did not pass its check: that they are damaged, and then they are shut, or that only the
    /// copy is.
    pub(crate) fn copy_is_damaged(&self) -> Error {
        self.check(true).err().unwrap_or_else(|| Error::refused("copy_differs"))
    }

    /// What reads and writes come to. Where one met damage, the data are looked through; where one met a drive that does not answer,
    /// they are shut.
    pub(crate) fn watched<T>(&self, result: Result<T>) -> Result<T> {
        let Err(Error::Storage(error)) = &result else { return result };
        if storage::is_garbled(error) {
            tracing::error!(%error, "the data are damaged");
            self.data.is_damaged();
            self.tell(&Event::everything_changed());
            return Err(Error::refused("damaged"));
        } else if storage::is_unanswered(error) {
            self.still_there_after(true)?;
        } else if result.as_ref().is_err_and(|error| error.code() == "damaged") {
            self.check(true)?;
            // SQLite takes a place that could not be read for damage. It could, now.
            return Err(Error::refused("cannot_open"));
        } else {
            self.still_there()?;
        }
        result
    }

    /// The open store for writing, once it is known to be sound and to stand in its folder.
    ///
    /// # Errors
    /// `damaged`, `data_missing`, `data_gone` or `restoring`.
    pub(crate) fn sound_store(&self) -> Result<Arc<Store>> {
        self.still_there()?;
        self.data.sound_store()
    }

    /// Makes sure that what is written goes into the folder, and that what was written went there.
    ///
    /// # Errors
    /// `data_gone`; then the data are shut.
    pub(crate) fn still_there(&self) -> Result<()> {
        self.still_there_after(false)
    }

    fn still_there_after(&self, met: bool) -> Result<()> {
        if self.data.shut_if_gone(met) {
            self.tell(&Event::everything_changed());
            return Err(Error::refused(GONE));
        }
        Ok(())
    }

    /// Opens data that went out of reach, if they are back. Whether they can be used now.
    ///
    /// # Errors
    /// Why they can't be opened though they are back.
    pub(crate) fn look_for_data(&self) -> Result<bool> {
        let one = held(&self.shelf.at_work);
        match self.shut_why() {
            None => return Ok(true),
            Some(GONE) => backup::recover(self.folder())?,
            Some(_) => return Ok(false),
        }
        if !self.database().exists() {
            return Ok(false);
        }
        let key = self.data.key_of(&self.database()).ok().flatten();
        let save = |db: &_| backup::before_migration(self.folder(), db, key.as_deref(), &self.now());
        self.data.come_back(save).inspect_err(|_| {
            // Locked meanwhile by whoever had the drive, or written to.
            if self.shut_why() != Some(GONE) {
                self.tell(&Event::everything_changed());
            }
        })?;
        drop(one);
        self.begin_anew()?;
        Ok(true)
    }

    /// Closes the data at the end of the program, so that the next start finds them as they are.
    pub fn end(&self) {
        if let Err(error) = self.data.end() {
            tracing::warn!(%error, "the data were not closed");
        }
    }

    /// Opens data that are not as Rappel left them, as they are.
    ///
    /// # Errors
    /// `data_open` for data that are not shut for this, `damaged` when the usual check says so, and those of opening any data.
    pub(crate) fn use_as_it_is(&self) -> Result<()> {
        let one = held(&self.shelf.at_work);
        let key = self.data.key_of(&self.database())?;
        let save = |db: &_| backup::before_migration(self.folder(), db, key.as_deref(), &self.now());
        let opened = self.data.take_as_it_is(save);
        drop(one);
        if opened.is_err() {
            self.tell(&Event::everything_changed());
        }
        opened?;
        self.begin_anew()
    }

    /// Writes what the system still holds of data that went out of reach to where they were, and opens that.
    ///
    /// # Errors
    /// `data_back` when something stands there again, and what the disk says. Then nothing is there that was not.
    pub(crate) fn put_data_back(&self) -> Result<()> {
        let one = held(&self.shelf.at_work);
        if self.database().exists() {
            return Err(Error::refused("data_back"));
        }
        self.data.with_left(|store| backup::put_back(store, self.folder()))?;
        drop(one);
        self.look_for_data().map(|_| ())
    }
}

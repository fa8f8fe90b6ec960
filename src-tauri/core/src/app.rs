//! The program: the store with its clock, settings, texts and listeners.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, Weak};

use chrono::NaiveDateTime;
use fluent_bundle::FluentValue;
use rappel_domain::ids::ContactId;
use rappel_domain::settings::{Language, Settings};

use crate::backup::{self, Shelf};
use crate::clock::{Clock, Now};
use crate::data::{Data, LOCKED};
use crate::desktop::{Desktop, NoDesktop};
use crate::event::{Event, Goto, Topic, UndoStep};
use crate::first;
use crate::lock::{self, Lock};
use crate::notifier::Notifier;
use crate::searches::Searches;
use crate::session::Session;
use crate::settle;
use crate::steps::{Step, Steps};
use crate::storage::closed::CHANGED;
use crate::storage::{self, Db, Store, undo};
use crate::text::{Texts, system_language};
use crate::write::Write;
use crate::{Error, Result};

/// How the program is opened.
pub struct Options {
    /// The folder of the data.
    pub folder: PathBuf,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// Whether it is the folder of `--demo`.
    pub demo: bool,
}

type Listener = Box<dyn Fn(&Event) + Send + Sync>;

/// The program without its screen. Shared by the window, the tray and the alarms.
pub struct App {
    pub(crate) itself: Weak<Self>,
    pub(crate) data: Data,
    pub(crate) lock: Lock,
    pub(crate) shelf: Shelf,
    clock: Arc<dyn Clock>,
    demo: bool,
    texts: Texts,
    settings: RwLock<Arc<Settings>>,
    listeners: RwLock<Vec<Listener>>,
    desktop: RwLock<Arc<dyn Desktop>>,
    notifier: RwLock<Option<Arc<dyn Notifier>>>,
    pub(crate) steps: Mutex<Steps>,
    pub(crate) session: Mutex<Session>,
    pub(crate) searches: Searches,
    pub(crate) import: Mutex<Option<Arc<crate::commands::Prepared>>>,
    /// The person wants the dry run or the import that runs to end.
    pub(crate) import_stopped: AtomicBool,
    /// The person wants what is being done to many to end.
    pub(crate) many_stopped: AtomicBool,
}

pub(crate) fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl App {
    /// Opens the program on its folder, making it where it is missing. Where the database is damaged, or gone while backups of it
    /// lie there, or locked, the program opens all the same: all is refused until a backup is restored or the passphrase given.
    ///
    /// # Errors
    /// Those of [`Store::open`] but `damaged`.
    pub fn open(options: Options) -> Result<Arc<Self>> {
        let Options { folder, clock, demo } = options;
        match Self::open_once(folder.clone(), Arc::clone(&clock), demo) {
            // SQLite takes a place that could not be read for damage, yet a disk may answer when it is asked again.
            Err(error) if error.code() == "damaged" => Self::open_once(folder, clock, demo),
            opened => opened,
        }
    }

    fn open_once(folder: PathBuf, clock: Arc<dyn Clock>, demo: bool) -> Result<Arc<Self>> {
        let lock = Store::lock(&folder)?;
        backup::recover(&folder)?;
        let opened = if !demo && backup::is_missing(&folder) {
            Err(Error::refused("data_missing"))
        } else if storage::key::salt(&folder.join(storage::FILE))?.is_some() {
            Err(Error::refused(LOCKED))
        } else {
            let save = |db: &Db| backup::before_migration(&folder, db, None, &clock.now());
            Store::open_held(&folder, Arc::clone(&lock), None, save)
        };
        let data = match opened {
            Ok(store) => Data::open(folder, lock, store),
            Err(error) if matches!(error.code(), "damaged" | "data_missing" | CHANGED | LOCKED) => {
                tracing::warn!(%error, "the data are shut");
                Data::shut(folder, lock, error.code())
            }
            Err(error) => return Err(error),
        };
        let read = |store: &Store| store.read(storage::setting::settings);
        // Here too it is asked twice.
        let settings = data.store().map(|store| read(&store).or_else(|_| read(&store)));
        let (lock, settings) = match settings {
            Ok(Err(error)) if error.code() == "damaged" => {
                data.is_damaged();
                (Lock::default(), Settings::default())
            }
            Ok(settings) => (Lock::default(), settings?),
            Err(_) => Lock::of(data.folder()),
        };
        let app = Arc::new_cyclic(|itself| Self {
            itself: Weak::clone(itself),
            data,
            lock,
            shelf: Shelf::default(),
            clock,
            demo,
            texts: Texts::default(),
            settings: RwLock::new(Arc::new(settings)),
            listeners: RwLock::default(),
            desktop: RwLock::new(Arc::new(NoDesktop)),
            notifier: RwLock::default(),
            steps: Mutex::default(),
            session: Mutex::default(),
            searches: Searches::default(),
            import: Mutex::default(),
            import_stopped: AtomicBool::new(false),
            many_stopped: AtomicBool::new(false),
        });
        match app.begin() {
            // What shows to be damaged only now shuts the data too.
            Err(error) if app.data.shut_why().is_none() => Err(error),
            _ => Ok(app),
        }
    }

    fn begin(self: &Arc<Self>) -> Result<()> {
        if self.data.shut_why().is_none() {
            self.check_behind_the_window()?;
            first::rows(self)?;
            self.names_in_order_behind_the_window()?;
            backup::sweep(self.folder())?;
            lock::forget_beside(self.folder())?;
        }
        Ok(())
    }

    /// The present moment.
    pub fn now(&self) -> Now {
        self.clock.now()
    }

    /// The folder of the data.
    pub fn folder(&self) -> &Path {
        self.data.folder()
    }

    /// The database file.
    pub fn database(&self) -> PathBuf {
        self.data.path()
    }

    /// Why the data can't be used, if they can't: the code of a sentence.
    pub fn shut_why(&self) -> Option<&'static str> {
        self.data.shut_why()
    }

    /// Whether this is the folder of `--demo`.
    pub fn is_demo(&self) -> bool {
        self.demo
    }

    /// The settings.
    pub fn settings(&self) -> Arc<Settings> {
        Arc::clone(&self.settings.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// These are the settings from now on.
    pub(crate) fn go_by(&self, settings: Settings) {
        *self.settings.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(settings);
    }

    /// The language in use.
    pub fn language(&self) -> Language {
        self.settings().language.unwrap_or_else(system_language)
    }

    /// The sentence of a key in the language in use.
    pub fn text(&self, key: &str) -> String {
        self.texts.get(self.language(), key, &[])
    }

    /// The same in a language, whichever is in use.
    pub fn text_in(&self, language: Language, key: &str) -> String {
        self.texts.get(language, key, &[])
    }

    /// The sentence of a key in the language in use, with arguments.
    pub fn text_with(&self, key: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        self.texts.get(self.language(), key, args)
    }

    /// Adds a listener. It is called after each change, on the thread that made it, and must not block.
    pub fn listen(&self, listener: Listener) {
        self.listeners.write().unwrap_or_else(PoisonError::into_inner).push(listener);
    }

    /// Tells all listeners.
    pub fn tell(&self, event: &Event) {
        for listener in self.listeners.read().unwrap_or_else(PoisonError::into_inner).iter() {
            listener(event);
        }
    }

    /// Brings the window to the front and shows something there.
    pub fn open_window(&self, to: Goto) {
        self.tell(&Event::Open { to });
    }

    /// Sets what shows pop-ups.
    pub(crate) fn set_notifier(&self, notifier: Arc<dyn Notifier>) {
        *self.notifier.write().unwrap_or_else(PoisonError::into_inner) = Some(notifier);
    }

    /// What shows pop-ups, once the alarms run.
    pub(crate) fn notifier(&self) -> Option<Arc<dyn Notifier>> {
        self.notifier.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The instant of a civil moment; see [`Clock::instant`].
    pub(crate) fn instant(&self, civil: NaiveDateTime) -> i64 {
        self.clock.instant(civil)
    }

    /// Sets the desktop that files are chosen and links opened with.
    pub fn set_desktop(&self, desktop: Arc<dyn Desktop>) {
        *self.desktop.write().unwrap_or_else(PoisonError::into_inner) = desktop;
    }

    /// The desktop.
    pub fn desktop(&self) -> Arc<dyn Desktop> {
        Arc::clone(&self.desktop.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Reads from one consistent state.
    ///
    /// # Errors
    /// Those of `work`, or of the database.
    pub fn read<T>(&self, work: impl FnOnce(&Db) -> Result<T>) -> Result<T> {
        let store = self.data.store()?;
        let result = store.read(work);
        drop(store);
        self.watched(result)
    }

    /// Writes in one transaction. Whatever fails, nothing of it is written; what is returned survives a power cut. A write that
    /// says what it [did](Write::did) can be undone.
    ///
    /// # Errors
    /// Those of `work`, or of the database.
    pub fn write<T>(&self, work: impl FnOnce(&Write<'_>) -> Result<T>) -> Result<T> {
        self.write_as(true, work)
    }

    /// The same for what is never undone by a step. Nothing is kept for undo.
    ///
    /// # Errors
    /// Those of `work`, or of the database.
    pub(crate) fn write_once<T>(&self, work: impl FnOnce(&Write<'_>) -> Result<T>) -> Result<T> {
        self.write_as(false, work)
    }

    /// The same for a great many rows: an import, the samples. What undo keeps watch with is out of their way.
    ///
    /// # Errors
    /// Those of `work`, or of the database.
    pub(crate) fn write_much<T>(&self, work: impl FnOnce(&Write<'_>) -> Result<T>) -> Result<T> {
        let value = self.write_once(|write| undo::unwatched(write.db, || work(write)))?;
        self.data.fold_log_behind()?;
        Ok(value)
    }

    fn write_as<T>(&self, undoable: bool, work: impl FnOnce(&Write<'_>) -> Result<T>) -> Result<T> {
        let result = self.write_now(undoable, work);
        self.watched(result)
    }

    fn write_now<T>(&self, undoable: bool, work: impl FnOnce(&Write<'_>) -> Result<T>) -> Result<T> {
        let store = self.sound_store()?;
        let mut writer = store.writer();
        let transaction = writer.transaction()?;
        let write = Write::on(&transaction, self.now(), self.settings());
        let id = held(&self.steps).next();
        if undoable {
            undo::begin(write.db, id)?;
        }
        let value = work(&write)?;
        let contacts = self.settle(&write)?;
        let kept = undo::end(write.db, id)?;
        let settings = storage::setting::settings(write.db)?;
        let (topics, did) = (write.topics.take(), write.did.take());
        transaction.commit()?;
        store.was_written();
        self.still_there()?;
        self.go_by(settings);
        let step = did.filter(|_| kept).map(|(what, name)| Step {
            shown: UndoStep { id, what, name },
            contacts,
            topics: topics.clone(),
        });
        let shown = step.as_ref().map(|step| step.shown.clone());
        for gone in held(&self.steps).wrote(id, step) {
            undo::forget(&writer, gone)?;
        }
        drop(writer);
        drop(store);
        self.announce(topics, shown);
        Ok(value)
    }

    /// Derives anew what follows from the facts of the touched contacts.
    fn settle(&self, write: &Write<'_>) -> Result<BTreeSet<ContactId>> {
        let everyone = write.everyone.take();
        let left = if everyone { storage::contact::all(write.db)?.into_iter().collect() } else { write.touched.take() };
        settle::settle_all(write, &left, |_| Ok(()))?;
        let mut contacts = write.settled.take();
        contacts.extend(left);
        Ok(contacts)
    }

    /// Begins anew on other data: the settings are theirs, and nothing of the old can be undone or is waited for.
    pub(crate) fn begin_anew(&self) -> Result<()> {
        first::rows(self)?;
        self.names_in_order()?;
        let settings = self.read(storage::setting::settings)?;
        self.go_by(settings);
        held(&self.steps).forget_data();
        held(&self.session).forget_data();
        self.shelf.forget_last();
        *held(&self.import) = None;
        self.tell(&Event::everything_changed());
        Ok(())
    }

    pub(crate) fn announce(&self, topics: BTreeSet<Topic>, undo: Option<UndoStep>) {
        if !topics.is_empty() {
            self.tell(&Event::Changed { topics: topics.into_iter().collect(), undo });
        }
    }
}

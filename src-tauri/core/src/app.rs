//! The program: the store with its clock, settings, texts, listeners and the steps that can be undone.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use chrono::NaiveDateTime;
use fluent_bundle::FluentValue;
use rappel_domain::history::Happened;
use rappel_domain::ids::ContactId;
use rappel_domain::qualification::{Criterion, CriterionRole};
use rappel_domain::settings::{Language, Settings};

use crate::clock::{Clock, Now};
use crate::desktop::{Desktop, NoDesktop};
use crate::event::{Event, Goto, OfferedFile, Topic, UndoStep};
use crate::storage::{self, Db, Store, undo};
use crate::text::{Texts, system_language};
use crate::{Error, Result, settle};

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

/// How many steps can be undone.
const UNDO_DEPTH: usize = 100;
/// How many snapshots of lists are kept: one per screen and some for moving between them.
const SNAPSHOTS: usize = 8;

/// A step that was done and can be taken back, or was taken back and can be done again.
struct Step {
    shown: UndoStep,
    contacts: BTreeSet<ContactId>,
    topics: BTreeSet<Topic>,
}

#[derive(Default)]
struct Steps {
    last_id: i64,
    done: VecDeque<Step>,
    undone: Vec<Step>,
}

/// What lives as long as the program and is not in the database.
#[derive(Default)]
struct Session {
    snapshots: VecDeque<(i64, Arc<Vec<i64>>)>,
    last_number: i64,
    files: BTreeMap<i64, PathBuf>,
    waiting_file: Option<OfferedFile>,
    paused_until: Option<NaiveDateTime>,
    pop_ups_refused: bool,
}

/// The program without its screen. Shared by the window, the tray and the alarms.
pub struct App {
    store: Store,
    clock: Arc<dyn Clock>,
    folder: PathBuf,
    demo: bool,
    texts: Texts,
    settings: RwLock<Arc<Settings>>,
    listeners: RwLock<Vec<Listener>>,
    desktop: RwLock<Arc<dyn Desktop>>,
    steps: Mutex<Steps>,
    session: Mutex<Session>,
}

/// A write under way. What it touches is settled before the commit.
pub struct Write<'a> {
    /// The database, inside the transaction.
    pub db: &'a Db,
    /// The moment of the write.
    pub now: Now,
    /// The settings as the write began.
    pub settings: Arc<Settings>,
    touched: RefCell<BTreeSet<ContactId>>,
    everyone: RefCell<bool>,
    topics: RefCell<BTreeSet<Topic>>,
    did: RefCell<Option<(String, String)>>,
}

impl Write<'_> {
    /// Says that a contact's facts changed: their place, alarms and search text are derived anew.
    pub fn touch(&self, contact: ContactId) {
        self.touched.borrow_mut().insert(contact);
        self.topics.borrow_mut().insert(Topic::Contacts);
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

    /// Names what was done, for the toast that offers to undo it: Fluent text `did-<what>`. Without it the write is not
    /// undone by itself.
    pub fn did(&self, what: &str, name: impl Into<String>) {
        *self.did.borrow_mut() = Some((what.to_owned(), name.into()));
    }
}

fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl App {
    /// Opens the program on its folder, making it where it is missing.
    ///
    /// # Errors
    /// Those of [`Store::open`].
    pub fn open(options: Options) -> Result<Arc<Self>> {
        let store = Store::open(&options.folder)?;
        let settings = store.read(storage::setting::settings)?;
        let app = Arc::new(Self {
            store,
            clock: options.clock,
            folder: options.folder,
            demo: options.demo,
            texts: Texts::default(),
            settings: RwLock::new(Arc::new(settings)),
            listeners: RwLock::default(),
            desktop: RwLock::new(Arc::new(NoDesktop)),
            steps: Mutex::default(),
            session: Mutex::default(),
        });
        app.first_rows()?;
        Ok(app)
    }

    /// The criteria, steps and sources of a first start, in the language of the system.
    fn first_rows(&self) -> Result<()> {
        if !self.store.read(|db| Ok(storage::step::list(db)?.is_empty()))? {
            return Ok(());
        }
        self.write(|write| {
            let text = |key: &str| self.text(key);
            for (key, role) in [
                ("market", CriterionRole::Market),
                ("means", CriterionRole::Means),
                ("decides", CriterionRole::Decides),
            ] {
                let (name, question) =
                    (text(&format!("first-criterion-{key}")), text(&format!("first-question-{key}")));
                storage::criterion::insert(write.db, &name, &question, true, role)?;
            }
            for (key, days) in [("qualified", 7), ("presentation", 14), ("offer", 14)] {
                storage::step::insert(write.db, &text(&format!("first-step-{key}")), days)?;
            }
            for key in ["met", "referral", "web", "list"] {
                storage::source::insert(write.db, &text(&format!("first-source-{key}")), None)?;
            }
            Ok(())
        })
    }

    /// The present moment.
    pub fn now(&self) -> Now {
        self.clock.now()
    }

    /// The folder of the data.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The database file.
    pub fn database(&self) -> &Path {
        self.store.path()
    }

    /// Whether this is the folder of `--demo`.
    pub fn is_demo(&self) -> bool {
        self.demo
    }

    /// The settings.
    pub fn settings(&self) -> Arc<Settings> {
        Arc::clone(&self.settings.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// The language in use.
    pub fn language(&self) -> Language {
        self.settings().language.unwrap_or_else(system_language)
    }

    /// The sentence of a key in the language in use.
    pub fn text(&self, key: &str) -> String {
        self.texts.get(self.language(), key, &[])
    }

    /// The same, with arguments.
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
        self.store.read(work)
    }

    /// Writes in one transaction. Whatever fails, nothing of it is written; what is returned survives a power cut.
    ///
    /// # Errors
    /// Those of `work`, or of the database.
    pub fn write<T>(&self, work: impl FnOnce(&Write<'_>) -> Result<T>) -> Result<T> {
        let mut writer = self.store.writer();
        let transaction = writer.transaction()?;
        let write = Write {
            db: &transaction,
            now: self.now(),
            settings: self.settings(),
            touched: RefCell::default(),
            everyone: RefCell::default(),
            topics: RefCell::default(),
            did: RefCell::default(),
        };
        let id = held(&self.steps).last_id + 1;
        undo::begin(write.db, id)?;
        let value = work(&write)?;
        let contacts = self.settle(&write)?;
        let kept = undo::end(write.db, id)?;
        let settings = storage::setting::settings(write.db)?;
        let (topics, did) = (write.topics.take(), write.did.take());
        transaction.commit()?;
        *self.settings.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(settings);
        let mut shown = None;
        {
            let mut steps = held(&self.steps);
            steps.last_id = id;
            if let Some((what, name)) = did.filter(|_| kept) {
                let step = UndoStep { id, what, name };
                shown = Some(step.clone());
                steps.undone.clear();
                steps.done.push_back(Step { shown: step, contacts, topics: topics.clone() });
                if steps.done.len() > UNDO_DEPTH {
                    steps.done.pop_front();
                }
            }
            // Writes that can't be undone leave entries too; nothing before the oldest step is needed.
            let oldest = steps.done.front().map_or(id + 1, |step| step.shown.id);
            undo::forget_before(&writer, oldest)?;
        }
        drop(writer);
        self.announce(topics, shown);
        Ok(value)
    }

    /// Derives anew what follows from the facts of the touched contacts.
    fn settle(&self, write: &Write<'_>) -> Result<BTreeSet<ContactId>> {
        let everyone = write.everyone.take();
        let contacts =
            if everyone { storage::contact::all(write.db)?.into_iter().collect() } else { write.touched.take() };
        if contacts.is_empty() {
            return Ok(contacts);
        }
        let criteria = storage::criterion::list(write.db)?;
        let settings = storage::setting::settings(write.db)?;
        for contact in &contacts {
            settle::settle(write, *contact, &criteria, &settings)?;
        }
        Ok(contacts)
    }

    /// Settles contacts that were written in bulk, without undo.
    pub(crate) fn settle_one(write: &Write<'_>, contact: ContactId, criteria: &[Criterion]) -> Result<()> {
        settle::settle(write, contact, criteria, &write.settings)
    }

    fn announce(&self, topics: BTreeSet<Topic>, undo: Option<UndoStep>) {
        if !topics.is_empty() {
            self.tell(&Event::Changed { topics: topics.into_iter().collect(), undo });
        }
    }

    /// Takes a step back; the last one when none is named.
    ///
    /// # Errors
    /// `nothing_to_undo`, or `changed_since` when its rows were changed by something else; then nothing is taken back.
    pub fn undo(&self, step: Option<i64>) -> Result<()> {
        let step = {
            let mut steps = held(&self.steps);
            let at = match step {
                Some(id) => steps.done.iter().position(|it| it.shown.id == id),
                None => steps.done.len().checked_sub(1),
            };
            at.and_then(|at| steps.done.remove(at)).ok_or_else(|| Error::refused("nothing_to_undo"))?
        };
        match self.replay(&step, false) {
            Ok(()) => {
                held(&self.steps).undone.push(step);
                Ok(())
            }
            Err(error) => {
                held(&self.steps).done.push_back(step);
                Err(error)
            }
        }
    }

    /// Does the step again that was taken back last.
    ///
    /// # Errors
    /// `nothing_to_undo` or `changed_since`.
    pub fn redo(&self) -> Result<()> {
        let step = held(&self.steps).undone.pop().ok_or_else(|| Error::refused("nothing_to_undo"))?;
        self.replay(&step, true)?;
        held(&self.steps).done.push_back(step);
        Ok(())
    }

    fn replay(&self, step: &Step, forward: bool) -> Result<()> {
        let mut writer = self.store.writer();
        let transaction = writer.transaction()?;
        undo::apply(&transaction, step.shown.id, forward)?;
        let criteria = storage::criterion::list(&transaction)?;
        for contact in &step.contacts {
            settle::rederive(&transaction, *contact, &criteria)?;
        }
        let settings = storage::setting::settings(&transaction)?;
        transaction.commit()?;
        *self.settings.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(settings);
        drop(writer);
        self.announce(step.topics.clone(), None);
        Ok(())
    }

    /// The last step that can be undone.
    pub fn can_undo(&self) -> Option<UndoStep> {
        held(&self.steps).done.back().map(|step| step.shown.clone())
    }

    /// Keeps an ordered list of ids for reading by position; its number.
    pub(crate) fn keep_snapshot(&self, ids: Vec<i64>) -> i64 {
        let mut session = held(&self.session);
        session.last_number += 1;
        let number = session.last_number;
        session.snapshots.push_back((number, Arc::new(ids)));
        if session.snapshots.len() > SNAPSHOTS {
            session.snapshots.pop_front();
        }
        number
    }

    /// A list kept before.
    ///
    /// # Errors
    /// `list_gone` when it was dropped since; the window then asks for it again.
    pub(crate) fn snapshot(&self, number: i64) -> Result<Arc<Vec<i64>>> {
        let session = held(&self.session);
        let found = session.snapshots.iter().find(|(it, _)| *it == number);
        found.map(|(_, ids)| Arc::clone(ids)).ok_or_else(|| Error::refused("list_gone"))
    }

    /// Keeps the path of a file that the person chose, and gives the page a number for it.
    pub fn keep_file(&self, path: PathBuf) -> OfferedFile {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let mut session = held(&self.session);
        session.last_number += 1;
        let token = session.last_number;
        session.files.insert(token, path);
        OfferedFile { token, name }
    }

    /// The path of a file kept before.
    ///
    /// # Errors
    /// `file_missing` when the page names no file that was chosen.
    pub(crate) fn kept_file(&self, token: i64) -> Result<PathBuf> {
        held(&self.session).files.get(&token).cloned().ok_or_else(|| Error::refused("file_missing"))
    }

    /// A file that was dropped on the window or given at start: the import screen opens with it.
    pub fn offer_file(&self, path: PathBuf) {
        let file = self.keep_file(path);
        held(&self.session).waiting_file = Some(file.clone());
        self.open_window(Goto::Import { file });
    }

    /// The file that waits for the window, once.
    pub(crate) fn take_waiting_file(&self) -> Option<OfferedFile> {
        held(&self.session).waiting_file.take()
    }

    /// Whether this is said for the first time; remembered for good.
    ///
    /// # Errors
    /// Those of the database.
    pub fn tell_once(&self, what: &str) -> Result<bool> {
        let name = format!("told-{what}");
        if self.read(|db| storage::setting::get::<bool>(db, &name))?.is_some() {
            return Ok(false);
        }
        self.write(|write| storage::setting::set(write.db, &name, &true))?;
        Ok(true)
    }

    /// Holds all alarms for so many minutes; 0 ends a pause.
    pub fn pause_alarms(&self, minutes: u32) {
        let until = (minutes > 0).then(|| self.now().civil + chrono::Duration::minutes(i64::from(minutes)));
        held(&self.session).paused_until = until;
        self.tell(&Event::Changed { topics: vec![Topic::FollowUps], undo: None });
    }

    /// Until when alarms are held.
    pub fn paused_until(&self) -> Option<NaiveDateTime> {
        let now = self.now().civil;
        held(&self.session).paused_until.filter(|until| *until > now)
    }

    /// Notes whether the desktop takes pop-ups, and tells when that changes.
    pub(crate) fn set_pop_ups_taken(&self, taken: bool) {
        let changed = {
            let mut session = held(&self.session);
            std::mem::replace(&mut session.pop_ups_refused, !taken) == taken
        };
        if changed {
            self.tell(&Event::PopUps { taken });
        }
    }

    /// Whether the desktop took the last pop-up.
    pub fn pop_ups_taken(&self) -> bool {
        !held(&self.session).pop_ups_refused
    }
}

//! What lives as long as the program and is not in the database: lists being read, files being offered, the pause of alarms.

use std::collections::{BTreeMap, VecDeque};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use chrono::NaiveDateTime;
use rappel_domain::call_session::CallSession;
use rappel_domain::ids::AlarmId;

use crate::app::{App, held};
use crate::event::{Event, Goto, OfferedFile, Topic};
use crate::views::{CaptureDraft, WaitingAlarm};
use crate::{Error, Result, storage};

/// How many snapshots of lists are kept: one per screen and some for moving between them.
const SNAPSHOTS: usize = 8;

/// What lives as long as the program and is not in the database.
#[derive(Default)]
pub(crate) struct Session {
    snapshots: VecDeque<(i64, Arc<Vec<i64>>)>,
    last_number: i64,
    files: BTreeMap<i64, PathBuf>,
    /// Where the window was when its page was dropped.
    place: Option<String>,
    /// What is typed in the small window and not saved.
    captured: CaptureDraft,
    paused_until: Option<NaiveDateTime>,
    waiting_alarms: Vec<WaitingAlarm>,
    export: Option<Arc<AtomicBool>>,
    /// The labels that were written last: the one file that the page may have opened.
    labels: Option<PathBuf>,
    calls: Option<CallSession>,
}

impl Session {
    /// Forgets what came out of data that were replaced. Files that were offered stay.
    pub(crate) fn forget_data(&mut self) {
        self.snapshots.clear();
        self.waiting_alarms.clear();
        self.calls = None;
    }
}

impl App {
    /// Gives back what is only kept for a window that is looked at: lists that were read, and all that makes the next answer come
    /// sooner. For when its page is gone; whoever asks for one of the lists all the same is told that it is gone.
    pub fn rest(&self) {
        held(&self.session).snapshots.clear();
        let Ok(store) = self.data.store() else { return };
        if let Err(error) = store.rest() {
            tracing::warn!(%error, "not all was given back");
        }
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

    /// Keeps where the last labels were written.
    pub(crate) fn keep_labels(&self, path: PathBuf) {
        held(&self.session).labels = Some(path);
    }

    /// Where the last labels were written.
    pub(crate) fn kept_labels(&self) -> Option<PathBuf> {
        held(&self.session).labels.clone()
    }

    /// A file that was dropped on the window or given at start: the import screen opens with it.
    pub fn offer_file(&self, path: PathBuf) {
        let file = self.keep_file(path);
        self.open_window(Goto::Import { file });
    }

    /// Keeps where the window is while its page is gone.
    pub(crate) fn keep_place(&self, place: String) {
        held(&self.session).place = Some(place);
    }

    /// Where the window was, once.
    pub(crate) fn take_place(&self) -> Option<String> {
        held(&self.session).place.take()
    }

    /// A call session begins; one that was under way is over.
    pub(crate) fn begin_calls(&self, calls: CallSession) {
        held(&self.session).calls = Some(calls);
    }

    /// Whether a call session is under way.
    pub(crate) fn has_calls(&self) -> bool {
        held(&self.session).calls.is_some()
    }

    /// Looks at the call session, or goes on in it.
    ///
    /// # Errors
    /// `no_session` where there is none.
    pub(crate) fn calls<T>(&self, work: impl FnOnce(&mut CallSession) -> T) -> Result<T> {
        held(&self.session).calls.as_mut().map(work).ok_or_else(|| Error::refused("no_session"))
    }

    /// The call session is over.
    pub(crate) fn end_calls(&self) {
        held(&self.session).calls = None;
    }

    /// Keeps what is typed in the small window.
    pub(crate) fn keep_captured(&self, draft: CaptureDraft) {
        held(&self.session).captured = draft;
    }

    /// What was typed there and not saved.
    pub(crate) fn captured(&self) -> CaptureDraft {
        held(&self.session).captured.clone()
    }

    /// An export begins; what is given tells whether it is to stop.
    ///
    /// # Errors
    /// `export_running` while another one runs.
    pub(crate) fn begin_export(&self) -> Result<Arc<AtomicBool>> {
        let mut session = held(&self.session);
        if session.export.is_some() {
            return Err(Error::refused("export_running"));
        }
        let stop = Arc::<AtomicBool>::default();
        session.export = Some(Arc::clone(&stop));
        Ok(stop)
    }

    /// The export that runs is to stop.
    pub(crate) fn stop_export(&self) {
        if let Some(stop) = &held(&self.session).export {
            stop.store(true, Ordering::Relaxed);
        }
    }

    /// The export is over.
    pub(crate) fn end_export(&self) {
        held(&self.session).export = None;
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

    /// A pop-up that the desktop refused waits in the window.
    pub(crate) fn waits(&self, alarm: WaitingAlarm) {
        {
            let mut session = held(&self.session);
            // Tried again together with others, it waits with them.
            session.waiting_alarms.retain(|it| !it.alarms.iter().any(|id| alarm.alarms.contains(id)));
            session.waiting_alarms.push(alarm);
        }
        self.tell(&Event::PopUps);
    }

    /// The desktop took a pop-up of these alarms, or the person answered it in the window. Once the desktop takes one, it is tried
    /// with the others, so that none needs to wait.
    pub(crate) fn no_longer_waits(&self, alarms: &[AlarmId]) {
        let waited = {
            let mut session = held(&self.session);
            let before = session.waiting_alarms.len();
            session.waiting_alarms.retain(|it| !it.alarms.iter().any(|id| alarms.contains(id)));
            before != session.waiting_alarms.len()
        };
        if waited {
            self.tell(&Event::PopUps);
        }
    }

    /// The pop-ups that the desktop refused and nobody answered.
    pub fn waiting_alarms(&self) -> Vec<WaitingAlarm> {
        held(&self.session).waiting_alarms.clone()
    }
}

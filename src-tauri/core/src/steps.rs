//! The steps that can be taken back, and those that were and can be done again. Of nothing else is kept what its rows were
//! ([`undo`](crate::storage::undo)), so that a program that runs for weeks holds no more than one that has just done as much.

use std::collections::{BTreeSet, VecDeque};

use rappel_domain::ids::ContactId;

use crate::app::held;
use crate::event::{Topic, UndoStep};
use crate::storage::{self, undo};
use crate::{App, Error, Result, settle};

/// How many steps can be undone.
const UNDO_DEPTH: usize = 100;

/// A step that was done and can be taken back, or was taken back and can be done again.
pub(crate) struct Step {
    pub shown: UndoStep,
    pub contacts: BTreeSet<ContactId>,
    pub topics: BTreeSet<Topic>,
}

/// All of them.
#[derive(Default)]
pub(crate) struct Steps {
    last_id: i64,
    done: VecDeque<Step>,
    undone: Vec<Step>,
}

impl Steps {
    /// The number of the next write.
    pub fn next(&self) -> i64 {
        self.last_id + 1
    }

    /// Something was written, by a step where it can be taken back. The numbers of those of which nothing needs to be kept any more.
    pub fn wrote(&mut self, id: i64, step: Option<Step>) -> Vec<i64> {
        self.last_id = id;
        let Some(step) = step else { return vec![id] };
        self.done.push_back(step);
        let oldest = if self.done.len() > UNDO_DEPTH { self.done.pop_front() } else { None };
        self.undone.drain(..).chain(oldest).map(|it| it.shown.id).collect()
    }

    /// Forgets all of them, as the data were replaced; no later one has the number of one of these.
    pub fn forget_data(&mut self) {
        *self = Self { last_id: self.last_id, ..Self::default() };
    }
}

impl App {
    /// Takes a step back; the last one when none is named.
    ///
    /// # Errors
    /// `nothing_to_undo`, or `changed_since` when its rows were changed by something else, or something hangs on them that came
    /// later; then nothing is taken back.
    pub fn undo(&self, step: Option<i64>) -> Result<()> {
        let (at, step) = {
            let mut steps = held(&self.steps);
            let at = match step {
                Some(id) => steps.done.iter().position(|it| it.shown.id == id),
                None => steps.done.len().checked_sub(1),
            };
            at.and_then(|at| Some((at, steps.done.remove(at)?))).ok_or_else(|| Error::refused("nothing_to_undo"))?
        };
        let replayed = self.replay(&step, false);
        let mut steps = held(&self.steps);
        match replayed {
            Ok(()) => steps.undone.push(step),
            // It stays where it was: the next to be taken back is the last that was done.
            Err(_) => {
                let at = at.min(steps.done.len());
                steps.done.insert(at, step);
            }
        }
        replayed
    }

    /// Does the step again that was taken back last.
    ///
    /// # Errors
    /// `nothing_to_undo` or `changed_since`.
    pub fn redo(&self) -> Result<()> {
        let step = held(&self.steps).undone.pop().ok_or_else(|| Error::refused("nothing_to_undo"))?;
        let replayed = self.replay(&step, true);
        let mut steps = held(&self.steps);
        match replayed {
            Ok(()) => steps.done.push_back(step),
            Err(_) => steps.undone.push(step),
        }
        replayed
    }

    /// Replays a step.
    fn replay(&self, step: &Step, forward: bool) -> Result<()> {
        let store = self.sound_store()?;
        let mut writer = store.writer();
        let transaction = writer.transaction()?;
        undo::apply(&transaction, step.shown.id, forward)?;
        settle::rederive(&transaction, &step.contacts)?;
        let settings = storage::setting::settings(&transaction)?;
        // Rows that came later, and that no deletion takes along, hang on one that would go.
        transaction.commit().map_err(|error| match Error::from(error) {
            error if error.code() == "not_found" => Error::refused("changed_since"),
            error => error,
        })?;
        store.was_written();
        self.still_there()?;
        self.go_by(settings);
        drop(writer);
        drop(store);
        self.announce(step.topics.clone(), None);
        Ok(())
    }

    /// Writes the file anew without what was erased, and lets no step bring any of these people back.
    pub(crate) fn scrub(&self, erased: &BTreeSet<ContactId>) -> Result<()> {
        let store = self.sound_store()?;
        {
            let writer = store.writer();
            let mut steps = held(&self.steps);
            let Steps { done, undone, .. } = &mut *steps;
            for step in done.iter().chain(undone.iter()).filter(|it| !it.contacts.is_disjoint(erased)) {
                undo::forget(&writer, step.shown.id)?;
            }
            done.retain(|it| it.contacts.is_disjoint(erased));
            undone.retain(|it| it.contacts.is_disjoint(erased));
        }
        store.scrub()
    }

    /// The last step that can be undone.
    pub fn can_undo(&self) -> Option<UndoStep> {
        held(&self.steps).done.back().map(|step| step.shown.clone())
    }
}

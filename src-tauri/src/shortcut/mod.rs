//! The keys that open the small window from anywhere.
//!
//! On Linux they are asked of the X server itself: the plugin's thread looks twenty times a second whether something came, and an
//! idle program must sleep. Wayland gives no program the keys of others.

#[cfg(not(target_os = "linux"))]
mod elsewhere;
#[cfg(target_os = "linux")]
mod linux;

use std::sync::{Mutex, PoisonError};

use rappel_core::commands::ShortcutProblem;
use rappel_domain::shortcut::Shortcut;
use tauri::AppHandle;

#[cfg(not(target_os = "linux"))]
use elsewhere::Keys;
#[cfg(not(target_os = "linux"))]
pub use elsewhere::listen;
#[cfg(target_os = "linux")]
use linux::Keys;

/// What was asked of the desktop last.
#[derive(Default)]
pub struct Shortcuts(Mutex<Held>);

#[derive(Default)]
struct Held {
    keys: Option<Keys>,
    held: Option<Shortcut>,
}

impl Shortcuts {
    /// Has these keys open the small window, or none; why they do not. What works already is left as it is.
    pub fn hold(&self, handle: &AppHandle, wanted: Option<&Shortcut>) -> Option<ShortcutProblem> {
        let mut now = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if now.held.as_ref() == wanted {
            return None;
        }
        let Held { keys, held } = &mut *now;
        if let (Some(keys), Some(old)) = (keys.as_ref(), held.take()) {
            keys.release(&old);
        }
        let wanted = wanted?;
        if keys.is_none() {
            match Keys::begin(handle) {
                Ok(begun) => *keys = Some(begun),
                Err(problem) => return Some(problem),
            }
        }
        match keys.as_ref()?.grab(wanted) {
            Ok(()) => {
                *held = Some(wanted.clone());
                None
            }
            Err(problem) => Some(problem),
        }
    }
}

//! Keys for everywhere on Windows and macOS, by Tauri's plugin.

use rappel_core::commands::ShortcutProblem;
use rappel_domain::shortcut::Shortcut;
use tauri::{AppHandle, Manager, Wry};
use tauri_plugin_global_shortcut::{Builder, GlobalShortcut, GlobalShortcutExt, ShortcutState};

use crate::capture;

/// Begins to listen. Only on the window's thread: Windows hands keys to the thread that asked for them and to no other, and macOS knows
/// of them on that one alone.
pub fn listen(handle: &AppHandle) {
    let plugin = Builder::new().with_handler(|handle, _, event| {
        if event.state == ShortcutState::Pressed {
            capture::open(handle);
        }
    });
    if let Err(error) = handle.plugin(plugin.build()) {
        tracing::warn!(%error, "no keys for everywhere");
    }
}

/// The plugin at work.
pub struct Keys(AppHandle);

impl Keys {
    /// The plugin, where it could begin to listen.
    pub fn begin(handle: &AppHandle) -> Result<Self, ShortcutProblem> {
        match handle.try_state::<GlobalShortcut<Wry>>() {
            Some(_) => Ok(Self(handle.clone())),
            None => Err(ShortcutProblem::NotHere),
        }
    }

    /// Takes these keys from all other programs.
    pub fn grab(&self, keys: &Shortcut) -> Result<(), ShortcutProblem> {
        self.0.global_shortcut().register(keys.to_string().as_str()).map_err(|error| {
            tracing::info!(%error, "keys are not given");
            ShortcutProblem::Taken
        })
    }

    /// Gives them back.
    pub fn release(&self, keys: &Shortcut) {
        if let Err(error) = self.0.global_shortcut().unregister(keys.to_string().as_str()) {
            tracing::warn!(%error, "keys could not be given back");
        }
    }
}

//! Keys for everywhere on Windows and macOS, by Tauri's plugin.

use rappel_core::commands::ShortcutProblem;
use rappel_domain::shortcut::Shortcut;
use tauri::AppHandle;
use tauri_plugin_global_shortcut::{Builder, GlobalShortcutExt, ShortcutState};

use crate::capture;

/// The plugin at work.
pub struct Keys(AppHandle);

impl Keys {
    /// Begins to listen.
    pub fn begin(handle: &AppHandle) -> Result<Self, ShortcutProblem> {
        let plugin = Builder::new().with_handler(|handle, _, event| {
            if event.state == ShortcutState::Pressed {
                capture::open(handle);
            }
        });
        handle.plugin(plugin.build()).map_err(|error| {
            tracing::warn!(%error, "no keys for everywhere");
            ShortcutProblem::NotHere
        })?;
        Ok(Self(handle.clone()))
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

//! The desktop as the core asks for it: choosing a file, opening a link, showing a folder.

use std::path::{Path, PathBuf};

use rappel_core::commands::ShortcutProblem;
use rappel_core::desktop::Desktop;
use rappel_core::{Error, Result};
use rappel_domain::shortcut::Shortcut;
use tauri::{AppHandle, Manager};
use tauri_plugin_autostart::ManagerExt;
use tauri_plugin_dialog::DialogExt;

use crate::shortcut::Shortcuts;
use crate::{capture, window};

/// The desktop that this window stands on.
pub struct WindowDesktop(pub AppHandle);

impl Desktop for WindowDesktop {
    fn choose_file(&self, title: &str) -> Option<PathBuf> {
        let mut dialog = self.0.dialog().file().set_title(title);
        if let Some(window) = self.0.get_webview_window(window::LABEL) {
            dialog = dialog.set_parent(&window);
        }
        dialog.blocking_pick_file()?.into_path().ok()
    }

    fn choose_folder(&self, title: &str) -> Option<PathBuf> {
        let mut dialog = self.0.dialog().file().set_title(title);
        if let Some(window) = self.0.get_webview_window(window::LABEL) {
            dialog = dialog.set_parent(&window);
        }
        dialog.blocking_pick_folder()?.into_path().ok()
    }

    fn choose_place(&self, title: &str, name: &str, extension: &'static str) -> Option<PathBuf> {
        let dialog = self.0.dialog().file().set_title(title).set_file_name(name);
        let mut dialog = dialog.add_filter(extension.to_uppercase(), &[extension]);
        if let Some(window) = self.0.get_webview_window(window::LABEL) {
            dialog = dialog.set_parent(&window);
        }
        dialog.blocking_save_file()?.into_path().ok()
    }

    fn open_url(&self, url: &str) -> Result<()> {
        tauri_plugin_opener::open_url(url, None::<&str>).map_err(|_| Error::refused("no_program"))
    }

    fn open_file(&self, file: &Path) -> Result<()> {
        tauri_plugin_opener::open_path(file, None::<&str>).map_err(|_| Error::refused("no_program"))
    }

    fn show_folder(&self, folder: &Path) -> Result<()> {
        tauri_plugin_opener::open_path(folder, None::<&str>).map_err(|_| Error::refused("no_program"))
    }

    fn rest_window(&self) {
        window::rest(&self.0);
    }

    fn open_capture(&self) {
        capture::open(&self.0);
    }

    fn show_capture(&self) {
        capture::show(&self.0);
    }

    fn close_capture(&self) {
        capture::close(&self.0);
    }

    fn use_shortcut(&self, keys: Option<&Shortcut>) -> Option<ShortcutProblem> {
        self.0.state::<Shortcuts>().hold(&self.0, keys)
    }

    fn starts_at_login(&self) -> Option<bool> {
        self.0.autolaunch().is_enabled().ok()
    }

    fn set_start_at_login(&self, on: bool) -> Result<()> {
        let login = self.0.autolaunch();
        let done = if on { login.enable() } else { login.disable() };
        #[cfg(windows)]
        if on && let Err(error) = quote_start(&self.0) {
            tracing::warn!(%error, "the path of the start at log-in");
        }
        match done {
            Ok(()) => Ok(()),
            // Taking away what is not there is no failure.
            Err(_) if !on && self.starts_at_login() == Some(false) => Ok(()),
            Err(error) => {
                tracing::warn!(%error, "start at log-in");
                Err(Error::refused("no_start_at_login"))
            }
        }
    }
}

/// Puts the path of the program between quotes, where Windows keeps what it starts at log-in. The plugin writes it without, and Windows reads
/// one with a space in it as a shorter path and a word of the start.
#[cfg(windows)]
fn quote_start(handle: &AppHandle) -> windows_registry::Result<()> {
    const RUN: &str = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Run";
    let name = &handle.package_info().name;
    // For all people of the computer where the one at work may do that, else for them alone.
    for root in [windows_registry::LOCAL_MACHINE, windows_registry::CURRENT_USER] {
        let Ok(written) = root.open(RUN).and_then(|key| key.get_string(name)) else { continue };
        if let Some(path) = written.strip_suffix(" --hidden").filter(|path| !path.starts_with('"')) {
            root.options().read().write().open(RUN)?.set_string(name, format!("\"{path}\" --hidden"))?;
        }
    }
    Ok(())
}

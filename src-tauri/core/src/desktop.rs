//! What the core asks of the desktop beside pop-ups: choosing a file and opening a link. The shell does it; tests pretend.

use std::path::{Path, PathBuf};

use rappel_domain::shortcut::Shortcut;

use crate::views::ShortcutProblem;
use crate::{Error, Result};

/// The desktop around the window. Its functions may block; commands run beside the window's thread.
pub trait Desktop: Send + Sync {
    /// Lets the person choose a file to import; none when they change their mind.
    fn choose_file(&self, title: &str) -> Option<PathBuf>;

    /// Lets the person choose a folder to put something in; none when they change their mind.
    fn choose_folder(&self, title: &str) -> Option<PathBuf>;

    /// Lets the person choose where a file is to be written, under this name at first; none when they change their mind. The system
    /// asks before a file that is there is replaced.
    fn choose_place(&self, title: &str, name: &str, extension: &'static str) -> Option<PathBuf>;

    /// Opens an address in the person's own program.
    ///
    /// # Errors
    /// When the desktop has no program for it.
    fn open_url(&self, url: &str) -> Result<()>;

    /// Opens a file that Rappel wrote in the system's own program for it.
    ///
    /// # Errors
    /// When the desktop has none.
    fn open_file(&self, file: &Path) -> Result<()>;

    /// Shows a folder in the file manager.
    ///
    /// # Errors
    /// When the desktop has none.
    fn show_folder(&self, folder: &Path) -> Result<()>;

    /// Drops the window's page with all it costs, if nobody sees it. It is made again when the window is wanted.
    fn rest_window(&self);

    /// Opens the small window for somebody who was just met, or brings it to the front.
    fn open_capture(&self);

    /// Shows it: its page is ready.
    fn show_capture(&self);

    /// Closes it.
    fn close_capture(&self);

    /// Has these keys open it from anywhere, or none; why they do not, where they don't. The same once more changes nothing.
    fn use_shortcut(&self, keys: Option<&Shortcut>) -> Option<ShortcutProblem>;

    /// Whether the program starts with the computer; none where this desktop can't be asked.
    fn starts_at_login(&self) -> Option<bool>;

    /// Has the program start hidden with the computer, or no more.
    ///
    /// # Errors
    /// When the desktop does not take it.
    fn set_start_at_login(&self, on: bool) -> Result<()>;
}

/// No desktop at all, before the shell gives one.
pub(crate) struct NoDesktop;

impl Desktop for NoDesktop {
    fn choose_file(&self, _title: &str) -> Option<PathBuf> {
        None
    }

    fn choose_folder(&self, _title: &str) -> Option<PathBuf> {
        None
    }

    fn choose_place(&self, _title: &str, _name: &str, _extension: &'static str) -> Option<PathBuf> {
        None
    }

    fn open_url(&self, _url: &str) -> Result<()> {
        Err(Error::refused("no_program"))
    }

    fn open_file(&self, _file: &Path) -> Result<()> {
        Err(Error::refused("no_program"))
    }

    fn show_folder(&self, _folder: &Path) -> Result<()> {
        Err(Error::refused("no_program"))
    }

    fn rest_window(&self) {}

    fn open_capture(&self) {}

    fn show_capture(&self) {}

    fn close_capture(&self) {}

    fn use_shortcut(&self, _keys: Option<&Shortcut>) -> Option<ShortcutProblem> {
        None
    }

    fn starts_at_login(&self) -> Option<bool> {
        None
    }

    fn set_start_at_login(&self, _on: bool) -> Result<()> {
        Err(Error::refused("no_start_at_login"))
    }
}

//! A desktop without a screen, whose person always chooses the same.

use std::path::{Path, PathBuf};
use std::sync::Mutex;

use rappel_core::Result;
use rappel_core::commands::ShortcutProblem;
use rappel_core::desktop::Desktop;
use rappel_domain::shortcut::Shortcut;

/// A desktop on which always the same is chosen, and that remembers which addresses were opened.
pub struct Chooses {
    chosen: Option<PathBuf>,
    opened: Mutex<Vec<String>>,
}

impl Chooses {
    /// This file, folder or place is always chosen; none when the person thinks better of it.
    pub fn new(chosen: Option<PathBuf>) -> Self {
        Self { chosen, opened: Mutex::default() }
    }

    /// The addresses that were opened, in their order.
    pub fn opened(&self) -> Vec<String> {
        self.opened.lock().unwrap().clone()
    }
}

impl Desktop for Chooses {
    fn choose_file(&self, _title: &str) -> Option<PathBuf> {
        self.chosen.clone()
    }

    fn choose_folder(&self, _title: &str) -> Option<PathBuf> {
        self.chosen.clone()
    }

    fn choose_place(&self, _title: &str, _name: &str, _extension: &'static str) -> Option<PathBuf> {
        self.chosen.clone()
    }

    fn open_url(&self, url: &str) -> Result<()> {
        self.opened.lock().unwrap().push(url.to_owned());
        Ok(())
    }

    fn open_file(&self, file: &Path) -> Result<()> {
        // Where there is such a file, some program shows it.
        if file.exists() { Ok(()) } else { Err(rappel_core::Error::refused("no_program")) }
    }

    fn show_folder(&self, _folder: &Path) -> Result<()> {
        Ok(())
    }

    fn rest_window(&self) {}

    fn open_capture(&self) {}

    fn show_capture(&self) {}

    fn close_capture(&self) {}

    fn use_shortcut(&self, keys: Option<&Shortcut>) -> Option<ShortcutProblem> {
        // Another program has this one.
        keys.filter(|it| it.key == "T").map(|_| ShortcutProblem::Taken)
    }

    fn starts_at_login(&self) -> Option<bool> {
        None
    }

    fn set_start_at_login(&self, _on: bool) -> Result<()> {
        Ok(())
    }
}

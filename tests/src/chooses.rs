//! A desktop without a screen, whose person always chooses the same.

use std::path::{Path, PathBuf};

use rappel_core::Result;
use rappel_core::commands::ShortcutProblem;
use rappel_core::desktop::Desktop;
use rappel_domain::shortcut::Shortcut;

/// This file, folder or place is always chosen; none when the person thinks better of it.
pub struct Chooses(pub Option<PathBuf>);

impl Desktop for Chooses {
    fn choose_file(&self, _title: &str) -> Option<PathBuf> {
        self.0.clone()
    }

    fn choose_folder(&self, _title: &str) -> Option<PathBuf> {
        self.0.clone()
    }

    fn choose_place(&self, _title: &str, _name: &str, _extension: &'static str) -> Option<PathBuf> {
        self.0.clone()
    }

    fn open_url(&self, _url: &str) -> Result<()> {
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

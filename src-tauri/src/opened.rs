//! Files that Finder hands over by an event, where other systems start the program with their names. When the program is started for a
//! file, the event comes before the data are open, so the file waits for them.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use rappel_core::App;
use tauri::{AppHandle, Manager, Url};

use crate::args;

/// The file that waits.
#[derive(Default)]
pub struct Waiting(Mutex<Option<PathBuf>>);

/// Offers the first of these that can be imported, or keeps it until the data are open.
pub fn opened(handle: &AppHandle, urls: &[Url]) {
    let files = urls.iter().filter_map(|url| url.to_file_path().ok());
    let Some(file) = files.into_iter().find(|path| args::importable(path)) else { return };
    match handle.try_state::<Arc<App>>() {
        Some(app) => app.offer_file(file),
        None => *handle.state::<Waiting>().0.lock().unwrap_or_else(PoisonError::into_inner) = Some(file),
    }
}

/// Offers the file that waited, now that the data are open.
pub fn offer(handle: &AppHandle, app: &App) {
    if let Some(file) = handle.state::<Waiting>().0.lock().unwrap_or_else(PoisonError::into_inner).take() {
        app.offer_file(file);
    }
}

//! The menus of macOS, at the top of the screen. Without *Edit* the keys for copying and pasting would do nothing there, and without the
//! first there would be no ⌘Q; Tauri's own menus speak English alone. Windows and Linux have no menus: all is in the window.

use std::sync::{Arc, Mutex, PoisonError};

use rappel_core::App;
use rappel_core::event::Topic;
use tauri::menu::{AboutMetadata, Menu, PredefinedMenuItem as Item, Submenu, WINDOW_SUBMENU_ID};
use tauri::{AppHandle, Wry};

/// Puts the menus there in the language in use, and again when another is chosen.
pub fn build(handle: &AppHandle, app: &Arc<App>) {
    let (handle, spoken, shown) = (handle.clone(), Arc::clone(app), Mutex::new(None));
    let build = Arc::new(move || {
        let mut shown = shown.lock().unwrap_or_else(PoisonError::into_inner);
        let language = spoken.language();
        if shown.replace(language) == Some(language) {
            return;
        }
        if let Err(error) = menus(&handle, &spoken).and_then(|menus| handle.set_menu(menus)) {
            tracing::warn!(%error, "the menus could not be made");
        }
    });
    build();
    app.listen(Box::new(move |event| {
        if event.changes(Topic::Settings) {
            let build = Arc::clone(&build);
            // Menus are made by the window's thread, which a listener must not wait for.
            std::thread::spawn(move || build());
        }
    }));
}

fn menus(handle: &AppHandle, app: &App) -> tauri::Result<Menu<Wry>> {
    let said = |key: &str| app.text(key);
    let line = || Item::separator(handle);
    let about = AboutMetadata {
        name: Some("Rappel".to_owned()),
        version: Some(env!("CARGO_PKG_VERSION").to_owned()),
        ..AboutMetadata::default()
    };
    let program = Submenu::with_items(
        handle,
        "Rappel",
        true,
        &[
            &Item::about(handle, Some(&said("menu-about")), Some(about))?,
            &line()?,
            &Item::hide(handle, Some(&said("menu-hide")))?,
            &Item::hide_others(handle, Some(&said("menu-hide-others")))?,
            &Item::show_all(handle, Some(&said("menu-show-all")))?,
            &line()?,
            &Item::quit(handle, Some(&said("menu-quit")))?,
        ],
    )?;
    let edit = Submenu::with_items(
        handle,
        said("menu-edit"),
        true,
        &[
            &Item::undo(handle, Some(&said("menu-undo")))?,
            &Item::redo(handle, Some(&said("menu-redo")))?,
            &line()?,
            &Item::cut(handle, Some(&said("menu-cut")))?,
            &Item::copy(handle, Some(&said("menu-copy")))?,
            &Item::paste(handle, Some(&said("menu-paste")))?,
            &Item::select_all(handle, Some(&said("menu-select-all")))?,
        ],
    )?;
    // Under this name macOS adds the open windows to it.
    let window = Submenu::with_id_and_items(
        handle,
        WINDOW_SUBMENU_ID,
        said("menu-window"),
        true,
        &[
            &Item::minimize(handle, Some(&said("menu-minimize")))?,
            &Item::fullscreen(handle, Some(&said("menu-full-screen")))?,
            &line()?,
            &Item::close_window(handle, Some(&said("menu-close")))?,
        ],
    )?;
    Menu::with_items(handle, &[&program, &edit, &window])
}

//! The icon in the tray: how much is due, and what can be done without the window.
//!
//! On Linux a tray icon needs a library that may be missing (the tray code panics then) and a host that shows it, which
//! GNOME has only with an extension. Both are looked for; without them the program goes on without a tray.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use rappel_core::event::{Event, Goto};
use rappel_core::{App, storage};
use tauri::menu::{Menu, MenuEvent, MenuItem, PredefinedMenuItem};
use tauri::tray::{MouseButton, MouseButtonState, TrayIconBuilder, TrayIconEvent};
use tauri::{AppHandle, Wry};

use crate::{capture, window};

const ID: &str = "rappel";
/// How long *Pause alarms* holds them.
const PAUSE_MINUTES: u32 = 60;
/// Midnight and the end of a pause change the menu without an event, so it is looked at this often.
const LOOK: Duration = Duration::from_secs(30);

/// Whether every click shows the menu, as it does for all icons in the menu bar of macOS. Windows opens the window with the left button,
/// and Linux tells of no clicks: there every click shows the menu too.
const CLICK_SHOWS_MENU: bool = cfg!(target_os = "macos");

/// Puts the icon in the tray, where this desktop can have one.
pub fn build(handle: &AppHandle, app: &Arc<App>) -> tauri::Result<()> {
    if !library_is_there() {
        tracing::info!("no tray icon: libayatana-appindicator is missing");
        return Ok(());
    }
    let words = Words::new(handle, app)?;
    let line = PredefinedMenuItem::separator(handle)?;
    let menu =
        Menu::with_items(handle, &[&words.due, &line, &words.open, &words.new_lead, &words.pause, &line, &words.quit])?;
    let chosen = Arc::clone(app);
    TrayIconBuilder::with_id(ID)
        .icon(tauri::include_image!("icons/tray.png"))
        .tooltip("Rappel")
        .menu(&menu)
        .show_menu_on_left_click(CLICK_SHOWS_MENU)
        .on_menu_event(move |handle, event| choose(handle, &chosen, &event))
        .on_tray_icon_event(|icon, event| {
            if let TrayIconEvent::Click { button: MouseButton::Left, button_state: MouseButtonState::Up, .. } = event
                && !CLICK_SHOWS_MENU
            {
                window::show(icon.app_handle());
            }
        })
        .build(handle)?;

    let (sender, changes) = channel();
    app.listen(Box::new(move |event| {
        if matches!(event, Event::Changed { .. }) {
            // When nobody hears it any more the program is ending.
            let _ = sender.send(());
        }
    }));
    let app = Arc::clone(app);
    std::thread::Builder::new().name("tray".to_owned()).spawn(move || follow(&changes, &words, &app))?;
    Ok(())
}

/// Whether a hidden window could be brought back by the person: by a tray icon that somebody shows, or by the dock of macOS.
pub fn can_bring_back(handle: &AppHandle) -> bool {
    #[cfg(target_os = "linux")]
    return handle.tray_by_id(ID).is_some() && crate::bus::has_tray_host();
    #[cfg(not(target_os = "linux"))]
    return cfg!(target_os = "macos") || handle.tray_by_id(ID).is_some();
}

/// The lines of the menu that change: with what is due, with a pause, with the language.
struct Words {
    due: MenuItem<Wry>,
    open: MenuItem<Wry>,
    new_lead: MenuItem<Wry>,
    pause: MenuItem<Wry>,
    quit: MenuItem<Wry>,
}

impl Words {
    fn new(handle: &AppHandle, app: &App) -> tauri::Result<Self> {
        let item = |id: &str, enabled| MenuItem::with_id(handle, id, "", enabled, None::<&str>);
        let words = Self {
            due: item("due", false)?,
            open: item("open", true)?,
            new_lead: item("new-lead", true)?,
            pause: item("pause", true)?,
            quit: item("quit", true)?,
        };
        words.refresh(app)?;
        Ok(words)
    }

    fn refresh(&self, app: &App) -> tauri::Result<()> {
        let today = app.now().today();
        match app.read(|db| storage::today::due_counts(db, today)) {
            Ok(counts) => {
                let count = counts.overdue + counts.today;
                self.due.set_text(app.text_with("tray-due", &[("count", count.into())]))?;
            }
            Err(_) if app.is_locked() => {
                let (count, _) = app.due_while_locked(app.now().civil);
                self.due.set_text(app.text_with("locked-due", &[("count", count.into())]))?;
            }
            // The window says it, once.
            Err(_) if app.shut_why().is_some() => {}
            Err(error) => tracing::warn!(%error, "what is due could not be counted for the tray"),
        }
        let pause = if app.paused_until().is_some() { "tray-resume" } else { "tray-pause" };
        self.pause.set_text(app.text(pause))?;
        self.open.set_text(app.text("tray-open"))?;
        self.new_lead.set_text(app.text("tray-new-lead"))?;
        self.quit.set_text(app.text("tray-quit"))
    }
}

/// Keeps the menu true, beside the threads that make the changes; many changes at once are one refresh.
fn follow(changes: &Receiver<()>, words: &Words, app: &App) {
    loop {
        match changes.recv_timeout(LOOK) {
            Ok(()) | Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return,
        }
        while changes.try_recv().is_ok() {}
        if let Err(error) = words.refresh(app) {
            tracing::warn!(%error, "the tray menu could not be changed");
        }
    }
}

fn choose(handle: &AppHandle, app: &Arc<App>, event: &MenuEvent) {
    match event.id().as_ref() {
        "open" => app.open_window(Goto::Window),
        "new-lead" => capture::open(handle),
        "pause" if app.paused_until().is_some() => app.pause_alarms(0),
        "pause" => app.pause_alarms(PAUSE_MINUTES),
        "quit" => handle.exit(0),
        _ => {}
    }
}

#[cfg(target_os = "linux")]
fn library_is_there() -> bool {
    ["libayatana-appindicator3.so.1", "libappindicator3.so.1"].iter().any(|name| {
        #[expect(unsafe_code, reason = "loading runs the library's start code, as the tray itself is about to do")]
        unsafe {
            libloading::Library::new(name).is_ok()
        }
    })
}

/// Windows and macOS have a tray of their own.
#[cfg(not(target_os = "linux"))]
fn library_is_there() -> bool {
    true
}

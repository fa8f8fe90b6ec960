//! The large window: made when somebody wants to see it and shown once its page is there, brought to the front when something
//! asks for it, and put away instead of closed, so that alarms go on ringing. Put away for a while it is dropped with all that a web
//! view costs; the core stays.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use rappel_core::App;
use rappel_core::notifier::{Notifier, PopUp};
use tauri::webview::PageLoadEvent;
use tauri::{AppHandle, DragDropEvent, Manager, WebviewUrl, WebviewWindow, WebviewWindowBuilder, WindowEvent};

use crate::page::Page;
use crate::{args, tray};

/// The window's name, as capabilities/main.json has it.
pub const LABEL: &str = "main";

/// After this time the window is shown even if its page has not come: an empty window can be asked about, none can't.
const LONGEST_BLANK: Duration = Duration::from_secs(5);

/// What a window is made from.
pub struct Maker {
    /// The folder of the data; what the page stores is kept beside it.
    pub folder: PathBuf,
    /// The program.
    pub app: Arc<App>,
    /// What tells, once, that closing is not ending.
    pub notifier: Arc<dyn Notifier>,
    /// One at a time makes it, drops it, or puts it away. Never waited for on the window's own thread.
    pub turn: Mutex<()>,
    /// Whether it was hidden here. On macOS a program that is hidden as a whole has no window to be seen either, and shows it by itself again.
    pub away: AtomicBool,
}

impl Maker {
    /// Makes the window.
    ///
    /// What the page may load and run is said in tauri.conf.json. Two things are looser there than they could be, both for
    /// dnd-kit, which moves cards on the process board: it writes style elements (`'unsafe-inline'` for styles, never for
    /// scripts), and its signals set a `toString` of their own, which a frozen `Object.prototype` forbids (no `freezePrototype`).
    fn make(&self, handle: &AppHandle) -> tauri::Result<()> {
        let waits = Arc::new(AtomicBool::new(true));
        let first = Arc::clone(&waits);
        let window = WebviewWindowBuilder::new(handle, LABEL, WebviewUrl::default())
            .title("Rappel")
            .inner_size(1280.0, 800.0)
            .min_inner_size(900.0, 640.0)
            .center()
            .visible(false)
            .data_directory(self.folder.join("webview"))
            .initialization_script(handle.state::<Page>().first_answers(&self.app))
            .on_page_load(move |window, page| {
                if page.event() == PageLoadEvent::Finished && first.swap(false, Ordering::Relaxed) {
                    front(&window);
                }
            })
            .build()?;
        zoom(&window, &self.app);

        let late = window.clone();
        std::thread::spawn(move || {
            std::thread::sleep(LONGEST_BLANK);
            if waits.swap(false, Ordering::Relaxed) {
                front(&late);
            }
        });

        let (app, itself) = (Arc::clone(&self.app), window.clone());
        window.on_window_event(move |event| match event {
            WindowEvent::CloseRequested { api, .. } => {
                api.prevent_close();
                put_away(&itself);
            }
            WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) => {
                if let Some(path) = paths.iter().find(|path| args::importable(path)) {
                    app.offer_file(path.clone());
                }
            }
            _ => {}
        });
        Ok(())
    }
}

/// Shows the window in front of the others, and makes it where there is none. On a thread of its own: on some systems a window
/// can't be made while the window's thread handles an event.
pub fn show(handle: &AppHandle) {
    let handle = handle.clone();
    std::thread::spawn(move || {
        let Some(maker) = handle.try_state::<Maker>() else { return };
        let _turn = maker.turn.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(window) = handle.get_webview_window(LABEL) {
            maker.away.store(false, Ordering::Relaxed);
            front(&window);
        } else if let Err(error) = maker.make(&handle) {
            tracing::error!(%error, "no window could be made");
        }
    });
}

/// Drops the window, if it was put away and is still out of sight.
pub fn rest(handle: &AppHandle) {
    let Some(maker) = handle.try_state::<Maker>() else { return };
    let _turn = maker.turn.lock().unwrap_or_else(PoisonError::into_inner);
    let Some(window) = handle.get_webview_window(LABEL) else { return };
    if !maker.away.load(Ordering::Relaxed) || window.is_visible().unwrap_or(true) {
        return;
    }
    maker.away.store(false, Ordering::Relaxed);
    handle.state::<Page>().left();
    if let Err(error) = window.destroy() {
        tracing::warn!(%error, "the window could not be dropped");
    }
    maker.app.rest();
}

/// Draws everything in a window as large as the settings say.
pub fn zoom(window: &WebviewWindow, app: &App) {
    if let Err(error) = window.set_zoom(f64::from(app.settings().zoom) / 100.0) {
        tracing::warn!(%error, "the window could not be drawn larger or smaller");
    }
}

/// Shows a window in front of the others.
pub fn front(window: &WebviewWindow) {
    // Where the whole program stepped back.
    #[cfg(target_os = "macos")]
    if let Err(error) = window.app_handle().show() {
        tracing::warn!(%error, "the program could not be shown");
    }
    for result in [window.show(), window.unminimize(), window.set_focus()] {
        if let Err(error) = result {
            tracing::warn!(%error, "the window could not be brought to the front");
        }
    }
}

/// Hides the window where a tray icon can bring it back, else minimises it, and ends the program where it is minimised already: without a
/// tray icon nothing else could. On a thread of its own, as asking the desktop for a tray may take a while.
fn put_away(window: &WebviewWindow) {
    let window = window.clone();
    std::thread::spawn(move || {
        let handle = window.app_handle();
        let Some(maker) = handle.try_state::<Maker>() else { return };
        let _turn = maker.turn.lock().unwrap_or_else(PoisonError::into_inner);
        let result = if tray::can_bring_back(handle) {
            tell_once(&maker.app, maker.notifier.as_ref());
            #[cfg(target_os = "macos")]
            leave_full_screen(&window);
            maker.away.store(true, Ordering::Relaxed);
            window.hide().inspect(|()| step_back(handle))
        } else if window.is_minimized().unwrap_or(false) {
            handle.exit(0);
            Ok(())
        } else {
            window.minimize()
        };
        if let Err(error) = result {
            tracing::warn!(%error, "the window could not be put away");
        }
    });
}

/// Gives the place in front back to the program that had it before, once no large window is to be seen. macOS does not do so by itself, and
/// draws no pop-up of the program in front.
pub fn step_back(handle: &AppHandle) {
    #[cfg(target_os = "macos")]
    if !handle.get_webview_window(LABEL).is_some_and(|window| window.is_visible().unwrap_or(true))
        && let Err(error) = handle.hide()
    {
        tracing::warn!(%error, "the program could not step back");
    }
    #[cfg(not(target_os = "macos"))]
    let _ = handle;
}

/// Leaves full screen, and waits until that is over, as a window that is hidden there leaves a black screen behind. Nothing tells of the end.
#[cfg(target_os = "macos")]
fn leave_full_screen(window: &WebviewWindow) {
    const TAKES: Duration = Duration::from_millis(1500);
    if window.is_fullscreen().unwrap_or(false) && window.set_fullscreen(false).is_ok() {
        std::thread::sleep(TAKES);
    }
}

/// Says, the first time only, that the program goes on without its window. On macOS all programs do.
fn tell_once(app: &Arc<App>, notifier: &dyn Notifier) {
    if cfg!(target_os = "macos") {
        return;
    }
    match app.tell_once("closed_to_tray") {
        Ok(true) => {}
        Ok(false) => return,
        Err(error) => return tracing::warn!(%error, "could not note that closing was explained"),
    }
    let popup = PopUp {
        title: "Rappel".to_owned(),
        body: app.text("closed-to-tray"),
        done: None,
        snooze: None,
        open: app.text("tray-open"),
        urgent: false,
    };
    let opened = Arc::clone(app);
    notifier.show(
        popup,
        rappel_core::alarms::new_number(),
        Arc::new(move |report| {
            use rappel_core::notifier::{Answer, Report};
            if report == Report::Answered(Answer::Opened) {
                opened.open_window(rappel_core::event::Goto::Window);
            }
        }),
    );
}

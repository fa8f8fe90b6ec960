//! The small window for somebody who was just met: made when it is wanted, above all others, and gone when it is left. It needs no
//! large window beside it.

use std::sync::PoisonError;
use std::time::Duration;

use tauri::{AppHandle, Manager, WebviewUrl, WebviewWindowBuilder, WindowEvent};

use crate::window::{self, Maker};

/// The window's name, as capabilities/capture.json has it.
pub const LABEL: &str = "capture";

/// Its page, a small part of the bundle.
const PAGE: &str = "capture.html";

/// Its width and height in logical pixels at the usual size of everything.
const SIZE: (f64, f64) = (460.0, 500.0);

/// After this time it is shown even if its page said nothing: an empty window can be asked about, none can't.
const LONGEST_BLANK: Duration = Duration::from_secs(5);

/// Opens the window, or brings it to the front. Where the data are shut the large window says why instead.
pub fn open(handle: &AppHandle) {
    let handle = handle.clone();
    std::thread::spawn(move || {
        let Some(maker) = handle.try_state::<Maker>() else { return };
        if maker.app.shut_why().is_some() {
            return window::show(&handle);
        }
        let _turn = maker.turn.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(window) = handle.get_webview_window(LABEL) {
            window::front(&window);
        } else if let Err(error) = make(&handle, &maker) {
            tracing::error!(%error, "no window could be made for a new lead");
        }
    });
}

/// Makes the window. Its page has it shown once it can be typed into, so that no letter is lost.
fn make(handle: &AppHandle, maker: &Maker) -> tauri::Result<()> {
    let (width, height) = size(handle, maker.app.settings().zoom);
    let window = WebviewWindowBuilder::new(handle, LABEL, WebviewUrl::App(PAGE.into()))
        .title(maker.app.text("new-lead"))
        .inner_size(width, height)
        .center()
        .resizable(false)
        .maximizable(false)
        .minimizable(false)
        .always_on_top(true)
        .visible(false)
        .data_directory(maker.folder.join("webview"))
        .build()?;
    window::zoom(&window, &maker.app);
    let beneath = handle.clone();
    window.on_window_event(move |event| {
        if matches!(event, WindowEvent::Destroyed) {
            window::step_back(&beneath);
        }
    });
    std::thread::spawn(move || {
        std::thread::sleep(LONGEST_BLANK);
        if !window.is_visible().unwrap_or(true) {
            window::front(&window);
        }
    });
    Ok(())
}

/// Its size where everything is drawn so large, in percent; no more than most of the screen, within which its page scrolls.
fn size(handle: &AppHandle, zoom: u32) -> (f64, f64) {
    let (width, height) = (SIZE.0 * f64::from(zoom) / 100.0, SIZE.1 * f64::from(zoom) / 100.0);
    match handle.primary_monitor() {
        Ok(Some(monitor)) => {
            let room = monitor.size().to_logical::<f64>(monitor.scale_factor());
            (width.min(room.width * 0.9), height.min(room.height * 0.85))
        }
        _ => (width, height),
    }
}

/// Shows it: its page is ready.
pub fn show(handle: &AppHandle) {
    if let Some(window) = handle.get_webview_window(LABEL) {
        window::front(&window);
    }
}

/// Closes it, with all that its page costs.
pub fn close(handle: &AppHandle) {
    if let Some(window) = handle.get_webview_window(LABEL)
        && let Err(error) = window.destroy()
    {
        tracing::warn!(%error, "the window for a new lead could not be closed");
    }
}

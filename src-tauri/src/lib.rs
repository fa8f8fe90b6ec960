//! The thin shell around the core: one large window and one small, the tray, pop-ups, and a second start that shows the first.
//!
//! No rule of the domain lives here, and nothing here knows SQL or a screen. It is the only crate that names Tauri.

#[cfg(target_os = "linux")]
mod answers;
mod args;
#[cfg(target_os = "linux")]
mod bus;
mod capture;
mod commands;
mod desktop;
mod early;
mod log;
#[cfg(target_os = "macos")]
mod menu;
mod notifier;
mod page;
mod shortcut;
mod start;
mod tray;
#[cfg(target_os = "linux")]
mod wall_timer;
mod window;

pub use start::run;

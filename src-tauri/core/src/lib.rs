//! Rappel without a screen: storage, commands, alarms, import and texts. All of it runs in a test without a window.
//!
//! [`App`] is the program. Reads go through [`App::read`], writes through [`App::write`], which settles what follows from a
//! write (places, alarms, search) in the same transaction and tells the listeners after the commit.

pub mod alarms;
mod app;
pub mod backup;
pub mod clock;
pub mod commands;
pub mod daily;
mod data;
pub mod demo;
pub mod desktop;
pub mod error;
pub mod event;
pub mod export;
mod fields;
mod first;
pub mod folder;
pub mod import;
mod lock;
mod names;
pub mod notifier;
mod samples;
mod searches;
mod session;
mod settle;
mod steps;
pub mod storage;
pub mod text;
pub mod trash;
pub mod views;
mod watch;
mod write;

pub use app::{App, Options};
pub use error::{Error, Result};
pub use write::Write;

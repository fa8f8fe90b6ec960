//! Rappel without a screen: storage, commands, alarms, import and texts. All of it runs in a test without a window.

pub mod clock;
pub mod commands;
pub mod error;
pub mod event;

pub use error::{Error, Result};

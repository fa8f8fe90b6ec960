//! The journeys that matter, in the real window: the built program on a display of its own, driven through WebDriver, with a
//! real notification daemon that shows its pop-ups.
//!
//! Run by `cargo xtask test`, which builds the program and says where it is.

#![allow(missing_docs, clippy::unwrap_used)]

mod alarms;
mod board;
mod damage;
mod duplicates;
mod harness;
mod import;
mod journey;
mod never_fail;
mod out;
mod palette;
mod screens;
mod tray;
mod views;

//! The journeys that matter, in the real window: the built program on a display of its own, driven through WebDriver, with a
//! real notification daemon that shows its pop-ups.
//!
//! Run by `cargo xtask test`, which builds the program and says where it is.

#![allow(missing_docs, clippy::unwrap_used)]

mod alarms;
mod board;
mod calendar;
mod capture;
mod cards;
mod damage;
mod doors;
mod duplicates;
mod everywhere;
mod harness;
mod hostile;
mod import;
mod insights;
mod journey;
mod keyboard;
mod linux;
mod lists;
mod lock;
mod names;
mod never_fail;
mod out;
mod packages;
mod palette;
mod pictures;
mod questions;
mod referral;
mod screens;
mod session;
mod starts;
mod templates;
mod tray;
mod views;
mod zoom;

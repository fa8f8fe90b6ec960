//! Behaviour through the commands, with a fixed clock and a notifier that only remembers.

#![allow(missing_docs, clippy::unwrap_used)]

mod alarm_model;
mod alarms;
mod backup;
mod backup_copy;
mod bulk;
mod calendar;
mod capture;
mod cards;
mod closed;
mod custom_fields;
mod damage;
mod daylight;
mod dependencies;
mod doors;
mod erase;
mod export;
mod faults;
mod find;
mod first;
mod fuzz;
mod generated;
// Windows moves no folder and deletes no file while something in it is open.
#[cfg(unix)]
mod gone;
mod import;
mod import_edges;
mod import_mapping;
mod import_update;
mod insights;
mod insights_slow;
mod journey;
mod labels;
mod ledger;
mod lock;
mod merge;
mod moves;
mod names;
mod photo;
#[cfg(unix)]
mod private;
mod questions;
mod referral;
mod remind;
mod rest;
mod round_trip;
mod round_trip_plans;
mod samples;
mod session;
mod start;
mod templates;
mod tidy;
mod undo;
mod versions;
mod views;

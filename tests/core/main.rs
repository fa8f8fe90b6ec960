//! Behaviour through the commands, with a fixed clock and a notifier that only remembers.

#![allow(missing_docs, clippy::unwrap_used)]

mod alarm_model;
mod alarms;
mod backup;
mod backup_copy;
mod bulk;
mod custom_fields;
mod damage;
mod daylight;
mod erase;
mod export;
mod faults;
mod find;
mod fuzz;
mod generated;
mod gone;
mod import;
mod import_edges;
mod import_mapping;
mod import_update;
mod journey;
mod ledger;
mod merge;
mod moves;
mod names;
mod photo;
mod remind;
mod round_trip;
mod round_trip_plans;
mod samples;
mod tidy;
mod undo;
mod versions;
mod views;

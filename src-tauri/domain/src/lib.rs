//! What Rappel's words mean: the rules of leads, prospects, customers and their alarms.
//!
//! Pure on purpose: no clock, no files, no SQL, no window. Time comes in as an argument, so that every rule can be
//! tested in a moment. ARCHITECTURE.md sums the rules up.

pub mod alarm;
pub mod backup;
pub mod birthday;
pub mod call_session;
pub mod card;
pub mod contact;
pub mod conversation;
pub mod custom_field;
pub mod duplicate;
pub mod fold;
pub mod follow_up;
pub mod history;
pub mod holidays;
pub mod ids;
pub mod insight;
pub mod label;
pub mod many;
pub mod period;
pub mod process;
pub mod qualification;
pub mod question;
pub mod sale;
pub mod settings;
pub mod shortcut;
pub mod template;
pub mod when;

//! What Rappel's words mean: the rules of leads, prospects, customers and their alarms.
//!
//! Pure on purpose: no clock, no files, no SQL, no window. Time comes in as an argument, so that every rule can be
//! tested in a moment. The source of each rule is the project's domain page, summed up in ARCHITECTURE.md.

pub mod birthday;
pub mod contact;
pub mod ids;

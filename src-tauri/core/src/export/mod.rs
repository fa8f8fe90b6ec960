//! Taking people out: tables that come back without loss, cards, calendars, and one person's whole file. Each format writes one
//! person after the other, so that a hundred thousand of them take no more memory than one.

pub mod calendar;
pub mod card;
pub mod csv;
pub mod file;
pub mod labels;
pub mod page;
mod words;

//! Everything about words: the sentences of both languages, and numbers and addresses that people type.

pub mod check;
pub mod phone;
mod sentences;

pub use sentences::{Texts, source, system_language};

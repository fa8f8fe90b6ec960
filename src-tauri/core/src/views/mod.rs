//! What crosses to the page and back: the inputs and outputs of the commands. Plain data; storage fills the outputs, commands
//! take the inputs, and neither knows the other's insides.

mod alarms;
mod backup;
mod calendar;
mod capture;
mod card;
mod duplicate;
mod export;
mod find;
mod follow_up;
mod frame;
mod import;
mod insight;
mod label;
mod lists;
mod people;
mod person;
mod process;
mod questions;
mod referral;
mod session;
mod templates;
mod today;

pub use alarms::*;
pub use backup::*;
pub use calendar::*;
pub use capture::*;
pub use card::*;
pub use duplicate::*;
pub use export::*;
pub use find::*;
pub use follow_up::*;
pub use frame::*;
pub use import::*;
pub use insight::*;
pub use label::*;
pub use lists::*;
pub use people::*;
pub use person::*;
pub use process::*;
pub use questions::*;
pub use referral::*;
pub use session::*;
pub use templates::*;
pub use today::*;

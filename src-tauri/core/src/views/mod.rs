//! What crosses to the page and back: the inputs and outputs of the commands. Plain data; storage fills the outputs, commands
//! take the inputs, and neither knows the other's insides.

mod alarms;
mod backup;
mod duplicate;
mod export;
mod fields;
mod find;
mod follow_up;
mod frame;
mod import;
mod lists;
mod many;
mod people;
mod person;
mod process;
mod saved;
mod today;

pub use alarms::*;
pub use backup::*;
pub use duplicate::*;
pub use export::*;
pub use fields::*;
pub use find::*;
pub use follow_up::*;
pub use frame::*;
pub use import::*;
pub use lists::*;
pub use many::*;
pub use people::*;
pub use person::*;
pub use process::*;
pub use saved::*;
pub use today::*;

//! The commands: all that the window, the tray and the pop-ups can ask for. Each is a function `(&App, Input) -> Result`.
//!
//! Commands may use everything else in the core; nothing else in the core uses them but the alarms' answers.

/// THE list of commands, which the build script of the shell reads too.
#[macro_use]
pub mod list;
mod alarms;
mod backup;
mod calendar;
mod capture;
mod cards;
mod duplicates;
mod erase;
mod export;
mod fields;
mod find;
mod follow_up;
mod frame;
mod import;
mod insights;
mod labels;
mod lists;
mod lock;
mod login;
mod many;
mod people;
mod person;
mod photo;
mod process;
mod progress;
mod qualify;
mod questions;
mod referral;
mod remind;
mod samples;
mod session;
mod shortcut;
mod standing;
mod tags;
mod templates;
mod today;
pub mod typescript;
mod views;

pub use crate::event::OfferedFile;
pub use crate::import::{DateOrder, Row as ImportRow};
pub use crate::views::*;
pub use alarms::*;
pub use backup::*;
pub use calendar::*;
pub use capture::*;
pub(crate) use cards::note_card;
pub use cards::*;
pub use duplicates::*;
pub use erase::*;
pub use export::*;
pub use fields::*;
pub use find::*;
pub(crate) use follow_up::finish;
pub use follow_up::*;
pub use frame::*;
pub(crate) use import::Prepared;
pub use import::*;
pub use insights::*;
pub use labels::*;
pub use lists::*;
pub use lock::*;
pub use login::*;
pub use many::*;
pub use people::*;
pub use person::*;
pub use photo::*;
pub use process::*;
pub use qualify::*;
pub use questions::*;
pub use rappel_domain::contact::ContactDraft;
pub use rappel_domain::ids::{
    CompanyId, ContactId, CriterionId, FieldId, FollowUpId, MappingId, QuestionId, SourceId, StepId, TagId, TemplateId,
    ViewId,
};
pub use rappel_domain::settings::{Settings, ZoomStep};
pub use referral::*;
pub use remind::*;
pub use samples::*;
pub use session::*;
pub use shortcut::*;
pub use tags::*;
pub use templates::*;
pub use today::*;
pub use views::*;

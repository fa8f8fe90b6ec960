//! Templates: texts with placeholders, filled in for one person and handed to their own program.

use rappel_domain::ids::{ContactId, QuestionId, TemplateId};
use rappel_domain::template::{Placeholder, TemplateChannel};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TemplateView {
    /// Its number.
    pub id: TemplateId,
    /// Its name.
    pub name: String,
    /// How it goes out.
    pub channel: TemplateChannel,
    /// The subject of an e-mail, with placeholders.
    pub subject: String,
    /// The text, with placeholders.
    pub body: String,
    /// No longer offered.
    pub archived: bool,
}

/// All templates in their order, and the names of the placeholders in the language in use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Templates {
    /// The templates.
    pub templates: Vec<TemplateView>,
    /// What can be put between braces.
    pub placeholders: Vec<String>,
}

/// A template, new or changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SaveTemplate {
    /// Which one; none for a new one.
    pub id: Option<TemplateId>,
    /// Its name.
    pub name: String,
    /// How it goes out.
    pub channel: TemplateChannel,
    /// The subject.
    pub subject: String,
    /// The text.
    pub body: String,
    /// No longer offered.
    pub archived: bool,
}

/// The templates in a new order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ArrangeTemplates {
    /// All of them.
    pub order: Vec<TemplateId>,
}

/// A text to be filled in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FillTemplate {
    /// For whom; none for an example.
    pub contact: Option<ContactId>,
    /// The subject.
    pub subject: String,
    /// The text.
    pub body: String,
}

/// A text as it would go out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FilledTemplate {
    /// The subject.
    pub subject: String,
    /// The text.
    pub body: String,
    /// What stands between braces and is no placeholder.
    pub unknown: Vec<String>,
    /// Placeholders for which nothing is known of this person.
    pub empty: Vec<Placeholder>,
    /// The questions whose answers stand in it.
    pub tells: Vec<QuestionId>,
}

/// What a text is handed to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ComposeVia {
    /// The mail program.
    Email {
        /// To this address.
        address: String,
    },
    /// The program for short messages.
    Sms {
        /// To this number.
        number: String,
    },
}

/// A text to be handed over. Nothing is sent by that.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Compose {
    /// To whom.
    pub contact: ContactId,
    /// Through what.
    pub via: ComposeVia,
    /// The subject of an e-mail.
    pub subject: String,
    /// The text.
    pub body: String,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Composed {
    /// The text was handed over too; else it is too long for that and has to be pasted.
    pub whole: bool,
}

//! Fields of the person's own making and tags, as they are managed, and what lists are filtered by.

use rappel_domain::custom_field::{FieldKind, FieldTest};
use rappel_domain::ids::{FieldId, TagId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A field of the person's own making.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CustomField {
    /// Its number.
    pub id: FieldId,
    /// Its name.
    pub name: String,
    /// What it holds.
    pub kind: FieldKind,
    /// What can be chosen, for a choice.
    pub choices: Vec<String>,
    /// No longer offered. Its values stay.
    pub archived: bool,
}

/// A field with its use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FieldView {
    /// Its number.
    pub id: FieldId,
    /// Its name.
    pub name: String,
    /// What it holds.
    pub kind: FieldKind,
    /// What can be chosen, for a choice.
    pub choices: Vec<String>,
    /// No longer offered.
    pub archived: bool,
    /// How many people have a value in it.
    pub values: u32,
}

/// A field, new or changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SaveField {
    /// Which one; none for a new one.
    pub id: Option<FieldId>,
    /// Its name.
    pub name: String,
    /// What it holds.
    pub kind: FieldKind,
    /// What can be chosen, for a choice.
    pub choices: Vec<String>,
    /// No longer offered.
    pub archived: bool,
}

/// What another kind would do to the values of a field. None is lost: what does not fit stays as the text that it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FieldPreview {
    /// How many fit as they are.
    pub fit: u32,
    /// How many fit once they are written in another way.
    pub rewritten: u32,
    /// Some of those, as they stand and as they would.
    pub examples: Vec<(String, String)>,
    /// How many do not fit, and stay as text.
    pub stay: u32,
    /// Some of those.
    pub staying: Vec<String>,
    /// The values used most, for making choices of them.
    pub most_used: Vec<String>,
}

/// The fields in a new order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ArrangeFields {
    /// All of them.
    pub order: Vec<FieldId>,
}

/// A filter on a field of one's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FieldFilter {
    /// Which field.
    pub field: FieldId,
    /// What is looked for.
    pub test: FieldTest,
    /// The value it is compared with; empty where none is needed.
    #[serde(default)]
    pub value: String,
}

/// Words to find tags by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TagQuery {
    /// Some letters of their names; empty for all.
    pub words: String,
}

/// A tag with its use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TagView {
    /// Its number.
    pub id: TagId,
    /// Its name.
    pub name: String,
    /// How many people have it.
    pub count: u32,
}

/// The tags, the most used first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Tags {
    /// The first two hundred.
    pub tags: Vec<TagView>,
    /// How many there are.
    pub total: u32,
}

/// Another name for a tag.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RenameTag {
    /// Which one.
    pub tag: TagId,
    /// The name.
    pub name: String,
}

/// Two tags that become one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MergeTags {
    /// The one that goes.
    pub tag: TagId,
    /// The one that stays.
    pub into: TagId,
}

/// Names a tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TagRef {
    /// Which one.
    pub tag: TagId,
}

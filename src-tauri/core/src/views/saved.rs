//! Saved views: what the list of people shows, kept by name.

use rappel_domain::ids::ViewId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::PeopleQuery;

/// A list of people by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SavedView {
    /// Its number.
    pub id: ViewId,
    /// Its name.
    pub name: String,
    /// What it lists, and in which order.
    pub query: PeopleQuery,
}

/// A view to keep, new or changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SaveView {
    /// Which one; none for a new one.
    pub id: Option<ViewId>,
    /// Its name.
    pub name: String,
    /// What it lists, and in which order.
    pub query: PeopleQuery,
}

/// Names a view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ViewRef {
    /// Which one.
    pub view: ViewId,
}

/// The views in a new order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ArrangeViews {
    /// All of them.
    pub order: Vec<ViewId>,
}

/// How many people a view lists now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ViewCount {
    /// Which one.
    pub view: ViewId,
    /// How many, counted up to [`COUNTED_UP_TO`].
    pub count: u32,
}

/// No view is counted further: more is told as *999+*.
pub const COUNTED_UP_TO: u32 = 1000;

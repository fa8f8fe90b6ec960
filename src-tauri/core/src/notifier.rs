//! The pop-ups of the desktop, as the alarms see them.

use std::sync::Arc;

/// A pop-up to show. All is plain text; the notifier escapes what the desktop would take for markup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PopUp {
    /// Who.
    pub title: String,
    /// Why.
    pub body: String,
    /// Label of the button that does it; none for a summary.
    pub done: Option<String>,
    /// Label of the button that puts it off; none for a summary.
    pub snooze: Option<String>,
    /// Label of what a click does.
    pub open: String,
    /// Whether it may break through *do not disturb*: only timed follow-ups.
    pub urgent: bool,
}

/// What the person did with a pop-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Clicked on it.
    Opened,
    /// Pressed *Done* or *Card posted*.
    Done,
    /// Pressed *Snooze*.
    Snoozed,
    /// Closed it, or the desktop did.
    Closed,
}

/// What became of a pop-up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Report {
    /// The desktop took it, under this number, where it gives one.
    Shown(Option<u32>),
    /// The desktop did not, and why.
    Refused(String),
    /// The person did something with it.
    Answered(Answer),
}

/// Takes reports, from any thread.
pub type Reporter = Arc<dyn Fn(Report) + Send + Sync>;

/// Shows pop-ups.
pub trait Notifier: Send + Sync {
    /// Shows a pop-up under a number, in the place of the one that has it; the desktop may give it another. Returns at once and blocks nothing; what becomes of it is told to `report`, from any thread:
    /// [`Report::Shown`] or [`Report::Refused`] first, then at most one [`Report::Answered`].
    fn show(&self, popup: PopUp, number: u32, report: Reporter);

    /// Takes the pop-up with this number off the screen. Returns at once.
    fn withdraw(&self, number: u32);
}

//! Questions: those of one person, those of everybody in one list, and what was answered to similar ones.

use chrono::NaiveDate;
use rappel_domain::ids::{ContactId, QuestionId};
use rappel_domain::process::Place;
use rappel_domain::question::QuestionShelf;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct QuestionView {
    /// Its number.
    pub id: QuestionId,
    /// Who asked.
    pub contact: ContactId,
    /// Their name.
    pub name: String,
    /// Where they stand.
    pub place: Place,
    /// What was asked.
    pub question: String,
    /// On which day.
    pub asked_on: NaiveDate,
    /// The answer, once given.
    pub answer: Option<String>,
    /// The day of the answer.
    pub answered_on: Option<NaiveDate>,
    /// The day on which they were told.
    pub told_on: Option<NaiveDate>,
}

/// In which order questions stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum QuestionOrder {
    /// What has waited longest first.
    #[default]
    Oldest,
    /// The newest first.
    Newest,
    /// All of one person together, by name.
    Person,
}

/// Which questions to list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct QuestionsQuery {
    /// Of which shelf.
    pub shelf: QuestionShelf,
    /// Words to search for in questions and answers.
    pub search: String,
    /// In which order.
    pub order: QuestionOrder,
}

/// An ordered snapshot of questions, read by position with `get_questions`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct QuestionList {
    /// Names the snapshot.
    #[ts(type = "number")]
    pub snapshot: i64,
    /// How many questions are in it.
    pub total: u32,
    /// How many are open in all.
    pub open: u32,
    /// How many answers are still to tell in all.
    pub to_tell: u32,
}

/// Which rows of a snapshot of questions to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct QuestionsWindow {
    /// The snapshot.
    #[ts(type = "number")]
    pub snapshot: i64,
    /// The first position.
    pub from: u32,
    /// How many, at most 200.
    pub count: u32,
}

/// A question in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct QuestionRow {
    /// The question.
    pub question: QuestionView,
    /// The row before it is of the same person.
    pub same_person: bool,
}

/// A question added by hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AddQuestion {
    /// Who asked.
    pub contact: ContactId,
    /// What.
    pub question: String,
}

/// An answer to a question; an empty one opens it again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AnswerQuestion {
    /// Which one.
    pub question: QuestionId,
    /// The answer.
    pub answer: String,
    /// They know it already.
    #[serde(default)]
    pub told: bool,
}

/// Answers that were told, or were not after all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TellAnswers {
    /// To which questions.
    pub questions: Vec<QuestionId>,
    /// Whether they were told.
    pub told: bool,
}

/// A question whose like was perhaps answered before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct QuestionRef {
    /// Which one.
    pub question: QuestionId,
}

/// What was answered to a similar question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SimilarAnswer {
    /// Which question.
    pub id: QuestionId,
    /// What was asked.
    pub question: String,
    /// What was answered.
    pub answer: String,
    /// Who asked.
    pub name: String,
    /// The day of the answer.
    pub answered_on: NaiveDate,
}

//! Questions: asked, answered, told, listed for everybody, and what was answered to similar ones.

use rappel_domain::history::Happened;
use rappel_domain::ids::QuestionId;

use crate::event::Topic;
use crate::storage::question;
use crate::text::check;
use crate::views::*;
use crate::{App, Error, Result, Write, storage};

/// The most rows of one window.
const WINDOW_LIMIT: u32 = 200;

/// Makes an ordered list of questions.
///
/// # Errors
/// Those of the database.
pub fn open_questions(app: &App, input: QuestionsQuery) -> Result<QuestionList> {
    let (ids, open, to_tell) = app.read(|db| {
        let (open, to_tell) = (question::count_open(db)?, question::count_to_tell(db)?);
        Ok((question::snapshot(db, &input)?, open, to_tell))
    })?;
    let total = u32::try_from(ids.len()).unwrap_or(u32::MAX);
    Ok(QuestionList { snapshot: app.keep_snapshot(ids), total, open, to_tell })
}

/// Reads rows of a list of questions by position.
///
/// # Errors
/// `list_gone` when the list was dropped since.
pub fn get_questions(app: &App, input: QuestionsWindow) -> Result<Vec<QuestionRow>> {
    let ids = app.snapshot(input.snapshot)?;
    let from = (input.from as usize).min(ids.len());
    let to = (from + input.count.min(WINDOW_LIMIT) as usize).min(ids.len());
    app.read(|db| {
        let before = question::rows(db, &ids[from.saturating_sub(1)..from])?;
        let mut last = before.first().map(|it| it.contact);
        Ok(question::rows(db, &ids[from..to])?
            .into_iter()
            .map(|question| {
                let same_person = last.replace(question.contact) == Some(question.contact);
                QuestionRow { question, same_person }
            })
            .collect())
    })
}

/// What was answered to similar questions.
///
/// # Errors
/// `not_found`.
pub fn get_similar_answers(app: &App, input: QuestionRef) -> Result<Vec<SimilarAnswer>> {
    app.read(|db| question::similar(db, &question::get(db, input.question)?))
}

/// Adds a question by hand.
///
/// # Errors
/// `missing`, `too_long` or `not_found`.
pub fn add_question(app: &App, input: AddQuestion) -> Result<QuestionId> {
    let question = check::needed("question", input.question.trim_start_matches(['?', ' ']))?;
    app.write(|write| {
        let contact = storage::contact::get(write.db, input.contact)?;
        let id = question::insert(write.db, contact.id, None, &question, write.now.today())?;
        write.touch(contact.id);
        write.record(contact.id, &Happened::QuestionAsked { question })?;
        write.did("question_added", contact.name.shown());
        Ok(id)
    })
}

/// Answers a question; an empty answer opens it again. An answer that is only told now stays as it was given.
///
/// # Errors
/// `too_long` or `not_found`.
pub fn answer_question(app: &App, input: AnswerQuestion) -> Result<()> {
    let answer = check::text("answer", &input.answer)?;
    app.write(|write| {
        let asked = question::get(write.db, input.question)?;
        let given = Some(answer.as_str()).filter(|answer| !answer.is_empty());
        if given.is_none() || given != asked.answer.as_deref() {
            question::set_answer(write.db, input.question, given, write.now.today())?;
        }
        write.touch(asked.contact);
        write.changed(Topic::Conversations);
        if given.is_some() {
            let question = asked.question.clone();
            write.record(asked.contact, &Happened::QuestionAnswered { question, answer: answer.clone() })?;
        }
        if given.is_some() && input.told {
            tell(write, &[input.question])?;
        }
        write.did(if given.is_some() { "question_answered" } else { "question_opened" }, asked.name);
        Ok(())
    })
}

/// Notes that answers were told, or were not after all.
///
/// # Errors
/// `not_found`, or `not_answered` for a question that has no answer.
pub fn tell_answers(app: &App, input: TellAnswers) -> Result<()> {
    app.write(|write| {
        let Some(first) = input.questions.first() else { return Ok(()) };
        let name = question::get(write.db, *first)?.name;
        if input.told {
            tell(write, &input.questions)?;
        } else {
            for id in &input.questions {
                question::set_told(write.db, *id, None)?;
                write.touch(question::get(write.db, *id)?.contact);
            }
            write.changed(Topic::Conversations);
        }
        write.did(if input.told { "answer_told" } else { "answer_untold" }, name);
        Ok(())
    })
}

/// The same within a write: a conversation tells what was waiting. What was told before stays as it was.
pub(super) fn tell(write: &Write<'_>, questions: &[QuestionId]) -> Result<()> {
    for id in questions {
        let asked = question::get(write.db, *id)?;
        if asked.answered_on.is_none() {
            return Err(Error::refused("not_answered"));
        }
        if asked.told_on.is_none() {
            question::set_told(write.db, *id, Some(write.now.today()))?;
            write.touch(asked.contact);
            write.record(asked.contact, &Happened::AnswerTold { question: asked.question })?;
        }
    }
    Ok(())
}

//! The criteria, steps and sources that a first start brings, in the language of the system. Whoever changes the language later
//! finds them in that one, as long as they did not give them words of their own.

use rappel_domain::qualification::{Criterion, CriterionRole};
use rappel_domain::settings::Language;

use crate::event::Topic;
use crate::storage::{criterion, source, step};
use crate::{App, Result, Write, names};

/// The criteria with what each asks about.
const CRITERIA: [(&str, CriterionRole); 3] =
    [("market", CriterionRole::Market), ("means", CriterionRole::Means), ("decides", CriterionRole::Decides)];
/// The steps with their usual days.
const STEPS: [(&str, u32); 3] = [("qualified", 7), ("presentation", 14), ("offer", 14)];
const SOURCES: [&str; 4] = ["met", "referral", "web", "list"];

/// Writes them where there are none.
pub(crate) fn rows(app: &App) -> Result<()> {
    if !app.read(|db| Ok(step::list(db)?.is_empty()))? {
        return Ok(());
    }
    app.write(|write| {
        for (key, role) in CRITERIA {
            let name = app.text(&format!("first-criterion-{key}"));
            criterion::insert(write.db, &name, &app.text(&format!("first-question-{key}")), true, role)?;
        }
        for (key, days) in STEPS {
            step::insert(write.db, &app.text(&format!("first-step-{key}")), days)?;
        }
        for key in SOURCES {
            source::insert(write.db, &app.text(&format!("first-source-{key}")), None)?;
        }
        // Nobody is there whose name is to be put in order.
        names::sort(write)
    })
}

/// Says them in another language, but for what was given other words.
///
/// # Errors
/// Those of the database.
pub(crate) fn say_in(app: &App, write: &Write<'_>, from: Language, to: Language) -> Result<()> {
    if from == to {
        return Ok(());
    }
    let new = |key: &str, words: &str| (app.text_in(from, key) == words).then(|| app.text_in(to, key));
    for it in criterion::list(write.db)? {
        let Some((key, _)) = CRITERIA.iter().find(|(_, role)| *role == it.role) else { continue };
        let name = new(&format!("first-criterion-{key}"), &it.name);
        let question = new(&format!("first-question-{key}"), &it.question);
        if name.is_some() || question.is_some() {
            let (name, question) = (name.unwrap_or(it.name), question.unwrap_or(it.question));
            criterion::update(write.db, &Criterion { name, question, ..it })?;
        }
    }
    for it in step::list(write.db)? {
        if let Some(name) = STEPS.iter().find_map(|(key, _)| new(&format!("first-step-{key}"), &it.name)) {
            step::update(write.db, it.id, &name, it.usual_days, it.archived)?;
        }
    }
    let sources = source::list(write.db)?;
    for it in &sources {
        let name = SOURCES.iter().find_map(|key| new(&format!("first-source-{key}"), &it.name));
        // Whoever has one of that name already keeps both as they are.
        if let Some(name) = name.filter(|name| sources.iter().all(|other| other.name != *name)) {
            source::update(write.db, it.id, &name, it.cost.as_ref(), it.archived)?;
        }
    }
    write.changed(Topic::Contacts);
    Ok(())
}

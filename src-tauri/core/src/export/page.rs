//! One person's whole file: as JSON for programs, and as a page for people. The page carries everything in itself, has no script,
//! and `maud` escapes every word in it.

use std::io::Write;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use rappel_domain::contact::Labelled;
use rappel_domain::qualification::Answer;
use serde_json::json;

use super::words::Words;
use crate::storage::exported::Person;
use crate::storage::whole::Whole;
use crate::{App, Error, Result};

/// All that is kept of one person.
pub struct PersonFile<'a> {
    /// The contact itself.
    pub person: &'a Person,
    /// What hangs on it.
    pub whole: &'a Whole,
    /// The photo, as its media type and its bytes.
    pub photo: Option<(String, Vec<u8>)>,
    /// The name of the source.
    pub source: String,
    /// Who introduced them.
    pub introduced_by: String,
    /// When it was written, on the wall clock.
    pub at: chrono::NaiveDateTime,
}

/// Plain paper: dark words on white, as it may be printed.
const STYLE: &str = "body{font:15px/1.5 system-ui,sans-serif;color:#1e2227;background:#fff;max-width:46rem;margin:2rem auto;padding:0 1rem}\
h1{font-size:1.6rem;margin:0}h2{font-size:1.1rem;margin:2rem 0 .5rem;border-bottom:1px solid #e7e2d9}\
dl{display:grid;grid-template-columns:11rem 1fr;gap:.3rem 1rem}dt{color:#565d66}dd{margin:0;white-space:pre-line}\
li{margin:.4rem 0;white-space:pre-line}.when{color:#565d66}img{max-width:10rem;border-radius:8px}";

/// Writes it as JSON.
///
/// # Errors
/// Those of the file.
pub fn json(to: &mut dyn Write, it: &PersonFile<'_>) -> Result<()> {
    let (person, contact) = (it.person, &it.person.contact);
    let answers = person.answers.iter().map(|(criterion, answer, proof, on)| {
        json!({ "criterion": criterion, "answer": answer, "proof": proof, "answered_on": on })
    });
    // The source by its name: a number says nothing outside this Rappel.
    let mut draft = serde_json::to_value(&person.draft).map_err(|error| Error::Internal(error.to_string()))?;
    draft["source"] = json!(it.source);
    let file = json!({
        "format": "rappel-person-1",
        "written_at": it.at,
        "contact": draft,
        "photo": it.photo.as_ref().map(|(media_type, bytes)| json!({ "media_type": media_type, "base64": STANDARD.encode(bytes) })),
        "introduced_by": it.introduced_by,
        "came_in": contact.came_in,
        "in_trash": contact.trashed_at.is_some(),
        "place": person.row.place,
        "lifecycle": person.row.lifecycle,
        "standing": contact.standing,
        "standing_reason": contact.standing_reason,
        "overridden_because": contact.overridden_why,
        "keep_in_touch": person.keep_in_touch,
        "birthday_alarms": person.birthday_offsets,
        "answers": answers.collect::<Vec<_>>(),
        "everything": it.whole,
    });
    serde_json::to_writer_pretty(&mut *to, &file).map_err(std::io::Error::from)?;
    Ok(to.write_all(b"\n")?)
}

/// Writes it as a page.
///
/// # Errors
/// Those of the file.
pub fn html(to: &mut dyn Write, app: &App, it: &PersonFile<'_>) -> Result<()> {
    let words = Words(app);
    let name = &it.person.row.name;
    let page = html! {
        (DOCTYPE)
        html lang=(app.text("language-tag")) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'";
                meta name="viewport" content="width=device-width";
                title { (name) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                header {
                    @if let Some((media_type, bytes)) = &it.photo {
                        img alt="" src=(format!("data:{media_type};base64,{}", STANDARD.encode(bytes)));
                    }
                    h1 { (name) }
                    p.when { (words.text("file-written")) " " (it.at.format("%Y-%m-%d %H:%M").to_string()) }
                }
                (facts(&words, it))
                (happened(&words, it))
            }
        }
    };
    Ok(to.write_all(page.into_string().as_bytes())?)
}

fn facts(words: &Words<'_>, it: &PersonFile<'_>) -> Markup {
    let (person, contact) = (it.person, &it.person.contact);
    let draft = &person.draft;
    let fact = |key: &str, value: &str| {
        html! { @if !value.is_empty() { dt { (words.text(key)) } dd { (value) } } }
    };
    let labelled = |key: &str, list: &[Labelled]| {
        html! {
            @for it in list { dt { (words.text(key)) } dd { (it.value) @if !it.label.is_empty() { " (" (it.label) ")" } } }
        }
    };
    let standing = [words.standing(contact.standing), contact.standing_reason.clone()];
    let standing = standing.iter().filter(|it| !it.is_empty()).cloned().collect::<Vec<_>>().join(": ");
    let came_with = it.whole.came_with.as_ref().map(|it| it.file.clone()).unwrap_or_default();
    html! {
        dl {
            (fact("field-company", &draft.company))
            (fact("field-job-title", &draft.job_title))
            (labelled("field-email", &draft.emails))
            (labelled("field-phone", &draft.phones))
            (labelled("field-website", &draft.websites))
            @for it in &draft.addresses {
                dt { (words.text("field-address")) }
                dd {
                    (it.street) "\n" (it.postal_code) " " (it.town) "\n" (it.region) " " (it.country)
                    @if !it.label.is_empty() { " (" (it.label) ")" }
                }
            }
            (fact("field-birthday", &draft.birthday.map(|day| words.birthday(day)).unwrap_or_default()))
            (fact("field-language", &draft.language))
            (fact("field-source", &it.source))
            (fact("file-introduced-by", &it.introduced_by))
            (fact("field-tag", &draft.tags.join(", ")))
            @for it in &draft.custom { dt { (it.name) } dd { (it.value) } }
            (fact("field-note", &draft.note))
            (fact("file-standing", &standing))
            (fact("history-overridden", contact.overridden_why.as_deref().unwrap_or_default()))
            (fact("file-came-in", &contact.came_in.to_string()))
            (fact("file-came-with", &came_with))
        }
        @if !person.answers.is_empty() {
            h2 { (words.text("file-answers")) }
            ul {
                @for (criterion, answer, proof, on) in &person.answers {
                    li {
                        (criterion) ": " (words.text(if *answer == Answer::Yes { "answer-yes" } else { "answer-no" }))
                        @if !proof.is_empty() { " – " (proof) }
                        span.when { " (" (on.to_string()) ")" }
                    }
                }
            }
        }
    }
}

fn happened(words: &Words<'_>, it: &PersonFile<'_>) -> Markup {
    let whole = it.whole;
    let when = |at: &chrono::NaiveDateTime| at.format("%Y-%m-%d %H:%M").to_string();
    let list = |key: &str, lines: Vec<Markup>| {
        html! { @if !lines.is_empty() { h2 { (words.text(key)) } ul { @for line in &lines { li { (line) } } } } }
    };
    let conversations = whole.conversations.iter().map(|it| {
        html! {
            span.when { (when(&it.at)) " " (words.kind("channel", &it.channel)) ", " (words.kind("end", &it.ending)) }
            "\n" (it.said)
            @if !it.asked.is_empty() { "\n" (words.text("field-asked")) ": " (it.asked) }
        }
    });
    let questions = whole.questions.iter().map(|it| {
        html! { span.when { (it.asked_on.to_string()) } " " (it.question) @if let Some(answer) = &it.answer { "\n" (answer) } }
    });
    let follow_ups = whole.follow_ups.iter().map(|it| {
        html! { span.when { (words.due(it.due)) " (" (words.kind("file-follow-up", &it.state)) ")" } " " (it.what) }
    });
    let sales = whole.sales.iter().map(|it| {
        html! { span.when { (it.on.to_string()) } " " (it.what) " " (words.money(&it.amount)) }
    });
    let opportunities = whole.opportunities.iter().map(|it| {
        html! {
            span.when { (it.opened_on.to_string()) @if let Some(end) = it.ended_on { " – " (end.to_string()) } }
            " " (it.step) @if let Some(money) = &it.expected { " " (words.money(money)) } @if !it.reason.is_empty() { " – " (it.reason) }
        }
    });
    let cards = whole.cards.iter().map(|it| {
        html! { (it.year) " " (words.kind("card-state", &it.state)) @if !it.words.is_empty() { "\n" (it.words) } }
    });
    let history = whole.history.iter().map(|it| html! { span.when { (when(&it.at)) } " " (words.happened(&it.what)) @if let Some(other) = &it.other { " " (other) } });
    html! {
        (list("conversations", conversations.collect()))
        (list("file-questions", questions.collect()))
        (list("file-follow-ups", follow_ups.collect()))
        (list("sales", sales.collect()))
        (list("file-opportunities", opportunities.collect()))
        (list("file-cards", cards.collect()))
        (list("file-history", history.collect()))
    }
}

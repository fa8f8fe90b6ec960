//! The words of one person's page for what Rappel keeps as kinds and numbers.

use fluent_bundle::FluentValue;
use rappel_domain::birthday::Birthday;
use rappel_domain::follow_up::{Due, time_text};
use rappel_domain::history::Happened;
use rappel_domain::process::{Permission, Standing};
use rappel_domain::sale::Money;
use serde::Serialize;

use crate::App;

/// The sentences of the language in use.
pub(super) struct Words<'a>(pub &'a App);

/// Currencies without a hundredth part (ISO 4217), and those with a thousandth.
const WHOLE: [&str; 14] =
    ["BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XOF"];
const THOUSANDTH: [&str; 7] = ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"];

impl Words<'_> {
    pub(super) fn text(&self, key: &str) -> String {
        self.0.text(key)
    }

    /// The sentence of a kind: its word stands at the end of the key.
    pub(super) fn kind(&self, key: &str, kind: &impl Serialize) -> String {
        let word = serde_json::to_value(kind).ok();
        let word = word.as_ref().and_then(|it| it.as_str()).unwrap_or_default();
        self.text(&format!("{key}-{}", word.replace('_', "-")))
    }

    pub(super) fn standing(&self, standing: Standing) -> String {
        self.text(match standing {
            Standing::Active => "standing-active",
            Standing::Later => "standing-later",
            Standing::NotAFit => "standing-not-a-fit",
            Standing::Declined { permission: Permission::Agreed } => "standing-declined-agreed",
            Standing::Declined { permission: Permission::NotAsked } => "standing-declined-not-asked",
            Standing::Declined { permission: Permission::Refused } => "standing-declined-refused",
        })
    }

    pub(super) fn birthday(&self, day: Birthday) -> String {
        match day.year() {
            Some(year) => format!("{year:04}-{:02}-{:02}", day.month(), day.day()),
            None => {
                let text = format!("{:02}-{:02}", day.month(), day.day());
                self.0.text_with("file-no-year", &[("day", FluentValue::from(text))])
            }
        }
    }

    pub(super) fn due(&self, due: Due) -> String {
        due.at.map_or_else(|| due.on.to_string(), |at| format!("{} {}", due.on, time_text(at)))
    }

    pub(super) fn money(&self, it: &Money) -> String {
        let digits = match it.currency.as_str() {
            whole if WHOLE.contains(&whole) => 0,
            thousandth if THOUSANDTH.contains(&thousandth) => 3,
            _ => 2,
        };
        let parts = 10_i64.pow(digits);
        if digits == 0 {
            return format!("{} {}", it.currency, it.minor);
        }
        format!("{} {}.{:0width$}", it.currency, it.minor / parts, it.minor % parts, width = digits as usize)
    }

    /// What happened, in a line.
    pub(super) fn happened(&self, what: &Happened) -> String {
        use Happened as H;
        let title = |key: &str| self.text(&format!("history-{key}"));
        let (title, detail) = match what {
            H::Added => (title("added"), String::new()),
            H::Met { place } => (title("met"), place.clone()),
            H::Imported { file, line } => {
                let args = [("line", FluentValue::from(line.to_string())), ("file", FluentValue::from(file.as_str()))];
                (title("imported"), self.0.text_with("history-imported-row", &args))
            }
            H::Updated { file, line, .. } => {
                let args = [("line", FluentValue::from(line.to_string())), ("file", FluentValue::from(file.as_str()))];
                (title("updated"), self.0.text_with("history-imported-row", &args))
            }
            H::Edited { fields } => {
                let fields = fields.iter().map(|it| self.text(&format!("field-{}", it.replace('_', "-"))));
                (title("edited"), fields.collect::<Vec<_>>().join(", "))
            }
            H::Answered { criterion, answer, proof } => {
                (title("answered"), format!("{criterion}: {} {proof}", self.kind("answer", answer)))
            }
            H::Overridden { why } if why == "criteria_changed" => (title("overridden"), self.text("criteria-changed")),
            H::Overridden { why } => (title("overridden"), why.clone()),
            H::LifecycleChanged { from, to } => {
                (format!("{} → {}", self.kind("stage", from), self.kind("stage", to)), String::new())
            }
            H::StandingChanged { from, to, reason } => {
                (format!("{} → {}", self.standing(*from), self.standing(*to)), reason.clone())
            }
            H::ContactAllowedAgain => (title("contact-allowed-again"), String::new()),
            H::StepChanged { from, to } => (format!("{from} → {to}"), String::new()),
            H::OpportunityOpened { step, resumed: true } => (title("opportunity-resumed"), step.clone()),
            H::OpportunityOpened { step, resumed: false } => (title("opportunity-opened"), step.clone()),
            H::OpportunityLost { reason } => (title("opportunity-lost"), reason.clone()),
            H::Sold { what, amount } => (title("sold"), format!("{what} {}", self.money(amount))),
            H::FollowUpAdded { what, due } => (title("follow-up-added"), format!("{what} {}", self.due(*due))),
            H::FollowUpDone { what } => (title("follow-up-done"), what.clone()),
            H::FollowUpMoved { what, from, to } => {
                (title("follow-up-moved"), format!("{what} {} → {}", self.due(*from), self.due(*to)))
            }
            H::FollowUpDropped { what } => (title("follow-up-dropped"), what.clone()),
            H::QuestionAsked { question } => (title("question-asked"), question.clone()),
            H::QuestionAnswered { question, answer } => (title("question-answered"), format!("{question} {answer}")),
            H::AnswerTold { question } => (title("answer-told"), question.clone()),
            H::CardChanged { year, state } => {
                let args = [("year", FluentValue::from(year.to_string()))];
                (self.0.text_with("history-card-changed", &args), self.kind("card-state", state))
            }
            H::BirthdayChanged { to: Some(day) } => (title("birthday-changed"), self.birthday(*day)),
            H::BirthdayChanged { to: None } => (title("birthday-removed"), String::new()),
            H::Merged { name } => (title("merged"), name.clone()),
            H::Introduced => (title("introduced"), String::new()),
            H::IntroducedBy => (title("introduced-by"), String::new()),
            H::Trashed => (title("trashed"), String::new()),
            H::Restored => (title("restored"), String::new()),
        };
        let detail = detail.trim();
        if detail.is_empty() { title } else { format!("{title}: {detail}") }
    }
}

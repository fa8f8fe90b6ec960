//! What pop-ups say: who, and why.

use rappel_domain::alarm::AlarmKind;

use crate::Result;
use crate::app::App;
use crate::notifier::PopUp;
use crate::storage::alarm::Alarm;
use crate::storage::{self, people};

/// The pop-up of one alarm: the title says who, the body why.
pub(super) fn of_alarm(app: &App, alarm: &Alarm) -> Result<PopUp> {
    let (name, what, last_said) = app.read(|db| {
        let what = match alarm.occurrence.follow_up {
            Some(id) => Some(storage::follow_up::get(db, id)?.draft),
            None => None,
        };
        Ok((people::name(db, alarm.contact)?, what, storage::conversation::last_said(db, alarm.contact)?))
    })?;
    let kind = alarm.occurrence.kind;
    let birthday = birthday_of(app, alarm)?;
    let body = match kind {
        AlarmKind::FollowUp | AlarmKind::KeepInTouch => {
            let what = what.as_ref().map(|it| it.what.clone()).unwrap_or_default();
            let memory = last_said.as_deref().and_then(last_line).unwrap_or_default();
            [what, memory].into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
        }
        AlarmKind::Birthday => {
            let days = u64::from(alarm.occurrence.offset);
            app.text_with(
                "alarm-birthday-body",
                &[("days", days.into()), ("turns", birthday.and_then(|(_, turns)| turns).unwrap_or(0).into())],
            )
        }
        AlarmKind::Card => {
            let day = birthday.map(|(day, _)| day.format("%Y-%m-%d").to_string()).unwrap_or_default();
            app.text_with("alarm-card-body", &[("day", day.into())])
        }
    };
    let key = match kind {
        AlarmKind::FollowUp => "alarm-follow-up-title",
        AlarmKind::Birthday => "alarm-birthday-title",
        AlarmKind::Card => "alarm-card-title",
        AlarmKind::KeepInTouch => "alarm-keep-in-touch-title",
    };
    let done = if kind == AlarmKind::Card { "alarm-card-posted" } else { "alarm-done" };
    Ok(PopUp {
        title: app.text_with(key, &[("name", name.into())]),
        body,
        done: Some(app.text(done)),
        snooze: Some(app.text("alarm-snooze")),
        open: app.text("alarm-open"),
        urgent: what.is_some_and(|it| it.due.at.is_some()),
    })
}

/// The birthday an alarm is about, and how old they become.
fn birthday_of(app: &App, alarm: &Alarm) -> Result<Option<(chrono::NaiveDate, Option<i32>)>> {
    let contact = app.read(|db| storage::contact::get(db, alarm.contact))?;
    let leap = app.settings().leap_day;
    Ok(contact.birthday.map(|born| {
        let day = born.in_year(alarm.occurrence.period, leap);
        (day, born.turns(day))
    }))
}

/// The summary of several alarms.
pub(super) fn of_several(app: &App, alarms: &[Alarm]) -> Result<PopUp> {
    let names =
        app.read(|db| alarms.iter().take(3).map(|alarm| people::name(db, alarm.contact)).collect::<Result<Vec<_>>>())?;
    let count = alarms.len();
    let more = count - names.len();
    Ok(PopUp {
        title: app.text_with("alarm-digest-title", &[("count", count.into())]),
        body: app.text_with("alarm-digest-body", &[("names", names.join(", ").into()), ("more", more.into())]),
        done: None,
        snooze: None,
        open: app.text("alarm-open"),
        urgent: false,
    })
}

/// The last line somebody wrote that is no question.
fn last_line(said: &str) -> Option<String> {
    let line = said.lines().rev().map(str::trim).find(|line| !line.is_empty() && !line.starts_with('?'))?;
    Some(line.chars().take(160).collect())
}

/// A pop-up that only shows that the desktop takes pop-ups.
pub fn test_popup(app: &App) -> PopUp {
    PopUp {
        title: app.text("alarm-test-title"),
        body: app.text("alarm-test-body"),
        done: None,
        snooze: None,
        open: app.text("alarm-open"),
        urgent: false,
    }
}

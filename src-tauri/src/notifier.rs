//! The pop-ups of the desktop, through notify-rust.
//!
//! A thread per pop-up: asking the desktop may take long, and waiting for the person takes until they answer. Alarms are
//! rare, and more than three at once are one summary, so that threads are few.

use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use notify_rust::{Notification, NotificationHandle, NotificationResponse};
use rappel_core::notifier::{Answer, Notifier, PopUp, Report, Reporter};

#[cfg(target_os = "linux")]
use crate::answers::{Answers, Coming};

/// How long the desktop may take to show a pop-up before it counts as refused.
const LIMIT: Duration = Duration::from_secs(20);

/// Shows pop-ups on this desktop.
#[derive(Default)]
pub struct DesktopNotifier {
    #[cfg(target_os = "linux")]
    answers: Answers,
}

impl DesktopNotifier {
    /// Has this called whenever a notification service comes. Windows and macOS always have theirs.
    pub fn when_a_service_comes(&self, call: impl Fn() + Send + Sync + 'static) {
        #[cfg(target_os = "linux")]
        self.answers.when_a_service_comes(call);
        #[cfg(not(target_os = "linux"))]
        drop(call);
    }
}

impl Notifier for DesktopNotifier {
    fn show(&self, popup: PopUp, number: u32, report: Reporter) {
        let reporter = report.clone();
        #[cfg(target_os = "linux")]
        let answers = self.answers.clone();
        let started = thread::Builder::new().name("pop-up".to_owned()).spawn(move || {
            #[cfg(target_os = "linux")]
            let coming = answers.coming();
            match taken(&popup, number) {
                Ok(handle) => {
                    #[cfg(target_os = "linux")]
                    reporter(Report::Shown(Some(handle.id())));
                    #[cfg(not(target_os = "linux"))]
                    reporter(Report::Shown(None));
                    #[cfg(target_os = "linux")]
                    let answer = wait(handle, &answers, coming);
                    #[cfg(not(target_os = "linux"))]
                    let answer = wait(handle);
                    reporter(Report::Answered(answer));
                }
                Err(why) => reporter(Report::Refused(why)),
            }
        });
        if let Err(error) = started {
            report(Report::Refused(error.to_string()));
        }
    }

    #[cfg(target_os = "linux")]
    fn withdraw(&self, number: u32) {
        let started =
            thread::Builder::new().name("pop-up-gone".to_owned()).spawn(move || crate::bus::close_pop_up(number));
        if let Err(error) = started {
            tracing::warn!(%error, "a pop-up could not be taken back");
        }
    }

    /// What notify-rust shows there can't be taken back; no pop-up has a number there.
    #[cfg(not(target_os = "linux"))]
    fn withdraw(&self, _number: u32) {}
}

/// Hands the pop-up to the desktop, within the limit.
fn taken(popup: &PopUp, number: u32) -> Result<NotificationHandle, String> {
    let notification = describe(popup, number)?;
    let (sender, receiver) = channel();
    thread::Builder::new()
        .name("pop-up-show".to_owned())
        .spawn(move || {
            // Shown after it was given up: it will come again, and must not stand there twice.
            if let Err(late) = sender.send(notification.show()) {
                take_back(late.0);
            }
        })
        .map_err(|error| error.to_string())?;
    match receiver.recv_timeout(LIMIT) {
        Ok(shown) => shown.map_err(|error| error.to_string()),
        Err(RecvTimeoutError::Timeout) => Err("the desktop took too long".to_owned()),
        Err(RecvTimeoutError::Disconnected) => Err("the pop-up could not be made".to_owned()),
    }
}

#[cfg(target_os = "linux")]
fn take_back(shown: notify_rust::error::Result<NotificationHandle>) {
    if let Ok(handle) = shown {
        handle.close();
    }
}

/// Windows and macOS answer at once, so that nothing is ever late there; their handles can't close a pop-up either.
#[cfg(not(target_os = "linux"))]
fn take_back(_shown: notify_rust::error::Result<NotificationHandle>) {}

#[cfg(target_os = "linux")]
fn describe(popup: &PopUp, number: u32) -> Result<Notification, String> {
    use notify_rust::{Hint, Urgency};

    let skills = crate::bus::pop_up_skills()?;
    let body = if skills.markup { escaped(&popup.body) } else { popup.body.clone() };
    let mut notification = Notification::new();
    notification
        .appname("Rappel")
        .icon("rappel")
        .id(number)
        .summary(&popup.title)
        .body(&body)
        // Desktops file pop-ups under the program with this name, and let the person set how they come.
        .hint(Hint::DesktopEntry("Rappel".to_owned()))
        .hint(Hint::Category("x-rappel.reminder".to_owned()))
        .sound_name("message-new-instant")
        .urgency(if popup.urgent { Urgency::Critical } else { Urgency::Normal });
    if skills.buttons {
        buttons(&mut notification, popup);
    }
    Ok(notification)
}

/// Windows and macOS take plain text and have their own settings for what may break through *do not disturb*.
#[cfg(not(target_os = "linux"))]
fn describe(popup: &PopUp, _number: u32) -> Result<Notification, String> {
    let mut notification = Notification::new();
    notification.appname("Rappel").summary(&popup.title).body(&popup.body);
    // Windows shows whose pop-up it is by the identifier that the installer registered.
    #[cfg(windows)]
    notification.app_id("nl.rappel.crm");
    buttons(&mut notification, popup);
    Ok(notification)
}

fn buttons(notification: &mut Notification, popup: &PopUp) {
    // On Linux a click on the pop-up itself is an action too; elsewhere the click is reported without one.
    #[cfg(target_os = "linux")]
    notification.action("default", &popup.open);
    if let Some(done) = &popup.done {
        notification.action("done", done);
    }
    if let Some(snooze) = &popup.snooze {
        notification.action("snooze", snooze);
    }
}

/// Waits for the person.
#[cfg(target_os = "linux")]
fn wait(handle: NotificationHandle, answers: &Answers, coming: Coming) -> Answer {
    let id = handle.id();
    let (sender, receiver) = channel();
    coming.stands(id, sender.clone());
    let waiting = thread::Builder::new().name("pop-up-wait".to_owned()).spawn(move || wait_for_it(handle, &sender));
    if let Err(error) = waiting {
        tracing::warn!(%error, "only the bus is listened to for an answer");
    }
    let answer = receiver.recv().unwrap_or(Answer::Closed);
    answers.forget(id);
    if answer != Answer::Closed {
        crate::bus::close_pop_up(id);
    }
    answer
}

/// Waits for the person.
#[cfg(not(target_os = "linux"))]
fn wait(handle: NotificationHandle) -> Answer {
    let (sender, receiver) = channel();
    wait_for_it(handle, &sender);
    receiver.try_recv().unwrap_or(Answer::Closed)
}

fn wait_for_it(handle: NotificationHandle, answers: &Sender<Answer>) {
    let answers = answers.clone();
    let waited = handle.wait_for_response(move |response: &NotificationResponse| {
        // Where the bus told it first, nobody waits any more.
        let _ = answers.send(answer(response));
    });
    if let Err(error) = waited {
        tracing::warn!(%error, "a pop-up's answer was lost");
    }
}

fn answer(response: &NotificationResponse) -> Answer {
    match response {
        NotificationResponse::Default => Answer::Opened,
        NotificationResponse::Action(action) => pressed(action),
        _ => Answer::Closed,
    }
}

/// What pressing the button with this name means.
pub(crate) fn pressed(action: &str) -> Answer {
    match action {
        "done" => Answer::Done,
        "snooze" => Answer::Snoozed,
        _ => Answer::Opened,
    }
}

/// The text with what the desktop would take for markup made harmless.
#[cfg(target_os = "linux")]
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buttons_answer_with_what_they_say() {
        assert_eq!(answer(&NotificationResponse::Default), Answer::Opened);
        assert_eq!(answer(&NotificationResponse::Action("done".to_owned())), Answer::Done);
        assert_eq!(answer(&NotificationResponse::Action("snooze".to_owned())), Answer::Snoozed);
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn a_company_named_with_signs_of_markup_stays_as_it_is() {
        assert_eq!(escaped("B&B <Utrecht>"), "B&amp;B &lt;Utrecht&gt;");
    }
}

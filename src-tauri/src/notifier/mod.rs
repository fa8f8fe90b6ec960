//! The pop-ups of the desktop, through notify-rust.
//!
//! A thread per pop-up: asking the desktop may take long, and waiting for the person takes until they answer. Alarms are
//! rare, and more than three at once are one summary, so that threads are few.
//!
//! Linux's desktops are spoken to over D-Bus in `linux`; what Windows and macOS do otherwise stands in `elsewhere`, with the reasons.

use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use notify_rust::{Notification, NotificationHandle, NotificationResponse};
use rappel_core::notifier::{Answer, Notifier, PopUp, Report, Reporter};

#[cfg(not(target_os = "linux"))]
#[path = "elsewhere.rs"]
mod platform;
#[cfg(target_os = "linux")]
#[path = "linux.rs"]
mod platform;

use platform::Answers;

/// How long the desktop may take to show a pop-up before it counts as refused.
const LIMIT: Duration = Duration::from_secs(20);

/// Shows pop-ups on this desktop.
#[derive(Default)]
pub struct DesktopNotifier {
    answers: Answers,
}

impl DesktopNotifier {
    /// Has this called whenever a notification service comes.
    pub fn when_a_service_comes(&self, call: impl Fn() + Send + Sync + 'static) {
        self.answers.when_a_service_comes(call);
    }
}

impl Notifier for DesktopNotifier {
    fn show(&self, popup: PopUp, number: u32, report: Reporter) {
        let (reporter, answers) = (report.clone(), self.answers.clone());
        let started = thread::Builder::new().name("pop-up".to_owned()).spawn(move || {
            // Listened to before it stands: the person may be quick.
            let coming = answers.coming();
            match taken(&popup, number) {
                Ok(handle) => {
                    reporter(Report::Shown(platform::number(&handle)));
                    reporter(Report::Answered(platform::wait(handle, &answers, coming)));
                }
                Err(why) => reporter(Report::Refused(why)),
            }
        });
        if let Err(error) = started {
            report(Report::Refused(error.to_string()));
        }
    }

    fn withdraw(&self, number: u32) {
        platform::withdraw(number);
    }
}

/// Hands the pop-up to the desktop, within the limit.
fn taken(popup: &PopUp, number: u32) -> Result<NotificationHandle, String> {
    let notification = platform::describe(popup, number)?;
    let (sender, receiver) = channel();
    thread::Builder::new()
        .name("pop-up-show".to_owned())
        .spawn(move || {
            // Shown after it was given up: it will come again, and must not stand there twice.
            if let Err(late) = sender.send(notification.show()) {
                platform::take_back(late.0);
            }
        })
        .map_err(|error| error.to_string())?;
    match receiver.recv_timeout(LIMIT) {
        Ok(shown) => shown.map_err(|error| error.to_string()),
        Err(RecvTimeoutError::Timeout) => Err("the desktop took too long".to_owned()),
        Err(RecvTimeoutError::Disconnected) => Err("the pop-up could not be made".to_owned()),
    }
}

fn buttons(notification: &mut Notification, popup: &PopUp) {
    if let Some(done) = &popup.done {
        notification.action("done", done);
    }
    if let Some(snooze) = &popup.snooze {
        notification.action("snooze", snooze);
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buttons_answer_with_what_they_say() {
        assert_eq!(answer(&NotificationResponse::Default), Answer::Opened);
        assert_eq!(answer(&NotificationResponse::Action("done".to_owned())), Answer::Done);
        assert_eq!(answer(&NotificationResponse::Action("snooze".to_owned())), Answer::Snoozed);
    }
}

//! Pop-ups on Linux, over D-Bus: whoever shows them there is asked first what they can do.

use std::sync::mpsc::channel;
use std::thread;

use notify_rust::{Hint, Notification, NotificationHandle, Urgency};
use rappel_core::notifier::{Answer, PopUp};

pub(super) use crate::answers::Answers;
use crate::answers::Coming;
use crate::bus;

/// The number by which the desktop knows it.
#[expect(clippy::unnecessary_wraps, reason = "other systems give none")]
pub(super) fn number(handle: &NotificationHandle) -> Option<u32> {
    Some(handle.id())
}

/// Takes a pop-up off the screen.
pub(super) fn withdraw(number: u32) {
    let started = thread::Builder::new().name("pop-up-gone".to_owned()).spawn(move || bus::close_pop_up(number));
    if let Err(error) = started {
        tracing::warn!(%error, "a pop-up could not be taken back");
    }
}

/// Takes back what was shown too late.
pub(super) fn take_back(shown: notify_rust::error::Result<NotificationHandle>) {
    if let Ok(handle) = shown {
        handle.close();
    }
}

/// The pop-up as this desktop can show it.
pub(super) fn describe(popup: &PopUp, number: u32) -> Result<Notification, String> {
    let skills = bus::pop_up_skills()?;
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
        // A click on the pop-up itself is an action too.
        notification.action("default", &popup.open);
        super::buttons(&mut notification, popup);
    }
    Ok(notification)
}

/// Waits for the person.
pub(super) fn wait(handle: NotificationHandle, answers: &Answers, coming: Coming) -> Answer {
    let id = handle.id();
    let (sender, receiver) = channel();
    coming.stands(id, sender.clone());
    let waiting =
        thread::Builder::new().name("pop-up-wait".to_owned()).spawn(move || super::wait_for_it(handle, &sender));
    if let Err(error) = waiting {
        tracing::warn!(%error, "only the bus is listened to for an answer");
    }
    let answer = receiver.recv().unwrap_or(Answer::Closed);
    answers.forget(id);
    if answer != Answer::Closed {
        bus::close_pop_up(id);
    }
    answer
}

/// The text with what the desktop would take for markup made harmless.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_company_named_with_signs_of_markup_stays_as_it_is() {
        assert_eq!(escaped("B&B <Utrecht>"), "B&amp;B &lt;Utrecht&gt;");
    }
}

//! Pop-ups on Windows and macOS: what is otherwise than on Linux, and why. What a pop-up can't do there the window offers.

use std::sync::mpsc::channel;

use notify_rust::{Notification, NotificationHandle};
use rappel_core::notifier::{Answer, PopUp};

/// Answers come from the pop-up's own handle: there is no bus that tells of them earlier.
#[derive(Clone, Default)]
pub(super) struct Answers;

/// Nothing has to be listened to before a pop-up stands.
pub(super) struct Coming;

impl Answers {
    /// Never called: both systems always have their service.
    #[expect(clippy::unused_self, reason = "Linux has a bus to ask")]
    pub(super) fn when_a_service_comes(&self, _call: impl Fn() + Send + Sync + 'static) {}

    #[expect(clippy::unused_self, reason = "Linux has a bus to ask")]
    pub(super) fn coming(&self) -> Coming {
        Coming
    }
}

/// None: what notify-rust shows there has no number that it could be replaced or withdrawn by.
pub(super) fn number(_handle: &NotificationHandle) -> Option<u32> {
    None
}

/// What is shown stays until the person or the system takes it away, for want of a number: a later answer finds what it is about done.
pub(super) fn withdraw(_number: u32) {}

/// Both systems answer at once, so that nothing is ever late; their handles can't close a pop-up either.
pub(super) fn take_back(_shown: notify_rust::error::Result<NotificationHandle>) {}

/// The sound that the person chose for pop-ups. Without a word of it both come in silence.
const SOUND: &str = if cfg!(windows) { "Default" } else { "NSUserNotificationDefaultSoundName" };

/// Plain text: neither reads markup. Both have settings of their own for what may break through *do not disturb*, and the icon is that of
/// the program.
#[expect(clippy::unnecessary_wraps, reason = "on Linux nobody may be there to show it")]
pub(super) fn describe(popup: &PopUp, _number: u32) -> Result<Notification, String> {
    let mut notification = Notification::new();
    // No action for the click itself: it is reported without one.
    notification.appname("Rappel").summary(&popup.title).body(&popup.body).sound_name(SOUND);
    buttons(&mut notification, popup);
    Ok(notification)
}

/// The identifier in tauri.conf.json, by which both systems know whose pop-up it is.
const IDENTIFIER: &str = "nl.rappel.crm";

/// Windows finds name and icon by the shortcut in the start menu, to which both installers give the identifier.
///
/// It stays until it is answered: else it would go to the list of notifications after five seconds, whence notify-rust hears no answers any
/// more. Windows keeps only what has a button.
#[cfg(windows)]
fn buttons(notification: &mut Notification, popup: &PopUp) {
    notification.app_id(IDENTIFIER).urgency(notify_rust::Urgency::Critical);
    super::buttons(notification, popup);
    if popup.done.is_none() && popup.snooze.is_none() {
        notification.action("open", &popup.open);
    }
}

/// While Rappel's window is in front macOS draws no pop-up of it, but puts it into its list: then Today is what says that it is time.
///
/// macOS shows one button. A second would put both into a menu, and a press on its title counts as the first of them.
///
/// Whose pop-up it is has to be said before the first; else the system would be asked for a program named *use_default*, in a dialog. It
/// knows an installed program only; what is run from where it was built shows as the Terminal's. It is also what asks the person for the
/// right to notify, at the first pop-up.
#[cfg(target_os = "macos")]
fn buttons(notification: &mut Notification, popup: &PopUp) {
    static NAMED: std::sync::Once = std::sync::Once::new();
    NAMED.call_once(|| {
        if let Err(error) = notify_rust::set_application(IDENTIFIER) {
            tracing::info!(%error, "pop-ups come under another name");
        }
    });
    super::buttons(notification, &PopUp { snooze: None, ..popup.clone() });
}

/// Waits for the person.
pub(super) fn wait(handle: NotificationHandle, _answers: &Answers, _coming: Coming) -> Answer {
    let (sender, receiver) = channel();
    super::wait_for_it(handle, &sender);
    receiver.try_recv().unwrap_or(Answer::Closed)
}

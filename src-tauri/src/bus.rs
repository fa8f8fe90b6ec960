//! What the session bus of a Linux desktop says about the services that pop-ups and the tray depend on.
//!
//! Every question has a limit in time: a service that hangs must not hang the program, and D-Bus itself waits for ever.

use std::time::Duration;

use zbus::blocking::connection::Builder;
use zbus::blocking::{Connection, fdo::DBusProxy};
use zbus::names::BusName;

const LIMIT: Duration = Duration::from_secs(10);
/// The notification service, its name and its interface.
pub const NOTIFICATIONS: &str = "org.freedesktop.Notifications";
const TRAY_HOST: &str = "org.kde.StatusNotifierWatcher";

/// What the notification service can do.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PopUpSkills {
    /// It reads the text as markup, so that `<` and `&` must be escaped.
    pub markup: bool,
    /// It shows buttons. One that does not may turn every pop-up with buttons into a dialog.
    pub buttons: bool,
}

/// Connects to the session bus.
pub fn connect() -> zbus::Result<Connection> {
    Builder::session()?.method_timeout(LIMIT).build()
}

/// Whether a service runs, or would be started by a call. Asked of the bus, not of the service: a call to a service that
/// nobody owns can take minutes to fail.
fn is_there(bus: &Connection, service: &'static str) -> zbus::Result<bool> {
    let names = DBusProxy::new(bus)?;
    let service = BusName::try_from(service)?;
    Ok(names.name_has_owner(service.clone())? || names.list_activatable_names()?.iter().any(|name| **name == service))
}

/// Asks the notification service what it can do; in words why there is none.
pub fn pop_up_skills() -> Result<PopUpSkills, String> {
    let ask = || -> zbus::Result<Option<Vec<String>>> {
        let bus = connect()?;
        if !is_there(&bus, NOTIFICATIONS)? {
            return Ok(None);
        }
        let path = "/org/freedesktop/Notifications";
        let reply = bus.call_method(Some(NOTIFICATIONS), path, Some(NOTIFICATIONS), "GetCapabilities", &())?;
        reply.body().deserialize().map(Some)
    };
    match ask() {
        Ok(Some(skills)) => {
            let has = |skill: &str| skills.iter().any(|it| it == skill);
            Ok(PopUpSkills { markup: has("body-markup"), buttons: has("actions") })
        }
        Ok(None) => Err("no notification service runs on this desktop".to_owned()),
        Err(error) => Err(format!("the notification service does not answer: {error}")),
    }
}

/// Takes a pop-up off the screen. Some services leave one standing whose button was pressed.
pub fn close_pop_up(id: u32) {
    let path = "/org/freedesktop/Notifications";
    let close = || connect()?.call_method(Some(NOTIFICATIONS), path, Some(NOTIFICATIONS), "CloseNotification", &(id,));
    if let Err(error) = close() {
        // Most services closed it themselves, and some say so with an error.
        tracing::debug!(%error, "a pop-up was gone already");
    }
}

/// Whether something on this desktop shows tray icons.
pub fn has_tray_host() -> bool {
    let ask = || -> zbus::Result<bool> {
        let bus = connect()?;
        Ok(DBusProxy::new(&bus)?.name_has_owner(BusName::try_from(TRAY_HOST)?)?)
    };
    ask().unwrap_or(false)
}

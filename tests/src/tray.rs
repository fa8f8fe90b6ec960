//! A stand-in for what shows tray icons on a desktop: it takes the program's icon and presses the lines of its menu.
//!
//! No tray runs under Xvfb, and the one of a real desktop can't be pressed by a test.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use zbus::blocking::Connection;
use zbus::blocking::connection::Builder;
use zbus::message::Header;
use zbus::zvariant::{OwnedObjectPath, OwnedValue, Value};

/// The tray of a desktop.
pub struct Tray {
    bus: Connection,
    icons: Icons,
}

/// The programs that put an icon here, and the objects that are these icons.
type Icons = Arc<Mutex<Vec<(String, String)>>>;

/// A line of a menu as D-Bus tells it: its number, what is known of it, and the lines below it.
type Line = (i32, HashMap<String, OwnedValue>, Vec<OwnedValue>);

struct Watcher(Icons);

#[zbus::interface(name = "org.kde.StatusNotifierWatcher")]
impl Watcher {
    fn register_status_notifier_item(&self, object: String, #[zbus(header)] header: Header<'_>) {
        let program = header.sender().expect("who asks").to_string();
        self.0.lock().unwrap().push((program, object));
    }

    fn register_status_notifier_host(&self, _host: &str) {}

    #[zbus(property)]
    fn registered_status_notifier_items(&self) -> Vec<String> {
        self.0.lock().unwrap().iter().map(|(program, object)| format!("{program}{object}")).collect()
    }

    #[zbus(property)]
    fn is_status_notifier_host_registered(&self) -> bool {
        true
    }

    #[zbus(property)]
    fn protocol_version(&self) -> i32 {
        0
    }
}

impl Tray {
    /// A tray on the session bus at that address.
    ///
    /// # Panics
    /// When another is there, or no bus.
    pub fn on(bus: &str) -> Self {
        let icons = Icons::default();
        let bus = Builder::address(bus)
            .and_then(|it| it.serve_at("/StatusNotifierWatcher", Watcher(Arc::clone(&icons))))
            .and_then(|it| it.name("org.kde.StatusNotifierWatcher"))
            .and_then(Builder::build)
            .expect("a tray on the bus");
        Self { bus, icons }
    }

    /// The lines of the icon's menu with their numbers; none while there is no icon.
    fn lines(&self) -> Option<Vec<(i32, String)>> {
        let (program, menu) = self.menu()?;
        let interface = Some("com.canonical.dbusmenu");
        // Some menus are made only when they are about to be shown.
        let _ = self.bus.call_method(Some(program.as_str()), &menu, interface, "AboutToShow", &(0_i32,));
        let reply = self
            .bus
            .call_method(Some(program.as_str()), &menu, interface, "GetLayout", &(0_i32, -1_i32, Vec::<&str>::new()))
            .ok()?;
        let (_, (_, _, lines)): (u32, Line) = reply.body().deserialize().ok()?;
        let labelled = lines.into_iter().filter_map(|line| {
            let (number, facts, _) = Line::try_from(line).ok()?;
            let label = String::try_from(facts.get("label")?.try_clone().ok()?).ok()?;
            Some((number, label.replace('_', "")))
        });
        Some(labelled.collect())
    }

    /// The menu of the icon that was put here last.
    fn menu(&self) -> Option<(String, OwnedObjectPath)> {
        let (program, object) = self.icons.lock().unwrap().last()?.clone();
        let asked = ("org.kde.StatusNotifierItem", "Menu");
        let properties = Some("org.freedesktop.DBus.Properties");
        let reply = self.bus.call_method(Some(program.as_str()), object, properties, "Get", &asked).ok()?;
        let menu = OwnedObjectPath::try_from(reply.body().deserialize::<OwnedValue>().ok()?).ok()?;
        Some((program, menu))
    }

    /// What the menu of the icon says.
    pub fn menu_lines(&self) -> Vec<String> {
        self.lines().unwrap_or_default().into_iter().map(|(_, label)| label).collect()
    }

    /// Chooses a line of the menu, if it is there.
    pub fn choose(&self, label: &str) -> bool {
        let lines = self.lines().unwrap_or_default();
        let (Some((program, menu)), Some((number, _))) = (self.menu(), lines.iter().find(|(_, it)| it == label)) else {
            return false;
        };
        let event = (*number, "clicked", Value::from(0_i32), 0_u32);
        let interface = Some("com.canonical.dbusmenu");
        match self.bus.call_method(Some(program.as_str()), menu, interface, "Event", &event) {
            Ok(_) => true,
            // A program that was told to quit may be gone before it answers.
            Err(zbus::Error::MethodError(name, ..)) => name == "org.freedesktop.DBus.Error.NoReply",
            Err(_) => false,
        }
    }
}

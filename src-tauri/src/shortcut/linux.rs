//! Keys for everywhere on X11: grabbed on the root window, and waited for without looking.

use std::sync::Arc;

use rappel_core::commands::ShortcutProblem;
use rappel_domain::shortcut::Shortcut;
use tauri::AppHandle;
use x11rb::connection::Connection;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{ConnectionExt, GrabMode, Keycode, ModMask, Window};
use x11rb::rust_connection::RustConnection;

use crate::capture;

/// The X server gives keys only with the very locks that are on: none, Num Lock, Caps Lock, both.
const LOCKS: [u16; 4] = [0, MOD2, LOCK, MOD2 | LOCK];
const LOCK: u16 = 1 << 1;
const MOD2: u16 = 1 << 4;

/// A connection of its own to the X server.
pub struct Keys {
    server: Arc<RustConnection>,
    root: Window,
}

impl Keys {
    /// Begins to listen.
    pub fn begin(handle: &AppHandle) -> Result<Self, ShortcutProblem> {
        // Under Wayland the X server of old programs gives keys only while one of those is in front.
        let wayland = std::env::var_os("WAYLAND_DISPLAY").is_some_and(|it| !it.is_empty())
            || std::env::var_os("XDG_SESSION_TYPE").is_some_and(|it| it == "wayland");
        if wayland {
            return Err(ShortcutProblem::Wayland);
        }
        let not_here = |error: &dyn std::fmt::Display| {
            tracing::info!(%error, "no keys for everywhere");
            ShortcutProblem::NotHere
        };
        let (server, screen) = RustConnection::connect(None).map_err(|error| not_here(&error))?;
        let root = server.setup().roots[screen].root;
        let server = Arc::new(server);
        let (listening, handle) = (Arc::clone(&server), handle.clone());
        // It ends with the connection.
        let listen = move || {
            while let Ok(event) = listening.wait_for_event() {
                if let Event::KeyPress(_) = event {
                    capture::open(&handle);
                }
            }
        };
        std::thread::Builder::new().name("keys".to_owned()).spawn(listen).map_err(|error| not_here(&error))?;
        Ok(Self { server, root })
    }

    /// Takes these keys from all other programs.
    pub fn grab(&self, keys: &Shortcut) -> Result<(), ShortcutProblem> {
        let code = self.code(keys).ok_or(ShortcutProblem::NotHere)?;
        for locks in LOCKS {
            let held = ModMask::from(mask(keys) | locks);
            let asked = self.server.grab_key(false, self.root, held, code, GrabMode::ASYNC, GrabMode::ASYNC);
            let given = asked.map_err(|_| ShortcutProblem::NotHere)?.check();
            if let Err(error) = given {
                tracing::info!(%error, "keys are not given");
                self.release(keys);
                return Err(ShortcutProblem::Taken);
            }
        }
        Ok(())
    }

    /// Gives them back.
    pub fn release(&self, keys: &Shortcut) {
        let Some(code) = self.code(keys) else { return };
        for locks in LOCKS {
            // What was never held is given back in vain.
            if let Ok(asked) = self.server.ungrab_key(code, self.root, ModMask::from(mask(keys) | locks)) {
                asked.ignore_error();
            }
        }
        let _ = self.server.flush();
    }

    /// The key that writes this sign on the keyboard in use.
    fn code(&self, keys: &Shortcut) -> Option<Keycode> {
        let wanted = keysym(&keys.key)?;
        let (first, last) = (self.server.setup().min_keycode, self.server.setup().max_keycode);
        let asked = self.server.get_keyboard_mapping(first, last - first + 1).ok()?;
        let mapping = asked.reply().ok()?;
        let of_key = usize::from(mapping.keysyms_per_keycode).max(1);
        let at = mapping.keysyms.chunks(of_key).position(|signs| signs.first() == Some(&wanted))?;
        first.checked_add(u8::try_from(at).ok()?)
    }
}

fn mask(keys: &Shortcut) -> u16 {
    let held = [
        (keys.shift, ModMask::SHIFT),
        (keys.ctrl, ModMask::CONTROL),
        (keys.alt, ModMask::M1),
        (keys.logo, ModMask::M4),
    ];
    held.into_iter().filter(|(held, _)| *held).fold(0, |all, (_, mask)| all | u16::from(mask))
}

/// The number of a sign: letters and digits have that of ASCII, the function keys begin at 0xffbe.
fn keysym(key: &str) -> Option<u32> {
    match key.as_bytes() {
        b"Space" => Some(0x20),
        [sign @ (b'A'..=b'Z' | b'0'..=b'9')] => Some(u32::from(sign.to_ascii_lowercase())),
        [b'F', ..] => Some(0xffbd + key[1..].parse::<u32>().ok()?),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_and_held_keys_are_those_of_x() {
        assert_eq!((keysym("J"), keysym("7"), keysym("F12")), (Some(0x6a), Some(0x37), Some(0xffc9)));
        assert_eq!(Shortcut::parse("Ctrl+Alt+J").map(|it| mask(&it)), Some(0b1100));
    }
}

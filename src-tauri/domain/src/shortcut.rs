//! The keys that bring a small window from anywhere: which combinations may be taken from all other programs.

use std::fmt;

/// A combination that works in every program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shortcut {
    /// Ctrl.
    pub ctrl: bool,
    /// Alt; Option on a Mac.
    pub alt: bool,
    /// Shift.
    pub shift: bool,
    /// The key with the logo; Cmd on a Mac.
    pub logo: bool,
    /// `A` to `Z`, `0` to `9`, `F1` to `F12` or `Space`.
    pub key: String,
}

/// What works until another is chosen. GNOME, KDE, Windows and macOS leave it free: Ctrl+Alt with L locks the screen, with T
/// opens a terminal, with K or an arrow belongs to KDE or GNOME, and J writes no letter with AltGr on the usual keyboards.
pub const FIRST: &str = "Ctrl+Alt+J";

impl Shortcut {
    /// Reads `Ctrl+Alt+J`. What programs use themselves (Ctrl+C, Alt+F4) or people type with (a letter, Shift and a letter)
    /// is none: it takes two keys beside a letter, or one beside a function key other than F4.
    pub fn parse(text: &str) -> Option<Self> {
        let (before, key) = text.rsplit_once('+')?;
        let mut it = Self { ctrl: false, alt: false, shift: false, logo: false, key: key.to_owned() };
        for word in before.split('+') {
            let held = match word {
                "Ctrl" => &mut it.ctrl,
                "Alt" => &mut it.alt,
                "Shift" => &mut it.shift,
                "Super" => &mut it.logo,
                _ => return None,
            };
            if std::mem::replace(held, true) {
                return None;
            }
        }
        let function = key.strip_prefix('F').and_then(|it| it.parse::<u32>().ok());
        let is_function = function.is_some_and(|it| (1..=12).contains(&it)) && key != "F4" && !key.starts_with("F0");
        let is_sign = matches!(key.as_bytes(), [b'A'..=b'Z' | b'0'..=b'9']) || key == "Space";
        let held = [it.ctrl, it.alt, it.shift, it.logo].into_iter().filter(|held| *held).count();
        let beside_shift = it.ctrl || it.alt || it.logo;
        (beside_shift && (is_function || is_sign && held >= 2)).then_some(it)
    }
}

impl fmt::Display for Shortcut {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (held, name) in [(self.ctrl, "Ctrl+"), (self.alt, "Alt+"), (self.shift, "Shift+"), (self.logo, "Super+")] {
            to.write_str(if held { name } else { "" })?;
        }
        to.write_str(&self.key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_combination_is_read_and_written_in_one_order() {
        let told = |text: &str| Shortcut::parse(text).map(|it| it.to_string());
        assert_eq!(told(FIRST).as_deref(), Some(FIRST));
        assert_eq!(told("Shift+Super+Alt+Ctrl+7").as_deref(), Some("Ctrl+Alt+Shift+Super+7"));
        assert_eq!(told("Ctrl+F9").as_deref(), Some("Ctrl+F9"));
        assert_eq!(told("Ctrl+Shift+Space").as_deref(), Some("Ctrl+Shift+Space"));
    }

    #[test]
    fn what_programs_and_people_need_themselves_is_none() {
        for text in [
            "",
            "J",
            "Ctrl+",
            "+",
            "Ctrl+C",
            "Shift+J",
            "Super+L",
            "Alt+F4",
            "F9",
            "Shift+F9",
            "Ctrl+Ctrl+J",
            "Ctrl+Alt+j",
        ] {
            assert_eq!(Shortcut::parse(text), None, "{text}");
        }
        for text in ["Ctrl+Alt+F13", "Ctrl+Alt+F01", "Ctrl+Alt+Delete", "Ctrl+Alt+é", "Hyper+Alt+J"] {
            assert_eq!(Shortcut::parse(text), None, "{text}");
        }
    }
}

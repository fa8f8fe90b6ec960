//! The keys that bring the small window from anywhere. The desktop may refuse them; the setting stays and says so.

use rappel_domain::shortcut::{FIRST, Shortcut};

use crate::event::Topic;
use crate::storage;
use crate::text::check;
use crate::views::*;
use crate::{App, Error, Result};

/// The setting that holds the keys.
const KEYS: &str = "capture-shortcut";

/// The keys, which are asked of the desktop once more where they do not work yet.
///
/// # Errors
/// Those of the database.
pub fn get_capture_shortcut(app: &App, (): ()) -> Result<CaptureShortcut> {
    let kept: Option<Option<String>> = app.read(|db| storage::setting::get(db, KEYS))?;
    let keys = kept.unwrap_or_else(|| Some(FIRST.to_owned())).and_then(|keys| Shortcut::parse(&keys));
    let problem = app.desktop().use_shortcut(keys.as_ref());
    Ok(CaptureShortcut { keys: keys.map(|it| it.to_string()), problem })
}

/// Chooses other keys, or none.
///
/// # Errors
/// `bad_shortcut` for keys that programs and people need themselves.
pub fn set_capture_shortcut(app: &App, input: SetCaptureShortcut) -> Result<()> {
    let keys = match input.keys {
        Some(keys) => {
            let refusal = Error::refused("bad_shortcut").with("value", check::line("value", &keys)?);
            Some(Shortcut::parse(&keys).ok_or(refusal)?.to_string())
        }
        None => None,
    };
    app.write_once(|write| {
        storage::setting::set(write.db, KEYS, &keys)?;
        write.changed(Topic::Settings);
        Ok(())
    })
}

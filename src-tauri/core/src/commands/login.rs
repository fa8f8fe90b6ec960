//! Starting with the computer, so that alarms ring without anybody opening Rappel.

use crate::event::Topic;
use crate::storage;
use crate::views::*;
use crate::{App, Result};

/// Remembers that the person was asked.
const ASKED: &str = "asked_start_at_login";

/// Whether Rappel starts at log-in, and whether to ask: once, when there is an alarm that could be missed, or was one.
///
/// # Errors
/// Those of the database.
pub fn get_start_at_login(app: &App, (): ()) -> Result<StartAtLogin> {
    let on = app.desktop().starts_at_login();
    let ask = on == Some(false)
        && !app.is_demo()
        && app.read(|db| {
            let asked: Option<bool> = storage::setting::get(db, ASKED)?;
            let coming = || storage::alarm::next(db, app.now().civil, app.settings().daily_time.0, 1);
            let rang = || storage::ring::list(db, "", None, 1);
            Ok(asked.is_none() && (!coming()?.is_empty() || !rang()?.is_empty()))
        })?;
    Ok(StartAtLogin { on, ask })
}

/// Has Rappel start hidden at log-in, or no more. Either way it is not asked again.
///
/// # Errors
/// `no_start_at_login` when the desktop does not take it.
pub fn set_start_at_login(app: &App, input: SetStartAtLogin) -> Result<()> {
    app.desktop().set_start_at_login(input.on)?;
    app.write_once(|write| {
        storage::setting::set(write.db, ASKED, &true)?;
        write.changed(Topic::Settings);
        Ok(())
    })
}

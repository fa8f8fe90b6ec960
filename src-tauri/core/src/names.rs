//! Where the names of people stand in lists: put in order anew when the settings want another order, and once after an update or a
//! restoring that needs it.

use std::sync::Arc;

use rappel_domain::contact::NameOrder;

use crate::event::Topic;
use crate::storage::{self, Db, derived};
use crate::{App, Result, Write};

/// The setting that tells by which order names were put in lists when that was done last.
const SORTED: &str = "names-sorted";

/// Whether names with a particle stand where the settings want them: not after an update or a restoring from before they were sorted
/// as they are now, nor where the order was changed.
pub(crate) fn are_sorted(db: &Db) -> Result<bool> {
    let wanted = storage::setting::settings(db)?.order_of_names();
    Ok(storage::setting::get::<NameOrder>(db, SORTED)? == Some(wanted))
}

/// Puts names with a particle where the settings want them.
pub(crate) fn sort(write: &Write<'_>) -> Result<()> {
    let order = storage::setting::settings(write.db)?.order_of_names();
    derived::refresh_sort_keys(write.db, order)?;
    storage::setting::set(write.db, SORTED, &order)?;
    write.changed(Topic::Contacts);
    Ok(())
}

impl App {
    /// Puts names where the settings want them.
    pub(crate) fn names_in_order(&self) -> Result<()> {
        if self.read(are_sorted)? { Ok(()) } else { self.write_once(sort) }
    }

    /// The same at a start: nobody waits for it, and lists follow as they do after every change.
    pub(crate) fn names_in_order_behind_the_window(self: &Arc<Self>) -> Result<()> {
        if self.read(are_sorted)? {
            return Ok(());
        }
        let app = Arc::clone(self);
        let sort = move || {
            if let Err(error) = app.names_in_order() {
                tracing::warn!(%error, "the next start puts the names in order");
            }
        };
        std::thread::Builder::new().name("names".to_owned()).spawn(sort)?;
        Ok(())
    }
}

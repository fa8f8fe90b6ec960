//! Erasing a person for good, and what is left of those who refused contact.

use rappel_domain::contact::ContactDraft;

use crate::storage::{fingerprint, matching};
use crate::text::{check, phone};
use crate::trash;
use crate::views::*;
use crate::{App, Result};

/// Erases somebody for good, in the trash or not: from every table, the search, the history, and the bytes of the file. It can't
/// be undone. If they refused contact, their fingerprint stays.
///
/// # Errors
/// `not_found`; `busy` or `disk_full` when they are gone but the file could not be written anew yet, which is tried again.
pub fn erase_contact(app: &App, input: ContactRef) -> Result<()> {
    trash::erase(app, &[input.contact])
}

/// Whether somebody with one of these e-mail addresses or phone numbers refused contact: one who is there, in the trash, or
/// erased since.
///
/// # Errors
/// Those of [`check::contact`].
pub fn has_refused(app: &App, input: ContactDraft) -> Result<bool> {
    let draft = check::contact(input)?;
    let country = app.settings().country.clone();
    let mails = draft.emails.iter().map(|it| it.value.to_lowercase());
    let normals: Vec<String> =
        mails.chain(draft.phones.iter().filter_map(|it| phone::e164(&it.value, &country))).collect();
    app.read(|db| {
        let same = matching::same_reach(db, &normals, None)?;
        Ok(matches!(same, Some((_, true))) || fingerprint::matches(db, &normals)?)
    })
}

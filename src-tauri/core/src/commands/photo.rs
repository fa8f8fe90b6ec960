//! People's photos.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use rappel_domain::history::Happened;

use crate::import::{PHOTO_LIMIT, Photo};
use crate::storage::{self, people};
use crate::views::*;
use crate::{App, Error, Result};

/// Somebody's photo as a `data:` address, for the page shows nothing from outside itself.
///
/// # Errors
/// Those of the database.
pub fn get_photo(app: &App, input: ContactRef) -> Result<Option<String>> {
    let photo = app.read(|db| storage::photo::get(db, input.contact))?;
    Ok(photo.map(|(media_type, bytes)| format!("data:{media_type};base64,{}", STANDARD.encode(bytes))))
}

/// Lets the person choose a photo for somebody; whether they did.
///
/// # Errors
/// `not_found`, `photo_too_large`, `not_a_photo`, or when the file can't be read.
pub fn choose_photo(app: &App, input: ContactRef) -> Result<bool> {
    let Some(path) = app.desktop().choose_file(&app.text("photo-choose-title")) else { return Ok(false) };
    if std::fs::metadata(&path)?.len() > PHOTO_LIMIT as u64 {
        return Err(Error::refused("photo_too_large").with("limit", PHOTO_LIMIT / 1024 / 1024));
    }
    let photo = Photo::read(std::fs::read(&path)?).ok_or_else(|| Error::refused("not_a_photo"))?;
    change(app, input, |db| {
        storage::photo::put(db, input.contact, photo.media_type, &photo.bytes)?;
        Ok(true)
    })?;
    Ok(true)
}

/// Removes somebody's photo.
///
/// # Errors
/// `not_found`.
pub fn remove_photo(app: &App, input: ContactRef) -> Result<()> {
    change(app, input, |db| storage::photo::remove(db, input.contact))
}

fn change(app: &App, input: ContactRef, work: impl FnOnce(&storage::Db) -> Result<bool>) -> Result<()> {
    app.write(|write| {
        let name = people::name(write.db, input.contact)?;
        if work(write.db)? {
            write.touch(input.contact);
            write.record(input.contact, &Happened::Edited { fields: vec!["photo".to_owned()] })?;
            write.did("contact_changed", name);
        }
        Ok(())
    })
}

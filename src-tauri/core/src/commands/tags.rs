//! Tags as they are managed: found, renamed, merged and deleted, each in one step that can be taken back.

use rappel_domain::ids::ContactId;

use crate::event::Topic;
use crate::storage::{self, tag};
use crate::text::check;
use crate::views::*;
use crate::{App, Error, Result, Write};

/// The tags, the most used first.
///
/// # Errors
/// `too_long`, or those of the database.
pub fn list_tags(app: &App, input: TagQuery) -> Result<Tags> {
    let words = check::line("tag", &input.words)?;
    app.read(|db| tag::list(db, &words))
}

/// Gives a tag another name, for everybody who has it. Views that are filtered by it follow.
///
/// # Errors
/// `missing`, `too_long`, `not_found`, or `tag_there` for a name that another tag has: those two can be merged.
pub fn rename_tag(app: &App, input: RenameTag) -> Result<()> {
    let name = check::needed("tag", &input.name)?;
    app.write(|write| {
        let old = tag::name(write.db, input.tag)?;
        if old == name {
            return Ok(());
        }
        if tag::find(write.db, &name)?.is_some_and(|other| other != input.tag) {
            return Err(Error::refused("tag_there").with("value", &name));
        }
        tag::rename(write.db, input.tag, &name)?;
        let people = tag::people(write.db, input.tag)?;
        after(write, &people, &old, &name)?;
        write.did("tag_renamed", name);
        Ok(())
    })
}

/// Makes two tags one: whoever had the one has the other.
///
/// # Errors
/// `not_found`.
pub fn merge_tags(app: &App, input: MergeTags) -> Result<()> {
    app.write(|write| {
        let (old, into) = (tag::name(write.db, input.tag)?, tag::name(write.db, input.into)?);
        if input.tag == input.into {
            return Ok(());
        }
        let people = tag::people(write.db, input.tag)?;
        tag::merge(write.db, input.tag, input.into)?;
        after(write, &people, &old, &into)?;
        write.did("tags_merged", into);
        Ok(())
    })
}

/// Deletes a tag. The people who had it stay, and a view that is filtered by this tag or another one is filtered by the other. One that
/// asks for this tag alone goes on doing so, rather than list everybody; the page says that the tag is gone.
///
/// # Errors
/// `not_found`.
pub fn delete_tag(app: &App, input: TagRef) -> Result<()> {
    app.write(|write| {
        let name = tag::name(write.db, input.tag)?;
        let people = tag::people(write.db, input.tag)?;
        tag::delete(write.db, input.tag)?;
        write.reword(&people)?;
        let key = name.to_lowercase();
        for mut view in storage::view::list(write.db)? {
            let tags = &mut view.query.tags;
            if tags.len() > 1 && tags.iter().any(|it| it.to_lowercase() == key) {
                tags.retain(|it| it.to_lowercase() != key);
                storage::view::update(write.db, &view)?;
            }
        }
        write.changed(Topic::Settings);
        write.did("tag_deleted", name);
        Ok(())
    })
}

/// The search text of these people follows, and so do views that are filtered by the old name.
fn after(write: &Write<'_>, people: &[ContactId], old: &str, new: &str) -> Result<()> {
    write.reword(people)?;
    write.changed(Topic::Settings);
    let key = old.to_lowercase();
    for mut view in storage::view::list(write.db)? {
        let tags = &mut view.query.tags;
        let Some(at) = tags.iter().position(|it| it.to_lowercase() == key) else { continue };
        new.clone_into(&mut tags[at]);
        let new_key = new.to_lowercase();
        let mut seen = false;
        tags.retain(|it| it.to_lowercase() != new_key || !std::mem::replace(&mut seen, true));
        storage::view::update(write.db, &view)?;
    }
    Ok(())
}

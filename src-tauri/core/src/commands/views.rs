//! Saved views: kept, changed, put in order, removed, and counted beside their names.

use rappel_domain::contact::LIST_LIMIT;
use rappel_domain::ids::ViewId;

use crate::event::Topic;
use crate::storage::{self, people};
use crate::text::check;
use crate::views::*;
use crate::{App, Error, Result, Write};

/// All views in their order.
///
/// # Errors
/// Those of the database.
pub fn list_views(app: &App, (): ()) -> Result<Vec<SavedView>> {
    app.read(storage::view::list)
}

/// Keeps what the list shows under a name, or changes the name or the query of a view.
///
/// # Errors
/// `missing`, `too_long`, `view_there` for a name that another view has, `too_many`, or `not_found`.
pub fn save_view(app: &App, input: SaveView) -> Result<ViewId> {
    let name = check::needed("name", &input.name)?;
    let query = checked(input.query)?;
    app.write(|write| {
        let views = storage::view::list(write.db)?;
        let key = name.to_lowercase();
        if views.iter().any(|it| Some(it.id) != input.id && it.name.to_lowercase() == key) {
            return Err(Error::refused("view_there").with("value", &name));
        }
        write.changed(Topic::Settings);
        let Some(id) = input.id else {
            if views.len() >= LIST_LIMIT {
                return Err(Error::refused("too_many").with("field", "view").with("limit", LIST_LIMIT));
            }
            let id = storage::view::insert(write.db, &name, &query)?;
            write.did("view_saved", name);
            return Ok(id);
        };
        let old = views.iter().find(|it| it.id == id).ok_or_else(Error::not_found)?;
        let renamed = old.name != name;
        storage::view::update(write.db, &SavedView { id, name: name.clone(), query })?;
        write.did(if renamed { "view_renamed" } else { "view_changed" }, name);
        Ok(id)
    })
}

/// A query short enough to be kept.
fn checked(query: PeopleQuery) -> Result<PeopleQuery> {
    let tags = check::few("tag", query.tags)?.iter().map(|tag| check::line("tag", tag)).collect::<Result<_>>()?;
    let tidy = |it: FieldFilter| Ok(FieldFilter { value: check::line("custom", &it.value)?, ..it });
    let fields = check::few("custom", query.fields)?.into_iter().map(tidy).collect::<Result<_>>()?;
    Ok(PeopleQuery { search: check::line("search", &query.search)?, tags, fields, ..query })
}

/// Puts the views in a new order. Those not named stay behind the others.
///
/// # Errors
/// Those of the database.
pub fn arrange_views(app: &App, input: ArrangeViews) -> Result<()> {
    app.write(|write| {
        write.changed(Topic::Settings);
        let views = storage::view::list(write.db)?;
        let left = views.iter().map(|it| it.id).filter(|id| !input.order.contains(id));
        let order = input.order.iter().copied().chain(left).enumerate();
        order.into_iter().try_for_each(|(at, id)| storage::view::set_position(write.db, id, at + 1))?;
        write.did("views_arranged", "");
        Ok(())
    })
}

/// Removes a view. The people in it stay.
///
/// # Errors
/// `not_found`.
pub fn remove_view(app: &App, input: ViewRef) -> Result<()> {
    app.write(|write| {
        let view = find(write, input.view)?;
        storage::view::delete(write.db, view.id)?;
        write.changed(Topic::Settings);
        write.did("view_removed", view.name);
        Ok(())
    })
}

fn find(write: &Write<'_>, id: ViewId) -> Result<SavedView> {
    storage::view::list(write.db)?.into_iter().find(|it| it.id == id).ok_or_else(Error::not_found)
}

/// How many people each view lists now, counted up to a limit.
///
/// # Errors
/// Those of the database.
pub fn count_views(app: &App, (): ()) -> Result<Vec<ViewCount>> {
    let now = app.now();
    let views = app.read(storage::view::list)?;
    // One after the other, so that no state of the database is held for longer than one of them takes.
    views
        .iter()
        .map(|view| {
            let count = app.read(|db| people::count(db, &view.query, &now, COUNTED_UP_TO))?;
            Ok(ViewCount { view: view.id, count })
        })
        .collect()
}

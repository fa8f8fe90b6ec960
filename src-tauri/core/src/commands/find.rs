//! Finding anything as one types, and the page of a company.

use crate::commands::people::keep;
use crate::event::Topic;
use crate::storage;
use crate::text::check;
use crate::views::*;
use crate::{App, Error, Result};

/// Looks for words in people, companies, conversations and questions. It ends the searches with another number.
///
/// # Errors
/// `overtaken` by a newer search, and those of the database.
pub fn find_anything(app: &App, input: FindQuery) -> Result<Found> {
    let last = &app.searches.anything;
    app.search(last, last.begin(input.number), |db, order| storage::find::everywhere(db, &input.words, order))
}

/// A company with its people and what there was with them.
///
/// # Errors
/// `not_found`.
pub fn get_company(app: &App, input: CompanyRef) -> Result<CompanyPage> {
    let (mut page, people) = app.read(|db| storage::company::page(db, input.company))?;
    page.people = keep(app, people);
    Ok(page)
}

/// Changes what is known about a company itself; its people keep to it.
///
/// # Errors
/// `missing`, `too_long`, `company_there` when another one has that name, or `not_found`.
pub fn update_company(app: &App, input: UpdateCompany) -> Result<()> {
    let name = check::needed("company", &input.name)?;
    let (website, note) = (check::line("website", &input.website)?, check::text("note", &input.note)?);
    app.write(|write| {
        storage::company::name(write.db, input.company)?;
        if storage::company::named(write.db, &name)?.is_some_and(|id| id != input.company) {
            return Err(Error::refused("company_there").with("value", &name));
        }
        storage::company::update(write.db, input.company, &name, &website, &note)?;
        // The name stands in the rows of its people.
        for contact in storage::company::people(write.db, input.company)? {
            write.touch(contact);
        }
        write.changed(Topic::Contacts);
        write.did("company_changed", name);
        Ok(())
    })
}

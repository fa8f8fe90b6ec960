//! Sample people for a first look around, gone again in one click.

use crate::app::App;
use crate::{Result, samples};

/// Adds the sample people, unless they are in already.
///
/// # Errors
/// Those of the database.
pub fn add_sample_people(app: &App, (): ()) -> Result<()> {
    samples::add(app)
}

/// Removes the sample people for good. Nobody else is touched.
///
/// # Errors
/// Those of the database.
pub fn remove_sample_people(app: &App, (): ()) -> Result<()> {
    samples::remove(app)
}

//! Address labels: how they will look, and the file to print them from.

use std::collections::HashMap;

use chrono::NaiveDate;
use rappel_domain::card::{CardState, Turn, birthday_around};
use rappel_domain::contact::PostalAddress;
use rappel_domain::holidays::Holidays;
use rappel_domain::ids::ContactId;
use rappel_domain::label;
use rappel_domain::process::Place;
use rappel_domain::settings::Settings;

use super::cards::CHOICE_LIMIT;
use super::export::{choose, shown};
use crate::app::App;
use crate::export::file;
use crate::export::labels::{Letters, print};
use crate::storage::{self, Db, card, people};
use crate::views::*;
use crate::{Error, Result};

/// How many names with letters that can't be printed are told.
const TOLD: usize = 10;

/// Shows how labels will look.
///
/// # Errors
/// `too_many`, or those of the database.
pub fn preview_labels(app: &App, input: Labels) -> Result<LabelsPreview> {
    let found = find(app, &input.whose)?;
    let letters = Letters::new()?;
    let layout = input.sheet.layout();
    let start = layout.start(input.start);
    let count = u32::try_from(found.labels.len()).unwrap_or(u32::MAX);
    let on_first = (layout.per_sheet() - start) as usize;
    let first = (start..).zip(found.labels.iter().take(on_first));
    let odd = found.labels.iter().filter(|lines| lines.iter().any(|line| !letters.can_print(line)));
    Ok(LabelsPreview {
        count,
        sheets: layout.sheets(count, start),
        without_address: found.without_address,
        left_out: found.left_out,
        unprintable: odd.take(TOLD).filter_map(|lines| lines.first().cloned()).collect(),
        layout,
        first: first.map(|(position, lines)| letters.label(&layout, position, lines)).collect(),
    })
}

/// Writes labels as PDF to a place that the person chooses; none when they change their mind.
///
/// # Errors
/// `labels_nobody`, `too_many`, or why the place does not take it (see [`file::write`]). Then nothing is written.
pub fn export_labels(app: &App, input: Labels) -> Result<Option<Exported>> {
    let found = find(app, &input.whose)?;
    if found.labels.is_empty() {
        return Err(Error::refused("labels_nobody"));
    }
    let name = format!("{}-{}", app.text("labels-file-name"), app.now().today());
    let Some(path) = choose(app, &name, "pdf") else { return Ok(None) };
    let pdf = print(&input.sheet.layout(), input.start, &found.labels, &app.text("labels-title"))?;
    file::write(&path, |to| Ok(to.write_all(&pdf)?))?;
    let count = u32::try_from(found.labels.len()).unwrap_or(u32::MAX);
    let exported = Exported { file: shown(&path), count };
    app.keep_labels(path);
    Ok(Some(exported))
}

/// Opens the labels that were written last in the system's own program, to print them there.
///
/// # Errors
/// `file_missing` where there are none, `no_program` when the desktop has none for them.
pub fn open_labels(app: &App, (): ()) -> Result<()> {
    let path = app.kept_labels().filter(|path| path.exists()).ok_or_else(|| Error::refused("file_missing"))?;
    app.desktop().open_file(&path)
}

/// The labels in the order in which they are printed, and who has none.
#[derive(Default)]
struct Found {
    labels: Vec<Vec<String>>,
    without_address: u32,
    left_out: u32,
}

fn find(app: &App, whose: &LabelsFor) -> Result<Found> {
    let (today, settings) = (app.now().today(), app.settings());
    app.read(|db| {
        let ids = match whose {
            LabelsFor::ToSend { weeks } => to_send(db, today, *weeks, &settings)?,
            LabelsFor::Chosen { contacts } if contacts.len() > CHOICE_LIMIT => {
                return Err(Error::refused("too_many").with("field", "labels").with("limit", CHOICE_LIMIT));
            }
            LabelsFor::Chosen { contacts } => in_order(db, contacts, today, &settings)?,
        };
        let mut found = Found::default();
        for id in ids {
            // Somebody who is gone for good since needs no label.
            let Some(person) = people::rows(db, &[id.0])?.pop() else { continue };
            match storage::contact::postal_address(db, id)? {
                _ if matches!(person.place, Place::Trash | Place::DoNotContact) => found.left_out += 1,
                None => found.without_address += 1,
                Some(address) => found.labels.push(lines(&person, &address, &settings)),
            }
        }
        Ok(found)
    })
}

fn lines(person: &PersonRow, address: &PostalAddress, settings: &Settings) -> Vec<String> {
    label::lines(&person.name, &person.company, address, &settings.country)
}

fn to_send(db: &Db, today: NaiveDate, weeks: u32, settings: &Settings) -> Result<Vec<ContactId>> {
    let batch = card::batch(db, today, weeks, settings)?.into_iter();
    let open = |state| matches!(state, CardState::ToWrite | CardState::Written);
    Ok(batch.filter(|it| it.turn == Turn::Post && open(it.state)).map(|it| it.contact).collect())
}

/// Those to be posted first come first; those without a birthday last, in the order in which they were chosen.
fn in_order(db: &Db, chosen: &[ContactId], today: NaiveDate, settings: &Settings) -> Result<Vec<ContactId>> {
    let holidays = Holidays::of(&settings.country);
    let mut post_by = HashMap::new();
    let mut ordered = Vec::with_capacity(chosen.len());
    for id in chosen {
        let found = match storage::contact::get(db, *id) {
            Ok(found) => found,
            Err(error) if error.code() == "not_found" => continue,
            Err(error) => return Err(error),
        };
        let birthday = found.birthday.map(|born| birthday_around(born, today, settings.leap_day));
        let day = birthday.map(|day| *post_by.entry(day).or_insert_with(|| settings.post.post_by(day, &holidays)));
        ordered.push((day.is_none(), day, birthday, *id));
    }
    ordered.sort_by_key(|(none, day, birthday, _)| (*none, *day, *birthday));
    let mut seen = std::collections::HashSet::new();
    Ok(ordered.into_iter().map(|(.., id)| id).filter(|id| seen.insert(*id)).collect())
}

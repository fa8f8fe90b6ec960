//! Quick capture: somebody who was just met, in a small window, with when to come back to them in plain words.
//!
//! Where they were met is their source, chosen or made by its name, and stands in the history in the person's own words.

use rappel_domain::contact::{ContactDraft, Labelled, PersonName};
use rappel_domain::follow_up::{Due, FollowUpDraft};
use rappel_domain::history::Happened;
use rappel_domain::ids::ContactId;
use rappel_domain::process::{Permission, Standing};
use rappel_domain::when::{self, Unclear};

use crate::event::{Goto, Topic};
use crate::fields::{differing, filled};
use crate::storage::contact::Origin;
use crate::storage::{self, Db, fingerprint, matching, people};
use crate::text::{check, phone};
use crate::views::*;
use crate::{App, Error, Result, Write};

/// A place of more letters than this is told in the history alone: it is a story, and no name to compare sources by.
const SOURCE_NAME_LIMIT: usize = 60;
/// How much of the note's first line says what the follow-up is about.
const WHAT_LIMIT: usize = 80;

/// What the small window begins with.
///
/// # Errors
/// Those of the database.
pub fn get_capture(app: &App, (): ()) -> Result<Capture> {
    let sources = app.read(|db| storage::source::choices(db, false))?;
    Ok(Capture {
        language: app.language(),
        theme: app.settings().theme,
        today: app.now().today(),
        draft: app.captured(),
        sources: sources.into_iter().map(|it| it.name).collect(),
    })
}

/// Reads when something is due from plain words.
///
/// # Errors
/// Never.
pub fn read_when(app: &App, input: WhenTyped) -> Result<WhenRead> {
    Ok(understand(app, &input.text))
}

fn understand(app: &App, text: &str) -> WhenRead {
    match when::read(text, app.now().civil) {
        Ok(due) => WhenRead::Due { due },
        Err(why) => WhenRead::Unclear { why },
    }
}

/// Keeps what is typed for as long as the program runs, and tells what saving it would do.
///
/// # Errors
/// Those of the database.
pub fn look_at_capture(app: &App, input: CaptureDraft) -> Result<CaptureLook> {
    let when = understand(app, &input.when);
    let normals = normals(&reaches(&input.reach), &app.settings().country);
    let place = source_name(&input.place);
    app.keep_captured(input);
    app.read(|db| {
        let new_source = match &place {
            Some(name) => {
                let there = storage::source::choices(db, true)?;
                !there.iter().any(|it| it.name.to_lowercase() == name.to_lowercase())
            }
            None => false,
        };
        let (same, refused) = known(db, &normals)?;
        Ok(CaptureLook { when, new_source, same, refused })
    })
}

/// Who has one of these addresses or numbers, and whether one of them refused contact.
fn known(db: &Db, normals: &[String]) -> Result<(Option<PersonRow>, bool)> {
    match matching::same_reach(db, normals, None)? {
        Some((_, true)) => Ok((None, true)),
        Some((id, false)) => Ok((people::rows(db, &[id.0])?.pop(), fingerprint::matches(db, normals)?)),
        None => Ok((None, fingerprint::matches(db, normals)?)),
    }
}

/// Saves what is typed, in one transaction: the lead with its source, where they were met, the note and the follow-up; or the
/// same for somebody who is in the list already. Where somebody like that is there, or refused contact, it asks first.
///
/// # Errors
/// Those of [`check::contact`] and [`check::follow_up`]; `when_unclear` or `when_past` for a follow-up that is not
/// understood; `not_found`, `restore_first` or `do_not_contact` for somebody it can't be added to.
pub fn save_capture(app: &App, input: SaveCapture) -> Result<SavedCapture> {
    let country = &app.settings().country;
    let lead = Lead::read(app, &input.draft)?;
    let saved = app.write(|write| {
        if let Some(contact) = input.to {
            return add_to(write, contact, &lead).map(|()| SavedCapture::Saved { contact });
        }
        let (same, refused) = known(write.db, &normals(&lead.reaches(), country))?;
        match same {
            _ if refused && !input.though_refused => Ok(SavedCapture::Refused),
            Some(person) if !input.though_there => Ok(SavedCapture::Same { person: Box::new(person) }),
            _ => add(write, &lead).map(|contact| SavedCapture::Saved { contact }),
        }
    })?;
    if matches!(saved, SavedCapture::Saved { .. }) {
        app.keep_captured(CaptureDraft::default());
    }
    Ok(saved)
}

/// What was typed, read and checked.
struct Lead {
    draft: ContactDraft,
    place: String,
    follow_up: Option<FollowUpDraft>,
}

impl Lead {
    fn read(app: &App, typed: &CaptureDraft) -> Result<Self> {
        let (emails, phones) = reaches(&typed.reach);
        let draft = check::contact(ContactDraft {
            name: PersonName::parse(&check::line("name", &typed.name)?),
            emails,
            phones,
            note: typed.note.clone(),
            ..ContactDraft::default()
        })?;
        let place = check::line("met_at", &typed.place)?;
        let follow_up = match understand(app, &typed.when) {
            WhenRead::Due { due } => Some(check::follow_up(follow_up(due, &draft.note))?),
            WhenRead::Unclear { why: Unclear::Nothing } => None,
            WhenRead::Unclear { why: Unclear::Past } => return Err(Error::refused("when_past")),
            WhenRead::Unclear { .. } => return Err(Error::refused("when_unclear")),
        };
        Ok(Self { draft, place, follow_up })
    }

    fn reaches(&self) -> (Vec<Labelled>, Vec<Labelled>) {
        (self.draft.emails.clone(), self.draft.phones.clone())
    }
}

fn follow_up(due: Due, note: &str) -> FollowUpDraft {
    let first = note.lines().next().unwrap_or_default();
    let mut what: String = first.chars().take(WHAT_LIMIT).collect();
    if what.len() < first.len() {
        what.push('…');
    }
    FollowUpDraft { what, due, minutes_before: 0, repeat: None }
}

/// The e-mail addresses and the phone number in one line: what holds an @ is an address.
fn reaches(typed: &str) -> (Vec<Labelled>, Vec<Labelled>) {
    let plain = |value: &str| Labelled { label: String::new(), value: value.to_owned() };
    if !typed.contains('@') {
        return (Vec::new(), vec![plain(typed)]);
    }
    let (emails, rest): (Vec<&str>, Vec<&str>) =
        typed.split([' ', ',', ';', '\u{a0}']).filter(|it| !it.is_empty()).partition(|it| it.contains('@'));
    let phones = if rest.is_empty() { Vec::new() } else { vec![plain(&rest.join(" "))] };
    (emails.into_iter().map(plain).collect(), phones)
}

fn normals((emails, phones): &(Vec<Labelled>, Vec<Labelled>), country: &str) -> Vec<String> {
    let mails = emails.iter().map(|it| it.value.trim().to_lowercase());
    mails.chain(phones.iter().filter_map(|it| phone::e164(it.value.trim(), country))).collect()
}

fn source_name(place: &str) -> Option<String> {
    let place = place.trim();
    (!place.is_empty() && place.chars().count() <= SOURCE_NAME_LIMIT).then(|| place.to_owned())
}

fn add(write: &Write<'_>, lead: &Lead) -> Result<ContactId> {
    let mut draft = lead.draft.clone();
    if let Some(name) = source_name(&lead.place) {
        let (source, made) = super::import::source_named(write, &name)?;
        draft.source = Some(source);
        if made {
            write.changed(Topic::Settings);
        }
    }
    let id = storage::contact::insert(write.db, &draft, Origin::default(), &write.now, &write.settings.country)?;
    write.touch(id);
    write.changed(Topic::FollowUps);
    write.record(id, &Happened::Added)?;
    met(write, id, lead)?;
    write.did("contact_added", draft.name.shown());
    Ok(id)
}

/// Adds the note, the follow-up and what is new of the ways to reach them to somebody who is there. Their name and source stay.
fn add_to(write: &Write<'_>, id: ContactId, lead: &Lead) -> Result<()> {
    let contact = storage::contact::get(write.db, id)?;
    if contact.trashed_at.is_some() {
        return Err(Error::refused("restore_first"));
    }
    if contact.standing == (Standing::Declined { permission: Permission::Refused }) {
        return Err(Error::refused("do_not_contact"));
    }
    let old = storage::contact::get_draft(write.db, id)?;
    let country = &write.settings.country;
    let draft = check::contact(filled(&old, &ContactDraft { name: old.name.clone(), ..lead.draft.clone() }, country))?;
    if draft != old {
        storage::contact::update(write.db, id, &draft, country)?;
        let fields = differing(&old, &draft).into_iter().map(str::to_owned).collect();
        write.record(id, &Happened::Edited { fields })?;
    }
    write.touch(id);
    write.changed(Topic::FollowUps);
    met(write, id, lead)?;
    write.did("captured", contact.name.shown());
    Ok(())
}

/// Writes where they were met, and plans when to come back to them.
fn met(write: &Write<'_>, id: ContactId, lead: &Lead) -> Result<()> {
    if !lead.place.is_empty() {
        write.record(id, &Happened::Met { place: lead.place.clone() })?;
    }
    if let Some(follow_up) = &lead.follow_up {
        super::follow_up::plan(write, id, None, follow_up)?;
    }
    Ok(())
}

/// Opens the small window, or brings it to the front.
///
/// # Errors
/// Never.
pub fn open_capture(app: &App, (): ()) -> Result<()> {
    app.desktop().open_capture();
    Ok(())
}

/// Shows the small window, whose page is ready to be typed into.
///
/// # Errors
/// Never.
pub fn show_capture(app: &App, (): ()) -> Result<()> {
    app.desktop().show_capture();
    Ok(())
}

/// Closes the small window. What is typed there is kept.
///
/// # Errors
/// Never.
pub fn close_capture(app: &App, (): ()) -> Result<()> {
    app.desktop().close_capture();
    Ok(())
}

/// Closes the small window and goes to somebody in the large one.
///
/// # Errors
/// Never.
pub fn open_captured(app: &App, input: ContactRef) -> Result<()> {
    app.desktop().close_capture();
    app.open_window(Goto::Contact { contact: input.contact });
    Ok(())
}

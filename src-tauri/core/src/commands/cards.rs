//! Birthday cards: the batch of the coming weeks, how each stands, and what is written on it.

use rappel_domain::card::{CardState, Turn};
use rappel_domain::history::Happened;
use rappel_domain::ids::ContactId;

use crate::event::Topic;
use crate::storage;
use crate::storage::card::{self, Noted};
use crate::text::check;
use crate::views::*;
use crate::{App, Error, Result, Write};

/// The most rows of one window.
const WINDOW_LIMIT: u32 = 200;
/// The most cards of one choice.
pub(super) const CHOICE_LIMIT: usize = 5_000;

/// Makes the ordered list of the cards of some weeks.
///
/// # Errors
/// Those of the database.
pub fn open_cards(app: &App, input: CardsQuery) -> Result<CardList> {
    let (today, settings) = (app.now().today(), app.settings());
    let batch = app.read(|db| card::batch(db, today, input.weeks, &settings))?;
    let count = |wanted: &dyn Fn(&card::InBatch) -> bool| {
        u32::try_from(batch.iter().filter(|it| wanted(it)).count()).unwrap_or(u32::MAX)
    };
    let in_time = |state| move |it: &card::InBatch| it.turn == Turn::Post && it.state == state;
    let (to_write, to_post) = (count(&in_time(CardState::ToWrite)), count(&in_time(CardState::Written)));
    let to_call = count(&|it| it.turn == Turn::Call);
    let groups = card::groups(&batch);
    let PeopleList { snapshot, total } = super::people::keep(app, batch.into_iter().map(|it| it.contact.0).collect());
    Ok(CardList { snapshot, total, groups, to_write, to_post, to_call })
}

/// Reads cards of a list by position.
///
/// # Errors
/// `list_gone` when the list was dropped since.
pub fn get_cards(app: &App, input: PeopleWindow) -> Result<Vec<CardRow>> {
    let ids = app.snapshot(input.snapshot)?;
    let (today, settings) = (app.now().today(), app.settings());
    let from = (input.from as usize).min(ids.len());
    let to = (from + input.count.min(WINDOW_LIMIT) as usize).min(ids.len());
    app.read(|db| {
        let rows = ids[from..to].iter().map(|id| card::row(db, ContactId(*id), today, &settings));
        Ok(rows.collect::<Result<Vec<_>>>()?.into_iter().flatten().collect())
    })
}

/// Notes how a year's card stands, and what is written on it.
///
/// # Errors
/// `not_found` or `too_long`.
pub fn set_card(app: &App, input: SetCard) -> Result<()> {
    app.write(|write| note_card(write, input))
}

/// Notes how several cards stand, in one step.
///
/// # Errors
/// `not_found` or `too_many`.
pub fn set_cards(app: &App, input: SetCards) -> Result<()> {
    if input.cards.len() > CHOICE_LIMIT {
        return Err(Error::refused("too_many").with("field", "cards").with("limit", CHOICE_LIMIT));
    }
    app.write(|write| {
        let SetCards { cards, state } = &input;
        for &CardRef { contact, year } in cards {
            note_card(write, SetCard { contact, year, state: *state, words: None })?;
        }
        if cards.len() > 1 {
            write.did("cards_changed", cards.len().to_string());
        }
        Ok(())
    })
}

/// The same, within a write: the pop-up's *Card posted* notes its answer in the ledger beside it.
pub(crate) fn note_card(write: &Write<'_>, input: SetCard) -> Result<()> {
    let SetCard { contact, year, state, words } = input;
    let contact = storage::contact::get(write.db, contact)?;
    let old = card::noted(write.db, contact.id, year)?;
    let words = words.map_or(Ok(old.words.clone()), |words| check::card_words(&words))?;
    // Its alarms are brought in line in any case: the clock may have been set since.
    write.touch(contact.id);
    write.changed(Topic::FollowUps);
    if (old.state, &old.words) == (state, &words) {
        return Ok(());
    }
    if old.state != state {
        write.record(contact.id, &Happened::CardChanged { year, state })?;
    }
    if old.words != words {
        write.record(contact.id, &Happened::Edited { fields: vec!["card_words".to_owned()] })?;
    }
    card::set(write.db, contact.id, year, &Noted { state, words }, write.now.today())?;
    write.did("card_changed", contact.name.shown());
    Ok(())
}

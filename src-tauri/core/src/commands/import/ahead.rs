//! Reading rows ahead, on a thread of its own, of whoever holds them against the people who are there: reading a row takes as
//! long as writing it.

use std::sync::mpsc::sync_channel;
use std::thread;

use rappel_domain::contact::ContactDraft;

use super::prepared::{Hashes, Rows};
use crate::Result;
use crate::import::Row;
use crate::import::csv::Cells;
use crate::text::{check, phone};

/// How many rows are handed over at a time, or how many bytes of the file where rows are long.
const ROWS: usize = 64;
const BYTES: usize = 64 * 1024;
/// How many such pieces wait at most. A row is many times larger than its line, so that memory stays small.
const PIECES: usize = 4;

/// A row with all that can be told of it without the database.
pub(super) struct ReadRow {
    pub(super) row: Row,
    pub(super) hash: Hashes,
    /// Its phone numbers, each with its E.164.
    numbers: Vec<(String, Option<String>)>,
}

impl ReadRow {
    fn read(rows: &Rows, at: usize, tags: &[String], country: &str, cells: Option<&mut Cells>) -> Option<Self> {
        let (row, hash) = rows.row_with(at, tags, cells)?;
        let number = |typed: &String| (typed.clone(), phone::e164(typed, country));
        let numbers = row.draft.phones.iter().map(|it| number(&it.value)).collect();
        Some(Self { row, hash, numbers })
    }

    /// The draft, made tidy. To be taken once.
    ///
    /// # Errors
    /// Those of the check.
    pub(super) fn take_draft(&mut self) -> Result<ContactDraft> {
        check::contact(std::mem::take(&mut self.row.draft))
    }

    /// The E.164 of a phone number, in most cases of one of the row.
    pub(super) fn e164(&self, typed: &str, country: &str) -> Option<String> {
        match self.numbers.iter().find(|(it, _)| it == typed) {
            Some((_, number)) => number.clone(),
            None => phone::e164(typed, country),
        }
    }

    /// The e-mail addresses and phone numbers, each in the form that is compared.
    pub(super) fn normals(&self) -> Vec<String> {
        let mails = self.row.draft.emails.iter().map(|it| it.value.to_lowercase());
        mails.chain(self.numbers.iter().filter_map(|(_, number)| number.clone())).collect()
    }
}

/// Calls `each` with the rows at these places in their order, none for one that is not there, while the next ones are read.
pub(super) fn each(
    rows: &Rows,
    places: impl Iterator<Item = usize> + Send,
    tags: &[String],
    country: &str,
    mut each: impl FnMut(usize, Option<ReadRow>) -> Result<()>,
) -> Result<()> {
    thread::scope(|scope| {
        let (to, from) = sync_channel(PIECES);
        scope.spawn(move || {
            let mut piece = Vec::new();
            let mut bytes = 0;
            let mut cells = rows.cells();
            for at in places {
                piece.push((at, ReadRow::read(rows, at, tags, country, cells.as_mut())));
                bytes += rows.raw(at).map_or(0, str::len);
                if piece.len() >= ROWS || bytes >= BYTES {
                    bytes = 0;
                    // Nobody listens any more where the work failed or was stopped.
                    if to.send(std::mem::take(&mut piece)).is_err() {
                        return;
                    }
                }
            }
            let _ = to.send(piece);
        });
        from.into_iter().flatten().try_for_each(|(at, row)| each(at, row))
    })
}

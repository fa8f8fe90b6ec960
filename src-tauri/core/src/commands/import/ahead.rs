//! Reading rows ahead, on threads of their own, of whoever holds them against the people who are there and writes them: reading a
//! row takes longer than writing it.

use std::sync::mpsc::sync_channel;
use std::thread;

use super::prepared::{Hashes, Rows};
use crate::Result;
use crate::import::Row;
use crate::text::phone;

/// How many rows are handed over at a time, or how many bytes of the file where rows are long.
const ROWS: usize = 64;
const BYTES: usize = 64 * 1024;
/// How many such pieces of each thread wait at most. A row is many times larger than its line, so that memory stays small.
const PIECES: usize = 2;

/// A row with all that can be told of it without the database.
pub(super) struct ReadRow {
    pub(super) row: Row,
    pub(super) hash: Hashes,
    /// Its phone numbers, each with its E.164.
    numbers: Vec<(String, Option<String>)>,
    /// The e-mail addresses and phone numbers, each in the form that is compared.
    pub(super) normals: Vec<String>,
}

impl ReadRow {
    fn new((row, hash): (Row, Hashes), country: &str) -> Self {
        let number = |typed: &String| (typed.clone(), phone::e164(typed, country));
        let numbers: Vec<_> = row.draft.phones.iter().map(|it| number(&it.value)).collect();
        let mails = row.draft.emails.iter().map(|it| it.value.to_lowercase());
        let normals = mails.chain(numbers.iter().filter_map(|(_, number)| number.clone())).collect();
        Self { row, hash, numbers, normals }
    }

    /// The E.164 of a phone number, in most cases of one of the row.
    pub(super) fn e164(&self, typed: &str, country: &str) -> Option<String> {
        match self.numbers.iter().find(|(it, _)| it == typed) {
            Some((_, number)) => number.clone(),
            None => phone::e164(typed, country),
        }
    }
}

/// Calls `each` with the rows at these places in their order, none for one that is not there, while so many threads read the next
/// ones. What else can be done with a row beforehand is done by what `prepare` gives, once for each thread.
pub(super) fn each<T: Send, P: FnMut(usize, ReadRow) -> T>(
    readers: usize,
    rows: &Rows,
    places: impl Iterator<Item = usize> + Clone + Send,
    tags: &[String],
    country: &str,
    prepare: impl Fn() -> P + Sync,
    mut each: impl FnMut(usize, Option<T>) -> Result<()>,
) -> Result<()> {
    thread::scope(|scope| {
        let mut from = Vec::new();
        for reader in 0..readers {
            let (to, piece) = sync_channel(PIECES);
            from.push(piece);
            let (places, prepare) = (places.clone(), &prepare);
            scope.spawn(move || {
                let (mut cells, mut prepare) = (rows.cells(), prepare());
                let pieces = Pieces { rows, places };
                for at in pieces.skip(reader).step_by(readers) {
                    let read = at.into_iter().map(|at| {
                        let row = rows.row_with(at, tags, cells.as_mut());
                        (at, row.map(|row| prepare(at, ReadRow::new(row, country))))
                    });
                    // Nobody listens any more where the work failed or was stopped.
                    if to.send(read.collect::<Vec<_>>()).is_err() {
                        return;
                    }
                }
            });
        }
        // The pieces come from the threads by turns, up to the last.
        let pieces = from.iter().cycle().map_while(|from| from.recv().ok());
        pieces.flatten().try_for_each(|(at, row)| each(at, row))
    })
}

/// The places of rows in pieces, for each thread the same.
struct Pieces<'a, I> {
    rows: &'a Rows,
    places: I,
}

impl<I: Iterator<Item = usize>> Iterator for Pieces<'_, I> {
    type Item = Vec<usize>;

    fn next(&mut self) -> Option<Vec<usize>> {
        let (mut piece, mut bytes) = (Vec::new(), 0);
        while piece.len() < ROWS && bytes < BYTES {
            let Some(at) = self.places.next() else { break };
            bytes += self.rows.bytes(at);
            piece.push(at);
        }
        (!piece.is_empty()).then_some(piece)
    }
}

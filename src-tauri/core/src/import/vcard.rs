//! Cards: vCard 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350), and what real programs make of them.
//!
//! The values of a card are read by the `calcard` crate. It was tried on cards of every program at hand; what it does not
//! do stands beside it, each with its reason:
//! - `split` cuts the file into cards, so that only one is in memory, and one that is not closed takes no other with it.
//! - `mend` reads quoted-printable (calcard takes it for Latin 1 when no character set is named, and gives bytes back for a
//!   single bad letter), base64 without indentation, a card inside a card (`AGENT`), lines without a colon (which calcard
//!   passes over in silence), and refuses what would take memory without end.
//! - `charset` reads files of several 8-bit character sets at once.
//! - Birthdays are read by our own date reader, which knows Apple's year 1604 and gives back the text of what it cannot read.

mod charset;
mod fill;
mod mend;
mod split;

use std::ops::Range;

pub use charset::decode;

use super::fill::Filling;
use super::{ProblemCode, Row};
use split::{Piece, Pieces};

/// The cards of a text one after the other, none of them kept. Text between cards is a refused row.
pub fn rows(text: &str) -> impl Iterator<Item = Row> + '_ {
    Pieces::new(text).map(|piece| row(text, &piece))
}

/// Where the cards stand, without a look into them: the line on which each begins, counted from 1, and its place in bytes.
pub fn places(text: &str) -> impl Iterator<Item = (u32, Range<usize>)> + '_ {
    Pieces::new(text).map(|piece| (piece.line, piece.span))
}

/// All cards of a text.
pub fn read(text: &str) -> Vec<Row> {
    rows(text).collect()
}

fn row(text: &str, piece: &Piece) -> Row {
    let card = &text[piece.span.clone()];
    let mut filling = Filling::default();
    if piece.is_card {
        if !piece.is_closed {
            filling.problem(ProblemCode::MissingEnd, "");
        }
        let mended = mend::mend(card, &mut filling);
        fill::fill(&mended, &mut filling);
    } else {
        filling.problem(ProblemCode::OutsideCard, card);
    }
    filling.into_row(piece.line, piece.span.clone())
}

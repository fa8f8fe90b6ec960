//! Reading the files that other programs write: bytes in, drafts out.
//!
//! Pure on purpose: no SQL, no clock, no file system. A caller reads the file, asks [`detect`] and [`decode`] what it is, and
//! walks over [`csv::Table`] or [`vcard::rows`]. Each [`Row`] carries a draft and the [`Problem`]s met on the way. The one
//! rule that always holds: what cannot be put in a field stands as text in the draft's note or in the row's problems, and
//! nothing is dropped or shortened in silence. A row that is not refused passes [`crate::text::check::contact`] unchanged.

pub mod csv;
mod date;
mod decode;
mod fill;
mod fingerprint;
pub mod kinds;
mod label;
mod name;
#[cfg(test)]
mod tests;
pub mod vcard;

use std::ops::Range;

use rappel_domain::contact::ContactDraft;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use date::DateOrder;
pub use decode::{Decoded, Kind, Refused, decode, decode_as, detect};
pub use fingerprint::{cells_hash, exported_hash, row_hash};

/// One row of a table or one card of a file, read as well as can be.
#[derive(Debug, Clone, Default, PartialEq, Serialize, TS)]
#[ts(rename = "ImportRow")]
pub struct Row {
    /// The line of the file on which it begins, counted from 1 as a text editor does.
    pub line: u32,
    /// What was read.
    pub draft: ContactDraft,
    /// What was not, or not surely.
    pub problems: Vec<Problem>,
    /// The photo, which is stored beside the draft.
    #[serde(skip)]
    pub photo: Option<Photo>,
    /// What a table of our own tells beside the draft.
    #[serde(skip)]
    pub exported: Option<Box<csv::own::Exported>>,
    /// Where it stands in the decoded text, in bytes, so that rows that failed can be saved as they were.
    #[serde(skip)]
    pub span: Range<usize>,
}

impl Row {
    /// Whether one of the problems is so bad that the row must not become a contact.
    pub fn is_refused(&self) -> bool {
        self.problems.iter().any(|problem| problem.code.refuses())
    }
}

/// A photo as it came, with the media type that its first bytes tell.
#[derive(Clone, PartialEq, Eq)]
pub struct Photo {
    /// For instance `image/jpeg`.
    pub media_type: &'static str,
    /// The image file itself.
    pub bytes: Vec<u8>,
}

impl Photo {
    /// Takes an image file; none if it is of no kind that the window can show.
    pub fn read(bytes: Vec<u8>) -> Option<Self> {
        Some(Self { media_type: decode::image_type(&bytes)?, bytes })
    }
}

impl std::fmt::Debug for Photo {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Photo({}, {} bytes)", self.media_type, self.bytes.len())
    }
}

/// Something in a row that was not read, or not surely.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ImportProblem")]
pub struct Problem {
    /// What kind; the page shows the text of that name.
    pub code: ProblemCode,
    /// The words of the file it is about, shortened to be shown in a line.
    pub value: String,
}

/// The kinds of [`Problem`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ImportProblemCode")]
pub enum ProblemCode {
    /// Nothing at all stands in the row or card. Refuses the row.
    Empty,
    /// A quotation mark that opens is never closed, or text follows the closing one. Refuses the row.
    UnbalancedQuote,
    /// A value is longer than a field may be. Refuses the row.
    ValueTooLong,
    /// More addresses, numbers or tags than a contact may have, or too many properties in a card. Refuses the row.
    TooManyValues,
    /// Text that stands between cards. Refuses the row.
    OutsideCard,
    /// A card that describes a group or a thing, not a person. Refuses the row.
    NotAPerson,
    /// There is no name; company, e-mail address or phone number stands in for it.
    NameFromElsewhere,
    /// A date that cannot be read; kept in the note.
    DateUnreadable,
    /// A date that can be read two ways, with nobody having said which; kept in the note.
    DateAmbiguous,
    /// A year of two digits: day and month are taken, the text is kept in the note.
    YearUnsure,
    /// An e-mail address that is none; kept in the note.
    NotAnEmail,
    /// A phone number without digits, or with letters and marks that none has; kept in the note.
    NotAPhone,
    /// No number, for an own field that holds one; kept in the note.
    NotANumber,
    /// None of the choices of an own field; kept in the note.
    NotAChoice,
    /// A language that is not known by that name; kept as a field of its own.
    LanguageUnknown,
    /// More cells than the table has columns; kept in the note.
    TooManyColumns,
    /// Something for which there is no field; kept in the note.
    KeptInNote,
    /// Bookkeeping of the other program, said here only: `REV`, `PRODID`, `UID` and the like.
    LeftOut,
    /// Data that is not text, such as a key or a sound; its name and size are said here only.
    BinaryLeftOut,
    /// The photo is larger than [`PHOTO_LIMIT`]; its size is said here only.
    PhotoTooLarge,
    /// The photo is no image of a known kind; its size is said here only.
    PhotoUnreadable,
    /// A second photo; its size is said here only.
    PhotoExtra,
    /// Letters in an unnamed character set, read as the likeliest one.
    CharsetGuessed,
    /// Letters that the named character set does not have; they show as a replacement mark.
    LettersLost,
    /// A card that is not closed; what there was of it has been read.
    MissingEnd,
    /// A line of a card without a name and colon; kept in the note.
    LineUnreadable,
}

impl ProblemCode {
    /// Whether a row with it must not become a contact.
    pub fn refuses(self) -> bool {
        use ProblemCode::{Empty, NotAPerson, OutsideCard, TooManyValues, UnbalancedQuote, ValueTooLong};
        matches!(self, Empty | UnbalancedQuote | ValueTooLong | TooManyValues | OutsideCard | NotAPerson)
    }
}

/// The largest photo that is taken, in bytes.
pub const PHOTO_LIMIT: usize = 5 * 1024 * 1024;

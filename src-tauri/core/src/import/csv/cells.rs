//! Cutting one row into cells, with the automaton of the `csv` crate. The crate's own reader builds that automaton anew for
//! each piece of text, which would cost more than reading the row.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

use super::Shape;

/// The cells of one row at a time.
pub struct Cells {
    core: Reader,
    letters: Vec<u8>,
    ends: Vec<usize>,
    count: usize,
}

impl Cells {
    pub(super) fn new(shape: &Shape) -> Self {
        let core = ReaderBuilder::new().delimiter(shape.separator as u8).quote(shape.quote as u8).build();
        Self { core, letters: vec![0; 1024], ends: vec![0; 32], count: 0 }
    }

    /// Cuts the first row of a text, and tells how many bytes of it that was, as far as the first letter of its line end.
    pub(super) fn cut(&mut self, text: &str) -> usize {
        self.core.reset();
        self.count = 0;
        let (mut read, mut written) = (0, 0);
        loop {
            let (result, took, gave, cells) = self.core.read_record(
                &text.as_bytes()[read..],
                &mut self.letters[written..],
                &mut self.ends[self.count..],
            );
            read += took;
            written += gave;
            self.count += cells;
            match result {
                // The next turn has no input, which tells the automaton that it is at the end.
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => self.letters.resize(self.letters.len() * 2 + 64, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::Record | ReadRecordResult::End => return read,
            }
        }
    }

    /// Takes a text that cannot be cut as a single cell.
    pub(super) fn take_whole(&mut self, text: &str) {
        self.letters.clear();
        self.letters.extend_from_slice(text.as_bytes());
        self.ends[0] = text.len();
        self.count = 1;
    }

    pub(super) fn len(&self) -> usize {
        self.count
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &[u8]> {
        let mut from = 0;
        self.ends[..self.count].iter().map(move |end| &self.letters[std::mem::replace(&mut from, *end)..*end])
    }

    /// The cells as text. They are cut at ASCII letters only, so that they are as valid as the text was.
    pub(super) fn texts(&self) -> Vec<String> {
        self.iter().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect()
    }
}

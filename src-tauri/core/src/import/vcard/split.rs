//! Cutting a text into cards, by the lines that begin and end one.

use std::ops::Range;

/// A card, or text that stands between cards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    pub line: u32,
    pub span: Range<usize>,
    pub is_card: bool,
    pub is_closed: bool,
}

pub(super) struct Pieces<'a> {
    text: &'a str,
    at: usize,
    line: u32,
}

impl<'a> Pieces<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0, line: 1 }
    }

    fn line_at(&self, at: usize) -> Option<&'a str> {
        self.text[at..].split_inclusive('\n').next()
    }
}

impl Iterator for Pieces<'_> {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        while let Some(line) = self.line_at(self.at)
            && is_blank(line)
        {
            self.at += line.len();
            self.line += 1;
        }
        let (start, first_line) = (self.at, self.line);
        let is_card = is_begin(self.line_at(start)?);
        // A card inside a card is one only after a line `AGENT:`; any other BEGIN means that the END was forgotten.
        let (mut depth, mut after_agent) = (0_usize, false);
        while let Some(line) = self.line_at(self.at) {
            let begins = is_begin(line);
            if begins && self.at > start && (!is_card || !after_agent) {
                break;
            }
            self.at += line.len();
            self.line += 1;
            if is_card {
                depth += usize::from(begins);
                if is_end(line) {
                    depth -= 1;
                    if depth == 0 {
                        return Some(Piece { line: first_line, span: start..self.at, is_card, is_closed: true });
                    }
                }
            }
            after_agent = opens_agent(line) || after_agent && is_blank(line);
        }
        Some(Piece { line: first_line, span: start..self.at, is_card, is_closed: false })
    }
}

fn is_blank(line: &str) -> bool {
    line.trim_matches(|c: char| c.is_whitespace() || c == '\0' || c == '\u{feff}').is_empty()
}

pub(super) fn is_begin(line: &str) -> bool {
    is_mark(line, "BEGIN")
}

pub(super) fn is_end(line: &str) -> bool {
    is_mark(line, "END")
}

/// Whether a line is `word:VCARD`, in letters of any case and with blanks around the colon. A continued line is not.
fn is_mark(line: &str, word: &str) -> bool {
    let line = line.trim_start_matches('\u{feff}').trim_end();
    let Some((name, value)) = line.split_once(':') else { return false };
    name.trim_end().eq_ignore_ascii_case(word) && value.trim().eq_ignore_ascii_case("VCARD")
}

/// Whether a card follows as the value of this line.
pub(super) fn opens_agent(line: &str) -> bool {
    let line = line.trim_end();
    line.ends_with(':') && line.get(..5).is_some_and(|name| name.eq_ignore_ascii_case("AGENT"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Vec<(u32, bool, bool)> {
        Pieces::new(text).map(|piece| (piece.line, piece.is_card, piece.is_closed)).collect()
    }

    #[test]
    fn cards_are_cut_by_their_marks_and_a_forgotten_end_takes_no_other_card_with_it() {
        let text = "BEGIN:VCARD\nFN:A\nEND:VCARD\n\nbegin: vcard\r\nFN:B\r\nBEGIN:VCARD\nFN:C\nEND:VCARD\nrubbish\nmore\nBEGIN:VCARD\n";
        assert_eq!(
            pieces(text),
            [(1, true, true), (5, true, false), (7, true, true), (10, false, false), (12, true, false)]
        );
    }

    #[test]
    fn a_card_inside_a_card_belongs_to_it_at_any_depth() {
        let text = "BEGIN:VCARD\nFN:A\nAGENT:\nBEGIN:VCARD\nFN:B\nEND:VCARD\nEND:VCARD\nBEGIN:VCARD\nEND:VCARD\n";
        assert_eq!(pieces(text), [(1, true, true), (8, true, true)]);
        let deep = format!("BEGIN:VCARD\n{}", "AGENT:\nBEGIN:VCARD\n".repeat(100_000));
        assert_eq!(pieces(&deep), [(1, true, false)]);
    }
}

//! Finding out how a table is written: its separator, its quotation mark, what stands before it, and whether it has a header.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::super::fill::floor;
use super::cells::Cells;
use super::guess::is_known;

/// How a table is written. All of it can be changed by hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "CsvShape")]
pub struct Shape {
    /// What stands between the cells; an ASCII character.
    #[serde(deserialize_with = "ascii")]
    pub separator: char,
    /// What stands around a cell that holds a separator or a line break; an ASCII character.
    #[serde(deserialize_with = "ascii")]
    pub quote: char,
    /// How many lines stand before the table.
    pub skip_lines: u32,
    /// Whether the first row names the columns.
    pub has_header: bool,
}

fn ascii<'de, D: serde::Deserializer<'de>>(from: D) -> Result<char, D::Error> {
    let c = char::deserialize(from)?;
    if c.is_ascii() && !matches!(c, '\n' | '\r') {
        Ok(c)
    } else {
        Err(serde::de::Error::custom("not an ASCII character"))
    }
}

const SEPARATORS: [char; 4] = [',', ';', '\t', '|'];
/// How much of a text is looked at, how many of its rows, and how many lines of preamble there may be.
const SAMPLE: usize = 128 * 1024;
const SAMPLE_ROWS: usize = 200;
const PREAMBLE: usize = 30;

/// Finds out the shape of a text. A row with the most known headers in it is the header, whatever stands before it; without
/// one, the separator that cuts the rows most evenly wins, and the first row is a header only if it looks unlike the rest.
pub fn sniff(text: &str) -> Shape {
    let sample = &text[..floor(text, SAMPLE)];
    let quote = quote_of(sample);
    // Excel says it itself on a first line `sep=;`.
    let said =
        sample.lines().next().and_then(|line| line.trim().strip_prefix("sep=")).and_then(|rest| rest.chars().next());
    let candidates: Vec<char> = said.filter(char::is_ascii).map_or_else(|| SEPARATORS.to_vec(), |c| vec![c]);

    let mut best: Option<(usize, Shape)> = None;
    for &separator in &candidates {
        let mut at = 0;
        let mut cells = Cells::new(&Shape { separator, quote, skip_lines: 0, has_header: true });
        for (skip_lines, line) in sample.split_inclusive('\n').take(PREAMBLE).enumerate() {
            let shape = Shape { separator, quote, skip_lines: skip_lines as u32, has_header: true };
            let from = at;
            at += line.len();
            if line.trim().is_empty() {
                continue;
            }
            cells.cut(&sample[from..]);
            let header = cells.texts();
            let known =
                header.iter().take(super::COLUMN_LIMIT).filter(|cell| cell.len() < 100 && is_known(cell)).count();
            // One word alone may be anything in a preamble, but not on the first line or as the only column.
            let enough = known >= 2
                || known == 1 && (skip_lines == 0 || said.is_some() || header.len() == 1) && known * 3 >= header.len();
            if enough && best.as_ref().is_none_or(|(most, _)| known > *most) {
                best = Some((known, shape));
            }
        }
    }
    best.map_or_else(|| by_evenness(sample, quote, &candidates, u32::from(said.is_some())), |(_, shape)| shape)
}

/// The quotation mark: the double one, unless cells stand between single ones and never between double ones.
fn quote_of(sample: &str) -> char {
    let around =
        |quote: char| SEPARATORS.iter().map(|s| sample.matches(&format!("{quote}{s}{quote}")).count()).sum::<usize>();
    if around('"') == 0 && around('\'') > 0 { '\'' } else { '"' }
}

fn by_evenness(sample: &str, quote: char, candidates: &[char], skip: u32) -> Shape {
    let skipped: usize = sample.split_inclusive('\n').take(skip as usize).map(str::len).sum();
    let mut best = (0.0, Shape { separator: candidates[0], quote, skip_lines: skip, has_header: false });
    for &separator in candidates {
        let shape = Shape { separator, quote, skip_lines: skip, has_header: false };
        let rows = rows(&sample[skipped..], &shape);
        let widths: Vec<usize> = rows.iter().map(Vec::len).collect();
        let Some(usual) = usual(&widths) else { continue };
        let even = widths.iter().filter(|width| **width == usual).count() as f64 / widths.len() as f64;
        let score = even * ((usual.min(50) as f64).ln() + 0.01);
        if score > best.0 {
            let titled = titled(&sample[skipped..], &shape, usual);
            let has_header = looks_like_header(&rows, usual);
            best = (score, titled.unwrap_or(Shape { has_header, ..shape }));
        }
    }
    best.1
}

/// The shape of a table below a title: lines without a single separator, and then a row that looks like a header. Without such a
/// row the first line may be a person like the rest.
fn titled(text: &str, shape: &Shape, usual: usize) -> Option<Shape> {
    let (mut at, mut cells) = (0, Cells::new(shape));
    for (line_number, line) in text.split_inclusive('\n').take(PREAMBLE).enumerate() {
        if !line.trim().is_empty() {
            cells.cut(&text[at..]);
            let width = cells.texts().len();
            if width > 1 {
                let below = line_number > 0 && looks_like_header(&rows(&text[at..], shape), usual);
                let skip_lines = shape.skip_lines + line_number as u32;
                return below.then(|| Shape { has_header: true, skip_lines, ..shape.clone() });
            }
        }
        at += line.len();
    }
    None
}

fn rows(text: &str, shape: &Shape) -> Vec<Vec<String>> {
    let (mut cells, mut rows, mut at) = (Cells::new(shape), Vec::new(), 0);
    while rows.len() < SAMPLE_ROWS && !text[at..].trim_matches(['\r', '\n']).is_empty() {
        at += text[at..].len() - text[at..].trim_start_matches(['\r', '\n']).len();
        at += cells.cut(&text[at..]);
        rows.push(cells.texts());
    }
    rows
}

/// The most frequent width, the wider one of two equally frequent.
fn usual(widths: &[usize]) -> Option<usize> {
    let count = |width: usize| widths.iter().filter(|w| **w == width).count();
    widths.iter().copied().max_by_key(|width| (count(*width), *width))
}

/// Whether the first row looks unlike the others: all words, none twice, and somewhere below it numbers or addresses. When
/// in doubt it is a person like the rest, so that nobody is lost as a header.
fn looks_like_header(rows: &[Vec<String>], usual: usize) -> bool {
    let Some((first, rest)) = rows.split_first() else { return false };
    let is_data = |cell: &str| cell.contains('@') || cell.bytes().filter(u8::is_ascii_digit).count() >= 3;
    let words = first.len() == usual && first.iter().all(|cell| !cell.trim().is_empty() && !is_data(cell));
    let mut cells: Vec<&String> = first.iter().collect();
    cells.sort_unstable();
    let different = cells.windows(2).all(|pair| pair[0] != pair[1]);
    words && different && rest.iter().any(|row| row.iter().any(|cell| is_data(cell)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(separator: char, skip_lines: u32, has_header: bool) -> Shape {
        Shape { separator, quote: '"', skip_lines, has_header }
    }

    #[test]
    fn each_separator_is_found_also_with_quoted_line_breaks() {
        for separator in SEPARATORS {
            let text =
                "Voornaam|Achternaam|E-mail\n\"San|ne\"|Boer|sanne@voorbeeld.nl\n\"Twee\nregels; en, een\"|Smit|\n";
            assert_eq!(sniff(&text.replace('|', &separator.to_string())), shape(separator, 0, true));
        }
    }

    #[test]
    fn a_preamble_is_skipped() {
        let text = "Notes:\n\"When you export, some names, and e-mails, are missing.\"\n\nFirst Name,Last Name,URL,Company\nAda,Boer,,Zuivel\n";
        assert_eq!(sniff(text), shape(',', 3, true));
        assert_eq!(sniff("sep=;\nnaam;plaats\nJan;Gouda\n"), shape(';', 1, true));
    }

    #[test]
    fn a_table_without_known_words_is_cut_evenly_and_nobody_is_taken_for_a_header() {
        assert_eq!(sniff("Jan;Smit, jr.;Gouda\nPiet;Bakker;Delft\n"), shape(';', 0, false));
        assert_eq!(sniff("Etunimi;Sukunimi;Puhelin\nAino;Virtanen;0401234567\n"), shape(';', 0, true));
        assert_eq!(sniff("Asiakkaat\n\nEtunimi;Puhelin\nAino;0401234567\nOtto;040765\n"), shape(';', 2, true));
        assert_eq!(sniff("Aino\nOtto;0401234567\nEino;040765\n"), shape(';', 0, false));
        assert_eq!(sniff("Jan Smit\nPiet Bakker\n"), shape(',', 0, false));
        assert_eq!(sniff("naam\nJan Smit\n"), shape(',', 0, true));
        assert_eq!(sniff("'Jan','Smit'\n'Piet','O''Hara'\n").quote, '\'');
    }
}

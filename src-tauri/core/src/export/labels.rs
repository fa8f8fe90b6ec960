//! Address labels as PDF. `krilla` writes it and takes only the letters in use out of the typeface; `rustybuzz` sets them. What
//! stands here is which words stand where: no line leaves its label, however long a name is.

mod fit;

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::OnceLock;

use krilla::Document;
use krilla::color::rgb;
use krilla::geom::Point;
use krilla::metadata::Metadata;
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use rappel_domain::label::SheetLayout;
use rustybuzz::{Direction, Face, Script, ShapePlan, UnicodeBuffer};
use unicode_normalization::UnicodeNormalization;

use crate::views::{PrintedLabel, PrintedLine};
use crate::{Error, Result};

/// Inter, with the letters of Latin, Greek and Cyrillic. Its licence (SIL Open Font License 1.1) stands beside it.
static INTER: &[u8] = include_bytes!("../../fonts/Inter-Regular.ttf");

/// Points in a hundredth of a millimetre.
const POINTS: f32 = 72.0 / 2540.0;

/// The typeface of the labels, with what `rustybuzz` worked out for each script that it met: that takes most of its time.
pub struct Letters {
    face: &'static Face<'static>,
    plans: RefCell<HashMap<Script, Rc<ShapePlan>>>,
}

impl Letters {
    /// Reads the typeface.
    ///
    /// # Errors
    /// `internal` should it be broken.
    pub fn new() -> Result<Self> {
        static FACE: OnceLock<Option<Face<'static>>> = OnceLock::new();
        let face = FACE.get_or_init(|| Face::from_slice(INTER, 0)).as_ref().ok_or_else(broken)?;
        Ok(Self { face, plans: RefCell::default() })
    }

    /// Whether all letters and digits of a line can be printed.
    pub fn can_print(&self, line: &str) -> bool {
        line.nfc().all(|c| !c.is_alphanumeric() || self.has(c))
    }

    /// A line as it can be printed: signs that the typeface lacks (emoji) are left out. Letters that it lacks stay, as a box says more
    /// than a name with a hole.
    fn printable(&self, line: &str) -> String {
        let kept: String = line.nfc().filter(|c| c.is_whitespace() || c.is_alphanumeric() || self.has(*c)).collect();
        kept.trim().to_owned()
    }

    fn has(&self, c: char) -> bool {
        self.face.glyph_index(c).is_some()
    }

    /// The glyphs of a line with their advances, in parts of the size.
    fn set(&self, line: &str) -> Vec<KrillaGlyph> {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(line);
        // The typeface has no letters that are written from right to left; boxes for them are put like all others.
        buffer.set_direction(Direction::LeftToRight);
        buffer.guess_segment_properties();
        let set = rustybuzz::shape_with_plan(self.face, &self.plan(buffer.script()), buffer);
        let em = self.units(self.face.units_per_em());
        let (infos, positions) = (set.glyph_infos(), set.glyph_positions());
        let ends = infos.iter().skip(1).map(|it| it.cluster as usize).chain([line.len()]);
        infos
            .iter()
            .zip(positions)
            .zip(ends)
            .map(|((info, at), end)| {
                let start = info.cluster as usize;
                // Marks share the cluster of their letter.
                let range = start..end.max(start);
                let [advance, x, y] = [at.x_advance, at.x_offset, at.y_offset].map(|it| self.units(it) / em);
                KrillaGlyph::new(GlyphId::new(info.glyph_id), advance, x, y, 0.0, range, None)
            })
            .collect()
    }

    fn plan(&self, script: Script) -> Rc<ShapePlan> {
        let mut plans = self.plans.borrow_mut();
        let new = || Rc::new(ShapePlan::new(self.face, Direction::LeftToRight, Some(script), None, &[]));
        Rc::clone(plans.entry(script).or_insert_with(new))
    }

    /// The width of a line, in parts of the size.
    fn width(&self, line: &str) -> f32 {
        self.set(line).iter().map(|it| it.x_advance).sum()
    }

    #[expect(clippy::cast_precision_loss, reason = "the measures of a typeface are small whole numbers")]
    fn units(&self, measure: i32) -> f32 {
        measure as f32
    }

    /// Where the lines of a label stand.
    pub fn label(&self, layout: &SheetLayout, position: u32, lines: &[String]) -> PrintedLabel {
        let inside = layout.inside(position);
        let lines: Vec<_> = lines.iter().map(|it| self.printable(it)).filter(|it| !it.is_empty()).collect();
        let fitted = fit::fit(self, &lines, inside.width, inside.height);
        let count = u32::try_from(fitted.lines.len()).unwrap_or(0);
        let top = inside.y + inside.height.saturating_sub(count * fitted.leading) / 2;
        let [above, below] = [self.face.ascender(), self.face.descender()].map(|it| self.units(i32::from(it)));
        // The letters stand in the middle of the room that a line has.
        let middle = (above + below) / 2.0 / self.units(self.face.units_per_em());
        let within = fitted.leading / 2 + hundredths(middle * points(fitted.size));
        let lines = (0..).zip(fitted.lines);
        PrintedLabel {
            position,
            area: layout.label(position),
            x: inside.x,
            size: fitted.size,
            lines: lines.map(|(at, text)| PrintedLine { text, baseline: top + at * fitted.leading + within }).collect(),
        }
    }
}

/// A length of the sheet in points.
#[expect(clippy::cast_precision_loss, reason = "no sheet is that long")]
fn points(hundredths: u32) -> f32 {
    hundredths as f32 * POINTS
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "lengths on a sheet, and `as` saturates")]
fn hundredths(points: f32) -> u32 {
    (points / POINTS).round() as u32
}

fn broken() -> Error {
    Error::Internal("the typeface of the labels".to_owned())
}

/// The labels as a PDF: one after the other from `start` on, sheet after sheet.
///
/// # Errors
/// `internal` should it not be written.
pub fn print(layout: &SheetLayout, start: u32, labels: &[Vec<String>], title: &str) -> Result<Vec<u8>> {
    let letters = Letters::new()?;
    let font = Font::new(INTER.to_vec().into(), 0).ok_or_else(broken)?;
    let black = Fill { paint: rgb::Color::black().into(), opacity: NormalizedF32::ONE, rule: FillRule::default() };
    let mut pdf = Document::new();
    pdf.set_metadata(Metadata::new().title(title.to_owned()).creator("Rappel".to_owned()));
    let mut left = labels;
    let mut position = layout.start(start);
    while !left.is_empty() {
        let (here, next) = left.split_at(left.len().min((layout.per_sheet() - position) as usize));
        let paper = PageSettings::from_wh(points(layout.width), points(layout.height)).ok_or_else(broken)?;
        let mut page = pdf.start_page_with(paper);
        let mut surface = page.surface();
        surface.set_fill(Some(black.clone()));
        for (position, lines) in (position..).zip(here) {
            let label = letters.label(layout, position, lines);
            for line in &label.lines {
                let from = Point::from_xy(points(label.x), points(line.baseline));
                surface.draw_glyphs(
                    from,
                    &letters.set(&line.text),
                    font.clone(),
                    &line.text,
                    points(label.size),
                    false,
                );
            }
        }
        surface.finish();
        page.finish();
        (left, position) = (next, 0);
    }
    pdf.finish().map_err(|error| Error::Internal(format!("{error:?}")))
}

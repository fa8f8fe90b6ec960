//! Address labels: where each stands on a sheet, and what is written on it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

mod address;
mod country;

pub use address::lines;

/// The sheets of labels that can be printed on, all of them A4.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "LabelSheet")]
pub enum Sheet {
    /// Avery L7160: 3 × 7 of 63.5 × 38.1 mm.
    #[default]
    L7160,
    /// Avery L7163: 2 × 7 of 99.1 × 38.1 mm.
    L7163,
    /// 3 × 8 of 70 × 37 mm without margins (Avery Zweckform 3474, HERMA 4464 and many others).
    Full3x8,
}

/// The measures of a sheet, in hundredths of a millimetre, from its upper left corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SheetLayout {
    /// Width of the paper.
    pub width: u32,
    /// Height of the paper.
    pub height: u32,
    /// Labels in a row.
    pub columns: u32,
    /// Rows.
    pub rows: u32,
    /// Where the first column begins.
    pub left: u32,
    /// Where the first row begins.
    pub top: u32,
    /// From one column to the next, the gap between them included.
    pub pitch_x: u32,
    /// From one row to the next.
    pub pitch_y: u32,
    /// Width of a label.
    pub label_width: u32,
    /// Height of a label.
    pub label_height: u32,
    /// How far the words stay from the left and right edge of a label.
    pub inset_x: u32,
    /// How far they stay from its upper and lower edge.
    pub inset_y: u32,
}

/// A rectangle on a sheet, in hundredths of a millimetre from its upper left corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "LabelArea")]
pub struct Area {
    /// From the left.
    pub x: u32,
    /// From above.
    pub y: u32,
    /// Width.
    pub width: u32,
    /// Height.
    pub height: u32,
}

impl Sheet {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::L7160, Self::L7163, Self::Full3x8];

    /// Its measures. The sizes of the labels are printed on their boxes; the pitch (66.04 and 101.6 mm, no gap between rows) is that of
    /// Avery's own templates, as gLabels has them (`avery-iso-templates.xml`, 7160 and 7163), with the grid in the middle of the
    /// sheet as Avery states for both (15.15 mm above). 3 × 8 is `zweckform-iso-templates.xml`, 3474: from corner to corner, so that
    /// the words stay farther from the edges, where many printers print nothing.
    pub fn layout(self) -> SheetLayout {
        let avery = SheetLayout {
            width: 21_000,
            height: 29_700,
            columns: 3,
            rows: 7,
            left: 721,
            top: 1_515,
            pitch_x: 6_604,
            pitch_y: 3_810,
            label_width: 6_350,
            label_height: 3_810,
            inset_x: 450,
            inset_y: 350,
        };
        match self {
            Self::L7160 => avery,
            Self::L7163 => SheetLayout { columns: 2, left: 465, pitch_x: 10_160, label_width: 9_910, ..avery },
            Self::Full3x8 => SheetLayout {
                rows: 8,
                left: 0,
                top: 0,
                pitch_x: 7_000,
                pitch_y: 3_700,
                label_width: 7_000,
                label_height: 3_700,
                inset_x: 700,
                inset_y: 550,
                ..avery
            },
        }
    }
}

impl SheetLayout {
    /// Labels on a sheet.
    pub fn per_sheet(&self) -> u32 {
        self.columns * self.rows
    }

    /// The label at a position of a sheet: 0 is the upper left one, and the next stands to its right. Past the last one it begins anew.
    pub fn label(&self, position: u32) -> Area {
        let position = position % self.per_sheet();
        let (row, column) = (position / self.columns, position % self.columns);
        Area {
            x: self.left + column * self.pitch_x,
            y: self.top + row * self.pitch_y,
            width: self.label_width,
            height: self.label_height,
        }
    }

    /// The part of a label on which words may stand.
    pub fn inside(&self, position: u32) -> Area {
        let Area { x, y, width, height } = self.label(position);
        Area {
            x: x + self.inset_x,
            y: y + self.inset_y,
            width: width - 2 * self.inset_x,
            height: height - 2 * self.inset_y,
        }
    }

    /// On which sheet and at which position the label with that number comes (both from 0), where those before `start` on the first
    /// sheet were used already. A start that no sheet has is the first label.
    pub fn place(&self, number: u32, start: u32) -> (u32, u32) {
        let at = number + self.start(start);
        (at / self.per_sheet(), at % self.per_sheet())
    }

    /// How many sheets so many labels take.
    pub fn sheets(&self, labels: u32, start: u32) -> u32 {
        if labels == 0 { 0 } else { self.place(labels - 1, start).0 + 1 }
    }

    /// A start that a sheet has.
    pub fn start(&self, start: u32) -> u32 {
        if start < self.per_sheet() { start } else { 0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_label_lies_on_the_paper_and_none_on_another() {
        for sheet in Sheet::ALL {
            let layout = sheet.layout();
            let all: Vec<_> = (0..layout.per_sheet()).map(|at| layout.label(at)).collect();
            for (at, one) in all.iter().enumerate() {
                assert!(one.x + one.width <= layout.width && one.y + one.height <= layout.height, "{sheet:?} {at}");
                for other in &all[..at] {
                    let apart = one.x >= other.x + other.width
                        || other.x >= one.x + one.width
                        || one.y >= other.y + other.height
                        || other.y >= one.y + one.height;
                    assert!(apart, "{sheet:?}: {one:?} and {other:?}");
                }
            }
        }
    }

    #[test]
    fn the_grid_stands_in_the_middle_of_the_sheet() {
        for sheet in Sheet::ALL {
            let layout = sheet.layout();
            let last = layout.label(layout.per_sheet() - 1);
            let right = layout.width - last.x - last.width;
            let below = layout.height - last.y - last.height;
            // Within a tenth of a millimetre; the sheet without margins leaves one below.
            assert!(right.abs_diff(layout.left) <= 10, "{sheet:?}: {right}");
            assert!(below.abs_diff(layout.top) <= if sheet == Sheet::Full3x8 { 100 } else { 10 }, "{sheet:?}: {below}");
        }
        assert_eq!(Sheet::L7160.layout().per_sheet(), 21);
        assert_eq!(Sheet::L7163.layout().per_sheet(), 14);
        assert_eq!(Sheet::Full3x8.layout().per_sheet(), 24);
    }

    #[test]
    fn a_half_used_sheet_is_filled_before_the_next_begins_at_its_first_label() {
        let layout = Sheet::L7163.layout();
        assert_eq!(layout.place(0, 5), (0, 5));
        assert_eq!(layout.place(8, 5), (0, 13));
        assert_eq!(layout.place(9, 5), (1, 0));
        assert_eq!(layout.place(0, 99), (0, 0), "no sheet has such a label");
        assert_eq!((layout.sheets(0, 5), layout.sheets(9, 5), layout.sheets(10, 5)), (0, 1, 2));
    }

    #[test]
    fn the_first_label_of_the_second_row_stands_under_the_first() {
        let layout = Sheet::L7160.layout();
        let (first, second, below) = (layout.label(0), layout.label(1), layout.label(3));
        assert_eq!((first.x, first.y), (721, 1_515));
        assert_eq!((second.x, second.y), (721 + 6_604, 1_515));
        assert_eq!((below.x, below.y), (721, 1_515 + 3_810));
    }
}

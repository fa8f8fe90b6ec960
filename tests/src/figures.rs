//! What the measurements share: the words they are given, and tables of figures.

use std::time::Duration;

/// The number after `--name` among the words of this process.
///
/// # Panics
/// When what follows is no number.
pub fn option(name: &str, otherwise: u32) -> u32 {
    let wanted = format!("--{name}");
    let mut words = std::env::args().skip_while(|word| *word != wanted).skip(1);
    words.next().map_or(otherwise, |word| word.parse().unwrap_or_else(|_| panic!("{wanted} needs a number")))
}

/// The words of this process that stand alone, as names do.
pub fn names() -> Vec<String> {
    let words: Vec<_> = std::env::args().skip(1).collect();
    let is_value = |at: usize| at > 0 && words[at - 1].starts_with("--") && words[at].parse::<u32>().is_ok();
    let alone = words.iter().enumerate().filter(|(at, word)| !word.starts_with("--") && !is_value(*at));
    alone.map(|(_, word)| word.clone()).collect()
}

/// Figures in their order.
pub struct Figures(Vec<f64>);

impl Figures {
    /// Puts the figures in order.
    ///
    /// # Panics
    /// When there are none.
    pub fn of(figures: impl IntoIterator<Item = f64>) -> Self {
        let mut figures: Vec<_> = figures.into_iter().collect();
        assert!(!figures.is_empty(), "nothing was measured");
        figures.sort_by(f64::total_cmp);
        Self(figures)
    }

    /// Times in milliseconds.
    pub fn milliseconds(times: impl IntoIterator<Item = Duration>) -> Self {
        Self::of(times.into_iter().map(|time| time.as_secs_f64() * 1e3))
    }

    /// The figure below which so many of a hundred lie, the nearest that was measured.
    pub fn percentile(&self, percent: usize) -> f64 {
        let place = (self.0.len() * percent).div_ceil(100).max(1);
        self.0[place - 1]
    }

    /// The middle one.
    pub fn median(&self) -> f64 {
        self.percentile(50)
    }

    /// The largest.
    pub fn largest(&self) -> f64 {
        self.percentile(100)
    }
}

/// Prints a table: the first column to the left, the figures to the right.
pub fn table(head: &[&str], rows: &[Vec<String>]) {
    let width = |column: usize| {
        let cells = rows.iter().map(|row| row[column].chars().count());
        cells.chain([head[column].chars().count()]).max().unwrap_or(0)
    };
    let line = |cells: &[String]| {
        let mut text = String::new();
        for (column, cell) in cells.iter().enumerate() {
            let width = width(column);
            text += &if column == 0 { format!("{cell:<width$}") } else { format!("  {cell:>width$}") };
        }
        println!("{}", text.trim_end());
    };
    println!();
    line(&head.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>());
    rows.iter().for_each(|row| line(row));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_figures_that_were_measured() {
        let figures = Figures::of((1..=11).rev().map(f64::from));
        assert_eq!((figures.median(), figures.percentile(95), figures.largest()), (6.0, 11.0, 11.0));
        assert_eq!(Figures::of([3.0]).median(), 3.0);
    }
}

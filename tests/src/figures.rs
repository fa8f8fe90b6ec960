//! What the measurements share: the words they are given, tables of figures, and the lines of the one table of all works.

use std::fs;
use std::path::PathBuf;
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
#[derive(Clone)]
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

/// A line of the one table: what was measured, beside its floor in the same run, and what was promised of it.
pub struct Line {
    /// The work, as a person names it.
    pub work: String,
    /// On which data.
    pub data: String,
    /// Its figures.
    pub ours: Figures,
    /// Their unit.
    pub unit: &'static str,
    /// What the same comes to without us.
    pub floor: Option<Figures>,
    /// By how much it grows while the data grow tenfold.
    pub growth: Option<f64>,
    /// What was promised; nothing for a line that only tells.
    pub goal: String,
    /// Whether it is kept.
    pub met: Option<bool>,
}

impl Line {
    /// A line without a floor and without a goal.
    pub fn new(work: &str, data: &str, ours: Figures, unit: &'static str) -> Self {
        let (work, data) = (work.to_owned(), data.to_owned());
        Self { work, data, ours, unit, floor: None, growth: None, goal: String::new(), met: None }
    }

    /// Beside its floor.
    #[must_use]
    pub fn beside(self, floor: Figures) -> Self {
        Self { floor: Some(floor), ..self }
    }

    /// With its growth from less data to these, `times` as much.
    #[must_use]
    pub fn grown(self, less: &Figures, times: f64) -> Self {
        let growth = (self.ours.median() / less.median()).powf(1.0 / times.log10());
        Self { growth: Some(growth), ..self }
    }

    /// With what was promised. Where several things were, all have to be kept.
    #[must_use]
    pub fn promised(self, goal: &str, met: bool) -> Self {
        let goal = if self.goal.is_empty() { goal.to_owned() } else { format!("{}; {goal}", self.goal) };
        Self { goal, met: Some(met && self.met.unwrap_or(true)), ..self }
    }

    /// The median beside that of the floor.
    ///
    /// # Panics
    /// When it has none.
    pub fn ratio(&self) -> f64 {
        self.ours.median() / self.floor.as_ref().expect("a floor").median()
    }

    /// Promised to be within so many times its floor, by the medians.
    #[must_use]
    pub fn within(self, times: f64) -> Self {
        let ratio = self.ratio();
        self.promised(&format!("within {times} times"), ratio <= times)
    }

    fn cells(&self) -> Vec<String> {
        let with_unit = |figure: f64| format!("{} {}", short(figure), self.unit);
        let or_nothing = |text: Option<String>| text.unwrap_or_default();
        vec![
            self.work.clone(),
            self.data.clone(),
            with_unit(self.ours.median()),
            if self.ours.0.len() > 1 { with_unit(self.ours.percentile(95)) } else { String::new() },
            or_nothing(self.floor.as_ref().map(|it| with_unit(it.median()))),
            or_nothing(self.floor.as_ref().map(|_| short(self.ratio()))),
            or_nothing(self.growth.map(short)),
            self.goal.clone(),
            or_nothing(self.met.map(|met| if met { "yes" } else { "no" }.to_owned())),
        ]
    }
}

/// A figure with three digits that count.
fn short(figure: f64) -> String {
    match figure.abs() {
        it if it < 1.0 => format!("{figure:.3}"),
        it if it < 10.0 => format!("{figure:.2}"),
        it if it < 100.0 => format!("{figure:.1}"),
        _ => format!("{figure:.0}"),
    }
}

/// The heads of the columns of [`Line`].
pub const HEAD: [&str; 9] = ["work", "data", "median", "p95", "floor", "ratio", "per tenfold", "goal", "met"];

/// Prints the lines of a measurement, and keeps them for the one table where `cargo xtask bench` asked for it.
///
/// # Panics
/// When they can't be written.
pub fn tell(measurement: &str, lines: &[Line]) {
    let rows: Vec<_> = lines.iter().map(Line::cells).collect();
    table(&HEAD, &rows);
    let Some(folder) = std::env::var_os("RAPPEL_FIGURES").map(PathBuf::from) else { return };
    let text: String = rows.iter().map(|cells| format!("{}\n", cells.join("\t"))).collect();
    fs::create_dir_all(&folder).expect("a folder for figures");
    fs::write(folder.join(measurement), text).expect("the figures");
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

    #[test]
    fn a_line_tells_its_ratio_its_growth_and_whether_every_promise_is_kept() {
        let line = Line::new("search", "1,000 contacts", Figures::of([3.0, 6.0]), "ms").beside(Figures::of([2.0]));
        let line =
            line.grown(&Figures::of([0.75]), 100.0).promised("within 2 times", true).promised("under 1 ms", false);
        let cells = line.cells();
        let told: Vec<_> = cells.iter().map(String::as_str).collect();
        let goal = "within 2 times; under 1 ms";
        assert_eq!(told, ["search", "1,000 contacts", "3.00 ms", "6.00 ms", "2.00 ms", "1.50", "2.00", goal, "no"]);
    }
}

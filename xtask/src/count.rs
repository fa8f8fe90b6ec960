//! Counts passed and failed tests from what the test runners print, so that all of them end in one line.

use std::ops::AddAssign;

/// How many tests passed and failed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// Passed.
    pub passed: u32,
    /// Failed.
    pub failed: u32,
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl Count {
    /// What a line of output adds: Rust's `test result: ok. 5 passed; 0 failed; …` or Vitest's
    /// `Tests  1 failed | 12 passed (13)`.
    pub fn in_line(line: &str) -> Self {
        let line = plain(line);
        let line = line.trim();
        if !line.starts_with("test result:") && !line.starts_with("Tests ") {
            return Self::default();
        }
        let words: Vec<_> = line.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty()).collect();
        let before = |what: &str| {
            let at = words.windows(2).find(|pair| pair[1] == what);
            at.and_then(|pair| pair[0].parse().ok()).unwrap_or(0)
        };
        Self { passed: before("passed"), failed: before("failed") }
    }
}

/// The line without the colours of a terminal.
fn plain(line: &str) -> String {
    let mut parts = line.split('\u{1b}');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        text.push_str(part.split_once('m').map_or("", |(_, rest)| rest));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_runners_are_read() {
        let rust = "test result: FAILED. 5 passed; 2 failed; 1 ignored; 0 measured; 9 filtered out; finished in 0.01s";
        assert_eq!(Count::in_line(rust), Count { passed: 5, failed: 2 });
        let vitest = "\u{1b}[2m      Tests \u{1b}[22m \u{1b}[1m\u{1b}[31m1 failed\u{1b}[39m | 12 passed\u{1b}[39m (13)";
        assert_eq!(Count::in_line(vitest), Count { passed: 12, failed: 1 });
        assert_eq!(Count::in_line(" Test Files  3 passed (3)"), Count::default());
        assert_eq!(Count::in_line("test it_passed ... ok"), Count::default());
    }
}

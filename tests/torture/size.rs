//! How long a torture is, the seed it draws from, and the figures it prints.

use std::fmt::Display;
use std::time::Instant;

use fastrand::Rng;

/// Whether these are the long versions.
pub fn is_long() -> bool {
    std::env::var_os("RAPPEL_TORTURE").is_some_and(|it| it == "long")
}

/// So many in the suite, and so many in the long version.
pub fn times(short: u32, long: u32) -> u32 {
    if is_long() { long } else { short }
}

/// A torture under way.
pub struct Torture {
    what: &'static str,
    began: Instant,
    seed: u64,
}

impl Torture {
    /// Begins one.
    pub fn begin(what: &'static str) -> Self {
        let given = std::env::var("RAPPEL_SEED").ok().and_then(|it| it.parse().ok());
        let seed = given.unwrap_or_else(|| fastrand::u64(..));
        println!("{what}: RAPPEL_SEED={seed}");
        Self { what, began: Instant::now(), seed }
    }

    /// What chance is drawn from; each part draws its own.
    pub fn rng(&self, part: u64) -> Rng {
        Rng::with_seed(self.seed ^ part.wrapping_mul(0x9E37_79B9_7F4A_7C15))
    }

    /// Prints what it came to, as a row of the table in `docs/measured.md`.
    pub fn end(self, how_often: impl Display, found: impl Display) {
        println!("| {} | {how_often} | {found} | {:.0} s |", self.what, self.began.elapsed().as_secs_f32());
    }
}

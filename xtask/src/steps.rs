//! The steps of a long task: what each took, whether it went well, and the tests in them, told at the end.

use std::process::Command;
use std::time::{Duration, Instant};

use crate::Outcome;
use crate::count::Count;
use crate::shell::{typed, watched};

/// The steps so far: how long each took, and the tests it ran.
#[derive(Default)]
pub struct Steps {
    done: Vec<(String, Duration, bool)>,
    count: Count,
}

impl Steps {
    /// Does a step, and notes what it took.
    pub fn named<T>(&mut self, name: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
        println!("\n== {name}");
        let start = Instant::now();
        let outcome = work();
        self.done.push((name.to_owned(), start.elapsed(), outcome.is_ok()));
        outcome
    }

    /// Runs a command, passing its output on while counting the tests in it.
    pub fn run(&mut self, command: &mut Command) -> Outcome {
        let name = typed(command);
        let mut count = Count::default();
        let outcome = self.named(&name, || watched(command, |line| count += Count::in_line(line)));
        self.count += count;
        outcome
    }

    /// Tells what was done, and what it came to.
    pub fn tell(&self) {
        println!();
        for (name, took, fine) in &self.done {
            println!("{} {:>7.1} s  {name}", if *fine { "ok    " } else { "FAILED" }, took.as_secs_f32());
        }
        println!("{} passed, {} failed", self.count.passed, self.count.failed);
    }
}

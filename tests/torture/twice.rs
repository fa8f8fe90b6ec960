//! Many starts at the very same moment: exactly one of them writes, and all others say that Rappel runs already.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use rappel_core::commands::*;
use rappel_tests::life::sound;

use crate::size::{Torture, times};
use crate::start::{open_sound, place};

/// A start that waits for the word.
struct Start {
    child: Child,
    input: ChildStdin,
    lines: std::io::Lines<BufReader<ChildStdout>>,
}

impl Start {
    fn new(folder: &str) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_victim"))
            .args(["hold", folder])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let (input, output) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
        let mut it = Self { child, input, lines: BufReader::new(output).lines() };
        assert_eq!(it.hears(), "ready");
        it
    }

    fn hears(&mut self) -> String {
        self.lines.next().expect("a line").unwrap()
    }
}

#[test]
fn of_many_starts_at_once_exactly_one_writes() {
    let torture = Torture::begin("starts at once");
    let (count, rounds) = (times(20, 200), times(1, 5));
    for round in 0..rounds {
        let place = place();
        let folder = place.path().join("data");
        let mut starts: Vec<_> = (0..count).map(|_| Start::new(folder.to_str().unwrap())).collect();
        for start in &mut starts {
            start.input.write_all(b"!").unwrap();
        }
        let heard: Vec<_> = starts.iter_mut().map(Start::hears).collect();
        assert_eq!(heard.iter().filter(|it| *it == "holds").count(), 1, "round {round}: {heard:?}");
        assert_eq!(heard.iter().filter(|it| *it == "in_use").count(), heard.len() - 1, "{heard:?}");
        for start in starts {
            drop(start.input);
            drop(start.lines);
            let mut child = start.child;
            assert!(child.wait().unwrap().success());
        }
        let app = open_sound(&folder);
        sound(&app);
        assert_eq!(open_people(&app, PeopleQuery::default()).unwrap().total, 1);
    }
    torture.end(format!("{rounds} times {count} starts"), "each time exactly one writer");
}

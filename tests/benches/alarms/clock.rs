//! What becomes of alarms when the clock jumps, as it does after sleep or by hand, or when the program was closed at their
//! time. The clock is moved by libfaketime, below the shipped program.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use chrono::NaiveDateTime;
use rappel_core::clock::{Clock, SystemClock};
use rappel_tests::figures::{Figures, option, table};

use crate::desk::Desk;

const SHORTEST: f64 = 60.0;
const LONGEST: f64 = 30.0 * 86_400.0;
/// So many jumps share one start. More would lie too close to each other to tell one alarm from the next.
const BATCH: u32 = 20;
/// Long enough for an alarm that rings twice to do so: longer than the loop ever sleeps.
const WATCHED: Duration = Duration::from_secs(7);
/// Its multiples lie evenly between whole numbers, however many there are.
const GOLDEN: f64 = 0.618_034;
/// An alarm that has not come by then is counted as lost.
const PATIENCE: Duration = Duration::from_secs(30);

/// The clock of one program.
struct FakeClock(PathBuf);

impl FakeClock {
    fn in_folder(folder: &Path) -> Self {
        let clock = Self(folder.join("faketime"));
        // Never the kernel's own time, by which the program knows that it must not lean on the kernel's timers.
        clock.ahead_by(chrono::Duration::seconds(10));
        clock
    }

    /// Sets it so far from the true time.
    fn ahead_by(&self, by: chrono::Duration) {
        // The program reads it at any moment, so the new one takes the old one's place at once.
        let new = self.0.with_extension("new");
        fs::write(&new, format!("{:+.3}\n", by.as_seconds_f64())).unwrap();
        fs::rename(new, &self.0).unwrap();
    }

    /// Sets it to a moment.
    fn set(&self, to: NaiveDateTime) {
        self.ahead_by(to - SystemClock.now().civil);
    }

    fn variables(&self) -> Vec<(&'static str, String)> {
        vec![
            ("LD_PRELOAD", library()),
            ("FAKETIME_TIMESTAMP_FILE", self.0.to_string_lossy().into_owned()),
            ("FAKETIME_NO_CACHE", "1".to_owned()),
            // A jump of the wall clock leaves the clock of sleeping threads alone.
            ("FAKETIME_DONT_FAKE_MONOTONIC", "1".to_owned()),
        ]
    }
}

/// Where libfaketime lies, which its own program knows best.
fn library() -> String {
    let asked = Command::new("faketime").args(["-m", "-f", "+0", "sh", "-c", "echo \"$LD_PRELOAD\""]).output();
    let answer = asked.expect("`faketime` is needed to move the clock: install the package faketime");
    String::from_utf8(answer.stdout).unwrap().trim().to_owned()
}

/// Jumps over a due alarm, of a minute to thirty days: forward, where it must ring at once, and back, forward and back over
/// it once more, where it must not.
pub fn jumps() {
    let count = option("jumps", 20);
    let (mut took, mut doubles, mut lost) = (Vec::new(), 0, 0);
    let mut left = count;
    while left > 0 {
        let batch = left.min(BATCH);
        left -= batch;
        jump(&lengths(batch, left), &mut took, &mut doubles, &mut lost);
    }
    let shown = |percent| {
        if took.is_empty() {
            "-".to_owned()
        } else {
            format!("{:.0} ms", Figures::of(took.clone()).percentile(percent))
        }
    };
    table(
        &[&format!("{count} jumps over an alarm, rings after"), "median", "p95", "most", "doubles", "lost"],
        &[vec![String::new(), shown(50), shown(95), shown(100), doubles.to_string(), lost.to_string()]],
    );
}

/// Jumps of all lengths, the shortest first. Each batch has others.
fn lengths(count: u32, batch: u32) -> Vec<chrono::Duration> {
    let shift = f64::from(batch / BATCH % 10) / 10.0;
    let step = |number: u32| (f64::from(number) + shift) / f64::from(count);
    let seconds = (0..count).map(|number| SHORTEST * (LONGEST / SHORTEST).powf(step(number)));
    #[expect(clippy::cast_possible_truncation, reason = "30 days")]
    seconds.map(|it| chrono::Duration::seconds(it.round() as i64)).collect()
}

fn jump(lengths: &[chrono::Duration], took: &mut Vec<f64>, doubles: &mut usize, lost: &mut usize) {
    let mut desk = Desk::new();
    let clock = FakeClock::in_folder(desk.folder.path());
    let base = SystemClock.now().civil;
    // Halfway between a jump's end and the end of the one before, so that each jump goes over one new alarm.
    let mut before = chrono::Duration::zero();
    let mut moments = Vec::new();
    for length in lengths {
        moments.push(base + (before + *length) / 2);
        before = *length;
    }
    desk.plan(&moments);
    desk.start(&[], &clock.variables());
    std::thread::sleep(Duration::from_secs(8));
    let of = |came: &[rappel_tests::notifications::Came], number: u32| {
        came.iter().filter(|it| it.body.lines().next() == Some(number.to_string().as_str())).map(|it| it.at).min()
    };
    for (number, length) in (0_u32..).zip(lengths) {
        clock.set(base);
        // Each time a little longer, so that no jump stands in step with the looks of the loop.
        std::thread::sleep(WATCHED + WATCHED.mul_f64(f64::from(number) * GOLDEN % 1.0));
        let start = Instant::now();
        clock.set(base + *length);
        let rang = loop {
            if let Some(at) = of(&desk.notifications.came(), number) {
                break Some(at);
            }
            if start.elapsed() > PATIENCE {
                break None;
            }
            std::thread::sleep(Duration::from_millis(5));
        };
        match rang {
            Some(at) => took.push((at.saturating_duration_since(start)).as_secs_f64() * 1e3),
            None => {
                *lost += 1;
                desk.tell_if_ended();
            }
        }
        std::thread::sleep(WATCHED);
    }
    clock.set(base);
    std::thread::sleep(WATCHED);
    let came = desk.notifications.came();
    let different = (0_u32..).take(moments.len()).filter(|number| of(&came, *number).is_some()).count();
    *doubles += came.len() - different;
}

/// Starts after the program was closed for a minute to 400 days while alarms were due: three, which all show, and fifty,
/// which become one summary.
pub fn missed() {
    const CLOSED: [(&str, i64); 7] = [
        ("1 minute", 60),
        ("10 minutes", 600),
        ("1 hour", 3_600),
        ("1 day", 86_400),
        ("7 days", 7 * 86_400),
        ("30 days", 30 * 86_400),
        ("400 days", 400 * 86_400),
    ];
    let mut rows = Vec::new();
    for (name, seconds) in CLOSED {
        let mut cells = vec![name.to_owned()];
        for (alarms, popups) in [(3, 3), (50, 1)] {
            cells.extend(closed_for(chrono::Duration::seconds(seconds), alarms, popups));
        }
        rows.push(cells);
    }
    table(&["closed for", "3 due, last after", "pop-ups", "50 due, told after", "pop-ups"], &rows);
}

fn closed_for(time: chrono::Duration, alarms: usize, popups: usize) -> [String; 2] {
    let mut desk = Desk::new();
    let clock = FakeClock::in_folder(desk.folder.path());
    let due = SystemClock.now().civil + chrono::Duration::seconds(30);
    desk.plan(&vec![due; alarms]);
    clock.ahead_by(time);
    let start = desk.start(&[], &clock.variables());
    desk.notifications.wait(popups, PATIENCE);
    // What comes too often comes soon after.
    std::thread::sleep(Duration::from_secs(2));
    let came = desk.notifications.came();
    let last = came.iter().take(popups).map(|it| it.at).max().filter(|_| came.len() >= popups);
    let told = last.map_or("never".to_owned(), |at| format!("{:.0} ms", (at - start).as_secs_f64() * 1e3));
    [told, came.len().to_string()]
}

//! What the program costs while it only waits, without its window.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use rappel_tests::figures::{option, table};

use crate::desk::Desk;

/// After this time a start is over.
const SETTLES: Duration = Duration::from_secs(10);
/// Processor time in /proc is told in hundredths of a second on every Linux.
const TICKS: f64 = 100.0;

/// What the threads of the program and its children did so far, by process and thread.
type Spent = BTreeMap<(u32, u32), Thread>;

#[derive(Clone, Default)]
struct Thread {
    name: String,
    wake_ups: u64,
    ticks: u64,
}

pub fn measure() {
    let seconds = option("seconds", 120);
    let mut desk = Desk::new();
    desk.start(&["--demo", "300"], &[]);
    std::thread::sleep(SETTLES);
    let (before, start) = (spent(desk.pid()), Instant::now());
    std::thread::sleep(Duration::from_secs(seconds.into()));
    let (after, took) = (spent(desk.pid()), start.elapsed().as_secs_f64());

    let mut threads: Vec<_> = after
        .into_iter()
        .map(|(thread, mut it)| {
            if let Some(earlier) = before.get(&thread) {
                it.wake_ups -= earlier.wake_ups;
                it.ticks -= earlier.ticks;
            }
            it
        })
        .filter(|it| it.wake_ups > 0 || it.ticks > 0)
        .collect();
    threads.sort_by_key(|it| std::cmp::Reverse((it.wake_ups, it.ticks)));
    #[expect(clippy::cast_precision_loss, reason = "counts of a few minutes")]
    let row = |name: String, wake_ups: u64, ticks: u64| {
        let (wake_ups, share) = (wake_ups as f64 / took, ticks as f64 / TICKS / took * 100.0);
        vec![name, format!("{wake_ups:.2} a second"), format!("{share:.3} %")]
    };
    let sum = |of: fn(&Thread) -> u64| threads.iter().map(of).sum();
    let mut rows = vec![row("all threads".to_owned(), sum(|it| it.wake_ups), sum(|it| it.ticks))];
    rows.extend(threads.iter().take(12).map(|it| row(format!("  {}", it.name), it.wake_ups, it.ticks)));
    table(&[&format!("hidden and idle for {took:.0} s"), "wake-ups", "of one core"], &rows);
}

/// What the process and its children did so far.
fn spent(pid: u32) -> Spent {
    let mut all = Spent::new();
    for process in family(pid) {
        let program = fs::read_to_string(format!("/proc/{process}/comm")).unwrap_or_default();
        for task in fs::read_dir(format!("/proc/{process}/task")).into_iter().flatten().flatten() {
            let status = fs::read_to_string(task.path().join("status")).unwrap_or_default();
            let value = |name: &str| status.lines().find_map(|line| line.strip_prefix(name)).map(str::trim);
            let wake_ups = value("voluntary_ctxt_switches:").and_then(|it| it.parse().ok());
            // It ended meanwhile, unless both are there.
            let (Some(wake_ups), Some(fields)) = (wake_ups, fields(&task.path())) else { continue };
            // The 14th and 15th of proc(5), counted from the third, which follows the name.
            let ticks = fields[11..13].iter().filter_map(|it| it.parse::<u64>().ok()).sum();
            let name = format!("{}: {}", program.trim(), value("Name:").unwrap_or_default());
            let thread = task.file_name().to_string_lossy().parse().unwrap_or(0);
            all.insert((process, thread), Thread { name, wake_ups, ticks });
        }
    }
    all
}

/// A process and all that descend from it.
fn family(pid: u32) -> Vec<u32> {
    let processes: Vec<u32> = fs::read_dir("/proc")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| entry.file_name().to_string_lossy().parse().ok())
        .collect();
    let parent = |pid: u32| fields(&Path::new("/proc").join(pid.to_string()))?.get(1)?.parse::<u32>().ok();
    let mut family = vec![pid];
    let mut at = 0;
    while at < family.len() {
        family.extend(processes.iter().filter(|it| parent(**it) == Some(family[at])).copied().collect::<Vec<_>>());
        at += 1;
    }
    family
}

/// The fields of a process or thread in /proc, from the third on; before that stands its name, which may hold anything.
fn fields(folder: &Path) -> Option<Vec<String>> {
    let stat = fs::read_to_string(folder.join("stat")).ok()?;
    Some(stat.rsplit_once(')')?.1.split_whitespace().map(str::to_owned).collect())
}

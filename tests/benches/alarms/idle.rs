//! What the program costs while it only waits, without its window.

use std::collections::BTreeMap;
use std::fs;
use std::time::{Duration, Instant};

use rappel_tests::figures::{option, table};

use crate::desk::Desk;

/// After this time a start is over.
const SETTLES: Duration = Duration::from_secs(10);
/// Processor time in /proc is told in hundredths of a second on every Linux.
const TICKS: f64 = 100.0;

/// What a process and its threads did so far.
#[derive(Default)]
struct Spent {
    ticks: u64,
    /// By process, thread and the thread's name.
    wake_ups: BTreeMap<(u32, u32), (String, u64)>,
}

pub fn measure() {
    let seconds = option("seconds", 120);
    let mut desk = Desk::new();
    desk.start(&["--demo", "300"], &[]);
    std::thread::sleep(SETTLES);
    let (before, start) = (spent(desk.pid()), Instant::now());
    std::thread::sleep(Duration::from_secs(seconds.into()));
    let (after, took) = (spent(desk.pid()), start.elapsed().as_secs_f64());

    let mut rows: Vec<_> = after
        .wake_ups
        .iter()
        .map(|(thread, (name, count))| {
            (name.clone(), count - before.wake_ups.get(thread).map_or(0, |(_, earlier)| *earlier))
        })
        .filter(|(_, count)| *count > 0)
        .collect();
    rows.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let all: u64 = rows.iter().map(|(_, count)| count).sum();
    #[expect(clippy::cast_precision_loss, reason = "counts of two minutes")]
    let per_second = |count: u64| format!("{:.2} a second", count as f64 / took);
    #[expect(clippy::cast_precision_loss, reason = "counts of two minutes")]
    let share = (after.ticks - before.ticks) as f64 / TICKS / took * 100.0;
    let mut lines = vec![
        vec!["processor time of one core".to_owned(), format!("{share:.3} %")],
        vec!["wake-ups of all threads".to_owned(), per_second(all)],
    ];
    lines.extend(rows.into_iter().take(10).map(|(name, count)| vec![format!("  {name}"), per_second(count)]));
    table(&[&format!("hidden and idle for {took:.0} s"), ""], &lines);
}

/// What the process and its children did so far.
fn spent(pid: u32) -> Spent {
    let mut all = Spent::default();
    for process in family(pid) {
        let Some(fields) = fields(process) else { continue };
        // The 14th and 15th of proc(5), counted from the third, which follows the name.
        all.ticks += fields[11].parse::<u64>().unwrap_or(0) + fields[12].parse::<u64>().unwrap_or(0);
        for task in fs::read_dir(format!("/proc/{process}/task")).into_iter().flatten().flatten() {
            let status = fs::read_to_string(task.path().join("status")).unwrap_or_default();
            let value = |name: &str| status.lines().find_map(|line| line.strip_prefix(name)).map(str::trim);
            let Some(count) = value("voluntary_ctxt_switches:").and_then(|it| it.parse().ok()) else { continue };
            let program = fs::read_to_string(format!("/proc/{process}/comm")).unwrap_or_default();
            let name = format!("{}: {}", program.trim(), value("Name:").unwrap_or_default());
            let thread = task.file_name().to_string_lossy().parse().unwrap_or(0);
            all.wake_ups.insert((process, thread), (name, count));
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
    let mut family = vec![pid];
    let mut at = 0;
    while at < family.len() {
        let parent = family[at].to_string();
        family.extend(processes.iter().filter(|it| fields(**it).is_some_and(|fields| fields[1] == parent)));
        at += 1;
    }
    family
}

/// The fields of a process in /proc, from the third on; before that stands its name, which may hold anything.
fn fields(pid: u32) -> Option<Vec<String>> {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    Some(stat.rsplit_once(')')?.1.split_whitespace().map(str::to_owned).collect())
}

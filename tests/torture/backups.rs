//! Backups taken while somebody writes hold all that was confirmed before them; and over ten years of days those are kept that should be.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::{Datelike, Days, NaiveDate};
use rappel_core::commands::*;
use rappel_core::{App, Options};
use rappel_domain::backup::BackupKind;
use rappel_tests::life::{Deed, Life, perform, sound};
use rappel_tests::{FixedClock, at, day};

use crate::killed::lived;
use crate::size::{Torture, times};
use crate::start::{open_sound, place};

#[test]
fn a_backup_taken_while_writing_holds_all_that_was_confirmed_before() {
    let torture = Torture::begin("backups while writing");
    let (wanted, place) = (times(20, 1_000), place());
    let folder = place.path().join("data");
    let app = open_sound(&folder);
    let (stop, deeds) = (AtomicBool::new(false), Mutex::new(Life::default()));
    let (mut restored, mut writes) = (0, 0);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let mut rng = torture.rng(0);
            while !stop.load(Ordering::Relaxed) {
                let life = deeds.lock().unwrap().clone();
                // So that a thousand backups take minutes, not hours.
                let deed = if life.len() > 300 { Deed::Note(rng.u32(..300)) } else { life.choose(&mut rng) };
                if matches!(deed, Deed::Undo(_) | Deed::Trash(_)) {
                    continue;
                }
                deeds.lock().unwrap().begin(deed);
                perform(&app, &life, deed).unwrap();
                deeds.lock().unwrap().done();
            }
        });
        let ends = std::panic::AssertUnwindSafe(|| {
            for _ in 0..wanted {
                let before = deeds.lock().unwrap().clone();
                let name = make_backup(&app, ()).unwrap();
                let after = deeds.lock().unwrap().clone();
                look(&folder, &name, &before, &after);
                restored += 1;
            }
        });
        let ended = std::panic::catch_unwind(ends);
        stop.store(true, Ordering::Relaxed);
        if let Err(why) = ended {
            std::panic::resume_unwind(why);
        }
    });
    writes += deeds.lock().unwrap().confirmed;
    torture
        .end(format!("{restored} backups, {writes} writes"), "each restores; nothing confirmed before it is missing");
}

/// Restores a backup elsewhere: all that was confirmed before it is there, and nothing that was never done.
fn look(folder: &Path, name: &str, before: &Life, after: &Life) {
    let elsewhere = place();
    fs::copy(folder.join("backups").join(name), elsewhere.path().join("rappel.db")).unwrap();
    let app = open_sound(elsewhere.path());
    sound(&app);
    let found = Life::of(&app).unwrap();
    assert!(found.holds(before), "something confirmed before {name} is missing");
    assert!(after.may_hold(&found), "something is in {name} that was never done");
}

/// A program whose days go by.
fn on_a_day(folder: &Path, clock: &Arc<FixedClock>) -> Arc<App> {
    App::open(Options { folder: folder.to_owned(), clock: clock.clone(), demo: false }).unwrap()
}

#[test]
fn over_ten_years_of_days_seven_days_four_weeks_and_twelve_months_are_kept() {
    let torture = Torture::begin("ten years of backups");
    let days = times(120, 3_650);
    let (place, mut rng) = (place(), torture.rng(0));
    let folder = place.path().join("data");
    lived(&folder, 2);
    let clock = Arc::new(FixedClock::at(at(day(2026, 11, 23), 9, 0)));
    let app = on_a_day(&folder, &clock);
    let (mut made, mut most) = (Vec::<NaiveDate>::new(), 0);
    for number in 0..days {
        // Some days nobody opens Rappel.
        if rng.u8(..7) == 0 {
            continue;
        }
        let today = day(2026, 11, 23) + Days::new(u64::from(number));
        clock.set(at(today, 9, 0));
        let keeper = rappel_core::daily::start(&app).unwrap();
        keeper.wake();
        let is_made = || get_frame(&app, ()).unwrap().backed_up_at.is_some_and(|it| it.starts_with(&today.to_string()));
        while !is_made() {
            std::thread::sleep(Duration::from_millis(1));
        }
        // The older ones go after it is made; its end waits for that.
        drop(keeper);
        made.push(today);
        let list = list_backups(&app, ()).unwrap().list;
        let kept = kept(&list);
        assert_eq!(kept, wanted(&made), "on {today}");
        most = most.max(list.len());
        assert!(list.iter().all(|it| it.state == BackupState::Good));
    }
    let bytes: u64 = list_backups(&app, ()).unwrap().list.iter().map(|it| it.bytes).sum();
    assert!(bytes <= u64::from(app.settings().backup_budget) * 1_000_000, "within the budget");
    torture.end(
        format!("{} backups in {days} days", made.len()),
        format!("7 days, 4 weeks, 12 months; at most {most} files"),
    );
}

/// The days of the daily backups that are there.
fn kept(list: &[BackupView]) -> BTreeSet<NaiveDate> {
    list.iter().filter(|it| it.kind == BackupKind::Daily).map(|it| it.at[..10].parse().unwrap()).collect()
}

/// The last seven days with a backup, and the last such day of the last four weeks and twelve months with one.
fn wanted(made: &[NaiveDate]) -> BTreeSet<NaiveDate> {
    let mut wanted: BTreeSet<NaiveDate> = made.iter().rev().take(7).copied().collect();
    wanted.extend(last_of(made, 4, |it| (it.iso_week().year(), it.iso_week().week())));
    wanted.extend(last_of(made, 12, |it| (it.year(), it.month())));
    wanted
}

fn last_of<K: PartialEq>(made: &[NaiveDate], count: usize, key: impl Fn(&NaiveDate) -> K) -> Vec<NaiveDate> {
    let mut found: Vec<NaiveDate> = Vec::new();
    for it in made.iter().rev() {
        if found.last().is_none_or(|last| key(last) != key(it)) {
            found.push(*it);
        }
    }
    found.truncate(count);
    found
}

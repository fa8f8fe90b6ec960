//! Every call to the disk fails once, and once for good from there on: the disk is full, takes nothing, does not answer, or the folder
//! is somewhere else. Whoever hears of it hears a sentence; nothing confirmed is lost, and the program goes on when the fault is gone.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use rappel_core::commands::*;
use rappel_core::{App, Error};
use rappel_domain::settings::Language;
use rappel_tests::life::{Deed, Life, perform};

use crate::disk::{Disk, Fault, Plan};
use crate::killed::lived;
use crate::size::{Torture, is_long};
use crate::start::{copy, open, place};

/// A program on a failing disk, and all that must stand there.
struct Trial {
    folder: std::path::PathBuf,
    disk: Disk,
    app: Option<Arc<App>>,
    life: Life,
    /// The codes of the sentences that were heard.
    heard: Vec<&'static str>,
    plan: Plan,
    next: u32,
}

impl Trial {
    fn hear(&mut self, error: &Error) {
        let code = error.code();
        // In a folder that is away there is no such backup.
        let fits = !matches!(code, "internal" | "damaged" | "not_found" | "not_ours" | "newer");
        assert!(fits || (code == "not_found" && self.plan.fault == Fault::Away), "{error}");
        let key = format!("error-{}", code.replace('_', "-"));
        let texts = rappel_core::text::Texts::default();
        for language in [Language::En, Language::Nl] {
            assert_ne!(texts.get(language, &key, &[]), key, "a sentence for {code}");
        }
        self.heard.push(code);
    }

    /// The fault is gone; the program finds its way by itself, as its window has it look.
    fn mend(&mut self) {
        self.disk.mend();
        if let Some(app) = &self.app
            && app.shut_why().is_some()
        {
            assert_eq!(app.shut_why(), Some("data_gone"));
            assert!(look_for_data(app, ()).unwrap(), "the data are back");
        }
    }

    /// Opens the program; where that fails it is tried again once the fault is gone.
    fn open(&mut self) {
        match open(&self.folder) {
            Ok(app) => {
                let why = app.shut_why();
                self.app = Some(app);
                match why {
                    None => {}
                    // Data that went away while they were opened are found again like others.
                    Some("data_gone") => self.mend(),
                    // A place that can't be read whenever it is asked for is damage, until the next start.
                    Some("damaged") if self.plan.fault == Fault::Broken && self.plan.stays => {
                        self.app = None;
                        self.mend();
                        self.app = Some(open(&self.folder).unwrap());
                    }
                    other => panic!("{other:?}, {:?}", self.plan),
                }
            }
            Err(error) => {
                self.hear(&error);
                self.mend();
                self.app = Some(open(&self.folder).unwrap());
            }
        }
        assert_eq!(self.app.as_ref().unwrap().folder(), self.folder);
        self.life.started_anew();
    }

    fn app(&self) -> Arc<App> {
        Arc::clone(self.app.as_ref().unwrap())
    }

    /// Does a deed, if need be again when the fault is gone.
    fn deed(&mut self, deed: fn(u32) -> Deed) {
        let (app, deed) = (self.app(), deed(self.next));
        self.life.begin(deed);
        if let Err(error) = perform(&app, &self.life, deed) {
            self.hear(&error);
            // What is pressed again while nothing changed.
            if let Err(error) = get_today(&app, ()).map(|_| ()) {
                self.hear(&error);
            }
            self.mend();
            self.life.look_over(&app, false);
            self.life.begin(deed);
            if !matches!(deed, Deed::Add(_)) || self.life.len() == self.next as usize {
                perform(&app, &self.life, deed).unwrap();
            } else {
                return;
            }
        }
        self.life.done();
    }

    fn works<T>(&mut self, work: impl Fn(&App) -> rappel_core::Result<T>) -> T {
        let app = self.app();
        match work(&app) {
            Ok(value) => value,
            Err(error) => {
                self.hear(&error);
                self.mend();
                work(&app).unwrap()
            }
        }
    }

    /// What is done on the failing disk.
    fn run(&mut self, what: What) {
        // A start on a folder that is away is a first start.
        let opens = self.plan.fault != Fault::Away;
        if opens {
            self.disk.fail(self.plan);
        }
        self.open();
        if !opens {
            self.disk.fail(self.plan);
        }
        match what {
            What::Write => {
                for deed in [Deed::Add, Deed::Note, Deed::Talk, Deed::Sell] {
                    self.deed(deed);
                }
            }
            What::BackUp => {
                self.works(|app| make_backup(app, ()));
            }
            What::Restore => {
                let mut list = self.works(|app| list_backups(app, ())).list;
                if list.is_empty() {
                    // What is away looks like a folder without any.
                    self.mend();
                    list = list_backups(&self.app(), ()).unwrap().list;
                }
                let name = list.last().unwrap().name.clone();
                self.works(|app| restore_backup(app, BackupRef { name: name.clone() }));
            }
        }
        self.app = None;
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    Write,
    BackUp,
    Restore,
}

/// Runs once as planned, and looks at what stands there afterwards; the sentences heard, or none where no call failed.
fn one_call(template: &Path, life: &Life, what: What, plan: Plan) -> Option<Vec<&'static str>> {
    let place = place();
    let root = place.path().join("disk");
    copy(template, &root);
    let disk = Disk::at(&root);
    let life = life.clone();
    let mut trial = Trial { folder: root, disk, app: None, life, heard: Vec::new(), plan, next: PEOPLE };
    let ran = std::panic::AssertUnwindSafe(|| trial.run(what));
    let ran = std::panic::catch_unwind(ran);
    let met = trial.disk.mend();
    let after = std::panic::AssertUnwindSafe(|| {
        if let Err(why) = ran {
            std::panic::resume_unwind(why);
        }
        let app = crate::start::open_sound(&trial.folder);
        trial.life.look_over(&app, true);
        let list = list_backups(&app, ()).unwrap().list;
        assert!(list.iter().all(|it| it.state == BackupState::Good), "{list:?}");
    });
    if let Err(why) = std::panic::catch_unwind(after) {
        println!("{what:?}, {plan:?}");
        std::panic::resume_unwind(why);
    }
    (met > 0 || !trial.heard.is_empty()).then_some(trial.heard)
}

/// Runs with the n-th call failing, for every n until a run passes without; how many calls failed, and the sentences heard.
fn every_call(template: &Path, life: &Life, what: What, torture: &Torture) -> (u32, BTreeSet<&'static str>) {
    let (mut failed, mut heard) = (0, BTreeSet::new());
    for (number, fault) in [Fault::Full, Fault::ReadOnly, Fault::Broken, Fault::Away].into_iter().enumerate() {
        let mut rng = torture.rng(number as u64 + 10 * what as u64);
        for stays in [false, true] {
            let mut from = 1;
            while let Some(sentences) = one_call(template, life, what, Plan { fault, from, stays }) {
                heard.extend(sentences);
                failed += 1;
                from += match (is_long(), stays) {
                    (true, false) => 1,
                    (true, true) => rng.u64(1..8),
                    (false, _) => rng.u64(1..90),
                };
            }
        }
    }
    (failed, heard)
}

/// How many there are at first.
const PEOPLE: u32 = 6;

/// Some people and a backup, in the folder `template` of the place.
fn template() -> (tempfile::TempDir, Life) {
    let place = place();
    let template = place.path().join("template");
    let life = lived(&template, PEOPLE);
    make_backup(&crate::start::open_sound(&template), ()).unwrap();
    (place, life)
}

fn trial(name: &'static str, what: What) {
    let torture = Torture::begin(name);
    let (place, life) = template();
    let template = place.path().join("template");
    let (failed, heard) = every_call(&template, &life, what, &torture);
    assert!(!heard.is_empty());
    let heard: Vec<_> = heard.into_iter().collect();
    torture.end(format!("{failed} failing calls"), format!("nothing confirmed lost; heard: {}", heard.join(", ")));
}

#[test]
fn a_write_on_a_failing_disk_is_told_and_goes_through_afterwards() {
    trial("failing disk while writing", What::Write);
}

#[test]
fn a_backup_on_a_failing_disk_is_told_and_goes_through_afterwards() {
    trial("failing disk while backing up", What::BackUp);
}

#[test]
fn a_restoring_on_a_failing_disk_is_told_and_goes_through_afterwards() {
    trial("failing disk while restoring", What::Restore);
}

#[test]
fn what_a_disk_refuses_for_a_moment_at_the_start_can_be_written_afterwards() {
    let (place, life) = template();
    // As many calls as come before the first write is through, and some more.
    for from in 1..25 {
        let plan = Plan { fault: Fault::ReadOnly, from, stays: false };
        assert!(one_call(&place.path().join("template"), &life, What::Write, plan).is_some(), "call {from} failed");
    }
}

//! A damaged data file, from the start of the program to the restored backup.

use std::fs::{self, OpenOptions};
use std::io::{Seek, SeekFrom, Write};
use std::sync::Arc;

use rappel_core::clock::SystemClock;
use rappel_core::{App, Options, commands};

use crate::harness::Desktop;
use crate::harness::page::ctrl;
use crate::screens::look;

#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_file_is_said_and_a_backup_brings_everything_back() {
    let mut desktop = Desktop::closed("damaged");
    {
        let options = Options { folder: desktop.data(), clock: Arc::new(SystemClock), demo: false };
        let app = App::open(options).expect("the data");
        commands::add_contact(&app, rappel_tests::draft("Anna Zonneveld")).expect("a contact");
        commands::make_backup(&app, ()).expect("a backup");
    }
    let db = desktop.data().join("rappel.db");
    let mut file = OpenOptions::new().write(true).open(&db).expect("the file");
    file.seek(SeekFrom::Start(8192)).expect("its middle");
    file.write_all(&[0xA5; 40_960]).expect("damage");
    drop(file);
    let damaged = fs::read(&db).expect("the file");

    desktop.launch(&[]).await;
    let page = desktop.page();
    page.see("Your data cannot be opened").await;
    page.see("1 person").await;
    assert!(fs::read(&db).expect("the file") == damaged, "nothing was written to it");
    let mut problems = Vec::new();
    look(&page, "Damage", &mut problems).await;
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    page.resize(1280, 800).await;
    page.click("Restore").await;
    page.see("Go back to").await;
    // The button of the list lies under the question.
    page.click("Restore").await;
    page.see_element("nav.sidebar").await;
    page.see("The backup is restored.").await;
    page.keys(&ctrl("2")).await;
    page.see("Anna Zonneveld").await;
    page.add_lead("Bram").await;

    let kept = fs::read_dir(desktop.data()).expect("the folder").map(|entry| entry.expect("a file").path());
    let aside: Vec<_> = kept.filter(|path| path.to_string_lossy().contains("rappel-damaged-")).collect();
    let found: Vec<_> = aside.iter().filter(|path| path.extension().is_some_and(|it| it == "db")).collect();
    assert!(fs::read(found[0]).expect("the damaged file") == damaged, "{aside:?}");
}

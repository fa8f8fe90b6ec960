//! The files of other programs come in through the import screen: every sample that the readers are tested with.

use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::harness::page::ctrl;
use crate::harness::{Desktop, Page};
use crate::screens::look;

/// The samples, in the order of their names.
fn samples() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/import");
    let mut files: Vec<_> = std::fs::read_dir(folder).expect("the samples").flatten().map(|it| it.path()).collect();
    files.retain(|it| it.extension().is_some_and(|it| it == "csv" || it == "txt" || it == "vcf"));
    files.sort();
    files
}

/// How many people the button of the dry run says it brings in.
async fn comes_in(page: &Page<'_>) -> u32 {
    let script = "const words = [...document.querySelectorAll('.foot button')].map((it) => it.innerText.trim());
                  return words.find((it) => it.startsWith('Import ')) ?? ''";
    let words = page.script(script).await;
    let number = words.as_str().unwrap_or_default().split_whitespace().nth(1);
    number.and_then(|it| it.parse().ok()).unwrap_or_else(|| panic!("a number of people in {words}"))
}

#[tokio::test(flavor = "multi_thread")]
async fn the_files_of_other_programs_come_in_through_the_import_screen() {
    let desktop = Desktop::start("samples").await;
    let page = desktop.page();
    let mut people = 0;
    for file in samples() {
        let name = file.file_name().expect("a name").to_string_lossy().into_owned();
        assert!(desktop.start_again(&[&file.to_string_lossy()]).success());
        page.see(&format!("{name}, ")).await;
        // What can be read two ways is asked, never guessed.
        if page.text().await.contains("Which number is the day") {
            page.click_label("The first: day, month").await;
        }
        page.click("See what would happen").await;
        page.see_element("[role=listbox]").await;
        let coming = comes_in(&page).await;
        let button = if coming == 1 { "Import 1 person".to_owned() } else { format!("Import {coming} people") };
        if coming > 0 {
            page.click(&button).await;
            page.see_any(&["person added", "people added"]).await;
        } else {
            // Two programs wrote of the same people.
            page.see("Already there").await;
        }
        people += coming;
        assert!(!page.text().await.contains("Something went wrong"), "{name}");
    }
    page.keys(&ctrl("2")).await;
    page.see(&format!("{people} people")).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_list_fills_and_replaces_row_by_row_and_is_taken_back() {
    let desktop = Desktop::start("decisions").await;
    let page = desktop.page();
    let file = |name: &str, text: &str| {
        let path = desktop.folder().join(name);
        std::fs::write(&path, text).expect("a file");
        path
    };
    let first =
        file("first.csv", "Name,E-mail,Company\nAnna Vos,anna@example.org,Bakery\nBram Smit,bram@example.org,\n");
    assert!(desktop.start_again(&[&first.to_string_lossy()]).success());
    page.click("See what would happen").await;
    page.click("Import 2 people").await;
    page.see("2 people added").await;

    let second = file(
        "second.csv",
        "Name,E-mail,Company\nAnna Vos,anna@example.org,Garage\nBram Smit,bram@example.org,Garage\nEva Kok,eva@example.org,\n",
    );
    assert!(desktop.start_again(&[&second.to_string_lossy()]).success());
    page.see("second.csv, 3 rows").await;
    page.click("See what would happen").await;
    page.see("Already there").await;
    page.choose("Those who are there already", "Fill what is empty").await;
    page.see("Nothing changes: all of it is known.").await;
    // The first row is the one that the keys are on.
    page.click_label("Replace").await;
    page.see("Bakery → Garage").await;
    let mut problems = Vec::new();
    look(&page, "Import, with decisions", &mut problems).await;
    page.click("Import 1 person, change 2").await;
    page.see("1 person added, 2 people changed").await;
    page.click("Show people").await;
    page.see("3 people").await;
    page.see("Only this import").await;
    page.click("Anna Vos").await;
    page.see("Garage").await;
    page.see("Changed by a file").await;
    page.fill("What was said", "Met them").await;
    page.click("Just a talk").await;
    page.see("is kept").await;

    page.keys(&ctrl("2")).await;
    page.click("Import").await;
    page.see("1 person added, 2 people changed").await;
    page.click("Undo this import").await;
    page.see("The import is undone.").await;
    page.keys(&ctrl("2")).await;
    page.see("Bakery").await;
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_thousand_rows_are_stopped_half_way_then_come_in_and_are_taken_back() {
    let desktop = Desktop::start("ten-thousand").await;
    let page = desktop.page();
    let rows: String = (0..10_000).map(|n| format!("Invented,Person {n},person{n}@example.org\n")).collect();
    let file = desktop.folder().join("ten-thousand.csv");
    std::fs::write(&file, format!("First Name,Last Name,E-mail Address\n{rows}")).expect("the list");

    assert!(desktop.start_again(&[&file.to_string_lossy()]).success());
    page.see("ten-thousand.csv, ").await;
    page.click("See what would happen").await;
    page.see_element("[role=listbox]").await;
    page.click("Import 10,000 people").await;
    // Some way in, as the bar tells.
    let under_way = "const bar = document.querySelector('[role=progressbar]');
                     return bar ? Number(bar.ariaValueNow) : 0";
    page.until("the import to be under way", async || (page.script(under_way).await.as_i64()? > 200).then_some(()))
        .await;
    page.click("Cancel").await;
    page.see("nothing was written").await;

    page.click("Import 10,000 people").await;
    for _ in 0..3 {
        // A file of this size takes longer than the patience of one wait on a slow machine.
        if page.text().await.contains("10,000 people added") {
            break;
        }
        tokio::time::sleep(Duration::from_secs(10)).await;
    }
    page.see("10,000 people added").await;
    page.click("Undo this import").await;
    page.see("The import is undone").await;
    page.keys(&ctrl("2")).await;
    page.see("0 people").await;
}

/// Figures, by hand, with the release program: `cargo test -p rappel-tests --features desktop --test desktop frames -- --ignored
/// --nocapture`, where `RAPPEL_BINARY` says where it is.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "prints figures"]
async fn frames_of_the_window_while_a_hundred_thousand_rows_come_in() {
    let desktop = Desktop::start("frames").await;
    let page = desktop.page();
    let rows: String = (0..100_000).map(|n| format!("Invented,Person {n},person{n}@example.org\n")).collect();
    let file = desktop.folder().join("frames.csv");
    std::fs::write(&file, format!("First Name,Last Name,E-mail Address\n{rows}")).expect("the list");
    assert!(desktop.start_again(&[&file.to_string_lossy()]).success());
    page.see("frames.csv, ").await;
    let watch = "window.frames = []; let last = performance.now();
                 const next = (now) => { window.frames.push(now - last); last = now; requestAnimationFrame(next); };
                 requestAnimationFrame(next);";
    let told = "const all = window.frames.splice(0).sort((a, b) => a - b);
                return [all.length, all.at(Math.floor(all.length / 2)), all.at(Math.floor(all.length * 0.99)), all.at(-1),
                        all.filter((it) => it > 50).length]";
    for (button, done) in [("See what would happen", ".counts"), ("Import 100,000 people", ".empty")] {
        page.click(button).await;
        if button.starts_with("See") {
            page.script(watch).await;
        }
        // Asked rarely, as each question is itself work of the page.
        while page.script(&format!("return document.querySelector('{done}') !== null")).await != true {
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
        println!("{button}: frames, median, 99 %, longest (ms), over 50 ms: {}", page.script(told).await);
    }
}

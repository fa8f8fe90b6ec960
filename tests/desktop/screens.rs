//! Every screen in both languages and both themes: nothing is cut off, and nothing shuts anybody out.

use crate::harness::page::ctrl;
use crate::harness::{Desktop, Page};

/// The screens with the keys that lead to them and a word of theirs, in English and Dutch.
const SCREENS: [(&str, &str, &str); 5] = [
    ("1", "Today", "Vandaag"),
    ("2", "Last talk", "Laatste gesprek"),
    ("3", "Every person stands in one place", "Iedereen staat op één plek"),
    ("4", "Ask later", "Later vragen"),
    (",", "Criteria for a prospect", "Criteria voor een prospect"),
];

async fn with_samples(desktop: &Desktop) {
    let page = desktop.page();
    page.click("Look around with sample people").await;
    page.see("24 sample people").await;
}

/// What axe-core finds serious or critical on the page.
async fn barriers(page: &Page<'_>) -> Vec<String> {
    let axe = concat!(env!("CARGO_MANIFEST_DIR"), "/../ui/node_modules/axe-core/axe.min.js");
    page.script(&std::fs::read_to_string(axe).expect("axe-core, which `npm ci` installs")).await;
    let found = page
        .driver
        .execute_async(
            "const done = arguments[arguments.length - 1];
             axe.run(document, { resultTypes: ['violations'] }).then((result) => done(
               result.violations.filter((it) => it.impact === 'serious' || it.impact === 'critical')
                 .map((it) => `${it.id}: ${it.help}: ${it.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)));",
            Vec::new(),
        )
        .await
        .expect("axe-core runs");
    serde_json::from_value(found.json().clone()).expect("a list")
}

/// Elements that are wider than what holds the screen.
async fn overflow(page: &Page<'_>) -> bool {
    page.script("const main = document.querySelector('main'); return main.scrollWidth > main.clientWidth").await == true
}

#[tokio::test(flavor = "multi_thread")]
async fn every_screen_stands_in_both_languages_and_themes_without_barriers() {
    let desktop = Desktop::start("screens").await;
    with_samples(&desktop).await;
    let page = desktop.page();
    let mut problems = Vec::new();
    for (language, theme) in [("English", "light"), ("Nederlands", "dark")] {
        page.keys(&ctrl(",")).await;
        if language == "Nederlands" {
            page.choose("Light or dark", "Dark").await;
            page.choose("Language", "Nederlands").await;
            page.see("Licht of donker").await;
        }
        for (key, english, dutch) in SCREENS {
            page.keys(&ctrl(key)).await;
            page.see(if language == "English" { english } else { dutch }).await;
            for problem in barriers(&page).await {
                problems.push(format!("{language}, {theme}, {english}: {problem}"));
            }
            if overflow(&page).await {
                problems.push(format!("{language}, {english}: wider than the window"));
            }
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_runs_no_script_of_others_and_loads_nothing_from_elsewhere() {
    let desktop = Desktop::start("policy").await;
    let page = desktop.page();
    page.script(
        "window.blocked = [];
         document.addEventListener('securitypolicyviolation', (event) => window.blocked.push(event.effectiveDirective));
         const script = document.createElement('script'); script.textContent = 'window.ran = true';
         document.body.append(script);
         const image = document.createElement('img'); image.src = 'https://example.org/a.png'; document.body.append(image);
         const frame = document.createElement('iframe'); frame.src = 'https://example.org/'; document.body.append(frame);",
    )
    .await;
    page.until("the policy to block all three", || async {
        (page.script("return new Set(window.blocked).size >= 3 && !window.ran").await == true).then_some(())
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_and_cards_come_in_through_the_import_screen() {
    let desktop = Desktop::start("import").await;
    let rows: String =
        (1..=500).map(|n| format!("Voornaam{n};de;Familie{n};p{n}@example.org;{n:02}-13-1980\n")).collect();
    let list = desktop.folder().join("leads.csv");
    std::fs::write(&list, format!("Voornaam;Tussenvoegsel;Achternaam;E-mailadres;Notitie\n{rows}")).expect("a file");
    // A second start hands the file over to the first window, as the file manager does.
    assert!(desktop.start_again(&[&list.to_string_lossy()]).success());
    let page = desktop.page();
    page.see("leads.csv, 500 rows").await;
    page.choose("Source", "New source…").await;
    page.click("See what would happen").await;
    page.see("Voornaam1 de Familie1").await;
    page.click("Import 500 people").await;
    page.see("500 people added").await;

    let cards = desktop.folder().join("cards.vcf");
    let card =
        |name: &str| format!("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nN:{name};;;;\r\nBDAY:--0308\r\nEND:VCARD\r\n");
    std::fs::write(
        &cards,
        [card("Ada"), card("Bea"), "BEGIN:VCARD\r\nVERSION:3.0\r\nEND:VCARD\r\n".to_owned()].concat(),
    )
    .expect("a file");
    assert!(desktop.start_again(&[&cards.to_string_lossy()]).success());
    page.see("cards.vcf, 3 rows").await;
    page.click("See what would happen").await;
    page.see("Unreadable").await;
    page.click("Import 2 people").await;
    page.see("2 people added").await;
    page.see("1 row was left out.").await;
    page.click("Undo this import").await;
    page.see("The import is undone.").await;
    page.keys(&ctrl("2")).await;
    page.see("500 people").await;
}

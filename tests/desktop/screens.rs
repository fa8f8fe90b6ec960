//! Every screen in both languages and both themes: nothing is cut off, and nothing shuts anybody out.

use thirtyfour::prelude::*;

use crate::harness::page::ctrl;
use crate::harness::{Desktop, Page};

/// The screens with the keys that lead to them and a word of theirs, in English and Dutch.
const SCREENS: &[(&str, &str, &str)] = &[
    ("1", "Today", "Vandaag"),
    ("2", "Last talk", "Laatste gesprek"),
    ("3", "Every person stands in one place", "Iedereen staat op één plek"),
    ("4", "Ask later", "Later vragen"),
    ("5", "press Shift with an arrow", "Shift met een pijl"),
    ("6", "8 weeks", "8 weken"),
    ("7", "Leads by the month they came in", "Leads per maand van binnenkomst"),
    ("8", "Still to tell", "Nog te vertellen"),
    (",", "Criteria for a prospect", "Criteria voor een prospect"),
];

async fn with_samples(desktop: &Desktop) {
    let page = desktop.page();
    page.click("Look around with sample people").await;
    page.see("24 sample people").await;
}

/// What axe-core finds serious or critical on the page.
pub async fn barriers(page: &Page<'_>) -> Vec<String> {
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

/// What is wider than its place: the screen as a whole, or words that reach out of their box or are cut off in it.
async fn too_wide(page: &Page<'_>) -> Vec<String> {
    let found = page
        .script(
            "const found = [];
             const main = document.querySelector('main');
             if (main.scrollWidth > main.clientWidth) found.push('the screen is wider than the window');
             for (const it of document.querySelectorAll('nav *, main *, [role=dialog] *')) {
               const style = getComputedStyle(it);
               const fits = it.scrollWidth <= it.clientWidth + 1 || it.clientWidth <= 1;
               if (fits || style.display === 'inline') continue;
               if (['auto', 'scroll'].includes(style.overflowX) || style.textOverflow === 'ellipsis') continue;
               if (it.closest('.visually-hidden, select, input, svg')) continue;
               found.push(`${it.outerHTML.slice(0, 120)} holds “${it.textContent.trim().slice(0, 60)}”, too wide`);
             }
             return found",
        )
        .await;
    serde_json::from_value(found).expect("a list")
}

/// Looks at what stands there, in a large and in the smallest window.
pub async fn look(page: &Page<'_>, what: &str, problems: &mut Vec<String>) {
    for (width, height) in [(1280, 800), (900, 640)] {
        page.resize(width, height).await;
        problems.extend(too_wide(page).await.into_iter().map(|it| format!("{what} at {width}: {it}")));
    }
    problems.extend(barriers(page).await.into_iter().map(|it| format!("{what}: {it}")));
}

/// Opens a dialog, looks at it and leaves it.
async fn look_at_dialog(page: &Page<'_>, what: &str, problems: &mut Vec<String>) {
    page.see_element("[role=dialog]").await;
    look(page, what, problems).await;
    page.keys(&Key::Escape.value().to_string()).await;
    page.until("the dialog to go", || async {
        page.driver.find_all(By::Css("[role=dialog]")).await.ok()?.is_empty().then_some(())
    })
    .await;
}

/// Every screen and every dialog with sample people, in the language and theme that are set.
async fn look_everywhere(desktop: &Desktop, dutch: bool) {
    let page = desktop.page();
    let mut problems = Vec::new();
    for (key, english, in_dutch) in SCREENS {
        page.keys(&ctrl(key)).await;
        page.see(if dutch { in_dutch } else { english }).await;
        look(&page, english, &mut problems).await;
    }
    page.keys("?").await;
    look_at_dialog(&page, "the map of the keys", &mut problems).await;

    page.keys(&ctrl("k")).await;
    page.see_element("[role=dialog] [role=option]").await;
    page.keys(if dutch { "belronde" } else { "call session" }).await;
    // The keys stand on the best answer once it has come.
    let name = if dutch { "Belronde" } else { "Call session" };
    page.find(&format!("//*[@role='option'][@aria-selected='true'][contains(., '{name}')]")).await;
    page.keys(&Key::Enter.value().to_string()).await;
    page.see(if dutch { "Leads om te kwalificeren" } else { "Leads to qualify" }).await;
    look(&page, "Whom to call", &mut problems).await;
    page.see_element("main li:nth-of-type(3) button").await.click().await.expect("a press");
    page.see_element("main textarea").await;
    look(&page, "A call", &mut problems).await;

    page.keys("/").await;
    page.see_element("input[type=search]:focus").await;
    page.keys("verbeek").await;
    page.click("Joost Verbeek").await;
    page.see_element("textarea").await;
    look(&page, "Person", &mut problems).await;
    for (key, what) in [("n", "New lead"), ("e", "Edit person"), ("m", "Move"), ("f", "Follow-up"), ("t", "Write")] {
        page.keys(key).await;
        look_at_dialog(&page, what, &mut problems).await;
    }
    for (number, what) in ["a sale", "not ready", "said no", "no answer"].into_iter().enumerate() {
        page.see_element(&format!(".ends button:nth-of-type({})", number + 1)).await.click().await.expect("a press");
        look_at_dialog(&page, what, &mut problems).await;
    }

    let list = desktop.folder().join("list.csv");
    std::fs::write(&list, "Voornaam;Achternaam;E-mailadres\nAda;Smit;ada@example.org\n;;geen\n").expect("a file");
    assert!(desktop.start_again(&[&list.to_string_lossy()]).success());
    page.see("list.csv").await;
    look(&page, "Import, the columns", &mut problems).await;
    page.click(if dutch { "Bekijk wat er gebeurt" } else { "See what would happen" }).await;
    page.see("Ada Smit").await;
    look(&page, "Import, the rows", &mut problems).await;
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn every_screen_and_dialog_is_whole_and_open_to_all_in_english_and_light() {
    let desktop = Desktop::start("screens-english").await;
    with_samples(&desktop).await;
    look_everywhere(&desktop, false).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_screen_and_dialog_is_whole_and_open_to_all_in_dutch_and_dark() {
    let desktop = Desktop::start("screens-dutch").await;
    with_samples(&desktop).await;
    let page = desktop.page();
    page.keys(&ctrl(",")).await;
    // Both change the window while it stands there.
    page.choose("Light or dark", "Dark").await;
    page.choose("Language", "Nederlands").await;
    page.see("Licht of donker").await;
    look_everywhere(&desktop, true).await;
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

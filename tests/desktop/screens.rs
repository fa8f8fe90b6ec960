//! What every screen is looked at for: nothing is cut off, and nothing shuts anybody out. `everywhere` looks at all of them.

use crate::harness::page::ctrl;
use crate::harness::{Desktop, Page};

/// What axe-core finds serious or critical on the page, in the light and in the dark.
pub async fn barriers(page: &Page<'_>) -> Vec<String> {
    if page.script("return typeof axe").await == "undefined" {
        let axe = concat!(env!("CARGO_MANIFEST_DIR"), "/../ui/node_modules/axe-core/axe.min.js");
        page.script(&std::fs::read_to_string(axe).expect("axe-core, which `npm ci` installs")).await;
    }
    let found = page
        .driver
        .execute_async(
            "const done = arguments[arguments.length - 1];
             const root = document.documentElement, worn = root.dataset.theme, found = [];
             (async () => {
               // In the dark only the colours are others.
               const colours = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };
               for (const [theme, rules] of [['light', {}], ['dark', { runOnly: colours }]]) {
                 root.dataset.theme = theme;
                 const { violations } = await axe.run(document, { resultTypes: ['violations'], ...rules });
                 for (const it of violations.filter((it) => ['serious', 'critical'].includes(it.impact)))
                   found.push(`${theme}: ${it.id}: ${it.help}: ${it.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
               }
             })()
               .catch((error) => found.push(String(error)))
               .finally(() => { root.dataset.theme = worn; done(found); });",
            Vec::new(),
        )
        .await
        .expect("axe-core runs");
    serde_json::from_value(found.json().clone()).expect("a list")
}

/// What does not fit in its place: the screen as a whole, a dialog that reaches out of the window, or words that reach out of their box
/// or are cut off in it. What has just got another size is looked at until it stands.
pub async fn too_large(page: &Page<'_>) -> Vec<String> {
    let mut found = Vec::new();
    for _ in 0..10 {
        let seen = page.script(TOO_LARGE).await;
        found = serde_json::from_value(seen).expect("a list");
        if found.is_empty() {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    found
}

const TOO_LARGE: &str = "
    const found = [];
    const main = document.querySelector('main');
    if (main && main.scrollWidth > main.clientWidth) found.push('the screen is wider than the window');
    if (document.documentElement.scrollWidth > innerWidth) found.push('the page is wider than the window');
    const say = (it, why) =>
      found.push(`${it.outerHTML.slice(0, 120)} holds “${it.textContent.trim().slice(0, 60)}”, ${why}`);
    for (const it of document.querySelectorAll('[role=dialog], [role=menu]')) {
      const { left, top, right, bottom } = it.getBoundingClientRect();
      if (left < 0 || top < 0 || right > innerWidth + 1 || bottom > innerHeight + 1) say(it, 'out of the window');
    }
    // What lies under a dialog was looked at before.
    const over = document.querySelector('[role=dialog]') !== null;
    for (const it of document.querySelectorAll(over ? '[role=dialog] *' : 'nav *, main *, [role=menu] *')) {
      const style = getComputedStyle(it);
      if (style.display === 'inline' || it.clientWidth <= 1) continue;
      if (it.closest('.visually-hidden, select, input, textarea, svg, datalist, .sheet')) continue;
      const wide = it.scrollWidth > it.clientWidth + 1;
      if (wide && !['auto', 'scroll'].includes(style.overflowX) && style.textOverflow !== 'ellipsis') say(it, 'too wide');
      const high = it.scrollHeight > it.clientHeight + 2;
      const cut = ['hidden', 'clip'].includes(style.overflowY);
      if (high && cut && style.webkitLineClamp === 'none' && style.textOverflow !== 'ellipsis') say(it, 'cut off below');
    }
    return found";

/// The sizes of the window in which everything is looked at: a usual one and the smallest.
pub const SIZES: &[(u32, u32)] = &[(1280, 800), (900, 640)];

/// Looks at what stands there, in a large and in the smallest window, in the light and in the dark.
pub async fn look(page: &Page<'_>, what: &str, problems: &mut Vec<String>) {
    look_in(page, SIZES, 100, what, problems).await;
    problems.extend(barriers(page).await.into_iter().map(|it| format!("{what}: {it}")));
}

/// Looks whether what stands there fits in windows of these sizes, where everything is drawn so large, in percent.
pub async fn look_in(page: &Page<'_>, sizes: &[(u32, u32)], zoom: u32, what: &str, problems: &mut Vec<String>) {
    for (width, height) in sizes {
        page.resize_zoomed(*width, *height, zoom).await;
        problems.extend(too_large(page).await.into_iter().map(|it| format!("{what} at {width} and {zoom}%: {it}")));
    }
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
async fn who_asked_their_system_for_less_motion_gets_none() {
    let mut desktop = Desktop::closed("motion");
    let settings = desktop.folder().join(".config/gtk-3.0");
    std::fs::create_dir_all(&settings).expect("a folder");
    std::fs::write(settings.join("settings.ini"), "[Settings]\ngtk-enable-animations=0\n").expect("the wish");
    desktop.open(&[]).await;
    let page = desktop.page();
    page.until("the page to know", || async {
        (page.script("return matchMedia('(prefers-reduced-motion: reduce)').matches").await == true).then_some(())
    })
    .await;
    page.keys("n").await;
    page.see_element("[role=dialog]").await;
    let moving =
        "return [...document.querySelectorAll('*')].filter((it) => getComputedStyle(it).animationName !== 'none' ||
        getComputedStyle(it).transitionProperty !== 'none').length + document.getAnimations().length";
    assert_eq!(page.script(moving).await, 0);
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

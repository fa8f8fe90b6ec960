//! Every screen and every dialog, in both languages and both themes, in small and large windows, drawn at twice the size, and with the
//! longest names: nothing is cut off, and nothing shuts anybody out.

use rappel_core::text::Texts;
use rappel_domain::settings::Language;
use thirtyfour::prelude::*;

use crate::harness::page::ctrl;
use crate::harness::{Desktop, Page};
use crate::screens::{SIZES, barriers, look_in, too_large};

/// The screens with the keys that lead to them and the sentence that tells that they are there.
const SCREENS: &[(&str, &str)] = &[
    ("1", "birthdays"),
    ("2", "column-last-talk"),
    ("3", "process-sub"),
    ("4", "answer-not-asked"),
    ("5", "calendar-sub"),
    ("6", "cards-labels"),
    ("7", "insights-cohorts-by-month"),
    ("8", "questions-to-tell"),
    (",", "criteria"),
];

/// A walk past everything.
pub struct Walk<'a> {
    pub page: Page<'a>,
    pub language: Language,
    /// The windows in which everything is looked at, and how large it is drawn in them, in percent.
    pub sizes: &'static [(u32, u32)],
    pub zoom: u32,
    /// Whether it is looked at by axe-core too.
    pub axe: bool,
    /// Somebody in the sales phase, and what finds them.
    pub person: String,
    pub typed: &'static str,
    pub problems: Vec<String>,
}

impl<'a> Walk<'a> {
    /// In the usual windows, past the sample people.
    pub fn past_samples(page: Page<'a>, language: Language) -> Self {
        let (person, typed) = ("Joost Verbeek".to_owned(), "joost ver");
        Self { page, language, sizes: SIZES, zoom: 100, axe: true, person, typed, problems: Vec::new() }
    }

    fn say(&self, key: &str) -> String {
        Texts::default().get(self.language, key, &[])
    }

    async fn see(&self, key: &str) {
        self.page.see(&self.say(key)).await;
    }

    async fn click(&self, key: &str) {
        self.page.click(&self.say(key)).await;
    }

    async fn key(&self, key: Key) {
        self.page.keys(&key.value().to_string()).await;
    }

    async fn look(&mut self, what: &str) {
        look_in(&self.page, self.sizes, self.zoom, what, &mut self.problems).await;
        if self.axe {
            self.problems.extend(barriers(&self.page).await.into_iter().map(|it| format!("{what}: {it}")));
        }
    }

    /// Looks at the dialog that opens, and leaves it.
    async fn dialog(&mut self, what: &str) {
        self.page.see_element("[role=dialog]").await;
        self.look(what).await;
        self.key(Key::Escape).await;
        self.page.no_dialog().await;
    }

    /// Opens what Ctrl+K finds by these words.
    async fn find(&self, typed: &str, shown: &str) {
        self.page.keys(&ctrl("k")).await;
        self.page.see_element("[role=dialog] [role=option]").await;
        self.page.keys(typed).await;
        // The keys stand on the best answer once it has come.
        self.page.find(&format!("//*[@role='option'][@aria-selected='true'][contains(., '{shown}')]")).await;
        self.key(Key::Enter).await;
        self.page.no_dialog().await;
    }

    /// Past everything.
    pub async fn everywhere(&mut self) {
        self.screens().await;
        self.frame().await;
        self.calls().await;
        self.person().await;
        self.company().await;
        self.settings().await;
        self.import().await;
        assert!(self.problems.is_empty(), "{}", self.problems.join("\n"));
    }

    async fn screens(&mut self) {
        for (key, sentence) in SCREENS {
            self.page.keys(&ctrl(key)).await;
            self.see(sentence).await;
            self.look(sentence).await;
            match *key {
                "1" => {
                    self.page.keys("l").await;
                    self.dialog("with whom").await;
                }
                "2" => self.people().await,
                "5" => {
                    self.page.keys("t").await;
                    self.page.see_element("[aria-current=date]:focus").await;
                    self.key(Key::Enter).await;
                    self.dialog("a day").await;
                }
                "6" => {
                    for key in ["a", &ctrl("p")] {
                        self.page.see_element("[role=listbox]:focus").await;
                        self.page.keys(key).await;
                        self.dialog("an address, or labels").await;
                    }
                }
                "8" => {
                    self.page.see_element("[role=listbox]").await.focus().await.expect("the list");
                    self.key(Key::Enter).await;
                    self.dialog("an answer").await;
                }
                _ => {}
            }
        }
    }

    /// People who are chosen, and what can be done with them.
    async fn people(&mut self) {
        self.page.keys("/").await;
        self.page.see_element("input[type=search]:focus").await;
        self.key(Key::Down).await;
        self.page.see_element("[role=listbox]:focus [role=option] > :not(.waiting)").await;
        self.page.keys(" ").await;
        self.page.see_element(".chosen[role=group]").await;
        self.look("people who are chosen").await;
        for key in ["t", "f"] {
            self.page.keys(key).await;
            self.dialog("a deed for many").await;
        }
        self.click("people-chosen-export").await;
        self.dialog("export").await;
        self.click("people-choose-none").await;
        self.page.keys("/").await;
        self.page.keys(self.typed).await;
        self.see("save-view").await;
        self.look("people who are looked for").await;
        self.click("save-view").await;
        self.dialog("a view").await;
        self.click("clear-filters").await;
        self.page.no_element("main input[type=search]:not(:placeholder-shown)").await;
    }

    async fn frame(&mut self) {
        self.page.keys("?").await;
        self.dialog("the map of the keys").await;
        self.page.keys("n").await;
        self.dialog("a new lead").await;
        self.page.keys(&ctrl("k")).await;
        self.page.see_element("[role=dialog] [role=option]").await;
        self.page.keys(self.typed).await;
        self.see("palette-tab").await;
        self.dialog("Ctrl+K").await;
    }

    async fn calls(&mut self) {
        self.find(&self.say("screen-session").to_lowercase(), &self.say("screen-session")).await;
        self.see("session-list-to-qualify").await;
        self.look("whom to call").await;
        let start = format!("//main//button[contains(@aria-label, '{}')]", self.say("session-list-to-qualify"));
        self.page.click_on(&self.page.find(&start).await).await.expect("a press");
        self.page.see_element("main textarea").await;
        self.look("a call").await;
    }

    async fn person(&mut self) {
        self.page.keys("/").await;
        self.page.see_element("input[type=search]:focus").await;
        self.page.keys(self.typed).await;
        self.page.click(&self.person).await;
        self.page.see_element("main textarea").await;
        self.look("a person").await;
        for (key, what) in [("e", "a person in a form"), ("m", "a move"), ("f", "a follow-up"), ("t", "a text")] {
            self.page.keys(key).await;
            self.dialog(what).await;
        }
        for (number, what) in ["a sale", "not ready", "said no", "no answer"].into_iter().enumerate() {
            self.page.press(&format!(".ends button:nth-of-type({})", number + 1)).await;
            self.dialog(what).await;
        }
        self.page.press(".strip .cell:nth-of-type(2)").await;
        self.dialog("an answer to a criterion").await;
        self.page.press(".strip .cell:nth-of-type(4)").await;
        self.page.press("[role=dialog] .answers label:nth-of-type(2) input").await;
        self.page.press("[role=dialog] button[type=submit]").await;
        self.page.see_element("[role=dialog] input[value=other]").await;
        self.dialog("who does decide").await;
        self.page.keys(&ctrl("z")).await;
        self.see("undone").await;
        self.page.click(&format!("{}:", self.say("more-actions"))).await;
        self.page.see_element("[role=menu]").await;
        // A menu goes when the window gets another size.
        let seen = too_large(&self.page).await;
        self.problems.extend(seen.into_iter().map(|it| format!("what else can be done: {it}")));
        self.click("erase").await;
        self.dialog("erasing").await;
    }

    async fn company(&mut self) {
        self.page.click(&format!("{}:", self.say("more-actions"))).await;
        let open = Texts::default().get(self.language, "open-company", &[("company", "".into())]);
        let open = format!("//*[@role='menuitem'][starts-with(normalize-space(.), '{}')]", open.trim());
        self.page.click_on(&self.page.find(&open).await).await.expect("a press");
        self.page.see_element("main .emblem").await;
        self.look("a company").await;
        self.page.keys("e").await;
        self.dialog("a company in a form").await;
    }

    /// The lists of the settings.
    async fn settings(&mut self) {
        self.page.keys(&ctrl(",")).await;
        for add in ["add-criterion", "add-step", "add-source", "add-template", "add-field"] {
            self.click(add).await;
            self.dialog(add).await;
        }
    }

    async fn import(&mut self) {
        let list = self.page.desktop.folder().join("list.csv");
        let rows =
            "Voornaam;Achternaam;Bedrijf;E-mailadres\nAda;Smit;Garage;ada@example.org\nAda;Smit;Garage;\n;;;geen\n";
        std::fs::write(&list, rows).expect("a file");
        assert!(self.page.desktop.start_again(&[&list.to_string_lossy()]).success());
        self.page.see("list.csv").await;
        self.look("import, the columns").await;
        self.click("import-try").await;
        self.page.see("Ada Smit").await;
        self.look("import, the rows").await;
        self.page.press("main .foot .primary").await;
        self.see("import-undo").await;
        self.look("import, what became of it").await;
        self.find(&self.say("duplicates-find").to_lowercase(), &self.say("duplicates-find")).await;
        self.page.see("Ada Smit").await;
        self.look("duplicates").await;
        self.page.see_element("[role=listbox]").await.focus().await.expect("the list");
        self.key(Key::Enter).await;
        self.page.see_element("main .cell.taken").await;
        self.look("two people side by side").await;
    }
}

/// Sample people, and the language in which they are looked at.
pub async fn with_samples(name: &'static str, language: Language) -> Desktop {
    let desktop = Desktop::start(name).await;
    let page = desktop.page();
    page.click("Look around with sample people").await;
    page.see("24 sample people").await;
    if language == Language::Nl {
        page.keys(&ctrl(",")).await;
        // It changes the window while it stands there.
        page.choose("Language", "Nederlands").await;
        page.see("Licht of donker").await;
    }
    desktop
}

#[tokio::test(flavor = "multi_thread")]
async fn every_screen_and_dialog_is_whole_and_open_to_all_in_english_light_and_dark() {
    let desktop = with_samples("screens-english", Language::En).await;
    let walk = Walk::past_samples(desktop.page(), Language::En);
    Walk { sizes: &[(2560, 1440), (1280, 800), (900, 640)], ..walk }.everywhere().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_screen_and_dialog_is_whole_and_open_to_all_in_dutch_light_and_dark() {
    let desktop = with_samples("screens-dutch", Language::Nl).await;
    Walk::past_samples(desktop.page(), Language::Nl).everywhere().await;
}

//! What a first start brings: its words follow the language until somebody gives them words of their own.

use rappel_core::commands::*;
use rappel_domain::settings::{Language, Settings};
use rappel_tests::Desk;

fn speak(desk: &Desk, language: Language) {
    let settings = Settings { language: Some(language), ..get_settings(&desk.app, ()).unwrap().settings };
    update_settings(&desk.app, settings).unwrap();
}

#[test]
fn the_first_criteria_steps_and_sources_follow_the_language() {
    let desk = Desk::new();
    speak(&desk, Language::En);
    let english = get_settings(&desk.app, ()).unwrap();
    assert_eq!(english.steps[0].name, "Qualified");
    let renamed = SaveStep { id: Some(english.steps[1].id), name: "Demo".to_owned(), usual_days: 3, archived: false };
    save_step(&desk.app, renamed).unwrap();

    speak(&desk, Language::Nl);
    let dutch = get_settings(&desk.app, ()).unwrap();
    assert_eq!(dutch.criteria[0].name, "Past bij mijn markt");
    assert_ne!(dutch.criteria[0].question, english.criteria[0].question);
    let steps: Vec<_> = dutch.steps.iter().map(|it| (it.name.as_str(), it.usual_days)).collect();
    assert_eq!(steps, [("Gekwalificeerd", 7), ("Demo", 3), ("Offerte", 14)]);
    assert_eq!(dutch.sources[3].name, "Gekochte lijst");

    speak(&desk, Language::En);
    let again = get_settings(&desk.app, ()).unwrap();
    assert_eq!(again.criteria, english.criteria);
    assert_eq!(again.sources, english.sources);
    assert_eq!(again.steps[1].name, "Demo");
}

#[test]
fn a_source_is_not_named_as_another_is_already() {
    let desk = Desk::new();
    speak(&desk, Language::En);
    save_source(&desk.app, SaveSource { id: None, name: "Gekochte lijst".to_owned(), cost: None, archived: false })
        .unwrap();
    speak(&desk, Language::Nl);
    let names: Vec<_> = get_settings(&desk.app, ()).unwrap().sources.into_iter().map(|it| it.name).collect();
    assert!(names.contains(&"Bought list".to_owned()) && names.contains(&"Gekochte lijst".to_owned()), "{names:?}");
}

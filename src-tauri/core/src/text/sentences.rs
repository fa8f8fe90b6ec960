//! The sentences of both languages, from the same Fluent files as the page.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use rappel_domain::settings::Language;
use unic_langid::langid;

/// The sentences of English and Dutch.
pub struct Texts {
    english: FluentBundle<FluentResource>,
    dutch: FluentBundle<FluentResource>,
}

impl Default for Texts {
    fn default() -> Self {
        Self {
            english: bundle(langid!("en"), source(Language::En)),
            dutch: bundle(langid!("nl"), source(Language::Nl)),
        }
    }
}

/// All sentences of a language, as they stand in its Fluent file.
pub fn source(language: Language) -> &'static str {
    match language {
        Language::En => include_str!("../../../../ui/locales/en.ftl"),
        Language::Nl => include_str!("../../../../ui/locales/nl.ftl"),
    }
}

fn bundle(language: unic_langid::LanguageIdentifier, source: &str) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // Names stand in these sentences; the marks that isolate them would show in desktop notifications.
    bundle.set_use_isolating(false);
    // What can't be parsed is left out and the rest kept; a test holds both files to parse wholly.
    let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _)| resource);
    bundle.add_resource_overriding(resource);
    bundle
}

impl Texts {
    /// The sentence of a key with its arguments; the key itself where there is none.
    pub fn get(&self, language: Language, key: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        let bundle = match language {
            Language::En => &self.english,
            Language::Nl => &self.dutch,
        };
        let mut named = FluentArgs::new();
        for (name, value) in args {
            named.set(*name, value.clone());
        }
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            tracing::warn!(key, "a sentence is missing");
            return key.to_owned();
        };
        bundle.format_pattern(pattern, Some(&named), &mut Vec::new()).into_owned()
    }
}

/// The language that the system asks for; English where it is neither.
pub fn system_language() -> Language {
    match sys_locale::get_locale() {
        Some(locale) if locale.to_lowercase().starts_with("nl") => Language::Nl,
        _ => Language::En,
    }
}

//! One person: the name, how to reach them, and what is known about them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::birthday::Birthday;
use crate::ids::SourceId;

/// The parts of a person's name, any of which may be empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct PersonName {
    /// Title before the name: *dr.*
    pub prefix: String,
    /// Given name: *Sanne*.
    pub given: String,
    /// What stands between: *de*, *van der*.
    pub particle: String,
    /// Family name without its particle: *Boer*.
    pub family: String,
    /// The whole name as the person writes it, where it is not just the parts in a row.
    pub display: String,
}

/// Where a name with a particle stands in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum NameOrder {
    /// *Sanne de Boer* under B, as lists in the Netherlands do.
    Family,
    /// Under D, as lists in Belgium do.
    Particle,
}

impl NameOrder {
    /// As lists in a country do; its ISO 3166 code.
    pub fn of_country(country: &str) -> Self {
        if country == "BE" { Self::Particle } else { Self::Family }
    }
}

impl PersonName {
    /// The whole name as shown: the display name, else the parts in a row.
    pub fn shown(&self) -> String {
        if !self.display.trim().is_empty() {
            return self.display.trim().to_owned();
        }
        join([&self.prefix, &self.given, &self.particle, &self.family])
    }

    /// What the name is sorted by: the family name first, without its particle or with it.
    pub fn sort_key(&self, order: NameOrder) -> String {
        let key = match order {
            _ if self.family.trim().is_empty() => join([&self.display, &self.given]),
            NameOrder::Family => {
                // Whoever fills in a family name writes the particle along: *de Boer*.
                let (particle, family) = split_particle(&self.family);
                join([&family, &self.given, &join([&self.particle, &particle])])
            }
            NameOrder::Particle => join([&self.particle, &self.family, &self.given]),
        };
        key.to_lowercase()
    }

    /// Whether the order makes a difference to where the name stands.
    pub fn hangs_on_order(&self) -> bool {
        !self.particle.trim().is_empty() || !split_particle(&self.family).0.is_empty()
    }

    /// Takes a whole name apart as well as can be: the last word is the family name, with the Dutch and German particles
    /// before it; a single word is a given name.
    pub fn parse(whole: &str) -> Self {
        const PARTICLES: [&str; 20] = [
            "de", "den", "der", "van", "von", "het", "'t", "ten", "ter", "te", "op", "in", "aan", "d'", "du", "la",
            "le", "zu", "della", "di",
        ];
        let words: Vec<&str> = whole.split_whitespace().collect();
        let is_particle = |word: &str| PARTICLES.contains(&word.to_lowercase().as_str());
        match words.as_slice() {
            [] => Self::default(),
            [only] => Self { given: (*only).to_owned(), ..Self::default() },
            [first, rest @ ..] => {
                let start = rest.iter().position(|word| is_particle(word));
                let (given, particle, family) = match start {
                    Some(at) if at + 1 < rest.len() => {
                        let len = rest[at..rest.len() - 1].iter().take_while(|word| is_particle(word)).count();
                        (&rest[..at], &rest[at..at + len], &rest[at + len..])
                    }
                    _ => (&rest[..rest.len() - 1], &rest[..0], &rest[rest.len() - 1..]),
                };
                let given = std::iter::once(*first).chain(given.iter().copied()).collect::<Vec<_>>().join(" ");
                Self { given, particle: particle.join(" "), family: family.join(" "), ..Self::default() }
            }
        }
    }
}

/// Words that stand before a Dutch or German family name. French and Italian ones (*Le*, *Di*) belong to the name itself and
/// sort with it, so they are deliberately absent.
const PARTICLES: [&str; 18] = [
    "van",
    "von",
    "de",
    "den",
    "der",
    "het",
    "'t",
    "\u{2019}t",
    "ten",
    "ter",
    "te",
    "op",
    "in",
    "aan",
    "d'",
    "zu",
    "zum",
    "vom",
];

/// Whether a word stands before family names, in capitals or not.
pub fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word.to_lowercase().as_str())
}

/// The particle that a family name begins with, and the name behind it. Nothing but particles is a name.
pub fn split_particle(family: &str) -> (String, String) {
    let words: Vec<&str> = family.split_whitespace().collect();
    let count = words.iter().take_while(|word| is_particle(word)).count();
    if count == 0 || count == words.len() {
        return (String::new(), family.to_owned());
    }
    (words[..count].join(" "), words[count..].join(" "))
}

fn join<const N: usize>(parts: [&String; N]) -> String {
    parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A way to reach somebody with the word that tells which one it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Labelled {
    /// *home*, *work*, *mobile* or the person's own word; may be empty.
    #[serde(default)]
    pub label: String,
    /// The address, number or web site itself.
    pub value: String,
}

/// A postal address.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct PostalAddress {
    /// *home*, *work* or the person's own word; may be empty.
    pub label: String,
    /// Street and number, further lines separated by line breaks.
    pub street: String,
    /// Postal code.
    pub postal_code: String,
    /// Town.
    pub town: String,
    /// State, province or region.
    pub region: String,
    /// Country, as written.
    pub country: String,
}

impl PostalAddress {
    /// Whether nothing but perhaps a label is filled in.
    pub fn is_empty(&self) -> bool {
        [&self.street, &self.postal_code, &self.town, &self.region, &self.country]
            .iter()
            .all(|part| part.trim().is_empty())
    }

    /// Whether the post can find it: a street or box, and a town or postal code.
    pub fn can_be_posted(&self) -> bool {
        let filled = |part: &str| !part.trim().is_empty();
        filled(&self.street) && (filled(&self.town) || filled(&self.postal_code))
    }
}

/// A field of the person's own making.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CustomValue {
    /// The field's name.
    pub name: String,
    /// What it holds for this contact.
    pub value: String,
}

/// Everything a person types or a file brings about a contact. Nothing derived stands here.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ContactDraft {
    /// The name; only this is needed.
    pub name: PersonName,
    /// Name of the company they work at; shared by all its contacts.
    pub company: String,
    /// Job title.
    pub job_title: String,
    /// E-mail addresses, the preferred one first.
    pub emails: Vec<Labelled>,
    /// Phone numbers as typed, the preferred one first.
    pub phones: Vec<Labelled>,
    /// Web sites.
    pub websites: Vec<Labelled>,
    /// Postal addresses.
    pub addresses: Vec<PostalAddress>,
    /// Birthday.
    pub birthday: Option<Birthday>,
    /// BCP 47 tag of the language they speak; may be empty.
    pub language: String,
    /// Where the lead came from.
    pub source: Option<SourceId>,
    /// Tags.
    pub tags: Vec<String>,
    /// Free custom fields.
    pub custom: Vec<CustomValue>,
    /// A remark that stays on top of the person's page.
    pub note: String,
}

/// The longest one-line field, in characters. Longer input is refused with a sentence.
pub const LINE_LIMIT: usize = 500;
/// The longest text (a note, what was said), in characters.
pub const TEXT_LIMIT: usize = 100_000;
/// The most e-mail addresses, phone numbers, tags and so on of one contact.
pub const LIST_LIMIT: usize = 50;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dutch_name_is_taken_apart_and_sorts_under_its_family_name() {
        let name = PersonName::parse("Sanne van der Boer");
        assert_eq!((name.given.as_str(), name.particle.as_str(), name.family.as_str()), ("Sanne", "van der", "Boer"));
        assert_eq!(name.shown(), "Sanne van der Boer");
        assert_eq!(name.sort_key(NameOrder::Family), "boer sanne van der");
    }

    #[test]
    fn a_belgian_name_sorts_under_its_particle_and_others_stay() {
        let key = |name: &str, order| PersonName::parse(name).sort_key(order);
        assert_eq!(key("Sanne de Boer", NameOrder::Particle), "de boer sanne");
        for order in [NameOrder::Family, NameOrder::Particle] {
            assert_eq!(key("Anna Nowak", order), "nowak anna");
            assert_eq!(key("Cher", order), "cher");
        }
        assert_eq!(
            [NameOrder::of_country("BE"), NameOrder::of_country("NL")],
            [NameOrder::Particle, NameOrder::Family]
        );
    }

    #[test]
    fn a_particle_that_was_typed_with_the_family_name_is_known_for_what_it_is() {
        let typed = |family: &str| PersonName { given: "Sanne".into(), family: family.into(), ..PersonName::default() };
        assert_eq!(typed("De Boer").sort_key(NameOrder::Family), "boer sanne de");
        assert_eq!(typed("van der Berg").sort_key(NameOrder::Family), "berg sanne van der");
        assert_eq!(typed("de Boer").sort_key(NameOrder::Particle), "de boer sanne");
        assert!(typed("de Boer").hangs_on_order());
        for name in ["De", "Dekker", "Le Blanc", "Denys de Boer"] {
            assert!(!typed(name).hangs_on_order(), "{name}");
            assert_eq!(typed(name).sort_key(NameOrder::Family), format!("{} sanne", name.to_lowercase()));
        }
    }

    #[test]
    fn middle_names_stay_with_the_given_name_and_one_word_is_a_given_name() {
        let name = PersonName::parse("Anna Maria Nowak");
        assert_eq!((name.given.as_str(), name.family.as_str()), ("Anna Maria", "Nowak"));
        assert_eq!(PersonName::parse("Cher").given, "Cher");
        assert_eq!(PersonName::parse("  ").shown(), "");
        assert_eq!(PersonName::parse("Jan de").family, "de");
        assert_eq!(PersonName::parse("Ursula von der Leyen Albrecht").family, "Leyen Albrecht");
    }
}

//! Names: particles in front of a family name, and when the whole name must be kept beside its parts.

use rappel_domain::contact::{self, PersonName, is_particle};

use super::label::tidy_line;

/// A family name as given, taken apart into particle and name: *van der Boer*, and *Boer, van der* of a phone book.
pub(super) fn split_particle(family: &str) -> (String, String) {
    if let Some((name, after)) = family.split_once(',') {
        let words: Vec<&str> = after.split_whitespace().collect();
        if !name.trim().is_empty() && !words.is_empty() && words.iter().all(|word| is_particle(word)) {
            return (words.join(" "), name.trim().to_owned());
        }
    }
    contact::split_particle(family)
}

/// The parts of a name as a file gives them, before they are put together.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub prefix: String,
    pub given: String,
    pub middle: String,
    pub particle: String,
    pub family: String,
    pub suffix: String,
    pub whole: String,
}

impl Parts {
    /// The parts of which some word is not in the name that was made of them.
    pub(super) fn left_out_of(&self, name: &PersonName) -> Vec<String> {
        let said =
            [&name.prefix, &name.given, &name.particle, &name.family, &name.display].map(String::as_str).join(" ");
        let all = [&self.prefix, &self.given, &self.middle, &self.particle, &self.family, &self.suffix, &self.whole];
        all.into_iter().filter(|part| !says_all(&said, part)).cloned().collect()
    }

    /// The name of a draft. Middle names stand with the given name, and the whole name is kept where it says more than the
    /// parts in a row, as with a suffix.
    pub(super) fn to_name(&self, company: &str) -> PersonName {
        let [prefix, middle, suffix] = [&self.prefix, &self.middle, &self.suffix].map(|part| tidy_line(part));
        let whole = tidy_line(&self.whole);
        let (mut particle, mut family) = (tidy_line(&self.particle), tidy_line(&self.family));
        let mut given = tidy_line(&self.given);
        if particle.is_empty() {
            (particle, family) = split_particle(&family);
        }
        if given.is_empty() && family.is_empty() {
            // A single line is a person's name unless it is an address or the company itself.
            if whole.is_empty() || whole.contains('@') || whole == company {
                return PersonName { prefix, given: middle, display: whole, ..PersonName::default() };
            }
            let parsed = from_whole(&whole);
            let mut name = PersonName { prefix, ..parsed };
            if name.shown() != whole {
                name.display = whole;
            }
            return name;
        }
        if !middle.is_empty() {
            given = if given.is_empty() { middle } else { format!("{given} {middle}") };
        }
        let mut name = PersonName { prefix, given, particle, family, display: String::new() };
        let in_a_row = name.shown();
        let with_suffix = if suffix.is_empty() { in_a_row.clone() } else { format!("{in_a_row}, {suffix}") };
        let wanted = if whole.is_empty() { with_suffix } else { whole };
        if wanted != in_a_row {
            name.display = wanted;
        }
        name
    }
}

/// Whether every word of `part` stands in `text`, whatever the case and the marks between them. Never so for long texts,
/// which no field holds anyway.
pub(super) fn says_all(text: &str, part: &str) -> bool {
    if part.len() > 4_000 || text.len() > 20_000 {
        return false;
    }
    let text = text.to_lowercase();
    part.to_lowercase().split(|c: char| !c.is_alphanumeric()).all(|word| text.contains(word))
}

/// A whole name on one line, *Sanne de Boer* or *Boer, Sanne de*.
fn from_whole(whole: &str) -> PersonName {
    if let Some((family, rest)) = whole.split_once(',')
        && !rest.contains(',')
        && !family.trim().is_empty()
        && !rest.trim().is_empty()
    {
        let words: Vec<&str> = rest.split_whitespace().collect();
        let tail = words.iter().rev().take_while(|word| is_particle(word)).count();
        if tail < words.len() {
            let (particle, family) = split_particle(family.trim());
            let particle = [&words[words.len() - tail..].join(" "), &particle].map(String::as_str).join(" ");
            return PersonName {
                given: words[..words.len() - tail].join(" "),
                particle: particle.trim().to_owned(),
                family,
                ..PersonName::default()
            };
        }
    }
    PersonName::parse(whole)
}

/// A whole name with the family name first, *de Boer Sanne*. It has no comma to say where the family name ends: that is one word
/// with the particles around it.
pub(super) fn family_first(whole: &str) -> PersonName {
    if whole.contains(',') {
        let name = from_whole(whole);
        // A comma with nothing on one of its sides says nothing.
        return if name.family.contains(',') || name.given.contains(',') {
            family_first(&whole.replace(',', " "))
        } else {
            name
        };
    }
    let words: Vec<&str> = whole.split_whitespace().collect();
    let before = words.iter().take_while(|word| is_particle(word)).count();
    if before >= words.len() {
        return PersonName { family: words.join(" "), ..PersonName::default() };
    }
    let rest = &words[before + 1..];
    let behind = rest.iter().rev().take_while(|word| is_particle(word)).count();
    let (given, behind) = rest.split_at(rest.len() - behind);
    PersonName {
        given: given.join(" "),
        particle: [behind, &words[..before]].concat().join(" "),
        family: words[before].to_owned(),
        ..PersonName::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(family: &str) -> (String, String) {
        split_particle(family)
    }

    #[test]
    fn dutch_particles_move_and_other_names_stay() {
        assert_eq!(split("van der Boer"), ("van der".into(), "Boer".into()));
        assert_eq!(split("'t Hooft"), ("'t".into(), "Hooft".into()));
        assert_eq!(split("Boer, van der"), ("van der".into(), "Boer".into()));
        assert_eq!(split("LaPaz"), (String::new(), "LaPaz".into()));
        assert_eq!(split("de"), (String::new(), "de".into()));
        assert_eq!(split("Le Blanc"), (String::new(), "Le Blanc".into()));
    }

    #[test]
    fn a_whole_name_with_the_family_name_first_is_taken_apart() {
        let parts = |whole: &str| {
            let name = family_first(whole);
            [name.given, name.particle, name.family].join("|")
        };
        assert_eq!(parts("Boer Sanne"), "Sanne||Boer");
        assert_eq!(parts("van der Boer Sanne Maria"), "Sanne Maria|van der|Boer");
        assert_eq!(parts("Boer Sanne de"), "Sanne|de|Boer");
        assert_eq!(parts("Boer, Sanne van der"), "Sanne|van der|Boer");
        assert_eq!(parts("Boer"), "||Boer");
        assert_eq!(parts("Boer,"), "||Boer");
        assert_eq!(parts("Boer, Jan, Piet"), "Jan Piet||Boer");
        assert_eq!(parts("van der"), "||van der");
        assert_eq!(parts(""), "||");
    }

    #[test]
    fn a_whole_name_is_kept_only_where_it_says_more_than_its_parts() {
        let plain = Parts {
            given: "Sanne".into(),
            family: "de Boer".into(),
            whole: "Sanne de Boer".into(),
            ..Parts::default()
        };
        let name = plain.to_name("");
        assert_eq!((name.particle.as_str(), name.family.as_str(), name.display.as_str()), ("de", "Boer", ""));
        let senior = Parts { given: "Jan".into(), family: "Smit".into(), suffix: "sr.".into(), ..Parts::default() };
        assert_eq!(senior.to_name("").display, "Jan Smit, sr.");
        let book = Parts { whole: "Boer, Sanne van der".into(), ..Parts::default() };
        let name = book.to_name("");
        assert_eq!((name.given.as_str(), name.particle.as_str(), name.family.as_str()), ("Sanne", "van der", "Boer"));
    }
}

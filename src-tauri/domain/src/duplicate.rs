//! Who may be in the list twice, and why one would think so.
//!
//! Nobody is compared with everybody. People who share a key (an address, a number, a name with a company) stand together in a
//! group, and only those are looked at, so that the work grows with the number of people and not with its square.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use serde::{Deserialize, Serialize};
use strsim::osa_distance;
use ts_rs::TS;

use crate::fold::fold;
use crate::ids::{CompanyId, ContactId};

/// In a group of more than this only neighbours in the order of names are compared: a number that forty people share is that of
/// a switchboard.
const FEW: usize = 12;
/// A domain at which more people than this have their mail is that of a provider, and tells nothing.
const PROVIDER: usize = 1000;
/// Names this long may differ in two letters, shorter ones in one.
const LONG_NAME: usize = 10;
/// Longer names differ from any other; nothing is tried with one letter left out.
const LONGEST_NAME: usize = 60;

/// What tells one person from another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Traits {
    /// Who.
    pub id: ContactId,
    /// The parts of the name without accents, in lower case and in the order of the alphabet.
    name: Vec<String>,
    /// The company.
    pub company: Option<CompanyId>,
    /// E-mail addresses in lower case.
    pub emails: BTreeSet<String>,
    /// Phone numbers in E.164.
    pub phones: BTreeSet<String>,
    /// Towns without accents, in lower case.
    towns: BTreeSet<String>,
}

/// Why two may be the same person. The strongest reason comes first.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Why {
    /// The same e-mail address.
    SameEmail {
        /// The address.
        email: String,
    },
    /// The same phone number, compared in E.164.
    SamePhone {
        /// The number.
        phone: String,
    },
    /// The same name at the same company.
    SameNameAndCompany,
    /// The same name in the same town.
    SameNameAndTown,
    /// The same name, with e-mail addresses of the same domain.
    SameNameAndDomain {
        /// The domain.
        domain: String,
    },
    /// Nearly the same name, with e-mail addresses of the same domain.
    NearNameAndDomain {
        /// The domain.
        domain: String,
    },
}

impl Why {
    /// How much it tells.
    fn weight(&self) -> u32 {
        match self {
            Self::SameEmail { .. } => 8,
            Self::SamePhone { .. } | Self::SameNameAndCompany => 4,
            Self::SameNameAndTown | Self::SameNameAndDomain { .. } => 3,
            Self::NearNameAndDomain { .. } => 2,
        }
    }
}

impl Traits {
    /// Somebody of whom only the name is known yet.
    pub fn new(id: ContactId, name: &str, company: Option<CompanyId>) -> Self {
        let folded = fold(name);
        let mut words: Vec<String> =
            folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect();
        words.sort();
        Self { id, name: words, company, emails: BTreeSet::new(), phones: BTreeSet::new(), towns: BTreeSet::new() }
    }

    /// Adds a town in which they can be found.
    pub fn add_town(&mut self, town: &str) {
        let town = fold(town.trim());
        if !town.is_empty() {
            self.towns.insert(town);
        }
    }

    fn domains(&self) -> BTreeSet<&str> {
        self.emails.iter().filter_map(|email| email.split_once('@').map(|(_, domain)| domain)).collect()
    }

    /// Why two may be the same, the strongest reason first; nothing when there is no reason to think so.
    pub fn why_same(&self, other: &Self) -> Vec<Why> {
        let mut why = Vec::new();
        why.extend(self.emails.intersection(&other.emails).map(|email| Why::SameEmail { email: email.clone() }));
        why.extend(self.phones.intersection(&other.phones).map(|phone| Why::SamePhone { phone: phone.clone() }));
        let same_name = !self.name.is_empty() && self.name == other.name;
        if same_name && self.company.is_some() && self.company == other.company {
            why.push(Why::SameNameAndCompany);
        }
        // A given name alone tells nothing in a town.
        if same_name && self.name.len() > 1 && !self.towns.is_disjoint(&other.towns) {
            why.push(Why::SameNameAndTown);
        }
        // Beside a better reason it tells nothing more.
        if why.is_empty() && (same_name || self.is_nearly_named(other)) && self.name.len() > 1 {
            why.extend(self.domains().intersection(&other.domains()).next().map(|domain| {
                let domain = (*domain).to_owned();
                if same_name { Why::SameNameAndDomain { domain } } else { Why::NearNameAndDomain { domain } }
            }));
        }
        why
    }

    /// Whether the names differ by a slip of the pen, or by an initial in the place of a given name.
    fn is_nearly_named(&self, other: &Self) -> bool {
        let (mine, theirs) = (self.name.join(" "), other.name.join(" "));
        let length = mine.chars().count().min(theirs.chars().count());
        // A word left out, or a short word altogether, makes another name.
        if !(4..=LONGEST_NAME).contains(&length) || self.name.len() < 2 || other.name.len() < 2 {
            return false;
        }
        let slips = if length < LONG_NAME { 1 } else { 2 };
        osa_distance(&mine, &theirs) <= slips
            || abbreviates(&self.name, &other.name)
            || abbreviates(&other.name, &self.name)
    }

    /// What people who may be the same have in common with each other, as numbers. A domain counts unless it is one of `providers`.
    fn keys(&self, providers: &HashSet<&str>) -> Vec<u64> {
        let name = self.name.join(" ");
        let mut keys: Vec<u64> = self.emails.iter().map(|email| key(("email", email))).collect();
        keys.extend(self.phones.iter().map(|phone| key(("phone", phone))));
        keys.extend(self.company.map(|company| key(("company", company.0, &name))));
        keys.extend(self.towns.iter().map(|town| key(("town", town, &name))));
        let mut domains = self.domains();
        domains.retain(|domain| !providers.contains(domain));
        if self.name.len() > 1 && !domains.is_empty() && name.chars().count() <= LONGEST_NAME {
            let near: BTreeSet<String> = near_keys(&name).chain(initials(&self.name)).collect();
            keys.extend(domains.iter().flat_map(|domain| near.iter().map(move |near| key(("near", domain, near)))));
        }
        keys
    }
}

fn key(of: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    of.hash(&mut hasher);
    hasher.finish()
}

/// A name, and the same with each letter left out: two names that differ in one letter have one of them in common. After
/// Wolf Garbe's symmetric deletes (SymSpell, 2012).
fn near_keys(name: &str) -> impl Iterator<Item = String> {
    let cuts: Vec<(usize, char)> = name.char_indices().collect();
    let name = name.to_owned();
    std::iter::once(name.clone())
        .chain(cuts.into_iter().map(move |(at, c)| format!("{}{}", &name[..at], &name[at + c.len_utf8()..])))
}

/// A name with one of its words as an initial, for each of them.
fn initials(words: &[String]) -> impl Iterator<Item = String> {
    (0..words.len()).map(|at| {
        let mut short: Vec<&str> = words.iter().map(String::as_str).collect();
        let end = short[at].chars().next().map_or(0, char::len_utf8);
        short[at] = &short[at][..end];
        short.sort_unstable();
        short.join(" ")
    })
}

/// Whether `short` is `long` with one word as its initial: *j jansen* for *jan jansen*.
fn abbreviates(short: &[String], long: &[String]) -> bool {
    let short = short.join(" ");
    initials(long).any(|it| it == short)
}

/// The pairs of people who may be the same, the likeliest first; the one with the smaller number first in each.
pub fn likely_pairs(people: &[Traits]) -> Vec<(ContactId, ContactId)> {
    let mut users: HashMap<&str, usize> = HashMap::new();
    for domain in people.iter().flat_map(Traits::domains) {
        *users.entry(domain).or_default() += 1;
    }
    let providers = users.into_iter().filter(|(_, count)| *count > PROVIDER).map(|(domain, _)| domain).collect();
    let mut keys: Vec<(u64, u32)> = Vec::new();
    for (person, at) in people.iter().zip(0..) {
        keys.extend(person.keys(&providers).into_iter().map(|key| (key, at)));
    }
    keys.sort_unstable();
    keys.dedup();
    let mut candidates: Vec<(u32, u32)> = Vec::new();
    for group in keys.chunk_by(|a, b| a.0 == b.0) {
        let mut group: Vec<u32> = group.iter().map(|(_, at)| *at).collect();
        if group.len() <= FEW {
            for (at, one) in group.iter().enumerate() {
                candidates.extend(group[at + 1..].iter().map(|other| (*one, *other)));
            }
        } else {
            group.sort_by(|a, b| people[*a as usize].name.cmp(&people[*b as usize].name));
            candidates.extend(group.windows(2).map(|pair| (pair[0].min(pair[1]), pair[0].max(pair[1]))));
        }
    }
    candidates.sort_unstable();
    candidates.dedup();
    let mut pairs: Vec<(u32, ContactId, ContactId)> = candidates
        .into_iter()
        .filter_map(|(one, other)| {
            let (one, other) = (&people[one as usize], &people[other as usize]);
            let why = one.why_same(other);
            let named_alike = if one.name == other.name { 2 } else { 0 };
            let weight = why.iter().map(Why::weight).sum::<u32>() + named_alike;
            (!why.is_empty()).then(|| (weight, one.id.min(other.id), one.id.max(other.id)))
        })
        .collect();
    pairs.sort_unstable_by_key(|(weight, one, other)| (std::cmp::Reverse(*weight), *one, *other));
    pairs.into_iter().map(|(_, one, other)| (one, other)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(id: i64, name: &str) -> Traits {
        Traits::new(ContactId(id), name, None)
    }

    fn with_email(id: i64, name: &str, email: &str) -> Traits {
        let mut traits = person(id, name);
        traits.emails.insert(email.to_owned());
        traits
    }

    fn found(people: &[Traits]) -> Vec<(i64, i64)> {
        likely_pairs(people).into_iter().map(|(one, other)| (one.0, other.0)).collect()
    }

    #[test]
    fn the_same_address_or_number_is_reason_enough_whatever_the_names() {
        let mut people =
            vec![with_email(1, "Anna Vos", "a@vos.nl"), with_email(2, "Family Vos", "a@vos.nl"), person(3, "Piet")];
        people[1].phones.insert("+31612345678".to_owned());
        people[2].phones.insert("+31612345678".to_owned());
        assert_eq!(found(&people), [(1, 2), (2, 3)], "the address tells more than the number");
        assert_eq!(people[0].why_same(&people[1]), [Why::SameEmail { email: "a@vos.nl".to_owned() }]);
    }

    #[test]
    fn the_same_name_needs_a_company_or_a_town() {
        let mut people = vec![
            Traits::new(ContactId(1), "Zoë de Vries", Some(CompanyId(7))),
            Traits::new(ContactId(2), "de Vries, Zoe", Some(CompanyId(7))),
            Traits::new(ContactId(3), "Zoë de Vries", Some(CompanyId(8))),
            person(4, "ZOE DE VRIES"),
        ];
        assert_eq!(found(&people), [(1, 2)]);
        people[2].add_town("Zürich");
        people[3].add_town(" zurich ");
        assert_eq!(found(&people), [(1, 2), (3, 4)]);
        let mut annas = vec![person(1, "Anna"), person(2, "Anna")];
        annas.iter_mut().for_each(|it| it.add_town("Utrecht"));
        assert!(found(&annas).is_empty(), "a given name alone tells nothing in a town");
    }

    #[test]
    fn a_slip_of_the_pen_or_an_initial_counts_at_the_same_domain_only() {
        for (one, other) in [
            ("Jan Jansen", "Jan Janssen"),
            ("Katherine Smith", "Catherine Smith"),
            ("J. Jansen", "Jan Jansen"),
            ("Jansen Jan", "Jan Jansen"),
            ("Maria Bakker", "Mraia Bakker"),
        ] {
            let same = [with_email(1, one, "x@firma.nl"), with_email(2, other, "y@firma.nl")];
            assert_eq!(found(&same), [(1, 2)], "{one} and {other}");
            let elsewhere = [with_email(1, one, "x@firma.nl"), with_email(2, other, "y@bureau.nl")];
            assert!(found(&elsewhere).is_empty(), "{one} and {other} at two domains");
        }
        for (one, other) in [("Jan Jansen", "Piet Jansen"), ("Jan", "Jam"), ("Jan de Wit", "Jan de Boer")] {
            let others = [with_email(1, one, "x@firma.nl"), with_email(2, other, "y@firma.nl")];
            assert!(found(&others).is_empty(), "{one} and {other}");
        }
    }

    #[test]
    fn the_domain_of_a_mail_provider_is_no_reason() {
        let mut people: Vec<Traits> = (0..1001)
            .map(|id| with_email(id, &format!("Somebody Number{id}"), &format!("{id}@post.example")))
            .collect();
        people.push(with_email(2000, "Jan Jansen", "jan@post.example"));
        people.push(with_email(2001, "Jan Jansen", "jan.jansen@post.example"));
        assert!(found(&people).is_empty());
        for person in &mut people[1001..] {
            person.emails = BTreeSet::from([format!("{}@firm.example", person.id.0)]);
        }
        assert_eq!(found(&people), [(2000, 2001)]);
        let domain = "firm.example".to_owned();
        assert_eq!(people[1001].why_same(&people[1002]), [Why::SameNameAndDomain { domain }]);
    }

    #[test]
    fn a_number_that_hundreds_share_gives_no_pair_of_each_with_each() {
        let mut people: Vec<Traits> = (0..500).map(|id| person(id, &format!("Person {id:03}"))).collect();
        people.iter_mut().for_each(|it| {
            it.phones.insert("+31201234567".to_owned());
        });
        assert_eq!(found(&people).len(), 499, "everybody is still seen beside a neighbour");
    }
}

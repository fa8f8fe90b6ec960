//! A mapping that was saved by name, used for another file: its columns may stand elsewhere there, and others beside them.

use super::guess::SINGLE;
use super::headers::plain;
use super::{Column, Field, Mapping, guess_mapping, own};

/// What the columns become with a mapping that was made for a table with those headers, and how many of them it knows. The others
/// become what they would without it.
pub fn reuse_mapping(headers: &[String], saved: &Mapping, columns: &[Column]) -> (Mapping, usize) {
    let names: Vec<String> = columns.iter().map(|column| column.name.clone()).collect();
    let (theirs, ours) = (nth_of_its_name(headers), nth_of_its_name(&names));
    let was = |at: usize| theirs.iter().position(|it| *it == ours[at]);
    let is_own = own::is_own(columns);
    let guessed = guess_mapping(columns);
    let mut mapping = Mapping { fields: Vec::new(), address_labels: saved.address_labels.clone() };
    let first_address = saved.address_labels.len();
    let mut known = 0;
    let taken: Vec<Field> = (0..columns.len()).filter_map(|at| saved.fields.get(was(at)?).cloned()).collect();
    for (at, guess) in guessed.fields.into_iter().enumerate() {
        let field = was(at).and_then(|was| saved.fields.get(was)).filter(|it| is_own || **it != Field::Exported);
        known += usize::from(field.is_some());
        mapping.fields.push(match field {
            Some(Field::LabelOf { column }) => {
                let of = theirs.get(*column as usize).and_then(|name| ours.iter().position(|it| it == name));
                of.map_or(Field::Ignore, |of| Field::LabelOf { column: u32::try_from(of).unwrap_or(u32::MAX) })
            }
            Some(field) => field.clone(),
            // The person said what that is: nothing is joined with it unasked.
            None if SINGLE.contains(&guess) && taken.contains(&guess) => {
                Field::Custom { name: columns[at].name.clone() }
            }
            None => guess.with_address_after(first_address),
        });
    }
    mapping.address_labels.extend(guessed.address_labels);
    (mapping, known)
}

/// Headers as they are compared; of those with the same name the first, the second and so on.
fn nth_of_its_name(headers: &[String]) -> Vec<(String, usize)> {
    let names: Vec<String> = headers.iter().map(|it| plain(it)).collect();
    let nth = |at: usize| names[..at].iter().filter(|it| **it == names[at]).count();
    (0..names.len()).map(|at| (names[at].clone(), nth(at))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(names: &[&str]) -> Vec<Column> {
        let column = |name: &&str| Column { name: (*name).to_owned(), samples: vec!["x".to_owned()], filled: 1 };
        names.iter().map(column).collect()
    }

    #[test]
    fn columns_are_found_by_their_headers_wherever_they_stand() {
        let headers = ["Zaak", "Wie", "Nr", "Soort"].map(str::to_owned);
        let saved = Mapping {
            fields: vec![
                Field::Company,
                Field::FamilyFirst,
                Field::Phone { label: String::new() },
                Field::LabelOf { column: 2 },
            ],
            address_labels: vec!["work".to_owned()],
        };
        let there = columns(&["soort", "NR", "Plaats", "Bedrijf", "Wie", "Wie"]);
        let (mapping, known) = reuse_mapping(&headers, &saved, &there);
        assert_eq!(known, 3);
        assert_eq!(
            mapping.fields,
            [
                Field::LabelOf { column: 1 },
                Field::Phone { label: String::new() },
                // The address that was found stands behind those of the saved mapping.
                Field::Town { address: 1 },
                Field::Company,
                Field::FamilyFirst,
                Field::Custom { name: "Wie".to_owned() },
            ]
        );
        assert_eq!(mapping.address_labels, ["work", ""]);
    }

    #[test]
    fn what_there_can_be_only_one_of_is_not_joined_unasked() {
        let saved = Mapping { fields: vec![Field::Company], ..Mapping::default() };
        let (mapping, known) = reuse_mapping(&["Zaak".to_owned()], &saved, &columns(&["Zaak", "Company"]));
        assert_eq!(known, 1);
        assert_eq!(mapping.fields[1], Field::Custom { name: "Company".to_owned() });
        let (_, none) = reuse_mapping(&["Zaak".to_owned()], &saved, &columns(&["Name"]));
        assert_eq!(none, 0);
    }
}

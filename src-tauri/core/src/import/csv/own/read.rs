//! Reading a row of our own table back into the person that it was written from.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};
use rappel_domain::alarm::{KeepInTouch, LONGEST_SILENCE};
use rappel_domain::birthday::Birthday;
use rappel_domain::contact::{ContactDraft, CustomValue, Labelled, PostalAddress};
use rappel_domain::follow_up::{Due, FollowUpDraft, LONGEST_NOTICE, LONGEST_REPEAT, parse_time};
use rappel_domain::process::{Permission, Standing};
use rappel_domain::qualification::Answer;
use rappel_domain::sale::SaleDraft;
use rappel_domain::settings::BIRTHDAY_OFFSETS;
use serde::de::DeserializeOwned;

use super::{CRITERION, List, MARK, Part, Planned, read_repeat, standing_word, unguarded};
use crate::import::csv::{Column, Field, Mapping, Record};
use crate::import::date::{self, ReadDate};
use crate::import::fill::Filling;
use crate::import::{DateOrder, Problem, ProblemCode, Row};
use crate::text::check;

/// What an own table tells beside what a draft holds.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Exported {
    /// The person's number where the table was written. It tells apart people of whom the table says the same.
    pub id: String,
    /// The name of the source.
    pub source: String,
    /// The standing, where it is not active, and why.
    pub standing: Option<(Standing, String)>,
    /// Why the rule of qualification was overridden.
    pub overridden_why: String,
    /// Keep in touch.
    pub keep_in_touch: Option<KeepInTouch>,
    /// Own days before the birthday at which to ring.
    pub birthday_offsets: Option<BTreeSet<u32>>,
    /// The open follow-ups.
    pub follow_ups: Vec<Planned>,
    /// The sales.
    pub sales: Vec<SaleDraft>,
    /// Answers by the name of the criterion, with proof and day.
    pub answers: Vec<(String, Answer, String, NaiveDate)>,
}

impl Exported {
    /// Whether the person refused contact.
    pub fn is_refused(&self) -> bool {
        matches!(self.standing, Some((Standing::Declined { permission: Permission::Refused }, _)))
    }
}

/// Cells by what they hold, and what of them could not be read.
#[derive(Default)]
struct Cells {
    once: BTreeMap<&'static str, String>,
    lists: BTreeMap<(List, usize), BTreeMap<&'static str, String>>,
    criteria: Vec<(String, BTreeMap<&'static str, String>)>,
    fields: Vec<CustomValue>,
    unread: Vec<(&'static str, String)>,
}

impl Cells {
    fn gather(record: &Record, columns: &[Column], mapping: &Mapping) -> Self {
        let mut cells = Self::default();
        for (at, cell) in record.cells.iter().enumerate() {
            let text = unguarded(cell);
            if text.is_empty() || mapping.fields.get(at) != Some(&Field::Exported) {
                continue;
            }
            match columns.get(at).and_then(|column| Part::of(&column.name)) {
                Some(Part::One(header)) => {
                    cells.once.insert(header, text.to_owned());
                }
                Some(Part::Nth(list, n, part)) => {
                    cells.lists.entry((list, n)).or_default().insert(part, text.to_owned());
                }
                Some(Part::Criterion(what, name)) => {
                    cells.criterion(&name).insert(what, text.to_owned()).map_or((), drop)
                }
                Some(Part::Field(name)) => cells.fields.push(CustomValue { name, value: text.to_owned() }),
                None => {}
            }
        }
        cells
    }

    fn criterion(&mut self, name: &str) -> &mut BTreeMap<&'static str, String> {
        let at = self.criteria.iter().position(|(it, _)| it == name).unwrap_or_else(|| {
            self.criteria.push((name.to_owned(), BTreeMap::new()));
            self.criteria.len() - 1
        });
        &mut self.criteria[at].1
    }

    fn take(&mut self, header: &'static str) -> String {
        self.once.remove(header).unwrap_or_default()
    }

    /// The cell as a line that fits its field; one that does not is told.
    fn line(&mut self, header: &'static str) -> String {
        let text = self.take(header);
        check::line(header, &text).unwrap_or_else(|_| {
            self.unread.push((header, text));
            String::new()
        })
    }

    /// The cell as `read` reads it. A cell that somebody changed into what can't be read is told, never dropped.
    fn parse<T>(&mut self, header: &'static str, read: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        let text = self.take(header);
        if text.is_empty() {
            return None;
        }
        let value = read(text.trim());
        if value.is_none() {
            self.unread.push((header, text));
        }
        value
    }

    fn reach(&mut self, list: List) -> Vec<Labelled> {
        let entries = self.lists.iter().filter(|((it, _), _)| *it == list);
        let value = |parts: &BTreeMap<&str, String>, part| parts.get(part).cloned().unwrap_or_default();
        entries.map(|(_, parts)| Labelled { label: value(parts, "label"), value: value(parts, "") }).collect()
    }

    fn addresses(&self) -> Vec<PostalAddress> {
        let entries = self.lists.iter().filter(|((it, _), _)| *it == List::Address);
        entries
            .map(|(_, parts)| {
                let value = |part| parts.get(part).cloned().unwrap_or_default();
                PostalAddress {
                    label: value("label"),
                    street: value("street"),
                    postal_code: value("postal code"),
                    town: value("town"),
                    region: value("region"),
                    country: value("country"),
                }
            })
            .collect()
    }

    fn draft(&mut self) -> ContactDraft {
        let mut draft = ContactDraft::default();
        let name = &mut draft.name;
        name.prefix = self.take("Prefix");
        name.given = self.take("Given name");
        name.particle = self.take("Particle");
        name.family = self.take("Family name");
        name.display = self.take("Display name");
        draft.company = self.take("Company");
        draft.job_title = self.take("Job title");
        draft.birthday = self.parse("Birthday", birthday);
        draft.language = self.take("Language");
        draft.note = self.take("Note");
        draft.tags = self.take("Tags").split('\n').filter(|tag| !tag.is_empty()).map(ToOwned::to_owned).collect();
        draft.emails = self.reach(List::Email);
        draft.phones = self.reach(List::Phone);
        draft.websites = self.reach(List::Website);
        draft.addresses = self.addresses();
        draft.custom = std::mem::take(&mut self.fields);
        let more: Option<Vec<CustomValue>> = self.parse("More fields", |json| serde_json::from_str(json).ok());
        draft.custom.extend(more.unwrap_or_default());
        draft
    }

    /// The next one stands in columns of its own, for people; further ones stand together.
    fn follow_ups(&mut self) -> Vec<Planned> {
        let what = self.line("Follow-up");
        let at = self.parse("Follow-up time", parse_time);
        let notice = |text: &str| text.parse().ok().filter(|minutes| *minutes <= LONGEST_NOTICE);
        let minutes_before = self.parse("Follow-up notice", notice).filter(|_| at.is_some()).unwrap_or(0);
        let repeat = self.parse("Follow-up repeat", |text| {
            read_repeat(text).filter(|repeat| (1..=LONGEST_REPEAT).contains(&repeat.every))
        });
        let first_on = self.parse("Follow-up first date", day);
        let next = self.parse("Follow-up date", day).map(|on| Planned {
            draft: FollowUpDraft { what, due: Due { on, at }, minutes_before, repeat },
            first_on: first_on.filter(|first| *first <= on).unwrap_or(on),
        });
        let more = self.parse("More follow-ups", |json| {
            all(json, |it: Planned| {
                check::date(it.first_on).ok()?;
                Some(Planned { draft: check::follow_up(it.draft).ok()?, first_on: it.first_on })
            })
        });
        next.into_iter().chain(more.unwrap_or_default()).collect()
    }

    fn exported(&mut self) -> Exported {
        let reason = self.line("Standing reason");
        let follow_ups = self.follow_ups();
        let standing = self.parse("Standing", standing).filter(|it| *it != Standing::Active);
        // Later is nothing without its date.
        let standing = if standing == Some(Standing::Later) && follow_ups.is_empty() {
            self.unread.push(("Standing", standing_word(Standing::Later).to_owned()));
            None
        } else {
            standing
        };
        let weeks = self.parse("Keep in touch weeks", |text| {
            text.parse().ok().filter(|weeks| (1..=LONGEST_SILENCE).contains(weeks))
        });
        let since = self.parse("Keep in touch since", day);
        let mut exported = Exported {
            id: self.take(MARK),
            source: self.line("Source"),
            standing: standing.map(|it| (it, reason)),
            overridden_why: self.line("Overridden because"),
            keep_in_touch: weeks.zip(since).map(|(weeks, from)| KeepInTouch { weeks, from }),
            birthday_offsets: self.parse("Birthday alarms", |json| {
                let read = serde_json::from_str::<BTreeSet<u32>>(json).ok();
                read.filter(|offsets| offsets.iter().all(|days| BIRTHDAY_OFFSETS.contains(days)))
            }),
            follow_ups,
            sales: self.parse("All sales", |json| all(json, |it: SaleDraft| check::sale(it).ok())).unwrap_or_default(),
            answers: Vec::new(),
        };
        for (name, told) in std::mem::take(&mut self.criteria) {
            let word = |what| told.get(what).map_or("", String::as_str);
            let answer = match word("Answer").trim().to_lowercase().as_str() {
                "yes" | "ja" => Some(Answer::Yes),
                "no" | "nee" => Some(Answer::No),
                _ => None,
            };
            let proof = check::line("proof", word("Proof")).ok();
            let fits = check::needed("criterion", &name).is_ok();
            match answer.zip(day(word("Answered on").trim())).zip(proof.filter(|_| fits)) {
                Some(((answer, on), proof)) => exported.answers.push((name, answer, proof, on)),
                None => {
                    let all = CRITERION.map(word).join(" ");
                    self.unread.push(("Answer", format!("{name}: {}", all.trim())));
                }
            }
        }
        exported
    }
}

/// Reads a row of our own table. Columns that somebody added are read as those of any table.
pub(crate) fn to_row(record: &Record, columns: &[Column], mapping: &Mapping, others: Row, dates: &DateOrder) -> Row {
    let mut cells = Cells::gather(record, columns, mapping);
    let mut draft = cells.draft();
    let exported = cells.exported();
    let added = others.draft;
    for (own, other) in
        [(&mut draft.emails, added.emails), (&mut draft.phones, added.phones), (&mut draft.websites, added.websites)]
    {
        own.extend(other);
    }
    draft.addresses.extend(added.addresses);
    draft.tags.extend(added.tags);
    draft.custom.extend(added.custom);
    draft.birthday = draft.birthday.or(added.birthday);
    let unread = std::mem::take(&mut cells.unread);
    let mut notes = vec![std::mem::take(&mut draft.note), added.note];
    notes.extend(unread.iter().map(|(origin, text)| format!("{origin}: {text}")));
    notes.retain(|note| !note.is_empty());
    draft.note = notes.join("\n");
    let checked = check::contact(draft.clone());
    let mut row = match checked {
        Ok(draft) => Row { line: record.line, span: record.span.clone(), draft, ..Row::default() },
        // Somebody made something of it that no field takes: it is read as from any table, which keeps that in the note.
        Err(_) => refilled(draft, dates).into_row(record.line, record.span.clone()),
    };
    // Nobody is named by a column that was added; a table of any other kind tells that they have no name.
    row.problems.extend(
        others.problems.into_iter().filter(|it| !it.code.refuses() && it.code != ProblemCode::NameFromElsewhere),
    );
    for (origin, text) in unread {
        row.problems.push(Problem { code: ProblemCode::KeptInNote, value: format!("{origin}: {text}") });
    }
    row.exported = Some(Box::new(exported));
    row
}

fn refilled(draft: ContactDraft, dates: &DateOrder) -> Filling {
    let mut filling = Filling::default();
    filling.name.prefix = draft.name.prefix;
    filling.name.given = draft.name.given;
    filling.name.particle = draft.name.particle;
    filling.name.family = draft.name.family;
    filling.name.whole = draft.name.display;
    filling.company(&draft.company);
    filling.job_title(&draft.job_title);
    for it in &draft.emails {
        filling.origin = "E-mail".to_owned();
        filling.email(&it.label, &it.value, false);
    }
    for it in &draft.phones {
        filling.origin = "Phone".to_owned();
        filling.phone(&it.label, &it.value, false);
    }
    for it in &draft.websites {
        filling.website(&it.label, &it.value, false);
    }
    for it in draft.addresses {
        filling.address(it, false);
    }
    if let Some(day) = draft.birthday {
        filling.birthday(&day.text(), dates);
    }
    filling.origin = "Language".to_owned();
    filling.language(&draft.language);
    draft.tags.iter().for_each(|tag| filling.tag(tag));
    draft.custom.iter().for_each(|it| filling.custom(&it.name, &it.value));
    filling.note(&draft.note);
    filling
}

/// A list that stands in one cell, if all of it can be read.
fn all<T: DeserializeOwned>(json: &str, check: impl Fn(T) -> Option<T>) -> Option<Vec<T>> {
    serde_json::from_str::<Vec<T>>(json).ok()?.into_iter().map(check).collect()
}

fn birthday(text: &str) -> Option<Birthday> {
    let number = |from: usize, to: usize| text.get(from..to)?.parse::<u32>().ok();
    if text.len() == 7 && text.starts_with("--") {
        return Birthday::new(number(2, 4)?, number(5, 7)?, None).ok();
    }
    if let Ok(day) = text.parse::<NaiveDate>() {
        return Birthday::new(day.month(), day.day(), Some(day.year())).ok();
    }
    // A spreadsheet that saved the table anew writes dates in its own way; what can be read in one way only is read.
    match date::read(text, &DateOrder::Ask { examples: Vec::new() }) {
        ReadDate::Day(day) => Some(day),
        _ => None,
    }
}

fn day(text: &str) -> Option<NaiveDate> {
    text.parse().ok().filter(|day| check::date(*day).is_ok())
}

fn standing(word: &str) -> Option<Standing> {
    let declined = |permission| Standing::Declined { permission };
    [
        Standing::Active,
        Standing::Later,
        Standing::NotAFit,
        declined(Permission::Agreed),
        declined(Permission::NotAsked),
        declined(Permission::Refused),
    ]
    .into_iter()
    .find(|it| standing_word(*it) == word.to_lowercase())
}

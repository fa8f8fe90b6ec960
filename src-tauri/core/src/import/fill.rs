//! Filling a draft, the same way for tables and cards: every value is tidied, what does not fit its field goes to the
//! note, and the limits of a contact are checked at the end.

use std::ops::Range;

use rappel_domain::contact::{ContactDraft, CustomValue, LINE_LIMIT, LIST_LIMIT, Labelled, PostalAddress, TEXT_LIMIT};

use crate::text::check::is_email;
use crate::text::phone::looks_like_number;

use super::date::{self, DateOrder, ReadDate};
use super::label::{label, language_tag, tidy_line, tidy_text, tidy_token};
use super::name::Parts;
use super::{PHOTO_LIMIT, Photo, Problem, ProblemCode, Row};

/// A row in the making.
#[derive(Default)]
pub(super) struct Filling {
    pub name: Parts,
    /// The name of the column or property that is being read, which stands before what is kept in the note.
    pub origin: String,
    draft: ContactDraft,
    notes: Vec<String>,
    problems: Vec<Problem>,
    photo: Option<Photo>,
}

impl Filling {
    pub(super) fn problem(&mut self, code: ProblemCode, value: &str) {
        // The row is refused or shown with a few words; a hostile value must not be carried about whole.
        let value = tidy_line(value.get(..floor(value, 2_000)).unwrap_or_default());
        let short = value.char_indices().nth(200).map_or(value.as_str(), |(at, _)| &value[..at]);
        let value = if short.len() < value.len() { format!("{short}…") } else { value };
        self.problems.push(Problem { code, value });
    }

    /// Keeps a text that has no field as a line of the note, after the name of where it stood, and says so.
    pub(super) fn keep(&mut self, code: ProblemCode, value: &str) {
        let (name, value) = (tidy_line(&self.origin), tidy_text(value));
        if value.is_empty() {
            return;
        }
        let line = if name.is_empty() { value } else { format!("{name}: {value}") };
        self.problem(code, &line);
        self.notes.push(line);
    }

    fn keep_labelled(&mut self, code: ProblemCode, kind: &str, value: &str) {
        let kind = label(kind);
        if !kind.is_empty() {
            self.origin = format!("{} ({kind})", self.origin);
        }
        self.keep(code, value);
    }

    pub(super) fn note(&mut self, text: &str) {
        let text = tidy_text(text);
        if !text.is_empty() && !self.notes.contains(&text) {
            self.notes.push(text);
        }
    }

    pub(super) fn company(&mut self, name: &str) {
        self.only(|draft| &mut draft.company, name);
    }

    pub(super) fn job_title(&mut self, title: &str) {
        self.only(|draft| &mut draft.job_title, title);
    }

    pub(super) fn has_job_title(&self) -> bool {
        !self.draft.job_title.is_empty()
    }

    fn only(&mut self, field: fn(&mut ContactDraft) -> &mut String, value: &str) {
        let value = tidy_line(value);
        let field = field(&mut self.draft);
        if field.is_empty() {
            *field = value;
        } else if !value.is_empty() && *field != value {
            self.keep(ProblemCode::KeptInNote, &value);
        }
    }

    pub(super) fn email(&mut self, kind: &str, value: &str, first: bool) {
        let value = tidy_token(value);
        let address = value.strip_prefix("mailto:").unwrap_or(&value);
        if address.is_empty() {
        } else if is_email(address) {
            put(&mut self.draft.emails, kind, address, first);
        } else {
            self.keep_labelled(ProblemCode::NotAnEmail, kind, address);
        }
    }

    pub(super) fn phone(&mut self, kind: &str, value: &str, first: bool) {
        let value = tidy_token(value);
        let number = value.strip_prefix("tel:").unwrap_or(&value).replacen(";ext=", " ext. ", 1);
        let number = number.trim();
        let number = number.replace(['\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}'], "-");
        if number.is_empty() {
        } else if looks_like_number(&number) {
            put(&mut self.draft.phones, kind, &number, first);
        } else {
            self.keep_labelled(ProblemCode::NotAPhone, kind, &number);
        }
    }

    pub(super) fn website(&mut self, kind: &str, value: &str, first: bool) {
        let value = tidy_token(value);
        if !value.is_empty() {
            put(&mut self.draft.websites, kind, &value, first);
        }
    }

    pub(super) fn address(&mut self, address: PostalAddress, first: bool) {
        let one = |part: &str| tidy_line(part);
        let street = address.street.lines().map(one).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
        let tidy = PostalAddress {
            label: label(&address.label),
            street,
            postal_code: one(&address.postal_code),
            town: one(&address.town),
            region: one(&address.region),
            country: one(&address.country),
        };
        if !tidy.is_empty() && !self.draft.addresses.contains(&tidy) {
            let at = if first { 0 } else { self.draft.addresses.len() };
            self.draft.addresses.insert(at, tidy);
        }
    }

    pub(super) fn addresses(&self) -> &[PostalAddress] {
        &self.draft.addresses
    }

    pub(super) fn birthday(&mut self, text: &str, order: &DateOrder) {
        let (read, problem) = match date::read(text, order) {
            ReadDate::Nothing => return,
            ReadDate::Day(day) => (Some(day), None),
            ReadDate::YearUnsure(day) => (Some(day), Some(ProblemCode::YearUnsure)),
            ReadDate::Ambiguous => (None, Some(ProblemCode::DateAmbiguous)),
            ReadDate::Unreadable => (None, Some(ProblemCode::DateUnreadable)),
        };
        let second = self.draft.birthday.is_some() && read.is_some() && self.draft.birthday != read;
        if let Some(code) = problem.or(second.then_some(ProblemCode::KeptInNote)) {
            self.keep(code, text);
        }
        self.draft.birthday = self.draft.birthday.or(read);
    }

    pub(super) fn language(&mut self, value: &str) {
        let value = tidy_line(value);
        match language_tag(&value) {
            _ if value.is_empty() => {}
            Some(tag) if self.draft.language.is_empty() => self.draft.language = tag,
            Some(_) => self.keep(ProblemCode::KeptInNote, &value),
            None => {
                self.problem(ProblemCode::LanguageUnknown, &value);
                let name = self.origin.clone();
                self.custom(&name, &value);
            }
        }
    }

    pub(super) fn tag(&mut self, value: &str) {
        let value = tidy_line(value);
        let bare = value.trim_start_matches("* ").trim();
        if matches!(bare.to_lowercase().as_str(), "mycontacts" | "my contacts") {
            // Google's group of everybody.
            self.problem(ProblemCode::LeftOut, bare);
        } else if !bare.is_empty() && !self.draft.tags.iter().any(|tag| tag.to_lowercase() == bare.to_lowercase()) {
            self.draft.tags.push(bare.to_owned());
        }
    }

    /// A field of its own; what is too long for one, or one too many, goes to the note.
    pub(super) fn custom(&mut self, name: &str, value: &str) {
        let (name, value) = (tidy_line(name), tidy_text(value));
        if value.is_empty() {
        } else if fits_line(&value) && fits_line(&name) && !name.is_empty() && self.draft.custom.len() < LIST_LIMIT {
            let field = CustomValue { name, value };
            if !self.draft.custom.contains(&field) {
                self.draft.custom.push(field);
            }
        } else {
            self.origin = name;
            self.keep(ProblemCode::KeptInNote, &value);
        }
    }

    pub(super) fn photo(&mut self, bytes: Vec<u8>) {
        let size = bytes.len().to_string();
        if bytes.len() > PHOTO_LIMIT {
            return self.problem(ProblemCode::PhotoTooLarge, &size);
        }
        match Photo::read(bytes) {
            None => self.problem(ProblemCode::PhotoUnreadable, &size),
            Some(_) if self.photo.is_some() => self.problem(ProblemCode::PhotoExtra, &size),
            photo => self.photo = photo,
        }
    }

    /// The row, with its name put together and its limits checked.
    pub(super) fn into_row(mut self, line: u32, span: Range<usize>) -> Row {
        let parts = std::mem::take(&mut self.name);
        self.draft.name = parts.to_name(&self.draft.company);
        self.origin.clear();
        for part in parts.left_out_of(&self.draft.name) {
            self.keep(ProblemCode::KeptInNote, &part);
        }
        self.draft.note = self.notes.join("\n");
        self.check_limits();
        if self.draft.name.shown().is_empty() {
            let first = |list: &[Labelled]| list.first().map(|one| one.value.clone()).unwrap_or_default();
            let stand_ins = [self.draft.company.clone(), first(&self.draft.emails), first(&self.draft.phones)];
            match stand_ins.into_iter().find(|name| !name.is_empty()) {
                Some(name) => {
                    self.problem(ProblemCode::NameFromElsewhere, &name);
                    self.draft.name.display = name;
                }
                None if !self.problems.iter().any(|problem| problem.code.refuses()) => {
                    let rest = self.draft.note.clone();
                    self.problem(ProblemCode::Empty, &rest);
                }
                None => {}
            }
        }
        Row { line, draft: self.draft, problems: self.problems, photo: self.photo, exported: None, span }
    }

    /// Nothing is cut: a value past its limit refuses the row, which then carries no draft about.
    fn check_limits(&mut self) {
        let d = &self.draft;
        let name = &d.name;
        let lines = [&name.prefix, &name.given, &name.particle, &name.family, &name.display, &d.company, &d.job_title]
            .into_iter()
            .chain(d.emails.iter().chain(&d.phones).chain(&d.websites).flat_map(|one| [&one.label, &one.value]))
            .chain(
                d.addresses.iter().flat_map(|a| [&a.label, &a.street, &a.postal_code, &a.town, &a.region, &a.country]),
            )
            .chain(&d.tags);
        let long = lines.into_iter().find(|value| !fits_line(value)).cloned();
        let long = long.or_else(|| (d.note.chars().count() > TEXT_LIMIT).then(|| d.note.clone()));
        let lists = [d.emails.len(), d.phones.len(), d.websites.len(), d.addresses.len(), d.tags.len()];
        let many = lists.into_iter().find(|len| *len > LIST_LIMIT);
        if let Some(value) = long {
            self.problem(ProblemCode::ValueTooLong, &value);
            self.draft = ContactDraft::default();
        } else if let Some(len) = many {
            self.problem(ProblemCode::TooManyValues, &len.to_string());
            self.draft = ContactDraft::default();
        }
    }
}

/// Adds a value, but not twice under the same label.
fn put(list: &mut Vec<Labelled>, kind: &str, value: &str, first: bool) {
    let new = Labelled { label: label(kind), value: value.to_owned() };
    let mut same = (0..list.len()).filter(|at| list[*at].value.eq_ignore_ascii_case(value));
    match same.next() {
        Some(known) if list[known].label.is_empty() => list[known].label = new.label,
        Some(known) if new.label.is_empty() || list[known].label == new.label => {}
        Some(_) if same.any(|at| list[at].label == new.label) => {}
        _ => list.insert(if first { 0 } else { list.len() }, new),
    }
}

fn fits_line(value: &str) -> bool {
    value.len() <= LINE_LIMIT || value.chars().count() <= LINE_LIMIT
}

/// The last place at or before `at` where a letter begins.
pub(super) fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

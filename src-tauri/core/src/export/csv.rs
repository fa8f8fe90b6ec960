//! People as a table that spreadsheets open and Rappel reads again without loss. Its columns are those of
//! [`crate::import::csv::own`].

use std::io::Write;

use csv::{QuoteStyle, Terminator, WriterBuilder};
use rappel_domain::birthday::Birthday;
use rappel_domain::contact::{CustomValue, Labelled, PostalAddress};
use rappel_domain::follow_up::time_text;
use rappel_domain::ids::SourceId;
use rappel_domain::process::Standing;
use rappel_domain::qualification::Answer;
use serde::Serialize;

use crate::import::csv::own::{
    ADDRESS, CRITERION, FIELD_COLUMNS, List, MARK, ONCE, Part, Planned, REACH, guarded, repeat_text, standing_word,
};
use crate::storage::exported::{Person, Widths};
use crate::{Error, Result};

/// Countries where a comma stands between cells, as a point stands before the cents. Elsewhere spreadsheets want a semicolon.
const POINT: [&str; 24] = [
    "AU", "BD", "CA", "CN", "EG", "GB", "HK", "IE", "IL", "IN", "JP", "KE", "KR", "LK", "MT", "MX", "MY", "NG", "NZ",
    "PH", "SG", "TH", "TW", "US",
];

/// Writes the table.
pub struct Table<'a> {
    separator: u8,
    columns: Vec<Part>,
    /// The name of a source.
    source: &'a dyn Fn(SourceId) -> String,
    /// The words for where somebody stands.
    stage: &'a dyn Fn(&Person) -> String,
}

impl<'a> Table<'a> {
    /// A table of that width, as spreadsheets of that country (ISO 3166) read it.
    pub fn new(
        widths: &Widths,
        country: &str,
        source: &'a dyn Fn(SourceId) -> String,
        stage: &'a dyn Fn(&Person) -> String,
    ) -> Self {
        let (before, after) = ONCE.split_at(8);
        let mut columns: Vec<Part> = before.iter().copied().map(Part::One).collect();
        for (list, width) in
            [(List::Email, widths.emails), (List::Phone, widths.phones), (List::Website, widths.websites)]
        {
            columns.extend((1..=width).flat_map(|n| REACH.map(|part| Part::Nth(list, n, part))));
        }
        columns.extend((1..=widths.addresses).flat_map(|n| ADDRESS.map(|part| Part::Nth(List::Address, n, part))));
        columns.extend(after.iter().copied().map(Part::One));
        columns
            .extend(widths.criteria.iter().flat_map(|name| CRITERION.map(|what| Part::Criterion(what, name.clone()))));
        columns.extend(widths.fields.iter().take(FIELD_COLUMNS).cloned().map(Part::Field));
        Self { separator: if POINT.contains(&country) { b',' } else { b';' }, columns, source, stage }
    }

    /// Writes the mark of UTF-8, by which spreadsheets know it, and the header.
    ///
    /// # Errors
    /// Those of the file.
    pub fn head(&self, to: &mut dyn Write) -> Result<()> {
        to.write_all("\u{feff}".as_bytes())?;
        // Every name in quotation marks, so that nothing in them is taken for another way of quoting.
        self.line(to, QuoteStyle::Always, self.columns.iter().map(Part::header))
    }

    /// Writes a person.
    ///
    /// # Errors
    /// Those of the file.
    pub fn person(&self, to: &mut dyn Write, person: &Person) -> Result<()> {
        self.line(to, QuoteStyle::Necessary, self.columns.iter().map(|part| guarded(&self.cell(part, person))))
    }

    fn line(&self, to: &mut dyn Write, quotes: QuoteStyle, cells: impl Iterator<Item = String>) -> Result<()> {
        let mut line = WriterBuilder::new()
            .delimiter(self.separator)
            .terminator(Terminator::CRLF)
            .quote_style(quotes)
            .from_writer(Vec::new());
        let written = line.write_record(cells.map(String::into_bytes)).and_then(|()| Ok(line.flush()?));
        written.map_err(|error| Error::Internal(error.to_string()))?;
        Ok(to.write_all(line.get_ref())?)
    }

    fn cell(&self, part: &Part, person: &Person) -> String {
        let draft = &person.draft;
        match part {
            Part::One(header) => self.once(header, person),
            Part::Nth(List::Email, n, part) => reach(&draft.emails, *n, part),
            Part::Nth(List::Phone, n, part) => reach(&draft.phones, *n, part),
            Part::Nth(List::Website, n, part) => reach(&draft.websites, *n, part),
            Part::Nth(List::Address, n, part) => address(&draft.addresses, *n, part),
            Part::Criterion(what, name) => {
                let Some((_, answer, proof, on)) = person.answers.iter().find(|(it, ..)| it == name) else {
                    return String::new();
                };
                match *what {
                    "Answer" => if *answer == Answer::Yes { "yes" } else { "no" }.to_owned(),
                    "Proof" => proof.clone(),
                    _ => on.to_string(),
                }
            }
            Part::Field(name) => {
                draft.custom.iter().find(|it| it.name == *name).map(|it| it.value.clone()).unwrap_or_default()
            }
        }
    }

    fn once(&self, header: &str, person: &Person) -> String {
        let (draft, contact) = (&person.draft, &person.contact);
        let text = |value: Option<String>| value.unwrap_or_default();
        let next = person.follow_ups.first();
        match header {
            MARK => contact.id.0.to_string(),
            "Prefix" => draft.name.prefix.clone(),
            "Given name" => draft.name.given.clone(),
            "Particle" => draft.name.particle.clone(),
            "Family name" => draft.name.family.clone(),
            "Display name" => draft.name.display.clone(),
            "Company" => draft.company.clone(),
            "Job title" => draft.job_title.clone(),
            "Birthday" => text(draft.birthday.map(Birthday::text)),
            "Birthday alarms" => text(person.birthday_offsets.as_ref().and_then(|it| serde_json::to_string(it).ok())),
            "Language" => draft.language.clone(),
            "Source" => text(draft.source.map(self.source)),
            // No tag holds a line break.
            "Tags" => draft.tags.join("\n"),
            "Note" => draft.note.clone(),
            "Standing" => standing_word(contact.standing).to_owned(),
            "Standing reason" if contact.standing != Standing::Active => contact.standing_reason.clone(),
            "Overridden because" => text(contact.overridden_why.clone()),
            "Keep in touch weeks" => text(person.keep_in_touch.map(|it| it.weeks.to_string())),
            "Keep in touch since" => text(person.keep_in_touch.map(|it| it.from.to_string())),
            "Follow-up" => text(next.map(|it| it.draft.what.clone())),
            "Follow-up date" => text(next.map(|it| it.draft.due.on.to_string())),
            "Follow-up time" => text(next.and_then(|it| it.draft.due.at).map(time_text)),
            "Follow-up notice" => {
                text(next.filter(|it| it.draft.minutes_before > 0).map(|it| it.draft.minutes_before.to_string()))
            }
            "Follow-up repeat" => text(next.and_then(|it| it.draft.repeat).map(repeat_text)),
            "Follow-up first date" => {
                text(next.filter(|it| it.first_on != it.draft.due.on).map(|it| it.first_on.to_string()))
            }
            "More follow-ups" => {
                let more = person.follow_ups.iter().skip(1);
                list(more.map(|it| Planned { draft: it.draft.clone(), first_on: it.first_on }).collect())
            }
            "All sales" => list(person.sales.clone()),
            "More fields" => self.more_fields(person),
            "Stage" => (self.stage)(person),
            "Came in" => contact.came_in.to_string(),
            "Sales" if person.row.sales > 0 => person.row.sales.to_string(),
            "Last sale" => text(person.row.last_sale.map(|it| it.to_string())),
            "Last conversation" => text(person.row.last_talk.clone()),
            _ => String::new(),
        }
    }

    fn more_fields(&self, person: &Person) -> String {
        let column = |name: &str| self.columns.iter().any(|part| matches!(part, Part::Field(it) if it == name));
        let more: Vec<&CustomValue> = person.draft.custom.iter().filter(|it| !column(&it.name)).collect();
        list(more)
    }
}

/// A list in one cell; an empty one is an empty cell.
fn list<T: Serialize>(entries: Vec<T>) -> String {
    if entries.is_empty() { String::new() } else { serde_json::to_string(&entries).unwrap_or_default() }
}

fn reach(list: &[Labelled], n: usize, part: &str) -> String {
    let entry = list.get(n - 1);
    entry.map(|it| if part == "label" { it.label.clone() } else { it.value.clone() }).unwrap_or_default()
}

fn address(list: &[PostalAddress], n: usize, part: &str) -> String {
    let Some(it) = list.get(n - 1) else { return String::new() };
    let value = match part {
        "street" => &it.street,
        "postal code" => &it.postal_code,
        "town" => &it.town,
        "region" => &it.region,
        "country" => &it.country,
        _ => &it.label,
    };
    value.clone()
}

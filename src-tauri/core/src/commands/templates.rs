//! Templates: kept, filled in for somebody, and handed to the person's own mail program. Rappel itself sends nothing.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use rappel_domain::ids::{ContactId, TemplateId};
use rappel_domain::process::{Permission, Standing};
use rappel_domain::question::QuestionShelf;
use rappel_domain::settings::Language;
use rappel_domain::template::{Placeholder, fill, plain_name};

use crate::event::Topic;
use crate::storage::{self, Db, question, template};
use crate::text::{check, phone};
use crate::views::*;
use crate::{App, Error, Result};

/// All templates, with what can be put between braces.
///
/// # Errors
/// Those of the database.
pub fn list_templates(app: &App, (): ()) -> Result<Templates> {
    let placeholders = Placeholder::ALL.iter().map(|it| app.text(&format!("placeholder-{}", it.key()))).collect();
    Ok(Templates { templates: app.read(template::list)?, placeholders })
}

/// Adds or changes a template.
///
/// # Errors
/// `missing`, `too_long` or `not_found`.
pub fn save_template(app: &App, input: SaveTemplate) -> Result<TemplateId> {
    let it = SaveTemplate {
        name: check::needed("name", &input.name)?,
        subject: check::line("subject", &input.subject)?,
        body: check::text("body", &input.body)?,
        ..input
    };
    if it.body.is_empty() {
        return Err(Error::refused("missing").with("field", "body"));
    }
    app.write(|write| {
        write.changed(Topic::Settings);
        let id = match it.id {
            None => template::insert(write.db, &it)?,
            Some(id) => {
                template::update(write.db, id, &it)?;
                id
            }
        };
        write.did("template_saved", &it.name);
        Ok(id)
    })
}

/// Puts the templates in a new order.
///
/// # Errors
/// Those of the database.
pub fn arrange_templates(app: &App, input: ArrangeTemplates) -> Result<()> {
    app.write(|write| {
        write.changed(Topic::Settings);
        input.order.iter().enumerate().try_for_each(|(at, id)| template::set_position(write.db, *id, at + 1))
    })
}

/// Fills a text in for somebody, or with an example.
///
/// # Errors
/// `not_found` or `too_long`.
pub fn fill_template(app: &App, input: FillTemplate) -> Result<FilledTemplate> {
    let (subject, body) = (check::line("subject", &input.subject)?, check::text("body", &input.body)?);
    let known = match input.contact {
        Some(contact) => app.read(|db| Known::of(app, db, contact))?,
        None => Known::example(app),
    };
    let named = |name: &str| placeholder(app, name);
    let [subject, body] = [subject, body].map(|text| fill(&text, named, |it| known.value(it)));
    let mut filled = FilledTemplate {
        subject: check::line("subject", &subject.text)?,
        body: body.text,
        unknown: subject.unknown,
        empty: subject.empty,
        tells: Vec::new(),
    };
    filled.unknown.extend(body.unknown.into_iter().filter(|it| !filled.unknown.contains(it)).collect::<Vec<_>>());
    filled.empty.extend(body.empty.into_iter().filter(|it| !filled.empty.contains(it)).collect::<Vec<_>>());
    if subject.used.contains(&Placeholder::Answer) || body.used.contains(&Placeholder::Answer) {
        filled.tells.extend(known.to_tell);
    }
    Ok(filled)
}

/// The placeholder of that name in either language: a template goes on working when the language is changed.
fn placeholder(app: &App, name: &str) -> Option<Placeholder> {
    Placeholder::ALL.into_iter().find(|it| {
        let key = format!("placeholder-{}", it.key());
        plain_name(it.key()) == name
            || [Language::En, Language::Nl].iter().any(|language| plain_name(&app.text_in(*language, &key)) == name)
    })
}

/// What is known of one person, in the words of a text.
struct Known {
    values: Vec<(Placeholder, String)>,
    to_tell: Option<rappel_domain::ids::QuestionId>,
}

impl Known {
    fn of(app: &App, db: &Db, contact: ContactId) -> Result<Self> {
        let draft = storage::contact::get_draft(db, contact)?;
        let mut to_tell = question::of_contact(db, contact, QuestionShelf::ToTell)?;
        let told = (!to_tell.is_empty()).then(|| to_tell.remove(0));
        let asked = match &told {
            Some(told) => Some(told.question.clone()),
            None => question::of_contact(db, contact, QuestionShelf::Open)?.into_iter().next().map(|it| it.question),
        };
        let next = storage::follow_up::open_of(db, contact)?.into_iter().next();
        let name = &draft.name;
        let family = [name.particle.as_str(), name.family.as_str()];
        let family = family.iter().filter(|it| !it.is_empty()).copied().collect::<Vec<_>>().join(" ");
        // Who is kept under one name is called by it.
        let first = if name.given.is_empty() && name.family.is_empty() { name.shown() } else { name.given.clone() };
        Ok(Self {
            values: vec![
                (Placeholder::FirstName, first),
                (Placeholder::FamilyName, family),
                (Placeholder::Name, name.shown()),
                (Placeholder::Company, draft.company.clone()),
                (Placeholder::MyName, app.settings().my_name.clone()),
                (Placeholder::Asked, template::last_asked(db, contact)?.unwrap_or_default()),
                (Placeholder::NextDate, next.map(|it| day(app, it.draft.due.on)).unwrap_or_default()),
                (Placeholder::Question, asked.unwrap_or_default()),
                (Placeholder::Answer, told.as_ref().and_then(|it| it.answer.clone()).unwrap_or_default()),
                (Placeholder::Today, day(app, app.now().today())),
            ],
            to_tell: told.map(|it| it.id),
        })
    }

    /// Somebody who is not there, to see what a text looks like.
    fn example(app: &App) -> Self {
        let today = app.now().today();
        let values = Placeholder::ALL.into_iter().map(|it| {
            let value = match it {
                Placeholder::Today => day(app, today),
                Placeholder::NextDate => day(app, today + chrono::Days::new(7)),
                Placeholder::MyName => app.settings().my_name.clone(),
                other => app.text(&format!("placeholder-example-{}", other.key())),
            };
            (it, value)
        });
        Self { values: values.collect(), to_tell: None }
    }

    fn value(&self, placeholder: Placeholder) -> Option<String> {
        self.values.iter().find(|(it, _)| *it == placeholder).map(|(_, value)| value.clone())
    }
}

/// A day in words, without its year: *3 December*.
fn day(app: &App, day: chrono::NaiveDate) -> String {
    use chrono::Datelike;
    let month = app.text(&format!("month-{}", day.month()));
    app.text_with("day-of-month", &[("day", day.day().into()), ("month", month.into())])
}

/// What stands in an address of RFC 6068 or RFC 5724 as it is: the unreserved signs of RFC 3986.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
/// In the address of an e-mail the at-sign stands too.
const IN_ADDRESS: &AsciiSet = &ENCODED.remove(b'@').remove(b'+');
/// The longest address that every system hands over whole: Windows takes 2,083 signs, and some programs fewer.
const LONGEST: usize = 1900;

/// An e-mail address as it stands in a `mailto:`.
pub(super) fn mailto(address: &str) -> String {
    format!("mailto:{}", utf8_percent_encode(address, IN_ADDRESS))
}

/// Line breaks are those of e-mail (RFC 6068 section 5).
fn encoded(text: &str) -> String {
    utf8_percent_encode(&text.replace('\n', "\r\n"), ENCODED).to_string()
}

/// Hands a text to the person's own program. Nothing is sent by that; whoever did it says so by logging the conversation.
///
/// # Errors
/// `do_not_write` for who refused contact, `bad_link` for what is no address or number, `too_long`, `not_found`, or `no_program` when
/// the desktop has none for it.
pub fn compose(app: &App, input: Compose) -> Result<Composed> {
    let (subject, body) = (check::line("subject", &input.subject)?, check::text("body", &input.body)?);
    let contact = app.read(|db| storage::contact::get(db, input.contact))?;
    if contact.standing == (Standing::Declined { permission: Permission::Refused }) {
        return Err(Error::refused("do_not_write"));
    }
    let (short, whole) = match input.via {
        ComposeVia::Email { address } if check::is_email(&address) => {
            let to = mailto(&address);
            let short = if subject.is_empty() { to } else { format!("{to}?subject={}", encoded(&subject)) };
            let joint = if subject.is_empty() { '?' } else { '&' };
            let whole = format!("{short}{joint}body={}", encoded(&body));
            (short, whole)
        }
        ComposeVia::Sms { number } if phone::looks_like_number(&number) => {
            let dial: String = number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
            (format!("sms:{dial}"), format!("sms:{dial}?body={}", encoded(&body)))
        }
        _ => return Err(Error::refused("bad_link")),
    };
    let fits = whole.len() <= LONGEST;
    app.desktop().open_url(if fits { &whole } else { &short })?;
    Ok(Composed { whole: fits })
}

//! What people type, made tidy and checked, before anything is written. A refusal names the field and keeps the input.

use std::str::FromStr;

use email_address::EmailAddress;
use rappel_domain::card::WORDS_LIMIT;
use rappel_domain::contact::{ContactDraft, LINE_LIMIT, LIST_LIMIT, Labelled, TEXT_LIMIT};
use rappel_domain::follow_up::{FollowUpDraft, LONGEST_NOTICE, LONGEST_REPEAT};
use rappel_domain::sale::{Money, SaleDraft};

use super::phone;
use crate::{Error, Result};

/// A one-line field: control signs and outer blanks go, and it must not be longer than [`LINE_LIMIT`] characters.
pub fn line(field: &str, text: &str) -> Result<String> {
    let tidy = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect::<String>();
    within(field, tidy.trim(), LINE_LIMIT)
}

/// A text of several lines, at most [`TEXT_LIMIT`] characters.
pub fn text(field: &str, text: &str) -> Result<String> {
    let tidy: String =
        text.replace("\r\n", "\n").chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
    within(field, tidy.trim(), TEXT_LIMIT)
}

/// What was written on a card, at most [`WORDS_LIMIT`] characters.
pub fn card_words(text: &str) -> Result<String> {
    within("card_words", &self::text("card_words", text)?, WORDS_LIMIT)
}

/// A one-line field that must not be empty.
pub fn needed(field: &str, text: &str) -> Result<String> {
    let line = line(field, text)?;
    if line.is_empty() { Err(Error::refused("missing").with("field", field)) } else { Ok(line) }
}

fn within(field: &str, text: &str, limit: usize) -> Result<String> {
    if text.chars().count() > limit {
        return Err(Error::refused("too_long").with("field", field).with("limit", limit));
    }
    Ok(text.to_owned())
}

fn labelled(field: &str, list: Vec<Labelled>) -> Result<Vec<Labelled>> {
    let mut tidy = Vec::with_capacity(list.len());
    for it in list {
        let value = line(field, &it.value)?;
        if !value.is_empty() {
            tidy.push(Labelled { label: line(field, &it.label)?, value });
        }
    }
    few(field, tidy)
}

/// A list of at most [`LIST_LIMIT`] parts.
///
/// # Errors
/// `too_many`.
pub fn few<T>(field: &str, list: Vec<T>) -> Result<Vec<T>> {
    if list.len() > LIST_LIMIT {
        return Err(Error::refused("too_many").with("field", field).with("limit", LIST_LIMIT));
    }
    Ok(list)
}

/// Whether this is an e-mail address by the rules of RFC 5321.
pub fn is_email(text: &str) -> bool {
    EmailAddress::from_str(text).is_ok()
}

/// A contact as entered, made tidy.
///
/// # Errors
/// `name_missing`, `bad_email`, `bad_phone`, `too_long` or `too_many`, with the field and the value.
pub fn contact(mut draft: ContactDraft) -> Result<ContactDraft> {
    let name = &mut draft.name;
    for part in [&mut name.prefix, &mut name.given, &mut name.particle, &mut name.family, &mut name.display] {
        *part = line("name", part)?;
    }
    if name.shown().is_empty() {
        return Err(Error::refused("name_missing"));
    }
    draft.company = line("company", &draft.company)?;
    draft.job_title = line("job_title", &draft.job_title)?;
    draft.language = line("language", &draft.language)?;
    draft.note = text("note", &draft.note)?;
    draft.emails = labelled("email", draft.emails)?;
    if let Some(bad) = draft.emails.iter().find(|it| !is_email(&it.value)) {
        return Err(Error::refused("bad_email").with("value", &bad.value));
    }
    draft.phones = labelled("phone", draft.phones)?;
    if let Some(bad) = draft.phones.iter().find(|it| !phone::looks_like_number(&it.value)) {
        return Err(Error::refused("bad_phone").with("value", &bad.value));
    }
    draft.websites = labelled("website", draft.websites)?;
    draft.addresses.retain(|it| !it.is_empty());
    for it in &mut draft.addresses {
        it.street = text("address", &it.street)?;
        for part in [&mut it.label, &mut it.postal_code, &mut it.town, &mut it.region, &mut it.country] {
            *part = line("address", part)?;
        }
    }
    draft.addresses = few("address", draft.addresses)?;
    let mut tags: Vec<String> = Vec::new();
    for tag in &draft.tags {
        let tag = line("tag", tag)?;
        if !tag.is_empty() && !tags.iter().any(|it| it.to_lowercase() == tag.to_lowercase()) {
            tags.push(tag);
        }
    }
    draft.tags = few("tag", tags)?;
    for it in &mut draft.custom {
        it.name = line("custom", &it.name)?;
        it.value = text("custom", &it.value)?;
    }
    draft.custom.retain(|it| !it.name.is_empty() && !it.value.is_empty());
    Ok(draft)
}

/// A follow-up as entered, made tidy.
///
/// # Errors
/// `bad_repeat`, `bad_notice`, `bad_date` or `too_long`.
pub fn follow_up(mut draft: FollowUpDraft) -> Result<FollowUpDraft> {
    draft.what = line("what", &draft.what)?;
    date(draft.due.on)?;
    if draft.repeat.is_some_and(|it| it.every == 0 || it.every > LONGEST_REPEAT) {
        return Err(Error::refused("bad_repeat").with("limit", LONGEST_REPEAT));
    }
    if draft.minutes_before > LONGEST_NOTICE {
        return Err(Error::refused("bad_notice"));
    }
    if draft.due.at.is_none() {
        draft.minutes_before = 0;
    }
    Ok(draft)
}

/// A day that somebody can mean: in the years 1900 to 9999.
pub fn date(day: chrono::NaiveDate) -> Result<()> {
    use chrono::Datelike;
    if (1900..=9999).contains(&day.year()) { Ok(()) } else { Err(Error::refused("bad_date").with("value", day)) }
}

/// A sale as entered, made tidy.
///
/// # Errors
/// `bad_amount`, `bad_date` or `too_long`.
pub fn sale(mut draft: SaleDraft) -> Result<SaleDraft> {
    draft.what = line("what", &draft.what)?;
    date(draft.on)?;
    money(&draft.amount)?;
    Ok(draft)
}

/// An amount of money.
///
/// # Errors
/// `bad_amount`.
pub fn money(amount: &Money) -> Result<()> {
    if amount.is_valid() { Ok(()) } else { Err(Error::refused("bad_amount")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rappel_domain::contact::PersonName;

    fn named(name: &str) -> ContactDraft {
        ContactDraft {
            name: PersonName { display: name.to_owned(), ..PersonName::default() },
            ..ContactDraft::default()
        }
    }

    #[test]
    fn a_name_is_needed_and_only_that() {
        assert_eq!(contact(named(" \u{7}\n ")).unwrap_err().code(), "name_missing");
        assert_eq!(contact(named("  Anna\u{0} Nowak ")).unwrap().name.shown(), "Anna  Nowak");
    }

    #[test]
    fn a_name_of_ten_thousand_letters_is_refused_with_the_limit() {
        let refusal = contact(named(&"é".repeat(10_000))).unwrap_err();
        assert_eq!(refusal.code(), "too_long");
        assert_eq!(refusal.view().detail["limit"], "500");
    }

    #[test]
    fn what_is_no_address_or_number_is_named_back() {
        let mut draft = named("Anna");
        draft.emails.push(Labelled { label: String::new(), value: "anna(at)example.org".to_owned() });
        assert_eq!(contact(draft.clone()).unwrap_err().view().detail["value"], "anna(at)example.org");
        draft.emails.clear();
        draft.phones.push(Labelled { label: String::new(), value: "call me".to_owned() });
        assert_eq!(contact(draft).unwrap_err().code(), "bad_phone");
    }

    #[test]
    fn tags_that_differ_only_in_capitals_are_one() {
        let mut draft = named("Anna");
        draft.tags = vec!["Retail".to_owned(), " retail ".to_owned(), String::new()];
        assert_eq!(contact(draft).unwrap().tags, ["Retail"]);
    }
}

//! Phone numbers, read with the rules of libphonenumber.

use std::str::FromStr;

use phonenumber::{Mode, country};

/// The number in E.164, if `typed` is a number that can exist. Without a country code it belongs to `country` (ISO 3166).
pub fn e164(typed: &str, country: &str) -> Option<String> {
    let country = country::Id::from_str(country).ok();
    let number = phonenumber::parse(country, typed).ok()?;
    phonenumber::is_valid(&number).then(|| number.format().mode(Mode::E164).to_string())
}

/// Whether text could be a phone number at all: digits with what people write between them.
pub fn looks_like_number(typed: &str) -> bool {
    let digits = typed.chars().filter(char::is_ascii_digit).count();
    (3..=20).contains(&digits)
        && typed.chars().all(|c| c.is_ascii_digit() || c.is_ascii_alphabetic() || " +-()./#*,;\u{a0}".contains(c))
}

/// Whether libphonenumber knows the country.
pub fn is_country(code: &str) -> bool {
    country::Id::from_str(code).is_ok()
}

/// ISO 3166 codes of the countries whose numbers can be read.
pub fn countries() -> Vec<String> {
    let mut codes: Vec<String> = phonenumber::metadata::DATABASE
        .iter()
        .map(|region| region.id().to_owned())
        .filter(|id| id.len() == 2)
        .collect();
    codes.sort_unstable();
    codes
}

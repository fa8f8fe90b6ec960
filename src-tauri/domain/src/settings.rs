//! What the person chose for the whole program.

use std::collections::BTreeSet;

use chrono::NaiveTime;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::birthday::LeapDay;
use crate::card::Post;
use crate::follow_up::{parse_time, time_text};

/// The languages Rappel speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Dutch.
    Nl,
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the system is.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// A time of day that crosses as `HH:MM`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct DayTime(pub NaiveTime);

impl TryFrom<String> for DayTime {
    type Error = &'static str;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        parse_time(&text).map(Self).ok_or("no such time")
    }
}

impl From<DayTime> for String {
    fn from(time: DayTime) -> Self {
        time_text(time.0)
    }
}

/// How many days before a birthday its alarm can ring.
pub const BIRTHDAY_OFFSETS: [u32; 7] = [0, 1, 2, 3, 7, 14, 30];

/// All settings. Every one has a first value, so that an empty database has them all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Settings {
    /// The language, or none to follow the system.
    pub language: Option<Language>,
    /// Light or dark.
    pub theme: Theme,
    /// When alarms without a time ring.
    pub daily_time: DayTime,
    /// ISO 3166 code of the country that phone numbers without a country code belong to.
    pub country: String,
    /// ISO 4217 code that new amounts start with.
    pub currency: String,
    /// Where 29 February goes in other years.
    pub leap_day: LeapDay,
    /// How many days before a birthday its alarms ring; from [`BIRTHDAY_OFFSETS`].
    #[ts(type = "number[]")]
    pub birthday_offsets: BTreeSet<u32>,
    /// Whether an alarm tells to post a card.
    pub card_alarms: bool,
    /// What the post does.
    pub post: Post,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: None,
            theme: Theme::System,
            daily_time: DayTime(NaiveTime::from_hms_opt(9, 0, 0).unwrap_or_default()),
            country: "NL".to_owned(),
            currency: "EUR".to_owned(),
            leap_day: LeapDay::Before,
            birthday_offsets: [0].into(),
            card_alarms: true,
            post: Post::default(),
        }
    }
}

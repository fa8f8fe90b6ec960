//! A sale and the money it brought.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An amount in the smallest unit of its currency (cents for the euro, yen for the yen).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Money {
    /// In minor units.
    #[ts(type = "number")]
    pub minor: i64,
    /// ISO 4217 code, three capital letters.
    pub currency: String,
}

/// The largest amount that is taken, in minor units; it stays exact in the page's numbers.
pub const LARGEST_AMOUNT: i64 = 1_000_000_000_000_000;

impl Money {
    /// Whether the amount is in range and the currency has the form of an ISO 4217 code.
    pub fn is_valid(&self) -> bool {
        (0..=LARGEST_AMOUNT).contains(&self.minor) && is_currency(&self.currency)
    }

    /// What each of so many comes to, rounded to the smallest unit; nothing when there is none.
    pub fn each_of(&self, count: u32) -> Option<Self> {
        let count = i64::from(count);
        let minor = self.minor.checked_add(count / 2)?.checked_div(count)?;
        Some(Self { minor, currency: self.currency.clone() })
    }
}

/// Whether `code` has the form of an ISO 4217 code.
pub fn is_currency(code: &str) -> bool {
    code.len() == 3 && code.bytes().all(|letter| letter.is_ascii_uppercase())
}

/// A sale as entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SaleDraft {
    /// What was sold; may be empty.
    pub what: String,
    /// For how much.
    pub amount: Money,
    /// On which day.
    pub on: NaiveDate,
}

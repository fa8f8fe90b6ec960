//! What a column can be mapped to.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the cells of a column become. Several columns may have the same field: names, company and job title are joined with a blank,
/// lines of an address and notes with a line break; addresses, numbers and tags add up.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[ts(rename = "ImportField")]
pub enum Field {
    /// Nothing; the column is left out.
    #[default]
    Ignore,
    /// Title before the name.
    Prefix,
    /// Given name.
    Given,
    /// Middle names, which stand with the given name.
    Middle,
    /// What stands between given and family name: *van der*.
    Particle,
    /// Family name, with or without particle.
    Family,
    /// What stands after the name: *jr.*
    Suffix,
    /// The whole name, taken apart if given and family name are not in the row.
    FullName,
    /// The whole name with the family name before the given one: *Boer Sanne*. Always taken apart.
    FamilyFirst,
    /// Company.
    Company,
    /// Job title.
    JobTitle,
    /// One or more e-mail addresses.
    Email {
        /// Which one it is: *home*, *work*, or empty.
        label: String,
    },
    /// One or more phone numbers.
    Phone {
        /// Which one it is: *mobile*, *home*, *work*, *work fax*, or empty.
        label: String,
    },
    /// One or more web sites.
    Website {
        /// Which one it is, or empty.
        label: String,
    },
    /// Street of an address, with or without the number. Further columns become further lines.
    Street {
        /// Which address: an index into [`Mapping::address_labels`].
        address: u8,
    },
    /// House number of an address, or an addition to it; stands behind the street on the same line.
    HouseNumber {
        /// Which address.
        address: u8,
    },
    /// Postal code of an address.
    PostalCode {
        /// Which address.
        address: u8,
    },
    /// Town of an address.
    Town {
        /// Which address.
        address: u8,
    },
    /// State, province or region of an address.
    Region {
        /// Which address.
        address: u8,
    },
    /// Country of an address.
    Country {
        /// Which address.
        address: u8,
    },
    /// A whole address in one cell; taken where the row has no parts of it.
    WholeAddress {
        /// Which address.
        address: u8,
    },
    /// The cell says which one the value of another column is: *Mobile* beside a number, or the name of a custom field.
    LabelOf {
        /// The other column, counted from 0.
        column: u32,
    },
    /// Birthday.
    Birthday,
    /// Day of birth, in a table with the date in three columns.
    BirthDay,
    /// Month of birth.
    BirthMonth,
    /// Year of birth.
    BirthYear,
    /// A remark.
    Note,
    /// Tags, between commas, semicolons or ` ::: `.
    Tags,
    /// The language they speak, as a tag or by its name.
    Language,
    /// As Rappel exported it; what it is, its header says.
    Exported,
    /// A field of the person's own making.
    Custom {
        /// Its name.
        name: String,
    },
}

impl Field {
    /// What the person or the table named in it: a label, or a field of their own.
    pub fn named(&self) -> Option<&str> {
        match self {
            Self::Email { label: name }
            | Self::Phone { label: name }
            | Self::Website { label: name }
            | Self::Custom { name } => Some(name),
            _ => None,
        }
    }

    /// The address that it is a part of.
    pub(super) fn address(&self) -> Option<u8> {
        use Field::{Country, HouseNumber, PostalCode, Region, Street, Town, WholeAddress};
        match self {
            Street { address }
            | HouseNumber { address }
            | PostalCode { address }
            | Town { address }
            | Region { address }
            | Country { address }
            | WholeAddress { address } => Some(*address),
            _ => None,
        }
    }

    /// The same with the addresses of another mapping before its own.
    pub(super) fn with_address_after(mut self, others: usize) -> Self {
        use Field::{Country, HouseNumber, PostalCode, Region, Street, Town, WholeAddress};
        match &mut self {
            Street { address }
            | HouseNumber { address }
            | PostalCode { address }
            | Town { address }
            | Region { address }
            | Country { address }
            | WholeAddress { address } => {
                *address = address.saturating_add(u8::try_from(others).unwrap_or(u8::MAX));
            }
            _ => {}
        }
        self
    }
}

/// A field for each column, left to right. It can be saved and used again for a table with the same columns.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "ImportMapping")]
pub struct Mapping {
    /// The field of each column; a column without one is left out.
    pub fields: Vec<Field>,
    /// The label of each postal address, where no column says it.
    pub address_labels: Vec<String>,
}

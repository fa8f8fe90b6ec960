//! Who introduced whom, and who decides instead.

use rappel_domain::contact::ContactDraft;
use rappel_domain::ids::ContactId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::PersonRow;

/// Somebody and who works beside them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Colleagues {
    /// Their name.
    pub name: String,
    /// Their company; may be empty.
    pub company: String,
    /// Who works there too and may be contacted, at most 6.
    pub people: Vec<PersonRow>,
}

/// A new lead whom somebody introduced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AddIntroduced {
    /// Who it is.
    pub draft: ContactDraft,
    /// Who introduced them.
    pub by: ContactId,
}

/// Who introduced somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SetIntroducedBy {
    /// Whom.
    pub contact: ContactId,
    /// Who; none when nobody did.
    pub by: Option<ContactId>,
}

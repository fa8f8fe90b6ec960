//! One type for each kind of row number, so that a contact's number can never be taken for a follow-up's.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        #[ts(type = "number")]
        pub struct $name(pub i64);
    )+};
}

ids! {
    /// Names a contact.
    ContactId,
    /// Names a company.
    CompanyId,
    /// Names a source of leads.
    SourceId,
    /// Names a criterion.
    CriterionId,
    /// Names a step of the sales phase.
    StepId,
    /// Names an opportunity.
    OpportunityId,
    /// Names a conversation.
    ConversationId,
    /// Names a question.
    QuestionId,
    /// Names a follow-up.
    FollowUpId,
    /// Names a sale.
    SaleId,
    /// Names an import batch.
    BatchId,
    /// Names a mapping of columns that was saved by name.
    MappingId,
    /// Names a template for e-mails and messages.
    TemplateId,
    /// Names a field of the person's own making.
    FieldId,
    /// Names a tag.
    TagId,
    /// Names a saved view of the list of people.
    ViewId,
    /// Names an alarm in the ledger.
    AlarmId,
}

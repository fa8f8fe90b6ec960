//! Sales.

use rappel_domain::ids::{ContactId, ConversationId, OpportunityId, SaleId};
use rappel_domain::sale::{Money, SaleDraft};
use rusqlite::params;

use super::Db;
use crate::Result;
use crate::views::SaleView;

/// Writes a sale.
pub fn insert(
    db: &Db,
    contact: ContactId,
    opportunity: Option<OpportunityId>,
    conversation: Option<ConversationId>,
    sale: &SaleDraft,
) -> Result<SaleId> {
    db.prepare_cached(
        "INSERT INTO sale (contact_id, opportunity_id, conversation_id, what, amount_minor, currency, sold_on)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute(params![
        contact.0,
        opportunity.map(|id| id.0),
        conversation.map(|id| id.0),
        sale.what,
        sale.amount.minor,
        sale.amount.currency,
        sale.on
    ])?;
    Ok(SaleId(db.last_insert_rowid()))
}

/// A contact's sales, newest first, at most a hundred.
pub fn of_contact(db: &Db, contact: ContactId) -> Result<Vec<SaleView>> {
    let mut statement = db.prepare_cached(
        "SELECT id, what, amount_minor, currency, sold_on FROM sale WHERE contact_id = ?1
         ORDER BY sold_on DESC, id DESC LIMIT 100",
    )?;
    let rows = statement.query_map([contact.0], |row| {
        Ok(SaleView {
            id: SaleId(row.get(0)?),
            what: row.get(1)?,
            amount: Money { minor: row.get(2)?, currency: row.get(3)? },
            on: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// All of a contact's sales as they were entered, oldest first.
pub fn drafts_of(db: &Db, contact: ContactId) -> Result<Vec<SaleDraft>> {
    let mut statement = db.prepare_cached(
        "SELECT what, amount_minor, currency, sold_on FROM sale WHERE contact_id = ?1 ORDER BY sold_on, id",
    )?;
    let rows = statement.query_map([contact.0], |row| {
        Ok(SaleDraft {
            what: row.get(0)?,
            amount: Money { minor: row.get(1)?, currency: row.get(2)? },
            on: row.get(3)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

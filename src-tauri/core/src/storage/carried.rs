//! What outlives the restoring of a backup: who was erased and who refused contact since it was made, and what rang today.

use chrono::NaiveDate;
use rappel_domain::ids::ContactId;
use rusqlite::params;

use super::{Db, erase};
use crate::Result;

/// Somebody, known again in an older state of the same data: numbers are given out anew, moments are not.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Who {
    id: i64,
    created_at: i64,
}

/// What outlives the restoring of a backup.
#[derive(Debug, Default)]
pub struct Carried {
    erased: Vec<Who>,
    refused: Vec<(Who, String)>,
    fingerprints: Vec<Vec<u8>>,
    settings: Vec<(String, String)>,
    rang: Vec<(i64, i64, String, Option<String>)>,
}

/// Notes that somebody is being erased for good, so that no backup brings them back. Nothing of them is in the note.
///
/// # Errors
/// Those of the database.
pub fn note_erased(db: &Db, contact: ContactId) -> Result<()> {
    db.prepare_cached(
        "INSERT OR IGNORE INTO erased (contact_id, created_at) SELECT id, created_at FROM contact WHERE id = ?1",
    )?
    .execute([contact.0])?;
    Ok(())
}

/// Gathers it from the present data. What can't be read, as the data is damaged, is left out and told in the log.
pub fn gather(db: &Db, today: NaiveDate) -> Carried {
    Carried {
        erased: read(db, "SELECT contact_id, created_at FROM erased", [], |row| {
            Ok(Who { id: row.get(0)?, created_at: row.get(1)? })
        }),
        refused: read(
            db,
            "SELECT id, created_at, standing_reason FROM contact WHERE permission = 'refused'
             UNION ALL SELECT m.contact_id, m.created_at, c.standing_reason
             FROM merged m JOIN contact c ON c.id = m.into_id WHERE c.permission = 'refused'",
            [],
            |row| Ok((Who { id: row.get(0)?, created_at: row.get(1)? }, row.get(2)?)),
        ),
        fingerprints: read(db, "SELECT hash FROM fingerprint", [], |row| row.get(0)),
        // The key of the fingerprints, without which they say nothing.
        settings: read(db, "SELECT name, value FROM setting WHERE name LIKE 'fingerprint%'", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        }),
        rang: read(
            db,
            "SELECT id, contact_id, due_on, due_at FROM alarm WHERE state IN ('shown', 'settled') AND due_on >= ?1",
            [today],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)),
        ),
    }
}

/// The rows up to the first that can't be read.
fn read<T>(
    db: &Db,
    sql: &str,
    values: impl rusqlite::Params,
    row: impl FnMut(&rusqlite::Row<'_>) -> rusqlite::Result<T>,
) -> Vec<T> {
    let mut found = Vec::new();
    let read = || -> rusqlite::Result<()> {
        let mut statement = db.prepare(sql)?;
        for row in statement.query_map(values, row)? {
            found.push(row?);
        }
        Ok(())
    };
    if let Err(error) = read() {
        tracing::warn!(%error, "not all could be carried over from the present data");
    }
    found
}

/// Puts it into restored data: the contacts that changed by it, and whether anybody was erased, after which the file must be purged.
///
/// # Errors
/// Those of the database.
pub fn put(db: &Db, carried: &Carried) -> Result<(Vec<ContactId>, bool)> {
    let mut changed = Vec::new();
    let mut erased = false;
    // The key first: erasing keeps fingerprints that are made with it.
    for hash in &carried.fingerprints {
        db.prepare_cached("INSERT OR IGNORE INTO fingerprint (hash) VALUES (?1)")?.execute([hash])?;
    }
    for (name, value) in &carried.settings {
        db.prepare_cached(
            "INSERT INTO setting (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        )?
        .execute([name, value])?;
    }
    for who in &carried.erased {
        let there = db
            .prepare_cached("SELECT 1 FROM contact WHERE id = ?1 AND created_at = ?2")?
            .exists(params![who.id, who.created_at])?;
        if there {
            erase::erase(db, ContactId(who.id))?;
        }
        erased |= there;
        db.prepare_cached("INSERT OR IGNORE INTO erased (contact_id, created_at) VALUES (?1, ?2)")?
            .execute(params![who.id, who.created_at])?;
    }
    for (who, reason) in &carried.refused {
        let refused = db
            .prepare_cached(
                "UPDATE contact SET standing = 'declined', permission = 'refused', standing_reason = ?3
                 WHERE id = ?1 AND created_at = ?2 AND permission IS NOT 'refused'",
            )?
            .execute(params![who.id, who.created_at, reason])?;
        if refused > 0 {
            changed.push(ContactId(who.id));
        }
    }
    Ok((changed, erased))
}

/// Quiets what was due before the restoring: it only stands in Today. What is due today and did not ring yet still rings, as
/// the day counts as not past.
///
/// # Errors
/// Those of the database.
pub fn quiet(db: &Db, carried: &Carried, today: NaiveDate) -> Result<()> {
    db.execute("UPDATE alarm SET state = 'shown' WHERE state = 'armed' AND ring_on < ?1", [today])?;
    for (id, contact, due_on, due_at) in &carried.rang {
        db.prepare_cached(
            "UPDATE alarm SET state = 'shown'
             WHERE id = ?1 AND contact_id = ?2 AND due_on = ?3 AND due_at IS ?4 AND state = 'armed' AND ring_on <= ?5",
        )?
        .execute(params![id, contact, due_on, due_at, today])?;
    }
    Ok(())
}

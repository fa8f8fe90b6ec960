//! Erasing people for good: from every table, from the search indexes, and from the pages of the file and its log.

use std::collections::BTreeSet;
use std::time::Duration;

use rappel_domain::ids::{CompanyId, ContactId};
use rusqlite::{OpenFlags, OptionalExtension, params};

use super::search::INDEXES;
use super::{Db, Store, batch, carried, company, fingerprint, key, merge, setting, tag};
use crate::Result;

/// The setting that says that the pages of the file may still hold what was erased.
const SCRUB: &str = "scrub-due";
/// How often the log is tried to be emptied, and the pause between: whoever reads at that moment holds it.
const TRIES: u32 = 50;
const PAUSE: Duration = Duration::from_millis(100);

/// Deletes somebody and all that hangs on them, and what only they used, as far as it is known: their companies and tags, those too that
/// a file found or left with them, and the files that told of nobody else. If they refused contact their fingerprint stays.
/// [`Store::scrub`] must follow the commit.
///
/// # Errors
/// `not_found`.
pub fn erase(db: &Db, contact: ContactId) -> Result<()> {
    let (company, refused): (Option<i64>, bool) = db
        .prepare_cached("SELECT company_id, permission IS 'refused' FROM contact WHERE id = ?1")?
        .query_row([contact.0], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?
        .ok_or_else(crate::Error::not_found)?;
    if refused {
        fingerprint::keep(db, contact)?;
    }
    // So that no older backup brings them back.
    carried::note_erased(db, contact)?;
    merge::note_erased(db, contact)?;
    let mut companies: BTreeSet<_> = company.map(CompanyId).into_iter().collect();
    let mut tags: BTreeSet<i64> = db
        .prepare_cached("SELECT tag_id FROM contact_tag WHERE contact_id = ?1")?
        .query_map([contact.0], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    for draft in batch::former_drafts(db, contact)? {
        companies.extend(company::named(db, &draft.company)?);
        for tag in &draft.tags {
            tags.extend(tag::find(db, tag)?.map(|id| id.0));
        }
    }
    let batches = batch::of_contact(db, contact)?;
    // The fingerprint of the imported row would still tell who knows the row that it was there.
    db.prepare_cached("DELETE FROM batch_row WHERE contact_id = ?1")?.execute([contact.0])?;
    db.prepare_cached("DELETE FROM contact WHERE id = ?1")?.execute([contact.0])?;
    for id in companies {
        company::delete_unused(db, id)?;
    }
    for id in tags {
        tag::delete_unused(db, id)?;
    }
    // A card that was sent by mail is a file with the person's own name.
    for id in batches {
        batch::delete_unused(db, id)?;
    }
    setting::set(db, SCRUB, &true)
}

/// Has what is deleted from now on overwritten in the pages at once, or no more.
pub fn overwrite(db: &Db, on: bool) -> Result<()> {
    db.pragma_update(None, "secure_delete", on)?;
    Ok(())
}

/// People who were put in the trash before that moment (milliseconds since 1970), the oldest first.
pub fn trashed_before(db: &Db, before: i64, limit: u32) -> Result<Vec<ContactId>> {
    let mut statement =
        db.prepare_cached("SELECT id FROM contact WHERE trashed_at < ?1 ORDER BY trashed_at, id LIMIT ?2")?;
    let rows = statement.query_map(params![before, limit], |row| row.get(0).map(ContactId))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

const OLD_CONVERSATION: &str = "SELECT 1 FROM conversation WHERE trashed_at < ?1";

/// Whether conversations were put in the trash before that moment.
pub fn has_conversations(db: &Db, before: i64) -> Result<bool> {
    Ok(db.prepare_cached(OLD_CONVERSATION)?.exists([before])?)
}

/// Deletes conversations that were put in the trash before that moment; how many.
pub fn drop_conversations(db: &Db, before: i64) -> Result<usize> {
    let gone = db.prepare_cached("DELETE FROM conversation WHERE trashed_at < ?1")?.execute([before])?;
    if gone > 0 {
        setting::set(db, SCRUB, &true)?;
    }
    Ok(gone)
}

/// Whether something was erased whose bytes may still stand in the file.
pub fn scrub_is_due(db: &Db) -> Result<bool> {
    Ok(setting::get(db, SCRUB)?.unwrap_or(false))
}

/// Notes that the file was scrubbed.
pub fn scrubbed(db: &Db) -> Result<()> {
    setting::set(db, SCRUB, &false)
}

impl Store {
    /// Takes what was erased out of the bytes of the file and its log: the full-text indexes are merged, the file is written anew
    /// without free pages and slack, and the log is emptied. Nobody else writes meanwhile.
    ///
    /// # Errors
    /// Those of the database; `busy` when somebody kept reading. Then it must be done again later.
    pub fn scrub(&self) -> Result<()> {
        let alone = self.writer();
        // A connection of its own: the writer keeps its temporary tables in memory, and so would the new file stand there.
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let db = key::open(self.path(), flags, self.key().map(AsRef::as_ref))?;
        db.busy_timeout(Duration::from_secs(5))?;
        overwrite(&db, true)?;
        // They keep deleted words in their pieces until these are merged.
        for index in INDEXES {
            db.execute(&format!("INSERT INTO {index}({index}) VALUES ('optimize')"), [])?;
        }
        db.execute_batch("VACUUM")?;
        for _ in 0..TRIES {
            let held: bool = db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
            if !held {
                drop(alone);
                return Ok(());
            }
            std::thread::sleep(PAUSE);
        }
        Err(crate::Error::refused("busy"))
    }
}

#[cfg(test)]
mod tests {
    use crate::storage::Store;

    #[test]
    fn what_is_old_in_the_trash_is_not_looked_for_among_all_conversations() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path()).unwrap();
        let db = store.writer();
        let plan: String =
            db.query_row(&format!("EXPLAIN QUERY PLAN {}", super::OLD_CONVERSATION), [0], |row| row.get(3)).unwrap();
        assert!(plan.contains("INDEX conversation_trashed"), "{plan}");
    }
}

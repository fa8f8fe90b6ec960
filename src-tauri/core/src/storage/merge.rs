//! Two contacts become one: all that hangs on the other moves to the one that is kept.

use rappel_domain::card::CardState;
use rappel_domain::ids::{ContactId, OpportunityId};
use rusqlite::params;

use super::{Db, contact, from_word, word};
use crate::Result;

/// What just changes hands. An index that lets a contact have one of a kind is seen to before.
const MOVES: [&str; 15] = [
    "UPDATE conversation SET contact_id = ?1 WHERE contact_id = ?2",
    "UPDATE question SET contact_id = ?1 WHERE contact_id = ?2",
    "UPDATE follow_up SET contact_id = ?1 WHERE contact_id = ?2",
    "UPDATE sale SET contact_id = ?1 WHERE contact_id = ?2",
    "UPDATE opportunity SET contact_id = ?1 WHERE contact_id = ?2",
    "UPDATE history SET contact_id = ?1 WHERE contact_id = ?2",
    "UPDATE history SET other_id = ?1 WHERE other_id = ?2",
    // Whoever introduced themselves did not.
    "DELETE FROM history WHERE contact_id = ?1 AND other_id = ?1 AND ?2 <> ?1",
    "UPDATE batch_row SET contact_id = ?1 WHERE contact_id = ?2",
    "UPDATE batch_change SET contact_id = ?1 WHERE contact_id = ?2",
    "UPDATE fingerprint SET contact_id = ?1 WHERE contact_id = ?2",
    "UPDATE merged SET into_id = ?1 WHERE into_id = ?2",
    "UPDATE contact SET introduced_by = ?1 WHERE introduced_by = ?2 AND id <> ?1",
    "INSERT OR IGNORE INTO not_the_same (one, other)
       SELECT min(?1, one + other - ?2), max(?1, one + other - ?2) FROM not_the_same
       WHERE (one = ?2 OR other = ?2) AND one + other - ?2 <> ?1",
    "INSERT INTO merged (contact_id, created_at, into_id) SELECT id, created_at, ?1 FROM contact WHERE id = ?2",
];

/// Moves all that happened with `other` to `kept`, and what is known of `other` alone: who introduced them, why the rule was
/// overridden, when to ring about them. The fields of the draft, the answers, the photo and the standing are seen to by whoever
/// merges; then `other` is to be deleted.
pub fn take_over(db: &Db, kept: ContactId, other: ContactId) -> Result<()> {
    let both = params![kept.0, other.0];
    for sql in MOVES {
        let mut statement = db.prepare_cached(sql)?;
        statement.execute(both)?;
    }
    db.prepare_cached(
        "UPDATE contact SET
           introduced_by = nullif(ifnull(contact.introduced_by, o.introduced_by), ?1),
           overridden_why = ifnull(contact.overridden_why, o.overridden_why),
           birthday_offsets = ifnull(contact.birthday_offsets, o.birthday_offsets),
           keep_in_touch_from = CASE WHEN contact.keep_in_touch_weeks <= o.keep_in_touch_weeks OR o.keep_in_touch_weeks IS NULL
             THEN contact.keep_in_touch_from ELSE o.keep_in_touch_from END,
           keep_in_touch_weeks = CASE WHEN contact.keep_in_touch_weeks <= o.keep_in_touch_weeks OR o.keep_in_touch_weeks IS NULL
             THEN contact.keep_in_touch_weeks ELSE o.keep_in_touch_weeks END,
           came_in = min(contact.came_in, o.came_in)
         FROM contact o WHERE contact.id = ?1 AND o.id = ?2",
    )?
    .execute(both)?;
    db.prepare_cached("UPDATE contact SET introduced_by = NULL WHERE id = ?1 AND introduced_by = ?2")?.execute(both)?;
    // Whoever introduced the one that is kept may go back to the other, and so to themselves now.
    if let Some(by) = contact::get(db, kept)?.introduced_by
        && contact::goes_back_to(db, by, kept)?
    {
        contact::set_introduced_by(db, kept, None)?;
    }
    take_over_cards(db, kept, other)?;
    take_over_alarms(db, kept, other)
}

/// One card a year: of two, the one that is further.
fn take_over_cards(db: &Db, kept: ContactId, other: ContactId) -> Result<()> {
    let both = params![kept.0, other.0];
    db.prepare_cached(
        "UPDATE card SET contact_id = ?1
         WHERE contact_id = ?2 AND year NOT IN (SELECT year FROM card WHERE contact_id = ?1)",
    )?
    .execute(both)?;
    let twice: Vec<(i64, String, i64, String)> = db
        .prepare_cached(
            "SELECT mine.id, mine.state, theirs.id, theirs.state FROM card theirs
             JOIN card mine ON mine.contact_id = ?1 AND mine.year = theirs.year WHERE theirs.contact_id = ?2",
        )?
        .query_map(both, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?
        .collect::<rusqlite::Result<_>>()?;
    for (mine, my_state, theirs, their_state) in twice {
        let my_state: CardState = from_word(my_state)?;
        let further = my_state.further(from_word(their_state)?);
        if further != my_state {
            db.prepare_cached(
                "UPDATE card SET state = ?2, words = iif(theirs.words = '', card.words, theirs.words), changed_on = theirs.changed_on
                 FROM card theirs WHERE card.id = ?1 AND theirs.id = ?3",
            )?
            .execute(params![mine, word(&further), theirs])?;
        } else {
            // What was written on the other is not lost with it.
            db.prepare_cached(
                "UPDATE card SET words = theirs.words FROM card theirs WHERE card.id = ?1 AND theirs.id = ?2 AND card.words = ''",
            )?
            .execute(params![mine, theirs])?;
        }
    }
    Ok(())
}

/// What rang for one of them does not ring once more for the same birthday of the other.
fn take_over_alarms(db: &Db, kept: ContactId, other: ContactId) -> Result<()> {
    let both = params![kept.0, other.0];
    db.prepare_cached(
        "UPDATE alarm SET contact_id = ?1 WHERE contact_id = ?2 AND NOT EXISTS (
           SELECT 1 FROM alarm mine WHERE mine.contact_id = ?1 AND mine.kind = alarm.kind
             AND mine.follow_up_id IS alarm.follow_up_id AND mine.days_before = alarm.days_before AND mine.period = alarm.period)",
    )?.execute(both)?;
    let twice: Vec<(i64, i64)> = db
        .prepare_cached(
            "SELECT mine.id, theirs.id FROM alarm theirs
             JOIN alarm mine ON mine.contact_id = ?1 AND mine.kind = theirs.kind AND mine.days_before = theirs.days_before
               AND mine.period = theirs.period AND mine.follow_up_id IS theirs.follow_up_id
             WHERE theirs.contact_id = ?2",
        )?
        .query_map(both, |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    for (mine, theirs) in twice {
        let pair = params![mine, theirs];
        db.prepare_cached(
            "UPDATE alarm SET state = 'shown' WHERE id = ?1 AND state = 'armed' AND EXISTS (
               SELECT 1 FROM alarm theirs JOIN ring ON ring.alarm_id = theirs.id
               WHERE theirs.id = ?2 AND theirs.state IN ('shown', 'settled') AND ring.shown_at IS NOT NULL
                 AND theirs.due_on = alarm.due_on AND theirs.due_at IS alarm.due_at)",
        )?
        .execute(pair)?;
        db.prepare_cached("UPDATE ring SET alarm_id = ?1 WHERE alarm_id = ?2")?.execute(pair)?;
    }
    Ok(())
}

/// Lets a second opportunity go that is the same run through the sales phase as another one.
pub fn drop_opportunity(db: &Db, id: OpportunityId) -> Result<()> {
    db.prepare_cached("DELETE FROM opportunity WHERE id = ?1")?.execute([id.0])?;
    Ok(())
}

/// Who became part of somebody is erased with them, and comes back with no backup.
pub fn note_erased(db: &Db, contact: ContactId) -> Result<()> {
    db.prepare_cached(
        "INSERT OR IGNORE INTO erased (contact_id, created_at) SELECT contact_id, created_at FROM merged WHERE into_id = ?1",
    )?
    .execute([contact.0])?;
    Ok(())
}

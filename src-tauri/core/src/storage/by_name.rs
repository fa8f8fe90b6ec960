//! Everybody outside the trash in the order of their names, held in memory. One letter finds half of all people, and to read the
//! names of these and put them in order takes ten times as long as to find them.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rusqlite::functions::FunctionFlags;

use super::Db;
use crate::Result;

/// Has the writer mark that the order of names is another one: somebody came or went, or has another name. Most of what is written leaves
/// it as it is, and a search waits while it is read anew.
///
/// # Errors
/// Those of the database.
pub(super) fn watch(writer: &Db) -> Result<Arc<AtomicBool>> {
    let moved = Arc::new(AtomicBool::default());
    let mark = Arc::clone(&moved);
    writer.create_scalar_function("names_moved", 0, FunctionFlags::SQLITE_INNOCUOUS, move |_| {
        mark.store(true, Ordering::SeqCst);
        Ok(None::<bool>)
    })?;
    writer.execute_batch(
        "CREATE TEMP TRIGGER name_in AFTER INSERT ON main.contact_state BEGIN SELECT names_moved(); END;
         CREATE TEMP TRIGGER name_out AFTER DELETE ON main.contact_state BEGIN SELECT names_moved(); END;
         CREATE TEMP TRIGGER name_moved AFTER UPDATE OF sort_key, place ON main.contact_state
           WHEN old.sort_key <> new.sort_key OR (old.place = 'trash') <> (new.place = 'trash') BEGIN SELECT names_moved(); END;",
    )?;
    Ok(moved)
}

/// Who stands where among all names.
pub struct ByName {
    /// Rising.
    ids: Vec<i64>,
    /// The place of each in the order of names.
    places: Vec<u32>,
}

impl ByName {
    /// Reads the order.
    pub fn read(db: &Db) -> Result<Self> {
        let mut statement = db.prepare_cached(
            "SELECT contact_id FROM contact_state WHERE place <> 'trash' ORDER BY sort_key, contact_id",
        )?;
        let mut both = Vec::new();
        for id in statement.query_map([], |row| row.get::<_, i64>(0))? {
            both.push((id?, u32::try_from(both.len()).unwrap_or(u32::MAX)));
        }
        both.sort_unstable();
        let (ids, places) = both.into_iter().unzip();
        Ok(Self { ids, places })
    }

    /// Where somebody stands; nowhere who is in the trash.
    pub fn place(&self, id: i64) -> Option<u32> {
        // Numbers mostly follow each other without a gap, and then need no search.
        let first = *self.ids.first()?;
        let near = usize::try_from(id.checked_sub(first)?).ok()?;
        let at = if self.ids.get(near) == Some(&id) { near } else { self.ids.binary_search(&id).ok()? };
        Some(self.places[at])
    }

    /// These in the order of their names, once each and without those in the trash.
    pub fn sorted(&self, found: &[i64]) -> Vec<i64> {
        // Half of all people are marked sooner than sorted.
        let mut marked = vec![0; self.ids.len()];
        let mut count = 0;
        for id in found {
            if let Some(place) = self.place(*id) {
                marked[place as usize] = *id;
                count += 1;
            }
        }
        let mut sorted = Vec::with_capacity(count);
        sorted.extend(marked.into_iter().filter(|id| *id != 0));
        sorted
    }
}

#[cfg(test)]
mod tests {
    use super::ByName;

    #[test]
    fn names_are_put_in_order_whatever_gaps_their_numbers_have() {
        let order = ByName { ids: vec![3, 4, 9], places: vec![1, 2, 0] };
        assert_eq!(order.sorted(&[3, 4, 5, 9]), [9, 3, 4]);
        assert_eq!((order.place(9), order.place(1), order.place(i64::MAX)), (Some(0), None, None));
        let nobody = ByName { ids: Vec::new(), places: Vec::new() };
        assert_eq!(nobody.sorted(&[1]), [0; 0]);
    }
}

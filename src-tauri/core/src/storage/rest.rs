//! What is given back while nobody looks: page caches, prepared statements and the order of names, all made again when they are needed.

use std::sync::PoisonError;

use super::Store;
use crate::Result;

impl Store {
    /// Gives back what is only kept so that the next answer comes sooner. Whoever reads or writes at this moment keeps theirs.
    ///
    /// # Errors
    /// Those of the database.
    pub fn rest(&self) -> Result<()> {
        self.readers.lock().unwrap_or_else(PoisonError::into_inner).clear();
        *self.by_name.lock().unwrap_or_else(PoisonError::into_inner) = None;
        if let Ok(writer) = self.writer.try_lock() {
            writer.flush_prepared_statement_cache();
            writer.execute_batch("PRAGMA shrink_memory")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Store;

    #[test]
    fn what_is_only_kept_for_speed_is_gone_after_a_rest_and_comes_again() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path()).unwrap();
        let kept = || (store.readers.lock().unwrap().len(), store.by_name.lock().unwrap().is_some());
        for _ in 0..2 {
            store.by_name().unwrap();
            store.read(|_| store.read(|_| Ok(()))).unwrap();
            assert_eq!(kept(), (2, true));
            store.rest().unwrap();
            assert_eq!(kept(), (0, false));
        }
        let writer = store.writer();
        store.rest().unwrap();
        drop(writer);
    }
}

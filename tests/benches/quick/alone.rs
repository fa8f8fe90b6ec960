//! The SQL of a command by itself: heard as the command runs, prepared, and stepped through to its last row with nothing made of it.

use std::hint::black_box;
use std::mem;
use std::path::Path;
use std::sync::{Arc, Mutex};

use rappel_core::App;
use rusqlite::trace::{TraceEvent, TraceEventCodes};
use rusqlite::{Connection, OpenFlags, Statement};

/// A connection that reads as the program's own do.
pub fn reader(database: &Path) -> Connection {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let reader = Connection::open_with_flags(database, flags).unwrap();
    reader.execute_batch("PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY;").unwrap();
    reader
}

/// The statements that a command runs, with their values, in their order.
pub fn heard(app: &App, command: impl FnOnce(&App)) -> Vec<String> {
    let log = Arc::new(Mutex::new(Vec::new()));
    let heard = Arc::clone(&log);
    listen(
        app,
        Some(move |event: TraceEvent<'_>| {
            if let TraceEvent::Stmt(statement, _) = event {
                heard.lock().unwrap().extend(statement.expanded_sql());
            }
        }),
    );
    command(app);
    listen(app, None::<fn(TraceEvent<'_>)>);
    let statements = mem::take(&mut *log.lock().unwrap());
    // Reading begins and ends a transaction of its own, and the full-text indexes run what they need themselves.
    let is_own = |sql: &String| {
        !sql.starts_with("BEGIN")
            && !sql.starts_with("ROLLBACK")
            && !sql.starts_with("COMMIT")
            && !sql.contains("_search_")
    };
    statements.into_iter().filter(is_own).collect()
}

/// Has the connection on which the next command reads tell what runs on it: the one that was used last.
fn listen<F: FnMut(TraceEvent<'_>) + Send + 'static>(app: &App, hear: Option<F>) {
    app.read(|db| {
        #[expect(unsafe_code, reason = "the same connection once more, which nobody else uses meanwhile")]
        let mut same = unsafe { Connection::from_handle(db.handle()) }.unwrap();
        same.trace_v2(TraceEventCodes::SQLITE_TRACE_STMT, hear).unwrap();
        // The connection goes on calling what hears.
        mem::forget(same);
        Ok(())
    })
    .unwrap();
}

/// The statements, prepared.
pub fn prepared<'a>(db: &'a Connection, statements: &[String]) -> Vec<Statement<'a>> {
    statements.iter().map(|sql| db.prepare(sql).unwrap_or_else(|error| panic!("{error}: {sql}"))).collect()
}

/// Steps through all of them in one transaction, and reads every value; how many rows that were.
pub fn run(db: &Connection, statements: &mut [Statement<'_>]) -> usize {
    let reading = db.unchecked_transaction().unwrap();
    let mut count = 0;
    for statement in statements {
        let columns = statement.column_count();
        let mut rows = statement.raw_query();
        while let Some(row) = rows.next().unwrap() {
            (0..columns).for_each(|column| drop(black_box(row.get_ref(column))));
            count += 1;
        }
    }
    drop(reading);
    count
}

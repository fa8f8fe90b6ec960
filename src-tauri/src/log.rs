//! The log: what went wrong and where, in a file per day beside the data, the last seven kept.
//!
//! No personal data: nobody's name, address or words. That is why a panic is logged with its place and not its message,
//! and why other libraries are heard only when they report errors.

use std::path::Path;

use tracing::level_filters::LevelFilter;
use tracing_appender::rolling::{RollingFileAppender, Rotation};
use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

/// How many days are kept.
const DAYS: usize = 7;

/// Starts the log in `folder`/logs. Where no file can be written there is none: the same cause stops the database,
/// and that is said to the person.
pub fn start(folder: &Path) {
    panics();
    let folder = folder.join(rappel_core::folder::LOGS);
    // The builder would complain on the terminal about a folder that is not there yet, and would let others look into it.
    let _ = rappel_core::folder::make(&folder);
    let file = RollingFileAppender::builder()
        .rotation(Rotation::DAILY)
        .filename_prefix("rappel")
        .filename_suffix("log")
        .max_log_files(DAYS)
        .build(folder);
    if let Ok(file) = file {
        let heard = Targets::new()
            .with_default(LevelFilter::ERROR)
            .with_target("rappel_core", LevelFilter::INFO)
            .with_target("rappel_shell", LevelFilter::INFO);
        let lines = tracing_subscriber::fmt::layer().with_ansi(false).with_writer(file);
        // A second start in one process, which only tests make, keeps the first log.
        let _ = tracing_subscriber::registry().with(lines).with(heard).try_init();
    }
}

fn panics() {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, thread = std::thread::current().name().unwrap_or_default(), "panic");
        // The usual hook prints the message, which is wanted while the program is being made and nowhere else.
        if cfg!(debug_assertions) {
            usual(panic);
        }
    }));
}

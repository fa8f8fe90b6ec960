//! The core's one list of commands as Tauri commands.
//!
//! Each runs on a thread of its own pool, never on the window's: a slow query must not freeze the window. A panic in one
//! becomes an error that the window shows, and the program lives on.

use std::sync::Arc;

use rappel_core::commands::*;
use rappel_core::{App, Error, commands};
use tauri::ipc::Invoke;
use tauri::{State, Wry};

macro_rules! tauri_commands {
    ($($(#[$doc:meta])* $name:ident($input:ty) -> $output:ty;)*) => {
        $(
            #[tauri::command]
            async fn $name(app: State<'_, Arc<App>>, input: $input) -> Result<$output, Error> {
                let app = Arc::clone(&app);
                beside_the_window(move || commands::$name(&app, input)).await
            }
        )*

        /// Takes the calls of the page.
        pub fn handler() -> impl Fn(Invoke<Wry>) -> bool + Send + Sync + 'static {
            tauri::generate_handler![$($name),*]
        }
    };
}
rappel_core::for_each_command!(tauri_commands);

async fn beside_the_window<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Error> + Send + 'static,
) -> Result<T, Error> {
    match tauri::async_runtime::spawn_blocking(work).await {
        Ok(result) => {
            if let Err(error @ Error::Internal(_)) = &result {
                tracing::error!(%error, "a command failed");
            }
            result
        }
        // The panic itself is in the log; its words may name people, so they do not go further.
        Err(_) => Err(Error::Internal("a command panicked".to_owned())),
    }
}

//! The core's one list of commands as answers to the page's calls.
//!
//! Each runs on a thread of its own pool, never on the window's: a slow query must not freeze the window. A panic in one
//! becomes an error that the window shows, and the program lives on. They share one way from call to answer: with one for each,
//! as Tauri's macros make them, the program would be megabytes larger.

use std::sync::Arc;

use rappel_core::commands::*;
use rappel_core::{App, Error, commands};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use tauri::ipc::{Invoke, InvokeBody, InvokeError, InvokeResponseBody};
use tauri::{Manager, Wry};

/// What a call comes to, as JSON.
type Answer = Result<InvokeResponseBody, InvokeError>;

macro_rules! commands_by_name {
    ($($(#[$doc:meta])* $name:ident($input:ty) -> $output:ty;)*) => {
        /// The command of a name, from JSON to JSON.
        fn command(name: &str) -> Option<fn(&App, Value) -> Answer> {
            match name {
                $(stringify!($name) => Some(|app, input| answer::<$input, $output>(app, input, commands::$name)),)*
                _ => None,
            }
        }
    };
}
rappel_core::for_each_command!(commands_by_name);

/// Takes the calls of the page that its capabilities allow.
pub fn handler() -> impl Fn(Invoke<Wry>) -> bool + Send + Sync + 'static {
    |Invoke { message, resolver, .. }| {
        let Some(command) = command(message.command()) else { return false };
        let Some(app) = message.webview_ref().try_state::<Arc<App>>() else { return false };
        let app = Arc::clone(app.inner());
        let input = match message.payload() {
            InvokeBody::Json(body) => body.get("input").cloned().unwrap_or_default(),
            InvokeBody::Raw(_) => Value::Null,
        };
        resolver.respond_async_serialized(beside_the_window(move || command(&app, input)));
        true
    }
}

/// The answers to commands that take nothing, as one JSON object. What is refused is left out.
pub fn answers(app: &App, names: &[&str]) -> String {
    let given: Vec<String> = names
        .iter()
        .filter_map(|name| match command(name)?(app, Value::Null) {
            Ok(InvokeResponseBody::Json(answer)) => Some(format!("\"{name}\":{answer}")),
            _ => None,
        })
        .collect();
    format!("{{{}}}", given.join(","))
}

fn answer<I: DeserializeOwned, O: Serialize>(
    app: &App,
    input: Value,
    command: impl Fn(&App, I) -> Result<O, Error>,
) -> Answer {
    // Input that can't be read is answered with plain text, as no page of ours sends it.
    let input = serde_json::from_value(input).map_err(|error| InvokeError::from(error.to_string()))?;
    match command(app, input) {
        Ok(output) => Ok(InvokeResponseBody::Json(serde_json::to_string(&output).map_err(internal)?)),
        Err(error) => {
            if matches!(error, Error::Internal(_)) {
                tracing::error!(%error, "a command failed");
            }
            Err(InvokeError::from(error))
        }
    }
}

async fn beside_the_window(work: impl FnOnce() -> Answer + Send + 'static) -> Answer {
    // The panic itself is in the log; its words may name people, so they do not go further.
    tauri::async_runtime::spawn_blocking(work).await.unwrap_or_else(|_| Err(internal("a command panicked")))
}

fn internal(why: impl ToString) -> InvokeError {
    InvokeError::from(Error::Internal(why.to_string()))
}

//! Domain words (`not_a_fit`) to and from the text columns, by the very names that serde gives them to the page.

use serde::Serialize;
use serde::de::{DeserializeOwned, IntoDeserializer};

use crate::{Error, Result};

/// The word of a fieldless enum value.
pub fn word<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(text)) => text,
        other => unreachable!("only fieldless values are words, not {other:?}"),
    }
}

/// The value of a word from the database.
pub fn from_word<T: DeserializeOwned>(word: String) -> Result<T> {
    let word = IntoDeserializer::<serde::de::value::Error>::into_deserializer(word.as_str());
    T::deserialize(word).map_err(|error| Error::Internal(error.to_string()))
}

//! What somebody asked: where a question stands on its way to an answer that was told, and which earlier ones it is like.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where a question stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum QuestionShelf {
    /// No answer yet.
    #[default]
    Open,
    /// Answered, and they were not told yet.
    ToTell,
    /// They know the answer.
    Told,
}

/// Words shorter than this say little about what is asked: *can*, *the*, *kan*, *het*.
const SHORTEST: usize = 4;
/// How many words of a question are looked for.
const MOST_WORDS: usize = 12;

/// The beginnings of the words that tell what a text is about, in lower case, each once. Long words lose their end, so that
/// *deliver*, *delivery* and *delivered* are the same. A text of short words only gives all of them.
pub fn stems(text: &str) -> Vec<String> {
    let words: Vec<String> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    let long: Vec<&String> = words.iter().filter(|word| word.chars().count() >= SHORTEST).collect();
    let chosen = if long.is_empty() { words.iter().collect() } else { long };
    let mut stems: Vec<String> = Vec::new();
    for word in chosen {
        let stem = stem(word);
        if !stems.contains(&stem) {
            stems.push(stem);
        }
    }
    stems.truncate(MOST_WORDS);
    stems
}

fn stem(word: &str) -> String {
    let letters = word.chars().count();
    let kept = match letters {
        0..=5 => letters,
        6..=8 => letters - 2,
        _ => letters - 3,
    };
    word.chars().take(kept).collect()
}

/// How many of the asked [`stems`] begin a word of another text.
pub fn likeness(asked: &[String], other: &str) -> usize {
    let words: BTreeSet<String> =
        other.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    asked.iter().filter(|stem| words.iter().any(|word| word.starts_with(stem.as_str()))).count()
}

/// Whether so many words in common make a question like the asked one: a third of its words.
pub fn is_like(asked: &[String], common: usize) -> bool {
    common > 0 && 3 * common >= asked.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn short_words_and_endings_do_not_count() {
        assert_eq!(stems("Can you deliver the chairs on a Friday?"), ["deliv", "chai", "frid"]);
        assert_eq!(stems("Who is it?"), ["who", "is", "it"]);
        assert_eq!(stems("?!"), Vec::<String>::new());
    }

    #[test]
    fn the_same_question_in_other_words_is_like_it() {
        let asked = stems("Can I stop after three months?");
        assert!(is_like(&asked, likeness(&asked, "May we stop after a few months")));
        assert!(!is_like(&asked, likeness(&asked, "What does it cost?")));
        let dutch = stems("Kan ik na drie maanden opzeggen?");
        assert!(is_like(&dutch, likeness(&dutch, "Is het per maand te doen?")));
    }

    proptest! {
        #[test]
        fn every_question_with_a_word_is_like_itself(text in "\\PC{0,80}") {
            let asked = stems(&text);
            prop_assert_eq!(likeness(&asked, &text), asked.len());
        }
    }
}

//! How texts are compared where neither capitals nor accents count.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Without accents and in lower case, as a search takes words.
pub fn fold(text: &str) -> String {
    text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn capitals_and_accents_do_not_count_in_any_alphabet() {
        assert_eq!(fold("ÉÉN ÅGÅRD"), "een agard");
        assert_eq!(fold("МОСКВА"), fold("москва"));
        assert_eq!(fold("e\u{301}"), fold("É"));
    }
}

//! Tidying of single values: invisible characters, labels such as *CELL* or *Mobiel*, and names of languages.

/// Characters that only steer the direction or joining of text; phone numbers copied from a telephone are full of them.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// A text without control characters but line breaks (made `\n`) and tabs, and without blank or invisible ends.
pub(super) fn tidy_text(text: &str) -> String {
    let ends = |c: char| c.is_whitespace() || c.is_control() || is_invisible(c);
    let text = text.trim_matches(ends);
    if !text.contains(|c: char| c.is_control()) {
        return text.to_owned();
    }
    text.replace("\r\n", "\n").replace('\r', "\n").replace(|c: char| c.is_control() && c != '\n' && c != '\t', "")
}

/// The same for a field of one line: every run of blanks and line breaks is one space.
pub(super) fn tidy_line(text: &str) -> String {
    let text = tidy_text(text);
    if !text.contains(['\n', '\t', '\u{a0}']) && !text.contains("  ") {
        return text;
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The same for an address or number, in which invisible characters have no place at all.
pub(super) fn tidy_token(text: &str) -> String {
    tidy_line(&text.replace(is_invisible, ""))
}

/// What a spreadsheet was kept from taking for a formula, as it was: `'+31…` and `="0612…"`.
pub(super) fn without_formula_guard(cell: &str) -> &str {
    if let Some(inner) = cell.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')) {
        return inner;
    }
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@']) => rest,
        _ => cell,
    }
}

/// One word for one kind of address or number, whatever program and language it comes from; a word of the person's own
/// stays as it is. Apple wraps its own in `_$!<` and `>!$_`; Google marks the preferred one with a star.
pub(super) fn label(raw: &str) -> String {
    let raw = tidy_line(raw);
    let bare = raw.trim_start_matches("_$!<").trim_end_matches(">!$_").trim_start_matches("* ").trim();
    let word = match bare.to_lowercase().replace(['-', '_'], " ").as_str() {
        "home" | "private" | "privé" | "prive" | "privat" | "thuis" | "dom" | "maison" | "domicile" => "home",
        "work" | "business" | "werk" | "zakelijk" | "geschäftlich" | "arbeit" | "bureau" | "travail" => "work",
        "cell" | "mobile" | "mobiel" | "mobil" | "handy" | "iphone" | "portable" | "gsm" => "mobile",
        "home fax" | "homefax" | "fax home" => "home fax",
        "work fax" | "workfax" | "fax work" | "business fax" => "work fax",
        "fax" => "fax",
        "pager" => "pager",
        "main" => "main",
        "other" | "overig" | "anders" | "andere" | "autre" | "sonstige" => "other",
        "homepage" | "home page" => "homepage",
        "internet" | "voice" | "pref" | "preferred" | "x400" | "msg" | "text" => "",
        _ => bare,
    };
    word.to_owned()
}

/// The BCP 47 tag of a language given as a tag or by its name in English, Dutch, German or French.
pub(super) fn language_tag(raw: &str) -> Option<String> {
    let word = raw.trim().to_lowercase();
    let known = match word.as_str() {
        "dutch" | "nederlands" | "niederländisch" | "néerlandais" | "vlaams" => "nl",
        "english" | "engels" | "englisch" | "anglais" => "en",
        "german" | "duits" | "deutsch" | "allemand" => "de",
        "french" | "frans" | "französisch" | "français" => "fr",
        "spanish" | "spaans" | "spanisch" | "espagnol" | "español" => "es",
        "italian" | "italiaans" | "italienisch" | "italien" | "italiano" => "it",
        "polish" | "pools" | "polnisch" | "polonais" | "polski" => "pl",
        "turkish" | "turks" | "türkisch" | "turc" => "tr",
        "arabic" | "arabisch" | "arabe" => "ar",
        _ => "",
    };
    if !known.is_empty() {
        return Some(known.to_owned());
    }
    let tag = raw.trim().replace('_', "-");
    let mut parts = tag.split('-');
    let first = parts.next()?;
    let plain =
        |part: &str, longest| (2..=longest).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
    let primary = plain(first, 3) && first.bytes().all(|b| b.is_ascii_alphabetic());
    (primary && tag.len() <= 35 && parts.all(|part| plain(part, 8))).then(|| tag.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_of_every_program_become_one_word_and_own_words_stay() {
        assert_eq!(label("CELL"), "mobile");
        assert_eq!(label("_$!<Work>!$_"), "work");
        assert_eq!(label("* Home"), "home");
        assert_eq!(label("Strandhuis"), "Strandhuis");
        assert_eq!(label("INTERNET"), "");
    }

    #[test]
    fn invisible_marks_and_formula_guards_go() {
        assert_eq!(tidy_token("\u{202a}+31 6 12\u{200e}34\u{202c}"), "+31 6 1234");
        assert_eq!(tidy_text(" een\r\ntwee\0 "), "een\ntwee");
        assert_eq!(without_formula_guard("'+31"), "+31");
        assert_eq!(without_formula_guard("=\"0612\""), "0612");
        assert_eq!(without_formula_guard("'t Hooft"), "'t Hooft");
    }

    #[test]
    fn languages_are_known_by_tag_and_by_name() {
        assert_eq!(language_tag("Nederlands").as_deref(), Some("nl"));
        assert_eq!(language_tag("pt_BR").as_deref(), Some("pt-BR"));
        assert_eq!(language_tag("a bit of everything"), None);
    }
}

//! The countries that people write in addresses: each by its code and by the names that it goes by.

/// The code (ISO 3166), the name in English, which every post reads, and other names, in small letters.
const COUNTRIES: [(&str, &str, &[&str]); 38] = [
    ("NL", "Netherlands", &["the netherlands", "nederland", "holland", "niederlande", "pays-bas", "países bajos"]),
    ("BE", "Belgium", &["belgië", "belgie", "belgique", "belgien", "bélgica"]),
    ("DE", "Germany", &["duitsland", "deutschland", "allemagne", "alemania", "brd"]),
    (
        "GB",
        "United Kingdom",
        &[
            "uk",
            "u.k.",
            "great britain",
            "england",
            "scotland",
            "wales",
            "northern ireland",
            "verenigd koninkrijk",
            "groot-brittannië",
            "engeland",
            "schotland",
            "vereinigtes königreich",
            "großbritannien",
            "royaume-uni",
        ],
    ),
    (
        "US",
        "United States of America",
        &[
            "usa",
            "u.s.a.",
            "u.s.",
            "united states",
            "verenigde staten",
            "amerika",
            "america",
            "vereinigte staaten",
            "états-unis",
        ],
    ),
    ("AT", "Austria", &["oostenrijk", "österreich", "autriche"]),
    ("AU", "Australia", &["australië", "australien", "australie"]),
    ("BG", "Bulgaria", &["bulgarije", "bulgarien", "българия"]),
    ("CA", "Canada", &["kanada"]),
    ("CH", "Switzerland", &["zwitserland", "schweiz", "suisse", "svizzera"]),
    ("CY", "Cyprus", &["zypern", "κύπρος"]),
    ("CZ", "Czechia", &["czech republic", "tsjechië", "tschechien", "česko", "česká republika"]),
    ("DK", "Denmark", &["denemarken", "dänemark", "danmark"]),
    ("EE", "Estonia", &["estland", "eesti"]),
    ("ES", "Spain", &["spanje", "spanien", "españa", "espagne"]),
    ("FI", "Finland", &["finnland", "suomi"]),
    ("FR", "France", &["frankrijk", "frankreich"]),
    ("GR", "Greece", &["griekenland", "griechenland", "ελλάδα", "ελλάς", "grèce"]),
    ("HR", "Croatia", &["kroatië", "kroatien", "hrvatska"]),
    ("HU", "Hungary", &["hongarije", "ungarn", "magyarország"]),
    ("IE", "Ireland", &["ierland", "irland", "éire"]),
    ("IS", "Iceland", &["ijsland", "island", "ísland"]),
    ("IT", "Italy", &["italië", "italien", "italia", "italie"]),
    ("LT", "Lithuania", &["litouwen", "litauen", "lietuva"]),
    ("LU", "Luxembourg", &["luxemburg"]),
    ("LV", "Latvia", &["letland", "lettland", "latvija"]),
    ("MT", "Malta", &["malte"]),
    ("NO", "Norway", &["noorwegen", "norwegen", "norge"]),
    ("NZ", "New Zealand", &["nieuw-zeeland", "neuseeland"]),
    ("PL", "Poland", &["polen", "polska", "pologne"]),
    ("PT", "Portugal", &["portugal continental"]),
    ("RO", "Romania", &["roemenië", "rumänien", "românia"]),
    ("RS", "Serbia", &["servië", "serbien", "srbija", "србија"]),
    ("SE", "Sweden", &["zweden", "schweden", "sverige"]),
    ("SI", "Slovenia", &["slovenië", "slowenien", "slovenija"]),
    ("SK", "Slovakia", &["slowakije", "slowakei", "slovensko"]),
    ("TR", "Turkey", &["türkiye", "turkije", "türkei"]),
    ("UA", "Ukraine", &["oekraïne", "україна"]),
];

/// The code of a country as somebody wrote it: its code or a name of it. None for those that stand in no list here.
pub(super) fn code(written: &str) -> Option<&'static str> {
    let small = written.trim().to_lowercase();
    let found = COUNTRIES.iter().find(|(code, name, others)| {
        small == code.to_lowercase() || small == name.to_lowercase() || others.contains(&small.as_str())
    });
    found.map(|(code, ..)| *code)
}

/// The name by which every post knows the country, where only its code was written; else what was written.
pub(super) fn shown(written: &str) -> String {
    let written = written.trim();
    let by_code = COUNTRIES.iter().find(|(code, ..)| code.eq_ignore_ascii_case(written));
    by_code.map_or(written, |(_, name, _)| name).to_uppercase()
}

//! The dictionary of headers: what a column is called by Google, Outlook, Thunderbird, LinkedIn, HubSpot and people, in
//! English, Dutch, German and French.

/// What a header means, before it is known which address it belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    Ignore,
    Prefix,
    Given,
    Middle,
    Particle,
    Family,
    Suffix,
    FullName,
    /// *Title*: the words before a name, or a job.
    Title,
    Company,
    JobTitle,
    Email,
    Phone(&'static str),
    Website,
    Street,
    HouseNumber,
    PostalCode,
    Town,
    Region,
    Country,
    WholeAddress,
    Birthday,
    BirthDay,
    BirthMonth,
    BirthYear,
    Note,
    Tags,
    Language,
}

/// A header in small letters, with one blank for every run of blanks and marks: `E-mail 1 - Value` is `e mail 1 value`.
pub(super) fn plain(header: &str) -> String {
    let letters: String = header.to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    letters.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The meaning of a plain header with neither *home* or *work* nor a number in it.
#[rustfmt::skip]
pub(super) fn meaning(plain: &str) -> Option<Word> {
    use Word::{
        BirthDay, BirthMonth, BirthYear, Birthday, Company, Country, Email, Family, FullName, Given, HouseNumber, Ignore,
        JobTitle, Language, Middle, Note, Particle, Phone, PostalCode, Prefix, Region, Street, Suffix, Tags, Title, Town,
        Website, WholeAddress,
    };
    Some(match plain {
        "first name" | "firstname" | "given name" | "givenname" | "n given" | "forename" | "voornaam" | "voornamen" | "roepnaam"
        | "vorname" | "prénom" | "prenom" => Given,
        "middle name" | "additional name" | "middelste naam" | "tweede voornaam" | "tweede naam" | "weitere vornamen"
        | "zweiter vorname" | "deuxième prénom" => Middle,
        "tussenvoegsel" | "tussenvoegsels" | "voorvoegsel" | "voorvoegsels" | "particle" | "infix" | "namenszusatz" => Particle,
        "last name" | "lastname" | "family name" | "familyname" | "n family" | "surname" | "achternaam" | "familienaam"
        | "nachname" | "familienname" | "nom de famille" => Family,
        "name suffix" | "suffix" | "achtervoegsel" | "namenssuffix" | "suffixe" => Suffix,
        "name prefix" | "prefix" | "salutation" | "anrede" | "aanhef" | "aanspreektitel" | "aanspreking" | "titel" | "titulatuur"
        | "civilité" | "titre" => Prefix,
        "name" | "full name" | "fullname" | "display name" | "contact name" | "naam" | "volledige naam" | "weergavenaam"
        | "weergegeven naam" | "contactpersoon" | "contact" | "vollständiger name" | "anzeigename" | "ansprechpartner" | "nom"
        | "nom complet" => FullName,
        "title" => Title,
        "company" | "company name" | "organization" | "organisation" | "organization name" | "org name" | "associated company"
        | "employer" | "bedrijf" | "bedrijfsnaam" | "organisatie" | "werkgever" | "firma" | "firmenname" | "unternehmen"
        | "société" | "entreprise" => Company,
        "job title" | "jobtitle" | "position" | "role" | "occupation" | "profession" | "organization title" | "functie"
        | "functietitel" | "beroep" | "funktion" | "beruf" | "berufsbezeichnung" | "fonction" | "poste" | "titre du poste" => JobTitle,
        "e mail" | "email" | "mail" | "e mail address" | "email address" | "emailaddress" | "primary email" | "secondary email"
        | "e mailadres" | "emailadres" | "e mail adres" | "email adres" | "mailadres" | "e mail adresse" | "email adresse"
        | "e mailadresse" | "adresse e mail" | "adresse email" | "courriel" => Email,
        "phone" | "phone number" | "telephone" | "telephone number" | "tel" | "tel nr" | "telefoon" | "telefoonnummer"
        | "telefoonnr" | "tel nummer" | "telefon" | "telefonnummer" | "rufnummer" | "téléphone" | "numéro de téléphone" | "car phone"
        | "radio phone" | "callback" | "assistant s phone" | "primary phone" | "hoofdtelefoon" | "autotelefoon" | "telefon assistent"
        | "telefoon assistent" | "rückmeldung" | "terugbellen" | "radiotelefoon" | "telex" | "isdn" | "teksttelefoon"
        | "tty tdd phone" | "telefon für hörbehinderte" | "autotelefon" | "haupttelefon" => Phone(match plain {
            "primary phone" | "hoofdtelefoon" | "haupttelefon" => "main",
            "telex" => "telex",
            "isdn" => "isdn",
            "car phone" | "autotelefoon" | "autotelefon" => "car",
            "assistant s phone" | "telefon assistent" | "telefoon assistent" => "assistant",
            "callback" | "rückmeldung" | "terugbellen" => "callback",
            "tty tdd phone" | "teksttelefoon" | "telefon für hörbehinderte" => "tty",
            _ => "",
        }),
        "company main phone" | "telefon firma" | "hoofdtelefoon bedrijf" => Phone("work"),
        "mobile" | "mobile phone" | "mobile number" | "mobile phone number" | "cell" | "cell phone" | "cellphone" | "tel cell"
        | "mobiel" | "mobiele telefoon" | "mobiel nummer" | "mobiele nummer" | "mobieltje" | "06" | "06 nummer" | "gsm" | "mobil"
        | "mobiltelefon" | "mobilnummer" | "handy" | "handynummer" | "portable" | "téléphone mobile" | "téléphone portable" => Phone("mobile"),
        "fax" | "fax number" | "faxnummer" | "tel fax" | "fax op" | "télécopie" => Phone("fax"),
        "pager" | "pager number" | "semafoon" => Phone("pager"),
        "website" | "web site" | "web page" | "webpage" | "webpagina" | "webseite" | "url" | "homepage" | "home page"
        | "personal web page" | "internet" | "internetadres" | "site web" | "site internet" | "website url" => Website,
        "street" | "street address" | "address line" | "straat" | "straatnaam" | "straat en huisnummer" | "straat en nummer"
        | "strasse" | "straße" | "straße und hausnummer" | "rue" | "po box" | "post office box" | "postbus" | "postfach"
        | "boîte postale" | "extended address" | "adres" | "address" | "adresse" | "anschrift" | "adresregel" | "straße nr"
        | "street name" => Street,
        "huisnummer" | "huisnr" | "huis nr" | "huisnummer toevoeging" | "toevoeging" | "hausnummer" | "hausnr" | "house number"
        | "numéro" => HouseNumber,
        "postal code" | "zip" | "zip code" | "zipcode" | "zip postal code" | "postcode" | "plz" | "postleitzahl" | "code postal"
        | "postalcode" => PostalCode,
        "city" | "town" | "locality" | "plaats" | "woonplaats" | "plaatsnaam" | "stad" | "gemeente" | "ort" | "stadt" | "wohnort"
        | "ville" | "vestigingsplaats" | "ortschaft" => Town,
        "state" | "province" | "region" | "state region" | "provincie" | "regio" | "bundesland" | "bundesland kanton" | "kanton"
        | "région" | "state province" | "provincie staat" | "r bundesland kanton" => Region,
        "country" | "country region" | "countryname" | "land" | "land regio" | "land region" | "pays" | "pays région"
        | "e land region" => Country,
        "formatted" | "formatted address" | "full address" | "volledig adres" | "vollständige adresse" => WholeAddress,
        "birthday" | "birth date" | "birthdate" | "date of birth" | "dob" | "verjaardag" | "geboortedatum" | "geb datum"
        | "geburtstag" | "geburtsdatum" | "anniversaire" | "date de naissance" => Birthday,
        "birth day" | "geboortedag" => BirthDay,
        "birth month" | "geboortemaand" => BirthMonth,
        "birth year" | "geboortejaar" | "geburtsjahr" => BirthYear,
        "note" | "notes" | "comment" | "comments" | "remarks" | "memo" | "opmerking" | "opmerkingen" | "notitie" | "notities"
        | "aantekeningen" | "toelichting" | "bemerkung" | "bemerkungen" | "notiz" | "notizen" | "kommentar" | "remarques"
        | "commentaires" => Note,
        "labels" | "label" | "group membership" | "categories" | "category" | "tags" | "tag" | "groups" | "group" | "keywords"
        | "categorieën" | "categorie" | "groepen" | "groep" | "trefwoorden" | "kategorien" | "kategorie" | "gruppen" | "gruppe"
        | "stichwörter" | "catégories" | "catégorie" | "groupe" | "groupes" => Tags,
        "language" | "preferred language" | "taal" | "sprache" | "langue" => Language,
        // What Outlook writes for every contact and says nothing about any of them.
        "e mail type" | "e mail typ" | "e mailtype" | "priority" | "sensitivity"
        | "private" | "priorität" | "privat" | "vertraulichkeit" | "prioriteit" | "privé" | "gevoeligheid"
        | "internet free busy" | "internet frei gebucht" | "priorité" | "vrij bezet op internet" => Ignore,
        _ => return None,
    })
}

/// Words in a header that tell which address it is about, with the label they stand for.
const KINDS: [(&str, &str); 23] = [
    ("business", "work"),
    ("work", "work"),
    ("werk", "work"),
    ("werkadres", "work"),
    ("zakelijk", "work"),
    ("zakelijke", "work"),
    ("geschäftlich", "work"),
    ("bureau", "work"),
    ("professionnel", "work"),
    ("company", "work"),
    ("home", "home"),
    ("private", "home"),
    ("privat", "home"),
    ("privé", "home"),
    ("thuis", "home"),
    ("huisadres", "home"),
    ("domicile", "home"),
    ("personal", "home"),
    ("other", "other"),
    ("ander", "other"),
    ("andere", "other"),
    ("weitere", "other"),
    ("autre", "other"),
];

/// The label of the address that a plain header is about, the number in it if there is one, and what is left of it.
pub(super) fn kind_of(plain: &str) -> (&'static str, Option<u8>, String) {
    let (mut kind, mut number, mut rest) = ("", None, Vec::new());
    for word in plain.split(' ') {
        // German declines its *weitere*: *weiterer Ort*, *weiteres Fax*.
        let stem = if word.starts_with("weitere") { "weitere" } else { word };
        let found = KINDS.iter().find(|(name, _)| *name == stem);
        if let Some((_, label)) = found {
            kind = label;
        } else if word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit()) {
            number = word.parse().ok();
        } else if !matches!(word, "op" | "one" | "adr" | "value" | "waarde" | "wert") {
            rest.push(word);
        }
    }
    (kind, number, rest.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_known_with_their_kind_and_number() {
        assert_eq!(plain("E-mail 1 - Value"), "e mail 1 value");
        assert_eq!(kind_of("straße geschäftlich 2"), ("work", Some(2), "straße".to_owned()));
        assert_eq!(kind_of("telefoon 2 op werk"), ("work", Some(2), "telefoon".to_owned()));
        assert_eq!(kind_of("weiteres fax"), ("other", None, "fax".to_owned()));
        assert_eq!(meaning("woonplaats"), Some(Word::Town));
        assert_eq!(meaning("record id"), None);
    }
}

//! An address as the post of its country wants to read it.

use super::country;
use crate::contact::PostalAddress;

/// Where the postal code of a country stands.
enum Order {
    /// Before the town: `10115 Berlin`. Most posts of the continent (UPU, S42).
    CodeTown,
    /// The same as PostNL asks for it: `1017 CA  Amsterdam`, two blanks between.
    Dutch,
    /// On a line of its own under the town, in capitals (Royal Mail, *How to address your mail*).
    UnderTown,
    /// Behind town and state: `Springfield IL 62704` (USPS Publication 28, section 24).
    TownStateCode,
}

impl Order {
    fn of(code: Option<&str>) -> Self {
        match code {
            Some("NL") => Self::Dutch,
            Some("GB") => Self::UnderTown,
            Some("US" | "CA" | "AU") => Self::TownStateCode,
            _ => Self::CodeTown,
        }
    }
}

/// The lines of a label: the name, the company where it is their address at work, street, town, and the country in capitals where it
/// is another than `home` (ISO 3166).
pub fn lines(name: &str, company: &str, address: &PostalAddress, home: &str) -> Vec<String> {
    let written = tidy(&address.country);
    let code = if written.is_empty() { Some(home) } else { country::code(&written) };
    let mut lines = vec![tidy(name)];
    if is_work(&address.label) {
        lines.push(tidy(company));
    }
    lines.extend(address.street.lines().map(tidy));
    let (town, region, postal_code) = (tidy(&address.town), tidy(&address.region), tidy(&address.postal_code));
    match Order::of(code) {
        Order::CodeTown => {
            lines.push(row([&postal_code, &town]));
            // The posts that set their towns in order by the code ask for no region.
            if !matches!(code, Some("BE" | "DE")) {
                lines.push(region);
            }
        }
        Order::Dutch => {
            lines.push(match dutch_code(&postal_code) {
                Some(code) if !town.is_empty() => format!("{code}  {town}"),
                code => row([&code.unwrap_or(postal_code), &town]),
            });
        }
        Order::UnderTown => {
            lines.push(town);
            lines.push(postal_code.to_uppercase());
        }
        Order::TownStateCode => lines.push(row([&town, &region, &postal_code])),
    }
    let abroad = !written.is_empty() && code.is_none_or(|code| !code.eq_ignore_ascii_case(home));
    if abroad {
        lines.push(country::shown(&written));
    }
    lines.retain(|line| !line.is_empty());
    lines
}

/// `1017ca` as `1017 CA`; none for what is no Dutch postal code.
fn dutch_code(written: &str) -> Option<String> {
    let bare: String = written.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_uppercase();
    let (digits, letters) = bare.split_at_checked(4)?;
    let is_code = digits.chars().all(|c| c.is_ascii_digit())
        && letters.len() == 2
        && letters.chars().all(|c| c.is_ascii_uppercase());
    is_code.then(|| format!("{digits} {letters}"))
}

/// Whether an address is that of their work, by the word that files and people put beside it.
fn is_work(label: &str) -> bool {
    ["work", "werk", "business", "zakelijk", "arbeit", "geschäftlich"].contains(&label.trim().to_lowercase().as_str())
}

fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn row<const N: usize>(parts: [&String; N]) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(street: &str, postal_code: &str, town: &str, country: &str) -> PostalAddress {
        let [street, postal_code, town, country] = [street, postal_code, town, country].map(str::to_owned);
        PostalAddress { street, postal_code, town, country, ..PostalAddress::default() }
    }

    #[test]
    fn an_address_at_home_names_no_country() {
        let home = address("Keizersgracht 1", "1015cj", "Amsterdam", "");
        let wanted = ["Sanne de Boer", "Keizersgracht 1", "1015 CJ  Amsterdam"];
        assert_eq!(lines("Sanne de Boer", "", &home, "NL"), wanted);
        for country in ["Nederland", "nl", " The Netherlands "] {
            assert_eq!(
                lines("Sanne de Boer", "", &PostalAddress { country: country.to_owned(), ..home.clone() }, "NL"),
                wanted
            );
        }
        let abroad = lines("Sanne de Boer", "", &PostalAddress { country: "Nederland".to_owned(), ..home }, "BE");
        assert_eq!(abroad.last().unwrap(), "NEDERLAND");
    }

    #[test]
    fn each_post_gets_the_order_it_wants() {
        let of = |address: &PostalAddress| lines("A", "", address, "NL")[1..].join(" / ");
        assert_eq!(of(&address("Rue Neuve 1", "1000", "Bruxelles", "BE")), "Rue Neuve 1 / 1000 Bruxelles / BELGIUM");
        let mut german = address("Torstraße 1", "10119", "Berlin", "Deutschland");
        german.region = "Berlin".to_owned();
        assert_eq!(of(&german), "Torstraße 1 / 10119 Berlin / DEUTSCHLAND");
        let british = address("10 High Street\nFlat 2", "sw1a 1aa", "London", "UK");
        assert_eq!(of(&british), "10 High Street / Flat 2 / London / SW1A 1AA / UK");
        let mut american = address("1 Main St", "62704", "Springfield", "US");
        american.region = "IL".to_owned();
        assert_eq!(of(&american), "1 Main St / Springfield IL 62704 / UNITED STATES OF AMERICA");
        let mut italian = address("Via Roma 1", "00187", "Roma", "Italië");
        italian.region = "RM".to_owned();
        assert_eq!(of(&italian), "Via Roma 1 / 00187 Roma / RM / ITALIË");
    }

    #[test]
    fn a_country_that_is_in_no_list_is_written_as_it_was() {
        let far = address("Jalan 1", "10110", "Jakarta", "Indonesië");
        assert_eq!(lines("A", "", &far, "NL"), ["A", "Jalan 1", "10110 Jakarta", "INDONESIË"]);
    }

    #[test]
    fn the_company_stands_on_the_address_at_work_alone() {
        let mut work = address("Dijk 1", "2801 AB", "Gouda", "");
        assert_eq!(lines("A", "Boer & Zn", &work, "NL")[1], "Dijk 1");
        work.label = "Work".to_owned();
        assert_eq!(lines("A", "Boer & Zn", &work, "NL")[1], "Boer & Zn");
    }

    #[test]
    fn what_is_missing_leaves_no_blank_line() {
        assert_eq!(lines("A", "", &address("", "", "Gouda", ""), "NL"), ["A", "Gouda"]);
        assert_eq!(lines("A", "", &address("  \n\n Dijk 1 ", "postbus", "", ""), "NL"), ["A", "Dijk 1", "postbus"]);
        assert_eq!(lines("A", "", &address("Dijk 1", "é1234", "Gouda", ""), "NL")[2], "é1234 Gouda");
    }
}

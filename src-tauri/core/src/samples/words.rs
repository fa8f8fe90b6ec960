//! The words that invented people are made of. Nobody of these exists: their addresses end in `example.org`, and their numbers
//! start with 06 00, as no mobile number does.

use rappel_domain::settings::Language;

/// Given names.
pub const GIVEN: [&str; 48] = [
    "Sanne", "Mehmet", "Joost", "Anna", "Rosa", "Thomas", "Lars", "Nadia", "Koen", "Yara", "Bram", "Chloé", "Daan",
    "Eva", "Fleur", "Greet", "Hugo", "Ineke", "Jasper", "Kees", "Lotte", "Maarten", "Noor", "Omar", "Pieter",
    "Quinten", "Ruben", "Sofie", "Tess", "Ugur", "Vera", "Wouter", "Xavier", "Yusuf", "Zoë", "Amira", "Bas", "Carmen",
    "Dirk", "Esra", "Femke", "Gijs", "Hanna", "Ivo", "Jade", "Karim", "Liesbeth", "Mila",
];

/// Family names, with what stands before them.
pub const FAMILY: [(&str, &str); 40] = [
    ("de", "Boer"),
    ("", "Kaya"),
    ("", "Verbeek"),
    ("", "Nowak"),
    ("", "Peeters"),
    ("", "Dijk"),
    ("", "Holm"),
    ("", "Rahimi"),
    ("", "Maes"),
    ("", "Haddad"),
    ("", "Smit"),
    ("", "Martin"),
    ("", "Mulder"),
    ("", "Bakker"),
    ("", "Jansen"),
    ("", "Claes"),
    ("van der", "Meer"),
    ("", "Willems"),
    ("van den", "Berg"),
    ("de", "Vries"),
    ("", "Visser"),
    ("", "Meijer"),
    ("", "Bos"),
    ("", "Said"),
    ("", "Vos"),
    ("", "Peters"),
    ("", "Hendriks"),
    ("van", "Leeuwen"),
    ("", "Dekker"),
    ("", "Brouwer"),
    ("de", "Wit"),
    ("", "Dijkstra"),
    ("", "Smits"),
    ("de", "Graaf"),
    ("", "Kok"),
    ("", "Jacobs"),
    ("van der", "Linden"),
    ("", "Vermeulen"),
    ("", "Schouten"),
    ("van", "Beek"),
];

/// What companies do, after the family name of whom they are named for.
pub const TRADES: [&str; 20] = [
    "Fietsen",
    "Catering",
    "Advies",
    "Interiors",
    "Yoga",
    "Notariaat",
    "Studio",
    "& Zn",
    "Tandartsen",
    "Installaties",
    "Bakkerij",
    "Optiek",
    "Fysio",
    "Transport",
    "Bloemen",
    "Sport",
    "Architecten",
    "Koffie",
    "Tuinen",
    "Hotel",
];

/// Towns with the first letters of a postal code.
pub const TOWNS: [(&str, &str); 12] = [
    ("Amersfoort", "3811 AG"),
    ("Utrecht", "3511 LX"),
    ("Haarlem", "2011 VB"),
    ("Gent", "9000"),
    ("Zwolle", "8011 CW"),
    ("Leiden", "2312 HD"),
    ("Breda", "4811 XS"),
    ("Antwerpen", "2000"),
    ("Arnhem", "6811 KL"),
    ("Delft", "2611 GX"),
    ("Groningen", "9712 HM"),
    ("’s-Hertogenbosch", "5211 JT"),
];

/// Streets.
pub const STREETS: [&str; 8] =
    ["Langestraat", "Marktplein", "Kerkweg", "Stationsstraat", "Nieuwe Gracht", "Molenpad", "Dorpsstraat", "Havenkade"];

/// Job titles.
pub const JOBS: [[&str; 2]; 6] = [
    ["Owner", "Eigenaar"],
    ["Manager", "Bedrijfsleider"],
    ["Office manager", "Officemanager"],
    ["Partner", "Vennoot"],
    ["Buyer", "Inkoper"],
    ["Director", "Directeur"],
];

/// Tags.
pub const TAGS: [[&str; 2]; 6] = [
    ["retail", "winkel"],
    ["gym", "sportschool"],
    ["food", "horeca"],
    ["health", "zorg"],
    ["newsletter", "nieuwsbrief"],
    ["fair 2026", "beurs 2026"],
];

/// What was said.
pub const TALKS: [[&str; 2]; 14] = [
    [
        "Liked the shared inbox. Wants to see a month of real work first.",
        "Vond de gedeelde inbox goed. Wil eerst een maand echt werk zien.",
    ],
    ["Read the flyer and asked what we do all day.", "Las de flyer en vroeg wat we de hele dag doen."],
    ["Busy until the holidays, but open to it.", "Druk tot de feestdagen, maar staat ervoor open."],
    [
        "Pays for something like this already and is not happy with it.",
        "Betaalt al voor zoiets en is er niet tevreden over.",
    ],
    [
        "Met in the queue at the supermarket. Runs a practice with three others.",
        "Ontmoet in de rij bij de supermarkt. Runt een praktijk met drie anderen.",
    ],
    ["Showed the half-day price. Found it fair.", "Halvedagprijs laten zien. Vond hem eerlijk."],
    [
        "Wants the offer by mail, with the terms on one page.",
        "Wil de offerte per mail, met de voorwaarden op één pagina.",
    ],
    ["His wife does the books and reads every contract.", "Zijn vrouw doet de boeken en leest elk contract."],
    ["Left a message with the assistant.", "Bericht achtergelaten bij de assistent."],
    ["The first month went well; two small wishes.", "De eerste maand ging goed; twee kleine wensen."],
    ["Talked about growing to a second location next year.", "Gesproken over een tweede vestiging volgend jaar."],
    ["Wants references from someone in the same trade.", "Wil referenties van iemand uit hetzelfde vak."],
    ["Asked to be called after summer.", "Vroeg om na de zomer te bellen."],
    ["Short call, friendly, no decision.", "Kort gesprek, vriendelijk, geen besluit."],
];

/// What they asked.
pub const QUESTIONS: [[&str; 2]; 6] = [
    ["Can I stop after three months?", "Kan ik na drie maanden stoppen?"],
    ["Do you work on Saturdays?", "Werk je ook op zaterdag?"],
    ["Who sees our figures?", "Wie krijgt onze cijfers te zien?"],
    ["What if you are ill?", "Wat als je ziek bent?"],
    ["Is there a discount for a year?", "Is er korting voor een jaar?"],
    ["Can it start in January?", "Kan het in januari beginnen?"],
];

/// What to do.
pub const TODO: [[&str; 2]; 8] = [
    ["Ask about the half-day price.", "Vragen naar de halvedagprijs."],
    ["Ask whether the first month went well.", "Vragen of de eerste maand goed ging."],
    [
        "Second presentation. Bring the answer on the contract.",
        "Tweede presentatie. Antwoord over het contract meenemen.",
    ],
    ["Ask the short questions.", "De korte vragen stellen."],
    ["Was not ready then, may be asked again.", "Was toen niet zover, mag opnieuw gevraagd worden."],
    ["Yearly renewal talk.", "Jaarlijks verlengingsgesprek."],
    ["Send the offer by mail.", "De offerte mailen."],
    ["Call back.", "Terugbellen."],
];

/// What was sold.
pub const SOLD: [[&str; 2]; 4] = [
    ["Half a day a week", "Halve dag per week"],
    ["A full day", "Een hele dag"],
    ["Year contract", "Jaarcontract"],
    ["Workshop", "Workshop"],
];

/// The words that prove an answer, for each of the first three criteria.
pub const PROOFS: [[[&str; 2]; 3]; 3] = [
    [
        ["bike shop, 6 staff", "fietswinkel, 6 mensen"],
        ["two practices", "twee praktijken"],
        ["office of four", "kantoor van vier"],
    ],
    [
        ["€ 400 a month is fine", "€ 400 per maand is prima"],
        ["pays for help already", "betaalt al voor hulp"],
        ["has a budget for it", "heeft er budget voor"],
    ],
    [["owner", "eigenaar"], ["decides with her partner", "beslist met haar vennoot"], ["signs himself", "tekent zelf"]],
];

/// The words of a pair in a language.
pub fn say(pair: [&'static str; 2], language: Language) -> &'static str {
    match language {
        Language::En => pair[0],
        Language::Nl => pair[1],
    }
}

# Elke zin van Rappel in het Nederlands. Het scherm en de kern lezen dit bestand; en.ftl heeft dezelfde sleutels.
# Een `###`-regel opent het deel van een scherm. Korte, gewone woorden; knoppen zijn werkwoorden; je, geen u.

### The frame of the window

app-name = Rappel
screens = Schermen
screen-today = Vandaag
screen-people = Mensen
screen-person = Contact
screen-process = Proces
screen-qualify = Kwalificeren
screen-import = Importeren
screen-settings = Instellingen
screen-with-count = { $screen }, { $count }
new-lead = Nieuwe lead
search-people = Mensen zoeken
back = Terug
undo = Ongedaan maken
undone = Teruggedraaid.
redo = Opnieuw doen
shortcuts = Sneltoetsen
pop-ups-refused = Je bureaublad toont de alarmen van Rappel niet. Sta meldingen van Rappel toe in de instellingen van je systeem.
alarms-paused = Alarmen zijn stil tot { $time }.
resume-alarms = Alarmen hervatten
samples-here =
    { $count ->
        [one] Er staat één voorbeeldpersoon in, om rond te kijken.
       *[other] Er staan { $count } voorbeeldpersonen in, om rond te kijken.
    }
remove-samples = Voorbeelden verwijderen

### Components

close = Sluiten
cancel = Annuleren
save = Bewaren
remove = Verwijderen
ok = Oké
try-again = Opnieuw proberen
shortcut-close = Sluiten
open-calendar = Kalender openen
previous-month = Vorige maand
next-month = Volgende maand
time = Tijd
any-time = Hele dag
day-today = Vandaag
day-tomorrow = Morgen
day-yesterday = Gisteren
in-days =
    { $days ->
        [one] Over 1 dag
        [7] Over een week
        [30] Over een maand
        [90] Over 3 maanden
       *[other] Over { $days } dagen
    }
birthday-day = Dag
birthday-month = Maand
birthday-year = Jaar, als bekend
tags-hint = Typ een label, druk op Enter
remove-tag = Label { $tag } weghalen
filter-find = Zoek in deze lijst
filter-nothing = Niets gevonden
filter-clear = Wissen
choose = Kies
required = verplicht

### Stages

stage-lead = Lead
stage-prospect = Prospect
stage-in-process = In het proces
stage-customer = Klant
stage-repeat-customer = Vaste klant
stage-later = Later
stage-declined = Afgewezen
stage-declined-agreed = Afgewezen, mag weer vragen
stage-declined-not-asked = Afgewezen, nog niet gevraagd
stage-do-not-contact = Niet benaderen
stage-not-a-fit = Past niet
stage-trash = In de prullenbak

### Fields

field-name = Naam
field-given = Voornaam
field-particle = Tussenvoegsel
field-family = Achternaam
field-prefix = Titel
field-display = Getoond als
field-company = Bedrijf
field-job-title = Functie
field-phone = Telefoon
field-email = E-mail
field-website = Website
field-address = Adres
field-street = Straat en nummer
field-postal-code = Postcode
field-town = Plaats
field-country = Land
field-label = Soort
field-source = Bron
field-birthday = Verjaardag
field-tag = Labels
field-language = Taal
field-custom = Eigen veld
field-note = Notitie
field-currency = Munt
field-reason = Reden
field-proof = Bewijs
field-said = Wat er gezegd is
field-asked = Gestelde vraag
field-why = Waarom
field-question = Vraag
field-answer = Antwoord
field-what = Wat
custom-name = Naam van het veld
no-source = Geen bron
add-phone = Telefoonnummer toevoegen
add-email = E-mailadres toevoegen
add-website = Website toevoegen
add-address = Adres toevoegen
add-custom = Eigen veld toevoegen
add-lead = Lead toevoegen
edit-person = Contact bewerken
more-fields = Meer velden

### Dialogs that screens share

what-to-do = Wat ga je doen?
what-to-do-hint = Bellen over de offerte
when = Wanneer
alarm = Alarm
minutes-before =
    { $minutes ->
        [0] Op die tijd
        [60] 1 uur ervoor
        [120] 2 uur ervoor
        [1440] 1 dag ervoor
       *[other] { $minutes } minuten ervoor
    }
repeat = Herhalen
repeat-never = Nooit
repeat-every = Elke
repeat-day =
    { $every ->
        [one] Elke dag
       *[other] Elke { $every } dagen
    }
repeat-week =
    { $every ->
        [one] Elke week
       *[other] Elke { $every } weken
    }
repeat-month =
    { $every ->
        [one] Elke maand
       *[other] Elke { $every } maanden
    }
repeat-year =
    { $every ->
        [one] Elk jaar
       *[other] Elke { $every } jaar
    }
sale-title = Verkoop aan { $name }
sale-what = Wat is er gekocht?
record-sale = Verkoop bewaren
amount = Bedrag
currency = Munt
sold-on = Verkocht op
reason = Reden
reason-optional = Reden, als je wilt
failed-criterion = Op welke vraag liep het mis?
another-reason = Een andere reden
decline-title = { $name } zei nee
decline-question = Mag je deze persoon op je lijst houden?
permission-agreed = Ja, ik mag weer vragen
permission-agreed-means = Je kiest een dag; Rappel herinnert je eraan.
permission-not-asked = Niet gevraagd
permission-not-asked-means = Blijft staan bij de mensen aan wie je het nog vraagt.
permission-refused = Nee, nooit meer benaderen
permission-refused-means = Alle opvolgingen en alarmen stoppen, en de naam staat in geen enkele bellijst.
ask-again-on = Weer vragen op
move = Verplaatsen
move-title = { $name } verplaatsen naar
later-title = { $name } is er nu niet aan toe
later-text = Kies wanneer je terugkomt. Rappel herinnert je die dag.
not-a-fit = Past niet
not-a-fit-title = Waarom past { $name } niet?
drops-follow-ups =
    { $count ->
        [one] De open opvolging vervalt.
       *[other] De { $count } open opvolgingen vervallen.
    }
criteria-first-title = Stel { $name } eerst de korte vragen
criteria-first-text = Wie op elke verplichte vraag ja krijgt, is een prospect.
ask-criteria = Nu vragen
override = Toch verplaatsen
override-title = Waarom is { $name } toch een prospect?
override-text = Je reden blijft in de tijdlijn staan.
sell-again = Opnieuw verkopen
sell-again-title = Opnieuw verkopen aan { $name }?
sell-again-text = Hiermee begint een nieuwe kans.
allow-again = Contact mag weer
allow-again-title = { $name } wil niet benaderd worden
allow-again-text = Kwam het contact van hun kant? Dan komen ook hun opvolgingen en alarmen terug.
only-by-answers-title = { $name } kan niet terug naar lead worden gesleept
only-by-answers-text = Verander in plaats daarvan een antwoord op een van de korte vragen.
has-sale-title = { $name } heeft al gekocht
has-sale-text = Wie iets kocht, is klant en wordt geen lead meer.
restore = Terugzetten
restore-title = { $name } ligt in de prullenbak
restore-text = Zet het contact eerst terug; daarna kun je het verplaatsen.
finish-later-title = Wanneer kom je terug bij { $name }?
finish-later-text = Je zou later terugkomen, dus er is altijd een datum.
finish-later-again = Nieuwe datum zetten
make-active = Weer actief
nobody-found = Niemand gevonden

### What was done, with a way to take it back (from the core)

did-contact-added = { $name } is toegevoegd.
did-contact-changed = { $name } is gewijzigd.
did-contact-trashed = { $name } ligt in de prullenbak.
did-contact-restored = { $name } is terug.
did-conversation-logged = Gesprek met { $name } is bewaard.
did-conversation-changed = Gesprek met { $name } is gewijzigd.
did-conversation-trashed = Gesprek met { $name } ligt in de prullenbak.
did-question-added = Vraag van { $name } is bewaard.
did-question-answered = Vraag van { $name } is beantwoord.
did-question-opened = Vraag van { $name } staat weer open.
did-card-changed = Kaart voor { $name } is gewijzigd.
did-follow-up-added = Opvolging voor { $name } staat.
did-follow-up-changed = Opvolging voor { $name } is gewijzigd.
did-follow-up-moved = Opvolging voor { $name } is verzet.
did-follow-up-done = Opvolging voor { $name } is klaar.
did-follow-up-dropped = Opvolging voor { $name } is vervallen.
did-follow-up-snoozed = Opvolging voor { $name } is uitgesteld.
did-answered = Antwoorden van { $name } zijn bewaard.
did-overridden = { $name } is prospect omdat jij dat koos.
did-moved = { $name } is verplaatst.
did-allowed-again = Je mag { $name } weer benaderen.

### Errors: what happened and what to do

error-internal = Er ging iets mis in Rappel. Er is niets veranderd. Probeer het opnieuw; het logboek in de gegevensmap zegt meer.
error-not-found = Dit is er niet meer. Ga terug en kijk opnieuw.
error-disk-full = De schijf is vol, dus er is niets bewaard. Maak ruimte en probeer het opnieuw.
error-read-only = Rappel mag niet in zijn gegevensmap schrijven. Kijk wie daar mag schrijven en probeer het opnieuw.
error-damaged = Het gegevensbestand is beschadigd. Sluit Rappel en zet een reservekopie terug.
error-cannot-open = Een bestand kon niet worden gelezen of geschreven. Kijk de schijf na en probeer het opnieuw.
error-busy = Een ander programma gebruikt het gegevensbestand. Sluit dat en probeer het opnieuw.
error-file-missing = Het bestand is er niet meer. Kies het opnieuw.
error-name-missing = Er is een naam nodig. Vul er minstens één in.
error-missing = “{ $field }” is leeg. Vul het in.
error-too-long = “{ $field }” is te lang. Gebruik hoogstens { $limit } tekens.
error-too-many = Er zijn er te veel bij “{ $field }”. Houd er hoogstens { $limit } over.
error-bad-email = “{ $value }” is geen e-mailadres. Het ziet eruit als naam@voorbeeld.nl.
error-bad-phone = “{ $value }” is geen telefoonnummer. Gebruik cijfers, met + ervoor voor een ander land.
error-bad-date = “{ $value }” is geen bruikbare datum. Kies een dag vanaf 1900.
error-date-missing = Er is een datum nodig. Kies er een.
error-bad-birthday = Die dag bestaat niet. Kijk de dag, de maand en het jaar na.
error-bad-amount = Dat is geen bedrag. Typ het als 1250 of 12,50.
error-bad-currency = “{ $value }” is geen munt. Gebruik een code van drie letters, zoals EUR.
error-bad-country = Telefoonnummers van “{ $value }” kan Rappel niet lezen. Kies een ander land.
error-bad-days = Het gewone aantal dagen ligt tussen 1 en 999.
error-bad-minutes = Een gesprek duurt niet langer dan een dag. Kijk de minuten na.
error-bad-notice = Het alarm gaat te lang van tevoren. Kies een kortere tijd.
error-bad-repeat = Zo kan het niet herhalen. Kies een getal van 1 tot { $limit }.
error-bad-offsets = Deze dagen voor een verjaardag kunnen niet. Kies uit de lijst.
error-bad-link = Dit kan niet worden geopend. Kijk het nummer of het adres na.
error-no-program = Geen programma op deze computer opent dit. Kies er een in de instellingen van je systeem.
error-allow-again-first = Deze persoon wil niet benaderd worden. Zeg eerst dat contact weer mag.
error-do-not-contact = Deze persoon wil niet benaderd worden, dus er kan niets gepland worden.
error-restore-first = Dit contact ligt in de prullenbak. Zet het eerst terug.
error-ask-again-missing = Kies de dag waarop je het weer vraagt.
error-criteria-first = Stel eerst de korte vragen, of zeg waarom dit toch een prospect is.
error-later-needs-date = Bij later hoort een datum. Kies er een.
error-follow-up-closed = Deze opvolging is al gesloten.
error-in-future = Een gesprek ligt niet in de toekomst. Kijk de dag en de tijd na.
error-list-gone = De lijst is intussen veranderd. Hij wordt opnieuw gehaald.
error-nothing-to-undo = Er is niets om terug te draaien.
error-changed-since = Het is sindsdien gewijzigd en kan niet meer terug.
error-one-required = Minstens één vraag moet verplicht blijven.
error-one-step = Er moet minstens één stap blijven.
error-step-in-use =
    { $count ->
        [one] Er staat iemand in deze stap. Verplaats die eerst.
       *[other] Er staan { $count } mensen in deze stap. Verplaats die eerst.
    }
error-in-use = Rappel draait al met deze gegevensmap. Gebruik dat venster.
error-newer = Een nieuwere versie van Rappel schreef deze gegevens. Installeer die versie om ze te openen.
error-not-ours = Het bestand in de gegevensmap is niet door Rappel gemaakt. Zet het weg en start opnieuw.

### Alarms (from the core)

alarm-follow-up-title = Opvolgen: { $name }
alarm-birthday-title = Verjaardag van { $name }
alarm-card-title = Kaart voor { $name }
alarm-keep-in-touch-title = Contact houden met { $name }
alarm-birthday-body =
    { $turns ->
        [0] { $days ->
            [0] Het is vandaag.
            [one] Het is morgen.
           *[other] Het is over { $days } dagen.
        }
       *[other] { $days ->
            [0] Wordt vandaag { $turns }.
            [one] Wordt morgen { $turns }.
           *[other] Wordt over { $days } dagen { $turns }.
        }
    }
alarm-card-body = Post de kaart vandaag, dan is die op tijd.
alarm-digest-title =
    { $count ->
        [one] Er wacht één ding
       *[other] Er wachten { $count } dingen
    }
alarm-digest-body =
    { $more ->
        [0] { $names }
       *[other] { $names } en nog { $more }
    }
alarm-done = Klaar
alarm-card-posted = Kaart gepost
alarm-snooze = Uitstellen
alarm-open = Openen
alarm-test-title = Rappel kan je bereiken
alarm-test-body = Zo ziet een alarm eruit.

### First start (from the core)

first-criterion-market = Past bij mijn markt
first-criterion-means = Kan betalen
first-criterion-decides = Beslist zelf
first-question-market = Wat doet je bedrijf, en voor wie?
first-question-means = Wat zou een goede oplossing je waard zijn?
first-question-decides = Beslis je hier zelf over?
first-step-qualified = Gekwalificeerd
first-step-presentation = Presentatie
first-step-offer = Offerte
first-source-met = Persoonlijk ontmoet
first-source-referral = Doorverwezen
first-source-web = Web
first-source-list = Gekochte lijst

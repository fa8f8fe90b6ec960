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
screen-calendar = Kalender
screen-import = Importeren
screen-settings = Instellingen
backed-up = Reservekopie { $when }
screen-with-count = { $screen }, { $count }
new-lead = Nieuwe lead
search-people = Mensen zoeken
back = Terug
undo = Ongedaan maken
undone = Teruggedraaid.
redo = Opnieuw doen
zoom-larger = Inzoomen
zoom-smaller = Uitzoomen
zoom-usual = Zoom terug naar 100%
shortcuts = Sneltoetsen
pop-ups-refused = Je bureaublad toont de alarmen van Rappel niet. Sta meldingen van Rappel toe in de instellingen van je systeem.
alarms-paused = Alarmen zijn stil tot { $time }.
resume-alarms = Alarmen hervatten
start-at-login-ask = Rappel samen met je computer starten, verborgen, zodat alarmen afgaan zonder dat je het opent?
start-at-login-yes = Ja, starten
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
birthday-year = Jaar
tags-hint = Typ een label, druk op Enter
remove-tag = Label { $tag } weghalen

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
field-keep-in-touch = Contact houden
field-birthday-offsets = Verjaardags{"\u00AD"}alarm
field-photo = Foto
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
add-what = Toevoegen
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
did-answer-told = { $name } weet het antwoord.
did-answer-untold = { $name } moet het antwoord nog horen.
did-card-changed = Kaart voor { $name } is gewijzigd.
did-follow-up-added = Opvolging voor { $name } staat.
did-follow-up-changed = Opvolging voor { $name } is gewijzigd.
did-follow-up-moved = Opvolging voor { $name } is verzet.
did-follow-up-done = Opvolging voor { $name } is klaar.
did-follow-up-dropped = Opvolging voor { $name } is vervallen.
did-follow-up-snoozed = Opvolging voor { $name } is uitgesteld.
did-keep-in-touch-snoozed = Contact houden met { $name } is uitgesteld.
did-answered = Antwoorden van { $name } zijn bewaard.
did-qualified = { $name } is nu een prospect.
did-overridden = { $name } is prospect omdat jij dat koos.
did-moved = { $name } is verplaatst.
did-allowed-again = Je mag { $name } weer benaderen.

### Errors: what happened and what to do

error-internal = Er ging iets mis in Rappel. Er is niets veranderd. Probeer het opnieuw; het logboek in de gegevensmap zegt meer.
error-not-found = Dit is er niet meer. Ga terug en kijk opnieuw.
error-disk-full = De schijf is vol, dus er is niets bewaard. Maak ruimte en probeer het opnieuw.
error-read-only = Rappel mag niet in zijn gegevensmap schrijven. Kijk wie daar mag schrijven en probeer het opnieuw.
error-damaged = Het gegevensbestand is beschadigd, dus er wordt niets meer in geschreven. Zet een reservekopie terug.
error-still-writing = Rappel schrijft nog iets, misschien een import. Probeer het opnieuw als dat klaar is.
error-restoring = Er wordt een reservekopie teruggezet. Een ogenblik.
error-data-changed = Het gegevensbestand is niet zoals Rappel het achterliet, dus er wordt niets in geschreven. Zet een reservekopie terug, of gebruik het zoals het is.
error-data-missing = Het gegevensbestand staat niet meer in zijn map. Zet een reservekopie terug.
error-data-gone = De map met je gegevens is onbereikbaar, dus er is niets bewaard. Breng de map terug en bewaar opnieuw.
error-data-back = Er staat weer iets in de gegevensmap. Kies “Kijk opnieuw”.
error-data-open = Je gegevens kunnen gewoon open, dus er is niets om opnieuw te beginnen.
error-backup-damaged = Deze reservekopie is beschadigd of niet compleet. Kies een andere.
error-backup-newer = Een nieuwere versie van Rappel maakte deze reservekopie. Installeer die versie om hem terug te zetten.
error-not-a-backup = Dit bestand is geen reservekopie van Rappel. Kies een ander.
error-wrong-passphrase = De wachtzin past niet. Let op hoofdletters en spaties en probeer het opnieuw.
error-passphrase-short = De wachtzin is te kort. Gebruik minstens { $count } tekens.
error-passphrase-differs = De twee wachtzinnen zijn niet gelijk. Typ ze opnieuw.
error-locked = Rappel is op slot. Open het eerst met je wachtzin.
error-locking = Het slot van je gegevens wordt gewijzigd. Een ogenblik.
error-lock-wrong = De wachtzin past niet. Let op hoofdletters en spaties en probeer het over { $seconds } s opnieuw.
error-lock-wait = Zojuist is een wachtzin geprobeerd die niet paste. Probeer het over { $seconds } s opnieuw.
error-not-locked = Je gegevens zijn niet op slot. Stel eerst een wachtzin in.
error-backup-locked = Deze reservekopie gaat met een andere wachtzin open. Typ die.
error-copy-differs = De kopie is niet goed geschreven en is weer weggehaald. Probeer een andere stick of schijf.
error-folder-unwritable = In deze map kan niets worden geschreven. Kies een andere.
error-folder-full = In deze map is geen ruimte meer. Maak ruimte of kies een andere.
error-bad-budget = Geef de reservekopieën minstens 50 en hoogstens 1.000.000 megabyte.
error-bad-zoom = Kies een van de groottes uit de lijst.
error-cannot-open = Een bestand kon niet worden gelezen of geschreven. Kijk de schijf na en probeer het opnieuw.
error-busy = Een ander programma gebruikt het gegevensbestand. Sluit dat en probeer het opnieuw.
error-no-start-at-login = Dit bureaublad laat Rappel niet met de computer starten. Voeg het zelf toe aan de opstartprogramma’s.
error-bad-weeks = Kies hoogstens { $limit } weken, en minstens één.
error-photo-too-large = De foto is groter dan { $limit } MB. Maak hem kleiner en kies hem opnieuw.
error-not-a-photo = Dit bestand is geen foto die getoond kan worden. Kies een JPEG-, PNG-, GIF- of WebP-bestand.
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
error-bad-minutes = Dat zijn geen minuten van een gesprek. Gebruik een heel getal tot 1440, een dag, of laat het leeg.
error-bad-time = ‘{ $value }’ is geen tijd. Typ die als 9:30, of laat het leeg.
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
error-overtaken = Er is intussen iets anders gezocht.
error-nothing-to-undo = Er is niets om terug te draaien.
error-not-answered = Deze vraag heeft nog geen antwoord. Beantwoord de vraag eerst.
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
alarm-test-no-answer = het antwoordde niet binnen een halve minuut
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

### The views of the demo (from the core)

demo-view-stuck = Geen volgende stap
demo-view-later = Nog niet zover
demo-view-repeat = Vaste klanten

### Today

today-first = Welkom. Rappel is nog leeg.
today-overdue = { $count } te laat
today-due = { $count } vandaag
today-birthdays =
    { $count ->
        [one] 1 verjaardag deze week
       *[other] { $count } verjaardagen deze week
    }
today-nothing = Er hoeft niets
next-alarm = Volgende melding: { $when }.
no-next-alarm = Er staat geen melding klaar.
log-conversation = Gesprek vastleggen
log-with-whom = Met wie heb je gesproken?
first-title = Wie kan je klant worden?
first-text = Voeg de eerste toe aan wie je denkt, of haal een lijst binnen die je hebt.
first-add = Voeg je eerste lead toe
first-import = Importeer een lijst
first-samples = Kijk rond met voorbeeldmensen
overdue = Te laat
overdue-oldest = Dit zijn de { $shown } oudste.
show-more = Toon er nog { $count }
done = Klaar
done-today = Vandaag gedaan
done-whom = Klaar: { $name }
snooze = Uitstellen
snooze-whom = Uitstellen: { $name }
snooze-ten-minutes = 10 minuten
snooze-one-hour = 1 uur
snooze-this-evening = Vanavond
snooze-tomorrow-morning = Morgenochtend
snooze-next-week = Volgende week
snoozed-until = meldt { $when }
move-to-date = Naar een andere dag…
move-follow-up = Opvolging verplaatsen
drop-follow-up = Laat vervallen
call-number = Bel { $number }
write-to = Schrijf naar { $address }
nothing-due-title = Vandaag hoeft er niets
nothing-due-text = Een goede dag om uit te zoeken wie een prospect is.
start-qualifying = Leads kwalificeren
birthdays = Verjaardagen
next-14-days = 14 dagen
no-birthdays = Geen in de komende 14 dagen.
turns = wordt { $age }
card = Kaart
card-of = Kaart voor { $name }: { $state }
card-sent = Kaart verstuurd
card-none = geen kaart
card-too-late = Bel liever
card-by = kaart uiterlijk { $day }
post-today = Vandaag posten
card-state-to-write = Te schrijven
card-state-written = Geschreven
card-state-posted = Gepost
card-state-skipped = Dit jaar geen kaart
keep-in-touch = Contact houden
keep-in-touch-every =
    { $weeks ->
        [one] elke week
       *[other] elke { $weeks } weken
    }
keep-in-touch-last = laatste gesprek { $ago }
keep-in-touch-none = nog geen gesprek
questions-owed = Open vragen
without-next-step = Zonder vervolg
plan = Inplannen
leads-to-qualify = Leads om te kwalificeren
qualify-from =
    { $count ->
        [one] 1 kwam van ‘{ $source }’.
       *[other] { $count } kwamen van ‘{ $source }’.
    }
qualify-some =
    { $count ->
        [one] Er wacht 1 lead.
       *[other] Er wachten { $count } leads.
    }
start = Begin

### People

search-people-hint = Naam, bedrijf, nummer, woorden…
import = Importeren
filter-stage = Fase
filter-stage-count =
    { $count ->
        [0] Fase: alle
       *[other] Fase: { $count }
    }
filter-source = Bron
filter-source-count =
    { $count ->
        [0] Bron
       *[other] Bron: { $count }
    }
filter-tag = Label
filter-tag-count =
    { $count ->
        [0] Label
       *[other] Label: { $count }
    }
filter-next = Volgende stap
next-overdue = Te laat
next-today = Vandaag
next-week = Binnen 7 dagen
next-none = Niets gepland
clear-filters = Wissen
order = Volgorde
order-name = Op naam
order-next = Op volgende stap
order-last-talk = Op laatste gesprek
order-newest = Nieuwste eerst
people-chosen =
    { $count ->
        [one] 1 gekozen
       *[other] { $count } gekozen
    }
people-chosen-export = Exporteren…
people-choose = Kiezen
people-choose-none = Niemand kiezen
people-choose-hint = Spatie of { $mod }+klik kiest er een bij, Shift+klik alles tot daar.
people-choose-most = Je kunt hoogstens { $count } mensen tegelijk kiezen. Wil je er meer, filter dan de lijst en gebruik het menu naast het aantal mensen.
people-count =
    { $count ->
        [one] 1 persoon
       *[other] { $count } mensen
    }
column-name = Naam
column-stage = Fase
column-where = Waar
column-next = Volgende stap
column-last-talk = Laatste gesprek
column-source = Bron
sales-count =
    { $count ->
        [one] 1 verkoop
       *[other] { $count } verkopen
    }
asked-of = { $asked } van { $of } gevraagd
not-asked-yet = nog niet gevraagd
since = laatste gesprek { $day }
where-may-ask = mag weer vragen
where-ask-first = nog vragen of het mag
never = nooit
no-next-step = geen vervolg
nobody-found-text = Probeer minder letters, of wis de filters.
tag-gone = { $count ->
    [one] Het label ‘{ $tag }’, waarop deze lijst is gefilterd, bestaat niet meer.
   *[other] De labels ‘{ $tag }’, waarop deze lijst is gefilterd, bestaan niet meer.
  }
tag-gone-clear = Dit filter weghalen
nobody-yet = Er is nog niemand

### Person

from-source = van ‘{ $source }’
mail = Mail
sample = Voorbeeld
more-actions = Meer
to-trash = Naar de prullenbak
photo-choose = Foto kiezen…
photo-choose-title = Kies een foto
photo-remove = Foto verwijderen
in-trash = Deze persoon ligt in de prullenbak. Na 30 dagen gaat die voorgoed weg.
conversations = Gesprekken
in-the-process = In het proces
promising = veelbelovend
days-short = { $days } d
yes = Ja
no = Nee
not-asked = Niet gevraagd
answer-yes = Ja
answer-no = Nee
answer-not-asked = Later vragen
proof = In hun woorden
proof-hint = Wat ze zeiden waaruit het blijkt.
who-does = Vraag me daarna wie er wel beslist
overridden-because = Prospect door je eigen keuze: { $why }
criteria-changed = de criteria veranderden terwijl ze in de verkoopfase zaten
becomes-not-a-fit = { $name } wordt geen match; open opvolgingen vervallen.
becomes-prospect = Alle { $of } gehaald: { $name } wordt prospect.
becomes-lead-again = { $name } wordt weer lead.
stays-customer = { $name } is klant en blijft dat.
stays-prospect = { $name } blijft prospect.
stays-promising = { $yes } van { $of } gehaald: de moeite waard.
stays-lead = { $yes } van { $of } gehaald: nog een lead.
what-was-said = Wat er gezegd is
what-was-said-hint = Wat is er gezegd? Begin een regel met ? om hem als vraag te bewaren.
questions-found =
    { $count ->
        [one] 1 vraag wordt bewaard.
       *[other] { $count } vragen worden bewaard.
    }
call-to-action = Wat heb je gevraagd te doen?
channel = Kanaal
channel-call = Telefoon
channel-visit = Bezoek
channel-presentation = Presentatie
channel-email = E-mail
channel-message = Bericht
channel-web-form = Webformulier
channel-other = Anders
now = Nu
when-was-it = Wanneer was het?
minutes = Minuten
minutes-short = min
minutes-count = { $count } min
how-did-it-end = Hoe liep het af?
end-yes = Ja, verkoop
end-not-ready = Nog niet
end-no = Nee
end-no-answer = Geen gehoor
end-just-a-talk = Gewoon gesprek
ended-no = Zei nee
next-try-title = Geen gehoor, poging { $attempt }. Wanneer opnieuw?
next-try-text = De poging telt hoe dan ook.
try-again-call = Opnieuw proberen
next-step-title = Wat is de volgende stap voor { $name }?
next-step-text = Een prospect zonder volgende stap is snel vergeten.
sold-for = Verkocht, { $amount }
not-ready-until = Nog niet, opvolgen { $when }
follow-up-on = Opvolgen { $when }
open-questions-count =
    { $count ->
        [one] 1 open vraag
       *[other] { $count } open vragen
    }
asked-them = Gevraagd: { $what }
edit-conversation = Gesprek bewerken
timeline = Tijdlijn
older = Ouder
next = Volgende
follow-up = Opvolging
add-follow-up = Opvolging toevoegen
alarm-before = melding { $minutes } min ervoor
nothing-planned = Er is niets gepland.
no-next-step-yet = Nog geen volgende stap: plan er een.
open-questions = Open vragen en zorgen
no-open-questions = Geen.
add-question = Vraag toevoegen
question = Vraag
answer = Beantwoord
your-answer = Je antwoord
asked-on = gevraagd { $day }
about = Over
keep-in-touch-never = Niet ingesteld
keep-in-touch-weeks =
    { $weeks ->
        [one] Elke week
       *[other] Minstens elke { $weeks } weken
    }
keep-in-touch-by = weer uiterlijk { $day }
as-in-settings = Zoals in de instellingen
no-birthday-alarm = Geen alarm
add-birthday = Verjaardag toevoegen
contact-permission = Contact
may-be-contacted = Mag benaderd worden
introduced-by = Via
sales = Verkopen
came-in = Sinds
standing-active = Actief
standing-later = Later
standing-not-a-fit = Geen match
standing-declined-agreed = Afgewezen, mag opnieuw vragen
standing-declined-not-asked = Afgewezen
standing-declined-refused = Niet benaderen

### History (kinds from the core)

history-added = Met de hand toegevoegd
history-imported = Geïmporteerd
history-imported-row = Regel { $line } van ‘{ $file }’.
history-edited = Bewerkt
history-answered = Criterium beantwoord
history-overridden = Prospect gemaakt tegen de regel in
history-standing-changed = Status veranderd
history-contact-allowed-again = Contact mag weer
history-opportunity-opened = Verkoopkans geopend
history-opportunity-resumed = Verkoopkans hervat
history-opportunity-lost = Verkoopkans verloren
history-sold = Verkocht
history-follow-up-added = Opvolging gepland
history-follow-up-done = Opvolging gedaan
history-follow-up-moved = Opvolging verplaatst
history-follow-up-dropped = Opvolging vervallen
history-question-asked = Vraag genoteerd
history-question-answered = Vraag beantwoord
history-answer-told = Antwoord verteld
history-card-changed = Verjaardagskaart { $year }
history-birthday-changed = Verjaardag
history-birthday-removed = Verjaardag verwijderd
history-trashed = In de prullenbak gelegd
history-restored = Uit de prullenbak gehaald

### Qualify

qualify-sub = Een paar korte vragen beslissen of een lead een prospect is.
qualify-position = { $position } van { $total }. Een paar korte vragen beslissen of een lead een prospect is.
skip = Overslaan
next-question = Volgende vraag
previous-question = Vorige vraag
optional = niet verplicht
follow-up-later = Later opvolgen
make-prospect = Maak prospect
keep-and-next = Bewaar en verder
qualify-done-title = Dat was de laatste
qualify-done-text = Wie je hebt gevraagd staat nu in het proces.
qualify-none-title = Geen leads om te kwalificeren
qualify-none-text = Nieuwe leads staan hier tot je ze de korte vragen hebt gesteld.
start-again = Begin opnieuw
open-process = Open het proces

### Questions

screen-questions = Vragen
search-questions = Vragen zoeken
search-questions-hint = Woorden in vragen en antwoorden…
questions-open = Open
questions-to-tell = Nog te vertellen
questions-told = Verteld
questions-order-oldest = Oudste eerst
questions-order-newest = Nieuwste eerst
questions-order-person = Per persoon
questions-keys = Enter beantwoordt, P opent de persoon
questions-keys-tell = Enter wijzigt het antwoord, T is verteld, P opent de persoon
questions-none-open = Geen open vragen
questions-none-open-text = Begin een regel van wat er gezegd is met ? en hij staat hier tot je hem hebt beantwoord.
questions-none-to-tell = Niets te vertellen
questions-none-to-tell-text = Antwoorden komen hier tot je ze hebt verteld.
questions-none-told = Nog niets verteld
questions-none-told-text = Antwoorden die je hebt verteld blijven hier, om opnieuw te gebruiken.
no-question-found = Geen vraag gevonden
no-question-found-text = Probeer minder letters, of kijk op een andere plank.
open-person = Contact openen
question-of = { $name }, gevraagd { $day }
answer-empty-opens = Zonder antwoord staat de vraag weer open.
change-answer = Antwoord wijzigen
told-them = Verteld
told-them-that = Verteld: { $question }
told-already = Dit is al verteld
told-ago = { $ago } verteld
answered-ago = { $ago } beantwoord
similar-answers = Eerdere antwoorden op zulke vragen
show-all = Toon alles
answers-to-tell =
    { $count ->
        [one] 1 antwoord moet je nog vertellen.
       *[other] { $count } antwoorden moet je nog vertellen.
    }
tell-them-title = Heb je dit verteld?

### The call session

screen-session = Belronde
session-sub = De een na de ander, met wat je moet weten voor je belt.
session-whom = Wie bel je
session-list-due = Opvolgingen van vandaag en te laat
session-list-to-tell = Antwoorden nog te vertellen
session-list-to-qualify = Leads om te kwalificeren
session-list-people = Mensen die je zelf kiest
session-list-people-hint = Kies of filter ze in de lijst en druk op “Bel ze”.
session-none-title = Nu niemand om te bellen
session-none-text = Kies mensen in de lijst en druk daar op “Bel ze”.
session-call-them = Bel ze
session-call-listed = Bel de mensen in deze lijst
call-to-tell = Bel om te vertellen
session-position = { $position } van { $total }
session-attempts =
    { $count ->
        [one] 1 poging zonder gehoor
       *[other] { $count } pogingen zonder gehoor
    }
session-due = Wat er te doen is
session-done-with-it = klaar met dit gesprek
session-call = Bellen
session-write = Opschrijven wat er gezegd is
session-back = Terug
session-end = Stoppen
session-leave = Weggaan, om later verder te gaan
session-keys = Alt+1 tot 5 terwijl je typt. C belt, W schrijft, P opent de persoon, Esc gaat weg; je kunt later verder.
session-summary = Belronde, wat het bracht
session-summary-sub =
    { $total ->
        [one] Er zat 1 persoon in.
       *[other] Er zaten { $total } mensen in.
    }
session-called = Gebeld
session-reached = Bereikt
session-skipped = Overgeslagen
session-time = Tijd besteed
session-outcomes = Hoe de gesprekken eindigden
session-next = Wat er nu gepland staat
session-undo-hint = Wat je ongedaan maakt, telt hier ook niet meer mee.
session-close = Klaar
session-running-title = Er is een belronde bezig
session-running-text = Je bent bij { $position } van { $total }. Ga je daarmee verder, of begin je een nieuwe?
session-go-on = Verder gaan
session-anew = Nieuwe beginnen
error-session-nobody = Er staat niemand in deze lijst die je mag bellen.
error-no-session = Er is geen belronde. Begin er een.
error-session-moved-on = De belronde is nu bij iemand anders. Kijk opnieuw.

### Templates

templates = Sjablonen
add-template = Sjabloon toevoegen
template = Sjabloon
template-name = Naam
template-channel = Gaat weg als
template-channel-email = E-mail
template-channel-message = Bericht
template-subject = Onderwerp
template-body = Tekst
template-body-hint = Tussen accolades staat wat Rappel invult.
template-placeholders = Voeg in
template-put-in = Voeg { $name } in
template-preview = Met een voorbeeld
template-none = Schrijf één keer wat je vaak schrijft: de naam, het bedrijf of de volgende datum wordt per persoon ingevuld.
archive-template = Niet meer aanbieden
setting-my-name = Je naam
setting-my-name-hint = Zoals je ondertekent wat je schrijft.
field-subject = Onderwerp
field-body = Tekst
field-my-name = Je naam
did-template-saved = Sjabloon “{ $name }” is bewaard.
placeholder-first-name = voornaam
placeholder-family-name = achternaam
placeholder-name = naam
placeholder-company = bedrijf
placeholder-my-name = mijn naam
placeholder-asked = gevraagd
placeholder-next-date = volgende datum
placeholder-question = hun vraag
placeholder-answer = mijn antwoord
placeholder-today = vandaag
placeholder-example-first-name = Anna
placeholder-example-family-name = de Boer
placeholder-example-name = Anna de Boer
placeholder-example-company = Bakkerij De Boer
placeholder-example-asked = Probeer het een week
placeholder-example-question = Kan ik na een maand stoppen?
placeholder-example-answer = Ja, aan het eind van elke maand.
day-of-month = { $day } { $month }
month-1 = januari
month-2 = februari
month-3 = maart
month-4 = april
month-5 = mei
month-6 = juni
month-7 = juli
month-8 = augustus
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december
write-from-template = Schrijven met een sjabloon
write-title = Schrijven aan { $name }
write-which = Sjabloon
write-free = Geen sjabloon
write-to-address = Aan
write-no-address = Er is nog geen e-mailadres. Kopieer de tekst, of voeg eerst een adres toe.
write-unknown = Niet bekend om in te vullen: { $names }. Het gaat zo weg als het er staat.
write-empty = Hiervoor is niets bekend: { $names }.
write-open-mail = Openen in mailprogramma
write-open-sms = Openen als sms
write-copy = Tekst kopiëren
write-copied = De tekst is gekopieerd.
write-copied-paste = De tekst is te lang om door te geven en is gekopieerd: plak hem in je mailprogramma.
write-not-copied = De tekst kon niet worden gekopieerd. Selecteer en kopieer hem zelf.
write-to-settings = Sjablonen bewerken
did-you-send = Heb je het aan { $name } verstuurd?
did-you-send-yes = Ja, leg het vast
did-you-send-no = Nee
palette-write = { $name } schrijven met een sjabloon
palette-words-write = sjabloon e-mail bericht
error-do-not-write = Deze persoon wil niet benaderd worden, dus er wordt niets geschreven.

### Who introduced whom

introduced-others = Introduceerde
introduced-by-change = Iemand anders kiezen…
introduced-by-title = Via wie kwam { $name }?
introduced-by-whom = Via { $name }
field-introduced-by = Via
history-introduced = Introduceerde
history-introduced-by = Kwam via
did-introduced = Genoteerd via wie { $name } kwam.
referral-title = Wie beslist er wel?
referral-title-at = Wie beslist er bij { $company }?
referral-text = De koppeling met { $name } blijft bewaard, zodat je weet wie je doorstuurde.
referral-new = Iemand die er nog niet is
referral-other = Iemand anders uit de lijst
referral-choose = Kiezen
referral-link = Koppelen
error-introduced-circle = { $name } kan niet zijn aangebracht door iemand die via { $name } kwam.

### Process

process-sub = Iedereen staat op één plek. Sleep om te verplaatsen, of druk op M.
days =
    { $days ->
        [one] 1 dag
       *[other] { $days } dagen
    }
bought-on = kocht { $day }
nobody-here = Niemand.
show-all-in-people = Alle { $count } in Mensen
card-keys = Enter opent, M verplaatst
process-none-title = Hier zie je waar iedereen staat
process-none-text = Van lead tot vaste klant, ieder op één plek. Het begint met de eerste lead.
shelves = Planken
shelf-later = Later
shelf-declined = Afgewezen, mag opnieuw vragen
shelf-do-not-contact = Niet benaderen
shelf-not-a-fit = Geen match

### Calendar

calendar-sub = Sleep om te verplaatsen, of druk Shift met een pijl.
calendar-keys = Pijlen kiezen een dag, Tab gaat naar wat erop staat, Enter opent, Shift met een pijl verplaatst een opvolging
calendar-view = Getoond
calendar-month = Maand
calendar-week = Week
calendar-week-number = Week { $week }
calendar-to-today = Naar vandaag
calendar-previous-month = Vorige maand
calendar-next-month = Volgende maand
calendar-previous-week = Vorige week
calendar-next-week = Volgende week
calendar-plan = Plan een opvolging op deze dag
calendar-plan-whom = Met wie plan je een opvolging?
calendar-day =
    { $count ->
        [0] { $day }, niets
        [one] { $day }, één ding
       *[other] { $day }, { $count } dingen
    }
calendar-day-today = { $day }, vandaag
calendar-more = nog { $count }
calendar-more-on = nog { $count } op { $day }
calendar-nothing = Op deze dag staat niets.
calendar-say-birthday = { $who }, jarig
calendar-say-card = Kaart: { $name }, jarig op { $day }
calendar-say-coming = { $name }, komt terug
calendar-say-done = { $name }, gedaan
calendar-turns = { $name }, { $age }
calendar-card = Kaart: { $name }

### Settings

settings-general = Algemeen
setting-language = Taal
as-the-system = Zoals het systeem ({ $language })
language-en = English
language-nl = Nederlands
setting-theme = Licht of donker
theme-system = Zoals het systeem
theme-light = Licht
theme-dark = Donker
setting-zoom = Zoom
zoom-percent = { $percent }%
setting-daily-time = Vast tijdstip
setting-daily-time-hint = Wanneer verjaardagen en opvolgingen zonder tijd zich melden.
setting-country = Land
setting-country-hint = Telefoonnummers zonder landcode horen hier.
setting-currency = Munt
settings-data = Je gegevens
data-lies-in = Alles staat in deze map:
data-size = { $size } MB
open-folder = Open map
version = Rappel { $version }
criteria = Criteria voor een prospect
criterion = Criterium
add-criterion = Criterium toevoegen
criterion-name = Korte naam
criterion-question = Vraag om te stellen
criterion-question-hint = In de woorden die je zelf zou gebruiken.
criterion-required = Een prospect moet eraan voldoen
archive-criterion = Niet meer vragen
criteria-moves = Dit maakt { $prospects } leads prospect en { $leads } prospects lead. { $keep } in de verkoopfase houden hun plek.
steps = Stappen
step = Stap
add-step = Stap toevoegen
step-name = Naam
step-about =
    { $days ->
        [one] meestal 1 dag, { $open } open
       *[other] meestal { $days } dagen, { $open } open
    }
usual-days = Gebruikelijk aantal dagen
usual-days-hint = Wie langer blijft, krijgt een teken in het proces.
archive-step = Niet meer gebruiken
sources = Bronnen
add-source = Bron toevoegen
source-name = Naam
source-cost = Kosten
source-cost-hint = Wat de lijst, beurs of advertentie kostte, als er iets was.
source-about =
    { $count ->
        [one] 1 persoon
       *[other] { $count } mensen
    }
archive-source = Niet meer aanbieden
archived = gearchiveerd
show-archived = Toon gearchiveerde ({ $count })
hide-archived = Verberg gearchiveerde
move-up = Zet { $name } hoger
move-down = Zet { $name } lager
change = Wijzig { $name }

### Tray (from the core)

tray-due =
    { $count ->
        [0] Er is niets aan de beurt
        [one] 1 ding is aan de beurt
       *[other] { $count } dingen zijn aan de beurt
    }
tray-open = Open Rappel
tray-new-lead = Nieuwe lead…
tray-pause = Meldingen 1 uur pauzeren
tray-resume = Meldingen hervatten
tray-quit = Afsluiten
closed-to-tray = Rappel blijft actief in het systeemvak, zodat meldingen je bereiken. Afsluiten kan in het menu daar.

### Menus at the top of the screen, on a Mac (from the shell)

menu-about = Over Rappel
menu-hide = Verberg Rappel
menu-hide-others = Verberg andere
menu-show-all = Toon alles
menu-quit = Stop Rappel
menu-edit = Wijzig
menu-undo = Herstel
menu-redo = Opnieuw
menu-cut = Knip
menu-copy = Kopieer
menu-paste = Plak
menu-select-all = Selecteer alles
menu-window = Venster
menu-minimize = Minimaliseer
menu-full-screen = Volledig scherm
menu-close = Sluit

### More fields and errors

field-region = Regio
error-reason-missing = Zeg in een paar woorden waarom.

### Import

import-sub = Haal een lijst binnen uit een bestand. Er wordt niets opgeslagen voor je hebt gezien wat er zou gebeuren.
import-file =
    { $rows ->
        [one] { $file }, 1 regel
       *[other] { $file }, { $rows } regels
    }
import-other-file = Ander bestand
import-choose-title = Kies een lijst of een visitekaartje
import-choose-text = Een CSV-tabel uit elk programma, of vCards (.vcf). Je kunt het bestand ook op dit venster slepen.
import-choose = Kies een bestand
import-these-leads = Deze leads
import-source-hint = Zodat je later bronnen kunt vergelijken.
import-new-source = Nieuwe bron…
import-tags = Labels voor allemaal
import-for-all = Antwoorden en Later voor allemaal
import-for-all-hint = Voor wie erbij komt. Wat een rij zelf vertelt, gaat voor.
import-not-known = Niet bekend
import-proof = Welke woorden bewijzen het?
import-proof-of = Bewijs van “{ $criterion }”
import-later = Ze zijn er nu niet klaar voor; kom later bij ze terug
import-columns = Wat de kolommen worden
import-separator = Tussen de kolommen
import-tab = Tab
import-encoding = Tekenset
import-guessed = Dit is geraden. Kijk of namen met accenten kloppen; zo niet, kies een andere.
import-lossy = Sommige letters zijn zo niet te lezen. Kies een andere tekenset.
import-how-read = Hoe het bestand wordt gelezen
import-has-header = De eerste regel noemt de kolommen
import-skip-lines = Regels vóór de tabel
import-skip-lines-hint = Een titel of opmerking boven de lijst. Die worden overgeslagen.
import-joined-by-spaces = Samen met { $columns }, met een spatie ertussen.
import-joined-by-lines = Samen met { $columns }, elk op een eigen regel.
import-read-as = Een paar mensen zoals ze gelezen worden
import-reads-nothing = Er wordt nog niets gelezen. Kies wat de kolommen worden.
import-layout = Opgeslagen indelingen
import-layout-save = Deze indeling opslaan…
import-layout-title = Opslaan wat de kolommen worden
import-layout-hint = Je kunt haar voor andere bestanden gebruiken. Kolommen worden op hun naam gevonden.
import-layout-replaces = Er is al een indeling met die naam; deze komt ervoor in de plaats.
import-layout-remove = De indeling “{ $name }” verwijderen
import-layout-used = Deze indeling kent { $known } van de { $of } kolommen.
import-which-day = Welk getal is de dag in { $examples }?
import-day-first = Het eerste: dag, maand
import-month-first = Het tweede: maand, dag
import-column = Kolom
import-values = Waarden
import-becomes = Wordt
import-column-becomes = { $column } wordt
import-nothing-yet = Er wordt nog niets opgeslagen.
import-try = Bekijk wat er gebeurt
import-outcomes = Wat er van de regels wordt
import-all = Alle
import-rows = Regels van het bestand
import-same-as = dezelfde als { $name }
import-same-line = dezelfde als regel { $line }
import-remarks = Over regel { $line }
import-rows-name = rijen
import-save-rows = Deze rijen opslaan…
import-rows-saved =
    { $count ->
        [one] “{ $file }” is opgeslagen, met één rij. Verbeter die daar en importeer die opnieuw.
       *[other] “{ $file }” is opgeslagen, met { $count } rijen. Verbeter ze daar en importeer ze opnieuw.
    }
import-backup-first = Eerst een reservekopie maken
import-progress = { $done } van { $of }
import-duplicates = Wie er al is
decision-skip = Sla over
decision-fill = Vul aan
decision-replace = Vervang
decision-add = Voeg toe
import-decision = Wat er met regel { $line } gebeurt
import-show-person = Toon { $name }
import-empty = leeg
import-no-change = Er verandert niets: alles is al bekend.
import-change =
    { $count ->
        [one] Wijzig 1 persoon
       *[other] Wijzig { $count } mensen
    }
import-write-and-change =
    { $count ->
        [one] Importeer 1 persoon, wijzig { $updated }
       *[other] Importeer { $count } mensen, wijzig { $updated }
    }
import-updated =
    { $count ->
        [one] 1 persoon gewijzigd
       *[other] { $count } mensen gewijzigd
    }
import-undo-title = Deze import terugdraaien?
import-undo-trashed =
    { $count ->
        [one] 1 persoon gaat naar de prullenbak.
       *[other] { $count } mensen gaan naar de prullenbak.
    }
import-undo-put-back =
    { $count ->
        [one] 1 persoon krijgt terug wat er eerst stond.
       *[other] { $count } mensen krijgen terug wat er eerst stond.
    }
import-worked-on =
    { $count ->
        [one] Met 1 persoon is sindsdien iets gedaan; die blijft:
       *[other] Met { $count } mensen is sindsdien iets gedaan; zij blijven:
    }
import-worked-on-too = Ook naar de prullenbak
import-changed-since =
    { $count ->
        [one] Bij 1 persoon is sindsdien iets met de hand gewijzigd; dat blijft:
       *[other] Bij { $count } mensen is sindsdien iets met de hand gewijzigd; dat blijft:
    }
filter-batch = Alleen deze import
history-updated = Gewijzigd door een bestand
import-write =
    { $count ->
        [one] Importeer 1 persoon
       *[other] Importeer { $count } mensen
    }
import-added =
    { $count ->
        [one] 1 persoon toegevoegd
       *[other] { $count } mensen toegevoegd
    }
import-left-out =
    { $count ->
        [one] 1 regel is overgeslagen.
       *[other] { $count } regels zijn overgeslagen.
    }
import-all-in = Alle regels zijn binnen.
import-with-remarks =
    { $count ->
        [one] 1 persoon kwam binnen met opmerkingen.
       *[other] { $count } mensen kwamen binnen met opmerkingen.
    }
import-show = Toon mensen
import-undo = Maak import ongedaan
import-undone = ongedaan gemaakt
import-earlier = Eerdere imports
import-kept =
    { $count ->
        [one] 1 persoon blijft, want daar heb je sindsdien aan gewerkt.
       *[other] { $count } mensen blijven, want daar heb je sindsdien aan gewerkt.
    }
did-import-undone = De import is ongedaan gemaakt.
did-mapping-saved = “{ $name }” is opgeslagen.
did-mapping-removed = “{ $name }” is verwijderd.
becomes-exported = Zoals Rappel het exporteerde
becomes-ignore = Weglaten
becomes-full-name = Hele naam
becomes-family-first = Hele naam, achternaam eerst
becomes-given = Voornaam
becomes-middle = Tweede naam
becomes-particle = Tussenvoegsel
becomes-family = Achternaam
becomes-prefix = Titel
becomes-suffix = Achtervoegsel (jr.)
becomes-company = Bedrijf
becomes-job-title = Functie
becomes-email = E-mail
becomes-phone = Telefoon
becomes-website = Website
becomes-street = Straat
becomes-house-number = Huisnummer
becomes-postal-code = Postcode
becomes-town = Plaats
becomes-region = Regio
becomes-country = Land
becomes-whole-address = Heel adres
becomes-label-of = Label van een andere kolom
becomes-birthday = Verjaardag
becomes-birth-day = Geboortedag
becomes-birth-month = Geboortemaand
becomes-birth-year = Geboortejaar
becomes-tags = Labels
becomes-language = Taal
becomes-note = Notitie
becomes-custom = Eigen veld
outcome-new = Nieuw
outcome-new-with-remarks = Nieuw, met opmerkingen
outcome-known = Al eens binnengekomen
outcome-duplicate = Is er al
outcome-blocked = Niet benaderen
outcome-unreadable = Onleesbaar
problem-empty = deze regel is leeg
problem-unbalanced-quote = een aanhalingsteken is niet gesloten: { $value }
problem-value-too-long = een waarde is te lang: { $value }
problem-too-many-values = te veel waarden: { $value }
problem-outside-card = tekst tussen kaarten: { $value }
problem-not-a-person = geen persoon maar { $value }
problem-name-from-elsewhere = geen naam; genomen uit { $value }
problem-date-unreadable = datum bewaard in de notitie: { $value }
problem-date-ambiguous = datum kan op twee manieren gelezen worden, bewaard in de notitie: { $value }
problem-year-unsure = jaar weggelaten: { $value }
problem-not-an-email = geen e-mailadres, bewaard in de notitie: { $value }
problem-not-a-phone = geen telefoonnummer, bewaard in de notitie: { $value }
problem-language-unknown = onbekende taal, bewaard als veld: { $value }
problem-too-many-columns = meer cellen dan kolommen, bewaard in de notitie: { $value }
problem-kept-in-note = bewaard in de notitie: { $value }
problem-left-out = weggelaten: { $value }
problem-binary-left-out = geen tekst, weggelaten: { $value }
problem-photo-too-large = de foto is te groot: { $value }
problem-photo-unreadable = de foto is onleesbaar: { $value }
problem-photo-extra = een tweede foto weggelaten: { $value }
problem-charset-guessed = tekenset geraden: { $value }
problem-letters-lost = letters die niet te lezen zijn: { $value }
problem-missing-end = de kaart is niet gesloten: { $value }
problem-line-unreadable = regel bewaard in de notitie: { $value }
error-import-empty = Het bestand is leeg. Kies een ander.
error-import-not-text = Dit is geen lijst maar een { $kind }-bestand. Bewaar het eerst als CSV of vCard.
error-import-encoding = { $value } is geen tekenset die hier bekend is. Kies een andere.
error-import-columns = De eerste regel heeft { $count } kolommen; dat is geen lijst van mensen.
error-file-too-large = Het bestand is groter dan { $limit } MB. Splits het en importeer de delen.
error-import-no-rows = Zulke rijen zijn er niet meer. Probeer het bestand opnieuw.
error-cancelled = Het is gestopt; er is niets opgeslagen.
error-file-unreadable = Dit bestand is niet te lezen. Kijk of je het mag openen en kies het opnieuw.
error-import-nothing-new = Niemand in dit bestand is nog nieuw, dus er is niets opgeslagen. Kies het bestand opnieuw om te zien waarom.
error-import-all-skipped = Er blijft geen rij over als er zoveel regels worden overgeslagen. Kies een kleiner getal.
error-import-no-and-later = Wie niet aan een verplicht criterium voldoet, past niet; dan valt er niets uit te stellen. Haal het nee of Later weg.
error-import-mapping-elsewhere = Deze indeling is opgeslagen voor een tabel met andere kolommen; geen daarvan staat in dit bestand.

### Instellingen: alarmen en wat ervan werd

settings-alarms = Alarmen
setting-leap-day = 29 februari in andere jaren
leap-day-before = 28 februari
leap-day-after = 1 maart
setting-offsets = Een verjaardag gaat af
offset-days =
    { $days ->
        [0] op de dag zelf
        [one] 1 dag ervoor
       *[other] { $days } dagen ervoor
    }
setting-cards = Kaarten
setting-card-alarms = Waarschuw op tijd om een kaart te posten
setting-delivery-days = Dagen bezorgtijd
setting-post-closed = Geen post op
setting-holidays = Geen post op feestdagen ({ $country })
setting-holidays-days = Druk op een dag waarop de post wel werkt
post-works = De post werkt
post-rests = Geen post
setting-own-days = Ook geen post op deze dagen
remove-day = { $day } weghalen
setting-quiet = Rust
setting-quiet-hours = Niets gaat af van
setting-quiet-from = Rust vanaf
setting-quiet-to = Rust tot
until = tot
setting-days-off = Niets gaat af op
setting-quiet-hint = Wat dan valt, gaat af als de rust voorbij is. Een kaartalarm gaat juist ervoor af.
setting-start-at-login = Verborgen met de computer starten, zodat alarmen altijd afgaan
test-alarm = Proefalarm sturen
test-alarm-taken = Je bureaublad nam het aan. Zie je het?
test-alarm-refused = Je bureaublad nam het niet aan: { $why }
coming-alarms = Volgende alarmen
no-alarm-set = Er staat geen alarm.
alarm-kind-follow-up = Opvolging
alarm-kind-birthday = Verjaardag
alarm-kind-card = Kaart
alarm-kind-keep-in-touch = Contact houden
ledger = Alarmen die afgingen
ledger-search = Zoek een naam
ledger-older = Oudere tonen
ledger-empty = Er ging nog geen alarm af.
ledger-nothing-found = Geen voor die naam.
ring-opened = geopend
ring-done = gedaan
ring-snoozed = uitgesteld
ring-closed = gesloten
ring-settled = afgehandeld in Rappel
ring-shown = getoond
ring-refused = niet aangenomen door het bureaublad
ring-unknown = onderweg
ring-in-digest = in een overzicht
waiting-alarms = Alarmen die het bureaublad niet toonde

### Backups

backups = Reservekopieën
backups-about = Rappel kopieert al je gegevens bij het eerste gebruik van elke dag, voor elke import en voordat het zelf het bestand verandert. Het bewaart zeven dagen, vier weken en twaalf maanden.
backups-lie-in = Ze staan in { $folder }
backup-now = Nu een reservekopie maken
backup-made = De reservekopie is gemaakt.
backup-from-file = Terugzetten uit een bestand
backups-none = Er zijn nog geen reservekopieën. De eerste komt vanzelf.
backups-show-all = Toon alle { $count }
backup-contents = { $contacts ->
        [one] 1 persoon
       *[other] { $contacts } mensen
    }, { $conversations ->
        [one] 1 gesprek
       *[other] { $conversations } gesprekken
    }, { $size } MB
backup-kind-daily = Dagelijks
backup-kind-by-hand = Door jou gemaakt
backup-kind-import = Voor een import
backup-kind-migration = Voor een update
backup-kind-restore = Voor het terugzetten
backup-state-checking = Wordt nagekeken
backup-state-incomplete = Niet compleet, niet bruikbaar
backup-state-changed = Beschadigd, niet bruikbaar
backup-state-newer = Van een nieuwere Rappel
backup-restore = Terugzetten
backup-restore-of = De reservekopie van { $at } terugzetten
backup-restore-title = Terug naar { $at }?
backup-restore-text = De reservekopie van { $at } komt in de plaats van je gegevens: { $contents }. Wat je nu hebt, wordt eerst als reservekopie bewaard, zodat je terug kunt. Wie sindsdien niet meer benaderd wil worden of gewist is, blijft dat.
backup-restore-damaged-text = De reservekopie van { $at } komt in de plaats van je gegevens: { $contents }. Het bestand dat niet open kan, blijft onder een andere naam bewaard.
backup-restored = De reservekopie is teruggezet.
backup-copy = Kopiëren naar
backup-copy-of = Kopiëren naar een map: de reservekopie van { $at }
backup-copy-heading = Naar een map kopiëren
backup-copy-text = Een kopie op een stick of een andere schijf helpt als deze computer zoek of kapot is.
backup-copy-title = Kies een map voor de kopie
backup-copy-choose = Map kiezen
backup-copied = De kopie { $file } staat in { $folder }
backup-seal = Beveiligen met een wachtzin
passphrase = Wachtzin
passphrase-again = Nog een keer dezelfde
passphrase-hint = Minstens acht tekens. Zonder wachtzin opent niemand de kopie, jij ook niet: schrijf hem op.
backup-choose-title = Kies een reservekopie om terug te zetten
backup-file-title = { $file } terugzetten?
backup-file-text = Wat erin staat, komt in de plaats van je gegevens. Wat je nu hebt, wordt eerst als reservekopie bewaard, zodat je terug kunt. Wie sindsdien niet meer benaderd wil worden of gewist is, blijft dat.
backup-file-damaged-text = Wat erin staat, komt in de plaats van je gegevens. Het bestand dat niet open kan, blijft onder een andere naam bewaard.
backup-budget = Ruimte voor reservekopieën, in megabytes
backup-budget-hint = Is er meer nodig, dan gaan de oudste eerst weg. De nieuwste blijft altijd.
backup-problem = Er kon geen reservekopie worden gemaakt. { $why }
backup-to-settings = Bekijk de reservekopieën
damage-title = Je gegevens kunnen niet open
damage-damaged = Het gegevensbestand is beschadigd, misschien door een kapotte schijf of stroomuitval. Rappel laat het zoals het is en schrijft er niets in. Zet een reservekopie terug: de nieuwste goede staat bovenaan.
damage-changed = Het gegevensbestand is niet zoals Rappel het achterliet. Heb je er een ander bestand neergezet, of het met een ander programma of een oudere Rappel veranderd? Gebruik het dan zoals het is. Zo niet, dan heeft de schijf het bedorven: zet een reservekopie terug, de nieuwste goede staat bovenaan. Tot je kiest, schrijft Rappel er niets in.
damage-missing = Het gegevensbestand staat niet meer in zijn map, maar de reservekopieën wel. Zet er een terug, of leg het bestand terug en start Rappel opnieuw.
damage-use = Gebruik het zoals het is
damage-no-backup = In de gegevensmap staat geen goede reservekopie. Heb je ergens anders een kopie? Zet die terug uit het bestand.
damage-afresh = Met niets beginnen
damage-afresh-title = Met niets beginnen?
damage-afresh-text = Rappel opent leeg, zoals op de eerste dag. Het beschadigde bestand blijft onder een andere naam bewaard, en de reservekopieën blijven staan.
gone-title = De map met je gegevens is weg
gone-text = Rappel kan niet meer bij deze map. Is de schijf eruit gehaald, of is de map verplaatst, hernoemd of verwijderd?
gone-hint = Er wordt niets bewaard en er gaat geen alarm af tot de map terug is. Wat je aan het typen was, blijft hier staan. Sluit de schijf weer aan of zet de map terug: Rappel ziet het vanzelf.
gone-look = Kijk opnieuw
gone-not-there = De map is er nog niet.
gone-put-back = De map is verwijderd…
gone-put-back-title = Je gegevens terugzetten?
gone-put-back-text = Zolang Rappel draait, kan het een verwijderd bestand nog vasthouden. Het schrijft dan al je gegevens opnieuw in { $folder }, controleert ze en gaat verder. De reservekopieën uit die map komen niet terug. Sluit Rappel niet eerst af.
gone-put-back-submit = Terugzetten

### Export, and one person's file

export = Exporteren
export-title = Mensen exporteren
export-whom = Wie
export-chosen =
    { $count ->
        [one] De ene persoon die je koos
       *[other] De { $count } mensen die je koos
    }
export-listed =
    { $count ->
        [one] De ene persoon die nu in de lijst staat
       *[other] De { $count } mensen die nu in de lijst staan
    }
export-all =
    { $count ->
        [one] De enige persoon, zonder de prullenbak
       *[other] Alle { $count } mensen, zonder de prullenbak
    }
export-format = Als
export-csv = Tabel (CSV)
export-csv-hint = Voor rekenbladen. Rappel leest die weer in zonder verlies: namen, adressen en nummers, labels, eigen velden, antwoorden, status, opvolgingen en verkopen. Gesprekken en foto’s staan er niet in.
export-vcard = Kaartjes (vCard 4.0)
export-vcard-hint = Voor adresboeken en telefoons, met foto’s. Antwoorden, status en opvolgingen staan er niet in.
export-save = Kies een plek…
export-choose-title = Waar moet het bestand komen?
export-progress = { $done } van { $of } geschreven
exported =
    { $count ->
        [one] ‘{ $file }’ is geschreven, met één persoon.
       *[other] ‘{ $file }’ is geschreven, met { $count } mensen.
    }
exported-file = ‘{ $file }’ is geschreven.
export-people-name = mensen
export-calendar-name = rappel
export-person-html = Alles bewaren als pagina…
export-person-json = Alles bewaren als JSON…
export-person-vcard = Bewaren als kaartje (vCard)…
settings-calendar = Agendabestand
calendar-text = Voor een ander agendaprogramma. Het is een kopie: wat hier later verandert, staat er niet in.
calendar-birthdays =
    { $count ->
        [one] 1 verjaardag, elk jaar
       *[other] { $count } verjaardagen, elk jaar
    }
calendar-follow-ups =
    { $count ->
        [one] 1 open opvolging, met alarm
       *[other] { $count } open opvolgingen, met hun alarm
    }
calendar-save = Agenda bewaren…
calendar-birthday = Verjaardag van { $name }
calendar-birthday-born = Verjaardag van { $name } ({ $year })
error-export-nobody = Er is niemand om te exporteren. Verander eerst de filters.
error-export-nothing = Er is niets voor in een agenda. Kies iets anders.
error-export-running = Er wordt nog een ander bestand geschreven. Wacht daarop of stop het.
error-export-stopped = Het exporteren is gestopt; er is geen bestand geschreven.
error-export-disk-full = Daar is geen ruimte voor het bestand, dus er is niets geschreven. Kies een andere plek of maak ruimte.
error-export-read-only = Rappel mag daar niet schrijven, dus er is niets geschreven. Kies een andere map.
error-export-folder-missing = De map is er niet meer. Kies een andere.
error-export-failed = Het bestand kon daar niet worden geschreven. Kies een andere plek en probeer het opnieuw.
language-tag = nl
file-written = Alles wat Rappel over deze persoon bewaart. Geschreven op
file-no-year = { $day } (jaar onbekend)
file-introduced-by = Voorgesteld door
file-standing = Status
file-came-in = Binnengekomen
file-came-with = Uit het bestand
file-answers = Antwoorden
file-questions = Vragen
file-follow-ups = Opvolgingen
file-follow-up-open = open
file-follow-up-done = gedaan
file-follow-up-dropped = vervallen
file-opportunities = Verkoopfase
file-cards = Verjaardagskaarten
file-history = Geschiedenis

### Erasing for good

erase = Voorgoed wissen…
erase-title = { $name } voorgoed wissen?
erase-text = Alles over { $name } gaat weg: naam, adressen en nummers, gesprekken, vragen, antwoorden, verkopen, foto en geschiedenis. Het kan niet ongedaan worden gemaakt en gaat niet naar de prullenbak.
erase-backups = In back-ups van eerder staat deze persoon nog tot die worden opgeruimd. Zet je zo’n back-up terug, dan wist Rappel deze persoon opnieuw.
erase-refused = { $name } wil niet benaderd worden. Een vingerafdruk van e-mailadres en telefoonnummer blijft, zodat Rappel waarschuwt als deze persoon weer op een lijst staat.
erase-others = Wat je over deze persoon op de pagina van iemand anders schreef, blijft staan; kijk daar zelf.
erase-now = Voorgoed wissen
erased = { $name } is gewist.
refused-before = Iemand met dit e-mailadres of telefoonnummer wil niet benaderd worden. Voeg die alleen toe als diegene zelf contact zocht.
add-anyway = Toch toevoegen
import-blocked-before = vroeg eerder om niet benaderd te worden
settings-privacy = Privacy
privacy-network = Alles blijft op deze computer. Rappel gebruikt nooit het netwerk.
privacy-trash = Wat 30 dagen in de prullenbak ligt, wordt voorgoed gewist.
privacy-fingerprints = Wil iemand niet benaderd worden, dan bewaart Rappel een vingerafdruk van de e-mailadressen en telefoonnummers: een versleuteld getal waaruit het adres niet te lezen is. Die blijft ook als je deze persoon wist, zodat Rappel waarschuwt als die weer op een lijst staat. Wie het hele gegevensbestand heeft, kan adressen uitproberen en zien of er een past.
privacy-count =
    { $count ->
        [0] Er is geen vingerafdruk bewaard.
        [one] Er is 1 vingerafdruk bewaard.
       *[other] Er zijn { $count } vingerafdrukken bewaard.
    }

### Dubbelen: wie er twee keer in de lijst staat

duplicates-title = Dubbelen
duplicates-sub = Mensen die misschien twee keer in je lijst staan, de waarschijnlijkste eerst.
duplicates-count = { $count ->
    [one] { $count } paar
   *[other] { $count } paren
  }
duplicates-none = Niemand staat twee keer in je lijst
duplicates-none-text = Rappel zoekt naar hetzelfde e-mailadres of telefoonnummer, en naar dezelfde of bijna dezelfde naam bij één bedrijf, in één plaats of bij één maildomein.
duplicates-find = Zoek dubbelen
duplicates-pair = { $one } en { $other }
duplicates-position = Paar { $position } van { $total }
duplicates-to-list = Alle paren
why-same-email = Zelfde e-mailadres: { $email }
why-same-phone = Zelfde telefoonnummer: { $phone }
why-same-name-and-company = Zelfde naam en bedrijf
why-same-name-and-town = Zelfde naam en plaats
why-same-name-and-domain = Zelfde naam, beide bij { $domain }
why-near-name-and-domain = Bijna dezelfde naam, beide bij { $domain }
why-chosen = Door jou gekozen
merge-with = Voeg samen met…
merge-with-whom = Met wie wil je { $name } samenvoegen?
merge-title = Een en dezelfde?
merge-sub = Kies wat blijft. Er gaat niets verloren dat je niet terug kunt halen.
merge-came-in = Erbij sinds { $date }
merge-nothing = Niets
merge-field-opportunity = Verkoopkans
merge-stays = Beide tijdlijnen blijven:
merge-conversations = { $count ->
    [one] { $count } gesprek
   *[other] { $count } gesprekken
  }
merge-follow-ups = { $count ->
    [one] { $count } open opvolging
   *[other] { $count } open opvolgingen
  }
merge-sales = { $count ->
    [one] { $count } verkoop
   *[other] { $count } verkopen
  }
merge-standing = De strengste van de twee telt: { $standing }.
merge-standing-not-a-fit = De strengste van de twee telt: { $standing }. Open opvolgingen vervallen.
merge-do = Voeg samen
merge-not-same = Niet dezelfde
history-merged = Samengevoegd met
did-contacts-merged = Samengevoegd tot { $name }.
did-told-apart = { $name } en de ander zijn niet dezelfde.

### Alles vinden (Ctrl+K)

find-anything = Zoek alles
palette-hint = Een naam, een bedrijf, wat er gezegd is, of wat je wilt doen
palette-what = Wat wil je doen?
palette-nothing = Niets gevonden. Probeer minder letters.
palette-tab = wat te doen
palette-log = Noteer een gesprek met { $name }
palette-call = Bel { $name }
palette-mail = Mail { $name }
palette-follow-up = Plan een opvolging voor { $name }
palette-snooze = Stel { $name } uit tot morgenochtend
palette-move = Verplaats { $name }
palette-edit = Bewerk { $name }
palette-open = Open { $name }
# Andere woorden waarmee iemand om hetzelfde vraagt.
palette-words-log = schrijf belletje telefoongesprek
palette-words-call = telefoon opbellen
palette-words-mail = e-mail schrijf aan
palette-words-follow-up = herinner alarm
palette-words-snooze = sluimer later de opvolging van
palette-words-move = stap fase in het proces
palette-words-edit = wijzig verander
palette-settings = Instellingen: { $section }
section-general = algemeen
section-alarms = alarmen
section-capture = snel noteren
section-data = je gegevens
section-criteria = criteria
section-steps = stappen
section-sources = bronnen
section-templates = sjablonen
section-fields = eigen velden
section-tags = labels
section-backups = reservekopieën
section-ledger = laatste alarmen
section-calendar = agendabestand
section-lock = wachtzin
section-privacy = privacy
palette-pause = Pauzeer de alarmen een uur
palette-test-alarm = Stuur een proefalarm

### Een bedrijf

open-company = Open { $company }
edit-company = Bewerk bedrijf
new-lead-here = Nieuwe lead hier
company-nobody = Hier werkt niemand meer.
company-no-sales = Nog niets verkocht.
company-no-talks = Nog geen gesprekken.
conversations-count = { $count ->
    [one] { $count } gesprek
   *[other] { $count } gesprekken
  }
did-company-changed = { $name } is gewijzigd.
error-company-there = “{ $value }” is er al. Mensen kun je er één voor één naartoe verplaatsen, met de naam op hun pagina.

### Cards

screen-cards = Kaarten
all-cards = Alle kaarten
cards-sub = { $write } te schrijven, { $post } te posten, { $call } liever bellen.
cards-weeks = Weken vooruit
cards-weeks-count = { $weeks } weken
cards-labels = Adresetiketten…
cards-post-by = { $day }: laatste dag om te posten
cards-over = Voorbij
cards-call-hint = Een kaart komt te laat. Bel liever, en kies daarna “Geen kaart”.
cards-skipped = Geen kaart
cards-no-phone = Er is geen telefoonnummer.
cards-address-missing = Adres ontbreekt
cards-change-address = Wijzigen
cards-address-of = Adres van { $name }
cards-give-address = Adres invullen
cards-call = Bellen
cards-words-hint = Bewaard voor volgend jaar. { $mod }+Enter bewaart het en gaat terug naar de lijst.
cards-last = Kaart van { $year }: { $state }
cards-none-title = Geen kaarten in deze weken
cards-none-text = Kaarten verschijnen hier op tijd voor de post, voor iedereen van wie je de verjaardag weet.
cards-look-further = 8 weken vooruit kijken
cards-mark-to-write = Kaart: te schrijven
cards-mark-written = Kaart: geschreven
cards-mark-posted = Kaart: gepost
cards-mark-skipped = Dit jaar geen kaart
cards-choose-all = Alle kaarten kiezen
cards-choose-most = Je kunt hoogstens { $count } kaarten tegelijk kiezen.
labels-title = Adresetiketten
labels-file-name = etiketten
labels-whose = Voor wie
labels-chosen =
    { $count ->
        [one] Degene die je koos
       *[other] De { $count } mensen die je koos
    }
labels-to-send = Alle kaarten van { $weeks } weken die nog weg moeten
labels-sheet = Vel
labels-sheet-l7160 = Avery L7160: 3 × 7 van 63,5 × 38,1 mm
labels-sheet-l7163 = Avery L7163: 2 × 7 van 99,1 × 38,1 mm
labels-sheet-full3x8 = 3 × 8 van 70 × 37 mm, zonder marges
labels-start = Eerste vrije etiket
labels-start-hint = Klik in het plaatje op het eerste etiket dat nog op het vel zit, of ga erheen met de pijltjestoetsen. Wie het eerst gepost moet worden, komt eerst.
labels-position = Etiket { $position }: { $name }
labels-position-empty = Etiket { $position }
labels-count =
    { $count ->
        [0] Geen etiketten
        [one] 1 etiket
       *[other] { $count } etiketten
    } op { $sheets ->
        [one] 1 vel
       *[other] { $sheets } vellen
    }
labels-without-address =
    { $count ->
        [one] 1 persoon zonder adres krijgt er geen.
       *[other] { $count } mensen zonder adres krijgen er geen.
    }
labels-left-out =
    { $count ->
        [one] 1 persoon die geen contact wil of in de prullenbak ligt, is weggelaten.
       *[other] { $count } mensen die geen contact willen of in de prullenbak liggen, zijn weggelaten.
    }
labels-unprintable = Sommige letters in deze namen kunnen niet worden afgedrukt: { $names }
labels-saved = { $file } is opgeslagen. Druk af op 100 %, niet passend op de pagina.
labels-open = Openen om af te drukken
field-card-words = Wat je schreef
field-cards = Kaarten
field-labels = Etiketten
did-cards-changed = { $name } kaarten zijn gewijzigd.
error-labels-nobody = Er is niemand met een adres om af te drukken.
error-address-incomplete = De post heeft een straat nodig en een plaats of postcode.
### Insights

screen-insights = Inzicht
insights-period = Periode
insights-period-this-month = Deze maand
insights-period-this-quarter = Dit kwartaal
insights-period-this-year = Dit jaar
insights-period-last-year = Vorig jaar
insights-period-last-twelve-months = Laatste 12 maanden
insights-period-all = Alles
insights-period-own = Van – tot…
insights-until = Tot en met { $day }
insights-from = Van
insights-to = Tot en met
insights-any-source = Alle bronnen
insights-print = Afdrukken
insights-percent = { $share }%
insights-part = { $part } van { $whole }
insights-minutes = { $minutes } min
insights-whole-hours = { $hours } u
insights-hours = { $hours } u { $minutes } min
insights-funnel = Van lead tot vaste klant
insights-share-of-prospects = { $share } van de leads
insights-share-of-customers = { $share } van de prospects
insights-share-of-repeat-customers = { $share } van de klanten
insights-few-of-prospects = { $part } van { $whole } leads
insights-few-of-customers = { $part } van { $whole } prospects
insights-few-of-repeat-customers = { $part } van { $whole } klanten
insights-days-prospect =
    { $days ->
        [0] De helft van de prospects werd dat op de dag van binnenkomst.
        [one] De helft van de prospects werd dat binnen 1 dag.
       *[other] De helft van de prospects werd dat binnen { $days } dagen.
    }
insights-days-customer =
    { $days ->
        [0] De helft van de klanten kocht op de dag van binnenkomst.
        [one] De helft van de klanten kocht binnen 1 dag.
       *[other] De helft van de klanten kocht binnen { $days } dagen.
    }
insights-leads-before =
    { $count ->
        [one] In de periode ervoor kwam er 1 lead binnen.
       *[other] In de periode ervoor kwamen er { $count } leads binnen.
    }
insights-sources = Waar goede leads vandaan komen
insights-sales = Verkopen
insights-sold = Verkocht
insights-cost = Kosten per stuk
insights-cost-hint = Kosten per stuk: wat de bron kostte voor elke prospect die hij ooit bracht.
insights-no-leads = In deze periode kwamen er geen leads binnen.
insights-talk = Tijd voor ongevraagde leads
insights-talk-text = van je gesprekken was met mensen aan wie je nog niets had gevraagd.
insights-talk-time = Dat was { $unasked } van { $all }.
insights-talks =
    { $count ->
        [one] 1 gesprek in totaal.
       *[other] { $count } gesprekken in totaal.
    }
insights-no-talk = Geen gesprekken in deze periode.
insights-was = In de periode ervoor was het { $share }.
insights-promises = Opvolgingen nagekomen
insights-kept-text = gedaan op de beloofde dag of eerder.
insights-moved =
    { $count ->
        [one] 1 is verzet,
       *[other] { $count } zijn verzet,
    }
insights-missed =
    { $count ->
        [one] 1 is gemist.
       *[other] { $count } zijn gemist.
    }
insights-no-promises = In deze periode viel er niets op te volgen.
insights-stops = Waar leads blijven steken
insights-stop-not-asked = Nog niets gevraagd
insights-stop-asked-in-part = Deels gevraagd
insights-over = { $count } langer dan gewoon
insights-nobody-stops = Van deze periode wacht niemand.
insights-sales-by-month = Verkopen per maand
insights-sales-by-year = Verkopen per jaar
insights-cohorts-by-month = Leads per maand van binnenkomst
insights-cohorts-by-year = Leads per jaar van binnenkomst
insights-month = Maand
insights-year = Jaar
insights-cohort-hint = Wat er sindsdien van hen werd, wanneer dan ook. Latere leads hadden minder tijd.
insights-no-sales = In deze periode is er niets verkocht.
insights-empty-title = Hier zie je straks wat werkt
insights-empty-text = Welke bronnen kopers brengen, waar leads blijven steken, en of je tijd naar de juiste mensen gaat. Het begint met de eerste lead.
figure-leads = Leads
figure-prospects = Prospects
figure-customers = Klanten
figure-repeat-customers = Vaste klanten
figure-talks = Gesproken
figure-unasked-talks = Gesproken, nog niets gevraagd
figure-promises-kept = Opvolging nagekomen
figure-promises-moved = Opvolging verzet
figure-promises-missed = Opvolging gemist
figure-sales = Gekocht ({ $currency })
figure-stopped = Blijft steken: { $where }
figure-stopped-over = Te lang: { $where }
filter-behind = Niet langer alleen: { $behind }
error-bad-period = De periode eindigt voor hij begint. Kies een latere laatste dag.
### Quick capture: the small window, its keys, and when in plain words

quick-capture = Snel noteren
quick-capture-anywhere = Nieuwe lead, vanuit elk programma
capture-reach = Telefoon of e-mail
field-met-at = Waar ontmoet
capture-when = Wanneer opvolgen
capture-new-source = Rappel maakt er een nieuwe bron van.
capture-same = { $name } heeft dit nummer of e-mailadres al.
capture-open = Open
capture-add-to = Zet bij { $name }
capture-new-anyway = Toch nieuwe lead
history-met = Ontmoet
did-captured = Toegevoegd bij { $name }.
when-in-words = Wanneer, in gewone woorden
when-hint = morgen 10, dinsdag, over 3 maanden
when-hint-short = of: morgen 10
when-unknown = ‘{ $word }’ is niet te begrijpen.
when-past = Dat is al voorbij.
when-no-such-day = Die dag bestaat niet.
when-no-such-time = Die tijd bestaat niet.
when-two-days = { $first } of { $second }? Typ de datum.
when-two-times = { $first } of { $second }? Typ het zo.
when-day-or-time = Een dag of een tijd? Zet er ‘morgen’ of de maand bij.
when-contradicts = Daar staan twee verschillende dingen.
error-when-past = Het moment om op te volgen is al voorbij. Kies er een dat nog komt.
error-when-unclear = Het is niet duidelijk wanneer je wilt opvolgen. Typ het anders, zoals ‘morgen 10’, of laat het leeg.
settings-capture = Snel noteren
capture-about = Een klein venster voor iemand die je net ontmoet. Deze toetsen openen het vanuit elk programma; het icoon in het systeemvak en de opdracht ‘rappel --new-lead’ ook.
setting-shortcut = Toetsen
setting-shortcut-now = Toetsen: { $keys }. Kies andere
shortcut-off = Uit
shortcut-turn-off = Zet uit
shortcut-listening = Druk op de toetsen…
shortcut-press = Twee van Ctrl, Alt en Shift met een letter of cijfer. Esc laat het zo.
shortcut-problem-taken = Een ander programma heeft deze toetsen, dus hier werken ze niet. Kies andere.
shortcut-problem-wayland = Je bureaublad (Wayland) geeft geen programma toetsen die overal werken. Maak in de instellingen van je systeem een sneltoets die ‘rappel --new-lead’ start.
shortcut-problem-not-here = Deze toetsen kunnen op deze computer niet. Kies andere.
error-bad-shortcut = ‘{ $value }’ is elders nodig. Gebruik twee van Ctrl, Alt en Shift met een letter of cijfer.
### Bewaarde weergaven: lijsten van mensen met een naam

saved-views = Bewaarde weergaven
saved-view = Bewaarde weergave
save-view = Weergave bewaren
view-name = Naam van de weergave
view-name-hint = Ze bewaart de woorden, de filters en de volgorde.
view-menu = Weergave { $name }
view-rename = Weergave hernoemen
view-up = Naar boven
view-down = Naar beneden
view-remove = Weergave verwijderen
view-changed = gewijzigd
view-save-changes = Wijzigingen bewaren
view-save-as-new = Als nieuwe bewaren
view-many = { $count }+
field-column = Kolom
field-view = Bewaarde weergaven
field-search = Zoekwoorden
did-view-saved = Weergave “{ $name }” is bewaard.
did-view-renamed = De weergave heet nu “{ $name }”.
did-view-changed = Weergave “{ $name }” is gewijzigd.
did-view-removed = Weergave “{ $name }” is verwijderd.
did-views-arranged = De weergaven staan in een andere volgorde.
error-view-there = Er is al een weergave “{ $value }”. Kies een andere naam.

### Veel mensen tegelijk

many-add-tag = Label toevoegen…
many-remove-tag = Label weghalen…
many-set-source = Bron instellen…
many-plan-follow-up = Opvolging plannen…
many-later = Later…
many-decline = Afgewezen…
many-not-a-fit = Past niet…
many-activate = Weer actief…
many-trash = In de prullenbak…
many-restore = Terugzetten…
many-tag-short = Label…
many-follow-up-short = Opvolging…
many-standing = Status
many-choose-tag = Kies een label
many-all =
    { $count ->
        [one] Met de ene persoon in de lijst
       *[other] Met alle { $count } mensen in de lijst
    }
people-choose-all = Alles kiezen
many-do =
    { $count ->
        [0] Niemand te wijzigen
        [one] Doen voor 1 persoon
       *[other] Doen voor { $count } mensen
    }
many-changes =
    { $count ->
        [0] Er verandert niemand.
        [one] Er verandert 1 persoon.
       *[other] Er veranderen { $count } mensen.
    }
many-drops =
    { $count ->
        [one] 1 open opvolging vervalt.
       *[other] { $count } open opvolgingen vervallen.
    }
many-progress = { $done } van { $of } klaar
left-out-refused =
    { $count ->
        [one] 1 wil niet benaderd worden en blijft zoals die is.
       *[other] { $count } willen niet benaderd worden en blijven zoals ze zijn.
    }
left-out-customer =
    { $count ->
        [one] 1 is klant en blijft dat.
       *[other] { $count } zijn klant en blijven dat.
    }
left-out-not-a-fit =
    { $count ->
        [one] 1 past niet; daar wordt niets gepland.
       *[other] { $count } passen niet; daar wordt niets gepland.
    }
left-out-questions =
    { $count ->
        [one] 1 is geen prospect: stel eerst de korte vragen.
       *[other] { $count } zijn geen prospect: stel eerst de korte vragen.
    }
left-out-trashed =
    { $count ->
        [one] 1 ligt in de prullenbak.
       *[other] { $count } liggen in de prullenbak.
    }
left-out-already =
    { $count ->
        [one] Bij 1 is het al zo.
       *[other] Bij { $count } is het al zo.
    }
left-out-full =
    { $count ->
        [one] 1 heeft al zoveel labels als er passen.
       *[other] { $count } hebben al zoveel labels als er passen.
    }
did-many-tagged = Label toegevoegd bij { $name }.
did-many-untagged = Label weggehaald bij { $name }.
did-many-source = Bron ingesteld voor { $name }.
did-many-planned = Opvolging gepland voor { $name }.
did-many-later = Later: { $name }.
did-many-declined = Afgewezen: { $name }.
did-many-not-a-fit = Past niet: { $name }.
did-many-active = Weer actief: { $name }.
did-many-trashed = In de prullenbak: { $name }.
did-many-restored = Teruggezet: { $name }.
error-nobody-to-change = Er zou niemand veranderen. Kies anderen, of iets anders om te doen.

### Eigen velden en labels

own-fields = Eigen velden
add-field = Veld toevoegen
fields-none = Er zijn er nog geen. Voeg er een toe voor wat je van iedereen wilt weten, zoals het aantal medewerkers.
field-kind = Wat erin staat
field-kind-text = Tekst
field-kind-number = Getal
field-kind-date = Datum
field-kind-choice = Keuze
field-choices = Keuzes
field-choices-hint = Eén per regel.
field-take-values =
    { $count ->
        [one] Neem de waarde die er is
       *[other] Neem de { $count } waarden die er zijn
    }
field-values =
    { $count ->
        [0] geen waarden
        [one] 1 waarde
       *[other] { $count } waarden
    }
field-fit =
    { $count ->
        [0] Geen waarde past.
        [one] 1 waarde past.
       *[other] { $count } waarden passen.
    }
field-rewritten =
    { $count ->
        [one] 1 daarvan wordt anders geschreven: { $examples }
       *[other] { $count } daarvan worden anders geschreven: { $examples }
    }
field-stay =
    { $count ->
        [one] 1 past niet en blijft tekst: { $examples }
       *[other] { $count } passen niet en blijven tekst: { $examples }
    }
field-archived = Eigen veld
archive-field = Dit veld niet meer aanbieden; de waarden blijven
filter-field = Eigen veld
filter-field-title = Filteren op een eigen veld
filter-test = Wat je zoekt
filter-value = Waarde
filter-apply = Filteren
remove-filter = Filter weghalen: { $filter }
field-test-is = is
field-test-contains = bevat
field-test-before = vóór
field-test-before-number = minder dan
field-test-after = na
field-test-after-number = meer dan
field-test-empty = is leeg
field-test-filled = is ingevuld
did-field-added = Veld “{ $name }” is toegevoegd.
did-field-changed = Veld “{ $name }” is gewijzigd.
did-fields-arranged = De velden staan in een andere volgorde.
error-field-there = Er is al een veld “{ $value }”. Kies een andere naam.
error-bad-field-number = “{ $value }” is geen getal voor “{ $name }”. Typ het als 1250 of 12,5.
error-bad-field-date = “{ $value }” is geen datum voor “{ $name }”. Kies een dag.
error-bad-field-choice = “{ $value }” is geen keuze van “{ $name }”. Kies er een.
problem-not-a-number = geen getal, bewaard in de notitie: { $value }
problem-not-a-choice = geen van de keuzes, bewaard in de notitie: { $value }
tags = Labels
tag-name = Naam van het label
find-tag = Zoek een label
tags-none = Er zijn nog geen labels. Geef iemand er een op de eigen pagina, of veel mensen tegelijk in de lijst.
tags-nothing-found = Geen label heeft deze letters.
tags-more =
    { $count ->
        [one] Nog 1: zoek het op letters.
       *[other] Nog { $count }: zoek ze op letters.
    }
rename-tag = Label { $tag } hernoemen
merge-tag = Label { $tag } samenvoegen
merge-tag-text = Wie “{ $tag }” heeft, krijgt in plaats daarvan het andere label.
merge-tag-into = Samenvoegen met
delete-tag = Label { $tag } verwijderen
did-tag-renamed = Het label heet nu “{ $name }”.
did-tags-merged = De labels zijn nu één: “{ $name }”.
did-tag-deleted = Label “{ $name }” is verwijderd.
error-tag-there = Er is al een label “{ $value }”. Voeg die twee liever samen.

### De volgorde van namen

setting-name-order = Namen met een tussenvoegsel
name-order-of-country = Zoals lijsten in: { $country }
name-order-family = Sanne de Boer bij de B
name-order-particle = Sanne de Boer bij de D

### The passphrase

locked-title = Rappel is op slot
locked-text = Typ je wachtzin om je gegevens te openen.
locked-due =
    { $count ->
        [0] Er is geen herinnering aan de beurt
        [one] Er is 1 herinnering aan de beurt
       *[other] Er zijn { $count } herinneringen aan de beurt
    }
locked-hint = Open Rappel met je wachtzin om te zien voor wie.
unlock = Openen
passphrase-show = Wachtzin tonen
passphrase-hide = Wachtzin verbergen
caps-lock = Caps Lock staat aan.
locked-wait =
    { $seconds ->
        [one] Je kunt het over 1 seconde opnieuw proberen.
       *[other] Je kunt het over { $seconds } seconden opnieuw proberen.
    }
locked-forgotten = Wachtzin vergeten?
locked-forgotten-text = Zonder wachtzin opent niemand je gegevens, ook de makers van Rappel niet. Weet je een eerdere wachtzin nog, of is er een reservekopie van voor het slot? Zet die dan terug. Wat nu niet open kan, blijft onder een andere naam bewaard: schiet de wachtzin je te binnen, dan zet je het uit dat bestand terug.
locked-afresh-text = Rappel opent leeg, zoals op de eerste dag. Het bestand dat op slot is, blijft onder een andere naam bewaard, en de reservekopieën blijven staan.
locked-back = Terug naar de wachtzin
lock-title = Wachtzin
lock-off = Rappel kan je gegevens op slot doen met een wachtzin die het bij elke start vraagt. Wie deze computer of de schijf in handen krijgt, leest er dan niets van, ook niet van de reservekopieën.
lock-on = Rappel vraagt bij elke start om je wachtzin. Tot dan zeggen alarmen alleen hoeveel herinneringen er aan de beurt zijn.
lock-set = Wachtzin instellen
lock-change = Wijzigen
lock-remove = Weghalen
lock-set-title = Je gegevens op slot doen met een wachtzin?
lock-change-title = Een andere wachtzin
lock-remove-title = Je gegevens niet meer op slot?
lock-remove-text = Vanaf dan kan iedereen die deze computer of de schijf heeft je gegevens lezen, en ook de reservekopieën die daarna worden gemaakt.
lock-warning = Wie de wachtzin vergeet, is alles kwijt: zonder wachtzin opent niemand je gegevens of de reservekopieën, ook de makers van Rappel niet.
lock-understood = Ik heb hem opgeschreven en bewaar hem op een veilige plek
lock-present = De wachtzin die je nu hebt
lock-new = Nieuwe wachtzin
lock-new-hint = Minstens acht tekens. Een paar woorden die niet bij elkaar horen, onthoud je makkelijk en raadt niemand.
lock-is-set = Je gegevens zijn op slot. Rappel vraagt bij de volgende start om de wachtzin.
lock-is-changed = De wachtzin is gewijzigd.
lock-is-removed = Je gegevens zijn niet meer op slot.
lock-older-open =
    { $count ->
        [one] 1 reservekopie is zonder wachtzin te lezen.
       *[other] { $count } reservekopieën zijn zonder wachtzin te lezen.
    }
lock-older-other =
    { $count ->
        [one] 1 reservekopie gaat met een andere wachtzin open.
       *[other] { $count } reservekopieën gaan met een andere wachtzin open.
    }
lock-older-lock = Ook op slot doen
lock-older-remove = Verwijderen
lock-older-remove-title = De oudere reservekopieën verwijderen?
lock-older-remove-text = Eerst wordt een nieuwe reservekopie gemaakt, op slot zoals je gegevens. Daarna gaan de reservekopieën weg die niet met jouw wachtzin op slot zijn. Ze zijn niet terug te halen.
lock-older-left = De andere konden niet op slot: ze zijn beschadigd, of gaan open met een wachtzin die Rappel niet kent.
backup-lock-same = op slot
backup-lock-other = op slot met een andere wachtzin
backup-copy-locked = De kopie is op slot zoals deze reservekopie: hij gaat open met dezelfde wachtzin.
backup-other-passphrase = De wachtzin die je gegevens toen hadden
backup-kind-lock = Voor een wijziging van het slot

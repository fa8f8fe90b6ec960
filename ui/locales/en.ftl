# Every sentence of Rappel in English. The page and the core read this same file; nl.ftl has the same keys and arguments.
# A `###` comment opens the section of a screen. Short and plain words; buttons are verbs.

### The frame of the window

app-name = Rappel
screens = Screens
screen-today = Today
screen-people = People
screen-person = Person
screen-process = Process
screen-qualify = Qualify
screen-import = Import
screen-settings = Settings
screen-with-count = { $screen }, { $count }
new-lead = New lead
search-people = Search people
back = Back
undo = Undo
undone = Taken back.
redo = Do again
shortcuts = Shortcuts
pop-ups-refused = Your desktop does not show Rappel’s alarms. Allow notifications for Rappel in the settings of your system.
alarms-paused = Alarms are paused until { $time }.
resume-alarms = Resume alarms
samples-here =
    { $count ->
        [one] One sample person is here so that you can look around.
       *[other] { $count } sample people are here so that you can look around.
    }
remove-samples = Remove sample people

### Components

close = Close
cancel = Cancel
save = Save
remove = Remove
ok = OK
try-again = Try again
shortcut-close = Close
open-calendar = Open calendar
previous-month = Previous month
next-month = Next month
time = Time
any-time = Any time
day-today = Today
day-tomorrow = Tomorrow
day-yesterday = Yesterday
in-days =
    { $days ->
        [one] In 1 day
        [7] In a week
        [30] In a month
        [90] In 3 months
       *[other] In { $days } days
    }
birthday-day = Day
birthday-month = Month
birthday-year = Year, if known
tags-hint = Type a tag, press Enter
remove-tag = Remove tag { $tag }
filter-find = Find in this list
filter-nothing = Nothing found
filter-clear = Clear
choose = Choose
required = required

### Stages

stage-lead = Lead
stage-prospect = Prospect
stage-in-process = In the process
stage-customer = Customer
stage-repeat-customer = Repeat customer
stage-later = Later
stage-declined = Declined
stage-declined-agreed = Declined, may ask again
stage-declined-not-asked = Declined, not asked yet
stage-do-not-contact = Do not contact
stage-not-a-fit = Not a fit
stage-trash = In the trash

### Fields

field-name = Name
field-given = First name
field-particle = Particle
field-family = Family name
field-prefix = Title
field-display = Shown as
field-company = Company
field-job-title = Job title
field-phone = Phone
field-email = E-mail
field-website = Web site
field-address = Address
field-street = Street and number
field-postal-code = Postal code
field-town = Town
field-country = Country
field-label = Label
field-source = Source
field-birthday = Birthday
field-tag = Tags
field-language = Language
field-custom = Own field
field-note = Note
field-currency = Currency
field-reason = Reason
field-proof = Proof
field-said = What was said
field-asked = Question asked
field-why = Why
field-question = Question
field-answer = Answer
field-what = What
custom-name = Name of the field
no-source = No source
add-phone = Add a phone number
add-email = Add an e-mail address
add-website = Add a web site
add-address = Add an address
add-custom = Add a field of your own
add-lead = Add lead
edit-person = Edit person
more-fields = More fields

### Dialogs that screens share

what-to-do = What to do
what-to-do-hint = Call about the offer
when = When
alarm = Alarm
minutes-before =
    { $minutes ->
        [0] At that time
        [60] 1 hour before
        [120] 2 hours before
        [1440] 1 day before
       *[other] { $minutes } minutes before
    }
repeat = Repeat
repeat-never = Never
repeat-every = Every
repeat-day =
    { $every ->
        [one] Every day
       *[other] Every { $every } days
    }
repeat-week =
    { $every ->
        [one] Every week
       *[other] Every { $every } weeks
    }
repeat-month =
    { $every ->
        [one] Every month
       *[other] Every { $every } months
    }
repeat-year =
    { $every ->
        [one] Every year
       *[other] Every { $every } years
    }
sale-title = Sale to { $name }
sale-what = What did they buy?
record-sale = Record sale
amount = Amount
currency = Currency
sold-on = Sold on
reason = Reason
reason-optional = Reason, if you like
failed-criterion = Which question failed?
another-reason = Another reason
decline-title = { $name } said no
decline-question = May you keep them on your list?
permission-agreed = Yes, I may ask again
permission-agreed-means = You choose a date; Rappel reminds you.
permission-not-asked = I did not ask
permission-not-asked-means = They stay on the list of people to ask.
permission-refused = No, never contact
permission-refused-means = All follow-ups and alarms stop, and they are in no list of people to call.
ask-again-on = Ask again on
move = Move
move-title = Move { $name } to
later-title = { $name } is not ready now
later-text = Choose when you come back to them. Rappel reminds you that day.
not-a-fit = Not a fit
not-a-fit-title = Why is { $name } not a fit?
drops-follow-ups =
    { $count ->
        [one] Their open follow-up is dropped.
       *[other] Their { $count } open follow-ups are dropped.
    }
criteria-first-title = Ask { $name } the short questions first
criteria-first-text = Whoever gets a yes to every required question is a prospect.
ask-criteria = Ask them now
override = Move anyway
override-title = Why is { $name } a prospect anyway?
override-text = Your reason is kept in the timeline.
sell-again = Sell again
sell-again-title = Sell to { $name } again?
sell-again-text = This opens a new opportunity.
allow-again = Contact is allowed again
allow-again-title = { $name } asked not to be contacted
allow-again-text = Did they get in touch themselves? Then their follow-ups and alarms come back too.
only-by-answers-title = { $name } cannot be dragged back to lead
only-by-answers-text = Change an answer to one of the short questions instead.
has-sale-title = { $name } has bought already
has-sale-text = Whoever bought something is a customer and cannot become a lead again.
restore = Put back
restore-title = { $name } is in the trash
restore-text = Put them back first; then you can move them.
finish-later-title = When do you come back to { $name }?
finish-later-text = They asked to be called later, so there is always a date.
finish-later-again = Set new date
make-active = They are active again
nobody-found = Nobody found

### What was done, with a way to take it back (from the core)

did-contact-added = { $name } is added.
did-contact-changed = { $name } is changed.
did-contact-trashed = { $name } is in the trash.
did-contact-restored = { $name } is back.
did-conversation-logged = Conversation with { $name } is kept.
did-conversation-changed = Conversation with { $name } is changed.
did-conversation-trashed = Conversation with { $name } is in the trash.
did-question-added = Question of { $name } is kept.
did-question-answered = Question of { $name } is answered.
did-question-opened = Question of { $name } is open again.
did-card-changed = Card for { $name } is changed.
did-follow-up-added = Follow-up for { $name } is set.
did-follow-up-changed = Follow-up for { $name } is changed.
did-follow-up-moved = Follow-up for { $name } is moved.
did-follow-up-done = Follow-up for { $name } is done.
did-follow-up-dropped = Follow-up for { $name } is dropped.
did-follow-up-snoozed = Follow-up for { $name } is snoozed.
did-answered = Answers of { $name } are kept.
did-overridden = { $name } is a prospect by your choice.
did-moved = { $name } is moved.
did-allowed-again = You may contact { $name } again.

### Errors: what happened and what to do

error-internal = Something went wrong inside Rappel. Nothing was changed. Try it again; the log in the data folder says more.
error-not-found = This is no longer there. Go back and look again.
error-disk-full = The disk is full, so nothing was saved. Make room and try again.
error-read-only = Rappel may not write to its data folder. Check who may write there and try again.
error-damaged = The data file is damaged. Close Rappel and put back a backup.
error-cannot-open = A file could not be read or written. Check the disk and try again.
error-busy = Another program is using the data file. Close it and try again.
error-file-missing = The file is not there any more. Choose it again.
error-name-missing = A name is needed. Fill in at least one.
error-missing = “{ $field }” is empty. Fill it in.
error-too-long = “{ $field }” is too long. Use at most { $limit } characters.
error-too-many = There are too many of “{ $field }”. Keep at most { $limit }.
error-bad-email = “{ $value }” is not an e-mail address. It should look like name@example.com.
error-bad-phone = “{ $value }” is not a phone number. Use digits, with + in front for another country.
error-bad-date = “{ $value }” is not a date that can be used. Choose a day from 1900 on.
error-date-missing = A date is needed. Choose one.
error-bad-birthday = That day does not exist. Check the day, the month and the year.
error-bad-amount = That is not an amount. Type it like 1250 or 12.50.
error-bad-currency = “{ $value }” is not a currency. Use a code of three letters, like EUR.
error-bad-country = Phone numbers of “{ $value }” cannot be read. Choose another country.
error-bad-days = The usual number of days has to lie between 1 and 999.
error-bad-minutes = A conversation cannot last longer than a day. Check the minutes.
error-bad-notice = The alarm is too long before the time. Choose a shorter one.
error-bad-repeat = That is no usual way to repeat. Choose a number from 1 to { $limit }.
error-bad-offsets = These days before a birthday cannot be used. Choose from the list.
error-bad-link = This cannot be opened. Check the number or the address.
error-no-program = No program on this computer opens this. Choose one in the settings of your system.
error-allow-again-first = They asked not to be contacted. First say that contact is allowed again.
error-do-not-contact = They asked not to be contacted, so nothing can be planned.
error-restore-first = They are in the trash. Put them back first.
error-ask-again-missing = Choose the day on which you ask again.
error-criteria-first = First ask the short questions, or say why they are a prospect anyway.
error-later-needs-date = Whoever waits for later needs a date. Choose one.
error-follow-up-closed = This follow-up is closed already.
error-in-future = A conversation cannot lie in the future. Check the day and the time.
error-list-gone = The list has changed meanwhile. It is fetched again.
error-nothing-to-undo = There is nothing to take back.
error-changed-since = It was changed since, so it cannot be taken back.
error-one-required = At least one question has to stay required.
error-one-step = At least one step has to stay.
error-step-in-use =
    { $count ->
        [one] One person stands in this step. Move them first.
       *[other] { $count } people stand in this step. Move them first.
    }
error-in-use = Rappel is running already with this data folder. Use that window.
error-newer = A newer version of Rappel wrote this data. Install that version to open it.
error-not-ours = The file in the data folder was not made by Rappel. Move it away and start again.

### Alarms (from the core)

alarm-follow-up-title = Follow up with { $name }
alarm-birthday-title = Birthday of { $name }
alarm-card-title = Card for { $name }
alarm-keep-in-touch-title = Keep in touch with { $name }
alarm-birthday-body =
    { $turns ->
        [0] { $days ->
            [0] It is today.
            [one] It is tomorrow.
           *[other] It is in { $days } days.
        }
       *[other] { $days ->
            [0] Turns { $turns } today.
            [one] Turns { $turns } tomorrow.
           *[other] Turns { $turns } in { $days } days.
        }
    }
alarm-card-body = Post the card today, so that it arrives in time.
alarm-digest-title =
    { $count ->
        [one] One thing is waiting
       *[other] { $count } things are waiting
    }
alarm-digest-body =
    { $more ->
        [0] { $names }
       *[other] { $names } and { $more } more
    }
alarm-done = Done
alarm-card-posted = Card posted
alarm-snooze = Snooze
alarm-open = Open
alarm-test-title = Rappel can reach you
alarm-test-body = This is what an alarm looks like.

### First start (from the core)

first-criterion-market = Fits my market
first-criterion-means = Can pay
first-criterion-decides = Decides
first-question-market = What does your business do, and for whom?
first-question-means = What would a good solution be worth to you?
first-question-decides = Is this something you decide yourself?
first-step-qualified = Qualified
first-step-presentation = Presentation
first-step-offer = Offer
first-source-met = Met in person
first-source-referral = Referral
first-source-web = Web
first-source-list = Bought list

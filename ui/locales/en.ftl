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
screen-calendar = Calendar
screen-import = Import
screen-settings = Settings
backed-up = Backed up { $when }
screen-with-count = { $screen }, { $count }
new-lead = New lead
search-people = Search people
back = Back
undo = Undo
undone = Taken back.
redo = Do again
zoom-larger = Zoom in
zoom-smaller = Zoom out
zoom-usual = Zoom back to 100%
shortcuts = Shortcuts
pop-ups-refused = Your desktop does not show Rappel’s alarms. Allow notifications for Rappel in the settings of your system.
alarms-paused = Alarms are paused until { $time }.
resume-alarms = Resume alarms
start-at-login-ask = Start Rappel with your computer, hidden, so that alarms ring without you opening it?
start-at-login-yes = Yes, start it
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
birthday-year = Year
tags-hint = Type a tag, press Enter
remove-tag = Remove tag { $tag }

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
field-keep-in-touch = Keep in touch
field-birthday-offsets = Birthday alarm
field-photo = Photo
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
add-what = Add
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
did-answer-told = { $name } knows the answer.
did-answer-untold = { $name } still has to hear the answer.
did-card-changed = Card for { $name } is changed.
did-follow-up-added = Follow-up for { $name } is set.
did-follow-up-changed = Follow-up for { $name } is changed.
did-follow-up-moved = Follow-up for { $name } is moved.
did-follow-up-done = Follow-up for { $name } is done.
did-follow-up-dropped = Follow-up for { $name } is dropped.
did-follow-up-snoozed = Follow-up for { $name } is snoozed.
did-keep-in-touch-snoozed = Keeping in touch with { $name } is put off.
did-answered = Answers of { $name } are kept.
did-qualified = { $name } is a prospect now.
did-overridden = { $name } is a prospect by your choice.
did-moved = { $name } is moved.
did-allowed-again = You may contact { $name } again.

### Errors: what happened and what to do

error-internal = Something went wrong inside Rappel. Nothing was changed. Try it again; the log in the data folder says more.
error-not-found = This is no longer there. Go back and look again.
error-disk-full = The disk is full, so nothing was saved. Make room and try again.
error-read-only = Rappel may not write to its data folder. Check who may write there and try again.
error-damaged = The data file is damaged, so nothing is written to it any more. Restore a backup.
error-still-writing = Rappel is still writing something, an import perhaps. Try again when it is done.
error-restoring = A backup is being restored. One moment.
error-data-changed = The data file is not as Rappel left it, so nothing is written to it. Restore a backup, or use it as it is.
error-data-missing = The data file is not in its folder any more. Restore a backup.
error-data-gone = The folder with your data is out of reach, so nothing was saved. Bring it back and save again.
error-data-back = Something stands in the data folder again. Choose “Look again”.
error-data-open = Your data can be opened, so there is nothing to begin anew.
error-backup-damaged = This backup is damaged or not complete. Choose another one.
error-backup-newer = A newer version of Rappel made this backup. Install that version to restore it.
error-not-a-backup = This file is no backup of Rappel. Choose another one.
error-wrong-passphrase = The passphrase does not fit. Mind capitals and blanks, and try again.
error-passphrase-short = The passphrase is too short. Use at least { $count } characters.
error-passphrase-differs = The two passphrases are not the same. Type them again.
error-locked = Rappel is locked. Unlock it with your passphrase first.
error-locking = The lock of your data is being changed. One moment.
error-lock-wrong = The passphrase does not fit. Mind capitals and blanks, and try again in { $seconds } s.
error-lock-wait = A passphrase that did not fit was tried a moment ago. Try again in { $seconds } s.
error-not-locked = Your data are not locked. Set a passphrase first.
error-backup-locked = This backup opens with another passphrase. Type it.
error-copy-differs = The copy was not written well, so it was removed. Try another stick or disk.
error-folder-unwritable = Nothing can be written to this folder. Choose another one.
error-folder-full = There is no room left in this folder. Make room or choose another one.
error-bad-budget = Give the backups at least 50 and at most 1,000,000 megabytes.
error-bad-zoom = Choose one of the sizes in the list.
error-cannot-open = A file could not be read or written. Check the disk and try again.
error-busy = Another program is using the data file. Close it and try again.
error-no-start-at-login = This desktop does not let Rappel start with the computer. Add it to the start-up programs yourself.
error-bad-weeks = Choose at most { $limit } weeks, and at least one.
error-photo-too-large = The photo is larger than { $limit } MB. Make it smaller and choose it again.
error-not-a-photo = This file is no photo that can be shown. Choose a JPEG, PNG, GIF or WebP file.
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
error-bad-minutes = Those are not the minutes of a conversation. Use a whole number up to 1440, a day, or leave it empty.
error-bad-time = “{ $value }” is not a time. Type it like 9:30, or leave it empty.
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
error-overtaken = Something else was searched for meanwhile.
error-nothing-to-undo = There is nothing to take back.
error-not-answered = This question has no answer yet. Answer it first.
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
alarm-test-no-answer = it did not answer within half a minute
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

### The views of the demo (from the core)

demo-view-stuck = No next step
demo-view-later = Not ready yet
demo-view-repeat = Repeat buyers

### Today

today-first = Welcome. Rappel is empty still.
today-overdue = { $count } overdue
today-due = { $count } today
today-birthdays =
    { $count ->
        [one] 1 birthday this week
       *[other] { $count } birthdays this week
    }
today-nothing = Nothing is due
next-alarm = Next alarm: { $when }.
no-next-alarm = No alarm is set.
log-conversation = Log conversation
log-with-whom = Whom did you talk to?
first-title = Who could become your customer?
first-text = Add the first person you think of, or bring in a list you have.
first-add = Add your first lead
first-import = Import a list
first-samples = Look around with sample people
overdue = Overdue
overdue-oldest = These are the oldest { $shown }.
show-more = Show { $count } more
done = Done
done-today = Done today
done-whom = Done: { $name }
snooze = Snooze
snooze-whom = Snooze: { $name }
snooze-ten-minutes = 10 minutes
snooze-one-hour = 1 hour
snooze-this-evening = This evening
snooze-tomorrow-morning = Tomorrow morning
snooze-next-week = Next week
snoozed-until = rings { $when }
move-to-date = Move to another day…
move-follow-up = Move the follow-up
drop-follow-up = Drop it
call-number = Call { $number }
write-to = Write to { $address }
nothing-due-title = Nothing is due today
nothing-due-text = A good day to find out who is a prospect.
start-qualifying = Qualify leads
birthdays = Birthdays
next-14-days = next 14 days
no-birthdays = None in the next 14 days.
turns = turns { $age }
card = Card
card-of = Card for { $name }: { $state }
card-sent = Card sent
card-none = no card
card-too-late = Call instead
card-by = card by { $day }
post-today = Post today
card-state-to-write = To write
card-state-written = Written
card-state-posted = Posted
card-state-skipped = No card this year
keep-in-touch = Keep in touch
keep-in-touch-every =
    { $weeks ->
        [one] every week
       *[other] every { $weeks } weeks
    }
keep-in-touch-last = last talk { $ago }
keep-in-touch-none = no talk yet
questions-owed = Questions you still owe
without-next-step = Without a next step
plan = Plan
leads-to-qualify = Leads to qualify
qualify-from = { $count } came from “{ $source }”.
qualify-some =
    { $count ->
        [one] 1 lead is waiting.
       *[other] { $count } leads are waiting.
    }
start = Start

### People

search-people-hint = Name, company, number, words…
import = Import
filter-stage = Stage
filter-stage-count =
    { $count ->
        [0] Stage: any
       *[other] Stage: { $count }
    }
filter-source = Source
filter-source-count =
    { $count ->
        [0] Source
       *[other] Source: { $count }
    }
filter-tag = Tag
filter-tag-count =
    { $count ->
        [0] Tag
       *[other] Tag: { $count }
    }
filter-next = Next step
next-overdue = Overdue
next-today = Today
next-week = Within 7 days
next-none = None planned
clear-filters = Clear
order = Order
order-name = By name
order-next = By next step
order-last-talk = By last talk
order-newest = Newest first
people-chosen =
    { $count ->
        [one] 1 chosen
       *[other] { $count } chosen
    }
people-chosen-export = Export…
people-choose = Choose
people-choose-none = Choose nobody
people-choose-hint = Space or { $mod }+click chooses one more, Shift+click all up to there.
people-choose-most = At most { $count } people can be chosen at a time. For more, filter the list and use the menu beside the number of people.
people-count =
    { $count ->
        [one] 1 person
       *[other] { $count } people
    }
column-name = Name
column-stage = Stage
column-where = Where
column-next = Next step
column-last-talk = Last talk
column-source = Source
sales-count =
    { $count ->
        [one] 1 sale
       *[other] { $count } sales
    }
asked-of = { $asked } of { $of } asked
not-asked-yet = not asked yet
since = last talk { $day }
where-may-ask = may ask again
where-ask-first = not asked yet whether to keep
never = never
no-next-step = no next step
nobody-found-text = Try fewer letters, or clear the filters.
tag-gone = { $count ->
    [one] The tag “{ $tag }”, which this list is filtered by, no longer exists.
   *[other] The tags “{ $tag }”, which this list is filtered by, no longer exist.
  }
tag-gone-clear = Take this filter away
nobody-yet = Nobody is in yet

### Person

from-source = from “{ $source }”
mail = Mail
sample = Sample
more-actions = More
to-trash = Put in the trash
photo-choose = Choose a photo…
photo-choose-title = Choose a photo
photo-remove = Remove the photo
in-trash = This person is in the trash. After 30 days they go for good.
conversations = Conversations
in-the-process = In the process
promising = promising
days-short = { $days } d
yes = Yes
no = No
not-asked = Not asked
answer-yes = Yes
answer-no = No
answer-not-asked = Ask later
proof = In their words
proof-hint = What they said that shows it.
who-does = Then ask me who does decide
overridden-because = Prospect by your own decision: { $why }
criteria-changed = the criteria changed while they were in the sales phase
becomes-not-a-fit = { $name } becomes not a fit; open follow-ups are dropped.
becomes-prospect = All { $of } met: { $name } becomes a prospect.
becomes-lead-again = { $name } becomes a lead again.
stays-customer = { $name } is a customer and stays one.
stays-prospect = { $name } stays a prospect.
stays-promising = { $yes } of { $of } met: worth a closer look.
stays-lead = { $yes } of { $of } met: still a lead.
what-was-said = What was said
what-was-said-hint = What was said? Start a line with ? to keep it as a question.
questions-found =
    { $count ->
        [one] 1 question will be kept.
       *[other] { $count } questions will be kept.
    }
call-to-action = What did you ask of them?
channel = Channel
channel-call = Call
channel-visit = Visit
channel-presentation = Presentation
channel-email = E-mail
channel-message = Message
channel-web-form = Web form
channel-other = Other
now = Now
when-was-it = When was it?
minutes = Minutes
minutes-short = min
minutes-count = { $count } min
how-did-it-end = How did it end?
end-yes = Yes, sale
end-not-ready = Not ready
end-no = No
end-no-answer = No answer
end-just-a-talk = Just a talk
ended-no = Said no
next-try-title = No answer, attempt { $attempt }. When again?
next-try-text = The attempt is counted either way.
try-again-call = Try again
next-step-title = What is next for { $name }?
next-step-text = A prospect without a next step is soon forgotten.
sold-for = Sold, { $amount }
not-ready-until = Not ready, follow up { $when }
follow-up-on = Follow up { $when }
open-questions-count =
    { $count ->
        [one] 1 open question
       *[other] { $count } open questions
    }
asked-them = Asked of them: { $what }
edit-conversation = Edit conversation
timeline = Timeline
older = Older
next = Next
follow-up = Follow-up
add-follow-up = Add a follow-up
alarm-before = alarm { $minutes } min before
nothing-planned = Nothing is planned.
no-next-step-yet = No next step yet: plan one.
open-questions = Open questions and concerns
no-open-questions = None.
add-question = Add a question
question = Question
answer = Answer
your-answer = Your answer
asked-on = asked { $day }
about = About
keep-in-touch-never = Not set
keep-in-touch-weeks =
    { $weeks ->
        [one] Every week
       *[other] At least every { $weeks } weeks
    }
keep-in-touch-by = next by { $day }
as-in-settings = As in the settings
no-birthday-alarm = No alarm
add-birthday = Add birthday
contact-permission = Contact
may-be-contacted = May be contacted
introduced-by = Introduced by
sales = Sales
came-in = Since
standing-active = Active
standing-later = Later
standing-not-a-fit = Not a fit
standing-declined-agreed = Declined, may ask again
standing-declined-not-asked = Declined
standing-declined-refused = Do not contact

### History (kinds from the core)

history-added = Added by hand
history-imported = Imported
history-imported-row = Row { $line } of “{ $file }”.
history-edited = Edited
history-answered = Criterion answered
history-overridden = Made a prospect against the rule
history-standing-changed = Standing changed
history-contact-allowed-again = Contact allowed again
history-opportunity-opened = Opportunity opened
history-opportunity-resumed = Opportunity resumed
history-opportunity-lost = Opportunity lost
history-sold = Sold
history-follow-up-added = Follow-up planned
history-follow-up-done = Follow-up done
history-follow-up-moved = Follow-up moved
history-follow-up-dropped = Follow-up dropped
history-question-asked = Question noted
history-question-answered = Question answered
history-answer-told = Answer told
history-card-changed = Birthday card { $year }
history-birthday-changed = Birthday
history-birthday-removed = Birthday removed
history-trashed = Put in the trash
history-restored = Taken out of the trash

### Qualify

qualify-sub = A few short questions decide whether a lead is a prospect.
qualify-position = { $position } of { $total }. A few short questions decide whether a lead is a prospect.
skip = Skip
next-question = Next question
previous-question = Previous question
optional = optional
follow-up-later = Follow up later
make-prospect = Make prospect
keep-and-next = Keep and next
qualify-done-title = That was the last one
qualify-done-text = Whoever you asked stands in the process now.
qualify-none-title = No leads to qualify
qualify-none-text = New leads come here until you have asked them the short questions.
start-again = Start again
open-process = Open the process

### Questions

screen-questions = Questions
search-questions = Search questions
search-questions-hint = Words in questions and answers…
questions-open = Open
questions-to-tell = Still to tell
questions-told = Told
questions-order-oldest = Oldest first
questions-order-newest = Newest first
questions-order-person = By person
questions-keys = Enter answers, P opens the person
questions-keys-tell = Enter changes the answer, T told them, P opens the person
questions-none-open = No open questions
questions-none-open-text = Start a line of what was said with ? and it stands here until you have answered it.
questions-none-to-tell = Nothing to tell
questions-none-to-tell-text = Answers come here until you have told them.
questions-none-told = Nothing told yet
questions-none-told-text = Answers that were told stay here, to be used again.
no-question-found = No question found
no-question-found-text = Try fewer letters, or look on another shelf.
open-person = Open person
question-of = { $name }, asked { $day }
answer-empty-opens = Without an answer the question is open again.
change-answer = Change the answer
told-them = Told them
told-them-that = Told them: { $question }
told-already = They know it already
told-ago = told { $ago }
answered-ago = answered { $ago }
similar-answers = Earlier answers to similar questions
show-all = Show all
answers-to-tell =
    { $count ->
        [one] 1 answer is still to be told.
       *[other] { $count } answers are still to be told.
    }
tell-them-title = Did you tell them?

### The call session

screen-session = Call session
session-sub = One person after the other, with what to know before you call.
session-whom = Whom to call
session-list-due = Follow-ups of today and overdue
session-list-to-tell = Answers still to tell
session-list-to-qualify = Leads to qualify
session-list-people = People you choose
session-list-people-hint = Choose or filter them in the list, then press “Call them”.
session-none-title = Nobody to call now
session-none-text = Choose people in the list and press “Call them” there.
session-call-them = Call them
session-call-listed = Call the people in this list
call-to-tell = Call to tell them
session-position = { $position } of { $total }
session-attempts =
    { $count ->
        [one] 1 attempt without an answer
       *[other] { $count } attempts without an answer
    }
session-due = What is due
session-done-with-it = done with this call
session-call = Call
session-write = Write what was said
session-back = Back
session-end = End
session-leave = Leave, to go on later
session-keys = Alt+1 to 5 while you type. C calls, W writes, P opens the person, Esc leaves; you can go on later.
session-summary = Call session, what came of it
session-summary-sub =
    { $total ->
        [one] 1 person was in it.
       *[other] { $total } people were in it.
    }
session-called = Called
session-reached = Reached
session-skipped = Skipped
session-time = Time spent
session-outcomes = How the conversations ended
session-next = What is planned next
session-undo-hint = What you undo is taken out here too.
session-close = Done
session-running-title = A call session is under way
session-running-text = It is at { $position } of { $total }. Go on with it, or begin a new one?
session-go-on = Go on with it
session-anew = Begin a new one
error-session-nobody = There is nobody in this list whom you may call.
error-no-session = There is no call session. Begin one.
error-session-moved-on = The call session is at somebody else now. Look again.

### Templates

templates = Templates
add-template = Add template
template = Template
template-name = Name
template-channel = Goes out as
template-channel-email = E-mail
template-channel-message = Message
template-subject = Subject
template-body = Text
template-body-hint = Between braces stands what Rappel fills in.
template-placeholders = Put in
template-put-in = Put in { $name }
template-preview = With an example
template-none = Write once what you write often: with the name, the company or the next date filled in for each person.
archive-template = No longer offer it
setting-my-name = Your name
setting-my-name-hint = As you sign what you write.
field-subject = Subject
field-body = Text
field-my-name = Your name
did-template-saved = Template “{ $name }” is kept.
placeholder-first-name = first name
placeholder-family-name = family name
placeholder-name = name
placeholder-company = company
placeholder-my-name = my name
placeholder-asked = asked of them
placeholder-next-date = next date
placeholder-question = their question
placeholder-answer = my answer
placeholder-today = today
placeholder-example-first-name = Anna
placeholder-example-family-name = de Boer
placeholder-example-name = Anna de Boer
placeholder-example-company = De Boer Bakery
placeholder-example-asked = Try it for a week
placeholder-example-question = Can I stop after a month?
placeholder-example-answer = Yes, at the end of each month.
day-of-month = { $day } { $month }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
write-from-template = Write from a template
write-title = Write to { $name }
write-which = Template
write-free = No template
write-to-address = To
write-no-address = There is no e-mail address yet. Copy the text, or add an address first.
write-unknown = Not known as a placeholder: { $names }. It goes out as it stands there.
write-empty = Nothing is known for: { $names }.
write-open-mail = Open in mail program
write-open-sms = Open as SMS
write-copy = Copy the text
write-copied = The text is copied.
write-copied-paste = The text is too long to hand over, so it is copied: paste it in your mail program.
write-not-copied = The text could not be copied. Mark it and copy it yourself.
write-to-settings = Edit templates
did-you-send = Did you send it to { $name }?
did-you-send-yes = Yes, log it
did-you-send-no = No
palette-write = Write to { $name } from a template
palette-words-write = template e-mail message
error-do-not-write = They asked not to be contacted, so nothing is written to them.

### Who introduced whom

introduced-others = Introduced
introduced-by-change = Choose somebody else…
introduced-by-title = Who introduced { $name }?
introduced-by-whom = Introduced by { $name }
field-introduced-by = Introduced by
history-introduced = Introduced
history-introduced-by = Introduced by
did-introduced = It is noted who introduced { $name }.
referral-title = Who does decide?
referral-title-at = Who decides at { $company }?
referral-text = They are linked to { $name }, so that you know who sent you.
referral-new = Somebody new
referral-other = Somebody else in the list
referral-choose = Choose
referral-link = Link them
error-introduced-circle = { $name } cannot have been introduced by somebody whom they introduced themselves.

### Process

process-sub = Every person stands in one place. Drag to move, or press M.
days =
    { $days ->
        [one] 1 day
       *[other] { $days } days
    }
bought-on = bought { $day }
nobody-here = Nobody here.
show-all-in-people = All { $count } in People
card-keys = Enter opens, M moves
process-none-title = Here you will see where everyone stands
process-none-text = From lead to repeat customer, each in one place. It begins with the first lead.
shelves = Shelves
shelf-later = Later
shelf-declined = Declined, may ask again
shelf-do-not-contact = Do not contact
shelf-not-a-fit = Not a fit

### Calendar

calendar-sub = Drag to move, or press Shift with an arrow.
calendar-keys = Arrows choose a day, Tab goes to what is on it, Enter opens, Shift with an arrow moves a follow-up
calendar-view = Shown
calendar-month = Month
calendar-week = Week
calendar-week-number = Week { $week }
calendar-to-today = Go to today
calendar-previous-month = Previous month
calendar-next-month = Next month
calendar-previous-week = Previous week
calendar-next-week = Next week
calendar-plan = Plan a follow-up on this day
calendar-plan-whom = Plan a follow-up with whom?
calendar-day =
    { $count ->
        [0] { $day }, nothing
        [one] { $day }, one entry
       *[other] { $day }, { $count } entries
    }
calendar-day-today = { $day }, today
calendar-more = +{ $count } more
calendar-more-on = { $count } more on { $day }
calendar-nothing = Nothing is planned on this day.
calendar-say-birthday = { $who }, birthday
calendar-say-card = Card: { $name }, birthday { $day }
calendar-say-coming = { $name }, comes again
calendar-say-done = { $name }, done
calendar-turns = { $name }, { $age }
calendar-card = Card: { $name }

### Settings

settings-general = General
setting-language = Language
as-the-system = As the system ({ $language })
language-en = English
language-nl = Nederlands
setting-theme = Light or dark
theme-system = As the system
theme-light = Light
theme-dark = Dark
setting-zoom = Zoom
zoom-percent = { $percent }%
setting-daily-time = Daily time
setting-daily-time-hint = When birthdays and follow-ups without a time ring.
setting-country = Country
setting-country-hint = Phone numbers without a country code belong here.
setting-currency = Currency
settings-data = Your data
data-lies-in = Everything lies in this folder:
data-size = { $size } MB
open-folder = Open folder
version = Rappel { $version }
criteria = Criteria for a prospect
criterion = Criterion
add-criterion = Add criterion
criterion-name = Short name
criterion-question = Question to ask
criterion-question-hint = In the words you would use.
criterion-required = A prospect has to meet it
archive-criterion = No longer ask it
criteria-moves = This makes { $prospects } leads prospects and { $leads } prospects leads. { $keep } in the sales phase keep their place.
steps = Steps
step = Step
add-step = Add step
step-name = Name
step-about =
    { $days ->
        [one] usually 1 day, { $open } open
       *[other] usually { $days } days, { $open } open
    }
usual-days = Usual number of days
usual-days-hint = Who stays longer is marked in the process.
archive-step = No longer use it
sources = Sources
add-source = Add source
source-name = Name
source-cost = Cost
source-cost-hint = What the list, the fair or the advertisement cost, if anything.
source-about =
    { $count ->
        [one] 1 person
       *[other] { $count } people
    }
archive-source = No longer offer it
archived = archived
show-archived = Show archived ({ $count })
hide-archived = Hide archived
move-up = Move { $name } up
move-down = Move { $name } down
change = Change { $name }

### Tray (from the core)

tray-due =
    { $count ->
        [0] Nothing is due
        [one] 1 item is due
       *[other] { $count } items are due
    }
tray-open = Open Rappel
tray-new-lead = New lead…
tray-pause = Pause alarms for 1 hour
tray-resume = Resume alarms
tray-quit = Quit
closed-to-tray = Rappel keeps running in the tray, so that alarms reach you. Quit from its menu there.

### Menus at the top of the screen, on a Mac (from the shell)

menu-about = About Rappel
menu-hide = Hide Rappel
menu-hide-others = Hide others
menu-show-all = Show all
menu-quit = Quit Rappel
menu-edit = Edit
menu-undo = Undo
menu-redo = Redo
menu-cut = Cut
menu-copy = Copy
menu-paste = Paste
menu-select-all = Select all
menu-window = Window
menu-minimize = Minimise
menu-full-screen = Full screen
menu-close = Close

### More fields and errors

field-region = Region
error-reason-missing = Say why in a few words.

### Import

import-sub = Bring in a list from a file. Nothing is written before you have seen what would happen.
import-file =
    { $rows ->
        [one] { $file }, 1 row
       *[other] { $file }, { $rows } rows
    }
import-other-file = Another file
import-choose-title = Choose a list or a business card
import-choose-text = A CSV table from any program, or vCards (.vcf). You can also drop the file on this window.
import-choose = Choose a file
import-these-leads = These leads
import-source-hint = So that you can compare sources later.
import-new-source = New source…
import-tags = Tags for all of them
import-for-all = Answers and Later for all of them
import-for-all-hint = For those who are added. What a row itself tells goes before.
import-not-known = Not known
import-proof = Which words prove it?
import-proof-of = Proof of “{ $criterion }”
import-later = They are not ready now; come back to them later
import-columns = What the columns become
import-separator = Between the columns
import-tab = Tab
import-encoding = Character set
import-guessed = This was guessed. Look whether names with accents are right; if not, choose another one.
import-lossy = Some letters can’t be read this way. Choose another character set.
import-how-read = How the file is read
import-has-header = The first row names the columns
import-skip-lines = Lines before the table
import-skip-lines-hint = A title or a note above the list. They are left out.
import-joined-by-spaces = Together with { $columns }, with a space between them.
import-joined-by-lines = Together with { $columns }, each on its own line.
import-read-as = A few people as they are read
import-reads-nothing = Nothing is read yet. Choose what the columns become.
import-layout = Saved layouts
import-layout-save = Save this layout…
import-layout-title = Save what the columns become
import-layout-hint = You can use it for other files. Columns are found by their names.
import-layout-replaces = There is one of that name; this one takes its place.
import-layout-remove = Remove the layout “{ $name }”
import-layout-used = { $known } of { $of } columns are known to this layout.
import-which-day = Which number is the day in { $examples }?
import-day-first = The first: day, month
import-month-first = The second: month, day
import-column = Column
import-values = Values
import-becomes = Becomes
import-column-becomes = { $column } becomes
import-nothing-yet = Nothing is written yet.
import-try = See what would happen
import-outcomes = What becomes of the rows
import-all = All
import-rows = Rows of the file
import-same-as = same as { $name }
import-same-line = same as line { $line }
import-remarks = About line { $line }
import-rows-name = rows
import-save-rows = Save these rows…
import-rows-saved =
    { $count ->
        [one] “{ $file }” is written, with one row. Mend it there and import it again.
       *[other] “{ $file }” is written, with { $count } rows. Mend them there and import them again.
    }
import-backup-first = Making a backup first
import-progress = { $done } of { $of }
import-duplicates = Those who are there already
decision-skip = Leave out
decision-fill = Fill what is empty
decision-replace = Replace
decision-add = Add
import-decision = What becomes of line { $line }
import-show-person = Show { $name }
import-empty = empty
import-no-change = Nothing changes: all of it is known.
import-change =
    { $count ->
        [one] Change 1 person
       *[other] Change { $count } people
    }
import-write-and-change =
    { $count ->
        [one] Import 1 person, change { $updated }
       *[other] Import { $count } people, change { $updated }
    }
import-updated =
    { $count ->
        [one] 1 person changed
       *[other] { $count } people changed
    }
import-undo-title = Undo this import?
import-undo-trashed =
    { $count ->
        [one] 1 person goes to the trash.
       *[other] { $count } people go to the trash.
    }
import-undo-put-back =
    { $count ->
        [one] 1 person gets back what stood there before.
       *[other] { $count } people get back what stood there before.
    }
import-worked-on =
    { $count ->
        [one] 1 person was worked on since, and stays:
       *[other] { $count } people were worked on since, and stay:
    }
import-worked-on-too = Put them in the trash too
import-changed-since =
    { $count ->
        [one] Of 1 person something was changed by hand since; that stays:
       *[other] Of { $count } people something was changed by hand since; that stays:
    }
filter-batch = Only this import
history-updated = Changed by a file
import-write =
    { $count ->
        [one] Import 1 person
       *[other] Import { $count } people
    }
import-added =
    { $count ->
        [one] 1 person added
       *[other] { $count } people added
    }
import-left-out =
    { $count ->
        [one] 1 row was left out.
       *[other] { $count } rows were left out.
    }
import-all-in = Every row came in.
import-with-remarks =
    { $count ->
        [one] 1 person came in with remarks.
       *[other] { $count } people came in with remarks.
    }
import-show = Show people
import-undo = Undo this import
import-undone = undone
import-earlier = Earlier imports
import-kept =
    { $count ->
        [one] 1 person stays, as you worked on them since.
       *[other] { $count } people stay, as you worked on them since.
    }
did-import-undone = The import is undone.
did-mapping-saved = “{ $name }” is saved.
did-mapping-removed = “{ $name }” is removed.
becomes-exported = As Rappel exported it
becomes-ignore = Leave out
becomes-full-name = Whole name
becomes-family-first = Whole name, family name first
becomes-given = First name
becomes-middle = Middle name
becomes-particle = Particle (van, de)
becomes-family = Family name
becomes-prefix = Title
becomes-suffix = Suffix (jr.)
becomes-company = Company
becomes-job-title = Job title
becomes-email = E-mail
becomes-phone = Phone
becomes-website = Web site
becomes-street = Street
becomes-house-number = House number
becomes-postal-code = Postal code
becomes-town = Town
becomes-region = Region
becomes-country = Country
becomes-whole-address = Whole address
becomes-label-of = Label of another column
becomes-birthday = Birthday
becomes-birth-day = Day of birth
becomes-birth-month = Month of birth
becomes-birth-year = Year of birth
becomes-tags = Tags
becomes-language = Language
becomes-note = Note
becomes-custom = Own field
outcome-new = New
outcome-new-with-remarks = New, with remarks
outcome-known = Came in before
outcome-duplicate = Already there
outcome-blocked = Do not contact
outcome-unreadable = Unreadable
problem-empty = nothing stands in this row
problem-unbalanced-quote = a quotation mark is not closed: { $value }
problem-value-too-long = a value is too long: { $value }
problem-too-many-values = too many values: { $value }
problem-outside-card = text between cards: { $value }
problem-not-a-person = not a person but { $value }
problem-name-from-elsewhere = no name; taken from { $value }
problem-date-unreadable = date kept in the note: { $value }
problem-date-ambiguous = date can be read two ways, kept in the note: { $value }
problem-year-unsure = year left out: { $value }
problem-not-an-email = no e-mail address, kept in the note: { $value }
problem-not-a-phone = no phone number, kept in the note: { $value }
problem-language-unknown = unknown language, kept as a field: { $value }
problem-too-many-columns = more cells than columns, kept in the note: { $value }
problem-kept-in-note = kept in the note: { $value }
problem-left-out = left out: { $value }
problem-binary-left-out = no text, left out: { $value }
problem-photo-too-large = the photo is too large: { $value }
problem-photo-unreadable = the photo can’t be read: { $value }
problem-photo-extra = a second photo left out: { $value }
problem-charset-guessed = character set guessed: { $value }
problem-letters-lost = letters that can’t be read: { $value }
problem-missing-end = the card is not closed: { $value }
problem-line-unreadable = line kept in the note: { $value }
error-import-empty = The file is empty. Choose another one.
error-import-not-text = This is not a list but a { $kind } file. Save it as CSV or vCard first.
error-import-encoding = { $value } is no character set that is known here. Choose another one.
error-import-columns = The first row has { $count } columns; that is no list of people.
error-file-too-large = The file is larger than { $limit } MB. Split it and import the parts.
error-import-no-rows = There are no such rows any more. Try the file again.
error-cancelled = It was stopped; nothing was written.
error-file-unreadable = This file can’t be read. Look whether you may open it, and choose it again.
error-import-nothing-new = Nobody in this file is new any more, so nothing was written. Choose the file again to see why.
error-import-all-skipped = No row is left when so many lines are skipped. Choose a smaller number.
error-import-no-and-later = Whoever does not meet a required criterion is not a fit, so there is nothing to put off. Take back the no or Later.
error-import-mapping-elsewhere = This layout was saved for a table with other columns; none of them is in this file.

### Settings: alarms and what became of them

settings-alarms = Alarms
setting-leap-day = 29 February in other years
leap-day-before = 28 February
leap-day-after = 1 March
setting-offsets = A birthday rings
offset-days =
    { $days ->
        [0] on the day
        [one] 1 day before
       *[other] { $days } days before
    }
setting-cards = Cards
setting-card-alarms = Tell me in time to post a card
setting-delivery-days = Days of delivery
setting-post-closed = No post on
setting-holidays = No post on public holidays ({ $country })
setting-holidays-days = Press a day on which the post does work
post-works = The post works
post-rests = No post
setting-own-days = No post on these days either
remove-day = Remove { $day }
setting-quiet = Quiet
setting-quiet-hours = Nothing rings from
setting-quiet-from = Quiet from
setting-quiet-to = Quiet until
until = until
setting-days-off = Nothing rings on
setting-quiet-hint = What is due then rings when the quiet ends. A card alarm rings before it instead.
setting-start-at-login = Start hidden with the computer, so that alarms always ring
test-alarm = Send a test alarm
test-alarm-taken = Your desktop took it. Do you see it?
test-alarm-refused = Your desktop did not take it: { $why }
coming-alarms = Next alarms
no-alarm-set = No alarm is set.
alarm-kind-follow-up = Follow-up
alarm-kind-birthday = Birthday
alarm-kind-card = Card
alarm-kind-keep-in-touch = Keep in touch
ledger = Alarms that rang
ledger-search = Search a name
ledger-older = Show older ones
ledger-empty = None has rung yet.
ledger-nothing-found = None for that name.
ring-opened = opened
ring-done = done
ring-snoozed = snoozed
ring-closed = closed
ring-settled = dealt with in Rappel
ring-shown = shown
ring-refused = not taken by the desktop
ring-unknown = on its way
ring-in-digest = in a summary
waiting-alarms = Alarms that the desktop did not show

### Backups

backups = Backups
backups-about = Rappel copies all your data at the first use of each day, before every import and before it changes the file itself. It keeps seven days, four weeks and twelve months.
backups-lie-in = They lie in { $folder }
backup-now = Make a backup now
backup-made = The backup is made.
backup-from-file = Restore from a file
backups-none = There are no backups yet. The first comes by itself.
backups-show-all = Show all { $count }
backup-contents = { $contacts ->
        [one] 1 person
       *[other] { $contacts } people
    }, { $conversations ->
        [one] 1 conversation
       *[other] { $conversations } conversations
    }, { $size } MB
backup-kind-daily = Daily
backup-kind-by-hand = Made by you
backup-kind-import = Before an import
backup-kind-migration = Before an update
backup-kind-restore = Before a restore
backup-state-checking = Being checked
backup-state-incomplete = Not complete, cannot be used
backup-state-changed = Damaged, cannot be used
backup-state-newer = Made by a newer Rappel
backup-restore = Restore
backup-restore-of = Restore the backup of { $at }
backup-restore-title = Go back to { $at }?
backup-restore-text = The backup of { $at } takes the place of your data: { $contents }. What you have now is kept as a backup first, so that you can come back. Who refused contact since then, or was erased, stays so.
backup-restore-damaged-text = The backup of { $at } takes the place of your data: { $contents }. The file that cannot be opened is kept under another name.
backup-restored = The backup is restored.
backup-copy = Copy to
backup-copy-of = Copy to a folder: the backup of { $at }
backup-copy-heading = Copy to a folder
backup-copy-text = A copy on a stick or another disk helps when this computer is lost.
backup-copy-title = Choose a folder for the copy
backup-copy-choose = Choose a folder
backup-copied = The copy { $file } lies in { $folder }
backup-seal = Protect it with a passphrase
passphrase = Passphrase
passphrase-again = The same again
passphrase-hint = At least eight characters. Without it nobody can open the copy, not even you: write it down.
backup-choose-title = Choose a backup to restore
backup-file-title = Restore { $file }?
backup-file-text = What is in it takes the place of your data. What you have now is kept as a backup first, so that you can come back. Who refused contact since then, or was erased, stays so.
backup-file-damaged-text = What is in it takes the place of your data. The file that cannot be opened is kept under another name.
backup-budget = Room for backups, in megabytes
backup-budget-hint = When they need more, the oldest go first. The newest always stays.
backup-problem = No backup could be made. { $why }
backup-to-settings = See the backups
damage-title = Your data cannot be opened
damage-damaged = The data file is damaged, by a failing disk or a power cut perhaps. Rappel leaves it as it is and writes nothing to it. Restore a backup: the newest good one stands first.
damage-changed = The data file is not as Rappel left it. Did you put another file there, or change it with another program or an older Rappel? Then use it as it is. If not, the disk has spoiled it: restore a backup, the newest good one stands first. Until you choose, Rappel writes nothing to it.
damage-missing = The data file is not in its folder any more, but its backups are. Restore one, or put the file back and start Rappel again.
damage-use = Use it as it is
damage-no-backup = There is no good backup in the data folder. Do you have a copy elsewhere? Restore it from its file.
damage-afresh = Begin with nothing
damage-afresh-title = Begin with nothing?
damage-afresh-text = Rappel opens empty, as on the first day. The damaged file is kept under another name, and the backups stay.
gone-title = The folder with your data is gone
gone-text = Rappel cannot reach this folder any more. Was its drive taken out, or was the folder moved, renamed or deleted?
gone-hint = Nothing is saved and no alarm rings until it is back. What you were typing stays here. Put the drive back in or the folder back in its place: Rappel sees it by itself.
gone-look = Look again
gone-not-there = It is not there yet.
gone-put-back = The folder was deleted…
gone-put-back-title = Put your data back?
gone-put-back-text = While Rappel runs it may still hold a deleted file. It then writes all your data to { $folder } anew, checks them and goes on. Your backups in that folder do not come back. Do not quit Rappel first.
gone-put-back-submit = Put back

### Export, and one person's file

export = Export
export-title = Export people
export-whom = Whom
export-chosen =
    { $count ->
        [one] The one person you chose
       *[other] The { $count } people you chose
    }
export-listed =
    { $count ->
        [one] The one person in the list now
       *[other] The { $count } people in the list now
    }
export-all =
    { $count ->
        [one] The one person there is, without the trash
       *[other] All { $count } people, without the trash
    }
export-format = As
export-csv = Table (CSV)
export-csv-hint = For spreadsheets. Rappel reads it again without loss: names, ways to reach them, tags, own fields, answers, standing, follow-ups and sales. Conversations and photos are not in it.
export-vcard = Cards (vCard 4.0)
export-vcard-hint = For address books and telephones, photos included. Answers, standing and follow-ups are not in it.
export-save = Choose a place…
export-choose-title = Where should the file go?
export-progress = { $done } of { $of } written
exported =
    { $count ->
        [one] “{ $file }” is written, with one person.
       *[other] “{ $file }” is written, with { $count } people.
    }
exported-file = “{ $file }” is written.
export-people-name = people
export-calendar-name = rappel
export-person-html = Save everything as a page…
export-person-json = Save everything as JSON…
export-person-vcard = Save as a card (vCard)…
settings-calendar = Calendar file
calendar-text = For another calendar program. It is a copy: what changes here later is not in it.
calendar-birthdays =
    { $count ->
        [one] 1 birthday, every year
       *[other] { $count } birthdays, every year
    }
calendar-follow-ups =
    { $count ->
        [one] 1 open follow-up, with its alarm
       *[other] { $count } open follow-ups, with their alarms
    }
calendar-save = Save calendar…
calendar-birthday = Birthday of { $name }
calendar-birthday-born = Birthday of { $name } ({ $year })
error-export-nobody = There is nobody to export. Change the filters first.
error-export-nothing = There is nothing to put in a calendar. Choose something else.
error-export-running = Another export is still being written. Wait for it or stop it.
error-export-stopped = The export was stopped; no file was written.
error-export-disk-full = There is no room for the file there, so nothing was written. Choose another place or make room.
error-export-read-only = Rappel may not write there, so nothing was written. Choose another folder.
error-export-folder-missing = The folder is not there any more. Choose another one.
error-export-failed = The file could not be written there. Choose another place and try again.
language-tag = en
file-written = Everything that Rappel keeps about this person. Written
file-no-year = { $day } (year unknown)
file-introduced-by = Introduced by
file-standing = Standing
file-came-in = Came in
file-came-with = From the file
file-answers = Answers
file-questions = Questions
file-follow-ups = Follow-ups
file-follow-up-open = open
file-follow-up-done = done
file-follow-up-dropped = dropped
file-opportunities = Sales phase
file-cards = Birthday cards
file-history = History

### Erasing for good

erase = Erase for good…
erase-title = Erase { $name } for good?
erase-text = Everything about { $name } goes: name, ways to reach them, conversations, questions, answers, sales, photo and history. It can’t be undone and does not go to the trash.
erase-backups = Backups made before today still hold them until these are cleaned up. When such a backup is restored, Rappel erases them again.
erase-refused = { $name } does not want to be contacted. A fingerprint of their e-mail address and phone number stays, so that Rappel warns when they are on a list again.
erase-others = What you wrote about them on somebody else’s page stays; look there yourself.
erase-now = Erase for good
erased = { $name } is erased.
refused-before = Somebody with this e-mail address or phone number does not want to be contacted. Add them only if they got in touch themselves.
add-anyway = Add anyway
import-blocked-before = asked before not to be contacted
settings-privacy = Privacy
privacy-network = Everything stays on this computer. Rappel never uses the network.
privacy-trash = What is in the trash for 30 days is erased for good.
privacy-fingerprints = When somebody does not want to be contacted, Rappel keeps a fingerprint of their e-mail addresses and phone numbers: a scrambled number from which the address can’t be read. It stays when they are erased, so that Rappel warns when they are on a list again. Whoever has the whole data file can try out addresses and see whether one fits.
privacy-count =
    { $count ->
        [0] No fingerprint is kept.
        [one] 1 fingerprint is kept.
       *[other] { $count } fingerprints are kept.
    }

### Duplicates: who is in the list twice

duplicates-title = Duplicates
duplicates-sub = People who may be in your list twice, the likeliest first.
duplicates-count = { $count ->
    [one] { $count } pair
   *[other] { $count } pairs
  }
duplicates-none = Nobody stands in your list twice
duplicates-none-text = Rappel looks for the same e-mail address or phone number, and for the same or nearly the same name at one company, in one town or at one mail domain.
duplicates-find = Find duplicates
duplicates-pair = { $one } and { $other }
duplicates-position = Pair { $position } of { $total }
duplicates-to-list = All pairs
why-same-email = Same e-mail address: { $email }
why-same-phone = Same phone number: { $phone }
why-same-name-and-company = Same name and company
why-same-name-and-town = Same name and town
why-same-name-and-domain = Same name, both at { $domain }
why-near-name-and-domain = Nearly the same name, both at { $domain }
why-chosen = Chosen by you
merge-with = Merge with…
merge-with-whom = With whom is { $name } to be merged?
merge-title = One and the same?
merge-sub = Choose what stays. Nothing is lost that you can't take back.
merge-came-in = Came in { $date }
merge-nothing = Nothing
merge-field-opportunity = Opportunity
merge-stays = Both timelines stay:
merge-conversations = { $count ->
    [one] { $count } conversation
   *[other] { $count } conversations
  }
merge-follow-ups = { $count ->
    [one] { $count } open follow-up
   *[other] { $count } open follow-ups
  }
merge-sales = { $count ->
    [one] { $count } sale
   *[other] { $count } sales
  }
merge-standing = The stricter of the two counts: { $standing }.
merge-standing-not-a-fit = The stricter of the two counts: { $standing }. Open follow-ups are dropped.
merge-do = Merge
merge-not-same = Not the same
history-merged = Merged with
did-contacts-merged = Merged into { $name }.
did-told-apart = { $name } and the other are not the same.

### Finding anything (Ctrl+K)

find-anything = Find anything
palette-hint = A name, a company, what was said, or what you want to do
palette-what = What do you want to do?
palette-nothing = Nothing found. Try fewer letters.
palette-tab = what to do
palette-log = Log a talk with { $name }
palette-call = Call { $name }
palette-mail = Mail { $name }
palette-follow-up = Plan a follow-up for { $name }
palette-snooze = Snooze { $name } until tomorrow morning
palette-move = Move { $name }
palette-edit = Edit { $name }
palette-open = Open { $name }
# Other words by which somebody may ask for the same.
palette-words-log = conversation call note write
palette-words-call = phone ring dial
palette-words-mail = e-mail write to
palette-words-follow-up = followup remind alarm
palette-words-snooze = later the follow-up of
palette-words-move = step stage in the process
palette-words-edit = change
palette-settings = Settings: { $section }
section-general = general
section-alarms = alarms
section-capture = quick capture
section-data = your data
section-criteria = criteria
section-steps = steps
section-sources = sources
section-templates = templates
section-fields = own fields
section-tags = tags
section-backups = backups
section-ledger = last alarms
section-calendar = calendar file
section-lock = passphrase
section-privacy = privacy
palette-pause = Pause the alarms for an hour
palette-test-alarm = Send a test alarm

### A company

open-company = Open { $company }
edit-company = Edit company
new-lead-here = New lead here
company-nobody = Nobody works here any more.
company-no-sales = Nothing sold yet.
company-no-talks = No conversations yet.
conversations-count = { $count ->
    [one] { $count } conversation
   *[other] { $count } conversations
  }
did-company-changed = { $name } is changed.
error-company-there = “{ $value }” is there already. People can be moved to it one by one, by its name in their page.

### Cards

screen-cards = Cards
all-cards = All cards
cards-sub = { $write } to write, { $post } to post, { $call } to call instead.
cards-weeks = Weeks ahead
cards-weeks-count = { $weeks } weeks
cards-labels = Address labels…
cards-post-by = Post by { $day }
cards-over = Over
cards-call-hint = A card would come too late. Call instead, and then choose “No card”.
cards-skipped = No card
cards-no-phone = There is no phone number.
cards-address-missing = Address missing
cards-change-address = Change
cards-address-of = Address of { $name }
cards-give-address = Give an address
cards-call = Call
cards-words-hint = Kept for next year. { $mod }+Enter keeps it and goes back to the list.
cards-last = Card of { $year }: { $state }
cards-none-title = No cards in these weeks
cards-none-text = Cards come up here in time for the post, for everybody whose birthday you know.
cards-look-further = Look 8 weeks ahead
cards-mark-to-write = Card: to write
cards-mark-written = Card: written
cards-mark-posted = Card: posted
cards-mark-skipped = No card this year
cards-choose-all = Choose all cards
cards-choose-most = At most { $count } cards can be chosen at a time.
labels-title = Address labels
labels-file-name = labels
labels-whose = For whom
labels-chosen =
    { $count ->
        [one] The one you chose
       *[other] The { $count } people you chose
    }
labels-to-send = All cards of { $weeks } weeks that are still to be sent
labels-sheet = Sheet
labels-sheet-l7160 = Avery L7160: 3 × 7 of 63.5 × 38.1 mm
labels-sheet-l7163 = Avery L7163: 2 × 7 of 99.1 × 38.1 mm
labels-sheet-full3x8 = 3 × 8 of 70 × 37 mm, without margins
labels-start = First free label
labels-start-hint = In the picture, click the first label that is still on the sheet, or go there with the arrow keys. Those to be posted first come first.
labels-position = Label { $position }: { $name }
labels-position-empty = Label { $position }
labels-count =
    { $count ->
        [0] No labels
        [one] 1 label
       *[other] { $count } labels
    } on { $sheets ->
        [one] 1 sheet
       *[other] { $sheets } sheets
    }
labels-without-address =
    { $count ->
        [one] 1 person without an address gets none.
       *[other] { $count } people without an address get none.
    }
labels-left-out =
    { $count ->
        [one] 1 person who refused contact or is in the trash is left out.
       *[other] { $count } people who refused contact or are in the trash are left out.
    }
labels-unprintable = Some letters in these names can’t be printed: { $names }
labels-saved = { $file } is saved. Print it at 100 %, not fitted to the page.
labels-open = Open to print
field-card-words = What you wrote
field-cards = Cards
field-labels = Labels
did-cards-changed = { $name } cards are changed.
error-labels-nobody = There is nobody with an address to print.
error-address-incomplete = The post needs a street and a town or postal code.
### Insights

screen-insights = Insights
insights-period = Period
insights-period-this-month = This month
insights-period-this-quarter = This quarter
insights-period-this-year = This year
insights-period-last-year = Last year
insights-period-last-twelve-months = Last 12 months
insights-period-all = All time
insights-period-own = From – to…
insights-until = Up to { $day }
insights-from = From
insights-to = To
insights-any-source = All sources
insights-print = Print
insights-percent = { $share }%
insights-part = { $part } of { $whole }
insights-minutes = { $minutes } min
insights-whole-hours = { $hours } h
insights-hours = { $hours } h { $minutes } min
insights-funnel = From lead to repeat buyer
insights-share-of-prospects = { $share } of leads
insights-share-of-customers = { $share } of prospects
insights-share-of-repeat-customers = { $share } of customers
insights-few-of-prospects = { $part } of { $whole } leads
insights-few-of-customers = { $part } of { $whole } prospects
insights-few-of-repeat-customers = { $part } of { $whole } customers
insights-days-prospect =
    { $days ->
        [0] Half of the prospects became one on the day they came in.
        [one] Half of the prospects became one within 1 day.
       *[other] Half of the prospects became one within { $days } days.
    }
insights-days-customer =
    { $days ->
        [0] Half of the customers bought on the day they came in.
        [one] Half of the customers bought within 1 day.
       *[other] Half of the customers bought within { $days } days.
    }
insights-leads-before =
    { $count ->
        [one] In the period before 1 lead came in.
       *[other] In the period before { $count } leads came in.
    }
insights-sources = Where good leads come from
insights-sales = Sales
insights-sold = Sold
insights-cost = Cost each
insights-cost-hint = Cost each: what the source cost for each prospect that it ever brought.
insights-no-leads = No leads came in during this period.
insights-talk = Time on unqualified leads
insights-talk-text = of your conversations were with people who had not been asked anything yet.
insights-talk-time = That was { $unasked } of { $all }.
insights-talks =
    { $count ->
        [one] 1 conversation in all.
       *[other] { $count } conversations in all.
    }
insights-no-talk = No conversations in this period.
insights-was = It was { $share } in the period before.
insights-promises = Follow-ups kept
insights-kept-text = done on the promised day or before.
insights-moved =
    { $count ->
        [one] 1 was moved,
       *[other] { $count } were moved,
    }
insights-missed =
    { $count ->
        [one] 1 was missed.
       *[other] { $count } were missed.
    }
insights-no-promises = No follow-ups were due in this period.
insights-stops = Where leads get stuck
insights-stop-not-asked = Not asked yet
insights-stop-asked-in-part = Asked in part
insights-over = { $count } longer than usual
insights-nobody-stops = Nobody of this period is waiting.
insights-sales-by-month = Sales by month
insights-sales-by-year = Sales by year
insights-cohorts-by-month = Leads by the month they came in
insights-cohorts-by-year = Leads by the year they came in
insights-month = Month
insights-year = Year
insights-cohort-hint = What became of them since, whenever it was. Later leads have had less time.
insights-no-sales = Nothing was sold in this period.
insights-empty-title = Here you will see what works
insights-empty-text = Which sources bring buyers, where leads get stuck, and whether your time goes to the right people. It begins with the first lead.
figure-leads = Leads
figure-prospects = Prospects
figure-customers = Customers
figure-repeat-customers = Repeat buyers
figure-talks = Talked to
figure-unasked-talks = Talked to, nothing asked yet
figure-promises-kept = Follow-up kept
figure-promises-moved = Follow-up moved
figure-promises-missed = Follow-up missed
figure-sales = Bought ({ $currency })
figure-stopped = Stuck: { $where }
figure-stopped-over = Stuck too long: { $where }
filter-behind = No longer only: { $behind }
error-bad-period = The period ends before it begins. Choose a later last day.
### Quick capture: the small window, its keys, and when in plain words

quick-capture = Quick capture
quick-capture-anywhere = New lead, from any program
capture-reach = Phone or e-mail
field-met-at = Where you met
capture-when = When to follow up
capture-new-source = Rappel makes a new source of it.
capture-same = { $name } has this phone number or e-mail address already.
capture-open = Open
capture-add-to = Add to { $name }
capture-new-anyway = New lead anyway
history-met = Met
did-captured = Added to { $name }.
when-in-words = When, in plain words
when-hint = tomorrow 10, tuesday, in 3 months
when-hint-short = or: tomorrow 10
when-unknown = “{ $word }” is not understood.
when-past = That is in the past.
when-no-such-day = There is no such day.
when-no-such-time = There is no such time.
when-two-days = { $first } or { $second }? Type the date.
when-two-times = { $first } or { $second }? Type it like that.
when-day-or-time = A day or a time? Add “tomorrow” or the month.
when-contradicts = That says two different things.
error-when-past = The time to follow up is in the past. Choose one that is still to come.
error-when-unclear = It is not clear when you want to follow up. Type it another way, like “tomorrow 10”, or leave it empty.
settings-capture = Quick capture
capture-about = A small window for somebody you just met. These keys open it from any program; so do the icon in the tray and the command “rappel --new-lead”.
setting-shortcut = Keys
setting-shortcut-now = Keys: { $keys }. Choose others
shortcut-off = Off
shortcut-turn-off = Turn off
shortcut-listening = Press the keys…
shortcut-press = Two of Ctrl, Alt, Shift and a letter or number. Esc leaves it as it is.
shortcut-problem-taken = Another program has these keys, so they do not work here. Choose others.
shortcut-problem-wayland = Your desktop (Wayland) gives no program keys that work everywhere. Make a shortcut in the settings of your system that runs “rappel --new-lead”.
shortcut-problem-not-here = These keys cannot be used on this computer. Choose others.
error-bad-shortcut = “{ $value }” is needed elsewhere. Use two of Ctrl, Alt and Shift with a letter or number.
### Saved views: lists of people by name

saved-views = Saved views
saved-view = Saved view
save-view = Save view
view-name = Name of the view
view-name-hint = It keeps the words, the filters and the order.
view-menu = View { $name }
view-rename = Rename view
view-up = Move up
view-down = Move down
view-remove = Remove view
view-changed = changed
view-save-changes = Save changes
view-save-as-new = Save as new
view-many = { $count }+
field-column = Column
field-view = Saved views
field-search = Search words
did-view-saved = View “{ $name }” is saved.
did-view-renamed = The view is called “{ $name }” now.
did-view-changed = View “{ $name }” is changed.
did-view-removed = View “{ $name }” is removed.
did-views-arranged = The views are in a new order.
error-view-there = There is a view “{ $value }” already. Choose another name.

### Many people at once

many-add-tag = Add a tag…
many-remove-tag = Remove a tag…
many-set-source = Set the source…
many-plan-follow-up = Plan a follow-up…
many-later = Later…
many-decline = Declined…
many-not-a-fit = Not a fit…
many-activate = Active again…
many-trash = Put in the trash…
many-restore = Put back…
many-tag-short = Tag…
many-follow-up-short = Follow-up…
many-standing = Standing
many-choose-tag = Choose a tag
many-all =
    { $count ->
        [one] With the one person in the list
       *[other] With all { $count } people in the list
    }
people-choose-all = Choose all
many-do =
    { $count ->
        [0] Nobody to change
        [one] Do it for 1 person
       *[other] Do it for { $count } people
    }
many-changes =
    { $count ->
        [0] Nobody changes.
        [one] 1 person changes.
       *[other] { $count } people change.
    }
many-drops =
    { $count ->
        [one] 1 open follow-up is dropped.
       *[other] { $count } open follow-ups are dropped.
    }
many-progress = { $done } of { $of } done
left-out-refused =
    { $count ->
        [one] 1 asked not to be contacted and stays as they are.
       *[other] { $count } asked not to be contacted and stay as they are.
    }
left-out-customer =
    { $count ->
        [one] 1 is a customer and stays one.
       *[other] { $count } are customers and stay so.
    }
left-out-not-a-fit =
    { $count ->
        [one] 1 is not a fit, so nothing is planned.
       *[other] { $count } are not a fit, so nothing is planned.
    }
left-out-questions =
    { $count ->
        [one] 1 is no prospect: ask the short questions first.
       *[other] { $count } are no prospects: ask the short questions first.
    }
left-out-trashed =
    { $count ->
        [one] 1 is in the trash.
       *[other] { $count } are in the trash.
    }
left-out-already =
    { $count ->
        [one] For 1 it is so already.
       *[other] For { $count } it is so already.
    }
left-out-full =
    { $count ->
        [one] 1 has as many tags as fit.
       *[other] { $count } have as many tags as fit.
    }
did-many-tagged = Tag added to { $name }.
did-many-untagged = Tag removed from { $name }.
did-many-source = Source set for { $name }.
did-many-planned = Follow-up planned for { $name }.
did-many-later = Later: { $name }.
did-many-declined = Declined: { $name }.
did-many-not-a-fit = Not a fit: { $name }.
did-many-active = Active again: { $name }.
did-many-trashed = In the trash: { $name }.
did-many-restored = Put back: { $name }.
error-nobody-to-change = Nobody would change. Choose others, or something else to do.

### Fields of one’s own, and tags

own-fields = Own fields
add-field = Add field
fields-none = There are none yet. Add one for what you want to know of everybody, like the number of staff.
field-kind = What it holds
field-kind-text = Text
field-kind-number = Number
field-kind-date = Date
field-kind-choice = Choice
field-choices = Choices
field-choices-hint = One on each line.
field-take-values =
    { $count ->
        [one] Take the value there is
       *[other] Take the { $count } values there are
    }
field-values =
    { $count ->
        [0] no values
        [one] 1 value
       *[other] { $count } values
    }
field-fit =
    { $count ->
        [0] No value fits.
        [one] 1 value fits.
       *[other] { $count } values fit.
    }
field-rewritten =
    { $count ->
        [one] 1 of them is written anew: { $examples }
       *[other] { $count } of them are written anew: { $examples }
    }
field-stay =
    { $count ->
        [one] 1 does not fit and stays as text: { $examples }
       *[other] { $count } do not fit and stay as text: { $examples }
    }
field-archived = Own field
archive-field = No longer offer this field; its values stay
filter-field = Own field
filter-field-title = Filter by an own field
filter-test = What to look for
filter-value = Value
filter-apply = Filter
remove-filter = Remove the filter: { $filter }
field-test-is = is
field-test-contains = contains
field-test-before = before
field-test-before-number = less than
field-test-after = after
field-test-after-number = more than
field-test-empty = is empty
field-test-filled = is filled in
did-field-added = Field “{ $name }” is added.
did-field-changed = Field “{ $name }” is changed.
did-fields-arranged = The fields are in a new order.
error-field-there = There is a field “{ $value }” already. Choose another name.
error-bad-field-number = “{ $value }” is no number for “{ $name }”. Type it like 1250 or 12.5.
error-bad-field-date = “{ $value }” is no date for “{ $name }”. Choose a day.
error-bad-field-choice = “{ $value }” is none of the choices of “{ $name }”. Choose one of them.
problem-not-a-number = no number, kept in the note: { $value }
problem-not-a-choice = none of the choices, kept in the note: { $value }
tags = Tags
tag-name = Name of the tag
find-tag = Find a tag
tags-none = There are no tags yet. Give somebody one on their page, or many people at once in the list.
tags-nothing-found = No tag has these letters.
tags-more =
    { $count ->
        [one] 1 more: find it by its letters.
       *[other] { $count } more: find them by their letters.
    }
rename-tag = Rename tag { $tag }
merge-tag = Merge tag { $tag }
merge-tag-text = Whoever has “{ $tag }” gets the other tag in its place.
merge-tag-into = Merge into
delete-tag = Delete tag { $tag }
did-tag-renamed = The tag is called “{ $name }” now.
did-tags-merged = The tags are one now: “{ $name }”.
did-tag-deleted = Tag “{ $name }” is deleted.
error-tag-there = There is a tag “{ $value }” already. Merge the two instead.

### The order of names

setting-name-order = Names with a particle
name-order-of-country = As lists do in: { $country }
name-order-family = Sanne de Boer under B
name-order-particle = Sanne de Boer under D

### The passphrase

locked-title = Rappel is locked
locked-text = Type your passphrase to open your data.
locked-due =
    { $count ->
        [0] No reminder is due
        [one] 1 reminder is due
       *[other] { $count } reminders are due
    }
locked-hint = Unlock Rappel to see for whom.
unlock = Unlock
passphrase-show = Show the passphrase
passphrase-hide = Hide the passphrase
caps-lock = Caps Lock is on.
locked-wait =
    { $seconds ->
        [one] You can try again in 1 second.
       *[other] You can try again in { $seconds } seconds.
    }
locked-forgotten = Passphrase forgotten?
locked-forgotten-text = Without the passphrase nobody can open your data, not even the makers of Rappel. Do you know an earlier passphrase, or is there a backup from before the lock? Then restore that. What cannot be opened now is kept under another name: should you remember, you can restore it from its file.
locked-afresh-text = Rappel opens empty, as on the first day. The locked file is kept under another name, and the backups stay.
locked-back = Back to the passphrase
lock-title = Passphrase
lock-off = Rappel can lock your data with a passphrase that it asks at every start. Whoever gets hold of this computer or its disk then reads nothing of them, nor of the backups.
lock-on = Rappel asks for your passphrase at every start. Until then alarms say only how many reminders are due.
lock-set = Set a passphrase
lock-change = Change it
lock-remove = Remove it
lock-set-title = Lock your data with a passphrase?
lock-change-title = Another passphrase
lock-remove-title = Lock your data no more?
lock-remove-text = From now on everybody who has this computer or its disk can read your data, and the backups that are made from then on.
lock-warning = Whoever forgets the passphrase loses everything: without it nobody can open your data or their backups, not even the makers of Rappel.
lock-understood = I have written it down and keep it in a safe place
lock-present = The passphrase you have now
lock-new = New passphrase
lock-new-hint = At least eight characters. A few words that do not belong together are easy to keep and hard to guess.
lock-is-set = Your data are locked. Rappel asks for the passphrase at the next start.
lock-is-changed = The passphrase is changed.
lock-is-removed = Your data are not locked any more.
lock-older-open =
    { $count ->
        [one] 1 backup can be read without the passphrase.
       *[other] { $count } backups can be read without the passphrase.
    }
lock-older-other =
    { $count ->
        [one] 1 backup opens with another passphrase.
       *[other] { $count } backups open with another passphrase.
    }
lock-older-lock = Lock them too
lock-older-remove = Remove them
lock-older-remove-title = Remove the older backups?
lock-older-remove-text = A new backup is made first, locked as your data are. Then those that are not locked with your passphrase are removed. They cannot be brought back.
lock-older-left = The others could not be locked: they are damaged, or open with a passphrase that Rappel does not know.
backup-lock-same = locked
backup-lock-other = locked with another passphrase
backup-copy-locked = The copy is locked, as this backup is: it opens with the same passphrase.
backup-other-passphrase = The passphrase that your data had then
backup-kind-lock = Before a change of the lock

// Written by `cargo xtask generate`. Do not edit: the tests compare it with the Rust types.

/**
 * A new follow-up.
 */
export type AddFollowUp = { 
/**
 * For whom.
 */
contact: ContactId, 
/**
 * What and when.
 */
draft: FollowUpDraft, };

/**
 * A new lead whom somebody introduced.
 */
export type AddIntroduced = { 
/**
 * Who it is.
 */
draft: ContactDraft, 
/**
 * Who introduced them.
 */
by: ContactId, };

/**
 * A question added by hand.
 */
export type AddQuestion = { 
/**
 * Who asked.
 */
contact: ContactId, 
/**
 * What.
 */
question: string, };

/**
 * Names an alarm in the ledger.
 */
export type AlarmId = number;

/**
 * What an alarm is about.
 */
export type AlarmKind = "follow_up" | "birthday" | "card" | "keep_in_touch";

/**
 * The answer to a criterion. *Ask later* leaves it [`Answer::NotAsked`].
 */
export type Answer = "not_asked" | "yes" | "no";

/**
 * The answer to a pop-up that is shown in the window.
 */
export type AnswerAlarm = { 
/**
 * The alarm, or those of a summary.
 */
alarms: Array<AlarmId>, 
/**
 * Whether it is a summary.
 */
digest: boolean, 
/**
 * What was pressed.
 */
answer: RingAnswer, };

/**
 * An answer to a question; an empty one opens it again.
 */
export type AnswerQuestion = { 
/**
 * Which one.
 */
question: QuestionId, 
/**
 * The answer.
 */
answer: string, 
/**
 * They know it already.
 */
told: boolean, };

/**
 * The criteria in a new order.
 */
export type ArrangeCriteria = { 
/**
 * All of them.
 */
order: Array<CriterionId>, };

/**
 * The fields in a new order.
 */
export type ArrangeFields = { 
/**
 * All of them.
 */
order: Array<FieldId>, };

/**
 * The sources in a new order.
 */
export type ArrangeSources = { 
/**
 * All of them.
 */
order: Array<SourceId>, };

/**
 * The steps in a new order.
 */
export type ArrangeSteps = { 
/**
 * All of them.
 */
order: Array<StepId>, };

/**
 * The templates in a new order.
 */
export type ArrangeTemplates = { 
/**
 * All of them.
 */
order: Array<TemplateId>, };

/**
 * The views in a new order.
 */
export type ArrangeViews = { 
/**
 * All of them.
 */
order: Array<ViewId>, };

/**
 * What a move has to ask before it can be done, as the table *Where everyone stands* says.
 */
export type Asks = "nothing" | "already_there" | "criteria" | "allow_again" | "sale" | "date" | "keep_on_list" | "reason" | "only_by_answers" | "has_sale" | "restore";

/**
 * Why a backup was made.
 */
export type BackupKind = "daily" | "by_hand" | "import" | "migration" | "restore" | "lock";

/**
 * Who can read a backup.
 */
export type BackupLock = "open" | "same" | "other";

/**
 * One backup.
 */
export type BackupRef = { 
/**
 * Its name.
 */
name: string, };

/**
 * Whether a backup can be relied on.
 */
export type BackupState = "checking" | "good" | "incomplete" | "changed" | "newer";

/**
 * A backup.
 */
export type BackupView = { 
/**
 * Names it in other commands.
 */
name: string, 
/**
 * When it was made, as a civil moment.
 */
at: string, 
/**
 * Why.
 */
kind: BackupKind, 
/**
 * Its size.
 */
bytes: number, 
/**
 * People in it.
 */
contacts: number, 
/**
 * Conversations in it.
 */
conversations: number, 
/**
 * Whether it can be relied on.
 */
state: BackupState, 
/**
 * Who can read it.
 */
lock: BackupLock, };

/**
 * All backups.
 */
export type Backups = { 
/**
 * Newest first.
 */
list: Array<BackupView>, 
/**
 * Where they lie.
 */
folder: string, 
/**
 * Why the last one could not be made.
 */
problem: ErrorView | null, };

/**
 * Names an import batch.
 */
export type BatchId = number;

/**
 * Names a batch.
 */
export type BatchRef = { 
/**
 * Which one.
 */
batch: BatchId, };

/**
 * The people behind a figure.
 */
export type Behind = { 
/**
 * Which figure.
 */
figure: Figure, 
/**
 * Of which period.
 */
period: Period, 
/**
 * From where.
 */
source: FromSource, };

/**
 * Month and day of birth, with the year where it is known.
 */
export type Birthday = { 
/**
 * 1 to 12.
 */
month: number, 
/**
 * 1 to 31.
 */
day: number, 
/**
 * The year of birth, if known.
 */
year: number | null, };

/**
 * A birthday within 14 days, or missed in the last five.
 */
export type BirthdayItem = { 
/**
 * Who.
 */
person: PersonRow, 
/**
 * The day and the card.
 */
card: CardView, };

/**
 * What would go into a calendar.
 */
export type CalendarContents = { 
/**
 * Birthdays.
 */
birthdays: number, 
/**
 * Open follow-ups.
 */
follow_ups: number, };

/**
 * A day with what falls on it.
 */
export type CalendarDay = { 
/**
 * Which day.
 */
on: string, 
/**
 * How many entries it has.
 */
count: number, 
/**
 * The first of them: what is to do, cards to post, birthdays, what comes again, what is done.
 */
entries: Array<CalendarEntry>, };

/**
 * Names a day.
 */
export type CalendarDayRef = { 
/**
 * Which day.
 */
on: string, };

/**
 * A window on all that falls on a day, read by position.
 */
export type CalendarDayWindow = { 
/**
 * The list's number.
 */
snapshot: number, 
/**
 * The day that was opened.
 */
on: string, 
/**
 * The first position.
 */
from: number, 
/**
 * How many.
 */
count: number, };

/**
 * Something that falls on a day.
 */
export type CalendarEntry = { 
/**
 * Whose.
 */
contact: ContactId, 
/**
 * Their name.
 */
name: string, 
/**
 * Where they stand.
 */
place: Place, 
/**
 * How far they came.
 */
lifecycle: Lifecycle, 
/**
 * What it is.
 */
what: CalendarWhat, };

/**
 * Which days to show.
 */
export type CalendarQuery = { 
/**
 * The first day.
 */
from: string, 
/**
 * How many days, at most six weeks.
 */
days: number, 
/**
 * How many entries there is room for on a day, at most fifty.
 */
rows: number, };

/**
 * What falls on a day.
 */
export type CalendarWhat = { "kind": "follow_up", 
/**
 * Its number.
 */
follow_up: FollowUpId, 
/**
 * What to do; may be empty.
 */
what: string, 
/**
 * The time, or none for any time that day.
 */
at: string | null, 
/**
 * Whether it comes again.
 */
repeats: boolean, } | { "kind": "coming", 
/**
 * The follow-up that repeats.
 */
follow_up: FollowUpId, 
/**
 * What to do; may be empty.
 */
what: string, 
/**
 * The time, or none for any time that day.
 */
at: string | null, } | { "kind": "done", 
/**
 * Its number.
 */
follow_up: FollowUpId, 
/**
 * What was to do; may be empty.
 */
what: string, 
/**
 * The time at which it was done.
 */
at: string | null, } | { "kind": "birthday", 
/**
 * How old they become, if known.
 */
turns: number | null, 
/**
 * How the card stands.
 */
card: CardState, } | { "kind": "card", 
/**
 * The birthday it is for.
 */
birthday: string, 
/**
 * How it stands.
 */
card: CardState, };

/**
 * How many people the lists hold that a session can be begun with.
 */
export type CallLists = { 
/**
 * Leads to qualify.
 */
to_qualify: number, 
/**
 * People with a follow-up today or overdue.
 */
due: number, 
/**
 * People who still have to hear an answer.
 */
to_tell: number, };

/**
 * Whom to call. Whoever refused contact is in none of these.
 */
export type CallWhom = { "kind": "to_qualify" } | { "kind": "due" } | { "kind": "to_tell" } | { "kind": "listed", 
/**
 * Its question.
 */
query: PeopleQuery, } | { "kind": "chosen", 
/**
 * Who.
 */
contacts: Array<ContactId>, };

/**
 * What the small window begins with.
 */
export type Capture = { 
/**
 * The language in use.
 */
language: Language, 
/**
 * Light or dark.
 */
theme: Theme, 
/**
 * The date on the wall calendar.
 */
today: string, 
/**
 * What was typed before and not saved.
 */
draft: CaptureDraft, 
/**
 * The names of the sources.
 */
sources: Array<string>, };

/**
 * What is typed in the small window, as it stands there.
 */
export type CaptureDraft = { 
/**
 * The whole name.
 */
name: string, 
/**
 * A phone number, an e-mail address, or both.
 */
reach: string, 
/**
 * Where they were met.
 */
place: string, 
/**
 * A remark.
 */
note: string, 
/**
 * When to follow up, in plain words.
 */
when: string, };

/**
 * What saving would do.
 */
export type CaptureLook = { 
/**
 * When to follow up.
 */
when: WhenRead, 
/**
 * A source of that name would be made.
 */
new_source: boolean, 
/**
 * Somebody with that phone number or e-mail address is in the list.
 */
same: PersonRow | null, 
/**
 * Somebody with one of them refused contact.
 */
refused: boolean, };

/**
 * The keys for the small window.
 */
export type CaptureShortcut = { 
/**
 * The keys, as `Ctrl+Alt+J`; none where they are off.
 */
keys: string | null, 
/**
 * Why they do not work, if they don't.
 */
problem: ShortcutProblem | null, };

/**
 * Cards that go together.
 */
export type CardGroup = { 
/**
 * What is to be done with them.
 */
kind: CardGroupKind, 
/**
 * The day to post them by, where there is one to come.
 */
post_by: string | null, 
/**
 * The position of the first.
 */
from: number, 
/**
 * How many.
 */
count: number, };

/**
 * Where a card stands in a batch that is worked through on a day.
 */
export type CardGroupKind = "call" | "post" | "over";

/**
 * The cards of some weeks as an ordered snapshot, read by position with `get_cards`: those that are too late for the post first, then
 * by the day to post them, then those that are over.
 */
export type CardList = { 
/**
 * Names the snapshot.
 */
snapshot: number, 
/**
 * How many cards are in it.
 */
total: number, 
/**
 * The groups in their order, each where it begins; one a day at most.
 */
groups: Array<CardGroup>, 
/**
 * How many are to write and not too late.
 */
to_write: number, 
/**
 * How many are written, not posted, and not too late.
 */
to_post: number, 
/**
 * How many people to call instead.
 */
to_call: number, };

/**
 * Names a year's card.
 */
export type CardRef = { 
/**
 * For whom.
 */
contact: ContactId, 
/**
 * The year.
 */
year: number, };

/**
 * One card of the batch.
 */
export type CardRow = { 
/**
 * For whom.
 */
person: PersonRow, 
/**
 * The day and the card.
 */
card: CardView, 
/**
 * What is to be done.
 */
turn: CardGroupKind, 
/**
 * What was written on it; may be empty.
 */
words: string, 
/**
 * The last card before it.
 */
last: LastCard | null, 
/**
 * First phone number as typed, if any.
 */
phone: string | null, 
/**
 * The same as it is dialled, where that can be told.
 */
dial: string | null, 
/**
 * The lines of the label under the name; empty where no address can be posted to.
 */
address: Array<string>, };

/**
 * How a year's card stands.
 */
export type CardState = "to_write" | "written" | "posted" | "skipped";

/**
 * This year's card, or next year's once the birthday is over.
 */
export type CardView = { 
/**
 * The birthday it is for.
 */
birthday: string, 
/**
 * The year that names the card.
 */
year: number, 
/**
 * How old they become, if known.
 */
turns: number | null, 
/**
 * How it stands.
 */
state: CardState, 
/**
 * The last day to post it.
 */
post_by: string, };

/**
 * Which cards to list.
 */
export type CardsQuery = { 
/**
 * Those to be posted within so many weeks, 1 to 52.
 */
weeks: number, };

/**
 * How a conversation was held.
 */
export type Channel = "call" | "visit" | "presentation" | "email" | "message" | "web_form" | "other";

/**
 * A file to restore that the person chose.
 */
export type ChosenBackup = { 
/**
 * The file.
 */
file: OfferedFile, 
/**
 * Whether it takes a passphrase to open.
 */
sealed: boolean, };

/**
 * People by their numbers.
 */
export type ChosenPeople = { 
/**
 * Who.
 */
contacts: Array<ContactId>, 
/**
 * Whether those in the trash count.
 */
trash: boolean, };

/**
 * The leads of one month or year.
 */
export type Cohort = { 
/**
 * Its days.
 */
span: Span, 
/**
 * Its leads and what became of them.
 */
counts: FunnelCounts, };

/**
 * The leads by when they came in, the oldest first.
 */
export type CohortInsight = { 
/**
 * Months or years.
 */
part: Part, 
/**
 * One after the other.
 */
cohorts: Array<Cohort>, };

/**
 * Somebody and who works beside them.
 */
export type Colleagues = { 
/**
 * Their name.
 */
name: string, 
/**
 * Their company; may be empty.
 */
company: string, 
/**
 * Who works there too and may be contacted, at most 6.
 */
people: Array<PersonRow>, };

/**
 * An alarm that will ring.
 */
export type ComingAlarm = { 
/**
 * Whose.
 */
contact: ContactId, 
/**
 * Their name.
 */
name: string, 
/**
 * About what.
 */
kind: AlarmKind, 
/**
 * What to do, for a follow-up.
 */
what: string, 
/**
 * When, as a civil moment.
 */
rings: string, };

/**
 * The public holidays of the country in the settings.
 */
export type ComingHolidays = { 
/**
 * Those of a year from today.
 */
days: Array<string>, };

/**
 * A company by its name.
 */
export type CompanyHit = { 
/**
 * Which one.
 */
id: CompanyId, 
/**
 * Its name.
 */
name: string, 
/**
 * How many people outside the trash work there.
 */
people: number, };

/**
 * Names a company.
 */
export type CompanyId = number;

/**
 * A company with its people and what there was with them.
 */
export type CompanyPage = { 
/**
 * Its number.
 */
id: CompanyId, 
/**
 * Its name.
 */
name: string, 
/**
 * Its web site; may be empty.
 */
website: string, 
/**
 * A remark; may be empty.
 */
note: string, 
/**
 * The people who work there, but those in the trash, by name.
 */
people: PeopleList, 
/**
 * How many conversations there were with them.
 */
conversations: number, 
/**
 * The last of them, at most 50.
 */
talks: Array<CompanyTalk>, 
/**
 * How much was sold, by currency.
 */
sold: Array<Money>, 
/**
 * The last sales, at most 50.
 */
sales: Array<CompanySale>, };

/**
 * Names a company.
 */
export type CompanyRef = { 
/**
 * Which one.
 */
company: CompanyId, };

/**
 * A sale to somebody of a company.
 */
export type CompanySale = { 
/**
 * To whom.
 */
contact: ContactId, 
/**
 * Their name.
 */
name: string, 
/**
 * What was sold.
 */
what: string, 
/**
 * For how much.
 */
amount: Money, 
/**
 * On which day.
 */
on: string, };

/**
 * A conversation with somebody of a company.
 */
export type CompanyTalk = { 
/**
 * With whom.
 */
contact: ContactId, 
/**
 * Their name.
 */
name: string, 
/**
 * When, as a civil moment.
 */
at: string, 
/**
 * Over which channel.
 */
channel: Channel, 
/**
 * The beginning of what was said.
 */
said: string, 
/**
 * How it ended.
 */
ending: EndingKind, };

/**
 * A text to be handed over. Nothing is sent by that.
 */
export type Compose = { 
/**
 * To whom.
 */
contact: ContactId, 
/**
 * Through what.
 */
via: ComposeVia, 
/**
 * The subject of an e-mail.
 */
subject: string, 
/**
 * The text.
 */
body: string, };

/**
 * What a text is handed to.
 */
export type ComposeVia = { "kind": "email", 
/**
 * To this address.
 */
address: string, } | { "kind": "sms", 
/**
 * To this number.
 */
number: string, };

/**
 * What became of it.
 */
export type Composed = { 
/**
 * The text was handed over too; else it is too long for that and has to be pasted.
 */
whole: boolean, };

/**
 * Everything a person types or a file brings about a contact. Nothing derived stands here.
 */
export type ContactDraft = { 
/**
 * The name; only this is needed.
 */
name: PersonName, 
/**
 * Name of the company they work at; shared by all its contacts.
 */
company: string, 
/**
 * Job title.
 */
job_title: string, 
/**
 * E-mail addresses, the preferred one first.
 */
emails: Array<Labelled>, 
/**
 * Phone numbers as typed, the preferred one first.
 */
phones: Array<Labelled>, 
/**
 * Web sites.
 */
websites: Array<Labelled>, 
/**
 * Postal addresses.
 */
addresses: Array<PostalAddress>, 
/**
 * Birthday.
 */
birthday: Birthday | null, 
/**
 * BCP 47 tag of the language they speak; may be empty.
 */
language: string, 
/**
 * Where the lead came from.
 */
source: SourceId | null, 
/**
 * Tags.
 */
tags: Array<string>, 
/**
 * Free custom fields.
 */
custom: Array<CustomValue>, 
/**
 * A remark that stays on top of the person's page.
 */
note: string, };

/**
 * Names a contact.
 */
export type ContactId = number;

/**
 * Names a contact.
 */
export type ContactRef = { 
/**
 * Which one.
 */
contact: ContactId, };

/**
 * A conversation as entered.
 */
export type ConversationDraft = { 
/**
 * With whom.
 */
contact: ContactId, 
/**
 * When, as day and time; none for now.
 */
at: Due | null, 
/**
 * Over which channel.
 */
channel: Channel, 
/**
 * How many minutes, if noted.
 */
minutes: number | null, 
/**
 * What was said. Lines that start with `?` become questions.
 */
said: string, 
/**
 * The call to action of a presentation.
 */
asked: string, 
/**
 * How it ended.
 */
ending: Ending, 
/**
 * What to do next, beside what the end brings.
 */
next: FollowUpDraft | null, 
/**
 * The questions whose answers were told.
 */
told: Array<QuestionId>, };

/**
 * Names a conversation.
 */
export type ConversationId = number;

/**
 * Names a conversation.
 */
export type ConversationRef = { 
/**
 * Which one.
 */
conversation: ConversationId, };

/**
 * A copy that was made.
 */
export type CopiedBackup = { 
/**
 * The name of the file.
 */
file: string, 
/**
 * The folder in which it lies.
 */
folder: string, };

/**
 * A copy of a backup for elsewhere.
 */
export type CopyBackup = { 
/**
 * The name of the backup.
 */
name: string, 
/**
 * Seals the copy.
 */
passphrase: Passphrase | null, };

/**
 * The counts beside the names of the screens.
 */
export type Counts = { 
/**
 * Overdue and due today.
 */
due: number, 
/**
 * Of these, the overdue ones.
 */
overdue: number, 
/**
 * All people who are not in the trash.
 */
people: number, 
/**
 * Leads to qualify.
 */
to_qualify: number, 
/**
 * Questions that are open, and answers still to be told.
 */
questions: number, 
/**
 * Cards to write so that they can be posted within a week.
 */
cards_to_write: number, 
/**
 * How many sample people there are; none in the demo, where they are not counted.
 */
samples: number, };

/**
 * Whom a change to the criteria would move.
 */
export type CriteriaPreview = { 
/**
 * Leads who would become prospects.
 */
become_prospects: number, 
/**
 * Prospects outside the sales phase who would be leads again.
 */
become_leads: number, 
/**
 * Prospects in the sales phase who keep their place.
 */
keep_place: number, };

/**
 * A yes/no test for a prospect.
 */
export type Criterion = { 
/**
 * Its number.
 */
id: CriterionId, 
/**
 * What it is called on the screen.
 */
name: string, 
/**
 * The short question to ask.
 */
question: string, 
/**
 * Whether a prospect has to meet it.
 */
required: boolean, 
/**
 * Which one of the first three it is, if any.
 */
role: CriterionRole, 
/**
 * No longer asked.
 */
archived: boolean, };

/**
 * A criterion with this person's answer.
 */
export type CriterionAnswer = { 
/**
 * Which criterion.
 */
criterion: CriterionId, 
/**
 * Its name.
 */
name: string, 
/**
 * The short question to ask.
 */
question: string, 
/**
 * Whether a prospect has to meet it.
 */
required: boolean, 
/**
 * Which one of the first three it is.
 */
role: CriterionRole, 
/**
 * The answer.
 */
answer: Answer, 
/**
 * The words that prove it.
 */
proof: string, 
/**
 * When it was given.
 */
answered_on: string | null, };

/**
 * Names a criterion.
 */
export type CriterionId = number;

/**
 * What the three criteria of the first start ask; an own one is [`CriterionRole::Own`].
 */
export type CriterionRole = "market" | "means" | "decides" | "own";

/**
 * A column with a few of its values, so that a person can see what is in it.
 */
export type CsvColumn = { 
/**
 * Its header, or its number counted from 1 where there is none.
 */
name: string, 
/**
 * Up to three different values, the first that are not empty.
 */
samples: Array<string>, 
/**
 * In how many rows it holds something.
 */
filled: number, };

/**
 * How a table is written. All of it can be changed by hand.
 */
export type CsvShape = { 
/**
 * What stands between the cells; an ASCII character.
 */
separator: string, 
/**
 * What stands around a cell that holds a separator or a line break; an ASCII character.
 */
quote: string, 
/**
 * How many lines stand before the table.
 */
skip_lines: number, 
/**
 * Whether the first row names the columns.
 */
has_header: boolean, };

/**
 * The sales in one currency.
 */
export type CurrencySales = { 
/**
 * In all.
 */
total: Money, 
/**
 * How many.
 */
sales: number, 
/**
 * Each month or year, in their order.
 */
parts: Array<PartSales>, };

/**
 * A field of the person's own making.
 */
export type CustomField = { 
/**
 * Its number.
 */
id: FieldId, 
/**
 * Its name.
 */
name: string, 
/**
 * What it holds.
 */
kind: FieldKind, 
/**
 * What can be chosen, for a choice.
 */
choices: Array<string>, 
/**
 * No longer offered. Its values stay.
 */
archived: boolean, };

/**
 * A field of the person's own making.
 */
export type CustomValue = { 
/**
 * The field's name.
 */
name: string, 
/**
 * What it holds for this contact.
 */
value: string, };

/**
 * Why the data can't be used.
 */
export type Damage = { 
/**
 * The sentence is `error-<code>`: `locked`, `damaged`, `data_changed`, `data_missing` or `data_gone`; none when the data are well.
 */
code: string | null, 
/**
 * The language in use.
 */
language: Language, 
/**
 * The folder of the data.
 */
folder: string, };

/**
 * Which of two numbers is the day, in dates like 03/04/1980.
 */
export type DateOrder = { "kind": "day_first" } | { "kind": "month_first" } | { "kind": "ask", 
/**
 * Up to five dates of the file that can be read two ways.
 */
examples: Array<string>, };

/**
 * A day of the week, ordered from Monday.
 */
export type DayOfWeek = "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";

/**
 * A time of day that crosses as `HH:MM`.
 */
export type DayTime = string;

/**
 * A deed with those whom it is done to.
 */
export type DoToMany = { 
/**
 * To whom.
 */
whom: ExportWhom, 
/**
 * What.
 */
deed: ManyDeed, };

/**
 * A follow-up that was finished today.
 */
export type DoneItem = { 
/**
 * Its number.
 */
follow_up: FollowUpId, 
/**
 * Who.
 */
contact: ContactId, 
/**
 * Their name.
 */
name: string, 
/**
 * What was to do.
 */
what: string, 
/**
 * When it was finished, as a civil moment.
 */
at: string, };

/**
 * What would happen.
 */
export type DryRun = { 
/**
 * Names it.
 */
number: number, 
/**
 * How many rows there are.
 */
total: number, 
/**
 * How many of each outcome, those with none left out.
 */
counts: Array<OutcomeCount>, };

/**
 * What to try without writing anything.
 */
export type DryRunImport = { 
/**
 * What was looked into.
 */
inspected: InspectImport, 
/**
 * What the columns become.
 */
mapping: ImportMapping, 
/**
 * Which number of a date is the day.
 */
dates: DateOrder, 
/**
 * The source of the leads.
 */
source: SourceId | null, 
/**
 * A source to make for them, by its name.
 */
new_source: string | null, 
/**
 * Tags that all of them get.
 */
tags: Array<string>, 
/**
 * What else those get who are added.
 */
for_all: ImportForAll, };

/**
 * One row of a dry run.
 */
export type DryRunRow = { 
/**
 * Its position among all rows, from 0, by which it is decided about.
 */
row: number, 
/**
 * The line of the file, counted from 1.
 */
line: number, 
/**
 * The name that was read.
 */
name: string, 
/**
 * The company.
 */
company: string, 
/**
 * The first e-mail address.
 */
email: string, 
/**
 * The first phone number.
 */
phone: string, 
/**
 * What would become of it.
 */
outcome: RowOutcome, 
/**
 * Who is there already.
 */
same_as: [ContactId, string] | null, 
/**
 * The line of the file on which the same row, address or number stood before.
 */
same_line: number | null, 
/**
 * What was not read, or not surely.
 */
problems: Array<ImportProblem>, 
/**
 * What filling would change of who is there already.
 */
fills: Array<FieldChange>, 
/**
 * What replacing would.
 */
replaces: Array<FieldChange>, };

/**
 * Which rows of a dry run to read.
 */
export type DryRunWindow = { 
/**
 * The dry run.
 */
number: number, 
/**
 * Only this outcome.
 */
only: RowOutcome | null, 
/**
 * The first position.
 */
from: number, 
/**
 * How many, at most 200.
 */
count: number, };

/**
 * When something is due: a day, with or without a time on the wall clock.
 */
export type Due = { 
/**
 * The day.
 */
on: string, 
/**
 * The time, or none for any time that day.
 */
at: string | null, };

/**
 * A follow-up that is due.
 */
export type DueItem = { 
/**
 * Its number.
 */
follow_up: FollowUpId, 
/**
 * Who.
 */
person: PersonRow, 
/**
 * What to do; else the last words that were said.
 */
what: string, 
/**
 * When.
 */
due: Due, 
/**
 * Whether it repeats.
 */
repeats: boolean, 
/**
 * First phone number, if any.
 */
phone: string | null, 
/**
 * First e-mail address, if any.
 */
email: string | null, 
/**
 * Its alarm, for marking what a summary told of.
 */
alarm: AlarmId | null, 
/**
 * Until when its alarm is snoozed, as a civil moment.
 */
snoozed_until: string | null, };

/**
 * Two people who may be one.
 */
export type DuplicatePair = { 
/**
 * The one who came in first.
 */
one: PersonRow, 
/**
 * The other.
 */
other: PersonRow, 
/**
 * Why one would think so, the strongest reason first.
 */
why: Array<Why>, };

/**
 * How a conversation ended, with what that end needs.
 */
export type Ending = { "kind": "just_a_talk" } | { "kind": "yes", 
/**
 * What they bought.
 */
sale: SaleDraft, } | { "kind": "not_ready", 
/**
 * When, and what for.
 */
follow_up: FollowUpDraft, } | { "kind": "no", 
/**
 * Whether they may be kept on the list.
 */
permission: Permission, 
/**
 * When they may be asked again, if agreed.
 */
ask_again: string | null, 
/**
 * Why, in their words; may be empty.
 */
reason: string, } | { "kind": "no_answer" };

/**
 * How many conversations of a session ended in one way.
 */
export type EndingCount = { 
/**
 * How.
 */
ending: EndingKind, 
/**
 * How many.
 */
count: number, };

/**
 * The end as it is kept with the conversation; what it brought stands in its own rows.
 */
export type EndingKind = "just_a_talk" | "yes" | "not_ready" | "no" | "no_answer";

/**
 * An error as the page gets it.
 */
export type ErrorView = { 
/**
 * Names the sentence: `error-<code>`.
 */
code: string, 
/**
 * What the sentence names.
 */
detail: { [key in string]: string }, };

/**
 * What happened.
 */
export type Event = { "kind": "changed", 
/**
 * Which kinds.
 */
topics: Array<Topic>, 
/**
 * How to take it back, where it can be.
 */
undo: UndoStep | null, } | { "kind": "open", 
/**
 * Where.
 */
to: Goto, } | { "kind": "progress", 
/**
 * Rows done.
 */
done: number, 
/**
 * Rows in all.
 */
of: number, } | { "kind": "many_progress", 
/**
 * How much is done.
 */
done: number, 
/**
 * How much there is in all.
 */
of: number, } | { "kind": "export_progress", 
/**
 * People or events done.
 */
done: number, 
/**
 * How many in all.
 */
of: number, } | { "kind": "pop_ups" };

/**
 * What goes into a calendar.
 */
export type ExportCalendar = { 
/**
 * Birthdays, every year.
 */
birthdays: boolean, 
/**
 * Open follow-ups.
 */
follow_ups: boolean, };

/**
 * People to export.
 */
export type ExportPeople = { 
/**
 * Whom.
 */
whom: ExportWhom, 
/**
 * In which form.
 */
format: PeopleFormat, };

/**
 * One person to export.
 */
export type ExportPerson = { 
/**
 * Whom.
 */
contact: ContactId, 
/**
 * In which form.
 */
format: PersonFormat, };

/**
 * Whom to export.
 */
export type ExportWhom = { "kind": "all" } | { "kind": "listed", 
/**
 * Its question.
 */
query: PeopleQuery, } | { "kind": "chosen", 
/**
 * Who.
 */
contacts: Array<ContactId>, };

/**
 * A file that was written.
 */
export type Exported = { 
/**
 * Its name, without the folder.
 */
file: string, 
/**
 * How many people or events are in it.
 */
count: number, };

/**
 * A field that a row changes.
 */
export type FieldChange = { 
/**
 * Its name.
 */
field: string, 
/**
 * What is there, in lines; a birthday as `1979-03-08` or `--03-08`.
 */
from: Array<string>, 
/**
 * What would be there.
 */
to: Array<string>, };

/**
 * A filter on a field of one's own.
 */
export type FieldFilter = { 
/**
 * Which field.
 */
field: FieldId, 
/**
 * What is looked for.
 */
test: FieldTest, 
/**
 * The value it is compared with; empty where none is needed.
 */
value: string, };

/**
 * Names a field of the person's own making.
 */
export type FieldId = number;

/**
 * What a field holds.
 */
export type FieldKind = "text" | "number" | "date" | "choice";

/**
 * What another kind would do to the values of a field. None is lost: what does not fit stays as the text that it is.
 */
export type FieldPreview = { 
/**
 * How many fit as they are.
 */
fit: number, 
/**
 * How many fit once they are written in another way.
 */
rewritten: number, 
/**
 * Some of those, as they stand and as they would.
 */
examples: Array<[string, string]>, 
/**
 * How many do not fit, and stay as text.
 */
stay: number, 
/**
 * Some of those.
 */
staying: Array<string>, 
/**
 * The values used most, for making choices of them.
 */
most_used: Array<string>, };

/**
 * What a value is looked for by.
 */
export type FieldTest = "is" | "contains" | "before" | "after" | "empty" | "filled";

/**
 * A field with its use.
 */
export type FieldView = { 
/**
 * Its number.
 */
id: FieldId, 
/**
 * Its name.
 */
name: string, 
/**
 * What it holds.
 */
kind: FieldKind, 
/**
 * What can be chosen, for a choice.
 */
choices: Array<string>, 
/**
 * No longer offered.
 */
archived: boolean, 
/**
 * How many people have a value in it.
 */
values: number, };

/**
 * A number on the screen behind which there are people.
 */
export type Figure = { "kind": "leads" } | { "kind": "prospects" } | { "kind": "customers" } | { "kind": "repeat_customers" } | { "kind": "talks" } | { "kind": "unasked_talks" } | { "kind": "promises", 
/**
 * And what became of it.
 */
kept: Kept, } | { "kind": "sales", 
/**
 * In this currency.
 */
currency: string, } | { "kind": "stopped", 
/**
 * Where.
 */
stop: Stop, 
/**
 * In which step, in the sales phase.
 */
step: StepId | null, 
/**
 * Only those who stand there for longer than is usual.
 */
over: boolean, };

/**
 * A text to be filled in.
 */
export type FillTemplate = { 
/**
 * For whom; none for an example.
 */
contact: ContactId | null, 
/**
 * The subject.
 */
subject: string, 
/**
 * The text.
 */
body: string, };

/**
 * A text as it would go out.
 */
export type FilledTemplate = { 
/**
 * The subject.
 */
subject: string, 
/**
 * The text.
 */
body: string, 
/**
 * What stands between braces and is no placeholder.
 */
unknown: Array<string>, 
/**
 * Placeholders for which nothing is known of this person.
 */
empty: Array<Placeholder>, 
/**
 * The questions whose answers stand in it.
 */
tells: Array<QuestionId>, };

/**
 * What lists can be filtered by, and what forms offer. Tags, of which there may be many, are asked for by themselves.
 */
export type FilterChoices = { 
/**
 * Sources in use or offered.
 */
sources: Array<SourceChoice>, 
/**
 * Steps in their order, without archived ones.
 */
steps: Array<StepChoice>, 
/**
 * Own fields in their order, without archived ones.
 */
fields: Array<CustomField>, };

/**
 * Words to look for everywhere.
 */
export type FindQuery = { 
/**
 * The words as typed.
 */
words: string, 
/**
 * Which search this is part of. A search with another number ends it.
 */
number: number, };

/**
 * A follow-up that is done. For somebody who stands at Later it is refused with `later_needs_date` unless a new date comes
 * along or they become active.
 */
export type FinishFollowUp = { 
/**
 * Which one.
 */
follow_up: FollowUpId, 
/**
 * The new date, for somebody who stays at Later.
 */
again: Due | null, 
/**
 * Make them active again.
 */
activate: boolean, };

/**
 * A follow-up as entered.
 */
export type FollowUpDraft = { 
/**
 * What to do.
 */
what: string, 
/**
 * When.
 */
due: Due, 
/**
 * Minutes before the time at which the alarm rings; only with a time.
 */
minutes_before: number, 
/**
 * Again and again, if so.
 */
repeat: Repeat | null, };

/**
 * Names a follow-up.
 */
export type FollowUpId = number;

/**
 * Names a follow-up.
 */
export type FollowUpRef = { 
/**
 * Which one.
 */
follow_up: FollowUpId, };

/**
 * An open follow-up.
 */
export type FollowUpView = { 
/**
 * Its number.
 */
id: FollowUpId, 
/**
 * What was entered.
 */
draft: FollowUpDraft, 
/**
 * Whether its moment has passed.
 */
overdue: boolean, 
/**
 * When its alarm rings next, as a civil moment; none if it won't.
 */
rings: string | null, };

/**
 * What was found, a few of each kind.
 */
export type Found = { 
/**
 * People, the best match first.
 */
people: Array<PersonRow>, 
/**
 * Companies.
 */
companies: Array<CompanyHit>, 
/**
 * Conversations, the newest first.
 */
said: Array<TextHit>, 
/**
 * Questions, the newest first.
 */
questions: Array<TextHit>, };

/**
 * What the frame around every screen shows. None of it hangs on how much there is.
 */
export type Frame = { 
/**
 * The language in use: that of the settings, else of the system.
 */
language: Language, 
/**
 * All settings.
 */
settings: Settings, 
/**
 * The date on the wall calendar.
 */
today: string, 
/**
 * Whether this is the folder of `--demo`.
 */
demo: boolean, 
/**
 * The pop-ups that the desktop refused and nobody answered.
 */
waiting_alarms: Array<WaitingAlarm>, 
/**
 * Until when alarms are paused, as a civil moment.
 */
paused_until: string | null, 
/**
 * The last step that can be undone.
 */
can_undo: UndoStep | null, 
/**
 * Where the window was when its page was dropped, as the page named it; told once.
 */
place: string | null, 
/**
 * When the newest backup was made, as a civil moment.
 */
backed_up_at: string | null, 
/**
 * Why the last backup could not be made.
 */
backup_problem: ErrorView | null, 
/**
 * The program's version.
 */
version: string, };

/**
 * From where the people came that the figures are about.
 */
export type FromSource = { "kind": "any" } | { "kind": "source", 
/**
 * Which one.
 */
source: SourceId, } | { "kind": "none" };

/**
 * The leads of a period and what became of them. Each number holds the next.
 */
export type FunnelCounts = { 
/**
 * Who came in.
 */
leads: number, 
/**
 * Who of them became a prospect.
 */
prospects: number, 
/**
 * Who of them bought.
 */
customers: number, 
/**
 * Who of them bought on two or more days.
 */
repeat_customers: number, };

/**
 * From lead to repeat customer.
 */
export type FunnelInsight = { 
/**
 * The days of the period.
 */
span: Span, 
/**
 * The leads of the period.
 */
counts: FunnelCounts, 
/**
 * How many leads came in during the period before; none where there is none.
 */
leads_before: number | null, 
/**
 * From coming in to being a prospect.
 */
to_prospect: MedianDays | null, 
/**
 * From coming in to the first sale.
 */
to_customer: MedianDays | null, 
/**
 * Nobody ever came in, in any period.
 */
empty: boolean, };

/**
 * One answer with its proof.
 */
export type GivenAnswer = { 
/**
 * To which criterion.
 */
criterion: CriterionId, 
/**
 * The answer.
 */
answer: Answer, 
/**
 * The words that prove it; none leaves those that were there.
 */
proof: string | null, };

/**
 * Where the window should go.
 */
export type Goto = { "kind": "window" } | { "kind": "today", 
/**
 * The alarms of a summary.
 */
alarms: Array<AlarmId>, } | { "kind": "contact", 
/**
 * Which one.
 */
contact: ContactId, } | { "kind": "finish_later", 
/**
 * Whose.
 */
contact: ContactId, 
/**
 * Which one.
 */
follow_up: FollowUpId, } | { "kind": "import", 
/**
 * The file as offered.
 */
file: OfferedFile, };

/**
 * One thing that happened. Names of steps, criteria and sources are kept as they were called then.
 */
export type Happened = { "kind": "added" } | { "kind": "met", 
/**
 * Where.
 */
place: string, } | { "kind": "imported", 
/**
 * The file's name.
 */
file: string, 
/**
 * Line of the file, counted from 1.
 */
line: number, } | { "kind": "updated", 
/**
 * The file's name.
 */
file: string, 
/**
 * Line of the file, counted from 1.
 */
line: number, 
/**
 * Their names.
 */
fields: Array<string>, } | { "kind": "edited", 
/**
 * Their names.
 */
fields: Array<string>, } | { "kind": "answered", 
/**
 * Its name.
 */
criterion: string, 
/**
 * The answer.
 */
answer: Answer, 
/**
 * The words that prove it.
 */
proof: string, } | { "kind": "overridden", 
/**
 * Why.
 */
why: string, } | { "kind": "lifecycle_changed", 
/**
 * From.
 */
from: Lifecycle, 
/**
 * To.
 */
to: Lifecycle, } | { "kind": "standing_changed", 
/**
 * From.
 */
from: Standing, 
/**
 * To.
 */
to: Standing, 
/**
 * Why; may be empty.
 */
reason: string, } | { "kind": "contact_allowed_again" } | { "kind": "step_changed", 
/**
 * From.
 */
from: string, 
/**
 * To.
 */
to: string, } | { "kind": "opportunity_opened", 
/**
 * The step it stands in.
 */
step: string, 
/**
 * Whether it was paused before.
 */
resumed: boolean, } | { "kind": "opportunity_lost", 
/**
 * Why; may be empty.
 */
reason: string, } | { "kind": "sold", 
/**
 * What.
 */
what: string, 
/**
 * For how much.
 */
amount: Money, } | { "kind": "follow_up_added", 
/**
 * What to do.
 */
what: string, 
/**
 * When.
 */
due: Due, } | { "kind": "follow_up_done", 
/**
 * What was to do.
 */
what: string, } | { "kind": "follow_up_moved", 
/**
 * What to do.
 */
what: string, 
/**
 * From.
 */
from: Due, 
/**
 * To.
 */
to: Due, } | { "kind": "follow_up_dropped", 
/**
 * What was to do.
 */
what: string, } | { "kind": "question_asked", 
/**
 * The question.
 */
question: string, } | { "kind": "question_answered", 
/**
 * The question.
 */
question: string, 
/**
 * The answer.
 */
answer: string, } | { "kind": "answer_told", 
/**
 * The question.
 */
question: string, } | { "kind": "card_changed", 
/**
 * The year.
 */
year: number, 
/**
 * How it stands now.
 */
state: CardState, } | { "kind": "birthday_changed", 
/**
 * The new one.
 */
to: Birthday | null, } | { "kind": "merged", 
/**
 * The name that the other had.
 */
name: string, } | { "kind": "introduced" } | { "kind": "introduced_by" } | { "kind": "trashed" } | { "kind": "restored" };

/**
 * An earlier import.
 */
export type ImportBatch = { 
/**
 * Its number.
 */
batch: BatchId, 
/**
 * The file's name.
 */
file: string, 
/**
 * When, as a civil moment.
 */
at: string, 
/**
 * How many it added.
 */
added: number, 
/**
 * How many it changed.
 */
updated: number, 
/**
 * Whether it was undone.
 */
undone: boolean, };

/**
 * Which columns are to be birthdays, for telling day and month apart in them.
 */
export type ImportDates = { 
/**
 * What was looked into.
 */
inspected: InspectImport, 
/**
 * What the columns become.
 */
mapping: ImportMapping, };

/**
 * What to do with a row of somebody who is there already.
 */
export type ImportDecision = "skip" | "fill" | "replace" | "add";

/**
 * What the cells of a column become. Several columns may have the same field: names, company and job title are joined with a blank,
 * lines of an address and notes with a line break; addresses, numbers and tags add up.
 */
export type ImportField = { "kind": "ignore" } | { "kind": "prefix" } | { "kind": "given" } | { "kind": "middle" } | { "kind": "particle" } | { "kind": "family" } | { "kind": "suffix" } | { "kind": "full_name" } | { "kind": "family_first" } | { "kind": "company" } | { "kind": "job_title" } | { "kind": "email", 
/**
 * Which one it is: *home*, *work*, or empty.
 */
label: string, } | { "kind": "phone", 
/**
 * Which one it is: *mobile*, *home*, *work*, *work fax*, or empty.
 */
label: string, } | { "kind": "website", 
/**
 * Which one it is, or empty.
 */
label: string, } | { "kind": "street", 
/**
 * Which address: an index into [`Mapping::address_labels`].
 */
address: number, } | { "kind": "house_number", 
/**
 * Which address.
 */
address: number, } | { "kind": "postal_code", 
/**
 * Which address.
 */
address: number, } | { "kind": "town", 
/**
 * Which address.
 */
address: number, } | { "kind": "region", 
/**
 * Which address.
 */
address: number, } | { "kind": "country", 
/**
 * Which address.
 */
address: number, } | { "kind": "whole_address", 
/**
 * Which address.
 */
address: number, } | { "kind": "label_of", 
/**
 * The other column, counted from 0.
 */
column: number, } | { "kind": "birthday" } | { "kind": "birth_day" } | { "kind": "birth_month" } | { "kind": "birth_year" } | { "kind": "note" } | { "kind": "tags" } | { "kind": "language" } | { "kind": "exported" } | { "kind": "custom", 
/**
 * Its name.
 */
name: string, };

/**
 * What everybody gets who is added, beside source and tags: what is true of a whole list, and stands in none of its columns.
 */
export type ImportForAll = { 
/**
 * Answers to criteria. *Not asked* says nothing.
 */
answers: Array<GivenAnswer>, 
/**
 * They are not ready now.
 */
later: ImportLater | null, };

/**
 * What a file holds.
 */
export type ImportInspection = { 
/**
 * The file.
 */
file: OfferedFile, 
/**
 * Its kind.
 */
kind: ImportKind, 
/**
 * The character set it was read in.
 */
encoding: string, 
/**
 * Whether the character set was guessed from the letters, and may be wrong.
 */
guessed: boolean, 
/**
 * Whether there are letters that can't be read; each shows as a replacement mark.
 */
lossy: boolean, 
/**
 * How many rows or cards it has.
 */
rows: number, 
/**
 * How the table is written; none for cards.
 */
shape: CsvShape | null, 
/**
 * The columns; none for cards.
 */
columns: Array<CsvColumn>, 
/**
 * What the columns become: as the same columns were mapped before, else as their names tell.
 */
mapping: ImportMapping, 
/**
 * Which number of a date is the day.
 */
dates: DateOrder, 
/**
 * The cells of a few rows, to show what a mapping makes of them.
 */
samples: Array<Array<string>>, };

/**
 * The kinds of file that can be read.
 */
export type ImportKind = "csv" | "vcard";

/**
 * The follow-up without which nobody stands at Later.
 */
export type ImportLater = { 
/**
 * When to come back to them.
 */
due: Due, 
/**
 * What for.
 */
what: string, };

/**
 * A field for each column, left to right. It can be saved and used again for a table with the same columns.
 */
export type ImportMapping = { 
/**
 * The field of each column; a column without one is left out.
 */
fields: Array<ImportField>, 
/**
 * The label of each postal address, where no column says it.
 */
address_labels: Array<string>, };

/**
 * Something in a row that was not read, or not surely.
 */
export type ImportProblem = { 
/**
 * What kind; the page shows the text of that name.
 */
code: ImportProblemCode, 
/**
 * The words of the file it is about, shortened to be shown in a line.
 */
value: string, };

/**
 * The kinds of [`Problem`].
 */
export type ImportProblemCode = "empty" | "unbalanced_quote" | "value_too_long" | "too_many_values" | "outside_card" | "not_a_person" | "name_from_elsewhere" | "date_unreadable" | "date_ambiguous" | "year_unsure" | "not_an_email" | "not_a_phone" | "not_a_number" | "not_a_choice" | "language_unknown" | "too_many_columns" | "kept_in_note" | "left_out" | "binary_left_out" | "photo_too_large" | "photo_unreadable" | "photo_extra" | "charset_guessed" | "letters_lost" | "missing_end" | "line_unreadable";

/**
 * What became of a file.
 */
export type ImportResult = { 
/**
 * The batch; none when nobody was added.
 */
batch: BatchId | null, 
/**
 * How many were added.
 */
added: number, 
/**
 * How many who were there already were changed.
 */
updated: number, 
/**
 * How many of those added with something that was not read as a field.
 */
with_remarks: number, 
/**
 * How many were left out, by why.
 */
left_out: Array<OutcomeCount>, };

/**
 * One row of a table or one card of a file, read as well as can be.
 */
export type ImportRow = { 
/**
 * The line of the file on which it begins, counted from 1 as a text editor does.
 */
line: number, 
/**
 * What was read.
 */
draft: ContactDraft, 
/**
 * What was not, or not surely.
 */
problems: Array<ImportProblem>, };

/**
 * What the figures are about.
 */
export type InsightQuery = { 
/**
 * When.
 */
period: Period, 
/**
 * From where.
 */
source: FromSource, };

/**
 * A file to look into.
 */
export type InspectImport = { 
/**
 * The file, as offered.
 */
file: OfferedFile, 
/**
 * How the table is written, where the person changed what was found.
 */
shape: CsvShape | null, 
/**
 * The character set, where the person changed what was found.
 */
encoding: string | null, };

/**
 * What a set of answers comes to.
 */
export type Judgement = { 
/**
 * How many criteria are required.
 */
required: number, 
/**
 * How many of these were answered yes.
 */
required_yes: number, 
/**
 * How many of these were answered no.
 */
required_no: number, 
/**
 * How many criteria there are.
 */
asked_of: number, 
/**
 * How many were answered yes or no.
 */
asked: number, 
/**
 * How many were answered yes.
 */
yes: number, 
/**
 * How many were answered no.
 */
no: number, };

/**
 * *At least every so many weeks*, as a clock that starts on a day. Each start is an occurrence of its own, so that it rings once
 * until a conversation starts the clock anew.
 */
export type KeepInTouch = { 
/**
 * How many weeks may pass, 1 to [`LONGEST_SILENCE`].
 */
weeks: number, 
/**
 * The day it was set or of the last conversation.
 */
from: string, };

/**
 * Somebody to keep in touch with, whose clock has run out.
 */
export type KeepInTouchItem = { 
/**
 * Who.
 */
person: PersonRow, 
/**
 * After how many weeks without a conversation it rings.
 */
weeks: number, 
/**
 * The day the clock ran out.
 */
due_on: string, 
/**
 * Its alarm, for marking what a summary told of.
 */
alarm: AlarmId, 
/**
 * Until when its alarm is snoozed, as a civil moment.
 */
snoozed_until: string | null, };

/**
 * What became of a promise.
 */
export type Kept = "kept" | "moved" | "missed";

/**
 * A rectangle on a sheet, in hundredths of a millimetre from its upper left corner.
 */
export type LabelArea = { 
/**
 * From the left.
 */
x: number, 
/**
 * From above.
 */
y: number, 
/**
 * Width.
 */
width: number, 
/**
 * Height.
 */
height: number, };

/**
 * The sheets of labels that can be printed on, all of them A4.
 */
export type LabelSheet = "l7160" | "l7163" | "full3x8";

/**
 * A way to reach somebody with the word that tells which one it is.
 */
export type Labelled = { 
/**
 * *home*, *work*, *mobile* or the person's own word; may be empty.
 */
label: string, 
/**
 * The address, number or web site itself.
 */
value: string, };

/**
 * Labels to print.
 */
export type Labels = { 
/**
 * Whose.
 */
whose: LabelsFor, 
/**
 * On which sheet.
 */
sheet: LabelSheet, 
/**
 * The first label of the first sheet that is still there, counted from 0.
 */
start: number, };

/**
 * Whose labels.
 */
export type LabelsFor = { "kind": "to_send", 
/**
 * How many weeks, as in `open_cards`.
 */
weeks: number, } | { "kind": "chosen", 
/**
 * Who, at most 5000.
 */
contacts: Array<ContactId>, };

/**
 * How labels will look.
 */
export type LabelsPreview = { 
/**
 * How many labels.
 */
count: number, 
/**
 * On how many sheets.
 */
sheets: number, 
/**
 * How many people have no address that can be posted to.
 */
without_address: number, 
/**
 * How many are left out as they refused contact or are in the trash.
 */
left_out: number, 
/**
 * Names in which letters stand that can't be printed, at most ten.
 */
unprintable: Array<string>, 
/**
 * The measures of the sheet.
 */
layout: SheetLayout, 
/**
 * The labels of the first sheet.
 */
first: Array<PrintedLabel>, };

/**
 * The languages Rappel speaks.
 */
export type Language = "en" | "nl";

/**
 * A card of an earlier year.
 */
export type LastCard = { 
/**
 * The year.
 */
year: number, 
/**
 * How it stood.
 */
state: CardState, 
/**
 * What was written on it; may be empty.
 */
words: string, };

/**
 * The last conversation in which something was said.
 */
export type LastTalk = { 
/**
 * When, as a civil moment.
 */
at: string, 
/**
 * Over which channel.
 */
channel: Channel, 
/**
 * What was said.
 */
said: string, 
/**
 * How it ended.
 */
ending: EndingKind, };

/**
 * In which days the 29th of February is kept in a common year.
 */
export type LeapDay = "before" | "after";

/**
 * A part of the ledger, newest first.
 */
export type Ledger = { 
/**
 * At most fifty.
 */
rings: Array<RingView>, 
/**
 * Whether there are older ones.
 */
more: boolean, };

/**
 * Which part of the ledger.
 */
export type LedgerQuery = { 
/**
 * Part of a name; empty for all.
 */
search: string, 
/**
 * Rings older than this one; none for the newest.
 */
before: number | null, };

/**
 * Why somebody is left out.
 */
export type LeftOut = "refused" | "customer" | "not_a_fit" | "questions" | "trashed" | "already" | "full";

/**
 * How many are left out for one reason.
 */
export type LeftOutCount = { 
/**
 * Why.
 */
why: LeftOut, 
/**
 * How many.
 */
count: number, };

/**
 * How far somebody came. Derived, never typed in.
 */
export type Lifecycle = "lead" | "prospect" | "customer" | "repeat_customer";

/**
 * Whether the data take a passphrase, and which backups do not take the same one.
 */
export type LockView = { 
/**
 * Whether they do.
 */
on: boolean, 
/**
 * How many backups everybody can read.
 */
open_backups: number, 
/**
 * How many open with a passphrase that the data had before.
 */
other_backups: number, };

/**
 * What is shown while the data wait for their passphrase.
 */
export type Locked = { 
/**
 * The language in use.
 */
language: Language, 
/**
 * Light or dark.
 */
theme: Theme, 
/**
 * How many reminders are due.
 */
due: number, 
/**
 * For how many seconds no passphrase is taken, after a wrong one.
 */
wait: number, };

/**
 * A conversation of a session, with what was asked and done in it.
 */
export type LogCall = { 
/**
 * The conversation, with whoever is to be called now.
 */
talk: ConversationDraft, 
/**
 * Answers to criteria.
 */
answers: Array<GivenAnswer>, 
/**
 * Follow-ups that are done with it. They stay open when nobody answered and no next try was planned.
 */
finish: Array<FollowUpId>, };

/**
 * What was written.
 */
export type LoggedConversation = { 
/**
 * Its number.
 */
id: ConversationId, 
/**
 * The person is a prospect without a follow-up: ask for one.
 */
wants_next: boolean, };

/**
 * What is done.
 */
export type ManyDeed = { "kind": "add_tag", 
/**
 * Its name.
 */
tag: string, } | { "kind": "remove_tag", 
/**
 * Its name.
 */
tag: string, } | { "kind": "set_source", 
/**
 * The source, or none.
 */
source: SourceId | null, } | { "kind": "plan_follow_up", 
/**
 * What and when.
 */
draft: FollowUpDraft, } | { "kind": "later", 
/**
 * When to come back.
 */
due: Due, 
/**
 * What for.
 */
what: string, } | { "kind": "decline", 
/**
 * Whether they may be kept on the list.
 */
permission: Permission, 
/**
 * When they may be asked again, if agreed.
 */
ask_again: string | null, 
/**
 * Why; may be empty.
 */
reason: string, } | { "kind": "not_a_fit", 
/**
 * The criterion they failed, if it was one.
 */
criterion: CriterionId | null, 
/**
 * Or another reason.
 */
reason: string, } | { "kind": "activate" } | { "kind": "trash" } | { "kind": "restore" };

/**
 * What a deed would change, or did.
 */
export type ManyOutcome = { 
/**
 * How many people it touches.
 */
changed: number, 
/**
 * Whom it does not touch.
 */
left_out: Array<LeftOutCount>, 
/**
 * Open follow-ups that it drops.
 */
drops_follow_ups: number, };

/**
 * Names a mapping of columns that was saved by name.
 */
export type MappingId = number;

/**
 * Names a saved mapping.
 */
export type MappingRef = { 
/**
 * Which one.
 */
mapping: MappingId, };

/**
 * Within how many days half of them had it.
 */
export type MedianDays = { 
/**
 * The days.
 */
days: number, 
/**
 * Of how many people.
 */
people: number, };

/**
 * Two people to make one of.
 */
export type MergeContacts = { 
/**
 * The one, who keeps their number.
 */
one: ContactId, 
/**
 * The other, whose number goes.
 */
other: ContactId, 
/**
 * The fields as chosen.
 */
draft: ContactDraft, 
/**
 * The photo is the other's.
 */
photo_of_other: boolean, 
/**
 * The opportunity that goes on is the other's, where both have one.
 */
opportunity_of_other: boolean, 
/**
 * The criteria to which the other's answer counts.
 */
answers_of_other: Array<CriterionId>, };

/**
 * Two people side by side, and what would become of them.
 */
export type MergePreview = { 
/**
 * The one, who keeps their number.
 */
one: MergeSide, 
/**
 * The other.
 */
other: MergeSide, 
/**
 * The fields as they would be: what only one has is taken from that one, and lists are united.
 */
draft: ContactDraft, 
/**
 * Why they may be the same; empty where nothing shows it.
 */
why: Array<Why>, 
/**
 * The stricter of the two standings, which counts for both.
 */
standing: Standing, };

/**
 * One of the two.
 */
export type MergeSide = { 
/**
 * All that is known.
 */
person: Person, 
/**
 * How many conversations there were.
 */
conversations: number, };

/**
 * Two tags that become one.
 */
export type MergeTags = { 
/**
 * The one that goes.
 */
tag: TagId, 
/**
 * The one that stays.
 */
into: TagId, };

/**
 * An amount in the smallest unit of its currency (cents for the euro, yen for the yen).
 */
export type Money = { 
/**
 * In minor units.
 */
minor: number, 
/**
 * ISO 4217 code, three capital letters.
 */
currency: string, };

/**
 * A move with what it needs.
 */
export type Move = { "kind": "step", 
/**
 * Which one.
 */
step: StepId, 
/**
 * Why the rule is overridden, for a lead whose required answers are not all yes.
 */
override_why: string | null, } | { "kind": "customer", 
/**
 * What they bought.
 */
sale: SaleDraft, } | { "kind": "later", 
/**
 * When to come back.
 */
due: Due, 
/**
 * What for.
 */
what: string, } | { "kind": "declined", 
/**
 * Whether they may be kept on the list.
 */
permission: Permission, 
/**
 * When they may be asked again, if agreed.
 */
ask_again: string | null, 
/**
 * Why; may be empty.
 */
reason: string, } | { "kind": "not_a_fit", 
/**
 * The criterion they failed, if it was one.
 */
criterion: CriterionId | null, 
/**
 * Or another reason.
 */
reason: string, };

/**
 * Somebody moved.
 */
export type MoveContact = { 
/**
 * Who.
 */
contact: ContactId, 
/**
 * Where, with what that needs.
 */
to: Move, };

/**
 * A follow-up that is moved to another day. Its time of the day, its alarm and the rest stay as they are.
 */
export type MoveFollowUp = { 
/**
 * Which one.
 */
follow_up: FollowUpId, 
/**
 * To which day.
 */
on: string, };

/**
 * What a move asks for, and what it brings with it.
 */
export type MovePreview = { 
/**
 * What has to be asked first.
 */
asks: Asks, 
/**
 * Name of the person.
 */
name: string, 
/**
 * Open follow-ups that the move would drop.
 */
drops_follow_ups: number, 
/**
 * Whether it begins a new sale to a customer.
 */
sell_again: boolean, };

/**
 * Where a name with a particle stands in a list.
 */
export type NameOrder = "family" | "particle";

/**
 * A mapping that was saved by name.
 */
export type NamedMapping = { 
/**
 * Its number.
 */
id: MappingId, 
/**
 * What it is called.
 */
name: string, };

/**
 * The next alarm to ring.
 */
export type NextAlarm = { 
/**
 * About what.
 */
kind: AlarmKind, 
/**
 * Whose.
 */
contact: ContactId, 
/**
 * Their name.
 */
name: string, 
/**
 * When, as a civil moment.
 */
at: string, };

/**
 * A filter on the next step.
 */
export type NextFilter = "overdue" | "today" | "week" | "none";

/**
 * A file the person chose. The page never sees its path.
 */
export type OfferedFile = { 
/**
 * Names the file in later commands.
 */
token: number, 
/**
 * Its name, without the folder.
 */
name: string, };

/**
 * A link for the person's own programs.
 */
export type OpenLink = { "kind": "phone", 
/**
 * The number.
 */
number: string, } | { "kind": "email", 
/**
 * The address.
 */
address: string, } | { "kind": "website", 
/**
 * The address.
 */
url: string, };

/**
 * An opportunity that is open or paused.
 */
export type OpportunityView = { 
/**
 * The step it stands in.
 */
step: StepId, 
/**
 * Its name.
 */
step_name: string, 
/**
 * Days in this step.
 */
days: number, 
/**
 * How many days are usual in it.
 */
usual_days: number, 
/**
 * What it may bring.
 */
expected: Money | null, 
/**
 * Whether it is paused.
 */
paused: boolean, };

/**
 * How many rows have an outcome.
 */
export type OutcomeCount = { 
/**
 * Which one.
 */
outcome: RowOutcome, 
/**
 * How many.
 */
count: number, };

/**
 * The rule overridden.
 */
export type OverrideQualification = { 
/**
 * For whom.
 */
contact: ContactId, 
/**
 * Why; must not be empty.
 */
why: string, };

/**
 * In which parts a long period is shown.
 */
export type Part = "month" | "year";

/**
 * The sales of one month or year.
 */
export type PartSales = { 
/**
 * How many.
 */
sales: number, 
/**
 * For how much, in minor units.
 */
minor: number, };

/**
 * A passphrase. It is in no log, as it is not shown even to the program's own messages.
 */
export type Passphrase = string;

/**
 * A pause of all alarms. What falls due meanwhile rings when it ends.
 */
export type PauseAlarms = { 
/**
 * For how many minutes, at most a week; 0 ends a pause.
 */
minutes: number, };

/**
 * The form of a file of people.
 */
export type PeopleFormat = "csv" | "vcard";

/**
 * An ordered snapshot of people, read by position with `get_people`.
 */
export type PeopleList = { 
/**
 * Names the snapshot.
 */
snapshot: number, 
/**
 * How many people are in it.
 */
total: number, };

/**
 * The order of the list.
 */
export type PeopleOrder = "name" | "next" | "last_talk" | "newest";

/**
 * What to list.
 */
export type PeopleQuery = { 
/**
 * Words to search for in names, companies, addresses, numbers, tags, notes and conversations.
 */
search: string, 
/**
 * Only these stages; empty for all but the trash.
 */
stages: Array<StageFilter>, 
/**
 * Only from these sources.
 */
sources: Array<SourceId>, 
/**
 * Only with any of these tags.
 */
tags: Array<string>, 
/**
 * Only with this next step.
 */
next: NextFilter | null, 
/**
 * Only those whom this import added or changed.
 */
batch: BatchId | null, 
/**
 * Only those behind this figure of Insights.
 */
behind: Behind | null, 
/**
 * Only whose own fields hold what all of these say.
 */
fields: Array<FieldFilter>, 
/**
 * The order; with words to search for, the best match comes first instead.
 */
order: PeopleOrder, 
/**
 * The other way round.
 */
reverse: boolean, };

/**
 * Which rows of a snapshot to read.
 */
export type PeopleWindow = { 
/**
 * The snapshot.
 */
snapshot: number, 
/**
 * The first position.
 */
from: number, 
/**
 * How many, at most 200.
 */
count: number, };

/**
 * A period as it is chosen. It ends today at the latest, but for one's own.
 */
export type Period = { "kind": "this_month" } | { "kind": "this_quarter" } | { "kind": "this_year" } | { "kind": "last_year" } | { "kind": "last_twelve_months" } | { "kind": "all" } | { "kind": "own", 
/**
 * The first day.
 */
from: string, 
/**
 * The last day.
 */
to: string, };

/**
 * The answer to *may I keep you on my list?*, asked when somebody declined.
 */
export type Permission = "agreed" | "not_asked" | "refused";

/**
 * Everything on a person's page but the timeline.
 */
export type Person = { 
/**
 * As in lists.
 */
row: PersonRow, 
/**
 * What was entered.
 */
draft: ContactDraft, 
/**
 * The company, by its number.
 */
company: CompanyId | null, 
/**
 * The first phone number in E.164, where it could be read.
 */
dial: string | null, 
/**
 * After how many weeks without a conversation to ring, and since when that clock runs.
 */
keep_in_touch: KeepInTouch | null, 
/**
 * How many days before the birthday its alarms ring; none as in the settings.
 */
birthday_offsets: Array<number> | null, 
/**
 * Whether there is a photo.
 */
photo: boolean, 
/**
 * The standing.
 */
standing: Standing, 
/**
 * Why; may be empty.
 */
standing_reason: string, 
/**
 * Why the rule was overridden, if it was.
 */
overridden_why: string | null, 
/**
 * The criteria with the answers.
 */
criteria: Array<CriterionAnswer>, 
/**
 * The opportunity that is open or paused.
 */
opportunity: OpportunityView | null, 
/**
 * Open follow-ups, soonest first.
 */
follow_ups: Array<FollowUpView>, 
/**
 * Open questions, oldest first.
 */
questions: Array<QuestionView>, 
/**
 * Questions whose answer is still to be told, oldest answer first.
 */
to_tell: Array<QuestionView>, 
/**
 * The coming birthday and its card.
 */
card: CardView | null, 
/**
 * Sales, newest first, at most 100.
 */
sales: Array<SaleView>, 
/**
 * Attempts without an answer since the last talk.
 */
attempts: number, 
/**
 * Who introduced them.
 */
introduced_by: [ContactId, string] | null, 
/**
 * Whom they introduced, the newest first, at most 50.
 */
introduced: Array<[ContactId, string]>, 
/**
 * The day they came in.
 */
came_in: string, 
/**
 * Whether they are in the trash.
 */
trashed: boolean, };

/**
 * The form of one person's file.
 */
export type PersonFormat = "json" | "html" | "vcard";

/**
 * The parts of a person's name, any of which may be empty.
 */
export type PersonName = { 
/**
 * Title before the name: *dr.*
 */
prefix: string, 
/**
 * Given name: *Sanne*.
 */
given: string, 
/**
 * What stands between: *de*, *van der*.
 */
particle: string, 
/**
 * Family name without its particle: *Boer*.
 */
family: string, 
/**
 * The whole name as the person writes it, where it is not just the parts in a row.
 */
display: string, };

/**
 * One person in a list.
 */
export type PersonRow = { 
/**
 * Who.
 */
id: ContactId, 
/**
 * Name as shown.
 */
name: string, 
/**
 * Company; may be empty.
 */
company: string, 
/**
 * Where they stand.
 */
place: Place, 
/**
 * The name of the step, for those in the sales phase.
 */
step: string | null, 
/**
 * How far they came.
 */
lifecycle: Lifecycle, 
/**
 * At least one yes and no no.
 */
promising: boolean, 
/**
 * Criteria answered.
 */
asked: number, 
/**
 * Criteria in all.
 */
asked_of: number, 
/**
 * Number of sales.
 */
sales: number, 
/**
 * Day of the last sale.
 */
last_sale: string | null, 
/**
 * The next follow-up.
 */
next: Due | null, 
/**
 * In the sales phase without a follow-up.
 */
no_next_step: boolean, 
/**
 * When last spoken to, as a civil moment.
 */
last_talk: string | null, 
/**
 * The source's name; may be empty.
 */
source: string, 
/**
 * Sample data.
 */
sample: boolean, };

/**
 * The one place where a contact stands.
 */
export type Place = { "kind": "trash" } | { "kind": "do_not_contact" } | { "kind": "not_a_fit" } | { "kind": "declined_agreed" } | { "kind": "declined_not_asked" } | { "kind": "later" } | { "kind": "step", 
/**
 * Which one.
 */
step: StepId, } | { "kind": "repeat_customer" } | { "kind": "customer" } | { "kind": "lead" };

/**
 * What a placeholder stands for.
 */
export type Placeholder = "first_name" | "family_name" | "name" | "company" | "my_name" | "asked" | "next_date" | "question" | "answer" | "today";

/**
 * What the post does.
 */
export type Post = { 
/**
 * How many days of delivery a card needs, 0 to 30.
 */
delivery_days: number, 
/**
 * Days of the week on which the post neither collects nor delivers.
 */
closed: Array<DayOfWeek>, 
/**
 * Whether it rests on the public holidays of the country.
 */
rests_on_holidays: boolean, 
/**
 * Public holidays on which it works all the same.
 */
works_on: Array<string>, 
/**
 * Other days on which it rests.
 */
rests_on: Array<string>, };

/**
 * A postal address.
 */
export type PostalAddress = { 
/**
 * *home*, *work* or the person's own word; may be empty.
 */
label: string, 
/**
 * Street and number, further lines separated by line breaks.
 */
street: string, 
/**
 * Postal code.
 */
postal_code: string, 
/**
 * Town.
 */
town: string, 
/**
 * State, province or region.
 */
region: string, 
/**
 * Country, as written.
 */
country: string, };

/**
 * A change to a criterion to look at before it is done.
 */
export type PreviewCriteria = { 
/**
 * The change.
 */
change: SaveCriterion, };

/**
 * Cells of a file, to see how they would be read.
 */
export type PreviewMapping = { 
/**
 * The names of the columns.
 */
columns: Array<string>, 
/**
 * The rows, at most ten.
 */
rows: Array<Array<string>>, 
/**
 * What the columns become.
 */
mapping: ImportMapping, 
/**
 * Which number of a date is the day.
 */
dates: DateOrder, };

/**
 * A move to look at before it is done.
 */
export type PreviewMove = { 
/**
 * Who.
 */
contact: ContactId, 
/**
 * Where to.
 */
target: Target, };

/**
 * A label as it is printed. Lengths are hundredths of a millimetre from the upper left corner of the sheet.
 */
export type PrintedLabel = { 
/**
 * Its position on the sheet.
 */
position: number, 
/**
 * The label itself.
 */
area: LabelArea, 
/**
 * Where its lines begin.
 */
x: number, 
/**
 * The size of its letters.
 */
size: number, 
/**
 * Its lines.
 */
lines: Array<PrintedLine>, };

/**
 * A line of a label.
 */
export type PrintedLine = { 
/**
 * The words.
 */
text: string, 
/**
 * The line that they stand on.
 */
baseline: number, };

/**
 * The board.
 */
export type ProcessBoard = { 
/**
 * Leads, each step, customers, repeat customers.
 */
columns: Array<ProcessColumn>, 
/**
 * Later, declined, do not contact, not a fit.
 */
shelves: Array<Shelf>, };

/**
 * Somebody on the board.
 */
export type ProcessCard = { 
/**
 * Who.
 */
id: ContactId, 
/**
 * Name as shown.
 */
name: string, 
/**
 * Company, else the source; may be empty.
 */
company: string, 
/**
 * How far they came.
 */
lifecycle: Lifecycle, 
/**
 * Criteria answered.
 */
asked: number, 
/**
 * Criteria in all.
 */
asked_of: number, 
/**
 * The next follow-up.
 */
next: Due | null, 
/**
 * In the sales phase without a follow-up.
 */
no_next_step: boolean, 
/**
 * Days in the step, when that is more than usual.
 */
stale_days: number | null, 
/**
 * What the opportunity may bring.
 */
expected: Money | null, 
/**
 * Number of sales.
 */
sales: number, 
/**
 * Day of the last sale.
 */
last_sale: string | null, };

/**
 * A column of the board.
 */
export type ProcessColumn = { 
/**
 * Which place it stands for.
 */
place: Place, 
/**
 * The step's name, for steps.
 */
step: string | null, 
/**
 * How many people stand there.
 */
count: number, 
/**
 * The first fifty of them, the most pressing first.
 */
cards: Array<ProcessCard>, };

/**
 * Which people to show on the board.
 */
export type ProcessQuery = { 
/**
 * Only from these sources.
 */
sources: Array<SourceId>, };

/**
 * Follow-ups by what became of them.
 */
export type PromiseCounts = { 
/**
 * Done on the day or before.
 */
kept: number, 
/**
 * Put off.
 */
moved: number, 
/**
 * Done later, or still open.
 */
missed: number, };

/**
 * The follow-ups that were promised for a day of the period.
 */
export type PromiseInsight = { 
/**
 * In the period.
 */
now: PromiseCounts, 
/**
 * In the period before.
 */
before: PromiseCounts | null, };

/**
 * Answers for one person. Those not named stay as they are.
 */
export type QualifyAnswers = { 
/**
 * Whose.
 */
contact: ContactId, 
/**
 * The answers.
 */
answers: Array<GivenAnswer>, };

/**
 * Leads to qualify from one source.
 */
export type QualifyFrom = { 
/**
 * The source's name; may be empty.
 */
source: string, 
/**
 * How many.
 */
count: number, };

/**
 * What would become of somebody with these answers.
 */
export type QualifyPreview = { 
/**
 * What the answers come to.
 */
judgement: Judgement, 
/**
 * Where they stand now.
 */
now: Place, 
/**
 * Where they would stand.
 */
then: Place, 
/**
 * How far they would have come.
 */
lifecycle: Lifecycle, };

/**
 * Names a question.
 */
export type QuestionId = number;

/**
 * An ordered snapshot of questions, read by position with `get_questions`.
 */
export type QuestionList = { 
/**
 * Names the snapshot.
 */
snapshot: number, 
/**
 * How many questions are in it.
 */
total: number, 
/**
 * How many are open in all.
 */
open: number, 
/**
 * How many answers are still to tell in all.
 */
to_tell: number, };

/**
 * In which order questions stand.
 */
export type QuestionOrder = "oldest" | "newest" | "person";

/**
 * A question whose like was perhaps answered before.
 */
export type QuestionRef = { 
/**
 * Which one.
 */
question: QuestionId, };

/**
 * A question in a list.
 */
export type QuestionRow = { 
/**
 * The question.
 */
question: QuestionView, 
/**
 * The row before it is of the same person.
 */
same_person: boolean, };

/**
 * Where a question stands.
 */
export type QuestionShelf = "open" | "to_tell" | "told";

/**
 * A question.
 */
export type QuestionView = { 
/**
 * Its number.
 */
id: QuestionId, 
/**
 * Who asked.
 */
contact: ContactId, 
/**
 * Their name.
 */
name: string, 
/**
 * Where they stand.
 */
place: Place, 
/**
 * What was asked.
 */
question: string, 
/**
 * On which day.
 */
asked_on: string, 
/**
 * The answer, once given.
 */
answer: string | null, 
/**
 * The day of the answer.
 */
answered_on: string | null, 
/**
 * The day on which they were told.
 */
told_on: string | null, };

/**
 * Which questions to list.
 */
export type QuestionsQuery = { 
/**
 * Of which shelf.
 */
shelf: QuestionShelf, 
/**
 * Words to search for in questions and answers.
 */
search: string, 
/**
 * In which order.
 */
order: QuestionOrder, };

/**
 * Which rows of a snapshot of questions to read.
 */
export type QuestionsWindow = { 
/**
 * The snapshot.
 */
snapshot: number, 
/**
 * The first position.
 */
from: number, 
/**
 * How many, at most 200.
 */
count: number, };

/**
 * Hours in which nothing rings; they may span midnight.
 */
export type QuietHours = { 
/**
 * From.
 */
from: DayTime, 
/**
 * To, when what was held rings.
 */
to: DayTime, };

/**
 * Another name for a tag.
 */
export type RenameTag = { 
/**
 * Which one.
 */
tag: TagId, 
/**
 * The name.
 */
name: string, };

/**
 * *Every N units*.
 */
export type Repeat = { 
/**
 * How many units lie between, 1 to 999.
 */
every: number, 
/**
 * The unit.
 */
unit: Unit, };

/**
 * The page of a window that nobody sees wants to go.
 */
export type RestWindow = { 
/**
 * Where it is, in its own words: it goes there when it comes again.
 */
place: string, };

/**
 * A file to restore.
 */
export type RestoreFile = { 
/**
 * The number of the file.
 */
token: number, 
/**
 * Opens a sealed one.
 */
passphrase: Passphrase | null, };

/**
 * What became of a ring.
 */
export type RingAnswer = "opened" | "done" | "snoozed" | "closed" | "settled";

/**
 * A ring in the ledger.
 */
export type RingView = { 
/**
 * Its number, for the next page.
 */
id: number, 
/**
 * Whose.
 */
contact: ContactId, 
/**
 * Their name.
 */
name: string, 
/**
 * About what.
 */
kind: AlarmKind, 
/**
 * What to do, for a follow-up.
 */
what: string, 
/**
 * When it was due, as a civil moment.
 */
due: string, 
/**
 * When it was handed to the desktop.
 */
handed_at: string, 
/**
 * When the desktop took it.
 */
shown_at: string | null, 
/**
 * Whether the desktop refused it.
 */
refused: boolean, 
/**
 * Whether it was one of several in a summary.
 */
in_digest: boolean, 
/**
 * What the person did.
 */
answer: RingAnswer | null, 
/**
 * When.
 */
answered_at: string | null, };

/**
 * What was decided about one row.
 */
export type RowDecision = { 
/**
 * Its position among all rows, from 0.
 */
row: number, 
/**
 * What to do. Somebody new is added or skipped.
 */
decision: ImportDecision, };

/**
 * What would become of a row.
 */
export type RowOutcome = "new" | "new_with_remarks" | "known" | "duplicate" | "blocked" | "unreadable";

/**
 * A dry run to carry out.
 */
export type RunImport = { 
/**
 * The dry run.
 */
number: number, 
/**
 * What to do with all those whose e-mail address or phone number is there already.
 */
duplicates: ImportDecision, 
/**
 * What was decided otherwise about single rows.
 */
rows: Array<RowDecision>, };

/**
 * A sale as entered.
 */
export type SaleDraft = { 
/**
 * What was sold; may be empty.
 */
what: string, 
/**
 * For how much.
 */
amount: Money, 
/**
 * On which day.
 */
on: string, };

/**
 * Names a sale.
 */
export type SaleId = number;

/**
 * A sale.
 */
export type SaleView = { 
/**
 * Its number.
 */
id: SaleId, 
/**
 * What was sold.
 */
what: string, 
/**
 * For how much.
 */
amount: Money, 
/**
 * On which day.
 */
on: string, };

/**
 * The sales of the period. Amounts are never added across currencies.
 */
export type SalesInsight = { 
/**
 * Months or years.
 */
part: Part, 
/**
 * Their days, the oldest first.
 */
spans: Array<Span>, 
/**
 * Each currency by itself, the one with the most sales first.
 */
currencies: Array<CurrencySales>, };

/**
 * What is typed is to be saved.
 */
export type SaveCapture = { 
/**
 * What is typed.
 */
draft: CaptureDraft, 
/**
 * With whom it belongs; none for a new lead.
 */
to: ContactId | null, 
/**
 * A new lead although somebody like that is in the list.
 */
though_there: boolean, 
/**
 * A new lead although somebody like that refused contact.
 */
though_refused: boolean, };

/**
 * A criterion, new or changed.
 */
export type SaveCriterion = { 
/**
 * Which one; none for a new one.
 */
id: CriterionId | null, 
/**
 * Its name.
 */
name: string, 
/**
 * The short question to ask.
 */
question: string, 
/**
 * Whether a prospect has to meet it.
 */
required: boolean, 
/**
 * No longer asked.
 */
archived: boolean, };

/**
 * A field, new or changed.
 */
export type SaveField = { 
/**
 * Which one; none for a new one.
 */
id: FieldId | null, 
/**
 * Its name.
 */
name: string, 
/**
 * What it holds.
 */
kind: FieldKind, 
/**
 * What can be chosen, for a choice.
 */
choices: Array<string>, 
/**
 * No longer offered.
 */
archived: boolean, };

/**
 * Which rows of a dry run to save as a file.
 */
export type SaveImportRows = { 
/**
 * The dry run.
 */
number: number, 
/**
 * Those of this outcome.
 */
outcome: RowOutcome, };

/**
 * A mapping to keep by name, for other files.
 */
export type SaveMapping = { 
/**
 * What it is called. One of that name is replaced.
 */
name: string, 
/**
 * The names of the columns.
 */
columns: Array<string>, 
/**
 * What they become.
 */
mapping: ImportMapping, };

/**
 * A source, new or changed.
 */
export type SaveSource = { 
/**
 * Which one; none for a new one.
 */
id: SourceId | null, 
/**
 * Its name.
 */
name: string, 
/**
 * What it cost, if known.
 */
cost: Money | null, 
/**
 * No longer offered.
 */
archived: boolean, };

/**
 * A step, new or changed.
 */
export type SaveStep = { 
/**
 * Which one; none for a new one.
 */
id: StepId | null, 
/**
 * Its name.
 */
name: string, 
/**
 * How many days an opportunity usually stays in it, 1 to 999.
 */
usual_days: number, 
/**
 * No longer used. Refused while opportunities stand in it, or when it is the last one.
 */
archived: boolean, };

/**
 * A template, new or changed.
 */
export type SaveTemplate = { 
/**
 * Which one; none for a new one.
 */
id: TemplateId | null, 
/**
 * Its name.
 */
name: string, 
/**
 * How it goes out.
 */
channel: TemplateChannel, 
/**
 * The subject.
 */
subject: string, 
/**
 * The text.
 */
body: string, 
/**
 * No longer offered.
 */
archived: boolean, };

/**
 * A view to keep, new or changed.
 */
export type SaveView = { 
/**
 * Which one; none for a new one.
 */
id: ViewId | null, 
/**
 * Its name.
 */
name: string, 
/**
 * What it lists, and in which order.
 */
query: PeopleQuery, };

/**
 * What became of it.
 */
export type SavedCapture = { "kind": "saved", 
/**
 * With whom.
 */
contact: ContactId, } | { "kind": "same", 
/**
 * Who.
 */
person: PersonRow, } | { "kind": "refused" };

/**
 * A list of people by name.
 */
export type SavedView = { 
/**
 * Its number.
 */
id: ViewId, 
/**
 * Its name.
 */
name: string, 
/**
 * What it lists, and in which order.
 */
query: PeopleQuery, };

/**
 * What was planned in a session.
 */
export type SessionNext = { 
/**
 * For whom.
 */
contact: ContactId, 
/**
 * Their name.
 */
name: string, 
/**
 * What to do.
 */
what: string, 
/**
 * When.
 */
due: Due, };

/**
 * Where to go in a session.
 */
export type SessionStep = "next" | "skip" | "back" | "take_up" | "end";

/**
 * What came of a session. What was undone since does not count.
 */
export type SessionSummary = { 
/**
 * How many people were called, or written to.
 */
called: number, 
/**
 * How many of them answered.
 */
reached: number, 
/**
 * How many people were skipped.
 */
skipped: number, 
/**
 * How many people were in it.
 */
total: number, 
/**
 * How the conversations ended, the most frequent first.
 */
endings: Array<EndingCount>, 
/**
 * What was planned, soonest first, at most 100.
 */
next: Array<SessionNext>, 
/**
 * The time spent, in seconds.
 */
seconds: number, 
/**
 * The day.
 */
on: string, };

/**
 * Where a session is, and what to know of whoever is to be called now.
 */
export type SessionView = { 
/**
 * How many people come before.
 */
position: number, 
/**
 * How many people there are.
 */
total: number, 
/**
 * Who is to be called; none at the end.
 */
person: Person | null, 
/**
 * What was said last.
 */
last_talk: LastTalk | null, };

/**
 * How many days before somebody's birthday its alarms ring.
 */
export type SetBirthdayOffsets = { 
/**
 * Whose.
 */
contact: ContactId, 
/**
 * Which; none to follow the settings, an empty list for no alarm.
 */
offsets: Array<number> | null, };

/**
 * Other keys for the small window.
 */
export type SetCaptureShortcut = { 
/**
 * The keys, or none for off.
 */
keys: string | null, };

/**
 * How a year's card stands, and what is written on it.
 */
export type SetCard = { 
/**
 * For whom.
 */
contact: ContactId, 
/**
 * The year.
 */
year: number, 
/**
 * The state.
 */
state: CardState, 
/**
 * The words; none to leave them as they are.
 */
words: string | null, };

/**
 * The state of several cards at once.
 */
export type SetCards = { 
/**
 * Which ones, at most 5000.
 */
cards: Array<CardRef>, 
/**
 * The state.
 */
state: CardState, };

/**
 * Who introduced somebody.
 */
export type SetIntroducedBy = { 
/**
 * Whom.
 */
contact: ContactId, 
/**
 * Who; none when nobody did.
 */
by: ContactId | null, };

/**
 * After how many weeks without a conversation to ring about somebody; the clock starts today.
 */
export type SetKeepInTouch = { 
/**
 * About whom.
 */
contact: ContactId, 
/**
 * How many; none for no such alarm.
 */
weeks: number | null, };

/**
 * Another passphrase for the data.
 */
export type SetPassphrase = { 
/**
 * The one that they have now; none where they have none.
 */
present: Passphrase | null, 
/**
 * The one that they get; none to be locked no more.
 */
new: Passphrase | null, };

/**
 * Whether Rappel shall start with the computer.
 */
export type SetStartAtLogin = { 
/**
 * Whether it shall.
 */
on: boolean, };

/**
 * All settings. Every one has a first value, so that an empty database has them all.
 */
export type Settings = { 
/**
 * The language, or none to follow the system.
 */
language: Language | null, 
/**
 * Light or dark.
 */
theme: Theme, 
/**
 * How large everything in the windows is drawn, in percent; from [`ZOOMS`].
 */
zoom: number, 
/**
 * When alarms without a time ring.
 */
daily_time: DayTime, 
/**
 * How whoever writes signs; empty until it is typed.
 */
my_name: string, 
/**
 * ISO 3166 code of the country that phone numbers without a country code belong to.
 */
country: string, 
/**
 * Where names with a particle stand in lists; none for what lists in the country do.
 */
name_order: NameOrder | null, 
/**
 * ISO 4217 code that new amounts start with.
 */
currency: string, 
/**
 * Where 29 February goes in other years.
 */
leap_day: LeapDay, 
/**
 * How many days before a birthday its alarms ring; from [`BIRTHDAY_OFFSETS`].
 */
birthday_offsets: number[], 
/**
 * Whether an alarm tells to post a card.
 */
card_alarms: boolean, 
/**
 * What the post does.
 */
post: Post, 
/**
 * Hours in which nothing rings.
 */
quiet_hours: QuietHours | null, 
/**
 * Days of the week on which nothing rings.
 */
days_off: Array<DayOfWeek>, 
/**
 * How much room the backups may take, in megabytes; from [`BACKUP_BUDGETS`].
 */
backup_budget: number, };

/**
 * Everything the settings screen shows.
 */
export type SettingsView = { 
/**
 * The settings.
 */
settings: Settings, 
/**
 * The language that the system asks for.
 */
system_language: Language, 
/**
 * All criteria in their order.
 */
criteria: Array<Criterion>, 
/**
 * All steps in their order.
 */
steps: Array<StepView>, 
/**
 * All sources in their order.
 */
sources: Array<SourceView>, 
/**
 * The folder in which the data lies.
 */
folder: string, 
/**
 * The size of the database in bytes.
 */
bytes: number, 
/**
 * How many fingerprints of people who refused contact are kept.
 */
fingerprints: number, 
/**
 * ISO 3166 codes of the countries whose phone numbers can be read.
 */
countries: Array<string>, 
/**
 * ISO 4217 codes offered first.
 */
currencies: Array<string>, 
/**
 * How large everything can be drawn, in percent.
 */
zooms: Array<number>, };

/**
 * The measures of a sheet, in hundredths of a millimetre, from its upper left corner.
 */
export type SheetLayout = { 
/**
 * Width of the paper.
 */
width: number, 
/**
 * Height of the paper.
 */
height: number, 
/**
 * Labels in a row.
 */
columns: number, 
/**
 * Rows.
 */
rows: number, 
/**
 * Where the first column begins.
 */
left: number, 
/**
 * Where the first row begins.
 */
top: number, 
/**
 * From one column to the next, the gap between them included.
 */
pitch_x: number, 
/**
 * From one row to the next.
 */
pitch_y: number, 
/**
 * Width of a label.
 */
label_width: number, 
/**
 * Height of a label.
 */
label_height: number, 
/**
 * How far the words stay from the left and right edge of a label.
 */
inset_x: number, 
/**
 * How far they stay from its upper and lower edge.
 */
inset_y: number, };

/**
 * How many stand on a shelf below the board.
 */
export type Shelf = { 
/**
 * Which one; `Declined` is those who agreed to be asked again or were not asked.
 */
stage: StageFilter, 
/**
 * How many.
 */
count: number, };

/**
 * Why the keys for the small window do not work.
 */
export type ShortcutProblem = "taken" | "wayland" | "not_here";

/**
 * What was answered to a similar question.
 */
export type SimilarAnswer = { 
/**
 * Which question.
 */
id: QuestionId, 
/**
 * What was asked.
 */
question: string, 
/**
 * What was answered.
 */
answer: string, 
/**
 * Who asked.
 */
name: string, 
/**
 * The day of the answer.
 */
answered_on: string, };

/**
 * For how long an alarm is put off.
 */
export type Snooze = "ten_minutes" | "one_hour" | "this_evening" | "tomorrow_morning" | "next_week";

/**
 * An alarm put off. The due time itself does not move.
 */
export type SnoozeFollowUp = { 
/**
 * Which follow-up.
 */
follow_up: FollowUpId, 
/**
 * For how long.
 */
until: Snooze, };

/**
 * An alarm about keeping in touch, put off.
 */
export type SnoozeKeepInTouch = { 
/**
 * About whom.
 */
contact: ContactId, 
/**
 * For how long.
 */
until: Snooze, };

/**
 * A source that can be filtered by or chosen.
 */
export type SourceChoice = { 
/**
 * Its number.
 */
id: SourceId, 
/**
 * Its name.
 */
name: string, };

/**
 * Names a source of leads.
 */
export type SourceId = number;

/**
 * What one source brought.
 */
export type SourceInsight = { 
/**
 * The source; none for those without one.
 */
source: SourceId | null, 
/**
 * Its name; empty for none.
 */
name: string, 
/**
 * The leads of the period that came from it.
 */
counts: FunnelCounts, 
/**
 * What these leads bought, whenever it was, each currency by itself.
 */
sold: Array<Money>, 
/**
 * What the source cost for each prospect that it ever brought, as its cost is that of all time.
 */
cost_per_prospect: Money | null, };

/**
 * A source with its use.
 */
export type SourceView = { 
/**
 * Its number.
 */
id: SourceId, 
/**
 * Its name.
 */
name: string, 
/**
 * What it cost, if known.
 */
cost: Money | null, 
/**
 * No longer offered.
 */
archived: boolean, 
/**
 * How many contacts came from it.
 */
contacts: number, };

/**
 * The days from one to another, both included.
 */
export type Span = { 
/**
 * The first day; none for as long as there is anything.
 */
from: string | null, 
/**
 * The last day.
 */
to: string, };

/**
 * A filter on where people stand.
 */
export type StageFilter = "lead" | "in_process" | "customer" | "repeat_customer" | "later" | "declined" | "do_not_contact" | "not_a_fit" | "trash";

/**
 * What stands beside the lifecycle: whether they are open to talk now.
 */
export type Standing = { "kind": "active" } | { "kind": "later" } | { "kind": "declined", 
/**
 * Whether they may be kept on the list.
 */
permission: Permission, } | { "kind": "not_a_fit" };

/**
 * Whether Rappel starts with the computer.
 */
export type StartAtLogin = { 
/**
 * Whether it does; none where this desktop can't be asked.
 */
on: boolean | null, 
/**
 * Whether the person should be asked.
 */
ask: boolean, };

/**
 * A session to begin. One that was under way is over with it.
 */
export type StartSession = { 
/**
 * Whom to call.
 */
whom: CallWhom, };

/**
 * A step that can be chosen.
 */
export type StepChoice = { 
/**
 * Its number.
 */
id: StepId, 
/**
 * Its name.
 */
name: string, };

/**
 * Names a step of the sales phase.
 */
export type StepId = number;

/**
 * A step in a session.
 */
export type StepSession = { 
/**
 * Where to.
 */
to: SessionStep, };

/**
 * A step with its use.
 */
export type StepView = { 
/**
 * Its number.
 */
id: StepId, 
/**
 * Its name.
 */
name: string, 
/**
 * How many days an opportunity usually stays in it.
 */
usual_days: number, 
/**
 * No longer used for new opportunities.
 */
archived: boolean, 
/**
 * How many open opportunities stand in it.
 */
open: number, };

/**
 * Where the way of somebody who has not bought has come to a stand, or stands now.
 */
export type Stop = "not_asked" | "asked_in_part" | "step" | "later" | "declined" | "not_a_fit";

/**
 * How many stop at one place.
 */
export type StopCount = { 
/**
 * Where.
 */
stop: Stop, 
/**
 * The step, in the sales phase.
 */
step: StepId | null, 
/**
 * Its name.
 */
step_name: string, 
/**
 * How many people.
 */
people: number, 
/**
 * How many of them stand in the step for longer than is usual.
 */
over: number, };

/**
 * Where the leads of a period stand who have not bought.
 */
export type StopInsight = { 
/**
 * In the order of the process; places where nobody stands are left out.
 */
stops: Array<StopCount>, };

/**
 * Names a tag.
 */
export type TagId = number;

/**
 * Words to find tags by.
 */
export type TagQuery = { 
/**
 * Some letters of their names; empty for all.
 */
words: string, };

/**
 * Names a tag.
 */
export type TagRef = { 
/**
 * Which one.
 */
tag: TagId, };

/**
 * A tag with its use.
 */
export type TagView = { 
/**
 * Its number.
 */
id: TagId, 
/**
 * Its name.
 */
name: string, 
/**
 * How many people have it.
 */
count: number, };

/**
 * The tags, the most used first.
 */
export type Tags = { 
/**
 * The first two hundred.
 */
tags: Array<TagView>, 
/**
 * How many there are.
 */
total: number, };

/**
 * Talks, with the minutes where they were noted.
 */
export type TalkCounts = { 
/**
 * Conversations; an attempt without an answer is none.
 */
talks: number, 
/**
 * Those with people of whom nobody had asked anything.
 */
unasked: number, 
/**
 * The minutes of all.
 */
minutes: number, 
/**
 * The minutes of the unasked.
 */
unasked_minutes: number, };

/**
 * How much of the talk went to people who were never qualified.
 */
export type TalkInsight = { 
/**
 * In the period.
 */
now: TalkCounts, 
/**
 * In the period before.
 */
before: TalkCounts | null, };

/**
 * Where somebody can be moved to by dragging, from the menu or by key.
 */
export type Target = { "kind": "step", 
/**
 * Which one.
 */
step: StepId, } | { "kind": "customer" } | { "kind": "later" } | { "kind": "declined" } | { "kind": "not_a_fit" } | { "kind": "lead" };

/**
 * Answers that were told, or were not after all.
 */
export type TellAnswers = { 
/**
 * To which questions.
 */
questions: Array<QuestionId>, 
/**
 * Whether they were told.
 */
told: boolean, };

/**
 * How a text goes out.
 */
export type TemplateChannel = "email" | "message";

/**
 * Names a template for e-mails and messages.
 */
export type TemplateId = number;

/**
 * A template.
 */
export type TemplateView = { 
/**
 * Its number.
 */
id: TemplateId, 
/**
 * Its name.
 */
name: string, 
/**
 * How it goes out.
 */
channel: TemplateChannel, 
/**
 * The subject of an e-mail, with placeholders.
 */
subject: string, 
/**
 * The text, with placeholders.
 */
body: string, 
/**
 * No longer offered.
 */
archived: boolean, };

/**
 * All templates in their order, and the names of the placeholders in the language in use.
 */
export type Templates = { 
/**
 * The templates.
 */
templates: Array<TemplateView>, 
/**
 * What can be put between braces.
 */
placeholders: Array<string>, };

/**
 * What the desktop said to a test.
 */
export type TestAlarm = { "kind": "taken" } | { "kind": "refused", 
/**
 * In the words of the system.
 */
why: string, };

/**
 * A text in which the words stand.
 */
export type TextHit = { 
/**
 * With whom, or of whom.
 */
contact: ContactId, 
/**
 * Their name.
 */
name: string, 
/**
 * The day.
 */
on: string, 
/**
 * Some words around those that were looked for, in parts: every second one, from the second on, is what was looked for.
 */
parts: Array<string>, };

/**
 * Light or dark.
 */
export type Theme = "system" | "light" | "dark";

/**
 * A position in the timeline: what lies before it is older.
 */
export type TimelineCursor = { 
/**
 * Civil moment of the last entry.
 */
at: string, 
/**
 * Its kind and number.
 */
key: string, };

/**
 * One entry of the timeline.
 */
export type TimelineEntry = { 
/**
 * When, as a civil moment.
 */
at: string, 
/**
 * Unique within the timeline.
 */
key: string, 
/**
 * What.
 */
what: TimelineWhat, };

/**
 * Thirty entries, newest first.
 */
export type TimelinePage = { 
/**
 * The entries.
 */
entries: Array<TimelineEntry>, 
/**
 * Where to go on; none at the end.
 */
next: TimelineCursor | null, };

/**
 * Which part of the timeline.
 */
export type TimelineQuery = { 
/**
 * Whose.
 */
contact: ContactId, 
/**
 * Older than this; none for the newest.
 */
before: TimelineCursor | null, };

/**
 * What an entry of the timeline is.
 */
export type TimelineWhat = { "kind": "conversation", 
/**
 * Its number.
 */
id: ConversationId, 
/**
 * The channel.
 */
channel: Channel, 
/**
 * How many minutes, if noted.
 */
minutes: number | null, 
/**
 * What was said.
 */
said: string, 
/**
 * The call to action of a presentation.
 */
asked: string, 
/**
 * How it ended.
 */
ending: EndingKind, 
/**
 * The follow-up that came of it.
 */
follow_up: Due | null, 
/**
 * The sale that came of it.
 */
sale: Money | null, 
/**
 * How many of its questions are still open.
 */
open_questions: number, } | { "kind": "happened", 
/**
 * What.
 */
what: Happened, 
/**
 * Who else has a part in it.
 */
other: [ContactId, string] | null, };

/**
 * The whole screen. Each list holds at most a hundred; the counts tell all.
 */
export type Today = { 
/**
 * The date.
 */
date: string, 
/**
 * Overdue, in time order.
 */
overdue: Array<DueItem>, 
/**
 * How many are overdue.
 */
overdue_count: number, 
/**
 * Due today, in time order, those without a time last.
 */
today: Array<DueItem>, 
/**
 * How many are due today.
 */
today_count: number, 
/**
 * Finished today, newest first.
 */
done: Array<DoneItem>, 
/**
 * Birthdays.
 */
birthdays: Array<BirthdayItem>, 
/**
 * How many birthdays fall in the coming seven days.
 */
birthdays_this_week: number, 
/**
 * People to keep in touch with whose clock has run out, the longest first.
 */
keep_in_touch: Array<KeepInTouchItem>, 
/**
 * How many they are.
 */
keep_in_touch_count: number, 
/**
 * Questions that are still open, oldest first.
 */
questions: Array<QuestionView>, 
/**
 * How many are open.
 */
questions_count: number, 
/**
 * Answers that are there and still to be told.
 */
answers_to_tell: number, 
/**
 * People in the sales phase for whom nothing is planned, counted no further than a thousand.
 */
no_next_step: number, 
/**
 * Leads to qualify.
 */
to_qualify: number, 
/**
 * Where most of them came from.
 */
qualify_from: QualifyFrom | null, 
/**
 * The next alarm.
 */
next_alarm: NextAlarm | null, 
/**
 * Nobody is in yet: offer to add, import or look around.
 */
empty: boolean, };

/**
 * A kind of data that screens show. A screen that shows it fetches it again after a change.
 */
export type Topic = "contacts" | "conversations" | "follow_ups" | "settings" | "backups";

/**
 * Two people, in any order.
 */
export type TwoPeople = { 
/**
 * The one.
 */
one: ContactId, 
/**
 * The other.
 */
other: ContactId, };

/**
 * Why no moment was read.
 */
export type Unclear = { "kind": "nothing" } | { "kind": "unknown", 
/**
 * The word.
 */
word: string, } | { "kind": "past" } | { "kind": "no_such_day" } | { "kind": "no_such_time" } | { "kind": "two_days", 
/**
 * The one.
 */
first: string, 
/**
 * The other.
 */
second: string, } | { "kind": "two_times", 
/**
 * The one.
 */
first: DayTime, 
/**
 * The other.
 */
second: DayTime, } | { "kind": "day_or_time" } | { "kind": "contradicts" };

/**
 * Which step to undo.
 */
export type Undo = { 
/**
 * The step, or none for the last one.
 */
step: number | null, };

/**
 * A batch to take back.
 */
export type UndoImport = { 
/**
 * Which one.
 */
batch: BatchId, 
/**
 * Those who were worked on since go to the trash too.
 */
worked_on_too: boolean, };

/**
 * What undoing a batch would do.
 */
export type UndoImportPreview = { 
/**
 * How many go to the trash.
 */
trashed: number, 
/**
 * How many get back what they had before.
 */
put_back: number, 
/**
 * Those who came in with it and were worked on since.
 */
worked_on: PeopleList, 
/**
 * Those of whom something was changed by hand since, which stays.
 */
changed_since: PeopleList, };

/**
 * A write that can be undone, as the toast tells it: Fluent text `did-<what>` with the person's name.
 */
export type UndoStep = { 
/**
 * Names the step for `undo`.
 */
id: number, 
/**
 * What was done.
 */
what: string, 
/**
 * Whom it was about; empty where it was about nobody.
 */
name: string, };

/**
 * What undoing a batch did.
 */
export type UndoneImport = { 
/**
 * How many went to the trash.
 */
trashed: number, 
/**
 * How many stay, as they were worked on since.
 */
kept: number, 
/**
 * How many got back what they had before.
 */
put_back: number, };

/**
 * The unit a repetition counts in.
 */
export type Unit = "day" | "week" | "month" | "year";

/**
 * Opens locked data.
 */
export type Unlock = { 
/**
 * What opens them.
 */
passphrase: Passphrase, };

/**
 * A backup that opens with another passphrase than the data.
 */
export type UnlockBackup = { 
/**
 * Its name.
 */
name: string, 
/**
 * What opens it.
 */
passphrase: Passphrase, };

/**
 * What is known about a company itself.
 */
export type UpdateCompany = { 
/**
 * Which one.
 */
company: CompanyId, 
/**
 * Its name.
 */
name: string, 
/**
 * Its web site; may be empty.
 */
website: string, 
/**
 * A remark; may be empty.
 */
note: string, };

/**
 * A contact with all that is known, as edited.
 */
export type UpdateContact = { 
/**
 * Which one.
 */
contact: ContactId, 
/**
 * All of it.
 */
draft: ContactDraft, };

/**
 * A conversation as corrected. Its end stays.
 */
export type UpdateConversation = { 
/**
 * Which one.
 */
conversation: ConversationId, 
/**
 * When.
 */
at: Due, 
/**
 * Over which channel.
 */
channel: Channel, 
/**
 * How many minutes, if noted.
 */
minutes: number | null, 
/**
 * What was said.
 */
said: string, 
/**
 * The call to action of a presentation.
 */
asked: string, };

/**
 * A follow-up as changed or moved.
 */
export type UpdateFollowUp = { 
/**
 * Which one.
 */
follow_up: FollowUpId, 
/**
 * What and when.
 */
draft: FollowUpDraft, };

/**
 * A saved mapping to use for a file.
 */
export type UseMapping = { 
/**
 * What was looked into.
 */
inspected: InspectImport, 
/**
 * Which one.
 */
mapping: MappingId, };

/**
 * What the columns of a file become with a saved mapping.
 */
export type UsedMapping = { 
/**
 * What they become.
 */
mapping: ImportMapping, 
/**
 * Which number of a date is the day.
 */
dates: DateOrder, 
/**
 * How many columns it knows.
 */
known: number, };

/**
 * How many people a view lists now.
 */
export type ViewCount = { 
/**
 * Which one.
 */
view: ViewId, 
/**
 * How many, counted up to [`COUNTED_UP_TO`].
 */
count: number, };

/**
 * Names a saved view of the list of people.
 */
export type ViewId = number;

/**
 * Names a view.
 */
export type ViewRef = { 
/**
 * Which one.
 */
view: ViewId, };

/**
 * A pop-up that the desktop refuses, shown in the window meanwhile.
 */
export type WaitingAlarm = { 
/**
 * The alarm, or those of a summary.
 */
alarms: Array<AlarmId>, 
/**
 * Whether it is a summary.
 */
digest: boolean, 
/**
 * Who.
 */
title: string, 
/**
 * Why.
 */
body: string, 
/**
 * Label of the button that does it; none for a summary.
 */
done: string | null, 
/**
 * Label of the button that puts it off; none for a summary.
 */
snooze: string | null, };

/**
 * What is understood of them.
 */
export type WhenRead = { "kind": "due", 
/**
 * When.
 */
due: Due, } | { "kind": "unclear", 
/**
 * Why.
 */
why: Unclear, };

/**
 * When something is due, in plain words.
 */
export type WhenTyped = { 
/**
 * The words.
 */
text: string, };

/**
 * Why two may be the same person. The strongest reason comes first.
 */
export type Why = { "kind": "same_email", 
/**
 * The address.
 */
email: string, } | { "kind": "same_phone", 
/**
 * The number.
 */
phone: string, } | { "kind": "same_name_and_company" } | { "kind": "same_name_and_town" } | { "kind": "same_name_and_domain", 
/**
 * The domain.
 */
domain: string, } | { "kind": "near_name_and_domain", 
/**
 * The domain.
 */
domain: string, };

/**
 * A step in how large everything is drawn.
 */
export type ZoomStep = "larger" | "smaller" | "usual";

/** Every command with what it takes and gives. */
export interface Commands {
  get_frame: { input: null; output: Frame };
  get_counts: { input: null; output: Counts };
  rest_window: { input: RestWindow; output: null };
  get_settings: { input: null; output: SettingsView };
  update_settings: { input: Settings; output: null };
  change_zoom: { input: ZoomStep; output: null };
  undo: { input: Undo; output: null };
  redo: { input: null; output: null };
  open_link: { input: OpenLink; output: null };
  open_data_folder: { input: null; output: null };
  get_holidays: { input: null; output: ComingHolidays };
  get_start_at_login: { input: null; output: StartAtLogin };
  set_start_at_login: { input: SetStartAtLogin; output: null };
  open_people: { input: PeopleQuery; output: PeopleList };
  get_people: { input: PeopleWindow; output: Array<PersonRow> };
  get_people_numbers: { input: PeopleWindow; output: Array<ContactId> };
  get_filter_choices: { input: null; output: FilterChoices };
  add_contact: { input: ContactDraft; output: ContactId };
  has_refused: { input: ContactDraft; output: boolean };
  update_contact: { input: UpdateContact; output: null };
  trash_contact: { input: ContactRef; output: null };
  restore_contact: { input: ContactRef; output: null };
  erase_contact: { input: ContactRef; output: null };
  get_photo: { input: ContactRef; output: string | null };
  choose_photo: { input: ContactRef; output: boolean };
  remove_photo: { input: ContactRef; output: null };
  set_keep_in_touch: { input: SetKeepInTouch; output: null };
  snooze_keep_in_touch: { input: SnoozeKeepInTouch; output: null };
  set_birthday_offsets: { input: SetBirthdayOffsets; output: null };
  get_colleagues: { input: ContactRef; output: Colleagues };
  add_introduced: { input: AddIntroduced; output: ContactId };
  set_introduced_by: { input: SetIntroducedBy; output: null };
  open_capture: { input: null; output: null };
  get_capture: { input: null; output: Capture };
  show_capture: { input: null; output: null };
  look_at_capture: { input: CaptureDraft; output: CaptureLook };
  save_capture: { input: SaveCapture; output: SavedCapture };
  open_captured: { input: ContactRef; output: null };
  close_capture: { input: null; output: null };
  read_when: { input: WhenTyped; output: WhenRead };
  get_capture_shortcut: { input: null; output: CaptureShortcut };
  set_capture_shortcut: { input: SetCaptureShortcut; output: null };
  preview_many: { input: DoToMany; output: ManyOutcome };
  do_to_many: { input: DoToMany; output: ManyOutcome };
  cancel_many: { input: null; output: null };
  keep_chosen: { input: ChosenPeople; output: Array<ContactId> };
  list_views: { input: null; output: Array<SavedView> };
  count_views: { input: null; output: Array<ViewCount> };
  save_view: { input: SaveView; output: ViewId };
  arrange_views: { input: ArrangeViews; output: null };
  remove_view: { input: ViewRef; output: null };
  open_duplicates: { input: null; output: PeopleList };
  get_duplicates: { input: PeopleWindow; output: Array<DuplicatePair> };
  get_merge: { input: TwoPeople; output: MergePreview };
  merge_contacts: { input: MergeContacts; output: null };
  tell_apart: { input: TwoPeople; output: null };
  find_anything: { input: FindQuery; output: Found };
  get_company: { input: CompanyRef; output: CompanyPage };
  update_company: { input: UpdateCompany; output: null };
  get_person: { input: ContactRef; output: Person };
  get_timeline: { input: TimelineQuery; output: TimelinePage };
  log_conversation: { input: ConversationDraft; output: LoggedConversation };
  update_conversation: { input: UpdateConversation; output: null };
  trash_conversation: { input: ConversationRef; output: null };
  open_questions: { input: QuestionsQuery; output: QuestionList };
  get_questions: { input: QuestionsWindow; output: Array<QuestionRow> };
  get_similar_answers: { input: QuestionRef; output: Array<SimilarAnswer> };
  add_question: { input: AddQuestion; output: QuestionId };
  answer_question: { input: AnswerQuestion; output: null };
  tell_answers: { input: TellAnswers; output: null };
  add_follow_up: { input: AddFollowUp; output: FollowUpId };
  update_follow_up: { input: UpdateFollowUp; output: null };
  move_follow_up: { input: MoveFollowUp; output: null };
  finish_follow_up: { input: FinishFollowUp; output: null };
  drop_follow_up: { input: FollowUpRef; output: null };
  snooze_follow_up: { input: SnoozeFollowUp; output: null };
  open_qualify_queue: { input: null; output: PeopleList };
  preview_answers: { input: QualifyAnswers; output: QualifyPreview };
  answer_criteria: { input: QualifyAnswers; output: null };
  override_qualification: { input: OverrideQualification; output: null };
  get_process: { input: ProcessQuery; output: ProcessBoard };
  preview_move: { input: PreviewMove; output: MovePreview };
  move_contact: { input: MoveContact; output: null };
  allow_contact_again: { input: ContactRef; output: null };
  get_call_lists: { input: null; output: CallLists };
  start_session: { input: StartSession; output: SessionView };
  get_session: { input: null; output: SessionView | null };
  step_session: { input: StepSession; output: SessionView };
  log_call: { input: LogCall; output: LoggedConversation };
  get_session_summary: { input: null; output: SessionSummary };
  close_session: { input: null; output: null };
  get_today: { input: null; output: Today };
  open_cards: { input: CardsQuery; output: CardList };
  get_cards: { input: PeopleWindow; output: Array<CardRow> };
  set_card: { input: SetCard; output: null };
  set_cards: { input: SetCards; output: null };
  preview_labels: { input: Labels; output: LabelsPreview };
  export_labels: { input: Labels; output: Exported | null };
  open_labels: { input: null; output: null };
  get_calendar: { input: CalendarQuery; output: Array<CalendarDay> };
  open_calendar_day: { input: CalendarDayRef; output: PeopleList };
  get_calendar_day: { input: CalendarDayWindow; output: Array<CalendarEntry> };
  get_funnel_insight: { input: InsightQuery; output: FunnelInsight };
  get_cohort_insight: { input: InsightQuery; output: CohortInsight };
  get_source_insight: { input: InsightQuery; output: Array<SourceInsight> };
  get_talk_insight: { input: InsightQuery; output: TalkInsight };
  get_promise_insight: { input: InsightQuery; output: PromiseInsight };
  get_sales_insight: { input: InsightQuery; output: SalesInsight };
  get_stop_insight: { input: InsightQuery; output: StopInsight };
  save_criterion: { input: SaveCriterion; output: CriterionId };
  arrange_criteria: { input: ArrangeCriteria; output: null };
  preview_criteria: { input: PreviewCriteria; output: CriteriaPreview };
  save_step: { input: SaveStep; output: StepId };
  arrange_steps: { input: ArrangeSteps; output: null };
  save_source: { input: SaveSource; output: SourceId };
  arrange_sources: { input: ArrangeSources; output: null };
  list_templates: { input: null; output: Templates };
  save_template: { input: SaveTemplate; output: TemplateId };
  arrange_templates: { input: ArrangeTemplates; output: null };
  fill_template: { input: FillTemplate; output: FilledTemplate };
  compose: { input: Compose; output: Composed };
  list_fields: { input: null; output: Array<FieldView> };
  preview_field: { input: SaveField; output: FieldPreview };
  save_field: { input: SaveField; output: FieldId };
  arrange_fields: { input: ArrangeFields; output: null };
  list_tags: { input: TagQuery; output: Tags };
  rename_tag: { input: RenameTag; output: null };
  merge_tags: { input: MergeTags; output: null };
  delete_tag: { input: TagRef; output: null };
  choose_import_file: { input: null; output: OfferedFile | null };
  inspect_import: { input: InspectImport; output: ImportInspection };
  get_import_dates: { input: ImportDates; output: DateOrder };
  dry_run_import: { input: DryRunImport; output: DryRun };
  get_dry_run_rows: { input: DryRunWindow; output: Array<DryRunRow> };
  preview_import_mapping: { input: PreviewMapping; output: Array<ImportRow> };
  list_import_mappings: { input: null; output: Array<NamedMapping> };
  save_import_mapping: { input: SaveMapping; output: MappingId };
  use_import_mapping: { input: UseMapping; output: UsedMapping };
  remove_import_mapping: { input: MappingRef; output: null };
  save_import_rows: { input: SaveImportRows; output: Exported | null };
  run_import: { input: RunImport; output: ImportResult };
  cancel_import: { input: null; output: null };
  preview_undo_import: { input: BatchRef; output: UndoImportPreview };
  undo_import: { input: UndoImport; output: UndoneImport };
  list_imports: { input: null; output: Array<ImportBatch> };
  list_backups: { input: null; output: Backups };
  check_backup: { input: BackupRef; output: BackupState };
  make_backup: { input: null; output: string };
  unlock_backup: { input: UnlockBackup; output: null };
  restore_backup: { input: BackupRef; output: null };
  copy_backup: { input: CopyBackup; output: CopiedBackup | null };
  choose_backup: { input: null; output: ChosenBackup | null };
  restore_file: { input: RestoreFile; output: null };
  get_damage: { input: null; output: Damage };
  look_for_data: { input: null; output: boolean };
  put_data_back: { input: null; output: null };
  use_data_as_found: { input: null; output: null };
  begin_afresh: { input: null; output: null };
  export_people: { input: ExportPeople; output: Exported | null };
  export_person: { input: ExportPerson; output: Exported | null };
  get_calendar_contents: { input: null; output: CalendarContents };
  export_calendar: { input: ExportCalendar; output: Exported | null };
  cancel_export: { input: null; output: null };
  get_locked: { input: null; output: Locked };
  unlock: { input: Unlock; output: null };
  get_lock: { input: null; output: LockView };
  set_passphrase: { input: SetPassphrase; output: null };
  lock_older_backups: { input: null; output: null };
  remove_older_backups: { input: null; output: null };
  add_sample_people: { input: null; output: null };
  remove_sample_people: { input: null; output: null };
  pause_alarms: { input: PauseAlarms; output: null };
  get_coming_alarms: { input: null; output: Array<ComingAlarm> };
  get_ledger: { input: LedgerQuery; output: Ledger };
  send_test_alarm: { input: null; output: TestAlarm };
  answer_alarm: { input: AnswerAlarm; output: null };
}

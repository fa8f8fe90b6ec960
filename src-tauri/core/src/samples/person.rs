//! One invented person with a past: who they are, what was said, and where that left them.

use chrono::{Days, NaiveDate, NaiveTime};
use fastrand::Rng;
use rappel_domain::birthday::Birthday;
use rappel_domain::card::CardState;
use rappel_domain::contact::{ContactDraft, Labelled, PersonName, PostalAddress};
use rappel_domain::follow_up::{Due, FollowUpDraft, FollowUpState};
use rappel_domain::history::Happened;
use rappel_domain::ids::{BatchId, ContactId, ConversationId, SourceId};
use rappel_domain::process::{Permission, Standing};
use rappel_domain::qualification::{Answer, Criterion};
use rappel_domain::sale::{Money, SaleDraft};
use rappel_domain::settings::Language;

use super::past::Talk;
use super::words::{self, say};
use crate::Result;
use crate::Write;
use crate::storage::contact::Origin;
use crate::storage::step::Step;
use crate::storage::{self, opportunity};

/// The parts to play: every place of the process is one of them.
pub(super) const PARTS: u32 = 24;

/// By how many days the same past lies further back for a later one who has it.
pub(super) fn since(number: u32) -> u64 {
    u64::from(number / PARTS % 7)
}

/// Makes people, one after the other.
pub(super) struct Maker<'a, 'b> {
    pub write: &'a Write<'b>,
    pub batch: BatchId,
    pub sources: Vec<SourceId>,
    pub criteria: Vec<Criterion>,
    pub steps: Vec<Step>,
    pub pasts: Vec<Vec<Talk>>,
    pub language: Language,
    pub rng: Rng,
}

impl Maker<'_, '_> {
    /// Makes the person of that number, with so many conversations, else with as many as fit.
    pub fn make(&mut self, number: u32, talks: Option<u32>) -> Result<ContactId> {
        let draft = self.draft(number);
        let origin = Origin { batch: Some(self.batch), line: Some(i64::from(number) + 2), introduced_by: None };
        let write = self.write;
        let id = storage::contact::insert(write.db, &draft, origin, &write.now, &write.settings.country)?;
        let part = number % PARTS;
        let lead = matches!(part, 3 | 10..=17);
        match talks {
            Some(count) => {
                let last = self.talk(id, count, 0)?;
                self.play(id, part, number, None)?;
                if matches!(part, 0 | 2 | 7) {
                    let (question, asked) = (self.say(&words::QUESTIONS), self.ago(1 + u64::from(part) * 9));
                    storage::question::insert(write.db, id, last, &question, asked)?;
                }
            }
            None => {
                let past = self.past(part, number);
                if number >= PARTS && !lead {
                    let (before, count) = (past.first().map_or(0, |talk| talk.ago), self.rng.u32(1..4));
                    self.talk(id, count, before)?;
                }
                let bought = self.remember(id, &past, since(number))?;
                self.play(id, part, number, bought)?;
            }
        }
        if matches!(part, 1 | 5 | 18 | 19) {
            self.post_card(id, draft.birthday)?;
        }
        // They came in some time before the first that is known of them.
        let spread = if talks.is_some() { 700 } else { 120 };
        let first = storage::contact::first_trace(write.db, id)?.unwrap_or(write.now.today());
        let came = first - Days::new(1 + u64::from(number) * 13 % spread);
        storage::contact::set_came_in(write.db, id, came)?;
        storage::history::insert(write.db, id, came.and_time(self.hour()), &Happened::Added)?;
        Ok(id)
    }

    /// An hour at which people are spoken to.
    pub(super) fn hour(&mut self) -> NaiveTime {
        NaiveTime::from_hms_opt(9 + self.rng.u32(..8), self.rng.u32(..4) * 15, 0).unwrap_or_default()
    }

    pub(super) fn pick<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.rng.usize(..list.len())]
    }

    pub(super) fn say(&mut self, list: &[[&'static str; 2]]) -> String {
        let pair = self.pick(list);
        say(pair, self.language).to_owned()
    }

    pub(super) fn ago(&self, days: u64) -> NaiveDate {
        self.write.now.today() - Days::new(days)
    }

    /// A day between `days` and `days + spread` ago.
    pub(super) fn lately(&mut self, days: u64, spread: u64) -> NaiveDate {
        let more = self.rng.u64(..spread);
        self.ago(days + more)
    }

    fn draft(&mut self, number: u32) -> ContactDraft {
        let at = number as usize;
        // The first ones have the first names and families in a row, so that few people are all different.
        let given = if number < PARTS { words::GIVEN[at] } else { self.pick(&words::GIVEN) };
        let (particle, family) = if number < PARTS { words::FAMILY[at] } else { self.pick(&words::FAMILY) };
        let trade = if number < PARTS { words::TRADES[at % 20] } else { self.pick(&words::TRADES) };
        let plain = |text: &str| -> String { text.to_lowercase().chars().filter(char::is_ascii_alphabetic).collect() };
        let (town, postal_code) = self.pick(&words::TOWNS);
        let email = format!("{}.{}{number}@example.org", plain(given), plain(family));
        let phone = format!("06 00{:02} {:04}", self.rng.u32(..100), self.rng.u32(..10_000));
        let mut draft = ContactDraft {
            name: PersonName {
                given: given.to_owned(),
                particle: particle.to_owned(),
                family: family.to_owned(),
                ..PersonName::default()
            },
            company: format!("{family} {trade}"),
            job_title: self.say(&words::JOBS),
            source: (!self.sources.is_empty()).then(|| self.pick(&self.sources.clone())),
            birthday: self.birthday(number),
            tags: vec![self.say(&words::TAGS)],
            ..ContactDraft::default()
        };
        if number % 7 != 3 {
            draft.phones.push(Labelled { label: String::new(), value: phone });
        }
        if number % 5 != 4 {
            draft.emails.push(Labelled { label: String::new(), value: email });
        }
        if number % 3 != 2 {
            let street = format!("{} {}", self.pick(&words::STREETS), 1 + self.rng.u32(..180));
            draft.addresses.push(PostalAddress {
                street,
                postal_code: postal_code.to_owned(),
                town: town.to_owned(),
                ..PostalAddress::default()
            });
        }
        if number % 6 == 1 {
            draft.note = self.say(&words::TALKS);
        }
        draft
    }

    /// All through the year; some on 29 February, some without a year, some near today, some unknown.
    fn birthday(&mut self, number: u32) -> Option<Birthday> {
        use chrono::Datelike;
        let year = (number % 4 != 1).then(|| self.rng.i32(1950..2004));
        let near = |days: u64| self.write.now.today() + Days::new(days);
        let day = match number {
            13 => near(3),
            18 => near(0),
            20 => near(11),
            _ if number == 15 || number % 97 == 22 => return Birthday::new(2, 29, None).ok(),
            _ if number % 6 == 5 => return None,
            _ => NaiveDate::from_yo_opt(2001, 1 + self.rng.u32(..365))?,
        };
        Birthday::new(day.month(), day.day(), year).ok().or_else(|| Birthday::new(day.month(), day.day(), None).ok())
    }

    /// Where it left them.
    fn play(&mut self, id: ContactId, part: u32, number: u32, bought: Option<ConversationId>) -> Result<()> {
        let write = self.write;
        match part {
            0 | 2 | 6..=9 => {
                self.answer(id, 3)?;
                let step = match part {
                    6 => 0,
                    0 | 2 | 9 => 1,
                    _ => 2,
                };
                let step = self.steps[step.min(self.steps.len() - 1)].id;
                let since = if part == 8 { self.ago(21) } else { self.lately(4, 8) };
                let opened = opportunity::insert(write.db, id, step, since)?;
                if matches!(part, 7 | 8) {
                    let amount = Money { minor: if part == 7 { 240_000 } else { 90_000 }, currency: self.currency() };
                    opportunity::set_expected(write.db, opened, Some(&amount))?;
                }
            }
            1 | 18 => self.sell(id, 1, since(number), bought)?,
            5 | 19 => self.sell(id, if part == 19 { 4 } else { 2 }, since(number), bought)?,
            3 => self.answer(id, 1)?,
            10..=13 if number.is_multiple_of(2) => self.answer(id, 1 + part % 2)?,
            4 => storage::contact::set_standing(write.db, id, Standing::Later, "")?,
            20..=22 => {
                let permission = [Permission::Agreed, Permission::NotAsked, Permission::Refused][part as usize - 20];
                storage::contact::set_standing(write.db, id, Standing::Declined { permission }, "")?;
            }
            23 => {
                let first = self.criteria[0].clone();
                let on = self.ago(20);
                storage::criterion::set_answer(write.db, id, first.id, Answer::No, "", on)?;
                storage::contact::set_standing(write.db, id, Standing::NotAFit, &first.name)?;
            }
            _ => {}
        }
        if let Some(due) = self.due(part, number) {
            let what = say(words::TODO[part as usize % words::TODO.len()], self.language).to_owned();
            let draft = FollowUpDraft { what, due, minutes_before: 0, repeat: None };
            storage::follow_up::insert(write.db, id, None, &draft, due.on)?;
        }
        if part.is_multiple_of(4) {
            let on = self.lately(30, 60);
            let what = self.say(&words::TODO);
            let mut draft = FollowUpDraft { what, due: Due { on, at: None }, minutes_before: 0, repeat: None };
            let done = storage::follow_up::insert(write.db, id, None, &draft, on)?;
            // Most are done when they were promised; a few were put off or forgotten for two days.
            let (put_off, forgotten) = (number.is_multiple_of(44), number % 52 == 8);
            if put_off {
                draft.due.on = on + Days::new(5);
                storage::follow_up::update(write.db, done, &draft, draft.due.on)?;
            }
            let closed = draft.due.on + Days::new(if forgotten { 2 } else { 0 });
            let closed = closed.and_time(NaiveTime::from_hms_opt(16, 0, 0).unwrap_or_default());
            storage::follow_up::close(write.db, done, FollowUpState::Done, closed)?;
        }
        Ok(())
    }

    /// When to follow up: the first ones around today as their part has it, the others within two months.
    fn due(&mut self, part: u32, number: u32) -> Option<Due> {
        let today = self.write.now.today();
        let at = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0);
        if number < PARTS {
            return Some(match part {
                0 => Due { on: self.ago(3), at: at(14, 0) },
                1 => Due { on: self.ago(2), at: None },
                2 => Due { on: today, at: at(10, 30) },
                3 => Due { on: today, at: at(11, 15) },
                4 => Due { on: today, at: at(13, 0) },
                5 => Due { on: today, at: at(15, 0) },
                6 => Due { on: today, at: None },
                7 => Due { on: today + Days::new(3), at: at(9, 0) },
                20 => Due { on: today + Days::new(150), at: None },
                _ => return None,
            });
        }
        // Who stands at Later always has a date; who refused contact, is no fit or waits for a next step has none.
        let has = part == 4 || (!matches!(part, 8 | 9 | 21..=23) && self.rng.u32(..3) > 0);
        let on = today + Days::new(self.rng.u64(1..60));
        let on = if part != 4 && self.rng.u32(..20) == 0 { today - Days::new(self.rng.u64(1..10)) } else { on };
        has.then(|| Due { on, at: if self.rng.bool() { at(9 + self.rng.u32(..8), 30) } else { None } })
    }

    /// Customers were sent a card for their last birthday.
    fn post_card(&self, id: ContactId, birthday: Option<Birthday>) -> Result<()> {
        use chrono::Datelike;
        let (write, leap) = (self.write, self.write.settings.leap_day);
        let Some(on) = birthday.map(|it| it.in_year(write.now.today().year(), leap)) else { return Ok(()) };
        if on > write.now.today() {
            return Ok(());
        }
        storage::card::set_state(write.db, id, on.year(), CardState::Posted, on - Days::new(2))
    }

    fn currency(&self) -> String {
        self.write.settings.currency.clone()
    }

    fn answer(&mut self, id: ContactId, count: u32) -> Result<()> {
        for at in 0..(count as usize).min(self.criteria.len()) {
            let (criterion, proof) = (self.criteria[at].id, self.say(&words::PROOFS[at % 3]));
            let on = self.lately(10, 20);
            storage::criterion::set_answer(self.write.db, id, criterion, Answer::Yes, &proof, on)?;
        }
        Ok(())
    }

    fn sell(&mut self, id: ContactId, count: u64, since: u64, bought: Option<ConversationId>) -> Result<()> {
        self.answer(id, 3)?;
        for at in 0..count {
            let amount = Money { minor: 20_000 + self.rng.i64(0..60) * 1_000, currency: self.currency() };
            let sale = SaleDraft { what: self.say(&words::SOLD), amount, on: self.ago(20 + since + at * 60) };
            // The last sale is the one that was talked about.
            storage::sale::insert(self.write.db, id, None, bought.filter(|_| at == 0), &sale)?;
        }
        Ok(())
    }
}

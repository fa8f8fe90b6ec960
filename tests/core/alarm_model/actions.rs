//! What people do, drawn at random, and what the reference makes of it.

use chrono::{Days, NaiveDate, NaiveTime};
use rappel_core::commands::*;
use rappel_core::notifier::{Answer, Reporter};
use rappel_domain::alarm::Snooze;
use rappel_domain::birthday::{Birthday, LeapDay};
use rappel_domain::card::{CardState, DayOfWeek};
use rappel_domain::conversation::Ending;
use rappel_domain::follow_up::{Due, FollowUpDraft, Repeat, Unit};
use rappel_domain::ids::ContactId;
use rappel_domain::settings::{BIRTHDAY_OFFSETS, DayTime, QuietHours};

use super::World;
use super::reference::{Person, Subject};

const DAYS: [DayOfWeek; 7] = [
    DayOfWeek::Monday,
    DayOfWeek::Tuesday,
    DayOfWeek::Wednesday,
    DayOfWeek::Thursday,
    DayOfWeek::Friday,
    DayOfWeek::Saturday,
    DayOfWeek::Sunday,
];

impl World {
    fn today(&self) -> NaiveDate {
        self.now().date()
    }

    fn person(&mut self, id: ContactId) -> &mut Person {
        self.people.get_mut(&id).unwrap()
    }

    /// What follows in the reference from a write that touched somebody.
    fn touch(&mut self, id: ContactId) {
        let today = self.today();
        self.people.get_mut(&id).unwrap().touch(&self.settings, today);
    }

    fn draw_birthday(&mut self) -> Birthday {
        // Enough of them at the ends of years and of February, where it is hard.
        let (month, day) = match self.rng.u8(..10) {
            0 => (1, self.rng.u32(1..=6)),
            1 => (2, self.rng.u32(27..=29)),
            2 => (12, self.rng.u32(24..=31)),
            _ => (self.rng.u32(1..=12), self.rng.u32(1..=28)),
        };
        Birthday::new(month, day, None).unwrap()
    }

    pub(super) fn add_person(&mut self) {
        self.named += 1;
        let name = format!("Person {:05}", self.named);
        let birthday = (self.rng.u8(..6) == 0).then(|| self.draw_birthday());
        let draft = ContactDraft { birthday, ..rappel_tests::draft(&name) };
        let id = add_contact(&self.machine().app, draft).unwrap();
        self.ids.push(id);
        self.people.insert(id, Person::new(name, birthday));
        self.touch(id);
        if self.rng.u8(..12) == 0 {
            self.set_keep_in_touch(id);
        }
    }

    pub(super) fn act(&mut self) {
        let id = self.ids[self.rng.usize(..self.ids.len())];
        match self.rng.u8(..24) {
            0..6 => self.add_follow_up(id),
            6 | 7 => self.move_follow_up(),
            8 | 9 => self.close_follow_up(),
            10 | 11 => self.snooze_follow_up(),
            12 => self.change_birthday(id),
            13 => self.change_offsets(id),
            14 => self.set_keep_in_touch(id),
            15 | 16 => self.talk(),
            17..20 => self.change_card(),
            20 => self.trash_or_restore(id),
            21 | 22 => self.restore_one(),
            _ => self.add_person(),
        }
    }

    fn draw_follow_up(&mut self, what: String) -> FollowUpDraft {
        let now = self.now();
        let ahead = match self.rng.u8(..10) {
            0 => self.rng.i64(-5..1),
            1..4 => self.rng.i64(0..3),
            _ => self.rng.i64(0..200),
        };
        let on = now.date() + chrono::Duration::days(ahead);
        let at = (self.rng.u8(..5) < 3).then(|| match self.rng.u8(..5) {
            0 => NaiveTime::from_hms_opt(2, self.rng.u32(..60), 0).unwrap(),
            _ => NaiveTime::from_hms_opt(self.rng.u32(..24), self.rng.u32(..60), 0).unwrap(),
        });
        let minutes_before = if at.is_some() { [0, 0, 10, 90, 1500][self.rng.usize(..5)] } else { 0 };
        let repeat = (self.rng.u8(..4) == 0).then(|| Repeat {
            every: self.rng.u32(1..5),
            unit: [Unit::Day, Unit::Week, Unit::Month, Unit::Year][self.rng.usize(..4)],
        });
        FollowUpDraft { what, due: Due { on, at }, minutes_before, repeat }
    }

    fn add_follow_up(&mut self, contact: ContactId) {
        self.named += 1;
        let draft = self.draw_follow_up(format!("Call {}", self.named));
        let input = AddFollowUp { contact, draft: draft.clone() };
        let id = add_follow_up(&self.machine().app, input).unwrap();
        let today = self.today();
        self.person(contact).add_follow_up(id, draft.clone(), draft.due.on, today);
        self.touch(contact);
    }

    /// Somebody with an open follow-up, who is not in the trash.
    fn draw_open(&mut self) -> Option<(ContactId, usize)> {
        let start = self.rng.usize(..self.ids.len());
        let mut ids = self.ids[start..].iter().chain(&self.ids[..start]);
        let id = *ids.find(|id| !self.people[id].follow_ups.is_empty() && !self.people[id].trashed)?;
        Some((id, self.rng.usize(..self.people[&id].follow_ups.len())))
    }

    fn move_follow_up(&mut self) {
        let Some((contact, at)) = self.draw_open() else { return };
        let what = self.people[&contact].follow_ups[at].draft.what.clone();
        let draft = self.draw_follow_up(what);
        let follow_up = self.people[&contact].follow_ups[at].id;
        update_follow_up(&self.machine().app, UpdateFollowUp { follow_up, draft: draft.clone() }).unwrap();
        let it = &mut self.person(contact).follow_ups[at];
        if (it.draft.due.on, it.draft.repeat) != (draft.due.on, draft.repeat) {
            it.first_on = draft.due.on;
        }
        it.draft = draft;
        self.touch(contact);
    }

    fn close_follow_up(&mut self) {
        let Some((contact, at)) = self.draw_open() else { return };
        let follow_up = self.people[&contact].follow_ups[at].id;
        if self.rng.bool() {
            drop_follow_up(&self.machine().app, FollowUpRef { follow_up }).unwrap();
            self.person(contact).follow_ups.remove(at);
            self.touch(contact);
        } else {
            let input = FinishFollowUp { follow_up, again: None, activate: false };
            finish_follow_up(&self.machine().app, input).unwrap();
            self.finished(contact, follow_up);
        }
    }

    fn finished(&mut self, contact: ContactId, follow_up: FollowUpId) {
        let today = self.today();
        let first_on = self.people[&contact].follow_ups.iter().find(|it| it.id == follow_up).unwrap().first_on;
        if let Some(next) = self.person(contact).finish(follow_up, today) {
            // Its number is the program's to give; its day is not.
            let open = get_person(&self.machine().app, ContactRef { contact }).unwrap().follow_ups;
            let found = open.iter().find(|it| it.draft.what == next.what).expect("the next of the series");
            assert_eq!(found.draft, next);
            let id = found.id;
            self.person(contact).add_follow_up(id, next, first_on, today);
        }
        self.touch(contact);
    }

    fn snooze_follow_up(&mut self) {
        let Some((contact, at)) = self.draw_open() else { return };
        let snoozes =
            [Snooze::TenMinutes, Snooze::OneHour, Snooze::ThisEvening, Snooze::TomorrowMorning, Snooze::NextWeek];
        let (follow_up, until) = (self.people[&contact].follow_ups[at].id, snoozes[self.rng.usize(..5)]);
        snooze_follow_up(&self.machine().app, SnoozeFollowUp { follow_up, until }).unwrap();
        let moment = until.until(self.now(), self.settings.daily_time.0);
        self.person(contact).snooze_follow_up(follow_up, moment);
    }

    fn change_birthday(&mut self, contact: ContactId) {
        let birthday = (self.rng.u8(..4) > 0).then(|| self.draw_birthday());
        if self.people[&contact].birthday == birthday {
            return;
        }
        let draft = ContactDraft { birthday, ..rappel_tests::draft(&self.people[&contact].name) };
        update_contact(&self.machine().app, UpdateContact { contact, draft }).unwrap();
        self.new_rules(contact);
        self.person(contact).birthday = birthday;
        self.touch(contact);
    }

    fn change_offsets(&mut self, contact: ContactId) {
        let some = |rng: &mut fastrand::Rng| BIRTHDAY_OFFSETS.into_iter().filter(|_| rng.u8(..4) == 0).collect();
        let offsets = (self.rng.u8(..4) > 0).then(|| some(&mut self.rng));
        set_birthday_offsets(&self.machine().app, SetBirthdayOffsets { contact, offsets: offsets.clone() }).unwrap();
        self.new_rules(contact);
        self.person(contact).offsets = offsets;
        self.touch(contact);
    }

    fn new_rules(&mut self, contact: ContactId) {
        let now = self.now();
        self.people.get_mut(&contact).unwrap().new_rules(&self.settings, now);
    }

    fn set_keep_in_touch(&mut self, contact: ContactId) {
        let weeks = (self.rng.u8(..5) > 0).then(|| self.rng.u32(1..30));
        set_keep_in_touch(&self.machine().app, SetKeepInTouch { contact, weeks }).unwrap();
        let today = self.today();
        self.person(contact).keep_in_touch = weeks.map(|weeks| (weeks, today));
        self.touch(contact);
    }

    fn talk(&mut self) {
        let start = self.rng.usize(..self.ids.len());
        let mut ids = self.ids[start..].iter().chain(&self.ids[..start]);
        let Some(contact) = ids.find(|id| self.people[id].keep_in_touch.is_some()).copied() else { return };
        let ending = if self.rng.u8(..3) == 0 { Ending::NoAnswer } else { Ending::JustATalk };
        let answered = ending == Ending::JustATalk;
        log_conversation(&self.machine().app, rappel_tests::talk(contact, "", ending)).unwrap();
        let today = self.today();
        self.person(contact).talks.extend(answered.then_some(today));
        self.touch(contact);
    }

    fn change_card(&mut self) {
        let start = self.rng.usize(..self.ids.len());
        let mut ids = self.ids[start..].iter().chain(&self.ids[..start]);
        let Some(contact) = ids.find(|id| self.people[id].birthday.is_some()).copied() else { return };
        let card = get_person(&self.machine().app, ContactRef { contact }).unwrap().card.unwrap();
        let states = [CardState::ToWrite, CardState::Written, CardState::Posted, CardState::Skipped];
        let state = states[self.rng.usize(..4)];
        self.set_card(contact, card.year, state);
        set_card(&self.machine().app, SetCard { contact, year: card.year, state, words: None }).unwrap();
        self.touch(contact);
    }

    fn set_card(&mut self, contact: ContactId, year: i32, state: CardState) {
        let settled = &mut self.person(contact).settled_cards;
        if state.is_settled() {
            settled.insert(year)
        } else {
            settled.remove(&year)
        };
    }

    fn trash_or_restore(&mut self, contact: ContactId) {
        if self.people[&contact].trashed {
            restore_contact(&self.machine().app, ContactRef { contact }).unwrap();
        } else {
            trash_contact(&self.machine().app, ContactRef { contact }).unwrap();
        }
        let person = self.person(contact);
        person.trashed = !person.trashed;
        self.touch(contact);
    }

    fn restore_one(&mut self) {
        if let Some(id) = self.ids.iter().copied().find(|id| self.people[id].trashed) {
            self.trash_or_restore(id);
        }
    }

    /// Another daily time, other days before birthdays, another 29 February, another post.
    pub(super) fn change_settings(&mut self) {
        let mut settings = self.settings.clone();
        match self.rng.u8(..9) {
            0 => settings.daily_time = DayTime(NaiveTime::from_hms_opt(self.rng.u32(6..12), 30, 0).unwrap()),
            1 => settings.birthday_offsets = BIRTHDAY_OFFSETS.into_iter().filter(|_| self.rng.bool()).collect(),
            2 => settings.leap_day = if settings.leap_day == LeapDay::After { LeapDay::Before } else { LeapDay::After },
            3 => settings.card_alarms = !settings.card_alarms,
            4 => settings.post.delivery_days = self.rng.u32(..6),
            5 => {
                let time = |rng: &mut fastrand::Rng| DayTime(NaiveTime::from_hms_opt(rng.u32(..24), 0, 0).unwrap());
                let (from, to) = (time(&mut self.rng), time(&mut self.rng));
                settings.quiet_hours = self.rng.bool().then_some(QuietHours { from, to });
            }
            6 => settings.days_off = DAYS.into_iter().filter(|_| self.rng.u8(..3) == 0).collect(),
            7 => settings.country = ["NL", "US", "AU", "DE"][self.rng.usize(..4)].to_owned(),
            _ => {
                settings.post.rests_on_holidays = self.rng.bool();
                settings.post.rests_on = [self.today() + Days::new(self.rng.u64(..300))].into();
            }
        }
        update_settings(&self.machine().app, settings.clone()).unwrap();
        // When alarms without a time ring is looked up as they do; all else is worked out anew.
        let only_daily = Settings { daily_time: settings.daily_time, ..self.settings.clone() } == settings;
        let moves_cards = settings.quiet_hours.is_some() || !settings.days_off.is_empty();
        let same_rules = settings == self.settings || only_daily && !moves_cards;
        if !same_rules {
            self.ids.clone().into_iter().for_each(|id| self.new_rules(id));
        }
        self.settings = settings;
        for id in self.ids.clone() {
            if same_rules {
                self.person(id).look_again();
            } else {
                self.touch(id);
            }
        }
    }

    /// Presses *Done* or *Snooze* on a pop-up.
    pub(super) fn answer(&mut self, contact: ContactId, subject: Subject, report: &Reporter) {
        let answer = if self.rng.bool() { Answer::Done } else { Answer::Snoozed };
        self.machine().answer(report, answer);
        self.machine().wait();
        match (answer, subject) {
            (Answer::Snoozed, _) => {
                let until = Snooze::TenMinutes.until(self.now(), self.settings.daily_time.0);
                self.person(contact).snooze(subject, until);
            }
            (_, Subject::FollowUp(id)) => self.finished(contact, id),
            (_, Subject::Birthday((true, _, year))) => {
                self.set_card(contact, year, CardState::Posted);
                self.touch(contact);
            }
            _ => {}
        }
    }
}

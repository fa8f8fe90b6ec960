//! A call session: a list of people gone through one by one, left and gone on with, and counted at its end.

use std::collections::BTreeSet;

use crate::ids::{ContactId, ConversationId};

/// A pause longer than this, in milliseconds, is no time spent: the desk was left.
const LONGEST_PAUSE: i64 = 15 * 60 * 1000;

/// A list that is gone through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallSession {
    people: Vec<ContactId>,
    at: usize,
    skipped: BTreeSet<ContactId>,
    talks: Vec<ConversationId>,
    spent: i64,
    seen_at: i64,
}

impl CallSession {
    /// Begins with the first of these people, each of whom stands in it once. Moments are milliseconds since 1970.
    pub fn begin(people: impl IntoIterator<Item = ContactId>, now: i64) -> Self {
        let mut seen = BTreeSet::new();
        let people = people.into_iter().filter(|it| seen.insert(*it)).collect();
        Self { people, at: 0, skipped: BTreeSet::new(), talks: Vec::new(), spent: 0, seen_at: now }
    }

    /// Who is to be called now; none at the end.
    pub fn who(&self) -> Option<ContactId> {
        self.people.get(self.at).copied()
    }

    /// How many people come before the one to be called now.
    pub fn position(&self) -> usize {
        self.at
    }

    /// How many people stand in it.
    pub fn total(&self) -> usize {
        self.people.len()
    }

    /// Goes on to the next one. `skipped` where nothing was done about this one.
    pub fn next(&mut self, skipped: bool) {
        let Some(who) = self.who() else { return };
        if skipped {
            self.skipped.insert(who);
        }
        self.at += 1;
    }

    /// Goes back to the one before; whether there is one.
    pub fn back(&mut self) -> bool {
        let before = self.at.checked_sub(1);
        self.at = before.unwrap_or(0);
        before.is_some()
    }

    /// Goes to the end, whoever is left.
    pub fn end(&mut self) {
        self.at = self.people.len();
    }

    /// Notes a conversation with the one who is called now. Whoever was talked to after all is not skipped.
    pub fn talked(&mut self, conversation: ConversationId) {
        if let Some(who) = self.who() {
            self.skipped.remove(&who);
        }
        self.talks.push(conversation);
    }

    /// The conversations so far.
    pub fn talks(&self) -> &[ConversationId] {
        &self.talks
    }

    /// How many people were passed over.
    pub fn skipped(&self) -> usize {
        self.skipped.len()
    }

    /// Notes that somebody is at it at this moment. What lies between two such moments is time spent, but for long pauses.
    pub fn seen(&mut self, now: i64) {
        let pause = now - self.seen_at;
        if (0..=LONGEST_PAUSE).contains(&pause) {
            self.spent += pause;
        }
        self.seen_at = now;
    }

    /// It was left, and is gone on with: what lies between is no time spent.
    pub fn taken_up(&mut self, now: i64) {
        self.seen_at = now;
    }

    /// The time spent so far, in seconds.
    pub fn seconds(&self) -> u32 {
        u32::try_from(self.spent / 1000).unwrap_or(u32::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const MINUTE: i64 = 60_000;

    fn session(people: &[i64]) -> CallSession {
        CallSession::begin(people.iter().copied().map(ContactId), 0)
    }

    #[test]
    fn everybody_comes_once_and_then_it_is_over() {
        let mut session = session(&[3, 1, 3, 2]);
        assert_eq!(session.total(), 3);
        for who in [3, 1, 2] {
            assert_eq!(session.who(), Some(ContactId(who)));
            session.next(false);
        }
        assert_eq!((session.who(), session.position()), (None, 3));
        session.next(true);
        assert_eq!((session.position(), session.skipped()), (3, 0));
    }

    #[test]
    fn who_was_skipped_and_talked_to_after_all_was_not_skipped() {
        let mut session = session(&[1, 2]);
        session.next(true);
        assert_eq!(session.skipped(), 1);
        assert!(session.back());
        session.talked(ConversationId(9));
        session.next(false);
        assert_eq!((session.skipped(), session.talks().len()), (0, 1));
        assert!(session.back() && !session.back());
    }

    #[test]
    fn a_long_pause_and_the_time_away_are_not_spent() {
        let mut session = session(&[1]);
        session.seen(2 * MINUTE);
        session.seen(40 * MINUTE);
        session.seen(43 * MINUTE);
        session.taken_up(90 * MINUTE);
        session.seen(91 * MINUTE);
        // A clock that is set back takes nothing away.
        session.seen(10 * MINUTE);
        session.seen(11 * MINUTE);
        assert_eq!(session.seconds(), 7 * 60);
    }

    proptest! {
        #[test]
        fn it_never_leaves_its_list(people in proptest::collection::vec(0i64..9, 0..12), steps in proptest::collection::vec(0u8..3, 0..40)) {
            let mut session = session(&people);
            for step in steps {
                match step {
                    0 => session.next(false),
                    1 => session.next(true),
                    _ => { session.back(); }
                }
                prop_assert!(session.position() <= session.total());
                prop_assert_eq!(session.who().is_none(), session.position() == session.total());
                prop_assert!(session.skipped() <= session.total());
            }
        }
    }
}

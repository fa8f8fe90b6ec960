//! What was said to invented people. The pasts of the parts are written out in `pasts.json`, oldest talk first; beyond them
//! there is small talk.

use rappel_domain::conversation::{Channel, EndingKind, questions_in};
use rappel_domain::ids::{ContactId, ConversationId};
use rappel_domain::settings::Language;
use serde::Deserialize;

use super::person::{Maker, PARTS};
use super::words;
use crate::storage::{self, conversation::NewConversation};
use crate::{Error, Result};

/// A conversation of somebody's past.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Talk {
    /// How many days ago it was.
    pub ago: u64,
    pub channel: Channel,
    pub minutes: Option<u32>,
    pub ending: EndingKind,
    en: String,
    nl: String,
    /// What was asked of them, in English and Dutch.
    asked: Option<[String; 2]>,
    /// What was answered to the questions in it; none while they are open.
    answer: Option<[String; 2]>,
}

impl Talk {
    /// What was said.
    pub fn said(&self, language: Language) -> &str {
        match language {
            Language::En => &self.en,
            Language::Nl => &self.nl,
        }
    }

    /// What was asked of them.
    pub fn asked(&self, language: Language) -> &str {
        self.asked.as_ref().map_or("", |pair| in_language(pair, language))
    }

    /// What was answered to their questions.
    pub fn answer(&self, language: Language) -> Option<&str> {
        self.answer.as_ref().map(|pair| in_language(pair, language))
    }
}

fn in_language(pair: &[String; 2], language: Language) -> &str {
    match language {
        Language::En => &pair[0],
        Language::Nl => &pair[1],
    }
}

/// The pasts, in the order of the parts.
pub(super) fn pasts() -> Result<Vec<Vec<Talk>>> {
    serde_json::from_str(include_str!("pasts.json")).map_err(|error| Error::Internal(error.to_string()))
}

impl Maker<'_, '_> {
    /// The past of a part; beyond the first ones that of somebody in the same place.
    pub fn past(&mut self, part: u32, number: u32) -> Vec<Talk> {
        let alike: &[u32] = match part {
            _ if number < PARTS => &[],
            0 | 2 | 6..=9 => &[0, 2, 6, 7, 8, 9],
            1 | 18 => &[1, 18],
            5 | 19 => &[5, 19],
            3 | 10 | 11 => &[3, 10, 11],
            _ => &[],
        };
        let part = if alike.is_empty() { part } else { self.pick(alike) };
        self.pasts[part as usize].clone()
    }

    /// Writes a past down, moved back by so many days, with the questions in it; the conversation that ended in a sale.
    pub fn remember(&mut self, contact: ContactId, past: &[Talk], since: u64) -> Result<Option<ConversationId>> {
        let (write, language) = (self.write, self.language);
        let mut bought = None;
        for (at, talk) in past.iter().enumerate() {
            let on = self.ago(talk.ago + since);
            let (said, asked) = (talk.said(language), talk.asked(language));
            let (channel, minutes, ending) = (talk.channel, talk.minutes, talk.ending);
            let new = NewConversation { contact, at: on.and_time(self.hour()), channel, minutes, said, asked, ending };
            let id = storage::conversation::insert(write.db, &new)?;
            if ending == EndingKind::Yes {
                bought = Some(id);
            }
            for question in questions_in(said) {
                let question = storage::question::insert(write.db, contact, Some(id), &question, on)?;
                if let Some(answer) = talk.answer(language) {
                    let answered = past.get(at + 1).map_or(on, |next| self.ago(next.ago + since));
                    storage::question::set_answer(write.db, question, Some(answer), answered)?;
                    storage::question::set_told(write.db, question, Some(answered))?;
                }
            }
        }
        Ok(bought)
    }

    /// Small talk, from long ago to lately, all of it more than so many days ago; the last conversation.
    pub fn talk(&mut self, contact: ContactId, count: u32, before: u64) -> Result<Option<ConversationId>> {
        let channels = [Channel::Call, Channel::Visit, Channel::Presentation, Channel::Email, Channel::Message];
        let mut last = None;
        for at in (0..count).rev() {
            let day = self.lately(before + u64::from(at) * 9 + 1, 8);
            let at = day.and_time(self.hour());
            let unanswered = self.rng.u32(..8) == 0;
            let (channel, said, ending) = if unanswered {
                (Channel::Call, String::new(), EndingKind::NoAnswer)
            } else {
                (self.pick(&channels), self.say(&words::TALKS), EndingKind::JustATalk)
            };
            let minutes = (!unanswered && channel != Channel::Email).then(|| 5 + self.rng.u32(..40));
            let new = NewConversation { contact, at, channel, minutes, said: &said, asked: "", ending };
            last = Some(storage::conversation::insert(self.write.db, &new)?);
        }
        Ok(last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_has_a_past_that_runs_forward_in_both_languages() {
        let pasts = pasts().unwrap();
        assert_eq!(pasts.len(), PARTS as usize);
        for past in pasts {
            assert!(past.is_sorted_by(|a, b| a.ago > b.ago), "{past:?}");
            for talk in past {
                let (en, nl) = (talk.said(Language::En), talk.said(Language::Nl));
                assert_eq!((en.is_empty(), questions_in(en).len()), (nl.is_empty(), questions_in(nl).len()), "{en}");
                assert!(en == en.trim() && nl == nl.trim() && (en.is_empty() || en != nl), "{en}");
                assert!(talk.ago > 0, "nothing was said today");
            }
        }
    }
}

-- Calendar and Today: follow-ups that come again are looked for by their day alone, and all that tells on which days they come
-- stands in the index; and the people to keep in touch with whose clock has run out.
CREATE INDEX follow_up_repeating ON follow_up(due_on, due_at, repeat_every, repeat_unit, first_on, contact_id)
  WHERE state = 'open' AND repeat_every IS NOT NULL;
CREATE INDEX alarm_keep_in_touch ON alarm(due_on, contact_id) WHERE kind = 'keep_in_touch' AND state IN ('armed', 'shown');

-- Calendar and Today: follow-ups that come again are looked for by their day alone, and all that tells on which days they come
-- stands in the index; and the people to keep in touch with whose clock has run out.
CREATE INDEX follow_up_repeating ON follow_up(due_on, due_at, repeat_every, repeat_unit, first_on, contact_id)
  WHERE state = 'open' AND repeat_every IS NOT NULL;
CREATE INDEX alarm_keep_in_touch ON alarm(due_on, contact_id) WHERE kind = 'keep_in_touch' AND state IN ('armed', 'shown');
-- Insights: the day that a follow-up was first planned for, once its day was changed. Null: it was not. What was moved before this
-- was kept is told by the history, which names the follow-up by its words and the day it was moved to.
ALTER TABLE follow_up ADD COLUMN promised_on TEXT;
WITH RECURSIVE
  move AS MATERIALIZED (
    SELECT id, contact_id, what ->> '$.what' AS what, what ->> '$.from.on' AS from_on, what ->> '$.to.on' AS to_on
    FROM history WHERE substr(what, 1, 25) = '{"kind":"follow_up_moved"'
  ),
  chain (follow_up_id, contact_id, what, from_on, move_id) AS (
    SELECT f.id, f.contact_id, f.what, m.from_on, m.id
    FROM move m JOIN follow_up f ON f.contact_id = m.contact_id AND f.what = m.what AND f.due_on = m.to_on
    UNION
    SELECT c.follow_up_id, c.contact_id, c.what, m.from_on, m.id
    FROM chain c JOIN move m ON m.contact_id = c.contact_id AND m.what = c.what AND m.to_on = c.from_on AND m.id < c.move_id
  ),
  first AS (SELECT follow_up_id, from_on, min(move_id) FROM chain GROUP BY follow_up_id)
UPDATE follow_up SET promised_on = first.from_on FROM first
WHERE first.follow_up_id = follow_up.id AND first.from_on <> follow_up.due_on;
CREATE INDEX follow_up_promise
  ON follow_up(min(ifnull(promised_on, due_on), due_on), contact_id, due_on, state, closed_at, promised_on) WHERE state <> 'dropped';

-- Insights: on which day everyone became what, derived as contact_state is. A contact in the trash has no row.
CREATE TABLE contact_path (
  contact_id INTEGER PRIMARY KEY REFERENCES contact(id) ON DELETE CASCADE,
  came_in TEXT NOT NULL,
  source_id INTEGER,
  asked_on TEXT,
  prospect_on TEXT,
  customer_on TEXT,
  repeat_on TEXT,
  prospect_days INTEGER, -- from coming in to being a prospect
  customer_days INTEGER, -- from coming in to the first sale
  place TEXT NOT NULL,
  step_id INTEGER,
  entered_step_on TEXT
) STRICT;
CREATE INDEX history_prospect ON history(contact_id, at)
  WHERE what = '{"kind":"lifecycle_changed","from":"lead","to":"prospect"}';
CREATE INDEX history_answered ON history(contact_id, at) WHERE substr(what, 1, 18) = '{"kind":"answered"';
WITH
  required AS MATERIALIZED (SELECT id FROM criterion WHERE required AND NOT archived),
  evidence AS (
    SELECT c.id, c.came_in, c.source_id, s.place, s.step_id, s.entered_step_on, c.overridden_why IS NOT NULL AS overridden,
      (SELECT min(answered_on) FROM answer WHERE contact_id = c.id) AS answer_there,
      (SELECT substr(min(at), 1, 10) FROM history
       WHERE contact_id = c.id AND substr(what, 1, 18) = '{"kind":"answered"') AS answer_told,
      (SELECT iif(count(*) = (SELECT count(*) FROM required), max(answered_on), NULL) FROM answer
       WHERE contact_id = c.id AND answer = 'yes' AND criterion_id IN required) AS required_yes,
      (SELECT substr(min(at), 1, 10) FROM history
       WHERE contact_id = c.id AND what = '{"kind":"lifecycle_changed","from":"lead","to":"prospect"}') AS called_prospect,
      (SELECT min(opened_on) FROM opportunity WHERE contact_id = c.id) AS first_opportunity,
      (SELECT min(sold_on) FROM sale WHERE contact_id = c.id) AS first_sale,
      (SELECT min(sold_on) FROM sale WHERE contact_id = c.id
         AND sold_on > (SELECT min(sold_on) FROM sale WHERE contact_id = c.id)) AS second_sale
    FROM contact c JOIN contact_state s ON s.contact_id = c.id WHERE c.trashed_at IS NULL
  ),
  passage AS (
    SELECT *, ifnull(nullif(min(ifnull(required_yes, '~'), ifnull(called_prospect, '~'), ifnull(first_opportunity, '~'),
      ifnull(first_sale, '~')), '~'), iif(overridden, came_in, NULL)) AS prospect_on
    FROM evidence
  )
INSERT INTO contact_path (contact_id, came_in, source_id, asked_on, prospect_on, customer_on, repeat_on, prospect_days,
  customer_days, place, step_id, entered_step_on)
SELECT id, came_in, source_id,
  nullif(min(ifnull(answer_there, '~'), ifnull(answer_told, '~'), ifnull(prospect_on, '~')), '~'),
  prospect_on, first_sale, second_sale,
  iif(prospect_on >= came_in, CAST(julianday(prospect_on) - julianday(came_in) AS INTEGER), NULL),
  iif(first_sale >= came_in, CAST(julianday(first_sale) - julianday(came_in) AS INTEGER), NULL),
  place, step_id, entered_step_on
FROM passage;
-- All that the figures about people read, so that they read nothing else.
CREATE INDEX contact_path_figures ON contact_path(came_in, source_id, prospect_on, customer_on, repeat_on, prospect_days,
  customer_days, place, step_id, entered_step_on, asked_on);

-- Insights: talk and sales as the figures read them. The last columns of the first only say that it holds no others.
CREATE INDEX conversation_talk ON conversation(contact_id, at, minutes, ending, trashed_at)
  WHERE trashed_at IS NULL AND ending <> 'no_answer';
CREATE INDEX sale_figures ON sale(sold_on, contact_id, currency, amount_minor);
-- Questions: the day on which the answer was told. What was answered before this was kept counts as told.
ALTER TABLE question ADD COLUMN told_on TEXT;
UPDATE question SET told_on = answered_on WHERE answered_on IS NOT NULL;
CREATE INDEX question_to_tell ON question(answered_on, contact_id) WHERE answered_on IS NOT NULL AND told_on IS NULL;
CREATE INDEX question_told ON question(told_on) WHERE told_on IS NOT NULL;
DROP INDEX question_open;
CREATE INDEX question_open ON question(asked_on, contact_id) WHERE answered_on IS NULL;

-- Templates for e-mails and messages, with placeholders between braces.
CREATE TABLE template (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  channel TEXT NOT NULL CHECK (channel IN ('email', 'message')),
  subject TEXT NOT NULL DEFAULT '',
  body TEXT NOT NULL,
  position INTEGER NOT NULL,
  archived INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Referrals: who else has a part in what happened. The entry goes with them when they are erased.
ALTER TABLE history ADD COLUMN other_id INTEGER REFERENCES contact(id) ON DELETE CASCADE;
CREATE INDEX history_other ON history(other_id) WHERE other_id IS NOT NULL;
-- Saved views: what the list of people shows, kept by name. A query is what the page asks for, with its words, filters and order.
CREATE TABLE saved_view (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  query TEXT NOT NULL, -- JSON
  position INTEGER NOT NULL
) STRICT;

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

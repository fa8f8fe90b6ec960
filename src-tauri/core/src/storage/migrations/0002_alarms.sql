-- The ledger notes the intent to show a pop-up, with its number, before the desktop gets it.
-- Answer 'settled': the person dealt with it in Rappel while the pop-up stood.
CREATE TABLE ring_2 (
  id INTEGER PRIMARY KEY,
  alarm_id INTEGER NOT NULL REFERENCES alarm(id) ON DELETE CASCADE,
  due TEXT NOT NULL,
  handed_at TEXT NOT NULL,
  shown_at TEXT, -- null: not taken by the desktop, or nobody knows, as Rappel died in between
  popup INTEGER, -- its number on the desktop
  refused INTEGER NOT NULL DEFAULT 0,
  in_digest INTEGER NOT NULL,
  answer TEXT CHECK (answer IN ('opened', 'done', 'snoozed', 'closed', 'settled')),
  answered_at TEXT
) STRICT;
INSERT INTO ring_2 (id, alarm_id, due, handed_at, shown_at, in_digest, answer, answered_at)
  SELECT id, alarm_id, due, shown_at, shown_at, in_digest, answer, answered_at FROM ring;
DROP TABLE ring;
ALTER TABLE ring_2 RENAME TO ring;
CREATE INDEX ring_alarm ON ring(alarm_id);

-- What rings is looked up by its time, and what rings at the daily time by its day alone.
DROP INDEX alarm_armed;
CREATE INDEX alarm_armed_timed ON alarm(ring_on, ring_at) WHERE state = 'armed' AND ring_at IS NOT NULL;
CREATE INDEX alarm_armed_daily ON alarm(ring_on) WHERE state = 'armed' AND ring_at IS NULL;

-- Derived: whether somebody may be called or written to, told by their place; and month and day of birth as one number (1123) of those
-- who may, so that a day's birthdays are found in the order of names.
ALTER TABLE contact_state ADD COLUMN within_reach INTEGER NOT NULL
  GENERATED ALWAYS AS (place NOT IN ('trash', 'do_not_contact', 'not_a_fit')) VIRTUAL;
ALTER TABLE contact_state ADD COLUMN born INTEGER;
UPDATE contact_state SET born = (SELECT birth_month * 100 + birth_day FROM contact WHERE id = contact_id) WHERE within_reach;
DROP INDEX contact_birthday;
CREATE INDEX contact_state_born ON contact_state(born, sort_key, contact_id) WHERE born IS NOT NULL;

-- Lists as they are read: what is due in the order of a day, the steps of the board by what presses, and what stands in a step.
DROP INDEX follow_up_open;
CREATE INDEX follow_up_open ON follow_up(due_on, due_at IS NULL, due_at) WHERE state = 'open';
CREATE INDEX contact_state_step ON contact_state(step_id, ifnull(next_on, ''), sort_key, contact_id, source_id)
  WHERE place = 'step';
DROP INDEX contact_state_place;
CREATE INDEX contact_state_place ON contact_state(place, step_id, sort_key, contact_id, source_id);
-- Nothing is counted by it any more, and what was asked on one day is listed in the order of its number.
DROP INDEX question_open;
CREATE INDEX question_open ON question(asked_on) WHERE answered_on IS NULL;
CREATE INDEX opportunity_in_step ON opportunity(step_id) WHERE state IN ('open', 'paused');

-- Counts that are kept, so that no screen counts what it does not show. Never written but by the triggers below, and by
-- storage/bulk.rs for a great many newcomers at once.
CREATE TABLE place_count (
  place TEXT NOT NULL,
  step_id INTEGER NOT NULL, -- 0: none
  source_id INTEGER NOT NULL, -- 0: none
  people INTEGER NOT NULL,
  PRIMARY KEY (place, step_id, source_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE day_count (
  kind TEXT NOT NULL,
  day TEXT NOT NULL,
  things INTEGER NOT NULL,
  PRIMARY KEY (kind, day)
) STRICT, WITHOUT ROWID;

-- What is counted, and under which day: the one place that says so. The day of a birthday is month and day (1123), that of a card its
-- year before it (2026-1123); questions have none. A row is known by its table and number.
CREATE VIEW counted AS
  SELECT 'contact_state' AS of, contact_id AS id, contact_id, 'born' AS kind, printf('%04d', born) AS day
    FROM contact_state WHERE born IS NOT NULL
  UNION ALL
  SELECT 'follow_up', f.id, f.contact_id, 'open', f.due_on
    FROM follow_up f JOIN contact_state s ON s.contact_id = f.contact_id WHERE f.state = 'open' AND s.within_reach
  UNION ALL
  SELECT 'follow_up', f.id, f.contact_id, 'done', substr(f.closed_at, 1, 10)
    FROM follow_up f JOIN contact_state s ON s.contact_id = f.contact_id WHERE f.state = 'done' AND f.closed_at IS NOT NULL
      AND s.place <> 'trash'
  UNION ALL
  SELECT 'alarm', a.id, a.contact_id, 'out_of_touch', a.due_on
    FROM alarm a JOIN contact_state s ON s.contact_id = a.contact_id
    WHERE a.kind = 'keep_in_touch' AND a.state IN ('armed', 'shown') AND s.within_reach
  UNION ALL
  SELECT 'question', q.id, q.contact_id, iif(q.answered_on IS NULL, 'asked', 'to_tell'), ''
    FROM question q JOIN contact_state s ON s.contact_id = q.contact_id WHERE q.told_on IS NULL AND s.within_reach
  UNION ALL
  SELECT 'card', k.id, k.contact_id, iif(k.state = 'written', 'card_written', 'card_settled'), printf('%04d-%04d', k.year, s.born)
    FROM card k JOIN contact_state s ON s.contact_id = k.contact_id WHERE k.state <> 'to_write' AND s.born IS NOT NULL;

INSERT INTO place_count
  SELECT place, ifnull(step_id, 0), ifnull(source_id, 0), count(*) FROM contact_state GROUP BY 1, 2, 3;
INSERT INTO day_count SELECT kind, day, count(*) FROM counted GROUP BY 1, 2;

-- What was counted leaves before its row changes, by what the view says then, and comes in after it. So no statement on these tables
-- may pass over a row with OR IGNORE, which runs the first trigger and not the second.
CREATE TRIGGER place_count_emptied AFTER UPDATE ON place_count WHEN new.people = 0 BEGIN
  DELETE FROM place_count WHERE place = new.place AND step_id = new.step_id AND source_id = new.source_id;
END;
CREATE TRIGGER day_count_emptied AFTER UPDATE ON day_count WHEN new.things = 0 BEGIN
  DELETE FROM day_count WHERE kind = new.kind AND day = new.day;
END;

CREATE TRIGGER contact_state_in AFTER INSERT ON contact_state BEGIN
  INSERT INTO place_count VALUES (new.place, ifnull(new.step_id, 0), ifnull(new.source_id, 0), 1)
    ON CONFLICT DO UPDATE SET people = people + 1;
  INSERT INTO day_count SELECT kind, day, 1 FROM counted WHERE contact_id = new.contact_id
    ON CONFLICT DO UPDATE SET things = things + 1;
END;
CREATE TRIGGER contact_state_out BEFORE DELETE ON contact_state BEGIN
  INSERT INTO place_count VALUES (old.place, ifnull(old.step_id, 0), ifnull(old.source_id, 0), -1)
    ON CONFLICT DO UPDATE SET people = people - 1;
  INSERT INTO day_count SELECT kind, day, -1 FROM counted WHERE contact_id = old.contact_id
    ON CONFLICT DO UPDATE SET things = things - 1;
END;
CREATE TRIGGER contact_state_moved AFTER UPDATE ON contact_state
WHEN (old.place, old.step_id, old.source_id) IS NOT (new.place, new.step_id, new.source_id) BEGIN
  INSERT INTO place_count VALUES (old.place, ifnull(old.step_id, 0), ifnull(old.source_id, 0), -1)
    ON CONFLICT DO UPDATE SET people = people - 1;
  INSERT INTO place_count VALUES (new.place, ifnull(new.step_id, 0), ifnull(new.source_id, 0), 1)
    ON CONFLICT DO UPDATE SET people = people + 1;
END;
CREATE TRIGGER contact_state_leaves BEFORE UPDATE ON contact_state WHEN (old.place, old.born) IS NOT (new.place, new.born) BEGIN
  INSERT INTO day_count SELECT kind, day, -1 FROM counted WHERE contact_id = old.contact_id
    ON CONFLICT DO UPDATE SET things = things - 1;
END;
CREATE TRIGGER contact_state_comes AFTER UPDATE ON contact_state WHEN (old.place, old.born) IS NOT (new.place, new.born) BEGIN
  INSERT INTO day_count SELECT kind, day, 1 FROM counted WHERE contact_id = new.contact_id
    ON CONFLICT DO UPDATE SET things = things + 1;
END;

CREATE TRIGGER follow_up_counted AFTER INSERT ON follow_up BEGIN
  INSERT INTO day_count SELECT kind, day, 1 FROM counted WHERE of = 'follow_up' AND id = new.id
    ON CONFLICT DO UPDATE SET things = things + 1;
END;
CREATE TRIGGER follow_up_uncounted BEFORE DELETE ON follow_up BEGIN
  INSERT INTO day_count SELECT kind, day, -1 FROM counted WHERE of = 'follow_up' AND id = old.id
    ON CONFLICT DO UPDATE SET things = things - 1;
END;
CREATE TRIGGER follow_up_leaves BEFORE UPDATE OF state, due_on, closed_at, contact_id ON follow_up BEGIN
  INSERT INTO day_count SELECT kind, day, -1 FROM counted WHERE of = 'follow_up' AND id = old.id
    ON CONFLICT DO UPDATE SET things = things - 1;
END;
CREATE TRIGGER follow_up_comes AFTER UPDATE OF state, due_on, closed_at, contact_id ON follow_up BEGIN
  INSERT INTO day_count SELECT kind, day, 1 FROM counted WHERE of = 'follow_up' AND id = new.id
    ON CONFLICT DO UPDATE SET things = things + 1;
END;

CREATE TRIGGER alarm_counted AFTER INSERT ON alarm WHEN new.kind = 'keep_in_touch' BEGIN
  INSERT INTO day_count SELECT kind, day, 1 FROM counted WHERE of = 'alarm' AND id = new.id
    ON CONFLICT DO UPDATE SET things = things + 1;
END;
CREATE TRIGGER alarm_uncounted BEFORE DELETE ON alarm WHEN old.kind = 'keep_in_touch' BEGIN
  INSERT INTO day_count SELECT kind, day, -1 FROM counted WHERE of = 'alarm' AND id = old.id
    ON CONFLICT DO UPDATE SET things = things - 1;
END;
CREATE TRIGGER alarm_leaves BEFORE UPDATE OF kind, state, due_on, contact_id ON alarm WHEN old.kind = 'keep_in_touch' BEGIN
  INSERT INTO day_count SELECT kind, day, -1 FROM counted WHERE of = 'alarm' AND id = old.id
    ON CONFLICT DO UPDATE SET things = things - 1;
END;
CREATE TRIGGER alarm_comes AFTER UPDATE OF kind, state, due_on, contact_id ON alarm WHEN new.kind = 'keep_in_touch' BEGIN
  INSERT INTO day_count SELECT kind, day, 1 FROM counted WHERE of = 'alarm' AND id = new.id
    ON CONFLICT DO UPDATE SET things = things + 1;
END;

CREATE TRIGGER question_counted AFTER INSERT ON question BEGIN
  INSERT INTO day_count SELECT kind, day, 1 FROM counted WHERE of = 'question' AND id = new.id
    ON CONFLICT DO UPDATE SET things = things + 1;
END;
CREATE TRIGGER question_uncounted BEFORE DELETE ON question BEGIN
  INSERT INTO day_count SELECT kind, day, -1 FROM counted WHERE of = 'question' AND id = old.id
    ON CONFLICT DO UPDATE SET things = things - 1;
END;
CREATE TRIGGER question_leaves BEFORE UPDATE OF answered_on, told_on, contact_id ON question BEGIN
  INSERT INTO day_count SELECT kind, day, -1 FROM counted WHERE of = 'question' AND id = old.id
    ON CONFLICT DO UPDATE SET things = things - 1;
END;
CREATE TRIGGER question_comes AFTER UPDATE OF answered_on, told_on, contact_id ON question BEGIN
  INSERT INTO day_count SELECT kind, day, 1 FROM counted WHERE of = 'question' AND id = new.id
    ON CONFLICT DO UPDATE SET things = things + 1;
END;

CREATE TRIGGER card_counted AFTER INSERT ON card BEGIN
  INSERT INTO day_count SELECT kind, day, 1 FROM counted WHERE of = 'card' AND id = new.id
    ON CONFLICT DO UPDATE SET things = things + 1;
END;
CREATE TRIGGER card_uncounted BEFORE DELETE ON card BEGIN
  INSERT INTO day_count SELECT kind, day, -1 FROM counted WHERE of = 'card' AND id = old.id
    ON CONFLICT DO UPDATE SET things = things - 1;
END;
CREATE TRIGGER card_leaves BEFORE UPDATE OF state, year, contact_id ON card BEGIN
  INSERT INTO day_count SELECT kind, day, -1 FROM counted WHERE of = 'card' AND id = old.id
    ON CONFLICT DO UPDATE SET things = things - 1;
END;
CREATE TRIGGER card_comes AFTER UPDATE OF state, year, contact_id ON card BEGIN
  INSERT INTO day_count SELECT kind, day, 1 FROM counted WHERE of = 'card' AND id = new.id
    ON CONFLICT DO UPDATE SET things = things + 1;
END;

-- A particle that was typed with the family name is known for what it is: names are put in order again at the next start, behind the
-- window.
DELETE FROM setting WHERE name = 'names-sorted';

-- Insights: talk by day, source and whether it was with somebody who was never qualified, kept in the same way: going through every
-- conversation takes most of a second where there are a million. Which conversations count and how stands in the view.
CREATE TABLE talk_count (
  day TEXT NOT NULL,
  source_id INTEGER NOT NULL, -- 0: none
  unasked INTEGER NOT NULL,
  talks INTEGER NOT NULL,
  minutes INTEGER NOT NULL,
  PRIMARY KEY (day, source_id, unasked)
) STRICT, WITHOUT ROWID;
-- A talk is unasked as `insight::is_unasked` says: a moment of the day itself sorts after the day. Beyond every date is '~'.
CREATE VIEW talk AS
  SELECT c.id, c.contact_id, substr(c.at, 1, 10) AS day, ifnull(p.source_id, 0) AS source_id,
    c.at < ifnull(p.asked_on, '~') AS unasked, ifnull(c.minutes, 0) AS minutes
  FROM conversation c JOIN contact_path p ON p.contact_id = c.contact_id
  WHERE c.trashed_at IS NULL AND c.ending <> 'no_answer';
INSERT INTO talk_count
  SELECT day, source_id, unasked, count(*), sum(minutes) FROM (
    SELECT substr(c.at, 1, 10) AS day, ifnull(p.source_id, 0) AS source_id, c.at < ifnull(p.asked_on, '~') AS unasked,
      ifnull(c.minutes, 0) AS minutes
    FROM contact_path p CROSS JOIN conversation c INDEXED BY conversation_talk ON c.contact_id = p.contact_id
    WHERE c.trashed_at IS NULL AND c.ending <> 'no_answer')
  GROUP BY 1, 2, 3;

CREATE TRIGGER talk_count_emptied AFTER UPDATE ON talk_count WHEN new.talks = 0 BEGIN
  DELETE FROM talk_count WHERE day = new.day AND source_id = new.source_id AND unasked = new.unasked;
END;
CREATE TRIGGER conversation_counted AFTER INSERT ON conversation BEGIN
  INSERT INTO talk_count SELECT day, source_id, unasked, 1, minutes FROM talk WHERE id = new.id
    ON CONFLICT DO UPDATE SET talks = talks + excluded.talks, minutes = talk_count.minutes + excluded.minutes;
END;
CREATE TRIGGER conversation_uncounted BEFORE DELETE ON conversation BEGIN
  INSERT INTO talk_count SELECT day, source_id, unasked, -1, -minutes FROM talk WHERE id = old.id
    ON CONFLICT DO UPDATE SET talks = talks + excluded.talks, minutes = talk_count.minutes + excluded.minutes;
END;
CREATE TRIGGER conversation_leaves BEFORE UPDATE OF at, minutes, ending, trashed_at, contact_id ON conversation BEGIN
  INSERT INTO talk_count SELECT day, source_id, unasked, -1, -minutes FROM talk WHERE id = old.id
    ON CONFLICT DO UPDATE SET talks = talks + excluded.talks, minutes = talk_count.minutes + excluded.minutes;
END;
CREATE TRIGGER conversation_comes AFTER UPDATE OF at, minutes, ending, trashed_at, contact_id ON conversation BEGIN
  INSERT INTO talk_count SELECT day, source_id, unasked, 1, minutes FROM talk WHERE id = new.id
    ON CONFLICT DO UPDATE SET talks = talks + excluded.talks, minutes = talk_count.minutes + excluded.minutes;
END;
CREATE TRIGGER contact_path_counted AFTER INSERT ON contact_path BEGIN
  INSERT INTO talk_count SELECT day, source_id, unasked, 1, minutes FROM talk WHERE contact_id = new.contact_id
    ON CONFLICT DO UPDATE SET talks = talks + excluded.talks, minutes = talk_count.minutes + excluded.minutes;
END;
CREATE TRIGGER contact_path_uncounted BEFORE DELETE ON contact_path BEGIN
  INSERT INTO talk_count SELECT day, source_id, unasked, -1, -minutes FROM talk WHERE contact_id = old.contact_id
    ON CONFLICT DO UPDATE SET talks = talks + excluded.talks, minutes = talk_count.minutes + excluded.minutes;
END;
CREATE TRIGGER contact_path_leaves BEFORE UPDATE ON contact_path WHEN (old.source_id, old.asked_on) IS NOT (new.source_id, new.asked_on) BEGIN
  INSERT INTO talk_count SELECT day, source_id, unasked, -1, -minutes FROM talk WHERE contact_id = old.contact_id
    ON CONFLICT DO UPDATE SET talks = talks + excluded.talks, minutes = talk_count.minutes + excluded.minutes;
END;
CREATE TRIGGER contact_path_comes AFTER UPDATE ON contact_path WHEN (old.source_id, old.asked_on) IS NOT (new.source_id, new.asked_on) BEGIN
  INSERT INTO talk_count SELECT day, source_id, unasked, 1, minutes FROM talk WHERE contact_id = new.contact_id
    ON CONFLICT DO UPDATE SET talks = talks + excluded.talks, minutes = talk_count.minutes + excluded.minutes;
END;

-- The first schema. Rules for all tables:
-- * one INTEGER PRIMARY KEY named id (undo and the full-text indexes lean on it), STRICT, foreign keys on;
-- * civil dates are TEXT 'YYYY-MM-DD', civil times 'HH:MM:SS', civil moments 'YYYY-MM-DD HH:MM:SS[.fff]';
-- * instants are INTEGER milliseconds since 1970 in UTC;
-- * facts only, but for contact_state and contact_text, which are derived in one place (storage/derived.rs).

CREATE TABLE setting (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE source (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  cost_minor INTEGER,
  cost_currency TEXT,
  position INTEGER NOT NULL,
  archived INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE company (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  website TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE batch (
  id INTEGER PRIMARY KEY,
  file TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('csv', 'vcard', 'sample')),
  source_id INTEGER REFERENCES source(id),
  at TEXT NOT NULL,
  row_count INTEGER NOT NULL,
  undone_at TEXT
) STRICT;

CREATE TABLE contact (
  id INTEGER PRIMARY KEY,
  prefix TEXT NOT NULL DEFAULT '',
  given TEXT NOT NULL DEFAULT '',
  particle TEXT NOT NULL DEFAULT '',
  family TEXT NOT NULL DEFAULT '',
  display TEXT NOT NULL DEFAULT '',
  company_id INTEGER REFERENCES company(id),
  job_title TEXT NOT NULL DEFAULT '',
  birth_month INTEGER,
  birth_day INTEGER,
  birth_year INTEGER,
  birthday_offsets TEXT, -- JSON; null follows the settings
  language TEXT NOT NULL DEFAULT '',
  source_id INTEGER REFERENCES source(id),
  introduced_by INTEGER REFERENCES contact(id) ON DELETE SET NULL,
  note TEXT NOT NULL DEFAULT '',
  standing TEXT NOT NULL DEFAULT 'active' CHECK (standing IN ('active', 'later', 'declined', 'not_a_fit')),
  permission TEXT CHECK (permission IN ('agreed', 'not_asked', 'refused')),
  standing_reason TEXT NOT NULL DEFAULT '',
  overridden_why TEXT,
  keep_in_touch_weeks INTEGER,
  keep_in_touch_from TEXT,
  batch_id INTEGER REFERENCES batch(id),
  batch_line INTEGER,
  created_at INTEGER NOT NULL,
  came_in TEXT NOT NULL,
  trashed_at INTEGER,
  CHECK ((standing = 'declined') = (permission IS NOT NULL)),
  CHECK ((birth_month IS NULL) = (birth_day IS NULL))
) STRICT;
CREATE INDEX contact_company ON contact(company_id) WHERE company_id IS NOT NULL;
CREATE INDEX contact_source ON contact(source_id);
CREATE INDEX contact_batch ON contact(batch_id) WHERE batch_id IS NOT NULL;
CREATE INDEX contact_introduced_by ON contact(introduced_by) WHERE introduced_by IS NOT NULL;
CREATE INDEX contact_birthday ON contact(birth_month, birth_day) WHERE birth_month IS NOT NULL;
CREATE INDEX contact_trashed ON contact(trashed_at) WHERE trashed_at IS NOT NULL;

CREATE TABLE reach (
  id INTEGER PRIMARY KEY,
  contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('email', 'phone', 'website')),
  label TEXT NOT NULL DEFAULT '',
  value TEXT NOT NULL,
  normal TEXT, -- e-mail in lower case, phone number in E.164; null where it can't be told
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX reach_contact ON reach(contact_id, kind, position);
CREATE INDEX reach_normal ON reach(normal) WHERE normal IS NOT NULL;

CREATE TABLE address (
  id INTEGER PRIMARY KEY,
  contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
  label TEXT NOT NULL DEFAULT '',
  street TEXT NOT NULL DEFAULT '',
  postal_code TEXT NOT NULL DEFAULT '',
  town TEXT NOT NULL DEFAULT '',
  region TEXT NOT NULL DEFAULT '',
  country TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX address_contact ON address(contact_id, position);

CREATE TABLE photo (
  id INTEGER PRIMARY KEY,
  contact_id INTEGER NOT NULL UNIQUE REFERENCES contact(id) ON DELETE CASCADE,
  media_type TEXT NOT NULL,
  data BLOB NOT NULL
) STRICT;

CREATE TABLE tag (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE contact_tag (
  id INTEGER PRIMARY KEY,
  contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
  tag_id INTEGER NOT NULL REFERENCES tag(id) ON DELETE CASCADE,
  UNIQUE (contact_id, tag_id)
) STRICT;
CREATE INDEX contact_tag_tag ON contact_tag(tag_id, contact_id);

CREATE TABLE custom_field (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL DEFAULT 'text' CHECK (kind IN ('text', 'number', 'date', 'choice')),
  choices TEXT, -- JSON
  position INTEGER NOT NULL,
  archived INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE custom_value (
  id INTEGER PRIMARY KEY,
  contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
  field_id INTEGER NOT NULL REFERENCES custom_field(id) ON DELETE CASCADE,
  value TEXT NOT NULL,
  UNIQUE (contact_id, field_id)
) STRICT;
CREATE INDEX custom_value_field ON custom_value(field_id);

CREATE TABLE criterion (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  question TEXT NOT NULL DEFAULT '',
  required INTEGER NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('market', 'means', 'decides', 'own')),
  position INTEGER NOT NULL,
  archived INTEGER NOT NULL DEFAULT 0
) STRICT;

-- No row means not asked.
CREATE TABLE answer (
  id INTEGER PRIMARY KEY,
  contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
  criterion_id INTEGER NOT NULL REFERENCES criterion(id) ON DELETE CASCADE,
  answer TEXT NOT NULL CHECK (answer IN ('yes', 'no')),
  proof TEXT NOT NULL DEFAULT '',
  answered_on TEXT NOT NULL,
  UNIQUE (contact_id, criterion_id)
) STRICT;
CREATE INDEX answer_criterion ON answer(criterion_id);

CREATE TABLE step (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  usual_days INTEGER NOT NULL,
  position INTEGER NOT NULL,
  archived INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE opportunity (
  id INTEGER PRIMARY KEY,
  contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
  step_id INTEGER NOT NULL REFERENCES step(id),
  state TEXT NOT NULL CHECK (state IN ('open', 'won', 'lost', 'paused')),
  opened_on TEXT NOT NULL,
  entered_step_on TEXT NOT NULL,
  ended_on TEXT,
  expected_minor INTEGER,
  expected_currency TEXT,
  reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX opportunity_contact ON opportunity(contact_id, state);
CREATE UNIQUE INDEX opportunity_one_open ON opportunity(contact_id) WHERE state = 'open';
CREATE INDEX opportunity_step ON opportunity(step_id);

CREATE TABLE conversation (
  id INTEGER PRIMARY KEY,
  contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
  at TEXT NOT NULL,
  channel TEXT NOT NULL,
  minutes INTEGER,
  said TEXT NOT NULL DEFAULT '',
  asked TEXT NOT NULL DEFAULT '', -- the call to action of a presentation
  ending TEXT NOT NULL,
  trashed_at INTEGER
) STRICT;
CREATE INDEX conversation_contact ON conversation(contact_id, at, id) WHERE trashed_at IS NULL;

CREATE TABLE question (
  id INTEGER PRIMARY KEY,
  contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
  conversation_id INTEGER REFERENCES conversation(id) ON DELETE SET NULL,
  question TEXT NOT NULL,
  asked_on TEXT NOT NULL,
  answer TEXT,
  answered_on TEXT
) STRICT;
CREATE INDEX question_contact ON question(contact_id, answered_on);
CREATE INDEX question_open ON question(asked_on) WHERE answered_on IS NULL;
CREATE INDEX question_conversation ON question(conversation_id) WHERE conversation_id IS NOT NULL;

CREATE TABLE follow_up (
  id INTEGER PRIMARY KEY,
  contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
  conversation_id INTEGER REFERENCES conversation(id) ON DELETE SET NULL,
  what TEXT NOT NULL DEFAULT '',
  due_on TEXT NOT NULL,
  due_at TEXT,
  minutes_before INTEGER NOT NULL DEFAULT 0,
  repeat_every INTEGER,
  repeat_unit TEXT CHECK (repeat_unit IN ('day', 'week', 'month', 'year')),
  first_on TEXT NOT NULL, -- the first date of the series; repetitions count from it
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'dropped')),
  closed_at TEXT,
  CHECK ((repeat_every IS NULL) = (repeat_unit IS NULL))
) STRICT;
CREATE INDEX follow_up_contact ON follow_up(contact_id, state, due_on);
CREATE INDEX follow_up_open ON follow_up(due_on, due_at) WHERE state = 'open';
CREATE INDEX follow_up_closed ON follow_up(closed_at) WHERE state = 'done';
CREATE INDEX follow_up_conversation ON follow_up(conversation_id) WHERE conversation_id IS NOT NULL;

CREATE TABLE card (
  id INTEGER PRIMARY KEY,
  contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
  year INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('to_write', 'written', 'posted', 'skipped')),
  words TEXT NOT NULL DEFAULT '',
  changed_on TEXT NOT NULL,
  UNIQUE (contact_id, year)
) STRICT;

CREATE TABLE sale (
  id INTEGER PRIMARY KEY,
  contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
  opportunity_id INTEGER REFERENCES opportunity(id) ON DELETE SET NULL,
  conversation_id INTEGER REFERENCES conversation(id) ON DELETE SET NULL,
  what TEXT NOT NULL DEFAULT '',
  amount_minor INTEGER NOT NULL,
  currency TEXT NOT NULL,
  sold_on TEXT NOT NULL
) STRICT;
CREATE INDEX sale_contact ON sale(contact_id, sold_on);
CREATE INDEX sale_day ON sale(sold_on);
CREATE INDEX sale_opportunity ON sale(opportunity_id) WHERE opportunity_id IS NOT NULL;
CREATE INDEX sale_conversation ON sale(conversation_id) WHERE conversation_id IS NOT NULL;

CREATE TABLE history (
  id INTEGER PRIMARY KEY,
  contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
  at TEXT NOT NULL,
  what TEXT NOT NULL -- JSON: kind and arguments
) STRICT;
CREATE INDEX history_contact ON history(contact_id, at, id);

-- Each row of a file that was imported, so that the same row never comes in twice.
CREATE TABLE batch_row (
  id INTEGER PRIMARY KEY,
  batch_id INTEGER NOT NULL REFERENCES batch(id) ON DELETE CASCADE,
  contact_id INTEGER REFERENCES contact(id) ON DELETE SET NULL,
  line INTEGER NOT NULL,
  hash BLOB NOT NULL
) STRICT;
CREATE INDEX batch_row_hash ON batch_row(hash);
CREATE INDEX batch_row_batch ON batch_row(batch_id);
CREATE INDEX batch_row_contact ON batch_row(contact_id) WHERE contact_id IS NOT NULL;

-- A column mapping that was used before, found again by the file's header.
CREATE TABLE import_mapping (
  id INTEGER PRIMARY KEY,
  header TEXT NOT NULL UNIQUE,
  mapping TEXT NOT NULL -- JSON
) STRICT;

-- Keyed hashes of e-mail addresses and phone numbers of people who refused contact; they outlive an erasure.
CREATE TABLE fingerprint (
  id INTEGER PRIMARY KEY,
  hash BLOB NOT NULL UNIQUE
) STRICT;

CREATE TABLE alarm (
  id INTEGER PRIMARY KEY,
  contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('follow_up', 'birthday', 'card', 'keep_in_touch')),
  follow_up_id INTEGER REFERENCES follow_up(id) ON DELETE CASCADE,
  days_before INTEGER NOT NULL DEFAULT 0,
  period INTEGER NOT NULL DEFAULT 0, -- the year of a birthday or card
  due_on TEXT NOT NULL, -- when it was to ring; a snooze does not move it
  due_at TEXT,          -- null: at the daily time of the settings
  ring_on TEXT NOT NULL,
  ring_at TEXT,
  state TEXT NOT NULL CHECK (state IN ('armed', 'shown', 'suspended', 'settled'))
) STRICT;
CREATE UNIQUE INDEX alarm_occurrence ON alarm(contact_id, kind, ifnull(follow_up_id, 0), days_before, period);
CREATE INDEX alarm_armed ON alarm(ring_on) WHERE state = 'armed';
CREATE INDEX alarm_follow_up ON alarm(follow_up_id) WHERE follow_up_id IS NOT NULL;

-- The ledger: each ring, when it was due, when it was shown, and what the person did.
CREATE TABLE ring (
  id INTEGER PRIMARY KEY,
  alarm_id INTEGER NOT NULL REFERENCES alarm(id) ON DELETE CASCADE,
  due TEXT NOT NULL,
  shown_at TEXT NOT NULL,
  in_digest INTEGER NOT NULL,
  answer TEXT CHECK (answer IN ('opened', 'done', 'snoozed', 'closed')),
  answered_at TEXT
) STRICT;
CREATE INDEX ring_alarm ON ring(alarm_id);
CREATE INDEX ring_shown ON ring(shown_at);

-- Derived: where everyone stands, for lists. Never written but by storage/derived.rs.
CREATE TABLE contact_state (
  contact_id INTEGER PRIMARY KEY REFERENCES contact(id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  company TEXT NOT NULL,
  source_id INTEGER,
  place TEXT NOT NULL,
  step_id INTEGER,
  lifecycle TEXT NOT NULL,
  promising INTEGER NOT NULL,
  asked INTEGER NOT NULL,
  asked_of INTEGER NOT NULL,
  entered_step_on TEXT,
  expected_minor INTEGER,
  expected_currency TEXT,
  sale_count INTEGER NOT NULL,
  last_sale_on TEXT,
  open_questions INTEGER NOT NULL,
  next_follow_up_id INTEGER,
  next_on TEXT,
  next_at TEXT,
  last_talk_at TEXT,
  attempts INTEGER NOT NULL
) STRICT;
CREATE INDEX contact_state_name ON contact_state(sort_key, contact_id, place, step_id, source_id);
CREATE INDEX contact_state_place ON contact_state(place, step_id, sort_key, contact_id);
CREATE INDEX contact_state_talk ON contact_state(last_talk_at, contact_id, place, step_id, source_id);
CREATE INDEX contact_state_next ON contact_state(next_on, next_at, contact_id, place, step_id, source_id);

-- Derived: what a search for people looks in. A contact in the trash has no row.
CREATE TABLE contact_text (
  contact_id INTEGER PRIMARY KEY REFERENCES contact(id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  company TEXT NOT NULL,
  reach TEXT NOT NULL,
  digits TEXT NOT NULL,
  town TEXT NOT NULL,
  tags TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE contact_search USING fts5(
  name, company, reach, digits, town, tags, note,
  content = 'contact_text', content_rowid = 'contact_id',
  tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3'
);
CREATE TRIGGER contact_text_in AFTER INSERT ON contact_text BEGIN
  INSERT INTO contact_search(rowid, name, company, reach, digits, town, tags, note)
  VALUES (new.contact_id, new.name, new.company, new.reach, new.digits, new.town, new.tags, new.note);
END;
CREATE TRIGGER contact_text_out AFTER DELETE ON contact_text BEGIN
  INSERT INTO contact_search(contact_search, rowid, name, company, reach, digits, town, tags, note)
  VALUES ('delete', old.contact_id, old.name, old.company, old.reach, old.digits, old.town, old.tags, old.note);
END;
CREATE TRIGGER contact_text_changed AFTER UPDATE ON contact_text BEGIN
  INSERT INTO contact_search(contact_search, rowid, name, company, reach, digits, town, tags, note)
  VALUES ('delete', old.contact_id, old.name, old.company, old.reach, old.digits, old.town, old.tags, old.note);
  INSERT INTO contact_search(rowid, name, company, reach, digits, town, tags, note)
  VALUES (new.contact_id, new.name, new.company, new.reach, new.digits, new.town, new.tags, new.note);
END;

CREATE VIRTUAL TABLE conversation_search USING fts5(
  said,
  content = 'conversation', content_rowid = 'id',
  tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3'
);
CREATE TRIGGER conversation_in AFTER INSERT ON conversation BEGIN
  INSERT INTO conversation_search(rowid, said) VALUES (new.id, new.said);
END;
CREATE TRIGGER conversation_out AFTER DELETE ON conversation BEGIN
  INSERT INTO conversation_search(conversation_search, rowid, said) VALUES ('delete', old.id, old.said);
END;
CREATE TRIGGER conversation_changed AFTER UPDATE OF said ON conversation BEGIN
  INSERT INTO conversation_search(conversation_search, rowid, said) VALUES ('delete', old.id, old.said);
  INSERT INTO conversation_search(rowid, said) VALUES (new.id, new.said);
END;

CREATE VIRTUAL TABLE question_search USING fts5(
  question, answer,
  content = 'question', content_rowid = 'id',
  tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3'
);
CREATE TRIGGER question_in AFTER INSERT ON question BEGIN
  INSERT INTO question_search(rowid, question, answer) VALUES (new.id, new.question, new.answer);
END;
CREATE TRIGGER question_out AFTER DELETE ON question BEGIN
  INSERT INTO question_search(question_search, rowid, question, answer)
  VALUES ('delete', old.id, old.question, old.answer);
END;
CREATE TRIGGER question_changed AFTER UPDATE OF question, answer ON question BEGIN
  INSERT INTO question_search(question_search, rowid, question, answer)
  VALUES ('delete', old.id, old.question, old.answer);
  INSERT INTO question_search(rowid, question, answer) VALUES (new.id, new.question, new.answer);
END;

CREATE VIRTUAL TABLE company_search USING fts5(
  name, note,
  content = 'company', content_rowid = 'id',
  tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3'
);
CREATE TRIGGER company_in AFTER INSERT ON company BEGIN
  INSERT INTO company_search(rowid, name, note) VALUES (new.id, new.name, new.note);
END;
CREATE TRIGGER company_out AFTER DELETE ON company BEGIN
  INSERT INTO company_search(company_search, rowid, name, note) VALUES ('delete', old.id, old.name, old.note);
END;
CREATE TRIGGER company_changed AFTER UPDATE OF name, note ON company BEGIN
  INSERT INTO company_search(company_search, rowid, name, note) VALUES ('delete', old.id, old.name, old.note);
  INSERT INTO company_search(rowid, name, note) VALUES (new.id, new.name, new.note);
END;

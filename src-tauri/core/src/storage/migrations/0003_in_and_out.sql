-- Erasing: who was erased for good, so that restoring an older backup does not bring them back. Nothing of the person
-- stands here but the number and the moment by which the same row is known again.
CREATE TABLE erased (
  id INTEGER PRIMARY KEY,
  contact_id INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  UNIQUE (contact_id, created_at)
) STRICT;

-- Fingerprints: whose they are while the person is still there, so that *contact allowed again* takes them away with
-- those of former addresses too. Null after an erasure.
ALTER TABLE fingerprint ADD COLUMN contact_id INTEGER REFERENCES contact(id) ON DELETE SET NULL;
CREATE INDEX fingerprint_contact ON fingerprint(contact_id) WHERE contact_id IS NOT NULL;

-- Imports: whom a file changed, with all fields before and after as JSON, so that each field can be put back that nobody changed
-- since; the SHA-256 of the photo that came along; and the source that was made for the file.
CREATE TABLE batch_change (
  id INTEGER PRIMARY KEY,
  batch_id INTEGER NOT NULL REFERENCES batch(id) ON DELETE CASCADE,
  contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  photo BLOB
) STRICT;
CREATE INDEX batch_change_batch ON batch_change(batch_id, contact_id);
CREATE INDEX batch_change_contact ON batch_change(contact_id);
ALTER TABLE batch ADD COLUMN made_source INTEGER REFERENCES source(id) ON DELETE SET NULL;

-- Imports: mappings that the person gave a name, for other files. A column is found there by its header.
CREATE TABLE named_mapping (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  headers TEXT NOT NULL, -- JSON
  mapping TEXT NOT NULL -- JSON
) STRICT;

-- Duplicates: pairs of which the person said that they are not the same; the smaller number first.
CREATE TABLE not_the_same (
  id INTEGER PRIMARY KEY,
  one INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
  other INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
  UNIQUE (one, other),
  CHECK (one < other)
) STRICT;
CREATE INDEX not_the_same_other ON not_the_same(other);

-- Who was merged into whom, so that erasing somebody keeps all that they were from coming back with an older backup.
CREATE TABLE merged (
  id INTEGER PRIMARY KEY,
  contact_id INTEGER NOT NULL, -- who is no longer there
  created_at INTEGER NOT NULL,
  into_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE
) STRICT;
CREATE INDEX merged_into ON merged(into_id);

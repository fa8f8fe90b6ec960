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

-- Backups: who was erased for good, so that restoring an older backup does not bring them back. Nothing of the person
-- stands here but the number and the moment by which the same row is known again.
CREATE TABLE erased (
  id INTEGER PRIMARY KEY,
  contact_id INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  UNIQUE (contact_id, created_at)
) STRICT;

-- Saved views: what the list of people shows, kept by name. A query is what the page asks for, with its words, filters and order.
CREATE TABLE saved_view (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  query TEXT NOT NULL, -- JSON
  position INTEGER NOT NULL
) STRICT;

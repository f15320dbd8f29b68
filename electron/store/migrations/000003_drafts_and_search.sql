-- What is being typed and not saved yet: outside the history, so that nothing half-typed becomes a fact (design.md).
CREATE TABLE draft (
  record_id TEXT NOT NULL,
  field TEXT NOT NULL,
  release_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  value TEXT NOT NULL CHECK (json_valid (value)),
  at TEXT NOT NULL,
  PRIMARY KEY (record_id, field)
) STRICT, WITHOUT ROWID;
CREATE INDEX draft_of_release ON draft (release_id);

-- An index over the words of every record, brought up to the history's end when somebody searches; it can be thrown
-- away and made anew at any time.
CREATE TABLE search_row (
  id INTEGER PRIMARY KEY,
  record_id TEXT NOT NULL UNIQUE,
  release_id TEXT NOT NULL,
  kind TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE search_text USING fts5 (key, words, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');

-- Texts that somebody may have to take out for good: titles, file names and notes of evidence. The history holds the
-- SHA-256 of salt and text only, so that its chain verifies also when salt and text are gone.
CREATE TABLE ledger_text (
  digest TEXT PRIMARY KEY,
  salt TEXT NOT NULL,
  text TEXT NOT NULL,
  record_id TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX ledger_text_of_record ON ledger_text (record_id);

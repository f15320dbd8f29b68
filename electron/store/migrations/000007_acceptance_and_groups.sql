-- An acceptance is of one version, content and set of criteria. Those that were given before the store recorded it are taken
-- as given for what stands now; their mark is that organisation and day are null, for nobody wrote them down.
UPDATE evidence
SET accepted = json_object (
  'version', version,
  'sha256', sha256,
  'criteria', json (criteria),
  'by', status_by,
  'organisation', NULL,
  'on', NULL
)
WHERE status = 'accepted' AND accepted IS NULL;

-- Which entries of the history one use case wrote, so that they are taken back as a whole; `takes_back` is the first entry
-- of the group that this one took back.
CREATE TABLE change_group (
  entry INTEGER PRIMARY KEY REFERENCES ledger (seq),
  through INTEGER NOT NULL REFERENCES ledger (seq),
  release_id TEXT,
  takes_back INTEGER
) STRICT;
CREATE INDEX change_group_of_release ON change_group (release_id, entry);

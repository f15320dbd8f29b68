-- Everything that was issued besides the final packs: papers for a body's meeting, addenda, decision records and other
-- editions of a final. Their bytes lie in the files folder and are registered as attachments, so that backups and checks
-- know of them.
CREATE TABLE issued_paper (
  id TEXT PRIMARY KEY,
  release_id TEXT NOT NULL REFERENCES release (id),
  kind TEXT NOT NULL CHECK (kind IN ('paper', 'addendum', 'decision', 'edition')),
  reference TEXT NOT NULL,
  -- To whom, and for which meeting; null where it is for no body in particular.
  body TEXT,
  meeting TEXT,
  -- The reference of the final pack that it adds to or records the decision on.
  pack TEXT,
  as_of TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  manifest_sha256 TEXT NOT NULL,
  registered_in INTEGER NOT NULL REFERENCES ledger (seq),
  UNIQUE (release_id, reference)
) STRICT;

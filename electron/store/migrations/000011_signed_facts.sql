-- The facts that a side signed, under the SHA-256 that its signature is on: what was changed since is told from them.
CREATE TABLE signed_facts (
  sha256 TEXT PRIMARY KEY CHECK (length (sha256) = 64),
  release_id TEXT NOT NULL,
  text TEXT NOT NULL CHECK (json_valid (text))
) STRICT, WITHOUT ROWID;

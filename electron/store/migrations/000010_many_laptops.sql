-- Many laptops share one folder: each file there is opened once and known by its name from then on.
-- `ours`: written by this store; `gave`: the folder said something with it that no file before it had said; `whole`: what is
-- known after a file that builds on no other; `waits`: why it was not taken yet (`folderFiles.ts`).
CREATE TABLE folder_file (
  name TEXT PRIMARY KEY,
  release_id TEXT,
  state TEXT NOT NULL CHECK (state IN ('ours', 'done', 'waiting')),
  absent INTEGER NOT NULL CHECK (absent >= 0),
  gave INTEGER NOT NULL CHECK (gave IN (0, 1)),
  whole TEXT CHECK (whole IS NULL OR json_valid (whole)),
  waits TEXT CHECK (waits IS NULL OR json_valid (waits))
) STRICT, WITHOUT ROWID;

-- What somebody knows of a release who reads every file of the folder.
CREATE TABLE folder_knowledge (
  release_id TEXT PRIMARY KEY,
  knowledge TEXT NOT NULL CHECK (json_valid (knowledge))
) STRICT, WITHOUT ROWID;

UPDATE meta SET value = json_remove (value, '$.sent', '$.seen') WHERE key = 'exchangeFolder' AND value <> '';

-- `lead` 1: this key may introduce its colleagues'. `forgotten_on`: the laptop is gone, and its key counts for nothing.
ALTER TABLE peer ADD COLUMN lead INTEGER NOT NULL DEFAULT 0 CHECK (lead IN (0, 1));
ALTER TABLE peer ADD COLUMN forgotten_on TEXT;
-- 1: it reads the shared folder, so that other bundles need not wait for it to tell what it knows.
ALTER TABLE peer ADD COLUMN in_folder INTEGER NOT NULL DEFAULT 0 CHECK (in_folder IN (0, 1));

-- What holders of keys said of their colleagues' keys, in their own signed words; the newest of each pair.
CREATE TABLE introduction (
  by_fingerprint TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  at TEXT NOT NULL,
  statement TEXT NOT NULL CHECK (json_valid (statement)),
  -- 1: a file of ours in the shared folder says so.
  shared INTEGER NOT NULL CHECK (shared IN (0, 1)),
  PRIMARY KEY (by_fingerprint, fingerprint)
) STRICT, WITHOUT ROWID;

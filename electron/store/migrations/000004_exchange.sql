-- What two stores need to exchange and merge (`shared/domain/merge/state.ts`). A store's own write is known by its
-- ledger entry (store id, number) already; these tables hold what comes from elsewhere.

-- The writes behind a register that the ledger alone does not tell: of another store, or several at once (a conflict
-- that nobody has decided). `field` '': all fields as created, '@life': whether the record lives. They count only while
-- the register's last local change is still `local_seq`: a local edit overwrites them without knowing of this table.
CREATE TABLE field_version (
  record_id TEXT NOT NULL,
  field TEXT NOT NULL,
  store_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  local_seq INTEGER NOT NULL REFERENCES ledger (seq),
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  organisation TEXT NOT NULL,
  ruler TEXT,
  -- Null where the record itself shows it; for '@life' true or false.
  value TEXT CHECK (value IS NULL OR json_valid (value)),
  saw TEXT CHECK (saw IS NULL OR json_valid (saw)),
  PRIMARY KEY (record_id, field, store_id, seq)
) STRICT, WITHOUT ROWID;

-- The last removal or restoration of each record that had one; the tables themselves forget a restoration.
CREATE TABLE life_change (
  record_id TEXT PRIMARY KEY,
  seq INTEGER NOT NULL REFERENCES ledger (seq)
) STRICT, WITHOUT ROWID;

-- Ledger entries that only repeat here what another store wrote.
CREATE TABLE merged_entry (seq INTEGER PRIMARY KEY REFERENCES ledger (seq)) STRICT;

-- What of other stores was known from an entry on: it changes only when a bundle is applied.
CREATE TABLE known_from (
  release_id TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES ledger (seq),
  knowledge TEXT NOT NULL CHECK (json_valid (knowledge)),
  PRIMARY KEY (release_id, seq)
) STRICT, WITHOUT ROWID;

-- The other side's own history, to read.
CREATE TABLE foreign_entry (
  store_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  release_id TEXT NOT NULL,
  entry TEXT NOT NULL CHECK (json_valid (entry)),
  PRIMARY KEY (store_id, seq)
) STRICT, WITHOUT ROWID;

-- Who sends us bundles. `confirmed_on` null: nobody has compared the fingerprint yet.
CREATE TABLE peer (
  fingerprint TEXT PRIMARY KEY,
  public_key TEXT NOT NULL,
  store_id TEXT NOT NULL,
  name TEXT NOT NULL,
  organisation TEXT NOT NULL,
  confirmed_on TEXT,
  last_heard TEXT
) STRICT, WITHOUT ROWID;

-- What a peer said that it knows and holds of a release; the next bundle leaves that out.
CREATE TABLE peer_release (
  fingerprint TEXT NOT NULL REFERENCES peer (fingerprint),
  release_id TEXT NOT NULL,
  knowledge TEXT NOT NULL CHECK (json_valid (knowledge)),
  holds TEXT NOT NULL CHECK (json_valid (holds)),
  PRIMARY KEY (fingerprint, release_id)
) STRICT, WITHOUT ROWID;

-- Every conflict that an exchange brought to light. Open while nobody chose and the register is as the exchange left it.
CREATE TABLE exchange_conflict (
  id INTEGER PRIMARY KEY,
  release_id TEXT NOT NULL,
  found_in INTEGER NOT NULL REFERENCES ledger (seq),
  type TEXT NOT NULL,
  kind TEXT NOT NULL,
  record_id TEXT NOT NULL,
  record TEXT NOT NULL,
  field TEXT NOT NULL,
  mine TEXT NOT NULL CHECK (json_valid (mine)),
  theirs TEXT NOT NULL CHECK (json_valid (theirs)),
  standing TEXT NOT NULL,
  chosen TEXT,
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX exchange_conflict_of_release ON exchange_conflict (release_id);

CREATE TRIGGER release_life_change AFTER UPDATE OF removed_in ON release WHEN NEW.removed_in IS NOT OLD.removed_in
BEGIN
  DELETE FROM life_change WHERE record_id = NEW.id;
  INSERT INTO life_change (record_id, seq) VALUES (NEW.id, coalesce(NEW.removed_in, (SELECT max(seq) FROM ledger)));
END;
CREATE TRIGGER go_live_part_life_change AFTER UPDATE OF removed_in ON go_live_part WHEN NEW.removed_in IS NOT OLD.removed_in
BEGIN
  DELETE FROM life_change WHERE record_id = NEW.id;
  INSERT INTO life_change (record_id, seq) VALUES (NEW.id, coalesce(NEW.removed_in, (SELECT max(seq) FROM ledger)));
END;
CREATE TRIGGER go_live_change_life_change AFTER UPDATE OF removed_in ON go_live_change WHEN NEW.removed_in IS NOT OLD.removed_in
BEGIN
  DELETE FROM life_change WHERE record_id = NEW.id;
  INSERT INTO life_change (record_id, seq) VALUES (NEW.id, coalesce(NEW.removed_in, (SELECT max(seq) FROM ledger)));
END;
CREATE TRIGGER not_live_life_change AFTER UPDATE OF removed_in ON not_live WHEN NEW.removed_in IS NOT OLD.removed_in
BEGIN
  DELETE FROM life_change WHERE record_id = NEW.id;
  INSERT INTO life_change (record_id, seq) VALUES (NEW.id, coalesce(NEW.removed_in, (SELECT max(seq) FROM ledger)));
END;
CREATE TRIGGER modification_life_change AFTER UPDATE OF removed_in ON modification WHEN NEW.removed_in IS NOT OLD.removed_in
BEGIN
  DELETE FROM life_change WHERE record_id = NEW.id;
  INSERT INTO life_change (record_id, seq) VALUES (NEW.id, coalesce(NEW.removed_in, (SELECT max(seq) FROM ledger)));
END;
CREATE TRIGGER scope_decision_life_change AFTER UPDATE OF removed_in ON scope_decision WHEN NEW.removed_in IS NOT OLD.removed_in
BEGIN
  DELETE FROM life_change WHERE record_id = NEW.id;
  INSERT INTO life_change (record_id, seq) VALUES (NEW.id, coalesce(NEW.removed_in, (SELECT max(seq) FROM ledger)));
END;
CREATE TRIGGER rid_version_life_change AFTER UPDATE OF removed_in ON rid_version WHEN NEW.removed_in IS NOT OLD.removed_in
BEGIN
  DELETE FROM life_change WHERE record_id = NEW.id;
  INSERT INTO life_change (record_id, seq) VALUES (NEW.id, coalesce(NEW.removed_in, (SELECT max(seq) FROM ledger)));
END;
CREATE TRIGGER rid_comment_life_change AFTER UPDATE OF removed_in ON rid_comment WHEN NEW.removed_in IS NOT OLD.removed_in
BEGIN
  DELETE FROM life_change WHERE record_id = NEW.id;
  INSERT INTO life_change (record_id, seq) VALUES (NEW.id, coalesce(NEW.removed_in, (SELECT max(seq) FROM ledger)));
END;
CREATE TRIGGER tad_version_life_change AFTER UPDATE OF removed_in ON tad_version WHEN NEW.removed_in IS NOT OLD.removed_in
BEGIN
  DELETE FROM life_change WHERE record_id = NEW.id;
  INSERT INTO life_change (record_id, seq) VALUES (NEW.id, coalesce(NEW.removed_in, (SELECT max(seq) FROM ledger)));
END;
CREATE TRIGGER test_phase_life_change AFTER UPDATE OF removed_in ON test_phase WHEN NEW.removed_in IS NOT OLD.removed_in
BEGIN
  DELETE FROM life_change WHERE record_id = NEW.id;
  INSERT INTO life_change (record_id, seq) VALUES (NEW.id, coalesce(NEW.removed_in, (SELECT max(seq) FROM ledger)));
END;
CREATE TRIGGER issue_threshold_life_change AFTER UPDATE OF removed_in ON issue_threshold WHEN NEW.removed_in IS NOT OLD.removed_in
BEGIN
  DELETE FROM life_change WHERE record_id = NEW.id;
  INSERT INTO life_change (record_id, seq) VALUES (NEW.id, coalesce(NEW.removed_in, (SELECT max(seq) FROM ledger)));
END;
CREATE TRIGGER test_issue_life_change AFTER UPDATE OF removed_in ON test_issue WHEN NEW.removed_in IS NOT OLD.removed_in
BEGIN
  DELETE FROM life_change WHERE record_id = NEW.id;
  INSERT INTO life_change (record_id, seq) VALUES (NEW.id, coalesce(NEW.removed_in, (SELECT max(seq) FROM ledger)));
END;
CREATE TRIGGER user_testing_notice_life_change AFTER UPDATE OF removed_in ON user_testing_notice WHEN NEW.removed_in IS NOT OLD.removed_in
BEGIN
  DELETE FROM life_change WHERE record_id = NEW.id;
  INSERT INTO life_change (record_id, seq) VALUES (NEW.id, coalesce(NEW.removed_in, (SELECT max(seq) FROM ledger)));
END;
CREATE TRIGGER meeting_life_change AFTER UPDATE OF removed_in ON meeting WHEN NEW.removed_in IS NOT OLD.removed_in
BEGIN
  DELETE FROM life_change WHERE record_id = NEW.id;
  INSERT INTO life_change (record_id, seq) VALUES (NEW.id, coalesce(NEW.removed_in, (SELECT max(seq) FROM ledger)));
END;
CREATE TRIGGER criterion_life_change AFTER UPDATE OF removed_in ON criterion WHEN NEW.removed_in IS NOT OLD.removed_in
BEGIN
  DELETE FROM life_change WHERE record_id = NEW.id;
  INSERT INTO life_change (record_id, seq) VALUES (NEW.id, coalesce(NEW.removed_in, (SELECT max(seq) FROM ledger)));
END;
CREATE TRIGGER evidence_life_change AFTER UPDATE OF removed_in ON evidence WHEN NEW.removed_in IS NOT OLD.removed_in
BEGIN
  DELETE FROM life_change WHERE record_id = NEW.id;
  INSERT INTO life_change (record_id, seq) VALUES (NEW.id, coalesce(NEW.removed_in, (SELECT max(seq) FROM ledger)));
END;
CREATE TRIGGER view_life_change AFTER UPDATE OF removed_in ON view WHEN NEW.removed_in IS NOT OLD.removed_in
BEGIN
  DELETE FROM life_change WHERE record_id = NEW.id;
  INSERT INTO life_change (record_id, seq) VALUES (NEW.id, coalesce(NEW.removed_in, (SELECT max(seq) FROM ledger)));
END;
CREATE TRIGGER required_body_life_change AFTER UPDATE OF removed_in ON required_body WHEN NEW.removed_in IS NOT OLD.removed_in
BEGIN
  DELETE FROM life_change WHERE record_id = NEW.id;
  INSERT INTO life_change (record_id, seq) VALUES (NEW.id, coalesce(NEW.removed_in, (SELECT max(seq) FROM ledger)));
END;
CREATE TRIGGER risk_life_change AFTER UPDATE OF removed_in ON risk WHEN NEW.removed_in IS NOT OLD.removed_in
BEGIN
  DELETE FROM life_change WHERE record_id = NEW.id;
  INSERT INTO life_change (record_id, seq) VALUES (NEW.id, coalesce(NEW.removed_in, (SELECT max(seq) FROM ledger)));
END;
CREATE TRIGGER condition_life_change AFTER UPDATE OF removed_in ON condition WHEN NEW.removed_in IS NOT OLD.removed_in
BEGIN
  DELETE FROM life_change WHERE record_id = NEW.id;
  INSERT INTO life_change (record_id, seq) VALUES (NEW.id, coalesce(NEW.removed_in, (SELECT max(seq) FROM ledger)));
END;
CREATE TRIGGER exception_life_change AFTER UPDATE OF removed_in ON exception WHEN NEW.removed_in IS NOT OLD.removed_in
BEGIN
  DELETE FROM life_change WHERE record_id = NEW.id;
  INSERT INTO life_change (record_id, seq) VALUES (NEW.id, coalesce(NEW.removed_in, (SELECT max(seq) FROM ledger)));
END;
CREATE TRIGGER submission_life_change AFTER UPDATE OF removed_in ON submission WHEN NEW.removed_in IS NOT OLD.removed_in
BEGIN
  DELETE FROM life_change WHERE record_id = NEW.id;
  INSERT INTO life_change (record_id, seq) VALUES (NEW.id, coalesce(NEW.removed_in, (SELECT max(seq) FROM ledger)));
END;
CREATE TRIGGER decision_life_change AFTER UPDATE OF removed_in ON decision WHEN NEW.removed_in IS NOT OLD.removed_in
BEGIN
  DELETE FROM life_change WHERE record_id = NEW.id;
  INSERT INTO life_change (record_id, seq) VALUES (NEW.id, coalesce(NEW.removed_in, (SELECT max(seq) FROM ledger)));
END;

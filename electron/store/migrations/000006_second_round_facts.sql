-- The facts that were settled in the second round (docs/domain.md): what an acceptance was given for, costs and
-- key dates of the RID, addresses, policies, the final submission and its signatures, comments that came back, texts that
-- were sent, and on every record what one side recorded for the other.

ALTER TABLE release ADD COLUMN closed_on TEXT;
ALTER TABLE release ADD COLUMN policies TEXT CHECK (policies IS NULL OR json_valid (policies));
ALTER TABLE release ADD COLUMN go_live_approved_reference TEXT;
ALTER TABLE release ADD COLUMN publication_releases_page_address TEXT;
ALTER TABLE release ADD COLUMN publication_documents_linked_address TEXT;
ALTER TABLE release ADD COLUMN publication_technical_specifications_address TEXT;
ALTER TABLE release ADD COLUMN publication_testing_information_address TEXT;
ALTER TABLE release ADD COLUMN on_behalf TEXT CHECK (on_behalf IS NULL OR json_valid (on_behalf));
ALTER TABLE go_live_part ADD COLUMN on_behalf TEXT CHECK (on_behalf IS NULL OR json_valid (on_behalf));
ALTER TABLE go_live_change ADD COLUMN on_behalf TEXT CHECK (on_behalf IS NULL OR json_valid (on_behalf));
ALTER TABLE not_live ADD COLUMN on_behalf TEXT CHECK (on_behalf IS NULL OR json_valid (on_behalf));
ALTER TABLE modification ADD COLUMN documents TEXT CHECK (documents IS NULL OR json_valid (documents));
ALTER TABLE modification ADD COLUMN address TEXT;
ALTER TABLE modification ADD COLUMN on_behalf TEXT CHECK (on_behalf IS NULL OR json_valid (on_behalf));
ALTER TABLE scope_decision ADD COLUMN on_behalf TEXT CHECK (on_behalf IS NULL OR json_valid (on_behalf));
ALTER TABLE rid_version ADD COLUMN cost TEXT CHECK (cost IS NULL OR json_valid (cost));
ALTER TABLE rid_version ADD COLUMN key_dates TEXT CHECK (key_dates IS NULL OR json_valid (key_dates));
ALTER TABLE rid_version ADD COLUMN address TEXT;
ALTER TABLE rid_version ADD COLUMN on_behalf TEXT CHECK (on_behalf IS NULL OR json_valid (on_behalf));
ALTER TABLE rid_comment ADD COLUMN on_behalf TEXT CHECK (on_behalf IS NULL OR json_valid (on_behalf));
ALTER TABLE tad_version ADD COLUMN address TEXT;
ALTER TABLE tad_version ADD COLUMN on_behalf TEXT CHECK (on_behalf IS NULL OR json_valid (on_behalf));
ALTER TABLE test_phase ADD COLUMN on_behalf TEXT CHECK (on_behalf IS NULL OR json_valid (on_behalf));
ALTER TABLE issue_threshold ADD COLUMN on_behalf TEXT CHECK (on_behalf IS NULL OR json_valid (on_behalf));
ALTER TABLE test_issue ADD COLUMN on_behalf TEXT CHECK (on_behalf IS NULL OR json_valid (on_behalf));
ALTER TABLE user_testing_notice ADD COLUMN on_behalf TEXT CHECK (on_behalf IS NULL OR json_valid (on_behalf));
ALTER TABLE meeting ADD COLUMN on_behalf TEXT CHECK (on_behalf IS NULL OR json_valid (on_behalf));
ALTER TABLE criterion ADD COLUMN on_behalf TEXT CHECK (on_behalf IS NULL OR json_valid (on_behalf));
ALTER TABLE evidence ADD COLUMN accepted TEXT CHECK (accepted IS NULL OR json_valid (accepted));
ALTER TABLE evidence ADD COLUMN on_behalf TEXT CHECK (on_behalf IS NULL OR json_valid (on_behalf));
ALTER TABLE view ADD COLUMN on_behalf TEXT CHECK (on_behalf IS NULL OR json_valid (on_behalf));
ALTER TABLE required_body ADD COLUMN on_behalf TEXT CHECK (on_behalf IS NULL OR json_valid (on_behalf));
ALTER TABLE risk ADD COLUMN on_behalf TEXT CHECK (on_behalf IS NULL OR json_valid (on_behalf));
ALTER TABLE condition ADD COLUMN source TEXT CHECK (source IS NULL OR json_valid (source));
ALTER TABLE condition ADD COLUMN on_behalf TEXT CHECK (on_behalf IS NULL OR json_valid (on_behalf));
ALTER TABLE exception ADD COLUMN on_behalf TEXT CHECK (on_behalf IS NULL OR json_valid (on_behalf));
ALTER TABLE submission ADD COLUMN final INTEGER CHECK (final IN (0, 1));
ALTER TABLE submission ADD COLUMN signatures TEXT CHECK (signatures IS NULL OR json_valid (signatures));
ALTER TABLE submission ADD COLUMN on_behalf TEXT CHECK (on_behalf IS NULL OR json_valid (on_behalf));
ALTER TABLE decision ADD COLUMN on_behalf TEXT CHECK (on_behalf IS NULL OR json_valid (on_behalf));

CREATE TABLE comment (
  id TEXT PRIMARY KEY,
  release_id TEXT NOT NULL REFERENCES release (id),
  created_in INTEGER NOT NULL REFERENCES ledger (seq),
  removed_in INTEGER REFERENCES ledger (seq),
  pack TEXT,
  page INTEGER,
  at TEXT,
  quoted TEXT,
  author TEXT,
  on_date TEXT,
  text TEXT,
  answer TEXT,
  answered_by TEXT,
  answered_on TEXT,
  closed INTEGER CHECK (closed IN (0, 1)),
  on_behalf TEXT CHECK (on_behalf IS NULL OR json_valid (on_behalf))
) STRICT;
CREATE INDEX comment_of_release ON comment (release_id) WHERE removed_in IS NULL;
CREATE TRIGGER comment_life_change AFTER UPDATE OF removed_in ON comment WHEN NEW.removed_in IS NOT OLD.removed_in
BEGIN
  DELETE FROM life_change WHERE record_id = NEW.id;
  INSERT INTO life_change (record_id, seq) VALUES (NEW.id, coalesce(NEW.removed_in, (SELECT max(seq) FROM ledger)));
END;

CREATE TABLE sent_text (
  id TEXT PRIMARY KEY,
  release_id TEXT NOT NULL REFERENCES release (id),
  created_in INTEGER NOT NULL REFERENCES ledger (seq),
  removed_in INTEGER REFERENCES ledger (seq),
  text TEXT,
  channel TEXT,
  on_date TEXT,
  address TEXT,
  on_behalf TEXT CHECK (on_behalf IS NULL OR json_valid (on_behalf))
) STRICT;
CREATE INDEX sent_text_of_release ON sent_text (release_id) WHERE removed_in IS NULL;
CREATE TRIGGER sent_text_life_change AFTER UPDATE OF removed_in ON sent_text WHEN NEW.removed_in IS NOT OLD.removed_in
BEGIN
  DELETE FROM life_change WHERE record_id = NEW.id;
  INSERT INTO life_change (record_id, seq) VALUES (NEW.id, coalesce(NEW.removed_in, (SELECT max(seq) FROM ledger)));
END;

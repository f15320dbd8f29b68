-- The whole schema of the release file, the ledger and the register of files (design.md, Rules of the house 5 and 6).
-- Never edited once shipped: a change is the next numbered file.

CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The history: append-only and hash-chained. `changes` is a JSON list of {field, before, after}.
CREATE TABLE ledger (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  organisation TEXT NOT NULL,
  store_id TEXT NOT NULL,
  action TEXT NOT NULL,
  release_id TEXT,
  kind TEXT,
  record_id TEXT,
  record_key TEXT,
  changes TEXT NOT NULL CHECK (json_valid(changes)),
  note TEXT,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX ledger_of_release ON ledger (release_id, seq);
CREATE INDEX ledger_of_record ON ledger (record_id, seq);
CREATE TRIGGER ledger_is_append_only_update BEFORE UPDATE ON ledger
BEGIN SELECT RAISE (ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_is_append_only_delete BEFORE DELETE ON ledger
BEGIN SELECT RAISE (ABORT, 'the ledger is append-only'); END;

-- The last change of each field that was edited after its record was created; before that it is the record's own entry.
CREATE TABLE field_change (
  record_id TEXT NOT NULL,
  field TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES ledger (seq),
  PRIMARY KEY (record_id, field)
) STRICT, WITHOUT ROWID;

-- Files by content. A purged file keeps its hash and the reason; its content is gone.
CREATE TABLE attachment (
  sha256 TEXT PRIMARY KEY,
  bytes INTEGER NOT NULL,
  media_type TEXT NOT NULL,
  added_in INTEGER NOT NULL REFERENCES ledger (seq),
  purged_in INTEGER REFERENCES ledger (seq),
  purge_reason TEXT
) STRICT;

-- Final packs, registered and kept byte for byte under their SHA-256.
CREATE TABLE final_pack (
  id TEXT PRIMARY KEY,
  release_id TEXT NOT NULL REFERENCES release (id),
  number INTEGER NOT NULL,
  reference TEXT NOT NULL,
  as_of TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  manifest_sha256 TEXT NOT NULL,
  accepted_blockers TEXT,
  registered_in INTEGER NOT NULL REFERENCES ledger (seq),
  UNIQUE (release_id, number)
) STRICT;

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value)),
  changed_in INTEGER NOT NULL REFERENCES ledger (seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE release (
  id TEXT PRIMARY KEY,
  created_in INTEGER NOT NULL REFERENCES ledger (seq),
  removed_in INTEGER REFERENCES ledger (seq),
  archived_in INTEGER REFERENCES ledger (seq),
  name TEXT NOT NULL,
  kind TEXT,
  slot TEXT,
  ad_hoc_reason TEXT,
  technical_specifications INTEGER CHECK (technical_specifications IN (0, 1)),
  impacts_dcc_systems INTEGER CHECK (impacts_dcc_systems IN (0, 1)),
  user_impact TEXT,
  about TEXT,
  classification TEXT,
  go_live_approved_date TEXT,
  go_live_approved_by TEXT,
  go_live_approved_on TEXT,
  go_live_reason TEXT,
  go_live_latest_permitted_date TEXT,
  go_live_actual_date TEXT,
  if_not_go_consequence TEXT,
  if_not_go_last_moment_to_stop TEXT,
  tad_longer_periods_to_tag_months INTEGER,
  tad_longer_periods_published_months INTEGER,
  tad_longer_periods_why TEXT,
  user_testing_planned INTEGER CHECK (user_testing_planned IN (0, 1)),
  user_testing_from TEXT,
  user_testing_to TEXT,
  transition_deployment TEXT,
  transition_back_out TEXT,
  transition_early_life_support TEXT,
  recommendation_wording TEXT,
  recommendation_secas TEXT,
  recommendation_dcc TEXT,
  publication_releases_page_on TEXT,
  publication_documents_linked_on TEXT,
  publication_technical_specifications_on TEXT,
  publication_testing_information_on TEXT
) STRICT;

CREATE TABLE go_live_part (
  id TEXT PRIMARY KEY,
  release_id TEXT NOT NULL REFERENCES release (id),
  created_in INTEGER NOT NULL REFERENCES ledger (seq),
  removed_in INTEGER REFERENCES ledger (seq),
  what TEXT,
  date TEXT
) STRICT;
CREATE INDEX go_live_part_of_release ON go_live_part (release_id) WHERE removed_in IS NULL;

CREATE TABLE go_live_change (
  id TEXT PRIMARY KEY,
  release_id TEXT NOT NULL REFERENCES release (id),
  created_in INTEGER NOT NULL REFERENCES ledger (seq),
  removed_in INTEGER REFERENCES ledger (seq),
  from_date TEXT,
  to_date TEXT,
  by_whom TEXT,
  on_date TEXT,
  reason TEXT
) STRICT;
CREATE INDEX go_live_change_of_release ON go_live_change (release_id) WHERE removed_in IS NULL;

CREATE TABLE not_live (
  id TEXT PRIMARY KEY,
  release_id TEXT NOT NULL REFERENCES release (id),
  created_in INTEGER NOT NULL REFERENCES ledger (seq),
  removed_in INTEGER REFERENCES ledger (seq),
  modification TEXT,
  what TEXT,
  until TEXT
) STRICT;
CREATE INDEX not_live_of_release ON not_live (release_id) WHERE removed_in IS NULL;

CREATE TABLE modification (
  id TEXT PRIMARY KEY,
  release_id TEXT NOT NULL REFERENCES release (id),
  created_in INTEGER NOT NULL REFERENCES ledger (seq),
  removed_in INTEGER REFERENCES ledger (seq),
  reference TEXT NOT NULL,
  part TEXT,
  title TEXT,
  impacts TEXT CHECK (json_valid(impacts)),
  status TEXT,
  approved_on TEXT,
  latest_approval_on TEXT,
  approval_notified_on TEXT,
  in_scope INTEGER CHECK (in_scope IN (0, 1)),
  added_to_scope_on TEXT,
  removed_from_scope_on TEXT,
  removal_reason TEXT,
  implementation_date TEXT,
  implementation_date_set TEXT CHECK (json_valid(implementation_date_set)),
  late_addition TEXT CHECK (json_valid(late_addition))
) STRICT;
CREATE INDEX modification_of_release ON modification (release_id) WHERE removed_in IS NULL;

CREATE TABLE scope_decision (
  id TEXT PRIMARY KEY,
  release_id TEXT NOT NULL REFERENCES release (id),
  created_in INTEGER NOT NULL REFERENCES ledger (seq),
  removed_in INTEGER REFERENCES ledger (seq),
  body TEXT,
  on_date TEXT,
  sets TEXT,
  decision TEXT
) STRICT;
CREATE INDEX scope_decision_of_release ON scope_decision (release_id) WHERE removed_in IS NULL;

CREATE TABLE rid_version (
  id TEXT PRIMARY KEY,
  release_id TEXT NOT NULL REFERENCES release (id),
  created_in INTEGER NOT NULL REFERENCES ledger (seq),
  removed_in INTEGER REFERENCES ledger (seq),
  version TEXT,
  issued_on TEXT,
  published_on TEXT,
  reason TEXT,
  contains TEXT CHECK (json_valid(contains))
) STRICT;
CREATE INDEX rid_version_of_release ON rid_version (release_id) WHERE removed_in IS NULL;

CREATE TABLE rid_comment (
  id TEXT PRIMARY KEY,
  release_id TEXT NOT NULL REFERENCES release (id),
  created_in INTEGER NOT NULL REFERENCES ledger (seq),
  removed_in INTEGER REFERENCES ledger (seq),
  party TEXT,
  on_date TEXT,
  comment TEXT,
  response TEXT
) STRICT;
CREATE INDEX rid_comment_of_release ON rid_comment (release_id) WHERE removed_in IS NULL;

CREATE TABLE tad_version (
  id TEXT PRIMARY KEY,
  release_id TEXT NOT NULL REFERENCES release (id),
  created_in INTEGER NOT NULL REFERENCES ledger (seq),
  removed_in INTEGER REFERENCES ledger (seq),
  version TEXT,
  issued_to_tag_on TEXT,
  reviewed_by_tag_on TEXT,
  approved_on TEXT,
  approved_by TEXT,
  finalised_on TEXT,
  published_on TEXT,
  covers_dcc_testing INTEGER CHECK (covers_dcc_testing IN (0, 1)),
  covers_user_testing INTEGER CHECK (covers_user_testing IN (0, 1))
) STRICT;
CREATE INDEX tad_version_of_release ON tad_version (release_id) WHERE removed_in IS NULL;

CREATE TABLE test_phase (
  id TEXT PRIMARY KEY,
  release_id TEXT NOT NULL REFERENCES release (id),
  created_in INTEGER NOT NULL REFERENCES ledger (seq),
  removed_in INTEGER REFERENCES ledger (seq),
  name TEXT,
  region TEXT,
  planned_start TEXT,
  planned_end TEXT,
  actual_start TEXT,
  actual_end TEXT,
  planned INTEGER,
  run INTEGER,
  passed INTEGER,
  failed INTEGER,
  not_run INTEGER,
  exit_report TEXT,
  work_off_plan TEXT
) STRICT;
CREATE INDEX test_phase_of_release ON test_phase (release_id) WHERE removed_in IS NULL;

CREATE TABLE issue_threshold (
  id TEXT PRIMARY KEY,
  release_id TEXT NOT NULL REFERENCES release (id),
  created_in INTEGER NOT NULL REFERENCES ledger (seq),
  removed_in INTEGER REFERENCES ledger (seq),
  phase TEXT,
  severity INTEGER,
  maximum_open INTEGER,
  source TEXT,
  criterion TEXT
) STRICT;
CREATE INDEX issue_threshold_of_release ON issue_threshold (release_id) WHERE removed_in IS NULL;

CREATE TABLE test_issue (
  id TEXT PRIMARY KEY,
  release_id TEXT NOT NULL REFERENCES release (id),
  created_in INTEGER NOT NULL REFERENCES ledger (seq),
  removed_in INTEGER REFERENCES ledger (seq),
  reference TEXT,
  phase TEXT,
  severity INTEGER,
  title TEXT,
  open INTEGER CHECK (open IN (0, 1)),
  workaround TEXT,
  fix_by TEXT
) STRICT;
CREATE INDEX test_issue_of_release ON test_issue (release_id) WHERE removed_in IS NULL;

CREATE TABLE user_testing_notice (
  id TEXT PRIMARY KEY,
  release_id TEXT NOT NULL REFERENCES release (id),
  created_in INTEGER NOT NULL REFERENCES ledger (seq),
  removed_in INTEGER REFERENCES ledger (seq),
  channel TEXT,
  on_date TEXT,
  tells TEXT CHECK (json_valid(tells))
) STRICT;
CREATE INDEX user_testing_notice_of_release ON user_testing_notice (release_id) WHERE removed_in IS NULL;

CREATE TABLE meeting (
  id TEXT PRIMARY KEY,
  release_id TEXT NOT NULL REFERENCES release (id),
  created_in INTEGER NOT NULL REFERENCES ledger (seq),
  removed_in INTEGER REFERENCES ledger (seq),
  body TEXT,
  on_date TEXT,
  papers_by TEXT
) STRICT;
CREATE INDEX meeting_of_release ON meeting (release_id) WHERE removed_in IS NULL;

CREATE TABLE criterion (
  id TEXT PRIMARY KEY,
  release_id TEXT NOT NULL REFERENCES release (id),
  created_in INTEGER NOT NULL REFERENCES ledger (seq),
  removed_in INTEGER REFERENCES ledger (seq),
  reference TEXT NOT NULL,
  text TEXT,
  rid_version TEXT,
  rid_clause TEXT,
  family TEXT,
  owner TEXT,
  bodies TEXT CHECK (json_valid(bodies)),
  bodies_reason TEXT,
  due TEXT,
  self_status TEXT,
  rationale TEXT,
  needs TEXT CHECK (json_valid(needs)),
  opinion TEXT CHECK (json_valid(opinion))
) STRICT;
CREATE INDEX criterion_of_release ON criterion (release_id) WHERE removed_in IS NULL;

CREATE TABLE evidence (
  id TEXT PRIMARY KEY,
  release_id TEXT NOT NULL REFERENCES release (id),
  created_in INTEGER NOT NULL REFERENCES ledger (seq),
  removed_in INTEGER REFERENCES ledger (seq),
  reference TEXT NOT NULL,
  version INTEGER NOT NULL,
  supersedes TEXT,
  title TEXT,
  kind TEXT,
  criteria TEXT CHECK (json_valid(criteria)),
  provider TEXT,
  independent INTEGER CHECK (independent IN (0, 1)),
  effective_on TEXT,
  added_on TEXT,
  status TEXT,
  status_by TEXT,
  status_reason TEXT,
  classification TEXT,
  withheld INTEGER CHECK (withheld IN (0, 1)),
  file TEXT,
  sha256 TEXT,
  bytes INTEGER
) STRICT;
CREATE INDEX evidence_of_release ON evidence (release_id) WHERE removed_in IS NULL;

CREATE TABLE view (
  id TEXT PRIMARY KEY,
  release_id TEXT NOT NULL REFERENCES release (id),
  created_in INTEGER NOT NULL REFERENCES ledger (seq),
  removed_in INTEGER REFERENCES ledger (seq),
  body TEXT NOT NULL,
  criterion TEXT NOT NULL,
  asked_on TEXT,
  position TEXT,
  on_date TEXT,
  meeting TEXT,
  paper TEXT,
  wording TEXT,
  saw_text TEXT,
  saw TEXT CHECK (json_valid(saw)),
  answer TEXT
) STRICT;
CREATE INDEX view_of_release ON view (release_id) WHERE removed_in IS NULL;

CREATE TABLE required_body (
  id TEXT PRIMARY KEY,
  release_id TEXT NOT NULL REFERENCES release (id),
  created_in INTEGER NOT NULL REFERENCES ledger (seq),
  removed_in INTEGER REFERENCES ledger (seq),
  body TEXT,
  why TEXT
) STRICT;
CREATE INDEX required_body_of_release ON required_body (release_id) WHERE removed_in IS NULL;

CREATE TABLE risk (
  id TEXT PRIMARY KEY,
  release_id TEXT NOT NULL REFERENCES release (id),
  created_in INTEGER NOT NULL REFERENCES ledger (seq),
  removed_in INTEGER REFERENCES ledger (seq),
  title TEXT,
  impact TEXT,
  mitigation TEXT,
  owner TEXT,
  level TEXT
) STRICT;
CREATE INDEX risk_of_release ON risk (release_id) WHERE removed_in IS NULL;

CREATE TABLE condition (
  id TEXT PRIMARY KEY,
  release_id TEXT NOT NULL REFERENCES release (id),
  created_in INTEGER NOT NULL REFERENCES ledger (seq),
  removed_in INTEGER REFERENCES ledger (seq),
  text TEXT,
  owner TEXT,
  due TEXT CHECK (json_valid(due)),
  proof TEXT,
  may_discharge TEXT,
  discharged_on TEXT,
  discharged_by TEXT
) STRICT;
CREATE INDEX condition_of_release ON condition (release_id) WHERE removed_in IS NULL;

CREATE TABLE exception (
  id TEXT PRIMARY KEY,
  release_id TEXT NOT NULL REFERENCES release (id),
  created_in INTEGER NOT NULL REFERENCES ledger (seq),
  removed_in INTEGER REFERENCES ledger (seq),
  rule TEXT NOT NULL,
  subject TEXT,
  body TEXT,
  on_date TEXT,
  reference TEXT,
  reason TEXT
) STRICT;
CREATE INDEX exception_of_release ON exception (release_id) WHERE removed_in IS NULL;

CREATE TABLE submission (
  id TEXT PRIMARY KEY,
  release_id TEXT NOT NULL REFERENCES release (id),
  created_in INTEGER NOT NULL REFERENCES ledger (seq),
  removed_in INTEGER REFERENCES ledger (seq),
  on_date TEXT,
  meeting TEXT,
  presented_by TEXT CHECK (json_valid(presented_by)),
  signed_off TEXT CHECK (json_valid(signed_off)),
  pack TEXT
) STRICT;
CREATE INDEX submission_of_release ON submission (release_id) WHERE removed_in IS NULL;

CREATE TABLE decision (
  id TEXT PRIMARY KEY,
  release_id TEXT NOT NULL REFERENCES release (id),
  created_in INTEGER NOT NULL REFERENCES ledger (seq),
  removed_in INTEGER REFERENCES ledger (seq),
  body TEXT,
  on_date TEXT,
  outcome TEXT,
  wording TEXT,
  dissent TEXT
) STRICT;
CREATE INDEX decision_of_release ON decision (release_id) WHERE removed_in IS NULL;


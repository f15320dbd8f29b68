import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { checkFacts } from '../../electron/store/check/checkFacts.ts';
import { closeDb, type ReadableDb } from '../../electron/store/db.ts';
import { verifyLedger } from '../../electron/store/ledger.ts';
import { handleOf } from '../../electron/store/statement.ts';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { sampleFile, testEngine } from '../support/engine.ts';
import { scratchFolder } from '../support/scratch.ts';

const asOf = calendarDate('2021-10-20');
const release = 'November 2021 SEC Release';

/** A store with all that a release gathers: facts, files, a paper, a final, settings, a removal. Returns its database. */
async function fullStore(): Promise<string> {
  const folder = scratchFolder();
  const { does, engine } = testEngine(join(folder, 'store'), { today: () => asOf });
  const { id } = await does('release.import', { file: sampleFile, replace: false });
  const { facts } = await does('release.open', { release, asOf });
  const criterion = facts.criteria[0]?.id ?? '';
  await does('record.edit', { kind: 'criterion', id: criterion, fields: { rationale: 'Looked at again.' }, asOf });
  const create = (kind: 'risk' | 'decision' | 'testIssue', fields: Record<string, unknown>) =>
    does('record.create', { releaseId: id, kind, fields, asOf });
  const { changes } = await create('risk', { title: 'A risk' });
  await does('record.remove', { kind: 'risk', id: changes[0]?.id ?? '', asOf });
  await create('decision', { body: 'csc', on: '2021-10-27', outcome: 'go' });
  await create('testIssue', { reference: 'TI-1', severity: 2, open: true });
  const { rulebook, calendar } = await does('settings.get', {});
  await does('settings.save', { rulebook, calendar: { ...calendar, name: 'Ours' } });
  await does('paper.export', { release, body: 'tag', meeting: asOf, out: join(folder, 'tag.pdf'), asOf });
  await does('pack.export', { release, out: join(folder, 'final.pdf'), asOf, final: true, acceptBlockers: 'Asked.' });
  await does('release.archive', { release: id, archived: true });
  expect(await does('store.check', {})).toEqual({ ok: true, problems: [] });
  engine.close();
  return join(folder, 'store/store.sqlite');
}

function tamperedBy(database: string, sql: string): ReadableDb {
  const copy = join(scratchFolder(), 'store.sqlite');
  copyFileSync(database, copy);
  const connection = new Database(copy);
  connection.pragma('ignore_check_constraints = ON');
  connection.pragma('foreign_keys = OFF');
  connection.exec(sql);
  return handleOf(connection);
}

/** Direct edits of facts, registers and schema by another program: what, how, and what the check says of it. */
const edits: readonly (readonly [string, string, object])[] = [
  [
    'a forged decision',
    "UPDATE decision SET outcome = 'not yet'",
    { record: /^decision:/, field: 'outcome', facts: 'not yet' },
  ],
  [
    'a criterion’s wording',
    "UPDATE criterion SET text = 'Nothing was tested' WHERE reference = 'AC-01'",
    { record: /^criterion:AC-01/, field: 'text', facts: 'Nothing was tested' },
  ],
  [
    'a rationale that was edited once',
    "UPDATE criterion SET rationale = 'Forged' WHERE rationale = 'Looked at again.'",
    { field: 'rationale', ledger: 'Looked at again.' },
  ],
  ['a status', "UPDATE criterion SET self_status = 'notMet'", { field: 'selfStatus', facts: 'notMet' }],
  ['a list of bodies', "UPDATE criterion SET bodies = '[]'", { field: 'bodies' }],
  ['damaged JSON in a fact', 'UPDATE criterion SET bodies = \'["TAG"\'', { field: 'bodies', facts: '["TAG"' }],
  ['deleted issues', 'DELETE FROM test_issue', { record: /^testIssue:TI-1/, facts: null }],
  ['an issue that is closed', 'UPDATE test_issue SET open = 0', { field: 'open', ledger: true, facts: false }],
  ['an issue’s severity', 'UPDATE test_issue SET severity = 4', { field: 'severity', ledger: 2, facts: 4 }],
  [
    'an invented decision',
    "INSERT INTO decision (id, release_id, created_in, body, outcome) SELECT 'x', id, 1, 'CSC', 'go' FROM release",
    { record: /^decision:/, entry: null },
  ],
  [
    'a removal that nobody made',
    'UPDATE decision SET removed_in = 3',
    { field: 'entry of removal', ledger: null, facts: 3 },
  ],
  ['a removed risk that is back', 'UPDATE risk SET removed_in = NULL', { field: 'entry of removal' }],
  ['another entry of creation', 'UPDATE decision SET created_in = 2', { field: 'entry of creation' }],
  [
    'the approved date',
    "UPDATE release SET go_live_approved_date = '2030-01-01'",
    { record: /^release:/, field: 'goLive.approvedDate' },
  ],
  ['a release taken out of the archive', 'UPDATE release SET archived_in = NULL', { field: 'entry of archiving' }],
  ['a deleted final', 'DELETE FROM final_pack', { record: /^finalPack:/ }],
  [
    'another hash for a final',
    "UPDATE final_pack SET sha256 = iif(sha256 LIKE 'f%', 'e', 'f') || substr(sha256, 2)",
    { record: /^finalPack:/, field: 'sha256' },
  ],
  ['a deleted paper', 'DELETE FROM issued_paper', { record: /^issuedPaper:TAG paper/ }],
  ['a file marked as taken out', "UPDATE attachment SET purged_in = 5, purge_reason = 'none'", { record: /^file:/ }],
  [
    'a file that nobody added',
    "INSERT INTO attachment VALUES ('ab', 1, 'text/plain', 2, NULL, NULL)",
    { record: 'file:ab' },
  ],
  [
    'a setting',
    "UPDATE setting SET value = json_set(value, '$.name', 'Theirs') WHERE key = 'calendar'",
    { record: 'setting:calendar', facts: expect.objectContaining({ name: 'Theirs' }) },
  ],
  ['a setting that nobody made', "INSERT INTO setting VALUES ('rulebook', '{}', 2)", { record: 'setting:rulebook' }],
  ['the register of changes', 'UPDATE field_change SET seq = 2', { ledger: expect.any(Number), facts: 2 }],
  [
    'a guard that was dropped',
    'DROP TRIGGER ledger_is_append_only_update',
    { sentence: /trigger ledger_is_append_only_update is missing/ },
  ],
  [
    'a guard of another program',
    'CREATE TRIGGER evil AFTER INSERT ON decision BEGIN DELETE FROM test_issue; END',
    { sentence: /holds a trigger evil/ },
  ],
  [
    'damaged JSON in the history',
    "DROP TRIGGER ledger_is_append_only_update; UPDATE ledger SET changes = '[{' WHERE seq = 3",
    { sentence: /Entry 3 of the history cannot be read/ },
  ],
];

describe('what another program changes in the database', () => {
  it('is found and named, each and every one, and nothing is found where nobody changed anything', async () => {
    const database = await fullStore();
    for (const [what, sql, expected] of edits) {
      const db = tamperedBy(database, sql);
      const found = checkFacts(db);
      const wanted = Object.fromEntries(
        Object.entries(expected).map(([key, value]) => [
          key,
          value instanceof RegExp ? expect.stringMatching(value) : value,
        ]),
      );
      expect.soft(found, what).toContainEqual(expect.objectContaining(wanted));
      for (const { sentence } of found) expect.soft(sentence, what).toMatch(/^[A-Z].*\.$/s);
      expect.soft(verifyLedger(db).length > 0, what).toBe(sql.includes('UPDATE ledger'));
      closeDb(db);
    }
    const untouched = tamperedBy(database, 'SELECT 1');
    expect(checkFacts(untouched)).toEqual([]);
    closeDb(untouched);
  });
});

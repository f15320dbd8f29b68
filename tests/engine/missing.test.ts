import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { golive } from '../support/golive.ts';
import { scratchFolder } from '../support/scratch.ts';

const name = 'June 2027 SEC Release';

/** Three issues, of which DEF-3 is closed, read from a list that names them all; then a list that names DEF-1 only. */
function withIssues() {
  const folder = scratchFolder();
  const store = join(folder, 'store');
  const write = (file: string, text: string) => {
    writeFileSync(join(folder, file), text);
    return join(folder, file);
  };
  const content = { format: 'sec-golive/release', version: 1, release: { name, kind: 'system' } };
  const modifications = [
    { reference: 'MP1', inScope: true },
    { reference: 'MP2', inScope: true },
    { reference: 'MP3', inScope: false },
  ];
  const release = write('release.json', JSON.stringify({ ...content, modifications }));
  expect(golive(store, 'release', 'import', release).code).toBe(0);
  const dcc = (...args: readonly string[]) => golive(store, '--as', 'Bo Test, DCC', ...args);
  const head = 'Issue key,Severity,Phase,Status\n';
  const first = write('first.csv', `${head}DEF-1,2,SIT,Open\nDEF-2,3,UIT,Open\nDEF-3,3,SIT,Closed\n`);
  expect(dcc('import', 'issues', first, '--release', name).code).toBe(0);
  const second = write('second.csv', `${head}DEF-1,2,SIT,Open\n`);
  const broken = write(
    'broken.csv',
    'Issue key,Severity,Phase,Status,Fix by\nDEF-1,2,SIT,Open,2026-05-01\nDEF-2,3,UIT,Open,2026-02-31\n',
  );
  return { store, dcc, second, broken, write };
}

it('says how many the new list no longer names, and leaves them unless somebody chooses', () => {
  const { dcc, second } = withIssues();
  const dry = dcc('--json', 'import', 'issues', second, '--release', name, '--dry-run').json();
  expect(dry).toMatchObject({ missing: 1, missingNames: ['DEF-2'], closed: 0 });
  const left = dcc('import', 'issues', second, '--release', name);
  expect(left.out).toContain('? 1 record of the release is not in this list: DEF-2; left as it is.');
  const closed = dcc('--json', 'import', 'issues', second, '--release', name, '--missing', 'close').json();
  expect(closed).toMatchObject({ missing: 1, missingNames: ['DEF-2'], closed: 1 });
  expect(dcc('--json', 'import', 'issues', second, '--release', name).json()).toMatchObject({ missing: 0 });
});

it('a list of one phase speaks of that phase only', () => {
  const { dcc, second } = withIssues();
  const sit = dcc('--json', 'import', 'issues', second, '--release', name, '--phase', 'SIT').json();
  expect(sit).toMatchObject({ missing: 0, missingNames: [] });
});

it('a phase is the same one in whatever capitals, and keeps the spelling of the release', () => {
  const { dcc, write } = withIssues();
  const list = write('sit.csv', 'Issue key,Severity,Status\nDEF-9,2,Open\n');
  const choice = ['--release', name, '--phase', ' sit', '--missing', 'close'];
  expect(dcc('--json', 'import', 'issues', list, ...choice).json()).toMatchObject({
    missing: 1,
    missingNames: ['DEF-1'],
    closed: 1,
  });
  expect(dcc('--json', 'record', 'edit', name, 'testIssue:DEF-9', 'severity=1').json()).toMatchObject({
    changes: [{ record: { phase: 'SIT' } }],
  });
});

it('closes nothing by a list that could not be read to its end, and nothing but issues', () => {
  const { store, dcc, broken, write } = withIssues();
  const refused = dcc('import', 'issues', broken, '--release', name, '--missing', 'close');
  expect([refused.code, refused.err]).toEqual([3, expect.stringContaining('One row of this list could not be read')]);
  const scope = write('scope.csv', 'Reference,Title\nMP1,One\n');
  expect(golive(store, '--json', 'import', 'scope', scope, '--release', name).json()).toMatchObject({
    missing: 1,
    missingNames: ['MP2'],
  });
  const other = golive(store, 'import', 'scope', scope, '--release', name, '--missing', 'close');
  expect([other.code, other.err]).toEqual([3, expect.stringContaining('Only test issues can be closed')]);
});

it('edits one record, takes it back, and removes a release, from the terminal', () => {
  const { store, dcc } = withIssues();
  const secas = (...args: readonly string[]) => golive(store, '--json', ...args);
  expect(secas('record', 'edit', name, 'testIssue:DEF-1', 'severity=1').code).toBe(3);
  expect(secas('record', 'edit', name, 'testIssue:DEF-1', 'severity=1', '--on-behalf').json()).toMatchObject({
    changes: [{ record: { severity: 1, onBehalf: [{ field: 'severity', for: 'DCC' }] } }],
  });
  expect(secas('undo', name).json()).toMatchObject({ changes: [{ record: { severity: 2, onBehalf: null } }] });
  expect(secas('record', 'edit', name, 'modification:MP9', 'title=x').code).toBe(3);
  expect(secas('record', 'edit', name, 'budget:1', 'title=x').code).toBe(2);
  expect(dcc('release', 'remove', name).code).toBe(3);
  expect(secas('release', 'remove', name).code).toBe(0);
  expect(secas('release', 'list').json()).toEqual([]);
});

it('an actor of neither side is refused with exit 3', () => {
  const { store } = withIssues();
  const ofgem = golive(
    store,
    '--as',
    'Olga, Ofgem',
    'record',
    'edit',
    name,
    'modification:MP1',
    'title=x',
    '--on-behalf',
  );
  expect([ofgem.code, ofgem.err]).toEqual([3, expect.stringContaining('Only SECAS and the DCC')]);
});

it('finds a modification that the release writes otherwise, and leaves it its own reference', () => {
  const { store, write } = withIssues();
  const scope = write('scope.csv', 'Reference,Title\nMP001,Another title\nmp 2,Two\n');
  expect(golive(store, '--json', 'import', 'scope', scope, '--release', name).json()).toMatchObject({
    taken: 0,
    updated: 2,
    missing: 0,
  });
});

const head = 'Issue key,Severity,Phase,Status\n';

it('a list without a row closes nothing, and its dry run says so', () => {
  const { dcc, write } = withIssues();
  const args = ['import', 'issues', write('empty.csv', head), '--release', name];
  for (const more of [[], ['--dry-run']]) {
    const refused = dcc(...args, '--missing', 'close', ...more);
    expect([refused.code, refused.err]).toEqual([3, expect.stringContaining('This list names no issue at all')]);
  }
  expect(dcc('--json', ...args).json()).toMatchObject({ missing: 2, missingNames: ['DEF-1', 'DEF-2'], closed: 0 });
});

it('says that --missing could say otherwise only where it could', () => {
  const { dcc, store, second, broken, write } = withIssues();
  const dry = (...args: readonly string[]) => dcc('import', ...args, '--release', name, '--dry-run').out;
  expect(dry('issues', second)).toContain('DEF-2; it would stay as it is, unless --missing says otherwise.');
  const scope = write('scope.csv', 'Reference,Title\nMP1,One\n');
  expect(golive(store, 'import', 'scope', scope, '--release', name, '--dry-run').out).toContain(
    'MP2; it would stay as it is.',
  );
  const short = write('short.csv', `${head}DEF-1,2,SIT,Open\nDEF-7,2,SIT,Open,one,too many\n`);
  expect(dry('issues', short)).toContain('DEF-2; it would stay as it is.');
  expect(dry('issues', broken)).not.toContain('--missing');
});

it('counts a row once, however many of its cells are wrong, and names each of them', () => {
  const { dcc, write } = withIssues();
  const list = write('cells.csv', 'Phase,Run,Passed,Failed\nSIT,5,5,0\nUIT,0.8,0.75,0.05\n');
  const args = ['import', 'results', list, '--release', name];
  const named = { refusedCount: 1, refused: [{ row: 3 }, { row: 3 }, { row: 3 }] };
  expect(dcc('--json', ...args, '--dry-run').json()).toMatchObject(named);
  expect(dcc('--json', ...args, '--missing', 'close').json()).toMatchObject(named);
  const taken = dcc(...args).out;
  expect(taken).toMatch(/Took .*, 1 refused\.\n✕ Row 3, Run: .*\n✕ Row 3, Passed: .*\n✕ Row 3, Failed: /);
  expect(taken).not.toContain('more');
});

it('a row that was refused names its record all the same, whatever is wrong with it', () => {
  const { store, dcc, broken, write } = withIssues();
  const missing = (run: ReturnType<typeof dcc>) => run.json() as { missing: number; missingNames: string[] };
  const issues = (file: string) => dcc('--json', 'import', 'issues', file, '--release', name);
  expect(missing(issues(broken))).toMatchObject({ refusedCount: 1, missing: 0, missingNames: [] });
  const ragged = write('ragged.csv', `${head}DEF-1,2,SIT,Open\nDEF-2,3,UIT,Open,one,too many\n`);
  expect(missing(issues(ragged))).toMatchObject({ refusedCount: 1, missing: 0 });
  const twice = write('twice.csv', `${head}DEF-2,2,SIT,Open\nDEF-2,3,UIT,Open\n`);
  expect(missing(issues(twice))).toMatchObject({ refusedCount: 1, missing: 1, missingNames: ['DEF-1'] });
  const scope = write('scope.csv', 'Reference,Title,Added to scope on\n"MP1, MP2",Both,2026-02-31\n');
  expect(missing(golive(store, '--json', 'import', 'scope', scope, '--release', name))).toMatchObject({
    refusedCount: 1,
    missing: 0,
  });
});

it('a phase that is not taken, for a test of it cannot be read, is in the list all the same', () => {
  const { dcc, write } = withIssues();
  const tests = (rows: string) => write('tests.csv', `Test,Phase,Outcome\n${rows}`);
  const take = (rows: string) => dcc('--json', 'import', 'results', tests(rows), '--release', name);
  expect(take('a,SIT,Passed\nb,UIT,Passed\n').json()).toMatchObject({ taken: 2 });
  expect(take('a,SIT,Passed\nb,UIT\n').json()).toMatchObject({ taken: 0, refusedCount: 2, missing: 0 });
});

it('a file that was refused as a whole tells nothing of what it leaves out', () => {
  const { dcc, write } = withIssues();
  const phase = write('phase.csv', 'Phase,Passed,Failed\nSIT,1,0\n');
  expect(dcc('import', 'results', phase, '--release', name).code).toBe(0);
  const none = dcc('--json', 'import', 'results', write('none.csv', 'Passed,Failed\n1,0\n'), '--release', name);
  expect([none.code, none.json()]).toMatchObject([3, { refused: [{ row: 0 }], missing: 0, missingNames: [] }]);
});

it('a dry run that is to close says what would be closed, or is refused as the import itself would be', () => {
  const { dcc, second, broken } = withIssues();
  const close = (file: string, ...more: readonly string[]) =>
    dcc(...more, 'import', 'issues', file, '--release', name, '--missing', 'close', '--dry-run');
  expect(close(second, '--json').json()).toMatchObject({ missing: 1, missingNames: ['DEF-2'], closed: 1 });
  expect(close(second).out).toContain('not in this list: DEF-2; 1 would be closed.');
  const refused = close(broken, '--json');
  expect(refused.code).toBe(3);
  expect(refused.json()).toMatchObject({ error: { where: 'missing' }, taken: 0, refused: [{ row: 3 }] });
});

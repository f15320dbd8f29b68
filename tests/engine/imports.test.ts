import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { release, withSample } from '../support/sampleTables.ts';

const issues = 'Issue key\tSummary\tSeverity\tStatus\nDEF-1\tJoin fails\t1\tOpen\nDEF-2\tSlow alert\t3\tClosed';

describe('importing test issues', () => {
  it('says first what would become of each row, and changes nothing by it', async () => {
    const { does, table, issues: now } = await withSample();
    const before = await now();
    const read = await does('import.read', table('issues', issues));
    expect(read.plan).toMatchObject({ added: 2, updated: 0, same: 0, refused: 0 });
    expect(read.rows.map((row) => [row.row, row.action, row.key])).toEqual([
      [2, 'add', 'DEF-1'],
      [3, 'add', 'DEF-2'],
    ]);
    expect(await now()).toEqual(before);
  });

  it('updates by reference what is there instead of doubling it, and leaves alone what a row does not state', async () => {
    const { take, issues: now } = await withSample();
    await take('issues', issues);
    const again = await take('issues', 'Issue key\tStatus\nDEF-1\tClosed\nDEF-2\tClosed\nDEF-3\tOpen');
    expect(again).toMatchObject({ taken: 1, updated: 1, unchanged: 1, refusedCount: 0 });
    expect((await now()).find((issue) => issue.reference === 'DEF-1')).toMatchObject({ open: false, severity: 1 });
  });

  it('closes of what the list no longer names only what the person was told of and did not keep', async () => {
    const { does, table, take, id, issues: now } = await withSample();
    const listed = (await now()).map(({ reference }) => `${reference}\tOpen`);
    await take('issues', ['Issue key\tStatus', ...listed, 'DEF-1\tOpen', 'DEF-2\tOpen'].join('\n'));
    const { token, plan } = await does('import.read', table('issues', ['Issue key\tStatus', ...listed].join('\n')));
    expect(plan).toMatchObject({ missing: 2, missingNames: ['DEF-1', 'DEF-2'] });
    const late = { reference: 'DEF-9', open: true };
    await does('record.create', { asOf: null, releaseId: id, kind: 'testIssue', fields: late });
    const taken = await does('import.take', { token, skip: [], missing: 'close', keepOpen: ['DEF-2'] });
    expect(taken).toMatchObject({ missing: 3, closed: 1 });
    const open = (await now()).filter((issue) => issue.open !== false).map(({ reference }) => reference);
    expect(open).toEqual(expect.arrayContaining(['DEF-2', 'DEF-9']));
    expect(open).not.toContain('DEF-1');
  });

  it('finds a record under each form of its reference, and leaves it the one that others point at', async () => {
    const { does, take, id, facts } = await withSample();
    const fields = { reference: 'MP9', inScope: true };
    await does('record.create', { asOf: null, releaseId: id, kind: 'modification', fields });
    expect(await take('scope', 'Reference,Title\nMP 9,A title')).toMatchObject({ taken: 0, updated: 1 });
    expect(await take('criteria', 'Reference,Text\nac-01,Anew.')).toMatchObject({ taken: 0, updated: 1 });
    const { modifications, criteria } = await facts();
    expect(modifications.find(({ title }) => title === 'A title')?.reference).toBe('MP9');
    expect(criteria.find(({ text }) => text === 'Anew.')?.reference).toBe('AC-01');
  });

  it('takes only the rows that the person leaves in', async () => {
    const { does, table, issues: now } = await withSample();
    const { token } = await does('import.read', table('issues', issues));
    expect(await does('import.take', { token, skip: [2] })).toMatchObject({ taken: 1 });
    expect((await now()).map((issue) => issue.reference)).not.toContain('DEF-1');
  });

  it('says before, row by row, what is refused unless it is recorded for the other side, and holds the table for it', async () => {
    const { does, refuses, table, issues: now } = await withSample();
    const profile = { name: 'Ada Byron', organisation: 'SECAS', role: 'releaseManager' as const };
    await does('profile.save', profile);
    const { token, plan, rows } = await does('import.read', table('issues', issues));
    expect(plan).toMatchObject({ added: 2, refused: 0, theirs: { added: 2, updated: 0 } });
    expect(rows[0]?.unlessForThem).toMatch(/^Test issues are kept by the DCC/);
    const first = await does('import.take', { token, skip: [] });
    expect(first).toMatchObject({ taken: 0, refusedCount: 2, left: { plan: { added: 2, theirs: { added: 2 } } } });
    // What was left out by hand stays left out, and what was taken is not taken twice.
    const second = await does('import.take', { token, skip: [3], onBehalf: true });
    expect(second).toMatchObject({ taken: 1, refusedCount: 0, left: null });
    expect((await now()).map(({ reference }) => reference)).not.toContain('DEF-2');
    expect((await refuses('import.take', { token, skip: [] })).message).toMatch(/no longer held/);
  });

  it('holds a mixed table for its refused rows only, and leaves alone what became of those that it took', async () => {
    const { does, table, id, facts } = await withSample();
    const text = 'Criterion\tBody\tPosition\tDate\nAC-01\tTAG\tSupports\t2021-10-19\nAC-99\tTAG\tSupports\t2021-10-19';
    const { token, plan } = await does('import.read', table('views', text));
    expect(plan).toMatchObject({ added: 1, refused: 1, theirs: { added: 0, updated: 0 } });
    const first = await does('import.take', { token, skip: [] });
    expect(first).toMatchObject({ taken: 1, refusedCount: 1 });
    expect(first.left).toMatchObject({ plan: { added: 0, updated: 0, refused: 1 }, rows: [{ row: 3 }] });
    const view = (await facts()).views.find((one) => one.criterion === 'AC-01' && one.on === '2021-10-19');
    await does('record.edit', { asOf: null, kind: 'view', id: view?.id ?? '', fields: { wording: 'Later.' } });
    const fields = { reference: 'AC-99', text: 'Late.' };
    await does('record.create', { asOf: null, releaseId: id, kind: 'criterion', fields });
    const second = await does('import.take', { token, skip: [] });
    expect(second).toMatchObject({ taken: 1, updated: 0, unchanged: 0, refusedCount: 0, left: null });
  });

  it('is one thing to take back, with all its records', async () => {
    const { does, take, issues: now } = await withSample();
    const before = await now();
    const { entry, through } = await take('issues', issues);
    await does('record.undo', { asOf: null, entry, through });
    expect(await now()).toEqual(before);
    expect(await does('store.check', {})).toEqual({ ok: true, problems: [] });
  });

  it('is not taken back over a later change of one of its records', async () => {
    const { does, refuses, take, issues: now } = await withSample();
    await take('issues', issues);
    const second = await take('issues', 'Issue key\tSeverity\nDEF-1\t2');
    const id = String((await now()).find((issue) => issue.reference === 'DEF-1')?.id);
    await does('record.edit', { asOf: null, kind: 'testIssue', id, fields: { severity: 4 } });
    const { entry, through } = second;
    expect((await refuses('record.undo', { asOf: null, entry, through })).message).toMatch(/changed again later/);
  });

  it('stands in the history as one entry that names its first records', async () => {
    const { does, take, id } = await withSample();
    await take('issues', issues);
    const [newest] = await does('history.list', { releaseId: id, limit: 1 });
    expect(newest).toMatchObject({ action: 'batch', kind: 'testIssue', note: 'pasted table' });
    expect(newest?.batch.count).toBe(2);
    expect(newest?.batch.first[0]).toMatchObject({ key: 'DEF-1', before: null, after: { severity: 1 } });
  });

  it('remembers how a table with these columns was read the last time', async () => {
    const { does, table, take } = await withSample();
    const odd = 'Thing\tWhat\tHow bad\nDEF-9\tOdd headings\tterrible';
    const mapping = { Thing: 'reference', What: 'title', 'How bad': 'severity' };
    await take('issues', odd, { mapping, valueMaps: { severity: { terrible: '1' } } });
    const again = await does('import.read', table('issues', odd.replace('DEF-9', 'DEF-10')));
    expect(again.rows[0]).toMatchObject({ action: 'add', key: 'DEF-10', fields: { severity: 1 } });
  });

  it('forgets with an import that is taken back how its table was read, and knows again how it was read before', async () => {
    const { does, table, take } = await withSample();
    const odd = (reference: string) => `Thing\tWhat\tHow bad\n${reference}\tOdd headings\tterrible`;
    const mapping = { Thing: 'reference', What: 'title', 'How bad': 'severity' };
    const readAs = async () => (await does('import.read', table('issues', odd('DEF-99')))).rows[0]?.fields ?? null;
    const asItIs = await readAs();
    const first = await take('issues', odd('DEF-9'), { mapping, valueMaps: { severity: { terrible: '1' } } });
    const asFirst = await readAs();
    expect(asFirst).toMatchObject({ severity: 1 });
    const second = await take('issues', odd('DEF-10'), { mapping, valueMaps: { severity: { terrible: '2' } } });
    expect(await readAs()).toMatchObject({ severity: 2 });
    const takeBack = ({ entry, through }: { entry: number; through: number }) =>
      does('record.undo', { asOf: null, entry, through });
    const undone = await takeBack(second);
    expect(await readAs()).toEqual(asFirst);
    await takeBack(undone);
    expect(await readAs()).toMatchObject({ severity: 2 });
    // What was chosen since stands, whatever was before it is taken back.
    await takeBack(first);
    expect(await readAs()).toMatchObject({ severity: 2 });
    const { entry, through } = await take('issues', 'Key\tSeverity\nDEF-30\tbad', {
      valueMaps: { severity: { bad: '3' } },
    });
    await takeBack({ entry, through });
    const again = await does('import.read', table('issues', 'Key\tSeverity\nDEF-31\tbad'));
    expect(again.rows[0]?.fields.severity ?? null).toBe(null);
    expect(asItIs).not.toEqual(asFirst);
    expect(await does('store.check', {})).toEqual({ ok: true, problems: [] });
  });

  it('forgets a reading that was given up', async () => {
    const { does, refuses, table } = await withSample();
    const { token } = await does('import.read', table('issues', issues));
    await does('import.forget', { token });
    expect((await refuses('import.take', { token, skip: [] })).message).toBe(
      'This table is no longer held; read it again.',
    );
  });
});

describe('importing other tables', () => {
  it('adds JUnit results as one phase with the counts of the file', async () => {
    const { folder, does, table, facts } = await withSample();
    const file = join(folder, 'sit.xml');
    writeFileSync(
      file,
      '<testsuite name="Regression"><testcase name="a"/><testcase name="b"><failure/></testcase><testcase name="c"><skipped/></testcase></testsuite>',
    );
    const { token } = await does('import.read', table('results', '', { file, text: null }));
    await does('import.take', { token, skip: [] });
    const phase = (await facts()).testPhases.find(({ name }) => name === 'Regression');
    expect(phase).toMatchObject({ planned: 3, run: 2, passed: 1, failed: 1, notRun: 1 });
  });

  it('puts a listed modification into the scope', async () => {
    const { take, facts } = await withSample();
    await take('scope', 'Reference,Title,Impacts\nMP999,A new one,DCC Systems; Users');
    const added = (await facts()).modifications.find(({ reference }) => reference === 'MP999');
    expect(added).toMatchObject({ inScope: true, title: 'A new one', impacts: ['dccSystems', 'users'] });
  });

  it('stamps an imported view of today with what is there today, and one before without a stamp', async () => {
    const { take, facts } = await withSample();
    const rows = 'TAG\tAC-01\tSupports\t2021-10-19\nTAG\tAC-01\tSupports\t2026-05-01\nOPSG\tAC-01\tNo view\t';
    await take('views', `Body\tCriterion\tPosition\tDate\n${rows}`);
    const { views, criteria } = await facts();
    const of = (who: string, day: string | null) =>
      views.find(({ body, criterion, on }) => body === who && criterion === 'AC-01' && on === day);
    expect(of('TAG', '2021-10-19')).toMatchObject({ saw: null, sawText: null });
    expect(of('OPSG', null)).toMatchObject({ position: 'noView', saw: null, sawText: null });
    const today = of('TAG', '2026-05-01');
    expect(today?.saw?.map((saw) => saw.evidence)).toEqual(['EV-001@2']);
    expect(today?.sawText).toBe(criteria.find(({ reference }) => reference === 'AC-01')?.text);
  });

  it('refuses a view on a criterion that is not there, by its row', async () => {
    const { take } = await withSample();
    const taken = await take('views', 'Body\tCriterion\tPosition\nTAG\tAC-99\tSupports');
    expect(taken.refused).toEqual([
      {
        row: 2,
        column: '',
        sentence: 'There is no criterion AC-99 in this release; add the criterion first, or mend its reference.',
      },
    ]);
    expect(taken).toMatchObject({ taken: 0, updated: 0, entry: 0 });
  });

  it('wants a file or a pasted table, not both', async () => {
    const { refuses, table } = await withSample();
    expect((await refuses('import.read', table('issues', issues, { file: 'x.csv' }))).kind).toBe('invalidInput');
  });
});

describe('exporting tables', () => {
  it('writes what the importer reads again as it stands', async () => {
    const { folder, does, table } = await withSample();
    for (const ending of ['csv', 'xlsx']) {
      const out = join(folder, `criteria.${ending}`);
      expect(await does('table.export', { release, table: 'criteria', out, asOf: null })).toMatchObject({ rows: 7 });
      const read = await does('import.read', table('criteria', '', { file: out, text: null }));
      expect(read.plan).toEqual({
        added: 0,
        updated: 0,
        same: 7,
        refused: 0,
        theirs: { added: 0, updated: 0 },
        missing: 0,
        missingNames: [],
      });
    }
  });

  it('writes the coverage with its holes, and refuses another ending', async () => {
    const { folder, does, refuses } = await withSample();
    const out = join(folder, 'coverage.csv');
    const asOf = '2021-10-20' as never;
    const { rows } = await does('table.export', { release, table: 'coverage', out, asOf });
    expect(rows).toBe(17);
    const wrong = await refuses('table.export', { release, table: 'coverage', out: join(folder, 'c.txt'), asOf });
    expect(wrong.message).toMatch(/ends in neither .csv nor .xlsx/);
  });
});

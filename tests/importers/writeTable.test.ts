import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeTable } from '../../electron/importers/tables/writeTable.ts';
import { computeCoverage } from '../../shared/domain/coverage/computeCoverage.ts';
import { computeSufficiency } from '../../shared/domain/coverage/computeSufficiency.ts';
import { computeReadiness } from '../../shared/domain/readiness/computeReadiness.ts';
import { listKinds } from '../../shared/domain/records/recordKinds.ts';
import type { Table } from '../../shared/domain/tables/table.ts';
import { tableNames, tableOf } from '../../shared/domain/tables/tableOf.ts';
import { factsWith, snapshotOf } from '../fixtures/facts.ts';
import { scratchFolder } from '../support/scratch.ts';

const facts = factsWith({
  modifications: [
    {
      reference: 'MP150',
      part: '2',
      title: '=HYPERLINK("x")',
      impacts: ['dccSystems', 'users'],
      status: 'approved',
      approvedOn: '2025-03-12',
      inScope: true,
      addedToScopeOn: '2025-06-01',
      implementationDate: '2026-06-25',
      lateAddition: { body: 'CSC', on: '2026-01-05', reference: 'CSC_1', reason: 'Late' },
    },
    {
      reference: 'MP151',
      title: 'Two\nlines, "quoted"; €',
      impacts: [],
      status: 'delayed',
      inScope: false,
      removedFromScopeOn: '2026-01-02',
      removalReason: '-late',
    },
    { reference: 'MP152', status: 'targeted' },
  ],
  testPhases: [
    {
      name: 'SIT',
      region: 'North',
      plannedStart: '2026-01-05',
      plannedEnd: '2026-02-06',
      planned: 1200,
      run: 1100,
      passed: 1000,
      failed: 100,
      notRun: 100,
      exitReport: 'EV-001',
      workOffPlan: '+44',
    },
    { name: 'UIT', planned: 0, run: 0 },
  ],
  testIssues: [
    {
      reference: 'DCC-1',
      title: '@mention',
      phase: 'SIT',
      severity: 1,
      open: true,
      workaround: "'=already",
      fixBy: '2026-05-01',
    },
    { reference: 'DCC-2', title: '\t-tab', severity: 9, open: false },
    { reference: '007', title: '1,234' },
  ],
  criteria: [
    {
      reference: 'AC-01',
      text: 'Is met',
      ridVersion: '1.0',
      ridClause: '7.1',
      family: 'testing',
      owner: 'DCC',
      bodies: ['TAG', 'OPSG'],
      due: '2026-05-01',
      selfStatus: 'notMet',
      rationale: '=1',
    },
    { reference: 'AC-02', bodies: [], bodiesReason: 'None corresponds', selfStatus: 'notSubmitted' },
    { reference: 'AC-03', selfStatus: 'notApplicable' },
  ],
  views: [
    {
      body: 'TAG',
      criterion: 'AC-01',
      askedOn: '2026-04-01',
      position: 'supportsWithConditions',
      on: '2026-04-08',
      meeting: 'TAG 50',
      paper: 'TAG_50_0408',
      wording: 'Subject to\nthe retest',
      answer: 'Done',
    },
    { body: 'SSC', criterion: 'AC-01', position: 'doesNotSupport' },
    { body: 'OPSG', criterion: 'AC-02', askedOn: '2026-04-01' },
  ],
  risks: [{ title: 'R', level: 'High' }],
});
const snapshot = snapshotOf(facts, '2026-05-04');
const readiness = computeReadiness(snapshot);
const spoken = { coverage: computeCoverage(snapshot), sufficiency: computeSufficiency(snapshot) };

async function write(table: Table, format: 'csv' | 'xlsx'): Promise<Buffer> {
  const out = join(scratchFolder(), `table.${format}`);
  expect(await writeTable({ table, out, format }, () => {})).toEqual({ ok: true, value: { rows: table.rows.length } });
  return readFileSync(out);
}

describe('every list of a release is a table', () => {
  it('under a plain name, with a heading of its own for each column', () => {
    expect(tableNames).toEqual(
      expect.arrayContaining(['modifications', 'evidence', 'conditions', 'notLive', 'findings']),
    );
    expect(tableNames.length).toBeGreaterThanOrEqual(listKinds.length + 1);
    for (const name of tableNames) {
      const { columns, rows } = tableOf(name, { facts, readiness, ...spoken });
      expect(new Set(columns.map((column) => column.name)).size).toBe(columns.length);
      for (const row of rows) expect(row).toHaveLength(columns.length);
    }
  });

  it('and the findings are those of the readiness', () => {
    expect(tableOf('findings', { facts, readiness, ...spoken }).rows).toHaveLength(readiness.findings.length);
  });
});

describe('what is written', () => {
  const table: Table = {
    title: 'A/B: *table* with a name longer than Excel takes',
    columns: [
      { name: '=Heading', type: 'text' },
      { name: 'Number', type: 'number' },
      { name: 'Date', type: 'date' },
      { name: 'Flag', type: 'yesNo' },
    ],
    rows: [
      ['=1+1', -5, '2021-11-04', true],
      ['+44 20', 0.5, null, false],
      ['-x', null, '1900-01-01', null],
      ['@x', 1, null, null],
      ['\tx', 1, null, null],
      ['\rx', 1, null, null],
      ['plain "quoted", text', 1, null, null],
      [' \n=1', 1, null, null],
      ['＝1', 1, null, null],
    ],
  };

  it('as CSV opens rightly in Excel: a mark, CRLF, and no cell that it would run', async () => {
    const text = (await write(table, 'csv')).toString('utf8');
    expect(text.split('\r\n')).toEqual([
      "\ufeff'=Heading,Number,Date,Flag",
      "'=1+1,-5,2021-11-04,Yes",
      "'+44 20,0.5,,No",
      "'-x,,1900-01-01,",
      "'@x,1,,",
      "'\tx,1,,",
      '"\'\rx",1,,',
      '"plain ""quoted"", text",1,,',
      '"\' \n=1",1,,',
      "'＝1,1,,",
      '',
    ]);
  });

  it('as Excel has text for text, numbers for numbers, dates for dates, and no formula', async () => {
    const bytes = await write(table, 'xlsx');
    const { openPromise } = await import('yauzl');
    const { text } = await import('node:stream/consumers');
    const { writeFileSync } = await import('node:fs');
    const file = join(scratchFolder(), 'a.xlsx');
    writeFileSync(file, bytes);
    const zip = await openPromise(file, { autoClose: false, lazyEntries: true });
    const parts: Record<string, string> = {};
    for await (const entry of zip.eachEntry())
      parts[entry.fileName] = await text(await zip.openReadStreamPromise(entry));
    zip.close();
    const sheet = parts['xl/worksheets/sheet1.xml'] ?? '';
    expect(sheet).not.toContain('<f>');
    expect(sheet).toContain('<v>-5</v>');
    expect(sheet).toContain('<v>44504</v>');
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    expect(parts['xl/workbook.xml']).toContain('name="A B   table  with a name longer"');
    expect(parts['xl/sharedStrings.xml']).toContain('=1+1');
  });

  it('nowhere is a sentence', async () => {
    const out = join(scratchFolder(), 'missing', 'a.csv');
    const named = { out: join(scratchFolder(), 'missing', '.1.partial'), shown: out };
    for (const format of ['csv', 'xlsx'] as const)
      for (const place of [{ out }, named])
        expect(await writeTable({ table, ...place, format }, () => {})).toMatchObject({
          ok: false,
          error: {
            kind: 'invalidInput',
            message:
              '“a.csv” could not be written, for its folder is missing or may not be written to; choose another place.',
          },
        });
  });
});

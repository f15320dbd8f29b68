import { spawnSync } from 'node:child_process';
import { createReadStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse';
import { expect, it } from 'vitest';
import { readImport } from '../../electron/importers/readImport.ts';
import { makeWorkbook, textRow } from '../importers/workbook.ts';
import { scratchFolder } from '../support/scratch.ts';
import { inTurn, report, timeOf } from './measure.ts';

const ROWS = 100_000;
const RUNS = 5;

const headings = [
  'Issue key',
  'Summary',
  'Priority',
  'Status',
  'Test Phase',
  'Due date',
  'Workaround',
  'Labels',
  'Assignee',
  'Notes',
];
const priorities = ['Highest', 'High', 'Medium', 'Low', 'Lowest'];
const statuses = ['To Do', 'In Progress', 'Done', 'Closed'];

function cellsOf(row: number): readonly string[] {
  const day = String(1 + (row % 28)).padStart(2, '0');
  const [priority = '', status = ''] = [priorities[row % 5], statuses[row % 4]];
  return [
    `DCC-${row}`,
    `Meter does not join the network, case ${row}`,
    priority,
    status,
    'SIT',
    `2026-05-${day}`,
    `Restart ${row} and wait`,
    'Component A',
    'nobody',
    'x y z',
  ];
}

const timeToRead = (work: () => Promise<number>) =>
  timeOf(async () => expect(await work()).toBeGreaterThanOrEqual(ROWS));

async function parseAlone(file: string): Promise<number> {
  let rows = 0;
  for await (const _ of createReadStream(file).pipe(parse())) rows += 1;
  return rows;
}

async function read(file: string, out: string): Promise<number> {
  const input = {
    source: { file },
    name: 'issues',
    kind: 'issues',
    sheet: null,
    mapping: null,
    valueMaps: {},
    defaults: {},
    out,
  } as const;
  const result = await readImport(input, () => {});
  return result.ok ? result.value.good : 0;
}

it('reads, checks and writes 100,000 × 10 cells of CSV', async () => {
  const folder = scratchFolder();
  const file = join(folder, 'issues.csv');
  const lines = Array.from({ length: ROWS }, (_, row) =>
    cellsOf(row)
      .map((cell) => (cell.includes(',') ? `"${cell}"` : cell))
      .join(','),
  );
  writeFileSync(file, [headings.join(','), ...lines].join('\r\n'));
  const times = await inTurn(RUNS, {
    alone: () => timeToRead(() => parseAlone(file)),
    whole: () => timeToRead(() => read(file, join(folder, 'rows.ndjson'))),
  });
  report('import.csv', times.whole, times.alone);
});

it('reads an Excel workbook of 100,000 × 10 cells without holding its rows', async () => {
  const folder = scratchFolder();
  const file = join(folder, 'issues.xlsx');
  const rows = Array.from({ length: ROWS }, (_, row) => textRow(row + 2, ...cellsOf(row)));
  writeFileSync(
    file,
    await makeWorkbook({ sheets: [{ name: 'Issues', rows: textRow(1, ...headings) + rows.join('') }] }),
  );
  // In a process of its own, as in the app: this one's memory holds what made the file.
  const script = fileURLToPath(new URL('./importMemory.ts', import.meta.url));
  const growth = await inTurn(RUNS, {
    ours: () => {
      const child = spawnSync(process.execPath, [script, file, join(folder, 'rows.ndjson')], { encoding: 'utf8' });
      const { good, growthMb } = JSON.parse(child.stdout) as { good: number; growthMb: number };
      expect(good).toBe(ROWS);
      return growthMb;
    },
  });
  report('import.excel', growth.ours);
});

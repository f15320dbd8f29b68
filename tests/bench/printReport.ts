/**
 * Makes `out/bench.json` of what the benchmark measured, and prints it as a table: `node tests/bench/printReport.ts
 * [--part]`. A whole run is written into `docs/performance.md`, too. Ends with 1, and names the rows, where one misses its
 * goal or, unless only a part was run, was not measured.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { bounds } from './bounds.ts';
import { judge, type Measured } from './judge.ts';
import { measuredFile } from './measure.ts';
import { notes } from './notes.ts';
import { pageOf } from './page.ts';
import { tableOf } from './table.ts';

const isPart = process.argv.includes('--part');
const lines = existsSync(measuredFile) ? readFileSync(measuredFile, 'utf8').split('\n').filter(Boolean) : [];
const rows = judge(
  bounds,
  lines.map((line) => JSON.parse(line) as Measured),
);
const shown = isPart ? rows.filter((row) => row.verdict !== 'not measured') : rows;
const [cpu] = cpus();
const machine = `${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}, ${process.platform} ${process.arch}`;
const on = new Date().toISOString().slice(0, 10);
writeFileSync(
  join(import.meta.dirname, '../../out/bench.json'),
  `${JSON.stringify({ on, machine, node: process.version, rows: shown }, null, 2)}\n`,
);
console.info(`\n── bench: ${machine}\n${tableOf(shown)}\n`);
if (!isPart) {
  const page = pageOf(rows, notes, { on, machine, node: process.version, load: loadavg()[2] ?? 0 });
  writeFileSync(join(import.meta.dirname, '../../docs/performance.md'), page);
}
const failing = shown.filter(({ verdict }) => verdict === 'misses' || verdict === 'not measured');
for (const { row, verdict } of failing)
  console.info(`bench: ${row} ${verdict === 'misses' ? 'misses its goal' : verdict}`);
process.exitCode = failing.length === 0 ? 0 : 1;

import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sampleFile } from '../support/engine.ts';
import { cliPath, golive } from '../support/golive.ts';
import { scratchFolder } from '../support/scratch.ts';
import { inTurn, report } from './measure.ts';

const ROWS = 100_000;
const RUNS = 3;
const release = 'November 2021 SEC Release';

function writeIssues(file: string): void {
  const rows = Array.from({ length: ROWS }, (_, at) => {
    const state = at % 3 ? 'Open' : 'Closed';
    return `DEF-${at},A title of an issue that is rather long ${at},${1 + (at % 4)},${state},SIT,None,2026-05-01,Head-end,Ada Byron,Grace Hopper`;
  });
  const head = 'Issue key,Summary,Severity,Status,Phase,Workaround,Due date,Component,Reporter,Assignee';
  writeFileSync(file, [head, ...rows].join('\n'));
}

/** csv-parse in a process of its own, as the import is: both start cold. */
function parseAlone(file: string): number {
  const parser = import.meta.resolve('csv-parse');
  const script = `import { createReadStream } from 'node:fs'; import { parse } from '${parser}'; let rows = 0; for await (const _ of createReadStream(${JSON.stringify(file)}).pipe(parse())) rows += 1; console.log(rows);`;
  const start = performance.now();
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  expect(run.stdout.trim()).toBe(String(ROWS + 1));
  return performance.now() - start;
}

/** The peak memory of the CLI's own process, in MB, as Linux counts it; the importers' process is another one. */
function runMeasured(store: string, args: readonly string[]): { readonly ms: number; readonly peak: number } {
  const script = `process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS))`;
  const start = performance.now();
  const run = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(script)}`, cliPath, '--store', store, ...args],
    {
      encoding: 'utf8',
    },
  );
  expect(run.status).toBe(0);
  return { ms: performance.now() - start, peak: Number(/peak (\d+)/.exec(run.stderr)?.[1]) / 1024 };
}

it(`takes ${ROWS.toLocaleString('en-GB')} issues into the ledger`, async () => {
  const folder = scratchFolder();
  const file = join(folder, 'issues.csv');
  const one = join(folder, 'one.csv');
  writeIssues(file);
  writeFileSync(one, 'Issue key,Summary,Severity,Status\nDEF-A,One,1,Open');
  const peaks: number[] = [];
  const times = await inTurn(RUNS, {
    alone: () => parseAlone(file),
    whole: (run) => {
      const store = join(folder, `store-${run}`);
      expect(golive(store, 'release', 'import', sampleFile).code).toBe(0);
      const small = runMeasured(store, ['import', 'issues', one, '--release', release]);
      const large = runMeasured(store, ['import', 'issues', file, '--release', release]);
      peaks.push(large.peak - small.peak);
      return large.ms;
    },
  });
  report('import.ledger', times.whole, times.alone);
  report('import.memory', peaks);
});

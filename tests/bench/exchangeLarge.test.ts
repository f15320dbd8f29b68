import { spawnSync } from 'node:child_process';
import { randomFillSync } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pair } from '../exchange/desk.ts';
import { scratchFolder } from '../support/scratch.ts';
import { takeIssues } from './beside/manyIssues.ts';
import { report, timeOf } from './measure.ts';

const records = 20_000;
const files = 60;
const megabytes = 5;
const runs = 2;

/** What the machine itself needs: the archive unpacked, and the hash of it and of all that was in it. */
function unzipAndHash(file: string, to: string): Promise<number> {
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to);
  const command = `unzip -q '${file}' -d '${to}' && sha256sum '${file}' > /dev/null && find '${to}' -type f -exec sha256sum {} + > /dev/null`;
  return timeOf(() => expect(spawnSync('sh', ['-c', command]).status).toBe(0));
}

/** One bundle of it all, from one side to the other: milliseconds for each step, and for what the machine itself needs. */
async function exchangeOnce() {
  const folder = scratchFolder();
  const { secas, dcc } = await pair(folder);
  const release = secas.release.id;
  for (let at = 0; at < files; at += 1) {
    const file = join(folder, `report ${at}.bin`);
    writeFileSync(file, randomFillSync(Buffer.allocUnsafe(megabytes * 1024 * 1024)));
    await secas.does('evidence.add', { asOf: null, release, file, fields: { title: `Report ${at}` } });
    rmSync(file);
  }
  takeIssues(secas, release, records, (at) => ({
    reference: `TI-${at}`,
    title: `Issue ${at} of the test`,
    severity: 1 + (at % 4),
  }));
  const file = join(secas.folder, 'all.golive');
  const exported = await timeOf(() => secas.send('all.golive'));
  const machine = await unzipAndHash(file, join(folder, 'unpacked'));
  const inspected = await timeOf(async () => expect((await dcc.inspect(file)).ok).toBe(true));
  const applied = await timeOf(async () =>
    expect((await dcc.take(file)).plan.added).toBeGreaterThanOrEqual(records + files),
  );
  return { exported, inspected, applied, machine };
}

it('sends, looks at and takes in 20,000 records and 300 MB', async () => {
  const all: Awaited<ReturnType<typeof exchangeOnce>>[] = [];
  for (let run = 0; run < runs; run += 1) all.push(await exchangeOnce());
  const machine = all.map((each) => each.machine);
  report(
    'exchange.export',
    all.map((each) => each.exported),
    machine,
  );
  report(
    'exchange.inspect',
    all.map((each) => each.inspected),
    machine,
  );
  report(
    'exchange.apply',
    all.map((each) => each.applied),
    machine,
  );
});

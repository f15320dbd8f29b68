/**
 * Runs on Windows: ends the engine in the middle of writes, again and again, and looks each time at what is left: what
 * was acknowledged is there, the rest is there whole or not at all, and the store is sound. Arguments: the built engine,
 * the store's folder, a large release file, the large release's name. Prints what it did and found as JSON.
 */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { type Engine, engineOf } from './engineOf.ts';

const [built = '', folder = '', largeFile = '', largeName = ''] = process.argv.slice(2);
const problems: string[] = [];
let acknowledged = 0;
let written = 0;

interface Opened {
  readonly facts: { readonly criteria: readonly { readonly id: string; readonly text: string }[] };
}

/** Lets the loop turn, so that the engine has got a little further each time. */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

async function look(what: string): Promise<void> {
  const engine = engineOf(built, folder);
  try {
    const [release] = await engine.call<readonly { name: string }[]>('release.list', {});
    const { facts } = await engine.call<Opened>('release.open', { release: release?.name, asOf: null });
    const found = Number(facts.criteria[0]?.text);
    if (found < acknowledged || found > written) {
      problems.push(`${what}: ${found} stands there, ${acknowledged} was acknowledged and ${written} sent`);
    }
    acknowledged = found;
    const check = await engine.call<{ problems: readonly { sentence: string }[] }>('store.check', {});
    problems.push(...check.problems.map(({ sentence }) => `${what}: ${sentence}`));
  } catch (error) {
    problems.push(`${what}: ${String(error)}`);
  } finally {
    await engine.end();
  }
}

async function write(engine: Engine, id: string): Promise<void> {
  written += 1;
  const mine = written;
  await engine.call('record.edit', { kind: 'criterion', id, fields: { text: String(mine) }, asOf: null });
  acknowledged = mine;
}

async function whileEditing(acknowledge: number, wait: number): Promise<void> {
  const engine = engineOf(built, folder);
  const [release] = await engine.call<readonly { name: string }[]>('release.list', {});
  const { facts } = await engine.call<Opened>('release.open', { release: release?.name, asOf: null });
  for (let count = 0; count < acknowledge; count += 1) await write(engine, facts.criteria[0]?.id ?? '');
  const last = write(engine, facts.criteria[0]?.id ?? '').catch(() => undefined);
  await turns(wait);
  await engine.end();
  await last;
  await look(`ended after ${acknowledge} edits and ${wait} turns`);
}

/** Whether the import had been acknowledged before it was ended. */
async function whileImporting(bytes: number): Promise<boolean> {
  const engine = engineOf(built, folder);
  await engine.call('release.list', {});
  let isDone = false;
  const done = engine.call('release.import', { file: largeFile, replace: false }).then(
    () => {
      isDone = true;
    },
    () => undefined,
  );
  const log = join(folder, 'store.sqlite-wal');
  const size = () => statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  while (!isDone && size() < bytes) await turns(50);
  const before = isDone;
  await engine.end();
  await done;
  const what = `ended with ${bytes} bytes of the import in the log`;
  await look(what);
  const after = engineOf(built, folder);
  const names = (await after.call<readonly { name: string }[]>('release.list', {})).map(({ name }) => name);
  if (before && !names.includes(largeName)) problems.push(`${what}: it was acknowledged and is not there`);
  if (names.includes(largeName)) await after.call('release.remove', { release: largeName });
  await after.end();
  return before;
}

// The first value is written before anything is interrupted.
const first = engineOf(built, folder);
const [release] = await first.call<readonly { name: string }[]>('release.list', {});
const { facts } = await first.call<Opened>('release.open', { release: release?.name, asOf: null });
await write(first, facts.criteria[0]?.id ?? '');
await first.end();
const edits = [0, 1, 5].flatMap((acknowledge) => [0, 20, 200].map((wait) => [acknowledge, wait] as const));
for (const [acknowledge, wait] of edits) await whileEditing(acknowledge, wait);
let whole = 0;
const sizes = [1, 200_000, 1_000_000, 2_500_000];
for (const bytes of sizes) if (await whileImporting(bytes)) whole += 1;
process.stdout.write(JSON.stringify({ edits: edits.length, written, imports: sizes.length, whole, problems }));

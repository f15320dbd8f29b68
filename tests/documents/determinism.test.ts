import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Result } from '../../shared/domain/foundation/result.ts';
import { packSnapshotOf, writeEvidence } from './fixtures.ts';
import { makePack, scratchFolder } from './packs.ts';
import { sampleFacts } from './sampleFacts.ts';

const folder = scratchFolder();
const hashOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');
const entry = new URL('../../electron/documents/renderProcess.ts', import.meta.url);

it('gives the same bytes for the same snapshot, twice in one process', async () => {
  const one = await makePack(folder, 'one', sampleFacts());
  const two = await makePack(folder, 'two', sampleFacts());
  expect(hashOf(one.file)).toBe(hashOf(two.file));
});

it('gives the same bytes in another process on the other side of the world', async () => {
  const here = await makePack(folder, 'here', sampleFacts());
  const prepared = writeEvidence(sampleFacts(), join(folder, 'there.evidence'));
  const out = join(folder, 'there.pdf');
  const input = { snapshot: packSnapshotOf(prepared.facts), evidence: prepared.sources, out };
  const result = await runProcess({ task: 'exportPack', input });
  expect(result.ok).toBe(true);
  expect(hashOf(out)).toBe(hashOf(here.file));
});

it('gives the same bytes whatever the order in which records were entered', async () => {
  const facts = sampleFacts();
  const turned = {
    ...facts,
    criteria: [...facts.criteria].reverse(),
    evidence: [...facts.evidence].reverse(),
    views: [...facts.views].reverse(),
  };
  const straight = await makePack(folder, 'straight', facts);
  const reversed = await makePack(folder, 'reversed', turned);
  expect(hashOf(reversed.file)).toBe(hashOf(straight.file));
});

it('answers an unknown task with an error instead of ending', async () => {
  const result = await runProcess({ task: 'brewTea', input: null });
  expect(result).toMatchObject({ ok: false, error: { kind: 'unexpected' } });
});

/** As the engine runs it: a fork that gets one message and answers with progress and a result. */
function runProcess(job: unknown): Promise<Result<unknown>> {
  return new Promise((resolve, reject) => {
    const child = fork(entry, [], {
      serialization: 'advanced',
      env: { ...process.env, TZ: 'Pacific/Auckland' },
      execArgv: ['--import', new URL('../support/inlineFiles.mjs', import.meta.url).href],
    });
    child.on('message', (message: { readonly kind: string; readonly result?: Result<unknown> }) => {
      if (message.kind !== 'done' || !message.result) return;
      child.kill();
      resolve(message.result);
    });
    child.on('error', reject);
    child.send(job as object);
  });
}

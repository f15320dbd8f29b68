import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applyBundle } from '../../electron/engine/exchange/applyBundle.ts';
import { inspectBundle } from '../../electron/engine/exchange/inspectBundle.ts';
import { inSlices } from '../../electron/engine/inSlices.ts';
import type { Steps } from '../../shared/domain/foundation/steps.ts';
import { scratchFolder } from '../support/scratch.ts';
import { type Desk, pair } from './desk.ts';

const filesUnder = (folder: string) => readdirSync(folder, { recursive: true }).map(String).sort();

const never = new AbortController().signal;

/** Both desks hold one risk, and a bundle of SECAS changes its level. */
async function changedLevel(): Promise<{ dcc: Desk; file: string; id: string }> {
  const { secas, dcc } = await pair(scratchFolder());
  const id = secas.create('risk', { title: 'Late firmware', level: 'low' });
  await dcc.take((await secas.send('1.golive')).file);
  await secas.take((await dcc.send('r.golive', { type: 'receipt' })).file);
  secas.edit('risk', id, { level: 'high' });
  return { dcc, file: (await secas.send('2.golive')).file, id };
}

const asked = (file: string) => ({ file, passphrase: null, choices: {}, token: null });

/** Choices that choose nothing; when they are asked, somebody writes, so often in all. */
function writingChoices(often: number, write: (count: number) => unknown): Readonly<Record<string, never>> {
  let count = 0;
  const asked = () => {
    count += 1;
    if (count <= often) write(count);
    return undefined;
  };
  return new Proxy({}, { getOwnPropertyDescriptor: asked });
}

describe('long work in slices', () => {
  it('lets others have their turn before it is at its end', async () => {
    let isAnswered = false;
    const waiting = function* (): Steps<string> {
      while (!isAnswered) yield;
      return 'done';
    };
    const done = inSlices(waiting(), never);
    setImmediate(() => {
      isAnswered = true;
    });
    expect(await done).toBe('done');
  });

  it('ends where it is stopped', async () => {
    const stop = new AbortController();
    const endless = function* (): Steps<string> {
      for (;;) yield;
    };
    const done = inSlices(endless(), stop.signal);
    setImmediate(() => stop.abort());
    expect(await done).toBeNull();
  });
});

describe('a bundle that is compared', () => {
  it('leaves nothing behind where it was stopped', async () => {
    const { dcc, file } = await changedLevel();
    const before = {
      facts: await dcc.facts(),
      files: filesUnder(dcc.store.paths.folder),
      entry: dcc.engine.revision(),
    };
    const stop = new AbortController();
    const onProgress = ({ text }: { readonly text: string }) => {
      if (text.startsWith('Comparing')) setImmediate(() => stop.abort());
    };
    const context = { ...dcc.context, onProgress, signal: stop.signal };
    const stopped = [
      await applyBundle(context, dcc.store, asked(file)),
      await inspectBundle(context, dcc.store, { file, passphrase: null }),
    ];
    for (const one of stopped) expect(one).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
    expect(await dcc.facts()).toEqual(before.facts);
    expect(dcc.engine.revision()).toBe(before.entry);
    expect(filesUnder(dcc.store.paths.folder)).toEqual(before.files);
  });

  it.each([
    ['while it is compared', 1, false],
    ['each time that it is compared', 3, false],
    ['before it is written', 0, true],
  ])('takes in what somebody writes %s', async (_, times, before) => {
    const { dcc, file, id } = await changedLevel();
    let last = 'ours';
    const write = (level: string) => {
      last = level;
      dcc.edit('risk', id, { level });
    };
    write('ours');
    let isWaiting = before;
    const now = () => {
      if (isWaiting) {
        isWaiting = false;
        write('ours before the backup');
      }
      return dcc.context.stamps.now();
    };
    const context = { ...dcc.context, stamps: { ...dcc.context.stamps, now } };
    const choices = writingChoices(times, (time) => write(`ours ${time}`));
    const applied = await applyBundle(context, dcc.store, { ...asked(file), choices });
    if (!applied.ok) throw new Error(applied.error.message);
    expect(last).not.toBe('ours');
    expect(applied.value.plan.conflicts).toMatchObject([{ field: 'level', mine: last, theirs: 'high' }]);
    expect(await dcc.isClean()).toBe(true);
  });
});

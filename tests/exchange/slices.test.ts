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

/** Does `work` at the first turns after the comparing began, while the plan is made. */
function during(dcc: Desk, turns: number, work: (turn: number) => unknown, signal = never): Desk['context'] {
  const onProgress = ({ text }: { readonly text: string }) => {
    if (!text.startsWith('Comparing')) return;
    const next = (turn: number) => {
      if (turn > turns) return;
      work(turn);
      setImmediate(next, turn + 1);
    };
    setImmediate(next, 1);
  };
  return { ...dcc.context, onProgress, signal };
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
    const context = during(dcc, 1, () => stop.abort(), stop.signal);
    const stopped = [
      await applyBundle(context, dcc.store, asked(file)),
      await inspectBundle(context, dcc.store, { file, passphrase: null }),
    ];
    for (const one of stopped) expect(one).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
    expect(await dcc.facts()).toEqual(before.facts);
    expect(dcc.engine.revision()).toBe(before.entry);
    expect(filesUnder(dcc.store.paths.folder)).toEqual(before.files);
  });

  it.each([1, 20])('is compared anew where somebody writes %i times meanwhile', async (turns) => {
    const { dcc, file, id } = await changedLevel();
    let isOver = false;
    const context = during(dcc, turns, (turn) => isOver || dcc.edit('risk', id, { level: `ours ${turn}` }));
    const applied = await applyBundle(context, dcc.store, asked(file));
    isOver = true;
    if (!applied.ok) throw new Error(applied.error.message);
    const [conflict] = applied.value.plan.conflicts;
    expect(conflict).toMatchObject({ field: 'level', theirs: 'high', mine: expect.stringMatching(/^ours \d+$/) });
    expect(await dcc.one('risks', id)).toMatchObject({ level: conflict?.default === 'mine' ? conflict.mine : 'high' });
    expect(await dcc.isClean()).toBe(true);
  });
});

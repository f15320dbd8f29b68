import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { RunDisposable } from '../../electron/engine/disposable.ts';
import { engineMethods, type MethodName } from '../../shared/contract/engineMethods.ts';
import { mainMethods } from '../../shared/contract/windowMethods.ts';
import { fail } from '../../shared/domain/foundation/result.ts';
import { sampleFile, testEngine } from '../support/engine.ts';
import { fitting } from '../support/fitting.ts';
import { scratchFolder } from '../support/scratch.ts';

const names = Object.keys(engineMethods) as MethodName[];

/** The disposable programs have fuzzing of their own. */
const notHere: RunDisposable = async () => fail('renderFailed', 'There is no program here.');

describe('the contract', () => {
  it('lets the window call nothing that takes a path', () => {
    const paths = /file|folder|path|out$/i;
    for (const [name, { reach, input }] of Object.entries(engineMethods)) {
      const fields = Object.keys((input as { shape?: object }).shape ?? {});
      if (reach === 'window')
        expect(
          fields.filter((field) => paths.test(field)),
          name,
        ).toEqual([]);
    }
    for (const [name, { input }] of Object.entries(mainMethods)) {
      expect(
        Object.keys(input.shape).filter((field) => paths.test(field)),
        name,
      ).toEqual([]);
    }
  });

  it.each(names)('%s answers rubbish with a value and leaves the store sound', async (name) => {
    const { engine, does } = testEngine(scratchFolder());
    await fc.assert(
      fc.asyncProperty(fc.anything({ maxDepth: 2 }), async (input) => {
        const result = await engine.call(name, input);
        if (!result.ok) expect(result.error.message).toMatch(/\.$/);
      }),
      { numRuns: 15 },
    );
    expect((await does('store.check', {})).ok).toBe(true);
  });

  it.each(names)('%s answers whatever fits its input, and leaves the store sound', async (name) => {
    const folder = scratchFolder();
    const copy = join(folder, 'release.json');
    copyFileSync(sampleFile, copy);
    const { engine, does } = testEngine(join(folder, 'store'), { runDisposable: notHere });
    await does('release.import', { file: sampleFile, replace: false });
    const { facts, id } = await does('release.open', { release: 'November 2021 SEC Release', asOf: null });
    const records = [...facts.criteria, ...facts.evidence, ...facts.modifications];
    const words = [id, facts.release.name, '2021-10-20', '2026-06', 'AC-01', 'EV-001@1', 'MP150', 'DCC'];
    const ids = records.flatMap((one) => (one.id === undefined ? [] : [one.id]));
    // What is written goes nowhere but into the test's own folder.
    const known = (field: string) =>
      /file|folder|path|out$|store|^(before|after)$/i.test(field)
        ? { words: [join(folder, 'there'), copy, folder], only: true }
        : { words: [...words, ...ids.slice(0, 6)] };
    const schema = z.toJSONSchema(engineMethods[name].input, { io: 'input', unrepresentable: 'any' });
    const { input: takes } = engineMethods[name];
    const inputs = fitting(schema as never, known).filter((input) => takes.safeParse(input).success);
    await fc.assert(
      fc.asyncProperty(inputs, async (input) => {
        const result = await engine.call(name, input);
        if (result.ok) expect(engineMethods[name].output.safeParse(result.value).error).toBeUndefined();
        else expect(result.error).toMatchObject({ kind: expect.not.stringMatching('unexpected') });
      }),
      { numRuns: 10 },
    );
    expect((await does('store.check', {})).ok).toBe(true);
  });
});

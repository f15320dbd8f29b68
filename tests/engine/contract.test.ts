import { describe, expect, it } from 'vitest';
import { engineMethods, type MethodName } from '../../shared/contract/engineMethods.ts';
import { mainMethods } from '../../shared/contract/windowMethods.ts';
import { testEngine } from '../support/engine.ts';
import { withFittingInputs } from '../support/fittingInputs.ts';
import fc from '../support/properties.ts';
import { scratchFolder } from '../support/scratch.ts';

const names = Object.keys(engineMethods) as MethodName[];

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
    const { engine, does, inputs } = await withFittingInputs(scratchFolder(), name);
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

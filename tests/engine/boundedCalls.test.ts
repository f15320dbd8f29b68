import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { closeDb } from '../../electron/store/db.ts';
import { openStore } from '../../electron/store/openStore.ts';
import { connectionOf } from '../../electron/store/statement.ts';
import { engineMethods, type MethodName } from '../../shared/contract/engineMethods.ts';
import { countSteps } from '../support/countSteps.ts';
import { withFittingInputs } from '../support/fittingInputs.ts';
import fc from '../support/properties.ts';
import { pushNumbers } from '../support/pushNumbers.ts';
import { scratchFolder } from '../support/scratch.ts';
import { countingStamps } from '../support/stamps.ts';

const names = Object.keys(engineMethods) as MethodName[];

/** Statements and rows that any one call may take on a store of one release and so many entries, whatever it is asked for. */
const mostOf = (entries: number) => 2000 + 50 * entries;

describe('on a small store', () => {
  it.each(names)('%s takes a bounded number of statements and rows, whatever numbers fit its input', async (name) => {
    const { engine, inputs } = await withFittingInputs(scratchFolder(), name);
    const { input: takes } = engineMethods[name];
    await fc.assert(
      fc.asyncProperty(inputs, async (first) => {
        for (const input of [first, ...pushNumbers(first, (one) => takes.safeParse(one).success)]) {
          const { answer } = await countSteps(mostOf(engine.revision() ?? 0), () => engine.call(name, input));
          expect(answer.ok || answer.error.kind).not.toBe('unexpected');
        }
      }),
      { numRuns: 10 },
    );
  });

  it('is told where there is no bound', async () => {
    const opened = openStore(join(scratchFolder(), 'store'), countingStamps());
    if (!opened.ok) throw new Error(opened.error.message);
    const one = connectionOf(opened.value.db).prepare('SELECT 1');
    const endless = async () => {
      for (;;) one.get();
    };
    await expect(countSteps(mostOf(1), endless)).rejects.toThrow('More than 2050 statements and rows.');
    const few = await countSteps(mostOf(1), async () => one.all());
    expect(few).toEqual({ answer: [{ 1: 1 }], steps: { statements: 1, rows: 1 } });
    closeDb(opened.value.db);
  });
});

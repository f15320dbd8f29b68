import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { RunDisposable } from '../../electron/engine/disposable.ts';
import { engineMethods, type MethodName } from '../../shared/contract/engineMethods.ts';
import { fail } from '../../shared/domain/foundation/result.ts';
import { sampleFile, type TestEngine, testEngine } from './engine.ts';
import { fitting } from './fitting.ts';
import type fc from './properties.ts';

/** The disposable programs have fuzzing of their own. */
const notHere: RunDisposable = async () => fail('renderFailed', 'There is no program here.');

/** An engine on a small store that holds the sample, and inputs for one of its methods that reach what is behind the schema. */
export async function withFittingInputs(
  folder: string,
  name: MethodName,
): Promise<TestEngine & { readonly inputs: fc.Arbitrary<unknown> }> {
  const copy = join(folder, 'release.json');
  copyFileSync(sampleFile, copy);
  const test = testEngine(join(folder, 'store'), { runDisposable: notHere });
  await test.does('release.import', { file: sampleFile, replace: false });
  const { facts, id } = await test.does('release.open', { release: 'November 2021 SEC Release', asOf: null });
  const records = [...facts.criteria, ...facts.evidence, ...facts.modifications];
  const words = [id, facts.release.name, '2021-10-20', '2026-06', 'AC-01', 'EV-001@1', 'MP150', 'DCC'];
  const ids = records.flatMap((one) => (one.id === undefined ? [] : [one.id]));
  // What is written goes nowhere but into the test's own folder.
  const known = (field: string) =>
    /file|folder|path|out$|store|^(before|after)$/i.test(field)
      ? { words: [join(folder, 'there'), copy, folder], only: true }
      : { words: [...words, ...ids.slice(0, 6)] };
  const { input: takes } = engineMethods[name];
  const schema = z.toJSONSchema(takes, { io: 'input', unrepresentable: 'any' });
  return { ...test, inputs: fitting(schema as never, known).filter((input) => takes.safeParse(input).success) };
}

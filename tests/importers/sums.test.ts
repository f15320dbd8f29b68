import { describe, expect, it } from 'vitest';
import { outcomeWords } from '../../shared/domain/importing/vocabularies/outcomeWords.ts';
import fc from '../support/properties.ts';
import { readBytes } from './support.ts';

interface Counts {
  readonly planned: number;
  readonly run: number;
  readonly passed: number;
  readonly failed: number;
  readonly notRun: number;
}

function sumsUp({ planned, run, passed, failed, notRun }: Counts): boolean {
  return passed + failed === run && run + notRun === planned;
}

const anyWord = fc.constantFrom(...Object.values(outcomeWords).flat(), '', 'exploded', 'PASS', 'Untested');
const anyRow = fc.record({
  phase: fc.constantFrom('SIT', 'UIT', 'sit', ''),
  test: fc.constantFrom('a', 'b', 'c'),
  configuration: fc.constantFrom('', 'Single phase', 'Three phase'),
  word: anyWord,
});

describe('counts of a result file always sum to its rows', () => {
  it('row by row: each phase that is taken holds all of its rows, and no other', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRow, { minLength: 1, maxLength: 30 }), async (rows) => {
        const lines = rows.map(({ phase, test, configuration, word }) => `${phase},${test},${configuration},${word}`);
        const { rows: read } = await readBytes(
          'results',
          'a.csv',
          `Phase,Test,Configuration,Result\n${lines.join('\n')}\n`,
        );
        const strays = rows.some(({ phase }) => phase === '');
        for (const phase of ['SIT', 'UIT']) {
          const own = rows.filter((row) => row.phase.toUpperCase() === phase);
          const taken = read.filter(({ name }) => String(name).toUpperCase() === phase) as unknown as Counts[];
          const isWhole = own.length > 0 && !strays && own.every(({ word }) => word !== 'exploded');
          expect(taken.map(({ planned }) => planned)).toEqual(isWhole ? [own.length] : []);
          expect(taken.every(sumsUp)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('test by test, in every dialect that lists them', async () => {
    const outcome = fc.constantFrom('passed', 'failed', 'notRun');
    const writers: readonly ((outcomes: readonly string[]) => string)[] = [
      (all) =>
        `<testsuite>${all.map((one, at) => `<testcase name="t${at}">${{ passed: '', failed: '<failure/>', notRun: '<skipped/>' }[one]}</testcase>`).join('')}</testsuite>`,
      (all) =>
        `<test-run>${all.map((one) => `<test-case result="${{ passed: 'Passed', failed: 'Failed', notRun: 'Skipped' }[one]}"/>`).join('')}</test-run>`,
      (all) =>
        `<TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">${all.map((one) => `<UnitTestResult outcome="${{ passed: 'Passed', failed: 'Error', notRun: 'NotExecuted' }[one]}"/>`).join('')}</TestRun>`,
      (all) =>
        `<assemblies><assembly>${all.map((one) => `<test result="${{ passed: 'Pass', failed: 'Fail', notRun: 'Skip' }[one]}"/>`).join('')}</assembly></assemblies>`,
      (all) =>
        `TAP version 13\n${all.map((one, at) => ({ passed: 'ok', failed: 'not ok', notRun: `ok ${at} # skip` })[one]).join('\n')}\n1..${all.length}\n`,
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.array(outcome, { minLength: 1, maxLength: 40 }),
        fc.constantFrom(...writers),
        async (outcomes, write) => {
          const { rows } = await readBytes('results', 'a.xml', write(outcomes), { defaults: { name: 'SIT' } });
          const count = (wanted: string) => outcomes.filter((one) => one === wanted).length;
          expect(rows).toEqual([
            {
              name: 'SIT',
              planned: outcomes.length,
              run: count('passed') + count('failed'),
              passed: count('passed'),
              failed: count('failed'),
              notRun: count('notRun'),
            },
          ]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

import { countOf } from '../foundation/words.ts';

interface Contradiction {
  readonly field: string;
  readonly why: string;
}

/** The counts of one phase. */
export const countFields = ['planned', 'run', 'passed', 'failed', 'notRun'] as const;

/** Counts of one phase that cannot all be true. */
export function checkCounts(fields: Readonly<Record<string, unknown>>): readonly Contradiction[] {
  const { planned, run } = fields;
  const passed = countOr(fields.passed);
  const failed = countOr(fields.failed);
  const notRun = countOr(fields.notRun);
  const found: Contradiction[] = [];
  if (typeof planned === 'number' && typeof run === 'number' && run > planned)
    found.push({
      field: 'run',
      why: `${countOf(run, 'test')} run ${run === 1 ? 'is' : 'are'} more than the ${planned} planned; correct one of the two`,
    });
  else if (typeof planned === 'number' && countOr(run) + notRun > planned)
    found.push({
      field: 'notRun',
      why: `${countOr(run)} run and ${notRun} not run are more than the ${planned} planned; correct one of the three`,
    });
  if (typeof run === 'number' && passed + failed > run)
    found.push({
      field: 'passed',
      why: `${passed} passed and ${failed} failed are more than the ${run} run; correct one of the three`,
    });
  else if (typeof run !== 'number' && typeof planned === 'number' && passed + failed > planned)
    found.push({
      field: 'passed',
      why: `${passed} passed and ${failed} failed are more than the ${planned} planned; correct one of the three`,
    });
  return found;
}

function countOr(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

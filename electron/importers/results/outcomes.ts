import type { TestOutcome } from '../../../shared/domain/importing/vocabularies/outcomeWords.ts';
import type { XmlTag } from '../xml.ts';

export type Counts = Readonly<Record<TestOutcome, number>>;

export const noTests: Counts = { passed: 0, failed: 0, notRun: 0 };

const gravity: Readonly<Record<TestOutcome, number>> = { passed: 0, notRun: 1, failed: 2 };

export function worse(left: TestOutcome, right: TestOutcome): TestOutcome {
  return gravity[left] >= gravity[right] ? left : right;
}

export function sumOf(left: Counts, right: Counts): Counts {
  return { passed: left.passed + right.passed, failed: left.failed + right.failed, notRun: left.notRun + right.notRun };
}

export function totalOf({ passed, failed, notRun }: Counts): number {
  return passed + failed + notRun;
}

/** What a child of `<testcase>` says; `flakyFailure` and `rerunFailure` say that it passed in the end. */
export function outcomeOfChild(name: string): TestOutcome {
  if (name === 'failure' || name === 'error') return 'failed';
  return name === 'skipped' || name === 'disabled' || name === 'ignored' ? 'notRun' : 'passed';
}

/** Some tell by attributes alone that a test was not run (GoogleTest), or that it failed. */
export function outcomeOfAttributes({ attributes }: XmlTag): TestOutcome {
  const said = [attributes.status, attributes.result].map((word) => word?.toLowerCase().replace(/[^a-z]/g, '') ?? '');
  if (said.some((word) => failedWords.has(word))) return 'failed';
  return said.some((word) => notRunWords.has(word)) ? 'notRun' : 'passed';
}

const notRunWords: ReadonlySet<string> = new Set(['notrun', 'disabled', 'skipped', 'suppressed', 'ignored', 'pending']);
const failedWords: ReadonlySet<string> = new Set(['fail', 'failed', 'failure', 'error', 'broken']);

/** The counts that a suite states in its attributes; null where it states none. */
export function declaredCounts({ attributes }: XmlTag): { readonly tests: number; readonly counts: Counts } | null {
  const tests = numberOf(attributes.tests);
  if (tests === null) return null;
  const failed = Math.min(tests, (numberOf(attributes.failures) ?? 0) + (numberOf(attributes.errors) ?? 0));
  const skipped = ['skipped', 'skips', 'disabled', 'skip'].map((name) => numberOf(attributes[name]) ?? 0);
  const notRun = Math.min(
    tests - failed,
    skipped.reduce((sum, count) => sum + count, 0),
  );
  return { tests, counts: { passed: tests - failed - notRun, failed, notRun } };
}

function numberOf(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,9}$/.test(text.trim()) ? Number(text) : null;
}

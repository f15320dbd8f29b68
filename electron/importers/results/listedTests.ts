import { countOf } from '../../../shared/domain/foundation/words.ts';
import { shownWord } from '../../../shared/domain/importing/shown.ts';
import type { TestOutcome } from '../../../shared/domain/importing/vocabularies/outcomeWords.ts';
import { refuse } from '../refusal.ts';
import { MOST_ROWS } from '../rows.ts';
import type { Counts } from './outcomes.ts';
import type { ResultCount } from './resultCount.ts';

/** Gathers tests one by one, and compares them with what the file says of their number. */
export interface ListedTests {
  readonly add: (outcome: TestOutcome) => void;
  /** The file says that it holds so many; more than one statement add up. */
  readonly state: (tests: number) => void;
  readonly result: (more: Pick<ResultCount, 'formatName' | 'name'> & Partial<ResultCount>) => ResultCount;
}

export function createListedTests(shown: string): ListedTests {
  const listed: Record<TestOutcome, number> = { passed: 0, failed: 0, notRun: 0 };
  let total = 0;
  let stated: number | null = null;
  return {
    add(outcome) {
      total += 1;
      if (total > MOST_ROWS) refuse(`“${shown}” holds more than 1,000,000 tests; split it into smaller files.`);
      listed[outcome] += 1;
    },
    state(tests) {
      stated = (stated ?? 0) + tests;
    },
    result(more) {
      const run = listed.passed + listed.failed;
      // Some count only what was run.
      const fits = stated === null || stated === total || stated === run;
      const missing = fits || stated === null ? 0 : stated - total;
      const differences = fits
        ? []
        : [`“${shown}” says that it holds ${countOf(stated ?? 0, 'test')} and lists ${total}`];
      return {
        listed,
        // Of a test that is not listed nobody says that it was run.
        stated: missing > 0 ? ({ ...listed, notRun: listed.notRun + missing } satisfies Counts) : listed,
        differences: missing > 0 ? differences : [],
        notes: missing < 0 ? differences.map((text) => `${text}; the listed ones were counted.`) : [],
        suites: [],
        ...more,
      };
    },
  };
}

/** The outcome that a word of this format means; a word that it does not have is refused, for nobody knows what it counts as. */
export function outcomeOf(
  words: Readonly<Record<string, TestOutcome>>,
  word: string | undefined,
  shown: string,
  formatName: string,
): TestOutcome {
  const plain = (word ?? '').toLowerCase();
  if (Object.hasOwn(words, plain)) return words[plain] as TestOutcome;
  refuse(
    `“${shown}” holds a test with the outcome “${shownWord(word ?? '')}”, which is none of ${formatName}; export it again, or as JUnit XML.`,
  );
}

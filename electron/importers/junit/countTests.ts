import { shownWord } from '../../../shared/domain/importing/shown.ts';
import type { TestOutcome } from '../../../shared/domain/importing/vocabularies/outcomeWords.ts';
import { refuse } from '../refusal.ts';
import { MOST_ROWS } from '../rows.ts';
import type { XmlHandlers, XmlTag } from '../xml.ts';
import {
  type Counts,
  declaredCounts,
  noTests,
  outcomeOfAttributes,
  outcomeOfChild,
  sumOf,
  totalOf,
  worse,
} from './outcomes.ts';

export interface TestCount {
  readonly counts: Counts;
  /** The root's name, else that of the only suite. */
  readonly name: string | null;
  readonly suites: number;
  readonly notes: readonly string[];
}

interface Suite {
  readonly tag: XmlTag;
  readonly depth: number;
  /** Its own tests, by class and name: more than one outcome where a name comes again. */
  readonly tests: Map<string, TestOutcome[]>;
  own: number;
  /** Whether suites stand inside it. */
  parent: boolean;
  children: Counts;
}

const MOST_NOTES = 20;

/** Counts the tests of JUnit XML, in the dialects of surefire, pytest, jest-junit, gotestsum and Robot's xunit. */
export function createTestCounter(shown: string): { readonly handlers: XmlHandlers; readonly result: () => TestCount } {
  const suites: Suite[] = [];
  const names: string[] = [];
  const notes: string[] = [];
  let counts = noTests;
  let rootName: string | null = null;
  let suiteCount = 0;
  let testcases = 0;
  let test: { readonly depth: number; readonly key: string; outcome: TestOutcome } | null = null;

  const openRoot = (tag: XmlTag) => {
    if (tag.name !== 'testsuites' && tag.name !== 'testsuite') refuse(wrongRoot(shown, tag.name));
    rootName = tag.attributes.name?.trim() || null;
  };
  const openSuite = (tag: XmlTag, depth: number) => {
    const parent = suites[suites.length - 1];
    if (parent) parent.parent = true;
    suites.push({ tag, depth, tests: new Map(), own: 0, parent: false, children: noTests });
    if (tag.name !== 'testsuite') return;
    suiteCount += 1;
    if (suiteCount <= 2 && tag.attributes.name?.trim()) names.push(tag.attributes.name.trim());
  };
  const closeTest = (suite: Suite | undefined) => {
    if (!test || !suite) return;
    testcases += 1;
    if (testcases > MOST_ROWS) refuse(`“${shown}” holds more than 1,000,000 tests; split it into smaller files.`);
    suite.own += 1;
    const same = suite.tests.get(test.key);
    if (same) same.push(test.outcome);
    else suite.tests.set(test.key, [test.outcome]);
    test = null;
  };
  const closeSuite = (suite: Suite) => {
    suites.pop();
    const { counts: total, note } = settle(suite);
    if (note !== null && notes.length < MOST_NOTES) notes.push(note);
    const parent = suites[suites.length - 1];
    if (parent) parent.children = sumOf(parent.children, total);
    else counts = total;
  };

  return {
    handlers: {
      open(tag, depth) {
        if (depth === 1) openRoot(tag);
        if (test) {
          if (depth === test.depth + 1) test.outcome = worse(test.outcome, outcomeOfChild(tag.name));
        } else if (tag.name === 'testsuite' || tag.name === 'testsuites') openSuite(tag, depth);
        else if (tag.name === 'testcase')
          test = {
            depth,
            key: `${tag.attributes.classname ?? ''}\n${tag.attributes.name ?? `#${testcases}`}`,
            outcome: outcomeOfAttributes(tag),
          };
      },
      close(_, depth) {
        const suite = suites[suites.length - 1];
        if (test?.depth === depth) closeTest(suite);
        else if (suite?.depth === depth) closeSuite(suite);
      },
    },
    result: () => ({
      counts,
      name: rootName ?? (suiteCount === 1 ? (names[0] ?? null) : null),
      suites: suiteCount,
      notes,
    }),
  };
}

/** A suite's counts: its tests where it lists any, else what its attributes say; and a note where the two differ. */
function settle(suite: Suite): { readonly counts: Counts; readonly note: string | null } {
  const declared = declaredCounts(suite.tag);
  const nested = totalOf(suite.children);
  if (declared && suite.own === 0 && nested === 0) return { counts: declared.counts, note: null };
  const all = sumOf(suite.children, countsOf(suite, false));
  if (!declared || declared.tests === totalOf(all) || (suite.parent && declared.tests === suite.own))
    return { counts: all, note: null };
  // pytest lists a test twice when its tear-down fails too, and counts it once.
  const once = sumOf(suite.children, countsOf(suite, true));
  if (declared.tests === totalOf(once)) return { counts: once, note: null };
  const name = shownWord(suite.tag.attributes.name ?? '') || 'without a name';
  return {
    counts: all,
    note: `The suite “${name}” says that it holds ${declared.tests} tests and lists ${totalOf(all)}; the listed ones were counted.`,
  };
}

function countsOf({ tests }: Suite, once: boolean): Counts {
  const counts = { ...noTests };
  for (const outcomes of tests.values())
    for (const outcome of once ? [outcomes.reduce(worse)] : outcomes) counts[outcome] += 1;
  return counts;
}

function wrongRoot(shown: string, root: string): string {
  const hints: Readonly<Record<string, string>> = {
    robot: 'is Robot Framework’s own output; run it with --xunit and import that file',
    TestRun: 'is a Visual Studio test result (.trx); convert it to JUnit XML',
    'test-run': 'is an NUnit result; export it as JUnit XML',
    assemblies: 'is an xUnit.net result; export it as JUnit XML',
    'testng-results': 'is a TestNG result; import its junitreports file',
  };
  const hint = Object.hasOwn(hints, root) ? hints[root] : undefined;
  return `“${shown}” ${hint ?? `is XML, but no JUnit test result: it begins with <${shownWord(root)}> instead of <testsuites> or <testsuite>`}.`;
}

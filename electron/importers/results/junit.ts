import { countOf, joinFew } from '../../../shared/domain/foundation/words.ts';
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
import type { ResultCount } from './resultCount.ts';

interface Suite {
  readonly tag: XmlTag;
  readonly depth: number;
  /** Its own tests, by class and name: more than one outcome where a name comes again. */
  readonly tests: Map<string, TestOutcome[]>;
  own: number;
  /** Failures that stand in the suite itself and in no test of it: of a tear-down, say. */
  outside: number;
  /** Whether suites stand inside it. */
  parent: boolean;
  children: Both;
}

/** Counts as the tests are listed, and as the suites state them. */
interface Both {
  readonly listed: Counts;
  readonly stated: Counts;
}

const none: Both = { listed: noTests, stated: noTests };

const MOST_DIFFERENCES = 20;

/** Counts the tests of JUnit XML, in the dialects of surefire, pytest, jest-junit, gotestsum and Robot's xunit. */
export function createJunitTests(shown: string): {
  readonly handlers: XmlHandlers;
  readonly result: () => ResultCount;
} {
  const suites: Suite[] = [];
  const names: string[] = [];
  const differences: string[] = [];
  const described: string[] = [];
  const failed: { readonly outside: string[]; readonly unlisted: string[] } = { outside: [], unlisted: [] };
  let counts = none;
  let rootName: string | null = null;
  let suiteCount = 0;
  let testcases = 0;
  let test: { readonly depth: number; readonly key: string; outcome: TestOutcome } | null = null;

  const openRoot = (tag: XmlTag) => {
    rootName = tag.attributes.name?.trim() || null;
  };
  const openSuite = (tag: XmlTag, depth: number) => {
    const parent = suites[suites.length - 1];
    if (parent) parent.parent = true;
    suites.push({ tag, depth, tests: new Map(), own: 0, outside: 0, parent: false, children: none });
    if (tag.name !== 'testsuite') return;
    suiteCount += 1;
    if (suiteCount <= 2 && tag.attributes.name?.trim()) names.push(tag.attributes.name.trim());
  };
  const countOutside = (depth: number) => {
    const suite = suites.at(-1);
    if (suite?.depth === depth - 1) suite.outside += 1;
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
    if (suite.own > 0) described.push(JSON.stringify([suite.tag.attributes, suite.own]));
    const { difference, ...total } = settle(suite);
    if (suite.outside > 0) failed.outside.push(nameOf(suite));
    else if (difference === null && statesMoreFailures(suite)) failed.unlisted.push(nameOf(suite));
    if (difference !== null && differences.length < MOST_DIFFERENCES) differences.push(difference);
    const parent = suites[suites.length - 1];
    if (parent) parent.children = bothOf(parent.children, total);
    else counts = total;
  };

  return {
    handlers: {
      open(tag, depth) {
        if (depth === 1) openRoot(tag);
        if (test) {
          if (depth === test.depth + 1) test.outcome = worse(test.outcome, outcomeOfChild(tag.name));
        } else if (tag.name === 'testsuite' || tag.name === 'testsuites') openSuite(tag, depth);
        else if (outcomeOfChild(tag.name) === 'failed') countOutside(depth);
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
      formatName: 'JUnit XML',
      ...counts,
      differences,
      name: rootName ?? (suiteCount === 1 ? (names[0] ?? null) : null),
      notes: [
        ...(suiteCount > 1 ? [`${countOf(suiteCount, 'suite')} were counted into one phase.`] : []),
        ...(failed.outside.length === 0
          ? []
          : [`Failed outside of any test, so that no test stands for it: ${joinFew(failed.outside, 3)}.`]),
        ...(failed.unlisted.length === 0
          ? []
          : [
              `More tests are said to have failed than are listed as failed, and the listed ones were counted: ${joinFew(failed.unlisted, 3)}.`,
            ]),
      ],
      suites: described,
    }),
  };
}

function bothOf(left: Both, right: Both): Both {
  return { listed: sumOf(left.listed, right.listed), stated: sumOf(left.stated, right.stated) };
}

/** A suite's counts: its tests where it lists any, else what its attributes say; and where the two differ. */
function settle(suite: Suite): Both & { readonly difference: string | null } {
  const declared = declaredCounts(suite.tag);
  const { listed, stated } = suite.children;
  if (declared && suite.own === 0 && totalOf(listed) === 0)
    return { listed: declared.counts, stated: declared.counts, difference: null };
  const own = countsOf(suite, false);
  const all = sumOf(listed, own);
  if (!declared || declared.tests === totalOf(all) || (suite.parent && declared.tests === suite.own))
    return { listed: all, stated: sumOf(stated, own), difference: null };
  // pytest lists a test twice when its tear-down fails too, and counts it once.
  const ownOnce = countsOf(suite, true);
  const once = sumOf(listed, ownOnce);
  if (declared.tests === totalOf(once)) return { listed: once, stated: sumOf(stated, ownOnce), difference: null };
  // What its children stated may explain the difference; then it is told of them.
  if (declared.tests === totalOf(stated) + suite.own)
    return { listed: all, stated: sumOf(stated, own), difference: null };
  return {
    listed: all,
    stated: declared.counts,
    difference: `The suite ${nameOf(suite)} says that it holds ${countOf(declared.tests, 'test')} and lists ${totalOf(all)}`,
  };
}

function nameOf({ tag }: Suite): string {
  return `“${shownWord(tag.attributes.name ?? '') || 'without a name'}”`;
}

/** Of its own tests alone; one that comes twice may have failed twice, and count once. */
function statesMoreFailures(suite: Suite): boolean {
  const declared = declaredCounts(suite.tag);
  const isEachOnce = suite.tests.size === suite.own;
  return (
    declared !== null &&
    isEachOnce &&
    !suite.parent &&
    suite.own > 0 &&
    declared.counts.failed > countsOf(suite, true).failed
  );
}

function countsOf({ tests }: Suite, once: boolean): Counts {
  const counts = { ...noTests };
  for (const outcomes of tests.values())
    for (const outcome of once ? [outcomes.reduce(worse)] : outcomes) counts[outcome] += 1;
  return counts;
}

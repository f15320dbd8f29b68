import type { TestOutcome } from '../../../shared/domain/importing/vocabularies/outcomeWords.ts';
import type { XmlTag } from '../xml.ts';

/** A format of test results in XML with an element for each test. */
export interface XmlDialect {
  readonly formatName: string;
  readonly isRoot: (root: string, language: string) => boolean;
  /** Elements that are a test; one inside another is the test, and the outer one its frame. */
  readonly tests: ReadonlySet<string>;
  /** The word that tells the outcome; null where the element is no test after all. */
  readonly wordOf: (tag: XmlTag) => string | null;
  readonly words: Readonly<Record<string, TestOutcome>>;
  /** How many tests an element says there are; null where it does not say. */
  readonly stated: (tag: XmlTag) => number | null;
  readonly nameOf: (tag: XmlTag) => string | undefined;
  /**
   * Whether an element says that something failed that is no test, a tear-down or the run itself; *unlessTests*: it says the
   * same where a test failed.
   */
  readonly failsOutside?: (tag: XmlTag) => 'surely' | 'unlessTests' | null;
}

const number = (text: string | undefined) =>
  text !== undefined && /^\d{1,9}$/.test(text.trim()) ? Number(text) : null;

/** As each producer's own schema gives its words. */
export const xmlDialects: readonly XmlDialect[] = [
  {
    formatName: 'TRX (Visual Studio)',
    // CppUnit has a root of the same name, in no namespace.
    isRoot: (root, language) => root === 'TestRun' && /visualstudio\/teamtest/i.test(language),
    tests: new Set([
      'UnitTestResult',
      'ManualTestResult',
      'WebTestResult',
      'GenericTestResult',
      'TestResultAggregation',
    ]),
    // The logger leaves out the first of its outcomes, which is Error (vstest, TestResult.Save).
    wordOf: ({ attributes }) => attributes.outcome ?? 'error',
    words: {
      passed: 'passed',
      warning: 'passed',
      completed: 'passed',
      failed: 'failed',
      error: 'failed',
      timeout: 'failed',
      aborted: 'failed',
      passedbutrunaborted: 'notRun',
      inconclusive: 'notRun',
      notexecuted: 'notRun',
      notrunnable: 'notRun',
      disconnected: 'notRun',
      inprogress: 'notRun',
      pending: 'notRun',
    },
    stated: ({ name, attributes }) => (name === 'Counters' ? number(attributes.total) : null),
    nameOf: ({ attributes }) => attributes.name,
    failsOutside: ({ name, attributes: { outcome = '' } }) => {
      if (name === 'RunInfo') return outcome === 'Error' ? 'surely' : null;
      return name === 'ResultSummary' && /^(?:Failed|Error|Aborted|Timeout)$/.test(outcome) ? 'unlessTests' : null;
    },
  },
  {
    formatName: 'NUnit 3',
    isRoot: (root) => root === 'test-run',
    tests: new Set(['test-case']),
    wordOf: ({ attributes }) => attributes.result ?? '',
    words: { passed: 'passed', warning: 'passed', failed: 'failed', skipped: 'notRun', inconclusive: 'notRun' },
    stated: ({ name, attributes }) =>
      name === 'test-run' ? number(attributes.testcasecount ?? attributes.total) : null,
    nameOf: ({ attributes }) => attributes.name,
    // Where a set-up fails, its tests are listed as failed.
    failsOutside: ({ name, attributes }) =>
      name === 'test-suite' && attributes.result === 'Failed' && attributes.site === 'TearDown' ? 'surely' : null,
  },
  {
    formatName: 'NUnit 2',
    isRoot: (root) => root === 'test-results',
    tests: new Set(['test-case']),
    wordOf: ({ attributes }) =>
      attributes.result ??
      (attributes.executed?.toLowerCase() === 'false'
        ? 'notrun'
        : attributes.success?.toLowerCase() === 'true'
          ? 'success'
          : 'failure'),
    words: {
      success: 'passed',
      failure: 'failed',
      error: 'failed',
      notrun: 'notRun',
      ignored: 'notRun',
      skipped: 'notRun',
      inconclusive: 'notRun',
      notrunnable: 'notRun',
      cancelled: 'notRun',
    },
    stated: ({ name, attributes }) => {
      const total = name === 'test-results' ? number(attributes.total) : null;
      return total === null ? null : total + (number(attributes['not-run']) ?? 0);
    },
    nameOf: ({ attributes }) => attributes.name?.split(/[\\/]/).at(-1),
    failsOutside: ({ name, attributes }) =>
      name === 'test-suite' && /^(?:error|failure)$/i.test(attributes.result ?? '') ? 'unlessTests' : null,
  },
  {
    formatName: 'xUnit.net',
    isRoot: (root) => root === 'assemblies' || root === 'assembly',
    tests: new Set(['test']),
    wordOf: ({ attributes }) => attributes.result ?? '',
    words: { pass: 'passed', fail: 'failed', skip: 'notRun', notrun: 'notRun' },
    stated: ({ name, attributes }) => (name === 'assembly' ? number(attributes.total) : null),
    nameOf: ({ attributes }) => attributes.name?.split(/[\\/]/).at(-1),
    failsOutside: ({ name }) => (name === 'error' ? 'surely' : null),
  },
  {
    formatName: 'TestNG',
    isRoot: (root) => root === 'testng-results',
    tests: new Set(['test-method']),
    wordOf: ({ attributes }) => (attributes['is-config'] === 'true' ? null : (attributes.status ?? '')),
    words: { pass: 'passed', fail: 'failed', skip: 'notRun', success_percentage_failure: 'failed' },
    stated: ({ name, attributes }) => (name === 'testng-results' ? number(attributes.total) : null),
    nameOf: () => undefined,
    failsOutside: ({ name, attributes }) =>
      name === 'test-method' && attributes['is-config'] === 'true' && attributes.status === 'FAIL' ? 'surely' : null,
  },
  {
    formatName: 'CTest',
    isRoot: (root) => root === 'Site',
    tests: new Set(['Test']),
    // The list of the tests to come holds elements of the same name.
    wordOf: ({ attributes }) => attributes.Status ?? null,
    words: { passed: 'passed', failed: 'failed', notrun: 'notRun' },
    stated: () => null,
    nameOf: ({ attributes }) => attributes.BuildName,
  },
  {
    formatName: 'CppUnit XML',
    isRoot: (root, language) => root === 'TestRun' && language === '',
    tests: new Set(['FailedTest', 'Test']),
    wordOf: ({ name }) => name,
    words: { failedtest: 'failed', test: 'passed' },
    stated: () => null,
    nameOf: () => undefined,
  },
];

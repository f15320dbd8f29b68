import type { Bytes } from '../files/bytes.ts';
import { decode, type Encoding } from '../files/encoding.ts';
import { linesOf } from '../files/lines.ts';
import { refuse } from '../refusal.ts';
import { createListedTests, outcomeOf } from './listedTests.ts';
import type { ResultCount } from './resultCount.ts';
import { NoResults } from './xmlResults.ts';

const LARGEST = 256 * 1024 ** 2;

type Json = Readonly<Record<string, unknown>>;

export function isJson(head: string): boolean {
  return /^\s*(?:\{\s*"|\[\s*[{[])/.test(head);
}

/** Counts the tests of `go test -json` (an event a line) or of Jest's JSON; what other JSON may be is named. */
export async function readJsonResults(bytes: Bytes, encoding: Encoding, head: string): Promise<ResultCount> {
  const { shown } = bytes;
  if (/^\s*\{"(?:Time|Action|Package|ImportPath)"/.test(head)) return readGoEvents(bytes, encoding);
  if (isJsonLines(head))
    throw new NoResults(
      `“${shown}” holds a JSON document in each line, and is of no test runner that this import knows; export the results as JUnit XML.`,
    );
  if (bytes.size > LARGEST) refuse(`“${shown}” is larger than 256 MB; split it into smaller files.`);
  let text = '';
  for await (const piece of decode(bytes, encoding)) text += piece;
  const value = parsed(text, shown);
  if (isObject(value) && Array.isArray(value.testResults) && 'numTotalTests' in value) return readJest(value, shown);
  throw new NoResults(`“${shown}” ${nameOf(value)}`);
}

/** Whether the first two lines are a whole document each. */
function isJsonLines(head: string): boolean {
  const [first, second] = head.trimStart().split(/\r?\n/, 2);
  try {
    return isObject(JSON.parse(first ?? '')) && isObject(JSON.parse(second ?? ''));
  } catch {
    return false;
  }
}

const goWords = { pass: 'passed', fail: 'failed', skip: 'notRun' } as const;

/** The last word on each test counts; one that began and never ended was not run to its end. */
async function readGoEvents(bytes: Bytes, encoding: Encoding): Promise<ResultCount> {
  const { shown } = bytes;
  const outcomes = new Map<string, 'passed' | 'failed' | 'notRun'>();
  const broken = new Set<string>();
  for await (const line of linesOf(decode(bytes, encoding))) {
    if (line.trim() === '') continue;
    const event = parsed(line, shown);
    if (!isObject(event)) refuse(`“${shown}” holds a line that is no event of “go test -json”; export it again.`);
    const { Action: action, Package: unit = '', Test: name } = event;
    if (typeof name !== 'string') {
      if (action === 'fail' || action === 'build-fail') broken.add(String(unit));
      continue;
    }
    const key = JSON.stringify([unit, name]);
    if (typeof action === 'string' && Object.hasOwn(goWords, action))
      outcomes.set(key, goWords[action as keyof typeof goWords]);
    else if (action === 'run' && !outcomes.has(key)) outcomes.set(key, 'notRun');
  }
  const tests = createListedTests(shown);
  const failed = new Set<string>();
  for (const [key, outcome] of outcomes) {
    tests.add(outcome);
    if (outcome === 'failed') failed.add((JSON.parse(key) as [string, string])[0]);
  }
  const notes = [...broken]
    .filter((unit) => !failed.has(unit))
    .map((unit) => `The package “${unit.slice(0, 60)}” failed outside of any test; no test stands for that.`);
  return { ...tests.result({ formatName: 'go test -json', name: null }), notes };
}

const jestWords = {
  passed: 'passed',
  failed: 'failed',
  pending: 'notRun',
  skipped: 'notRun',
  todo: 'notRun',
  disabled: 'notRun',
  focused: 'notRun',
} as const;

function readJest(value: Json, shown: string): ResultCount {
  const tests = createListedTests(shown);
  const notes: string[] = [];
  if (typeof value.numTotalTests === 'number') tests.state(value.numTotalTests);
  for (const file of value.testResults as readonly unknown[]) {
    const list = isObject(file) && Array.isArray(file.assertionResults) ? (file.assertionResults as unknown[]) : [];
    for (const one of list) tests.add(outcomeOf(jestWords, isObject(one) ? String(one.status) : '', shown, 'Jest'));
    if (list.length === 0 && isObject(file) && file.status === 'failed')
      notes.push('A file of tests failed before any of its tests was run.');
  }
  const count = tests.result({ formatName: 'Jest JSON', name: null });
  return { ...count, notes: [...new Set(notes), ...count.notes] };
}

/** What other programs' JSON is, and what to do instead. */
function nameOf(value: unknown): string {
  const first = Array.isArray(value) ? value[0] : value;
  if (isObject(first) && Array.isArray(first.elements) && 'keyword' in first)
    return 'is a Cucumber report in JSON; run Cucumber with its JUnit formatter and import that.';
  if (isObject(first) && 'uuid' in first && 'status' in first && 'historyId' in first)
    return 'is a result of Allure; import the JUnit XML from which Allure made its report.';
  return 'is JSON that this import does not know; export the results as JUnit XML, or the table as CSV or .xlsx.';
}

function parsed(text: string, shown: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    refuse(`“${shown}” is JSON that is damaged or cut short; export it again.`);
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import type { Bytes } from '../files/bytes.ts';
import { decode, type Encoding } from '../files/encoding.ts';
import { linesOf } from '../files/lines.ts';
import { createListedTests } from './listedTests.ts';
import type { ResultCount } from './resultCount.ts';

/** Whether text is of the Test Anything Protocol: its version, or a plan or a test in its first lines. */
export function isTap(head: string): boolean {
  return (
    /^\s*(?:TAP version \d+\s*$|1\.\.\d+\s*$[\s\S]*^(?:not )?ok\b|(?:not )?ok \d+\b)/m.test(head.slice(0, 4000)) &&
    !/[,;\t]/.test(head.split('\n', 1)[0] ?? '')
  );
}

const test = /^(not )?ok\b([^#]*)(?:#\s*(skip|todo)\b.*)?/i;
const plan = /^1\.\.(\d{1,7})\b/;

/**
 * Counts the tests of a TAP stream. Indented lines are parts of the test that follows them; a failure marked TODO is
 * expected, and no run that anybody relies on.
 */
export async function readTap(bytes: Bytes, encoding: Encoding): Promise<ResultCount> {
  const tests = createListedTests(bytes.shown);
  const notes: string[] = [];
  for await (const line of linesOf(decode(bytes, encoding))) {
    const planned = plan.exec(line);
    if (planned) tests.state(Number(planned[1]));
    if (/^bail out!/i.test(line)) notes.push('The run was given up before its end (“Bail out!”).');
    const found = test.exec(line);
    if (!found) continue;
    const marked = found[3]?.toLowerCase();
    if (marked === 'skip' || (marked === 'todo' && found[1])) tests.add('notRun');
    else tests.add(found[1] ? 'failed' : 'passed');
  }
  const count = tests.result({ formatName: 'TAP', name: null });
  return { ...count, notes: [...notes, ...count.notes] };
}

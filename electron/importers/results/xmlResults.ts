import { shownWord } from '../../../shared/domain/importing/shown.ts';
import type { Bytes } from '../files/bytes.ts';
import { decode, type Encoding } from '../files/encoding.ts';
import { Refusal } from '../refusal.ts';
import { createXmlReader, type XmlHandlers } from '../xml.ts';
import { createJunitTests } from './junit.ts';
import type { ResultCount } from './resultCount.ts';
import { xmlDialects } from './xmlDialects.ts';
import { createXmlTests } from './xmlTests.ts';

/** What a test printed may be long; nothing of it is kept. */
const LONGEST_OUTPUT = 64 * 1024 ** 2;

/** The file is something else than test results; among many files it is left aside. */
export class NoResults extends Refusal {}

interface Counter {
  readonly handlers: XmlHandlers;
  readonly result: () => ResultCount;
}

/** Counts the tests of an XML file in whichever dialect its root is of. */
export async function readXmlResults(
  bytes: Bytes,
  encoding: Encoding,
  tell: (fraction: number) => void,
): Promise<ResultCount> {
  const { shown } = bytes;
  let counter: Counter | null = null;
  const xml = createXmlReader(
    { shown, longestText: LONGEST_OUTPUT },
    {
      open(tag, depth, language) {
        counter ??= counterFor(tag.name, language, shown);
        counter.handlers.open(tag, depth, language);
      },
      close: (name, depth) => counter?.handlers.close?.(name, depth),
    },
  );
  let read = 0;
  for await (const text of decode(bytes, encoding)) {
    xml.write(text);
    read += text.length;
    tell(read / bytes.size);
  }
  xml.end();
  const { result } = counter as unknown as Counter;
  const count = result();
  return { ...count, notes: [...xml.notes(), ...count.notes] };
}

function counterFor(root: string, language: string, shown: string): Counter {
  if (root === 'testsuites' || root === 'testsuite') return createJunitTests(shown);
  const dialect = xmlDialects.find(({ isRoot }) => isRoot(root, language));
  if (dialect) return createXmlTests(dialect, shown);
  throw new NoResults(wrongRoot(shown, root));
}

function wrongRoot(shown: string, root: string): string {
  const hints: Readonly<Record<string, string>> = {
    robot: 'is Robot Framework’s own output; run it with --xunit and import that file',
    'test-suites': 'is a result that this import does not know; export it as JUnit XML',
    coverage: 'is a report of code coverage, not of test results',
    project: 'is a project file (Maven or Ant), not test results; import the TEST-*.xml files that it makes',
    Workbook: 'is a spreadsheet in Excel’s XML format of 2003; open it in Excel and save it as .xlsx',
  };
  const hint = Object.hasOwn(hints, root) ? hints[root] : undefined;
  return `“${shown}” ${hint ?? `is XML, but no test result that this import knows: it begins with <${shownWord(root)}>; export it as JUnit XML`}.`;
}

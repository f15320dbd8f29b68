import type { ReadImportInput, ReadImportOutput } from '../../../shared/domain/importing/reading.ts';
import { shownName } from '../../../shared/domain/importing/shown.ts';
import { countOf } from '../../../shared/domain/rulebook/words.ts';
import type { Bytes } from '../files/bytes.ts';
import { decode, type Encoding, encodingInWords } from '../files/encoding.ts';
import type { Report } from '../progress.ts';
import { refuse } from '../refusal.ts';
import { RowsFile } from '../rowsFile.ts';
import { createXmlReader } from '../xml.ts';
import { createTestCounter, type TestCount } from './countTests.ts';
import { totalOf } from './outcomes.ts';

/** What a test printed may be long; nothing of it is kept. */
const LONGEST_OUTPUT = 64 * 1024 ** 2;
const LARGEST = 1024 ** 3;

/** JUnit XML becomes one test phase: the counts of all its tests. */
export async function readJunit(
  bytes: Bytes,
  encoding: Encoding,
  input: ReadImportInput,
  report: Report,
): Promise<ReadImportOutput> {
  const { shown } = bytes;
  if (bytes.size > LARGEST) refuse(`“${shown}” is larger than 1 GB; split it into smaller files.`);
  const counter = createTestCounter(shown);
  const xml = createXmlReader({ shown, longestText: LONGEST_OUTPUT }, counter.handlers);
  let read = 0;
  for await (const text of decode(bytes, encoding)) {
    xml.write(text);
    read += text.length;
    report(`Counting the tests of “${shown}”`, read / bytes.size);
  }
  xml.end();
  const count = counter.result();
  const { passed, failed, notRun } = count.counts;
  if (totalOf(count.counts) === 0)
    refuse(`“${shown}” holds no test: it lists none and counts none. Run the tests again, or choose another file.`);
  const name = input.defaults.name ?? phaseName(count, input.name);
  const run = passed + failed;
  const fields = { ...input.defaults, name, planned: run + notRun, run, passed, failed, notRun };
  const file = new RowsFile(input.out);
  try {
    file.add(1, fields);
    await file.finish();
  } catch (error) {
    await file.discard();
    throw error;
  }
  const suites = count.suites > 1 ? [`${countOf(count.suites, 'suite')} were counted into one phase.`] : [];
  return {
    format: 'junit',
    encoding: encodingInWords(encoding),
    delimiter: null,
    sheets: [],
    sheet: null,
    headerRow: null,
    columns: [],
    mapping: {},
    readings: [],
    rows: 1,
    good: 1,
    problems: [],
    problemCount: 0,
    notes: [...suites, ...count.notes],
  };
}

function phaseName({ name }: TestCount, file: string): string {
  return (name ?? shownName(file).replace(/\.[^.]+$/, '')).slice(0, 300).toWellFormed();
}

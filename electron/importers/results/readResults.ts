import { countOf, joinFew } from '../../../shared/domain/foundation/words.ts';
import type { ReadImportInput, ReadImportOutput } from '../../../shared/domain/importing/reading.ts';
import { shownName } from '../../../shared/domain/importing/shown.ts';
import { textHead } from '../csv/csvSource.ts';
import type { Bytes } from '../files/bytes.ts';
import { detectEncoding, type Encoding, encodingInWords, encodingNotes } from '../files/encoding.ts';
import type { Report } from '../progress.ts';
import { refuse } from '../refusal.ts';
import { RowsFile } from '../rowsFile.ts';
import { isJson, readJsonResults } from './jsonResults.ts';
import { totalOf } from './outcomes.ts';
import { addUp, type ResultCount } from './resultCount.ts';
import { sameFiles } from './sameFiles.ts';
import { isTap, readTap } from './tap.ts';
import { NoResults, readXmlResults } from './xmlResults.ts';

const LARGEST = 1024 ** 3;

/** Whether text is of a format of test results, and no table. */
export function isResults(head: string): boolean {
  return isXml(head) || isJson(head) || isTap(head);
}

function isXml(head: string): boolean {
  return /^[\s\ufeff]*<(?:\?xml|[a-z!])/i.test(head);
}

interface ReadFile {
  readonly count: ResultCount;
  readonly shown: string;
  readonly encoding: Encoding;
}

/** One file of test results becomes one phase. */
export async function readResults(bytes: Bytes, input: ReadImportInput, report: Report): Promise<ReadImportOutput> {
  const file = await countFile(bytes, (done) => report(`Counting the tests of “${bytes.shown}”`, done));
  const name = file.count.name ?? shownName(input.name).replace(/\.[^.]+$/, '');
  return phaseOf([file], name, [], input);
}

/**
 * Many files of one run become one phase: their tests add up. Files of other kinds that lie beside them are left aside
 * and named; damaged ones are not, for the sum would be short.
 *
 * @param name what the phase is called where the user does not say; null: it has to be said
 */
export async function readManyResults(
  files: readonly Bytes[],
  name: string | null,
  leavesAside: boolean,
  input: ReadImportInput,
  report: Report,
): Promise<ReadImportOutput> {
  if (name === null && input.defaults.name === undefined)
    refuse(`${countOf(files.length, 'file')} of one run were chosen; say which test phase they are.`);
  const read: ReadFile[] = [];
  const counted: Bytes[] = [];
  const aside: string[] = [];
  for (const [index, bytes] of files.entries()) {
    report(`Counting the tests of “${bytes.shown}”`, index / files.length);
    try {
      read.push(await countFile(bytes, () => undefined));
      counted.push(bytes);
    } catch (error) {
      if (!leavesAside || !(error instanceof NoResults)) throw error;
      aside.push(`“${bytes.shown}”`);
    }
  }
  mustBeDistinct(read);
  const same = (await sameFiles(counted)).map((shown) => `“${shown}”`);
  const notes = [
    `${countOf(read.length, 'file')} of one run ${read.length === 1 ? 'was' : 'were'} counted into one phase.`,
    ...(same.length > 0
      ? [`The same, byte for byte, as another of the files, and counted as a run of its own: ${joinFew(same, 5)}.`]
      : []),
    ...(aside.length > 0 ? [`Left aside, for they hold no test results: ${joinFew(aside, 5)}.`] : []),
  ];
  return phaseOf(read, name ?? '', notes, input);
}

async function countFile(bytes: Bytes, tell: (done: number) => void): Promise<ReadFile> {
  const { shown } = bytes;
  if (bytes.size > LARGEST) refuse(`“${shown}” is larger than 1 GB; split it into smaller files.`);
  const found = await detectEncoding(bytes);
  if (!found.text) throw new NoResults(`“${shown}” is not a text file, and no test result that this import knows.`);
  const { encoding } = found;
  const head = await textHead(bytes, encoding);
  const count = isXml(head)
    ? await readXmlResults(bytes, encoding, tell)
    : isJson(head)
      ? await readJsonResults(bytes, encoding, head)
      : isTap(head)
        ? await readTap(bytes, encoding)
        : null;
  if (!count)
    throw new NoResults(`“${shown}” is no test result that this import knows; export the results as JUnit XML.`);
  return { count, shown, encoding };
}

/** A collected report beside the files that it was made of would count every test twice. */
function mustBeDistinct(files: readonly ReadFile[]): void {
  const seen = new Map<string, string>();
  for (const { count, shown } of files)
    for (const suite of count.suites) {
      const other = seen.get(suite);
      if (other !== undefined && other !== shown)
        refuse(
          `“${shown}” and “${other}” hold the same suite of tests, which would count twice; leave one of the two files out.`,
        );
      seen.set(suite, shown);
    }
}

async function phaseOf(
  files: readonly ReadFile[],
  ownName: string,
  notes: readonly string[],
  input: ReadImportInput,
): Promise<ReadImportOutput> {
  const shown = shownName(input.name);
  if (input.sheet !== null || (input.headingRow ?? null) !== null)
    refuse(`“${shown}” holds test results and no table, so neither a sheet nor a row of headings can be chosen in it.`);
  const sum = addUp(files.map(({ count }) => count));
  const counts = input.partialLists === 'stated' ? sum.stated : sum.listed;
  const total = totalOf(counts);
  if (total === 0)
    refuse(`“${shown}” holds no test: it lists none and counts none. Run the tests again, or choose another file.`);
  const { passed, failed, notRun } = counts;
  const name = input.defaults.name ?? ownName.slice(0, 300).toWellFormed();
  const run = passed + failed;
  const file = new RowsFile(input.out);
  try {
    file.add(1, { ...input.defaults, name, planned: total, run, passed, failed, notRun });
    await file.finish();
  } catch (error) {
    await file.discard();
    throw error;
  }
  const decided = input.partialLists ?? null;
  const [first] = files;
  return {
    format: 'results',
    formatName: [...new Set(files.map(({ count }) => count.formatName))].join(', '),
    encoding: first && files.length === 1 ? encodingInWords(first.encoding) : null,
    delimiter: null,
    sheets: [],
    sheet: null,
    headerRow: null,
    columns: [],
    mapping: {},
    readings: [],
    dateOrder: null,
    hasPartialLists: sum.differences.length > 0,
    questions:
      decided === null && sum.differences.length > 0
        ? [
            {
              about: 'partialLists',
              word: null,
              field: null,
              sentence: `${joinFew(sum.differences, 3)}; say whether the tests listed or the numbers stated count.`,
            },
          ]
        : [],
    rows: 1,
    good: 1,
    problems: [],
    problemCount: 0,
    refusedRows: 0,
    notes: [
      ...files
        .flatMap(({ encoding }) => encodingNotes(encoding))
        .filter((note, index, all) => all.indexOf(note) === index),
      ...notes,
      ...sum.notes,
      ...(decided === null
        ? []
        : sum.differences.map(
            (text) =>
              `${text}; ${decided === 'listed' ? 'the tests listed' : 'the numbers stated'} were counted, as chosen.`,
          )),
    ],
  };
}

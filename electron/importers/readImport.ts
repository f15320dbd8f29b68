import { realpath, stat } from 'node:fs/promises';
import type { ProgressReport } from '../../shared/contract/processMessages.ts';
import type { AppError } from '../../shared/domain/foundation/appError.ts';
import { fail, type Result } from '../../shared/domain/foundation/result.ts';
import { joinFew } from '../../shared/domain/foundation/words.ts';
import { checkDefaults, checkValueMaps } from '../../shared/domain/importing/checkInput.ts';
import type { ReadImportInput, ReadImportOutput } from '../../shared/domain/importing/reading.ts';
import { shownName } from '../../shared/domain/importing/shown.ts';
import { csvSource, textHead, textOf } from './csv/csvSource.ts';
import { docxSource } from './docx/docxSource.ts';
import { type Bytes, bytesOfFile, bytesOfPath, bytesOfText } from './files/bytes.ts';
import { detectEncoding, type EncodingFinding } from './files/encoding.ts';
import { compoundSentence, fileKindOf, nameOfBinary, otherTextKind, WEB_PAGE } from './files/fileKind.ts';
import { type InputFile, openInput } from './files/inputFile.ts';
import { isResultName, resultFilesIn } from './files/resultFiles.ts';
import { htmlSource } from './html/htmlSource.ts';
import { markdownSource } from './markdownSource.ts';
import { odsSource } from './ods/odsSource.ts';
import { type Report, throttled } from './progress.ts';
import { readTable } from './readTable.ts';
import { refusable, refuse } from './refusal.ts';
import { isResults, readManyResults, readResults } from './results/readResults.ts';
import { xlsxSource } from './xlsx/xlsxSource.ts';
import { openZip } from './xlsx/zipEntries.ts';

/**
 * Reads what people bring (CSV, spreadsheets, test results, tables of a document or pasted ones) into rows of facts,
 * written to `input.out` as NDJSON. Whatever the input holds, the answer is a value: bad input is a failure with one
 * sentence, a bad row a problem, and what has to be said before anything is taken a question.
 */
export function readImport(
  input: ReadImportInput,
  send: (report: ProgressReport) => void,
): Promise<Result<ReadImportOutput, AppError>> {
  const shown = shownName(input.name);
  const unfit = checkDefaults(input.kind, input.defaults) ?? checkValueMaps(input.kind, input.valueMaps);
  if (unfit) return Promise.resolve(fail('invalidInput', unfit, shown));
  const report = throttled(send);
  const { source } = input;
  return refusable(shown, () => {
    if ('text' in source) return readPasted(source.text, input, shown, report);
    if ('files' in source) return readFiles(source.files, null, false, input, report);
    return readPath(source.file, input, shown, report);
  });
}

/** A folder is the test results in it. */
async function readPath(
  path: string,
  input: ReadImportInput,
  shown: string,
  report: Report,
): Promise<ReadImportOutput> {
  const isFolder = !path.includes('\0') && path !== '' && (await stat(path)).isDirectory();
  if (!isFolder || input.kind !== 'results') return readFile(path, input, shown, report);
  return readFiles(await resultFilesIn(path, shown), shown, true, input, report);
}

async function readFile(
  path: string,
  input: ReadImportInput,
  shown: string,
  report: Report,
): Promise<ReadImportOutput> {
  const file = await openInput(path, shown);
  try {
    report(`Opening “${shown}”`, 0);
    const output = await readOpened(file, input, report);
    await file.mustBeUnchanged();
    return output;
  } catch (error) {
    // What looks damaged may have been half written: the change is the better sentence.
    await file.mustBeUnchanged();
    throw error;
  } finally {
    await file.handle.close();
  }
}

/** Several files of one test run; each is opened when its turn comes, for there may be thousands. */
async function readFiles(
  paths: readonly string[],
  name: string | null,
  leavesAside: boolean,
  input: ReadImportInput,
  report: Report,
): Promise<ReadImportOutput> {
  const { kind } = input;
  if (kind !== 'results')
    refuse(`Several files at once can only be test results of one run; import ${kind} file by file.`);
  const { once, again } = await eachOnce(paths);
  const files = await Promise.all(once.map((path) => bytesOfPath(path, shownName(path))));
  const output = await readManyResults(files, name, leavesAside, input, report);
  if (again.length === 0) return output;
  const named = joinFew([...new Set(again.map((path) => `“${shownName(path)}”`))], 5);
  return { ...output, notes: [...output.notes, `Named more than once, and counted once: ${named}.`] };
}

/** One file is one part of the run, by whatever paths it is named; a copy of it is a file of its own. */
async function eachOnce(paths: readonly string[]) {
  const seen = new Set<string>();
  const once: string[] = [];
  const again: string[] = [];
  for (const path of paths) {
    // One that is not there is refused when it is read.
    const real = await realpath(path).catch(() => path);
    (seen.has(real) ? again : once).push(path);
    seen.add(real);
  }
  return { once, again };
}

async function readOpened(file: InputFile, input: ReadImportInput, report: Report): Promise<ReadImportOutput> {
  const bytes = bytesOfFile(file);
  const head = Buffer.alloc(8);
  await file.handle.read(head, 0, 8, 0);
  switch (fileKindOf(head)) {
    case 'zip':
      return readArchive(file, input, report);
    case 'compound':
      return refuse(await compoundSentence(bytes));
    case 'text':
      return readText(bytes, input, report, false);
  }
}

async function readArchive(file: InputFile, input: ReadImportInput, report: Report): Promise<ReadImportOutput> {
  const zip = await openZip(file);
  const names = [...zip.names()];
  const isOffice =
    zip.has('[Content_Types].xml') || zip.has('mimetype') || names.some((name) => name.startsWith('xl/'));
  const results = isOffice || input.kind !== 'results' ? [] : names.filter(isResultName).sort();
  if (results.length > 0) {
    const files = results.map((name) => zip.bytes(name));
    return readManyResults(files, file.shown.replace(/\.[^.]+$/, ''), true, input, report);
  }
  if (zip.has('word/document.xml'))
    return readTable(await docxSource(zip, input.sheet, input.kind), input, file.shown, report);
  if (zip.has('content.xml') && zip.has('mimetype'))
    return readTable(await odsSource(zip, input.sheet, input.kind), input, file.shown, report);
  return readTable(await xlsxSource(file, zip, input.sheet, input.kind), input, file.shown, report);
}

async function readPasted(
  text: string,
  input: ReadImportInput,
  shown: string,
  report: Report,
): Promise<ReadImportOutput> {
  if (text.trim() === '') refuse('Nothing was pasted; copy a table with its headings and paste it here.');
  const markdown = markdownSource(text);
  return markdown ? readTable(markdown, input, shown, report) : readText(bytesOfText(text, shown), input, report, true);
}

/** Pasted text is text, whatever strange signs it holds. */
const pastedText: EncodingFinding = { text: true, encoding: { name: 'UTF-8', mark: 0, noughts: 0 } };

async function readText(
  bytes: Bytes,
  input: ReadImportInput,
  report: Report,
  pasted: boolean,
): Promise<ReadImportOutput> {
  const { shown } = bytes;
  const found = pasted ? pastedText : await detectEncoding(bytes);
  if (!found.text)
    refuse(
      `“${shown}” is ${await nameOfBinary(bytes)}, which this import cannot read; choose a CSV file, an Excel workbook or JUnit XML.`,
    );
  const head = await textHead(bytes, found.encoding);
  if (head.trim() === '') refuse(`“${shown}” is empty: it holds no text. Choose the file again, or export it anew.`);
  const other = otherTextKind(head);
  if (input.kind === 'results' && isResults(head) && other !== WEB_PAGE) return readResults(bytes, input, report);
  if (other === WEB_PAGE)
    return readTable(await htmlSource(bytes, found.encoding, input.sheet, input.kind), input, shown, report);
  if (other) refuse(`“${shown}” is ${other}, not a table; save the table as CSV or .xlsx and import that.`);
  if (/^\s*<(?:\?xml|[a-z!])/i.test(head))
    refuse(
      `“${shown}” is an XML file; ${input.kind} are read from CSV files and spreadsheets. Save it as .xlsx or CSV in the program that wrote it.`,
    );
  const isMarkdown = bytes.size <= LARGEST_MARKDOWN && (/\.(?:md|markdown)$/i.test(shown) || beginsAsMarkdown(head));
  const markdown = isMarkdown ? markdownSource(await textOf(bytes, found.encoding)) : null;
  const source = markdown ?? (await csvSource(bytes, found.encoding, input.kind, pasted));
  return readTable(source, input, shown, report);
}
/** People write such tables by hand. */
const LARGEST_MARKDOWN = 8 * 1024 * 1024;

/** A row of headings and the line below it, before anything else: a cell of a CSV file may hold such a table, too. */
function beginsAsMarkdown(head: string): boolean {
  const [first = '', second = ''] = head.trimStart().split(/\r\n?|\n/, 2);
  return first.startsWith('|') && second.includes('--') && /^[\s:|-]+$/.test(second);
}

import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PDFDict, PDFDocument, PDFDropdown, PDFName, PDFRadioGroup, PDFTextField } from '@cantoo/pdf-lib';
import { loadPdfjs } from '../../electron/disposable/loadPdfjs.ts';

/** What is typed and ticked, by the name of the field. */
export type Answers = Readonly<Record<string, string>>;

/** The names of a form's fields, in its order. */
async function fieldNames(file: string): Promise<readonly string[]> {
  const document = await PDFDocument.load(readFileSync(file), { updateMetadata: false });
  return document
    .getForm()
    .getFields()
    .map((field) => field.getName());
}

/** Fills by the reference of the criterion: the n-th criterion of the paper, as its fields are named. */
export async function answersTo(
  file: string,
  criteria: readonly string[],
  said: Readonly<Record<string, Readonly<Record<string, string>>>>,
  meeting: Answers = {},
): Promise<Answers> {
  const positions = (await fieldNames(file)).filter((name) => name.endsWith('/position'));
  return Object.assign(
    {},
    meeting,
    ...Object.entries(said).map(([criterion, parts]) => {
      const position = positions[criteria.indexOf(criterion)];
      if (position === undefined) throw new Error(`${criterion} is not in the paper`);
      const named = Object.entries(parts).map(([part, text]) => [position.replace(/position$/, part), text]);
      return Object.fromEntries(named) as Answers;
    }),
  );
}

async function filled(file: string, answers: Answers, options = {}): Promise<PDFDocument> {
  const document = await PDFDocument.load(readFileSync(file), options);
  const form = document.getForm();
  for (const [name, text] of Object.entries(answers)) {
    const field = form.getField(name);
    if (field instanceof PDFTextField) field.setText(text);
    else if (field instanceof PDFRadioGroup || field instanceof PDFDropdown) field.select(text);
  }
  return document;
}

/** As a library of forms does it: with appearances of its own, the whole file written anew, its metadata changed. */
export async function fillWithPdfLib(file: string, answers: Answers, out: string): Promise<void> {
  writeFileSync(out, await (await filled(file, answers)).save());
}

/** The same, appended to the file as it was. */
export async function fillAppending(file: string, answers: Answers, out: string): Promise<void> {
  const document = await filled(file, answers, { forIncrementalUpdate: true });
  writeFileSync(out, await document.commit());
}

/** Takes attachments, metadata and structure out, and the attached files with them: what is not in the file cannot be found in it. */
export function dropAttachments(document: PDFDocument): void {
  for (const entry of ['Names', 'AF', 'Metadata', 'StructTreeRoot', 'MarkInfo'])
    document.catalog.delete(PDFName.of(entry));
  for (const [ref, object] of document.context.enumerateIndirectObjects())
    if (object instanceof PDFDict && object.has(PDFName.of('EF'))) document.context.delete(ref);
}

/** Saved without attachments, metadata and structure. */
export async function fillAndStrip(file: string, answers: Answers, out: string): Promise<void> {
  const document = await filled(file, answers);
  dropAttachments(document);
  document.setTitle('Scan 0001');
  writeFileSync(out, await document.save({ useObjectStreams: false }));
}

/** As pdf.js does it, which is the viewer of Firefox. */
export async function fillWithPdfjs(file: string, answers: Answers, out: string): Promise<void> {
  const { getDocument } = await loadPdfjs();
  const task = getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 });
  const document = await task.promise;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    for (const widget of await page.getAnnotations()) {
      const { id, fieldName, buttonValue } = widget as { id: string; fieldName?: string; buttonValue?: string };
      const answer = fieldName === undefined ? undefined : answers[fieldName];
      if (answer === undefined) continue;
      document.annotationStorage.setValue(id, { value: buttonValue ? buttonValue === answer : answer });
    }
  }
  writeFileSync(out, await document.saveDocument());
  await task.destroy();
}

// Debian's own Python: the bindings that come with its packages are in no other.
const python = '/usr/bin/python3';
const importPoppler = "import gi; gi.require_version('Poppler', '0.18'); from gi.repository import Poppler";

/** Whether this machine has what fills as Okular does; `npm test` installs it where it may. */
export const hasPoppler = spawnSync(python, ['-c', importPoppler]).status === 0;

/** As poppler does it, which is the engine of Okular and Evince. Its buttons do not say what they stand for, so they are counted. */
export async function fillWithPoppler(file: string, answers: Answers, out: string): Promise<void> {
  const form = (await PDFDocument.load(readFileSync(file), { updateMetadata: false })).getForm();
  const buttons = form
    .getFields()
    .filter((field) => field instanceof PDFRadioGroup)
    .map((field) => [field.getName(), field.getOptions().indexOf(answers[field.getName()] ?? '')] as const);
  const input = JSON.stringify({ texts: answers, buttons: Object.fromEntries(buttons) });
  const program = fileURLToPath(new URL('fillWithPoppler.py', import.meta.url));
  execFileSync(python, [program, file, out], { input });
}

/** The fields drawn into the pages, as a print to PDF leaves them. */
export async function flatten(file: string, answers: Answers, out: string): Promise<void> {
  const document = await filled(file, answers);
  document.getForm().flatten();
  writeFileSync(out, await document.save());
}

export function qpdf(...args: readonly string[]): void {
  execFileSync('qpdf', [...args]);
}

/** What one row of the benchmark measures, and how far it may go. */
export interface Bound {
  /** What is measured, in words. */
  readonly figure: string;
  readonly unit: 'ms' | 'MB' | 'bytes';
  /** What is measured beside it, in the same unit; null where a person is the reference. */
  readonly reference: string | null;
  /** The most that the figure, or the figure divided by the reference, may be; null: it is told and not judged. */
  readonly goal: { readonly of: 'figure' | 'ratio'; readonly most: number } | null;
}

const figure = (most: number) => ({ of: 'figure', most }) as const;
const ratio = (most: number) => ({ of: 'ratio', most }) as const;
const csv = '100,000 issues of 10 columns from CSV';

/**
 * Every bound on time and memory there is, and the only place where one stands. `npm run bench` judges by them, alone on
 * the machine; no test of `npm test` does.
 */
export const bounds = {
  'start.empty': {
    figure: 'start of the app to its first screen, a new store',
    unit: 'ms',
    reference: 'the same Electron showing an empty page',
    goal: ratio(1.5),
  },
  'start.large': {
    figure: 'start of the app to its first screen, 200 criteria, 2,000 evidence items, 5,000 issues',
    unit: 'ms',
    reference: 'the same Electron showing an empty page',
    goal: ratio(2),
  },
  'screen.click': {
    figure: 'click to the slowest screen, 200 criteria, 2,000 evidence items, 5,000 issues',
    unit: 'ms',
    reference: null,
    goal: figure(300),
  },
  'key.frame': {
    figure: 'slowest key of a word to the next frame, in the same release',
    unit: 'ms',
    reference: 'a frame',
    goal: ratio(3),
  },
  'key.findings': {
    figure: 'Enter on a status to the new findings on the screen, in the same release',
    unit: 'ms',
    reference: 'a frame',
    goal: ratio(3),
  },
  'preview.change': {
    figure: 'a changed wording to its preview, sample release',
    unit: 'ms',
    reference: null,
    goal: figure(1000),
  },
  'frames.pack': {
    figure: 'longest gap between frames while a pack of 200 pages is made',
    unit: 'ms',
    reference: null,
    goal: figure(250),
  },
  'frames.import': {
    figure: 'longest gap between frames while 100,000 issues are read and taken',
    unit: 'ms',
    reference: null,
    goal: figure(250),
  },
  'edit.20': {
    figure: 'a saved edit of one field, engine part, 20 criteria',
    unit: 'ms',
    reference: 'a durable SQLite commit of two rows',
    goal: ratio(4),
  },
  'edit.200': {
    figure: 'a saved edit of one field, engine part, 200 criteria',
    unit: 'ms',
    reference: 'the same at 20 criteria',
    goal: ratio(1.5),
  },
  'edit.1000': {
    figure: 'a saved edit of one field, engine part, 1,000 criteria',
    unit: 'ms',
    reference: 'the same at 20 criteria',
    goal: ratio(1.5),
  },
  'edit.answer': {
    figure: 'the answer to that edit at 1,000 criteria',
    unit: 'bytes',
    reference: null,
    goal: figure(20_000),
  },
  'readiness.large': {
    figure: 'readiness of 1,000 criteria, 10,000 evidence items, 5,000 views',
    unit: 'ms',
    reference: null,
    goal: figure(50),
  },
  'readiness.growth': {
    figure: 'readiness of ten times that',
    unit: 'ms',
    reference: 'readiness of that',
    goal: ratio(12),
  },
  'open.release': {
    figure: 'a release of 1,000 criteria and 10,000 evidence items opened for the first time',
    unit: 'ms',
    reference: 'its release file read and parsed by JSON.parse',
    goal: ratio(3),
  },
  'search.find': {
    figure: 'five searches in 100,000 records',
    unit: 'ms',
    reference: 'bare FTS5',
    goal: ratio(1.5),
  },
  'import.release': {
    figure: 'a release file of 16,000 records imported',
    unit: 'ms',
    reference: 'bare inserts of the same rows, one durable commit',
    goal: ratio(4),
  },
  'import.csv': {
    figure: `${csv}: read, checked, written`,
    unit: 'ms',
    reference: 'csv-parse alone, warm',
    goal: ratio(2.5),
  },
  'import.excel': {
    figure: '100,000 issues of 10 columns from a workbook: growth of memory',
    unit: 'MB',
    reference: null,
    goal: figure(200),
  },
  'import.ledger': {
    figure: `${csv} into the ledger, by the command line`,
    unit: 'ms',
    reference: 'csv-parse alone, cold',
    goal: ratio(3),
  },
  'import.memory': {
    figure: 'the same: more memory than for one row',
    unit: 'MB',
    reference: null,
    goal: figure(100),
  },
  'pack.tags': {
    figure: 'pack of 200 pages, laid out and tagged',
    unit: 'ms',
    reference: 'plain pdfmake',
    goal: ratio(1.4),
  },
  'pack.whole': {
    figure: 'pack of 200 pages as shipped, read back',
    unit: 'ms',
    reference: 'plain pdfmake',
    goal: ratio(3),
  },
  'pack.memory': {
    figure: 'pack of 1,000 pages as shipped: peak memory',
    unit: 'MB',
    reference: 'plain pdfmake',
    goal: ratio(1.1),
  },
  'pack.hand.20': {
    figure: 'pack of 20 pages as shipped, read back',
    unit: 'ms',
    reference: 'pdfkit drawing its words and tables by hand',
    goal: ratio(3),
  },
  'pack.print.20': {
    figure: 'pack of 20 pages as shipped, read back',
    unit: 'ms',
    reference: 'printToPDF of the same content as HTML',
    goal: ratio(1 / 3.5),
  },
  'pack.hand.200': {
    figure: 'pack of 200 pages as shipped, read back',
    unit: 'ms',
    reference: 'pdfkit drawing its words and tables by hand',
    goal: ratio(3),
  },
  'pack.print.200': {
    figure: 'pack of 200 pages as shipped, read back',
    unit: 'ms',
    reference: 'printToPDF of the same content as HTML',
    goal: ratio(1 / 3.5),
  },
  'pack.hand.1000': {
    figure: 'pack of 1,000 pages as shipped, read back',
    unit: 'ms',
    reference: 'pdfkit drawing its words and tables by hand',
    goal: ratio(3),
  },
  'pack.print.1000': {
    figure: 'pack of 1,000 pages as shipped, read back',
    unit: 'ms',
    reference: 'printToPDF of the same content as HTML',
    goal: ratio(1 / 3.5),
  },
  'pack.verify': {
    figure: 'that pack of 1,000 pages verified',
    unit: 'ms',
    reference: 'half of making it',
    goal: ratio(1),
  },
  'pack.verify.sha': {
    figure: 'that pack of 1,000 pages verified',
    unit: 'ms',
    reference: 'sha256sum of it',
    goal: null,
  },
  'files.large': {
    figure: 'one file of 1 GB in',
    unit: 'ms',
    reference: 'sha256sum and a copy',
    goal: ratio(1),
  },
  'files.many': {
    figure: '256 files of 4 MB in',
    unit: 'ms',
    reference: 'sha256sum and a copy',
    goal: ratio(1),
  },
  'exchange.add': {
    figure: 'a bundle of 10,000 new records taken in',
    unit: 'ms',
    reference: null,
    goal: figure(5000),
  },
  'exchange.change': {
    figure: 'a bundle of 10,000 changed records taken in',
    unit: 'ms',
    reference: null,
    goal: figure(5000),
  },
  'exchange.export': {
    figure: 'a bundle of 20,000 records and 300 MB made',
    unit: 'ms',
    reference: 'unzip and sha256sum of it',
    goal: ratio(4),
  },
  'exchange.inspect': {
    figure: 'the same looked at',
    unit: 'ms',
    reference: 'unzip and sha256sum of it',
    goal: ratio(4),
  },
  'exchange.apply': {
    figure: 'the same taken in',
    unit: 'ms',
    reference: 'unzip and sha256sum of it',
    goal: ratio(4),
  },
  'exchange.field': {
    figure: 'a bundle of one changed field',
    unit: 'bytes',
    reference: null,
    goal: figure(50_000),
  },
} as const satisfies Readonly<Record<string, Bound>>;

export type Row = keyof typeof bounds;

import type { ListKind } from '../records/recordKinds.ts';
import { type ImportField, importFieldsOf } from './importField.ts';
import { perTestFields } from './perTestFields.ts';

/** What can be brought in from other people's tables. */
export const importKinds = ['results', 'issues', 'scope', 'criteria', 'views'] as const;
export type ImportKind = (typeof importKinds)[number];

interface ImportKindSpec {
  /** The kind of record that a row becomes. */
  readonly record: ListKind;
  readonly fields: readonly ImportField[];
  /** The fields that name a record: two rows of one file may not share them. */
  readonly key: readonly string[];
}

const countsFirst = ['name', 'region', 'planned', 'run', 'passed', 'failed', 'notRun'];

export const importKindSpecs: Readonly<Record<ImportKind, ImportKindSpec>> = {
  results: {
    record: 'testPhase',
    fields: [...importFieldsOf('testPhase', countsFirst), ...perTestFields],
    key: ['name', 'region'],
  },
  issues: {
    record: 'testIssue',
    fields: importFieldsOf('testIssue', ['reference', 'title', 'severity', 'open', 'phase']),
    key: ['reference'],
  },
  scope: { record: 'modification', fields: importFieldsOf('modification'), key: ['reference', 'part'] },
  criteria: { record: 'criterion', fields: importFieldsOf('criterion'), key: ['reference'] },
  // A body may speak of a criterion again, on another day, and be asked again, on another day or in another paper.
  views: { record: 'view', fields: importFieldsOf('view'), key: ['body', 'criterion', 'on', 'askedOn', 'paper'] },
};

export function fieldOf(kind: ImportKind, field: string): ImportField | undefined {
  return importKindSpecs[kind].fields.find((spec) => spec.field === field);
}

/** Our own table has every label that it writes as a heading. */
export function isOwnTable(kind: ImportKind, columns: readonly string[]): boolean {
  const written = importKindSpecs[kind].fields.filter((field) => !perTestFields.includes(field));
  return written.every(({ label }) => columns.includes(label));
}

/** The fields of a record of which a row may state a part: what it leaves out stays as it stands. */
export function partialFields(kind: ImportKind): readonly string[] {
  const names = importKindSpecs[kind].fields.flatMap(({ field }) =>
    field.includes('.') ? [field.slice(0, field.indexOf('.'))] : [],
  );
  return [...new Set(names)];
}

import type { ListKind } from '../records/recordKinds.ts';
import { criteria } from './fields/criteria.ts';
import type { ImportField, KindFields } from './fields/field.ts';
import { issues } from './fields/issues.ts';
import { results } from './fields/results.ts';
import { scope } from './fields/scope.ts';
import { views } from './fields/views.ts';

/** What can be brought in from other people's tables. */
export const importKinds = ['results', 'issues', 'scope', 'criteria', 'views'] as const;
export type ImportKind = (typeof importKinds)[number];

interface ImportKindSpec {
  /** The kind of record that a row becomes. */
  readonly record: ListKind;
  readonly fields: KindFields;
  /** The fields that name a record: two rows of one file may not share them. */
  readonly key: readonly string[];
}

export const importKindSpecs: Readonly<Record<ImportKind, ImportKindSpec>> = {
  results: { record: 'testPhase', fields: results, key: ['name', 'region'] },
  issues: { record: 'testIssue', fields: issues, key: ['reference'] },
  scope: { record: 'modification', fields: scope, key: ['reference', 'part'] },
  criteria: { record: 'criterion', fields: criteria, key: ['reference'] },
  // A body may speak of a criterion again, on another day.
  views: { record: 'view', fields: views, key: ['body', 'criterion', 'on'] },
};

export function fieldOf(kind: ImportKind, field: string): ImportField | undefined {
  return importKindSpecs[kind].fields.find((spec) => spec.field === field);
}

/** Our own table has every label that it writes as a heading. */
export function isOwnTable(kind: ImportKind, columns: readonly string[]): boolean {
  const labels = importKindSpecs[kind].fields.filter(({ field }) => !unwritten.includes(field));
  return labels.every(({ label }) => columns.includes(label));
}

/** What only tables with a row per test have. */
const unwritten: readonly string[] = ['test', 'configuration', 'outcome'];

/** The fields of a record of which a row may state a part: what it leaves out stays as it stands. */
export function partialFields(kind: ImportKind): readonly string[] {
  const names = importKindSpecs[kind].fields.flatMap(({ field }) =>
    field.includes('.') ? [field.slice(0, field.indexOf('.'))] : [],
  );
  return [...new Set(names)];
}

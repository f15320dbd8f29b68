export type FieldType =
  | 'text'
  | 'long'
  | 'date'
  | 'number'
  | 'yesNo'
  | 'choice'
  | 'choices'
  | 'tags'
  | 'rows'
  | 'shown';

/** How one field of a record is shown and edited. `field` may name a part of a field: `needs.minimumItems`. */
export interface FieldSpec {
  readonly field: string;
  readonly label: string;
  readonly type: FieldType;
  /** Columns of twelve. */
  readonly span: number;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  readonly hint?: string;
  /** The parts of each row, where the field is a list of small records (`rows`, `shown`). */
  readonly parts?: readonly FieldSpec[];
}

/** A field's spec in one line. */
export const spec = (
  field: string,
  label: string,
  type: FieldType,
  span: number,
  more: Partial<FieldSpec> = {},
): FieldSpec => ({ field, label, type, span, ...more });

/** `dccSystems` reads as `DCC Systems`. */
const words: Readonly<Record<string, string>> = {
  dccSystems: 'DCC Systems',
  userSystems: 'User Systems',
  users: 'Users',
  secDocuments: 'SEC documents',
  gbcs: 'GBCS (Schedule 8)',
  smets: 'SMETS (Schedule 9)',
  chts: 'CHTS (Schedule 10)',
  dccInternalSystems: 'DCC Internal Systems',
  parseAndCorrelate: 'Parse and Correlate Software',
  implementationPlan: 'implementation plan',
  testingApproach: 'testing approach',
  goLiveCriteria: 'Go-Live criteria',
  tad: 'TAD',
  notMet: 'not met',
  inProgress: 'in progress',
  notSubmitted: 'no evidence submitted',
  notApplicable: 'not applicable',
  supportsWithConditions: 'supports with conditions',
  doesNotSupport: 'does not support',
  noView: 'no view',
  beforeGoLive: 'before Go-Live',
  atGoLive: 'at Go-Live',
  systems: 'systems (12 months)',
  all: 'all (6 months)',
  system: 'System Release',
  documentation: 'Documentation Release',
  'release-page': 'release page',
  'user-testing': 'User testing',
};

export function wordFor(value: string): string {
  return words[value] ?? value;
}

/** Choices with the words people read. */
export const options = (values: readonly string[]) => values.map((value) => ({ value, label: wordFor(value) }));

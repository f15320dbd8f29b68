/** How a cell of a field is read. `outcome` and `test` belong to tables with a row per test. */
export type CellType =
  | 'text'
  | 'reference'
  | 'date'
  | 'count'
  | 'severity'
  | 'openClosed'
  | 'yesNo'
  | 'position'
  | 'selfStatus'
  | 'modificationStatus'
  | 'impacts'
  | 'body'
  | 'bodies'
  | 'outcome';

export interface ImportField {
  readonly field: string;
  readonly label: string;
  readonly type: CellType;
  readonly required: boolean;
  /** What other people's tables call it, the surest name first. The label comes before all of them. */
  readonly aliases: readonly string[];
}

export type KindFields = readonly ImportField[];

/** One field of an import; its label is also the heading of our own tables. */
export function field(
  name: string,
  label: string,
  type: CellType,
  aliases: readonly string[],
  required = false,
): ImportField {
  return { field: name, label, type, required, aliases };
}

/** What Jira calls a field of its own in an export. */
export const jira = (name: string) => [`Custom field (${name})`];

import { plainWord } from '../plainWord.ts';

/** How a cell of a field is read. `outcome` and `test` belong to tables with a row per test. */
export type CellType =
  | 'text'
  | 'reference'
  | 'date'
  | 'count'
  | 'severity'
  | 'openClosed'
  | 'resolution'
  | 'yesNo'
  | 'position'
  | 'selfStatus'
  | 'modificationStatus'
  | 'impacts'
  | 'body'
  | 'bodies'
  | 'list'
  | 'outcome';

export interface ImportField {
  /** The field of the record; `needs.kinds` is a part of one that holds several. */
  readonly field: string;
  readonly label: string;
  readonly type: CellType;
  readonly required: boolean;
  /** What other people's tables call it, the surest name first. The label comes before all of them. */
  readonly aliases: readonly string[];
  /** Names that say it only where the column's values look so too: a release or a folder may be a test phase. */
  readonly weak?: { readonly aliases: readonly string[]; readonly fits: RegExp };
  /** How its values usually look: a column of none of them is taken for the field only where no other can be. */
  readonly usually?: RegExp;
  /** Columns of these names are read in another way than the field's own. */
  readonly readOtherwise?: { readonly names: readonly string[]; readonly type: CellType };
}

export type KindFields = readonly ImportField[];

/** One field of an import; its label is also the heading of our own tables. */
export function field(
  name: string,
  label: string,
  type: CellType,
  aliases: readonly string[],
  required = false,
  more: Pick<ImportField, 'weak' | 'usually' | 'readOtherwise'> = {},
): ImportField {
  return { field: name, label, type, required, aliases, ...more };
}

/** How a test phase is called: by its usual letters, or by a word for it. */
export const phaseLike =
  /(?:^|[^a-z])(?:SIT|UIT|PIT|DIT|UAT|OAT|SVT|FAT|UEPT|UTS|RIT|E2E|ST|NFT)(?:$|[^a-z])|\btest(?:s|ing)?\b|regression|integration|pre-?prod|\bphase\b/i;

/** How the cells of a column of that name are read. */
export function typeOfColumn({ type, readOtherwise }: ImportField, column: string): CellType {
  const is = readOtherwise?.names.some((name) => plainWord(name) === plainWord(column.replace(/ \(\d+\)$/, '')));
  return is && readOtherwise ? readOtherwise.type : type;
}

/** What Jira calls a field of its own in an export. */
export const jira = (name: string) => [`Custom field (${name})`];

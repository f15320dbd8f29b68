/** How a cell of a field is read. `outcome` belongs to tables with a row per test. */
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
  | 'evidenceSeen'
  | 'outcome';

/** How a field is read from other people's tables, and from our own. */
export interface Imported {
  readonly type: CellType;
  /** A row without it is no record. */
  readonly required: boolean;
  /** What other people's tables call it, the surest name first. Our own heading comes before all of them. */
  readonly aliases: readonly string[];
  /** Names that say it only where the column's values look so too: a release or a folder may be a test phase. */
  readonly weak?: { readonly aliases: readonly string[]; readonly fits: (value: string) => boolean };
  /** How its values usually look: a column of none of them is taken for the field only where no other can be. */
  readonly usually?: (value: string) => boolean;
  /** Columns of these names are read in another way than the field's own. */
  readonly readOtherwise?: { readonly names: readonly string[]; readonly type: CellType };
}

type More = Partial<Pick<Imported, 'required' | 'weak' | 'usually' | 'readOtherwise'>>;

/**
 * A field that can be imported.
 * @param aliases separated by ` | `
 */
export function imported(type: CellType, aliases = '', more: More = {}): Imported {
  return { type, required: false, aliases: splitNames(aliases), ...more };
}

/** `Ref | Number | No` taken apart. */
export function splitNames(names: string): readonly string[] {
  return names === '' ? [] : names.split(' | ');
}

const phase =
  /(?:^|[^a-z])(?:SIT|UIT|PIT|DIT|UAT|OAT|SVT|FAT|UEPT|UTS|RIT|E2E|ST|NFT)(?:$|[^a-z])|\btest(?:s|ing)?\b|regression|integration|pre-?prod|\bphase\b/i;

/** How a test phase is called: by its usual letters, or by a word for it. */
export const phaseLike = (value: string): boolean => phase.test(value);

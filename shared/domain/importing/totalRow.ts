import { type ImportKind, importKindSpecs } from './importKinds.ts';
import { plainWord } from './plainWord.ts';

const ofWhat =
  'issues|defects|bugs|tests|test cases|phases|test phases|modifications|mods|criteria|views|rows|items|records';

/** `Total`, `Sub-total`, `Grand total`, `Overall total:`, `Total (SIT)`, `Total number of defects`; never `Total loss of supply`. */
const sum = new RegExp(
  `^(?:(?:grand |sub ?|overall |final |running |combined )?totals?(?: (?:(?:number|count) )?(?:of )?(?:all )?(?:${ofWhat}))?|(?:${ofWhat}) totals?|sum|overall)$`,
);

/** `SIT sub-total`, in any table: nothing is called so. */
const subTotal = /^sub ?totals? \S|\S sub ?totals?$/;

/** `SIT total`, `Total UIT`, `All phases`: of phases, for an issue may be the total loss of supply. */
const ofPhases = /^(?:grand |overall )?totals? \S|\S totals?$|^all (?:phases|tests|test phases)$/;

/** Parts and papers may be called anything, and days are no words. */
const neverSummed: readonly string[] = ['part', 'paper', 'on', 'askedOn'];

/** The fields by which a row of a table names its record, and in which a row of sums says that it is one. */
export function namingFields(kind: ImportKind): readonly string[] {
  return importKindSpecs[kind].key.filter((field) => !neverSummed.includes(field));
}

/** Whether a cell that should name a record says that its row adds up the others. */
export function isTotal(kind: ImportKind, cell: string): boolean {
  if (cell.length > 100) return false;
  const bare = cell.replace(/\s*\([^)]*\)\s*[:.]?\s*$/, '');
  const word = plainWord(bare);
  const isSum = sum.test(word) || subTotal.test(word) || (kind === 'results' && ofPhases.test(word));
  return isSum || bare.trim() === 'Σ';
}

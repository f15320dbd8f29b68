import type { HeldReading, ImportTaken } from '../../shared/contract/import.ts';

/** How many rows are taken and refused as things stand; what the other side keeps is taken only where it is recorded for it. */
export function countsOf({ plan, reading }: HeldReading, onBehalf: boolean) {
  const theirs = onBehalf ? { added: 0, updated: 0 } : plan.theirs;
  return {
    added: plan.added - theirs.added,
    updated: plan.updated - theirs.updated,
    /** Those that could be taken for the other side. */
    theirs: theirs.added + theirs.updated,
    refused: reading.refusedRows + plan.refused + theirs.added + theirs.updated,
  };
}

/** How many rows of the table are planned: all that could be read, less those that were taken already. */
export function plannedRows({ plan }: Pick<HeldReading, 'plan'>): number {
  return plan.added + plan.updated + plan.same + plan.refused;
}

/** What an import did, and what of the table it did not take, with the first reason. */
export function takenInWords(taken: ImportTaken): string {
  const { unchanged, closed, missing, refused, refusedCount } = taken;
  const known = unchanged === 0 ? '' : ` ${unchanged} stood here so already.`;
  return `Took ${taken.taken} new and ${taken.updated} changed.${known}${missingInWords(missing, closed)}${refusedInWords(refused, refusedCount, taken.left !== null)}`;
}

/** Only issues are ever closed by a list; of the others nothing is said but that they stay. */
function missingInWords(missing: number, closed: number): string {
  if (missing === 0) return '';
  if (closed === missing)
    return missing === 1 ? ' The one that it lacks was closed.' : ` All ${missing} that it lacks were closed.`;
  if (closed === 0)
    return missing === 1 ? ' The one that it lacks stays as it is.' : ` The ${missing} that it lacks stay as they are.`;
  const left = missing - closed;
  return ` Of ${missing} that it lacks, ${closed} ${closed === 1 ? 'was' : 'were'} closed and ${left} ${left === 1 ? 'stays as it is' : 'stay as they are'}.`;
}

function refusedInWords(refused: ImportTaken['refused'], count: number, isHeld: boolean): string {
  if (count === 0) return '';
  const were = count === 1 ? '1 row was refused' : `${count} rows were refused`;
  // What a row is refused for when it is taken stands behind what could not be read; it is the news.
  const [last] = refused.slice(-1);
  const why = last
    ? `${count === 1 ? '' : ', such as'} ${last.row > 0 ? `row ${last.row}` : 'the table'}: ${last.sentence}`
    : '.';
  const where = isHeld ? ' The table stays here until you close it.' : '';
  return ` ${were}${count === 1 && last ? ',' : ''}${why}${where}`;
}

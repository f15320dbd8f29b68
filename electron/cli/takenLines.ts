import type { HeldReading, ImportTaken } from '../../shared/contract/import.ts';
import { whyNotClosed } from '../../shared/domain/importing/closing.ts';
import { isRefusedWhole } from '../../shared/domain/importing/reading.ts';
import { countOf } from './words.ts';

/** A command ends with what it took, and holds no table. */
export type Report = Omit<ImportTaken, 'left'>;

/** What a command says of what it took, refused and left, or would. */
export function takenLines(report: Report, held: HeldReading, dryRun: boolean, isAsking: boolean): readonly string[] {
  if (isAsking) return ['Nothing would be taken before this is said.', ...refusedLines(report, held), ...report.notes];
  const verb = dryRun ? 'Would take' : 'Took';
  if (isRefusedWhole(report.refused)) return [`${verb} nothing.`, ...refusedLines(report, held), ...report.notes];
  const head = `${verb} ${countOf(report.taken, 'new record')}, ${report.updated} updated, ${report.unchanged} as they stood, ${report.refusedCount} refused.`;
  return [head, ...refusedLines(report, held), ...missingLines(report, held, dryRun), ...report.notes];
}

export function refusedLines(
  { refused, refusedCount }: Pick<ImportTaken, 'refused' | 'refusedCount'>,
  { reading }: HeldReading,
): readonly string[] {
  const shown = refused.map(({ row, column, sentence }) =>
    row === 0 ? `✕ ${sentence}` : `✕ Row ${row}${column ? `, ${column}` : ''}: ${sentence}`,
  );
  // A row with several bad cells is one refused row, and has a sentence for each.
  const sentences = reading.problemCount + refusedCount - reading.refusedRows;
  const rest = sentences - refused.length;
  return rest > 0 ? [...shown, `… and ${rest} more`] : shown;
}

/** What the list no longer names is never left or closed without a word. */
function missingLines(
  { missing, missingNames, closed }: Report,
  held: HeldReading,
  dryRun: boolean,
): readonly string[] {
  if (missing === 0) return [];
  const shown = missingNames.slice(0, 20);
  const more = missing - shown.length;
  const names = `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  const [are, they] = missing === 1 ? ['is', 'it'] : ['are', 'they'];
  const unless = whyNotClosed(held.kind, held.reading) === null ? ', unless --missing says otherwise' : '';
  const left = dryRun ? `${they} would stay as ${they} ${are}${unless}` : `left as ${they} ${are}`;
  const fate = closed === 0 ? left : dryRun ? `${closed} would be closed` : `${closed} closed`;
  return [`? ${countOf(missing, 'record')} of the release ${are} not in this list: ${names}; ${fate}.`];
}

import type { HistoryEntry } from '../../../shared/contract/history.ts';
import { entryOf } from '../../../shared/domain/catalogue/entries.ts';
import { saying } from '../../../shared/domain/foundation/words.ts';
import { takenOut } from '../../../shared/domain/records/evidence.ts';
import { fieldValueInWords, labelOf } from './historyWords.ts';

type Kind = HistoryEntry['kind'];
type FieldChange = HistoryEntry['changes'][number];

/**
 * Whether an earlier value may be put back from its line. What people enter in a field may. What follows from a deed may not:
 * the status of evidence is somebody's word about the file that it had then, a stamp or a signature about what was seen, and
 * none is true of what stands now because it once was. Evidence has its place to be accepted, which asks. A file comes back
 * with its hash and size, and what was emptied or taken out is none.
 */
export function isRestorable(kind: Kind, { field, before }: FieldChange): boolean {
  const control = kind === null ? undefined : entryOf(kind, field)?.facts.control.type;
  if (control === undefined) return false;
  if (kind === 'evidence' && field === 'file') return before !== null && before !== takenOut;
  return control !== 'elsewhere' && control !== 'shown';
}

/** `“Position” says “Supports” again.`, whatever part of speech the label is. */
export function restoredInWords(kind: Kind, { field, before }: FieldChange): string {
  const label = `“${labelOf(kind, field)}”`;
  const isEmpty = before === null || before === '' || (Array.isArray(before) && before.length === 0);
  return isEmpty
    ? `${label} is empty again.`
    : `${label} says ${saying(fieldValueInWords(kind, field, before))} again.`;
}

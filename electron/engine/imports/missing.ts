import { assertNever } from '../../../shared/domain/foundation/assertNever.ts';
import { fail, type Result } from '../../../shared/domain/foundation/result.ts';
import { whyNotClosed } from '../../../shared/domain/importing/closing.ts';
import type { ImportKind } from '../../../shared/domain/importing/importKinds.ts';
import type { ImportedRow, ReadImportOutput } from '../../../shared/domain/importing/reading.ts';
import { keyOf, type ListKind } from '../../../shared/domain/records/recordKinds.ts';
import { plainPhase } from '../../../shared/domain/testing/issueCells.ts';
import type { StoredRecord } from '../../store/records.ts';
import type { Fields } from '../fields.ts';
import type { Reading } from './heldReadings.ts';

const shownNames = 1000;

/** Finds what a list that is read again no longer names. Tell it every row, also those that nobody takes, and those that were refused. */
export interface MissingFinder {
  readonly see: (row: ImportedRow) => void;
  readonly missing: () => readonly StoredRecord[];
}

export function missingFinder(
  reading: Pick<Reading, 'kind' | 'defaults' | 'output'>,
  records: readonly StoredRecord[],
  named: (row: ImportedRow) => StoredRecord | null,
): MissingFinder {
  const seen = new Set<string>();
  return {
    see: (row) => {
      const record = named(row);
      if (record) seen.add(record.id);
    },
    // A file that was refused as a whole names nothing, and leaves nothing out.
    missing: () =>
      reading.output.problems.some(({ row }) => row === 0)
        ? []
        : records.filter(({ id, fields }) => !seen.has(id) && isExpected(reading, fields)),
  };
}

/**
 * Whether a list of this kind would name the record. A closed issue and a modification that left the scope need not be
 * listed; a list that is said to be of one phase speaks of that phase only; a table of views is never the whole of them.
 */
function isExpected({ kind, defaults }: Pick<Reading, 'kind' | 'defaults'>, fields: Fields): boolean {
  switch (kind) {
    case 'issues':
      return fields.open !== false && (defaults.phase === undefined || isSamePhase(fields.phase, defaults.phase));
    case 'scope':
      return fields.inScope !== false && (fields.removedFromScopeOn ?? null) === null;
    case 'results':
      return defaults.name === undefined;
    case 'criteria':
      return true;
    case 'views':
      return false;
  }
}

/** Compared as the rules compare phases. */
function isSamePhase(one: unknown, other: unknown): boolean {
  const plain = (phase: unknown) => plainPhase(typeof phase === 'string' ? phase : null);
  return plain(one) === plain(other);
}

/** How many they are, and the first by name. */
export function missingInWords(record: ListKind, missing: readonly StoredRecord[]) {
  const missingNames = missing.slice(0, shownNames).map(({ fields }) => keyOf(record, fields as never));
  return { missing: missing.length, missingNames };
}

/** Null where the missing may be closed; otherwise why not. */
export function problemWithClosing(
  kind: ImportKind,
  reading: Pick<ReadImportOutput, 'refusedRows' | 'good'>,
): Result<never> | null {
  const why = whyNotClosed(kind, reading);
  switch (why) {
    case null:
      return null;
    case 'kind':
      return fail('invalidInput', 'Only test issues can be closed because a list no longer names them.', 'missing');
    case 'unread': {
      const rows = reading.refusedRows === 1 ? 'One row' : `${reading.refusedRows} rows`;
      const sentence = `${rows} of this list could not be read, so it cannot tell which issues are missing; mend the list, or leave the missing ones as they are.`;
      return fail('conflict', sentence, 'missing');
    }
    case 'empty': {
      const sentence =
        'This list names no issue at all, so every open issue would be closed by it; choose the list that names those still open, or close the issues one by one.';
      return fail('conflict', sentence, 'missing');
    }
    default:
      return assertNever(why);
  }
}

import { isDeepStrictEqual } from 'node:util';
import { dayInWords } from '../../shared/domain/calendar/calendarDate.ts';
import { fail, type Result } from '../../shared/domain/foundation/result.ts';
import { oneLine, saying } from '../../shared/domain/foundation/words.ts';
import type { RecordKind } from '../../shared/domain/records/recordKinds.ts';
import { nounOf } from './changeSet.ts';
import type { Fields } from './fields.ts';

const longestValue = 200;

/**
 * A field that stands otherwise by now than the one who typed over it saw it, and than what was typed: refused with
 * both values, for nobody overwrites what nobody read. Null: there is none. Read inside the write lock.
 */
export function findUnseen(kind: RecordKind, current: Fields, asked: Fields, expects: Fields): Result<never> | null {
  const field = Object.keys(expects).find((name) => {
    const now = plain(current[name]);
    return (
      name in asked && !isDeepStrictEqual(now, plain(expects[name])) && !isDeepStrictEqual(now, plain(asked[name]))
    );
  });
  if (field === undefined) return null;
  const message = `Meanwhile the ${field} of this ${nounOf(kind)} became ${inWords(current[field])}, so ${inWords(asked[field])} was not saved over it; read it again, and choose one of the two.`;
  return fail('conflict', message, field);
}

/** As it would cross a process: what is not stated is null, at every depth. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null));
}

function inWords(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const isWords = Array.isArray(value) && value.every((each) => typeof each !== 'object');
  const text = isWords ? value.join(', ') : typeof value === 'object' ? JSON.stringify(value) : String(value);
  const shown = oneLine(dayInWords(text));
  return saying(shown.length > longestValue ? `${shown.slice(0, longestValue)}…` : shown);
}

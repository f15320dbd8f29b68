import { type CalendarDate, plusDays } from '../../shared/domain/calendar/calendarDate.ts';
import { londonDay } from '../../shared/domain/calendar/londonDay.ts';
import type { PastChange } from '../../shared/domain/staleness/knownStamp.ts';
import type { LedgerRow } from './chain.ts';
import type { ReadableDb } from './db.ts';
import { entryOf, type LedgerEntry } from './ledger.ts';
import { statement } from './statement.ts';

/**
 * What was changed of a release's criteria and evidence on a day in London and since, the newest first. The instants are
 * UTC, of which a day in London may begin the evening before.
 */
export function readPastChanges(db: ReadableDb, releaseId: string, since: CalendarDate): readonly PastChange[] {
  const sql = `SELECT * FROM ledger WHERE release_id = ? AND kind IN ('criterion', 'evidence') AND at >= ?
    AND action IN ('create', 'edit', 'batch', 'remove', 'restore') ORDER BY seq DESC`;
  return statement<[string, string], LedgerRow>(db, sql)
    .all(releaseId, plusDays(since, -1))
    .flatMap((row) => changesOf(entryOf(db, row)))
    .filter(({ day }) => day >= since);
}

function changesOf(entry: LedgerEntry): readonly PastChange[] {
  const { action, recordId: id } = entry;
  const kind = entry.kind as PastChange['kind'];
  const day = londonDay(Date.parse(entry.at));
  if (action === 'batch') return entry.batch.map((one) => ({ kind, day, ...one })).reverse();
  if (id === null) return [];
  const side = (name: 'before' | 'after') =>
    Object.fromEntries(entry.changes.map((change) => [change.field, change[name]]));
  const wasThere = action === 'edit' || action === 'remove';
  return [
    { kind, day, id, before: wasThere ? side('before') : null, after: action === 'remove' ? null : side('after') },
  ];
}

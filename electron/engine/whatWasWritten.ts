import { isDeepStrictEqual } from 'node:util';
import { countsOfBatch } from '../../shared/domain/records/batchCounts.ts';
import { marksOf } from '../../shared/domain/roles/onBehalf.ts';
import type { ReadableDb } from '../store/db.ts';
import { type LedgerEntry, readEntry } from '../store/ledger.ts';

/** What a use case really wrote, as the history has it. */
interface WhatWasWritten {
  /** Records that were added or came back, that say something else, and that went. */
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  /** Values recorded on their owner's behalf that the owner states the same now: `testPhase:SIT#passed`. */
  readonly confirmed: readonly string[];
}

/** Of the entries from `entry` to `through`; of 0, nothing. */
export function whatWasWritten(db: ReadableDb, entry: number, through: number): WhatWasWritten {
  const done = new Map<string, 'added' | 'changed' | 'removed'>();
  const batches = { added: 0, changed: 0, removed: 0 };
  const confirmed: string[] = [];
  for (let seq = entry; seq > 0 && seq <= through; seq += 1) {
    const made = readEntry(db, seq);
    if (!made) continue;
    confirmed.push(...confirmedIn(made));
    const counts = countsOfBatch(made.batch);
    for (const deed of ['added', 'changed', 'removed'] as const) batches[deed] += counts[deed];
    const { recordId, action } = made;
    if (recordId === null) continue;
    if (action === 'create' || action === 'restore') done.set(recordId, 'added');
    else if (action === 'remove') done.set(recordId, 'removed');
    else if (action === 'edit' && !done.has(recordId)) done.set(recordId, 'changed');
  }
  const count = (deed: string) => [...done.values()].filter((one) => one === deed).length;
  return {
    added: batches.added + count('added'),
    changed: batches.changed + count('changed'),
    removed: batches.removed + count('removed'),
    confirmed,
  };
}

/** Its mark went, and the value is the same. */
function confirmedIn({ action, kind, recordKey, changes }: LedgerEntry): readonly string[] {
  const marks = changes.find(({ field }) => field === 'onBehalf');
  if (action !== 'edit' || !marks) return [];
  const left = new Set(marksOf({ onBehalf: marks.after }).map(({ field }) => field));
  return marksOf({ onBehalf: marks.before }).flatMap(({ field }) => {
    const written = changes.find((change) => change.field === field);
    const isSame = written === undefined || isDeepStrictEqual(written.before, written.after);
    return isSame && !left.has(field) ? [`${kind}:${recordKey}#${field}`] : [];
  });
}

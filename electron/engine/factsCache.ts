import type { ReleaseFacts } from '../../shared/domain/records/releaseFacts.ts';
import { withRecord } from '../../shared/domain/records/withRecord.ts';
import { inOneState, type ReadableDb } from '../store/db.ts';
import { readFacts } from '../store/facts.ts';
import { changedSince, lastEntryOf } from '../store/ledger.ts';
import { readRecord } from '../store/records.ts';

/**
 * The facts of recently read releases, kept while the ledger has nothing newer for them; what is newer is put in record
 * by record. Another process's change (the CLI's) is an entry too, so it is seen at the next read.
 */
export interface FactsCache {
  readonly read: (db: ReadableDb, releaseId: string) => ReleaseFacts | null;
  readonly clear: () => void;
}

const kept = 4;
/** Beyond this many changed records, reading everything is as quick. */
const mostFollowed = 200;

export function createFactsCache(): FactsCache {
  const entries = new Map<string, { readonly seq: number; readonly facts: ReleaseFacts }>();
  return {
    read: (db, releaseId) =>
      inOneState(db, () => {
        const seq = lastEntryOf(db, releaseId);
        const known = entries.get(releaseId);
        if (known && known.seq === seq) return known.facts;
        entries.delete(releaseId);
        const facts = (known && followed(db, releaseId, known)) ?? readFacts(db, releaseId);
        if (!facts) return null;
        entries.set(releaseId, { seq, facts });
        for (const oldest of [...entries.keys()].slice(0, Math.max(0, entries.size - kept))) entries.delete(oldest);
        return facts;
      }),
    clear: () => entries.clear(),
  };
}

/** The known facts with the changed records put in; null where it is better to read everything. */
function followed(
  db: ReadableDb,
  releaseId: string,
  known: { readonly seq: number; readonly facts: ReleaseFacts },
): ReleaseFacts | null {
  const changed = changedSince(db, releaseId, known.seq, mostFollowed);
  if (!changed) return null;
  let { facts } = known;
  for (const { kind, id } of changed) {
    const stored = readRecord(db, kind, id);
    if (kind === 'release' && (!stored || stored.removed)) return null;
    const living = stored && !stored.removed;
    facts = withRecord(facts, kind, id, !living ? null : kind === 'release' ? stored.fields : { id, ...stored.fields });
  }
  return facts;
}

import type { ReleaseFacts } from '../../shared/domain/records/releaseFacts.ts';
import type { ReadableDb } from '../store/db.ts';
import { readFacts } from '../store/facts.ts';
import { lastEntryOf } from '../store/ledger.ts';

/**
 * The facts of recently read releases, kept while the ledger has nothing newer for them. Another process's change
 * (the CLI's) is an entry too, so it is seen at the next read.
 */
export interface FactsCache {
  readonly read: (db: ReadableDb, releaseId: string) => ReleaseFacts | null;
  readonly clear: () => void;
}

const kept = 4;

export function createFactsCache(): FactsCache {
  const entries = new Map<string, { readonly seq: number; readonly facts: ReleaseFacts }>();
  return {
    read: (db, releaseId) => {
      const seq = lastEntryOf(db, releaseId);
      const known = entries.get(releaseId);
      if (known && known.seq === seq) return known.facts;
      entries.delete(releaseId);
      const facts = readFacts(db, releaseId);
      if (!facts) return null;
      entries.set(releaseId, { seq, facts });
      for (const oldest of [...entries.keys()].slice(0, Math.max(0, entries.size - kept))) entries.delete(oldest);
      return facts;
    },
    clear: () => entries.clear(),
  };
}

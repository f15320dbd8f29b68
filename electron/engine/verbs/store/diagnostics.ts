import { ok } from '../../../../shared/domain/foundation/result.ts';
import { countStore } from '../../../store/counts.ts';
import { readHealth } from '../../../store/health.ts';
import { newestVersion } from '../../../store/migrations/migrations.ts';
import { storeVerb } from '../../verb.ts';

/** Counts and instants for whoever helps with a fault; nothing that anybody typed, and no name or path. */
export const storeDiagnostics = storeVerb('store.diagnostics', (_context, store) => {
  const { lastCheck, lastCopy, lastBackup, elsewhere, freeBytes } = readHealth(store);
  return ok({
    version: newestVersion,
    readOnly: store.readOnly !== undefined,
    ...countStore(store),
    health: {
      lastCheck,
      lastBackup,
      lastCopy: lastCopy && { at: lastCopy.at },
      freeBytes,
      elsewhere: elsewhere && {
        at: elsewhere.last?.at ?? null,
        lost: elsewhere.last?.lost ?? 0,
        failed: elsewhere.problem !== null,
        testedAt: elsewhere.tested?.at ?? null,
        testProblems: elsewhere.tested?.problems.length ?? 0,
      },
    },
  });
});

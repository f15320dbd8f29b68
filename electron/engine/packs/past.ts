import { ok, type Result } from '../../../shared/domain/foundation/result.ts';
import type { PackIdentity } from '../../../shared/domain/pack/packIdentity.ts';
import type { Snapshot } from '../../../shared/domain/rulebook/snapshot.ts';
import type { Store } from '../../store/openStore.ts';
import type { EngineContext } from '../context.ts';
import { lastSeenByBodies, laterFinal, previousPack } from './previous.ts';

/** The final pack before this one, a later one, and what each body was given last. */
export async function pastOf(
  context: EngineContext,
  store: Store,
  releaseId: string,
  snapshot: Snapshot,
): Promise<Result<Pick<PackIdentity, 'previous' | 'later' | 'lastSeen'>>> {
  const previous = await previousPack(context, store, releaseId, snapshot);
  if (!previous.ok) return previous;
  const lastSeen = await lastSeenByBodies(context, store, releaseId, snapshot);
  if (!lastSeen.ok) return lastSeen;
  const later = laterFinal(store, releaseId, snapshot);
  return ok({
    ...(previous.value ? { previous: previous.value } : {}),
    ...(later ? { later } : {}),
    ...(lastSeen.value.length > 0 ? { lastSeen: lastSeen.value } : {}),
  });
}

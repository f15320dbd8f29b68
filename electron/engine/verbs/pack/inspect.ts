import { copyFileSync } from 'node:fs';
import { basename } from 'node:path';
import { ok } from '../../../../shared/domain/foundation/result.ts';
import { compareStates } from '../../../../shared/domain/pack/compare/compareStates.ts';
import type { PackSnapshot } from '../../../../shared/domain/pack/packSnapshot.ts';
import { computeReadiness } from '../../../../shared/domain/readiness/computeReadiness.ts';
import { hashFile } from '../../../store/attachments.ts';
import { readReleases } from '../../../store/facts.ts';
import type { Store } from '../../../store/openStore.ts';
import type { EngineContext } from '../../context.ts';
import { withOutsidePack } from '../../packs/outsidePack.ts';
import { runTask } from '../../runTask.ts';
import { snapshotOf } from '../../snapshotOf.ts';
import { layOutToLookAt } from '../../toLookAt.ts';
import { verb } from '../../verb.ts';

/** As many test issues as anybody reads in a window; the rest is counted, and lies in the attached snapshot. */
const mostIssues = 1000;

/** Opens any pack to look at: whether it is as it was made, its facts and findings, and how this store differs from it. */
export const packInspect = verb('pack.inspect', (context, input) =>
  withOutsidePack(context, input.file, async (job) => {
    const inspected = await runTask(context, 'documents', 'inspectPack', job);
    if (!inspected.ok) return inspected;
    const { verified, snapshot, attachments } = inspected.value;
    const store = context.store();
    const sha256 = await hashFile(job.file);
    if (store.ok) layOutToLookAt(store.value, sha256, (place) => copyFileSync(job.file, place));
    return ok({
      name: basename(job.file),
      pages: store.ok ? sha256 : null,
      verification: {
        ...verified,
        problems: verified.problems.map((problem) => ({ ...problem })),
        signatures: verified.signatures.map((signature) => ({ ...signature })),
      },
      content: snapshot && contentOf(snapshot),
      attachments: attachments.map((one) => ({ ...one })),
      since: store.ok && snapshot ? differencesFrom(context, store.value, snapshot) : null,
    });
  }),
);

function contentOf({ identity, facts, readiness, asOf }: PackSnapshot) {
  const { reference, final } = identity;
  const testIssues = facts.testIssues.slice(0, mostIssues);
  return { reference, final, asOf, facts: { ...facts, testIssues }, issues: facts.testIssues.length, readiness };
}

/** What changed in this store since the pack was made; null where the store does not have the release. */
function differencesFrom(context: EngineContext, store: Store, pack: PackSnapshot) {
  const { id, name } = pack.facts.release;
  const known = readReleases(store.db).find((release) => release.id === id || release.name === name);
  const facts = known ? context.cache.read(store.db, known.id) : null;
  if (!facts) return null;
  const now = snapshotOf(store, facts, pack.asOf, false);
  const { format, version } = pack;
  const identity = { ...pack.identity, edition: 'full' as const, document: undefined };
  const here: PackSnapshot = { format, version, identity, ...now, readiness: computeReadiness(now) };
  return compareStates({ pack }, { pack: here, isStore: true });
}

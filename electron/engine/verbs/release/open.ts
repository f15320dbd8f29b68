import { ok } from '../../../../shared/domain/foundation/result.ts';
import { wholeReadiness } from '../../../../shared/domain/readiness/computeReadiness.ts';
import { lastEntry } from '../../../store/ledger.ts';
import { readRelease } from '../../releaseByName.ts';
import { readinessKept } from '../../snapshotOf.ts';
import { storeVerb } from '../../verb.ts';

export const releaseOpen = storeVerb('release.open', (context, store, input) => {
  const found = readRelease(context, store, input.release);
  if (!found.ok) return found;
  const { id, archived, facts } = found.value;
  const revision = lastEntry(store.db);
  const readiness = readinessKept(store, facts, input.asOf ?? context.today());
  const state = input.knows === undefined ? {} : { state: context.told.hold({ releaseId: id, revision, readiness }) };
  return ok({
    id,
    archived,
    revision,
    facts: { ...facts, testIssues: [] },
    readiness: wholeReadiness(readiness),
    ...state,
  });
});

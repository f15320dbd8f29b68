import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fail, ok, type Result } from '../../../shared/domain/foundation/result.ts';
import type { PackSnapshot } from '../../../shared/domain/pack/packSnapshot.ts';
import { computeSince } from '../../../shared/domain/since/computeSince.ts';
import type { ReadPackInput, VerifiedPack, VerifyPackInput } from '../../documents/tasks.ts';
import { readReleases } from '../../store/facts.ts';
import type { Store } from '../../store/openStore.ts';
import type { EngineContext } from '../context.ts';
import { snapshotOf } from '../snapshotOf.ts';
import { verb } from '../verb.ts';

/** Opens any pack to look at: whether it is as it was made, its facts and findings, and how this store differs from it. */
export const packInspect = verb('pack.inspect', async (context, input) => {
  const file = resolve(input.file);
  if (!existsSync(file)) return fail('invalidInput', `There is no file ${file}; check the path.`, input.file);
  const work = mkdtempSync(join(tmpdir(), 'sec-golive-look-'));
  try {
    const check: VerifyPackInput = { file, work, appVersion: context.appVersion };
    const verified = (await context.runDisposable(
      { program: 'documents', task: 'verifyPack', input: check },
      context,
    )) as Result<VerifiedPack>;
    if (!verified.ok) return verified;
    const job: ReadPackInput = { file };
    const read = (await context.runDisposable(
      { program: 'documents', task: 'readPack', input: job },
      context,
    )) as Result<PackSnapshot>;
    const verification = { ...verified.value, problems: verified.value.problems.map((problem) => ({ ...problem })) };
    if (!read.ok) return ok({ name: basename(file), verification, content: null, since: null });
    const { identity, facts, readiness, asOf } = read.value;
    const { reference, final } = identity;
    const content = { reference, final, asOf, facts: { ...facts, testIssues: [] }, readiness };
    const store = context.store();
    const since = store.ok ? differencesFrom(context, store.value, read.value) : null;
    return ok({ name: basename(file), verification, content, since });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
});

/** What changed in this store since the pack was made; null where the store does not have the release. */
function differencesFrom(context: EngineContext, store: Store, pack: PackSnapshot) {
  const { id, name } = pack.facts.release;
  const known = readReleases(store.db).find((release) => release.id === id || release.name === name);
  const facts = known ? context.cache.read(store.db, known.id) : null;
  if (!facts) return null;
  const now = snapshotOf(store, facts, pack.asOf, false);
  const changes = computeSince({ ...pack, final: false }, now);
  return {
    changes: changes.filter((change) => change.about === 'fact'),
    findings: changes.filter((change) => change.about === 'finding'),
  };
}

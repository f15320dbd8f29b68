import { resolve } from 'node:path';
import { ok } from '../../../../shared/domain/foundation/result.ts';
import { verifyAttachments } from '../../../store/attachments.ts';
import { checkDatabase } from '../../../store/check/checkDatabase.ts';
import { checkFacts } from '../../../store/check/checkFacts.ts';
import { checkVersions } from '../../../store/check/checkVersions.ts';
import { plainProblem } from '../../../store/check/problem.ts';
import { noteCheck } from '../../../store/health.ts';
import { verifyLedger } from '../../../store/ledger.ts';
import { checkAgainst, checkKnownHeads } from '../../knownHeads.ts';
import { storeVerb } from '../../verb.ts';

/** Looks at everything: SQLite's own check, the history's chain, facts and schema against it, and every file's hash. */
export const storeCheck = storeVerb('store.check', async (context, store, { against }) => {
  const known = against === undefined ? ok(null) : await checkAgainst(context, store, resolve(against));
  if (!known.ok) return known;
  const sentences = [
    ...checkDatabase(store.db),
    ...verifyLedger(store.db),
    ...(await checkKnownHeads(context, store)),
    ...(known.value === null ? [] : [known.value]),
    ...(await verifyAttachments(store.db, store.paths.files)),
  ];
  const problems = [...sentences.map(plainProblem), ...checkFacts(store.db), ...checkVersions(store.db)];
  noteCheck(store, context.stamps.now(), problems.length);
  return ok({ ok: problems.length === 0, problems });
});

import { basename } from 'node:path';
import { ok } from '../../../../shared/domain/foundation/result.ts';
import { isBackupDue, isTestDue } from '../../../store/elsewhere.ts';
import { readHealth } from '../../../store/health.ts';
import { newestVersion } from '../../../store/migrations/migrations.ts';
import { storeVerb } from '../../verb.ts';

export const storeHealth = storeVerb('store.health', (context, store) => {
  const { elsewhere, ...health } = readHealth(store);
  const today = context.today();
  const shown = elsewhere && {
    name: basename(elsewhere.folder),
    last: elsewhere.last && { at: elsewhere.last.at, lost: elsewhere.last.lost },
    tested: elsewhere.tested && { at: elsewhere.tested.at, problems: elsewhere.tested.problems },
    problem: elsewhere.problem,
    isDue: isBackupDue(elsewhere, today),
    isTestDue: isTestDue(elsewhere, today),
  };
  return ok({ ...health, elsewhere: shown, storeVersion: newestVersion });
});

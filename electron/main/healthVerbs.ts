import { basename } from 'node:path';
import { type BrowserWindow, shell } from 'electron';
import { londonDay } from '../../shared/domain/calendar/londonDay.ts';
import { fail, ok } from '../../shared/domain/foundation/result.ts';
import type { AskAside } from './aside.ts';
import { chooseFolder, chooseTarget } from './dialogs.ts';
import type { EngineHost } from './engineHost.ts';
import type { LongWork } from './longWork.ts';
import type { MainVerbs } from './mainVerb.ts';

type HealthVerbs = Pick<
  MainVerbs,
  | 'store.checkNow'
  | 'store.backupNow'
  | 'store.chooseElsewhere'
  | 'store.stopElsewhere'
  | 'store.testElsewhere'
  | 'store.showFolder'
>;

/** A look at everything, whole backups, and the restore that tries one out: each in an engine of its own. */
export function createHealthVerbs(
  engine: EngineHost,
  call: LongWork['call'],
  aside: AskAside,
  window: () => BrowserWindow | null,
): HealthVerbs {
  return {
    'store.chooseElsewhere': async () => {
      const folder = await chooseFolder(window(), 'Choose a folder on another disk for the daily backup');
      if (!folder) return ok(null);
      const kept = await call('store.keepElsewhere', { folder });
      if (!kept.ok) return kept;
      const made = await aside('store.backupElsewhere', {});
      return made.ok ? ok({ name: basename(folder), lost: made.value.lost }) : made;
    },
    'store.stopElsewhere': () => call('store.keepElsewhere', { folder: null }),
    'store.testElsewhere': async () => {
      const made = await aside('store.backupElsewhere', {});
      return made.ok ? aside('store.testRestore', {}) : made;
    },
    'store.checkNow': () => aside('store.check', {}),
    'store.backupNow': async () => {
      const name = `SEC Go-Live backup ${londonDay(Date.now())}.sqlite`;
      const out = await chooseTarget(window(), 'Back up the store', name, { name: 'Backup', extensions: ['sqlite'] });
      if (!out) return ok(null);
      const made = await aside('store.backup', { out });
      if (!made.ok) return made;
      const { missingFiles, damagedFiles } = made.value;
      return ok({ name: basename(out), lost: missingFiles + damagedFiles.length });
    },
    'store.showFolder': async () => {
      const problem = await shell.openPath(engine.folder());
      return problem === '' ? ok({}) : fail('notFound', `The folder cannot be shown: ${problem}`);
    },
  };
}

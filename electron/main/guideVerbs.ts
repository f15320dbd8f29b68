import { basename, join } from 'node:path';
import type { BrowserWindow } from 'electron';
import { ok } from '../../shared/domain/foundation/result.ts';
import { builtRoot } from './appRoots.ts';
import { chooseTarget } from './dialogs.ts';
import type { LongWork } from './longWork.ts';
import type { MainVerbs } from './mainVerb.ts';

/** The user guide as a file: the dialog and the paths that the window does not see. */
export function createGuideVerbs(
  window: () => BrowserWindow | null,
  call: LongWork['call'],
): Pick<MainVerbs, 'guide.save'> {
  return {
    'guide.save': async () => {
      const filter = { name: 'PDF', extensions: ['pdf'] };
      const out = await chooseTarget(window(), 'Save the user guide', 'SEC Go-Live user guide.pdf', filter);
      if (!out) return ok(null);
      const saved = await call('guide.export', { out, pictures: join(builtRoot, 'renderer', 'guide') });
      return saved.ok ? ok({ name: basename(saved.value.file) }) : saved;
    },
  };
}

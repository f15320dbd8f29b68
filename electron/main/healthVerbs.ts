import { basename } from 'node:path';
import { type BrowserWindow, shell } from 'electron';
import type { InputOf, MethodName, OutputOf } from '../../shared/contract/engineMethods.ts';
import { fail, ok, type Result } from '../../shared/domain/foundation/result.ts';
import { chooseTarget } from './dialogs.ts';
import type { EngineHost } from './engineHost.ts';
import type { MainVerbs } from './mainVerb.ts';

type HealthVerbs = Pick<MainVerbs, 'store.checkNow' | 'store.backupNow' | 'store.showFolder'>;

/**
 * A look at everything, and a whole backup, each in an engine of its own that does nothing else: they take long in a
 * large store, and the engine that people work with goes on answering.
 */
export function createHealthVerbs(
  engine: EngineHost,
  startAside: (folder: string) => EngineHost,
  window: () => BrowserWindow | null,
): HealthVerbs {
  let busy = false;
  const aside = async <Name extends MethodName>(
    method: Name,
    input: InputOf<Name>,
  ): Promise<Result<OutputOf<Name>>> => {
    if (busy) return fail('conflict', 'A check or a backup is at work already; wait for it.');
    busy = true;
    const other = startAside(engine.folder());
    try {
      return (await other.call(method, input).result) as Result<OutputOf<Name>>;
    } finally {
      other.stop();
      busy = false;
    }
  };
  return {
    'store.checkNow': () => aside('store.check', {}),
    'store.backupNow': async () => {
      const name = `SEC Go-Live backup ${new Date().toISOString().slice(0, 10)}.sqlite`;
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

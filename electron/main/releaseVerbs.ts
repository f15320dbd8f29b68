import type { BrowserWindow } from 'electron';
import type { OutputOf } from '../../shared/contract/engineMethods.ts';
import { inWindow } from '../../shared/domain/foundation/inWindow.ts';
import { fail, ok } from '../../shared/domain/foundation/result.ts';
import { sampleFile } from './appRoots.ts';
import { chooseFile } from './dialogs.ts';
import type { HeldPaths } from './heldPaths.ts';
import type { LongWork } from './longWork.ts';
import type { MainVerbs } from './mainVerb.ts';

/** Release files in: the dialog and the path that the window does not see. */
export function createReleaseVerbs(
  window: () => BrowserWindow | null,
  held: HeldPaths,
  call: LongWork['call'],
): Pick<MainVerbs, 'release.importFile' | 'release.importSample'> {
  const choose = () => chooseFile(window(), 'Import a release file', [{ name: 'Release file', extensions: ['json'] }]);
  return {
    'release.importFile': async ({ replace }) => {
      if (replace !== null) {
        const file = held.find(replace);
        if (file === null) return fail('notFound', 'This file is no longer held; choose it again.');
        const replaced = await call('release.import', { file, replace: true });
        return replaced.ok ? ok(importedOf(replaced.value)) : replaced;
      }
      const file = await choose();
      if (!file) return ok(null);
      const imported = await call('release.import', { file, replace: false });
      if (imported.ok) return ok(importedOf(imported.value));
      const { kind, where, message } = imported.error;
      if (kind !== 'conflict' || !isKnown.has(where ?? '')) return imported;
      return ok({ kind: 'known' as const, sentence: inWindow(message), source: held.hold(file).source });
    },
    'release.importSample': async () => {
      const imported = await call('release.import', { file: sampleFile(), replace: false });
      return imported.ok ? ok(importedOf(imported.value)) : imported;
    },
  };
}

/** The release of a file is here already, by its name or by its id; then the person may replace it. */
const isKnown: ReadonlySet<string> = new Set(['release.name', 'release.id']);

function importedOf({ id, name, leftOut, confirmed, entry, through }: OutputOf<'release.import'>) {
  return { kind: 'imported' as const, id, name, leftOut, confirmed, entry, through };
}

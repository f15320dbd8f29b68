import { basename } from 'node:path';
import type { BrowserWindow } from 'electron';
import { fail, ok } from '../../shared/domain/foundation/result.ts';
import { chooseFile } from './dialogs.ts';
import type { LongWork } from './longWork.ts';
import type { MainVerbs } from './mainVerb.ts';

const pdf = [{ name: 'Pack', extensions: ['pdf'] }];

/** Packs that were made before, here or elsewhere: looked at, checked, and compared. */
export function createPackVerbs(
  window: () => BrowserWindow | null,
  work: LongWork,
): Pick<MainVerbs, 'pack.inspectFile' | 'pack.compareFile'> {
  let looked: string | null = null;
  return {
    'pack.inspectFile': async () => {
      const file = await chooseFile(window(), 'Open a pack', pdf);
      if (!file) return ok(null);
      const inspected = await work.call('pack.inspect', { file });
      if (inspected.ok) looked = file;
      return inspected;
    },
    'pack.compareFile': async () => {
      if (looked === null) return fail('notFound', 'Open a pack first.');
      const after = await chooseFile(window(), 'Compare with', pdf);
      if (!after) return ok(null);
      const compared = await work.call('pack.compare', { before: looked, after });
      return compared.ok ? ok({ name: basename(after), changes: compared.value.changes }) : compared;
    },
  };
}

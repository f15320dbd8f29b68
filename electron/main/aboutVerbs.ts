import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { app, shell } from 'electron';
import { z } from 'zod';
import { noticeSchema } from '../../shared/contract/app.ts';
import { fail, ok } from '../../shared/domain/foundation/result.ts';
import { builtRoot } from './appRoots.ts';
import type { MainVerbs } from './mainVerb.ts';

const chromiumFile = 'LICENSES.chromium.html';

type AboutVerb = 'app.about' | 'app.showChromiumLicences';

/** What the app is made of: the notices were gathered when it was built, and travel with it. */
export function createAboutVerbs(): Pick<MainVerbs, AboutVerb> {
  return {
    'app.about': async () => {
      const text = await readFile(join(builtRoot, 'notices.json'), 'utf8');
      const { electron = '', chrome: chromium = '', node = '' } = process.versions;
      return ok({
        version: app.getVersion(),
        license: 'MIT',
        runtime: { electron, chromium, node },
        notices: z.array(noticeSchema).parse(JSON.parse(text)),
      });
    },
    'app.showChromiumLicences': async () => {
      // Beside the executable, but on a Mac among the resources.
      const places = [dirname(process.execPath), process.resourcesPath].map((folder) => join(folder, chromiumFile));
      const file = places.find((place) => existsSync(place));
      if (file === undefined) {
        return fail('notFound', `${chromiumFile} is missing beside the app; install the app again to bring it back.`);
      }
      const problem = await shell.openPath(file);
      return problem === '' ? ok({}) : fail('notFound', `${file} cannot be shown: ${problem}`);
    },
  };
}

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type BrowserWindow, shell } from 'electron';
import type { AttachInput } from '../../shared/contract/evidence.ts';
import type { ProgressReport } from '../../shared/contract/processMessages.ts';
import { fail, ok } from '../../shared/domain/foundation/result.ts';
import { attachFiles } from './attachFiles.ts';
import { chooseFile, chooseFiles } from './dialogs.ts';
import type { HeldPaths } from './heldPaths.ts';
import type { LongWork } from './longWork.ts';
import type { MainVerbs } from './mainVerb.ts';

/** Evidence files in and out: one that is refused does not hold up the others. */
export function createEvidenceVerbs(
  window: () => BrowserWindow | null,
  held: HeldPaths,
  work: LongWork,
  tellProgress: (report: ProgressReport) => void,
): Pick<
  MainVerbs,
  'attachPaths' | 'evidence.attach' | 'evidence.attachHeld' | 'evidence.saveCopy' | 'evidence.chooseReplacement'
> {
  const attach = async (paths: readonly string[], input: AttachInput, allowDuplicate: boolean) =>
    ok(await attachFiles(paths, input, allowDuplicate, { held, work, tellProgress }));

  return {
    attachPaths: (paths, input) => attach(paths, input, false),
    'evidence.attach': async (input) => {
      const paths = await chooseFiles(window(), 'Attach evidence files');
      return paths ? attach(paths, input, false) : ok(null);
    },
    'evidence.attachHeld': async ({ sources, ...input }) => {
      const paths = sources.flatMap((source) => held.find(source) ?? []);
      if (paths.length < sources.length) return fail('notFound', 'These files are no longer held; drop them again.');
      return attach(paths, input, true);
    },
    'evidence.saveCopy': async ({ id }) => {
      const folder = mkdtempSync(join(tmpdir(), 'sec-golive-'));
      const copied = await work.call('evidence.copyOut', { id, folder });
      if (!copied.ok) return copied;
      shell.showItemInFolder(copied.value.file);
      return ok({ name: basename(copied.value.file) });
    },
    'evidence.chooseReplacement': async ({ id, asOf }) => {
      const file = await chooseFile(window(), 'Choose the right file', []);
      if (!file) return ok(null);
      const replaced = await work.call('evidence.replaceFile', { id, file, asOf, judged: false });
      return replaced.ok ? ok({ name: basename(file) }) : replaced;
    },
  };
}

import { basename } from 'node:path';
import { app, type BrowserWindow, Notification, shell } from 'electron';
import type { ProgressReport } from '../../shared/contract/processMessages.ts';
import { fail, ok, type Result } from '../../shared/domain/foundation/result.ts';
import { createAboutVerbs } from './aboutVerbs.ts';
import { createAnswerVerbs } from './answerVerbs.ts';
import type { AskAside } from './aside.ts';
import { diagnosticsText, readLogLines } from './diagnostics.ts';
import { chooseFile, chooseFolder, chooseTarget } from './dialogs.ts';
import type { EngineHost } from './engineHost.ts';
import { createEvidenceVerbs } from './evidenceVerbs.ts';
import { createExchangeVerbs } from './exchangeVerbs.ts';
import { createGuideVerbs } from './guideVerbs.ts';
import { createHealthVerbs } from './healthVerbs.ts';
import { createHeldPaths } from './heldPaths.ts';
import { createKeyVerbs } from './keyVerbs.ts';
import { readLog } from './log.ts';
import { createLongWork } from './longWork.ts';
import type { MainVerbs } from './mainVerb.ts';
import type { OpenedFile } from './openedFile.ts';
import { createPackVerbs } from './packVerbs.ts';
import { createReleaseVerbs } from './releaseVerbs.ts';
import type { createSpeller } from './spelling/speller.ts';
import { createTableVerbs } from './tableVerbs.ts';
import { createTextVerbs } from './textVerbs.ts';
import { ownFiles, versionsHere } from './versionsHere.ts';
import { tell } from './window.ts';

/** What main does for the window: it opens the dialog, resolves the path, and hands it to the engine. */
export function createMainVerbs(
  engine: EngineHost,
  window: () => BrowserWindow | null,
  opened: OpenedFile,
  aside: AskAside,
  checkSpelling: ReturnType<typeof createSpeller>,
): MainVerbs {
  const held = createHeldPaths();
  const tellProgress = (report: ProgressReport) => tell(window(), { kind: 'progress', report });
  const work = createLongWork(engine, tellProgress);
  const result = work.call;
  let exporting = false;
  let lastPack: string | null = null;
  let refusedBackup: string | null = null;

  const withPack = async (use: (file: string) => Promise<void> | void): Promise<Result<Record<string, never>>> => {
    if (lastPack === null) return fail('notFound', 'No pack was exported since the app was started.');
    await use(lastPack);
    return ok({});
  };

  return {
    holdPath: held.hold,
    ...createEvidenceVerbs(window, held, work, tellProgress),
    ...createPackVerbs(window, held, work),
    ...createAnswerVerbs(held, result),
    ...createTableVerbs(window, held, result),
    ...createTextVerbs(window, result),
    ...createGuideVerbs(window, result),
    ...createExchangeVerbs(window, held, result),
    ...createAboutVerbs(),
    'app.takeOpened': async () => {
      const file = opened.take();
      return ok(file === null ? null : held.hold(file));
    },
    'app.info': async () => ok({ version: app.getVersion(), versions: versionsHere() }),
    'app.diagnostics': async () => {
      const store = await result('store.diagnostics', {});
      const versions = { app: app.getVersion(), ...versionsHere() };
      const log = readLogLines(readLog(), ownFiles());
      return ok({ text: diagnosticsText({ versions, store: store.ok ? store.value : null, log }) });
    },
    'app.notify': async ({ title, body }) => {
      if (Notification.isSupported()) new Notification({ title, body, silent: true }).show();
      return ok({});
    },
    'spelling.check': async ({ text }) => ok(await checkSpelling(text)),
    ...createReleaseVerbs(window, held, result),
    'release.exportFile': async ({ release, name }) => {
      const out = await chooseTarget(window(), 'Export a release file', `${name}.json`, {
        name: 'Release file',
        extensions: ['json'],
      });
      if (!out) return ok(null);
      const exported = await result('release.export', { release, out });
      return exported.ok ? ok({ name: basename(exported.value.file) }) : exported;
    },
    'pack.save': async ({ name, ...order }) => {
      if (exporting) return fail('conflict', 'A pack is being made already; wait for it, or stop it first.');
      const { edition = 'full', final } = order;
      const suffix = `${edition === 'full' ? '' : `, ${edition}`}${final ? '' : ' (draft)'}`;
      const suggestion = `${name} pack${suffix}.pdf`;
      const out = await chooseTarget(window(), 'Export the pack', suggestion, { name: 'PDF', extensions: ['pdf'] });
      if (!out) return ok(null);
      exporting = true;
      try {
        const exported = await work.call('pack.export', { ...order, out });
        if (exported.ok) lastPack = exported.value.file;
        return exported.ok ? ok({ ...exported.value, file: basename(exported.value.file) }) : exported;
      } finally {
        exporting = false;
      }
    },
    'work.stop': async () => {
      work.stop();
      return ok({});
    },
    'pack.open': () => withPack(async (file) => void (await shell.openPath(file))),
    'pack.show': () => withPack((file) => shell.showItemInFolder(file)),
    'pack.verifyFile': async () => {
      const file = await chooseFile(window(), 'Check a pack', [{ name: 'PDF', extensions: ['pdf'] }]);
      if (!file) return ok(null);
      const verified = await result('pack.verify', { file });
      return verified.ok ? ok({ name: basename(file), verification: verified.value }) : verified;
    },
    ...createHealthVerbs(engine, result, aside, window),
    ...createKeyVerbs(result),
    'engine.restart': async () => {
      engine.restart();
      return ok({});
    },
    'store.openOther': async () => {
      const folder = await chooseFolder(window(), 'Open another store');
      if (!folder) return ok(null);
      engine.switchTo(folder);
      return ok({ name: basename(folder) });
    },
    'store.restoreFile': async ({ evenSo = false }) => {
      const choose = () => chooseFile(window(), 'Restore a backup', [{ name: 'Backup', extensions: ['sqlite'] }]);
      const file = (evenSo && refusedBackup) || (await choose());
      if (!file) return ok(null);
      const restored = await result('store.restore', { file, evenSo: evenSo && file === refusedBackup });
      refusedBackup = !restored.ok && restored.error.kind === 'factsDiffer' ? file : null;
      return restored;
    },
  };
}

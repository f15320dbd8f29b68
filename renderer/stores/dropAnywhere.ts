import type { ImportKind } from '../../shared/domain/importing/importKinds.ts';
import { goTo, type Screen, useAppStore } from './appStore.ts';
import { showFresh } from './evidenceStore.ts';
import { receiveDropped } from './exchangeStore.ts';
import { attachFiles } from './fileActions.ts';
import { beginImport } from './importStore.ts';
import { useReleaseStore } from './releaseStore.ts';

const importOf: Partial<Record<Screen, ImportKind>> = {
  scope: 'scope',
  criteria: 'criteria',
  committees: 'views',
  testing: 'issues',
};

/** Files may be dropped on any screen: a table is read where its screen has one, and everything else is evidence. */
export async function takeDrop(files: readonly File[]): Promise<void> {
  const bundle = files.find(({ name }) => /\.golive$/i.test(name));
  if (bundle) return receiveDropped(bundle);
  if (files.length === 0 || !useReleaseStore.getState().open) return;
  const kind = importOf[useAppStore.getState().screen];
  const [only] = files;
  if (kind && only && files.length === 1 && /\.(csv|tsv|xlsx|xlsm)$/i.test(only.name)) {
    beginImport(kind, { files: [only] });
    return;
  }
  const areResults = files.every(({ name }) => /\.(xml|trx|tap)$/i.test(name));
  if (areResults && useAppStore.getState().screen === 'testing') {
    beginImport('results', { files });
    return;
  }
  const added = await attachFiles(files, {});
  if (added.length > 0) {
    showFresh(added);
    goTo('evidence');
  }
}

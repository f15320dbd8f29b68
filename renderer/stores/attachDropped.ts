import { goTo } from './appStore.ts';
import { showFresh } from './evidenceStore.ts';
import { attachFiles } from './fileActions.ts';

/** Keeps dropped files as evidence, and shows them where their titles and links are asked for. */
export async function attachDropped(files: readonly File[]): Promise<void> {
  const added = await attachFiles(files, {});
  if (added.length === 0) return;
  showFresh(added);
  goTo('evidence');
}

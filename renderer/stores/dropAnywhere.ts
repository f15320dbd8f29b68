import { recognisedHeadings } from '../../shared/domain/importing/guessMapping.ts';
import type { ImportKind } from '../../shared/domain/importing/importKinds.ts';
import { type Screen, useAppStore } from './appStore.ts';
import { attachDropped } from './attachDropped.ts';
import { receiveDropped } from './exchangeStore.ts';
import { beginImport } from './importStore.ts';
import { useReleaseStore } from './releaseStore.ts';
import { showReturned } from './returnedStore.ts';

/** What a table that is dropped or pasted on a screen may be read as, the likeliest first. */
const importsOf: Partial<Record<Screen, readonly ImportKind[]>> = {
  scope: ['scope'],
  criteria: ['criteria'],
  committees: ['views'],
  testing: ['issues', 'results'],
};

const mayHoldTables = /\.(csv|tsv|xlsx|xlsm|xls|ods|docx|docm)$/i;
/** A name without an ending may be a folder of them. */
const mayBeResults = /\.(xml|trx|tap|json|zip)$|^[^.]+$/i;

/**
 * Files may be dropped on any screen: where it has a table of its own, a file that may hold one is read at once, and may
 * be kept as evidence there as well. A pack or paper that came back is read wherever it is dropped; everything else is evidence.
 */
export async function takeDrop(files: readonly File[]): Promise<void> {
  const bundle = files.find(({ name }) => /\.golive$/i.test(name));
  if (bundle) return receiveDropped(bundle);
  if (files.length === 0 || !useReleaseStore.getState().open) return;
  const { screen } = useAppStore.getState();
  const kinds = importsOf[screen] ?? [];
  const [first] = kinds;
  const [only] = files;
  if (first && only && files.length === 1 && mayHoldTables.test(only.name)) {
    beginImport(first, { dropped: { files, kinds } });
    return;
  }
  if (kinds.includes('results') && files.every(({ name }) => mayBeResults.test(name))) {
    beginImport('results', { dropped: { files, kinds: ['results'] } });
    return;
  }
  if (!(await showReturned(files))) await attachDropped(files);
}

/**
 * Rows that are pasted where nothing is typed are read as the table of the screen: of its kinds the one whose headings
 * they have most of.
 */
export function takePaste(text: string): boolean {
  if (!useReleaseStore.getState().open || !/[\t\n]./.test(text)) return false;
  const kinds = importsOf[useAppStore.getState().screen] ?? [];
  const headings = (text.split(/\r?\n/, 1)[0] ?? '').split('\t');
  const [best] = kinds.toSorted(
    (left, right) => recognisedHeadings(right, headings) - recognisedHeadings(left, headings),
  );
  if (best) beginImport(best, { text });
  return best !== undefined;
}

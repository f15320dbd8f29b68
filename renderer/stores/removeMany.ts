import type { Changed } from '../../shared/contract/record.ts';
import type { ListKind } from '../../shared/domain/records/recordKinds.ts';
import { call } from '../api.ts';
import { countOfRecords } from './countOfRecords.ts';
import { tellDone, tellError } from './notify.tsx';
import { asking, noteDone, save } from './releaseStore.ts';
import { doing, type UnderWay } from './underWay.ts';

/**
 * Takes records out of their list, one after the other; the first refusal ends it, and what went until then is one thing
 * to take back, unless another program wrote in between.
 */
export function removeMany(kind: ListKind, ids: readonly string[]): Promise<void> {
  return doing((underWay) => removeEach(underWay, kind, ids));
}

async function removeEach(underWay: UnderWay, kind: ListKind, ids: readonly string[]): Promise<void> {
  const gone: Changed[] = [];
  for (const id of ids) {
    const removed = await save(call('record.remove', { ...asking(), kind, id }), 'neither');
    if (!removed.ok) {
      tellError(removed.error);
      break;
    }
    gone.push(removed.value);
  }
  if (gone.length === 0) return;
  const what = countOfRecords(gone.length, kind);
  for (const run of runsOf(gone)) noteDone(underWay, { ...run, reach: 'records', what: `the removal of ${what}` });
  tellDone(`Removed ${what}. Ctrl+Z brings ${gone.length === 1 ? 'it' : 'them'} back.`, 'undo');
}

type Run = Pick<Changed, 'releaseId' | 'entry' | 'through'>;

/** Entries that stand side by side are one thing to take back. */
function runsOf(gone: readonly Changed[]): readonly Run[] {
  const runs: Run[] = [];
  for (const { releaseId, entry, through } of gone) {
    const last = runs.at(-1);
    if (last && last.through + 1 === entry) runs[runs.length - 1] = { ...last, through };
    else runs.push({ releaseId, entry, through });
  }
  return runs;
}

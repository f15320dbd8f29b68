import type { Changed } from '../../shared/contract/record.ts';
import type { ListKind } from '../../shared/domain/records/recordKinds.ts';
import { call } from '../api.ts';
import { countOfRecords } from './countOfRecords.ts';
import { tellDone, tellError } from './notify.tsx';
import { asking, noteRemoved, save } from './releaseStore.ts';

/**
 * Takes records out of their list, one after the other; the first refusal ends it, and what went until then is one thing
 * to take back, unless another program wrote in between.
 */
export async function removeMany(kind: ListKind, ids: readonly string[]): Promise<void> {
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
  noteRemoved(gone, `the removal of ${what}`);
  tellDone(`Removed ${what}. Ctrl+Z brings ${gone.length === 1 ? 'it' : 'them'} back.`, 'undo');
}

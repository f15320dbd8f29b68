import { ok } from '../../../../shared/domain/foundation/result.ts';
import { listBackups, listPutAside } from '../../../store/backups.ts';
import { readProfile } from '../../../store/metadata.ts';
import { countFiles } from '../../../store/remains.ts';
import { storePaths } from '../../../store/storePaths.ts';
import { movedSentence } from '../../../store/whereabouts.ts';
import { verb } from '../../verb.ts';

/** How the store stands; also the answer where it cannot be opened, with the backups that could replace it. */
export const storeStatus = verb('store.status', (context) => {
  const store = context.store();
  const { folder } = context;
  const paths = storePaths(folder);
  const backups = [
    ...listBackups(paths).map(({ name, madeAt, bytes }) => ({ name, madeAt, bytes, putAside: false })),
    ...listPutAside(paths).map(({ name, madeAt, bytes }) => ({ name, madeAt, bytes, putAside: true })),
  ];
  const there = { folder, files: countFiles(paths), backups };
  if (store.ok) {
    const { db, readOnly = null } = store.value;
    return ok({ ...there, problem: null, readOnly, moved: movedSentence(store.value), profile: readProfile(db) });
  }
  const { kind, message } = store.error;
  return ok({ ...there, problem: { kind, message }, readOnly: null, moved: null, profile: null });
});

import { fail } from '../../../../shared/domain/foundation/result.ts';
import { listBackups, listPutAside } from '../../../store/backups.ts';
import { storePaths } from '../../../store/storePaths.ts';
import { restoreFrom } from '../../restoreFrom.ts';
import { verb } from '../../verb.ts';

export const storeRestoreOwn = verb('store.restoreOwn', (context, { name, evenSo }) => {
  const paths = storePaths(context.folder);
  const own = [...listBackups(paths), ...listPutAside(paths)].find((backup) => backup.name === name);
  return own ? restoreFrom(context, own.path, evenSo) : fail('notFound', `There is no backup ${name} any more.`, name);
});

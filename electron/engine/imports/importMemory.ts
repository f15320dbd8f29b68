import { isDeepStrictEqual } from 'node:util';
import type { LedgerEntry } from '../../store/ledger.ts';
import { settingNotesBefore, writeSetting } from '../../store/settings.ts';
import { type ChangeSet, noteEvent } from '../changes.ts';
import { readImportMemory } from '../settings.ts';

type Remembered = ReturnType<typeof readImportMemory>[string];

/** How a table with these columns is read from now on; null: as it reads by itself. */
export function rememberImport(set: ChangeSet, key: string, chosen: Remembered | null): void {
  const { [key]: known = null, ...others } = readImportMemory(set.db);
  if (isDeepStrictEqual(known, chosen)) return;
  const next = chosen === null ? others : { ...others, [key]: chosen };
  writeSetting(set.db, 'imports', next, noteEvent(set, 'setting', null, 'imports', JSON.stringify({ [key]: chosen })));
}

/** An import that is taken back leaves nothing of how it was read: the reading before it stands again, unless another was chosen since. */
export function forgetImport(set: ChangeSet, { seq, note }: LedgerEntry): void {
  for (const [key, chosen] of Object.entries(notedIn(note))) {
    if (!isDeepStrictEqual(readImportMemory(set.db)[key] ?? null, chosen)) continue;
    const before = settingNotesBefore(set.db, 'imports', seq)
      .map(notedIn)
      .find((noted) => Object.hasOwn(noted, key));
    rememberImport(set, key, before?.[key] ?? null);
  }
}

function notedIn(note: string | null): Readonly<Record<string, Remembered | null>> {
  return note === null ? {} : JSON.parse(note);
}

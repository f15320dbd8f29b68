import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { PurgedPlace } from '../../../shared/contract/evidence.ts';
import { deleteContent } from '../../store/attachments.ts';
import { inTransaction } from '../../store/db.ts';
import type { Store } from '../../store/openStore.ts';
import { purgeBackups } from '../../store/purge/purgeBackups.ts';
import { shred } from '../../store/purge/shred.ts';
import { type EngineContext, newLogId } from '../context.ts';
import { withdrawShared } from '../exchange/withdrawShared.ts';

const reached = (place: string, sentence: string): PurgedPlace => ({ place, done: true, sentence });

export const left = (place: string, sentence: string): PurgedPlace => ({ place, done: false, sentence });

/**
 * Everything that follows once the facts are safe without what was taken out: its content, and every copy elsewhere. Each
 * step stands by itself, for what was taken out is not taken back: one that fails is a place that was not reached, and
 * doing all of it again does what is left. @param gone SHA-256 of the item's files, and of packs that held it
 */
export function afterPurge(
  context: EngineContext,
  store: Store,
  releaseId: string,
  gone: readonly string[],
): readonly PurgedPlace[] {
  const step = (place: string, work: () => readonly PurgedPlace[]): readonly PurgedPlace[] => {
    try {
      return work();
    } catch (error) {
      const id = newLogId();
      context.logBug(id, error);
      const sentence = `it could not be changed, for another program may hold it; close that, and try again (the log names it ${id})`;
      return [{ ...left(place, sentence), again: true }];
    }
  };
  const content = gone.flatMap((sha256) => step(nameOfContent(sha256), () => deleteOne(store, sha256)));
  const previews = step('Previews of packs', () => emptyPreviews(store));
  const copies = step('Backups', () => backups(context, store));
  const bundles = step('The shared folder', () => shared(store, releaseId, gone));
  // Last, for the other steps write in it, too.
  const database = step('Database and its log', () => [shredded(store)]);
  return [
    ...content,
    ...previews,
    ...database,
    ...copies,
    ...bundles,
    left(
      'Copies elsewhere',
      'backups, packs and bundles that were saved to other places are not reached; delete them there',
    ),
  ];
}

export const nameOfContent = (sha256: string) => `The content ${sha256.slice(0, 12)}…`;

/** Told where it failed only: that the content is gone is what was asked for. */
function deleteOne({ paths }: Store, sha256: string): readonly PurgedPlace[] {
  deleteContent(paths.files, sha256);
  return [];
}

/** Pages that were made to be looked at. */
function emptyPreviews({ paths }: Store): readonly PurgedPlace[] {
  const folder = join(paths.folder, 'previews');
  const names = existsSync(folder) ? readdirSync(folder) : [];
  for (const name of names) rmSync(join(folder, name), { recursive: true, force: true });
  return names.length === 0
    ? []
    : [reached('Previews of packs', 'removed; they are made anew when they are looked at')];
}

function backups(context: EngineContext, store: Store): readonly PurgedPlace[] {
  return purgeBackups(store, context.stamps).map(({ name, why }) =>
    why === null
      ? reached(`Backup ${name}`, 'written anew without it')
      : { ...left(`Backup ${name}`, why), again: true },
  );
}

function shared({ db }: Store, releaseId: string, gone: readonly string[]): readonly PurgedPlace[] {
  const { removed, othersThere, evidence, peers, unreachable } = inTransaction(db, (writable) =>
    withdrawShared(writable, releaseId, gone),
  );
  return [
    ...removed.map((name) =>
      reached(`Bundle ${name}`, 'removed from the shared folder; the next exchange writes a new one'),
    ),
    ...evidence.map((sha256) => reached(nameOfContent(sha256), 'removed from the shared folder')),
    ...othersThere.map((name) => left(`Bundle ${name}`, 'it is another store’s; ask there to take the file out, too')),
    ...(unreachable === null
      ? []
      : [left(unreachable, 'the shared folder cannot be reached now; remove our bundles there')]),
    ...peers.map((name) =>
      left(`The store of ${name}`, 'it got bundles of this release; ask there to take the file out, too'),
    ),
  ];
}

function shredded({ db }: Store): PurgedPlace {
  return shred(db)
    ? reached('Database and its log', 'written anew; nothing of it is left in free pages')
    : left(
        'Database and its log',
        'another program is reading the store; what was deleted is overwritten at the next start',
      );
}

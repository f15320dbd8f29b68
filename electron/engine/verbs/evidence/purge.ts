import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { PurgedPlace } from '../../../../shared/contract/evidence.ts';
import { fail, ok } from '../../../../shared/domain/foundation/result.ts';
import { evidenceKey } from '../../../../shared/domain/records/evidence.ts';
import { deleteContent, markPurged, readAttachment } from '../../../store/attachments.ts';
import { inTransaction } from '../../../store/db.ts';
import { hashesOfItem } from '../../../store/evidenceHashes.ts';
import type { Store } from '../../../store/openStore.ts';
import { emptiedFields, entriesInTheClear, otherUsers } from '../../../store/purge/applyPurges.ts';
import { purgeBackups } from '../../../store/purge/purgeBackups.ts';
import { notePurged, type PurgeOrder } from '../../../store/purge/purgedList.ts';
import { shred } from '../../../store/purge/shred.ts';
import { takeTextsOut } from '../../../store/purge/takeTextsOut.ts';
import { asRecord, readRecord } from '../../../store/records.ts';
import { append } from '../../changeSet.ts';
import { type ChangeSet, editRecord } from '../../changes.ts';
import type { EngineContext } from '../../context.ts';
import { withdrawShared } from '../../exchange/withdrawShared.ts';
import { keptWith } from '../../keptWith.ts';
import { change } from '../../transact.ts';
import { storeVerb } from '../../verb.ts';

/**
 * Takes an item's file and words out for good (docs/design.md, rule 6): content, title, file name and notes, from facts,
 * history, drafts, search index, packs that the store keeps, backups, shared bundles and free pages. Its hash and the
 * reason stay, the history's chain still verifies, and every place that may hold it is answered for.
 */
export const evidencePurge = storeVerb('evidence.purge', async (context, store, input) => {
  const evidence = readRecord(store.db, 'evidence', input.id);
  if (!evidence || evidence.removed || !evidence.fields.sha256) {
    return fail('notFound', 'This evidence item has no file that could be taken out.', input.id);
  }
  const { releaseId } = evidence;
  const hashes = hashesOf(store, input.id);
  const users = new Map(hashes.map((sha256) => [sha256, otherUsers(store.db, sha256, input.id)]));
  const own = hashes.filter((sha256) => users.get(sha256)?.length === 0);
  const kept = await keptWith(context, store, input.id, own);
  const gone = [...own, ...kept.holding];
  const order: PurgeOrder = { evidence: input.id, hashes: gone, reason: input.reason };
  const work = (set: ChangeSet) => {
    const edited = editRecord(set, 'evidence', input.id, emptiedFields(input.reason));
    if (!edited.ok) return edited;
    const note = (sha256: string) =>
      append(set, {
        action: 'purge',
        releaseId,
        kind: 'evidence',
        recordId: input.id,
        recordKey: `sha256:${sha256}`,
        changes: [],
        batch: [],
        note: input.reason,
      });
    for (const sha256 of gone) markPurged(set.db, sha256, input.reason, note(sha256));
    if (gone.length === 0) note(String(evidence.fields.sha256));
    takeTextsOut(set.db, input.id, input.reason);
    notePurged(store.paths, order);
    return ok(edited.value ? [edited.value] : []);
  };
  const purged = change(context, store, input, work, { onBehalf: input.onBehalf });
  if (!purged.ok) return purged;
  for (const sha256 of gone) deleteContent(store.paths.files, sha256);
  context.cache.clear();
  context.told.clear();
  const shared = [...users].flatMap(([sha256, keys]): PurgedPlace[] =>
    keys.length === 0
      ? []
      : [left(`The content ${sha256.slice(0, 12)}…`, `${keys.join(', ')} uses the same file; take that one out, too`)],
  );
  const clear = entriesInTheClear(store.db, releaseId, evidenceKey(asRecord(evidence))).map((seq) =>
    left(
      `Entry ${seq} of the history`,
      'an exchange of an earlier version wrote words of it there, in a conflict; the chain allows no entry to be changed',
    ),
  );
  const places = [
    ...clear,
    ...shared,
    ...kept.places,
    ...emptyPreviews(store),
    ...afterwards(context, store, releaseId, gone),
  ];
  return ok({ ...purged.value, places });
});

/** Every file that this item ever had, without those that are taken out already. */
function hashesOf(store: Store, id: string): readonly string[] {
  return hashesOfItem(store.db, id).filter((sha256) => readAttachment(store.db, sha256)?.purgeReason === null);
}

/** Pages that were made to be looked at. */
function emptyPreviews({ paths }: Store): readonly PurgedPlace[] {
  const folder = join(paths.folder, 'previews');
  const names = existsSync(folder) ? readdirSync(folder) : [];
  for (const name of names) rmSync(join(folder, name), { recursive: true, force: true });
  return names.length === 0 ? [] : [done('Previews of packs', 'removed; they are made anew when they are looked at')];
}

/** Copies elsewhere, once the facts are safe without it. */
function afterwards(
  context: EngineContext,
  store: Store,
  releaseId: string,
  gone: readonly string[],
): readonly PurgedPlace[] {
  const backups = purgeBackups(store, context.stamps).map(({ name, why }) =>
    why === null ? done(`Backup ${name}`, 'written anew without it') : left(`Backup ${name}`, why),
  );
  const { removed, othersThere, evidence, peers, unreachable } = inTransaction(store.db, (db) =>
    withdrawShared(db, releaseId, gone),
  );
  const bundles = [
    ...removed.map((name) =>
      done(`Bundle ${name}`, 'removed from the shared folder; the next exchange writes a new one'),
    ),
    ...evidence.map((sha256) => done(`The content ${sha256.slice(0, 12)}…`, 'removed from the shared folder')),
    ...othersThere.map((name) => left(`Bundle ${name}`, 'it is another store’s; ask there to take the file out, too')),
    ...(unreachable === null
      ? []
      : [left(unreachable, 'the shared folder cannot be reached now; remove our bundles there')]),
    ...peers.map((name) =>
      left(`The store of ${name}`, 'it got bundles of this release; ask there to take the file out, too'),
    ),
  ];
  const isShredded = shred(store.db);
  const database = isShredded
    ? done('Database and its log', 'written anew; nothing of it is left in free pages')
    : left(
        'Database and its log',
        'another program is reading the store; what was deleted is overwritten at the next start',
      );
  const elsewhere = left(
    'Copies elsewhere',
    'backups, packs and bundles that were saved to other places are not reached; delete them there',
  );
  return [database, ...backups, ...bundles, elsewhere];
}

const done = (place: string, sentence: string): PurgedPlace => ({ place, done: true, sentence });

const left = (place: string, sentence: string): PurgedPlace => ({ place, done: false, sentence });

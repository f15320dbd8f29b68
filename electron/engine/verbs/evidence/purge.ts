import { isDeepStrictEqual } from 'node:util';
import type { PurgedPlace } from '../../../../shared/contract/evidence.ts';
import { fail, ok } from '../../../../shared/domain/foundation/result.ts';
import { joinWords } from '../../../../shared/domain/foundation/words.ts';
import { evidenceKey } from '../../../../shared/domain/records/evidence.ts';
import { markPurged, readAttachment } from '../../../store/attachments.ts';
import type { ReadableDb } from '../../../store/db.ts';
import { hashesOfItem } from '../../../store/evidenceHashes.ts';
import { readReleases } from '../../../store/facts.ts';
import { readFinalPacks } from '../../../store/finalPacks.ts';
import { readIssuedPapers } from '../../../store/issuedPapers.ts';
import {
  emptiedFields,
  entriesInTheClear,
  isTakenOut,
  otherUsers,
  whyTakenOutOf,
} from '../../../store/purge/applyPurges.ts';
import { notePurged, type PurgeOrder, readPurged } from '../../../store/purge/purgedList.ts';
import { takeTextsOut } from '../../../store/purge/takeTextsOut.ts';
import { asRecord, readRecord } from '../../../store/records.ts';
import { answer } from '../../answer.ts';
import { append } from '../../changeSet.ts';
import { type ChangeSet, editRecord } from '../../changes.ts';
import { keptWith } from '../../keptWith.ts';
import { afterPurge, left, nameOfContent } from '../../purge/afterPurge.ts';
import { write } from '../../transact.ts';
import { storeVerb } from '../../verb.ts';

/**
 * Takes an item's file and words out for good (docs/design.md, rule 6): content, title, file name and notes, from facts,
 * history, drafts, search index, packs that the store keeps, backups, shared bundles and free pages. Its hash and the
 * reason stay, the history's chain still verifies, and every place that may hold it is answered for. Asked once more, it
 * does what could not be done before.
 */
export const evidencePurge = storeVerb('evidence.purge', async (context, store, input) => {
  const evidence = readRecord(store.db, 'evidence', input.id);
  if (!evidence || evidence.removed || !evidence.fields.sha256) {
    return fail('notFound', 'This evidence item has no file that could be taken out.', input.id);
  }
  const { releaseId } = evidence;
  const { users, issued } = standing(store.db, input.id);
  const own = users.filter(([, others]) => others.length === 0).map(([sha256]) => sha256);
  /** It stays for the others, and this item has no more of it than if it were gone. */
  const shared = users.filter(([, others]) => others.length > 0).map(([sha256]) => sha256);
  const kept = await keptWith(context, store, input.id, own);
  const fresh = [...own, ...kept.holding];
  const order: PurgeOrder = { evidence: input.id, hashes: fresh, reason: input.reason };
  const work = (set: ChangeSet) => {
    // Looking through the packs took a while: what another file or pack brought meanwhile would stay, or be lost.
    if (!isDeepStrictEqual(standing(set.db, input.id), { users, issued })) {
      const key = evidenceKey(asRecord(evidence));
      const sentence = `While the packs were looked through for ${key}, its file was changed, or a pack was issued, so nothing was taken out yet; try again.`;
      return fail('conflict', sentence, `evidence:${key}`);
    }
    const edited = editRecord(set, 'evidence', input.id, emptiedFields(input.reason));
    if (!edited.ok) return edited;
    const touched = [edited.value ?? { kind: 'evidence' as const, id: input.id, releaseId }];
    const wasTakenOut = isTakenOut(set.db, input.id);
    if (edited.value === null && fresh.length === 0 && wasTakenOut) return ok(touched);
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
    for (const sha256 of fresh) markPurged(set.db, sha256, input.reason, note(sha256));
    for (const sha256 of shared) if (whyTakenOutOf(set.db, input.id, sha256) === null) note(sha256);
    if (users.length === 0 && fresh.length === 0 && !wasTakenOut) note(String(evidence.fields.sha256));
    takeTextsOut(set.db, input.id, input.reason);
    notePurged(store.paths, order);
    // It is for good: no entry of it takes it back, and undo goes on with what was changed before it.
    Object.assign(set.range, { entry: 0, through: 0 });
    return ok(touched);
  };
  const written = write(context, store, { onBehalf: input.onBehalf }, work);
  if (!written.ok) return written;
  context.cache.clear();
  context.told.clear();
  // What was taken out before is among it, for it may have been out of reach then.
  const gone = [...new Set([...earlier(store.db, readPurged(store.paths), input.id), ...fresh])];
  const usedElsewhere = users.flatMap(([sha256, items]): PurgedPlace[] =>
    items.length === 0 ? [] : [left(nameOfContent(sha256), staysFor(items))],
  );
  const clear = entriesInTheClear(store.db, releaseId, evidenceKey(asRecord(evidence))).map((seq) =>
    left(
      `Entry ${seq} of the history`,
      'an exchange of an earlier version wrote words of it there, in a conflict; the chain allows no entry to be changed',
    ),
  );
  const places = [...clear, ...usedElsewhere, ...kept.places, ...afterPurge(context, store, releaseId, gone)];
  const answered = answer(context, store, input, written.value.value, written.value);
  return answered.ok ? ok({ ...answered.value, places }) : answered;
});

/** Content that other items have as well, as the rest of a sentence about it. */
function staysFor(items: readonly string[]): string {
  return items.length === 1
    ? `${items.join('')} uses the same file, so it stays here for that one; take that one out, too`
    : `${joinWords(items)} use the same file, so it stays here for them; take them out, too`;
}

/** Every file that this item ever had and that is not taken out, with who else uses it, and what was issued so far. */
function standing(db: ReadableDb, id: string) {
  const hashes = hashesOfItem(db, id).filter((sha256) => readAttachment(db, sha256)?.purgeReason === null);
  return {
    users: hashes.map((sha256) => [sha256, otherUsers(db, sha256, id)] as const),
    issued: readReleases(db).flatMap((release) =>
      [...readFinalPacks(db, release.id), ...readIssuedPapers(db, release.id)].map(({ sha256 }) => sha256),
    ),
  };
}

/** What was taken out with this item before, and is not here again. */
function earlier(db: ReadableDb, orders: readonly PurgeOrder[], id: string): readonly string[] {
  return orders
    .filter(({ evidence }) => evidence === id)
    .flatMap(({ hashes }) => hashes)
    .filter((sha256) => readAttachment(db, sha256)?.purgeReason != null);
}

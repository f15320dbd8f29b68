import { londonDayInWords } from '../../../shared/domain/calendar/londonDay.ts';
import { countOf } from '../../../shared/domain/foundation/words.ts';
import type { Manifest } from '../../../shared/domain/merge/manifest.ts';
import type { ReadableDb, WritableDb } from '../../store/db.ts';
import { readHeadOfKey, readPeerHead, rememberPeerHead } from '../../store/peerHeads.ts';
import { isSignedHead } from '../../store/signedHead.ts';

/**
 * What the history of the sender's store lost since it was last heard of, in a sentence; null where it lost nothing, where
 * the bundle is older than what was heard, or where its version tells nothing of its history. A store that finds itself
 * at an earlier state goes on under another id, so one that is new here is held to what its key signed before.
 */
export function lostByPeer(db: ReadableDb, { from, createdAt }: Manifest): string | null {
  const { head } = from;
  if (head === null) return null;
  const whose = `The history of ${from.name}’s store`;
  if (head.key !== from.publicKey || !isSignedHead(head))
    return `${whose} is not signed by the key that signed this bundle; ask ${from.name} how it was made.`;
  const known = readPeerHead(db, from.storeId) ?? readHeadOfKey(db, head.key, from.formerly);
  if (!known || known.at >= createdAt || known.key !== head.key) return null;
  if (head.entries < known.entries)
    return `${whose} ends at entry ${head.entries}, and had ${countOf(known.entries, 'entry', 'entries')} on ${londonDayInWords(known.at)}: its end was cut off, or the store was put back to an earlier state, or copied; ask ${from.name} before you rely on it.`;
  if (head.entries === known.entries && head.hash !== known.hash)
    return `${whose} is not the one that it was on ${londonDayInWords(known.at)}: entry ${head.entries} was written anew; ask ${from.name} before you rely on it.`;
  return null;
}

/** Remembers it for the next bundle or receipt. */
export function hearHistory(db: WritableDb, { from, createdAt }: Manifest): void {
  const { head } = from;
  if (head !== null && head.key === from.publicKey && isSignedHead(head))
    rememberPeerHead(db, from.storeId, { ...head, at: createdAt });
}

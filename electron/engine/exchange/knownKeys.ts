import type { ExchangePeer } from '../../../shared/contract/exchange.ts';
import { fail, ok, type Result } from '../../../shared/domain/foundation/result.ts';
import { personInWords } from '../../../shared/domain/records/whoInSentence.ts';
import { sideOf } from '../../../shared/domain/roles/mayChange.ts';
import type { ReadableDb, WritableDb } from '../../store/db.ts';
import { listPeers, type Peer } from '../../store/peers.ts';
import { forgetKey, readIntroductions, readStanding, writeLead, writeOrganisation } from '../../store/trust.ts';
import { ownFingerprint } from './keyPair.ts';
import { confirmPeer } from './peers.ts';
import { lastSent } from './sentLog.ts';
import { trustOf } from './trust.ts';

/** Everybody whose key is known here: who sent something, who was confirmed, and who was introduced by a lead. */
export function listKeys(db: ReadableDb, own: string, releaseId: string | null): ExchangePeer[] {
  const peers = listPeers(db).map((peer) => keyInWords(db, peer, releaseId));
  const known = new Set([own, ...peers.map(({ fingerprint }) => fingerprint)]);
  const introduced = new Map<string, ExchangePeer>();
  for (const { introduction } of readIntroductions(db)) {
    const { fingerprint, name, organisation } = introduction;
    if (known.has(fingerprint) || trustOf(db, fingerprint) === null) continue;
    const peer: Peer = { fingerprint, storeId: '', name, organisation, confirmedOn: null, lastHeard: null };
    introduced.set(fingerprint, keyInWords(db, peer, releaseId));
  }
  return [...peers, ...introduced.values()];
}

function keyInWords(db: ReadableDb, peer: Peer, releaseId: string | null): ExchangePeer {
  const { fingerprint, storeId, name, organisation, confirmedOn, lastHeard } = peer;
  const standing = readStanding(db, fingerprint);
  const vouchedBy = trustOf(db, fingerprint)?.vouchedBy ?? null;
  return {
    fingerprint,
    storeId: storeId === '' ? null : storeId,
    name,
    organisation,
    confirmedOn,
    lead: standing?.isLead === true,
    vouchedBy: vouchedBy ? personInWords(vouchedBy) : null,
    forgottenOn: standing?.forgottenOn ?? null,
    lastReceived: lastHeard,
    lastSent: lastSent(db, releaseId, fingerprint),
  };
}

interface Confirmed extends Pick<Peer, 'fingerprint' | 'name' | 'organisation'> {
  /** A date; null: it is no longer trusted. */
  readonly on: string | null;
  /** Absent: as it stands. */
  readonly isLead?: boolean | undefined;
}

/** Somebody compared a key with its owner, or takes that back; `isLead`: it vouches for its colleagues' keys too. */
export function confirmKey(db: WritableDb, { on, isLead: asked, ...peer }: Confirmed): Result<Record<string, never>> {
  const { fingerprint } = peer;
  if (fingerprint === ownFingerprint(db))
    return fail('invalidInput', 'This is the key of this store itself; confirm the keys of others.', fingerprint);
  if (on === null && trustOf(db, fingerprint) === null)
    return fail('notFound', 'This key is not trusted here, so there is nothing to take back.', fingerprint);
  const standing = readStanding(db, fingerprint);
  const isLead = asked ?? standing?.isLead === true;
  const organisation = peer.organisation || (standing?.organisation ?? '');
  if (isLead && sideOf(organisation) === null)
    return fail(
      'invalidInput',
      'A lead vouches for the keys of its own side; say whose it is, the DCC’s or that of SECAS.',
      peer.fingerprint,
    );
  const done = confirmPeer(db, peer, on);
  if (!done.ok) return done;
  writeLead(db, peer.fingerprint, isLead && on !== null);
  if (isLead) writeOrganisation(db, peer.fingerprint, organisation);
  return ok({});
}

/** A laptop is gone. Its key counts for nothing here until it is confirmed anew, whoever introduces it. */
export function forgetPeer(db: WritableDb, fingerprint: string, on: string): Result<Record<string, never>> {
  if (!readStanding(db, fingerprint)) {
    const introduced = readIntroductions(db).find(({ introduction }) => introduction.fingerprint === fingerprint);
    if (!introduced) return fail('notFound', 'This key is not known here, so there is nothing to forget.', fingerprint);
    const done = confirmPeer(db, introduced.introduction, null);
    if (!done.ok) return done;
  }
  forgetKey(db, fingerprint, on);
  return ok({});
}

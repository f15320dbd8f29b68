import { nameOfRecord } from '../../../shared/domain/merge/conflicts.ts';
import type { Manifest } from '../../../shared/domain/merge/manifest.ts';
import type { Side } from '../../../shared/domain/merge/marks.ts';
import type { RecordDelta } from '../../../shared/domain/merge/state.ts';
import { sideOf } from '../../../shared/domain/roles/mayChange.ts';
import { fingerprintOf } from '../../exchange/keys.ts';
import type { ReadableDb } from '../../store/db.ts';
import { broughtAlong } from './introductions.ts';
import { trustOf } from './trust.ts';

/** The side that a key was confirmed or introduced for; of one that nobody vouched for, the one that its bundle claims. */
export function vouchedSide(db: ReadableDb, manifest: Manifest): Side | null {
  return confirmedSide(db, manifest) ?? sideOf(manifest.from.organisation);
}

function confirmedSide(db: ReadableDb, manifest: Manifest): Side | null {
  const { from } = manifest;
  const trust = trustOf(db, fingerprintOf(from.publicKey), broughtAlong(db, manifest));
  return trust ? sideOf(trust.organisation) : null;
}

/**
 * Under a key that was confirmed for one side nothing may say that the other side wrote it in the sender's own store. What
 * the sender only passes on is marked instead (`marks.ts`), for it may be true.
 */
export function handProblems(db: ReadableDb, manifest: Manifest, deltas: readonly RecordDelta[]): readonly string[] {
  const side = confirmedSide(db, manifest);
  if (side === null) return [];
  const { from } = manifest;
  const isAnother = (organisation: string) => {
    const claimed = sideOf(organisation);
    return claimed !== null && claimed !== side;
  };
  const named = side === 'DCC' ? 'the DCC' : 'SECAS';
  if (isAnother(from.organisation))
    return [
      `This bundle says that it comes from ${from.organisation}, but its key was confirmed for ${named}; ask ${from.name} what happened.`,
    ];
  const stores = new Set([from.storeId, ...from.formerly]);
  for (const { kind, life, fields } of deltas) {
    const stamps = [...(life ?? []), ...[...fields.values()].flat()].map(({ stamp }) => stamp);
    const forged = stamps.find((stamp) => stores.has(stamp.store) && isAnother(stamp.organisation));
    if (!forged) continue;
    const values = Object.fromEntries([...fields].map(([field, [first]]) => [field, first?.value ?? null]));
    return [
      `It says that ${forged.organisation} wrote ${nameOfRecord(kind, values)} in the store of ${from.name}, whose key was confirmed for ${named}; ask them what happened.`,
    ];
  }
  return [];
}

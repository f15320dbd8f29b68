import type { Introduction } from '../../../shared/domain/merge/introduction.ts';
import { sideOf } from '../../../shared/domain/roles/mayChange.ts';
import { fingerprintOf } from '../../exchange/keys.ts';
import type { ReadableDb } from '../../store/db.ts';
import { type KeyStanding, readIntroductionsOf, readStanding, readStandings } from '../../store/trust.ts';

/** Why a key is trusted here. */
export interface Trust {
  /** The organisation that it was confirmed or introduced for. */
  readonly organisation: string;
  /** The lead that introduced it; null: somebody here compared it with its owner. */
  readonly vouchedBy: Pick<KeyStanding, 'name' | 'organisation' | 'fingerprint'> | null;
}

/**
 * Whose key it is, and who says so; null: nobody whose word counts. A lead introduces keys of its own side only, and a
 * laptop that was forgotten here stays so, whoever introduces it.
 * @param brought words of leads that came along with what is judged; each must be known to be genuine
 */
export function trustOf(db: ReadableDb, fingerprint: string, brought: readonly Introduction[] = []): Trust | null {
  const known = readStanding(db, fingerprint);
  if (known?.forgottenOn != null) return null;
  if (known && known.confirmedOn !== null) return { organisation: known.organisation, vouchedBy: null };
  const newest = new Map<string, Introduction>();
  const words = [...readIntroductionsOf(db, fingerprint).map(({ introduction }) => introduction), ...brought];
  for (const word of words) {
    const before = newest.get(word.by);
    if (!before || word.at > before.at) newest.set(word.by, word);
  }
  for (const { by, organisation, withdrawn } of newest.values()) {
    const lead = withdrawn ? null : readStanding(db, fingerprintOf(by));
    if (!lead || !isLeading(lead)) continue;
    const side = sideOf(lead.organisation);
    if (side !== null && side === sideOf(organisation)) return { organisation, vouchedBy: lead };
  }
  return null;
}

/** Whether bundles that this key signed may be taken without asking whose it is. */
export function isTrusted(db: ReadableDb, fingerprint: string): boolean {
  return trustOf(db, fingerprint) !== null;
}

/** The fingerprints of the keys that may introduce others. */
export function readLeads(db: ReadableDb): readonly string[] {
  return readStandings(db)
    .filter(isLeading)
    .map(({ fingerprint }) => fingerprint);
}

function isLeading({ isLead, confirmedOn, forgottenOn }: KeyStanding): boolean {
  return isLead && confirmedOn !== null && forgottenOn === null;
}

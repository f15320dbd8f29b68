import { type Introduction, introductionText } from '../../../shared/domain/merge/introduction.ts';
import type { Manifest } from '../../../shared/domain/merge/manifest.ts';
import { sideOf } from '../../../shared/domain/roles/mayChange.ts';
import { type ExchangeKeys, fingerprintOf, isSignedBy, signBytes } from '../../exchange/keys.ts';
import type { ReadableDb, WritableDb } from '../../store/db.ts';
import { ensureKeys, keyPlaceOf } from '../../store/keyFile.ts';
import { noteIntroduction, readIntroductions, readStandings } from '../../store/trust.ts';
import { ownFingerprint } from './keyPair.ts';
import { isTrusted, readLeads } from './trust.ts';

/**
 * Says of every colleague whose key was compared here that it is theirs, and takes it back where somebody here did: both
 * follow from what was confirmed, so that nobody has to think of it. Of the other side this store vouches for nobody, and
 * of nobody at all where it goes by a lead of its own side itself.
 */
export function introduceColleagues(db: WritableDb, organisation: string, now: string): void {
  const side = sideOf(organisation);
  // Said later where the key is out of reach now: both follow from what stands then.
  if (!keyPlaceOf(db).inReach) return;
  const keys = ensureKeys(db);
  const own = fingerprintOf(keys.publicKey);
  const said = new Map(
    readIntroductions(db).flatMap(({ byFingerprint, introduction }) =>
      byFingerprint === own ? [[introduction.fingerprint, introduction] as const] : [],
    ),
  );
  const standings = readStandings(db);
  const isLed = standings.some((one) => one.isLead && one.confirmedOn !== null && sideOf(one.organisation) === side);
  const isColleague = (of: string, confirmedOn: string | null) =>
    side !== null && !isLed && confirmedOn !== null && sideOf(of) === side;
  for (const { fingerprint, name, organisation: of, confirmedOn } of standings) {
    const before = said.get(fingerprint);
    const isTold = before !== undefined && !before.withdrawn;
    if (isTold === isColleague(of, confirmedOn)) continue;
    const statement = {
      by: keys.publicKey,
      fingerprint,
      name,
      organisation: of,
      at: after(before, now),
      withdrawn: isTold,
    };
    noteIntroduction(db, own, signed(keys, statement));
  }
}

/** Later than what was said before, whatever the clock says: the newest word stands. */
function after(before: Introduction | undefined, now: string): string {
  if (before === undefined || now > before.at) return now;
  return new Date(Date.parse(before.at) + 1).toISOString();
}

function signed(keys: ExchangeKeys, statement: Omit<Introduction, 'signature'>): Introduction {
  const text = introductionText({ ...statement, signature: '' });
  return { ...statement, signature: signBytes(keys, Buffer.from(text)).toString('base64url') };
}

/**
 * What a bundle tells of keys: our own words, and those of the leads that we go by, for its reader may hear nothing else
 * of them. Into a shared folder each store puts only its own, and each once.
 */
export function introductionsFor(db: WritableDb, which: 'all' | 'own' | 'newOwn'): readonly Introduction[] {
  const own = ownFingerprint(db);
  const leads = new Set(which === 'all' ? readLeads(db) : []);
  return readIntroductions(db)
    .filter(({ byFingerprint, isShared }) => {
      if (byFingerprint !== own) return leads.has(byFingerprint);
      return which !== 'newOwn' || !isShared;
    })
    .map(({ introduction }) => introduction);
}

/**
 * Keeps what a bundle tells of keys, as long as the introducer signed it. From a key that nobody here trusts only the word
 * of a lead is kept; of the others' words only those count whose key is confirmed as a lead, now or later.
 */
export function hearIntroductions(db: WritableDb, { from, introductions }: Manifest): void {
  const isHeard = isTrusted(db, fingerprintOf(from.publicKey));
  const leads = new Set(readLeads(db));
  for (const introduction of introductions) {
    const by = fingerprintOf(introduction.by);
    if ((isHeard || leads.has(by)) && isGenuine(introduction)) noteIntroduction(db, by, introduction);
  }
}

function isGenuine(introduction: Introduction): boolean {
  const bytes = Buffer.from(introductionText(introduction));
  return isSignedBy(introduction.by, bytes, Buffer.from(introduction.signature, 'base64url'));
}

/** The lead's word on the sender of a bundle that the bundle itself brings; absent: none that counts. */
export function broughtAlong(db: ReadableDb, { from, introductions }: Manifest): readonly Introduction[] {
  const fingerprint = fingerprintOf(from.publicKey);
  const leads = new Set(readLeads(db));
  return introductions.filter(
    (one) => one.fingerprint === fingerprint && leads.has(fingerprintOf(one.by)) && isGenuine(one),
  );
}

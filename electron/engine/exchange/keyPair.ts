import { fingerprintOf } from '../../exchange/keys.ts';
import type { WritableDb } from '../../store/db.ts';
import { ensurePublicKey } from '../../store/keyFile.ts';

export function ownFingerprint(db: WritableDb): string {
  return fingerprintOf(ensurePublicKey(db));
}

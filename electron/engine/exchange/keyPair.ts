import { fingerprintOf } from '../../exchange/keys.ts';
import type { WritableDb } from '../../store/db.ts';
import { ensureKeys } from '../../store/keyFile.ts';

export function ownFingerprint(db: WritableDb): string {
  return fingerprintOf(ensureKeys(db).publicKey);
}

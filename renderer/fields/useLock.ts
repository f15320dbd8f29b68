import type { Role } from '../../shared/domain/records/profile.ts';
import type { ListKind } from '../../shared/domain/records/recordKinds.ts';
import { ownerOf } from '../../shared/domain/roles/ownership.ts';
import { useRole } from '../stores/appStore.ts';

/** Why records of this kind are not this person's to add or take away; null: they are. The engine refuses it too. */
export function useLock(kind: ListKind): string | null {
  return lockOfKind(useRole(), kind);
}

export function lockOfKind(role: Role | null, kind: ListKind): string | null {
  if (role === null) return null;
  if (role === 'viewer') return 'A viewer changes nothing.';
  if (kind === 'evidence') return null;
  const owner = ownerOf(kind, 'reference', {});
  const mine = role === 'testLead' ? 'DCC' : 'SECAS';
  if (owner === 'both' || owner === mine) return null;
  return owner === 'DCC' ? 'The DCC keeps this.' : 'SECAS keeps this.';
}

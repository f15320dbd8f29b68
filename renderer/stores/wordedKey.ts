import type { RecordKind } from '../../shared/domain/records/recordKinds.ts';
import { rules } from '../../shared/domain/rulebook/rules.ts';

/** A record's key as people read it: an exception is of a rule by its title, never by its code. */
export function wordedKey(kind: RecordKind, key: string): string {
  if (kind !== 'exception') return key;
  const [rule, ...subject] = key.split(' ');
  const known = rules.find(({ id }) => id === rule);
  return known === undefined ? key : ['to', `“${known.title}”`, ...subject].join(' ');
}

import { formatDate } from '../calendar/calendarDate.ts';
import { isBlank, joinWords } from '../foundation/words.ts';
import { knownToDiffer } from '../records/acceptance.ts';
import { theBody } from '../records/bodies.ts';
import type { Evidence } from '../records/evidence.ts';

/**
 * `was accepted by Ann Reed of SECAS on 1 May 2026, with another file`: what an acceptance was for that the item no
 * longer is; null where none was given, or where it is for the item as it stands.
 */
export function outdatedAcceptance(item: Evidence, criterion: string): string | null {
  const { accepted, status } = item;
  if (accepted === null || (status !== 'accepted' && status !== 'submitted')) return null;
  const words = {
    version: `as version ${accepted.version}`,
    sha256: 'with another file',
    criteria: 'for other criteria',
  };
  const changed = knownToDiffer(item, criterion).map((part) => words[part]);
  return changed.length === 0 ? null : `was accepted${whoAndWhen(accepted)} ${joinWords(changed)}`;
}

/** ` by Ann Reed of SECAS on 1 May 2026`, as far as it is recorded: an older store names neither giver nor day. */
export function whoAndWhen({ by, organisation, on }: NonNullable<Evidence['accepted']>): string {
  const person = isBlank(by) ? '' : ` by ${theBody((by ?? '').trim())}`;
  const side = isBlank(organisation) ? '' : `${person === '' ? ' by' : ' of'} ${theBody((organisation ?? '').trim())}`;
  return `${person}${side}${on === null ? '' : ` on ${formatDate(on)}`}`;
}

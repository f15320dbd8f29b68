import { formatDate } from '../calendar/calendarDate.ts';
import { isBlank, joinWords } from '../foundation/words.ts';
import { theBody } from '../records/bodies.ts';
import type { Evidence } from '../records/evidence.ts';

/**
 * Whether an item counts as accepted for a criterion: acceptance is of one version, one content and the criteria it was
 * given for (`docs/domain.md`, Evidence). An older acceptance that does not say what it was for stands.
 */
export function isAcceptedFor(item: Evidence, criterion: string): boolean {
  return item.status === 'accepted' && differences(item, criterion).length === 0;
}

/**
 * `was accepted by Ann Reed of SECAS on 1 May 2026, with another file`: what an acceptance was for that the item no
 * longer is; null where none was given, or where it is for the item as it stands.
 */
export function outdatedAcceptance(item: Evidence, criterion: string): string | null {
  const { accepted, status } = item;
  if (accepted === null || (status !== 'accepted' && status !== 'submitted')) return null;
  const changed = differences(item, criterion);
  if (changed.length === 0) return null;
  return `was accepted${whoAndWhen(accepted)} ${joinWords(changed)}`;
}

/** ` by Ann Reed of SECAS on 1 May 2026`, as far as it is recorded: an older store names neither giver nor day. */
export function whoAndWhen({ by, organisation, on }: NonNullable<Evidence['accepted']>): string {
  const person = isBlank(by) ? '' : ` by ${theBody((by ?? '').trim())}`;
  const side = isBlank(organisation) ? '' : `${person === '' ? ' by' : ' of'} ${theBody((organisation ?? '').trim())}`;
  return `${person}${side}${on === null ? '' : ` on ${formatDate(on)}`}`;
}

/** A hash that is unknown on either side says nothing. */
function differences(item: Evidence, criterion: string): readonly string[] {
  const { accepted } = item;
  if (accepted === null) return [];
  const isOther = accepted.sha256 !== null && item.sha256 !== null && accepted.sha256 !== item.sha256;
  return [
    ...(accepted.version !== null && accepted.version !== item.version ? [`as version ${accepted.version}`] : []),
    ...(isOther ? ['with another file'] : []),
    ...(accepted.criteria !== null && !accepted.criteria.includes(criterion) ? ['for other criteria'] : []),
  ];
}

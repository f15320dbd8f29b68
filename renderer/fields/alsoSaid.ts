import type { RecordKind } from '../../shared/domain/records/recordKinds.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * What a typed value says besides: that no body corresponds to a criterion, for this reason. An empty list of bodies
 * cannot be typed; without it, whom to ask would stay undecided, and hold up the final pack.
 */
export function alsoSaid(kind: RecordKind, record: Fields, field: string, value: unknown): Fields {
  if (kind !== 'criterion') return {};
  const isNone = (given: unknown) => given === null || given === undefined || given === '';
  if (field === 'bodiesReason') return !isNone(value) && isNone(record.bodies) ? { bodies: [] } : {};
  return field === 'bodies' && isNone(value) && !isNone(record.bodiesReason) ? { bodies: [] } : {};
}

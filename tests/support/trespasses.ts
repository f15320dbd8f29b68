import { recordsOf } from '../../shared/domain/records/canonical.ts';
import { listKinds, type RecordKind } from '../../shared/domain/records/recordKinds.ts';
import type { ReleaseFacts } from '../../shared/domain/records/releaseFacts.ts';
import { flattenRelease } from '../../shared/domain/records/releaseRecord.ts';
import { isOwnWordOnly, ownerOf } from '../../shared/domain/roles/ownership.ts';
import { signers } from './authorityCalls.ts';

/*
 * Judged by the table of owners alone, not by what refuses: whatever is called, with the switch or without, every field
 * that reads otherwise afterwards is the caller's own, or is marked as recorded for its owner.
 */

export type Fields = Record<string, unknown>;
export type Who = 'DCC' | 'SECAS' | 'viewer' | 'Ofgem';

/** Every record by id, flat; the release itself is one of them. */
export function recordsById(
  facts: ReleaseFacts,
): ReadonlyMap<string, { readonly kind: RecordKind; readonly fields: Fields }> {
  const all = new Map<string, { kind: RecordKind; fields: Fields }>();
  all.set(String(facts.release.id), { kind: 'release', fields: { ...flattenRelease(facts) } });
  for (const kind of listKinds)
    for (const { id, ...fields } of recordsOf(facts, kind)) all.set(String(id), { kind, fields });
  return all;
}

export interface Trespass {
  readonly what: string;
  readonly isGone: boolean;
}

/** What changed that this one may not change and that is not marked; and what is marked that is nobody else's to say. */
/** A record as it stood last, and who took it away. */
export interface Stood {
  readonly fields: Fields;
  readonly goneBy: Who | null;
}

export function trespasses(
  who: Who,
  before: ReleaseFacts,
  after: ReleaseFacts,
  stood: ReadonlyMap<string, Stood>,
): readonly Trespass[] {
  const [old, fresh] = [recordsById(before), recordsById(after)];
  const found: Trespass[] = [];
  for (const id of new Set([...old.keys(), ...fresh.keys()])) {
    const [was, is] = [old.get(id), fresh.get(id)];
    const kind = (is ?? was)?.kind as RecordKind;
    const [earlier, later] = [was?.fields ?? {}, is?.fields ?? {}];
    const marks = new Set(((later.onBehalf ?? []) as { field: string }[]).map((mark) => mark.field));
    for (const field of new Set([...Object.keys(earlier), ...Object.keys(later)])) {
      const [left, right] = [earlier[field] ?? null, later[field] ?? null];
      if (field === 'onBehalf' || JSON.stringify(left) === JSON.stringify(right)) continue;
      // What one's own side took away, or of one's own, comes back as it stood, and a decision as it was given then.
      const { fields, goneBy } = stood.get(id) ?? { fields: {}, goneBy: null };
      const isAsItStood = !was && JSON.stringify(fields[field]) === JSON.stringify(right);
      if (isAsItStood && (decision.includes(field) || goneBy === who || isTheirRecord(who, kind, later))) continue;
      if (isMine(who, kind, field, was ? earlier : null, is ? later : null)) continue;
      const isMarked = marks.has(field) && !isOwnWordOnly(kind, field, right) && who !== 'viewer' && who !== 'Ofgem';
      const what = `${who}: ${kind}#${field} ${JSON.stringify(left)} → ${JSON.stringify(right)}`;
      if (!isMarked) found.push({ what, isGone: is === undefined });
    }
  }
  return found;
}

const decision = ['status', 'statusBy', 'statusReason', 'accepted'];

function isMine(who: Who, kind: RecordKind, field: string, before: Fields | null, after: Fields | null): boolean {
  if (who === 'viewer') return false;
  if (who === 'Ofgem') return kind === 'view' || kind === 'meeting';
  // Received evidence may be recorded by either side, decided on by SECAS; what follows from a change is nobody's decision.
  if (kind === 'evidence' && before === null) {
    const isDecided = after?.status === 'accepted' || after?.status === 'rejected';
    return who === 'SECAS' || !(isDecided && decision.includes(field));
  }
  const falls = kind === 'evidence' && before?.status === 'accepted' && after?.status === 'submitted';
  if (falls && decision.includes(field)) return true;
  if (kind === 'criterion' && before === null && field === 'selfStatus' && after?.selfStatus === 'notSubmitted')
    return true;
  if (kind === 'submission' && (field === 'signedOff' || field === 'signatures')) {
    const sides = signers(before?.[field], after?.[field]);
    return sides.every((side) => side === who);
  }
  // Removing judges the record as it stood; what was only ever recorded for the other side may go again.
  if (after === null) {
    const marks = new Set(((before?.onBehalf ?? []) as { field: string }[]).map((mark) => mark.field));
    const stated = Object.entries(before ?? {}).filter(([name, value]) => name !== 'onBehalf' && value !== null);
    if (stated.every(([name]) => marks.has(name))) return true;
    return isTheirRecord(who, kind, before ?? {});
  }
  const owners = [before, after].map((record) => ownerOf(kind, field, record ?? after, after[field] ?? null));
  return owners.every((owner) => owner === 'both' || owner === who);
}

function isTheirRecord(who: Who, kind: RecordKind, record: Fields): boolean {
  const naming = kind === 'evidence' ? 'title' : kind === 'release' ? 'name' : 'reference';
  const owner = ownerOf(kind, naming, record);
  return owner === 'both' || owner === who;
}

import { nameOfSlot, type Slot } from '../../../../shared/domain/calendar/slots.ts';
import { fail, ok, type Result } from '../../../../shared/domain/foundation/result.ts';
import { listKinds } from '../../../../shared/domain/records/recordKinds.ts';
import type { ReleaseFacts } from '../../../../shared/domain/records/releaseFacts.ts';
import { keeperOf } from '../../../../shared/domain/roles/mayChange.ts';
import { marksOf } from '../../../../shared/domain/roles/onBehalf.ts';
import type { ReadableDb } from '../../../store/db.ts';
import { readReleases } from '../../../store/facts.ts';
import { readRecord, readRecords } from '../../../store/records.ts';
import { clonedFacts } from '../../cloneFacts.ts';
import { readRelease } from '../../releaseByName.ts';
import { write } from '../../transact.ts';
import { isSameName } from '../../uniqueness.ts';
import { storeVerb } from '../../verb.ts';
import { writeNewRelease } from '../../writeRelease.ts';

/**
 * The next release's start: criteria, bodies, thresholds and phases of an earlier one and its undischarged conditions,
 * without what was only its own. Whoever may set up a release may copy one; what the other side owns of the copy is marked
 * as recorded for it, for that side has not said yet that it holds for this release too.
 */
export const releaseClone = storeVerb('release.clone', (context, store, input) => {
  const written = write(context, store, { onBehalf: true }, (set) => {
    const found = readRelease(context, store, input.release);
    if (!found.ok) return found;
    const keeper = set.role && input.onBehalf !== true ? keeperOf(set.role, 'release', 'name', {}, {}) : null;
    if (keeper) return fail('notAllowed', keeper.sentence, 'release');
    const from = found.value.name;
    const name = nameOfCopy(readReleases(set.db), found.value.facts.release, input.slot);
    if (!name.ok) return name;
    const clone = clonedFacts(found.value.facts, input.slot, context.today());
    const facts = { ...clone, release: { ...clone.release, name: name.value } };
    const carried = { criteria: facts.criteria.length, conditions: facts.conditions.length };
    const made = writeNewRelease(set, facts, from);
    if (!made.ok) return made;
    const { id } = made.value;
    return ok({ id, name: name.value, from, carried, records: recordsOfCopy(set.db, id) });
  });
  if (!written.ok) return written;
  const { value, entry, through } = written.value;
  return ok({ ...value, entry, through });
});

/** What the copy has of each kind, the release itself among them, as it was written. */
function recordsOfCopy(db: ReadableDb, id: string) {
  const release = readRecord(db, 'release', id);
  const all = [
    { kind: 'release' as const, records: release ? [release] : [] },
    ...listKinds.map((kind) => ({ kind, records: readRecords(db, kind, id) })),
  ];
  return all.flatMap(({ kind, records }) => {
    const marked = records.filter(({ fields }) => marksOf(fields).length > 0).length;
    return records.length > 0 ? [{ kind, count: records.length, marked }] : [];
  });
}

/**
 * The name of its slot; where a release has that already, what the name of the one that is copied says beside its own slot
 * stays: `June 2027 SEC Release (parts)` → `November 2027 SEC Release (parts)`.
 */
function nameOfCopy(
  releases: readonly { readonly name: string }[],
  from: ReleaseFacts['release'],
  slot: Slot,
): Result<string> {
  const plain = nameOfSlot(slot);
  const ownSlot = from.slot === null ? plain : nameOfSlot(from.slot);
  const names = [plain, ...(from.name.includes(ownSlot) ? [from.name.replace(ownSlot, plain)] : [])];
  const free = names.find((name) => !releases.some((other) => isSameName(other.name, name)));
  if (free !== undefined) return ok(free);
  return fail(
    'conflict',
    `The copy would be called “${plain}”, as a release of this store is already; rename that one first.`,
    plain,
  );
}

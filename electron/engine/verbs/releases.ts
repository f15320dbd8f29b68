import { formatDate } from '../../../shared/domain/calendar/calendarDate.ts';
import { kindOfSlot, nameOfSlot, ruleDateOf } from '../../../shared/domain/calendar/slots.ts';
import { fail, ok } from '../../../shared/domain/foundation/result.ts';
import { releaseStandingOf } from '../../../shared/domain/readiness/releaseStanding.ts';
import { keeperOf } from '../../../shared/domain/roles/mayChange.ts';
import { readReleases } from '../../store/facts.ts';
import { lastEntry } from '../../store/ledger.ts';
import { markArchived } from '../../store/records.ts';
import { checkFields, createRecord, noteEvent, removeRecord } from '../changes.ts';
import { clonedFacts } from '../cloneFacts.ts';
import { findRelease, readRelease } from '../releaseByName.ts';
import { readinessKept, readinessOf } from '../snapshotOf.ts';
import { transact, write } from '../transact.ts';
import { storeVerb } from '../verb.ts';
import { writeNewRelease } from '../writeRelease.ts';

/** Every release of the store with its date and how it stands today. */
export const releaseList = storeVerb('release.list', (context, store) => {
  const today = context.today();
  const items = readReleases(store.db).flatMap((row) => {
    const facts = context.cache.read(store.db, row.id);
    if (!facts) return [];
    return [{ ...row, ...releaseStandingOf(facts, readinessOf(store, facts, today), today) }];
  });
  return ok(items.sort((left, right) => ((left.goLive ?? '9') < (right.goLive ?? '9') ? 1 : -1)));
});

export const releaseOpen = storeVerb('release.open', (context, store, input) => {
  const found = readRelease(context, store, input.release);
  if (!found.ok) return found;
  const { id, archived, facts } = found.value;
  const revision = lastEntry(store.db);
  const readiness = readinessKept(store, facts, input.asOf ?? context.today());
  const state = input.knows === undefined ? {} : { state: context.told.hold({ releaseId: id, revision, readiness }) };
  return ok({ id, archived, revision, facts: { ...facts, testIssues: [] }, readiness, ...state });
});

/** Sets up a release from a calendar slot, or an ad-hoc one (no slot, the reason recorded, §3). */
export const releaseCreate = storeVerb('release.create', (context, store, input) => {
  if (input.slot && kindOfSlot(input.slot) !== input.kind) {
    const right = kindOfSlot(input.slot) === 'system' ? 'a System Release' : 'a Documentation Release';
    return fail(
      'invalidInput',
      `The slot of ${formatDate(ruleDateOf(input.slot))} is for ${right} (§3); choose that type, or make the release ad-hoc.`,
      'kind',
    );
  }
  const { name, kind, slot, adHocReason } = input;
  const fields = checkFields(
    'release',
    { name, kind, slot, adHocReason, 'goLive.approvedDate': input.approvedDate },
    false,
  );
  if (!fields.ok) return fields;
  const written = write(context, store, { onBehalf: input.onBehalf }, (set) =>
    createRecord(set, 'release', { id: null, releaseId: null }, fields.value),
  );
  if (!written.ok) return written;
  const { value, entry, through } = written.value;
  return ok({ id: value.id, name, entry, through });
});

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
    return writeNewRelease(set, clonedFacts(found.value.facts, input.slot, context.today()), found.value.name);
  });
  if (!written.ok) return written;
  const { value, entry, through } = written.value;
  return ok({ id: value.id, name: nameOfSlot(input.slot), entry, through });
});

/** Takes a wrong release away: the history keeps it, and it can be brought back. */
export const releaseRemove = storeVerb('release.remove', (context, store, input) => {
  const found = findRelease(store.db, input.release);
  if (!found.ok) return found;
  const { id, name } = found.value;
  const written = write(context, store, {}, (set) => removeRecord(set, 'release', id));
  return written.ok ? ok({ id, name, entry: written.value.entry, through: written.value.through }) : written;
});

/** Puts a release out of the daily list, or back; nothing of it is lost. */
export const releaseArchive = storeVerb('release.archive', (context, store, input) => {
  const found = findRelease(store.db, input.release);
  if (!found.ok) return found;
  const { id, name, archived } = found.value;
  if (archived === input.archived) {
    return fail('conflict', `${name} is ${archived ? 'already' : 'not'} archived.`, name);
  }
  return transact(
    context,
    store,
    (set) => {
      const seq = noteEvent(set, input.archived ? 'archive' : 'unarchive', id, name, null);
      markArchived(set.db, id, input.archived ? seq : null);
      return ok({ id });
    },
    'sides',
  );
});

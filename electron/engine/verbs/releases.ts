import { daysBetween, formatDate } from '../../../shared/domain/calendar/calendarDate.ts';
import { kindOfSlot, nameOfSlot, ruleDateOf } from '../../../shared/domain/calendar/slots.ts';
import { fail, ok } from '../../../shared/domain/foundation/result.ts';
import { goLiveInForce } from '../../../shared/domain/rulebook/context/goLiveInForce.ts';
import { statement } from '../../store/db.ts';
import { readReleases } from '../../store/facts.ts';
import { lastEntry } from '../../store/ledger.ts';
import { checkFields, createRecord, noteEvent, removeRecord } from '../changes.ts';
import { clonedFacts } from '../cloneFacts.ts';
import { findRelease, readRelease } from '../releaseByName.ts';
import { readinessOf } from '../snapshotOf.ts';
import { transact } from '../transact.ts';
import { storeVerb } from '../verb.ts';
import { writeNewRelease } from '../writeRelease.ts';

/** Every release of the store with its date and how it stands today. */
export const releaseList = storeVerb('release.list', (context, store) => {
  const today = context.today();
  const items = readReleases(store.db).flatMap((row) => {
    const facts = context.cache.read(store.db, row.id);
    if (!facts) return [];
    const { kind, slot } = facts.release;
    const goLive = goLiveInForce(facts, today).date;
    const { summary } = readinessOf(store, facts, today);
    const daysToGoLive = goLive ? daysBetween(today, goLive) : null;
    return [{ ...row, kind, slot, goLive, daysToGoLive, summary }];
  });
  return ok(items.sort((left, right) => ((left.goLive ?? '9') < (right.goLive ?? '9') ? 1 : -1)));
});

export const releaseOpen = storeVerb('release.open', (context, store, input) => {
  const found = readRelease(context, store, input.release);
  if (!found.ok) return found;
  const { facts } = found.value;
  return ok({
    id: found.value.id,
    archived: found.value.archived,
    revision: lastEntry(store.db),
    facts: { ...facts, testIssues: [] },
    readiness: readinessOf(store, facts, input.asOf ?? context.today()),
  });
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
  return transact(context, store, (set) => {
    const created = createRecord(set, 'release', { id: null, releaseId: null }, fields.value);
    if (!created.ok) return created;
    const { id, seq } = created.value;
    return ok({ id, name, entry: seq, through: seq });
  });
});

/** Takes a wrong release away; its records stay in the history, and undoing brings all of it back. */
export const releaseRemove = storeVerb('release.remove', (context, store, input) => {
  const found = findRelease(store.db, input.release);
  if (!found.ok) return found;
  const { id, name } = found.value;
  return transact(context, store, (set) => {
    const removed = removeRecord(set, 'release', id);
    return removed.ok ? ok({ id, name, entry: removed.value.seq, through: removed.value.seq }) : removed;
  });
});

/** The next release's start: criteria, bodies, thresholds and phases of an earlier one, without what was only its own. */
export const releaseClone = storeVerb('release.clone', (context, store, input) => {
  const found = readRelease(context, store, input.release);
  if (!found.ok) return found;
  const { facts } = found.value;
  const copy = clonedFacts(facts, input.slot);
  return transact(
    context,
    store,
    (set) => {
      const written = writeNewRelease(set, copy);
      return written.ok ? ok({ id: written.value.id, name: nameOfSlot(input.slot) }) : written;
    },
    'sides',
  );
});

/** Puts a release out of the daily list, or back; nothing of it is lost. */
export const releaseArchive = storeVerb('release.archive', (context, store, input) => {
  const found = findRelease(store.db, input.release);
  if (!found.ok) return found;
  const { id, name, archived } = found.value;
  if (archived === input.archived) {
    return fail('conflict', `${name} is ${archived ? 'already' : 'not'} archived.`, name);
  }
  return transact(context, store, (set) => {
    const seq = noteEvent(set, input.archived ? 'archive' : 'unarchive', id, name, null);
    statement(set.db, 'UPDATE release SET archived_in = ? WHERE id = ?').run(input.archived ? seq : null, id);
    return ok({ id });
  });
});

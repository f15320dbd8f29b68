import { formatDate } from '../../../../shared/domain/calendar/calendarDate.ts';
import { kindOfSlot, ruleDateOf } from '../../../../shared/domain/calendar/slots.ts';
import { fail, ok } from '../../../../shared/domain/foundation/result.ts';
import { checkFields, createRecord } from '../../changes.ts';
import { write } from '../../transact.ts';
import { storeVerb } from '../../verb.ts';

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

import { nameOfSlot } from '../../../../shared/domain/calendar/slots.ts';
import { fail, ok } from '../../../../shared/domain/foundation/result.ts';
import { keeperOf } from '../../../../shared/domain/roles/mayChange.ts';
import { clonedFacts } from '../../cloneFacts.ts';
import { readRelease } from '../../releaseByName.ts';
import { write } from '../../transact.ts';
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
    const facts = clonedFacts(found.value.facts, input.slot, context.today());
    const carried = { criteria: facts.criteria.length, conditions: facts.conditions.length };
    const made = writeNewRelease(set, facts, from);
    return made.ok ? ok({ id: made.value.id, from, carried }) : made;
  });
  if (!written.ok) return written;
  const { value, entry, through } = written.value;
  return ok({ ...value, name: nameOfSlot(input.slot), entry, through });
});

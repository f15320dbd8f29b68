import { everySlot, isSlot } from '../../shared/domain/calendar/slots.ts';
import { type AppError, appError } from '../../shared/domain/foundation/appError.ts';
import { hasWholeYear, slotNamed } from './slotChoice.ts';

type Save = (value: unknown, over: unknown) => Promise<AppError | null>;

/** Saves slots only: what was typed and names none stays in the field, and in the drafts, with the sentence that says why. */
export function savingSlots(save: Save): Save {
  return (value, over) => {
    if (typeof value !== 'string' || isSlot(value)) return save(value, over);
    const slot = hasWholeYear(value) ? slotNamed(value, everySlot()) : null;
    if (slot !== null) return save(slot, over);
    const why = `“${value.trim()}” is no slot; type February, June or November and a year, such as June 2026 (§3).`;
    return Promise.resolve(appError('invalidInput', why));
  };
}

import { describe, expect, it } from 'vitest';
import { inWords } from '../../renderer/fields/inWords.ts';
import { releaseSpecs } from '../../renderer/fields/releaseSpecs.ts';
import { savingSlots } from '../../renderer/fields/savingSlots.ts';
import { everySlot, slotInWords } from '../../shared/domain/calendar/slots.ts';

/** What is saved of a text in the slot's field, and the sentence that refuses it. */
async function savedOf(text: string | null) {
  let saved: unknown;
  const refused = await savingSlots(async (value) => {
    saved = value;
    return null;
  })(text, null);
  return { saved, refused: refused?.message ?? null };
}

describe('the slot of a release', () => {
  it('is read as people say it, and taken so and as it is kept, for every slot', async () => {
    const spec = releaseSpecs.identity.find(({ field }) => field === 'slot');
    expect(spec?.type).toBe('slot');
    expect(everySlot().length).toBe(900);
    for (const slot of everySlot()) {
      if (spec) expect(inWords(spec, slot)).toBe(slotInWords(slot));
      expect(await savedOf(slot)).toEqual({ saved: slot, refused: null });
      expect(await savedOf(slotInWords(slot))).toEqual({ saved: slot, refused: null });
    }
  });

  it('is emptied for an ad-hoc release', async () => {
    expect(await savedOf(null)).toEqual({ saved: null, refused: null });
  });

  it('is never the next best one: what names none is refused with what to type', async () => {
    // `June 20` may be on the way to `June 2026`: what is typed saves by itself after a rest.
    for (const text of ['March 2021', '2021', '2021-12', 'soon', 'June 20']) {
      const { saved, refused } = await savedOf(text);
      expect(saved).toBeUndefined();
      expect(refused).toBe(`“${text}” is no slot; type February, June or November and a year, such as June 2026 (§3).`);
    }
  });
});

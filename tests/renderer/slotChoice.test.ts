import { describe, expect, it } from 'vitest';
import { slotNamed, slotsToOffer } from '../../renderer/fields/slotChoice.ts';
import { nameOfSlot, ruleDateOf } from '../../shared/domain/calendar/slots.ts';

const slots = slotsToOffer(2026, (slot) => ruleDateOf(slot) >= '2026-11-26');

describe('the slot of a new release', () => {
  it('is any from 2015 on, the next one first', () => {
    expect(slots.slice(0, 2)).toEqual(['2027-02', '2027-06']);
    expect(slots.at(-1)).toBe('2015-02');
    expect(new Set(slots).size).toBe(slots.length);
  });

  it('is the one that its own name names, for every slot', () => {
    for (const slot of slots) {
      expect(slotNamed(nameOfSlot(slot), slots)).toBe(slot);
      expect(slotNamed(nameOfSlot(slot).replace(' SEC Release', ''), slots)).toBe(slot);
      expect(slotNamed(slot, slots)).toBe(slot);
    }
  });

  it.each([
    ['Nov 2020', '2020-11'],
    ['  november   2020 ', '2020-11'],
    ['2020 June', '2020-06'],
    ['june 27', '2027-06'],
    ['Nov ’20', '2020-11'],
    ['27 february', '2027-02'],
  ])('reads “%s”', (text, slot) => {
    expect(slotNamed(text, slots)).toBe(slot);
  });

  it.each([
    '',
    'November',
    '2020',
    'March 2020',
    'March 27',
    '27',
    'June 14',
    'November 2014',
    'June November 2020',
    'no 2020',
    'June 2020 and more',
  ])('is none where “%s” names none', (text) => {
    expect(slotNamed(text, slots)).toBeNull();
  });
});

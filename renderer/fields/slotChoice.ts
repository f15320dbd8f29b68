import { nameOfSlot, type Slot, slotsOfYear } from '../../shared/domain/calendar/slots.ts';

/** The slots that people make releases of: the guidance's calendar has run since 2015. */
const firstYear = 2015;
const yearsAhead = 6;

/** Every slot from 2015 to some years ahead, the next one first, then the later, then the past, newest first. */
export function slotsToOffer(thisYear: number, isAhead: (slot: Slot) => boolean): readonly Slot[] {
  const years = Array.from({ length: thisYear + yearsAhead - firstYear + 1 }, (_, at) => firstYear + at);
  const all = years.flatMap(slotsOfYear);
  return [...all.filter(isAhead), ...all.filter((slot) => !isAhead(slot)).reverse()];
}

/** A year of four digits stands in it, to which nobody types more: `June 20` may be on the way to `June 2026`. */
export function hasWholeYear(text: string): boolean {
  return /\d{4}/.test(text);
}

/** The one slot that a text names: `November 2020`, `nov 2020 sec release`, `nov 20`, `2020-11`; null where it names none. */
export function slotNamed(text: string, slots: readonly Slot[]): Slot | null {
  const words = text.toLowerCase().replace(/[,.]/g, ' ').split(/\s+/).filter(Boolean);
  const written = words.find((word) => /^(\d{4}|['’]?\d\d)$/.test(word));
  const year = written?.replace(/^['’]?(\d\d)$/, '20$1');
  if (words.length === 1) return slots.find((slot) => slot === words[0]) ?? null;
  if (year === undefined) return null;
  const rest = words.filter((word) => word !== written && word !== 'sec' && word !== 'release');
  const [month] = rest;
  if (rest.length !== 1 || month === undefined || month.length < 3) return null;
  return slots.find((slot) => slot.startsWith(year) && nameOfSlot(slot).toLowerCase().startsWith(month)) ?? null;
}

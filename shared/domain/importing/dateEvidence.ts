import type { DateOrder } from './dateOrder.ts';
import { numericDate } from './readDate.ts';
import { shownWord } from './shown.ts';

interface Sighting {
  readonly text: string;
  readonly row: number;
  readonly column: string;
}

/** What the dates of a whole file say about their order. */
export interface DateEvidence {
  /** @param row as a spreadsheet counts */
  readonly see: (text: string, column: string, row: number) => void;
  readonly verdict: (chosen: DateOrder | null) => DateVerdict;
}

interface DateVerdict {
  /** Null where the file holds no date in numbers. */
  readonly order: DateOrder | null;
  readonly notes: readonly string[];
  /** A sentence that asks, where dates of both orders stand in the one file. */
  readonly question: string | null;
}

const inWords: Readonly<Record<DateOrder, string>> = { dayFirst: 'day first', monthFirst: 'month first' };

/**
 * Gathers dates in numbers. One that cannot be read otherwise (`8/15/2025`) decides for all of the file; without one,
 * a British table is day first, which is said.
 */
export function createDateEvidence(): DateEvidence {
  const decisive: Record<DateOrder, Sighting | null> = { dayFirst: null, monthFirst: null };
  let open: Sighting | null = null;
  return {
    see(text, column, row) {
      const kind = orderOf(text);
      if (kind === 'either') open ??= { text, column, row };
      else if (kind) decisive[kind] ??= { text, column, row };
    },
    verdict(chosen) {
      const { dayFirst, monthFirst } = decisive;
      const seen = dayFirst ?? monthFirst ?? open;
      if (!seen) return { order: null, notes: [], question: null };
      if (chosen)
        return { order: chosen, notes: [`Dates in numbers are read ${inWords[chosen]}, as chosen.`], question: null };
      if (dayFirst && monthFirst)
        return {
          order: 'dayFirst',
          notes: [],
          question: `Dates in numbers stand in both orders: ${placeOf(dayFirst)} can only be day first, ${placeOf(monthFirst)} only month first; say which the file means.`,
        };
      const order = monthFirst ? 'monthFirst' : 'dayFirst';
      const why = monthFirst ?? dayFirst;
      const note = why
        ? `Dates in numbers are read ${inWords[order]}: ${placeOf(why)} can be nothing else.`
        : `Dates such as “${shownWord(seen.text)}” in the column “${shownWord(seen.column)}” are read day first; no date of the file tells the order, and month first can be chosen.`;
      return { order, notes: [note], question: null };
    },
  };
}

function placeOf({ text, column, row }: Sighting): string {
  return `“${shownWord(text)}” in row ${row} of “${shownWord(column)}”`;
}

/** `25/8/2025` is day first, `8/25/2025` month first, `8/9/2025` and `26-06-25` either; the same number twice says nothing. */
function orderOf(text: string): DateOrder | 'either' | null {
  const found = numericDate(text);
  if (!found) return null;
  const [first, second] = [Number(found.first), Number(found.second)];
  if (first > 12) return second > 12 ? null : found.mayBeYearFirst ? 'either' : 'dayFirst';
  if (second > 12) return 'monthFirst';
  return first === second ? null : 'either';
}

import type { DateOrder } from './dateOrder.ts';
import type { Scale } from './readSeverity.ts';
import type { Tracker } from './vocabularies/trackerWords.ts';

/** What holds for a whole file, so that two rows of it are never read in two ways. */
export interface ReadingMode {
  /** How severities count. */
  readonly scale: Scale;
  /** Which of two numbers is the day. */
  readonly dateOrder: DateOrder;
  /** Whose export it is, where the headings tell: trackers use the same words for different things. */
  readonly tracker: Tracker | null;
  /** Our own table, whose cells are taken to the letter: nothing in it is a manner of speaking. */
  readonly literal: boolean;
}

export const plainMode: ReadingMode = { scale: 1, dateOrder: 'dayFirst', tracker: null, literal: false };

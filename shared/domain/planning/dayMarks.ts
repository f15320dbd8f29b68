import type { CalendarDate } from '../calendar/calendarDate.ts';
import type { Finding } from '../findings/finding.ts';
import { leadTimeFindings, leadTimeNames } from '../pack/timelineOf.ts';
import type { ReleaseFacts } from '../records/releaseFacts.ts';

/** What a day of the calendar is to the open release. */
export interface DayMark {
  readonly kind: 'goLive' | 'meeting' | 'leadTime';
  /** `Go-Live`, `CSC meeting`, `last day: full scope`. */
  readonly what: string;
}

export type DayMarks = ReadonlyMap<CalendarDate, readonly DayMark[]>;

interface Marked {
  readonly facts: Pick<ReleaseFacts, 'meetings'>;
  readonly findings: readonly Finding[];
  /** The dates on which something goes live. */
  readonly goLives: readonly CalendarDate[];
}

/** The days that a person who chooses a date has to know of: go-live, the bodies' meetings and the lead times' last days. */
export function dayMarksOf({ facts, findings, goLives }: Marked): DayMarks {
  const marks = new Map<CalendarDate, DayMark[]>();
  const put = (on: CalendarDate, mark: DayMark) => {
    const known = marks.get(on) ?? [];
    if (!known.some(({ what }) => what === mark.what)) marks.set(on, [...known, mark]);
  };
  for (const on of goLives) put(on, { kind: 'goLive', what: 'Go-Live' });
  for (const { on, body } of facts.meetings)
    if (on !== null) put(on, { kind: 'meeting', what: body === null ? 'a meeting' : `${body} meeting` });
  const judged = leadTimeFindings({ findingsOf: (rule) => findings.filter((finding) => finding.rule === rule) });
  for (const { rule, due, subject } of judged)
    if (due !== null && subject === null)
      put(due, { kind: 'leadTime', what: `last day: ${leadTimeNames[rule]?.minimum ?? rule}` });
  return marks;
}

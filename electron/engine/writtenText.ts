import type { CalendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { ruleContextOf } from '../../shared/domain/rulebook/context/ruleContext.ts';
import type { Snapshot } from '../../shared/domain/rulebook/snapshot.ts';
import type { TextKind } from '../../shared/domain/texts/textKinds.ts';
import { toHtml } from '../../shared/domain/texts/toHtml.ts';
import { toPlain } from '../../shared/domain/texts/toPlain.ts';
import { writeText } from '../../shared/domain/texts/writeText.ts';

/** A text in both of its forms, as of the day that was asked for: what goes out tells how things stand, whatever was decided when. */
export function writtenOf(text: TextKind, snapshot: Snapshot, asOf: CalendarDate) {
  const written = writeText(text, ruleContextOf({ ...snapshot, asOf }));
  return { text, subject: written.subject, plain: toPlain(written), html: toHtml(written) };
}

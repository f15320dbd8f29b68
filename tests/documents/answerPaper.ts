import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import type { PackSnapshot } from '../../shared/domain/pack/packSnapshot.ts';
import { paperSnapshot } from '../../shared/domain/pack/paper/paperFacts.ts';

/** The snapshot of a body's paper with the form for its answer. */
export function answerPaperOf(whole: PackSnapshot, body = 'TAG'): PackSnapshot {
  const meeting = calendarDate('2026-05-12');
  const own = paperSnapshot(whole, body);
  const criteria = own.facts.criteria.map((one, at) => ({ ...one, id: idOf(at) }));
  return {
    ...whole,
    ...own,
    facts: { ...own.facts, criteria },
    identity: {
      ...whole.identity,
      reference: `${body} paper 2026-05-12`,
      final: true,
      document: { kind: 'paper', body, meeting, last: null, changes: [], answers: true },
    },
  };
}

/** Criteria are known by their ids in field names, as the store gives them. */
export function idOf(at: number): string {
  return `01970000-0000-7000-8000-${String(at).padStart(12, '0')}`;
}

import { type CalendarDate, formatDate } from '../../../shared/domain/calendar/calendarDate.ts';
import type { Finding } from '../../../shared/domain/findings/finding.ts';
import { positionStatus } from '../../../shared/domain/findings/vocabulary.ts';
import { countOf } from '../../../shared/domain/foundation/words.ts';
import type { ViewHistories } from '../../../shared/domain/readiness/viewHistory.ts';
import { bodyOf } from '../../../shared/domain/records/bodies.ts';
import type { Position, View } from '../../../shared/domain/records/committees.ts';
import type { Criterion } from '../../../shared/domain/records/criterion.ts';
import { viewKey } from '../../../shared/domain/records/recordKinds.ts';
import type { ReleaseFacts } from '../../../shared/domain/records/releaseFacts.ts';
import { isPutTo } from '../../../shared/domain/rulebook/bodiesOfRelease.ts';
import { viewIndexOf } from '../../../shared/domain/rulebook/context/viewIndex.ts';
import type { Answer, Answers } from '../../stores/sheetStore.ts';
import { staleViews } from '../positionCounts.ts';

/** One criterion of a body's agenda. */
export interface AgendaRow {
  readonly criterion: Criterion;
  /** The view that stands; recording another puts it in its place. */
  readonly standing: View | null;
  /** The question that waits for an answer. */
  readonly asked: View | null;
  /** Whether the question was answered after the day that is looked at: that answer is not written over. */
  readonly isAnsweredLater: boolean;
  /** Why it is on the agenda: not asked, not answered, or what changed since; null: its view stands. */
  readonly why: string | null;
}

/** What a body is to be asked, what is open before what stands. */
export function agendaOf(
  body: string,
  facts: ReleaseFacts,
  histories: ViewHistories,
  findings: readonly Finding[],
): readonly AgendaRow[] {
  const stale = staleViews(findings);
  const given = new Set(facts.views.flatMap(({ id, position }) => (id && position !== null ? [id] : [])));
  const rows = facts.criteria
    .filter((criterion) => isPutTo(criterion, body))
    .map((criterion): AgendaRow => {
      const { standing, asked } = histories.of(body, criterion.reference);
      const changed = stale.get(viewKey({ body, criterion: criterion.reference })) ?? null;
      const why = asked ? 'asked, not answered' : standing ? changed : 'not asked yet';
      const isAnsweredLater = asked !== null && given.has(asked.id ?? '');
      return { criterion, standing, asked, isAnsweredLater, why };
    });
  return [...rows.filter((row) => row.why !== null), ...rows.filter((row) => row.why === null)];
}

/** `Does not support, 12 May 2026`: what a body said, and when. */
export function positionAndDay(view: Pick<View, 'position' | 'on'>): string {
  const word = view.position === null ? 'No answer' : positionStatus[view.position].word;
  return view.on === null ? `${word}, undated` : `${word}, ${formatDate(view.on)}`;
}

const nothing: Answer = { position: null, wording: '' };

/** One position for every row that no answer stands on, here or in the records; what a body has said stays as it said it. */
export function answerRest(rows: readonly AgendaRow[], answers: Answers, position: Position): Answers {
  const next = new Map(answers);
  for (const { criterion, standing } of rows) {
    const answer = next.get(criterion.reference) ?? nothing;
    if (standing === null && answer.position === null) next.set(criterion.reference, { ...answer, position });
  }
  return next;
}

/** The rows with an answer where a view stands already; the person is asked before another is recorded. */
export function replacedBy(rows: readonly AgendaRow[], answers: Answers): readonly AgendaRow[] {
  return rows.filter(
    ({ criterion, standing }) => standing !== null && (answers.get(criterion.reference)?.position ?? null) !== null,
  );
}

/** Whether the view that stands does so when the sheet’s is recorded, too: a later one, or a graver one of the same day. */
export function standsOn({ criterion, standing }: AgendaRow, answers: Answers, on: CalendarDate): boolean {
  const position = answers.get(criterion.reference)?.position ?? null;
  if (standing === null || position === null) return false;
  const { id: _, ...said } = standing;
  const views = [standing, { ...said, position, on, askedOn: on }];
  const [day = on] = [on, standing.on ?? on].sort().slice(-1);
  return viewIndexOf(views, day).of(bodyOf(standing.body), standing.criterion)?.given === standing;
}

/** What is asked before views are recorded where others stand: what becomes of those that stand, and of the sheet’s. */
export function replaceInWords(body: string, rows: readonly AgendaRow[], answers: Answers, on: CalendarDate) {
  const standing = rows.filter((row) => standsOn(row, answers, on)).length;
  const replaced = rows.length - standing;
  const notes = [
    ...(replaced > 0 ? [`The earlier ${replaced === 1 ? 'view is' : 'views are'} kept, and shown as replaced.`] : []),
    ...(standing > 0
      ? [
          `A view of a later day than ${formatDate(on)}, or a graver one of that day, stands on; what the sheet says is kept beside it, shown as replaced.`,
        ]
      : []),
  ];
  const all = rows.length === 1 ? 'it' : `these ${rows.length}`;
  return {
    title: `${body} has said something of ${rows.length === 1 ? 'one criterion' : `${rows.length} criteria`} already`,
    note: notes.join(' '),
    button: standing === 0 ? `Replace ${all}` : `Record ${all} all the same`,
  };
}

/** The rows with words and no position: they are no view yet, and the person is asked rather than the words dropped. */
export function withoutPosition(rows: readonly AgendaRow[], answers: Answers): readonly AgendaRow[] {
  return rows.filter(({ criterion }) => {
    const answer = answers.get(criterion.reference);
    return answer !== undefined && answer.position === null && answer.wording.trim() !== '';
  });
}

interface Meeting {
  readonly body: string;
  readonly on: string;
  readonly paper: string;
}

/** The question that an answer of that day is given to: nobody answers before the question, and none is answered twice. */
function answeredOn({ asked, isAnsweredLater }: AgendaRow, on: string): View | null {
  return asked !== null && !isAnsweredLater && (asked.askedOn ?? '') <= on ? asked : null;
}

/** Why an answer of that day is recorded beside the question and not as its answer; null: it is its answer. */
export function besideInWords(row: AgendaRow, on: CalendarDate): string | null {
  const { asked, isAnsweredLater } = row;
  if (asked === null || answeredOn(row, on)) return null;
  const day = asked.askedOn === null ? '' : ` on ${formatDate(asked.askedOn)}`;
  if (isAnsweredLater) return `Asked${day} and answered since; this is recorded as a view of its own.`;
  return `Asked${day}, after ${formatDate(on)}; this is recorded as a view of its own, and the question waits on.`;
}

/**
 * The views that a sheet comes to: an open question is answered, a standing view is followed by a new one, and what was said
 * before the question stands beside it.
 */
export function savesOf(meeting: Meeting, rows: readonly AgendaRow[], answers: Answers) {
  return rows.flatMap((row) => {
    const { criterion } = row;
    const answer = answers.get(criterion.reference);
    if (!answer?.position) return [];
    const asked = answeredOn(row, meeting.on);
    const paper = meeting.paper.trim() || null;
    // Asked with a paper of ours: that paper and its meeting stand, unless the sheet names another.
    const stands = asked !== null && asked.paper !== null && paper === null;
    const given = {
      position: answer.position,
      on: meeting.on,
      wording: answer.wording.trim() || null,
      ...(stands ? {} : { meeting: `${meeting.body} ${meeting.on}`, paper }),
    };
    const fields = asked
      ? given
      : { ...given, body: meeting.body, criterion: criterion.reference, askedOn: meeting.on };
    return [{ kind: 'view' as const, id: asked?.id ?? null, fields }];
  });
}

/** `Recorded 2 views of TAG.`; where one looks at an earlier day than theirs, from when they show. */
export function recordedInWords(count: number, body: string, on: CalendarDate, asOf: CalendarDate): string {
  const recorded = `Recorded ${countOf(count, 'view')} of ${body}.`;
  return on <= asOf
    ? recorded
    : `${recorded} You look at ${formatDate(asOf)}; they show from ${formatDate(on)}, the day of the meeting.`;
}

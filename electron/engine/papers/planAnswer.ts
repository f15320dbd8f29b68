import type { OutputOf } from '../../../shared/contract/engineMethods.ts';
import { type CalendarDate, formatDate } from '../../../shared/domain/calendar/calendarDate.ts';
import { fail, ok, type Result } from '../../../shared/domain/foundation/result.ts';
import { countOf, isBlank, saying } from '../../../shared/domain/foundation/words.ts';
import { exportedWord } from '../../../shared/domain/importing/words.ts';
import { meetingWords } from '../../../shared/domain/pack/face.ts';
import { meetingFields } from '../../../shared/domain/pack/paper/answerFields.ts';
import { paperStamp } from '../../../shared/domain/pack/paper/paperStamp.ts';
import { type Answer, readAnswer } from '../../../shared/domain/pack/paper/readAnswer.ts';
import { bodyInText, bodyOf } from '../../../shared/domain/records/bodies.ts';
import type { View } from '../../../shared/domain/records/committees.ts';
import { numberedConditions } from '../../../shared/domain/records/conditionNumbers.ts';
import type { Condition } from '../../../shared/domain/records/conditions.ts';
import type { Criterion } from '../../../shared/domain/records/criterion.ts';
import type { ReleaseFacts } from '../../../shared/domain/records/releaseFacts.ts';
import type { Stamp } from '../../../shared/domain/staleness/staleness.ts';
import type { Returned } from './readReturned.ts';
import { isGone, rewordings } from './rewordings.ts';

type PlannedRow = OutputOf<'paper.read'>['plan'][number];

/** One view to be recorded. */
export interface PlannedView extends Answered {
  /** The criterion as the release names it now. */
  readonly reference: string;
  /** The view that it answers or corrects; null: a new one. */
  readonly current: View | null;
  readonly stamp: Stamp;
  /** The wordings of conditions of its answer before that are reworded or removed. */
  readonly gone: readonly string[];
}
type Answered = Answer['answered'][number];

export interface AnswerPlan {
  readonly paper: string;
  readonly body: string;
  readonly on: CalendarDate | null;
  /** The meeting in words, with the reference of its minutes and who recorded the answers. */
  readonly meeting: string | null;
  readonly views: readonly PlannedView[];
  /** Criteria without a position, here and in what an earlier copy of this paper gave. */
  readonly missing: readonly string[];
  /** What an earlier copy answered and this one leaves blank, a sentence each: it stands. */
  readonly standing: readonly string[];
  readonly notes: readonly string[];
}

/** What the answers in a paper come to in the release as it stands now; nothing is changed. */
export function planAnswer(facts: ReleaseFacts, returned: Returned): Result<AnswerPlan> {
  const { reference: paper, issued, values } = returned;
  const read = readAnswer(
    values,
    issued?.snapshot.facts.criteria ?? facts.criteria.filter((one) => isAsked(values, one)),
  );
  if (!read.ok) return read;
  const { answered, meeting } = read.value;
  const notes = [...read.value.notes];
  const document = issued?.snapshot.identity.document;
  const body = document?.kind === 'paper' ? document.body : paper.replace(/ paper \d.*$/, '');
  const on = meeting.on ?? (document?.kind === 'paper' ? document.meeting : null);
  const views: PlannedView[] = [];
  for (const one of answered) {
    const now = criterionNow(facts, one.criterion);
    if (now === undefined) {
      notes.push(`${one.criterion.reference} is no criterion of this release any more; its answer is not recorded.`);
      continue;
    }
    const current = answeredView(facts, body, now.reference, paper);
    const stamp = issued ? stampOf(current, issued.snapshot, one.criterion) : { sawText: null, saw: [] };
    const before = numberedConditions(facts)
      .map(({ condition }) => condition)
      .filter((condition) => isOfAnswer(condition, { paper, body }, now.reference));
    const gone = before.filter((condition) => isGone(condition, one.conditions)).map(({ text }) => text ?? '');
    notes.push(...standingBeside(one, now.reference, before, current));
    views.push({ ...one, reference: now.reference, current, stamp, gone });
  }
  const left = leftBlank(facts, read.value.missing, { paper, body });
  const put = putSince(views, on);
  if (on !== null && put !== null) {
    const when = `before ${paper} was put to ${bodyInText(body)}, on ${formatDate(put)}`;
    // A paper that looks back is made for a meeting of its own day, too; before that nobody can have answered it.
    if (issued && on < issued.snapshot.asOf)
      return fail(
        'invalidInput',
        `In “Meeting held on”, ${formatDate(on)} lies ${when}; mend the day and read the file again. Nothing was recorded.`,
        meetingFields.on,
      );
    notes.push(`The meeting of ${formatDate(on)} was ${when}; look whether its day is right.`);
  }
  const words = [
    ...(on === null ? [] : [meetingWords(body, on)]),
    ...(meeting.reference === null ? [] : [meeting.reference]),
    ...(meeting.by === null ? [] : [`recorded by ${meeting.by}`]),
  ];
  return ok({ paper, body, on, meeting: words.join(', ') || null, views, ...left, notes });
}

/** What was recorded beside an earlier copy's words and stays beside those of this one, a sentence each. */
function standingBeside(
  { position, words, conditions }: Answered,
  criterion: string,
  before: readonly Condition[],
  current: View | null,
): readonly string[] {
  const reworded = [...rewordings(before, conditions)].map(
    ([text, old]) =>
      `On ${criterion} ${saying(old.text ?? '')} now reads ${saying(text)}; what else is recorded of it stands, so look whether it still holds.`,
  );
  const isAnswered = current !== null && current.position !== null && !isBlank(current.answer);
  if (!isAnswered || (current.position === position && current.wording === words)) return reworded;
  return [
    ...reworded,
    `What is recorded as our answer on ${criterion} answers an earlier copy, and stands; look whether it answers this one.`,
  ];
}

/** Of each criterion that this copy leaves blank, whether an earlier copy of the paper gave a position on it. */
function leftBlank(
  facts: ReleaseFacts,
  blank: readonly Criterion[],
  of: Pick<AnswerPlan, 'paper' | 'body'>,
): Pick<AnswerPlan, 'missing' | 'standing'> {
  const missing: string[] = [];
  const standing: string[] = [];
  for (const criterion of blank) {
    const reference = criterionNow(facts, criterion)?.reference ?? criterion.reference;
    const position = answeredView(facts, of.body, reference, of.paper)?.position ?? null;
    if (position === null) missing.push(reference);
    else {
      const asked = facts.conditions.filter((one) => isOfAnswer(one, of, reference)).length;
      const said = exportedWord('position', position).toLowerCase();
      const conditions = asked === 0 ? '' : `, with ${countOf(asked, 'condition')}`;
      standing.push(
        `On ${reference} no position is ticked in this copy; what an earlier copy answered stands: ${said}${conditions}.`,
      );
    }
  }
  return { missing, standing };
}

/** The criterion as the release names it now. */
function criterionNow(facts: ReleaseFacts, asked: Criterion): Criterion | undefined {
  return facts.criteria.find(({ id, reference }) =>
    asked.id === undefined ? reference === asked.reference : id === asked.id,
  );
}

/** On which day the paper put the questions that were answered on an earlier one; null: none was. */
function putSince(views: readonly PlannedView[], on: CalendarDate | null): CalendarDate | null {
  const later = views.flatMap(({ current }) =>
    current?.askedOn && on !== null && current.askedOn > on ? [current.askedOn] : [],
  );
  return later.sort()[0] ?? null;
}

/** How the plan reads in the answer: what would be recorded, and what stood before. */
export function rowsOf(plan: AnswerPlan): PlannedRow[] {
  return plan.views.map(({ reference, position, words, conditions, gone, current }) => ({
    criterion: reference,
    position,
    words,
    conditions: [...conditions],
    gone: [...gone],
    before: current?.position ?? null,
  }));
}

/** Whether a condition came with what a body answered on a criterion in a paper. */
export function isOfAnswer(
  { source }: Condition,
  { paper, body }: Pick<AnswerPlan, 'paper' | 'body'>,
  criterion: string,
): boolean {
  return source?.paper === paper && source.criterion === criterion && bodyOf(source.body ?? '') === bodyOf(body);
}

/** The view that an answer to this paper is already recorded in, or else the question that the paper put. */
function answeredView(facts: ReleaseFacts, body: string, criterion: string, paper: string): View | null {
  const asked = facts.views.filter(
    (view) => view.paper === paper && view.criterion === criterion && bodyOf(view.body) === bodyOf(body),
  );
  return asked.find((view) => view.position !== null) ?? asked.at(-1) ?? null;
}

/** What the paper showed. The question that it put holds that already, and has followed each renaming since. */
function stampOf(current: View | null, snapshot: Parameters<typeof paperStamp>[0], criterion: Criterion): Stamp {
  if (current !== null && current.position === null && current.saw !== null)
    return { sawText: current.sawText, saw: [...current.saw] };
  return paperStamp(snapshot, criterion.reference);
}

function isAsked(values: Returned['values'], { id }: Criterion): boolean {
  return id !== undefined && Object.keys(values).some((name) => name.startsWith(`view/${id}/`));
}

/** Later papers for the same body: their answers win over this one's. */
export function laterPapers(
  papers: readonly { readonly reference: string; readonly meeting: string | null }[],
): string[] {
  return papers.map(
    ({ reference, meeting }) =>
      `${reference} was issued later${meeting === null ? '' : ` for the meeting of ${formatDate(meeting as CalendarDate)}`}; this answers the paper before it.`,
  );
}

import { type CalendarDate, earlierOf, formatDate } from '../calendar/calendarDate.ts';
import { countOf, isBlank } from '../foundation/words.ts';
import { isAcceptedFor } from '../records/acceptance.ts';
import { theBody } from '../records/bodies.ts';
import type { Criterion } from '../records/criterion.ts';
import { evidenceKey } from '../records/evidence.ts';
import { viewKey } from '../records/recordKinds.ts';
import type { RuleContext } from '../rulebook/context/ruleContext.ts';
import type { MeetingPlan } from './meetingPlan.ts';
import type { PlanDraft } from './plan.ts';

/** Evidence is of use until the first body that still has to see it wants its papers, at the latest for the submission. */
export function evidenceItems(context: RuleContext, meetings: MeetingPlan): readonly PlanDraft[] {
  return context.applicable.flatMap((criterion): readonly PlanDraft[] => {
    const current = context.evidence.ofCriterion(criterion.reference);
    if (current.some((evidence) => isAcceptedFor(evidence, criterion.reference))) return [];
    const due = evidenceDay(context, meetings, criterion);
    const owner = isBlank(criterion.owner) ? 'DCC' : (criterion.owner ?? '').trim();
    const record = `criterion:${criterion.reference}`;
    if (current.length === 0) {
      return [
        {
          kind: 'evidence',
          subject: criterion.reference,
          what: `Evidence for ${criterion.reference}`,
          waitsFor: owner,
          due,
          restsOn: [record],
        },
      ];
    }
    return current.map((evidence) => ({
      kind: 'evidence',
      subject: evidenceKey(evidence),
      what: `Acceptance of ${evidence.reference} version ${evidence.version} for ${criterion.reference}`,
      waitsFor: evidence.status === 'draft' ? (evidence.provider ?? owner) : 'SECAS',
      due,
      restsOn: [record, `evidence:${evidenceKey(evidence)}`],
    }));
  });
}

function evidenceDay(context: RuleContext, meetings: MeetingPlan, criterion: Criterion): CalendarDate | null {
  const days = context
    .bodiesOf(criterion)
    .filter((body) => !hasAnswered(context, body, criterion))
    .map((body) => meetings.of(body))
    .filter((plan) => !plan.missed)
    .map((plan) => plan.papersBy ?? plan.meeting);
  return [meetings.submitBy, criterion.due, ...days].reduce<CalendarDate | null>(
    (first, day) => (first === null || day === null ? (first ?? day) : earlierOf(first, day)),
    null,
  );
}

function hasAnswered(context: RuleContext, body: string, criterion: Criterion): boolean {
  return (context.views.of(body, criterion.reference)?.answer ?? null) !== null;
}

/** For each body: its paper, and its view on each criterion that it has not answered. */
export function inputItems(context: RuleContext, meetings: MeetingPlan): readonly PlanDraft[] {
  const waiting = new Map<string, Criterion[]>();
  for (const criterion of context.applicable) {
    for (const body of context.bodiesOf(criterion)) {
      if (hasAnswered(context, body, criterion)) continue;
      const list = waiting.get(body);
      if (list) list.push(criterion);
      else waiting.set(body, [criterion]);
    }
  }
  return [...waiting].flatMap(([body, criteria]) => bodyItems(meetings, body, criteria));
}

function bodyItems(meetings: MeetingPlan, body: string, criteria: readonly Criterion[]): readonly PlanDraft[] {
  const plan = meetings.of(body);
  const restsOn = plan.record ? [plan.record] : [];
  const missed =
    plan.missed && plan.meeting
      ? `the last recorded meeting of ${theBody(body)} that could serve was on ${formatDate(plan.meeting)}`
      : undefined;
  const paper: PlanDraft = {
    kind: 'paper',
    subject: plan.meeting ? `${body} ${plan.meeting}` : body,
    what: plan.meeting
      ? `Paper on ${countOf(criteria.length, 'criterion', 'criteria')} for the meeting of ${theBody(body)} on ${formatDate(plan.meeting)}`
      : `Paper on ${countOf(criteria.length, 'criterion', 'criteria')} for ${theBody(body)}`,
    waitsFor: 'SECAS',
    due: plan.papersBy ?? plan.meeting ?? meetings.submitBy,
    restsOn,
    ...(missed === undefined ? {} : { missed }),
  };
  const inputs = criteria.map(
    (criterion): PlanDraft => ({
      kind: 'input',
      subject: viewKey({ body, criterion: criterion.reference }),
      what: `View of ${theBody(body)} on ${criterion.reference}`,
      waitsFor: body,
      due: plan.meeting ?? meetings.submitBy,
      restsOn: [`criterion:${criterion.reference}`, ...restsOn],
      ...(missed === undefined ? {} : { missed }),
    }),
  );
  return [paper, ...inputs];
}

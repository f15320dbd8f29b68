import { type CalendarDate, earlierOf, formatDate } from '../calendar/calendarDate.ts';
import { countOf, isBlank } from '../foundation/words.ts';
import { isAcceptedFor } from '../records/acceptance.ts';
import { isBody, theBody } from '../records/bodies.ts';
import type { Criterion } from '../records/criterion.ts';
import { evidenceKey } from '../records/evidence.ts';
import { recordName, viewKey } from '../records/recordKinds.ts';
import type { RuleContext } from '../rulebook/context/ruleContext.ts';
import { type BodyState, firstPut, putOn } from '../rulebook/context/viewIndex.ts';
import { ownerOf } from '../rulebook/rules/criteriaMet.ts';
import { awaitedOf } from '../staleness/putAgain.ts';
import { freshnessOf } from '../staleness/staleness.ts';
import type { MeetingPlan } from './meetingPlan.ts';
import type { PlanDraft } from './plan.ts';

/** Evidence is of use until the first body that still has to see it wants its papers, at the latest for the submission. */
export function evidenceItems(context: RuleContext, meetings: MeetingPlan): readonly PlanDraft[] {
  return context.applicable.flatMap((criterion): readonly PlanDraft[] => {
    const current = context.evidence.ofCriterion(criterion.reference);
    if (current.some((evidence) => isAcceptedFor(evidence, criterion.reference))) return [];
    const due = evidenceDay(context, meetings, criterion);
    const owner = ownerOf(criterion);
    const unowned = isBlank(criterion.owner) ? ', which has no owner recorded' : '';
    const record = `criterion:${criterion.reference}`;
    if (current.length === 0) {
      return [
        {
          kind: 'evidence',
          subject: criterion.reference,
          what: `Evidence for ${criterion.reference}${unowned}`,
          waitsFor: owner,
          due,
          restsOn: [record],
        },
      ];
    }
    return current.map((evidence) => ({
      kind: 'evidence',
      subject: evidenceKey(evidence),
      // A draft is its provider's to hand in; before that nobody can accept it.
      what: `${evidence.status === 'draft' ? 'Submission' : 'Acceptance'} of ${evidence.reference} version ${evidence.version} for ${criterion.reference}`,
      waitsFor:
        evidence.status !== 'draft' ? 'SECAS' : isBlank(evidence.provider) ? owner : (evidence.provider ?? '').trim(),
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
    .map((plan) => plan.papersBy ?? plan.meeting);
  return [meetings.submitBy, criterion.due, ...days].reduce<CalendarDate | null>(
    (first, day) => (first === null || day === null ? (first ?? day) : earlierOf(first, day)),
    null,
  );
}

/** As the rule on answers has it: a deferral is none, and does not take back what was said before it. */
function hasAnswered(context: RuleContext, body: string, { reference }: Criterion): boolean {
  return (context.views.of(body, reference)?.answer ?? null) !== null;
}

/** It has it before it: a question that neither an answer nor a deferral followed. */
function isPutTo(state: BodyState | null): boolean {
  if (!state?.asked) return false;
  const said = state.given;
  return said === null || (state.asked.askedOn ?? '') >= (said.on ?? said.askedOn ?? '');
}

/**
 * For each body: its paper on what was not put to it yet, and its view on each criterion that it has not answered, whatever the owner says of the
 * criterion; of a body that the release requires, a view on any.
 */
export function inputItems(context: RuleContext, meetings: MeetingPlan): readonly PlanDraft[] {
  const waiting = new Map<string, Criterion[]>();
  const mapped = new Set<string>();
  const again: PlanDraft[] = [];
  for (const criterion of context.facts.criteria) {
    for (const body of context.bodiesOf(criterion)) {
      mapped.add(body);
      if (hasAnswered(context, body, criterion)) {
        again.push(...answerAgain(context, meetings, body, criterion));
        continue;
      }
      const list = waiting.get(body);
      if (list) list.push(criterion);
      else waiting.set(body, [criterion]);
    }
  }
  for (const body of context.requiredBodies)
    if (!mapped.has(body) && context.views.ofBody(body).every(({ answer }) => answer === null)) waiting.set(body, []);
  return [...again, ...[...waiting].flatMap(([body, criteria]) => bodyItems(context, meetings, body, criteria))];
}

/** What changed since it answered was put to it: its answer to that is waited for while it is still of use. */
function answerAgain(
  context: RuleContext,
  meetings: MeetingPlan,
  body: string,
  criterion: Criterion,
): readonly PlanDraft[] {
  const { reference } = criterion;
  const state = context.views.of(body, reference);
  const view = state?.answer ?? null;
  if (state === null || view === null) return [];
  const fresh = freshnessOf(view, criterion, context.evidence);
  if (fresh.kind !== 'stale') return [];
  const awaited = awaitedOf(fresh.changes, { view, history: state.history, criterion });
  if (awaited === null) return [];
  const plan = meetings.of(body);
  const due = plan.meeting ?? meetings.submitBy;
  if (due !== null && due < context.asOf) return [];
  return [
    {
      kind: 'input',
      subject: viewKey({ body, criterion: reference }),
      what: `Answer of ${theBody(body)} on what has changed for ${reference}`,
      waitsFor: body,
      due,
      restsOn: [`criterion:${reference}`, `view:${viewKey(awaited)}`],
    },
  ];
}

function bodyItems(
  context: RuleContext,
  meetings: MeetingPlan,
  body: string,
  criteria: readonly Criterion[],
): readonly PlanDraft[] {
  const plan = meetings.of(body);
  const restsOn = plan.record ? [plan.record] : [];
  const note =
    plan.passed === null
      ? {}
      : { note: `the last meeting of ${theBody(body)} recorded before that was on ${formatDate(plan.passed)}` };
  const isRequired = criteria.length === 0;
  const unput = criteria.filter(({ reference }) => !isPutTo(context.views.of(body, reference)));
  const wantsPaper = isRequired ? !context.views.ofBody(body).some(isPutTo) : unput.length > 0;
  const concerned = isRequired ? 'the criteria concerned' : countOf(unput.length, 'criterion', 'criteria');
  const paper: PlanDraft = {
    kind: 'paper',
    subject: plan.meeting ? `${body} ${plan.meeting}` : body,
    what: plan.meeting
      ? `Paper on ${concerned} for the meeting of ${theBody(body)} on ${formatDate(plan.meeting)}`
      : `Paper on ${concerned} for ${theBody(body)}`,
    waitsFor: 'SECAS',
    due: plan.papersBy ?? plan.meeting ?? meetings.submitBy,
    restsOn,
    ...note,
  };
  const due = plan.meeting ?? meetings.submitBy;
  const asked = isRequired
    ? [{ subject: body, on: 'the criteria concerned', record: recordOfRequired(context, body), reference: null }]
    : criteria.map(({ reference }) => ({
        subject: viewKey({ body, criterion: reference }),
        on: reference,
        record: `criterion:${reference}`,
        reference,
      }));
  // A view that was not asked for in time is no debt of the body's: what SECAS has to do about it stands in the findings.
  const isBehind = due !== null && due < context.asOf;
  const views = isBehind ? asked.filter(({ reference }) => wasPutBy(context, { body, reference }, due)) : asked;
  const inputs = views.map(
    ({ subject, on, record }): PlanDraft => ({
      kind: 'input',
      subject,
      what: `View of ${theBody(body)} on ${on}`,
      waitsFor: body,
      due,
      restsOn: [record, ...restsOn],
      ...note,
    }),
  );
  return wantsPaper ? [paper, ...inputs] : inputs;
}

/** Whether the body had it before it by a day; one without a day may have been. `reference` null: any criterion. */
function wasPutBy(
  { views }: RuleContext,
  { body, reference }: { readonly body: string; readonly reference: string | null },
  by: CalendarDate,
): boolean {
  const states =
    reference === null ? views.ofBody(body) : [views.of(body, reference)].filter((state) => state !== null);
  return states.some((state) => (putOn(firstPut(state)) ?? by) <= by);
}

/** Named as it was typed: `Operations Group`, say, for the OPSG. */
function recordOfRequired({ facts, releaseRecord }: RuleContext, body: string): string {
  const required = facts.requiredBodies.find((one) => isBody(one.body, body));
  return required ? recordName('requiredBody', required) : releaseRecord;
}

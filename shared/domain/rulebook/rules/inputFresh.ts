import { fieldOf } from '../../findings/target.ts';
import { isBlank, joinWords } from '../../foundation/words.ts';
import { bodyInText, bodyOf } from '../../records/bodies.ts';
import type { View } from '../../records/committees.ts';
import type { Criterion } from '../../records/criterion.ts';
import { viewKey } from '../../records/recordKinds.ts';
import { awaitedOf } from '../../staleness/putAgain.ts';
import { freshnessOf, positionOn } from '../../staleness/staleness.ts';
import { staleSentence } from '../../staleness/staleSentence.ts';
import { type BodyState, gravestOf, standingView } from '../context/viewIndex.ts';
import { judgeEachCriterion } from '../judgeEach.ts';
import type { Judgement, RecordContext, Rule } from '../rule.ts';
import { recordOf } from './criteriaMet.ts';

export const inputFresh: Rule = {
  id: 'input.fresh',
  area: 'input',
  severity: 'warning',
  basis: 'practice',
  clause: null,
  title: 'Nothing a body saw has changed',
  meaning:
    "Each body's latest answer on a criterion carries a stamp of the wording and the evidence versions it saw. If the wording, a version, a file or the set of evidence differs now, the view is stale until the body reaffirms. Compared by value, never by the time of an edit; cannot tell where the wording or the evidence it saw is not recorded. A deferral is no answer: the one before it is judged. Good practice, not a SEC rule.",
  formula: 'wording and current evidence (versions and SHA-256) equal those of the stamp',
  example: 'TAG supported EV-003 version 1; version 2 has not been put to TAG. Not met.',
  coverable: false,
  withoutSubjects: 'No body has answered on a criterion yet.',
  ...judgeEachCriterion(function* (context, criterion) {
    for (const state of context.views.ofCriterion(criterion.reference)) {
      const standing = standingView(state);
      if (standing) yield judgeFresh(context, criterion, standing, state);
    }
  }),
};

export const inputAnswered: Rule = {
  id: 'input.answered',
  area: 'input',
  severity: 'advice',
  basis: 'practice',
  clause: null,
  title: 'Conditions and objections have an answer',
  meaning:
    'Where a body supports with conditions, or does not support, an answer to it is recorded for the CSC, also where the owner calls the criterion not applicable, or the body has deferred a later view. Good practice, not a SEC rule.',
  formula: 'the answer is not blank for each latest position that supports with conditions or does not support',
  example: 'OPSG does not support AC-05 and no answer is recorded: advice.',
  coverable: false,
  withoutSubjects: 'No body has set a condition or objected.',
  ...judgeEachCriterion(function* (context, criterion) {
    for (const state of context.views.ofCriterion(criterion.reference)) {
      const said = gravestOf(state);
      // Entered twice, each with words of its own: the one that has no answer yet is told.
      const first = said.find(({ answer }) => isBlank(answer)) ?? said.at(-1);
      if (first) yield judgeAnswered(context, first);
    }
  }),
};

function judgeFresh(context: RecordContext, criterion: Criterion, view: View, state: BodyState): Judgement {
  const body = bodyOf(view.body);
  const name = bodyInText(body);
  const subject = `${body}/${view.criterion}`;
  const record = `view:${viewKey(view)}`;
  const records = [record, recordOf(criterion)];
  const fresh = freshnessOf(view, criterion, context.evidence);
  if (fresh.kind === 'fresh') {
    return {
      subject,
      outcome: 'met',
      restsOn: records.concat(context.evidence.recordsOfCriterion(criterion.reference)),
      sentence: `${view.criterion}: what ${name} saw has not changed.`,
    };
  }
  const base = {
    subject,
    restsOn: records.concat((view.saw ?? []).map((item) => `evidence:${item.evidence}`)),
    waitsUntil: context.submission.due,
  };
  if (fresh.kind === 'stale') {
    const beside = { view, history: state.history, criterion };
    const stale = { ...base, outcome: 'notMet', sentence: staleSentence(fresh.changes, beside) } as const;
    const awaited = awaitedOf(fresh.changes, beside);
    if (awaited)
      return {
        ...stale,
        restsOn: stale.restsOn.concat(`view:${viewKey(awaited)}`),
        mend: `Ask ${name} for its answer on what has changed; it may reaffirm its view.`,
        waitsFor: body,
        mendAt: fieldOf('view', awaited, 'position'),
      };
    return {
      ...stale,
      mend: `Put what has changed to ${name}; it may reaffirm its view.`,
      waitsFor: 'SECAS',
      mendAt: fieldOf('view', view, 'saw'),
    };
  }
  const missing = joinWords(fresh.missing.map((what) => `the ${what}`));
  return {
    ...base,
    outcome: 'cannotTell',
    sentence: `${view.criterion}: cannot tell whether what ${name} saw has changed: ${missing} it saw ${fresh.missing.length === 1 ? 'is' : 'are'} not recorded (practice).`,
    mend: `Record ${missing} that ${name} saw.`,
    waitsFor: 'SECAS',
    mendAt: fieldOf('view', view, fresh.missing[0] === 'wording' ? 'sawText' : 'saw'),
  };
}

function judgeAnswered(context: RecordContext, view: View): Judgement {
  const body = bodyOf(view.body);
  const subject = `${body}/${view.criterion}`;
  const said = `${bodyInText(body)} ${positionOn(view.position ?? 'noView', 'it')}`;
  const base = { subject, restsOn: [`view:${viewKey(view)}`] };
  if (!isBlank(view.answer))
    return { ...base, outcome: 'met', sentence: `${view.criterion}: ${said}, and that has an answer.` };
  return {
    ...base,
    outcome: 'notMet',
    sentence: `${view.criterion}: ${said}, and that has no answer (practice).`,
    mend: `Record the answer to ${bodyInText(body)}.`,
    waitsFor: 'SECAS',
    waitsUntil: context.submission.due,
    mendAt: fieldOf('view', view, 'answer'),
  };
}

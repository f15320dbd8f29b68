import { type CalendarDate, formatDate } from '../../calendar/calendarDate.ts';
import { fieldOf, newRecord } from '../../findings/target.ts';
import { compareText } from '../../foundation/naturalOrder.ts';
import { capitalise, isBlank, uncapitalise } from '../../foundation/words.ts';
import { theBody } from '../../records/bodies.ts';
import type { Modification } from '../../records/modification.ts';
import { modificationKey, recordName } from '../../records/recordKinds.ts';
import type { ScopeDecision } from '../../records/release.ts';
import type { RuleContext } from '../context/ruleContext.ts';
import { isInternalOnly, joinedOn, scopeClassOf } from '../context/scopeIndex.ts';
import { acceptedException, acceptedLateAddition, begunException } from '../exceptions.ts';
import { formulaOf, judgeLeadTime } from '../judgeLeadTime.ts';
import type { Judgement, Rule } from '../rule.ts';

interface ScopeRule {
  readonly id: string;
  readonly leadTime: 'scopeSystem' | 'scopeDocuments';
  readonly sets: 'systems' | 'all';
  readonly scopeClass: 'systems' | 'documents';
  /** `The systems' scope` or `The full scope`. */
  readonly scopeName: string;
}

const systems: ScopeRule = {
  id: 'scope.system-12-months',
  leadTime: 'scopeSystem',
  sets: 'systems',
  scopeClass: 'systems',
  scopeName: "The systems' scope",
};

const documents: ScopeRule = {
  id: 'scope.documents-6-months',
  leadTime: 'scopeDocuments',
  sets: 'all',
  scopeClass: 'documents',
  scopeName: 'The full scope',
};

export const scopeSystem12Months: Rule = {
  id: systems.id,
  area: 'scopeLeadTimes',
  severity: 'warning',
  basis: 'guidance',
  clause: '§4.3',
  title: 'Scope that impacts systems set 12 months before',
  meaning:
    "Modifications that impact DCC or User Systems are set in scope 12 months before the implementation date. The decision that set the systems' scope is judged once; a modification with a date of its own is judged by it; where the impacts of one on DCC or User Systems are not stated, the rule cannot tell. Where all impacts are stated and none is on systems, nothing is judged.",
  formula: 'approved Go-Live date less 12 months',
  example:
    "Go-Live on 4 November 2021; systems' scope set on 13 November 2020: due 4 November 2020, 9 days short of 12 months.",
  coverable: true,
  withoutSubjects: 'Nothing in scope impacts DCC or User Systems, so no 12-month lead time applies.',
  evaluate: (context) => {
    const { modifications, planned } = context.scope;
    const judged = [
      ...(isWithoutSystems([...modifications, ...planned]) ? [] : judgeDecision(context, systems)),
      ...judgeOwnDates(context, systems),
      ...modifications.filter((one) => scopeClassOf(one) === 'unknown').map((one) => judgeUnstated(context, one)),
    ];
    return judged.length > 0 ? judged : nothingInScope(context);
  },
};

export const scopeDocuments6Months: Rule = {
  id: documents.id,
  area: 'scopeLeadTimes',
  severity: 'warning',
  basis: 'guidance',
  clause: '§4.3',
  title: 'Full scope set six months before',
  meaning:
    'Modifications that impact SEC documents only are set in scope six months before the implementation date: then the full scope stands. The decision that set the full scope is judged once; a modification with a date of its own is judged by it.',
  formula: 'approved Go-Live date less 6 months',
  example: 'Go-Live on 4 November 2021; full scope set on 14 May 2021: due 4 May 2021, 10 days short of six months.',
  coverable: true,
  withoutSubjects: 'Nothing in scope is known to impact SEC documents only, so that nothing is judged by six months.',
  evaluate: (context) => {
    const judged = [...judgeDecision(context, documents), ...judgeOwnDates(context, documents)];
    return judged.length > 0 ? judged : nothingInScope(context);
  },
};

/** All impacts are stated, and none is on DCC or User Systems. */
function isWithoutSystems(modifications: readonly Modification[]): boolean {
  return modifications.length > 0 && modifications.every((one) => scopeClassOf(one) === 'documents');
}

/** An empty scope is told as such, not as one without impacts. */
function nothingInScope({ scope }: RuleContext): readonly Judgement[] {
  if (scope.modifications.length > 0) return [];
  return [
    { outcome: 'notApplicable', sentence: `${capitalise(scope.emptiness)}, so no lead time of the scope applies.` },
  ];
}

/** One finding for the decision that set that scope; modifications without a date of their own share it. */
function judgeDecision(context: RuleContext, rule: ScopeRule): readonly Judgement[] {
  const decision = earliestDecision(context, rule.sets);
  const ahead = decisionAhead(context, rule.sets);
  const sharing = classMembers(context, rule).filter((modification) => joinedOn(modification) === null);
  if ((decision === null || decision.on === null) && sharing.length === 0) return [];
  const scopeName = uncapitalise(rule.scopeName);
  const judgement = judgeLeadTime(context, {
    leadTime: rule.leadTime,
    clause: '§4.3',
    subject: null,
    actual: decision?.on ?? null,
    planned: ahead?.on ?? null,
    isPlanDecisive: false,
    missing: null,
    done: context.adHoc ? 'Scope set' : `${rule.scopeName} was set`,
    tellDistance: context.adHoc,
    tellDue: !context.adHoc,
    toDo: `${rule.scopeName} is to be set`,
    what: `The decision that sets ${scopeName}`,
    restsOn: [
      ...[decision, ahead].flatMap((one) => (one ? [recordName('scopeDecision', one)] : [])),
      ...sharing.map((modification) => recordName('modification', modification)),
    ],
    mend: `Have ${scopeName} decided, and record the decision with its date.`,
    mendUndated: `Record the decision that set ${scopeName}, with its date.`,
    mendAt: decision ? fieldOf('scopeDecision', decision, 'on') : newRecord('scopeDecision'),
    waitsFor: 'CSC',
    acceptance: acceptedException(context, rule.id, null),
    begun: begunException(context, rule.id, null),
    agreement: agreementOf(context, decision),
  });
  const unstated = decision?.on == null ? earliestUnstated(context) : null;
  const told =
    unstated === null ? judgement : { ...judgement, ...judgeUnstatedDecision(judgement, scopeName, unstated) };
  return [{ ...told, sentence: `${told.sentence}${addedLateInWords(context, sharing)}` }];
}

/** What was added late without a day of joining of its own shares the decision's finding, and is told to. */
function addedLateInWords(context: RuleContext, sharing: readonly Modification[]): string {
  return sharing
    .flatMap((one) => {
      const added = one.lateAddition;
      if (added === null || added.on === null || !context.hasHappened(added.on)) return [];
      const by = isBlank(added.body) ? '' : ` by ${theBody(added.body ?? '')}`;
      return ` ${modificationKey(one)} was added late${by} on ${formatDate(added.on)}, and shares this finding for want of a day of joining of its own.`;
    })
    .join('');
}

/** The earliest dated decision of which nobody stated whose scope it sets. */
function earliestUnstated(context: RuleContext): ScopeDecision | null {
  const made = context.facts.scopeDecisions.filter(
    (one) => one.sets === null && one.on !== null && context.hasHappened(one.on),
  );
  return made.sort((left, right) => compareText(left.on ?? '', right.on ?? ''))[0] ?? null;
}

/** A decision with a date is there: what is missing is what it sets, not the date. */
function judgeUnstatedDecision(
  { outcome, sentence, due }: Judgement,
  scopeName: string,
  unstated: ScopeDecision,
): Partial<Judgement> {
  const when = formatDate(unstated.on as CalendarDate);
  const sets = `it is not stated what the decision of ${when} sets`;
  const told =
    outcome === 'cannotTell' && due
      ? `Cannot tell when ${scopeName} was set, for ${sets} (§4.3); it was due ${formatDate(due)}.`
      : `${sentence} ${capitalise(sets)}.`;
  return {
    sentence: told,
    mend: `State what the decision of ${when} sets the scope of.`,
    mendAt: fieldOf('scopeDecision', unstated, 'sets'),
    waitsFor: 'SECAS',
  };
}

/** The earliest that set this scope, not later than the as-of date; one without a date counts last. */
function earliestDecision(context: RuleContext, sets: ScopeRule['sets']): ScopeDecision | null {
  const made = context.facts.scopeDecisions.filter((one) => one.sets === sets && context.hasHappened(one.on));
  return made.sort((left, right) => compareText(left.on ?? '9', right.on ?? '9'))[0] ?? null;
}

/** The days that are recorded ahead for a decision that has not been taken yet, by the rule that asks for it. */
export function scopeDaysAhead(context: RuleContext): readonly (readonly [rule: string, on: CalendarDate])[] {
  return [systems, documents].flatMap(({ id, sets }) => {
    const ahead = decisionAhead(context, sets);
    return ahead?.on ? [[id, ahead.on] as const] : [];
  });
}

/** The earliest that is recorded for a day after the as-of date, where none is dated by then. */
function decisionAhead(context: RuleContext, sets: ScopeRule['sets']): ScopeDecision | null {
  if (earliestDecision(context, sets)?.on != null) return null;
  const { recorded, hasHappened } = context;
  const ahead = recorded.scopeDecisions.filter((one) => one.sets === sets && !hasHappened(one.on));
  return ahead.sort((left, right) => compareText(left.on ?? '', right.on ?? ''))[0] ?? null;
}

function classMembers(context: RuleContext, rule: ScopeRule): readonly Modification[] {
  const all = [...context.scope.modifications, ...context.scope.planned];
  return all.filter((modification) => scopeClassOf(modification) === rule.scopeClass);
}

function judgeOwnDates(context: RuleContext, rule: ScopeRule): readonly Judgement[] {
  return classMembers(context, rule).flatMap((modification) => {
    const joined = joinedOn(modification);
    if (joined === null) return [];
    const key = modificationKey(modification);
    const judgement = judgeLeadTime(context, {
      leadTime: rule.leadTime,
      clause: '§4.3',
      subject: key,
      actual: context.hasHappened(joined) ? joined : null,
      planned: context.hasHappened(joined) ? null : joined,
      isPlanDecisive: true,
      missing: null,
      done: doneInWords(context, key, context.hasHappened(joined)),
      tellDistance: context.adHoc,
      tellDue: false,
      toDo: `${key}: to be set in scope`,
      what: `${key}: its addition to the scope`,
      restsOn: [recordName('modification', modification)],
      mend: `Have ${key} added to the scope in time.`,
      mendUndated: `Record the date on which ${key} was added to the scope.`,
      mendAt: fieldOf('modification', modification, 'addedToScopeOn'),
      waitsFor: 'CSC',
      acceptance: acceptedLateAddition(context, modification.lateAddition) ?? acceptedException(context, rule.id, key),
      begun: begunException(context, rule.id, key),
      agreement: agreementOf(context, null),
    });
    return [{ ...judgement, ...mendLate(judgement, modification) }];
  });
}

function doneInWords({ adHoc }: RuleContext, key: string, happened: boolean): string {
  if (adHoc) return `${key}: scope ${happened ? 'set' : 'to be set'}`;
  return `${key}: ${happened ? 'added to' : 'to join'} the scope`;
}

/** A late modification is mended by the CSC's own decision to add it (§4.3), before any exception. */
function mendLate(judgement: Judgement, modification: Modification): Partial<Judgement> {
  if (judgement.outcome !== 'notMet') return {};
  return {
    mend: `Record the CSC's decision to add ${modificationKey(modification)} after the scope was set (§4.3), or move it to a later release.`,
    mendAt: fieldOf('modification', modification, 'lateAddition'),
  };
}

/** Impacts decide which lead time applies; unstated, it cannot be told. */
function judgeUnstated(context: RuleContext, modification: Modification): Judgement {
  const key = modificationKey(modification);
  const why = isInternalOnly(modification)
    ? 'only impacts on DCC Internal Systems or Parse and Correlate Software are stated'
    : 'its impacts are not stated';
  return {
    outcome: 'cannotTell',
    subject: key,
    formula: formulaOf(context, systems.leadTime),
    sentence: `${key}: cannot tell whether 12 or six months apply to it, for ${why} (§4.3).`,
    restsOn: [recordName('modification', modification)],
    mend: `State the impacts of ${key} on DCC and User Systems.`,
    waitsFor: 'SECAS',
    mendAt: fieldOf('modification', modification, 'impacts'),
  };
}

/** Who agreed an ad-hoc release belongs to its story even where nobody recorded an exception (§3). */
function agreementOf(context: RuleContext, decision: ScopeDecision | null): string | null {
  if (!context.adHoc) return null;
  const { approvedBy, approvedOn } = context.goLive;
  if (!isBlank(approvedBy)) return agreed('ad-hoc release agreed', approvedBy, approvedOn);
  return agreed('scope decided', decision?.body ?? null, decision?.on ?? null);
}

function agreed(what: string, by: string | null, on: CalendarDate | null): string | null {
  return isBlank(by) || on === null ? null : `${what} by ${theBody(by ?? '')} on ${formatDate(on)}`;
}

import type { CalendarDate } from '../calendar/calendarDate.ts';
import type { Basis, Finding, Outcome, Severity } from '../findings/finding.ts';
import type { Target } from '../findings/target.ts';
import { citing, oneLine } from '../foundation/words.ts';
import type { RuleContext } from './context/ruleContext.ts';
import type { ViewIndex } from './context/viewIndex.ts';
import type { RuleArea } from './ruleArea.ts';

/** One rule of the rulebook as data. */
interface RuleFacts {
  readonly id: string;
  readonly area: RuleArea;
  readonly severity: Severity;
  readonly basis: Basis;
  /** `§5.1`; null only where the basis is practice. */
  readonly clause: string | null;
  /** A few words for a heading. */
  readonly title: string;
  /** What it asks, and how it is judged. */
  readonly meaning: string;
  /** The computation in words. */
  readonly formula: string;
  readonly example: string;
  /** A recorded decision may accept its miss; only for lead times. */
  readonly coverable: boolean;
  /** Why nothing is judged when there is no subject: a sentence. */
  readonly withoutSubjects: string;
}

/** A rule with its pure evaluator: of the release as a whole, a judgement for each subject; or record by record (`judgeEach.ts`). */
export type Rule = RuleFacts &
  (
    | { readonly evaluate: (context: RuleContext) => Iterable<Judgement>; readonly each?: undefined }
    | { readonly each: Each; readonly evaluate?: undefined }
  );

/** A rule that says one thing of the release as a whole; no recorded decision covers its miss. */
export function judgedOnce(judge: (context: RuleContext) => Judgement, rule: Omit<RuleFacts, 'coverable'>): Rule {
  return { ...rule, coverable: false, evaluate: (context) => [judge(context)] };
}

/** All that a judgement of one record may look at besides the record; `readiness/keptFindings.ts` rests on it. */
export type RecordContext = Pick<
  RuleContext,
  'asOf' | 'final' | 'hasHappened' | 'submission' | 'requiredBodies' | 'bodiesOf' | 'evidence'
> & { readonly views: Omit<ViewIndex, 'ofBody'> };

/** A rule that judges record by record, so that a judgement can be kept while nothing that it rests on changes. */
export interface Each<Item extends object = object> {
  /** The records that it judges, in their order. */
  readonly of: (context: RuleContext) => readonly Item[];
  /** Of evidence and views it may ask for those of the criterion that `about` names, and for what their views saw. */
  readonly judge: (context: RecordContext, item: Item) => Iterable<Judgement>;
  /** The reference of the criterion; null: it asks for no record but its own. */
  readonly about: (item: Item) => string | null;
  /** What it says beyond single records, judged anew each time. */
  readonly rest?: (context: RuleContext) => Iterable<Judgement>;
}

/** Findings of single records that may be kept from one computation to the next. */
export interface KeepFindings {
  /** For one rule: the findings on its records in their order, those that are kept, and those that `judge` makes. */
  readonly of: (
    rule: Rule,
    each: Each,
    items: readonly object[],
    judge: (item: object) => readonly Finding[],
  ) => readonly Finding[];
}

/** What a rule says of one subject; what it leaves out is taken from the rule or is null. */
export interface Judgement {
  readonly outcome: Outcome;
  readonly sentence: string;
  readonly subject?: string | null;
  /** Where one rule weighs its subjects differently; a severity that somebody chose for the rule wins over it. */
  readonly severity?: Severity;
  readonly basis?: Basis;
  readonly clause?: string | null;
  readonly formula?: string;
  readonly due?: CalendarDate | null;
  readonly actual?: CalendarDate | null;
  readonly slackDays?: number | null;
  readonly mend?: string | null;
  readonly restsOn?: string[];
  readonly coveredBy?: string | null;
  readonly waitsFor?: string | null;
  readonly waitsUntil?: CalendarDate | null;
  readonly mendAt?: Target | null;
}

/** What one rule finds; a rule without subjects still says that it has none, and why. */
export function evaluateRule(
  rule: Rule,
  context: RuleContext,
  severity: Severity,
  kept: KeepFindings | null = null,
): readonly Finding[] {
  const add = (judgements: Iterable<Judgement>, to: Finding[]) => {
    for (const judgement of judgements) to.push(findingOf(rule, severity, context, judgement));
    return to;
  };
  const findings = findingsOf(rule, context, add, kept);
  if (findings.length > 0) return findings;
  return add([{ outcome: 'notApplicable', sentence: rule.withoutSubjects }], []);
}

function findingsOf(
  rule: Rule,
  context: RuleContext,
  add: (judgements: Iterable<Judgement>, to: Finding[]) => Finding[],
  kept: KeepFindings | null,
): readonly Finding[] {
  if (!rule.each) return add(rule.evaluate(context), []);
  const { each } = rule;
  const items = each.of(context);
  if (kept) {
    const known = kept.of(rule, each, items, (item) => add(each.judge(context, item), []));
    const rest = each.rest ? add(each.rest(context), []) : [];
    return rest.length > 0 ? known.concat(rest) : known;
  }
  const findings: Finding[] = [];
  for (const item of items) add(each.judge(context, item), findings);
  return each.rest ? add(each.rest(context), findings) : findings;
}

const settled: ReadonlySet<Outcome> = new Set(['met', 'covered', 'notApplicable']);

function findingOf(rule: Rule, severity: Severity, context: RuleContext, judgement: Judgement): Finding {
  const due = judgement.due ?? null;
  const practicalDue = due ? context.practicalDay(due) : null;
  const open = !settled.has(judgement.outcome);
  const waitsFor = open ? (judgement.waitsFor ?? null) : null;
  const basis = judgement.basis ?? rule.basis;
  const clause = judgement.clause === undefined ? rule.clause : judgement.clause;
  return {
    rule: rule.id,
    basis,
    clause,
    severity: severity === rule.severity ? (judgement.severity ?? severity) : severity,
    outcome: judgement.outcome,
    subject: judgement.subject ?? null,
    formula: judgement.formula ?? rule.formula,
    due,
    practicalDue,
    actual: judgement.actual ?? null,
    slackDays: judgement.slackDays ?? null,
    sentence: oneLine(
      clause === null || basis === 'practice' ? judgement.sentence : citing(judgement.sentence, clause),
    ),
    mend: open ? (judgement.mend ?? null) : null,
    restsOn: judgement.restsOn ?? [],
    coveredBy: judgement.coveredBy ?? null,
    waitsFor,
    waitsUntil: waitsFor === null ? null : (judgement.waitsUntil ?? stillAhead(context, practicalDue)),
    mendAt: open ? (judgement.mendAt ?? null) : null,
  };
}

/** Nobody is waited for until a due day that has passed: the sentence tells that it was due then. */
function stillAhead(context: RuleContext, due: CalendarDate | null): CalendarDate | null {
  return due !== null && due < context.asOf ? null : due;
}

import { formatDate } from '../calendar/calendarDate.ts';
import { capitalise, isBlank, quoted, saying, sentence } from '../foundation/words.ts';
import { theBody } from '../records/bodies.ts';
import type { Decision } from '../records/committees.ts';
import { numberedConditions } from '../records/conditionNumbers.ts';
import { isAnswerElsewhere } from '../records/conditionSource.ts';
import type { Condition } from '../records/conditions.ts';
import { dueWords } from '../records/dueWords.ts';
import { goLiveOf } from '../rulebook/conditionGoLive.ts';
import { isOfThisDecision, setByAnother } from '../rulebook/conditionOrigin.ts';
import type { RuleContext } from '../rulebook/context/ruleContext.ts';
import { isOfNoDecision } from '../rulebook/decisionOfCondition.ts';
import { goLiveInWords, partBlocks, theRelease } from './goLiveWords.ts';
import { heading, list, paragraph, piece, type TextBlock, type WrittenText } from './textModel.ts';

/** The notice of the Go-Live decision (§5.3) and of the conditions it was made under. */
export function decisionNotice(context: RuleContext): WrittenText {
  const decision = context.submission.goLiveDecision;
  return {
    subject: `Go-Live decision on ${theRelease(context)}`,
    blocks: [
      ...(decision === null
        ? [paragraph(`No Go-Live decision on ${theRelease(context)} is recorded yet.`)]
        : decisionBlocks(context, decision)),
      paragraph(goLiveInWords(context)),
      ...partBlocks(context),
      ...(decision === null ? conditionsWithout(context) : conditionsOf(context, decision)),
    ],
  };
}

/**
 * `The CSC decided on 27 October 2021: go with conditions.`, and what it decided since that says neither way; null where
 * nothing was decided yet.
 */
export function decisionInWords(context: RuleContext): string | null {
  const decision = context.submission.goLiveDecision;
  if (decision === null) return null;
  const when = decision.on === null ? ', on a day that is not recorded yet' : ` on ${formatDate(decision.on)}`;
  const outcome = quoted(decision.outcome ?? '');
  return sentence(`The Go-Live decision, taken by ${theBody('CSC')}${when}, is: ${outcome}`) + sinceInWords(context);
}

/** ` The CSC also decided “Discharge of condition 1 noted” on 17 June 2026.`: apart, so that nobody takes it for the outcome. */
function sinceInWords({ submission }: RuleContext): string {
  const told = submission.decidedSince.map(({ on, outcome }) => {
    const when = on === null ? '' : ` on ${formatDate(on)}`;
    return ` ${capitalise(theBody('CSC'))} also decided ${saying(outcome ?? '')}${when}.`;
  });
  return told.join('');
}

function decisionBlocks(context: RuleContext, { wording, dissent }: Decision): readonly TextBlock[] {
  return [
    paragraph(decisionInWords(context) ?? ''),
    ...(isBlank(wording)
      ? [paragraph('Its exact wording is not recorded yet.')]
      : [paragraph('Its exact wording:'), ...linesOf(wording)]),
    ...(isBlank(dissent) ? [] : [paragraph('Dissent:'), ...linesOf(dissent)]),
  ];
}

/** Somebody's own words, each of their paragraphs as one. */
function linesOf(text: string | null): readonly TextBlock[] {
  return (text ?? '')
    .split(/[\n\r]+/)
    .filter((line) => line.trim() !== '')
    .map((line) => paragraph(line.trim()));
}

/** What the CSC set for this release; apart from that, what it did not. */
function conditionsOf(context: RuleContext, decision: Decision): readonly TextBlock[] {
  const { facts, asOf } = context;
  const named = facts.conditions.filter((one) => !isBlank(one.text));
  const isOwn = (one: Condition) => isOfThisDecision(one, facts, asOf);
  const own = named.filter(isOwn);
  const others = named.filter((one) => !isOwn(one));
  return [
    heading('Conditions'),
    ...(own.length === 0 && others.length > 0
      ? [paragraph('No condition of this decision is recorded.')]
      : conditionBlocks(context, decision, own)),
    ...(others.length === 0
      ? []
      : [
          heading(
            others.some((one) => isOfNoDecision(one, facts, asOf))
              ? 'Conditions that this decision did not set'
              : 'Conditions that other bodies asked for, or that were set for other releases',
          ),
          ...conditionBlocks(context, decision, others),
        ]),
  ];
}

/** Without a decision here: what an earlier one set and this release carries on, apart from what nobody decided yet. */
function conditionsWithout(context: RuleContext): readonly TextBlock[] {
  const named = context.facts.conditions.filter((one) => !isBlank(one.text));
  const own = named.filter((one) => !isCarried(one));
  const carried = named.filter(isCarried);
  return [
    ...(own.length === 0 && carried.length > 0
      ? []
      : [heading('Conditions that are recorded, not decided on yet'), ...conditionBlocks(context, null, own)]),
    ...(carried.length === 0
      ? []
      : [
          heading(
            carried.some(isAnswerElsewhere)
              ? 'Conditions of earlier decisions and answers, carried into this release'
              : 'Conditions of earlier decisions, carried into this release',
          ),
          ...conditionBlocks(context, null, carried),
        ]),
  ];
}

function isCarried({ source }: Condition): boolean {
  return source !== null && (!isBlank(source.release) || source.decidedOn !== null);
}

/** The conditions that stand, and those discharged since: what this release's own decision set, and what it carries on. */
function conditionBlocks(
  context: RuleContext,
  decision: Decision | null,
  conditions: readonly Condition[],
): readonly TextBlock[] {
  const { facts, asOf } = context;
  if (conditions.length === 0) return [paragraph('No condition is recorded.')];
  const told = new Set(conditions);
  return list(
    numberedConditions(facts)
      .filter(({ condition }) => told.has(condition))
      .map(({ number, condition: one }) => {
        const another = setByAnother(one, facts, asOf, (other) => other === decision);
        return [
          piece(`Condition ${number}: ${sentence(one.text ?? '')} ${termsOf(one, goLiveOf(one, context), another)}`),
        ];
      }),
  );
}

function termsOf(one: Condition, goLive: Parameters<typeof dueWords>[1], setBy: string | null): string {
  const owner = isBlank(one.owner) ? 'owner not recorded yet' : `owner: ${theBody(one.owner ?? '')}`;
  const due = dueWords(one.due, goLive);
  const when = due === 'not recorded' ? 'due day not recorded yet' : `due ${due}`;
  const done = one.dischargedOn === null ? '' : `; discharged on ${formatDate(one.dischargedOn)}`;
  return `(${owner}; ${when}${done}${setBy === null ? '' : `; ${setBy}`}).`;
}

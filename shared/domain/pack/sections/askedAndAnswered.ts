import { formatDate } from '../../calendar/calendarDate.ts';
import { countOf, saying } from '../../foundation/words.ts';
import { theBody } from '../../records/bodies.ts';
import type { Decision } from '../../records/committees.ts';
import { conditionsBy, type NumberedCondition } from '../../records/conditionNumbers.ts';
import type { Condition } from '../../records/conditions.ts';
import { dueWords } from '../../records/dueWords.ts';
import { goLiveOf } from '../../rulebook/conditionGoLive.ts';
import { isOfThisDecision, setByAnother } from '../../rulebook/conditionOrigin.ts';
import { decisionKindOf } from '../../rulebook/decisionKind.ts';
import { decisionOfCondition } from '../../rulebook/decisionOfCondition.ts';
import { type Block, type Cell, pageLink, paragraph, type Span } from '../blocks.ts';
import type { PackContext } from '../packContext.ts';
import { criterionPlace } from '../places.ts';
import { cell, headingOf, recordTable } from '../tables.ts';
import { selfStatusOf, statusSpan } from '../vocabulary.ts';
import { joined, shortened, textOr } from '../words.ts';
import { conditionDetail, conditionState } from './conditionWords.ts';

/**
 * The decision that this pack answers, where it asked for more than to go live: the Go-Live decision where that was
 * "not yet", else the one that set the conditions; where the records do not tell which, the Go-Live decision. What another
 * body asked for, or a decision on another release, is none of its conditions.
 */
export function decisionAnswered(context: PackContext): Decision | null {
  const { rules, facts, asOf } = context;
  const { goLiveDecision } = rules.submission;
  if (goLiveDecision === null || decisionKindOf(goLiveDecision.outcome) === 'notYet') return goLiveDecision;
  const { set } = conditionsOfCsc(context);
  if (set.length === 0) return null;
  const setters = new Set(set.flatMap(({ condition }) => decisionOfCondition(condition, facts, asOf) ?? []));
  const [only] = setters;
  return setters.size === 1 && only ? only : goLiveDecision;
}

/** The conditions that decisions of the CSC on this release set, and those that they set later, by their numbers. */
export function conditionsOfCsc({ facts, asOf }: PackContext): ReturnType<typeof conditionsBy> {
  const { set, notYetSet } = conditionsBy(facts, asOf);
  const isOwn = ({ condition }: NumberedCondition) => isOfThisDecision(condition, facts, asOf);
  return { set: set.filter(isOwn), notYetSet: notYetSet.filter(isOwn) };
}

/** `3 conditions: 2 answered, 1 open`, whose they are where the decision told did not set them all, and `; 1 to be set later`. */
export function answeredWords(context: PackContext, told: Decision): string {
  const { asOf } = context;
  const { set, notYetSet } = conditionsOfCsc(context);
  if (set.length + notYetSet.length === 0) return 'no condition of it is recorded';
  const done = set.filter(({ condition }) => condition.dischargedOn !== null && condition.dischargedOn <= asOf).length;
  const open = set.length - done;
  const parts = joined([done > 0 && `${done} answered`, open > 0 && `${open} open`]);
  const words = joined([`${countOf(set.length, 'condition')}${whoseInWords(context, set, told)}`, parts], ': ');
  return joined([words, notYetSet.length > 0 && `${notYetSet.length} to be set later`], '; ') ?? '';
}

/** ` of earlier decisions`, of what the decision told did not set; empty where it set them all, or no record says. */
function whoseInWords({ facts, asOf }: PackContext, set: readonly NumberedCondition[], told: Decision): string {
  const setters = set.map(({ condition }) => decisionOfCondition(condition, facts, asOf));
  const others = setters.filter((decision) => decision !== null && decision !== told);
  if (others.length === 0) return '';
  return others.length === set.length ? ' of earlier decisions' : ' of its decisions';
}

/**
 * `; on 10 June 2026 it decided “go”`: the Go-Live decision and the CSC's latest, of those since the decision that this
 * pack answers. Else empty.
 */
export function decidedSince({ rules }: PackContext, answered: Decision): string {
  const { goLiveDecision, decidedSince: others } = rules.submission;
  const decided = [goLiveDecision, others.at(-1) ?? null].filter((one) => one !== null);
  return decided
    .slice(decided.indexOf(answered) + 1)
    .flatMap(({ on, outcome }) =>
      on === null ? [] : [`; on ${formatDate(on)} it decided ${saying(shortened(outcome ?? '', 60))}`],
    )
    .join('');
}

/** What the CSC asked for in its own words, and beside each condition its answer and where its criterion stands now. */
export function askedAndAnswered(context: PackContext): readonly Block[] {
  const decision = decisionAnswered(context);
  if (decision === null) return [];
  const { on, outcome, wording, dissent, body } = decision;
  const who = theBody(body ?? 'CSC');
  const when = on === null ? 'on a day that is not recorded' : `on ${formatDate(on)}`;
  const blocks: Block[] = [
    headingOf('What the CSC asked for, and the answer', 'since:asked'),
    paragraph([
      { text: `Decided by ${who} ${when}: `, soft: true },
      { text: outcome ?? 'no outcome is recorded', strong: true },
      { text: ` · ${answeredWords(context, decision)}${decidedSince(context, decision)}.`, soft: true },
    ]),
  ];
  if (wording) blocks.push(paragraph(`“${wording}”`));
  if (dissent) blocks.push(paragraph([{ text: `Dissent: ${dissent}`, soft: true }]));
  const numbered = conditionsOfCsc(context).set;
  if (numbered.length === 0) return blocks;
  return [
    ...blocks,
    recordTable('What was asked, and the answer', numbered, [
      ['No.', 6, ({ number }) => cell(String(number)), 'right'],
      ['Asked', 46, ({ condition }) => cell(textOr(condition.text), askedBelow(condition, decision, context))],
      ['Answer', 48, ({ condition }) => answerCell(condition, context)],
    ]),
  ];
}

function askedBelow(condition: Condition, told: Decision, { facts, rules, asOf }: PackContext): readonly Span[] {
  const { owner, due } = condition;
  const setBy = setByAnother(condition, facts, asOf, (decision) => decision === told);
  return [{ text: joined([owner, dueWords(due, goLiveOf(condition, rules)), setBy], ' · ') ?? '', soft: true }];
}

function answerCell(condition: Condition, context: PackContext): Cell {
  const { status, note } = conditionState(condition, context);
  const detail = joined([note, conditionDetail(condition, context.asOf)], ' · ');
  return cell([statusSpan(status)], [{ text: detail ?? '', soft: true }, ...criterionNow(condition, context)]);
}

/** ` · AC-04 is now met, page 12`. */
function criterionNow({ source }: Condition, context: PackContext): readonly Span[] {
  const criterion = source?.criterion ? context.criterion(source.criterion) : null;
  if (criterion === null) return [];
  const { reference, selfStatus } = criterion;
  return [
    { text: ` · ${reference} is now `, soft: true },
    statusSpan(selfStatusOf(selfStatus)),
    { text: ', ', soft: true },
    pageLink(criterionPlace(reference)),
  ];
}

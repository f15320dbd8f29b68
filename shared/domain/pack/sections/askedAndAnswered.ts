import { formatDate } from '../../calendar/calendarDate.ts';
import { countOf } from '../../foundation/words.ts';
import { theBody } from '../../records/bodies.ts';
import type { Decision } from '../../records/committees.ts';
import { conditionsBy } from '../../records/conditionNumbers.ts';
import type { Condition } from '../../records/conditions.ts';
import { dueWords } from '../../records/dueWords.ts';
import { decisionKindOf } from '../../rulebook/decisionKind.ts';
import { decisionOfCondition } from '../../rulebook/decisionOfCondition.ts';
import { type Block, type Cell, pageLink, paragraph, type Span } from '../blocks.ts';
import type { PackContext } from '../packContext.ts';
import { criterionPlace } from '../places.ts';
import { cell, headingOf, recordTable } from '../tables.ts';
import { selfStatusOf, statusSpan } from '../vocabulary.ts';
import { joined, textOr } from '../words.ts';
import { conditionDetail, conditionState } from './conditionWords.ts';

/**
 * The decision that this pack answers, where it asked for more than to go live: the latest one of the CSC where that was
 * "not yet", else the one that set the conditions; where the records do not tell which, the latest.
 */
export function decisionAnswered({ rules, facts, asOf }: PackContext): Decision | null {
  const { latestDecision } = rules.submission;
  if (latestDecision === null || decisionKindOf(latestDecision.outcome) === 'notYet') return latestDecision;
  const conditions = conditionsBy(facts, asOf).set;
  if (conditions.length === 0) return null;
  const set = new Set(conditions.flatMap(({ condition }) => decisionOfCondition(condition, facts, asOf) ?? []));
  const [only] = set;
  return set.size === 1 && only ? only : latestDecision;
}

/** `3 conditions: 2 answered, 1 open`, and of those that a decision sets later `; 1 to be set`. */
export function answeredWords({ facts, asOf }: PackContext): string {
  const { set, notYetSet } = conditionsBy(facts, asOf);
  if (set.length + notYetSet.length === 0) return 'no condition of it is recorded';
  const done = set.filter(({ condition }) => condition.dischargedOn !== null && condition.dischargedOn <= asOf).length;
  const open = set.length - done;
  const parts = joined([done > 0 && `${done} answered`, open > 0 && `${open} open`]);
  const words = joined([countOf(set.length, 'condition'), parts], ': ');
  return joined([words, notYetSet.length > 0 && `${notYetSet.length} to be set`], '; ') ?? '';
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
      { text: ` · ${answeredWords(context)}.`, soft: true },
    ]),
  ];
  if (wording) blocks.push(paragraph(`“${wording}”`));
  if (dissent) blocks.push(paragraph([{ text: `Dissent: ${dissent}`, soft: true }]));
  const numbered = conditionsBy(context.facts, context.asOf).set;
  if (numbered.length === 0) return blocks;
  return [
    ...blocks,
    recordTable('What was asked, and the answer', numbered, [
      ['No.', 6, ({ number }) => cell(String(number)), 'right'],
      ['Asked', 46, ({ condition }) => cell(textOr(condition.text), askedBelow(condition, context))],
      ['Answer', 48, ({ condition }) => answerCell(condition, context)],
    ]),
  ];
}

function askedBelow({ owner, due }: Condition, { rules }: PackContext): readonly Span[] {
  return [{ text: joined([owner, dueWords(due, rules.goLive.date)], ' · ') ?? '', soft: true }];
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

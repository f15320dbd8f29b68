import { formatDate } from '../../calendar/calendarDate.ts';
import { countOf } from '../../foundation/words.ts';
import { theBody } from '../../records/bodies.ts';
import type { Decision } from '../../records/committees.ts';
import { conditionsBy } from '../../records/conditionNumbers.ts';
import type { Condition } from '../../records/conditions.ts';
import { dueWords } from '../../records/dueWords.ts';
import { decisionKindOf } from '../../rulebook/decisionKind.ts';
import { type Block, type Cell, pageLink, paragraph, type Span } from '../blocks.ts';
import type { PackContext } from '../packContext.ts';
import { criterionPlace } from '../places.ts';
import { cell, headingOf, recordTable } from '../tables.ts';
import { selfStatusOf, statusSpan } from '../vocabulary.ts';
import { joined, textOr } from '../words.ts';
import { conditionDetail, conditionState } from './conditionWords.ts';

/** The decision that this pack answers: the latest one of the CSC, where it asked for more than to go live. */
export function decisionAnswered({ rules, facts, asOf }: PackContext): Decision | null {
  const { latestDecision } = rules.submission;
  if (latestDecision === null) return null;
  const asksAgain = decisionKindOf(latestDecision.outcome) === 'notYet';
  return asksAgain || conditionsBy(facts, asOf).set.length > 0 ? latestDecision : null;
}

/** `3 conditions: 2 answered, 1 open`. */
export function answeredWords({ facts, asOf }: PackContext): string {
  const { set } = conditionsBy(facts, asOf);
  const { length } = set;
  if (length === 0) return 'no condition of it is recorded';
  const done = set.filter(({ condition }) => condition.dischargedOn !== null && condition.dischargedOn <= asOf).length;
  const open = length - done;
  const parts = [done > 0 && `${done} answered`, open > 0 && `${open} open`];
  return `${countOf(length, 'condition')}: ${joined(parts)}`;
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
  const detail = joined([note, conditionDetail(condition)], ' · ');
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

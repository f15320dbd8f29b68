import { daysBetween, formatDate, formatDays } from '../../calendar/calendarDate.ts';
import { theBody } from '../../records/bodies.ts';
import { numberedConditions } from '../../records/conditionNumbers.ts';
import type { Condition } from '../../records/conditions.ts';
import type { Section } from '../blocks.ts';
import { dueDateOf, dueWords } from '../dueWords.ts';
import type { PackContext } from '../packContext.ts';
import { places } from '../places.ts';
import { cell, nothing, recordTable } from '../tables.ts';
import { statusSpan } from '../vocabulary.ts';
import { joined, notYet, textOr } from '../words.ts';

/** Each condition with its owner, when it is due, its proof, and whether it has been discharged. */
export function conditionsSection(context: PackContext): Section {
  const { facts } = context;
  return {
    id: places.conditions,
    title: 'Conditions',
    orientation: 'portrait',
    ownPage: false,
    blocks: [
      facts.conditions.length === 0
        ? nothing('No condition is recorded.')
        : recordTable('Conditions', numberedConditions(facts), [
            ['No.', 6, ({ number }) => cell(String(number)), 'right'],
            [
              'Condition',
              38,
              ({ condition: one }) =>
                cell(textOr(one.text), [
                  {
                    text:
                      joined(
                        [
                          one.proof && `Proof: ${one.proof}`,
                          one.mayDischarge && `to be discharged by ${one.mayDischarge}`,
                          sourceOf(one),
                        ],
                        ' · ',
                      ) ?? '',
                    soft: true,
                  },
                ]),
            ],
            ['Owner', 12, ({ condition: one }) => cell(textOr(one.owner))],
            ['Due', 18, ({ condition: one }) => cell(dueWords(one.due, context.rules.goLive.date))],
            ['State', 26, ({ condition: one }) => stateOf(one, context)],
          ]),
    ],
  };
}

function stateOf(condition: Condition, context: PackContext) {
  const { dischargedOn, dischargedBy } = condition;
  const discharge = joined([dischargedOn && formatDate(dischargedOn), dischargedBy && `by ${dischargedBy}`]);
  const done = dischargedOn !== null && dischargedOn <= context.asOf;
  if (!done) {
    const due = dueDateOf(condition.due, context.rules.goLive.date);
    const planned = dischargedOn === null ? dischargedBy : `${discharge}, ${notYet(context.asOf)}`;
    const ahead = planned && `discharge recorded: ${planned}`;
    if (due === null || due >= context.asOf)
      return cell([statusSpan({ word: 'Open', sign: '○', tone: 'notDue' })], [{ text: ahead ?? '', soft: true }]);
    const late = joined([`${formatDays(daysBetween(due, context.asOf))} late`, ahead], ' · ') ?? '';
    return cell([statusSpan({ word: 'Overdue', sign: '▲', tone: 'short' })], [{ text: late, soft: true }]);
  }
  return cell([statusSpan({ word: 'Discharged', sign: '✓', tone: 'met' })], [{ text: discharge ?? '', soft: true }]);
}

/** Where it came from: `from paper TAG 12, of the TAG on AC-04, decided 4 November 2021 on June 2026 SEC Release`. */
function sourceOf({ source }: Condition): string | null {
  if (source === null) return null;
  const of = joined([source.body && `of ${theBody(source.body)}`, source.criterion && `on ${source.criterion}`], ' ');
  const decided = joined(
    [source.decidedOn && formatDate(source.decidedOn), source.release && `on ${source.release}`],
    ' ',
  );
  const words = joined([source.paper && `paper ${source.paper}`, of, decided && `decided ${decided}`]);
  return words && `from ${words}`;
}

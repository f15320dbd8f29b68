import { formatDate } from '../../calendar/calendarDate.ts';
import type { Condition } from '../../records/conditions.ts';
import type { Section } from '../blocks.ts';
import { dueWords } from '../dueWords.ts';
import { conditionsInOrder } from '../inOrder.ts';
import type { PackContext } from '../packContext.ts';
import { places } from '../places.ts';
import { cell, nothing } from '../tables.ts';
import { statusSpan } from '../vocabulary.ts';
import { joined, textOr } from '../words.ts';

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
        : {
            kind: 'table',
            caption: 'Conditions',
            columns: [
              { title: 'No.', weight: 6, align: 'right' },
              { title: 'Condition', weight: 38 },
              { title: 'Owner', weight: 12 },
              { title: 'Due', weight: 18 },
              { title: 'State', weight: 26 },
            ],
            rows: conditionsInOrder(facts).map((one, index) => [
              cell(String(index + 1)),
              cell(textOr(one.text), [
                {
                  text:
                    joined(
                      [
                        one.proof && `Proof: ${one.proof}`,
                        one.mayDischarge && `to be discharged by ${one.mayDischarge}`,
                      ],
                      ' · ',
                    ) ?? '',
                  soft: true,
                },
              ]),
              cell(textOr(one.owner)),
              cell(dueWords(one.due, context.rules.goLive.date)),
              stateOf(one, context),
            ]),
          },
    ],
  };
}

function stateOf(condition: Condition, context: PackContext) {
  const { dischargedOn, dischargedBy } = condition;
  const done = dischargedOn !== null && dischargedOn <= context.asOf;
  if (!done) return cell([statusSpan({ word: 'Open', sign: '○', tone: 'notDue' })]);
  return cell(
    [statusSpan({ word: 'Discharged', sign: '✓', tone: 'met' })],
    [{ text: joined([formatDate(dischargedOn), dischargedBy && `by ${dischargedBy}`]) ?? '', soft: true }],
  );
}

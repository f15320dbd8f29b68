import { conditionsBy, type NumberedCondition, numberedConditions } from '../../records/conditionNumbers.ts';
import type { Condition } from '../../records/conditions.ts';
import { dueWords } from '../../records/dueWords.ts';
import { type Block, type Cell, pageLink, paragraph, type Section } from '../blocks.ts';
import type { PackContext } from '../packContext.ts';
import { places } from '../places.ts';
import { cell, nothing, recordTable } from '../tables.ts';
import { statusSpan } from '../vocabulary.ts';
import { textOr } from '../words.ts';
import { decisionAnswered } from './askedAndAnswered.ts';
import { conditionDetail, conditionState } from './conditionWords.ts';

/** Each condition with its owner, when it is due, its proof, and whether it has been discharged. */
export function conditionsSection(context: PackContext): Section {
  const { notYetSet } = conditionsBy(context.facts, context.asOf);
  return {
    id: places.conditions,
    title: 'Conditions',
    orientation: 'portrait',
    ownPage: false,
    blocks: [
      context.facts.conditions.length === 0
        ? nothing('No condition is recorded.')
        : decisionAnswered(context) === null
          ? tableOfConditions(numberedConditions(context.facts), context)
          : paragraph([
              {
                text: `Every condition${notYetSet.length > 0 ? ' that is set' : ''} stands with its answer in what the CSC asked for, `,
              },
              pageLink('since:asked'),
            ]),
      ...notYetSetBlocks(notYetSet, context),
    ],
  };
}

/** What a later decision sets was asked by none yet: it is printed apart, and nothing counts it. */
function notYetSetBlocks(notYetSet: readonly NumberedCondition[], context: PackContext): readonly Block[] {
  if (notYetSet.length === 0 || decisionAnswered(context) === null) return [];
  return [nothing('Recorded, and not set yet:'), tableOfConditions(notYetSet, context)];
}

function tableOfConditions(conditions: readonly NumberedCondition[], context: PackContext): Block {
  return recordTable('Conditions', conditions, [
    ['No.', 6, ({ number }) => cell(String(number)), 'right'],
    [
      'Condition',
      38,
      ({ condition }) => cell(textOr(condition.text), [{ text: conditionDetail(condition, context.asOf), soft: true }]),
    ],
    ['Owner', 12, ({ condition }) => cell(textOr(condition.owner))],
    ['Due', 18, ({ condition }) => cell(dueWords(condition.due, context.rules.goLive.date))],
    ['State', 26, ({ condition }) => stateCell(condition, context)],
  ]);
}

function stateCell(condition: Condition, context: PackContext): Cell {
  const { status, note } = conditionState(condition, context);
  return cell([statusSpan(status)], [{ text: note, soft: true }]);
}

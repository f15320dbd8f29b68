import { conditionsBy, type NumberedCondition, numberedConditions } from '../../records/conditionNumbers.ts';
import type { Condition } from '../../records/conditions.ts';
import { dueWords } from '../../records/dueWords.ts';
import { goLiveOf } from '../../rulebook/conditionGoLive.ts';
import { isOfNoDecision } from '../../rulebook/decisionOfCondition.ts';
import { type Block, type Cell, pageLink, paragraph, type Section } from '../blocks.ts';
import type { PackContext } from '../packContext.ts';
import { places } from '../places.ts';
import { cell, nothing, recordTable } from '../tables.ts';
import { statusSpan } from '../vocabulary.ts';
import { textOr } from '../words.ts';
import { conditionsOfCsc, decisionAnswered } from './askedAndAnswered.ts';
import { conditionDetail, conditionState } from './conditionWords.ts';

/** Each condition with its owner, when it is due, its proof, and whether it has been discharged. */
export function conditionsSection(context: PackContext): Section {
  return {
    id: places.conditions,
    title: 'Conditions',
    orientation: 'portrait',
    ownPage: false,
    blocks: conditionBlocks(context),
  };
}

/** Where a decision is answered, its conditions stand there; what others set, and what is to be set, is printed here. */
function conditionBlocks(context: PackContext): readonly Block[] {
  const all = numberedConditions(context.facts);
  if (all.length === 0) return [nothing('No condition is recorded.')];
  if (decisionAnswered(context) === null) return [tableOfConditions(all, context)];
  const { set, notYetSet } = conditionsBy(context.facts, context.asOf);
  const answered = conditionsOfCsc(context).set.map(({ number }) => number);
  const others = set.filter(({ number }) => !answered.includes(number));
  return [
    ...(answered.length === 0 && others.length > 0
      ? []
      : [
          paragraph([
            {
              text: `Every condition${others.length > 0 ? ' that the CSC set for this release' : notYetSet.length > 0 ? ' that is set' : ''} stands with its answer in what the CSC asked for, `,
            },
            pageLink('since:asked'),
          ]),
        ]),
    ...(others.length === 0 ? [] : [nothing(othersWords(others, context)), tableOfConditions(others, context)]),
    // What a later decision sets was asked by none yet: nothing counts it.
    ...(notYetSet.length === 0 ? [] : [nothing('Recorded, and not set yet:'), tableOfConditions(notYetSet, context)]),
  ];
}

function othersWords(others: readonly NumberedCondition[], { facts, asOf }: PackContext): string {
  return others.some(({ condition }) => isOfNoDecision(condition, facts, asOf))
    ? 'Not set by any recorded decision on this release:'
    : 'Asked for by others, or set for another release:';
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
    ['Due', 18, ({ condition }) => cell(dueWords(condition.due, goLiveOf(condition, context.rules)))],
    ['State', 26, ({ condition }) => stateCell(condition, context)],
  ]);
}

function stateCell(condition: Condition, context: PackContext): Cell {
  const { status, note } = conditionState(condition, context);
  return cell([statusSpan(status)], [{ text: note, soft: true }]);
}

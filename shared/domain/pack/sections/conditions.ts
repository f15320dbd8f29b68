import { numberedConditions } from '../../records/conditionNumbers.ts';
import { type Block, pageLink, paragraph, type Section } from '../blocks.ts';
import { dueWords } from '../dueWords.ts';
import type { PackContext } from '../packContext.ts';
import { places } from '../places.ts';
import { cell, nothing } from '../tables.ts';
import { statusSpan } from '../vocabulary.ts';
import { textOr } from '../words.ts';
import { decisionAnswered } from './askedAndAnswered.ts';
import { conditionDetail, conditionState } from './conditionWords.ts';

/** Each condition with its owner, when it is due, its proof, and whether it has been discharged. */
export function conditionsSection(context: PackContext): Section {
  return {
    id: places.conditions,
    title: 'Conditions',
    orientation: 'portrait',
    ownPage: false,
    blocks: [
      context.facts.conditions.length === 0
        ? nothing('No condition is recorded.')
        : decisionAnswered(context) === null
          ? tableOf(context)
          : paragraph([
              { text: 'Every condition stands with its answer in what the CSC asked for, ' },
              pageLink('since:asked'),
            ]),
    ],
  };
}

function tableOf(context: PackContext): Block {
  return {
    kind: 'table',
    caption: 'Conditions',
    columns: [
      { title: 'No.', weight: 6, align: 'right' },
      { title: 'Condition', weight: 38 },
      { title: 'Owner', weight: 12 },
      { title: 'Due', weight: 18 },
      { title: 'State', weight: 26 },
    ],
    rows: numberedConditions(context.facts).map(({ condition, number }) => {
      const { status, note } = conditionState(condition, context);
      return [
        cell(String(number)),
        cell(textOr(condition.text), [{ text: conditionDetail(condition), soft: true }]),
        cell(textOr(condition.owner)),
        cell(dueWords(condition.due, context.rules.goLive.date)),
        cell([statusSpan(status)], [{ text: note, soft: true }]),
      ];
    }),
  };
}

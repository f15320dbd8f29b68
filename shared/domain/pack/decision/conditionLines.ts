import { countOf } from '../../foundation/words.ts';
import { conditionsBy } from '../../records/conditionNumbers.ts';
import { dueWords } from '../../records/dueWords.ts';
import { type Block, type Cell, pageLink } from '../blocks.ts';
import type { PackContext } from '../packContext.ts';
import { places } from '../places.ts';
import { cell, nothing } from '../tables.ts';
import { textOr } from '../words.ts';
import type { DecisionLimits } from './limits.ts';

/** Conditions that are still open: text, owner, due; what does not fit is counted. */
export function conditionBlocks(context: PackContext, limits: DecisionLimits): readonly Block[] {
  const { set: numbered, notYetSet } = conditionsBy(context.facts, context.asOf);
  const ahead = notYetSet.length === 0 ? '' : `${countOf(notYetSet.length, 'condition')} not set yet · `;
  const open = numbered.filter(
    ({ condition }) => condition.dischargedOn === null || condition.dischargedOn > context.asOf,
  );
  const discharged = numbered.length - open.length;
  const heading: Block = {
    kind: 'heading',
    level: 3,
    text: 'Conditions',
    id: 'decision:conditions',
    bookmark: false,
    aside:
      numbered.length + notYetSet.length === 0
        ? ''
        : [
            { text: `${discharged > 0 ? `${discharged} discharged · ` : ''}${ahead}`, soft: true },
            pageLink(places.conditions),
          ],
  };
  if (open.length === 0)
    return [
      heading,
      nothing(
        numbered.length === 0
          ? ahead === ''
            ? 'None recorded.'
            : 'None is set yet.'
          : 'Every recorded condition has been discharged.',
      ),
    ];
  const shown = open.length <= limits.conditions ? open : open.slice(0, Math.max(1, limits.conditions - 1));
  const rest = open.length - shown.length;
  const rows = shown.map(({ condition, number }): readonly Cell[] => [
    cell(String(number)),
    { text: textOr(condition.text), lines: limits.lines },
    { text: textOr(condition.owner), lines: 1 },
    { text: dueWords(condition.due, context.rules.goLive.date), lines: 1 },
  ]);
  const more: readonly Cell[][] =
    rest === 0
      ? []
      : [
          [
            cell(''),
            cell([{ text: `and ${rest} more`, soft: true, strong: true }]),
            cell(''),
            cell([pageLink(places.conditions)]),
          ],
        ];
  return [
    heading,
    {
      kind: 'table',
      caption: 'Open conditions',
      headless: true,
      columns: [
        { title: 'No.', weight: 4 },
        { title: 'Condition', weight: 48 },
        { title: 'Owner', weight: 11 },
        { title: 'Due', weight: 37 },
      ],
      rows: [...rows, ...more],
    },
  ];
}

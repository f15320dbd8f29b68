import { conditionsBy } from '../../records/conditionNumbers.ts';
import { dueWords } from '../../records/dueWords.ts';
import { goLiveOf } from '../../rulebook/conditionGoLive.ts';
import { type Block, type Cell, pageLink } from '../blocks.ts';
import type { PackContext } from '../packContext.ts';
import { places } from '../places.ts';
import { cell, nothing } from '../tables.ts';
import { joined, textOr } from '../words.ts';
import type { DecisionLimits } from './limits.ts';

/** Conditions that are still open: text, owner, due; what does not fit is counted. */
export function conditionBlocks(context: PackContext, limits: DecisionLimits): readonly Block[] {
  const { set, notYetSet } = conditionsBy(context.facts, context.asOf);
  const all = set.length + notYetSet.length;
  const toCome = notYetSet.length;
  const open = set.filter(({ condition }) => condition.dischargedOn === null || condition.dischargedOn > context.asOf);
  const discharged = set.length - open.length;
  const counts = joined([discharged > 0 && `${discharged} discharged`, toCome > 0 && `${toCome} to be set`], ' · ');
  const heading: Block = {
    kind: 'heading',
    level: 3,
    text: 'Conditions',
    id: 'decision:conditions',
    bookmark: false,
    aside: all === 0 ? '' : [{ text: counts === null ? '' : `${counts} · `, soft: true }, pageLink(places.conditions)],
  };
  if (open.length === 0) return [heading, nothing(noneOpenWords(all, set.length))];
  const shown = open.length <= limits.conditions ? open : open.slice(0, Math.max(1, limits.conditions - 1));
  const rest = open.length - shown.length;
  const rows = shown.map(({ condition, number }): readonly Cell[] => [
    cell(String(number)),
    { text: textOr(condition.text), lines: limits.lines },
    { text: textOr(condition.owner), lines: 1 },
    { text: dueWords(condition.due, goLiveOf(condition, context.rules)), lines: 1 },
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

function noneOpenWords(all: number, set: number): string {
  if (all === 0) return 'None recorded.';
  return set === 0 ? 'None is set yet.' : 'Every condition that is set has been discharged.';
}

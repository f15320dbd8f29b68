import { type CoverageRow, evidenceInWords } from '../coverage/computeCoverage.ts';
import type { CriterionSufficiency } from '../coverage/computeSufficiency.ts';
import { positionStatus, selfStatusStatus } from '../findings/vocabulary.ts';
import { type Column, list, text } from './column.ts';

/** Modification × criterion × evidence × view, with its holes. */
export const coverageColumns: readonly Column<CoverageRow>[] = [
  text('Modification', (row) => row.modification ?? 'whole release'),
  text('Criterion', (row) => row.criterion),
  text('Wording', (row) => row.text),
  text('Status', (row) => (row.selfStatus === null ? null : selfStatusStatus[row.selfStatus].word)),
  list('Evidence', (row) => row.evidence.map(evidenceInWords)),
  list('Views', (row) => row.views.map(viewInWords)),
  list('Holes', (row) => row.holes),
];

export const sufficiencyColumns: readonly Column<CriterionSufficiency>[] = [
  text('Criterion', (one) => one.criterion),
  text('State', (one) => states[one.state]),
  list('Asks for', (one) => one.needs.map((need) => need.asks)),
  list('Lacks', (one) => lacksIn(one, 'lacking')),
  list('Not recorded', (one) => lacksIn(one, 'unknown')),
  list('Accepted', (one) => one.accepted),
  list('Not accepted yet', (one) => one.waiting),
  text('Gap justified by', (one) => one.justifiedGap?.by ?? null),
  text('Reason', (one) => one.justifiedGap?.reason ?? null),
];

function lacksIn(one: CriterionSufficiency, state: 'lacking' | 'unknown'): readonly string[] {
  return one.needs.flatMap((need) => (need.state === state ? (need.lacks ?? []) : []));
}

const states: Readonly<Record<CriterionSufficiency['state'], string>> = {
  sufficient: 'Enough',
  insufficient: 'Not enough',
  cannotTell: 'Cannot tell',
  missing: 'Nothing handed in',
  nothingAsked: 'Asks for nothing in particular',
  notApplicable: 'Not applicable',
};

function viewInWords(view: CoverageRow['views'][number]): string {
  const word = view.position ? positionStatus[view.position].word.toLowerCase() : view.asked ? 'asked' : 'not asked';
  return `${view.body}: ${word}${view.stale ? ', stale' : ''}`;
}

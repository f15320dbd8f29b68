import { type CoverageRow, computeCoverage } from '../../coverage/computeCoverage.ts';
import { countOf, joinWords } from '../../foundation/words.ts';
import { type Block, type Cell, type Inline, paragraph, type Section, type Span } from '../blocks.ts';
import type { PackContext } from '../packContext.ts';
import { criterionPlace, evidencePlace, places } from '../places.ts';
import { cell, nothing } from '../tables.ts';
import { askedStatus, notAskedStatus, positionOf, selfStatusOf, signSpan, statusSpan } from '../vocabulary.ts';
import { shortened, textOr } from '../words.ts';

/** Modification × criterion × evidence × views, with the holes: good practice, and said to be no more. */
export function coverageSection(context: PackContext): Section {
  const { rows, open } = computeCoverage(context.snapshot);
  const named = rows.filter((row) => row.criterion !== null);
  const unnamed = rows.filter((row) => row.criterion === null);
  const own = named.some((row) => row.modification !== null);
  // Where no criterion names a modification, the matrix before says all there is but the holes.
  const shown = own ? named : named.filter((row) => row.holes.length > 0);
  const what = `${countOf(rows.length, 'line')} of modification and criterion, ${open === 0 ? 'none with a hole' : `${open} with a hole`}. `;
  const basis =
    'Practice: the guidance asks that criteria are shown to be met and that input is sought (§5.3), not that each modification has a criterion of its own.';
  const blocks: readonly Block[] =
    rows.length === 0
      ? [nothing('Neither a criterion nor a modification in scope is recorded, so nothing can be covered.')]
      : [
          paragraph([{ text: what }, { text: basis, soft: true }]),
          ...(own || named.length === 0 ? [] : [nothing(withoutOwn(named.length - shown.length))]),
          ...tablesOf(shown, own),
          ...unnamedBlocks(unnamed),
        ];
  return { id: places.coverage, title: 'Coverage', orientation: 'landscape', ownPage: false, blocks };
}

function withoutOwn(whole: number): string {
  const rest =
    whole === 0 ? 'each has a hole' : `${whole} without a hole ${whole === 1 ? 'stands' : 'stand'} in the matrix only`;
  return `No criterion names a modification: each speaks for the whole release. Of them, ${rest}.`;
}

/** Modifications that no criterion names, all in one sentence: those of the whole release speak for them, if there are any. */
function unnamedBlocks(rows: readonly CoverageRow[]): readonly Block[] {
  if (rows.length === 0) return [];
  const names = joinWords(rows.map((row) => row.modification ?? ''));
  const [them, their] = rows.length === 1 ? ['it', 'its'] : ['them', 'their'];
  const hole = rows.some((row) => row.holes.length > 0);
  const text: Span = hole
    ? { text: `No criterion speaks for ${them}, and none for the whole release.`, tone: 'short' }
    : { text: `The criteria of the whole release speak for ${them}.`, soft: true };
  return [paragraph([{ text: `Without a criterion of ${their} own: `, soft: true }, { text: `${names}. ` }, text])];
}

/** What speaks for the whole release apart, and not said of each row; then modification by modification. */
function tablesOf(rows: readonly CoverageRow[], own: boolean): readonly Block[] {
  const whole = rows.filter((row) => row.modification === null);
  const named = rows.filter((row) => row.modification !== null);
  const heading = (text: string, id: string): Block => ({ kind: 'heading', level: 2, text, id, bookmark: false });
  return [
    ...(whole.length > 0 && own ? [heading('For the whole release', 'coverage:whole')] : []),
    ...(whole.length > 0 ? [tableOf(whole, 'What shows that the criteria of the whole release are met', false)] : []),
    ...(named.length > 0 ? [heading('Modification by modification', 'coverage:named')] : []),
    ...(named.length > 0 ? [tableOf(named, 'What shows, for each modification, that its criteria are met', true)] : []),
  ];
}

function tableOf(rows: readonly CoverageRow[], caption: string, named: boolean): Block {
  return {
    kind: 'table',
    caption,
    size: 'small',
    columns: [
      ...(named ? [{ title: 'Modification', weight: 13 }] : []),
      { title: 'Criterion', weight: 9 },
      { title: 'What it asks', weight: 25 },
      { title: 'Self-status', weight: 11 },
      { title: 'Evidence', weight: 14 },
      { title: 'Views', weight: 12 },
      { title: 'Holes', weight: 19 },
    ],
    rows: rows.map((row, index): readonly Cell[] => {
      const again = index > 0 && rows[index - 1]?.modification === row.modification;
      const name: Span = { text: row.modification ?? '', ...(again ? { soft: true } : { strong: true }) };
      return [...(named ? [cell([name])] : []), ...withCriterion(row, row.criterion ?? '')];
    }),
  };
}

function withCriterion(row: CoverageRow, criterion: string): readonly Cell[] {
  return [
    cell([{ text: criterion, to: criterionPlace(criterion), strong: true }]),
    cell(row.text === null ? textOr(null) : shortened(row.text, 110)),
    cell([statusSpan(selfStatusOf(row.selfStatus))]),
    cell(evidenceOf(row)),
    cell(viewsOf(row)),
    cell(holesOf(row)),
  ];
}

function evidenceOf({ evidence }: CoverageRow): Inline {
  if (evidence.length === 0) return [{ text: 'none', soft: true }];
  const shown = evidence
    .slice(0, 6)
    .flatMap((item, index): readonly Span[] => [
      ...(index === 0 ? [] : [{ text: ' ' }]),
      { text: item.key, to: evidencePlace(item.key), soft: !item.accepted },
    ]);
  return evidence.length > 6 ? [...shown, { text: ` and ${evidence.length - 6} more`, soft: true }] : shown;
}

function viewsOf({ views }: CoverageRow): Inline {
  if (views.length === 0) return [{ text: 'none due', soft: true }];
  return views.flatMap((view, index): readonly Span[] => {
    const status = view.position ? positionOf(view.position) : view.asked ? askedStatus : notAskedStatus;
    return [
      ...(index === 0 ? [] : [{ text: ' ' }]),
      signSpan(status),
      { text: `\u00a0${view.body}`, soft: view.position === null },
      ...(view.stale ? [{ text: '\u00a0▲', tone: 'short' as const, strong: true }] : []),
    ];
  });
}

function holesOf({ holes }: CoverageRow): Inline {
  if (holes.length === 0) return [{ text: 'none', soft: true }];
  return [{ text: `▲\u00a0${holes.join('; ')}`, tone: 'short' }];
}

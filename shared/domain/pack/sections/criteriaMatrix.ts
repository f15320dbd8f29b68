import { drawCriteriaBar } from '../../charts/criteriaBar.ts';
import { paperTheme } from '../../charts/drawing.ts';
import type { Criterion } from '../../records/criterion.ts';
import { evidenceKey } from '../../records/evidence.ts';
import { type Block, type Cell, type Inline, paragraph, type Section, type Span } from '../blocks.ts';
import { standingOf } from '../bodyViews.ts';
import { criteriaCounts } from '../criteriaCounts.ts';
import type { PackContext } from '../packContext.ts';
import { criterionPlace, evidencePlace, matrixRow, places } from '../places.ts';
import { cell, headingOf, nothing, recordTable } from '../tables.ts';
import { selfStatusOf, statusSpan } from '../vocabulary.ts';
import { dateOr, shortened, textOr } from '../words.ts';
import { onBehalfOf } from './onBehalf.ts';

/** More bodies than this do not fit side by side; the rest stand in the consultation record. */
const MOST_BODIES = 6;

/** Every criterion in one wide table: what it asks, who says what of it, and on which evidence. */
export function matrixSection(context: PackContext): Section {
  const { criteria } = context.facts;
  const shown = context.bodies.slice(0, MOST_BODIES);
  const more = context.bodies.slice(MOST_BODIES);
  const blocks: Block[] = [];
  if (criteria.length === 0) {
    blocks.push(
      nothing(
        'No acceptance criterion is recorded; the implementation plan sets them out (§5.1), and the CSC is to be shown that they have been met (§5.3).',
      ),
    );
  } else {
    const bar = drawCriteriaBar(criteriaCounts(context.facts), 753, paperTheme, 8);
    blocks.push({
      kind: 'counts',
      items: criteriaCounts(context.facts).map((one) => ({
        value: one.count,
        sign: one.sign,
        word: one.word,
        tone: one.tone,
      })),
    });
    blocks.push({ kind: 'figure', ...bar });
    blocks.push(matrixTable(context, shown));
    blocks.push(
      paragraph(
        [
          {
            text: `${criteria.some((one) => one.due !== null) ? '' : 'No criterion has a due date recorded. '}Self-status is the owner’s; views are the bodies’. Stale: what the body saw has changed since. – in a body’s column: the criterion does not correspond to it.`,
            soft: true,
          },
        ],
        'note',
      ),
    );
    blocks.push(...notApplicableBlocks(criteria));
    if (more.length > 0)
      blocks.push(
        paragraph(
          [
            {
              text: `Also consulted, in the consultation record: ${more.join(', ')}.`,
              soft: true,
              to: places.consultation,
            },
          ],
          'note',
        ),
      );
  }
  return { id: places.matrix, title: 'Criteria matrix', orientation: 'landscape', ownPage: false, blocks };
}

/** What its owner calls not applicable is no gap only where somebody says why. */
function notApplicableBlocks(criteria: readonly Criterion[]): readonly Block[] {
  const out = criteria.filter((criterion) => criterion.selfStatus === 'notApplicable');
  if (out.length === 0) return [];
  return [
    headingOf('Called not applicable', 'matrix:notApplicable'),
    recordTable(
      'Criteria called not applicable',
      out,
      [
        [
          'Criterion',
          14,
          (criterion) => cell([{ text: criterion.reference, to: criterionPlace(criterion.reference), strong: true }]),
        ],
        ['Called so by', 20, (criterion) => cell(textOr(criterion.owner), onBehalfOf(criterion, 'selfStatus'))],
        [
          'Rationale',
          66,
          (criterion) => cell(textOr(criterion.rationale, { text: 'no rationale is recorded', tone: 'short' })),
        ],
      ],
      'small',
    ),
  ];
}

function matrixTable(context: PackContext, bodies: readonly string[]): Block {
  const bodyWeight = bodies.length > 4 ? 10 : 12;
  const { criteria } = context.facts;
  const dated = criteria.some((criterion) => criterion.due !== null);
  return {
    kind: 'table',
    caption: 'Criteria with status, evidence and views',
    columns: [
      { title: 'Criterion', weight: 10 },
      { title: 'What it asks', weight: 34 },
      { title: 'Owner', weight: 8 },
      ...(dated ? [{ title: 'Due', weight: 12 }] : []),
      { title: 'Self-status', weight: 13 },
      { title: 'Evidence', weight: 16 },
      ...bodies.map((body) => ({ title: shortened(body, 14), weight: bodyWeight })),
    ],
    rows: criteria.map((criterion): readonly Cell[] => [
      {
        text: [{ text: criterion.reference, to: criterionPlace(criterion.reference), strong: true }],
        id: matrixRow(criterion.reference),
      },
      cell(criterion.text === null ? textOr(null) : shortened(criterion.text, 160)),
      cell(textOr(criterion.owner)),
      ...(dated ? [cell(dateOr(criterion.due))] : []),
      cell([statusSpan(selfStatusOf(criterion.selfStatus))]),
      cell(evidenceLinks(context, criterion)),
      ...bodies.map((body) => bodyCell(context, body, criterion)),
    ]),
  };
}

function evidenceLinks(context: PackContext, criterion: Criterion): Inline {
  const items = context.rules.evidence.ofCriterion(criterion.reference);
  if (items.length === 0) return [{ text: 'none', soft: true }];
  const links = items
    .slice(0, 6)
    .map((item): Span => ({ text: evidenceKey(item), to: evidencePlace(evidenceKey(item)) }));
  const spaced = links.flatMap((link, index) => (index === 0 ? [link] : [{ text: ' ' }, link]));
  return items.length > 6 ? [...spaced, { text: ` and ${items.length - 6} more`, soft: true }] : spaced;
}

function bodyCell(context: PackContext, body: string, criterion: Criterion): Cell {
  const standing = standingOf(context, body, criterion);
  if (standing.status === null) return cell([{ text: '–', soft: true }]);
  const stale: readonly Span[] = standing.stale === null ? [] : [{ text: '▲\u00a0stale', tone: 'short', strong: true }];
  return stale.length === 0 ? cell([statusSpan(standing.status)]) : cell([statusSpan(standing.status)], stale);
}

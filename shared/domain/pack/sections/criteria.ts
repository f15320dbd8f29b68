import { formatDate } from '../../calendar/calendarDate.ts';
import type { Criterion } from '../../records/criterion.ts';
import { type Evidence, evidenceKey } from '../../records/evidence.ts';
import { type Block, type FactRow, paragraph, type Section, type Span } from '../blocks.ts';
import { standingOf } from '../bodyViews.ts';
import type { PackContext } from '../packContext.ts';
import { criterionPlace, evidencePlace, matrixRow, places } from '../places.ts';
import { cell, findingsTable, nothing } from '../tables.ts';
import { evidenceStatusOf, selfStatusOf, statusSpan } from '../vocabulary.ts';
import { joined, shortened, textOr } from '../words.ts';
import { viewsTable } from './viewsTable.ts';

/** One part for each criterion, with its evidence and views, and the way back to the matrix. */
export function criteriaSection(context: PackContext): Section {
  const { criteria } = context.facts;
  return {
    id: places.criteria,
    title: 'Criteria one by one',
    orientation: 'portrait',
    ownPage: true,
    blocks:
      criteria.length === 0
        ? [nothing('There is no criterion to show.')]
        : criteria.flatMap((criterion) => criterionBlocks(context, criterion)),
  };
}

function criterionBlocks(context: PackContext, criterion: Criterion): readonly Block[] {
  const { reference } = criterion;
  const findings = context
    .findingsOfCriterion(reference)
    .filter((one) => one.outcome !== 'met' && one.outcome !== 'notApplicable');
  const met = context.findingsOfCriterion(reference).filter((one) => one.outcome === 'met');
  const items = context.facts.evidence.filter((item) => (item.criteria ?? []).includes(reference));
  const blocks: Block[] = [
    {
      kind: 'heading',
      level: 2,
      text: shortened(reference, 60),
      id: criterionPlace(reference),
      bookmark: true,
      aside: [
        statusSpan(selfStatusOf(criterion.selfStatus)),
        { text: '   ' },
        { text: 'back to matrix', to: matrixRow(reference) },
      ],
    },
    paragraph(textOr(criterion.text, { text: 'The wording of this criterion is not recorded.', soft: true }), 'lead'),
    { kind: 'facts', rows: factsOf(criterion) },
    { kind: 'heading', level: 3, text: 'Evidence', id: `${criterionPlace(reference)}:evidence`, bookmark: false },
    items.length === 0 ? nothing('No evidence is linked to this criterion.') : evidenceTable(context, items),
    { kind: 'heading', level: 3, text: 'Views', id: `${criterionPlace(reference)}:views`, bookmark: false },
    ...viewBlocks(context, criterion),
  ];
  if (findings.length > 0) {
    blocks.push({
      kind: 'heading',
      level: 3,
      text: 'What stands open',
      id: `${criterionPlace(reference)}:findings`,
      bookmark: false,
    });
    blocks.push(findingsTable(`Findings on ${reference}`, findings));
  } else if (met.length > 0) {
    blocks.push(nothing('No rule finds anything open on this criterion.'));
  }
  return blocks;
}

function factsOf(criterion: Criterion): readonly FactRow[] {
  const { reference, needs, opinion, justifiedGap } = criterion;
  const bodies =
    criterion.bodies === null
      ? [{ text: 'not decided', soft: true }]
      : criterion.bodies.length === 0
        ? [
            { text: 'none corresponds', soft: true },
            ...(criterion.bodiesReason ? [{ text: `: ${criterion.bodiesReason}` }] : []),
          ]
        : [{ text: criterion.bodies.join(', ') }];
  const asks =
    needs &&
    joined([
      needs.minimumItems !== null && `at least ${needs.minimumItems} ${needs.minimumItems === 1 ? 'item' : 'items'}`,
      needs.kinds && needs.kinds.length > 0 && `of kind ${needs.kinds.join(', ')}`,
      needs.effectiveOnOrAfter && `effective on or after ${formatDate(needs.effectiveOnOrAfter)}`,
      needs.independent === true && 'independent of the owner',
    ]);
  return [
    ...(reference.length > 60 ? [{ label: 'Reference', value: reference }] : []),
    { label: 'Owner', value: textOr(joined([criterion.owner, criterion.due && `due ${formatDate(criterion.due)}`])) },
    {
      label: 'Source',
      value: textOr(
        joined([
          criterion.ridVersion && `RID ${criterion.ridVersion}`,
          criterion.ridClause,
          criterion.family && `family: ${criterion.family}`,
        ]),
      ),
    },
    { label: 'Corresponds to', value: bodies },
    { label: 'Rationale', value: textOr(criterion.rationale) },
    ...(asks ? [{ label: 'Needs', value: [{ text: asks }, { text: ' (practice)', soft: true }] }] : []),
    ...(justifiedGap?.reason
      ? [
          {
            label: 'Justified gap',
            value: [
              { text: justifiedGap.reason },
              {
                text: ` ${joined([justifiedGap.by, justifiedGap.on && formatDate(justifiedGap.on)]) ?? ''}`,
                soft: true,
              },
            ],
          },
        ]
      : []),
    ...(opinion
      ? [
          {
            label: 'Other opinion',
            value: [
              statusSpan(selfStatusOf(opinion.status)),
              { text: ` ${joined([opinion.by, opinion.on && formatDate(opinion.on), opinion.text]) ?? ''}` },
            ],
          },
        ]
      : []),
  ];
}

function evidenceTable(context: PackContext, items: readonly Evidence[]): Block {
  return {
    kind: 'table',
    caption: 'Evidence',
    columns: [
      { title: 'Item', weight: 15 },
      { title: 'Title', weight: 45 },
      { title: 'Status', weight: 20 },
      { title: 'Effective', weight: 20 },
    ],
    rows: items.map((item) => {
      const key = evidenceKey(item);
      const current = context.rules.evidence.current(item.reference)?.version === item.version;
      return [
        cell([{ text: key, to: evidencePlace(key), strong: current }]),
        cell(textOr(item.title), [
          {
            text:
              joined([
                item.kind,
                item.provider && `from ${item.provider}`,
                item.independent === true && 'independent',
                item.withheld === true && 'withheld: listed by SHA-256 only',
              ]) ?? '',
            soft: true,
          },
        ]),
        cell(
          [statusSpan(evidenceStatusOf(item.status))],
          [{ text: joined([!current && 'not the current version', item.statusReason]) ?? '', soft: true }],
        ),
        cell(item.effectiveOn ? formatDate(item.effectiveOn) : [{ text: 'not recorded', soft: true }]),
      ];
    }),
  };
}

function viewBlocks(context: PackContext, criterion: Criterion): readonly Block[] {
  const standings = context.bodies.map((body) => standingOf(context, body, criterion)).filter((one) => one.concerned);
  if (standings.length > 0) return [viewsTable(standings, `Views on ${criterion.reference}`)];
  const why: Span =
    criterion.bodies === null
      ? { text: 'Whose view corresponds to this criterion is not decided.', soft: true }
      : {
          text: `No body corresponds to this criterion${criterion.bodiesReason ? `: ${criterion.bodiesReason}` : ', and no reason is recorded'}.`,
          soft: true,
        };
  return [paragraph([why])];
}

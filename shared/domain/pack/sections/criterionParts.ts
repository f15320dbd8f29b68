import { formatDate } from '../../calendar/calendarDate.ts';
import { evidenceAsOf } from '../../records/asOf.ts';
import type { Criterion } from '../../records/criterion.ts';
import { type Evidence, evidenceKey } from '../../records/evidence.ts';
import { modificationKey } from '../../records/recordKinds.ts';
import type { Block, FactRow, Inline, Span } from '../blocks.ts';
import type { PackContext } from '../packContext.ts';
import { evidencePlace } from '../places.ts';
import { cell, tableOf } from '../tables.ts';
import { evidenceStatusOf, selfStatusOf, statusSpan } from '../vocabulary.ts';
import { joined, textOr } from '../words.ts';
import { acceptedOtherwise } from './acceptedContent.ts';
import { onBehalfOf } from './onBehalf.ts';

/** What is recorded of a criterion besides its wording. */
export function criterionFacts(context: PackContext, criterion: Criterion): readonly FactRow[] {
  const { reference, needs, opinion, justifiedGap } = criterion;
  const bodies =
    criterion.bodies === null
      ? [
          { text: 'not decided', soft: true },
          ...(criterion.bodiesReason ? [{ text: `: ${criterion.bodiesReason}`, soft: true }] : []),
        ]
      : criterion.bodies.length === 0
        ? [
            { text: 'none corresponds', soft: true },
            ...(criterion.bodiesReason ? [{ text: `: ${criterion.bodiesReason}` }] : []),
          ]
        : [
            { text: criterion.bodies.join(', ') },
            ...(criterion.bodiesReason ? [{ text: `: ${criterion.bodiesReason}`, soft: true }] : []),
          ];
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
    {
      label: 'Owner',
      value: [
        ...textOr(joined([criterion.owner, criterion.due && `due ${formatDate(criterion.due)}`])),
        ...onBehalfOf(criterion, 'owner', 'due'),
      ],
    },
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
    ...(speaksForAll(criterion) ? [] : [{ label: 'Speaks for', value: modificationLinks(context, criterion) }]),
    ...statusRows(criterion),
    { label: 'Rationale', value: [...textOr(criterion.rationale), ...onBehalfOf(criterion, 'rationale')] },
    ...(asks ? [{ label: 'Needs', value: [{ text: asks }, { text: ' (practice)', soft: true }] }] : []),
    ...(justifiedGap
      ? [
          {
            label: 'Justified gap',
            value: [
              ...textOr(justifiedGap.reason, { text: 'no reason recorded', soft: true }),
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

/** A criterion that names no modification speaks for the whole release. */
export function speaksForAll({ modifications }: Criterion): boolean {
  return modifications === null || modifications.length === 0;
}

/** A self-status that somebody else recorded for the owner is not the owner's word yet. */
function statusRows(criterion: Criterion): readonly FactRow[] {
  const behalf = onBehalfOf(criterion, 'selfStatus');
  if (behalf.length === 0) return [];
  return [{ label: 'Self-status', value: [statusSpan(selfStatusOf(criterion.selfStatus)), ...behalf] }];
}

/** The items of a criterion, each leading to the register. `mark`: a word on what the reader should notice of it. */
export function evidenceTable(
  context: PackContext,
  items: readonly Evidence[],
  mark: (item: Evidence) => Span | null = () => null,
): Block {
  return tableOf(
    'Evidence',
    [
      ['Item', 15],
      ['Title', 45],
      ['Status', 20],
      ['Effective', 20],
    ],
    items.map((item) => {
      const key = evidenceKey(item);
      const current = context.rules.evidence.current(item.reference)?.version === item.version;
      return [
        cell([{ text: key, to: evidencePlace(key), strong: current }]),
        cell(textOr(item.title), [
          ...markOf(item, mark),
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
          [statusSpan(evidenceStatusOf(evidenceAsOf(item, context.asOf).status))],
          [
            ...acceptedOtherwise(item),
            { text: joined([!current && 'not the current version', item.statusReason]) ?? '', soft: true },
            ...onBehalfOf(item, 'status', 'file', 'version'),
          ],
        ),
        cell(item.effectiveOn ? formatDate(item.effectiveOn) : [{ text: 'not recorded', soft: true }]),
      ];
    }),
  );
}

function markOf(item: Evidence, mark: (item: Evidence) => Span | null): readonly Span[] {
  const marked = mark(item);
  return marked === null ? [] : [marked, { text: '  ' }];
}

/** The modifications that a criterion names; one that the release does not hold is told to be none of it. */
function modificationLinks({ rules }: PackContext, { modifications }: Criterion): Inline {
  const known = new Set(rules.facts.modifications.map(modificationKey));
  return (modifications ?? []).flatMap((key, index): readonly Span[] => [
    ...(index === 0 ? [] : [{ text: ', ' }]),
    { text: key },
    ...(known.has(key) ? [] : [{ text: ' (not among the release’s modifications)', soft: true }]),
  ]);
}

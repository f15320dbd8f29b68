import { type CalendarDate, formatDate } from '../../calendar/calendarDate.ts';
import type { Criterion } from '../../records/criterion.ts';
import { type Evidence, evidenceKey } from '../../records/evidence.ts';
import { modificationKey } from '../../records/recordKinds.ts';
import type { Block, FactRow, Inline, Span } from '../blocks.ts';
import type { PackContext } from '../packContext.ts';
import { evidencePlace } from '../places.ts';
import { cell, tableOf } from '../tables.ts';
import { selfStatusOf, statusSpan } from '../vocabulary.ts';
import { happenedOn, happenedWords, joined, textOr } from '../words.ts';
import { acceptedOtherwise, evidenceStandingOn } from './acceptedContent.ts';
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
                text: ` ${joined([justifiedGap.by, justifiedGap.on && happenedWords(justifiedGap.on, context.asOf)]) ?? ''}`,
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
              {
                text: ` ${joined([opinion.by, opinion.on && happenedWords(opinion.on, context.asOf), opinion.text]) ?? ''}`,
              },
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
      const { status, stood } = evidenceStandingOn(item, context.asOf);
      const currency = currencyOf(context, item);
      return [
        cell([{ text: key, to: evidencePlace(key), strong: currency === null }]),
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
          [statusSpan(status)],
          [
            ...acceptedOtherwise(stood),
            { text: joined([currency, acceptanceToCome(item, context.asOf), item.statusReason]) ?? '', soft: true },
            ...onBehalfOf(item, 'status', 'file', 'version'),
          ],
        ),
        cell(happenedOn(item.effectiveOn, context.asOf)),
      ];
    }),
  );
}

/** Why an item is not the current version of its reference, by what is known on the pack's day; null where it is. */
function currencyOf({ rules, asOf }: PackContext, { reference, version, addedOn, effectiveOn }: Evidence) {
  if (rules.evidence.current(reference)?.version === version) return null;
  if (addedOn !== null && addedOn > asOf) return happenedWords(addedOn, asOf);
  return effectiveOn !== null && effectiveOn > asOf ? 'not effective yet' : 'not the current version';
}

/** An acceptance that is recorded and has not come; its whole record stands in the register. */
function acceptanceToCome(item: Evidence, asOf: CalendarDate): string | null {
  const on = item.accepted?.on ?? null;
  return on !== null && on > asOf ? `acceptance recorded: ${happenedWords(on, asOf)}` : null;
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

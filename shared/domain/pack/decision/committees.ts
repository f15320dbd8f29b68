import { capitalise, countOf, joinFew } from '../../foundation/words.ts';
import type { PositionCounts } from '../../readiness/positionCounts.ts';
import { theBody } from '../../records/bodies.ts';
import { gravestOf } from '../../rulebook/context/viewIndex.ts';
import { plainPhase } from '../../testing/issueCells.ts';
import { type Block, type Cell, type Inline, pageLink, paragraph, type Span } from '../blocks.ts';
import { bodyCounts, standingsOf } from '../bodyViews.ts';
import { type IssueCount, issueCounts } from '../issueCounts.ts';
import type { PackContext } from '../packContext.ts';
import { criterionPlace, places } from '../places.ts';
import { cell, nothing, tableOf } from '../tables.ts';
import { joined, shortened } from '../words.ts';
import type { DecisionLimits } from './limits.ts';

/** More severities than this do not stand side by side; they are told as text. */
const MOST_COLUMNS = 5;

/** Open issues by severity against the cited maximum: severities as columns, as people read them in a paper. */
export function issueBlocks(context: PackContext): readonly Block[] {
  const counts = issueCounts(context.facts);
  const total = counts.reduce((sum, one) => sum + one.open, 0);
  const heading: Block = {
    kind: 'heading',
    level: 3,
    text: 'Open issues',
    id: 'decision:issues',
    bookmark: false,
    aside: [{ text: `${total} in all, `, soft: true }, pageLink('testing:issues')],
  };
  if (counts.length === 0) return [heading, nothing('No test issue and no maximum is recorded.')];
  const note = noteOf(counts);
  const below: readonly Block[] = note === null ? [] : [paragraph([{ text: note, soft: true }], 'note', 2)];
  if (counts.length > MOST_COLUMNS)
    return [
      heading,
      paragraph(
        counts.flatMap((one, index) => inWords(one, index > 0)),
        'body',
        5,
      ),
      ...below,
    ];
  return [
    heading,
    {
      kind: 'table',
      caption: 'Open issues by severity',
      columns: [
        { title: 'Severity', weight: 30 },
        ...counts.map((one) => ({
          title: one.severity === null ? 'not stated' : String(one.severity),
          weight: 70 / counts.length,
        })),
      ],
      rows: [
        [cell('Open'), ...counts.map((one) => cell([{ text: String(one.open) }, ...signOf(one)]))],
        [cell('Maximum'), ...counts.map((one) => cell(maximumOf(one)))],
      ],
    },
    ...below,
  ];
}

/** `✕` where the maximum is passed, `?` where one cannot tell. */
function signOf({ verdict }: IssueCount): readonly Span[] {
  if (verdict === 'over') return [{ text: '\u00a0✕', tone: 'notMet', strong: true }];
  return verdict === 'cannotTell' ? [{ text: '\u00a0?', tone: 'cannotTell', strong: true }] : [];
}

function maximumOf({ verdict, maximum, ofPhase }: IssueCount): Inline {
  if (verdict === 'noMaximum') return [{ text: 'none cited', soft: true }];
  const number = maximum === null ? '–' : String(maximum);
  return ofPhase === null ? number : `${number}*`;
}

/** What the row has no room for: whose the maximum is, and where it is written. */
function noteOf(counts: readonly IssueCount[]): string | null {
  const named = counts.flatMap((one) => (one.ofPhase === null ? [] : [one.ofPhase]));
  const phases = [...new Map(named.map((phase) => [plainPhase(phase), phase])).values()];
  const starred =
    phases.length === 0
      ? null
      : `* the maximum of ${joinFew(
          phases.map((phase) => shortened(phase, 24)),
          2,
        )} alone`;
  const sources = [...new Set(counts.flatMap((one) => one.sources))].map((text) => shortened(text, 48));
  const few = sources.length > 2 ? [...sources.slice(0, 1), `${sources.length - 1} more`] : sources;
  const cited = sources.length === 0 ? null : `maximums: ${joined(few, '; ')}`;
  const note = joined([starred, cited], '; ');
  return note === null ? null : `${capitalise(note)}.`;
}

/** `severity 2: 3 of 0 ✕`: open, and the cited maximum. */
function inWords(one: IssueCount, more: boolean): readonly Span[] {
  const of = one.verdict === 'noMaximum' ? 'no maximum cited' : `at most ${one.maximum ?? '–'}`;
  const star = one.ofPhase === null ? '' : '*';
  const text = `severity ${one.severity ?? 'not stated'}: ${one.open}, ${of}${star}`.replaceAll(' ', '\u00a0');
  const state: readonly Span[] = [{ text, strong: one.verdict === 'over' }, ...signOf(one)];
  return more ? [{ text: ' · ', soft: true }, ...state] : state;
}

export function committeeBlocks(context: PackContext, limits: DecisionLimits): readonly Block[] {
  const heading: Block = {
    kind: 'heading',
    level: 3,
    text: 'Committees',
    id: 'decision:committees',
    bookmark: false,
    aside: [pageLink(places.consultation)],
  };
  if (context.bodies.length === 0)
    return [heading, nothing('No body has been asked, and none is mapped to a criterion.')];
  const counts = context.bodies.map((body): Row => {
    const standings = standingsOf(context, body);
    const isNeverAsked = context.rules.requiredBodies.has(body) && standings.every(({ concerned }) => !concerned);
    return { ...bodyCounts(context, body), bodies: 1, neverAsked: isNeverAsked ? 1 : 0 };
  });
  const shown = counts.length <= limits.bodies ? counts : counts.slice(0, limits.bodies - 1);
  const rest = counts.slice(shown.length);
  return [
    heading,
    tableOf(
      'Views by body',
      [
        ['Body', 15],
        ['Supports', 16.5],
        ['Conditions', 20],
        ['Against', 14],
        ['Stale', 10.5],
        ['Other', 10.5],
        ['Not asked', 13.5],
      ],
      [
        ...shown.map((one) => rowOf(one, shortened(one.body, 14))),
        ...(rest.length === 0 ? [] : [rowOf(sumOf(rest), `${rest.length} more`)]),
      ],
    ),
  ];
}

interface Row extends PositionCounts {
  readonly bodies: number;
  /** How many of them the release requires that no criterion is mapped to and that were asked on none. */
  readonly neverAsked: number;
}

function rowOf(one: Row, name: string): readonly Cell[] {
  return [
    cell([{ text: name, strong: true }]),
    cell(String(one.supports)),
    cell(String(one.conditions)),
    cell(one.against === 0 ? '0' : [{ text: `${one.against}\u00a0✕`, tone: 'notMet', strong: true }]),
    cell(one.stale === 0 ? '0' : [{ text: `${one.stale}\u00a0▲`, tone: 'short', strong: true }]),
    cell(String(one.other)),
    cell(
      one.neverAsked > 0
        ? [{ text: `${notAskedInWords(one)}\u00a0▲`, tone: 'short', strong: true }]
        : String(one.notAsked),
    ),
  ];
}

/** `3`; `all`, of criteria that nobody named; of several bodies `3, all of 1`. */
function notAskedInWords({ notAsked, bodies, neverAsked }: Row): string {
  if (neverAsked === bodies) return String(notAsked || 'all');
  return `${notAsked === 0 ? '' : `${notAsked}, `}all of ${neverAsked}`;
}

function sumOf(rows: readonly Row[]): Row {
  const sum = (of: (one: Row) => number) => rows.reduce((total, one) => total + of(one), 0);
  return {
    body: '',
    supports: sum((one) => one.supports),
    conditions: sum((one) => one.conditions),
    against: sum((one) => one.against),
    other: sum((one) => one.other),
    stale: sum((one) => one.stale),
    notAsked: sum((one) => one.notAsked),
    bodies: rows.length,
    neverAsked: sum((one) => one.neverAsked),
  };
}

/** Objections in the body's own words, each with its answer; what does not fit is counted. Stale views stand among the exceptions. */
export function objectionBlocks(context: PackContext, limits: DecisionLimits): readonly Block[] {
  const standings = context.bodies.flatMap((body) => standingsOf(context, body));
  const against = standings.flatMap(({ body, criterion, state }) => {
    if (state?.answer?.position !== 'doesNotSupport') return [];
    const words = gravestOf(state).filter(({ position }) => position === 'doesNotSupport');
    return words.map(({ wording, answer }) => ({ body, criterion, wording, answer }));
  });
  const shown = against.slice(0, limits.objections);
  const rest = against.length - shown.length;
  const lines = shown.map(({ body, criterion, wording, answer }) => {
    const text = `${capitalise(theBody(body))} does not support ${criterion}${wording === null ? '; no wording is recorded.' : `: “${wording}”`} `;
    const answered: Span = answer ? { text: `Answer: “${answer}” ` } : { text: 'No answer is recorded. ', soft: true };
    return paragraph([{ text, soft: true }, answered, pageLink(criterionPlace(criterion))], 'note', limits.lines);
  });
  if (rest === 0) return lines;
  const more = `And ${countOf(rest, 'more objection')}, ${against.length} in all: `;
  return [...lines, paragraph([{ text: more, soft: true }, pageLink(places.consultation)], 'note', 1)];
}

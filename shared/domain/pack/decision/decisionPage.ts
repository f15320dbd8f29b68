import { type CalendarDate, formatDate, formatDateWithWeekday } from '../../calendar/calendarDate.ts';
import { capitalise, countOf, theReleaseCalled } from '../../foundation/words.ts';
import type { Decision } from '../../records/committees.ts';
import { modificationKey } from '../../records/recordKinds.ts';
import type { Release } from '../../records/release.ts';
import { type Block, pageLink, paragraph, type Section, type Span } from '../blocks.ts';
import { criteriaCounts } from '../criteriaCounts.ts';
import type { PackContext } from '../packContext.ts';
import { places } from '../places.ts';
import { answeredWords, decidedSince, decisionAnswered } from '../sections/askedAndAnswered.ts';
import { releaseKindText } from '../sections/identity.ts';
import { unconfirmedIn } from '../sections/onBehalf.ts';
import { joined, shortened, unbroken } from '../words.ts';
import { committeeBlocks, issueBlocks, objectionBlocks } from './committees.ts';
import { conditionBlocks } from './conditionLines.ts';
import { exceptionBlocks } from './exceptions.ts';
import type { DecisionLimits } from './limits.ts';
import { ifNotGoBlocks, leadTimeBlocks, notLiveBlocks } from './outlook.ts';
import {
  askedForInWords,
  askedWords,
  hasPassedUnrecorded,
  isLiveInPart,
  partsInWords,
  wentLiveInWords,
} from './wentLive.ts';

/**
 * The page that the CSC decides from, in the order of `docs/domain.md`, "What the pack holds". Its first line
 * (reference, draft or final, as-of, meeting, classification) is the header of every page.
 */
export function decisionSection(context: PackContext, limits: DecisionLimits): Section {
  const { facts } = context;
  const { wording, secas, dcc } = facts.recommendation;
  const { about } = facts.release;
  const inFull: readonly Span[] =
    limits.ask === null
      ? []
      : [
          { text: ' · shortened; this and both recommendations in full: ', soft: true },
          pageLink(places.recommendation),
        ];
  const counts = criteriaCounts(facts);
  const unconfirmed = unconfirmedIn(facts).length;
  const behalf = unconfirmed === 0 ? '' : `${countOf(unconfirmed, 'value')} recorded on behalf · `;
  const blocks: Block[] = [
    paragraph([{ text: scopeSentence(context), soft: true }], 'lead', 2),
    ...(about === null || about.trim() === '' ? [] : [noticeOf(about, limits)]),
    ...answeredBlocks(context),
    ...acceptedBlocks(context, limits),
    paragraph([{ text: askedWords(context), soft: true, strong: true }, ...inFull], 'label'),
    paragraph(wording ?? [{ text: 'No wording is recommended yet.', soft: true }], 'ask', limits.ask ?? undefined),
    {
      kind: 'pair',
      left: [
        paragraph([{ text: 'SECAS recommends', soft: true, strong: true }], 'label'),
        paragraph(secas ?? [{ text: 'Nothing recorded yet.', soft: true }], 'body', limits.ask ?? undefined),
      ],
      right: [
        paragraph([{ text: 'The DCC recommends', soft: true, strong: true }], 'label'),
        paragraph(dcc ?? [{ text: 'Nothing recorded yet.', soft: true }], 'body', limits.ask ?? undefined),
      ],
    },
    {
      kind: 'heading',
      level: 3,
      text: 'Acceptance criteria',
      id: 'decision:criteria',
      bookmark: false,
      aside: [{ text: `${facts.criteria.length} · ${behalf}matrix, `, soft: true }, pageLink(places.matrix)],
    },
    {
      kind: 'counts',
      items: counts.map((one) => ({ value: one.count, sign: one.sign, word: one.word, tone: one.tone })),
    },
    ...exceptionBlocks(context, limits),
    { kind: 'pair', share: 0.4, left: issueBlocks(context), right: committeeBlocks(context, limits) },
    ...objectionBlocks(context, limits),
    ...conditionBlocks(context, limits),
    { kind: 'pair', left: notLiveBlocks(context, limits), right: ifNotGoBlocks(context, limits) },
    { kind: 'pair', share: 0.25, left: changeBlocks(context), right: leadTimeBlocks(context) },
    paragraph(
      [
        {
          text: `Facts manifest SHA-256 ${context.seal.manifestSha256 ?? '(not sealed: a preview)'} · how to check this file: `,
          soft: true,
        },
        pageLink(places.check),
      ],
      'note',
    ),
  ];
  return { id: places.decision, title: decisionTitle(context), orientation: 'portrait', ownPage: true, blocks };
}

/** What it is about: the question, and once its day has passed no question any more. */
export function decisionTitle(context: PackContext): string {
  const live = wentLiveInWords(context);
  if (live !== null) return `${live}.`;
  const { plannedDate } = context.rules.goLive;
  if (plannedDate === null || !hasPassedUnrecorded(context)) return questionOf(context);
  const name = capitalise(theReleaseCalled(shortened(context.facts.release.name, 56)));
  const day = unbroken(formatDateWithWeekday(plannedDate));
  return `${name} was to go live on ${day}; that it did is not recorded.`;
}

/** `Should the June 2026 SEC Release go live on Thursday 25 June 2026?` */
export function questionOf(
  { facts, rules }: PackContext,
  date: CalendarDate | null = rules.goLive.plannedDate,
): string {
  const name = theReleaseCalled(shortened(facts.release.name, 56));
  return date === null
    ? `Should ${name} go live? No date is recorded.`
    : `Should ${name} go live on ${unbroken(formatDateWithWeekday(date))}?`;
}

/** What readers must know of the facts; in full on the cover, to which a long one leads. */
function noticeOf(about: string, limits: DecisionLimits): Block {
  const long = about.length > 180;
  return paragraph([{ text: `${about} ` }, ...(long ? [pageLink('cover')] : [])], 'notice', Math.max(3, limits.text));
}

/** What the CSC decided before, and how much of what it asked for is answered: who asked looks for that first. */
function answeredBlocks(context: PackContext): readonly Block[] {
  const decision = decisionAnswered(context);
  if (decision === null) return decidedBlocks(context);
  const said = `${decidedWords(decision)}${decidedSince(context, decision)}`;
  const text = `${said} · ${answeredWords(context, decision)}, `;
  return [paragraph([{ text }, pageLink('since:asked')], 'notice', 2)];
}

/** Once live, what let it go live, where that asked for nothing more. */
function decidedBlocks(context: PackContext): readonly Block[] {
  const { goLive, submission } = context.rules;
  const { goLiveDecision } = submission;
  if (goLive.actualDate === null || goLiveDecision === null) return [];
  const said = `${decidedWords(goLiveDecision)}${decidedSince(context, goLiveDecision)}`;
  return [paragraph(`${said}.`, 'notice', 2)];
}

/** `On 10 June 2026 the CSC decided “go”`. */
function decidedWords({ on, outcome }: Decision): string {
  const before = on === null ? 'The CSC decided' : `On ${formatDate(on)} the CSC decided`;
  return `${before} “${shortened(outcome ?? 'not recorded', 60)}”`;
}

/** Why the pack is issued although a blocker stands. */
function acceptedBlocks({ snapshot }: PackContext, limits: DecisionLimits): readonly Block[] {
  const { acceptedBlockers } = snapshot.identity;
  if (acceptedBlockers === null) return [];
  const spans = [{ text: 'Issued with open blockers, because: ', strong: true }, { text: acceptedBlockers }];
  return [paragraph(spans, 'notice', Math.max(2, limits.text))];
}

/** What people entered since the last final pack: a count here, told one by one under Release and dates. */
function changeBlocks({ snapshot }: PackContext): readonly Block[] {
  const { previous } = snapshot.identity;
  const heading: Block = {
    kind: 'heading',
    level: 3,
    text: 'Since the last pack',
    id: 'decision:changes',
    bookmark: false,
  };
  if (!previous) return [heading, paragraph([{ text: 'No earlier final pack.', soft: true }])];
  const { length } = previous.changes;
  // What the rules make of the days that went by is no change that anybody entered.
  const count = length === 0 ? 'Nothing that people entered has changed' : countOf(length, 'change');
  const what = `${count} since ${previous.reference} of ${formatDate(previous.asOf)}, `;
  return [heading, paragraph([{ text: what }, pageLink(places.since)], 'body', 5)];
}

/** What stays out, by its name; of a modification that goes live otherwise it is a part, and which. */
function notLiveName({ modification, what }: Release['notLive'][number], inScope: ReadonlySet<string>): string {
  if (!modification || !inScope.has(modification)) return modification ?? what ?? '';
  return `part of ${modification}${what ? ` (${shortened(what, 50)})` : ''}`;
}

/** What the question is about: what is in scope, which parts go live when, and what does not. */
export function scopeSentence(context: PackContext): string {
  const { facts, rules } = context;
  const { actualDate } = rules.goLive;
  const parts = partsInWords(context);
  const live =
    actualDate === null
      ? null
      : `${isLiveInPart(rules.goLive) ? 'the first part ' : ''}live since ${formatDate(actualDate)}`;
  const asked = live === null ? '' : askedForInWords(context);
  const when = joined([live, asked, parts], ', ');
  const inScope = new Set(rules.scope.modifications.map(modificationKey));
  const not = facts.release.notLive.map((one) => notLiveName(one, inScope)).filter((name) => name !== '');
  const names = not.slice(0, 2).map((name) => shortened(name, 80));
  const out =
    not.length === 0
      ? ''
      : ` Not live after it: ${names.join(', ')}${not.length > 2 ? ` and ${not.length - 2} more` : ''}.`;
  return `${releaseKindText(facts.release)}: ${countOf(rules.scope.modifications.length, 'modification')}${when === null ? '' : `, ${when}`}.${out}`;
}

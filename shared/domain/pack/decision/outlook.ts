import { type CalendarDate, calendarDate, formatDate, laterOf } from '../../calendar/calendarDate.ts';
import { nextSlotAfter, type ReleaseKind, ruleDateOf } from '../../calendar/slots.ts';
import type { Finding, Outcome } from '../../findings/finding.ts';
import { findingStatus } from '../../findings/vocabulary.ts';
import { countOf, isBlank, joinFew } from '../../foundation/words.ts';
import { modificationKey } from '../../records/recordKinds.ts';
import { kindOf } from '../../rulebook/kindOf.ts';
import { type Block, type Inline, pageLink, paragraph, type Span } from '../blocks.ts';
import { risksInOrder } from '../inOrder.ts';
import type { PackContext } from '../packContext.ts';
import { places } from '../places.ts';
import { slackWords } from '../slack.ts';
import { leadTimeFindings, leadTimeNames } from '../timelineOf.ts';
import { signSpan } from '../vocabulary.ts';
import { dayAsRead, ended, joined, shortened } from '../words.ts';
import type { DecisionLimits } from './limits.ts';
import { askedForInWords, wentLiveInWords } from './wentLive.ts';

/** What is not live, what Users will notice, and the top risks. */
export function notLiveBlocks(context: PackContext, limits: DecisionLimits): readonly Block[] {
  const { facts } = context;
  const { notLive } = facts.release;
  const parts = notLive.map(
    (one) => joined([joined([one.modification, one.what], ': '), one.until && `(${dayAsRead(one.until)})`], ' ') ?? '',
  );
  const live =
    parts.length === 0
      ? 'Nothing is stated to stay out.'
      : ended(
          `${parts
            .slice(0, 2)
            .map((text) => shortened(text, 140))
            .join('; ')}${parts.length > 2 ? `; and ${parts.length - 2} more` : ''}`,
        );
  const risks = risksInOrder(facts).map(
    (risk) =>
      joined([risk.title && shortened(risk.title, 60), risk.level && `(${shortened(risk.level, 16)})`], ' ') ?? '',
  );
  const top =
    risks.length === 0
      ? 'No risk is recorded.'
      : `Top risks: ${risks.slice(0, 3).join('; ')}${risks.length > 3 ? `; and ${risks.length - 3} more` : ''}.`;
  return [
    {
      kind: 'heading',
      level: 3,
      text: 'Not live, and what Users will notice',
      id: 'decision:notLive',
      bookmark: false,
    },
    paragraph([{ text: 'Not live: ', strong: true }, { text: live }], 'body', limits.text),
    paragraph([{ text: 'Users: ', strong: true }, { text: userImpactInWords(context) }], 'body', limits.text),
    paragraph([{ text: `${top} `, soft: true }, pageLink(places.transition)], 'note', 2),
  ];
}

/** In the words of the release; without any, which modifications are recorded to touch Users or their systems. */
function userImpactInWords({ facts, rules }: PackContext): string {
  if (!isBlank(facts.release.userImpact)) return facts.release.userImpact ?? '';
  const touching = rules.scope.modifications.filter(
    ({ impacts }) => impacts?.includes('users') || impacts?.includes('userSystems'),
  );
  if (touching.length === 0) return 'no impact is recorded.';
  return `${joinFew(touching.map(modificationKey), 3)} ${touching.length === 1 ? 'impacts' : 'impact'} them or their systems; what they will notice is not recorded.`;
}

const lastDayWithNext = calendarDate('2199-01-01');

/** What follows from another answer than go; of a release that is live nothing does any more. */
export function ifNotGoBlocks(context: PackContext, limits: DecisionLimits): readonly Block[] {
  const { facts, rules, asOf } = context;
  if (rules.goLive.actualDate !== null) return liveBlocks(context, limits);
  const { release } = facts;
  const { consequence, lastMomentToStop } = release.ifNotGo;
  const from = rules.goLive.date === null ? asOf : laterOf(rules.goLive.date, asOf);
  // The calendar ends in 2199; the pack does not fail on a release at its end.
  const latest = release.goLive.latestPermittedDate;
  return [
    { kind: 'heading', level: 3, text: 'If the answer is not go', id: 'decision:ifNotGo', bookmark: false },
    paragraph(consequence ?? [{ text: 'No consequence is recorded.', soft: true }], 'body', limits.text),
    paragraph(
      [
        { text: 'Next scheduled date: ', strong: true },
        { text: from < lastDayWithNext ? nextDateInWords(from, kindOf(facts)) : 'none in the calendar.' },
      ],
      'body',
      2,
    ),
    paragraph(
      [
        { text: 'Latest permitted: ', strong: true },
        { text: latest ? `${formatDate(latest)}${latest < asOf ? ', which has passed' : ''}.` : 'none recorded.' },
      ],
      'body',
      1,
    ),
    paragraph(
      [{ text: 'Last moment to stop: ', strong: true }, { text: dayAsRead(lastMomentToStop) ?? 'not recorded.' }],
      'body',
      limits.text > 1 ? 2 : 1,
    ),
  ];
}

function liveBlocks(context: PackContext, limits: DecisionLimits): readonly Block[] {
  const { parts, undatedParts } = context.rules.goLive;
  const asked = askedForInWords(context);
  const toCome = [...parts.flatMap((part) => (part.liveOn === null ? [part.what] : [])), ...undatedParts];
  const live = `${wentLiveInWords(context)}${asked === '' ? '' : `; it was ${asked}`}.`;
  return [
    { kind: 'heading', level: 3, text: 'Since it went live', id: 'decision:ifNotGo', bookmark: false },
    paragraph(live, 'body', Math.max(2, limits.text)),
    ...(toCome.length === 0
      ? []
      : [
          paragraph(
            [
              { text: 'Not recorded as live: ', strong: true },
              {
                text: `${joinFew(
                  toCome.map((what) => shortened(what, 40)),
                  3,
                )}.`,
              },
            ],
            'body',
            2,
          ),
        ]),
  ];
}

/** A System Release may hold documents only, so a Documentation Release has two next dates. */
function nextDateInWords(from: CalendarDate, kind: ReleaseKind | null): string {
  const dateOf = (asked: ReleaseKind | null) => formatDate(ruleDateOf(nextSlotAfter(from, asked)));
  if (kind !== 'documentation') return `${dateOf(kind === 'system' ? kind : null)} (§3).`;
  const [next, own] = [dateOf(null), dateOf(kind)];
  return next === own ? `${own} (§3).` : `${next} as a System Release (§2), ${own} as one of documents (§3).`;
}

/** Each lead time in half a line: `✓ Systems’ scope 20 days in hand`. */
export function leadTimeBlocks(context: PackContext): readonly Block[] {
  const judged = leadTimeFindings(context).filter(
    (finding) => finding.subject === null && finding.outcome !== 'notApplicable',
  );
  const own = leadTimeFindings(context).filter(
    (finding) => finding.subject !== null && finding.outcome !== 'notApplicable',
  );
  const spans = judged.flatMap((finding, index): readonly Span[] => {
    const status = findingStatus(finding);
    const words = slackWords(finding) ?? status.word.toLowerCase();
    return [
      ...(index === 0 ? [] : [{ text: ' · ', soft: true }]),
      signSpan(status),
      { text: `\u00a0${leadTimeNames[finding.rule]?.short ?? finding.rule}: ${words}` },
    ];
  });
  const besides = ownWords(own).map((words, index): Span => {
    const start = judged.length + index > 0 ? ' · ' : '';
    return { text: `${start}${words}`, soft: true };
  });
  const text: Inline =
    judged.length + own.length === 0
      ? [{ text: 'No lead time applies, or none can be judged.', soft: true }]
      : [...spans, ...besides];
  return [
    {
      kind: 'heading',
      level: 3,
      text: 'Lead times',
      id: 'decision:leadTimes',
      bookmark: false,
      aside: [pageLink(places.leadTimes)],
    },
    paragraph(text, 'body', 3),
  ];
}

/** How modifications with a date of their own stand; those without stated impacts have none, and are told apart. */
function ownWords(own: readonly Finding[]): readonly string[] {
  const dated = own.filter((finding) => finding.due !== null || finding.actual !== null);
  const unstated = own.length - dated.length;
  const told = ownOutcomes.flatMap(([outcome, words]) => {
    const count = dated.filter((finding) => finding.outcome === outcome).length;
    return count === 0 ? [] : [`${count} ${words}`];
  });
  const their = dated.length === 1 ? 'its' : 'their';
  return [
    ...(dated.length === 0
      ? []
      : [`${countOf(dated.length, 'modification')} with a date of ${their} own: ${told.join(', ')}`]),
    ...(unstated === 0
      ? []
      : [`${countOf(unstated, 'modification')} without stated impacts: cannot tell which lead time applies`]),
  ];
}

const ownOutcomes: readonly (readonly [Outcome, string])[] = [
  ['met', 'in time'],
  ['notDue', 'not due yet'],
  ['notMet', 'short'],
  ['covered', 'short and accepted'],
  ['cannotTell', 'where one cannot tell'],
];

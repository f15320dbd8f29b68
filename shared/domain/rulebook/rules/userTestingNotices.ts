import { formatDate } from '../../calendar/calendarDate.ts';
import { isBlank, joinWords } from '../../foundation/words.ts';
import type { UserTestingNotice } from '../../records/release.ts';
import { currentTad } from '../context/documentVersions.ts';
import type { RuleContext } from '../context/ruleContext.ts';

type Channel = 'email' | 'website';
type Topic = 'type' | 'when';

/** What Users were not told on one channel; `unknown` names the notice that may have told it, where one is not clear. */
export interface Gap {
  readonly channel: Channel;
  readonly topics: readonly Topic[];
  readonly unknown: UserTestingNotice | null;
}

const channels: readonly Channel[] = ['email', 'website'];
const how: Readonly<Record<Channel, string>> = { email: 'by email', website: 'through the SEC website' };
const what: Readonly<Record<Topic, string>> = {
  type: 'what type of testing is required',
  when: 'when it takes place',
};

type SentText = RuleContext['facts']['sent'][number];

/** The User testing texts that were sent by e-mail or put on the website: each is a notice as one recorded by itself is. */
export function sentNotices({ facts }: RuleContext): readonly SentText[] {
  return facts.sent.filter((one) => {
    const named = channelsOf(one.channel);
    return one.text === 'user-testing' && channels.some((channel) => named.includes(channel));
  });
}

/** What a sent text told: always the type of testing; when it takes place, once that is known. */
export function noticeOf({ channel, on }: SentText, { facts }: RuleContext): UserTestingNotice {
  return { channel, on, onBehalf: null, tells: facts.userTesting.from === null ? ['type'] : ['type', 'when'] };
}

/** What lacks for both channels to tell type and time (§5.2); empty: nothing. */
export function gapsOf(notices: readonly UserTestingNotice[]): readonly Gap[] {
  return channels.flatMap((channel) => {
    const those = notices.filter((notice) => channelsOf(notice.channel).includes(channel));
    const told = those.flatMap((notice) => (notice.tells ?? []).flatMap((words) => readTold(words).told));
    const topics = (['type', 'when'] as const).filter((topic) => !told.includes(topic));
    if (topics.length === 0) return [];
    const unclear =
      those.find((notice) => notice.tells === null || unreadOf(notice, topics) !== null) ??
      notices.find((notice) => channelsOf(notice.channel).includes('unknown')) ??
      null;
    return [{ channel, topics, unknown: unclear }];
  });
}

/** What a notice says it tells is typed by people: `type of testing`, `dates`, `type and time`; `dates to follow` tells none. */
function readTold(words: string): { readonly told: readonly Topic[]; readonly unsure: readonly Topic[] } {
  const clauses = words.split(/[,;:.()–—]|\s-+\s|\bbut\b/i).filter((clause) => !isBlank(clause));
  const read = clauses.map((clause, at) => {
    const next = clauses[at + 1] ?? '';
    const topics = topicsIn(clause);
    return { topics, isUnsure: unsure.test(clause) || (topicsIn(next).length === 0 && unsure.test(next)) };
  });
  const topicsOf = (isUnsure: boolean) => read.filter((one) => one.isUnsure === isUnsure).flatMap((one) => one.topics);
  return { told: topicsOf(false), unsure: topicsOf(true) };
}

/** Words by which a notice may just as well say that it does not tell it. */
const unsure = new RegExp(
  [
    /\b(follow\w*|tb[acdn]|not?|none|un(known|certain|clear|decided|confirmed)|without|yet|still|later|soon|pending)\b/,
    /\b(await\w*|depend\w*|subject to|in due course|up[ -]to[ -]date|(when|once|if|as soon as)\b.*\bknown)\b|\?/,
    /\b(to|will|shall|can|may) be (announced|given|told|sent|shared|notified|communicated|advised|issued|published)\b/,
    /\b((to|will|shall|can|may) be |when |once |if |as soon as )(confirmed|decided|set|fixed|agreed|finali[sz]ed|defined)\b/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'i',
);

function topicsIn(clause: string): readonly Topic[] {
  const isWhat =
    /^\W*what(\W*$|\W+(and|when|is (required|needed)|will be (required|needed))\b|(?!.*\b(dates?|times?|do|prepare|need|must|should|have)\b).*\btest)/i;
  return [
    ...(/\b(types?|kinds?)\b/i.test(clause) || isWhat.test(clause) ? (['type'] as const) : []),
    ...(/\b(when|dates?|times?|timing|timetable)\b/i.test(clause) ? (['when'] as const) : []),
  ];
}

/** Words of it that may name one of the topics, or name none; null: it has none, or nothing of what it tells is recorded. */
export function unreadOf({ tells }: UserTestingNotice, topics: readonly Topic[]): string | null {
  const isUnread = (words: string) => {
    const { told, unsure: perhaps } = readTold(words);
    return told.length + perhaps.length === 0 || perhaps.some((topic) => topics.includes(topic));
  };
  return (tells ?? []).find((words) => !isBlank(words) && isUnread(words))?.trim() ?? null;
}

/** What lacked before and does no longer. */
export function endedGaps(before: readonly Gap[], after: readonly Gap[]): readonly Gap[] {
  return before.flatMap((gap) => {
    const open = after.find(({ channel }) => channel === gap.channel)?.topics ?? [];
    const topics = gap.topics.filter((topic) => !open.includes(topic));
    return topics.length === 0 ? [] : [{ ...gap, topics }];
  });
}

/** `what type of testing is required and when it takes place, by email and through the SEC website`. */
export function missingInWords(gaps: readonly Gap[]): string {
  const [first, second] = gaps;
  if (!first) return '';
  const topicsOf = (gap: Gap) => joinWords(gap.topics.map((topic) => what[topic]));
  if (!second) return `${topicsOf(first)}, ${how[first.channel]}`;
  if (topicsOf(first) === topicsOf(second))
    return `${topicsOf(first)}, ${how[first.channel]} and ${how[second.channel]}`;
  return `${topicsOf(first)}, ${how[first.channel]}, and ${topicsOf(second)}, ${how[second.channel]}`;
}

/** Testing is carried out as the TAD sets out: a TAD that was finalised or published after the last notice is told. */
export function tadNote(context: RuleContext, notices: readonly UserTestingNotice[]): string {
  const version = currentTad(context)?.version ?? null;
  const last =
    notices
      .flatMap((notice) => notice.on ?? [])
      .sort()
      .at(-1) ?? null;
  const milestones = [
    { did: 'finalised', on: version?.finalisedOn ?? null },
    { did: 'published', on: version?.publishedOn ?? null },
  ];
  const later = milestones.findLast(({ on }) => on !== null && context.hasHappened(on) && last !== null && on > last);
  if (!later?.on || last === null) return '';
  return `; the last notice is of ${formatDate(last)}, and the TAD was ${later.did} on ${formatDate(later.on)}`;
}

/**
 * By one notice or by several: `e-mail and website` is both. Blank or a word that is not understood: *unknown*. A newsletter
 * is a channel, on the website too, and never counts instead.
 */
export function channelsOf(text: string | null): readonly (Channel | 'other' | 'unknown')[] {
  const named = (text ?? '')
    .toLowerCase()
    .split(/[,;&+/]|\band\b/)
    .map(channelOf);
  const known = named.filter((one) => one !== 'unknown');
  return known.length > 0 ? known : ['unknown'];
}

/** Whether it went on the website, by that channel or by one of several. */
export function isOnWebsite(channel: string | null): boolean {
  return channelsOf(channel).includes('website');
}

function channelOf(word: string): Channel | 'other' | 'unknown' {
  if (/newsletter|webinar|\bon-?site\b|\boff[- ]?site\b/.test(word)) return 'other';
  if (/e-?mail/.test(word)) return 'email';
  return /web|site/.test(word) ? 'website' : 'unknown';
}

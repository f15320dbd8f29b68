import { formatDate } from '../../calendar/calendarDate.ts';
import { joinWords } from '../../foundation/words.ts';
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
    const channel = channelOf(one.channel);
    return one.text === 'user-testing' && (channel === 'email' || channel === 'website');
  });
}

/** What a sent text told: always the type of testing; when it takes place, once that is known. */
export function noticeOf({ channel, on }: SentText, { facts }: RuleContext): UserTestingNotice {
  return { channel, on, onBehalf: null, tells: facts.userTesting.from === null ? ['type'] : ['type', 'when'] };
}

/** What lacks for both channels to tell type and time (§5.2); empty: nothing. */
export function gapsOf(notices: readonly UserTestingNotice[]): readonly Gap[] {
  return channels.flatMap((channel) => {
    const those = notices.filter((notice) => channelOf(notice.channel) === channel);
    const words = new Set(those.flatMap((notice) => notice.tells ?? []).map((word) => word.trim().toLowerCase()));
    const topics: readonly Topic[] = [
      ...(words.has('type') || words.has('what') ? [] : (['type'] as const)),
      ...(words.has('when') ? [] : (['when'] as const)),
    ];
    if (topics.length === 0) return [];
    const unclear =
      those.find((notice) => notice.tells === null) ??
      notices.find((notice) => channelOf(notice.channel) === 'unknown') ??
      null;
    return [{ channel, topics, unknown: unclear }];
  });
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

/** Blank or a word that names neither: *unknown*. A newsletter is a channel, and never counts instead. */
function channelOf(text: string | null): Channel | 'other' | 'unknown' {
  const word = (text ?? '').trim().toLowerCase();
  if (/newsletter/.test(word)) return 'other';
  if (/e-?mail/.test(word)) return 'email';
  if (/web|site/.test(word)) return 'website';
  return word === '' ? 'unknown' : 'other';
}

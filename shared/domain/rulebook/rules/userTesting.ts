import { type CalendarDate, daysBetween, formatDate, formatDays, plusDays } from '../../calendar/calendarDate.ts';
import { fieldOf, fieldOfRelease, newRecord } from '../../findings/target.ts';
import { isBlank, saying } from '../../foundation/words.ts';
import { recordName } from '../../records/recordKinds.ts';
import type { UserTestingNotice } from '../../records/release.ts';
import type { RuleContext } from '../context/ruleContext.ts';
import { dueInWords } from '../judgeLeadTime.ts';
import type { Judgement, Rule } from '../rule.ts';
import { whereTestingApplies } from '../whereTestingApplies.ts';
import {
  channelsOf,
  endedGaps,
  type Gap,
  gapsOf,
  missingInWords,
  noticeOf,
  sentNotices,
  tadNote,
  unreadOf,
} from './userTestingNotices.ts';

export const userTestingNotice: Rule = {
  id: 'user-testing.notice',
  area: 'userTesting',
  severity: 'warning',
  basis: 'guidance',
  clause: '§5.2',
  title: 'Users are told what is tested and when',
  meaning:
    'Users are kept informed of what type of testing is required and when it takes place, by email and through the SEC website, both; a newsletter never instead. The guidance names no day: that a notice counts up to the first day of User testing is good practice. Cannot tell where a notice names no channel, does not say what it tells, or says either in words that are not understood or leave it open, such as dates to follow. A User testing text that is recorded as sent is such a notice.',
  formula: 'by the first day of User testing, an email and a website notice that tell type and time',
  example: 'User testing started on 1 September 2021, only an email is recorded by then: not met from the day after.',
  coverable: false,
  withoutSubjects: 'No User testing is planned for this release (§5.2).',
  evaluate: (context) => {
    if (context.facts.userTesting.planned === false) return [];
    return whereTestingApplies(context, 'A notice of User testing', () => [judgeNotices(context)]);
  },
};

function judgeNotices(context: RuleContext): Judgement {
  const { planned, from } = context.facts.userTesting;
  const sent = sentNotices(context);
  const notices = allNotices(context);
  const inTime = from === null ? notices : notices.filter((notice) => notice.on === null || notice.on <= from);
  const base = {
    due: from,
    restsOn: [
      context.releaseRecord,
      ...context.facts.userTesting.notices.map((notice) => recordName('userTestingNotice', notice)),
      ...sent.map((one) => recordName('sentText', one)),
    ],
    waitsFor: 'DCC',
    mendAt: newRecord('userTestingNotice'),
  };
  const gaps = gapsOf(inTime);
  if (gaps.length === 0) {
    const sentence = `Users were told what is tested and when, by email and through the SEC website${tadNote(context, inTime)} (§5.2).`;
    return { ...base, outcome: 'met', sentence };
  }
  const unclear = gaps.filter((gap) => gap.unknown);
  const sure = gaps.filter((gap) => !gap.unknown);
  const missing = missingInWords(gaps);
  const mend = `Tell Users ${missing}, and record the notice.`;
  if (planned === null && notices.length === 0) {
    return {
      ...base,
      outcome: 'cannotTell',
      sentence: 'It is not stated whether User testing is planned, and no notice of it is recorded (§5.2).',
      mend: 'State whether User testing is planned.',
      mendAt: fieldOfRelease('userTesting.planned'),
    };
  }
  if (from !== null && context.asOf <= from) {
    const sentence = `Users are ${unclear.length > 0 ? '' : 'still '}to be told ${missing} (§5.2); ${dueInWords(context.asOf, from)}.`;
    return { ...base, outcome: 'notDue', slackDays: daysBetween(context.asOf, from), sentence, mend };
  }
  if (sure.length === 0) return { ...base, ...unknownNotice(unclear) };
  const besides = unclear.length === 0 ? '' : ` ${unknownNotice(unclear).sentence}`;
  if (from === null) {
    return {
      ...base,
      outcome: 'cannotTell',
      sentence: `Users were not told ${missingInWords(sure)}; cannot tell whether they had to be yet: no date is recorded on which User testing starts (§5.2).${besides}`,
      mend: 'Record when User testing starts.',
      mendAt: fieldOfRelease('userTesting.from'),
    };
  }
  const late = judgeLate(context, from, sure);
  return { ...base, ...late, sentence: `${late.sentence}${besides}` };
}

/** The notices that are recorded by themselves, and the texts that were sent. */
function allNotices(context: RuleContext): readonly UserTestingNotice[] {
  const sent = sentNotices(context).map((one) => noticeOf(one, context));
  return [...context.facts.userTesting.notices, ...sent];
}

/** What a notice told, or by which channel, is not recorded or not understood; with it the gaps may be none. */
function unknownNotice(gaps: readonly Gap[]): Judgement {
  const gap = gaps.find(({ unknown }) => unknown);
  const notice = gap?.unknown ?? null;
  const { field, lack, mend } = lackOf(notice, gap?.topics ?? []);
  return {
    outcome: 'cannotTell',
    sentence: `Cannot tell whether Users were told ${missingInWords(gaps)}: ${lack} (§5.2).`,
    mend,
    mendAt: notice ? fieldOf('userTestingNotice', notice, field) : null,
  };
}

function lackOf(
  notice: UserTestingNotice | null,
  topics: Gap['topics'],
): {
  readonly field: string;
  readonly lack: string;
  readonly mend: string;
} {
  const channel = notice?.channel ?? null;
  if (channelsOf(channel).includes('unknown')) {
    const lack = isBlank(channel)
      ? 'a notice names no channel'
      : `${saying(channel ?? '')}, the channel of a notice, is read neither as email nor as website`;
    return { field: 'channel', lack, mend: 'Record the channel of each notice: email or website.' };
  }
  const unread = notice && unreadOf(notice, topics);
  if (!unread)
    return { field: 'tells', lack: 'what a notice tells is not recorded', mend: 'Record what each notice tells.' };
  const lack = `${saying(unread)}, which a notice tells, is read neither as the type of testing nor as its time`;
  return { field: 'tells', lack, mend: 'Record of each notice whether it tells type and when.' };
}

/** After the first day: never told, or told too late. Only the lateness is practice, for §5.2 names no day. */
function judgeLate(context: RuleContext, from: CalendarDate, gaps: readonly Gap[]): Judgement {
  const notices = allNotices(context);
  const missing = missingInWords(gaps);
  const isOfThose = ({ channel }: Gap) => gaps.some((gap) => gap.channel === channel);
  const never = gapsOf(notices).filter(isOfThose);
  const started = `User testing started on ${formatDate(from)}`;
  const mend = `Record the notice that was given by ${formatDate(from)}, if there was one.`;
  if (never.length > 0) {
    const sentence = `${started}, and by then Users had not been told ${missing} (§5.2).`;
    return { outcome: 'notMet', sentence, mend: `Tell Users ${missingInWords(never)}, and record the notice.` };
  }
  const actual = completeOn(notices, from);
  const told = toldLate(notices, from, isOfThose).map(
    ({ on, gaps: ended }) =>
      `only on ${formatDate(on)}, ${formatDays(daysBetween(from, on))} later, ${missingInWords(ended)}`,
  );
  const late = told.length > 0 ? told.join('; ') : `only later ${missing}`;
  return {
    outcome: 'notMet',
    basis: 'practice',
    actual,
    slackDays: actual ? daysBetween(actual, from) : null,
    sentence: `${started}, and Users were told ${late} (§5.2 names no day; practice).`,
    mend,
  };
}

/** What was told on each day after the first one, of what had not been told by then. */
function toldLate(notices: readonly UserTestingNotice[], from: CalendarDate, isMeant: (gap: Gap) => boolean) {
  const gapsBy = (day: CalendarDate) =>
    gapsOf(notices.filter((notice) => notice.on === null || notice.on <= day)).filter(isMeant);
  const days = new Set(notices.flatMap(({ on }) => (on !== null && on > from ? [on] : [])));
  return [...days].sort().flatMap((on) => {
    const gaps = endedGaps(gapsBy(plusDays(on, -1)), gapsBy(on));
    return gaps.length === 0 ? [] : [{ on, gaps }];
  });
}

/** The first day by which the notices told everything. */
function completeOn(notices: readonly UserTestingNotice[], from: CalendarDate): CalendarDate | null {
  const days = notices.flatMap((notice) => (notice.on !== null && notice.on >= plusDays(from, 1) ? [notice.on] : []));
  return (
    days
      .sort()
      .find((day) => gapsOf(notices.filter((notice) => notice.on === null || notice.on <= day)).length === 0) ?? null
  );
}

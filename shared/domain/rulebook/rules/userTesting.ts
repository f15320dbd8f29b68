import { formatDate } from '../../calendar/calendarDate.ts';
import { fieldOfRelease, newRecord } from '../../readiness/target.ts';
import { recordName } from '../../records/recordKinds.ts';
import type { UserTestingNotice } from '../../records/release.ts';
import type { RuleContext } from '../context/ruleContext.ts';
import { dueInWords } from '../judgeLeadTime.ts';
import type { Judgement, Rule } from '../rule.ts';
import { whereTestingApplies } from '../whereTestingApplies.ts';
import { joinWords } from '../words.ts';

export const userTestingNotice: Rule = {
  id: 'user-testing.notice',
  severity: 'warning',
  basis: 'guidance',
  clause: '§5.2',
  title: 'Users are told what is tested and when',
  meaning:
    'Users are kept informed of what type of testing is required and when it takes place, by email and through the SEC website. Judged on the first day of User testing; until then what is missing is not due.',
  formula: 'by the start of User testing, an email and a website notice that tell type and time',
  example: 'User testing starts on 1 September 2021, only an email is recorded: not met from that day.',
  coverable: false,
  withoutSubjects: 'No User testing is planned for this release.',
  evaluate: (context) => {
    if (context.facts.userTesting.planned === false) return [];
    return whereTestingApplies(context, 'A notice of User testing', () => [judgeNotices(context)]);
  },
};

type Channel = 'email' | 'website';

/** What the notices given so far tell on one channel; *unknown* where a notice does not say what it tells. */
interface Told {
  readonly type: boolean;
  readonly when: boolean;
  readonly unknown: boolean;
}

function judgeNotices(context: RuleContext): Judgement {
  const { planned, from, notices } = context.facts.userTesting;
  const given = notices.filter((notice) => context.hasHappened(notice.on));
  const base = {
    due: from,
    restsOn: [context.releaseRecord, ...given.map((notice) => recordName('userTestingNotice', notice))],
    waitsFor: 'SECAS',
    mendAt: newRecord('userTestingNotice'),
  };
  const channels: readonly Channel[] = ['email', 'website'];
  const gaps = channels.flatMap((channel) => gapsOf(toldOn(given, channel), channel));
  if (gaps.length === 0) {
    return {
      ...base,
      outcome: 'met',
      sentence: 'Users were told what is tested and when, by email and on the SEC website (§5.2).',
    };
  }
  const missing = joinWords(gaps.map((gap) => gap.words));
  const mend = `Tell Users ${missing}, and record the notice.`;
  if (planned === null && given.length === 0) {
    const sentence = 'It is not stated whether User testing is planned, and no notice of it is recorded (§5.2).';
    return {
      ...base,
      outcome: 'cannotTell',
      sentence,
      mend: 'State whether User testing is planned.',
      mendAt: fieldOfRelease('userTesting.planned'),
    };
  }
  if (from !== null && context.asOf < from) {
    const sentence = `Users are still to be told ${missing} (§5.2); ${dueInWords(context.asOf, from)}.`;
    return { ...base, outcome: 'notDue', sentence, mend };
  }
  if (gaps.every((gap) => gap.unknown)) {
    const sentence = `It is not recorded whether Users were told ${missing} (§5.2).`;
    return { ...base, outcome: 'cannotTell', sentence, mend: 'Record what each notice tells.' };
  }
  if (from === null) {
    const sentence = `Users were not told ${missing}, and no date is recorded on which User testing starts (§5.2).`;
    return {
      ...base,
      outcome: 'cannotTell',
      sentence,
      mend: `Record when User testing starts. ${mend}`,
      mendAt: fieldOfRelease('userTesting.from'),
    };
  }
  const sentence = `User testing started on ${formatDate(from)}, and Users were not told ${missing} (§5.2).`;
  return { ...base, outcome: 'notMet', sentence, mend };
}

function toldOn(notices: readonly UserTestingNotice[], channel: Channel): Told {
  const those = notices.filter((notice) => channelOf(notice.channel) === channel);
  const words = new Set(those.flatMap((notice) => notice.tells ?? []).map((word) => word.trim().toLowerCase()));
  return {
    type: words.has('type') || words.has('what'),
    when: words.has('when'),
    unknown: those.some((notice) => notice.tells === null),
  };
}

function gapsOf(told: Told, channel: Channel): readonly { readonly words: string; readonly unknown: boolean }[] {
  if (told.type && told.when) return [];
  const what = [
    ...(told.type ? [] : ['what type of testing is required']),
    ...(told.when ? [] : ['when it takes place']),
  ];
  const how = channel === 'email' ? 'by email' : 'through the SEC website';
  return [{ words: `${joinWords(what)} ${how}`, unknown: told.unknown }];
}

function channelOf(text: string | null): Channel | null {
  const word = (text ?? '').trim().toLowerCase();
  if (/e-?mail/.test(word)) return 'email';
  return /web|site/.test(word) ? 'website' : null;
}

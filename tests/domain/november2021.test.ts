import { describe, expect, it } from 'vitest';
import type { Finding, Outcome } from '../../shared/domain/findings/finding.ts';
import { computeReadiness } from '../../shared/domain/readiness/computeReadiness.ts';
import { rules } from '../../shared/domain/rulebook/rules.ts';
import { snapshotOf } from '../fixtures/facts.ts';
import { november2021, november2021References } from '../fixtures/november2021.ts';

/** Per rule, what is expected: one line for each finding on the release as a whole, `MP…` for ten alike. */
type Expected = Readonly<Record<string, readonly string[]>>;

/** What no day changes, written out by hand against the guidance. */
const always: Expected = {
  'golive.rule-date': ['met: Go-Live is on 4 November 2021, the rule date of the November 2021 slot (§3).'],
  'type.slot': ['met: This is a System Release, as the November 2021 slot asks (§3).'],
  'golive.weekend': ['met: Go-Live is on Thursday 4 November 2021, not on a weekend.'],
  'type.documentation-no-dcc-impact': [
    'notApplicable: This is a System Release, which may impact the DCC Systems (§2).',
  ],
  'type.technical-specifications-mark': [
    'cannotTell: It is not stated whether this is a Technical Specifications Release (§2).',
  ],
  'type.one-technical-specifications-a-year': [
    'cannotTell: It is not stated whether this is a Technical Specifications Release, of which there is one a year (§2).',
  ],
  'type.ad-hoc-dcc-impact': ['notApplicable: This is a scheduled release (§3).'],
  'type.ad-hoc-reason': ['notApplicable: This is a scheduled release, which needs no reason (§3).'],
  'scope.not-empty': ['met: 10 modifications are in scope (§2).'],
  'scope.fallen-out': ['notApplicable: No modification is recorded as rejected, withdrawn or delayed (§4.3).'],
  'scope.complete': [
    'met: No modification recorded here is approved for 4 November 2021 and out of every scope (§4.2).',
  ],
  'scope.late-reason': ['notApplicable: No modification in scope was added late (§4.3).'],
  'scope.latest-approval': ['notApplicable: No modification in scope has a latest day planned for its approval.'],
  'scope.approved': ['10 met: approved (§2); the day is not recorded.'],
  'scope.implementation-date': [
    '9 cannotTell: no implementation date is on record by the as-of date (§4.1).',
    '1 met: live 4 November 2021; Communication Services Provider system changes not live, proposed for the June 2022 SEC Release (§4.1).',
  ],
  'comments.answered': ['notApplicable: No comment on a pack or paper is recorded.'],
  'rid.comments-answered': ['notApplicable: No comment on the RID is recorded.'],
  'tad.longer-period-reason': ['notApplicable: No longer period for the TAD is set for this release (§5.1).'],
  'tad.order': ['notApplicable: No version of the TAD is recorded by the as-of date (§5.1).'],
  'tad.contents': ['notApplicable: No version of the TAD is recorded by the as-of date (§5.1).'],
  'tad.current': ['notApplicable: No version of the TAD is recorded by the as-of date (§6).'],
  'user-testing.notice': [
    'cannotTell: It is not stated whether User testing is planned, and no notice of it is recorded (§5.2).',
  ],
  'criteria.exist': ['notMet: No acceptance criterion is recorded; the RID is to set them out (§5.1).'],
  'criteria.met': ['notApplicable: No acceptance criterion applies, so none can be met or missed (§5.3).'],
  'criteria.evidenced': ['notApplicable: No criterion claims to be met yet (§5.3).'],
  'criteria.consistent': [
    'notApplicable: No criterion that claims to be met has a maximum of open issues cited for it (§5.3).',
  ],
  'criteria.owned-and-assessed': ['notApplicable: No acceptance criterion is recorded.'],
  'criteria.sufficient': ['notApplicable: No criterion states what evidence it needs.'],
  'criteria.rid-version': ['notApplicable: No criterion that applies names the RID version it is taken from (§5.1).'],
  'evidence.accepted-content': ['notApplicable: No acceptance of evidence says what it was given for.'],
  'input.given': ['notApplicable: No acceptance criterion is recorded that could be put to OPSG or TAG (§5.3).'],
  'input.received': ['notApplicable: No body has been asked on a criterion yet.'],
  'input.fresh': ['notApplicable: No body has answered on a criterion yet.'],
  'input.other-bodies': ['notApplicable: No body beyond OPSG and TAG is required (§5.3).'],
  'input.answered': ['notApplicable: No body has set a condition or objected.'],
  'conditions.complete': ['notApplicable: No undischarged condition is recorded.'],
  'conditions.overdue': ['notApplicable: No condition with a due date is recorded.'],
};

const unstated =
  '10 cannotTell: cannot tell whether 12 or six months apply to it, for its impacts are not stated (§4.3).';
const noRid: Expected = {
  'rid.exists': [
    'notMet: No RID is recorded by the as-of date, although MP077, MP090, MP105, MP138, MP150 and 5 more are approved (§4.2).',
  ],
  'rid.current': ['notApplicable: There is no RID yet that could be out of date (§4.2, §6).'],
  'rid.contents': ['notApplicable: There is no RID yet whose contents could be checked (§4.2, §5.1).'],
  'rid.published': ['notApplicable: There is no RID yet that could be published (§4.2).'],
  'publication.kept': [
    'cannotTell: It is not recorded since when the Releases page shows the scope and modification links and the details of testing (§6).',
    '10 cannotTell: no date is recorded on which its approval was notified (§6).',
  ],
};
const rid: Expected = {
  'rid.exists': ['met: The RID of 26 February 2021 exists (§4.2).'],
  'rid.current': [
    'met: The RID of 26 February 2021 is current as far as days are recorded: none is recorded on which MP077, MP090, MP105, MP138, MP150 and 5 more were approved, nor on which MP129 and MP143 left the scope (§4.2, §6).',
  ],
  'rid.contents': ['cannotTell: It is not recorded what the RID contains (§4.2).'],
  'rid.published': ['cannotTell: No publication of the RID is recorded by the as-of date (§4.2).'],
  'publication.kept': [
    'cannotTell: It is not recorded since when the Releases page shows the scope and modification links, the links to the RID and the details of testing (§6).',
    '10 cannotTell: no date is recorded on which its approval was notified (§6).',
  ],
};
const submission = (days: number): Expected => ({
  'golive.actual': [`notDue: The day of Go-Live lies ahead (§4.1): due 4 November 2021, in ${days + 1} days.`],
  'submission.presented': [
    `notDue: The submission to the CSC is to be made before Go-Live (§5.3): due 3 November 2021, in ${days} days.`,
  ],
  'submission.in-time': [
    `notDue: The submission to the CSC is to be made before Go-Live (§5.3): due 3 November 2021, in ${days} days.`,
  ],
  'submission.signed': ['notDue: No submission to the CSC is recorded yet, so there is nothing to sign (practice).'],
  'decision.recorded': [
    `notDue: The CSC is to take the Go-Live decision (§5.3): due 4 November 2021, in ${days + 1} days.`,
  ],
});
const systemsMissed =
  "notMet: The systems' scope was set on 13 November 2020, 9 days short of 12 months before Go-Live (§4.3; due 4 November 2020).";

const noneBySixMonths: Expected = {
  'scope.documents-6-months': [
    'notApplicable: Nothing in scope is known to impact SEC documents only, so that nothing is judged by six months (§4.3).',
  ],
};
const tadAhead = (toTag: number, published: number): Expected => ({
  'tad.to-tag-9-months': [
    `notDue: The TAD is to be issued to the TAG for review nine months before Go-Live (§5.1): due 4 February 2021, in ${toTag} days.`,
  ],
  'tad.published-6-months': [
    `notDue: The TAD is to be finalised and published six months before Go-Live (§5.1): due 4 May 2021, in ${published} days.`,
  ],
});

const expected: Readonly<Record<string, Expected>> = {
  '2020-11-01': {
    ...always,
    ...noRid,
    ...submission(367),
    'scope.system-12-months': [unstated],
    ...noneBySixMonths,
    ...tadAhead(95, 184),
  },
  '2020-11-13': {
    ...always,
    ...noRid,
    ...submission(355),
    'scope.system-12-months': [systemsMissed, unstated],
    ...noneBySixMonths,
    ...tadAhead(83, 172),
  },
  '2021-05-04': {
    ...always,
    ...rid,
    ...submission(183),
    'scope.system-12-months': [systemsMissed, unstated],
    ...noneBySixMonths,
    'tad.to-tag-9-months': [
      'cannotTell: The issue of the TAD to the TAG has no date by the as-of date; it was due 4 February 2021, nine months before Go-Live (§5.1).',
    ],
    'tad.published-6-months': [
      'notDue: The TAD is to be finalised and published six months before Go-Live (§5.1): due 4 May 2021, the as-of date itself.',
    ],
  },
  '2021-10-20': {
    ...always,
    ...rid,
    ...submission(14),
    'scope.system-12-months': [systemsMissed, unstated],
    'scope.documents-6-months': [
      'notMet: The full scope was set on 14 May 2021, 10 days short of six months before Go-Live (§4.3; due 4 May 2021).',
    ],
    'tad.to-tag-9-months': [
      'cannotTell: The issue of the TAD to the TAG has no date by the as-of date; it was due 4 February 2021, nine months before Go-Live (§5.1).',
    ],
    'tad.published-6-months': [
      'cannotTell: The publication of the TAD has no date by the as-of date; it was due 4 May 2021, six months before Go-Live (§5.1).',
    ],
  },
};

function told(findings: readonly Finding[]): Record<string, readonly string[]> {
  const lines = new Map<string, Map<string, number>>();
  for (const { rule, subject, outcome, sentence } of findings) {
    const text = `${outcome}: ${subject === null ? sentence : sentence.replace(`${subject}: `, '')}`;
    const own = lines.get(rule) ?? new Map<string, number>();
    lines.set(rule, own);
    own.set(`${subject === null ? '' : '# '}${text}`, (own.get(`${subject === null ? '' : '# '}${text}`) ?? 0) + 1);
  }
  return Object.fromEntries(
    [...lines].map(([rule, own]) => [rule, [...own].map(([text, count]) => text.replace(/^# /, `${count} `))]),
  );
}

describe('the November 2021 SEC Release, from its public facts', () => {
  it.each(Object.keys(expected))('reads on %s as written out by hand', (asOf) => {
    const { findings } = computeReadiness(snapshotOf(november2021(), asOf));
    expect(told(findings)).toEqual(expected[asOf]);
    expect(Object.keys(expected[asOf] ?? {}).sort()).toEqual(rules.map((rule) => rule.id).sort());
  });

  it('counts what is open on 20 October 2021', () => {
    const { summary } = computeReadiness(snapshotOf(november2021(), '2021-10-20'));
    expect(summary).toEqual({ blockers: 1, warnings: 2, advice: 0, cannotTell: 2 + 10 + 9 + 2 + 2 + 1 + 1 + 10 });
  });

  it('shows the two baselines with their dates, slack and working day', () => {
    const { findings } = computeReadiness(snapshotOf(november2021(), '2021-10-20'));
    const baseline = (rule: string) => findings.find((finding) => finding.rule === rule && finding.subject === null);
    expect(baseline('scope.system-12-months')).toMatchObject({
      outcome: 'notMet' satisfies Outcome,
      due: '2020-11-04',
      actual: '2020-11-13',
      slackDays: -9,
      formula: 'approved Go-Live date less 12 months',
    });
    expect(baseline('scope.documents-6-months')).toMatchObject({
      outcome: 'notMet' satisfies Outcome,
      due: '2021-05-04',
      actual: '2021-05-14',
      slackDays: -10,
    });
  });

  it('has ten modifications, and the two that left are not judged', () => {
    const { findings } = computeReadiness(snapshotOf(november2021(), '2021-10-20'));
    const subjects = new Set(findings.map((finding) => finding.subject).filter((subject) => subject !== null));
    expect([...subjects].sort()).toEqual([...november2021References].sort());
  });
});

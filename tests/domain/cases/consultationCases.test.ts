import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Finding, Outcome } from '../../../shared/domain/findings/finding.ts';
import { computeReadiness } from '../../../shared/domain/readiness/computeReadiness.ts';
import { releaseFileSchema } from '../../../shared/domain/records/releaseFacts.ts';
import { snapshotOf } from '../../fixtures/facts.ts';

/** A release made by hand to show one fault: what one rule says of one subject on one day, word for word. */
interface Case {
  readonly file: string;
  /** What is settled, where the case asked for something else or left it open. */
  readonly settled?: string;
  readonly asOf: string;
  readonly rule: string;
  readonly subject: string | null;
  readonly outcome: Outcome;
  readonly sentence: string;
  readonly mend?: string;
}

const usersMissed = 'what type of testing is required and when it takes place, by email and through the SEC website';

const cases: readonly Case[] = [
  {
    file: 'F01-later-view-undoes-earlier',
    asOf: '2026-06-10',
    rule: 'input.given',
    subject: 'TAG/AC-01',
    outcome: 'met',
    sentence: 'AC-01: put to TAG on 1 May 2026; TAG answered on 10 May 2026 (§5.3).',
  },
  {
    file: 'F01-later-view-undoes-earlier',
    asOf: '2026-06-10',
    rule: 'input.given',
    subject: 'TAG/AC-02',
    outcome: 'met',
    sentence: 'AC-02: put to TAG on 1 May 2026; TAG answered on 10 May 2026 (§5.3).',
  },
  {
    file: 'F01-later-view-undoes-earlier',
    settled: 'the deferral of 20 May is no answer and takes none back',
    asOf: '2026-06-10',
    rule: 'input.received',
    subject: 'TAG/AC-02',
    outcome: 'met',
    sentence: 'AC-02: TAG answered on 10 May 2026 (practice).',
  },
  {
    file: 'F02-required-body',
    asOf: '2026-06-10',
    rule: 'input.other-bodies',
    subject: 'SSC',
    outcome: 'notMet',
    sentence:
      'SSC: deferred its view on AC-01 on 10 May 2026, and the final submission was made on 1 June 2026 (§5.3).',
    mend: 'Ask SSC for its answer on AC-01, record it, and submit to the CSC again.',
  },
  {
    file: 'F02-required-body',
    asOf: '2026-06-10',
    rule: 'input.other-bodies',
    subject: 'TABASC',
    outcome: 'notMet',
    sentence: 'TABASC: answered on AC-01 on 8 June 2026, after the final submission of 1 June 2026 (§5.3).',
  },
  {
    file: 'F03-planned-submission-too-late',
    asOf: '2026-06-25',
    rule: 'submission.in-time',
    subject: null,
    outcome: 'notMet',
    sentence:
      'The submission to the CSC is planned for 26 June 2026, 1 day after Go-Live; it was due 24 June 2026, the last day before Go-Live (§5.3).',
    mend: 'Move the Go-Live to 27 June 2026 or later.',
  },
  {
    file: 'F03-planned-submission-too-late',
    settled: 'planned after Go-Live is not met at once',
    asOf: '2026-05-01',
    rule: 'submission.in-time',
    subject: null,
    outcome: 'notMet',
    sentence:
      'The submission to the CSC is planned for 26 June 2026, 1 day after Go-Live; it is due 24 June 2026, the last day before Go-Live (§5.3).',
    mend: 'Plan the submission for 24 June 2026 or earlier, or move the Go-Live.',
  },
  {
    file: 'F04-late-notice',
    settled: 'that notices come by the first day is practice, and said so',
    asOf: '2026-03-25',
    rule: 'user-testing.notice',
    subject: null,
    outcome: 'notMet',
    sentence:
      'User testing started on 1 March 2026, and Users were told only on 20 March 2026, 19 days later, what type of testing is required and when it takes place, by email and through the SEC website (§5.2 names no day; practice).',
    mend: 'Record the notice that was given by 1 March 2026, if there was one.',
  },
  {
    file: 'F04-late-notice',
    asOf: '2026-03-10',
    rule: 'user-testing.notice',
    subject: null,
    outcome: 'notMet',
    sentence: `User testing started on 1 March 2026, and by then Users had not been told ${usersMissed} (§5.2).`,
  },
  {
    file: 'F05-stamp-without-wording',
    asOf: '2026-06-10',
    rule: 'input.fresh',
    subject: 'TAG/AC-01',
    outcome: 'cannotTell',
    sentence: 'AC-01: cannot tell whether what TAG saw has changed: the wording it saw is not recorded (practice).',
    mend: 'Record the wording that TAG saw.',
  },
  {
    file: 'F09-undated-answer-before-the-question',
    asOf: '2026-01-01',
    rule: 'input.given',
    subject: 'TAG/AC-01',
    outcome: 'notDue',
    sentence: 'AC-01: TAG has not been asked; due 24 June 2026, in 174 days (§5.3).',
  },
  {
    file: 'F10-undated-submission',
    asOf: '2026-05-01',
    rule: 'submission.presented',
    subject: null,
    outcome: 'met',
    sentence:
      'SECAS and the DCC both present the submission, of which the day is not recorded (§5.3); no sign-off by SECAS or the DCC is recorded (practice).',
  },
  {
    file: 'F10-undated-submission',
    asOf: '2026-05-01',
    rule: 'submission.in-time',
    subject: null,
    outcome: 'cannotTell',
    sentence:
      'Cannot tell whether the submission to the CSC was made in time: its day is not recorded; it is due 24 June 2026, the last day before Go-Live (§5.3).',
    mend: 'Record the day on which the submission was made.',
  },
  {
    file: 'F12-no-go-live-date',
    asOf: '2026-01-01',
    rule: 'submission.in-time',
    subject: null,
    outcome: 'cannotTell',
    sentence: 'Cannot tell by when the submission to the CSC is due: no Go-Live date is recorded (§5.3).',
    mend: 'Record the Go-Live date, or choose the slot of the release.',
  },
  {
    file: 'F12-no-go-live-date',
    asOf: '2026-01-01',
    rule: 'decision.recorded',
    subject: null,
    outcome: 'cannotTell',
    sentence:
      'Cannot tell when the CSC takes the Go-Live decision: neither a meeting of the CSC nor a Go-Live date is recorded (§5.3).',
  },
  {
    file: 'S03-links',
    settled: 'a link need not be renewed; what lacks is the day of the testing information',
    asOf: '2026-04-01',
    rule: 'publication.kept',
    subject: null,
    outcome: 'cannotTell',
    sentence:
      'It is not recorded since when the Releases page shows the details of testing; the links are of 10 January 2026, and RID version 2.0 was published on 1 March 2026 (§6).',
  },
  {
    file: 'S04-independent',
    asOf: '2026-05-01',
    rule: 'criteria.sufficient',
    subject: 'AC-01',
    outcome: 'cannotTell',
    sentence:
      'AC-01: cannot tell whether its evidence is what it asks for: the effective date of EV-001 version 1 is not recorded (practice).',
    mend: 'Record the effective date of EV-001 version 1.',
  },
  {
    file: 'S04-independent',
    asOf: '2026-05-01',
    rule: 'criteria.sufficient',
    subject: 'AC-02',
    outcome: 'cannotTell',
    sentence:
      'AC-02: cannot tell whether its evidence is what it asks for: it is not recorded whether EV-002 version 1 is of kind report (practice).',
  },
  {
    file: 'S05-future-evidence',
    asOf: '2026-05-12',
    rule: 'criteria.evidenced',
    subject: 'AC-01',
    outcome: 'notMet',
    sentence: 'AC-01: claims to be met, yet EV-001 version 1 is linked, effective from 20 May 2026 (§5.3).',
  },
  {
    file: 'S05-future-evidence',
    asOf: '2026-05-12',
    rule: 'input.fresh',
    subject: 'TAG/AC-01',
    outcome: 'met',
    sentence: 'AC-01: what TAG saw has not changed.',
  },
  {
    file: 'S07-user-testing-words',
    asOf: '2026-01-15',
    rule: 'user-testing.notice',
    subject: null,
    outcome: 'notDue',
    sentence: `Users are still to be told ${usersMissed} (§5.2); due 1 March 2026, in 45 days.`,
  },
  {
    file: 'S07-user-testing-words',
    asOf: '2026-03-01',
    rule: 'user-testing.notice',
    subject: null,
    outcome: 'notDue',
    sentence: `Users are still to be told ${usersMissed} (§5.2); due 1 March 2026, the as-of date itself.`,
  },
  {
    file: 'S11-not-applicable-objection',
    asOf: '2026-06-10',
    rule: 'input.given',
    subject: 'OPSG/AC-01',
    outcome: 'met',
    sentence: 'AC-01: put to OPSG on 1 May 2026; OPSG answered on 10 May 2026 (§5.3).',
  },
  {
    file: 'S11-not-applicable-objection',
    asOf: '2026-06-10',
    rule: 'input.answered',
    subject: 'OPSG/AC-01',
    outcome: 'notMet',
    sentence: 'AC-01: OPSG did not support it, and that has no answer (practice).',
  },
  {
    file: 'S11-not-applicable-objection',
    asOf: '2026-06-10',
    rule: 'criteria.met',
    subject: null,
    outcome: 'notApplicable',
    sentence: 'No acceptance criterion applies, so none can be met or missed (§5.3).',
  },
  {
    file: 'S11-not-applicable-objection',
    settled: 'a release needs a criterion that applies',
    asOf: '2026-06-10',
    rule: 'criteria.exist',
    subject: null,
    outcome: 'notMet',
    sentence: 'No acceptance criterion applies: the only one recorded is called not applicable (§5.1).',
  },
  {
    file: 'S13-mixed-needs',
    asOf: '2026-05-01',
    rule: 'criteria.sufficient',
    subject: 'AC-01',
    outcome: 'notMet',
    sentence:
      'AC-01: its evidence lacks 1 accepted item; and it is not recorded whether EV-001 version 1 is of kind report (practice).',
    mend: 'Add 1 accepted item for AC-01, and record whether EV-001 version 1 is of kind report.',
  },
];

describe('cases of consultation, submission, criteria, evidence, notices and publication', () => {
  it.each(cases.map((one) => ({ ...one, name: nameOf(one) })))('$name', (one) => {
    const found = findingsOfFile(one.file, one.asOf).filter(
      (finding) => finding.rule === one.rule && finding.subject === one.subject,
    );
    expect(found).toHaveLength(1);
    const { outcome, sentence, mend } = found[0] as Finding;
    expect({ outcome, sentence }).toEqual({ outcome: one.outcome, sentence: one.sentence });
    if (one.mend !== undefined) expect(mend).toBe(one.mend);
  });
});

function nameOf({ file, asOf, rule, subject, outcome, settled }: Case): string {
  const about = subject === null ? rule : `${rule} of ${subject}`;
  return `${file} on ${asOf}: ${about} is ${outcome}${settled ? ` (settled since: ${settled})` : ''}`;
}

function findingsOfFile(file: string, asOf: string): readonly Finding[] {
  const path = join(import.meta.dirname, '../../fixtures/cases/rules', `${file}.json`);
  const { format: _, version: __, ...facts } = releaseFileSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  return computeReadiness(snapshotOf(facts, asOf)).findings;
}

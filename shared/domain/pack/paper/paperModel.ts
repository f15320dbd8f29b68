import { formatDate, formatDateWithWeekday } from '../../calendar/calendarDate.ts';
import { countOf, joinFew, theReleaseCalled } from '../../foundation/words.ts';
import { theBody } from '../../records/bodies.ts';
import { type Block, type DocumentModel, type FactRow, paragraph, type Section } from '../blocks.ts';
import { faceOf, meetingWords } from '../face.ts';
import type { PackContext } from '../packContext.ts';
import type { PaperIdentity } from '../packIdentity.ts';
import { changedFor, rulebookChangedBlocks } from '../rulebookChanged.ts';
import { attachedFiles, evidenceSection } from '../sections/evidenceRegister.ts';
import { howToCheckSection } from '../sections/howToCheck.ts';
import { releaseKindText } from '../sections/identity.ts';
import { issuesSection } from '../sections/testing.ts';
import { headingOf } from '../tables.ts';
import { textOr } from '../words.ts';
import { answerSection } from './answerSection.ts';
import { askedSection } from './askedSection.ts';
import { paperCriteriaSection } from './paperCriteria.ts';
import { sinceSeen } from './sinceSeen.ts';

/** The paper for one body's meeting: what it is asked, its criteria, their evidence, what changed since it saw them. */
export function buildPaperModel(context: PackContext, paper: PaperIdentity): DocumentModel {
  const { facts } = context;
  const meeting = meetingWords(paper.body, paper.meeting);
  return {
    face: faceOf(context, {
      status: 'Paper',
      final: true,
      meeting,
      title: `${facts.release.name}: paper for the ${meeting}`,
      subject: askOf(context, paper),
    }),
    kicker: `Paper for the ${meeting}`,
    cover: coverOf(context, paper),
    decision: null,
    sections: [
      askedSection(context, paper),
      ...(paper.answers === true ? [answerSection(context, paper)] : []),
      paperCriteriaSection(context, paper),
      ...(facts.issueThresholds.length + facts.testIssues.length > 0 ? [issuesSection(context)] : []),
      evidenceSection(context),
      howToCheckSection(context),
    ],
  };
}

function coverOf(context: PackContext, paper: PaperIdentity): Section {
  const { facts, rules, classification, snapshot } = context;
  const { about } = facts.release;
  const { date, source, actualDate } = rules.goLive;
  const rows: readonly FactRow[] = [
    { label: 'Reference', value: snapshot.identity.reference },
    { label: 'For', value: `the meeting of ${theBody(paper.body)} on ${formatDateWithWeekday(paper.meeting)}` },
    { label: 'From', value: 'SECAS and the DCC' },
    { label: 'As of', value: formatDate(context.asOf) },
    { label: 'Classification', value: textOr(classification.mark, { text: 'not stated', soft: true }) },
    { label: 'Release', value: releaseKindText(facts.release) },
    {
      label: 'Go-Live',
      value:
        date === null
          ? textOr(null)
          : [
              { text: formatDateWithWeekday(date) },
              ...(actualDate === null && source === 'ruleDate'
                ? [{ text: ' (the rule date; none is approved yet)', soft: true }]
                : []),
            ],
    },
    {
      label: 'Paper before',
      value: paper.last
        ? `${paper.last.reference}, as of ${formatDate(paper.last.asOf)}`
        : [{ text: `none is registered for ${theBody(paper.body)}`, soft: true }],
    },
  ];
  const blocks: Block[] = [];
  if (about !== null && about.trim() !== '') blocks.push(paragraph(about, 'notice'));
  blocks.push({ kind: 'facts', rows });
  const question = `What is asked of ${theBody(paper.body)}`;
  blocks.push(headingOf(question, 'cover:asked'));
  blocks.push(paragraph(askOf(context, paper), 'ask'));
  blocks.push(paragraph([{ text: changedWords(context, paper) }]));
  blocks.push(
    paragraph(
      [
        {
          text: `Input is sought from the bodies to which acceptance criteria correspond before the final submission to the CSC (§5.3). This paper holds those criteria, ${facts.evidence.length > 0 && attachedFiles(context) !== 0 ? 'their evidence as attachments' : 'what is recorded of their evidence'} and, where it is recorded, the testing behind them.`,
          soft: true,
        },
      ],
      'note',
    ),
  );
  const { changed } = snapshot.readiness.rulebook;
  blocks.push(...rulebookChangedBlocks(changedFor(context.findings, changed), 'cover:rulebook'));
  return { id: 'cover', title: facts.release.name, orientation: 'portrait', ownPage: false, blocks };
}

/** `The TAG is asked for its view on 3 acceptance criteria: AC-01, AC-02 and AC-07.` */
function askOf({ facts }: PackContext, { body }: PaperIdentity): string {
  const names = facts.criteria.map((criterion) => criterion.reference);
  const the = theBody(body);
  const start = the.charAt(0).toUpperCase() + the.slice(1);
  return `${start} is asked for its view on ${countOf(names.length, 'acceptance criterion', 'acceptance criteria')} of ${theReleaseCalled(facts.release.name)}: ${joinFew(names, 12)}.`;
}

/** `Of these, 1 has changed since it last saw it (AC-02), 2 are new to it.` */
function changedWords(context: PackContext, { body }: PaperIdentity): string {
  const all = context.facts.criteria.map((criterion) => ({
    name: criterion.reference,
    state: sinceSeen(context, body, criterion).state,
  }));
  const named = (state: string) => all.filter((one) => one.state === state).map((one) => one.name);
  const say = (names: readonly string[], what: string) => (names.length === 0 ? [] : [`${what}: ${joinFew(names, 8)}`]);
  const parts = [
    ...say(named('stale'), 'Changed since it last saw them'),
    ...say(named('new'), 'New to it'),
    ...say(named('fresh'), 'Unchanged'),
    ...say(named('unknown'), 'What it saw was not recorded'),
  ];
  return `${parts.join('. ')}.`;
}

import type { Finding } from '../findings/finding.ts';
import { outcomeStatus } from '../findings/vocabulary.ts';
import { capitalise } from '../foundation/words.ts';
import { type Column, date, list, number, text } from './column.ts';

export const findingColumns: readonly Column<Finding>[] = [
  text('Rule', (finding) => finding.rule),
  text('Subject', (finding) => finding.subject),
  text('Outcome', (finding) => outcomeStatus[finding.outcome].word),
  text('Severity', (finding) => capitalise(finding.severity)),
  text('Basis', (finding) => capitalise(finding.basis)),
  text('Clause', (finding) => finding.clause),
  text('Finding', (finding) => finding.sentence),
  text('What would mend it', (finding) => finding.mend),
  text('Formula', (finding) => finding.formula),
  date('Due', (finding) => finding.due),
  date('Practical due', (finding) => finding.practicalDue),
  date('Actual', (finding) => finding.actual),
  number('Days in hand', (finding) => finding.slackDays),
  text('Covered by', (finding) => finding.coveredBy),
  text('Waits for', (finding) => finding.waitsFor),
  date('Waits until', (finding) => finding.waitsUntil),
  list('Rests on', (finding) => finding.restsOn),
];

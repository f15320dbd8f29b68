import { z } from 'zod';
import { count, date, flag, link, onBehalf, optionalId, severity, text } from './fields.ts';

/** A DCC test phase in one region (null: everywhere), with its planned and actual dates and counts. */
export const testPhaseSchema = z.strictObject({
  id: optionalId,
  name: text,
  region: text,
  plannedStart: date,
  plannedEnd: date,
  actualStart: date,
  actualEnd: date,
  planned: count,
  run: count,
  passed: count,
  failed: count,
  notRun: count,
  exitReport: link,
  workOffPlan: text,
  onBehalf,
});

/** How many open issues of a severity a phase may end with, and the document that says so. */
export const issueThresholdSchema = z.strictObject({
  id: optionalId,
  phase: text,
  severity,
  maximumOpen: count,
  source: text,
  criterion: link,
  onBehalf,
});

export const testIssueSchema = z.strictObject({
  id: optionalId,
  reference: text,
  phase: text,
  severity,
  title: text,
  open: flag,
  workaround: text,
  fixBy: date,
  onBehalf,
});

export type TestPhase = z.output<typeof testPhaseSchema>;
export type IssueThreshold = z.output<typeof issueThresholdSchema>;
export type TestIssue = z.output<typeof testIssueSchema>;

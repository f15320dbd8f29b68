import { z } from 'zod';
import { calendarDateSchema } from '../calendar/calendarDate.ts';
import { targetSchema } from './target.ts';

/** Where a rule comes from: the guidance's text, our reading of it, or good practice elsewhere (never a SEC rule). */
const bases = ['guidance', 'reading', 'practice'] as const;
export const severities = ['blocker', 'warning', 'advice'] as const;

/**
 * What a rule says of its subject; never a bare boolean. *cannotTell*: data is missing; neither red nor green.
 * *covered*: missed, and a recorded decision accepts it. *notDue*: its date lies ahead.
 */
const outcomes = ['met', 'notMet', 'covered', 'notDue', 'cannotTell', 'notApplicable'] as const;

export type Basis = (typeof bases)[number];
export type Severity = (typeof severities)[number];
export type Outcome = (typeof outcomes)[number];

const nullableText = z.string().nullable();
const nullableDate = calendarDateSchema.nullable();

/** What one rule found about one subject (`docs/formats.md`, readiness --json). */
export const findingSchema = z.strictObject({
  rule: z.string(),
  basis: z.enum(bases),
  /** `§5.1`; null only where the basis is practice. */
  clause: nullableText,
  severity: z.enum(severities),
  outcome: z.enum(outcomes),
  /** The record's key (`MP150`, `AC-01`, `TAG/AC-01`); null for the release as a whole. */
  subject: nullableText,
  formula: nullableText,
  due: nullableDate,
  /** The working day before `due` where `due` is not one; otherwise `due` itself. */
  practicalDue: nullableDate,
  actual: nullableDate,
  /** Whole days in hand; negative: days short. */
  slackDays: z.number().nullable(),
  sentence: z.string(),
  /** What would mend it; null where nothing needs mending. */
  mend: nullableText,
  /** `kind:key` of each record that the finding was computed from. */
  restsOn: z.array(z.string()),
  /** The decision that accepts the shortfall, in words. */
  coveredBy: nullableText,
  /** Whom it waits for: `SECAS`, `DCC` or a body's name; null where nobody has to act. */
  waitsFor: nullableText,
  /** The last useful day for them. */
  waitsUntil: nullableDate,
  /** Where it is mended, so that the window can open it. */
  mendAt: targetSchema.nullable(),
});

export type Finding = Readonly<z.output<typeof findingSchema>>;

export const summarySchema = z.strictObject({
  blockers: z.int(),
  warnings: z.int(),
  advice: z.int(),
  cannotTell: z.int(),
});

/** Outcome notMet by severity, and cannotTell apart. */
export type Summary = Readonly<z.output<typeof summarySchema>>;

export function summarise(findings: readonly Finding[]): Summary {
  const notMet = { blocker: 0, warning: 0, advice: 0 };
  let cannotTell = 0;
  for (const finding of findings) {
    if (finding.outcome === 'notMet') notMet[finding.severity] += 1;
    if (finding.outcome === 'cannotTell') cannotTell += 1;
  }
  return { blockers: notMet.blocker, warnings: notMet.warning, advice: notMet.advice, cannotTell };
}

/** Of lists that never change, so that each is counted once, however often it is asked for. */
const counted = new WeakMap<readonly Finding[], Summary>();

/** The summary of several lists together. */
export function summariseAll(lists: readonly (readonly Finding[])[]): Summary {
  const sum = { blockers: 0, warnings: 0, advice: 0, cannotTell: 0 };
  for (const list of lists) {
    const summary = counted.get(list) ?? summarise(list);
    counted.set(list, summary);
    sum.blockers += summary.blockers;
    sum.warnings += summary.warnings;
    sum.advice += summary.advice;
    sum.cannotTell += summary.cannotTell;
  }
  return sum;
}

/** What `--final` refuses on: blockers that are not met or that nobody can tell (`docs/formats.md`). */
export function openBlockers(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(
    (finding) => finding.severity === 'blocker' && (finding.outcome === 'notMet' || finding.outcome === 'cannotTell'),
  );
}

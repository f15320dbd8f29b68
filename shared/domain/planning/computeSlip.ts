import { z } from 'zod';
import {
  type CalendarDate,
  calendarDateSchema,
  daysBetween,
  formatDate,
  formatDays,
  laterOf,
  plusDays,
} from '../calendar/calendarDate.ts';
import type { LeadTimeName } from '../calendar/leadTimes.ts';
import { earliestGoLiveAfter } from '../calendar/leadTimes.ts';
import { firstSlotFrom, nameOfSlot, type ReleaseKind, ruleDateOf, type Slot, slotSchema } from '../calendar/slots.ts';
import type { Finding } from '../findings/finding.ts';
import { countOf, joinWords, monthsInWords } from '../foundation/words.ts';
import { computeReadiness } from '../readiness/computeReadiness.ts';
import { type GoLiveInForce, goLiveInForce } from '../rulebook/context/goLiveInForce.ts';
import { type RuleContext, ruleContextOf } from '../rulebook/context/ruleContext.ts';
import { kindOf } from '../rulebook/kindOf.ts';
import { leadTimeLength } from '../rulebook/leadTimeMonths.ts';
import { scopeDaysAhead } from '../rulebook/rules/scopeLeadTimes.ts';
import { tadDaysAhead, tadPublished6Months, undatedFinalising } from '../rulebook/rules/tadLeadTimes.ts';
import type { Snapshot } from '../rulebook/snapshot.ts';
import { titleOf } from '../rulebook/titleOf.ts';
import { whatIf } from './whatIf.ts';

/** What one lead time asks of the go-live date. */
const slipReasonSchema = z.strictObject({
  rule: z.string(),
  subject: z.string().nullable(),
  /** When it happened; null where it has not, so that the day planned, or the as-of date, is the earliest it can. */
  actual: calendarDateSchema.nullable(),
  /** The earliest go-live date that leaves the whole lead time. */
  earliest: calendarDateSchema,
  /** Whether the go-live date now in force leaves it. */
  metNow: z.boolean(),
  /** A recorded decision accepts the miss. */
  covered: z.boolean(),
  sentence: z.string(),
});

/** What `golive slip NAME --json` prints: the earliest date, and the earliest slot, that meets every lead time. */
export const slipSchema = z.strictObject({
  release: z.string(),
  asOf: calendarDateSchema,
  goLive: calendarDateSchema.nullable(),
  /** Null: some lead time cannot be told, so nobody can say that all are met. */
  metNow: z.boolean().nullable(),
  /** Null once it is live: nothing is left to move. */
  earliestDate: calendarDateSchema.nullable(),
  /** Null once it is live, and beyond the end of the calendar. */
  earliestSlot: z.strictObject({ slot: slotSchema, name: z.string(), ruleDate: calendarDateSchema }).nullable(),
  reasons: z.array(slipReasonSchema),
  /** What cannot be told and so asks nothing of the date here: the findings' own sentences. */
  cannotTell: z.array(z.string()),
  sentence: z.string(),
});
type SlipReason = Readonly<z.output<typeof slipReasonSchema>>;
export type Slip = Readonly<z.output<typeof slipSchema>>;

const leadTimeOfRule: ReadonlyMap<string, LeadTimeName> = new Map([
  ['scope.system-12-months', 'scopeSystem'],
  ['scope.documents-6-months', 'scopeDocuments'],
  ['tad.to-tag-9-months', 'tadToTag'],
  ['tad.published-6-months', 'tadPublished'],
]);

export function computeSlip(snapshot: Snapshot): Slip {
  const inForce = goLiveInForce(snapshot.facts, snapshot.asOf);
  const { plannedDate: goLive, actualDate } = inForce;
  const { findings } = computeReadiness(snapshot);
  const context = ruleContextOf(snapshot);
  const planned = plannedDays(snapshot, context);
  const missing = undatedFinalising(context);
  const reasons = findings.flatMap((finding) => reasonsOf(snapshot, finding, { goLive, planned, missing }));
  const cannotTell = findings.filter(
    (finding) => leadTimeOfRule.has(finding.rule) && finding.outcome === 'cannotTell' && !planned.has(nameOf(finding)),
  );
  const tomorrow = plusDays(snapshot.asOf, 1);
  const known = reasons.reduce((latest, reason) => laterOf(latest, reason.earliest), tomorrow);
  const earliestDate = cannotTell.length === 0 ? known : withoutShortfall(snapshot, known);
  const kind = kindOf(snapshot.facts);
  const slot = firstSlotFrom(earliestDate, kind);
  const base = {
    release: snapshot.facts.release.name,
    asOf: snapshot.asOf,
    goLive,
    reasons,
    cannotTell: cannotTell.map((finding) => finding.sentence),
  };
  const allMet = goLive !== null && reasons.every((reason) => reason.metNow);
  const metNow = allMet && cannotTell.length > 0 ? null : allMet;
  if (actualDate !== null) {
    const ahead = partsAhead(inForce, snapshot.asOf);
    const what = ahead === null ? 'It' : 'The first part of it';
    const sentence = `${what} went live on ${formatDate(actualDate)}; ${ahead ?? nothingToMove}.`;
    return { ...base, metNow, earliestDate: null, earliestSlot: null, sentence };
  }
  return {
    ...base,
    metNow,
    earliestDate,
    earliestSlot: slot ? { slot, name: nameOfSlot(slot), ruleDate: ruleDateOf(slot) } : null,
    sentence:
      goLive !== null && goLive < snapshot.asOf && metNow !== false
        ? tellPassed(
            inForce,
            snapshot.asOf,
            goLive,
            earliestInWords(metNow ? everyLeadTime : onRecord, earliestDate, slotInSentence(slot, kind)),
          )
        : tell(
            reasons,
            goLive,
            metNow,
            earliestDate,
            slotInSentence(slot, kind),
            cannotTell.length,
            missing,
            notDueOf(findings),
          ),
  };
}

const nothingToMove = 'there is no date left to move';

/** A day that has passed is no proof that it went live: until that is recorded, its date may still have to move. */
function tellPassed(inForce: GoLiveInForce, asOf: CalendarDate, goLive: CalendarDate, earliest: string): string {
  const ahead = partsAhead(inForce, asOf);
  const what = inForce.parts.length + inForce.undatedParts.length > 1 ? 'the first part of it' : 'it';
  const told = `Go-Live on ${formatDate(goLive)} lies behind ${formatDate(asOf)}, and that ${what} went live is not recorded`;
  return `${told}; ${ahead ?? `if it did not, ${earliest}`}.`;
}

const everyLeadTime = 'every lead time';
const onRecord = 'what is on record';

function earliestInWords(what: string, earliest: CalendarDate, inSlot: string): string {
  return `the earliest date that meets ${what} is ${formatDate(earliest)}${inSlot}`;
}

/**
 * What of a Go-Live in parts is still to go live once the first part's day has passed; null: nothing. Its date can move,
 * and no lead time counts from it.
 */
function partsAhead({ parts, undatedParts }: GoLiveInForce, asOf: CalendarDate): string | null {
  const dated = parts.filter(({ date, liveOn }) => date >= asOf && liveOn === null);
  const named = [
    ...dated.map(({ what, date }) => `${what} on ${formatDate(date)}`),
    ...undatedParts.map((what) => `${what} on a day that is not recorded`),
  ];
  if (named.length === 0) return null;
  return `still to go live: ${joinWords(named)}, and lead times count from the first part alone`;
}

interface SlipAgainst {
  readonly goLive: CalendarDate | null;
  /** The days recorded ahead, by the name of their finding. */
  readonly planned: ReadonlyMap<string, CalendarDate>;
  /** What has no date of a TAD that is published: it can only ask for a later Go-Live; null: nothing. */
  readonly missing: string | null;
}

/** Only what is judged by a date counts; what cannot be told, for want of impacts or of a date, is no missed lead time. */
function reasonsOf(snapshot: Snapshot, finding: Finding, against: SlipAgainst): readonly SlipReason[] {
  const { goLive } = against;
  const leadTime = leadTimeOfRule.get(finding.rule);
  if (leadTime === undefined || finding.outcome === 'notApplicable') return [];
  if (finding.outcome === 'cannotTell' && goLive !== null && !against.planned.has(nameOf(finding))) return [];
  const { months } = leadTimeLength(snapshot.facts, snapshot.rulebook, leadTime);
  const planned = finding.actual === null ? (against.planned.get(nameOf(finding)) ?? null) : null;
  const from = finding.actual ?? planned ?? snapshot.asOf;
  const earliest = earliestGoLiveAfter(from, months);
  const metNow = goLive !== null && goLive >= earliest;
  const title = titleOf(finding);
  const what =
    finding.subject === null ? title : `${finding.subject}: ${title.charAt(0).toLowerCase()}${title.slice(1)}`;
  const ahead = planned === null ? `${formatDate(from)} at the earliest` : `recorded for ${formatDate(planned)}`;
  const missing = finding.rule === tadPublished6Months.id ? against.missing : null;
  const done = missing === null ? `done on ${formatDate(from)}` : `published on ${formatDate(from)}, and ${missing}`;
  const happened = finding.actual === null ? `not done yet; ${ahead}` : done;
  const short =
    goLive === null || metNow ? '' : `, ${formatDays(daysBetween(goLive, earliest))} after the date in force`;
  return [
    {
      rule: finding.rule,
      subject: finding.subject,
      actual: finding.actual,
      earliest,
      metNow,
      covered: finding.outcome === 'covered',
      sentence: `${what}: ${happened}, so Go-Live on ${formatDate(earliest)} at the earliest${short} (${monthsInWords(months)}, ${finding.clause}).`,
    },
  ];
}

/**
 * What cannot be told against the date in force may surely be missed against an earlier one (a TAD that is published, and
 * whose finalising has no date): the date is moved until nothing that is known is short.
 */
function withoutShortfall(snapshot: Snapshot, date: CalendarDate): CalendarDate {
  return whatIf(snapshot, date).findings.reduce((latest, { rule, due, slackDays }) => {
    const leadTime = leadTimeOfRule.get(rule);
    if (leadTime === undefined || due === null || slackDays === null || slackDays >= 0) return latest;
    const { months } = leadTimeLength(snapshot.facts, snapshot.rulebook, leadTime);
    return laterOf(latest, earliestGoLiveAfter(plusDays(due, -slackDays), months));
  }, date);
}

/**
 * The days after the as-of date that are recorded for what is still to be done: for events, as their rules know them; for
 * what joins the scope, as its findings count from them. Against a Go-Live on the morrow all of that is due already, and
 * each says what it is short from its day, whichever date is in force.
 */
function plannedDays(snapshot: Snapshot, context: RuleContext): ReadonlyMap<string, CalendarDate> {
  const { findings } = whatIf(snapshot, plusDays(snapshot.asOf, 1));
  const events = [...tadDaysAhead(context), ...scopeDaysAhead(context)];
  return new Map([
    ...events.map(([rule, on]) => [nameOf({ rule, subject: null }), on] as const),
    ...findings.flatMap((finding) => {
      const { rule, actual, due, slackDays } = finding;
      if (!leadTimeOfRule.has(rule) || actual !== null || due === null || slackDays === null || slackDays >= 0)
        return [];
      return [[nameOf(finding), plusDays(due, -slackDays)] as const];
    }),
  ]);
}

/** What is not due yet is not missed, though the day that is recorded for it comes too late. */
function notDueOf(findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(findings.filter(({ outcome }) => outcome === 'notDue').map(nameOf));
}

/** `misses 2 lead times and will miss 1`. */
function missesInWords(missed: number, ahead: number): string {
  if (ahead === 0) return `misses ${countOf(missed, 'lead time')}`;
  return missed === 0
    ? `will miss ${countOf(ahead, 'lead time')}`
    : `misses ${countOf(missed, 'lead time')} and will miss ${ahead}`;
}

function nameOf({ rule, subject }: Pick<Finding, 'rule' | 'subject'>): string {
  return `${rule} ${subject ?? ''}`;
}

/** A System Release may hold documents only (§2), so of a Documentation Release the slot is told as one of its type. */
function slotInSentence(slot: Slot | null, kind: ReleaseKind | null): string {
  if (slot === null) return '';
  const ofType = kind === 'documentation' ? ' of its type' : '';
  return `, the earliest slot${ofType} the ${nameOfSlot(slot)} on ${formatDate(ruleDateOf(slot))}`;
}

function tell(
  reasons: readonly SlipReason[],
  goLive: CalendarDate | null,
  metNow: boolean | null,
  earliest: CalendarDate,
  inSlot: string,
  unknown: number,
  missing: string | null,
  notDue: ReadonlySet<string>,
): string {
  if (goLive !== null && metNow === null) {
    return `Go-Live on ${formatDate(goLive)} misses no lead time on record; of others the records cannot tell yet.`;
  }
  if (goLive !== null && metNow) return `Go-Live on ${formatDate(goLive)} meets every lead time; nothing has to move.`;
  const short = reasons.filter((reason) => !reason.metNow);
  const ahead = short.filter((reason) => notDue.has(nameOf(reason))).length;
  const now =
    goLive === null
      ? 'No Go-Live date is recorded'
      : `Go-Live on ${formatDate(goLive)} ${missesInWords(short.length - ahead, ahead)}`;
  const others = unknown === 0 ? '' : `; of ${countOf(unknown, 'other')} the records cannot tell`;
  const ofTad =
    missing === null ? '' : `; the records cannot tell whether the TAD is then finalised early enough, for ${missing}`;
  const what = unknown === 0 && missing === null ? 'them all' : onRecord;
  return `${now}; ${earliestInWords(what, earliest, inSlot)}${others}${ofTad}.`;
}

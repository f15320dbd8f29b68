import { type CalendarDate, formatDate } from '../calendar/calendarDate.ts';
import type { Finding } from '../findings/finding.ts';
import { compareText } from '../foundation/naturalOrder.ts';
import { dayToTell, type Plan, type PlanItem } from '../planning/plan.ts';
import { theBody } from '../records/bodies.ts';
import { owedInWords } from './owedWords.ts';

/** One thing that somebody owes. `by` null: no date is recorded to count back from. */
interface Owed {
  readonly what: string;
  readonly by: CalendarDate | null;
  readonly late: boolean;
}

/** What one organisation or body owes, the most urgent first. */
export interface Chase {
  readonly who: string;
  readonly owes: readonly Owed[];
}

/**
 * Who owes what by when: everything that is planned back from the dates, and what a finding waits for that the plan does
 * not hold. SECAS and the DCC first, then the bodies. Pure.
 */
export function chaseList(plan: Plan, findings: readonly Finding[], asOf: CalendarDate): readonly Chase[] {
  const byWho = new Map<string, Owed[]>();
  const add = (who: string, owed: Owed) => {
    const known = byWho.get(who);
    if (known) known.push(owed);
    else byWho.set(who, [owed]);
  };
  const planned = new Set(plan.items.filter((item) => !isUnrecorded(item)).flatMap(heldBy));
  for (const item of plan.items) if (!isUnrecorded(item)) add(item.waitsFor, owedOf(item));
  const toAccept = new Set(plan.items.flatMap(acceptances));
  const decides = plan.items.some(({ kind }) => kind === 'decision');
  for (const finding of findings) {
    if (finding.waitsFor === null || (finding.outcome !== 'notMet' && finding.outcome !== 'cannotTell')) continue;
    if (finding.subject !== null && planned.has(heldAs(finding.rule, finding.subject)) && !isToPut(finding)) continue;
    if (finding.rule === 'criteria.evidenced' && toAccept.has(heldAs(finding.waitsFor, finding.subject ?? '')))
      continue;
    if (decides && finding.rule === 'decision.recorded' && finding.waitsFor === 'CSC') continue;
    const by = finding.waitsUntil ?? (finding.outcome === 'cannotTell' ? finding.due : null);
    add(finding.waitsFor, { what: owedInWords(finding), by, late: by !== null && by < asOf });
  }
  const order = (who: string) => (who === 'SECAS' ? 0 : who === 'DCC' ? 1 : 2);
  return [...byWho]
    .map(([who, owes]) => ({ who, owes: [...unique(owes)].sort(byDay) }))
    .sort((left, right) => order(left.who) - order(right.who) || compareText(left.who, right.who));
}

/** The list of one party as plain text for an e-mail. */
export function chaseText(release: string, asOf: CalendarDate, chase: Chase): string {
  const lines = chase.owes.map(({ what, by, late }) => {
    const when = by === null ? '' : late ? ` (was due ${formatDate(by)})` : ` by ${formatDate(by)}`;
    return `- ${what.replace(/\.$/, '')}${when}`;
  });
  return [`${release}: what ${theBody(chase.who)} owes, as of ${formatDate(asOf)}`, '', ...lines, ''].join('\n');
}

function owedOf(item: PlanItem): Owed {
  return { what: item.what, by: dayToTell(item), late: item.state === 'impossible' };
}

/** A lead time of which no date is recorded: its finding says better what to record. */
function isUnrecorded(item: PlanItem): boolean {
  return item.kind === 'leadTime' && item.state === 'undated';
}

/** The findings that say of a subject what an item of the plan says; every other finding on it is owed besides. */
const rulesHeld: Readonly<Record<PlanItem['kind'], readonly string[]>> = {
  leadTime: ['scope.system-12-months', 'scope.documents-6-months'],
  evidence: ['criteria.met', 'criteria.evidenced', 'criteria.sufficient', 'evidence.accepted-content'],
  input: ['input.given', 'input.received', 'input.other-bodies', 'input.fresh'],
  paper: [],
  submission: [],
  decision: [],
};

const ofCriterion = 'criterion:';

/** What has changed is for SECAS to put to the body; the plan waits for the body's answer alone. */
function isToPut({ rule, waitsFor }: Finding): boolean {
  return rule === 'input.fresh' && waitsFor === 'SECAS';
}

function heldBy({ kind, subject }: PlanItem): readonly string[] {
  return subject === null ? [] : rulesHeld[kind].map((rule) => heldAs(rule, subject));
}

/** Evidence that is there is planned item by item, and its finding is on the criterion: one act, where both ask the same of one. */
function acceptances({ kind, waitsFor, restsOn }: PlanItem): readonly string[] {
  if (kind !== 'evidence') return [];
  return restsOn.flatMap((record) =>
    record.startsWith(ofCriterion) ? [heldAs(waitsFor, record.slice(ofCriterion.length))] : [],
  );
}

function heldAs(asked: string, subject: string): string {
  return `${asked} ${subject}`;
}

function unique(owes: readonly Owed[]): readonly Owed[] {
  return [...new Map(owes.map((owed) => [owed.what, owed])).values()];
}

function byDay(left: Owed, right: Owed): number {
  return compareText(left.by ?? '9', right.by ?? '9') || compareText(left.what, right.what);
}

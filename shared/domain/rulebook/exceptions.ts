import { type CalendarDate, formatDate } from '../calendar/calendarDate.ts';
import { fieldOf, type Target } from '../findings/target.ts';
import { isBlank, quoted, saying } from '../foundation/words.ts';
import { lackingInWords, lackingOfException } from '../records/begun.ts';
import { acceptingBodies, bodyOf, isBody, theBody } from '../records/bodies.ts';
import type { Modification } from '../records/modification.ts';
import { recordName } from '../records/recordKinds.ts';
import type { RuleContext } from './context/ruleContext.ts';

type Exception = RuleContext['facts']['exceptions'][number];

/** A recorded decision that accepts a missed lead time. */
export interface Acceptance {
  /** `late addition agreed by the CSC on 1 September 2025`: the end of the finding's sentence. */
  readonly clause: string;
  /** The decision in full, with its basis, reference and reason. */
  readonly coveredBy: string;
  readonly restsOn: readonly string[];
}

interface Decided {
  readonly body: string | null;
  readonly on: CalendarDate | null;
  readonly reference: string | null;
  readonly reason: string | null;
}

/** The recorded exception for exactly this subject, decided by a body that may and by the as-of date. */
export function exceptionFor(context: RuleContext, rule: string, subject: string | null): Exception | null {
  const found = context.facts.exceptions.find(
    (exception) =>
      exception.rule === rule &&
      exception.subject === subject &&
      lackingOfException(exception).length === 0 &&
      exception.body !== null &&
      acceptingBodies.includes(bodyOf(exception.body)) &&
      context.hasHappened(exception.on),
  );
  return found ?? null;
}

/** What accepts a miss as that exception: null where there is none. */
export function acceptedException(context: RuleContext, rule: string, subject: string | null): Acceptance | null {
  const found = exceptionFor(context, rule, subject);
  if (!found) return null;
  return { ...accept('exception', found, 'practice'), restsOn: [recordName('exception', found)] };
}

/** An exception that was begun for a subject and is no decision yet. */
export interface BegunException {
  /** `An exception for it is begun; it states neither day, reference nor reason.` */
  readonly told: string;
  readonly mendAt: Target;
}

/** The exception for exactly this subject that does not state yet what makes it a decision. */
export function begunException(context: RuleContext, rule: string, subject: string | null): BegunException | null {
  const found = context.facts.exceptions.find(
    (one) => one.rule === rule && one.subject === subject && lackingOfException(one).length > 0,
  );
  if (!found) return null;
  const lacks = lackingOfException(found);
  return {
    told: `An exception for it is begun; it states ${lackingInWords(lacks)}.`,
    mendAt: fieldOf('exception', found, lacks[0] === 'body' ? 'body' : 'on'),
  };
}

/** The CSC's own decision to add a modification after the scope was set: §4.3 provides for it. */
export function acceptedLateAddition(context: RuleContext, added: Modification['lateAddition']): Acceptance | null {
  if (added === null || !isBody(added.body, 'CSC') || !context.hasHappened(added.on)) return null;
  return { ...accept('late addition', added, 'guidance'), restsOn: [] };
}

function accept(noun: string, decided: Decided, basis: 'guidance' | 'practice'): Omit<Acceptance, 'restsOn'> {
  const clause = `${noun} agreed by ${theBody(decided.body ?? '')}${decided.on ? ` on ${formatDate(decided.on)}` : ''}`;
  const reference = isBlank(decided.reference) ? '' : `, reference ${quoted(decided.reference ?? '')}`;
  const reason = isBlank(decided.reason) ? '' : `, because: ${saying(decided.reason ?? '')}`;
  const why = basis === 'guidance' ? '§4.3 lets the CSC add it' : 'practice: the guidance names no such exception';
  return { clause, coveredBy: `${clause}${reference}${reason} (${why})` };
}

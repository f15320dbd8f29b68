import { type CalendarDate, formatDate } from '../calendar/calendarDate.ts';
import { isBlank, saying } from '../foundation/words.ts';
import { hasHappened } from '../records/asOf.ts';
import { isBody, theBody } from '../records/bodies.ts';
import type { Decision } from '../records/committees.ts';
import { isAnswerElsewhere, isAnswerToPaper, isFromElsewhere } from '../records/conditionSource.ts';
import type { Condition } from '../records/conditions.ts';
import type { ReleaseFacts } from '../records/releaseFacts.ts';
import { decisionsThatMaySet, isOfNoDecision } from './decisionOfCondition.ts';

/**
 * Whether it is the CSC's, of a decision on this release: neither another release's nor asked for by another body, nor one
 * that none of the recorded decisions can have set.
 */
export function isOfThisDecision(condition: Condition, facts: ReleaseFacts, asOf: CalendarDate): boolean {
  const body = condition.source?.body ?? null;
  if (isFromElsewhere(condition, facts.release.name) || isOfNoDecision(condition, facts, asOf)) return false;
  return isBlank(body) || isBody(body, 'CSC');
}

/**
 * What set it, where that was no decision of the CSC on this release: `of the CSC's decision of 29 April 2026 on “June 2026
 * SEC Release”`, `of the TAG's answer to paper TAG 12 on AC-04`, and of one that was carried with it `of “June 2026 SEC
 * Release”`. Null: nothing recorded says that it is from elsewhere.
 */
export function originElsewhere(condition: Condition, release: string): string | null {
  const { source } = condition;
  if (source === null) return null;
  const isCarried = isFromElsewhere(condition, release);
  if (isCarried && !isAnswerElsewhere(condition)) {
    if (isBlank(source.body) && !source.decidedOn) return `carried over from ${saying(source.release ?? '')}`;
    const body = theBody(isBlank(source.body) ? 'CSC' : (source.body ?? ''));
    const on = source.decidedOn ? ` of ${formatDate(source.decidedOn)}` : '';
    return `of ${body}'s decision${on} on ${saying(source.release ?? '')}`;
  }
  if (!isAnswerToPaper(condition)) return null;
  const paper = isBlank(source.paper) ? '' : ` to paper ${(source.paper ?? '').trim()}`;
  const on = isBlank(source.criterion) ? '' : ` on ${source.criterion}`;
  const of = isCarried ? ` ${on === '' ? 'on' : 'of'} ${saying(source.release ?? '')}` : '';
  return `of ${theBody(source.body ?? '')}'s answer${paper}${on}${of}`;
}

/**
 * `set by the decision of 1 June 2026`, or what set it elsewhere: what another decision than the one that is told set, or
 * another body asked for; also where none of the recorded decisions can have set it, or no record says which did. Null:
 * the told one did, or no decision is recorded.
 */
export function setByAnother(
  condition: Condition,
  facts: ReleaseFacts,
  asOf: CalendarDate,
  isTold: (decision: Decision) => boolean,
): string | null {
  const elsewhere = originElsewhere(condition, facts.release.name);
  if (elsewhere !== null) return elsewhere;
  if (isOfNoDecision(condition, facts, asOf)) return 'set by no recorded decision';
  const [decision, ...others] = decisionsThatMaySet(condition, facts, asOf);
  if (others.length > 0) return 'no record says which decision set it';
  const named = condition.source?.decidedOn ?? null;
  if (decision === undefined)
    return named === null || facts.decisions.length === 0
      ? null
      : `${hasHappened(named, asOf) ? 'set' : 'to be set'} by the decision of ${formatDate(named)}`;
  if (isTold(decision)) return null;
  return decision.on === null ? 'set by an earlier decision' : `set by the decision of ${formatDate(decision.on)}`;
}

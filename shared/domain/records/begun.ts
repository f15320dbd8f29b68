import { isBlank } from '../foundation/words.ts';
import type { RecordOf } from './recordKinds.ts';

/**
 * A record that was begun and says nothing yet is no fact: a form may have filled in what is nearly always so, a free
 * reference or the CSC as the body. It decides, covers and asks nothing; what it lacks is told in a sentence.
 */

/** `day`, `reference`: what an exception lacks to be a decision; [] where somebody is said to have agreed it, and when or where. */
export function lackingOfException({ body, on, reference, reason }: RecordOf<'exception'>): readonly string[] {
  const isDecided = on !== null || !isBlank(reference);
  if (!isBlank(body) && isDecided) return [];
  return [
    ...(isBlank(body) ? ['body'] : []),
    ...(isDecided ? [] : ['day', 'reference']),
    ...(isBlank(reason) ? ['reason'] : []),
  ];
}

/** It has an outcome: without one nothing was decided, whatever day or body stands there. */
export function isDecision({ outcome }: RecordOf<'decision'>): boolean {
  return !isBlank(outcome);
}

/** Asked or answered: a view with neither a day of asking nor a position asks nothing. */
export function isPut({ askedOn, position }: Pick<RecordOf<'view'>, 'askedOn' | 'position'>): boolean {
  return askedOn !== null || position !== null;
}

/** A version of the RID that was issued has a name or a day. */
export function isRidVersion({ version, issuedOn, publishedOn }: RecordOf<'ridVersion'>): boolean {
  return !isBlank(version) || issuedOn !== null || publishedOn !== null;
}

/** A version of the TAD says more than its number, which a form begins with. */
export function isTadVersion(version: RecordOf<'tadVersion'>): boolean {
  return statesMoreThan(version, ['version']);
}

/** A submission says something of itself. */
export function isSubmission(submission: RecordOf<'submission'>): boolean {
  return statesMoreThan(submission, []);
}

/** A criterion says more than its reference, which is given where nobody types one. */
export function isCriterion(criterion: RecordOf<'criterion'>): boolean {
  return statesMoreThan(criterion, ['reference']);
}

const placeholder = /^(New modification |MP-new-)\d+$/;

/** A modification is named, or something is said of it: what a list begins with names none. */
export function isModification(modification: RecordOf<'modification'>): boolean {
  if (!placeholder.test(modification.reference)) return true;
  const { status } = modification;
  return (status !== null && status !== 'targeted') || statesMoreThan(modification, ['reference', 'status', 'inScope']);
}

/** `neither day nor reason`, `no body`: what a record lacks, after `it states`. */
export function lackingInWords(lacks: readonly string[]): string {
  const last = lacks.at(-1) ?? '';
  return lacks.length < 2 ? `no ${last}` : `neither ${lacks.slice(0, -1).join(', ')} nor ${last}`;
}

function statesMoreThan(record: object, begunWith: readonly string[]): boolean {
  return Object.entries(record).some(
    ([field, value]) =>
      field !== 'id' &&
      field !== 'onBehalf' &&
      !begunWith.includes(field) &&
      value !== undefined &&
      !saysNothing(value),
  );
}

function saysNothing(value: unknown): boolean {
  return value === null || (typeof value === 'string' && isBlank(value));
}
